"""Dollars for a whole article: which day, which rate, what is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money, Timex
from nkclaims.normalise.dollars import dollars, last_day
from nkclaims.tables.rates import load

D = Decimal


def article(published: str | None = "2025-10-30T16:22") -> Article:
    return Article("a", "-", "", published=published, published_by="given" if published else "none")


def money(low, high=None, code="CNY", **more) -> Mention:
    high = low if high is None else high
    return Mention("money", 0, 1, "t", Money(low=D(str(low)), high=D(str(high)), currency=code, **more))


def when(earliest: str | None, latest: str | None = None) -> Mention:
    value = Date(
        timex=Timex(type="DATE", value=earliest or "X"), earliest=earliest, latest=latest or earliest
    )
    return Mention("date", 0, 1, "t", value)


def linked(amount: Mention, day: Mention, published: str | None = "2025-10-30") -> Mention:
    amount.link("when", 1, "clause")
    dollars(article(published), [amount, day], rates=load())
    return amount


def test_its_own_day_comes_first():
    amount = linked(money(100), when("2025-03-10"))
    assert amount.clues["usd_day"] == {"by": "when", "value": "2025-03-10"}
    assert (amount.value.usd.rate_date, amount.value.usd.tier) == ("2025-03-10", "day")


def test_a_month_and_a_year_of_its_own():
    assert linked(money(100), when("2024-10-01", "2024-10-31")).value.usd.rate_date == "2024-10"
    assert linked(money(100), when("2020-01-01", "2020-12-31")).value.usd.rate_date == "2020"


@pytest.mark.parametrize(
    ("earliest", "latest", "why"),
    [
        ("2030-01-01", "2030-12-31", "after the article"),
        ("2025-01-01", "2025-12-31", "runs up to the article"),
        ("2023-10-30", "2025-10-30", "runs up to the article"),
    ],
)
def test_a_period_that_is_not_over_is_taken_at_the_articles_day(earliest, latest, why):
    amount = linked(money(100), when(earliest, latest))
    clue = amount.clues["usd_day"]
    assert (clue["by"], clue["value"]) == ("published", "2025-10-30") and why in clue["why"]
    assert amount.value.usd.rate_date == "2025-10-30"


def test_a_decade_has_no_one_rate():
    amount = linked(money(100), when("1990-01-01", "1999-12-31"))
    assert amount.value.usd is None and "longer than a year" in amount.value.usd_reason


def test_else_the_articles_day_else_nothing():
    amount = linked(money(100), when(None))
    assert amount.clues["usd_day"] == {"by": "published", "value": "2025-10-30"}
    amount = linked(money(100), when(None), published=None)
    assert amount.value.usd is None and "--published" in amount.value.usd_reason
    assert "usd_day" not in amount.clues
    amount = linked(money(100), when("2025-03-10"), published=None)
    assert amount.value.usd is not None


def test_dollars_need_no_day():
    amount = money(800, code="USD")
    report = dollars(article(None), [amount], rates=load())
    assert (amount.value.usd.low, report.converted, report.undated) == (800, 1, 0)


def test_what_the_article_sets_equal_is_worth_that():
    won, cents = money(6000, code="KPW", per="kilogram"), money("0.30", "0.40", "USD", per="kilogram")
    other, past = money(12000, code="KPW"), money(500, code="KPW")
    won.link("equals", 1, "clause")
    cents.link("equals", 0, "clause")
    past.link("when", 4, "clause")
    dollars(article(), [won, cents, other, past, when("2024-06-23")], rates=load())
    value = won.value.usd
    assert (value.low, value.high, value.tier, value.regime) == (D("0.30"), D("0.40"), "stated", "stated")
    assert (value.source, value.rate_date, value.rate) == ("article", "2025-10-30", D("17142.9"))
    assert [row.rate for row in value.also] == [15000, 20000, 100]
    assert value.also[2].low == 60 and "official" in value.also[2].why
    assert (other.value.usd.low, other.value.usd.high) == (D("0.6"), D("0.8"))
    assert past.value.usd.source == "market-rates", "another day's amount is not of today's rate"
    assert (cents.value.usd.low, cents.value.usd.tier) == (D("0.30"), "unit")


def test_a_pair_linked_from_one_side_only_counts_too():
    dollar, euro = money(110, code="USD"), money(100, code="EUR")
    dollar.link("equals", 1, "clause")
    dollars(article(), [dollar, euro], rates=load())
    assert (euro.value.usd.low, euro.value.usd.tier) == (110, "stated")


def test_a_price_of_the_dollar_is_a_rate():
    price, wage = money(92, code="RUB", per="dollar"), money(46000, code="RUB")
    dollars(article(), [price, wage], rates=load())
    assert (wage.value.usd.low, wage.value.usd.tier) == (500, "stated")
    assert price.value.usd.low == 1


PRICES = [
    ("a rate of 92 roubles to the dollar", 92, 500),
    ("92 roubles per dollar", 92, 500),
    ("92 roubles against the U.S. dollar", 92, 500),
    ("the dollar stood at 92 roubles", 92, 500),
    ("One US dollar bought about 92 roubles", 92, 500),
    ("the Canadian dollar bought 92 roubles", 92, None),
    ("it lost 2 roubles against the dollar", 2, None),
    ("92 roubles to the dollar-store chain", 92, None),
    ("92 roubles to the euro", 92, None),
]


@pytest.mark.parametrize(("text", "price", "worth"), PRICES)
def test_a_price_of_the_dollar_in_words(text, price, worth):
    amount, wage = money(price, code="RUB"), money(46000, code="RUB")
    start = text.index(f"{price} ")
    amount.start, amount.end = start, start + len(f"{price} roubles")
    dollars(Article("a", "-", text, published="2025-10-30"), [amount, wage], rates=load())
    assert wage.value.usd.tier == ("stated" if worth else "previous")
    assert worth is None or wage.value.usd.low == worth


def test_a_slip_of_the_article_does_not_spread():
    euro, dollar, other = money(100, code="EUR"), money(1150, code="USD"), money(200, code="EUR")
    euro.link("equals", 1, "clause")
    dollars(article(), [euro, dollar, other], rates=load())
    assert euro.value.usd.tier == "stated" and euro.value.usd.also, (
        "what is printed, and the table's beside it"
    )
    assert other.value.usd.tier == "day"


def test_a_going_rate_has_the_years_ends_beside_it():
    wage, once, dated = (
        money(62000, 124000, "RUB", per="month"),
        money(62000, code="RUB"),
        money(5, code="RUB", per="day"),
    )
    yearly = money(5, code="RUB", per="day")
    dated.link("when", 4, "clause")
    yearly.link("when", 5, "clause")
    days = [when("2025-03-10"), when("2023-01-01", "2023-12-31")]
    dollars(article(), [wage, once, dated, yearly, *days], rates=load())
    assert [row.why for row in yearly.value.usd.also] == ["lowest rate of 2023", "highest rate of 2023"]
    assert [row.why for row in wage.value.usd.also] == ["lowest rate of 2025", "highest rate of 2025"]
    assert once.value.usd.also == [] and dated.value.usd.also == []


def test_since_says_when_it_began():
    text = "Rice has doubled since 2020 and costs 100 yuan."
    year = when("2020-01-01", "2020-12-31")
    year.start, year.end = text.index("2020"), text.index("2020") + 4
    amount = money(100)
    amount.link("when", 1, "clause")
    dollars(Article("a", "-", text, published="2025-10-30"), [amount, year], rates=load())
    assert amount.clues["usd_day"] == {"by": "published", "value": "2025-10-30"}


@pytest.mark.parametrize(
    ("by", "per", "year", "expected"),
    [
        ("carried", "month", "2024", "published"),
        ("clause", "month", "2024", "when"),
        ("carried", None, "2024", "when"),
        ("carried", "month", "1997", "when"),
    ],
)
def test_a_going_rate_is_not_of_a_recent_date_that_was_only_carried_over(by, per, year, expected):
    amount = money(62000, code="CNY", per=per)
    amount.link("when", 1, by)
    dollars(article(), [amount, when(f"{year}-01-01", f"{year}-12-31")], rates=load())
    assert amount.clues["usd_day"]["by"] == expected


def test_two_candidates_get_both_more_get_none():
    two, many = (
        money(100, code=None, candidates=["AUD", "NZD"]),
        money(100, code=None, candidates=["ARS", "CLP", "MXN"]),
    )
    report = dollars(article(), [two, many], rates=load())
    assert [row.currency for row in two.value.usd.also] == ["AUD", "NZD"]
    assert "AUD or NZD" in two.value.usd_reason
    assert many.value.usd is None and "ARS, CLP, MXN" in many.value.usd_reason
    assert report.unknown == {"?": 1}


def test_the_report_counts_what_is_later_than_the_tables():
    amounts = [money(1), money(1, code="EUR"), money(1, code="USD"), money(1, code="XYZ")]
    report = dollars(article("2027-02-01"), amounts, rates=load())
    assert (report.amounts, report.converted, report.later, report.unknown) == (4, 1, 2, {"XYZ": 1})
    assert all("nkclaims rates update" in amount.value.usd_reason for amount in amounts[:2])
    assert last_day(load()) == "2026-10-30"


def test_an_article_without_money_and_one_with_a_broken_date():
    assert dollars(article(), [when("2025-01-01")], rates=load()).amounts == 0
    amount = money(100)
    dollars(article("yesterday"), [amount], rates=load())
    assert amount.value.usd is None
