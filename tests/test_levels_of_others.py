"""Numbers that look like a change's levels and are of something else: each with its twin that must be caught."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.findings import Finding


def findings(text: str) -> list[Finding]:
    return pipeline().extract(text, published="2025-10-29").findings


def alarms(text: str) -> list[str]:
    return [f.check for f in findings(text) if f.severity != "info"]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry traffic has tripled. The number of lorries a day rose from 50 to 60 in May.",
        "Queues grew threefold. Beds rose to 80 from 60.",
        "Rents have doubled in ten years. Wages rose to 2,400 euros from 2,000 euros over the same time.",
        "The harbour doubled its quays. It handled 6 million boxes, up from 5 million.",
        "Turnover grew 10%. In Asia, it rose to $60 million from $50 million.",
        "The share jumped 9% on Tuesday. It has risen to $60 from $30 this year.",
        "Premiums halved. Its share price slid to $20 from $25.",
        "The number of wardens has doubled. The number of cells rose from 400 to 440.",
        "Turnover grew 10%. Harbour turnover rose to $60 million from $50 million.",
        "Harbour revenue grew 50%. Total revenue rose to $60 million from $50 million.",
        "Harbour revenue grew 50%. Revenue rose to $60 million from $50 million.",
        "Tolls rose 5 per cent. Online, bookings climbed to 3 million from 2 million.",
    ],
)
def test_the_next_sentence_about_something_else_gives_no_levels(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The toll has doubled. It rose from 50 euros to 60 euros in May.", "num.mult"),
        ("The toll for lorries has tripled. The toll rose from 50 euros to 60 euros.", "num.mult"),
        ("The number of lorries doubled. The number rose from 500 to 600.", "num.mult"),
        ("Bookings grew 10%. Last year, bookings rose to 600 from 500.", "num.pct"),
        ("Burglaries fell by a half. There were 300 thefts, compared with 400 a year earlier.", "num.pct"),
    ],
)
def test_the_next_sentence_that_goes_on_gives_the_levels(text: str, check: str) -> None:
    assert alarms(text) == [check]


@pytest.mark.parametrize(
    ("text", "new"),
    [
        (
            "4,700 pilgrims crossed the strait in 85 boats, up from 3,900 in the same month last year.",
            "4,700",
        ),
        ("The line carried 1.4 million travellers in 500 trains, up from 800,000.", "1.4 million"),
        ("The kitchen fed 6,000 people at 15 sites, down from 9,000.", "6,000"),
        ("The list won 50 of 140 seats, up from 35.", "50"),
    ],
)
def test_what_is_up_from_is_of_like_size(text: str, new: str) -> None:
    (finding,) = [f for f in findings(text) if f.check == "num.direction"]
    assert finding.verdict == "consistent"
    assert finding.quotes[0].text.startswith(new)


@pytest.mark.parametrize(
    "text",
    [
        "It runs 3 shops in 2 towns, up from 2.",
        "4,700 pilgrims crossed in 85 boats, up 20% from 3,900.",
        "A dozen apples went for 70, up from 55.",
    ],
)
def test_what_is_up_from_is_not_guessed(text: str) -> None:
    assert alarms(text) == []


def test_one_number_alone_is_what_is_up() -> None:
    assert alarms("The club sold 17,000 tickets, up from 18,500.") == ["num.direction"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Its stock fell 3% to $48 after it cut its outlook for profit to $4 a share from $6.", []),
        ("Its stock fell 3% to $48 from $60 after it cut its outlook.", ["num.pct"]),
        ("Fares have doubled and then doubled again, from 20 to 80 euros.", []),
        ("Fares have doubled, from 20 to 80 euros.", ["num.mult"]),
        ("Fares rose 50% twice, from $200 to $450.", []),
        ("Fares rose 50%, from $200 to $450.", ["num.pct"]),
    ],
)
def test_a_level_belongs_to_its_own_change(text: str, expected: list[str]) -> None:
    assert alarms(text) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The fare rose from $8 to $7.", "inconsistent"),
        ("The fare rose from $7 to $8.", "consistent"),
        ("The fare fell to $8 from $7.", "inconsistent"),
        ("The fare rose from $8 to $8.", "by_rounding"),
        ("Sales rose to $1.4 billion from $1.45 billion.", "by_rounding"),
        ("The fare rose from about $8 to $7.", "by_rounding"),
    ],
)
def test_rounding_does_not_turn_the_order_of_two_levels(text: str, verdict: str) -> None:
    assert [f.verdict for f in findings(text) if f.check == "num.direction"] == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The pact would limit heating to 2 degrees Celsius (3.6 degrees Fahrenheit).", "consistent"),
        ("The sea has warmed; it has risen by 1.3C (2.3F).", "consistent"),
        ("The sea has risen by 1.3C (6.3F).", "inconsistent"),
        ("The sea has risen by 1.3C (34.3F).", "inconsistent"),
        ("It was 20C (68F) at noon.", "consistent"),
        ("It was 20C (78F) at noon.", "inconsistent"),
    ],
)
def test_a_difference_between_temperatures_has_no_zero_point(text: str, verdict: str) -> None:
    assert [f.verdict for f in findings(text) if f.check == "unit.paren"] == [verdict]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The fire hurt 15 people, including 9 children and 8 women.", ["num.sum"]),
        ("The fire hurt 15 people, including 9 children and 6 women.", []),
        ("The fire hurt 15 people, including 9 tourists and 8 women.", []),
        ("The fire hurt 15 people, including 17 children.", ["num.part"]),
    ],
)
def test_women_and_children_are_no_more_than_the_people_they_are_among(
    text: str, expected: list[str]
) -> None:
    assert alarms(text) == expected
