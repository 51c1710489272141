"""Shares and parts of what was counted before, and the places of what a number is of."""

from __future__ import annotations

import pytest

from kit import pipeline


def linked(text: str, quote: str, name: str) -> list[str]:
    claims = pipeline().extract(text, published="2023-11-02").claims
    words = {claim.id: claim.quote.text for claim in claims}
    kinds = ("money", "percentage", "quantity")
    claim = next(c for c in claims if c.kind in kinds and quote == c.quote.text)
    return [words[link.claim] for link in getattr(claim.links, name)]


@pytest.mark.parametrize(
    ("text", "quote", "name", "expected"),
    [
        ("The ward has 520 beds; half of them are new.", "half", "base", ["520 beds"]),
        (
            "The union has 900 members. Nearly two thirds of them came.",
            "Nearly two thirds",
            "base",
            ["900 members"],
        ),
        ("Sales reached $28m. Exports made up 40 per cent of it.", "40 per cent", "base", ["$28m"]),
        ("Sales reached $28m, costs $20m. Exports made up 40 per cent of it.", "40 per cent", "base", []),
        ("Sales reached $28m. Exports, at $9m, made up 40 per cent of it.", "40 per cent", "base", ["$28m"]),
        ("The fare is $350. The agent takes $80 of it.", "$80", "total", ["$350"]),
        ("The fare is $350. The agent takes $80 of that price.", "$80", "total", []),
        ("She boiled 12 eggs and broke five of them.", "five", "total", ["12 eggs"]),
        ("Two of the three engines failed.", "Two", "total", ["three engines"]),
        ("Of the 93 dead, 52 were in Peru and 12 in Chile.", "52", "total", ["93 dead"]),
        ("Of the 93 dead, 40 per cent were in Peru.", "40 per cent", "base", ["93 dead"]),
        ("The 93 dead were found, 52 of hunger.", "52", "total", []),
    ],
)
def test_a_share_or_part_points_back(text: str, quote: str, name: str, expected: list[str]) -> None:
    assert linked(text, quote, name) == expected


def test_what_it_is_a_share_of_is_named() -> None:
    claims = pipeline().extract("Sales reached $28m. Exports made up 40 per cent of it.").claims
    base = next(c.base for c in claims if c.kind == "percentage")
    assert base is not None and base.text == "Sales"


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("Sales in China fell to $48 million.", "$48 million", ["China"]),
        ("Nurses at a clinic in Peru saw 676 patients.", "676 patients", ["Peru"]),
        ("She earned $650 a week in Chile.", "$650", ["Chile"]),
        ("Some 52 nurses were in Peru.", "Some 52 nurses", ["Peru"]),
        ("Lima, a city of some 10 million people, grew.", "some 10 million people", ["Lima"]),
        ("A fund in France bought 30% of the mill.", "30%", []),
        ("Police in France said 40 sailors were hurt.", "40 sailors", []),
    ],
)
def test_where_a_number_holds(text: str, quote: str, expected: list[str]) -> None:
    assert linked(text, quote, "where") == expected
