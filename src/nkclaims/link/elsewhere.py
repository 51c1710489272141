"""Whether a change and levels in another sentence are of the same thing."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.levels import Level
from nkclaims.model.mention import Mention
from nkclaims.model.values import Change

EARNINGS = frozenset({"earnings", "earned", "net", "profit", "profits", "income", "loss", "losses"})
SALES = frozenset({"sales", "revenue", "revenues", "turnover"})
FAMILIES = (EARNINGS, SALES)
STANDING_FOR = frozenset(
    {"number", "numbers", "figure", "total", "toll", "count", "sum", "it", "they", "amount"}
)
BEFORE_SIZE = 10  # atoms to either side of a change that tell what it is about


def stands_for_earlier(index: Index, change: Mention, new: int, atoms: Atoms) -> bool:
    """Whether the subject of a change is a word for something named before."""
    first = atoms.sentences[change.sentence][0]
    start = min(change.start, index.mentions[new].start)
    words = atoms.lower(max(first, atoms.at(start) - BEFORE_SIZE), atoms.at(change.start))
    return bool(STANDING_FOR & set(words))


def told_again(index: Index, position: int) -> bool:
    """Whether a later change of the same size and direction has a level or a base in its own sentence.

    The lead's "63% raise" is then that one's, and no other levels nearby are its own.
    """
    change = index.mentions[position]
    return any(
        _same_size(change, other)
        for other in (index.mentions[at] for at in index.changes() if at != position)
        if other.sentence > change.sentence and any(name in other.links for name in ("from", "base"))
    )


def _same_size(one: Mention, two: Mention) -> bool:
    first, second = one.value, two.value
    if not isinstance(first, Change) or not isinstance(second, Change):
        return False
    alike = first.percent is not None and first.percent == second.percent
    alike = alike or (first.factor is not None and first.factor == second.factor)
    ways = {one.direction, two.direction} - {None}
    return alike and len(ways) < 2


def agrees(change: Mention, index: Index, new: Level, atoms: Atoms) -> bool:
    """Whether a pair may be what a change in an earlier sentence is about: same way, no other measure."""
    moved = index.mentions[new.position].clues.get("moved")
    if moved is not None and change.direction is not None and moved != change.direction:
        return False
    here = _families(atoms, change.start, change.end)
    there = _families(atoms, new.start, new.start)
    return not here or not there or bool(here & there)


def _families(atoms: Atoms, start: int, end: int) -> set[int]:
    """Which of earnings and sales the words around a stretch speak of."""
    first, last = atoms.at(start), atoms.at(end)
    sentence = atoms.sentences[atoms.sentence_of(first)]
    words = set(atoms.lower(max(sentence[0], first - BEFORE_SIZE), min(sentence[1], last + BEFORE_SIZE)))
    return {at for at, family in enumerate(FAMILIES) if words & family}
