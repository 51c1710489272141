"""Days that share their month, and two days of two months joined by a dash: one match, a term for each day."""

from __future__ import annotations

from itertools import pairwise

from nkclaims.atoms.scan import Atoms
from nkclaims.read.dates.merge import Item
from nkclaims.read.dates.terms import Term
from nkclaims.tables.calendar import MONTHS

Part = tuple[int, int, Term]
"""First atom, one past the last, what the words between say."""

_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


def days_in(atoms: Atoms, first: int, last: int) -> list[Part]:
    """The days of "Oct. 3, 10 and 17", "5, 6 and 7 November 2024", "Dec. 31-Jan. 2", each where it stands.

    A list runs forward ("Oct. 3, 10 and 2" is a day and two counts): else only the day beside the month is one.
    """
    words = atoms.lower(first, last)
    days = [i for i, word in enumerate(words) if word.isdigit() and len(word) <= 2]
    months = [i for i, word in enumerate(words) if word in MONTHS]
    year = next((int(word) for word in words if word.isdigit() and len(word) == 4), None)
    joined = len(months) > 1
    starts = [0, *(_begin(words, at) for at in days[1:])]
    ends = [*(_end(words, at) for at in days[:-1]), len(words)]
    out: list[Part] = []
    for at, start, end in zip(days, starts, ends, strict=True):
        named = next((m for m in reversed(months) if m < at), months[0])
        # the year of two months is that of the last: Dec. 31-Jan. 2, 2025
        known = None if joined and at != days[-1] else year
        out.append(
            (first + start, first + end, Term(year=known, month=MONTHS[words[named]], day=int(words[at])))
        )
    if joined or all((a[2].day or 0) < (b[2].day or 0) for a, b in pairwise(out)):
        return out
    return out[:1] if months[0] < days[0] else out[-1:]


def _begin(words: list[str], at: int) -> int:
    """Where a day's words begin: with the article or the month before it."""
    if words[at - 1] == "the":
        return at - 1
    month = at - 2 if words[at - 1] == "." else at - 1
    return month if words[month] in MONTHS else at


def _end(words: list[str], at: int) -> int:
    return at + 2 if words[at + 1] in _ORDINAL_ENDS else at + 1


_LISTS = ("date.days-month-first", "date.days-month-last")
_WIDEST_GAP = 3


def follows(items: list[Item]) -> dict[int, int]:
    """Position of a day of a list -> position of the next: it is the first such day behind it, in no other year."""
    return {
        i: i + 1
        for i, (left, right) in enumerate(pairwise(items))
        if left.rule == right.rule and left.rule in _LISTS and right.first - left.last <= _WIDEST_GAP
    }
