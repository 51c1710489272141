"""Stretches of the calendar: a year, a quarter, a week, a day, with their days; and steps between them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from nkclaims.read.dates.edtf import days_edtf, season_edtf, year_edtf
from nkclaims.read.dates.timex import decade_value, year_value
from nkclaims.tables.calendar import FIRST_YEAR, LAST_YEAR, SEASONS, month_length

GRAINS = ("day", "weekend", "week", "span", "month", "quarter", "season", "half", "year", "decade", "century")
_SEASON_MONTH = dict(SEASONS.values())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the calendar. ``first`` and ``last`` are None before the year 1 and beyond 9999.

    year, month  what it lies in, for the next date that leaves them out     time  THH:MM or a part of the day
    slack        days by which either end may be another (a feast that the sighting of the moon decides)
    """

    grain: str
    value: str
    edtf: str | None
    first: date | None
    last: date | None
    year: int
    month: int | None = None
    time: str | None = None
    slack: int = 0


def _bounds(
    year: int, month: int, day: int, end_year: int, end_month: int
) -> tuple[date | None, date | None]:
    if year < FIRST_YEAR or end_year > LAST_YEAR:
        return None, None
    return date(year, month, day), date(end_year, end_month, month_length(end_year, end_month))


@lru_cache(maxsize=4096)
def of_year(year: int) -> Stretch:
    """A year; before Christ it is negative and has no days."""
    first, last = _bounds(year, 1, 1, year, 12)
    return Stretch("year", year_value(year), year_edtf(year), first, last, year)


@lru_cache(maxsize=4096)
def of_month(year: int, month: int) -> Stretch:
    """A month."""
    first, last = _bounds(year, month, 1, year, month)
    return Stretch(
        "month", f"{year_value(year)}-{month:02d}", f"{year_edtf(year)}-{month:02d}", first, last, year, month
    )


@lru_cache(maxsize=4096)
def of_day(day: date) -> Stretch:
    """One day."""
    return Stretch("day", day.isoformat(), day.isoformat(), day, day, day.year, day.month)


def of_days(first: date, last: date) -> Stretch:
    """Days that are no unit of the calendar: Ramadan, Holy Week. TIMEX3 has no value for such; EDTF's stands."""
    edtf = days_edtf(first, last)
    return Stretch("span", edtf, edtf, first, last, first.year)


def of_old_day(year: int, month: int, day: int) -> Stretch:
    """A day before Christ, which the calendar cannot reckon with."""
    value, edtf = f"{year_value(year)}-{month:02d}-{day:02d}", f"{year_edtf(year)}-{month:02d}-{day:02d}"
    return Stretch("day", value, edtf, None, None, year, month)


@lru_cache(maxsize=4096)
def of_week(day: date) -> Stretch:
    """The ISO week a day lies in."""
    year, week, weekday = day.isocalendar()
    try:
        first = day - timedelta(days=weekday - 1)
        last = first + timedelta(days=6)
    except OverflowError:
        return Stretch("week", f"{year:04d}-W{week:02d}", None, None, None, day.year, day.month)
    return Stretch(
        "week", f"{year:04d}-W{week:02d}", days_edtf(first, last), first, last, day.year, day.month
    )


def of_weekend(day: date) -> Stretch:
    """The weekend of the ISO week a day lies in."""
    week = of_week(day)
    if week.last is None:
        return replace(week, grain="weekend", value=f"{week.value}-WE")
    first = week.last - timedelta(days=1)
    return replace(
        week, grain="weekend", value=f"{week.value}-WE", edtf=days_edtf(first, week.last), first=first
    )


def of_long_weekend(first: date, last: date) -> Stretch:
    """A weekend with the days of a feast before or after it."""
    saturday = first + timedelta(days=(6 - first.isoweekday()) % 7)
    return replace(of_weekend(saturday), edtf=days_edtf(first, last), first=first, last=last)


@lru_cache(maxsize=1024)
def of_quarter(year: int, quarter: int) -> Stretch:
    """A quarter of a calendar year."""
    first, last = _bounds(year, quarter * 3 - 2, 1, year, quarter * 3)
    edtf = f"{year_edtf(year)}-{32 + quarter}"
    return Stretch("quarter", f"{year_value(year)}-Q{quarter}", edtf, first, last, year, quarter * 3)


@lru_cache(maxsize=1024)
def of_half(year: int, half: int) -> Stretch:
    """A half of a calendar year."""
    first, last = _bounds(year, half * 6 - 5, 1, year, half * 6)
    return Stretch(
        "half", f"{year_value(year)}-H{half}", f"{year_edtf(year)}-{39 + half}", first, last, year, half * 6
    )


@lru_cache(maxsize=1024)
def of_season(year: int, season: str) -> Stretch:
    """A season; winter is named by the year it begins in and runs to the end of February."""
    begin = _SEASON_MONTH[season]
    end_year, end_month = (year + 1, 2) if begin == 12 else (year, begin + 2)
    first, last = _bounds(year, begin, 1, end_year if year != -1 else 0, end_month)
    return Stretch(
        "season", f"{year_value(year)}-{season}", season_edtf(year, season), first, last, year, begin
    )


@lru_cache(maxsize=1024)
def of_decade(decade: int) -> Stretch:
    """Ten years that share three figures (199: the 1990s); negative before Christ (-47: the 470s BC)."""
    if decade < 0:
        return Stretch("decade", decade_value(-decade, before_christ=True), None, None, None, decade * 10)
    first, last = _bounds(decade * 10, 1, 1, decade * 10 + 9, 12)
    return Stretch("decade", decade_value(decade), f"{decade:03d}X", first, last, decade * 10)


@lru_cache(maxsize=256)
def of_century(number: int) -> Stretch:
    """A century by its number (21: the 21st); negative before Christ.

    The days are those of the years that share two figures (1700 to 1799), as the value has it.
    """
    if number < 0:
        return Stretch("century", f"BC{-number - 1:02d}", None, None, None, (number + 1) * 100)
    first, last = _bounds((number - 1) * 100, 1, 1, (number - 1) * 100 + 99, 12)
    return Stretch("century", f"{number - 1:02d}", f"{number - 1:02d}XX", first, last, (number - 1) * 100)


def containing(day: date, unit: str) -> Stretch | None:
    """The stretch of a unit that a day lies in; None for a unit without one (hour).

    >>> containing(date(2025, 10, 30), "quarter").value
    '2025-Q4'
    """
    year, month = day.year, day.month
    if unit == "season":
        code = ("WI", "SP", "SU", "FA")[month % 12 // 3]
        return of_season(year - 1 if month < 3 else year, code)
    made = {
        "day": lambda: of_day(day),
        "night": lambda: of_day(day),
        "week": lambda: of_week(day),
        "weekend": lambda: of_weekend(day),
        "month": lambda: of_month(year, month),
        "quarter": lambda: of_quarter(year, (month + 2) // 3),
        "half": lambda: of_half(year, (month + 5) // 6),
        "year": lambda: of_year(year),
        "decade": lambda: of_decade(year // 10),
        "century": lambda: of_century(year // 100 + 1),
    }.get(unit)
    return made() if made else None


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """A month so many months on.

    >>> add_months(2025, 1, -2)
    (2024, 11)
    """
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def add_years(year: int, count: int) -> int:
    """A year so many years on; there is no year 0 (1 BC is -1)."""
    astronomical = (year + 1 if year < 0 else year) + count
    return astronomical if astronomical > 0 else astronomical - 1


_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


def moved(stretch: Stretch, unit: str, count: int, *, grain: str | None = None) -> Stretch | None:
    """The stretch of a unit (or of another grain) so many units on from one; None beyond the calendar.

    >>> moved(of_day(date(1998, 2, 19)), "year", -1).value
    '1997'
    >>> moved(of_quarter(1989, 3), "year", -1, grain="quarter").value
    '1988-Q3'
    """
    try:
        return _moved(stretch, unit, count, grain or unit)
    except (OverflowError, ValueError):
        return None


def _moved(stretch: Stretch, unit: str, count: int, grain: str) -> Stretch | None:
    if unit in _YEARS:
        year = add_years(stretch.year, count * _YEARS[unit])
        if grain in ("decade", "century"):
            return _old_decade(year) if year < 0 else containing(date(year, 1, 1), grain)
        return at_year(stretch, year) if grain not in _YEARS else of_year(year)
    if unit in _MONTHS:
        year, month = add_months(stretch.year, stretch.month or 1, count * _MONTHS[unit])
        if year < FIRST_YEAR:
            return of_month(year, month) if stretch.year < 0 and grain == "month" else None
        return containing(date(year, month, 1), grain)
    day = (
        stretch.first
        if count <= 0 or stretch.last is None
        else stretch.last
        if unit == "day" or stretch.grain == "span"
        else stretch.first
    )
    if day is None or unit not in _DAYS:
        return None
    return containing(day + timedelta(days=count * _DAYS[unit]), grain)


def _old_decade(year: int) -> Stretch:
    return of_decade(-(-year // 10))


def at_year(stretch: Stretch, year: int) -> Stretch | None:
    """The same part of another year; None where it has none (29 February)."""
    if stretch.grain == "year":
        return of_year(year)
    if stretch.grain == "quarter":
        return of_quarter(year, int(stretch.value[-1]))
    if stretch.grain == "half":
        return of_half(year, int(stretch.value[-1]))
    if stretch.grain == "season":
        return of_season(year, stretch.value[-2:])
    if stretch.grain == "month" and stretch.month:
        return of_month(year, stretch.month)
    if stretch.grain == "day" and stretch.first and year >= FIRST_YEAR:
        day = stretch.first.day
        return of_day(date(year, stretch.first.month, min(day, month_length(year, stretch.first.month))))
    return of_year(year)


def far_end(day: date, unit: str, steps: int) -> date | None:
    """The day so many units away, the same day of the month where there is one; None beyond the calendar.

    >>> far_end(date(2025, 10, 30), "year", -2), far_end(date(2024, 3, 31), "month", -1)
    (datetime.date(2023, 10, 30), datetime.date(2024, 2, 29))
    """
    days = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}.get(unit)
    months = {"month": 1, "quarter": 3, "season": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    try:
        if days is not None:
            return day + timedelta(days=days * steps)
        if months is None:
            return None
        year, month = add_months(day.year, day.month, months * steps)
        return date(year, month, min(day.day, month_length(year, month)))
    except (OverflowError, ValueError):
        return None
