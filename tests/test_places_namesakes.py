"""One name, several places: each mention is where its own words put it."""

from __future__ import annotations

import pytest

from kit import pipeline


def places(text: str, name: str) -> list[str | None]:
    claims = pipeline().extract(text).claims
    return [c.value.country for c in claims if c.kind == "place" and c.quote.text == name]


def verdicts(text: str) -> list[str]:
    return [f.verdict for f in pipeline().extract(text).findings if f.check == "place.contain"]


@pytest.mark.parametrize(
    ("text", "name", "countries"),
    [
        ("The Chilean port city of Valparaiso wrote to Valparaiso, Indiana.", "Valparaiso", ["CL", "US"]),
        (
            "The Lebanese city of Tripoli and the Libyan capital Tripoli share a name.",
            "Tripoli",
            ["LB", "LY"],
        ),
        ("The English town of Boston is older than Boston, Massachusetts.", "Boston", ["GB", "US"]),
        (
            "She left Valencia, Venezuela, for Valencia, Spain. She stayed in Valencia.",
            "Valencia",
            ["VE", "ES", "ES"],
        ),
        ("He moved from Cambridge in England to Cambridge in Massachusetts.", "Cambridge", ["GB", "US"]),
        ("Investors from London and Toronto bought it.", "London", ["GB"]),
        ("Flights from Paris to Dallas were cancelled.", "Paris", ["FR"]),
        ("The fair in Frankfurt drew people from Boston.", "Frankfurt", ["DE"]),
        ("The mayor of Paris, Texas, said Dallas was near.", "Paris", ["US"]),
        ("The Ontario towns of London and Kitchener voted.", "London", ["CA"]),
        ("The Spanish city of Toledo has a mayor. Toledo is old.", "Toledo", ["ES", "ES"]),
    ],
)
def test_each_mention_has_its_own_place(text: str, name: str, countries: list[str]) -> None:
    assert places(text, name) == countries
    assert "inconsistent" not in verdicts(text)


def test_a_namesake_that_no_gazetteer_knows_is_left_unchecked() -> None:
    text = "The Polish city of Valparaiso is no match for the Chilean city of Valparaiso."
    assert verdicts(text) == ["unchecked", "consistent"]


def test_a_place_put_wrongly_and_in_one_way_only_is_caught() -> None:
    assert verdicts("The Polish city of Valparaiso grew. Valparaiso is large.") == ["inconsistent"]


@pytest.mark.parametrize("text", ["The river rose by 4 metres.", "The valley was full of smoke."])
def test_a_common_noun_is_no_place(text: str) -> None:
    assert not [c for c in pipeline().extract(text).claims if c.kind == "place"]
