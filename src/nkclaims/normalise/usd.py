"""An amount in US dollars, with the working: the rate, its day, its source and by what right it was taken."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal

from nkclaims.model.base import changed, trusted
from nkclaims.model.values import Usd, UsdAlso
from nkclaims.normalise.ladder import DAILY_AGE, Day, Rung, climb, extremes
from nkclaims.normalise.stated import Stated
from nkclaims.tables.rates import Rates, Regime

__all__ = ["REMEDY", "Day", "convert", "later_than_tables", "year_range"]

REMEDY = "run `nkclaims rates update`, or `nkclaims rates import FILE`"
SAME = Decimal("0.01")
"""Two regimes that differ by less than this share are one."""
_Usd, _UsdAlso = trusted(Usd), trusted(UsdAlso)
_NINE = Context(prec=9)
_DOLLARS = frozenset({"USD", "USN", "USS"})
_ONE = Decimal(1)
Ends = tuple[Decimal | None, Decimal | None]
_Other = tuple[Rung, str, str]


@dataclass(slots=True, frozen=True)
class _Quote:
    """The rate to go by, the others to show beside it (rate, regime, why), and what the reader must know."""

    rung: Rung | None
    regime: str
    others: tuple[_Other, ...]
    reason: str | None


def convert(
    low: Decimal | None,
    high: Decimal | None,
    currency: str,
    day: Day | None,
    *,
    rates: Rates,
    stated: Stated | None = None,
) -> tuple[Usd | None, str | None]:
    """The printed ends in US dollars at the rate of the day or period, and what there is to say about it.

    Without a rate the first is None and the second says why and what to do; with one the second is None, or
    says what the reader must know of it (an old survey, a market rate that nobody knows). An open end stays
    open. ``day`` None: the amount has no date; ``stated``: a rate that the article itself gives for that day.

    >>> from nkclaims.tables.rates import load
    >>> usd, reason = convert(Decimal(300), Decimal(700), "CNY", Day.of("2025-10-30"), rates=load())
    >>> usd.tier, reason, 41 < usd.low < 43 and 95 < usd.high < 99
    ('day', None, True)
    """
    ends = low, high
    if currency in _DOLLARS:
        return _usd(ends, Rung(_ONE, day.label if day else "", "unit", "unit"), "official"), None
    if day is None:
        return None, "neither the amount nor the article has a date: give the article's with --published"
    quote = _quote(rates, currency, day)
    if stated is not None and (quote.rung is None or quote.rung.tier != "user"):
        return _by_article(ends, currency, stated, quote), None
    if quote.rung is None:
        return None, quote.reason
    also = [_beside(ends, currency, *other) for other in quote.others]
    return _usd(ends, quote.rung, quote.regime, also), quote.reason


def _quote(rates: Rates, currency: str, day: Day) -> _Quote:
    """What the tables say of a currency on a day or over a period; looked up once."""
    key = (currency, day.earliest, day.latest)
    found = rates.found.get(key)
    if found is None:
        found = rates.remember(key, _look_up(rates, currency, *day.ordinals))
    return found  # type: ignore[no-any-return]


def _look_up(rates: Rates, currency: str, first: int, last: int) -> _Quote:
    official = climb(rates, currency, "official", first, last)
    two = rates.two_rates(currency, first)
    market = climb(rates, currency, "market", first, last) if two else None
    if official and official.tier == "user" and (market is None or market.tier != "user"):
        return _Quote(official, "official", (), _aged(official))
    if market is None:
        if official is None:
            return _Quote(None, "official", (), _missing(rates, currency, first, last))
        reason = _unknown_market(rates, currency, first, last) if two else _aged(official)
        return _Quote(official, "official", (), reason)
    if official is None or abs(official.rate / market.rate - 1) < SAME:
        return _Quote(market, "market", (), _aged(market))
    return _Quote(market, "market", ((official, "official", "the official rate"),), _aged(market))


def year_range(usd: Usd, ends: Ends, currency: str, year: int, *, rates: Rates, two: bool = False) -> Usd:
    """The same with the year's lowest and highest rate beside it, for a going rate without its own date.

    ``two``: the market's rate is the one to go by then, even where the amount's own day has none.
    """
    if currency in _DOLLARS:
        return usd
    regimes: tuple[Regime, ...] = ("market", "official") if two or usd.regime == "market" else ("official",)
    rows = ((regime, extremes(rates, currency, regime, year)) for regime in regimes)
    regime, found = next((row for row in rows if row[1]), ("official", None))
    if found is None:
        return usd
    which = "market rate known" if regime == "market" else "rate"
    words = (f"lowest {which} of {year}", f"highest {which} of {year}")
    range_ = [_beside(ends, currency, rung, regime, why) for rung, why in zip(found, words, strict=True)]
    return changed(usd, also=[*usd.also, *range_])


def later_than_tables(rates: Rates, currency: str, day: Day) -> bool:
    """Whether an amount is of a day past the tables' end, so that newer tables are the remedy."""
    past = day.ordinals[1] > rates.until + DAILY_AGE
    return past and currency not in _DOLLARS and rates.knows(currency)


def beside(usd: Usd, currency: str, why: str) -> UsdAlso:
    """A conversion as an entry of another's ``also``."""
    return _UsdAlso(
        low=usd.low, high=usd.high, rate=usd.rate, rate_date=usd.rate_date, currency=currency,
        regime=usd.regime, tier=usd.tier, source=usd.source, why=why,
    )  # fmt: skip


def _by_article(ends: Ends, currency: str, stated: Stated, quote: _Quote) -> Usd:
    """By the article's own rate; both its ends and the tables' rates stand beside it."""
    low, high = ends
    beside_it: list[_Other] = []
    if stated.low != stated.high:
        for rate in (stated.low, stated.high):
            rung = Rung(rate, stated.date, "stated", "article")
            beside_it.append((rung, "stated", "an end of the article's own rate"))
    if quote.rung:
        beside_it.append((quote.rung, quote.regime, f"what it would be at the {quote.regime} rate"))
        beside_it += [
            (rung, regime, f"what it would be at the {regime} rate") for rung, regime, _ in quote.others
        ]
    return _Usd(
        low=None if low is None else _NINE.divide(low, stated.high),
        high=None if high is None else _NINE.divide(high, stated.low),
        rate=stated.middle, rate_date=stated.date, regime="stated", tier="stated", source="article",
        also=[_beside(ends, currency, *other) for other in beside_it],
    )  # fmt: skip


def _usd(ends: Ends, rung: Rung, regime: str, also: list[UsdAlso] | None = None) -> Usd:
    low, high = _divided(ends, rung.rate)
    return _Usd(
        low=low, high=high, rate=rung.rate, rate_date=rung.date, regime=regime, tier=rung.tier,
        source=rung.source, also=also or [],
    )  # fmt: skip


def _beside(ends: Ends, currency: str, rung: Rung, regime: str, why: str) -> UsdAlso:
    low, high = _divided(ends, rung.rate)
    return _UsdAlso(
        low=low, high=high, rate=rung.rate, rate_date=rung.date, currency=currency,
        regime=regime, tier=rung.tier, source=rung.source, why=why,
    )  # fmt: skip


def _divided(ends: Ends, rate: Decimal) -> Ends:
    if rate == _ONE:
        return ends
    low, high = ends
    return (
        None if low is None else _NINE.divide(low, rate),
        None if high is None else _NINE.divide(high, rate),
    )


def _aged(rung: Rung) -> str | None:
    return f"the rate is {rung.age} days old ({rung.date}): a survey's" if rung.age > DAILY_AGE else None


def _unknown_market(rates: Rates, currency: str, first: int, last: int) -> str:
    point = rates.previous(currency, "market", first)
    if point is None or first != last:
        return "market rate unknown"
    of = date.fromordinal(point.day).isoformat()
    return f"market rate unknown: the last is {point.rate:f} of {of}, {first - point.day} days before"


def _missing(rates: Rates, currency: str, first: int, last: int) -> str:
    """Why there is no rate, and the remedy."""
    when = date.fromordinal(first).isoformat()
    if first != last:
        when += f" to {date.fromordinal(last).isoformat()}"
    if not rates.knows(currency):
        return f"no table has a rate of {currency}: `nkclaims rates import FILE` with one, or --rates FILE"
    if last > rates.until + DAILY_AGE:
        end = date.fromordinal(rates.until).isoformat()
        return f"the amount is of {when}, the rates in use end on {end}: {REMEDY}"
    if day := rates.broken(currency, first, last):
        return (
            f"{currency} was redenominated on {date.fromordinal(day).isoformat()}, within the period {when}"
        )
    if last - first > 366:
        return f"the period {when} is longer than a year: no one rate stands for it"
    return (
        f"no rate of {currency} is known for {when}: `nkclaims rates import FILE` with one, or --rates FILE"
    )
