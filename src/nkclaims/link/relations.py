"""How a number stands to the words before it: restated, compared, moved by, a part, or on its own."""

from __future__ import annotations

from typing import Literal

from nkclaims.link.sentence import Sentence, Token, word_set

Relation = Literal["restated", "compared", "moved", "part", "by", "to", "of", "plain"]
_COMPARE = frozenset(("from", "against", "versus", "vs", "than", "compared"))
_SIDE = {"up": "rise", "higher": "rise", "ahead": "rise", "down": "fall", "off": "fall", "lower": "fall"}
_MAKING_UP = frozenset(("make", "makes", "made", "making"))
_PART = frozenset(("including", "excluding"))
_GAINS = frozenset(["gain", "gains", "loss", "growth", "losses"])
_MOVES_BY_ITSELF = frozenset(
    "raised raise raises raising boosted boost boosts boosting cut cuts cutting reduced reduce"
    " reduces reducing lowered lower lowers lowering slashed slash slashes slashing added hiked lifted"
    " saved save saves saving trimmed shed expanded improved advance rally contract add".split()
)
"""Verbs whose object is an amount of its own: "raised $5 million" is no rise of five million."""


def relation(sentence: Sentence, token: Token) -> Relation:
    """The relation of a number to what stands before it."""
    parse = sentence.parse
    at = left(sentence, token)
    word, tag = parse.word(at), parse.tag(at)
    if word in _SIDE and parse.word(at - 1) not in _MAKING_UP and token.mention.kind != "quantity":
        return "moved"
    if word in _PART:
        return "part"
    if word in _COMPARE or (
        word in ("with", "to") and parse.word(at - 1) in ("compared", "contrast", "comparison")
    ):
        return "compared"
    if word == "or" or tag == "(":
        return "restated"
    if word == "to":
        return "to"
    if word == "by":
        return "by"
    return "of" if tag == "o" else "plain"


def left(sentence: Sentence, token: Token) -> int:
    """The last atom before a number that is no adverb, article, adjective or date."""
    at = token.first - 1
    while at >= sentence.parse.first:
        tag = sentence.parse.tag(at)
        if tag in "T_":
            date = next((d for d in sentence.dates if d.first <= at < d.last), None)
            if date is None:
                return at
            at = date.first - 1
        elif tag in 'bdj"' and sentence.parse.word(at) not in _SIDE:
            at -= 1
        else:
            return at
    return at


def change_noun(word: str, kind: str) -> str | None:
    """Which way a noun of change goes; a gain or loss of money is an amount, not a change.

    >>> change_noun("decline", "percentage"), change_noun("gain", "money")
    ('fall', None)
    """
    if word in _GAINS and kind != "percentage":
        return None
    if word in word_set("measures.risenoun"):
        return "rise"
    return "fall" if word in word_set("measures.fallnoun") else None


def change_verb(word: str) -> str | None:
    """Which way a verb of change goes.

    >>> change_verb("slid"), change_verb("said")
    ('fall', None)
    """
    if word in word_set("measures.riseverb"):
        return "rise"
    return "fall" if word in word_set("measures.fallverb") else None


def moves_by_itself(word: str) -> bool:
    """Whether an amount right after the verb is its object, not the size of the change."""
    return word in _MOVES_BY_ITSELF


def side(word: str) -> str | None:
    """up, higher: rise; down, off, lower: fall."""
    return _SIDE.get(word)
