"""Numbers whose noun, currency or per is said once for several, or elsewhere; one number or the other; parts of a
unit; people counted without their noun.
"""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline, said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It made 300 and 450 looms.", [("300", 300, 300, "loom"), ("450 looms", 450, 450, "loom")]),
        (
            "They built 30, 45 and 60 boats.",
            [("30", 30, 30, "boat"), ("45", 45, 45, "boat"), ("60 boats", 60, 60, "boat")],
        ),
        ("It lies 40 and 70 km from Oslo.", [("40", 40, 40, "kilometre"), ("70 km", 70, 70, "kilometre")]),
        ("They got terms of 5 and 9 years.", [("5", 5, 5, "year"), ("9 years", 9, 9, "year")]),
        ("Six and seven years ago it rained.", []),
        ("In 2019 and 450 boats later it shut.", [("450 boats", 450, 450, "boat")]),
        ("Channels 4 and 5 viewers rang.", [("5 viewers", 5, 5, "viewer")]),
        ("On 5 and 6 May people met.", []),
        ("We came at 5 and 6 o'clock people left.", []),
    ],
)  # fmt: skip
def test_counts_in_a_row_share_their_noun(text: str, found: list[Any]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He waited two or three days.", [("two or three days", 2, 3)]),
        ("It costs $8 or $9.", [("$8 or $9", 8, 9)]),
        ("They want $50 or $60 million.", [("$50 or $60 million", 50e6, 60e6)]),
        ("It costs either $8 or $9.", [("$8", 8, 8), ("$9", 9, 9)]),
        ("Seats are $8 or $90.", [("$8", 8, 8), ("$90", 90, 90)]),
        ("He bid 8 or $90.", [("8", 8, 8), ("$90", 90, 90)]),
        ("Fines are 50 or 500 euros.", [("50", 50, 50), ("500 euros", 500, 500)]),
        ("It is 20 cents or 90 cents.", [("20 cents", 0.2, 0.2), ("90 cents", 0.9, 0.9)]),
        ("Vans have 12 or 60 seats.", [("12", 12, 12), ("60 seats", 60, 60)]),
        ("A stake of 5 or 50 per cent.", [("5", 5, 5), ("50 per cent", 50, 50)]),
        ("She got either two or three years.", [("two", 2, 2), ("three years", 3, 3)]),
    ],
)  # fmt: skip
def test_two_near_each_other_are_a_spread_and_others_one_or_the_other(text: str, found: list[Any]) -> None:
    assert [
        (quote, *(None if e is None else float(e) for e in ends)) for quote, *ends, _ in said(text)
    ] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "It paid 3 million euros in May, 2 million in June and 4 million in July, or 9 million in all.",
            [("3 million euros", 3e6, 3e6, "EUR"), ("2 million", 2e6, 2e6, "EUR"), ("4 million", 4e6, 4e6, "EUR"),
             ("9 million", 9e6, 9e6, "EUR")],
        ),
        (
            "The flat is 90,000 euros, 4,000 less than in May.",
            [("90,000 euros", 90000, 90000, "EUR"), ("4,000", 4000, 4000, "EUR")],
        ),
        (
            "At £40 it sold 9,000, 1,500 more than last year.",
            [("£40", 40, 40, "GBP"), ("9,000", 9e3, 9e3, None), ("1,500", 1500, 1500, None)],
        ),
        ("It drew 900 pupils, 40 more than last year.", [("900 pupils", 900, 900, "pupil"), ("40", 40, 40, "pupil")]),
        (
            "It cut its payout by 12 cents to 4.20 a share; it paid $9 once.",
            [("12 cents", 0.12, 0.12, "USD"), ("4.20", 4.2, 4.2, "USD"), ("$9", 9, 9, "USD")],
        ),
        ("Pork is $9 a pound. Eggs are at 3.99 a dozen.", [("$9", 9, 9, "USD"), ("3.99", 3.99, 3.99, "USD")]),
        ("Pork is $9 a pound or €8. Eggs are at 3.99 a dozen.", [("$9", 9, 9, "USD"), ("€8", 8, 8, "EUR")]),
        ("The club spent $9 million. It scored 2.35 a game.", [("$9 million", 9e6, 9e6, "USD")]),
        ("The number of pupils rose to 518 this year.", [("518", 518, 518, "pupil")]),
        ("The toll rose from 66 to 71 overnight.", [("66", 66, 66, None), ("71", 71, 71, None)]),
    ],
)  # fmt: skip
def test_what_a_bare_number_is_in_is_said_elsewhere(text: str, found: list[Any]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They held 512 people, of whom 366 were men.", [("512 people", "person"), ("366", "person")]),
        ("It had 81 passengers, of whom six swam.", [("81 passengers", "passenger"), ("six", "passenger")]),
        ("They freed the crew, 14 of whom were ill.", [("14", "person")]),
        ("The ferry had 230 on board.", [("230", "person")]),
        ("The mill will employ 1,500.", [("1,500", "person")]),
        ("It left scores missing.", [("scores", "person")]),
        ("Barely six of them came.", [("Barely six", None)]),
        ("It is half a mile off.", [("half a mile", "mile")]),
        ("It took a quarter of an hour.", [("a quarter of an hour", "hour")]),
        ("They walked a half-mile path to half a team.", [("half-mile", "mile")]),
        ("The lake lost 2.3 cubic kilometres of water.", [("2.3 cubic kilometres", "cubic kilometre")]),
        ("She won the 10,000m.", [("10,000m", "metre")]),
        ("Cases are in the low hundreds.", [("hundreds", None)]),
        ("It sold 48 million iPhone 16s.", [("48 million iPhone 16s", "iphone 16")]),
    ],
)  # fmt: skip
def test_what_is_counted(text: str, found: list[Any]) -> None:
    assert [(quote, unit) for quote, _, _, unit in said(text)] == found


@pytest.mark.parametrize(
    ("text", "pers"),
    [
        ("They pay 97 and 68 euros a month.", ["month", "month"]),
        ("Rents are 300, 450 and 600 euros a month.", ["month"] * 3),
        ("Pork is $9 a pound and eggs are at 3.99 a dozen.", ["pound", "dozen"]),
        ("Creditors get 40 cents on the dollar.", ["dollar"]),
        ("It lost 3 cents on the dollar's rise.", [None]),
        ("The naira fell to N1,530/$ today.", ["dollar"]),
    ],
)  # fmt: skip
def test_what_an_amount_is_per(text: str, pers: list[str | None]) -> None:
    found = pipeline().extract(text, published="2025-03-14").claims
    assert [claim.value.per for claim in found if claim.kind == "money"] == pers


def test_how_far_a_number_lies_from_another_has_a_direction() -> None:
    found = pipeline().extract("It drew 900 pupils, 40 fewer than last year.", published="2025-03-14").claims
    assert [claim.direction for claim in found if claim.kind == "quantity"] == [None, "fall"]
