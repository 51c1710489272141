"""Dollars in the prices of another year, by US consumer prices: what ``--real YEAR`` asks for."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from nkclaims.errors import InputError
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money, UsdReal
from nkclaims.tables.cpi import index, real

SOURCE = "us-cpi"


def check_year(year: int) -> int:
    """The year itself. Raises InputError for one whose prices are not known."""
    if index(f"{year:04}") is None:
        raise InputError(f"US consumer prices of {year} are not known: give --real a year from 1913 on")
    return year


def in_prices_of(mentions: Sequence[Mention], year: int) -> None:
    """Fill ``value.usd.real`` of every amount that has dollars, from the day its dollars are of.

    The ends are those of ``usd``, times the year's mean index over the index of the day's month (of the year,
    where the amount is of a year). None stays where an index is not known.
    """
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Money) or value.usd is None:
            continue
        day = str(mention.clues.get("usd_day", {}).get("value", "")).split("/")[-1]
        if not day or index(day) is None:
            continue
        low, high = (_real(end, day, year) for end in (value.usd.low, value.usd.high))
        stated = UsdReal(year=year, low=low, high=high, source=SOURCE)
        mention.value = value.model_copy(update={"usd": value.usd.model_copy(update={"real": stated})})


def _real(end: Decimal | None, day: str, year: int) -> Decimal | None:
    return None if end is None else real(end, day, year)
