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
