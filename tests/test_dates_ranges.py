"""Ranges of dates are two claims that name each other; periods of results have their days."""

from __future__ import annotations

import pytest

import nkclaims
from nkclaims.model.claims import Claim
from nkclaims.model.values import Date


def dates(text: str, published: str | None = "2024-05-15") -> list[Claim]:
    return [c for c in nkclaims.load().extract(text, published=published).claims if c.kind == "date"]


@pytest.mark.parametrize(
    "text",
    [
        "The fair runs from 9 to 17 July.",
        "He was mayor between 2019 and early 2021.",
        "The show is open from March to May.",
    ],
)
def test_the_ends_of_a_range_name_each_other(text: str) -> None:
    first, last = dates(text)
    assert [link.claim for link in first.links.to] == [last.id]
    assert [link.claim for link in last.links.from_] == [first.id]
    assert not first.links.from_ and not last.links.to


def test_dates_that_are_no_range_have_no_such_links() -> None:
    for claim in dates("It rained on 3 May and on 5 May; it has been dry since 2020."):
        assert not claim.links.from_ and not claim.links.to


@pytest.mark.parametrize(
    ("text", "quote", "edtf", "earliest", "latest"),
    [
        (
            "Net for the first nine months of 1989 rose.",
            "the first nine months",
            "1989-01/1989-09",
            "1989-01-01",
            "1989-09-30",
        ),
        (
            "Profit for the year ended Sept. 30 fell.",
            "the year",
            "2022-10/2023-09",
            "2022-10-01",
            "2023-09-30",
        ),
        (
            "The six months to 30 June 2023 were weak.",
            "The six months",
            "2023-01/2023-06",
            "2023-01-01",
            "2023-06-30",
        ),
        (
            "In the three months through March losses grew.",
            "the three months",
            "2024-01/2024-03",
            "2024-01-01",
            "2024-03-31",
        ),
        (
            "Profit for the year ended Sept. 30 was $5 million, against $4 million in the year-earlier period.",
            "the year-earlier period",
            "2021-10/2022-09",
            "2021-10-01",
            "2022-09-30",
        ),
    ],
)
def test_periods_of_results_have_their_days(
    text: str, quote: str, edtf: str, earliest: str, latest: str
) -> None:
    value = next(c.value for c in dates(text) if c.quote.text == quote)
    assert isinstance(value, Date)
    assert (value.edtf, value.earliest, value.latest) == (edtf, earliest, latest)


def test_bare_months_have_days_in_a_story_of_results_alone() -> None:
    results = "Sales fell in the third quarter. For the nine months, they rose."
    value = next(c.value for c in dates(results, "2023-10-20") if c.quote.text == "the nine months")
    assert isinstance(value, Date) and value.edtf == "2023-01/2023-09"
    for text, published in (
        ("She slept for the first nine months.", "2023-10-20"),
        (results, "2023-04-20"),
        (results, None),
        ("Sales fell in the third quarter. The first nine months of fiscal 2023 were good.", "2023-10-20"),
        ("Sales fell in the third quarter. The first nine months of his rule were good.", "2023-10-20"),
    ):
        value = next(c.value for c in dates(text, published) if "nine months" in c.quote.text)
        assert isinstance(value, Date) and value.edtf is None, text
