"""Numbers by themselves: digits, words, scales, fractions, ranges, orders of magnitude; atoms and sentences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.atoms.scan import scan
from nkclaims.read.amounts import parse_amount
from nkclaims.read.numbers import parse_digits, parse_number


def words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in scan(text).words)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("62,000", "62000"),
        ("1,200.50", "1200.50"),
        ("1.2bn", "1200000000"),
        ("3 million", "3000000"),
        ("two and a half million", "2500000"),
        ("a quarter of a million", "250000"),
        ("half a billion", "500000000"),
        ("three quarters of a million", "750000"),
        ("1,5 million", "1500000"),
        ("1.200.000,50", "1200000.50"),
        ("12,50,000", "1250000"),
        ("13 5/8", "13.625"),
        ("2½", "2.5"),
        ("12 lakh", "1200000"),
        ("3 crore", "30000000"),
        ("7 lakh crore", "7000000000000"),
        ("twenty-five", "25"),
        ("one hundred and five thousand", "105000"),
        ("two hundred thousand", "200000"),
        ("a dozen", "12"),
        ("a million and a half", "1500000"),
    ],
)
def test_one_number(text: str, value: str) -> None:
    number = parse_number(words(text))
    assert number is not None
    assert number.value == Decimal(value)


@pytest.mark.parametrize("text", ["1.2.3", "1,2,3", "12 dogs", "five twenty", "and", "of", ""])
def test_no_number(text: str) -> None:
    assert parse_number(words(text)) is None


def test_a_point_is_thousands_only_where_the_text_writes_so() -> None:
    plain, european = parse_digits("1.200"), parse_digits("1.200", comma_decimal=True)
    assert plain is not None
    assert european is not None
    assert (plain.value, european.value) == (Decimal("1.200"), Decimal(1200))


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("16–17", 16, 17),
        ("3-4 million", 3_000_000, 4_000_000),
        ("four to six", 4, 6),
        ("between 300 and 700", 300, 700),
        ("between one hundred and five and two hundred", 105, 200),
        ("900 to 1.2 million", 900, 1_200_000),
        ("tens of thousands", 10_000, None),
        ("hundreds of thousands", 100_000, None),
        ("dozens", 12, None),
        ("a few hundred", 100, None),
    ],
)
def test_ranges_and_orders(text: str, low: int, high: int | None) -> None:
    amount = parse_amount(words(text))
    assert amount is not None
    assert (amount.low, amount.high) == (low, high)


def test_a_year_and_a_number_are_no_range() -> None:
    assert parse_amount(words("2018 to 3.9 million")) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("1.2bn", 100_000_000), ("4,000", 1), ("5.5", Decimal("0.1")), ("3 million", 1_000_000)],
)
def test_the_step_is_the_weight_of_the_last_digit(text: str, step: int | Decimal) -> None:
    number = parse_number(words(text))
    assert number is not None
    assert number.step == step


@given(st.integers(min_value=0, max_value=10**12))
def test_any_whole_number_reads_back_with_and_without_separators(value: int) -> None:
    for text in (str(value), f"{value:,}"):
        number = parse_digits(text)
        assert number is not None
        assert number.value == value


@given(st.text())
def test_atoms_are_the_text_without_its_white_space(text: str) -> None:
    atoms = scan(text)
    for start, end, word in zip(atoms.starts, atoms.ends, atoms.words, strict=True):
        assert text[start:end] == word or word == "\n"
    assert len(atoms.codes) == len(atoms.words)
    covered = {i for start, end in zip(atoms.starts, atoms.ends, strict=True) for i in range(start, end)}
    assert all(i in covered for i, character in enumerate(text) if not character.isspace())
    assert [a for first, last in atoms.sentences for a in range(first, last)] == sorted(
        {a for first, last in atoms.sentences for a in range(first, last)}
    )


@pytest.mark.parametrize(
    ("text", "atoms"),
    [
        ("SEK9", ["SEK", "9"]),
        ("10k$", ["10", "k", "$"]),
        ("16–17", ["16", "–", "17"]),
        ("70pc", ["70", "pc"]),
        ("Tesco's", ["Tesco", "'s"]),
        ("don't", ["don't"]),
        ("U.S. at 4 p.m.", ["U.S.", "at", "4", "p.m."]),
        ("$.50", ["$", ".50"]),
    ],
)
def test_atoms(text: str, atoms: list[str]) -> None:
    assert scan(text).words == atoms


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Mr. Li paid $3.5 million. He left on Sept. 3.", 2),
        ("Norton Co. said net fell. It rose later.", 2),
        ("He came from the U.S. The rest stayed.", 2),
        ("Dr. J. P. Morgan of Acme Inc. spoke.", 1),
        ("One line\nanother line", 2),
        ("“It is over.” She went home.", 2),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(scan(text).sentences) == count
