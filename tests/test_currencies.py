"""The currency table: forms, defaults, circulation. Figures are those of ISO 4217."""

from __future__ import annotations

import re
import runpy
import time
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.tables import currencies as table

NAMES = [
    ("north korean won", "KPW", "1"),
    ("south korean won", "KRW", "1"),
    ("australian dollars", "AUD", "1"),
    ("aussie dollar", "AUD", "1"),
    ("hong kong dollars", "HKD", "1"),
    ("us dollar", "USD", "1"),
    ("u.s. dollars", "USD", "1"),
    ("american dollars", "USD", "1"),
    ("new taiwan dollars", "TWD", "1"),
    ("british pounds", "GBP", "1"),
    ("pounds sterling", "GBP", "1"),
    ("sterling", "GBP", "1"),
    ("deutsche marks", "DEM", "1"),
    ("d-marks", "DEM", "1"),
    ("german marks", "DEM", "1"),
    ("east german marks", "DDM", "1"),
    ("swiss francs", "CHF", "1"),
    ("french francs", "FRF", "1"),
    ("indian rupees", "INR", "1"),
    ("pakistan rupees", "PKR", "1"),
    ("chinese yuan", "CNY", "1"),
    ("renminbi", "CNY", "1"),
    ("kuai", "CNY", "1"),
    ("złoty", "PLN", "1"),
    ("kronor", "SEK", "1"),
    ("swedish crowns", "SEK", "1"),
    ("hryvna", "UAH", "1"),
    ("reais", "BRL", "1"),
    ("lire", "ITL", "1"),
    ("markkaa", "FIM", "1"),
    ("belarusian rubles", "BYN", "1"),
    ("turkish lira", "TRY", "1"),
    ("us cents", "USD", "0.01"),
    ("hong kong cents", "HKD", "0.01"),
    ("british pence", "GBP", "0.01"),
    ("fen", "CNY", "0.01"),
    ("jiao", "CNY", "0.1"),
    ("paise", "INR", "0.01"),
    ("kopecks", "RUB", "0.01"),
    ("agorot", "ILS", "0.01"),
    ("satoshis", "BTC", "0.00000001"),
    ("quid", "GBP", "1"),
    ("tenner", "GBP", "10"),
    ("greenbacks", "USD", "1"),
    ("loonie", "CAD", "1"),
    ("tomans", "IRR", "10"),
]

BARE = [
    ("dollars", "USD"),
    ("pounds", "GBP"),
    ("yen", "JPY"),
    ("rupees", "INR"),
    ("won", "KRW"),
    ("euros", "EUR"),
    ("roubles", "RUB"),
    ("rubles", "RUB"),
    ("yuan", "CNY"),
    ("rand", "ZAR"),
    ("ringgit", "MYR"),
    ("shekels", "ILS"),
    ("baht", "THB"),
    ("pence", "GBP"),
]

OPEN = (
    "francs crown kronor* krone krona peso dinars bucks rial riyals lira shillings dirham escudos marks cents"
)

SYMBOLS = [
    ("$", "USD", "ba"),
    ("US$", "USD", "ba"),
    ("A$", "AUD", "ba"),
    ("C$", "CAD", "ba"),
    ("NT$", "TWD", "ba"),
    ("R$", "BRL", "ba"),
    ("£", "GBP", "ba"),
    ("€", "EUR", "ba"),
    ("¥", "JPY", "ba"),
    ("₩", "KRW", "ba"),
    ("Rs", "INR", "ba"),
    ("RM", "MYR", "ba"),
    ("Rp", "IDR", "b"),
    ("kr", None, "ba"),
    ("zł", "PLN", "a"),
    ("Kč", "CZK", "ba"),
    ("R", "ZAR", "bg"),
    ("SFr", "CHF", "ba"),
    ("DM", "DEM", "ba"),
    ("S/", "PEN", "b"),
    ("KSh", "KES", "ba"),
    ("Tk", "BDT", "ba"),
    ("元", "CNY", "ba"),
    ("¢", None, "ag"),
    ("p", "GBP", "ag"),
]


@pytest.mark.parametrize(("form", "code", "factor"), NAMES)
def test_names(form: str, code: str, factor: str) -> None:
    unit = table.names()[form]
    assert (unit.code, unit.factor, unit.form) == (code, Decimal(factor), form)
    assert unit.candidates[0] == code


@pytest.mark.parametrize(("form", "code"), BARE)
def test_a_bare_name_means_what_english_news_means_by_it(form: str, code: str) -> None:
    assert table.names()[form].code == code


@pytest.mark.parametrize("form", [form for form in OPEN.split() if not form.endswith("*")])
def test_a_bare_name_of_many_countries_stays_open(form: str) -> None:
    unit = table.names()[form]
    assert unit.code is None
    assert len(unit.candidates) >= 2


@pytest.mark.parametrize(("form", "code", "at"), SYMBOLS)
def test_symbols(form: str, code: str | None, at: str) -> None:
    symbol = table.symbols()[form]
    assert symbol.unit.code == code
    assert (symbol.before, symbol.after, symbol.glued) == ("b" in at, "a" in at, "g" in at)


def test_a_single_letter_before_or_after_must_touch_the_number() -> None:
    loose = [
        form
        for form, symbol in table.symbols().items()
        if re.fullmatch("[A-Za-z]", form) and not symbol.glued
    ]
    assert loose == []


def test_forms_are_in_the_shape_promised() -> None:
    for form, unit in table.names().items():
        assert form == " ".join(form.split()) == form.lower()
        assert form.rpartition(" ")[2] in table.heads()
        assert set(form.split()[:-1]) <= table.modifiers()
        assert unit.factor > 0
    assert table.common() <= table.heads()


def test_every_candidate_is_a_known_code_and_a_default_comes_first() -> None:
    units = [*table.names().values(), *(symbol.unit for symbol in table.symbols().values())]
    for unit in units:
        assert unit.candidates, unit.form
        assert len(set(unit.candidates)) == len(unit.candidates)
        assert set(unit.candidates) <= table.codes().keys()
        assert unit.code is None or unit.code == unit.candidates[0]
        assert unit.code is not None or len(unit.candidates) > 1


@pytest.mark.parametrize(
    "code",
    [
        "DEM",
        "FRF",
        "ITL",
        "IEP",
        "GRD",
        "SUR",
        "YUM",
        "TRL",
        "ROL",
        "VEB",
        "VEF",
        "ZMK",
        "MZM",
        "GHC",
        "BYR",
        "ZWN",
    ],
)
def test_withdrawn_codes_are_there_and_no_longer_anyones_money(code: str) -> None:
    assert table.users(code)
    assert not table.alive(code, "2020-01-01")


@pytest.mark.parametrize(
    ("country", "day", "codes"),
    [
        ("FR", "1989-11-09", ("FRF",)),
        ("FR", "2000-06-01", ("EUR", "FRF")),
        ("FR", date(2010, 6, 1), ("EUR",)),
        ("RU", "1985-01-01", ("SUR",)),
        ("RU", "1995-01-01", ("RUR",)),
        ("KP", "2025", ("KPW",)),
        ("EC", "2020-05", ("USD",)),
        ("BG", "2025-12-01", ("BGN",)),
        ("BG", "2026-06-01", ("EUR",)),
        ("HR", "2024-01-01", ("EUR",)),
        ("ZZ", "2020-01-01", ()),
    ],
)
def test_tender(country: str, day: date | str, codes: tuple[str, ...]) -> None:
    assert table.tender(country, day) == codes


def test_users() -> None:
    assert table.users("KPW") == ("KP",)
    assert {"US", "EC", "SV"} <= set(table.users("USD", "2020-01-01"))
    assert "EC" not in table.users("USD", "1990-01-01")
    assert table.users("DEM", "2010-01-01") == ()
    assert table.users("QQQ") == ()


@pytest.mark.parametrize(
    ("code", "digits"), [("USD", 2), ("JPY", 0), ("KWD", 3), ("RSD", 2), ("CLF", 4), ("BTC", 8)]
)
def test_minor_digits_are_those_of_iso_4217(code: str, digits: int) -> None:
    assert table.minor_digits(code) == digits


@given(st.sampled_from(sorted(table.codes())), st.dates(date(1950, 1, 1), date(2026, 12, 31)))
def test_tender_and_users_tell_the_same_story(code: str, day: date) -> None:
    for country in table.users(code, day):
        assert code in table.tender(country, day)
        assert code in table.tender(country)
        assert table.alive(code, day)


def test_the_tables_cannot_be_written_to() -> None:
    for mapping in (table.names(), table.symbols(), table.codes()):
        with pytest.raises(TypeError):
            mapping["x"] = None  # type: ignore[index]


def test_loading_is_quick() -> None:
    cached = (
        table._raw,
        table.names,
        table.symbols,
        table.codes,
        table.heads,
        table.modifiers,
        table._by_country,
    )
    best = float("inf")
    for _ in range(3):
        for function in cached:
            function.cache_clear()
        begun = time.perf_counter()
        for function in cached:
            function()
        best = min(best, time.perf_counter() - begun)
    assert best < 0.06  # 15 ms on an idle core; the machine that tests is rarely idle


def test_the_table_is_what_its_script_builds() -> None:
    babel = pytest.importorskip("babel")
    if babel.__version__ != "2.18.0":
        pytest.skip("the table is of CLDR as in Babel 2.18.0")
    script = Path(__file__).parents[1] / "scripts" / "build_currencies.py"
    built = runpy.run_path(str(script))["build"]()
    assert built == files("nkclaims.data").joinpath("currencies.json").read_text("utf-8")
