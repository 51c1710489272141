"""The part of a year that a term names."""

from __future__ import annotations

from datetime import date
from typing import Literal

from nkclaims.read.dates import stretches
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.terms import Term
from nkclaims.tables import calendar


def of_year_part(term: Term, year: int) -> Stretch | None:
    """The part a term names, of a given year; None where it names none or the year has none."""
    if term.holiday is not None:
        day = calendar.holiday(term.holiday, year)
        return stretches.of_day(day) if day else None
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
