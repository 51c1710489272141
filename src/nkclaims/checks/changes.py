"""Does a change agree with its two levels: factors, per cents, points, amounts and the direction itself."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from nkclaims.checks.assumed import may_not_accuse
from nkclaims.checks.levels import Levels, levels, match_levels, number
from nkclaims.checks.scene import Family, Scene, shown, shown_interval
from nkclaims.model.findings import Finding, Severity, Verdict
from nkclaims.model.interval import Interval, agreement, change_size, half_step, point
from nkclaims.model.values import Change, Percentage, Quantity

HUNDRED = point(100)
COUNTS = frozenset({"toll", "number", "count", "tally", "figure", "membership", "temperature", "rate"})
RANKS = 200  # the last place of a table that anyone quotes
SHARE_WORDS = frozenset({"percentage", "percent", "cent", "basis", "pp", "%"})
MULT, PCT, POINTS, DELTA, DIRECTION = "num.mult", "num.pct", "num.pp", "num.delta", "num.direction"


def kind_of(change: Change) -> str:
    """The check a change asks for, by which of its sizes is given.

    >>> kind_of(Change(factor=Decimal(2)))
    'num.mult'
    """
    if change.factor is not None:
        return MULT
    if change.percent is not None:
        return PCT
    return POINTS if change.points is not None else DELTA


def run(scene: Scene) -> Iterator[Finding]:
    """One finding for each change that has a size, and one for each pair of levels said to rise or fall."""
    covered: set[tuple[int, int]] = set()
    for position in scene.index.changes():
        change = scene.claims[position].value
        if not isinstance(change, Change) or _sizeless(change):
            continue
        found = levels(scene, position)
        if isinstance(found, str) and scene.linked(position, "base"):
            continue  # a share that is multiplied has a check of its own
        if isinstance(found, str):
            yield unchecked(scene, position, kind_of(change), found)
            continue
        covered.add((found.old, found.new))
        yield compare(scene, position, change, found)
    yield from directions(scene, covered)


def _sizeless(change: Change) -> bool:
    return all(n is None for n in (change.factor, change.percent, change.points, change.delta))


def unchecked(scene: Scene, position: int, check: str, reason: str) -> Finding:
    """The finding of a change that could not be checked, and why."""
    return scene.finding(
        check,
        "unchecked",
        [position],
        expression=f"said: {scene.text(position)}",
        message=f"“{scene.text(position)}” could not be checked: {reason}.",
    )


def computed(kind: str, old: Interval, new: Interval, direction: str | None) -> Interval:
    """The size of a change from two levels: a factor, per cent of the old level, or a difference.

    Per cents and differences are positive in the direction said; where none is said, whatever their sign.

    >>> computed("num.pct", point(40), point(30), "fall")
    Interval('[25.00, 25.00]')
    """
    if kind == MULT:
        return new / old
    difference = old - new if direction == "fall" else new - old
    if kind == PCT:
        # reckoned as a quotient less one, so that the old level stands in it only once
        ratio = (new / old - point(1)) * HUNDRED
        difference = -ratio if direction == "fall" else ratio
    if direction is None and difference.high < 0:
        return -difference
    return difference


def compare(scene: Scene, position: int, change: Change, found: Levels) -> Finding:
    """The finding of a change whose levels are known."""
    kind = kind_of(change)
    clues = scene.claims[position].clues
    quoted = found
    if clues.get("inverse"):
        found = found.inverse()
    stated = change_size(change)
    try:
        exact = computed(kind, found.old_printed, found.new_printed, change.direction)
        loosest = computed(kind, found.old_widest, found.new_widest, change.direction)
    except ZeroDivisionError:
        return unchecked(scene, position, kind, "the old level is zero")
    if kind == POINTS and not _are_shares(scene, found):
        if set(scene.text(position).lower().replace("-", " ").split()) & SHARE_WORDS:
            return unchecked(scene, position, kind, "the levels are not per cents")
        kind = DELTA  # an index "fell 9 points, to 2,640"
    verdict = agreement(stated, exact, loosest)
    if verdict == "inconsistent" and found.carried:
        reason = f"the earlier “{scene.text(found.old)}” may not be the level it started from"
        return unchecked(scene, position, kind, reason)
    # the date of a multiple is as a rule where it began ("doubled since May"), of a per cent its period
    if (
        kind == PCT
        and verdict == "inconsistent"
        and found.loose
        and (_other_period(scene, position, found.new) or _longer_period(scene, position, found.old))
    ):
        return unchecked(scene, position, kind, "the levels nearby are of another period")
    if verdict == "inconsistent" and quoted.loose:
        sized = partial(computed, kind, direction=change.direction)
        doubt = may_not_accuse(scene, position, found, stated, sized)
        if doubt is not None:
            return unchecked(scene, position, kind, doubt)
    basis = clues.get("basis")
    shared = bool(clues.get("basis_shared"))
    if verdict == "inconsistent" and basis and not shared:
        reason = f"it is on a basis of its own (“{basis}”), and the levels may be on another"
        return unchecked(scene, position, kind, reason)
    assumptions = list(found.assumptions)
    if basis and verdict == "inconsistent":
        assumptions.append(f"takes the levels for “{basis}” as well")
    alternatives: list[str] = []
    severity: Severity | None = None
    if verdict == "inconsistent":
        alternatives = list(_alternatives(scene, kind, change, found, stated))
        if change.modifier in ("over", "at_least") and _goes_beyond(change, stated, loosest):
            # true to the letter ("more than doubled", and it grew fivefold): odd, not wrong
            verdict, severity = "tension", "info"
        elif kind == PCT and _are_shares(scene, found) and _as_points(found, change).overlaps(stated):
            # "rose 2 per cent, from 10 to 12 per cent": loose words, right numbers
            verdict, severity = "tension", "info"
            assumptions.append("takes the per cent for percentage points")
        elif clues.get("inverse") and _as_quoted(kind, quoted, change).overlaps(stated):
            verdict, severity = "tension", "info"
            assumptions.append("takes the size for that of the quote, not of the currency's worth")
    return scene.finding(
        kind,
        verdict,
        [position, found.old, found.new],
        expression=_expression(scene, kind, position, change, found, exact),
        message=_message(scene, position, kind, verdict, change, found, exact),
        severity=severity,
        stated=stated,
        computed=loosest,
        assumptions=assumptions,
        alternatives=alternatives,
        loose=found.loose or bool(assumptions),
    )


def _goes_beyond(change: Change, stated: Interval, loosest: Interval) -> bool:
    """Whether levels do more than a bound asks: "more than doubled", and "more than halved" the other way."""
    if change.factor is not None and change.factor < 1:
        return loosest.below(stated)
    return stated.below(loosest)


def _as_quoted(kind: str, quoted: Levels, change: Change) -> Interval:
    """The size of a change of an inverse quote itself: the dearer dollar's rise for the rouble's fall."""
    turned = "rise" if change.direction == "fall" else "fall"
    return computed(kind, quoted.old_widest, quoted.new_widest, turned)


def _other_period(scene: Scene, position: int, level: int) -> bool:
    """Whether a change and a level said elsewhere hold for different times, as far as the text dates both."""
    quote = scene.claims[position].quote
    said = [position, *scene.index.between(quote.start, quote.end, "percentage")]
    here = {period for at in said for period in scene.index.periods(at)}
    there = set(scene.index.periods(level))
    return bool(here and there) and not here & there


def _longer_period(scene: Scene, position: int, level: int) -> bool:
    """Whether an old level is of the year in which the day of the change lies: "on Friday", "from $20 this year"."""
    days = scene.index.periods(position)
    return any(day.startswith(f"{span}-") for day in days for span in scene.index.periods(level))


def _are_shares(scene: Scene, found: Levels) -> bool:
    return all(isinstance(scene.claims[at].value, Percentage) for at in (found.old, found.new))


def _as_points(found: Levels, change: Change) -> Interval:
    return computed(POINTS, found.old_widest, found.new_widest, change.direction)


def _alternatives(scene: Scene, kind: str, change: Change, found: Levels, stated: Interval) -> Iterator[str]:
    """Other readings under which the text would be right."""
    turned = {"rise": "fall", "fall": "rise"}.get(change.direction or "")
    if turned and computed(kind, found.old_widest, found.new_widest, turned).overlaps(stated):
        yield f"it agrees as a {turned}"
    if kind == PCT:
        if not found.new_widest.contains(Decimal(0)):
            of_new = (found.new_widest - found.old_widest) / found.new_widest * HUNDRED
            if (-of_new if change.direction == "fall" else of_new).overlaps(stated):
                yield "it agrees if reckoned on the new level instead of the old"
        if (found.new_widest / found.old_widest * HUNDRED).overlaps(stated):
            yield "it agrees if the new level is meant as a per cent of the old"
    if kind == MULT and (found.old_widest / found.new_widest).overlaps(stated):
        yield "it agrees with the levels exchanged"


def _expression(
    scene: Scene, kind: str, position: int, change: Change, found: Levels, exact: Interval
) -> str:
    old, new = shown_interval(found.old_printed), shown_interval(found.new_printed)
    said = f"said: {scene.text(position)}"
    if kind == MULT:
        size = _decimal(exact)
        return f"{new} / {old} = {size}, {said} ({shown(change.factor or Decimal(0))})"
    first, second = (old, new) if change.direction == "fall" else (new, old)
    if kind == PCT:
        return f"({first} - {second}) / {old} = {_decimal(exact)} %, {said}"
    return f"{first} - {second} = {shown_interval(exact)}{' points' if kind == POINTS else ''}, {said}"


def _decimal(interval: Interval) -> str:
    if interval.low.is_infinite() or interval.high.is_infinite():
        return shown_interval(interval)
    low, high = shown(interval.low, decimals=True), shown(interval.high, decimals=True)
    return low if low == high else f"{low} to {high}"


def _message(
    scene: Scene, position: int, kind: str, verdict: str, change: Change, found: Levels, exact: Interval
) -> str:
    said, old, new = (scene.text(at) for at in (position, found.old, found.new))
    makes = {
        MULT: f"{_decimal(exact)} times",
        PCT: f"{_move(change, exact)} of {_decimal(_unsigned(exact))} per cent",
        POINTS: f"{_move(change, exact)} of {shown_interval(_unsigned(exact))} points",
        DELTA: f"{_move(change, exact)} of {shown_interval(_unsigned(exact))}",
    }[kind]
    levels_ = f"from {old} to {new} is {makes}"
    if verdict == "consistent":
        return f"“{said}” is right: {levels_}."
    if verdict == "by_rounding":
        return f"“{said}” is right if the levels are rounded: {levels_}."
    if verdict == "tension":
        return f"“{said}” is loosely put: {levels_}."
    return f"“{said}” does not agree with its levels: {levels_}."


def _move(change: Change, exact: Interval) -> str:
    """A rise or a fall, as worked out: the direction said, turned round where the levels go the other way."""
    named = change.direction or "rise"
    if exact.high < 0:
        named = "rise" if named == "fall" else "fall"
    return f"a {named}" if change.direction or exact.high < 0 else "a change"


def _unsigned(interval: Interval) -> Interval:
    return -interval if interval.high < 0 else interval


def directions(scene: Scene, covered: set[tuple[int, int]]) -> Iterator[Finding]:
    """Levels said to have risen or fallen (clue ``moved``) from another, with or without a size."""
    for position, claim in enumerate(scene.claims):
        moved = claim.clues.get("moved")
        if moved not in ("rise", "fall"):
            continue
        found = match_levels(scene, scene.linked(position, "from"), [(position, "clause")])
        if isinstance(found, str) or (found.old, found.new) in covered:
            continue
        yield _direction(scene, moved, found.inverse() if claim.clues.get("inverse") else found)


def _direction(scene: Scene, moved: str, found: Levels) -> Finding:
    up = moved == "rise"
    low, high = (found.old_printed, found.new_printed) if up else (found.new_printed, found.old_printed)
    verdict: Verdict = "consistent" if low.low < high.high else "by_rounding"
    if verdict == "by_rounding" and high.below(low) and _rounded_alike(scene, found):
        verdict = "inconsistent"
    elif verdict == "by_rounding":
        low, high = (found.old_widest, found.new_widest) if up else (found.new_widest, found.old_widest)
        verdict = "inconsistent" if high.below(low) else "by_rounding"
    basis = scene.claims[found.new].clues.get("basis")
    if verdict == "inconsistent" and basis:
        reason = f"it is on a basis of its own (“{basis}”), and the levels may be on another"
        return unchecked(scene, found.new, DIRECTION, reason)
    if verdict == "inconsistent" and _may_be_ranks(scene, found):
        return unchecked(scene, found.new, DIRECTION, "small numbers that count nothing may be ranks")
    old, new = shown_interval(found.old_printed), shown_interval(found.new_printed)
    sign = ">" if found.new_printed.low > found.old_printed.low else "<"
    sign = "=" if found.new_printed == found.old_printed else sign
    levels_ = f"“{scene.text(found.old)}” to “{scene.text(found.new)}”"
    outcome = {
        "consistent": f"From {levels_} is a {moved}, as said.",
        "by_rounding": f"From {levels_} is a {moved}, as said, if both are rounded.",
        "inconsistent": f"The text says {moved}, but from {levels_} is a {'fall' if up else 'rise'}.",
    }
    return scene.finding(
        DIRECTION,
        verdict,
        [found.new, found.old],
        expression=f"{new} {sign} {old}, said: a {moved}",
        message=outcome[verdict],
        assumptions=found.assumptions,
        loose=found.loose,
    )


def _rounded_alike(scene: Scene, found: Levels) -> bool:
    """Whether two levels are rounded to the same digit: rounding does not turn their order round then.

    A fee that rose from $5 may stand at $5, never at $4.
    """
    first, second = number(scene, found.old), number(scene, found.new)
    steps = []
    for value in (first, second):
        if value is None or value.modifier != "exact" or value.approx or value.lean or value.low is None:
            return False
        if value.low != value.high:
            return False
        steps.append(half_step(value.low, value.step))
    return steps[0] == steps[1]


def _may_be_ranks(scene: Scene, found: Levels) -> bool:
    """Whether a rise may lead to a smaller number: "the side climbed from 15 to 9"."""
    values = [scene.claims[at].value for at in (found.old, found.new)]
    if scene.index.measure(found.new) & COUNTS:
        return False
    return all(
        isinstance(v, Quantity) and v.unit is None and v.low is not None and v.low == int(v.low) <= RANKS
        for v in values
    )


FAMILY = Family(
    {
        MULT: "does “doubled” agree with the two levels?",
        PCT: "does a rise or fall of p per cent agree with the two levels?",
        POINTS: "does a change in points agree with the two per cents?",
        DELTA: "does a difference agree with the two levels?",
        DIRECTION: "did what is said to rise or fall do so?",
    },
    run,
)
