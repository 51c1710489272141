"""What keeps the levels of a change from being compared as they are printed."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.bases import basis_of
from nkclaims.link.quotes import is_inverse
from nkclaims.model.values import Change, Direction


def qualify(index: Index, position: int, way: Direction | None, new: int, old: int, atoms: Atoms) -> None:
    """Set the clues ``inverse`` (a rate quoted the other way round) and ``basis`` (a comparison of its own kind).

    position  of the change, or of a new level said to have moved without a size      new, old  its levels
    """
    mention = index.mentions[position]
    if isinstance(mention.value, Change) and mention.value.points is not None:
        return
    if is_inverse(index, mention, way, new, old, atoms):
        mention.clues["inverse"] = True
    found = basis_of(index, mention, new, old)
    if found is not None:
        mention.clues["basis"], shared = found
        if shared:
            mention.clues["basis_shared"] = True
