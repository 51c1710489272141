"""Which way a clause looks, and so which year or week its date is of."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.values import Date

THURSDAY = "2025-10-30"
SPRING = "2025-04-09"  # a Wednesday


def days(text: str, published: str) -> list[str]:
    """The TIMEX3 value of every date."""
    found = pipeline().extract(text, published=published).claims
    return [c.value.timex.value for c in found if isinstance(c.value, Date)]


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The envoy said ferries would resume on Nov. 20.", THURSDAY, "2025-11-20"),
        ("The envoy said ferries resumed on Nov. 20.", THURSDAY, "2024-11-20"),
        ("The board told savers the fund would raise fees in December.", THURSDAY, "2025-12"),
        ("The bank cut rates on Wednesday and hinted it may pause in December.", THURSDAY, "2025-10-29 2025-12"),
        ("Police said the driver could face a judge in March.", THURSDAY, "2026-03"),
        ("The union warned crews might walk out on Nov. 20.", THURSDAY, "2025-11-20"),
        ("The court ruled she must be paid by Nov. 20.", THURSDAY, "2025-11-20"),
        ("The firm said it would report results in the first quarter.", THURSDAY, "2026-Q1"),
        ("The mayor said the baths would open in the spring.", THURSDAY, "2026-SP"),
        ("The pier closed last year and may reopen in May.", THURSDAY, "2024 2026-05"),
        ("The envoy said ferries would resume on April 20.", SPRING, "2025-04-20"),
        ("The envoy said ferries would stop in January.", SPRING, "2026-01"),
        ("The envoy said ferries could have stopped in January.", SPRING, "2025-01"),
    ],
)  # fmt: skip
def test_what_is_said_to_come_lies_ahead(text: str, published: str, values: str) -> None:
    assert days(text, published) == values.split()


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The Otters host the Badgers on Sunday.", THURSDAY, "2025-11-02"),
        ("The Otters host the Badgers on Sunday.", SPRING, "2025-04-13"),
        ("A march is planned for 6 p.m. Sunday.", THURSDAY, "2025-11-02T18:00"),
        ("The burial is Saturday at 10 a.m.", THURSDAY, "2025-11-01T10:00"),
        ("An appeal hearing is Friday.", THURSDAY, "2025-10-31"),
        ("Councillors plan a briefing Friday.", THURSDAY, "2025-10-31"),
        ("Nurseries reopen Monday after the strike ended on Friday.", THURSDAY, "2025-11-03 2025-10-24"),
        ("Rovers are at home this weekend.", THURSDAY, "2025-W44-WE"),
        ("Ahead of Sunday's derby, he rested.", THURSDAY, "2025-11-02"),
        # no appointment
        ("Detectives are investigating the fire on Monday.", THURSDAY, "2025-10-27"),
        ("The euro is up on Monday.", THURSDAY, "2025-10-27"),
        ("Rovers are in third place after Sunday's win.", THURSDAY, "2025-10-26"),
        ("In Sunday's debate they attacked her.", THURSDAY, "2025-10-26"),
    ],
)  # fmt: skip
def test_the_present_before_its_day_is_a_schedule(text: str, published: str, values: str) -> None:
    assert days(text, published) == values.split()


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("Brokers expect a cut in December.", THURSDAY, "2025-12"),
        ("Brokers expect delivery in July.", THURSDAY, "2026-07"),
        ("She won in November and takes office in January.", THURSDAY, "2024-11 2026-01"),
        ("The bank is likely to hold in December and cut in March.", THURSDAY, "2025-12 2026-03"),
        ("The bank cut rates in March.", THURSDAY, "2025-03"),
        ("A flood hit the town in March.", THURSDAY, "2025-03"),
    ],
)  # fmt: skip
def test_nouns_and_present_verbs_that_look_past_the_date(text: str, published: str, values: str) -> None:
    assert days(text, published) == values.split()


@pytest.mark.parametrize(
    ("text", "published", "values"),
    [
        ("The hearing over the Dec. 29 crash opened Tuesday.", THURSDAY, "2024-12-29 2025-10-28"),
        ("The Dec. 14 explosion closed the mill.", THURSDAY, "2024-12-14"),
        ("The explosion on Dec. 14 closed the mill.", THURSDAY, "2024-12-14"),
        ("She will ask about the Dec. 14 explosion.", THURSDAY, "2024-12-14"),
        ("The town will mourn Sunday's dead.", THURSDAY, "2025-11-02"),
        ("The judge will hear of the Sunday shooting.", THURSDAY, "2025-10-26"),
        # a vote is held when it was called for
        ("She will speak of the Dec. 14 vote.", THURSDAY, "2025-12-14"),
    ],
)  # fmt: skip
def test_what_struck_lies_back(text: str, published: str, values: str) -> None:
    assert days(text, published) == values.split()
