"""Metres told from millions where both are written with an m."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.read.nouns import is_plural

_METRES = frozenset(
    "tall long high wide deep thick away above below from of race sprint hurdles freestyle final"
    " relay run dash butterfly breaststroke backstroke medley asl wave waves wall walls tower towers fence cliff"
    " cliffs drop tunnel trench pool yacht boat vessel statue crane crater hole snake crocodile shark python tree"
    " mast pole platform gap ladder putt pier jetty bridge".split()
)
_COVERED = frozenset(
    "swam swim ran run sprinted threw jumped leapt leaped walked climbed trekked dived dove hiked rowed".split()
)


def are_metres(atoms: Atoms, first: int, last: int) -> bool:
    """Whether the m of "1.8m tall", "32m2" or "ran the 100m in" is metres, not millions: by what stands around."""
    words = atoms.words
    following = words[last].lower() if last < len(words) else ""
    if first and words[first - 1].lower() == "the" and words[first].isdigit() and not is_plural(following):
        return True
    if first and words[first - 1].lower() in _COVERED and words[first].isdigit():
        return True
    return following in _METRES or following in ("2", "3", "²", "³")
