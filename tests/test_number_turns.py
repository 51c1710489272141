"""What a longer match took and its reading refused is read by the rules that lost to it; lists that say their
sign once; numbers of several kinds of news.
"""

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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It costs 3 CAD and 30 euros.", [("3 CAD", 3, 3, "CAD"), ("30 euros", 30, 30, "EUR")]),
        ("He paid 20 dollars and 30 euros.", [("20 dollars", 20, 20, "USD"), ("30 euros", 30, 30, "EUR")]),
        ("She paid 20 dollars 150 cents.", [("20 dollars", 20, 20, "USD"), ("150 cents", 1.5, 1.5, "USD")]),
        ("He beat 20 euros to 5 euros.", [("20 euros", 20, 20, "EUR"), ("5 euros", 5, 5, "EUR")]),
        (
            "It swapped from 700 naira to 2 pounds of rice.",
            [("700 naira", 700, 700, "NGN"), ("2 pounds", 2, 2, "pound mass")],
        ),
        (
            "The bag went from 20 pounds to 30 pounds and weighed more.",
            [("20 pounds", 20, 20, "GBP"), ("30 pounds", 30, 30, "GBP")],
        ),
        ("The share rose from 2019 to 5 percent.", [("5 percent", 5, 5, "percent")]),
        ("Sales went from 2019 to 5 million dollars.", [("5 million dollars", 5e6, 5e6, "USD")]),
        ("Rent rose from 2000 to 2500 dollars.", [("2000", 2000, 2000, "USD"), ("2500 dollars", 2500, 2500, "USD")]),
    ],
)  # fmt: skip
def test_what_lost_to_a_match_that_is_refused_gets_its_turn(text: str, found: list[Any]) -> None:
    assert said(text) == found


def test_a_doc_with_its_losers_is_still_plain_data() -> None:
    doc = pipeline().nlp("It costs 3 CAD and 30 euros.")
    back = type(doc)(doc.vocab).from_bytes(doc.to_bytes())
    assert back.spans["nkclaims_money"].attrs["under"] == doc.spans["nkclaims_money"].attrs["under"]
    assert doc.spans["nkclaims_money"].attrs["under"][0]
