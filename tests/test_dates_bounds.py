"""Where stretches begin and end as said: up to the publication, halves, periods by their last day, leap days."""

from __future__ import annotations

import pytest

from test_dates import mentions, value

PUBLISHED = "2025-10-30"  # a Thursday


@pytest.mark.parametrize(
    ("text", "expected", "earliest", "latest"),
    [
        ("The mill shut earlier this year.", "2025", "2025-01-01", "2025-10-30"),
        ("The mill will open later this year.", "2025", "2025-10-30", "2025-12-31"),
        ("The mill shut earlier this month.", "2025-10", "2025-10-01", "2025-10-30"),
        ("It rained in the first half of April.", "2025-04", "2025-04-01", "2025-04-15"),
        ("It rained in the second half of August.", "2025-08", "2025-08-16", "2025-08-31"),
        ("It grew in the second half of the 1970s.", "197", "1975-01-01", "1979-12-31"),
        ("It grew in the first half of the 18th century.", "17", "1700-01-01", "1749-12-31"),
        ("It grew in the latter half of the 18th century.", "17", "1750-01-01", "1799-12-31"),
        ("The kiln broke this past weekend.", "2025-W43-WE", "2025-10-25", "2025-10-26"),
        ("Week 53 of 2020 was wet.", "2020-W53", "2020-12-28", "2021-01-03"),
        ("Week 53 of 2024 was wet.", "2024-W53", None, None),
        ("On Feb. 29 the kiln will open.", "2028-02-29", "2028-02-29", "2028-02-29"),
        ("On Feb. 29 the kiln broke.", "2024-02-29", "2024-02-29", "2024-02-29"),
        ("More than two decades ago the kiln broke.", "2005", None, None),
        ("The kiln broke on 21-10-2025 at 21:15 hrs.", "2025-10-21T21:15", "2025-10-21", "2025-10-21"),
    ],
)
def test_one_stretch(text: str, expected: str, earliest: str | None, latest: str | None) -> None:
    (mention,) = mentions(text, PUBLISHED)
    found = value(mention)
    assert (found.timex.value, found.earliest, found.latest) == (expected, earliest, latest)


@pytest.mark.parametrize(
    ("text", "expected", "earliest", "latest"),
    [
        ("Sales in the week ended October 17 rose.", "2025-W42", "2025-10-11", "2025-10-17"),
        ("Sales in the quarter ended June 30, 2025 rose.", "2025-Q2", "2025-04-01", "2025-06-30"),
        ("Sales in the year ended 31 March 2025 rose.", "2025", "2024-04-01", "2025-03-31"),
        ("Sales in the fourth quarter ended Dec. 28, 2024 rose.", "2024-Q4", "2024-09-29", "2024-12-28"),
    ],
)
def test_a_period_that_says_its_last_day(text: str, expected: str, earliest: str, latest: str) -> None:
    found = value(mentions(text, PUBLISHED)[0])
    assert (found.timex.value, found.earliest, found.latest) == (expected, earliest, latest)


@pytest.mark.parametrize(
    "text", ["On March 3, 12024 it broke.", "On 3 March 0 it broke.", "On March 3, 0000 it broke."]
)
def test_a_day_of_a_year_that_no_calendar_has_is_no_day(text: str) -> None:
    assert all(value(m).earliest is None for m in mentions(text, PUBLISHED))


def test_one_hour_in_two_zones_is_two_claims() -> None:
    found = mentions("The match starts at 7 p.m. EDT/4 p.m. PDT on Saturday.", PUBLISHED)
    assert [value(m).timex.value.partition("T")[2] for m in found] == ["19:00", "16:00"]
    assert [m.clues.get("zone") for m in found] == ["edt", "pdt"]
