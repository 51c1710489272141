"""Numbers whose verb is left out, "gold rose to $2,040 and oil to $82", and shares said as one in so many."""

from __future__ import annotations

from nkclaims.link.sentence import Sentence, Token
from nkclaims.model.mention import Span
from nkclaims.read.clauses import Parse, Phrase

_LEADING = frozenset(("to", "at", "by", "for"))
REACH = 4
"""Words that may stand between a number and the comma or "and" behind which the next has its own noun."""


def bind_gapped(sentence: Sentence, token: Token, last: Token) -> bool:
    """Give a number its own noun, and what it measures from one before; whether it is such a number.

    last  the number before it, of whatever kind
    """
    kind = token.mention.kind
    if kind not in ("money", "percentage"):
        return False
    previous = next(
        (n for n in reversed(sentence.numbers) if n.last <= last.last and n.mention.kind == kind), None
    )
    phrase = _gapped(sentence, token, last, previous) if previous is not None else None
    if previous is None or phrase is None:
        return False
    mention, before, parse = token.mention, previous.mention, sentence.parse
    if sentence.is_measure(phrase):
        mention.of = mention.of or parse.span(phrase)
        mention.holder = mention.holder or before.holder
    elif before.of is not None and (before.holder is None or _touch(before.of, before.holder)):
        mention.of = mention.of or parse.span(phrase)  # "rents rose 5% and food 7%"
        mention.holder = mention.holder or (parse.whole(phrase) if before.holder is not None else None)
    else:
        mention.of = mention.of or before.of
        mention.holder = mention.holder or parse.whole(phrase)
    mention.direction = mention.direction or before.direction
    return True


def _touch(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gapped(sentence: Sentence, token: Token, last: Token, previous: Token) -> Phrase | None:
    """The noun right before a number, where a comma or "and" parts it from the numbers before."""
    parse = sentence.parse
    number = parse.phrase_ending(token.first - (parse.word(token.first - 1) in _LEADING))
    if number is None:
        return None
    phrase = parse.phrases[number]
    at = phrase.first - 1
    if parse.tag(at) not in ",c" or not last.last <= at <= last.last + REACH:
        return None
    clause = parse.clauses[parse.clause_number(previous.first)]
    tags = {parse.tag(i) for i in range(phrase.first, phrase.last)}
    if clause.verb is None or clause.verb[0] > previous.first or not tags & set("nmNUA") or tags & set("yr"):
        return None
    return phrase


def is_one_in(parse: Parse, token: Token) -> bool:
    """Whether a share is said as so many in so many: "one in five", "nine out of ten"."""
    words = [parse.word(i) for i in range(token.first + 1, token.last)]
    return (
        token.mention.kind == "percentage" and words[-1:] != ["percent"] and bool({"in", "of"} & set(words))
    )
