"""Is a number possible at all? Ranges, hours of a day, shares of a whole, multiplied shares."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nkclaims.checks.levels import Number, number
from nkclaims.checks.scene import LOOSE_BY, Family, Scene, shown, shown_interval
from nkclaims.checks.wholes import is_exclusive, is_taken_from, is_whole
from nkclaims.index import measure_words
from nkclaims.model.findings import Finding
from nkclaims.model.interval import Interval, change_size, containment, printed, total, widest
from nkclaims.model.values import Change, Percentage, Quantity

RANGE, DOMAIN, SHARE_TIMES, SHARE_SUM = "num.range", "num.domain", "num.share_x_mult", "num.share_cap"
SHARE = Interval(Decimal(0), Decimal(100))
ELLIPSIS = Decimal(50)  # "between 950 and 1.2 million": so far apart, a scale was left out, not turned round
WITHIN: dict[tuple[str, str], int] = {
    ("second", "minute"): 60,
    ("minute", "hour"): 60,
    ("hour", "day"): 24,
    ("hour", "shift"): 24,
    ("hour", "week"): 168,
    ("day", "week"): 7,
    ("day", "month"): 31,
    ("day", "year"): 366,
    ("night", "week"): 7,
    ("week", "year"): 53,
    ("week", "month"): 5,
    ("month", "year"): 12,
}


def run(scene: Scene) -> Iterator[Finding]:
    """Every number alone, then multiplied shares, then shares of one whole."""
    for position in range(len(scene.claims)):
        yield from ranges(scene, position)
        value = number(scene, position)
        if isinstance(value, Quantity):
            yield from time_within(scene, position, value)
        if isinstance(value, Percentage):
            yield from share(scene, position, value)
    for position in scene.index.changes():
        yield from multiplied_share(scene, position)
    for sentence in dict.fromkeys(
        scene.index.mentions[i].sentence for i in scene.index.of_kind("percentage")
    ):
        yield from shares_of_one(scene, sentence)


def ranges(scene: Scene, position: int) -> Iterator[Finding]:
    """A printed range: its low end must not be above its high end."""
    value = scene.claims[position].value
    if (
        not isinstance(value, Number)
        or value.low is None
        or value.high is None
        or value.modifier != "between"
    ):
        return
    low, high = shown(value.low), shown(value.high)
    if value.low > value.high * ELLIPSIS > 0:
        yield scene.finding(
            RANGE,
            "unchecked",
            [position],
            expression=f"{low} .. {high}",
            message=f"“{scene.text(position)}” could not be checked: the scale of its low end is not clear.",
        )
    elif value.low > value.high:
        yield scene.finding(
            RANGE,
            "inconsistent",
            [position],
            expression=f"{low} > {high}, said: between {low} and {high}",
            message=f"“{scene.text(position)}” runs the wrong way: {low} is more than {high}.",
        )


def time_within(scene: Scene, position: int, value: Quantity) -> Iterator[Finding]:
    """So many hours a day, days a week: no more than there are."""
    limit = WITHIN.get((value.unit or "", value.per or ""))
    if limit is None:
        return
    verdict = containment(Interval(Decimal(0), Decimal(limit)), printed(value), widest(value))
    said = scene.text(position)
    yield scene.finding(
        DOMAIN,
        verdict,
        [position],
        expression=f"{shown_interval(printed(value))} {'<=' if verdict == 'consistent' else '>'} {limit}",
        message=f"“{said}” a {value.per} "
        + ("is possible." if verdict == "consistent" else f"is too many: a {value.per} has {limit}."),
        computed=widest(value),
    )


def share(scene: Scene, position: int, value: Percentage) -> Iterator[Finding]:
    """A share of voters, seats, households: no more than 100 per cent."""
    claim = scene.claims[position]
    whole = base_of(scene, position)
    if value.unit != "percent" or claim.direction or whole is None or not is_whole(whole):
        return
    if value.low is None or value.low <= 100:
        return  # a possible share is no news
    verdict = containment(SHARE, printed(value), widest(value))
    yield scene.finding(
        DOMAIN,
        verdict,
        [position],
        expression=f"{shown_interval(printed(value))} % > 100 %",
        message=f"“{scene.text(position)}” of {whole} is more than all of them.",
        computed=widest(value),
        assumptions=["takes the per cent for a share of the whole"],
    )


def base_of(scene: Scene, position: int) -> str | None:
    """The words for what a share is of: its base, else the number it is linked to; else None."""
    linked = scene.linked(position, "base")
    base = scene.claims[position].base
    return base.text if base else scene.text(linked[0][0]) if linked else None


def multiplied_share(scene: Scene, position: int) -> Iterator[Finding]:
    """A share that is said to be doubled: it must still fit into its whole."""
    change = scene.claims[position].value
    if not isinstance(change, Change) or change.factor is None or change.factor <= 1:
        return
    for at, by in scene.linked(position, "base") or scene.linked(position, "from"):
        value, claim = number(scene, at), scene.claims[at]
        if not isinstance(value, Percentage) or value.unit != "percent" or claim.direction:
            continue
        whole = base_of(scene, at)
        sure = whole is not None and is_whole(whole)
        if scene.linked(position, "to") or not (sure or whole is None or is_taken_from(whole)):
            continue
        yield _multiplied(scene, position, at, value, change, loose=by in LOOSE_BY or not sure)
        return


def _multiplied(
    scene: Scene, position: int, at: int, value: Percentage, change: Change, *, loose: bool
) -> Finding:
    factor = Interval(change.factor or Decimal(1), change.factor or Decimal(1))
    exact, loosest = printed(value) * factor, widest(value) * change_size(change)
    verdict = containment(SHARE, exact, loosest)
    whole = base_of(scene, at)
    of = f" of {whole}" if whole else ""
    extreme = exact.ends()[1]
    result = shown(extreme) if extreme is not None else shown_interval(exact)
    said, share_said = scene.text(position), scene.text(at)
    message = {
        "consistent": f"“{said}” is possible: “{share_said}”{of} becomes {result} per cent.",
        "by_rounding": f"“{said}” is just possible: “{share_said}”{of} becomes about {result} per cent.",
        "tension": f"“{said}”: at its upper end “{share_said}”{of} would become {result} per cent.",
        "inconsistent": f"“{said}” is impossible: “{share_said}”{of} would become {result} per cent.",
    }[verdict]
    start = value.high if value.high is not None else value.low
    return scene.finding(
        SHARE_TIMES,
        verdict,
        [position, at],
        expression=f"{shown(start or Decimal(0))} % x {shown(factor.low)} = {result} %, at most 100 %",
        stated=SHARE,
        computed=loosest,
        message=message,
        assumptions=[f"takes “{scene.text(at)}” for the share that is multiplied"]
        + ([] if not loose else [f"takes it that no more than all{of or ' of the whole'} can be meant"]),
        loose=loose,
    )


def shares_of_one(scene: Scene, sentence: int) -> Iterator[Finding]:
    """Shares of one whole side by side ("22 percent …, 31 percent … and the other 47 percent")."""
    row = [i for i in scene.index.in_sentence(sentence, "percentage") if _is_plain_share(scene, i)]
    bases = {measure_words(base.text) for i in row if (base := scene.claims[i].base)}
    rest = bool(row) and bool(scene.claims[row[-1]].clues.get("rest"))
    if len(row) < 2 + (not rest) or len(bases) != 1 or not (rest or is_exclusive(next(iter(bases)))):
        return
    values = [value for i in row if isinstance(value := number(scene, i), Percentage)]
    exact, loosest = total(map(printed, values)), total(map(widest, values))
    verdict = containment(SHARE, exact, loosest)
    if verdict == "consistent" and not rest:
        return
    parts = " + ".join(shown_interval(printed(value)) for value in values)
    sums = f"the shares make {shown_interval(exact)} per cent"
    yield scene.finding(
        SHARE_SUM,
        verdict,
        row,
        expression=f"{parts} = {shown_interval(exact)} %, at most 100 %",
        stated=SHARE,
        computed=loosest,
        message=f"Together {sums} of one whole." if verdict == "inconsistent" else f"Together {sums}.",
        assumptions=["takes the shares for parts of one whole that do not overlap"],
        loose=True,
    )


def _is_plain_share(scene: Scene, position: int) -> bool:
    value, claim = scene.claims[position].value, scene.claims[position]
    plain = isinstance(value, Percentage) and value.unit == "percent" and value.low == value.high
    return plain and claim.direction is None and not (claim.links.from_ or claim.clues.get("old"))


FAMILY = Family(
    {
        RANGE: "does a range run from low to high?",
        DOMAIN: "is a share no more than the whole, and do the hours fit into the day?",
        SHARE_TIMES: "does a share that is doubled still fit into its whole?",
        SHARE_SUM: "do shares of one whole make no more than 100 per cent?",
    },
    run,
)
