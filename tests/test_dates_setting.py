"""News that looks back: a month without its year goes on from the sentence before it."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.values import Date

PUBLISHED = "2025-03-14"  # a Friday


def days(text: str) -> list[str]:
    """The TIMEX3 value of every date."""
    found = pipeline().extract(text, published=PUBLISHED).claims
    return [c.value.timex.value for c in found if isinstance(c.value, Date)]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In March 1999 the weir opened. In April it was closed.", "1999-03 1999-04"),
        ("In March 1999 the weir opened. It was shut in April and razed in May.", "1999-03 1999-04 1999-05"),
        ("The weir opened on 3 June 1999. By September it was cracked.", "1999-06-03 1999-09"),
        ("In November 1999 the weir opened. In January it was closed.", "1999-11 2000-01"),
        ("In late 1999 the weir opened. In January it was closed.", "1999 2000-01"),
        ("In 1999, the weir opened. In April, it was closed.", "1999 1999-04"),
        ("On 20 June 1999 the weir broke. On 3 June it had been inspected.", "1999-06-20 1999-06-03"),
        ("In June last year the weir opened. On 12 July it was closed.", "2024-06 2024-07-12"),
        ("In March 1999 the weir opened. That was late. In August it was closed.", "1999-03 1999-08"),
        # what is said, planned or told of today is read from the publication
        ("In March 1999 the weir opened. The owner said in August that it leaked.", "1999-03 2024-08"),
        ("In March 1999 the weir opened. It will be closed in August.", "1999-03 2025-08"),
        ("In March 1999 the weir opened. It has been shut since August.", "1999-03 2024-08"),
        ("The weir, built in 1999, was shut. It burned in August.", "1999 2024-08"),
        ("Sales fell 5% from March 1999. They rose in August.", "1999-03 2024-08"),
        ("In March 1999 the weir opened. On Tuesday it broke. In August it leaked.", "1999-03 2025-03-11 2024-08"),
        ("In May 1999 it opened. It ran. It ran. In August it leaked.", "1999-05 2024-08"),
        ("In May 1999 it opened. The next year it grew. In August it leaked, he said.", "1999-05 2000 2024-08"),
        # a history of a few sentences
        ("In May 1999 it opened. The next year it grew. In August it leaked.", "1999-05 2000 2000-08"),
        ("In November 2024 the weir opened. In July it had been empty.", "2024-11 2024-07"),
    ],
)  # fmt: skip
def test_a_month_goes_on_from_the_sentence_before(text: str, values: str) -> None:
    assert days(text) == values.split()
