"""The ladder: which rate a day or period gets, and by what right.

From the top: the user's table, a fixed rate or peg, the exact day, the last published day (at most 7 days
old, 31 for surveys), the mean of a finished month, the mean of a finished year, a decreed rate; then nothing.
What the article states stands above all but the user's table: :mod:`nkclaims.normalise.stated`. Nothing is
interpolated, nothing reaches past the tables' end, nothing crosses a redenomination.
"""

from __future__ import annotations

import itertools
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal

from nkclaims.tables.rates import Point, Rates, Regime, between, previous

DAILY_AGE = 7
SURVEY_AGE = 31
MONTHS_OF_A_YEAR = 5
"""A year's mean asks for rates in this many of its months, in three of its quarters."""
_NINE = Context(prec=9)


@dataclass(slots=True, frozen=True)
class Day:
    """A day or period, ISO days, both included.

    >>> Day.of("2025-03"), Day.of("2025-03-10")
    (Day(earliest='2025-03-01', latest='2025-03-31'), Day(earliest='2025-03-10', latest='2025-03-10'))
    """

    earliest: str
    latest: str

    @classmethod
    def of(cls, iso: str) -> Day:
        """An ISO day (with time or not), month or year. Raises ValueError for anything else."""
        text = iso[:10]
        if len(text) == 4:
            return cls(f"{text}-01-01", f"{text}-12-31")
        if len(text) == 7:
            year, month = int(text[:4]), int(text[5:])
            return cls(f"{text}-01", f"{text}-{monthrange(year, month)[1]:02}")
        return cls(date.fromisoformat(text).isoformat(), text)

    @property
    def label(self) -> str:
        """The ISO day, month or year that it is, or both days with a slash between.

        >>> Day("2024-01-01", "2024-12-31").label, Day("2024-01-01", "2024-02-15").label
        ('2024', '2024-01-01/2024-02-15')
        """
        return _span(*self.ordinals)

    @property
    def ordinals(self) -> tuple[int, int]:
        return date.fromisoformat(self.earliest).toordinal(), date.fromisoformat(self.latest).toordinal()


@dataclass(slots=True, frozen=True)
class Rung:
    """A rate found: units per US dollar, the ISO day, month, year or span it is of, its age in days."""

    rate: Decimal
    date: str
    tier: str
    source: str
    age: int = 0


def climb(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    """The best rate for the days ``low`` to ``high`` (ordinals, equal for one day); None: no rate is known.

    >>> from nkclaims.tables.rates import load
    >>> day = date(2025, 10, 30).toordinal()
    >>> climb(load(), "AED", "official", day, day)
    Rung(rate=Decimal('3.6725'), date='2025-10-30', tier='peg', source='fixed-rates', age=0)
    """
    if code == "USD":
        return Rung(Decimal(1), _span(low, high), "unit", "unit") if regime == "official" else None
    key = (code, regime, low, high)
    if key in rates.found:
        return rates.found[key]  # type: ignore[no-any-return]
    return rates.remember(key, _climb(rates, code, regime, low, high))  # type: ignore[no-any-return]


def _climb(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    rung = _by_user(rates, code, regime, low, high)
    if rung or high > rates.until + DAILY_AGE:
        return rung
    if low == high:
        return (
            _by_peg(rates, code, regime, low, high)
            or _by_day(rates, code, regime, low)
            or _by_mean(rates, code, regime, *_month(low))
            or _by_mean(rates, code, regime, *_year(low))
            or _by_decree(rates, code, regime, low)
        )
    return _by_period(rates, code, regime, low, high) or _by_decree(rates, code, regime, high)


def _by_user(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    """The user's own table: the day, a day within the last 31, or the month or year that holds the period."""
    if rates.user is None:
        return None
    key = f"{code} {regime} day"
    points = list(between(rates.user, key, low, high))
    if not points and (point := previous(rates.user, key, low)) and low - point.day <= SURVEY_AGE:
        points = [point]
    if points:
        return Rung(
            _mean(points), _span(points[0].day, points[-1].day), "user", "user", max(0, low - points[-1].day)
        )
    for span, (first, last) in (("month", _month(low)), ("year", _year(low))):
        if high <= last:
            for point in between(rates.user, f"{code} {regime} {span}", first, first):
                return Rung(point.rate, _span(first, last), "user", "user")
    return None


def _by_peg(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    if regime != "official":
        return None
    row = rates.fixed(code, low)
    if row is None:
        return None
    if row.base == "USD":
        return Rung(row.units, _span(low, high), row.tier, "fixed-rates")
    base = climb(rates, row.base, "official", low, high)
    return base and replace(base, rate=_NINE.multiply(row.units, base.rate), tier=row.tier)


def _by_day(rates: Rates, code: str, regime: Regime, day: int) -> Rung | None:
    point = rates.previous(code, regime, day)
    if point is None:
        return None
    age = day - point.day
    limit = SURVEY_AGE if point.survey and day <= rates.until else DAILY_AGE
    if age > limit or rates.broken(code, point.day, day):
        return None
    return Rung(point.rate, _iso(point.day), "previous" if age else "day", point.source, age)


def _by_period(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    """The mean over a period; a short one that has no rate of its own takes its month's or its year's."""
    rung = _by_mean(rates, code, regime, low, high)
    if rung is None and _month(low) == _month(high):
        rung = _by_mean(rates, code, regime, *_month(low))
    if rung is None and _year(low) == _year(high) and high - low < SURVEY_AGE:
        rung = _by_mean(rates, code, regime, *_year(low))
    return rung


def _by_mean(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    """The mean of a finished period of at most a year, piece by piece where pegs came and went."""
    if high > rates.until or high - low > 366 or rates.broken(code, low, high):
        return None
    edges = [low, *rates.peg_edges(code, low, high), high + 1]
    pieces = [(a, b - 1) for a, b in itertools.pairwise(edges)]
    rungs = [_piece(rates, code, regime, a, b) for a, b in pieces]
    found = [rung for rung in rungs if rung]
    if len(found) < len(rungs):
        return None
    if len(found) == 1:
        return found[0]
    days = [b - a + 1 for a, b in pieces]
    total = sum((rung.rate * n for rung, n in zip(found, days, strict=True)), Decimal(0))
    longest = found[days.index(max(days))]
    return Rung(_NINE.divide(total, Decimal(sum(days))), _span(low, high), _tier(low, high), longest.source)


def _piece(rates: Rates, code: str, regime: Regime, low: int, high: int) -> Rung | None:
    peg = _by_peg(rates, code, regime, low, high)
    if peg:
        return peg
    month, year = _month(low), _year(low)
    for span, (first, last) in (("month", month), ("year", year)):
        if low >= first and high <= last and (span == "month" or (low, high) == year):
            average = rates.average(code, regime, span, first)  # type: ignore[arg-type]
            if average:
                return Rung(average.rate, _span(first, last), span, average.source)
    points = list(rates.between(code, regime, low, high).values())
    if high - low >= SURVEY_AGE:
        points = _by_month(points, _averages(rates, code, regime, low, high))
        if not _covers(points, low, high):
            return None
    return Rung(_mean(points), _span(low, high), _tier(low, high), points[-1].source) if points else None


def _by_month(points: list[Point], averages: list[Point]) -> list[Point]:
    """One rate a month, so that none outweighs another; a published mean comes before one of points."""
    months: dict[int, list[Point]] = {}
    for point in points:
        months.setdefault(_month(point.day)[0], []).append(point)
    months |= {average.day: [average] for average in averages}
    return [replace(months[first][-1], day=first, rate=_mean(months[first])) for first in sorted(months)]


def _averages(rates: Rates, code: str, regime: Regime, low: int, high: int) -> list[Point]:
    """Published averages of the months within a period."""
    points = []
    first, last = _month(low)
    while first <= high:
        if low <= first and last <= high and (average := rates.average(code, regime, "month", first)):
            points.append(average)
        first, last = _month(last + 1)
    return points


def _by_decree(rates: Rates, code: str, regime: Regime, day: int) -> Rung | None:
    row = rates.fixed(code, day, decree=True) if regime == "official" else None
    return Rung(row.units, _iso(day), "peg", "fixed-rates") if row else None


def extremes(rates: Rates, code: str, regime: Regime, year: int) -> tuple[Rung, Rung] | None:
    """The lowest and the highest rate published in a year; None where fewer than two differ."""
    key = (code, regime, "extremes", year)
    if key in rates.found:
        return rates.found[key]  # type: ignore[no-any-return]
    return rates.remember(key, _extremes(rates, code, regime, year))  # type: ignore[no-any-return]


def _extremes(rates: Rates, code: str, regime: Regime, year: int) -> tuple[Rung, Rung] | None:
    low, high = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if rates.broken(code, low, high) or (regime == "official" and rates.fixed(code, high)):
        return None
    points = list(rates.between(code, regime, low, high).values())
    points += _averages(rates, code, regime, low, high)
    if len({point.rate for point in points}) < 2:
        return None
    ends = (min(points, key=lambda p: p.rate), max(points, key=lambda p: p.rate))
    first_rung, last_rung = (Rung(p.rate, _iso(p.day), "day", p.source) for p in ends)
    return first_rung, last_rung


def _covers(points: list[Point], low: int, high: int) -> bool:
    """Whether rates are spread enough to stand for a period: five months and three quarters of a year."""
    months = {date.fromordinal(point.day).strftime("%Y-%m") for point in points}
    quarters = {(month[:4], (int(month[5:]) - 1) // 3) for month in months}
    wanted = min(MONTHS_OF_A_YEAR, max(1, (high - low) // 60))
    return len(months) >= wanted and len(quarters) >= min(3, max(1, (high - low) // 90))


def _mean(points: Iterable[Point]) -> Decimal:
    rates = [point.rate for point in points]
    return _NINE.divide(sum(rates, Decimal(0)), Decimal(len(rates)))


def _month(day: int) -> tuple[int, int]:
    at = date.fromordinal(day)
    return at.replace(day=1).toordinal(), at.replace(day=monthrange(at.year, at.month)[1]).toordinal()


def _year(day: int) -> tuple[int, int]:
    year = date.fromordinal(day).year
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


def _tier(low: int, high: int) -> str:
    return "month" if high - low < SURVEY_AGE else "year"


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def _span(low: int, high: int) -> str:
    """ISO day, month or year where the period is one, else both days."""
    if low == high:
        return _iso(low)
    if (low, high) == _month(low):
        return _iso(low)[:7]
    if (low, high) == _year(low):
        return _iso(low)[:4]
    return f"{_iso(low)}/{_iso(high)}"
