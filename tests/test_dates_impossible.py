"""Days that no calendar has give no claim or an open one; zones leave the day and the hour as printed."""

from __future__ import annotations

import pytest

from test_dates import mentions, value

PUBLISHED = "2025-03-14"

IMPOSSIBLE = """
He died on 45 March 2024. | He died on March 45. | He died on March 45, 2024. | He died on March 45th.
He died on 31 June. | He died on June 31, 2024. | He died on Feb. 30, 2024. | He died on 29 February 2023.
He died on 30 February. | He died on June the 31st, 2023. | He died on 31st June 2023. | He died on 0 May.
He died on May 0, 2024. | He died on 99 May 2023. | He died on the 32nd of May 2024. | He died on March 100.
He died on Tuesday, 45 March 2024. | He died on Monday 31 November 2022. | He died on Monday, March 45, 2024.
He died on 13/13/2024. | He died on 00/05/2024. | He died on 31.06.2024. | He died on 40/12/24.
He died on 2024-02-30. | He died on 2024-13-05. | He died on 2024-00-10. | He died on 2024/13/45.
He died at 25:61. | He died at 24:30. | He died on 3 May 12024. | He died on 3 May 0000.
From 25 to 35 May 2024 it rained. | Logged 2025-02-30T10:00:00Z by the buoy.
"""


@pytest.mark.parametrize(
    "text", [row.strip() for row in IMPOSSIBLE.replace("\n", "|").split("|") if row.strip()]
)
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_a_day_that_no_calendar_has_is_never_another(text: str, published: str | None) -> None:
    for mention in mentions(text, published):
        found = value(mention)
        assert (found.earliest, found.latest, found.edtf) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In March 45 workers left.", ["2025-03"]),
        ("In March 12 workers left.", ["2025-03"]),
        ("The fleet sailed in April 480 BC.", ["BC0480-04"]),
        ("It rang at 13:00 February 28, 2013.", ["2013-02-28T13:00"]),
        ("On 3 February 12000 people marched.", ["2025-02-03"]),
    ],
)
def test_counts_and_hours_beside_a_month_are_no_days_of_it(text: str, expected: list[str]) -> None:
    assert [value(m).timex.value for m in mentions(text, PUBLISHED)] == expected


@pytest.mark.parametrize(
    ("text", "quote", "expected", "zone"),
    [
        ("It opens at 14:00 (UTC+2).", "14:00 (UTC+2)", "2025-03-14T14:00", "utc+2"),
        ("It opens at 09:30 GMT+1.", "09:30 GMT+1", "2025-03-14T09:30", "gmt+1"),
        ("It opens at 09:30 GMT−3:30.", "09:30 GMT−3:30", "2025-03-14T09:30", "gmt−3:30"),
        ("Logged 2025-03-01T10:00:00+02:00.", "2025-03-01T10:00:00+02:00", "2025-03-01T10:00", "+02:00"),
        ("Logged 2025-03-01T23:30:00-0500.", "2025-03-01T23:30:00-0500", "2025-03-01T23:30", "-0500"),
        ("Seen at 1000 UTC.", "1000 UTC", "2025-03-14T10:00", "utc"),
        ("It fell at 0300 GMT+2.", "0300 GMT+2", "2025-03-14T03:00", "gmt+2"),
        ("It opens at 3 p.m. ET.", "3 p.m. ET", "2025-03-14T15:00", "et"),
        ("It began at 5:45 pm IST.", "5:45 pm IST", "2025-03-14T17:45", "ist"),
        ("It rang at 11:30pm (BST) on Tuesday.", "11:30pm (BST) on Tuesday", "2025-03-11T23:30", "bst"),
        (
            "At 14:00 UTC+05:30 on 3 May 2024 it fell.",
            "14:00 UTC+05:30 on 3 May 2024",
            "2024-05-03T14:00",
            "utc+05:30",
        ),
        ("It fell at 6 p.m. Eastern on Monday.", "6 p.m. Eastern on Monday", "2025-03-10T18:00", "eastern"),
        (
            "On 1 March 2025 at 23:30 +0200 it fell.",
            "1 March 2025 at 23:30 +0200",
            "2025-03-01T23:30",
            "+0200",
        ),
        ("It rang at 6 p.m. Pacific Gas said.", "6 p.m.", "2025-03-14T18:00", None),
    ],
)
def test_a_zone_is_kept_and_moves_nothing(text: str, quote: str, expected: str, zone: str | None) -> None:
    (mention,) = mentions(text, PUBLISHED)
    found = value(mention)
    assert (text[mention.start : mention.end], found.timex.value) == (quote, expected)
    assert (mention.clues.get("zone"), found.earliest, found.latest) == (zone, expected[:10], expected[:10])


def test_hours_joined_by_a_dash_are_a_range_and_no_offset() -> None:
    found = mentions("It ran from 1000 GMT-1200 GMT on Friday.", PUBLISHED)
    assert [value(m).timex.value for m in found] == ["2025-03-14T10:00", "2025-03-14T12:00"]
