"""What rules matched, and which of the matches that want the same words stand."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Sequence
from dataclasses import dataclass, field

from nkclaims.model.mention import Span
from nkclaims.rules.model import Rule


@dataclass(slots=True)
class Hit:
    """What a rule matched. All offsets are of characters.

    slots   name -> where it stood       match  the whole match, context included
    under   the hits that lost their words to this one, best first: read where this one is refused
    """

    rule: Rule
    start: int
    end: int
    slots: dict[str, Span]
    match: Span
    under: Sequence[Hit] = ()


@dataclass(slots=True)
class Trace:
    """For ``explain``: every hit, and which hit each loser lost to."""

    hits: list[Hit] = field(default_factory=list)
    lost: list[tuple[Hit, Hit]] = field(default_factory=list)


def select(hits: list[Hit], trace: Trace | None = None) -> list[Hit]:
    """The hits that stand: longest first, then priority, then rule id; no two overlap.

    Each keeps those that lost to it: whether its words make a value is only known when they are read.
    """
    hits.sort(key=lambda h: (h.start - h.end, -h.rule.priority, h.rule.id, h.start))
    kept: dict[int, Hit] = {}
    starts: list[int] = []
    for hit in hits:
        rival = _first_overlapping(hit, starts, kept)
        if rival is None:
            insort(starts, hit.start)
            kept[hit.start] = hit
            continue
        rival.under = (*rival.under, hit)
        if trace is not None:
            trace.lost.append((hit, rival))
    row = [kept[start] for start in starts]
    if trace is not None:
        trace.hits += row
    return row


def _first_overlapping(hit: Hit, starts: list[int], kept: dict[int, Hit]) -> Hit | None:
    at = bisect_right(starts, hit.start)
    if at and kept[starts[at - 1]].end > hit.start:
        return kept[starts[at - 1]]
    return kept[starts[at]] if at < len(starts) and starts[at] < hit.end else None
