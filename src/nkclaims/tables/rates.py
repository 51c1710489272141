"""Exchange rates as tables: what is embedded, what the user imported, what the user gave for this run.

Nothing here chooses between rates; that is :mod:`nkclaims.normalise.ladder`. Rates are units of the currency
per US dollar, days are ordinals (``date.toordinal``). Sources and licences: ``data/SOURCES.toml``.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal
from zlib import crc32

from nkclaims.tables.ratefile import RateFile, day_of, read

Regime = Literal["official", "market"]
Span = Literal["day", "month", "year"]
SURVEYS = frozenset({"imf-ifs", "market-rates"})
CACHE = 50_000
WEEKLY = 6
"""Days between two points from which a series is a survey, not a daily quotation."""


@dataclass(slots=True, frozen=True)
class Fixed:
    """``units`` of ``code`` are one ``base`` from ``start`` to ``end`` (ordinals; None: still).

    tier: "fixed" by law for good, "peg" while it holds, "decree" (official, but nobody's price).
    """

    code: str
    units: Decimal
    base: str
    start: int
    end: int | None
    tier: str


@dataclass(slots=True, frozen=True)
class Point:
    """One published rate: ``survey`` says that the next is due a week or more later."""

    day: int
    rate: Decimal
    source: str
    survey: bool


@dataclass(slots=True)
class Rates:
    """The tables in use. ``tables``: the embedded one, then what was imported; ``user``: ``--rates FILE``.

    ``until``: the last day any table but the user's has; ``digest``: a short hex word for ``made_by.tables``.
    """

    tables: tuple[RateFile, ...]
    user: RateFile | None = None
    until: int = field(init=False)
    digest: str = field(init=False)
    found: dict[Any, Any] = field(default_factory=dict, repr=False)
    _fixed: dict[str, list[Fixed]] = field(init=False, repr=False)
    _breaks: dict[str, list[int]] = field(init=False, repr=False)
    _two: dict[str, list[tuple[int, int]]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        head = self.tables[0].header
        self.until = max(day_of(table.header["until"]) for table in self.tables)
        in_use = [*self.tables, *([self.user] if self.user else [])]
        self.digest = f"{crc32(' '.join(table.digest for table in in_use).encode()):08x}"
        self._fixed = {}
        for code, units, base, start, end, tier in head["fixed"]:
            row = Fixed(code, Decimal(units), base, day_of(start), day_of(end) if end else None, tier)
            self._fixed.setdefault(code, []).append(row)
        self._breaks = {}
        for code, day in head["breaks"]:
            self._breaks.setdefault(code, []).append(day_of(day))
        self._two = {}
        for code, start, end in head["two_rates"]:
            self._two.setdefault(code, []).append(
                (day_of(start), day_of(end) if end else date.max.toordinal())
            )

    def remember(self, key: object, value: Any) -> Any:
        """Keep what was looked up, within bounds; gives the value back."""
        if len(self.found) >= CACHE:
            self.found.clear()
        self.found[key] = value
        return value

    def knows(self, code: str) -> bool:
        """Whether any table, the user's for this run left aside, has the currency at all."""
        return code == "USD" or code in self._fixed or bool(self._ends(code))

    def last(self, code: str) -> int | None:
        """The last day with a rate of the currency; open pegs hold until the tables' end. None: unknown."""
        if any(row.end is None and row.tier != "decree" for row in self._fixed.get(code, ())):
            return self.until
        return max(self._ends(code), default=None)

    def codes(self) -> list[str]:
        """Every currency that the tables know, sorted."""
        named = {key.split()[0] for table in self.tables for key in table.header["series"]}
        return sorted(named | self._fixed.keys() | {"USD"})

    def fixed(self, code: str, day: int, *, decree: bool = False) -> Fixed | None:
        """The fixed rate or peg in force on a day; with ``decree`` the nominal rate instead."""
        for row in self._fixed.get(code, ()):
            if row.start <= day and (row.end is None or day <= row.end) and (row.tier == "decree") == decree:
                return row
        return None

    def peg_edges(self, code: str, low: int, high: int) -> list[int]:
        """First days within ``(low, high]`` on which another peg, or none, comes into force."""
        edges = set()
        for row in self._fixed.get(code, ()):
            if row.tier != "decree":
                edges.add(row.start)
                if row.end is not None:
                    edges.add(row.end + 1)
        return sorted(day for day in edges if low < day <= high)

    def broken(self, code: str, low: int, high: int) -> int | None:
        """The day within ``(low, high]`` on which the same code began to mean another unit; None: none."""
        return next((day for day in self._breaks.get(code, ()) if low < day <= high), None)

    def two_rates(self, code: str, day: int) -> bool:
        """Whether on that day the market's rate is the one to go by."""
        return any(start <= day <= end for start, end in self._two.get(code, ()))

    def previous(self, code: str, regime: Regime, day: int) -> Point | None:
        """The last rate published on or before a day, of any age; a later table wins a tie."""
        best: Point | None = None
        for table in self.tables:
            point = previous(table, f"{code} {regime} day", day)
            if point and (best is None or point.day >= best.day):
                best = point
        return best

    def between(self, code: str, regime: Regime, low: int, high: int) -> dict[int, Point]:
        """Every rate published from ``low`` to ``high``, both included, by day."""
        points: dict[int, Point] = {}
        for table in self.tables:
            points.update((point.day, point) for point in between(table, f"{code} {regime} day", low, high))
        return points

    def average(self, code: str, regime: Regime, span: Span, first: int) -> Point | None:
        """A published average of the month or year that begins on ``first``."""
        for table in reversed(self.tables):
            for point in between(table, f"{code} {regime} {span}", first, first):
                return point
        return None

    def _ends(self, code: str) -> list[int]:
        keys = [
            f"{code} {regime} {span}"
            for regime in ("official", "market")
            for span in ("day", "month", "year")
        ]
        return [t.header["series"][key][4] for t in self.tables for key in keys if key in t.header["series"]]


def previous(table: RateFile, key: str, day: int) -> Point | None:
    """The last rate of one table's series on or before a day."""
    series = table.series(key)
    at = series.last(day) if series else -1
    return _point(table, key, at) if at >= 0 else None


def between(table: RateFile, key: str, low: int, high: int) -> Iterator[Point]:
    """The rates of one table's series from ``low`` to ``high``, both included."""
    series = table.series(key)
    if series:
        for at in range(bisect_left(series.days, low), bisect_right(series.days, high)):
            yield _point(table, key, at)


def _point(table: RateFile, key: str, at: int) -> Point:
    series = table.series(key)
    assert series is not None
    source = table.header["sources"][series.sources[at]]
    gap = series.days[at] - series.days[at - 1] if at else 0
    return Point(series.days[at], series.rate(at), source, source in SURVEYS or gap >= WEEKLY)


@lru_cache(maxsize=1)
def embedded() -> RateFile:
    """The table that ships with nkclaims; opened once, each currency decoded when first asked for."""
    return read((files("nkclaims.data") / "rates.bin").read_bytes(), "nkclaims/data/rates.bin")


def load(imported: Sequence[RateFile] = (), user: RateFile | None = None) -> Rates:
    """The rates in use: the embedded table, what was imported, and the user's own for this run.

    >>> load().two_rates("KPW", day_of("2025-10-30"))
    True
    """
    return Rates((embedded(), *imported), user)
