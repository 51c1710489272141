"""The gazetteer and its neighbours: keys, distances, containment, demonyms."""

from __future__ import annotations

import subprocess
import sys

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.pipes import places as pipe
from nkclaims.tables.demonyms import demonyms
from nkclaims.tables.gazetteer import (
    ROW,
    capital_of,
    contains,
    country_of,
    gazetteer,
    key_of,
    kilometres,
)
from nkclaims.tables.place_words import place_words
from nkclaims.tables.sources import intact, sources

HYESAN, JILIN_CITY, JILIN, OHIO, COLUMBUS, CHINA = 2043837, 2036502, 2036500, 5165418, 4509177, 1814991


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("UK", "GB"),
        ("Dandong", "CN"),
        ("Wales", "GB"),
        ("Parisian", "FR"),
        ("Siberia", "RU"),
        ("Baltic Sea", None),
        ("Qwertyville", None),
    ],
)
def test_country_of(name: str, country: str | None) -> None:
    assert country_of(name) == country


def test_capitals() -> None:
    capitals = {code: row.name for code in ("KP", "RU", "CN", "US", "BR", "KZ") if (row := capital_of(code))}
    expected = {
        "KP": "Pyongyang",
        "RU": "Moscow",
        "CN": "Beijing",
        "US": "Washington",
        "BR": "Brasília",
        "KZ": "Astana",
    }
    assert capitals == expected
    assert capital_of("XX") is None


@pytest.mark.parametrize(
    ("outer", "place", "expected"),
    [
        ("KP", HYESAN, True),
        ("CN", HYESAN, False),
        (JILIN, JILIN_CITY, True),
        (OHIO, COLUMBUS, True),
        (OHIO, JILIN_CITY, False),
        (CHINA, JILIN_CITY, True),
        (CHINA, HYESAN, False),
        ("XX", HYESAN, None),
        ("KP", 1, None),
        (1, HYESAN, None),
    ],
)
def test_contains(outer: int | str, place: int, expected: bool | None) -> None:
    assert contains(outer, place) is expected


def test_every_posting_is_a_row_and_most_prominent_units_have_parents() -> None:
    table = gazetteer()
    for name in ("Springfield", "San Jose", "Victoria", "Georgia", "La", "Paris"):
        _, postings = table.find(key_of(name))
        assert postings and all((posting & ROW) < len(table) for posting in postings)
        assert len({posting & ROW for posting in postings}) == len(postings)


def test_coordinates_are_on_the_globe() -> None:
    table = gazetteer()
    assert max(table.lat) <= 9_000_000 and min(table.lat) >= -9_000_000
    assert max(table.lon) <= 18_000_000 and min(table.lon) >= -18_000_000


@given(st.text(max_size=30))
def test_a_key_is_its_own_key(name: str) -> None:
    assert key_of(key_of(name)) == key_of(name)


angles = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@given(angles, angles)
def test_distance_is_symmetric_and_bounded(one: tuple[float, float], two: tuple[float, float]) -> None:
    there, back = kilometres(*one, *two), kilometres(*two, *one)
    assert there == pytest.approx(back, abs=1e-6)
    assert 0 <= there <= 20016
    assert kilometres(*one, *one) == 0


def test_demonyms() -> None:
    table = demonyms()
    assert table["north korean"] == table["north koreans"] == "KP"
    assert table["german"] == "DE" and table["dane"] == "DK" and table["danish"] == "DK"
    assert "philippines" not in table and "laos" not in table and "danishs" not in table
    assert all(word == word.lower() for word in table)


def test_demonyms_load_without_the_gazetteer() -> None:
    code = "import sys, nkclaims.tables.demonyms as d; d.demonyms(); print('marisa_trie' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_word_lists_are_lower_case_without_points() -> None:
    lists = place_words()
    for name in ("titles", "name_nouns", "teams", "function", "says", "acts", "areas"):
        assert all(word == word.lower() and "." not in word for word in getattr(lists, name)), name


def test_the_shipped_tables_are_those_described() -> None:
    ours = [
        s
        for s in sources()
        if s.id in ("geonames", "geonames-keys", "geonames-names", "demonyms", "place-words")
    ]
    assert len(ours) == 5
    assert all(intact(source) for source in ours)


def test_the_component_writes_plain_rows_that_survive_bytes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("nkclaims_places")
    doc = nlp("Workers went from Hyesan to Paris, Texas, and to Dandong.")
    again = spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes())
    expected = [("Hyesan", "KP"), ("Paris", "US"), ("Texas", "US"), ("Dandong", "CN")]
    for each in (doc, again):
        assert [(m.value.name, m.value.country) for m in pipe.places_of(each)] == expected
    assert [span.text for span in doc.spans[pipe.GROUP]] == ["Hyesan", "Paris", "Texas", "Dandong"]
    assert pipe.places_of(nlp.make_doc("Paris")) == []
