"""Places: from a text's atoms to mentions with coordinates.

``find_places`` is the door; the finder decides what is a place, the resolver which one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from nkclaims.atoms.scan import Atoms
from nkclaims.model.base import trusted
from nkclaims.model.mention import Mention
from nkclaims.model.values import Place
from nkclaims.read.place_evidence import Evidence
from nkclaims.read.place_names import Found, pair
from nkclaims.read.place_resolver import MOST, Resolver, Sense
from nkclaims.read.settlements import describes
from nkclaims.tables.gazetteer import ROW, Gazetteer, Row, gazetteer, key_of
from nkclaims.tables.place_words import place_words

Role = Literal["literal", "associative", "metonym"]
_Place = trusted(Place)
_DETERMINERS = frozenset(("a", "an", "the", "this", "its", "his", "her", "their"))
NEAR, INSIDE = 2.0, 1.0
NEARBY = NEAR + INSIDE
"""Points for a doubtful name that is a place near the sure ones, or in a unit that the text names."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place found and resolved, in plain values that a spaCy Doc can carry.

    row      of the gazetteer              rivals  GeoNames ids of other places it might be
    points   evidence that it is a place   start, end  character offsets
    shared   the text puts places of this name in more than one country or unit
    """

    rule: str
    start: int
    end: int
    row: int
    role: Role
    in_name: bool
    rivals: tuple[int, ...]
    points: float
    shared: bool = False


def find_places(atoms: Atoms, *, dateline: str | None = None) -> list[Mention]:
    """Every place, demonym and place adjective of a text, resolved, in order of appearance.

    ``dateline`` is the place the article was sent from, as written; it speaks for its country and region.

    >>> from nkclaims.atoms.scan import scan
    >>> [(m.value.name, m.value.country) for m in find_places(scan("He flew from Hyesan to Paris, Texas."))]
    [('Hyesan', 'KP'), ('Paris', 'US'), ('Texas', 'US')]
    """
    return read_places(locate(atoms, dateline=dateline), atoms)


def read_places(located: Iterable[Located], atoms: Atoms) -> list[Mention]:
    """Mentions of places that were located before."""
    table = gazetteer()
    return [_mention(table, atoms, place) for place in located]


def locate(atoms: Atoms, *, dateline: str | None = None) -> list[Located]:
    """The places of a text, in order, none over another."""
    table = gazetteer()
    every = Evidence(atoms, table).weighed()
    found = [hit for hit in every if hit.points > 0 and not hit.person]
    if not found:
        return []
    own, senses, shared = _resolve(table, atoms, found, dateline)
    likely = [hit for hit in every if -NEARBY < hit.points <= 0 and not hit.person]
    nearby = _nearby(table, likely, senses) if likely else []
    if nearby:
        found = sorted(found + nearby, key=lambda hit: hit.first)
        own, senses, shared = _resolve(table, atoms, found, dateline)
    return [
        _located(table, atoms, hit, senses[hit.key], own.get(hit.first), hit.key in shared) for hit in found
    ]


def _resolve(
    table: Gazetteer, atoms: Atoms, found: list[Found], dateline: str | None
) -> tuple[dict[int, int], dict[str, Sense], set[str]]:
    resolver = Resolver(table, found)
    own, shared = _appositions(table, atoms, found, resolver)
    if dateline:
        key = key_of(dateline)
        _, postings = table.find(key)
        if postings:
            resolver.candidates.setdefault(key, postings)
    return own, resolver.senses(), shared


def _nearby(table: Gazetteer, likely: list[Found], senses: dict[str, Sense]) -> list[Found]:
    """Doubtful names that are places close to the sure ones: in local news, a town among its neighbours."""
    cells: set[tuple[int, int]] = set()
    units: set[int] = set()
    for sense in senses.values():
        feature = table.features[table.feature[sense.row]]
        if feature[:3] == "PPL" or feature == "ADM2":
            lat, lon = table.lat[sense.row] // 100000, table.lon[sense.row] // 100000
            cells.update((lat + y, lon + x) for y in (-1, 0, 1) for x in (-1, 0, 1))
        if feature == "ADM1":
            units.add(sense.row)
    out = []
    for hit in likely:
        for posting in hit.postings[:MOST]:
            row = posting & ROW
            near = (table.lat[row] // 100000, table.lon[row] // 100000) in cells
            inside = any(above in units for above in table.ancestors(row))
            if hit.points + NEAR * near + INSIDE * inside > 0:
                out.append(hit)
                break
    return out


def _appositions(
    table: Gazetteer, atoms: Atoms, found: list[Found], resolver: Resolver
) -> tuple[dict[int, int], set[str]]:
    """What neighbours fix ("Paris, Texas", "the Chinese city of Jilin"): first atom of a mention -> row; and
    the names that are put in more than one place.
    """
    own: dict[int, int] = {}
    placed: dict[str, dict[int, int | None]] = {}
    units = place_words().units
    for one, two in pairwise(found):
        if one.attached and two.first - one.last == 1:
            rows = pair(table, one, two)
            if rows:
                own[one.first], own[two.first] = rows
                resolver.fix(one.key, rows[0])
                resolver.fix(two.key, rows[1])
                placed.setdefault(one.key, {})[one.first] = rows[0]
        elif atoms.words[one.last : two.first] == ["in"] and (rows := pair(table, one, two)):
            placed.setdefault(one.key, {})[one.first] = rows[0]
        elif one.demonym and not two.demonym and describes(atoms.lower(one.last, two.first)):
            placed.setdefault(two.key, {})[two.first] = _in_country(table, one, two)
    _alike(table, atoms, found, resolver)
    for position, hit in enumerate(found):
        words, first = atoms.words, hit.first
        kind = None
        if first > 1 and words[first - 1] == "of":
            kind = units.get(words[first - 2].lower())
        if kind is None and hit.last < len(words):
            kind = units.get(words[hit.last].lower())
        if kind is None:
            continue
        resolver.wanted.setdefault(hit.key, (kind, 3.0))
        before = found[position - 1] if position else None
        if before is not None and before.demonym and before.last == first - 2:
            row = _in_country(table, before, hit, kind)
            if row is not None:
                resolver.fix(hit.key, row)
    shared = {key for key, rows in placed.items() if len(set(rows.values())) > 1}
    if shared:
        _each_its_own(found, shared, placed, own)
    return own, shared


def _each_its_own(
    found: list[Found], shared: set[str], placed: dict[str, dict[int, int | None]], own: dict[int, int]
) -> None:
    """Where one name is put in two places, each mention is where its own words, or else the last, put it."""
    last: dict[str, int] = {}
    for hit in found:
        if hit.key in shared:
            row = placed[hit.key].get(hit.first, last.get(hit.key))
            if row is not None:
                own.setdefault(hit.first, row)
                last[hit.key] = own[hit.first]


def _alike(table: Gazetteer, atoms: Atoms, found: list[Found], resolver: Resolver) -> None:
    """In a list of states, each is a state: "New Jersey and New York", "California or Washington"."""
    for one, two in pairwise(found):
        if atoms.words[one.last : two.first] not in (["and"], ["or"], [","], [",", "and"]) or one.attached:
            continue
        for known, other in ((one, two), (two, one)):
            if not known.demonym and _feature(table, known.postings[0]) == "ADM1":
                resolver.wanted.setdefault(other.key, ("ADM1", 2.0))


def _feature(table: Gazetteer, posting: int) -> str:
    return table.features[table.feature[posting & ROW]]


def _in_country(table: Gazetteer, demonym: Found, hit: Found, kind: str = "PPL") -> int | None:
    """The first row of a name in the country of a demonym, one of a kind before any other."""
    country = table.country[demonym.postings[0] & ROW]
    rows = [p & ROW for p in hit.postings if table.country[p & ROW] == country]
    fitting = (row for row in rows if table.features[table.feature[row]].startswith(kind))
    return next(fitting, rows[0] if rows else None)


def _located(
    table: Gazetteer, atoms: Atoms, hit: Found, sense: Sense, own: int | None, shared: bool
) -> Located:
    row = table.row(sense.row if own is None else own)
    return Located(
        rule=_rule(hit, row),
        start=atoms.starts[hit.first],
        end=atoms.ends[hit.last - 1],
        row=row.row,
        role=_role(atoms, hit, row),
        in_name=hit.in_name,
        rivals=() if own is not None else tuple(table.geonames[r] for r in sense.rivals if table.geonames[r]),
        points=round(hit.points, 1),
        shared=shared,
    )


def _mention(table: Gazetteer, atoms: Atoms, place: Located) -> Mention:
    row = table.row(place.row)
    value = _Place(
        name=row.name,
        geonames=row.geonames or None,
        country=row.country or None,
        admin1=_admin1(table, row),
        lat=row.lat,
        lon=row.lon,
        feature=row.feature,
        role=place.role,
        in_name=place.in_name,
        rivals=list(place.rivals),
    )
    sentence = atoms.sentence_of(atoms.at(place.start))
    clues: dict[str, float | bool] = {"points": place.points}
    if place.shared:
        clues["shared"] = True
    return Mention("place", place.start, place.end, place.rule, value, sentence=sentence, clues=clues)


def _admin1(table: Gazetteer, row: Row) -> str | None:
    if row.feature == "ADM1":
        return row.name
    for above in table.ancestors(row.row):
        if table.features[table.feature[above]] == "ADM1":
            return table.row(above).name
    return None


def _rule(hit: Found, row: Row) -> str:
    if hit.demonym:
        return "place.demonym"
    if row.feature in ("PCLI", "PCLH"):
        return "place.country"
    if row.feature.startswith("ADM"):
        return "place.unit"
    return "place.city" if row.feature.startswith("PPL") else "place.region"


def _role(atoms: Atoms, hit: Found, row: Row) -> Role:
    """Demonyms and modifiers of a noun are associative; a country or capital that acts is its government."""
    if hit.demonym:
        return "associative"
    words, lists = atoms.words, place_words()
    after = words[hit.last].lower() if hit.last < len(words) else ""
    before = words[hit.first - 1].lower() if hit.first else ""
    placed = before in lists.inside or before in lists.towards
    if row.feature in ("PCLI", "PPLC", "RGNE") and after in lists.acts and not placed:
        return "metonym"
    if (
        before in _DETERMINERS
        and after.isalpha()
        and after not in lists.function
        and words[hit.last].islower()
    ):
        return "associative"
    return "literal"
