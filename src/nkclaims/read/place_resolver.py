"""Which place a name means: one sense a name and text, by prominence and by the company the name keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import floor

from nkclaims.read.place_finder import Found
from nkclaims.tables.gazetteer import ALTERNATE, DEMONYM, PRIMARY, ROW, Gazetteer, kilometres

MOST = 30
"""Candidates looked at a name, the most prominent first."""


@dataclass(frozen=True, slots=True)
class Sense:
    """The row chosen, the rows nearly as good, and the lead over the next."""

    row: int
    rivals: tuple[int, ...]
    lead: float


class Resolver:
    """Senses for the accepted names of one text."""

    def __init__(self, table: Gazetteer, found: list[Found]) -> None:
        self.table = table
        self.found = found
        self.candidates: dict[str, tuple[int, ...]] = {}
        self.fixed: dict[str, Counter[int]] = defaultdict(Counter)
        self.wanted: dict[str, str] = {}
        for hit in found:
            self.candidates.setdefault(hit.key, hit.postings[:MOST])

    def fix(self, key: str, row: int) -> None:
        """An apposition says which row a name means."""
        self.fixed[key][row] += 1

    def senses(self) -> dict[str, Sense]:
        """Name key -> sense."""
        cells = self._cells()
        chosen = {key: self._prior(key)[0] for key in self.candidates}
        for _ in range(2):
            countries, units = self._context(chosen)
            chosen = {
                key: self._best(key, chosen[key], cells, countries, units)[0] for key in self.candidates
            }
        countries, units = self._context(chosen)
        return {key: self._sense(key, chosen[key], cells, countries, units) for key in self.candidates}

    def _prior(self, key: str) -> tuple[int, float]:
        if self.fixed[key]:
            return self.fixed[key].most_common(1)[0][0], 99.0
        posting = self.candidates[key][0]
        return posting & ROW, self._prominence(posting)

    def _prominence(self, posting: int) -> float:
        base = self.table.prominence[posting & ROW] / 20
        return base + bool(posting & PRIMARY) - bool(posting & ALTERNATE)

    def _context(self, chosen: dict[str, int]) -> tuple[Counter[str], Counter[int]]:
        """How many names of the text speak for a country, and for a unit."""
        countries: Counter[str] = Counter()
        units: Counter[int] = Counter()
        for key, row in chosen.items():
            postings = self.candidates[key]
            sure = len(postings) == 1 or key in self.fixed or bool(postings[0] & (DEMONYM | PRIMARY))
            weight = 2 if sure else 1
            country = self.table.countries[self.table.country[row]]
            if country:
                countries[country] += weight
            units[row] += weight
            for above in self.table.ancestors(row):
                units[above] += weight
        return countries, units

    def _cells(self) -> dict[tuple[int, int], set[str]]:
        """One-degree squares -> the names with a candidate there."""
        out: dict[tuple[int, int], set[str]] = defaultdict(set)
        for key, postings in self.candidates.items():
            for posting in postings:
                row = posting & ROW
                if not posting & DEMONYM and self.table.features[self.table.feature[row]][:3] in (
                    "PPL",
                    "ADM",
                ):
                    out[floor(self.table.lat[row] / 1e5), floor(self.table.lon[row] / 1e5)].add(key)
        return out

    def _near(self, key: str, row: int, cells: dict[tuple[int, int], set[str]]) -> int:
        lat, lon = floor(self.table.lat[row] / 1e5), floor(self.table.lon[row] / 1e5)
        names: set[str] = set()
        for y in (lat - 1, lat, lat + 1):
            for x in (lon - 1, lon, lon + 1):
                names |= cells.get((y, x), set())
        return len(names - {key})

    def _scores(
        self,
        key: str,
        own: int,
        cells: dict[tuple[int, int], set[str]],
        countries: Counter[str],
        units: Counter[int],
    ) -> list[tuple[float, int]]:
        out = []
        fixed = self.fixed[key].most_common(1)[0][0] if self.fixed[key] else None
        own_country = self.table.countries[self.table.country[own]]
        own_above = {own, *self.table.ancestors(own)}
        for posting in self.candidates[key]:
            row = posting & ROW
            score = self._prominence(posting)
            if row == fixed:
                score += 20
            country = self.table.countries[self.table.country[row]]
            others = countries[country] - 2 * (country == own_country) if country else 0
            score += min(2.0, 0.5 * max(0, others))
            for above in self.table.ancestors(row):
                support = units[above] - 2 * (above in own_above)
                if support > 0 and self.table.features[self.table.feature[above]][:3] == "ADM":
                    score += min(2.5, 1.0 * support)
            if len(self.candidates) > 1:
                score += min(3.0, 0.7 * self._near(key, row, cells))
            want = self.wanted.get(key)
            if want and self.table.features[self.table.feature[row]].startswith(want):
                score += 3.0
            out.append((score, row))
        out.sort(key=lambda item: (-item[0], item[1]))
        return out

    def _best(
        self,
        key: str,
        own: int,
        cells: dict[tuple[int, int], set[str]],
        countries: Counter[str],
        units: Counter[int],
    ) -> tuple[int, float]:
        if len(self.candidates[key]) == 1:
            return self.candidates[key][0] & ROW, 99.0
        scores = self._scores(key, own, cells, countries, units)
        return scores[0][1], scores[0][0]

    def _sense(
        self,
        key: str,
        own: int,
        cells: dict[tuple[int, int], set[str]],
        countries: Counter[str],
        units: Counter[int],
    ) -> Sense:
        if len(self.candidates[key]) == 1:
            return Sense(self.candidates[key][0] & ROW, (), 99.0)
        (top, row), *rest = self._scores(key, own, cells, countries, units)
        lead = top - rest[0][0] if rest else 99.0
        rivals = tuple(other for score, other in rest if top - score < 1.5 and self._far(row, other))
        return Sense(row, rivals[:5], lead)

    def _far(self, one: int, two: int) -> bool:
        t = self.table
        return kilometres(t.lat[one] / 1e5, t.lon[one] / 1e5, t.lat[two] / 1e5, t.lon[two] / 1e5) > 50
