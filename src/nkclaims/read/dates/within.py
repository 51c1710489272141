"""The part of a year that a term names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from nkclaims.read.dates import stretches
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.terms import Term
from nkclaims.tables import calendar, feasts


def of_year_part(term: Term, year: int) -> Stretch | None:
    """The part a term names, of a given year; None where it names none or the year has none."""
    if term.holiday is not None:
        found = of_feast(term, year)
        return found[0] if len(found) == 1 else None
    if term.nth is not None and term.month is not None:
        return of_nth(term, year, term.month)
    if term.month is not None and term.day is not None:
        return of_date(year, term.month, term.day, around_of(term))
    if term.month is not None:
        return stretches.of_month(year, term.month)
    if term.quarter is not None:
        return stretches.of_quarter(year, term.quarter)
    if term.half is not None:
        return stretches.of_half(year, term.half)
    if term.season is not None:
        return stretches.of_season(year, term.season)
    if term.week is not None and year > 0:
        try:
            return stretches.of_week(date.fromisocalendar(year, term.week, 1))
        except ValueError:
            return None
    return None


def of_parts(term: Term, years: Iterable[int]) -> list[Stretch]:
    """The parts of several years that a term names, in their order: a Ramadan may come twice in one."""
    if term.holiday is not None:
        return [stretch for year in years for stretch in of_feast(term, year)]
    return [stretch for year in years if (stretch := of_year_part(term, year)) is not None]


def of_feast(term: Term, year: int) -> list[Stretch]:
    """A feast each time it begins in a year; or its week, its weekend, its nth day."""
    assert term.holiday is not None
    known = feasts.feast(term.holiday)
    made = (_part_of_feast(term, span) for span in feasts.spans(term.holiday, year, term.country))
    return [
        replace(s, slack=int(known.loose and s.grain in ("day", "span") and term.side is None))
        for s in made
        if s
    ]


def _part_of_feast(term: Term, span: feasts.Span) -> Stretch | None:
    first, last = span
    if term.nth is not None:
        day = last if term.nth < 0 else first + timedelta(days=term.nth - 1)
        is_one = first == last and (term.nth < 0 or term.nth > _FESTIVAL)
        return None if is_one or (first != last and day > last) else stretches.of_day(day)
    if term.side is not None:
        return _beside_feast(term, first, last)
    if term.weekend:
        return _weekend_of(term.holiday, first)
    if term.week is not None:
        return stretches.of_week(first)
    return stretches.of_day(first) if first == last else stretches.of_days(first, last)


def _beside_feast(term: Term, first: date, last: date) -> Stretch:
    """The last such weekday or weekend before a feast, the first after it."""
    weekday = term.weekday or 6
    if term.side == "past":
        day = first - timedelta(days=(first.isoweekday() - weekday) % 7 or 7)
    else:
        day = last + timedelta(days=(weekday - last.isoweekday()) % 7 or 7)
    if term.weekday is not None:
        return stretches.of_day(day)
    if first.isoweekday() == 7 and term.side == "past":  # the feast's own weekend is not the one before it
        day -= timedelta(days=7)
    return stretches.of_weekend(day)


_FESTIVAL = 15  # days that a feast of one day in the calendar may go on for


def _weekend_of(key: str | None, day: date) -> Stretch | None:
    """The weekend that a feast makes long; None for one in the middle of the week. Thanksgiving's begins with it,
    Easter's with Good Friday.
    """
    weekday = day.isoweekday()
    if key == "thanksgiving":
        return stretches.of_long_weekend(day, day + timedelta(days=3))
    if key == "easter":
        return stretches.of_long_weekend(day - timedelta(days=2), day + timedelta(days=1))
    if weekday == 1:
        return stretches.of_long_weekend(day - timedelta(days=2), day)
    if weekday == 5:
        return stretches.of_long_weekend(day, day + timedelta(days=2))
    return stretches.of_weekend(day) if weekday > 5 else None


def of_nth(term: Term, year: int, month: int) -> Stretch | None:
    """The first Monday, the last Friday, the last day of a month; None where the month has no fifth one."""
    if term.nth is None or not 0 < year < 9999:
        return None
    if term.weekday is None:
        return stretches.of_day(date(year, month, calendar.month_length(year, month)))
    day = calendar.nth_weekday(year, month, term.weekday, term.nth)
    return stretches.of_day(day) if day.month == month else None


Around = Literal["day", "week", "weekend"]


def around_of(term: Term) -> Around:
    """Whether a day stands for itself, its week ("the week of March 6") or its weekend."""
    return "day" if term.week is None else "weekend" if term.weekend else "week"


def of_date(year: int, month: int, day: int, around: Around = "day") -> Stretch | None:
    """The stretch of a day, or of its week or weekend; None where the calendar has no such day."""
    if year < 0:
        return stretches.of_old_day(year, month, day)
    if not 0 < year < 10000 or day > calendar.month_length(year, month):
        return None
    made = date(year, month, day)
    if around == "day":
        return stretches.of_day(made)
    return stretches.of_week(made) if around == "week" else stretches.of_weekend(made)
