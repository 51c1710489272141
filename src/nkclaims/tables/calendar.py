"""The calendar's words and fixed points: months, weekdays, units, seasons, Easter. Feasts are in feasts.py."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from types import MappingProxyType

FIRST_YEAR, LAST_YEAR = 1, 9999
"""The years whose days can be reckoned with (datetime's)."""

PRINTED_YEARS = range(1500, 2201)
"""Years an article may be of: before them no paper was printed, after them is a slip of the keys."""


def published_day(published: str | None) -> date | None:
    """The publication day; None where it is not given, cannot be read, or is of no year that prints papers.

    >>> published_day("2025-10-30T16:22"), published_day("soon"), published_day("9999-12-31")
    (datetime.date(2025, 10, 30), None, None)
    """
    try:
        found = date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
    return found if found is not None and found.year in PRINTED_YEARS else None


_MONTHS = "january february march april may june july august september october november december".split()
_SHORT = "jan feb mar apr may jun jul aug sep oct nov dec".split()
MONTHS: Mapping[str, int] = MappingProxyType(
    {name: i for i, name in enumerate(_MONTHS, 1)}
    | {name: i for i, name in enumerate(_SHORT, 1)}
    | {"sept": 9}
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name: i for i, name in enumerate(_DAYS, 1)}
    | {f"{name}s": i for i, name in enumerate(_DAYS, 1)}
    | {name[:3]: i for i, name in enumerate(_DAYS, 1)}
    | {"tues": 2, "weds": 3, "thur": 4, "thurs": 4}
)
UNITS: Mapping[str, str] = MappingProxyType(
    {
        form: unit
        for unit, forms in {
            "second": "second seconds sec secs",
            "minute": "minute minutes min mins",
            "hour": "hour hours hr hrs h",
            "day": "day days d",
            "night": "night nights",
            "week": "week weeks",
            "weekend": "weekend weekends",
            "fortnight": "fortnight fortnights",
            "month": "month months",
            "quarter": "quarter quarters",
            "season": "season seasons",
            "year": "year years yr yrs y",
            "decade": "decade decades",
            "century": "century centuries",
            "millennium": "millennium millennia",
        }.items()
        for form in forms.split()
    }
)
SEASONS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "spring": ("SP", 3),
        "summer": ("SU", 6),
        "autumn": ("FA", 9),
        "fall": ("FA", 9),
        "winter": ("WI", 12),
    }
)
"""Season -> (TIMEX3's code, its first month in the northern hemisphere); winter runs into the next year."""

PARTS: Mapping[str, str] = MappingProxyType(
    {
        "morning": "MO",
        "mid-morning": "MO",
        "dawn": "MO",
        "daybreak": "MO",
        "sunrise": "MO",
        "noontime": "MI",
        "lunchtime": "MI",
        "afternoon": "AF",
        "teatime": "AF",
        "evening": "EV",
        "dinnertime": "EV",
        "suppertime": "EV",
        "dusk": "EV",
        "sunset": "EV",
        "nightfall": "NI",
        "night": "NI",
        "nighttime": "NI",
        "night-time": "NI",
        "day-time": "DT",
        "daytime": "DT",
    }
)
"""Part of the day -> TIMEX3's code."""

_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
)
_TEENS = "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
ORDINALS: Mapping[str, int] = MappingProxyType(
    {name: i for i, name in enumerate(f"{_ONES} {_TEENS}".split(), 1)} | {"thirtieth": 30, "fortieth": 40}
)


def month_length(year: int, month: int) -> int:
    """Days of a month.

    >>> month_length(2024, 2), month_length(1900, 2)
    (29, 28)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


@lru_cache(maxsize=512)
def easter(year: int) -> date:
    """Western Easter Sunday (Gregorian; Meeus/Jones/Butcher).

    >>> easter(2025)
    datetime.date(2025, 4, 20)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth (from 1; -1 the last) weekday (1 Monday … 7 Sunday) of a month.

    >>> nth_weekday(1999, 11, 4, 4)
    datetime.date(1999, 11, 25)
    """
    if nth > 0:  # a fifth that the month has not runs on into the next
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, month_length(year, month))
    return last - timedelta(days=(last.isoweekday() - weekday) % 7)
