"""Shared by the checks of changes: the two levels of a change, and whether they can be compared."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nkclaims.checks.scene import LOOSE_BY, Scene
from nkclaims.index import unit_of
from nkclaims.model.interval import Interval, printed, widest
from nkclaims.model.mention import LinkBy
from nkclaims.model.values import Money, Percentage, Quantity

Number = Money | Percentage | Quantity
Row = tuple[int, LinkBy]
SIZES_APART = 20
LOSSES = frozenset({"loss", "deficit", "shortfall"})
INVERSE = "takes the levels for the price of another currency: the more of its units, the less it is worth"
WHERE = {
    "sentence": "it stands elsewhere in the text nearby",
    "carried": "it is carried over from an earlier sentence",
    "heading": "the heading says so",
}


@dataclass(slots=True, frozen=True)
class Levels:
    """The claims a change leads from and to, at both widths."""

    old: int
    new: int
    old_printed: Interval
    new_printed: Interval
    old_widest: Interval
    new_widest: Interval
    assumptions: tuple[str, ...]
    carried: bool = False  # a level was carried over from earlier: it may confirm, it cannot accuse

    def inverse(self) -> Levels:
        """The levels of what was quoted the other way round: a rouble's worth, of the price of a dollar in it.

        A ratio of inverses is the ratio turned over, so that the intervals change places.
        """
        return replace(
            self,
            old_printed=self.new_printed,
            new_printed=self.old_printed,
            old_widest=self.new_widest,
            new_widest=self.old_widest,
            assumptions=(*self.assumptions, INVERSE),
        )

    @property
    def loose(self) -> bool:
        """Whether finding the two took more than one clause."""
        return bool(self.assumptions)


def number(scene: Scene, position: int) -> Number | None:
    """The value of a number claim; None for any other, and for a range whose ends are reversed."""
    value = scene.claims[position].value
    if not isinstance(value, (Money, Percentage, Quantity)):
        return None
    reversed_ends = value.low is not None and value.high is not None and value.low > value.high
    return None if reversed_ends else value


def levels(scene: Scene, position: int) -> Levels | str:
    """The one old and the one new level of a change, or why it has none that can be compared."""
    return match_levels(scene, scene.linked(position, "from"), scene.linked(position, "to"))


def match_levels(scene: Scene, old: list[Row], new: list[Row]) -> Levels | str:
    """The first pair, in step, of old and new levels that can be compared, or why there is none."""
    if not old or not new:
        return _lacking(bool(old), bool(new))
    reason = ""
    for (old_at, old_by), (new_at, new_by) in zip(old, new, strict=False):
        first, second = number(scene, old_at), number(scene, new_at)
        if first is None or second is None:
            reason = "a level is no number, or a range whose ends are reversed"
            continue
        if unlike := _why_unlike(scene, old_at, new_at):
            reason = unlike
            continue
        widths = (printed(first), printed(second), widest(first), widest(second))
        named = ((old_at, old_by, "old"), (new_at, new_by, "new"))
        notes = tuple(_assumed(scene, at, by, name) for at, by, name in named if by in LOOSE_BY)
        return Levels(old_at, new_at, *widths, notes, "carried" in (old_by, new_by))
    return reason


def _lacking(old: bool, new: bool) -> str:
    if not old and not new:
        return "the text gives neither level"
    return "the text does not give the old level" if new else "the text does not give the new level"


def _assumed(scene: Scene, position: int, by: str, name: str) -> str:
    return f"takes “{scene.text(position)}” for the {name} level: {WHERE[by]}"


def _why_unlike(scene: Scene, old: int, new: int) -> str | None:
    """Why two levels cannot be compared; None where they can."""
    first, second = scene.index.mentions[old], scene.index.mentions[new]
    units = {unit for unit in (unit_of(first.value), unit_of(second.value)) if unit is not None}
    if len(units) > 1:
        return f"the levels are in different units ({' and '.join(sorted(units))})"
    spans = {_per(first.value), _per(second.value)}
    # a "per" is left out where it was said before ("to 62 euros a month from 58")
    if len(spans) > 1 and (None not in spans or ("share" in spans and not _near(first.value, second.value))):
        return f"the levels are per different things ({' and '.join(sorted(per or 'all' for per in spans))})"
    if bool(scene.index.measure(old) & LOSSES) != bool(scene.index.measure(new) & LOSSES):
        return "one level is a loss and the other is not"
    return None


def _near(first: object, second: object) -> bool:
    """Whether two amounts are of one size, so that a "share" said of one may be meant of both."""
    ends = [value.high or value.low or 0 for value in (first, second) if isinstance(value, Money)]
    return len(ends) == 2 and 0 < max(ends) <= SIZES_APART * min(ends)


def _per(value: object) -> str | None:
    return value.per if isinstance(value, (Money, Quantity)) else None
