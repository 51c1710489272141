"""The level of a share index beside its move in points: "lost 162 points, or 2.1 per cent, to 7,425.81".

The points are said once, at the move; the level they lead to is in points too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention
from nkclaims.model.values import Quantity

_POINT = "point"
_MOVED = frozenset(
    "up down off gained lost rose fell dropped added a gain loss rise fall drop of by , ( –".split()
)
_NEAR = 12
"""Atoms that may stand between the two."""


def with_points(numbers: Sequence[Mention], atoms: Atoms) -> list[Mention]:
    """Numbers by start, where those that stand bare beside a move in points are in points."""
    out = list(numbers)
    for at, mention in enumerate(out):
        value = mention.value
        if mention.clues.get("form") != "bare" or not isinstance(value, Quantity) or value.unit is not None:
            continue
        if any(_above(value, move) for move in _moves(out, at, atoms)):
            mention.value = value.model_copy(update={"unit": _POINT})
    return out


def _moves(numbers: list[Mention], at: int, atoms: Atoms) -> Iterator[Quantity]:
    """The moves that stand next to a level: before it, its percentage between them, or straight behind it."""
    level = numbers[at]
    before = at - 1
    while before >= 0 and numbers[before].kind == "percentage":
        before -= 1
    if before >= 0 and level.sentence == numbers[before].sentence:
        near = atoms.at(level.start) - atoms.at(numbers[before].end) <= _NEAR
        yield from _points(numbers[before]) if near else ()
    behind = numbers[at + 1 : at + 2]
    if behind and behind[0].sentence == level.sentence:
        words = atoms.lower(atoms.at(level.end), atoms.at(behind[0].start))
        if words and _MOVED.issuperset(words):
            yield from _points(behind[0])


def _points(mention: Mention) -> Iterator[Quantity]:
    if isinstance(mention.value, Quantity) and mention.value.unit == _POINT:
        yield mention.value


def _above(level: Quantity, move: Quantity) -> bool:
    """A level lies above the size of its moves."""
    return level.low is not None and move.low is not None and level.low > abs(move.low)
