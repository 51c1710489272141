"""One thing said in two ways: an amount over two periods, a measure in two units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nkclaims.checks.levels import Number, number
from nkclaims.checks.measures import convert, convert_difference
from nkclaims.checks.scene import Family, Scene, shown_interval
from nkclaims.model.findings import Finding
from nkclaims.model.interval import Interval, agreement, plain, widest
from nkclaims.model.values import Money, Quantity

RATE, UNITS = "money.rate", "unit.paren"
NEAR = Interval(Decimal("0.9"), Decimal("1.1"))  # a conversion in a bracket is rounded as its writer likes
PER: dict[tuple[str, str], tuple[str, str, str]] = {
    # (shorter, longer): fewest and most of the shorter in one of the longer, and what the widest are
    ("hour", "day"): ("6", "24", "6 to 24 hours a day"),
    ("hour", "week"): ("30", "168", "30 to 168 hours a week"),
    ("day", "week"): ("5", "7", "5 to 7 days a week"),
    ("day", "month"): ("20", "31", "20 to 31 days a month"),
    ("day", "year"): ("200", "366", "200 to 366 days a year"),
    ("night", "week"): ("5", "7", "5 to 7 nights a week"),
    ("week", "month"): ("4", "5", "4 to 5 weeks a month"),
    ("week", "year"): ("50", "53", "50 to 53 weeks a year"),
    ("fortnight", "year"): ("26", "26", "26 fortnights a year"),
    ("month", "quarter"): ("3", "3", "3 months a quarter"),
    ("month", "year"): ("12", "12", "12 months a year"),
    ("quarter", "year"): ("4", "4", "4 quarters a year"),
}
EXTRA = Interval(Decimal(13), Decimal(14))  # months of pay a year, where a thirteenth and fourteenth are paid


def run(scene: Scene) -> Iterator[Finding]:
    """Each pair linked by ``equals`` once."""
    for position in range(len(scene.claims)):
        for other, _ in scene.linked(position, "equals"):
            if other < position and any(back == position for back, _ in scene.linked(other, "equals")):
                continue
            first, second = number(scene, position), number(scene, other)
            if isinstance(first, Money) and isinstance(second, Money) and first.currency == second.currency:
                yield from periods(scene, position, other, first, second)
            elif isinstance(first, Quantity) and isinstance(second, Quantity):
                yield from units(scene, position, other, first, second)


def periods(scene: Scene, one: int, two: int, first: Money, second: Money) -> Iterator[Finding]:
    """ "$500 a month, or $6,000 a year": the shorter times its number in the longer."""
    if (first.per or "", second.per or "") not in PER:
        one, two, first, second = two, one, second, first
    found = PER.get((first.per or "", second.per or ""))
    if found is None:
        return
    low, high, words = found
    count = Interval(Decimal(low), Decimal(high))
    exact, loosest, stated = plain(first) * count, widest(first) * count, _flat(second)
    verdict = agreement(stated, exact, loosest)
    said, other = scene.text(one), scene.text(two)
    alternatives = []
    monthly = (first.per, second.per) == ("month", "year")
    if verdict == "inconsistent" and monthly and (widest(first) * EXTRA).overlaps(stated):
        verdict = "tension"
        alternatives = ["it agrees with 13 or 14 months' pay a year"]
    made = f"“{said}” a {first.per} makes {shown_interval(exact)} a {second.per}"
    outcome = {
        "consistent": f"{made}, as said.",
        "by_rounding": f"{made}, which agrees with “{other}” if both are rounded.",
        "tension": f"{made}; “{other}” would be 13 or 14 months' pay.",
        "inconsistent": f"{made}, not “{other}”.",
    }[verdict]
    yield scene.finding(
        RATE,
        verdict,
        [one, two],
        expression=f"{shown_interval(plain(first))} x {shown_interval(count)} = {shown_interval(exact)},"
        f" said: {other}",
        message=outcome,
        severity="info" if verdict == "tension" else None,
        stated=stated,
        computed=loosest,
        assumptions=[f"takes {words}"],
        alternatives=alternatives,
        loose=count.low != count.high,
    )


def units(scene: Scene, one: int, two: int, first: Quantity, second: Quantity) -> Iterator[Finding]:
    """ "25 miles (40 km)": the first in the unit of the second.

    Two temperatures may be a difference: a "rise of 2C (3.6F)" is one, and so is a pair that agrees as one only.
    """
    exact = convert(plain(first), first.unit or "", second.unit or "")
    loosest = convert(_flat(first), first.unit or "", second.unit or "")
    stated = _flat(second)
    if exact is None or loosest is None:
        return
    assumptions: list[str] = []
    apart = convert_difference(plain(first), first.unit or "", second.unit or "")
    apart_widest = convert_difference(_flat(first), first.unit or "", second.unit or "")
    if apart is not None and apart_widest is not None and plain(first).low > 0:
        sized = scene.claims[one].direction is not None
        ratio_fits = not loosest.overlaps(stated) and (apart_widest * NEAR).overlaps(stated)
        if sized or ratio_fits:
            exact, loosest = apart, apart_widest
            assumptions = ["takes them for a difference between temperatures"]
    verdict = agreement(stated, exact, loosest * NEAR)
    said, other = scene.text(one), scene.text(two)
    makes = f"“{said}” is {shown_interval(exact)} {second.unit}"
    outcome = {
        "consistent": f"{makes}, which agrees with “{other}”.",
        "by_rounding": f"{makes}, which agrees with “{other}” if both are rounded.",
        "inconsistent": f"{makes}, not “{other}”.",
    }[verdict]
    yield scene.finding(
        UNITS,
        verdict,
        [one, two],
        expression=f"{said} = {shown_interval(exact)} {second.unit}, said: {other}",
        message=outcome,
        stated=stated,
        computed=loosest,
        assumptions=assumptions,
        loose=bool(assumptions),
    )


def _flat(value: Number) -> Interval:
    """A number at its widest, its bound left aside: "up to 30 feet" is as long as 30 feet here."""
    reading = value.model_copy(
        update={
            "low": value.high if value.low is None else value.low,
            "high": value.low if value.high is None else value.high,
            "modifier": "exact",
        }
    )
    return widest(reading)


FAMILY = Family(
    {
        RATE: "does an amount a month make the amount a year said beside it?",
        UNITS: "is a measure the same in the unit in the bracket?",
    },
    run,
)
