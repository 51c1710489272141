"""Values of what stays open, and stretches made finer: with a time, early, mid or late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nkclaims.read.dates import stretches
from nkclaims.read.dates.edtf import days_edtf, interval
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.terms import Term, is_time_only
from nkclaims.tables import calendar
from nkclaims.tables.feasts import same_day

_THIRDS = ("START", "MID", "END")


def open_value(term: Term) -> str:
    """The value of what stays open.

    >>> open_value(Term(weekday=2)), open_value(Term(month=5, day=29)), open_value(Term(quarter=3))
    ('XXXX-WXX-2', 'XXXX-05-29', 'XXXX-Q3')
    """
    year = "XXXX" if term.year is None else f"{term.year:04d}"
    if term.month is not None:
        return f"{year}-{term.month:02d}" + (f"-{term.day:02d}" if term.day is not None else "")
    if term.nth is not None:  # the first Monday: no day of its own, and no other weekday's
        return "XXXX-XX-XX"
    if term.weekday is not None and term.day is None:
        return f"XXXX-WXX-{term.weekday}"
    if term.day is not None:
        return f"XXXX-XX-{term.day:02d}"
    if term.quarter is not None:
        return f"{year}-Q{term.quarter}"
    if term.half is not None:
        return f"{year}-H{term.half}"
    if term.season is not None:
        return f"{year}-{term.season}"
    if term.weekend:
        return "XXXX-WXX-WE"
    if term.week:
        return f"{year}-W{term.week:02d}"
    if term.holiday is not None:
        day = same_day(term.holiday, term.country)
        return f"{year}-{day[0]:02d}-{day[1]:02d}" if day is not None and term.shift is None else year
    return "XXXX-XX-XX" if is_time_only(term) else year


def _hour(term: Term) -> tuple[int, int] | None:
    """The term's clock time; after noon where it says so only by its part of the day ("nine last night")."""
    later = term.part in ("AF", "EV", "NI") and not term.half_said
    if term.clock is None or not later or term.clock[0] >= 12:
        return term.clock
    return term.clock[0] + 12, term.clock[1]


def with_time(value: str, term: Term) -> str:
    """A day's TIMEX3 value with the term's clock time or part of the day after it."""
    clock = _hour(term)
    if clock is not None:
        return f"{value}T{clock[0]:02d}:{clock[1]:02d}"
    return f"{value}T{term.part}" if term.part is not None else value


def timed(stretch: Stretch, term: Term) -> Stretch:
    """A day with its time."""
    if stretch.grain != "day":
        return stretch
    if stretch.time is not None and stretch.first is not None:
        stretch = stretches.of_day(stretch.first)
    value = with_time(stretch.value, term)
    edtf, clock = stretch.edtf, _hour(term)
    if clock is not None and edtf is not None and clock[0] < 24:
        edtf = f"{edtf}T{clock[0]:02d}:{clock[1]:02d}:00"
    return replace(stretch, value=value, edtf=edtf, time=value.split("T")[-1])


def up_to(stretch: Stretch, day: date, *, later: bool) -> Stretch | None:
    """What "earlier this year" leaves of a stretch that a day lies in; with ``later`` what is left from it on."""
    if stretch.first is None or stretch.last is None or not stretch.first < day < stretch.last:
        return None
    first, last = (day, stretch.last) if later else (stretch.first, day)
    return replace(stretch, edtf=days_edtf(first, last), first=first, last=last)


def _half(grain: str, first: date, last: date, *, second: bool) -> tuple[date, date]:
    """Either half of a month, a year, a decade or a century."""
    if grain == "month":
        return (first.replace(day=16), last) if second else (first, first.replace(day=15))
    if grain in ("decade", "century"):
        middle = first.year + (5 if grain == "decade" else 50)
    elif grain == "year":
        return (first.replace(month=7), last) if second else (first, first.replace(month=6, day=30))
    else:
        half = first + (last - first) // 2
        return (half + timedelta(1), last) if second else (first, half)
    return (date(middle, 1, 1), last) if second else (first, date(middle - 1, 12, 31))


def narrowed(stretch: Stretch, mod: str | None, *, halved: bool = False) -> Stretch:
    """The days that early, mid and late leave of a stretch: a third each (the 11th to 20th of a month).

    >>> narrowed(stretches.of_month(2025, 3), "MID").edtf
    '2025-03-11/2025-03-20'
    """
    if mod == "APPROX" and stretch.grain in ("day", "month", "year") and not stretch.time and stretch.edtf:
        return replace(stretch, edtf=f"{stretch.edtf}~")
    if (
        mod in ("AFTER", "BEFORE", "ON_OR_BEFORE") and stretch.edtf is not None
    ):  # post-1959: its days are not of that year
        ends = (stretch.edtf, None) if mod == "AFTER" else (None, stretch.edtf)
        return replace(stretch, edtf=interval(*ends), first=None, last=None)
    if mod not in _THIRDS or stretch.first is None or stretch.last is None:
        return stretch
    if stretch.grain in ("day", "weekend"):
        return stretch
    if halved:
        first, last = _half(stretch.grain, stretch.first, stretch.last, second=mod == "END")
        return replace(stretch, edtf=days_edtf(first, last), first=first, last=last)
    first, last = _third(stretch.grain, stretch.first, stretch.last, _THIRDS.index(mod))
    return replace(stretch, edtf=days_edtf(first, last), first=first, last=last)


def _third(grain: str, first: date, last: date, third: int) -> tuple[date, date]:
    """The first, second or last third of a stretch, cut where months, years and decades are cut."""
    if grain == "month":
        begin, end = ((1, 10), (11, 20), (21, last.day))[third]
        return first.replace(day=begin), last.replace(day=end)
    if grain == "year":
        month = third * 4 + 4
        return date(first.year, month - 3, 1), date(
            first.year, month, calendar.month_length(first.year, month)
        )
    if grain in ("decade", "century"):
        tenth = 1 if grain == "decade" else 10
        begin, end = ((0, 4), (4, 7), (7, 10))[third]
        return date(first.year + begin * tenth, 1, 1), date(first.year + end * tenth - 1, 12, 31)
    length = (last - first).days + 1
    return first + timedelta(length * third // 3), first + timedelta(length * (third + 1) // 3 - 1)
