"""Printed numbers as intervals, their arithmetic, and the verdicts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.model.interval import (
    INFINITY,
    Interval,
    agreement,
    change_size,
    containment,
    half_step,
    point,
    printed,
    total,
    widest,
)
from nkclaims.model.values import Change, Percentage, Quantity

D = Decimal


def quantity(low: str | None, high: str | None, step: str | None = "1", **rest: object) -> Quantity:
    ends = [None if end is None else D(end) for end in (low, high)]
    return Quantity(low=ends[0], high=ends[1], step=None if step is None else D(step), **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "step", "half"),
    [
        ("4000", "1", "50"),
        ("62000", "1", "500"),
        ("124000", "1", "500"),
        ("1150", "1", "5"),
        ("20", "1", "0.5"),
        ("100", "1", "5"),
        ("7", "1", "0.5"),
        ("0", "1", "0.5"),
        ("-4000", "1", "50"),
        ("1200000000", "1E8", "5E7"),
        ("3000000", "1000000", "500000"),
        ("5.5", "0.1", "0.05"),
        ("5.50", "0.01", "0.005"),
        ("14", None, "0.5"),
        ("500000.0", None, "5000"),
        ("0.25", None, "0.0125"),
        ("1E3", None, "50"),
    ],
)
def test_half_the_last_digit_that_means_something(value: str, step: str | None, half: str) -> None:
    assert half_step(D(value), None if step is None else D(step)) == D(half)


PRINTED_AND_WIDEST = [
    (quantity("4000", "4000"), "[4000, 4000]", "[3950, 4050]"),
    (quantity("124000", "124000", approx=True, modifier="about"), "[124000, 124000]", "[111100, 136900]"),
    (quantity("6000", "6000", lean="below"), "[5400, 6000)", "[5400, 6000)"),
    (quantity("6000", "6000", lean="above"), "(6000, 6600]", "(6000, 6600]"),
    (quantity(None, "70", modifier="at_most"), "[0, 70]", "[0, 70]"),
    (quantity(None, "200", modifier="under"), "[0, 200)", "[0, 200)"),
    (quantity("4000", None, modifier="over"), "(4000, Infinity]", "(4000, Infinity]"),
    (quantity("4000", None, modifier="at_least"), "[4000, Infinity]", "[4000, Infinity]"),
    (quantity("1000", None, modifier="order"), "[1000, Infinity]", "[1000, Infinity]"),
    (quantity("300", "700", modifier="between"), "[300, 700]", "[295, 705]"),
    (quantity("16", "17", modifier="between", approx=True), "[16, 17]", "[13.9, 19.2]"),
    (quantity(None, "70", modifier="at_most", approx=True), "[0, 70]", "[0, 77]"),
    (quantity(None, None), "[-Infinity, Infinity]", "[-Infinity, Infinity]"),
    (quantity(None, "-5", modifier="at_most"), "[-Infinity, -5]", "[-Infinity, -5]"),
    (quantity("-10", "-10", lean="below"), "(-10, -9]", "(-10, -9]"),
]


def same(interval: Interval, text: str) -> bool:
    low, high = text[1:-1].split(", ")
    return interval == Interval(D(low), D(high), text[0] == "(", text[-1] == ")")


@pytest.mark.parametrize(("reading", "at_its_word", "at_most"), PRINTED_AND_WIDEST)
def test_a_reading_as_an_interval(reading: Quantity, at_its_word: str, at_most: str) -> None:
    assert same(printed(reading), at_its_word)
    assert same(widest(reading), at_most)


def test_a_share_in_words_is_seldom_exact() -> None:
    half = Percentage(low=D(50), high=D(50))
    assert printed(half) == point(50)
    assert widest(half) == Interval(D("47.5"), D("52.5"))


def test_a_range_whose_ends_are_reversed_is_refused() -> None:
    with pytest.raises(ValueError, match="above the high end"):
        printed(quantity("145", "120", modifier="between"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Change(factor=D(2)), "[1.9, 2.1]"),
        (Change(factor=D(2), lean="below"), "[1.8, 2)"),
        (Change(factor=D(2), lean="above"), "(2, 2.2]"),
        (Change(factor=D(2), modifier="over"), "(2, 3)"),
        (Change(factor=D(2), modifier="at_least"), "[2, 3)"),
        (Change(factor=D(2), approx=True), "[1.7, 2.3]"),
        (Change(factor=D("0.5"), direction="fall"), "[0.475, 0.525]"),
        (Change(factor=D("0.5"), direction="fall", modifier="over"), "(0, 0.5)"),
        (Change(factor=D("0.5"), direction="fall", lean="below"), "(0.5, 0.55]"),
        (Change(percent=D(6), step=D(1)), "[5.5, 6.5]"),
        (Change(percent=D("4.8"), step=D("0.1")), "[4.75, 4.85]"),
        (Change(percent=D("33.33")), "[31.6635, 34.9965]"),
        (Change(percent=D(10), step=D(1), approx=True), "[8.5, 11.5]"),
        (Change(percent=D(10), step=D(1), modifier="over"), "(10, Infinity]"),
        (Change(points=D(9), step=D(1), modifier="at_most"), "[0, 9]"),
        (Change(delta=D(11), step=D(1), lean="below"), "[9.9, 11)"),
    ],
)
def test_the_size_of_a_change(change: Change, expected: str) -> None:
    assert same(change_size(change), expected)


def test_a_change_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="without a size"):
        change_size(Change(direction="rise"))


def test_verdicts_of_agreement() -> None:
    doubled = change_size(Change(factor=D(2)))
    old, new = quantity("62000", "62000"), quantity("124000", "124000", approx=True)
    for level, verdict in ((new, "consistent"), (quantity("131000", "131000"), "by_rounding")):
        assert agreement(doubled, printed(level) / printed(old), widest(level) / widest(old)) == verdict
    far = quantity("190000", "190000")
    assert agreement(doubled, printed(far) / printed(old), widest(far) / widest(old)) == "inconsistent"


def test_verdicts_of_containment() -> None:
    share = Interval(D(0), D(100))
    twice = point(2)
    for reading, verdict in (
        (quantity("48", "48"), "consistent"),
        (quantity("64", "64"), "inconsistent"),
        (quantity(None, "70", modifier="at_most"), "tension"),
        (quantity("50.3", "50.3", step="1"), "by_rounding"),
    ):
        assert containment(share, printed(reading) * twice, widest(reading) * twice) == verdict


def test_zero_and_infinity_in_products_and_quotients() -> None:
    bound = Interval(D(0), D(70))
    assert bound * point(2) == Interval(D(0), D(140))
    assert point(0) * Interval(D(1), INFINITY) == point(0)
    assert point(6) / Interval(D(0), D(2)) == Interval(D(3), INFINITY)
    assert point(6) / Interval(D(-2), D(0)) == Interval(-INFINITY, D(-3))
    assert point(6) / Interval(D(-1), D(1)) == Interval(-INFINITY, INFINITY)
    with pytest.raises(ZeroDivisionError):
        point(6) / point(0)


numbers = st.decimals(min_value=-(10**6), max_value=10**6, places=3, allow_nan=False)
weights = st.integers(0, 8).map(lambda n: D(n) / 8)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    a, b = sorted((draw(numbers), draw(numbers)))
    wide = a < b
    return Interval(a, b, wide and draw(st.booleans()), wide and draw(st.booleans()))


def inside(interval: Interval, weight: Decimal) -> Decimal:
    """A number of the interval: the weighted mean of its ends, or its middle where that end is open."""
    value = interval.low + (interval.high - interval.low) * weight
    return value if interval.contains(value) else (interval.low + interval.high) / 2


@given(intervals(), intervals(), weights, weights)
def test_arithmetic_encloses_every_result(a: Interval, b: Interval, u: Decimal, v: Decimal) -> None:
    x, y = inside(a, u), inside(b, v)
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert (a * b).contains(x * y)
    if y != 0:
        quotient = a / b
        assert quotient.contains(x / y) or min(abs(quotient.low - x / y), abs(quotient.high - x / y)) < D(
            "1e-18"
        )


@given(intervals(), intervals())
def test_overlap_order_and_containment_agree(a: Interval, b: Interval) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert not (a.overlaps(b) and a.below(b))
    if a.within(b):
        assert a.overlaps(b) and b.contains(inside(a, D("0.5")))


@given(
    st.integers(1, 10**9).map(D),
    st.sampled_from(["exact", "about", "at_least", "over", "at_most", "under", "between", "order"]),
    st.booleans(),
    st.sampled_from([None, "below", "above"]),
)
def test_widest_holds_printed(value: Decimal, modifier: str, approx: bool, lean: str | None) -> None:
    low = None if modifier in ("at_most", "under") else value
    high = None if modifier in ("at_least", "over", "order") else value
    reading = Quantity.model_validate(
        {"low": low, "high": high, "modifier": modifier, "approx": approx, "lean": lean, "step": D(1)}
    )
    assert printed(reading).within(widest(reading))


@given(st.lists(st.integers(0, 1000), max_size=6))
def test_total_is_the_sum(parts: list[int]) -> None:
    assert total(point(part) for part in parts) == point(sum(parts))
