"""Feasts: their days against almanacs, their table against its source, their phrases, names that are none."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from datetime import date, timedelta
from importlib.resources import files
from importlib.util import find_spec
from itertools import pairwise

import pytest
from dateutil.easter import EASTER_ORTHODOX
from dateutil.easter import easter as easter_oracle
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from kit import ROOT, pipeline
from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import scan
from nkclaims.model.article import Article
from nkclaims.model.values import Date
from nkclaims.read.dates.accept_numbers import is_year
from nkclaims.read.dates.window import Window
from nkclaims.tables.feasts import feast, holiday, key_of, orthodox_easter, plain_name, spans

PUBLISHED = "2024-05-16"  # a Thursday


def dates(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """(quote, TIMEX3 value) of every date."""
    return [(quote, value.timex.value) for quote, value in claims(text, published)]


def claims(text: str, published: str | None = PUBLISHED) -> list[tuple[str, Date]]:
    found = pipeline().extract(text, published=published).claims
    return [(c.quote.text, c.value) for c in found if isinstance(c.value, Date)]


# From almanacs, newspapers and public calendars of the years themselves.
ALMANAC = """
    Christmas Eve 1997-12-24 | Election Day 1998-11-03 | New Year’s Day 2001-01-01 | Epiphany 2024-01-06
    Good Friday 2024-03-29 | Palm Sunday 2024-03-24 | Ash Wednesday 2024-02-14 | Mardi Gras 2005-02-08
    Shrove Tuesday 2024-02-13 | Easter Monday 2025-04-21 | Ascension Day 2023-05-18 | Whitsun 2023-05-28
    Pentecost 2023-05-28 | Whit Monday 2023-05-29 | Corpus Christi 2023-06-08 | Maundy Thursday 2024-03-28
    Holy Week 2024-03-24 | Lent 2024-02-14 | Advent 2023-12-03 | Advent Sunday 2022-11-27
    Orthodox Easter 2024-05-05 | Orthodox Easter 2023-04-16 | Orthodox Easter 2025-04-20
    Orthodox Christmas 2024-01-07 | Orthodox Good Friday 2024-05-03
    Thanksgiving 1999-11-25 | Thanksgiving 1939-11-23 | Thanksgiving 1935-11-28 | Black Friday 2023-11-24
    Cyber Monday 2023-11-27 | Memorial Day 2021-05-31 | Memorial Day 1965-05-30 | Columbus Day 1960-10-12
    Martin Luther King Jr. Day 2024-01-15 | Presidents’ Day 2024-02-19 | Labor Day 2024-09-02
    Juneteenth 2022-06-19 | Fourth of July 1976-07-04 | Veterans Day 2023-11-11 | Patriots’ Day 2013-04-15
    Remembrance Sunday 2023-11-12 | Mothering Sunday 2024-03-10 | Early May Bank Holiday 2024-05-06
    Burns Night 2024-01-25 | Bonfire Night 2023-11-05 | St. Patrick’s Day 2024-03-17 | Victoria Day 2024-05-20
    Anzac Day 1942-04-25 | Australia Day 1988-01-26 | Bastille Day 2016-07-14 | Halloween 2023-10-31
    Ramadan 2025-03-01 | Ramadan 2024-03-11 | Ramadan 2023-03-23 | Ramadan 1999-12-09
    Eid al-Fitr 2024-04-10 | Eid ul-Fitr 2023-04-21 | Id al-Fitr 2022-05-02 | Eid al Fitr 2019-06-04
    Eid al-Adha 2024-06-16 | Eid ul-Adha 2023-06-28 | Bakrid 2022-07-09 | Tabaski 2024-06-16
    Ashura 2024-07-16 | Mawlid 2024-09-15 | Islamic New Year 2023-07-19
    Passover 2025-04-13 | Pesach 2024-04-23 | Rosh Hashanah 2023-09-16 | Yom Kippur 1973-10-06
    Yom Kippur 2023-09-25 | Sukkot 2023-09-30 | Hanukkah 2024-12-26 | Chanukah 2023-12-08 | Purim 2024-03-24
    Shavuot 2024-06-12 | Rosh Hashana 1999-09-11
    Diwali 2024-10-31 | Deepavali 2023-11-12 | Diwali 1999-11-07 | Diwali 1998-10-19 | Holi 2024-03-25
    Holi 2000-03-20 | Vesak 2024-05-22 | Nowruz 2025-03-20 | Nowruz 2024-03-20 | Nowruz 2019-03-21
    Lunar New Year 2025-01-29 | Chinese New Year 2000-02-05 | Spring Festival 1976-01-31 | Tet 1968-01-29
    Seollal 2024-02-10 | Chuseok 2025-10-06 | Chuseok 2024-09-17 | Chuseok 2020-10-01
    Mid-Autumn Festival 2023-09-29 | Dragon Boat Festival 2024-06-10 | Qingming 2024-04-04 | Songkran 2024-04-13
"""
DAYS = [
    entry.strip().rsplit(" ", 1) for line in ALMANAC.split("\n") for entry in line.split("|") if entry.strip()
]


@pytest.mark.parametrize(("name", "day"), DAYS, ids=" ".join)
def test_a_feast_is_on_the_day_that_almanacs_have(name: str, day: str) -> None:
    key = key_of(name)
    assert key is not None
    assert date.fromisoformat(day) in [first for first, _ in spans(key, int(day[:4]))]


@pytest.mark.parametrize(
    ("name", "year", "first", "last"),
    [
        ("Ramadan", 2025, "2025-03-01", "2025-03-29"),
        ("Ramadan", 2024, "2024-03-11", "2024-04-09"),
        ("Passover", 2024, "2024-04-23", "2024-04-30"),
        ("Hanukkah", 2024, "2024-12-26", "2025-01-02"),
        ("Sukkot", 2023, "2023-09-30", "2023-10-06"),
        ("Holy Week", 2024, "2024-03-24", "2024-03-30"),
        ("Lent", 2024, "2024-02-14", "2024-03-30"),
        ("Advent", 2023, "2023-12-03", "2023-12-24"),
        ("Kwanzaa", 2023, "2023-12-26", "2024-01-01"),
    ],
)
def test_long_feasts_have_their_last_day(name: str, year: int, first: str, last: str) -> None:
    key = key_of(name)
    assert key is not None
    assert [tuple(map(str, span)) for span in spans(key, year)] == [(first, last)]


@given(st.integers(1583, 4099))
def test_orthodox_easter_is_what_dateutil_says(year: int) -> None:
    assert orthodox_easter(year) == easter_oracle(year, EASTER_ORTHODOX)


def test_what_the_table_does_not_know_is_none() -> None:
    assert holiday("Diwali", 1700) is None and holiday("Nobody's Day", 2024) is None
    assert holiday("Eid", 2024) is None and holiday("Mother's Day", 2024) is None
    assert holiday("Ramadan", 2030) is None  # twice in that year
    assert spans("vesak", 2026) == ()  # calendars keep it a month apart


@pytest.mark.parametrize(
    "name", ["ramadan", "shawwal", "adha", "passover", "tet", "chuseok", "diwali", "holi"]
)
def test_moons_come_round(name: str) -> None:
    """Two days of one feast lie twelve or thirteen moons apart."""
    text = json.loads((files("nkclaims") / "data" / "holidays.json").read_text(encoding="utf-8"))["days"][
        name
    ]
    days = [date.fromisoformat(f"{d[:4]}-{d[4:6]}-{d[6:]}") for d in text.split()]
    gaps = {(b - a).days for a, b in pairwise(days)}
    assert gaps <= {*range(353, 357), *range(382, 387)}


def test_the_table_is_what_its_source_says() -> None:
    """Names and rules of scripts/holidays.toml are those of data/holidays.json, and the lexicon knows each name."""
    source = tomllib.loads((ROOT / "scripts" / "holidays.toml").read_text(encoding="utf-8"))["feast"]
    words = word_tables()["holidays"]
    printed = set(words["holiday"]) | set(words["holidaylong"])
    for key, row in source.items():
        assert feast(key).rule == tuple(row["rule"]) and feast(key).length == row.get("length", 1)
        for name in row["names"]:
            if "{" not in name:
                assert key_of(name) == key and name in printed
    assert {key_of(name) for name in printed} == {key for key, row in source.items() if row["names"]}


@pytest.mark.skipif(
    not all(map(find_spec, ("ephem", "hijridate", "pyluach", "holidays"))), reason="build only"
)
def test_the_table_is_what_its_script_makes() -> None:
    code = "import build_holidays as b; import sys; sys.stdout.write(b.build()[0])"
    made = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "scripts", capture_output=True, check=True, encoding="utf-8"
    )
    assert made.stdout == (files("nkclaims") / "data" / "holidays.json").read_text(encoding="utf-8")


def test_what_printers_do_differently_makes_no_other_name() -> None:
    assert plain_name("New Year’s Eve") == plain_name("new year's eve") == "new years eve"
    assert plain_name("Eid al‑Fitr") == plain_name("the Eid al-Fitr") == "eid al fitr"


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The quay opened in Ramadan 2024.", "Ramadan 2024", "2024-03-11/2024-04-09"),
        ("The quay opened last Ramadan.", "last Ramadan", "2024-03-11/2024-04-09"),
        ("The quay will open next Diwali.", "next Diwali", "2024-10-31"),
        ("The quay opened on this year's Eid al-Fitr.", "this year's Eid al-Fitr", "2024-04-10"),
        ("It rained on Eid al-Adha last year.", "Eid al-Adha last year", "2023-06-28"),
        ("The quay will shut for Chuseok.", "Chuseok", "2024-09-17"),
        ("The quay shut for Lunar New Year 2025.", "Lunar New Year 2025", "2025-01-29"),
        ("The quay shut on Mardi Gras 2025.", "Mardi Gras 2025", "2025-03-04"),
        ("It rained on the eve of Yom Kippur 2023.", "the eve of Yom Kippur 2023", "2023-09-24"),
        ("They will sail on the first day of Ramadan.", "the first day of Ramadan", "2025-03-01"),
        ("They sailed on the last day of Passover.", "the last day of Passover", "2024-04-30"),
        ("They will sail on the first night of Hanukkah.", "the first night of Hanukkah", "2024-12-25TNI"),
        ("They sailed on the third day of Eid al-Fitr.", "the third day of Eid al-Fitr", "2024-04-12"),
        ("The quay froze on the twelfth day of Christmas.", "the twelfth day of Christmas", "2024-01-05"),
        ("They ate little during Ramadan.", "Ramadan", "2024-03-11/2024-04-09"),
        ("The quay shut over Easter weekend.", "Easter weekend", "2024-W13-WE"),
        ("The quay shut over Thanksgiving weekend.", "Thanksgiving weekend", "2023-W47-WE"),
        ("The quay shuts over Labor Day weekend.", "Labor Day weekend", "2024-W35-WE"),
        ("The quay shut in Christmas week.", "Christmas week", "2023-W52"),
        ("The quay shut for the Easter holidays.", "the Easter holidays", "2024-XX-XX"),
        ("It rained two weeks after Ramadan.", "two weeks after Ramadan", "2024-04-23"),
        ("It rained a week before Passover.", "a week before Passover", "2024-04-16"),
        ("The quay shut on the day after Eid al-Fitr.", "the day after Eid al-Fitr", "2024-04-11"),
        ("The sluice opened on Orthodox Easter.", "Orthodox Easter", "2024-05-05"),
        ("They sailed on the Sunday after Easter.", "the Sunday after Easter", "2024-04-07"),
        (
            "They sailed on the Friday before Labor Day 2023.",
            "the Friday before Labor Day 2023",
            "2023-09-01",
        ),
        ("They sailed on the weekend before Easter.", "the weekend before Easter", "2024-W12-WE"),
        ("They sailed on the weekend before Christmas.", "the weekend before Christmas", "2023-W51-WE"),
        ("They sail every Christmas.", "every Christmas", "XXXX-12-25"),
        ("They will sail on the Sunday before Ramadan.", "the Sunday before Ramadan", "2025-02-23"),
        ("They sail each Ramadan.", "each Ramadan", "P1Y"),
        ("They sang at Christmas Mass.", "Christmas", "2023-12-25"),
        ("They sailed on Corpus Christi.", "Corpus Christi", "2023-06-08"),
        ("They sailed on Diwali Eve.", "Diwali Eve", "2023-11-11"),
        ("They sailed on Christmas night.", "Christmas night", "2023-12-25TNI"),
        ("They sailed on Ukraine's Independence Day.", "Independence Day", "2023-08-24"),
        ("They sailed on Indian Independence Day.", "Independence Day", "2023-08-15"),
        ("They sailed on Canada’s Thanksgiving.", "Thanksgiving", "2023-10-09"),
        ("They sailed on Israel's Memorial Day.", "Memorial Day", "XXXX"),
        ("They sailed at Eid.", "Eid", "XXXX"),
        ("They sailed on Mother's Day.", "Mother's Day", "XXXX"),
        ("They sailed in Golden Week.", "Golden Week", "XXXX"),
    ],
)
def test_a_phrase_is_one_claim(text: str, quote: str, value: str) -> None:
    assert dates(text) == [(quote, value)]


@pytest.mark.parametrize(
    "text",
    [
        "The ferry went to Christmas Island and to Easter Island.",
        "A shop sold Easter eggs and Christmas cards.",
        "He drove from Corpus Christi to Houston.",
        "An owl sat in every Christmas tree.",
        "The Thanksgiving turkey burned.",
        "They opened the Holi Spa.",
        "The Good Friday Agreement held.",
        "Soldiers of the Yom Kippur War met.",
        "The Tet Offensive failed.",
        "Merry Christmas, he said.",
        "She lent him a boat. Lent by a friend, it sank.",
        "The advent of steam made a spring festival of it.",
        "Mohammed Eid rowed the boat.",
        "It was a moment of epiphany.",
        "There was a golden week of rowing.",
    ],
)
def test_a_name_that_holds_a_feast_is_no_date(text: str) -> None:
    assert [quote for quote, _ in dates(text) if not re.search("week", quote)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("After Ramadan the town kept Eid.", "2024-04-10"),
        ("Pilgrims on the hajj will keep Eid.", "2024-06-16"),
        ("Japan shut for Golden Week.", "2024-04-29/2024-05-05"),
        ("Beijing shut for Golden Week.", "2024-10-01/2024-10-07"),
        ("Beijing and Tokyo shut for Golden Week.", "XXXX"),
    ],
)
def test_the_text_decides_for_a_name_of_two_feasts(text: str, expected: str) -> None:
    assert dates(text)[-1][1] == expected


@pytest.mark.parametrize(
    ("url", "dateline", "feast", "expected"),
    [
        ("https://www.example.co.uk/1", None, "Mother's Day", "2024-03-10"),
        ("https://www.example.co.uk/1", "SPRINGFIELD, Ill.", "Mother's Day", "2024-05-12"),
        (None, "Dublin", "Mother's Day", "2024-03-10"),
        (None, "Delhi", "Independence Day", "2023-08-15"),
        (None, "Toronto", "Labour Day", "2023-09-04"),
        (None, "Nairobi", "Labour Day", "2024-05-01"),
        (None, None, "Labour Day", "XXXX"),
        (None, "Sydney", "Father's Day", "2023-09-03"),
    ],
)
def test_the_dateline_decides_whose_feast_it_is(
    url: str | None, dateline: str | None, feast: str, expected: str
) -> None:
    article = Article("a", "-", f"They sailed on {feast}.", published=PUBLISHED, dateline=dateline, url=url)
    found = pipeline().extract_article(article).claims
    assert [c.value.timex.value for c in found if isinstance(c.value, Date)] == [expected]


def test_without_a_publication_date_a_feast_stays_open() -> None:
    assert dates("They sailed on Halloween, in Ramadan.", None) == [
        ("Halloween", "XXXX-10-31"),
        ("Ramadan", "XXXX"),
    ]


def test_ramadan_may_come_twice_in_a_year() -> None:
    assert dates("They will row next Ramadan.", "2030-02-10") == [("next Ramadan", "2030-12-26/2031-01-23")]
    assert dates("They rowed last Ramadan.", "2030-02-10") == [("last Ramadan", "2030-01-05/2030-02-03")]


@given(
    st.sampled_from(["Eid al-Fitr", "Eid al-Adha", "Ramadan", "Diwali", "Holi", "Nowruz", "Ashura"]),
    st.integers(1930, 2035),
)
def test_a_sighted_day_is_a_day_more_or_less(name: str, year: int) -> None:
    """The value is the reckoned day, EDTF marks it "~", and earliest and latest lie a day beyond it."""
    [(_, value)] = claims(f"It rained on {name} {year}.", None)
    if "/" not in value.timex.value and len(value.timex.value) == 4:
        assert len(spans(key_of(name) or "", year)) == 2
        return
    assert value.edtf is not None and value.earliest is not None and value.latest is not None
    days = [parse_edtf(day) for day in value.edtf.split("/")]
    assert all(day.is_approximate for day in days)
    low, high = date(*days[0].lower_strict()[:3]), date(*days[-1].upper_strict()[:3])
    assert value.timex.value == (str(low) if low == high else f"{low}/{high}")
    aside = timedelta(days=1)
    assert (value.earliest, value.latest) == (str(low - aside), str(high + aside))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("in Ramadan 2021", True), ("in Mid-Autumn Festival 2021", True), ("at Cannes Festival 2021", False)],
)
def test_a_year_may_follow_a_feast(text: str, expected: bool) -> None:
    atoms = scan(text)
    assert is_year(Window(atoms, len(atoms.words) - 1, len(atoms.words)), narrative=False) is expected
