"""Days that share a month, ranges over two, names that are no dates, codes, levels, centuries."""

from __future__ import annotations

import pytest

import nkclaims
from nkclaims.model.claims import Claim
from nkclaims.model.values import Date
from nkclaims.read.dates.edtf import interval
from test_dates import mentions, value


def dates(text: str, published: str = "2025-10-30", *, vague: bool = True) -> list[Claim]:
    found = nkclaims.load(vague=vague).extract(text, published=published).claims
    return [claim for claim in found if claim.kind == "date"]


def values(text: str) -> list[tuple[str, str]]:
    return [
        (claim.quote.text, claim.value.timex.value) for claim in dates(text) if isinstance(claim.value, Date)
    ]


@pytest.mark.parametrize(
    ("text", "wanted", "whole"),
    [
        (
            "The regatta was held Dec. 31-Jan. 2.",
            [("Dec. 31", "2025-12-31"), ("Jan. 2", "2026-01-02")],
            "2025-12-31/2026-01-02",
        ),
        (
            "The regatta, Nov. 28-Dec. 1, 2024, was wet.",
            [("Nov. 28", "2024-11-28"), ("Dec. 1, 2024", "2024-12-01")],
            "2024-11-28/2024-12-01",
        ),
        ("The hut opens March to May.", [("March", "2026-03"), ("May", "2026-05")], "2026-03/2026-05"),
        ("In the January-to-March period it rained.", [("January", "2025-01"), ("March", "2025-03")], None),
        (
            "The village grew from the 16th to the 18th century.",
            [("the 16th", "15"), ("the 18th century", "17")],
            "1500/1799",
        ),
    ],
)
def test_ranges_have_both_ends(text: str, wanted: list[tuple[str, str]], whole: str | None) -> None:
    if whole is not None:
        assert values(text) == wanted
        assert [claim.clues.get("interval") for claim in dates(text)] == [whole, whole]
    else:
        assert [quote for quote, _ in values(text)] == [quote for quote, _ in wanted]
        assert all("interval" in claim.clues for claim in dates(text))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They sang on Oct. 3, 10 and 17.", ["2025-10-03", "2025-10-10", "2025-10-17"]),
        ("They sang on 5, 6 and 7 May.", ["2025-05-05", "2025-05-06", "2025-05-07"]),
        ("They sang on the 5th, 6th and 7th of September.", ["2025-09-05", "2025-09-06", "2025-09-07"]),
        ("They sang on May 1, 8, 15 and 22, 2023.", ["2023-05-01", "2023-05-08", "2023-05-15", "2023-05-22"]),
        ("They drew on May 9, 3 and 4.", ["2025-05-09"]),
        ("They drew on 9, 3 and 4 May.", ["2025-05-04"]),
    ],
)
def test_every_day_of_a_list_is_a_claim(text: str, wanted: list[str]) -> None:
    assert [value for _, value in values(text)] == wanted


@pytest.mark.parametrize(
    "text",
    [
        "She told USA Today about the kiln.",
        "Russia Today said so.",
        "It was shown on NBC's Today again.",
        "Sheffield Wednesday lost by two goals.",
        "They mourn the dead of Bloody Sunday.",
        "It was the work of Black September then.",
        "April Ryan asked and June Carter sang.",
        "A piece by April Ryan was read.",
        "Autumn Phillips left the hall.",
        "Mr. Winter said nothing.",
        "He wrote on the October Revolution.",
        "She rowed at the Summer Olympics.",
        "She won the London Marathon in 2:02:27.",
        "The film lasts 12:30 and is free.",
        "The Nasdaq closed at 2024.",
        "The index stood at about 1998.",
        "They met at 13 p.m. in the barn.",
    ],
)
def test_names_run_times_and_levels_are_no_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ferry Sinks Today", ("Today", "2025-10-30")),
        ("The jobs report for April was weak.", ("April", "2025-04")),
        ("Mr. Bush Wednesday signed it.", ("Wednesday", "2025-10-29")),
        ("The lake froze in Winter 2023.", ("Winter 2023", "2023-WI")),
        ("It was sold at 1998 prices.", ("1998", "1998")),
        ("They met at 12:30 in the barn.", ("12:30", "2025-10-30T12:30")),
        ("They ate at 3 o'clock in the afternoon.", ("3 o'clock in the afternoon", "2025-10-30T15:00")),
        ("They ate at 6 o'clock in the evening.", ("6 o'clock in the evening", "2025-10-30T18:00")),
        ("They woke at 4 o'clock in the morning.", ("4 o'clock in the morning", "2025-10-30T04:00")),
        ("It woke them at 2 o'clock at night.", ("2 o'clock at night", "2025-10-30T02:00")),
        ("Sales slowed in 2Q26.", ("2Q26", "2026-Q2")),
        ("Sales slowed in 1H25.", ("1H25", "2025-H1")),
        ("Sales slowed in FY26.", ("FY26", "2026")),
        ("It shuts by end-2026.", ("end-2026", "2026")),
        ("It fell in 2024's first quarter.", ("2024's first quarter", "2024-Q1")),
        ("They waited a half-hour.", ("a half-hour", "PT30M")),
    ],
)
def test_what_looks_like_them_is_read(text: str, wanted: tuple[str, str]) -> None:
    assert values(text) == [wanted]


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("2024-33", "2024-36", "2024-01/2024-12"),
        ("2024-22", "2024-24", "2024-06/2025-02"),
        ("2024-24", "2025-40", "2024-12/2025-06"),
        ("2025-10-24T09:00:00", None, "2025-10-24/.."),
        (None, "199X", "../1999"),
        ("-0489", "-0470-24", "-0489/-0470-12"),
        ("2020~", "2025-10-24", "2020~/2025-10-24"),
    ],
)
def test_intervals_are_edtf_of_level_one(first: str | None, last: str | None, whole: str) -> None:
    from edtf import parse_edtf

    assert interval(first, last) == whole
    parse_edtf(whole)


def test_recent_years_are_vague() -> None:
    text = "It fell in recent years. It fell over the past two years."
    assert [claim.quote.text for claim in dates(text, vague=False)] == ["the past two years"]
    assert [claim.quote.text for claim in dates(text)] == ["recent years", "the past two years"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rossi scored twice in the second half as Lecce won.", []),
        ("She threw two touchdowns in the fourth quarter.", []),
        ("The striker was sent off in the first half.", []),
        ("Profit fell in the second half as costs rose.", ["2025-H2"]),
        ("Sales of goalkeeper gloves rose in the third quarter.", ["2025-Q3"]),
    ],
)
def test_halves_and_quarters_of_a_match_are_none_of_the_year(text: str, expected: list[str]) -> None:
    assert [value(m).timex.value for m in mentions(text, "2025-10-30")] == expected
