"""Hits read one by one; where the reading refuses what won its words, those that lost them to it get their turn.

A longer match takes the words of shorter ones before anything is read. "118 pounds or $5 a day" may be a range by
its rule and none by its reading; the "$5" in it is an amount all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from nkclaims.model.mention import Mention
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched

Reader = Callable[[Iterable[Matched], Context], list[Mention]]


def in_turn(hits: Sequence[Matched], context: Context, readers: Mapping[str, Reader]) -> list[Mention]:
    """The mentions of hits that stand by start and do not overlap.

    readers  how the hits of each kind are read
    """
    out: list[Mention] = []
    for at, hit in enumerate(hits):
        found = readers[hit.rule.kind]([hit], context)
        if not found and hit.under:
            free = (
                hits[at - 1].end if at else 0,
                hits[at + 1].start if at + 1 < len(hits) else len(context.atoms.text),
            )
            found = _beneath(hit.under, free, context, readers)
        out += found
    return out


def _beneath(
    losers: Sequence[Matched], free: tuple[int, int], context: Context, readers: Mapping[str, Reader]
) -> list[Mention]:
    """What the losers, best first, read as, each within what is still free of the words."""
    taken: list[Matched] = []
    out: list[Mention] = []
    for hit in losers:
        if hit.start < free[0] or hit.end > free[1] or any(overlap(hit, other) for other in taken):
            continue
        found = readers[hit.rule.kind]([hit], context)
        if found:
            taken.append(hit)
            out += found
    return sorted(out, key=lambda mention: mention.start)


def overlap(one: Matched, other: Matched) -> bool:
    """Whether two matches want some of the same words."""
    return one.start < other.end and other.start < one.end
