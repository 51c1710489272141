"""Metres told from millions where both are written with an m."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.atoms.shapes import classes_of
from nkclaims.read.nouns import is_plural
from nkclaims.read.numbers import DASHES

_METRES = frozenset(
    "tall long high wide deep thick away above below from of race sprint hurdles freestyle final"
    " relay run dash butterfly breaststroke backstroke medley asl wave waves wall walls tower towers fence cliff"
    " cliffs drop tunnel trench pool yacht boat vessel statue crane crater hole snake crocodile shark python tree"
    " mast pole platform ladder putt pier jetty bridge".split()
)
_COVERED = frozenset(
    "swam swim sprinted ran threw leapt leaped walked trekked dived dove hiked rowed".split()
)
_SUMS = frozenset(
    "project fund deal contract budget scheme grant loan programme program plan fee fine prize loss debt investment"
    " stadium gap over bid sale offer transfer".split()
)


def are_metres(atoms: Atoms, first: int, last: int) -> bool:
    """Whether the m of "1.8m tall", "32m2" or "ran the 100m in" is metres, not millions: by what stands around.

    >>> from nkclaims.atoms.scan import scan
    >>> are_metres(scan("She ran 400m"), 2, 4), are_metres(scan("a 2m-long snake"), 1, 3)
    (True, True)
    >>> are_metres(scan("the 5m project"), 1, 3), are_metres(scan("to 4m from 2m"), 1, 3)
    (False, False)
    """
    words = atoms.words
    following = words[last].lower() if last < len(words) else ""
    if following in DASHES and last + 1 < len(words) and atoms.ends[last] == atoms.starts[last + 1]:
        following = words[last + 1].lower()
    if following in _SUMS or (
        following == "from" and words[last + 1 : last + 2] and words[last + 1][0].isdigit()
    ):
        return False
    before = words[first - 1].lower() if first else ""
    if "thousands" in classes_of(words[first]) and first + 2 == last:
        return True  # "the 10,000m", "1,250m up": nobody writes ten billion so
    if words[first].isdigit() and (before in _COVERED or (before == "the" and not is_plural(following))):
        return True
    return following in _METRES or following in ("2", "3", "²", "³")
