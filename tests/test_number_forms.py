"""The forms that numbers take in news: orders, parts of a unit, moves beside levels, counts without their noun."""

from __future__ import annotations

from typing import Any

import pytest

from kit import pipeline, said


def pers(text: str) -> list[str | None]:
    """What every amount of money is per."""
    return [c.value.per for c in pipeline().extract(text).claims if c.kind == "money"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A few million pounds were set aside.", [("A few million pounds", 1e6, None, "GBP")]),
        ("No phone beats a £100 one.", [("£100", 100, 100, "GBP")]),
        (
            "It spent $1.2 million—three times its budget.",
            [("$1.2 million", 1.2e6, 1.2e6, "USD"), ("three times", 3, 3, "time")],
        ),
        ("They cost between 2m and 3m euros each.", [("between 2m and 3m euros", 2e6, 3e6, "EUR")]),
        ("The debt will reach 3 trillion dollars by 2030.", [("3 trillion dollars", 3e12, 3e12, "USD")]),
        ("She was paid 3,000 dollars by the club.", [("3,000 dollars", 3000, 3000, "USD")]),
        ("The bank lost 2 billion pounds last year.", [("2 billion pounds", 2e9, 2e9, "GBP")]),
        ("She lost 20 pounds on the diet.", [("20 pounds", 20, 20, "pound mass")]),
        ("A couple of dollars is enough.", [("A couple of dollars", 2, 2, "USD")]),
        ("He lost several pounds of fat.", []),
        ("A hundred and fifty guests came.", [("A hundred and fifty guests", 150, 150, "guest")]),
        (
            "Between a hundred and two hundred people came.",
            [("Between a hundred and two hundred people", 100, 200, "person")],
        ),
        ("It paid a hundred and fifty pounds.", [("a hundred and fifty pounds", 150, 150, "GBP")]),
        ("The share fell 1 1/4 to $20.", [("1 1/4", 1.25, 1.25, "USD"), ("$20", 20, 20, "USD")]),
        ("Sales rose 10 to $20 million.", [("$20 million", 2e7, 2e7, "USD")]),
        (
            "The Dow rose 1.2 percent, 25 points higher.",
            [("1.2 percent", 1.2, 1.2, "percent"), ("25 points", 25, 25, "point")],
        ),
        ("One clerk in ten left.", [("One clerk in ten", 10, 10, "percent")]),
        ("In one case in ten it fails.", [("one case in ten", 10, 10, "percent")]),
        ("The two-thirds complete bridge fell.", []),
        ("A fare is S/. 3.50 now.", [("S/. 3.50", 3.5, 3.5, "PEN")]),
    ],
)  # fmt: skip
def test_forms(text: str, found: list[tuple[str, Any, Any, str | None]]) -> None:
    assert said(text) == found


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("It made 43 cents per fully diluted share.", "share"),
        ("It made 43 cents a diluted share.", "share"),
        ("Rent is £900 per calendar month.", "month"),
        ("They get $30 per working day.", "day"),
        ("Power is 30 cents per kilowatt-hour.", "kilowatt hour"),
        ("Power is 30 cents a kilowatt-hour.", "kilowatt hour"),
    ],
)
def test_per(text: str, per: str) -> None:
    assert pers(text) == [per]


PEOPLE = [
    ("A landslide killed 12 and wounded six.", ["12", "six"]),
    ("Gunmen opened fire, killing one and wounding two near the gate.", ["one", "two"]),
    ("Ten killed in Kano crash", ["Ten"]),
    ("Dozens were killed, at least 40 were reported missing.", ["Dozens", "at least 40"]),
    ("Of the passengers, 30 survived.", ["30"]),
    ("In Kano 15 were hurt.", ["15"]),
    ("Between 10 and 20 were killed.", ["Between 10 and 20"]),
    ("The fire burnt 40 homes and two were killed.", ["two"]),
    ("A 30-strong team came.", ["30-strong"]),
]
NOBODY = [
    "No one was hurt.",
    "The two were arrested.",
    "Battalion 101 was killed off.",
    "One of the men was killed in 1994.",
    "He scored two and set up three.",
    "She was injured at 12 and died at 40.",
    "A quake of 7.8 killed cattle.",
    "It was 2-0 when two were sent off.",
    "A 40-strong fleet sailed.",
]


def people(text: str) -> list[str]:
    """The quotes of the counts of persons."""
    return [quote for quote, _, _, unit in said(text) if unit == "person"]


@pytest.mark.parametrize(("text", "quotes"), PEOPLE)
def test_people_without_their_noun(text: str, quotes: list[str]) -> None:
    assert people(text) == quotes


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_counted(text: str) -> None:
    assert people(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Thousands marched through town.", [("Thousands", 1000, None, None)]),
        ("A jury of 12 heard him.", [("12", 12, 12, None)]),
        ("Her sons, aged 4, 9 and 11, came.", [(n, float(n), float(n), "year of age") for n in ("4", "9", "11")]),
        ("Two F-16s and six F-35 jets flew.", [("Two F-16s", 2, 2, "f-16"), ("six F-35 jets", 6, 6, "jet")]),
        (
            "It has 300 male and 200 female pupils.",
            [("300", 300, 300, "pupil"), ("200 female pupils", 200, 200, "pupil")],
        ),
        ("Some 300 of the mill's 900 hands left.", [("Some 300", 300, 300, "hand"), ("900 hands", 900, 900, "hand")]),
        ("Output fell by 500 to 12,000 tonnes.", [("500", 500, 500, "tonne"), ("12,000 tonnes", 12e3, 12e3, "tonne")]),
        ("It will cut 2,000 to 3,000.", [("2,000 to 3,000", 2000, 3000, None)]),
        ("Losses were put at 3 to 4 billion.", [("3 to 4 billion", 3e9, 4e9, None)]),
        ("Half a million fled.", [("Half a million", 5e5, 5e5, None)]),
        ("Thanks a million.", []),
        ("3M said that 3M's shares fell.", []),
        ("She swam 200m past a 2m wall.", [("200m", 200, 200, "metre"), ("2m", 2, 2, "metre")]),
        ("He left a 5m fortune.", [("5m", 5e6, 5e6, None)]),
        ("They played five-a-side for a six-figure sum.", []),
        (
            "The 20-odd guests and 50-plus clerks left.",
            [("20-odd guests", 20, 20, "guest"), ("50-plus clerks", 50, None, "clerk")],
        ),
        ("A $500m-plus deal.", [("$500m-plus", 5e8, None, "USD")]),
        ("Nurses strike over 6 per cent offer.", [("6 per cent", 6, 6, "percent")]),
        ("Prices rose over 6 per cent.", [("over 6 per cent", 6, None, "percent")]),
        ("Nearly 3 000 pupils came.", [("Nearly 3 000 pupils", 3000, 3000, "pupil")]),
        ("Bread rose to 45 rubles from 40.", [("45 rubles", 45, 45, "RUB"), ("40", 40, 40, "RUB")]),
        ("Attendance fell to 300 from 450.", [("300", 300, 300, None), ("450", 450, 450, None)]),
    ],
)  # fmt: skip
def test_counts(text: str, found: list[tuple[str, Any, Any, str | None]]) -> None:
    assert said(text) == found


def test_second_per_is_kept() -> None:
    found = next(
        c for c in pipeline().extract("They spend $80 per guest per night.").claims if c.kind == "money"
    )
    assert (found.value.per, found.clues["per_also"]) == ("guest", "night")


def test_over_after_out() -> None:
    assert said("It paid out over $6 million.") == [("over $6 million", 6e6, None, "USD")]
    assert said("Staff walked out over $6 million in cuts.") == [("$6 million", 6e6, 6e6, "USD")]


def test_one_of_several_with_an_owner_behind() -> None:
    text = "He was one of three clerks on the mill's eight-person board."
    assert said(text)[0] == ("one", 1, 1, "clerk")


def test_fates_told_in_a_row() -> None:
    assert people("Three were stabbed, two were burnt and one was freed.") == ["Three", "two", "one"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The rent rose 50 to 900 euros.", [("50", 50, 50, "EUR"), ("900 euros", 900, 900, "EUR")]),
        (
            "It slid to 110.20 yen from 110.75 late Monday.",
            [("110.20 yen", 110.2, 110.2, "JPY"), ("110.75", 110.75, 110.75, "JPY")],
        ),
        ("Exports rose by 40 to 50 tonnes.", [("40 to 50 tonnes", 40, 50, "tonne")]),
        ("Another 14 were taken to hospital.", [("14", 14, 14, "person")]),
        ("Losses widened to 4m from 2m.", [("4m", 4e6, 4e6, None), ("2m", 2e6, 2e6, None)]),
        ("The 5m project is a 2m-long hall.", [("5m", 5e6, 5e6, None), ("2m", 2, 2, "metre")]),
    ],
)  # fmt: skip
def test_moves_and_metres(text: str, found: list[tuple[str, Any, Any, str | None]]) -> None:
    assert said(text) == found


def test_ounce_from_a_level_is_a_unit() -> None:
    assert pers("Gold rose to $2,000 an ounce from $1,950.") == ["ounce", "ounce"]
    assert pers("It will pay $20 a year from now.") == [None]
