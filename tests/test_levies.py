"""What is taken from a pay, some sentences after it."""

from __future__ import annotations

import pytest

from kit import pipeline


def flows(text: str) -> list[tuple[str, str]]:
    found = pipeline().extract(text, published="2025-03-14").findings
    return [(f.verdict, f.severity) for f in found if f.check == "money.flow"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The loggers earn average wages of $500 a month. They sleep in the camp. "
            "The quota that each must hand over is $700 a month.",
            [("tension", "warning")],
        ),
        (
            "The loggers earn average wages of $500 a month. They sleep in the camp. "
            "The quota that each must hand over is $150 a month.",
            [("consistent", "info")],
        ),
        # another period, another thing, or no pay at all: nothing to compare
        ("The loggers earn wages of $500 a week. The quota is $700 a month.", []),
        ("The loggers earn wages of $500 a month. The camp's rent is $700 a month.", []),
        ("The logs fetch $500 a month. The quota is $700 a month.", []),
    ],
)
def test_a_levy_larger_than_the_pay_is_told(text: str, expected: list[tuple[str, str]]) -> None:
    assert flows(text) == expected


def test_in_two_currencies_it_is_told_by_the_rate_of_the_day() -> None:
    text = (
        "Cooks on the ships have a salary of about 90,000 roubles a month. The embassy takes its share. "
        "The levy was raised to $1,400 a month in March."
    )
    assert flows(text) == [("tension", "warning")]
