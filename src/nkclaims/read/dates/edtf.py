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

    >>> interval("2024", "2025-01-01/2025-04-30"), interval("2020", None)
    ('2024/2025-04-30', '2020/..')
    """
    if first is None and last is None:
        return None
    start = ".." if first is None else first.split("/")[0].replace("X", "0")
    end = ".." if last is None else last.split("/")[-1].replace("X", "9")
    return f"{start}/{end}"
