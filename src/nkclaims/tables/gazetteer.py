"""The gazetteer: some 270,000 places of GeoNames under the names English news gives them.

Three memory-mapped files, shared by processes: ``gazetteer.trie`` holds the search keys, ``gazetteer.names``
the names as written, ``gazetteer.bin`` the rows as packed columns. Built by scripts/build_gazetteer.py;
GeoNames is CC BY 4.0 (see data/SOURCES.toml).
"""

from __future__ import annotations

import json
import math
import mmap
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from marisa_trie import Trie

MAGIC = b"NKGZ1\0"
NO_PARENT = 0xFFFF
NO_ROWS = 0x7FFFFFFF
MULTI = 0x80000000
ROW = 0x000FFFFF
ALTERNATE, DEMONYM, PRIMARY, ACRONYM, ABBREVIATION = 1 << 20, 1 << 21, 1 << 22, 1 << 23, 1 << 24
# What else a key is: a dictionary word, a given name, a family name; FIRM: a place first of all nevertheless;
# BLOCKED: no place, although a part of it is one.
COMMON, GIVEN, SURNAME, FIRM, BLOCKED = 1, 2, 4, 8, 16

_SKIP = re.compile(r"[.'’‘ʼ`´]")
_BREAK = re.compile(r"[\s\-‐-―/_,]+")


@lru_cache(maxsize=1 << 14)
def key_of(name: str) -> str:
    """The search key of a name: lower case, without accents, points and apostrophes, one space at a break.

    >>> key_of("St. Louis"), key_of("N'Djamena"), key_of("Bosnia-Herzegovina"), key_of("Québec")
    ('st louis', 'ndjamena', 'bosnia herzegovina', 'quebec')
    """
    lowered = _SKIP.sub("", name).lower()
    if not lowered.isascii():
        plain = (
            lowered.replace("ß", "ss").replace("ø", "o").replace("ł", "l").replace("đ", "d").replace("ı", "i")
        )
        lowered = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
        lowered = _SKIP.sub("", lowered).lower()  # what a compatibility form hid
    return _BREAK.sub(" ", lowered).strip()


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points given in degrees, on a sphere of 6371 km (haversine formula).

    >>> round(kilometres(51.5, -0.13, 48.86, 2.35))
    343
    """
    a, b, c, d = map(math.radians, (lat, lon, other_lat, other_lon))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


@dataclass(frozen=True, slots=True)
class Row:
    """One place. ``geonames`` is 0 where the id is not known, ``country`` "" where there is no single one.

    prominence   how much news is about it, in powers of ten of inhabitants (a country has a bonus)
    parent       row of the unit it lies in (NO_PARENT: none)      feature   GeoNames feature code
    """

    row: int
    geonames: int
    name: str
    country: str
    feature: str
    lat: float
    lon: float
    prominence: float
    parent: int


class Gazetteer:
    """Names to rows. Open with :func:`gazetteer`; it is read-only and safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        from marisa_trie import Trie

        self.keys: Trie = Trie().mmap(str(folder / "gazetteer.trie"))
        self._names: Trie = Trie().mmap(str(folder / "gazetteer.names"))
        with (folder / "gazetteer.bin").open("rb") as handle:
            self._map = memoryview(mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ))
        if bytes(self._map[:6]) != MAGIC:
            raise ValueError(f"{folder / 'gazetteer.bin'} is not a gazetteer; rebuild it")
        size = int.from_bytes(self._map[6:10], "little")
        head = json.loads(bytes(self._map[10 : 10 + size]))
        self._columns = head["columns"]
        self.countries: list[str] = head["countries"]
        self.features: list[str] = head["features"]
        self.geonames = self._column("geonames")
        self.lat, self.lon = self._column("lat"), self._column("lon")
        self.country, self.feature = self._column("country"), self._column("feature")
        self.prominence, self.parent = self._column("prominence"), self._column("parent")
        self._name = self._column("name")
        self._postings, self._multi = self._column("postings"), self._column("multi")
        self._key_flags = self._column("key_flags")
        self.country_rows: dict[str, int] = head["country_rows"]
        self.capitals: dict[str, int] = head["capitals"]
        self._row = lru_cache(maxsize=1 << 13)(self._read)
        self._find = lru_cache(maxsize=1 << 13)(self._look_up)

    def _column(self, name: str) -> memoryview:
        code, offset, size = self._columns[name]
        return self._map[offset : offset + size].cast(code)

    def __len__(self) -> int:
        return len(self.geonames)

    def row(self, row: int) -> Row:
        """A place by its row number."""
        return self._row(row)

    def _read(self, row: int) -> Row:
        return Row(
            row,
            self.geonames[row],
            self._names.restore_key(self._name[row]),
            self.countries[self.country[row]],
            self.features[self.feature[row]],
            self.lat[row] / 1e5,
            self.lon[row] / 1e5,
            self.prominence[row] / 20,
            self.parent[row],
        )

    def find(self, key: str) -> tuple[int, tuple[int, ...]]:
        """Key flags and postings (row | posting flags), the most prominent first; (0, ()) if unknown."""
        return self._find(key)

    def _look_up(self, key: str) -> tuple[int, tuple[int, ...]]:
        number = self.keys.get(key)
        if number is None:
            return 0, ()
        posting, flags = self._postings[number], self._key_flags[number]
        if posting == NO_ROWS:
            return flags, ()
        if posting & MULTI:
            at = posting & ~MULTI
            return flags, tuple(self._multi[at + 1 : at + 1 + self._multi[at]])
        return flags, (posting,)

    def ancestors(self, row: int) -> Iterator[int]:
        """The rows a place lies in, the nearest first; the last is its country, where it has one."""
        seen = 0
        while (row := self.parent[row]) != NO_PARENT and seen < 5:
            seen += 1
            yield row

    @property
    def by_geonames(self) -> dict[int, int]:
        """GeoNames id -> row; made on first use (some 20 ms)."""
        return _by_geonames(self)


@lru_cache(maxsize=4)
def _by_geonames(table: Gazetteer) -> dict[int, int]:
    return {number: row for row, number in enumerate(table.geonames) if number}


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The gazetteer that nkclaims ships; opened once."""
    with as_file(files("nkclaims.data") / "gazetteer.bin") as path:
        return Gazetteer(path.parent)


def country_of(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country a name stands for first of all; None if it is no place.

    >>> country_of("Burma"), country_of("Hyesan"), country_of("Parisian"), country_of("Xyzzy")
    ('MM', 'KP', 'FR', None)
    """
    table = gazetteer()
    _, postings = table.find(key_of(name))
    return table.row(postings[0] & ROW).country or None if postings else None


def capital_of(country: str) -> Row | None:
    """The capital of a country given by its ISO 3166-1 code; None where there is none or no such country.

    >>> capital_of("KP").name
    'Pyongyang'
    """
    table = gazetteer()
    row = table.capitals.get(country)
    return None if row is None else table.row(row)


def contains(outer: int | str, place: int) -> bool | None:
    """Whether a country (ISO code) or unit (GeoNames id) holds a place (GeoNames id).

    None where the tables cannot tell: an id they lack, or a region without borders of its own.

    >>> contains("KP", 2043837), contains("CN", 2043837), contains(2036500, 2036502)
    (True, False, True)
    """
    table = gazetteer()
    row = table.by_geonames.get(place)
    if row is None:
        return None
    if isinstance(outer, str):
        country = table.countries[table.country[row]]
        return (country == outer) if country and outer in table.country_rows else None
    unit = table.by_geonames.get(outer)
    if unit is None:
        return None
    if unit == row or unit in table.ancestors(row):
        return True
    feature = table.features[table.feature[unit]]
    if feature == "PCLI":
        country = table.countries[table.country[row]]
        return False if country else None
    # A district or a town is tied to the units above it only as well as the tables know them.
    holders = [table.features[table.feature[above]] for above in table.ancestors(row)]
    return False if feature.startswith("ADM") and feature in holders else None
