"""What true reports say and how it must be read: kinds of sentences that once gave wrong values or false alarms."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.engine import Extraction
from nkclaims.model.values import Event, Money, Percentage, Quantity


def extracted(text: str) -> Extraction:
    return pipeline().extract(text, published="2025-10-29")


def whens(text: str, quote: str) -> list[str]:
    """The words of the dates a claim is linked to."""
    claims = extracted(text).claims
    named = {claim.id: claim.quote.text for claim in claims}
    claim = next(claim for claim in claims if claim.quote.text == quote and claim.kind != "date")
    return [named[link.claim] for link in claim.links.when]


def number(text: str, quote: str) -> Money | Percentage | Quantity:
    value = next(claim.value for claim in extracted(text).claims if claim.quote.text == quote)
    assert isinstance(value, (Money, Percentage, Quantity))
    return value


def alarms(text: str) -> list[str]:
    return [f.check for f in extracted(text).findings if f.severity != "info"]


def test_levels_that_go_the_other_way_are_of_something_else() -> None:
    text = (
        "The krone has lost about 2% against the euro this month.\n\nThe average home changed hands for 4.96 "
        "million crowns, against 4.72 million in September last year."
    )
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Homicides fell by 6% to 518 cases, the lowest total since 2003.", "6%"),
        ("Turnout was 68.95%, the highest since 1998.", "68.95%"),
        ("It lost 4.2 million euros, its worst result in any season since 2011.", "4.2 million euros"),
    ],
)
def test_a_record_does_not_hold_for_the_year_of_the_last_one(text: str, quote: str) -> None:
    assert whens(text, quote) == []


def test_what_goes_on_with_the_year_of_the_last_record_is_of_it() -> None:
    text = "Turnout was 68.95%, the highest since 1998, when it was 74.0%."
    assert whens(text, "74.0%") == ["1998"]


@pytest.mark.parametrize(
    ("text", "quote", "said"),
    [
        ("In 2021, 65.4% of voters took part.\n\nHe pledged cuts worth $3 million.", "$3 million", []),
        ("In 2021, 65.4% of voters took part. Some cast $3 million of bets.", "$3 million", ["2021"]),
        ("Knife crime was 4% above the 49,500 cases in the year to March 2023. It cost £150.", "£150", []),
        ("Output grows by 0.9% next year, after 3.4%. Zinc rose 0.3% to $3,069.", "0.3%", []),
    ],
)
def test_a_time_told_in_passing_is_not_carried_on(text: str, quote: str, said: list[str]) -> None:
    assert whens(text, quote) == said


def test_a_gloss_shows_what_the_dollar_sign_of_a_paper_is() -> None:
    text = (
        "SINGAPORE, Oct 29 (Reuters) - Copper rose to $11,183 a ton on Wednesday in Singapore.\n\n"
        "The contract in Shanghai closed at 88,710 yuan ($12,495) a ton."
    )
    assert number(text, "$11,183").currency == "USD"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "quote", "low", "unit"),
    [
        ("ANO received 1,940,507 votes, up from 1,458,140 four years ago.", "1,458,140", 1_458_140, None),
        ("The driver, 42, was arrested.", "42", 42, "year of age"),
        ("Three people were killed and 17 injured on July 28.", "17", 17, "person"),
    ],
)
def test_what_a_number_counts(text: str, quote: str, low: int, unit: str | None) -> None:
    value = number(text, quote)
    assert (value.low, value.unit) == (low, unit)  # type: ignore[union-attr]


def test_those_injured_are_not_those_killed() -> None:
    events = extracted("Three people were killed and 17 injured.").claims
    roles = {
        claim.quote.text: [role.quote.text for role in claim.value.roles]
        for claim in events
        if isinstance(claim.value, Event)
    }
    assert roles == {"killed": ["Three people"], "injured": ["17"]}


def test_what_turns_over_is_not_rescinded() -> None:
    said = "A truck overturned near Elubo. The court overturned the ban on imports."
    found = [claim for claim in extracted(said).claims if claim.quote.text == "overturned"]
    assert [claim.quote.start > 30 for claim in found] == [True]


def test_a_price_by_what_has_a_size() -> None:
    value = number("The price equals 3,228.75 cedis per 64-kg bag.", "3,228.75 cedis")
    assert isinstance(value, Money) and value.per == "bag"


def test_a_rise_by_and_to_is_no_range() -> None:
    value = number("It will raise its dividend by 2 cents to 42 cents a share.", "42 cents")
    assert value.low == value.high


def test_what_is_handed_over_is_no_bound() -> None:
    assert number("A family already hands over 63% of its pay.", "63%").modifier == "exact"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("House prices were 5.1% higher than a year earlier.", ["a year earlier"]),
        ("They sold 300 more than a year ago.", ["a year ago"]),
        ("The fall is mostly the result of rules.", []),
        ("It opened in the fall of 2024.", ["the fall of 2024"]),
        ("It began more than a year ago.", ["more than a year ago"]),
    ],
)
def test_dates_and_their_words(text: str, dates: list[str]) -> None:
    assert [claim.quote.text for claim in extracted(text).claims if claim.kind == "date"] == dates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pill cut strokes in a trial of 8,200 people.", []),
        ("The drug failed in a clinical trial.", []),
        ("His trial began on Monday.", ["trial"]),
    ],
)
def test_a_trial_of_a_drug_accuses_nobody(text: str, found: list[str]) -> None:
    claims = extracted(text).claims
    assert [c.quote.text for c in claims if isinstance(c.value, Event) and c.quote.text == "trial"] == found
