"""Whose a number is where its verb is left out, another is made to pay, or somebody merely speaks of it."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.claims import Claim


def number(text: str, quote: str) -> Claim:
    found = pipeline().extract(text, published="2023-11-02").claims
    return next(c for c in found if c.kind in ("money", "percentage", "quantity") and quote in c.quote.text)


def words(claim: Claim, name: str) -> str | None:
    quote = getattr(claim, name)
    return quote.text if quote is not None else None


@pytest.mark.parametrize(
    ("text", "quote", "holder", "of"),
    [
        ("Silver rose to $24 and tin to $31,000.", "$31,000", "tin", None),
        ("Silver rose to $24 and tin $31,000.", "$31,000", "tin", None),
        ("Orvan paid $5 million and Holt $3 million.", "$3 million", "Holt", "paid"),
        ("Orvan lost $5 million, Holt $3 million and Brand $1 million.", "$1 million", "Brand", "lost"),
        ("Zinc fell 2% to $2,500 a tonne, nickel 3% and tin 1%.", "3%", "nickel", None),
        ("Wages rose 5%, rents 7% and food 9%.", "9%", None, "food"),
        ("Orvan spent $5 million on land and $3 million on tools.", "$3 million", "Orvan", "spent"),
    ],
)
def test_a_number_whose_verb_is_left_out_has_its_own_noun(
    text: str, quote: str, holder: str | None, of: str | None
) -> None:
    claim = number(text, quote)
    assert (words(claim, "holder"), words(claim, "of")) == (holder, of)


def test_it_goes_the_way_of_the_number_before() -> None:
    assert number("Zinc fell 2%, nickel 3%.", "3%").direction == "fall"


@pytest.mark.parametrize(
    ("text", "quote", "holder"),
    [
        ("A judge ordered the bank to pay customers $5 million.", "$5 million", "the bank"),
        ("The drought forced farmers to sell 30% of their goats.", "30%", "farmers"),
        ("The ministry denied that 40 miners died.", "40 miners", None),
        ("Orvan said 300 clerks had joined the strike.", "300 clerks", None),
        ("A report by auditors showed losses of $4 million.", "$4 million", None),
        ("The tenant, Frank Holm of Leeds, paid $2 million.", "$2 million", "Frank Holm"),
        ("Regarding wages, 40 per cent of the cooks asked for more.", "40 per cent", None),
        ("Raising the fee cost the council $2 million.", "$2 million", "the council"),
        ("Children swim free, while adults pay $4.", "$4", "adults"),
        ("Ms Holm works at home. Her rent is $90.", "$90", "Ms Holm"),
        (
            "Orvan lost money. Finance Director Ana Ruiz left. The company earned $5 million.",
            "$5 million",
            "Orvan",
        ),
    ],
)
def test_whose_it_is(text: str, quote: str, holder: str | None) -> None:
    assert words(number(text, quote), "holder") == holder


@pytest.mark.parametrize(
    ("text", "quote", "base"),
    [
        ("One in five children goes hungry.", "One in five", "children"),
        ("One in eight tenants earns less.", "One in eight", "tenants"),
        ("Nine out of ten homes lack water.", "Nine out of ten", "homes"),
        ("One in three of the cooks was paid late.", "One in three", "cooks"),
        ("More than one in four were women.", "one in four", None),
        ("They filled 76 per cent of the 24,000 seats.", "76 per cent", "24,000 seats"),
        ("They filled 76 per cent of the seats.", "76 per cent", "seats"),
    ],
)
def test_what_one_in_so_many_is_a_share_of(text: str, quote: str, base: str | None) -> None:
    assert words(number(text, quote), "base") == base


def test_nobody_is_called_children_goes() -> None:
    assert words(number("One in five children goes hungry.", "One in five"), "holder") == "children"
