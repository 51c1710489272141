"""How far the text stands behind a claim: asserted, hedged, denied, conditional or forecast."""

from __future__ import annotations

from functools import cache
from typing import Literal

from nkclaims.link.sentence import word_set
from nkclaims.model.mention import Mention
from nkclaims.model.values import Event
from nkclaims.read.clauses import Parse
from nkclaims.read.sayings import future_in_past

Stance = Literal["asserted", "hedged", "denied", "conditional", "forecast"]


def stance_of(parse: Parse, atom: int, mention: Mention) -> Stance:
    """How far the text stands behind a claim, by the words of its clause."""
    known = of_realis(mention)
    if known is not None:
        return known
    number = parse.clause_number(atom)
    clause = parse.clauses[number]
    if _under_condition(parse, number):
        return "conditional"
    leading = number
    while leading and parse.clauses[leading].verb is None:
        leading -= 1
    if not parse.clauses[leading].say:
        clause = parse.clauses[leading]  # "will pay $5 (or £4) to each, or $90 in all"
    words = parse.lower(clause.first, atom)
    verb = parse.lower(*clause.verb) if clause.verb else []
    if verb and verb[0] in ("is", "are", "was", "were") and verb[-1] in _SAID_TO_BE:
        return "hedged"
    for word in reversed(verb or words):
        stance = stances().get(word)
        if stance == "conditional" and future_in_past(parse, number):
            return "forecast"
        if stance is not None:
            return stance
    if number and parse.clauses[number - 1].say:
        before = parse.clauses[number - 1].verb
        stance = stances().get(parse.word(before[1] - 1)) if before is not None else None
        if stance is not None:
            return stance
    return _from_words(parse, words + verb, mention)


def of_realis(mention: Mention) -> Stance | None:
    """The stance of an event that did not happen, as its own words say; None for all else."""
    return _BY_REALIS.get(mention.value.realis) if isinstance(mention.value, Event) else None


_BY_REALIS: dict[str, Stance] = {"planned": "forecast", "negated": "denied", "hypothetical": "conditional"}


def _under_condition(parse: Parse, number: int) -> bool:
    """Whether an "if" opens the claim's clause or the next, or one before a clause with "will"."""
    if any(parse.word(c.first) in _IFS for c in parse.clauses[number : number + 2]):
        return True
    verb = parse.clauses[number].verb
    if verb is None or parse.word(verb[0]) not in ("will", "would", "could", "might"):
        return False
    return any(parse.word(c.first) in _IFS for c in parse.clauses[:number])


_IFS = frozenset(("if", "unless"))
_SAID_TO_BE = frozenset(
    [
        "said",
        "believed",
        "thought",
        "reported",
        "estimated",
        "alleged",
        "understood",
        "rumored",
        "rumoured",
        "reckoned",
    ]
)


@cache
def stances() -> dict[str, Stance]:
    """The stance each word of a verb stands for."""
    stances: tuple[Stance, ...] = ("hedged", "conditional", "denied", "forecast")
    return {word: stance for stance in stances for word in word_set(f"voice.{stance}")}


def _from_words(parse: Parse, words: list[str], mention: Mention) -> Stance:
    """Adverbs and adjectives of doubt before the claim or in its verb, and a hedge of estimation in its own words."""
    near = set(words[-12:])
    if near & _DOUBT:
        return "hedged"
    quote = parse.atoms.text[mention.start : mention.end].lower()
    if "estimated" in quote:
        return "hedged"
    if near & _FUTURE and not near & {"was", "were"}:
        return "forecast"
    return "asserted"


_DOUBT = frozenset(
    [
        "reportedly",
        "allegedly",
        "apparently",
        "perhaps",
        "possibly",
        "probably",
        "supposedly",
        "likely",
        "estimated",
        "believed",
        "thought",
        "rumored",
        "rumoured",
    ]
)
_FUTURE = frozenset(
    ["will", "expected", "planned", "plans", "expects", "intends", "proposed", "scheduled", "forecast"]
)
STANCE_WORDS = _IFS | _SAID_TO_BE | _DOUBT | _FUTURE
"""What else decides a stance, beside the words of :func:`stances`."""
