"""Places: what is found, which place is meant, in what role."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkclaims.atoms.scan import scan
from nkclaims.model.mention import Mention
from nkclaims.read.places import find_places


@dataclass(frozen=True)
class Seen:
    """What a case says of a place: its words, its country, and where it matters its GeoNames id."""

    words: str
    country: str | None
    geonames: int | None = None


def places(text: str, dateline: str | None = None) -> list[Mention]:
    return find_places(scan(text), dateline=dateline)


def words_of(text: str) -> list[str]:
    return [text[m.start : m.end] for m in places(text)]


def place(text: str, words: str) -> Mention:
    found = [m for m in places(text) if text[m.start : m.end] == words]
    assert found, f"{words} is not found in {text!r}, but {words_of(text)}"
    return found[0]


FOUND: list[tuple[str, list[str]]] = [
    ("Workers left Dandong for Hyesan in May.", ["Dandong", "Hyesan"]),
    ("A flight from St. Louis to Washington, D.C. was late.", ["St. Louis", "Washington, D.C."]),
    ("She grew up in Port-au-Prince and in Rio de Janeiro.", ["Port-au-Prince", "Rio de Janeiro"]),
    ("Prices in the U.S. and the UK rose, not in the EU.", ["U.S.", "UK", "EU"]),
    ("The People's Republic of China signed.", ["People's Republic of China"]),
    ("They met in Portland, Ore., last year.", ["Portland", "Ore."]),
    ("Rep. Ann Lowe, D-Calif., objected.", ["Calif."]),
    ("Farms in Licking County lost money.", ["Licking County"]),
    ("A Moscow-based firm sold it.", ["Moscow"]),
    ("Tensions on the Korean peninsula eased.", ["Korean peninsula"]),
    ("Some 4,000 North Korean workers and two Londoners came.", ["North Korean", "Londoners"]),
    ("Trade between Kenya and Uganda fell.", ["Kenya", "Uganda"]),
    ("Fishing in the South China Sea and on the Mekong stopped.", ["South China Sea", "Mekong"]),
    ("MOSCOW (Reuters) - Prices rose.", ["MOSCOW"]),
    ("Schools in Dakota, Hayes and Washington counties lost pupils.", ["Dakota", "Hayes", "Washington"]),
]

NOT_FOUND: list[tuple[str, list[str]]] = [
    ("Paris Hilton sold her house.", []),
    ("Mr. Washington paid 300 dollars.", []),
    ("Michael Jordan retired. Jordan said he was glad.", []),
    ("In March and in May the shops close.", []),
    ("Reading is fun. Nice people came. Mobile phones rang.", []),
    ("Of the ten, two left. Most stayed. Best of all, it rained.", []),
    ("It cost US$ 800 a month.", []),
    ("The White House said nothing.", []),
    ("Real Madrid won again.", []),
    ("For the firm it was a new El Dorado.", []),
    ("Traffic on US-24 was slow.", []),
    ("Ms. Lee joined us in the office.", []),
    ("we left it to him, and in no time they did", []),
    ("Cases of Marburg virus rose.", []),
    ("President Lincoln and Senator Houston were there.", []),
]

MEANT: list[tuple[str, Seen]] = [
    ("They moved to Paris, Texas, last year.", Seen("Paris", "US", 4717560)),
    ("They moved to Paris last year.", Seen("Paris", "FR", 2988507)),
    ("They met in Portland, Ore., last year.", Seen("Portland", "US", 5746545)),
    ("Snow fell in London, Ontario, and in Toronto.", Seen("London", "CA", 6058560)),
    ("He died in the Chinese city of Jilin.", Seen("Jilin", "CN", 2036502)),
    ("Floods hit the province of Jilin.", Seen("Jilin", "CN", 2036500)),
    ("Tbilisi and Batumi are towns in Georgia.", Seen("Georgia", "GE", 614540)),
    ("Atlanta and Savannah are towns in Georgia.", Seen("Georgia", "US", 4197000)),
    ("Omaha lies in Douglas, and Hayes and Washington counties grew too.", Seen("Washington", "US", 5081383)),
    ("Talks in Burma went on.", Seen("Burma", "MM", 1327865)),
    ("Talks in the DPRK went on.", Seen("DPRK", "KP", 1873107)),
    ("Talks in Ivory Coast went on.", Seen("Ivory Coast", "CI", 2287781)),
    ("Talks in the Russian Federation went on.", Seen("Russian Federation", "RU", 2017370)),
    ("Talks in the UAE went on.", Seen("UAE", "AE", 290557)),
    ("Bavarian and Siberian firms paid.", Seen("Bavarian", "DE", 2951839)),
    ("Soviet engineers built it.", Seen("Soviet", None, 8354411)),
    ("The dam in Sakhalin broke.", Seen("Sakhalin", "RU")),
    ("Officials in Russia, US analysts said, disagreed.", Seen("Russia", "RU", 2017370)),
    ("Rain fell in Florida, New York and Maine.", Seen("Florida", "US", 4155751)),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_found(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), NOT_FOUND)
def test_not_found(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


@pytest.mark.parametrize(("text", "seen"), MEANT)
def test_meant(text: str, seen: Seen) -> None:
    value = place(text, seen.words).value
    assert (value.country, seen.geonames and value.geonames) == (seen.country, seen.geonames)


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Pyongyang accused the South of lying.", "Pyongyang", "metonym"),
        ("China said it would pay.", "China", "metonym"),
        ("Prices in China said it all.", "China", "literal"),
        ("Chinese wages rose.", "Chinese", "associative"),
        ("He ran the Paris office.", "Paris", "associative"),
        ("He lived in Paris.", "Paris", "literal"),
    ],
)
def test_role(text: str, words: str, role: str) -> None:
    assert place(text, words).value.role == role


@pytest.mark.parametrize(
    ("text", "words", "inside"),
    [
        ("He joined the Bank of China in 2001.", "China", True),
        ("She taught at the University of Oxford.", "Oxford", True),
        ("The New York Times wrote about it.", "New York", True),
        ("He worked in Oxford.", "Oxford", False),
    ],
)
def test_in_name(text: str, words: str, inside: bool) -> None:
    assert place(text, words).value.in_name is inside


def test_rules_name_the_kind() -> None:
    text = "German firms in Bavaria, in Munich and in Austria crossed the Alps."
    assert [m.rule for m in places(text)] == [
        "place.demonym", "place.unit", "place.city", "place.country", "place.region",
    ]  # fmt: skip


def test_every_place_has_coordinates_and_rivals_are_others() -> None:
    for m in places("Springfield is small. Richmond, Columbia and Lancaster are not. Siberia is large."):
        assert m.value.lat is not None and m.value.lon is not None
        assert m.value.geonames not in m.value.rivals


def test_one_sense_a_document() -> None:
    text = "Dublin, Ohio, has grown. The mayor of Dublin said so."
    assert [m.value.country for m in places(text) if text[m.start : m.end] == "Dublin"] == ["US", "US"]


def test_the_dateline_speaks_for_its_surroundings() -> None:
    text = "The council in Athens met."
    assert places(text)[0].value.country == "GR"
    assert places(text, dateline="Atlanta")[0].value.country in ("US", "GR")


def test_no_text_no_places() -> None:
    assert places("") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="AaUuSs.,-' \n’éParis0$", max_size=80))
def test_any_text(text: str) -> None:
    """Offsets lie in the text, in order, none over another."""
    end = 0
    for m in places(text):
        assert end <= m.start < m.end <= len(text)
        end = m.end


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from([text for text, _ in FOUND]), st.sampled_from(["No news today.\n\n", "It rained again. "])
)
def test_what_is_found_does_not_move(text: str, before: str) -> None:
    """A sentence without places before a text moves its places and changes none."""
    moved = [(m.start - len(before), m.end - len(before), m.value) for m in places(before + text)]
    assert moved == [(m.start, m.end, m.value) for m in places(text)]
