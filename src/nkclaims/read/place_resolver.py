"""Which place a name means: one sense a name and text, by prominence and by the company the name keeps."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import floor

from nkclaims.read.place_names import Found
from nkclaims.tables.gazetteer import ALTERNATE, DEMONYM, PRIMARY, ROW, Gazetteer, kilometres

Cells = defaultdict[tuple[int, int], dict[str, float]]
_NOTHING: dict[str, float] = {}
# In powers of ten of inhabitants: what company is worth, a name that speaks for it and at most.
UNIT_BONUS = 1.0  # a state or country is named more often than a town as well known
COUNTRY, COUNTRY_MOST = 0.5, 2.5
UNIT, UNIT_MOST = 0.6, 1.5
NEAR, NEAR_MOST = 1.2, 3.0
NAMED = 1.0  # the unit it lies in is named too
OTHER_NAME = 1.0  # another language's name, or an old one
DECAY = 0.4
METROPOLIS, METROPOLIS_BONUS = (
    5.9,
    1.2,
)  # a city or state of a million is meant, whatever small namesake is near

MOST = 30
"""Candidates looked at a name, the most prominent first."""


@dataclass(slots=True)
class _Candidate:
    """A row a name may mean, and what of its score no other choice of the text changes.

    above  it and the units above it, each with whether it is an administrative one
    score  its prominence, the unit's bonus and the company of names near it
    """

    row: int
    country: str
    above: tuple[tuple[int, bool], ...]
    score: float


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
        self.wanted: dict[str, tuple[str, float]] = {}
        self.weights: dict[str, int] = {}
        self.named: set[int] = set()
        self._weighed: dict[str, list[_Candidate]] = {}
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
        return base + bool(posting & PRIMARY) - OTHER_NAME * bool(posting & ALTERNATE)

    def _context(self, chosen: dict[str, int]) -> tuple[Counter[str], Counter[int]]:
        """How many names of the text speak for a country, and for a unit."""
        countries: Counter[str] = Counter()
        units: Counter[int] = Counter()
        self.named = set(chosen.values())
        for key, row in chosen.items():
            postings = self.candidates[key]
            sure = len(postings) == 1 or key in self.fixed or bool(postings[0] & (DEMONYM | PRIMARY))
            weight = self.weights[key] = 2 if sure else 1
            country = self.table.countries[self.table.country[row]]
            if country:
                countries[country] += weight
            units[row] += weight
            for above in self.table.ancestors(row):
                units[above] += weight
        return countries, units

    def _cells(self) -> Cells:
        """One-degree squares -> the names with a candidate there, by how likely it is a priori."""
        out: Cells = defaultdict(dict)
        for key, postings in self.candidates.items():
            if postings[0] & DEMONYM:
                continue
            top = max(self._prominence(posting) for posting in postings)
            for posting in postings:
                row = posting & ROW
                if self.table.features[self.table.feature[row]][:3] in ("PPL", "ADM"):
                    cell = floor(self.table.lat[row] / 1e5), floor(self.table.lon[row] / 1e5)
                    weight = 10 ** (-DECAY * (top - self._prominence(posting)))
                    out[cell][key] = max(weight, out[cell].get(key, 0.0))
        return out

    def _near(self, key: str, row: int, cells: Cells) -> float:
        lat, lon = floor(self.table.lat[row] / 1e5), floor(self.table.lon[row] / 1e5)
        best: dict[str, float] = {}
        for y in (lat - 1, lat, lat + 1):
            for x in (lon - 1, lon, lon + 1):
                for other, weight in cells.get((y, x), _NOTHING).items():
                    if weight > best.get(other, 0.0):
                        best[other] = weight
        best.pop(key, None)
        return sum(best.values())

    def _weigh(self, key: str, cells: Cells) -> list[_Candidate]:
        """A name's candidates with what stays the same however the other names are read."""
        table = self.table
        fixed = self.fixed[key].most_common(1)[0][0] if self.fixed[key] else None
        wanted, bonus = self.wanted.get(key, ("", 0.0))
        out = []
        for posting in self.candidates[key]:
            row = posting & ROW
            feature = table.features[table.feature[row]]
            score = self._prominence(posting) + UNIT_BONUS * (feature in ("ADM1", "PCLI"))
            score += min(NEAR_MOST, NEAR * self._near(key, row, cells)) + 20 * (row == fixed)
            if self._prominence(posting) >= METROPOLIS and feature.startswith(("PPL", "ADM1", "PCLI")):
                score += METROPOLIS_BONUS
            if wanted and feature.startswith(wanted):
                score += bonus
            units = (row, *table.ancestors(row))
            above = tuple((unit, table.features[table.feature[unit]][:3] == "ADM") for unit in units)
            out.append(_Candidate(row, table.countries[table.country[row]], above, score))
        return out

    def _scores(
        self, key: str, own: int, cells: Cells, countries: Counter[str], units: Counter[int]
    ) -> list[tuple[float, int]]:
        candidates = self._weighed.get(key)
        if candidates is None:
            candidates = self._weighed[key] = self._weigh(key, cells)
        table = self.table
        own_country = table.countries[table.country[own]]
        own_above = {own, *table.ancestors(own)}
        weight = self.weights.get(key, 1)
        out = []
        for candidate in candidates:
            score = candidate.score
            country = candidate.country
            if country:
                others = countries[country] - weight * (country == own_country)
                score += min(COUNTRY_MOST, COUNTRY * max(0, others))
            support, named = 0.0, False
            for unit, administrative in candidate.above:
                if administrative and (unit in units or unit in self.named):
                    support += max(0, units[unit] - weight * (unit in own_above))
                    named = named or (unit != candidate.row and unit in self.named)
            score += min(UNIT_MOST, UNIT * support) + NAMED * named
            out.append((score, candidate.row))
        out.sort(key=lambda item: (-item[0], item[1]))
        return out

    def _best(
        self,
        key: str,
        own: int,
        cells: Cells,
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
        cells: Cells,
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
