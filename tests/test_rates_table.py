"""The embedded rates: the file's format, the ladder, and points from other sources than it was built from."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.errors import TableError
from nkclaims.normalise.ladder import Day, climb, extremes
from nkclaims.tables import ratefile
from nkclaims.tables.rates import Rates, embedded, load


@pytest.fixture(scope="module")
def rates() -> Rates:
    return load()


def rung(rates: Rates, code: str, period: str, regime: str = "official"):
    return climb(rates, code, regime, *Day.of(period).ordinals)


# From sources that the table was not built from: HMRC's means of calendar years, and the OECD's means of
# months that the table has from elsewhere (scripts/check_rates.py compares thousands; these are a spread).
HMRC_YEARS = [
    ("EUR", "2010", "0.7546"), ("JPY", "2015", "121.04"), ("GBP", "2020", "0.78325"),
    ("CNY", "2025", "7.2023"), ("INR", "2014", "60.97"), ("BRL", "2019", "3.9164"),
    ("ZAR", "2024", "18.311"), ("KRW", "2013", "1094.5"), ("MXN", "2018", "19.094"),
    ("CHF", "2023", "0.90018"), ("TRY", "2012", "1.8005"), ("PLN", "2017", "3.8175"),
    ("HUF", "2022", "364.32"), ("CZK", "2011", "17.654"), ("CLP", "2016", "681.06"),
    ("COP", "2021", "3706.1"), ("PEN", "2010", "2.8236"), ("KES", "2015", "97.949"),
    ("PKR", "2020", "161.01"), ("BDT", "2025", "121.58"), ("LKR", "2014", "130.42"),
    ("VND", "2019", "23227"), ("KZT", "2024", "464.66"), ("ILS", "2013", "3.6182"),
    ("TWD", "2018", "30.054"), ("MYR", "2023", "4.5463"), ("PHP", "2012", "42.273"),
    ("XAF", "2017", "586.14"), ("XOF", "2022", "618.29"), ("GTQ", "2011", "7.7931"),
    ("CRC", "2016", "542.01"), ("TZS", "2021", "2316.7"), ("SAR", "2010", "3.7521"),
    ("AED", "2010", "3.6699"), ("KWD", "2020", "0.30675"), ("DZD", "2025", "131.85"),
    ("MAD", "2014", "8.3776"), ("RON", "2019", "4.2092"), ("UYU", "2024", "39.888"),
    ("DOP", "2013", "41.588"), ("JMD", "2018", "128.52"), ("EGP", "2023", "30.259"),
    ("RUB", "2012", "31.159"), ("ETB", "2017", "23.704"), ("GHS", "2022", "8.6187"),
    ("ZMW", "2017", "9.4993"), ("NPR", "2016", "107.53"), ("IDR", "2021", "14285"),
    ("THB", "2010", "31.765"),
]  # fmt: skip
OECD_MONTHS = [
    ("JPY", "1988-10", "128.84"), ("JPY", "2002-07", "118.02"), ("GBP", "1988-10", "0.57555"),
    ("GBP", "2002-07", "0.64237"), ("CAD", "1988-10", "1.2105"), ("CAD", "2002-07", "1.5452"),
    ("CHF", "1988-10", "1.5386"), ("CHF", "2002-07", "1.4736"), ("SEK", "1988-10", "6.2715"),
    ("SEK", "2002-07", "9.3441"), ("NOK", "1988-10", "6.7513"), ("NOK", "2002-07", "7.4696"),
    ("DKK", "1988-10", "7.0164"), ("DKK", "2002-07", "7.4875"), ("AUD", "1988-10", "1.2363"),
    ("AUD", "2002-07", "1.8063"), ("NZD", "1988-10", "1.613"), ("NZD", "2002-07", "2.0779"),
    ("INR", "1988-10", "14.735"), ("INR", "2002-07", "48.764"), ("ZAR", "1988-10", "2.466"),
    ("ZAR", "2002-07", "10.131"), ("KRW", "1988-10", "712.77"), ("KRW", "2002-07", "1184.2"),
    ("CNY", "1988-10", "3.7221"), ("CNY", "2002-07", "8.2768"), ("MXN", "1996-04", "7.4628"),
    ("MXN", "2005-02", "11.134"), ("BRL", "1997-04", "1.0609"), ("BRL", "2005-06", "2.4127"),
    ("PLZ", "1986-07", "163.98"), ("PLZ", "1992-01", "11257"), ("PLN", "1997-04", "3.1186"),
    ("PLN", "2005-07", "3.4038"), ("TRL", "1987-02", "757.36"), ("TRL", "2000-10", "676760"),
    ("ISK", "2000-07", "78.186"), ("ISK", "2006-09", "70.15"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "period", "value"), HMRC_YEARS + OECD_MONTHS)
def test_means_agree_with_what_others_publish(rates, code, period, value):
    found = rung(rates, code, period)
    assert found is not None
    assert found.tier in ("year", "month", "peg")
    assert abs(found.rate / Decimal(value) - 1) <= Decimal("0.025"), found


def test_they_agree_closely_as_a_whole(rates):
    rows = HMRC_YEARS + OECD_MONTHS
    gaps = [abs(rung(rates, code, period).rate / Decimal(value) - 1) for code, period, value in rows]
    assert len(gaps) >= 60
    assert median(gaps) < Decimal("0.003")


LADDER = [
    ("CNY", "2025-10-30", "day", "ecb", "2025-10-30"),
    ("CNY", "2025-11-01", "previous", "ecb", "2025-10-31"),
    ("RUB", "2025-10-30", "previous", "nbp", "2025-10-29"),
    ("JPY", "1985-09-23", "day", "fred-h10", "1985-09-23"),
    ("BRC", "1987-05-20", "previous", "imf-ifs", "1987-04-30"),
    ("CNY", "2025-09", "month", "ecb", "2025-09"),
    ("CNY", "2024", "year", "ecb", "2024"),
    ("AED", "2025", "peg", "fixed-rates", "2025"),
    ("XOF", "2025-10-30", "peg", "ecb", "2025-10-30"),
    ("ITL", "2001-09-11", "fixed", "ecb", "2001-09-11"),
    ("TRL", "2012-03-01", "fixed", "ecb", "2012-03-01"),
    ("KPW", "2025-10-30", "peg", "fixed-rates", "2025-10-30"),
]


@pytest.mark.parametrize(("code", "period", "tier", "source", "day"), LADDER)
def test_each_rung_says_by_what_right(rates, code, period, tier, source, day):
    found = rung(rates, code, period)
    assert (found.tier, found.source, found.date) == (tier, source, day)


NONE_KNOWN = [
    ("EUR", "1995"), ("EUR", "2027-01-15"), ("AED", "2027-01-15"), ("XXX", "2020"), ("RON", "2001-05-01"),
    ("ZWL", "2012-05-05"), ("KPW", "2005"), ("VES", "2021"), ("SYP", "2025-12-15/2026-01-15"),
    ("DDM", "1988"),
    ("CNY", "2026"), ("CNY", "2026-11"), ("BYN", "2010"), ("CNY", "1900"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "period"), NONE_KNOWN)
def test_none_is_invented(rates, code, period):
    first, _, last = period.partition("/")
    day = Day(first, last) if last else Day.of(period)
    assert climb(rates, code, "official", *day.ordinals) is None


def test_a_survey_may_be_a_month_old_a_daily_rate_a_week(rates):
    assert rung(rates, "MXP", "1982-02-25").age == 25
    for _ in range(2):
        assert rung(rates, "EUR", "2026-11-06").age == 7
        assert rung(rates, "EUR", "2026-11-07") is None
    assert rung(rates, "COP", "2026-11-05") is None, "past the tables' end a survey has no month's grace"


@pytest.mark.parametrize(
    ("code", "before", "after", "factor"),
    [("VES", "2021-09-29", "2021-10-13", 10**6), ("SYP", "2025-12-31", "2026-01-07", 100)],
)
def test_the_same_code_is_another_unit_after_its_redenomination(rates, code, before, after, factor):
    ratio = rung(rates, code, before).rate / rung(rates, code, after).rate
    assert Decimal("0.9") < ratio / factor < Decimal("1.1")
    between = date.fromisoformat(after).replace(day=2).isoformat()
    assert rung(rates, code, between).rate < rung(rates, code, before).rate / 10


@pytest.mark.parametrize(
    ("old", "new", "factor", "day"),
    [
        ("TRL", "TRY", "1000000", "2005-06-01"), ("ROL", "RON", "10000", "2006-06-01"),
        ("ZMK", "ZMW", "1000", "2014-01-08"), ("DEM", "EUR", "1.95583", "1999-06-01"),
        ("HRK", "EUR", "7.53450", "2024-06-03"), ("BGN", "EUR", "1.95583", "2026-03-02"),
        ("YUM", "RSD", "1", "2007-03-07"), ("RUR", "RUB", "1", "1998-06-30"),
        ("RUR", "RUB", "1000", "1999-06-08"),
    ],
)  # fmt: skip
def test_old_units_are_worth_what_the_law_says(rates, old, new, factor, day):
    one, two = rung(rates, old, day), rung(rates, new, day)
    assert one.tier == "fixed"
    assert abs(one.rate / (two.rate * Decimal(factor)) - 1) < Decimal("1e-8")


def test_a_mean_weighs_the_days_of_a_peg_and_of_what_came_after(rates):
    argentina = rung(rates, "ARS", "2002")
    assert argentina.tier == "year"
    assert Decimal("3.0") < argentina.rate < Decimal("3.2")


def test_market_rates(rates):
    assert rung(rates, "KPW", "2024-06-23", "market").rate == 14200
    assert rung(rates, "KPW", "2021-08-20", "market").tier == "month"
    assert rung(rates, "IRR", "2023", "market").tier == "year"
    assert rung(rates, "MMK", "2023-08-08", "market").tier == "year"
    assert rung(rates, "KPW", "2025-10-30", "market") is None
    assert rung(rates, "KPW", "2009-11-30", "market") is None, "never across the redenomination"


def test_the_lowest_and_the_highest_of_a_year(rates):
    low, high = extremes(rates, "RUB", "official", 2025)
    assert 75 < low.rate < 80 and 100 < high.rate < 115
    assert extremes(rates, "AED", "official", 2025) is None
    assert extremes(rates, "VES", "official", 2021) is None


def test_every_series_is_in_order_and_above_zero():
    table = embedded()
    for key in table.header["series"]:
        series = table.series(key)
        assert all(a < b for a, b in zip(series.days, list(series.days)[1:], strict=False)), key
        assert all(100_000 <= digits <= 999_999 for digits in series.digits), key


def test_loading_is_quick(rates):
    data = embedded_bytes()
    start = time.perf_counter()
    table = ratefile.read(data, "again")
    for code in ("CNY", "EUR", "RUB", "GBP", "JPY"):
        table.series(f"{code} official day")
    assert time.perf_counter() - start < 0.1


def embedded_bytes() -> bytes:
    from importlib.resources import files

    return (files("nkclaims.data") / "rates.bin").read_bytes()


def test_the_tables_are_small():
    assert len(embedded_bytes()) < 1_500_000


def test_a_damaged_file_is_told(rates):
    data = embedded_bytes()
    for broken in (b"", b"NKRATES1", data[:5000], data[:-1], b"PK" + data[2:]):
        with pytest.raises(TableError):
            ratefile.read(broken, "rates.bin")


POINTS = st.lists(
    st.tuples(st.integers(720_000, 745_000), st.decimals(Decimal("1e-9"), Decimal("1e15"), allow_nan=False)),
    min_size=1, max_size=60, unique_by=lambda point: point[0],
)  # fmt: skip


@given(POINTS)
def test_what_is_written_is_read_to_six_digits(points):
    series = {"ABC official day": [(day, rate, 0) for day, rate in sorted(points) if rate > 0]}
    if not series["ABC official day"]:
        return
    found = ratefile.read(ratefile.write(series, {"sources": ["x"]}), "mem").series("ABC official day")
    assert list(found.days) == [day for day, _, _ in series["ABC official day"]]
    for at, (_, rate, _) in enumerate(series["ABC official day"]):
        assert abs(found.rate(at) / rate - 1) <= Decimal("5.1e-6")


@given(
    st.dates(date(1971, 1, 4), date(2026, 10, 30)),
    st.sampled_from(["CNY", "RUB", "DEM", "KPW", "VES", "XAF"]),
)
def test_no_rate_is_of_a_later_day(day, code):
    found = climb(load(), code, "official", day.toordinal(), day.toordinal())
    if found and len(found.date) == 10 and found.tier in ("day", "previous"):
        assert found.date <= day.isoformat()
        assert (date.fromisoformat(found.date) == day) == (found.tier == "day")
        assert found.age <= 31
