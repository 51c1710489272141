"""One amount in dollars: regimes, reasons, the article's own rates, open ends, speed."""

from __future__ import annotations

import time
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.model.values import Usd
from nkclaims.normalise.ladder import Day
from nkclaims.normalise.stated import Stated
from nkclaims.normalise.usd import convert, later_than_tables, year_range
from nkclaims.tables.rates import Rates, load

D = Decimal


@pytest.fixture(scope="module")
def rates() -> Rates:
    return load()


def usd(rates, low, high, code, day, **more) -> tuple[Usd | None, str | None]:
    ends = [None if end is None else D(end) for end in (low, high)]
    return convert(*ends, code, day and Day.of(day), rates=rates, **more)


def test_the_workers_story(rates):
    """Wages of 2025 in yuan, roubles and dollars."""
    day = "2025-10-30"
    assert 275 < usd(rates, 2000, 2000, "CNY", day)[0].low < 285
    wage, reason = usd(rates, 300, 700, "CNY", day)
    assert 41 < wage.low < 43 and 95 < wage.high < 99 and reason is None
    assert (wage.regime, wage.tier, wage.source, wage.rate_date) == ("official", "day", "ecb", day)
    roubles, _ = usd(rates, 62000, 124000, "RUB", day)
    beside = year_range(roubles, (D(62000), D(124000)), "RUB", 2025, rates=rates).also
    assert [row.why for row in beside] == ["lowest rate of 2025", "highest rate of 2025"]
    assert beside[1].low < roubles.low < beside[0].low
    assert all(row.rate_date.startswith("2025") and row.currency == "RUB" for row in beside)
    dollars, _ = usd(rates, 800, 800, "USD", day)
    assert (dollars.low, dollars.high, dollars.rate, dollars.tier) == (800, 800, 1, "unit")


def test_won_after_the_last_survey_are_official_and_say_so(rates):
    found, reason = usd(rates, 6000, 6000, "KPW", "2025-10-30")
    assert (found.low, found.regime, found.rate) == (60, "official", 100)
    assert reason.startswith("market rate unknown") and "2025-03-25" in reason and "219 days" in reason


def test_both_rates_are_given_where_there_are_two(rates):
    found, reason = usd(rates, 14200, 28400, "KPW", "2024-06-23")
    assert (found.low, found.high, found.regime, reason) == (1, 2, "market", None)
    (official,) = found.also
    assert (official.regime, official.low, official.high, official.rate) == ("official", 142, 284, 100)


@pytest.mark.parametrize(
    ("code", "day", "regime"),
    [
        ("IRR", "2023-05-10", "market"), ("IRR", "2010-05-10", "official"), ("LBP", "2023-03-20", "market"),
        ("LBP", "2018-03-20", "official"), ("ARS", "2023-10-12", "market"), ("ARS", "2018-10-12", "official"),
        ("NGN", "2024-02-05", "market"), ("NGN", "2025-02-05", "official"), ("MMK", "2022-08-08", "market"),
        ("VES", "2024-09-20", "market"), ("EUR", "2024-09-20", "official"),
    ],
)  # fmt: skip
def test_the_market_counts_inside_its_window_only(rates, code, day, regime):
    assert usd(rates, 1, 1, code, day)[0].regime == regime


REASONS = [
    ("EUR", "2027-01-15", ["2026-10-30", "nkclaims rates update", "nkclaims rates import FILE"]),
    ("AED", "2027-01-15", ["nkclaims rates update"]),
    ("XYZ", "2020-01-15", ["no table has a rate of XYZ", "--rates FILE"]),
    ("VES", "2021", ["redenominated on 2021-10-01"]),
    ("ZWL", "2012-05-05", ["no rate of ZWL is known for 2012-05-05", "nkclaims rates import FILE"]),
    ("EUR", None, ["date", "--published"]),
]


@pytest.mark.parametrize(("code", "day", "words"), REASONS)
def test_without_a_rate_the_reason_names_the_remedy(rates, code, day, words):
    found, reason = usd(rates, 5, 5, code, day)
    assert found is None
    assert all(word in reason for word in words), reason


def test_periods(rates):
    month, _ = usd(rates, 100, 100, "EUR", "2024-03")
    assert (month.tier, month.rate_date) == ("month", "2024-03")
    quarter, _ = convert(D(100), D(100), "EUR", Day("2024-01-01", "2024-03-31"), rates=rates)
    assert quarter.rate_date == "2024-01-01/2024-03-31"
    found, reason = convert(D(1), D(1), "EUR", Day("2010-01-01", "2019-12-31"), rates=rates)
    assert found is None and "longer than a year" in reason


def test_open_ends_stay_open(rates):
    found, _ = usd(rates, None, 700, "CNY", "2025-10-30")
    assert found.low is None and found.high < 100
    found, _ = usd(rates, 4000, None, "KPW", "2024-06-23")
    assert found.high is None and found.also[0].high is None


def test_an_old_survey_is_flagged(rates):
    found, reason = usd(rates, 100, 100, "MXP", "1982-02-25")
    assert found.tier == "previous" and reason == "the rate is 25 days old (1982-01-31): a survey's"


def test_the_articles_own_rate_stands_first_and_the_tables_beside_it(rates):
    own = Stated("KPW", D(15000), D(20000), D("17142.9"), "2025-10-30", (3, 4))
    found, reason = usd(rates, 12000, 12000, "KPW", "2025-10-30", stated=own)
    assert (found.tier, found.regime, found.source, found.rate) == (
        "stated",
        "stated",
        "article",
        D("17142.9"),
    )
    assert (found.low, found.high, reason) == (D("0.6"), D("0.8"), None)
    assert [(row.rate, row.regime) for row in found.also] == [
        (15000, "stated"),
        (20000, "stated"),
        (100, "official"),
    ]
    assert found.also[-1].why == "what it would be at the official rate" and found.also[-1].low == 120


def test_later_than_tables(rates):
    assert later_than_tables(rates, "EUR", Day.of("2027-01-15"))
    assert not later_than_tables(rates, "EUR", Day.of("2026-11-01"))
    assert not later_than_tables(rates, "USD", Day.of("2027-01-15"))


def test_the_record_is_what_the_schema_says(rates):
    found, _ = usd(rates, 300, 700, "IRR", "2023-05-10")
    assert Usd.model_validate(found.model_dump()) == found
    assert all(isinstance(found.model_dump(mode="json")[name], float) for name in ("low", "high"))


AMOUNT = st.decimals(D("0.01"), D("1e12"), places=2)
DAYS = st.dates(date(1999, 1, 4), date(2026, 10, 29))


@given(AMOUNT, AMOUNT, st.sampled_from(["CNY", "EUR", "JPY", "KPW", "XOF", "DEM"]), DAYS)
def test_dollars_keep_the_order_and_the_working(one, two, code, day):
    low, high = sorted((one, two))
    found, _ = convert(low, high, code, Day.of(day.isoformat()), rates=load())
    if found is None:
        return
    assert found.low <= found.high
    for end, dollars in ((low, found.low), (high, found.high)):
        assert abs(dollars * found.rate / end - 1) < D("1e-8")


@given(DAYS)
def test_a_pegged_currency_is_worth_the_same_every_day(day):
    found, _ = convert(D("3.6725"), D("3.6725"), "AED", Day.of(day.isoformat()), rates=load())
    assert found.low == 1


def test_speed(rates):
    """The aim is 100,000 a second (scripts/check_rates.py --bench); a busy machine has a wide berth."""
    days = [Day.of((date(2024, 1, 1) + timedelta(n)).isoformat()) for n in range(366)]
    start = time.perf_counter()
    for n in range(20_000):
        convert(D(300), D(700), "CNY", days[n % 366], rates=rates)
    assert 20_000 / (time.perf_counter() - start) > 20_000
