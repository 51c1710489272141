"""Parts and totals: no part above its total, all parts as much as it, a share as much as its amount."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from nkclaims.checks.levels import Number, number
from nkclaims.checks.scene import LOOSE_BY, Family, Scene, shown, shown_interval
from nkclaims.model.findings import Finding, Verdict
from nkclaims.model.interval import Interval, agreement, plain, point, total, widest
from nkclaims.model.values import Money, Percentage

PART, FLOW, SUM, PCT_OF = "num.part", "money.flow", "num.sum", "num.pct_of"
APART = Decimal(
    2
)  # parts that make more than twice their total, or less than half, are parts of something else


def run(scene: Scene) -> Iterator[Finding]:
    """Every part with its total, then every total with all its parts, then shares with their amounts."""
    complete: dict[int, list[int]] = {}
    over = _over(scene)
    for whole, parts in over.items():
        yield too_many(scene, whole, parts)
    told = {position for parts in over.values() for position in parts}
    for position, claim in enumerate(scene.claims):
        kind = claim.clues.get("part") if position not in told else None
        for whole, by in scene.linked(position, "total") if kind else []:
            if kind == "all":
                complete.setdefault(whole, []).append(position)
            elif kind == "levied":
                yield levied(scene, position, whole)
            else:
                yield part(scene, position, whole, FLOW if kind == "deducted" else PART, by in LOOSE_BY)
    for whole, parts in complete.items():
        yield from sums(scene, whole, parts)
    for position in scene.index.of_kind("percentage"):
        yield from share_of(scene, position)


def _over(scene: Scene) -> dict[int, list[int]]:
    """Totals with those of their parts that have nothing in common and are more than the total together."""
    apart: dict[int, list[int]] = {}
    for position, claim in enumerate(scene.claims):
        for whole, _ in scene.linked(position, "total") if claim.clues.get("disjoint") else []:
            apart.setdefault(whole, []).append(position)
    return {whole: parts for whole, parts in apart.items() if _exceed(scene, whole, parts)}


def _exceed(scene: Scene, whole: int, parts: Sequence[int]) -> bool:
    value = number(scene, whole)
    values = [found for at in parts if (found := number(scene, at)) is not None]
    if value is None or len(values) < len(parts) or len(parts) < 2:
        return False
    return widest(value).below(total(map(widest, values)))


def too_many(scene: Scene, whole: int, parts: Sequence[int]) -> Finding:
    """Parts that have nothing in common are no more than their total together."""
    values = [found for at in parts if (found := number(scene, at)) is not None]
    exact, value = total(map(plain, values)), number(scene, whole)
    working = " + ".join(shown_interval(plain(v)) for v in values)
    said = scene.text(whole)
    return scene.finding(
        SUM,
        "inconsistent",
        [whole, *parts],
        expression=f"{working} = {shown_interval(exact)} > {said}",
        message=f"“{said}” is less than its parts together, which make {shown_interval(exact)}.",
        stated=None if value is None else widest(value),
        computed=total(map(widest, values)),
        assumptions=["takes it that nobody is counted in two parts"],
        loose=True,
    )


def ends(scene: Scene, one: int, two: int) -> tuple[Interval, Interval, Interval, Interval, bool] | None:
    """Two numbers in one currency: each as printed, each at its widest, whether by a rate; else None."""
    first, second = number(scene, one), number(scene, two)
    if first is None or second is None:
        return None
    rows = [plain(first), plain(second), widest(first), widest(second)]
    if not isinstance(first, Money) or not isinstance(second, Money) or first.currency == second.currency:
        return rows[0], rows[1], rows[2], rows[3], False
    if first.usd is None or second.usd is None:
        return None
    rates = [point(money.usd.rate) for money in (first, second) if money.usd]
    return rows[0] / rates[0], rows[1] / rates[1], rows[2] / rates[0], rows[3] / rates[1], True


def part(scene: Scene, position: int, whole: int, check: str, loose: bool) -> Finding:
    """A part must not be more than its total."""
    found = ends(scene, position, whole)
    said, of = scene.text(position), scene.text(whole)
    if found is None:
        return scene.finding(
            check,
            "unchecked",
            [position, whole],
            expression=f"{said} of {of}",
            message=f"“{said}” of “{of}” could not be checked: they cannot be brought into one currency.",
        )
    small, large, small_widest, large_widest, by_rate = found
    verdict: Verdict = "consistent"
    if small.low > large.high:
        verdict = "inconsistent" if large_widest.below(small_widest) else "by_rounding"
    taken = "deducted from" if check == FLOW else "part of"
    outcome = {
        "consistent": f"“{said}”, {taken} “{of}”, is no more than that.",
        "by_rounding": f"“{said}”, {taken} “{of}”, is no more than that if both are rounded.",
        "inconsistent": f"“{said}” cannot be {taken} “{of}”: it is more.",
    }[verdict]
    sign = "<=" if small.low <= large.high else ">"
    unit = " USD" if by_rate else ""
    return scene.finding(
        check,
        verdict,
        [position, whole],
        expression=f"{shown_interval(small)}{unit} {sign} {shown_interval(large)}{unit}",
        message=outcome,
        stated=large_widest,
        computed=small_widest,
        assumptions=["compares them by the day's rate of exchange"] if by_rate else [],
        loose=loose or by_rate,
    )


def levied(scene: Scene, position: int, pay: int) -> Finding:
    """A levy told apart from the pay it must come out of: more than that is puzzling, not impossible."""
    said, of = scene.text(position), scene.text(pay)
    found = ends(scene, position, pay)
    if found is None:
        return scene.finding(
            FLOW,
            "unchecked",
            [position, pay],
            expression=f"{said} out of {of}",
            message=f"“{said}” out of “{of}” could not be checked: they cannot be brought into one currency.",
        )
    small, large, small_widest, large_widest, by_rate = found
    verdict: Verdict = "tension" if large_widest.below(small_widest) else "consistent"
    unit = " USD" if by_rate else ""
    sign = ">" if verdict == "tension" else "<="
    return scene.finding(
        FLOW,
        verdict,
        [position, pay],
        expression=f"{shown_interval(small)}{unit} {sign} {shown_interval(large)}{unit}",
        message=f"“{said}” is more than the “{of}” it would be taken from."
        if verdict == "tension"
        else f"“{said}” can be taken from “{of}”.",
        stated=large_widest,
        computed=small_widest,
        assumptions=["takes it that the levy comes out of this pay"]
        + (["compares them by the day's rate of exchange"] if by_rate else []),
        loose=True,
    )


def sums(scene: Scene, whole: int, parts: Sequence[int]) -> Iterator[Finding]:
    """All parts together must make the total."""
    value = number(scene, whole)
    values = [found for at in parts if (found := number(scene, at)) is not None]
    if value is None or len(values) < len(parts) or any(v.low is None or v.high is None for v in values):
        return
    exact, loosest = total(map(plain, values)), total(map(widest, values))
    stated, head = widest(value), plain(value)
    if exact.low > head.high * APART or exact.high * APART < head.low:
        return
    exactly = _counts([value, *values])
    verdict = agreement(head if exactly else stated, exact, exact if exactly else loosest)
    if exactly and not head.overlaps(exact) and verdict == "by_rounding":
        verdict = "inconsistent"
    working = " + ".join(shown_interval(plain(v)) for v in values)
    said = scene.text(whole)
    together = f"its parts make {shown_interval(exact)}"
    outcome = {
        "consistent": f"“{said}” is right: {together}.",
        "by_rounding": f"“{said}” is right if its parts are rounded: {together}.",
        "inconsistent": f"“{said}” does not agree with its parts, which make {shown_interval(exact)}.",
    }[verdict]
    yield scene.finding(
        SUM,
        verdict,
        [whole, *parts],
        expression=f"{working} = {shown_interval(exact)}, said: {said}",
        message=outcome,
        stated=stated,
        computed=loosest,
        assumptions=["takes the list for all of the parts"],
        loose=True,
    )


def _counts(values: Sequence[Number]) -> bool:
    """Whether all are small counts of things, which are not rounded: 14 dead, 120 seats."""
    small = (v.low is not None and v.low == v.high and v.low < 1000 and not v.approx for v in values)
    return not any(isinstance(v, (Money, Percentage)) for v in values) and all(small)


def share_of(scene: Scene, position: int) -> Iterator[Finding]:
    """p per cent of a base must make the amount said beside it."""
    share = number(scene, position)
    bases, amounts = scene.linked(position, "base"), scene.linked(position, "equals")
    if not isinstance(share, Percentage) or share.unit != "percent" or not bases or not amounts:
        return
    (base_at, _), (amount_at, _) = bases[0], amounts[0]
    base, amount = number(scene, base_at), number(scene, amount_at)
    if base is None or amount is None:
        return
    exact = plain(share) * plain(base) / point(100)
    loosest = widest(share) * widest(base) / point(100)
    stated = widest(amount)
    verdict = agreement(stated, exact, loosest)
    said, of, makes = scene.text(position), scene.text(base_at), scene.text(amount_at)
    outcome = {
        "consistent": f"“{said}” of “{of}” is “{makes}”, as said.",
        "by_rounding": f"“{said}” of “{of}” is “{makes}” if these are rounded.",
        "inconsistent": f"“{said}” of “{of}” is {shown_interval(exact)}, not “{makes}”.",
    }[verdict]
    alternatives = []
    if verdict == "inconsistent" and not plain(base).contains(Decimal(0)):
        alternatives = [f"“{makes}” would be {shown((plain(amount) / plain(base)).low * 100)} per cent"]
    yield scene.finding(
        PCT_OF,
        verdict,
        [position, base_at, amount_at],
        expression=f"{shown_interval(plain(share))} % x {shown_interval(plain(base))}"
        f" = {shown_interval(exact)}, said: {makes}",
        message=outcome,
        stated=stated,
        computed=loosest,
        alternatives=alternatives,
    )


FAMILY = Family(
    {
        PART: "is a part no more than its total?",
        FLOW: "is what is deducted no more than what it is taken from?",
        SUM: "do all the parts make the total?",
        PCT_OF: "does a share of its base make the amount said?",
    },
    run,
)
