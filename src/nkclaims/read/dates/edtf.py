"""EDTF (ISO 8601-2) for what a date says, and intervals of two of them."""

from __future__ import annotations

from datetime import date

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}


def year_edtf(year: int) -> str:
    """A year; EDTF counts astronomically, so 1 BC is 0000 and 490 BC is -0489.

    >>> year_edtf(1989), year_edtf(-490)
    ('1989', '-0489')
    """
    if year > 0:
        return f"{year:04d}"
    return f"-{-year - 1:04d}" if year < -1 else "0000"


def season_edtf(year: int, season: str) -> str:
    """A season by its code: 2025-21 is spring."""
    return f"{year_edtf(year)}-{_SEASONS[season]}"


def days_edtf(first: date, last: date) -> str:
    """A stretch of days as an interval.

    >>> days_edtf(date(2025, 3, 11), date(2025, 3, 20))
    '2025-03-11/2025-03-20'
    """
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


def interval(first: str | None, last: str | None) -> str | None:
    """The interval from one to the other; None is an open end. Intervals give their outer ends.

    Level 1 knows neither times of the day, quarters nor unsure figures between the ends of an interval: times
    give their day, quarters, halves and seasons the month they begin or end with, decades their outer years.

    >>> interval("2024", "2025-01-01/2025-04-30"), interval("2020", None)
    ('2024/2025-04-30', '2020/..')
    >>> interval("2024-33", "2024-35"), interval("2025-10-24T09:00:00", "2025-10-24T17:00:00")
    ('2024-01/2024-09', '2025-10-24/2025-10-24')
    """
    if first is None and last is None:
        return None
    start = ".." if first is None else _plain(first.split("/")[0].replace("X", "0"), 0)
    end = ".." if last is None else _plain(last.split("/")[-1].replace("X", "9"), 1)
    return f"{start}/{end}"


_PART_MONTHS = {
    "33": ("01", "03"), "34": ("04", "06"), "35": ("07", "09"), "36": ("10", "12"),
    "40": ("01", "06"), "41": ("07", "12"),
    "21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"),
}  # fmt: skip
"""EDTF's code of a quarter, half or season -> its first and last month; winter ends in the next year."""


def _plain(edtf: str, end: int) -> str:
    """A date as an interval's end may have it: a day, month or year."""
    day = edtf.partition("T")[0]
    year, _, part = day.rpartition("-")
    if not year or "-" in year[1:]:
        return day
    if part == "24":
        return f"{int(year) + end:04d}-02" if end and year[0] != "-" else f"{year}-12"
    return f"{year}-{_PART_MONTHS[part][end]}" if part in _PART_MONTHS else day
