"""The forms that numbers take in news: orders, parts of a unit, moves beside levels, counts without their noun."""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline
from nkclaims.model.claims import NUMBER_KINDS


def said(text: str) -> list[tuple[str, Any, Any, str | None]]:
    """(quote, low, high, currency or unit) of every number."""
    found = pipeline().extract(text, published="2025-03-14").claims
    return [
        (
            c.quote.text,
            None if c.value.low is None else float(c.value.low),
            None if c.value.high is None else float(c.value.high),
            getattr(c.value, "currency", None) or getattr(c.value, "unit", None),
        )
        for c in found
        if c.kind in NUMBER_KINDS
    ]


def pers(text: str) -> list[str | None]:
    """What every amount of money is per."""
    return [c.value.per for c in pipeline().extract(text).claims if c.kind == "money"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A few million pounds were set aside.", [("A few million pounds", 1e6, None, "GBP")]),
        ("A couple of dollars is enough.", [("A couple of dollars", 2, 2, "USD")]),
        ("He lost several pounds of fat.", []),
        ("A hundred and fifty guests came.", [("A hundred and fifty guests", 150, 150, "guest")]),
        (
            "Between a hundred and two hundred people came.",
            [("Between a hundred and two hundred people", 100, 200, "person")],
        ),
        ("It paid a hundred and fifty pounds.", [("a hundred and fifty pounds", 150, 150, "GBP")]),
        ("The share fell 1 1/4 to $20.", [("1 1/4", 1.25, 1.25, "USD"), ("$20", 20, 20, "USD")]),
        ("Sales rose 10 to $20 million.", [("$20 million", 2e7, 2e7, "USD")]),
        (
            "The Dow rose 1.2 percent, 25 points higher.",
            [("1.2 percent", 1.2, 1.2, "percent"), ("25 points", 25, 25, "point")],
        ),
        ("One clerk in ten left.", [("One clerk in ten", 10, 10, "percent")]),
        ("A fare is S/. 3.50 now.", [("S/. 3.50", 3.5, 3.5, "PEN")]),
    ],
)  # fmt: skip
def test_forms(text: str, found: list[tuple[str, Any, Any, str | None]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It made 43 cents per fully diluted share.", "share"),
        ("It made 43 cents a diluted share.", "share"),
        ("Rent is £900 per calendar month.", "month"),
        ("They get $30 per working day.", "day"),
        ("Power is 30 cents per kilowatt-hour.", "kilowatt hour"),
        ("Power is 30 cents a kilowatt-hour.", "kilowatt hour"),
    ],
)
def test_per(text: str, per: str) -> None:
    assert pers(text) == [per]
