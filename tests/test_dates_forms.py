"""Dates as people say them: hours in words, days counted within a month, sets, lengths of several units."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.values import Date

PUBLISHED = "2024-05-16"  # a Thursday


def dates(text: str) -> list[tuple[str, str]]:
    """(quote, TIMEX3 value) of every date."""
    found = pipeline().extract(text, published=PUBLISHED).claims
    return [(c.quote.text, c.value.timex.value) for c in found if isinstance(c.value, Date)]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The quay opens on the third of next month.", "the third of next month", "2024-06-03"),
        ("The quay closed on the last day of March.", "the last day of March", "2024-03-31"),
        ("The quay closed on the last day of February.", "the last day of February", "2024-02-29"),
        ("The quay closed on the final day of 2018.", "the final day of 2018", "2018-12-31"),
        ("The quay shuts on the last day of the month.", "the last day of the month", "2024-05-31"),
        ("They leave on Monday the 12th at 9 am.", "Monday the 12th at 9 am", "2024-08-12T09:00"),
        ("The quay is shut on Tuesday 21.", "Tuesday 21", "2024-05-21"),
        ("They leave a week from Tuesday.", "a week from Tuesday", "2024-05-28"),
        ("They will row on this week's Friday.", "this week's Friday", "2024-05-17"),
        ("They rowed on the twenty second of June 2020.", "the twenty second of June 2020", "2020-06-22"),
        ("Sales fell in the first half of last month.", "the first half of last month", "2024-04"),
        ("It froze in the last week of 2018.", "the last week of 2018", "2018-W52"),
        ("They met a year and a half ago.", "a year and a half ago", "2022-11"),
        ("The sluice shuts at five thirty.", "five thirty", "2024-05-16T05:30"),
        (
            "The sluice shuts at five thirty in the afternoon.",
            "five thirty in the afternoon",
            "2024-05-16T17:30",
        ),
        ("The sluice shuts at 12 noon.", "12 noon", "2024-05-16T12:00"),
        ("The sluice broke at 03:00hrs.", "03:00hrs", "2024-05-16T03:00"),
        ("They signed a multi-year lease.", "multi-year", "PXY"),
        ("It will be weeks or months until they know.", "weeks or months", "PXW"),
        ("Net fell in the latest fiscal year.", "the latest fiscal year", "2023"),
        ("They will meet on march eighteenth.", "march eighteenth", "2025-03-18"),
        ("Bids are due by close of business.", "close of business", "2024-05-16"),
        ("They rested for an hour and twenty minutes.", "an hour and twenty minutes", "PT1H20M"),
        ("They rested for two and half years.", "two and half years", "P2.5Y"),
        ("They rested for three quarters of an hour.", "three quarters of an hour", "PT0.75H"),
        ("A weeklong strike shut the mill.", "weeklong", "P1W"),
        ("A 3-year-long siege ruined the mill.", "3-year-long", "P3Y"),
        ("Payment is due within five business days.", "five business days", "P5D"),
        ("Interest is paid semi-annually.", "semi-annually", "P6M"),
        ("The choir meets every third week.", "every third week", "P3W"),
        ("The choir meets every few days.", "every few days", "PXD"),
        ("The choir meets every May 5.", "every May 5", "XXXX-05-05"),
        ("The choir sings on weekdays at 9am.", "weekdays at 9am", "XXXX-WXXT09:00"),
        ("The mill was built in the 80s.", "the 80s", "198"),
        ("The mill was built in the nineteen eighties.", "the nineteen eighties", "198"),
        ("Sales rose in CY18.", "CY18", "2018"),
        ("The lease ends 31.12.2019.", "31.12.2019", "2019-12-31"),
        ("The lease began on 2018.05.07 in Rome.", "2018.05.07", "2018-05-07"),
        ("The lease ended in 12/2015.", "12/2015", "2015-12"),
        ("By the end of March they had left.", "the end of March", "2024-03"),
        (
            "It ended more than two days before Christmas.",
            "more than two days before Christmas",
            "2023-12-23",
        ),
        ("In the last quarter of last year it fell.", "the last quarter of last year", "2023-Q4"),
    ],
)
def test_a_form_is_one_claim(text: str, quote: str, value: str) -> None:
    assert dates(text) == [(quote, value)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("It ran from 5 to 7 May.", [("5", "2024-05-05"), ("7 May", "2024-05-07")]),
        (
            "It ran from the 27th to the 3rd of April.",
            [("the 27th", "2024-03-27"), ("the 3rd of April", "2024-04-03")],
        ),
        (
            "It ran from the 27th of December to the 3rd of January 2020.",
            [("the 27th of December", "2019-12-27"), ("the 3rd of January 2020", "2020-01-03")],
        ),
        (
            "It runs from three thirty to four fifteen.",
            [("three thirty", "2024-05-16T03:30"), ("four fifteen", "2024-05-16T04:15")],
        ),
        (
            "The lock is shut between 0730 and 0930.",
            [("0730", "2024-05-16T07:30"), ("0930", "2024-05-16T09:30")],
        ),
        ("In the years 1955-1957 it sank.", [("the years 1955", "1955"), ("1957", "1957")]),
        ("The kiosk stood open Mon-Fri in Rome.", [("Mon", "2024-05-13"), ("Fri", "2024-05-17")]),
    ],
)
def test_ranges_said_short(text: str, wanted: list[tuple[str, str]]) -> None:
    assert dates(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Highs will be in the 80s.",
        "It was the last day of school.",
        "It was the last year of his life.",
        "They met every now and then.",
        "He saw a Friday the 13th film.",
        "It sold at five thirty percent.",
    ],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("On Tuesday 21 people fell ill.", [("Tuesday", "2024-05-14")]),
        (
            "By the end of May the Second Fleet will have left.",
            [("the end of May", "2024-05")],
        ),
        ("Since 2001-02 it grew.", []),
    ],
)
def test_what_follows_is_not_taken_in(text: str, wanted: list[tuple[str, str]]) -> None:
    assert dates(text) == wanted
