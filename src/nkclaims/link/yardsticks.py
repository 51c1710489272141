"""Periods that figures are compared with, by their words or by their days: "on the year", "from $22 million"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from nkclaims.link.sentence import Sentence, Token
from nkclaims.model.mention import LinkBy, Mention
from nkclaims.model.values import Date

_SHORTEST = 27
"""Days of the shortest period that figures are set against the year before for: a month."""
_SLACK = 3
COMPARISON = frozenset(["earlier", "ago", "previous", "prior", "before", "year-earlier", "preceding"])
_SAME = frozenset(["same", "corresponding", "equivalent", "comparable"])
_BACK = frozenset(["last", "previous", "year"])
_FRAMES = frozenset(["day", "week", "month", "quarter", "year"])
_DELIVERED = frozenset(
    ["delivery", "deliveries", "contract", "contracts", "futures", "settlement", "shipment"]
)


@dataclass(slots=True)
class YearsAgo:
    """The dates of a document that name a period of the year before, found once somebody asks for them."""

    mentions: Sequence[Mention] = ()
    found: list[int] | None = None

    def before(self, sentence: Sentence, token: Token) -> tuple[int, LinkBy] | None:
        """The period a year before that of the number which this one is set against, wherever it is named."""
        days = self.days_of_last(sentence, token)
        if days is None:
            return None
        if self.found is None:
            atoms = sentence.parse.atoms
            self.found = [
                i
                for i, m in enumerate(self.mentions)
                if m.kind == "date"
                and (COMPARISON | _SAME) & set(atoms.lower(atoms.covering(m.start), atoms.at(m.end)))
            ]
        same = [i for i in self.found if _is_year_before(_days(self.mentions[i]), days)]
        return (min(same, key=lambda i: abs(i - token.position)), "carried") if same else None

    def days_of_last(self, sentence: Sentence, token: Token) -> tuple[date, date] | None:
        """The days of the period of the last number that has one; None where they are not known or too few."""
        for number in reversed(sentence.numbers):
            if number.last <= token.first and number.mention.links.get("when"):
                days = _days(self.mentions[number.mention.links["when"][0][0]])
                return days if days is not None and (days[1] - days[0]).days >= _SHORTEST else None
        return None


def _days(mention: Mention) -> tuple[date, date] | None:
    value = mention.value
    if not isinstance(value, Date) or not value.earliest or not value.latest:
        return None
    return date.fromisoformat(value.earliest), date.fromisoformat(value.latest)


def _is_year_before(one: tuple[date, date] | None, other: tuple[date, date]) -> bool:
    if one is None:
        return False
    gaps = [(late - early).days - 365 for early, late in zip(one, other, strict=True)]
    return all(abs(gap) <= _SLACK for gap in gaps)


def is_yardstick(sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether a date only says what a number is compared with or is for.

    - "up 12% on the same period last year", "up 5% on a year earlier"
    - "up 0.4% on the month": how long the change took; for the other numbers of the sentence it says nothing
    - "wheat for September delivery": when it is to come
    """
    parse = sentence.parse
    before = parse.word(date.first - 1)
    if parse.word(date.last) in _DELIVERED:
        return True
    if before not in ("on", "over") or parse.tag(date.first - 2) not in "0#%QT_":
        return False
    words = parse.atoms.lower(date.first, date.last)
    if (COMPARISON | _SAME) & set(words) or words[0] == "last":
        return True
    if words[:1] != ["the"] or len(words) != 2 or words[1] not in _FRAMES:
        return False
    own = token.last == date.first - 1
    return (
        not own or words[1] == "day" or any(d is not date and _is_plain(sentence, d) for d in sentence.dates)
    )


def _is_plain(sentence: Sentence, date: Token) -> bool:
    return sentence.parse.word(date.first - 1) not in ("on", "over") or sentence.parse.tag(date.first) == "y"
