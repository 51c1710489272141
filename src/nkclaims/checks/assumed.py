"""Levels that were only assumed to be a change's own, since they stand elsewhere: when they may accuse.

They may confirm, always. They accuse only where nothing else nearby would make the change right, and across
sections, from a title to the body, only where both plainly speak of the same measure and the same holder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations

from nkclaims.checks.levels import Levels, number
from nkclaims.checks.scene import Scene
from nkclaims.index import unit_of
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.interval import Interval, printed
from nkclaims.model.values import Change

Sized = Callable[[Interval, Interval], Interval]
AROUND = 2  # sentences to either side of the levels whose numbers may be the levels meant
MOST = 24  # numbers that are tried against each other


def may_not_accuse(scene: Scene, position: int, found: Levels, stated: Interval, sized: Sized) -> str | None:
    """Why levels assumed for a change may not accuse it; None where they may.

    sized  the size of the change from an old and a new level
    """
    for old, new in _other_pairs(scene, position, found):
        try:
            agrees = sized(old[1], new[1]).overlaps(stated)
        except ZeroDivisionError:
            continue
        if agrees:
            said = f"“{scene.text(old[0])}” and “{scene.text(new[0])}”"
            return f"no levels are given for it, and of those nearby {said} would make it right"
    if scene.claims[position].clues.get("inverse"):
        return "it is a currency's, no levels are given for it, and those nearby may be no rates"
    if _goes_the_other_way(scene, position, found):
        return "no levels are given for it, and those nearby go the other way"
    if scene.claims[position].section != scene.claims[found.new].section and not _plainly_same(
        scene, position, found
    ):
        return "no levels are given for it, and those in another part of the text may be of something else"
    return None


def _other_pairs(
    scene: Scene, position: int, found: Levels
) -> Iterator[tuple[tuple[int, Interval], tuple[int, Interval]]]:
    """Every two numbers near a change and its levels that are counted in the same."""
    index = scene.index
    here = index.mentions
    sentences = {here[at].sentence + by for at in (position, found.new) for by in range(-AROUND, AROUND + 1)}
    quote = scene.claims[position].quote
    row = [
        (at, printed(value))
        for sentence in sorted(sentences)
        for at in index.in_sentence(sentence)
        if here[at].kind in NUMBER_KINDS
        if (value := number(scene, at)) is not None and unit_of(value) is not None
        if not (quote.start <= here[at].start and here[at].end <= quote.end)
    ][:MOST]
    for old, new in permutations(row, 2):
        alike = here[old[0]].kind == here[new[0]].kind
        if alike and unit_of(here[old[0]].value) == unit_of(here[new[0]].value):
            yield old, new


def _goes_the_other_way(scene: Scene, position: int, found: Levels) -> bool:
    """Whether levels rise where the change falls: they are then something else's, not its own told wrong."""
    value = scene.claims[position].value
    way = value.direction if isinstance(value, Change) else None
    if way == "rise":
        return found.new_printed.below(found.old_printed)
    return way == "fall" and found.old_printed.below(found.new_printed)


def _plainly_same(scene: Scene, position: int, found: Levels) -> bool:
    """Whether a change and a level share words of what they measure, and no holder tells them apart."""
    index = scene.index
    if not index.measure(position) & (index.measure(found.new) | index.measure(found.old)):
        return False
    ours, theirs = index.holder(position), index.holder(found.new)
    return not ours or not theirs or bool(ours & theirs)
