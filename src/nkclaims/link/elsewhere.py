"""Whether a change and levels in another sentence are of the same thing."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.levels import Level
from nkclaims.model.mention import Mention

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
