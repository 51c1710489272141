"""Dollars in the prices of another year."""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline
from nkclaims.engine import load
from nkclaims.errors import InputError


def real(text: str, year: int | None) -> Any:
    engine = pipeline() if year is None else load(real=year)
    (claim,) = [c for c in engine.extract(text, published="2025-03-01").claims if c.kind == "money"]
    return claim.value.usd.real


def test_an_amount_of_1980_in_the_prices_of_2020() -> None:
    found = real("In 1980 the bridge cost $5 million.", 2020)
    assert (found.year, found.source) == (2020, "us-cpi")
    assert 14_900_000 < found.low == found.high < 15_100_000


def test_an_open_end_stays_open() -> None:
    found = real("In 1980 the bridge cost more than $5 million.", 2020)
    assert found.low is not None
    assert found.high is None


def test_without_the_option_there_is_none() -> None:
    assert real("In 1980 the bridge cost $5 million.", None) is None


def test_a_year_without_prices_is_refused() -> None:
    with pytest.raises(InputError, match="1913"):
        load(real=1700)
