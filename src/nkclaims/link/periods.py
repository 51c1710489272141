"""The time a number holds for: a date beside it, in its clause, its sentence, or carried from one before."""

from __future__ import annotations

from dataclasses import dataclass

from nkclaims.link.measures import after
from nkclaims.link.relations import Relation
from nkclaims.link.sentence import Sentence, Token
from nkclaims.model.mention import LinkBy, Mention
from nkclaims.model.values import Date

REACH = 4
"""Sentences a period is carried on for: results stories name the quarter once and go on for a paragraph or two."""
_COMPARISON = frozenset("earlier ago previous prior before year-earlier preceding".split())
_LAST_YEAR = (("last", "year"), ("year", "earlier"), ("year", "ago"))


@dataclass(slots=True)
class Periods:
    """What has been said so far: the running period, the one compared with, and where (sentence numbers)."""

    running: int | None = None
    said: int = -99
    compared: int | None = None
    compared_said: int = -99


def is_comparison(sentence: Sentence, date: Token) -> bool:
    """Whether a date is one that figures are compared with: "a year earlier", "the year-ago quarter"."""
    words = sentence.parse.atoms.lower(date.first, date.last)
    return bool(_COMPARISON & set(words)) or "last" in words and "year" in words


def _is_point(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Date):
        return False
    if value.timex.type in ("DATE", "TIME"):
        return not value.timex.value.endswith("_REF") or value.timex.value == "PRESENT_REF"
    return value.timex.type == "DURATION" and value.earliest is not None


def _is_period(mention: Mention) -> bool:
    """Longer than a day: a quarter, a year, nine months."""
    value = mention.value
    if not isinstance(value, Date) or value.earliest is None or value.latest is None:
        return False
    return value.earliest[:7] != value.latest[:7] or len(value.timex.value) <= 7


def period_of(
    sentence: Sentence, token: Token, rel: Relation, previous: int | None, periods: Periods
) -> tuple[int, LinkBy] | None:
    """The date a number holds for and by what right; None where nothing says so.

    previous  the date of the number that this one is compared with or restates
    """
    dates = [d for d in sentence.dates if _is_point(d.mention) and not _inside(d, token)]
    beside = _beside(sentence, token, dates)
    if beside is not None:
        return beside.position, "clause"
    compared = [d for d in dates if is_comparison(sentence, d)]
    plain = [d for d in dates if d not in compared]
    if rel == "compared":
        later = [d for d in compared if d.first >= token.last]
        if later or compared:
            return (later or compared)[0].position, "clause"
        if plain and _after_compare(sentence, token, plain):
            return _after_compare(sentence, token, plain)[0].position, "clause"
        if periods.compared is not None and sentence.number - periods.compared_said <= 1:
            return periods.compared, "carried"
        return None
    if previous is not None:
        return previous, "sentence"
    number = sentence.parse.clause_number(token.first)
    row = [d for d in plain if sentence.parse.clause_number(d.first) == number]
    if row:
        return min(row, key=lambda d: _distance(d, token)).position, "clause"
    opening = [d for d in compared if d.first <= sentence.parse.first + 6 and d.last <= token.first]
    if opening:
        return opening[-1].position, "sentence"
    if plain:
        return min(plain, key=lambda d: _distance(d, token)).position, "sentence"
    if periods.running is not None and sentence.number - periods.said <= REACH:
        return periods.running, "carried"
    return None


def _after_compare(sentence: Sentence, token: Token, dates: list[Token]) -> list[Token]:
    limit = next((n.first for n in sentence.numbers if n.first > token.first), sentence.parse.last)
    return [d for d in dates if token.last <= d.first < limit]


def _inside(date: Token, token: Token) -> bool:
    return date.first < token.last and token.first < date.last


def _distance(date: Token, token: Token) -> int:
    return token.first - date.last if date.last <= token.first else date.first - token.last


def _beside(sentence: Sentence, token: Token, dates: list[Token]) -> Token | None:
    """A date right after a number ("$4 million in 1988", "from 20% last year"), or right before its own noun."""
    at = after(sentence, token)
    for date in dates:
        gap = date.first - at
        if gap == 0 or (gap == 1 and sentence.parse.word(at) in ("in", "for", "on", "during", "by", ",")):
            return None if sentence.parse.word(at) == "," and not is_comparison(sentence, date) else date
        if gap == 2 and sentence.parse.word(at) in ("in", "for", "on", "during") and sentence.parse.tag(at + 1) == "d":
            return date
        if date.last == token.first and sentence.parse.word(date.first - 1) not in ("on", "in"):
            return date
    return None


def remember(sentence: Sentence, periods: Periods) -> None:
    """Take note of the periods a sentence names, for the sentences that follow."""
    for date in sentence.dates:
        if not _is_period(date.mention):
            continue
        if is_comparison(sentence, date):
            periods.compared, periods.compared_said = date.position, sentence.number
            if date.first - sentence.parse.first > 6:
                continue
        periods.running, periods.said = date.position, sentence.number
        return
