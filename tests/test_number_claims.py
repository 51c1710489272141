"""Money, percentages and quantities as claims: what is found, with which ends, unit, currency and per."""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline
from nkclaims.model.claims import NUMBER_KINDS


def claims(text: str) -> list[Any]:
    found = pipeline().extract(text, published="2025-03-14").claims
    return [claim for claim in found if claim.kind in NUMBER_KINDS]


def only(text: str, kind: str) -> Any:
    (claim,) = [c for c in claims(text) if c.kind == kind]
    return claim


@pytest.mark.parametrize(
    ("text", "quote", "low", "high", "currency", "per"),
    [
        ("They earn about four to six dollars a month.", "about four to six dollars", 4, 6, "USD", "month"),
        ("It is nearly 6,000 North Korean won a kilo.", "nearly 6,000 North Korean won", 6000, 6000, "KPW", "kilogram"),
        ("Each paid about US$ 800 per month.", "about US$ 800", 800, 800, "USD", "month"),
        ("It gave between 300 and 700 yuan.", "between 300 and 700 yuan", 300, 700, "CNY", None),
        ("The fee is 30-40 US cents.", "30-40 US cents", 0.3, 0.4, "USD", None),
        ("They want SEK9 a share.", "SEK9", 9, 9, "SEK", "share"),
        ("He asked for 10k$ at once.", "10k$", 10_000, 10_000, "USD", None),
        ("It made $3-4 million last year.", "$3-4 million", 3_000_000, 4_000_000, "USD", None),
        ("The bill was $13 5/8.", "$13 5/8", 13.625, 13.625, "USD", None),
        ("The shop took up to HK$70,000.", "up to HK$70,000", None, 70_000, "HKD", None),
        ("A fine of at least R$5,000 was set.", "at least R$5,000", 5000, None, "BRL", None),
        ("The loan was Rs 12 crore.", "Rs 12 crore", 120_000_000, 120_000_000, "INR", None),
        ("The house cost £1.2m or more.", "£1.2m or more", 1_200_000, None, "GBP", None),
        ("A ticket is 118.5p.", "118.5p", 1.185, 1.185, "GBP", None),
        ("It sold for 500 Deutsche marks.", "500 Deutsche marks", 500, 500, "DEM", None),
        ("The prize is 20 zlotys.", "20 zlotys", 20, 20, "PLN", None),
        ("She had 50 kopecks.", "50 kopecks", 0.5, 0.5, "RUB", None),
        ("It lost millions of dollars.", "millions of dollars", 1_000_000, None, "USD", None),
        ("He paid one dollar and forty-two cents.", "one dollar and forty-two cents", 1.42, 1.42, "USD", None),
        ("Wages are €12 an hour.", "€12", 12, 12, "EUR", "hour"),
        ("They sell at 6 euros/kg.", "6 euros", 6, 6, "EUR", "kilogram"),
        ("It paid well over £40,000.", "well over £40,000", 40_000, None, "GBP", None),
        ("He owes no more than 900 baht.", "no more than 900 baht", None, 900, "THB", None),
    ],
)  # fmt: skip
def test_money(
    text: str, quote: str, low: float | None, high: float | None, currency: str, per: str | None
) -> None:
    claim = only(text, "money")
    assert claim.quote.text == quote
    assert [None if e is None else float(e) for e in (claim.value.low, claim.value.high)] == [low, high]
    assert (claim.value.currency, claim.value.per) == (currency, per)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It paid 300 dollars and 200 euros.", [("300 dollars", "USD"), ("200 euros", "EUR")]),
        ("It was 3 million lire and 400 French francs.", [("3 million lire", "ITL"), ("400 French francs", "FRF")]),
        ("He owes two pounds and forty pence.", [("two pounds and forty pence", "GBP")]),
    ],
)  # fmt: skip
def test_two_currencies_side_by_side_are_two_amounts(text: str, found: list[tuple[str, str]]) -> None:
    assert [(c.quote.text, c.value.currency) for c in claims(text) if c.kind == "money"] == found


def test_a_count_and_the_share_it_makes_are_no_list() -> None:
    assert only("Of its 80 members, 60, or 75 per cent, voted.", "percentage").quote.text == "75 per cent"


def test_an_elided_currency_is_that_of_the_other_end() -> None:
    found = claims("The quota doubled, from 62,000 to approximately 124,000 roubles.")
    assert [(c.quote.text, c.value.currency) for c in found] == [
        ("62,000", "RUB"),
        ("approximately 124,000 roubles", "RUB"),
    ]


def test_nothing_is_elided_over_a_semicolon() -> None:
    text = "In April the depot ran 84 buses on its 11 lines; by October the figure stood at 63."
    claims = [c for c in pipeline().extract(text).claims if c.kind == "quantity"]
    assert [c.value.unit for c in claims] == ["bus", "line", None]


def test_a_per_is_inherited_where_payments_are_told_one_after_the_other() -> None:
    found = claims("Promises of 2,000 yuan per month turned out to be payments of 300 yuan.")
    assert [c.value.per for c in found if c.kind == "money"] == ["month", "month"]


@pytest.mark.parametrize("text", ["a bare franc costs 5 francs", "he won 300 pesos", "it cost 20 dinars"])
def test_a_bare_name_of_many_countries_keeps_its_candidates(text: str) -> None:
    value = only(text, "money").value
    assert value.currency is None
    assert len(value.candidates) > 1


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("up to 70 per cent of income", None, 70, "percent"),
        ("a 70pc share", 70, 70, "percent"),
        ("about 16–17 percent", 16, 17, "percent"),
        ("it rose 2.5 percentage points", 2.5, 2.5, "points"),
        ("a cut of 40 basis points", 40, 40, "basis_points"),
        ("two-thirds of voters", 66.67, 66.67, "percent"),
        ("one in five children", 20, 20, "percent"),
        ("more than half of the income", 50, None, "percent"),
        ("a quarter-point cut", 0.25, 0.25, "points"),
        ("between 3% and 5% a year", 3, 5, "percent"),
        ("exports fell by a third.", 33.33, 33.33, "percent"),
        ("it was minus 5 percent", -5, -5, "percent"),
    ],
)
def test_percentages(text: str, low: float | None, high: float | None, unit: str) -> None:
    value = only(text, "percentage").value
    assert [None if e is None else float(e) for e in (value.low, value.high)] == [low, high]
    assert value.unit == unit


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("some 4,000 North Korean workers left", "some 4,000 North Korean workers", "worker"),
        ("fewer than 200 employees", "fewer than 200 employees", "employee"),
        ("shifts of up to 13 hours", "up to 13 hours", "hour"),
        ("a five-day leave", "five-day", "day"),
        ("it has 62 Tesco outlets", "62 Tesco outlets", "outlet"),
        ("gusts of 90 km/h", "90 km/h", "kilometre per hour"),
        ("thousands of workers travelled", "thousands of workers", "worker"),
        ("a 12-member team", "12-member", "member"),
        ("she is 35 years old", "35 years old", "year of age"),
        ("he sold 435 homes and 187 by tender", "187", "home"),
        ("dozens of Kia and Hyundai vehicles", "dozens of Kia and Hyundai vehicles", "vehicle"),
        ("the toll reached 104", "104", None),
        ("he is 1.8m tall", "1.8m", "metre"),
        ("the marrow weighs 118 pounds", "118 pounds", "pound mass"),
        ("a pressure of 35 kPa", "35 kPa", "kilopascal"),  # by quantulum3, as are the next
        ("sugar at 140 mg/dL", "140 mg/dL", "milligram per decilitre"),
        ("it used 120 kWh/m2", "120 kWh/m2", "kilowatt hour per square metre"),
        ("24703m2 of floor", "24703m2", "square metre"),
    ],
)
def test_quantities(text: str, quote: str, unit: str | None) -> None:
    assert (quote, unit) in [(c.quote.text, c.value.unit) for c in claims(text) if c.kind == "quantity"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 the firm moved.",
        "Call 555-1234 now.",
        "They won 3-0 away.",
        "Version 5.1 is out.",
        "Smith, 44, resigned.",
        "The 9/11 attacks shook them.",
        "The U-21 side lost.",
        "It is open 24/7.",
        "A Boeing 747 landed.",
        "He finished 3rd.",
        "Flight 370 vanished.",
        "It was the 1988 horror film.",
        "Form 10-K was filed.",
        "the Big Four met",
        "He left at 4 p.m.",
        "On 12/02/2016 they met.",
        "one of the best",
        "Issue No. 4,211 is out",
        "Formula One drivers met",
        "COVID-19 spread",
    ],
)
def test_numbers_that_count_nothing(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize("text", ["Orvan posted a $5 million loss.", "A $10 note was found."])
def test_an_article_is_no_part_of_a_sign(text: str) -> None:
    assert only(text, "money").value.currency == "USD"


@pytest.mark.parametrize(
    ("text", "equated"),
    [
        ("Rice costs 6,000 won, or about 30 US cents.", True),
        ("Rice costs 5,000 yen or $33.", True),
        ("Rice costs 5,000 yen (33 euros).", True),
        ("They ask 20 zlotys or 40 Czech crowns.", False),
        ("They ask 20 euros and 40 dollars.", False),
    ],
)
def test_amounts_in_two_currencies_are_one_only_where_the_words_say_so(text: str, equated: bool) -> None:
    found = [c for c in claims(text) if c.kind == "money"]
    assert [bool(c.links.equals) for c in found] == [equated, equated]


@pytest.mark.parametrize(
    "text",
    [
        "The mill earned $3.10 per share, against $2.80.",
        "The mill earned 61 cents a share, compared with 58 cents a year earlier.",
        "Berry pickers were given £13.05 an hour, up from £12.60.",
        "A stall went for $300 a month from $150.",
        "A tiler earns $25 an hour, and his helper $14.",
        "A berth was $9,000 a year in 2019 and $10,500 in 2024.",
        "The dam charges £3 a day for adults and £2 for children.",
    ],
)
def test_a_per_is_meant_of_what_is_set_against_it(text: str) -> None:
    one, other = [c.value.per for c in claims(text) if c.kind == "money"]
    assert one is not None and one == other


@pytest.mark.parametrize(
    "text",
    [
        "The mill paid $5 a share, or $3 million.",
        "The mill paid $5 a share, against a $4 loss before.",
        "A tiler earns $25 an hour and paid $14 for lunch.",
        "Oats went at $5 a bushel, and the cart was worth $40.",
        "Tips came to $25 an hour from $20 tickets.",
    ],
)
def test_a_sum_of_its_own_inherits_no_per(text: str) -> None:
    one, other = [c.value.per for c in claims(text) if c.kind == "money"]
    assert one is not None and other is None


@pytest.mark.parametrize(
    ("text", "low", "currency"),
    [
        ("The port was fined 20,000 MAD.", 20_000, "MAD"),
        ("A ride costs 50 TRY and a map 3 GEL.", 50, "TRY"),
        ("The dam took a loan of 3 billion RON.", 3_000_000_000, "RON"),
        ("The dam cost 4.5 trln roubles.", 4_500_000_000_000, "RUB"),
        ("The dam cost 6 mio. euros.", 6_000_000, "EUR"),
    ],
)
def test_codes_and_scales_of_other_lands(text: str, low: float, currency: str) -> None:
    first = next(c for c in claims(text) if c.kind == "money")
    assert (first.value.low, first.value.currency) == (low, currency)


@pytest.mark.parametrize("text", ["It met 12 TOP players.", "WE SAW 20 ALL OF THEM.", "In 2025 ALL went."])
def test_a_word_in_capitals_is_no_code(text: str) -> None:
    assert not [c for c in claims(text) if c.kind == "money"]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The loan was 3 million euros, of which 1.2 million went to the dam.", 1_200_000),
        ("Sales were $3 million in 2020 and 4 million in 2021.", 4_000_000),
        ("Of the $5 million raised, 2 million went to the dam.", 2_000_000),
        ("A day was paid with 90 yuan for men and 70 for women.", 70),
        ("The price doubled from 50 cents to a dollar.", 1),
        ("The Chinese ferry takes a coin: 50 fen.", 0.5),
    ],
)
def test_the_last_amount(text: str, low: float) -> None:
    assert [c.value.low for c in claims(text) if c.kind == "money"][-1] == low


def test_another_noun_ends_a_sum() -> None:
    found = claims("It spent $3 million in 2020 and 4 million people came.")
    assert [c.kind for c in found if c.kind in ("money", "quantity")] == ["money", "quantity"]
