"""Numbers that are easily taken for something else: counts like years, models, ages, fates, rows of scales."""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline
from nkclaims.model.claims import NUMBER_KINDS


def numbers(text: str) -> list[tuple[str, Any, Any, str | None]]:
    """Every number claim: quote, low, high, and its unit or currency."""
    found = [c for c in pipeline().extract(text, published="2025-03-14").claims if c.kind in NUMBER_KINDS]
    return [
        (
            c.quote.text,
            c.value.low,
            c.value.high,
            getattr(c.value, "unit", getattr(c.value, "currency", None)),
        )
        for c in found
    ]


def dates(text: str) -> list[str]:
    return [c.quote.text for c in pipeline().extract(text, published="2025-03-14").claims if c.kind == "date"]


@pytest.mark.parametrize(
    ("text", "quote", "number", "unit"),
    [
        ("About 2000 workers downed tools.", "About 2000 workers", 2000, "worker"),
        ("2000 people ran.", "2000 people", 2000, "person"),
        ("1500 workers were flown home.", "1500 workers", 1500, "worker"),
        ("The flood drowned about 2000 people.", "about 2000 people", 2000, "person"),
        ("Nearly 2000 North Korean workers struck.", "Nearly 2000 North Korean workers", 2000, "worker"),
        ("The vigil was joined by 2000 people.", "2000 people", 2000, "person"),
        ("Some 1500 jobs went.", "Some 1500 jobs", 1500, "job"),
    ],
)
def test_four_figures_count_people_and_things(text: str, quote: str, number: int, unit: str) -> None:
    assert numbers(text) == [(quote, number, number, unit)]
    assert dates(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The 2012 Games went well.",
        "The 2008 elections were calm.",
        "The 2019 protests spread.",
        "2024 figures fell.",
    ],
)
def test_four_figures_before_what_happened_are_a_year(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("A hundred and six million pounds.", 106_000_000, 106_000_000, "GBP"),
        ("Over a hundred and ten people came.", 110, None, "person"),
        ("About a hundred and two million men.", 102_000_000, 102_000_000, "man"),
        ("Over 300 cooks came.", 300, None, "cook"),
        ("Under 40 cooks came.", None, 40, "cook"),
        ("Between two and three dozen cooks came.", 24, 36, "cook"),
        ("Four to five dozen cooks came.", 48, 60, "cook"),
        ("A few hundred to tens of thousands of cooks.", 100, None, "cook"),
        ("It cost 200-odd dollars.", 200, 200, "USD"),
        ("It cost 3,000 or so euros.", 3000, 3000, "EUR"),
        ("Some 40-odd percent of the cooks came.", 40, 40, "percent"),
        ("There is a one-in-five risk of frost.", 20, 20, "percent"),
    ],
)
def test_scales_and_hedges_inside_a_number(text: str, low: int, high: int | None, unit: str) -> None:
    assert [found[1:] for found in numbers(text)] == [(low, high, unit)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two girls, ages 4 to 9, hid.", ("4 to 9", 4, 9, "year of age")),
        ("Most were men over 70.", ("over 70", 70, None, "year of age")),
        ("The pilot, 51, was unhurt.", ("51", 51, 51, "year of age")),
        ("Ben Ode (27) was named.", ("27", 27, 27, "year of age")),
        ("It left two dead and 15 wounded.", ("15", 15, 15, "person")),
        ("It left 15 wounded soldiers.", ("15 wounded soldiers", 15, 15, "soldier")),
        ("Of the crew, 31 survived.", ("31", 31, 31, "person")),
        ("The barn has 90 stalls; 20 are empty.", ("20", 20, 20, "stall")),
    ],
)
def test_ages_fates_and_what_goes_on(text: str, expected: tuple[Any, ...]) -> None:
    assert numbers(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The iPad 11 costs less.",
        "The Galaxy 9 weighs little.",
        "Year 4 pupils sang.",
        "Division 3 clubs met.",
        "The zip code is 94110.",
        "The 30-somethings danced.",
        "He entered the 5k race.",
        "They won the 4x100m relay.",
        "50 Cent sang.",
    ],
)
def test_numbers_in_names_count_nothing(text: str) -> None:
    assert numbers(text) == []
