"""The only door to other people's parsers: dateparser for dates and quantulum3 for units not read by our own.

Over a whole article dateparser finds dates in "we" and "30-40"; on one candidate, told the language and the
day to count from, it is useful: the stamps of web pages ("3 hrs. ago", "1 yr 2 mo ago") and of logs.
It is slow to import and to run: imported when first asked, its answers kept.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from typing import Any


@dataclass(frozen=True, slots=True)
class VendorDate:
    """A date as dateparser read it.

    day     the day          time   hour and minute where the words have them
    period  how exact the words are: "day", "week", "month", "year", "time"
    """

    day: date
    time: tuple[int, int] | None
    period: str


@cache
def _parser(base: datetime) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its own, about its own dependencies
        from dateparser.date import DateDataParser

        return DateDataParser(
            languages=["en"],
            settings={"RELATIVE_BASE": base, "RETURN_TIME_AS_PERIOD": True, "PREFER_DATES_FROM": "past"},
        )


@lru_cache(maxsize=4096)
def parse_date(words: str, base: datetime) -> VendorDate | None:
    """One candidate, counted from a day where it is relative; None where dateparser reads nothing.

    >>> parse_date("1 yr 2 mo ago", datetime(2025, 10, 30)).day
    datetime.date(2024, 8, 30)
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            found = _parser(base).get_date_data(words)
        except (OverflowError, ValueError):
            return None
    moment = found.date_obj
    if moment is None:
        return None
    period = found.period or "day"
    time = (moment.hour, moment.minute) if period == "time" else None
    return VendorDate(moment.date(), time, period)


@lru_cache(maxsize=4096)
def unit_name(symbol: str) -> str | None:
    """The name of a unit by its symbol, as quantulum3 knows it; None where it knows none.

    Over a whole text quantulum3 reads "1.2bn" as barns; on a bare symbol, told that it is one, it is useful.

    >>> unit_name("kWh/m2"), unit_name("GmbH")
    ('kilowatt hour per square metre', None)
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = _units().parse(f"1 {symbol}")
    if len(found) != 1 or found[0].value != 1 or found[0].surface != f"1 {symbol}":
        return None
    name = str(found[0].unit.name)
    return None if name == "dimensionless" else name


@cache
def _units() -> Any:
    """quantulum3's parser. It sets up logging when imported; that is undone."""
    import logging

    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    from quantulum3 import parser

    root.handlers[:] = handlers
    root.setLevel(level)
    return parser
