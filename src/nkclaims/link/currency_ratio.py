"""What a bare "$" beside a converted amount is in, by arithmetic: "US$500m ($760m)", "£2m ($2.5m)".

Two amounts set equal give a rate. Where the day's rate of one dollar fits it and no other's does, that is the one,
whatever the article is about: a Canadian paper may convert into American dollars as well as into its own.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from decimal import Decimal

from nkclaims.model.values import Money
from nkclaims.tables.rates import Rates

_MAIN_DOLLARS = frozenset(("AUD", "CAD", "NZD", "SGD", "HKD", "TWD"))
_FITS = Decimal("0.04")
_CLEAR = Decimal("0.03")
"""How much worse than the best the next must fit."""
_STALE = 370


def by_ratio(
    one: Money, other: Money, candidates: Iterable[str], places: Container[str], day: str, rates: Rates
) -> str | None:
    """The candidate for the currency of ``one`` that its conversion into or from ``other`` shows; None: no one.

    places  countries that the article names: only their dollars and the American are candidates, for else a wrong
            conversion would always find some dollar that makes it right; beside a marked "US$" a bare sign must be
            another, so there all the well-known ones are
    """
    if one.low is None or one.low != one.high or other.low is None or other.low != other.high:
        return None
    base = None if other.currency is None else _rate(rates, other.currency, day)
    if base is None or not one.low or not other.low:
        return None
    ratio = one.low / other.low
    misfits = sorted(
        (abs(ratio * base / rate - 1), code)
        for code in candidates
        if code != other.currency
        and (code == "USD" or code[:2] in places or (other.currency == "USD" and code in _MAIN_DOLLARS))
        if (rate := _rate(rates, code, day)) is not None
    )
    if not misfits or misfits[0][0] > _FITS:
        return None
    close = [code for misfit, code in misfits if misfit - misfits[0][0] < _CLEAR]
    named = [code for code in close if code[:2] in places]
    return close[0] if len(close) == 1 else named[0] if len(named) == 1 else None


def _rate(rates: Rates, code: str, day: str) -> Decimal | None:
    """Units per US dollar on a day, or on one not long before it."""
    if code == "USD":
        return Decimal(1)
    ordinal = date.fromisoformat(day[:10]).toordinal()
    fixed = rates.fixed(code, ordinal)
    if fixed is not None and fixed.base == "USD":
        return fixed.units
    for regime in ("market", "official"):
        point = rates.previous(code, regime, ordinal)
        if point is not None and ordinal - point.day <= _STALE:
            return point.rate
    return None
