"""A place to the country or province the text puts it in: "Leipzig, Germany", "the Polish city of Gdansk".

Only where the words leave no other reading: a comma and nothing else between two names, or a demonym and a
word for a settlement. The link is ``where``, from the place to what is said to contain it.
"""

from __future__ import annotations

from itertools import pairwise

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.mention import Mention
from nkclaims.model.values import Place
from nkclaims.read.settlements import describes

CLOSING = frozenset({",", ".", ";", ")", ":", "\n", "", "–", "—"})
REGIONS = ("PCL", "ADM1")


def link_containers(index: Index, atoms: Atoms) -> None:
    """Link places to what the text says contains them, in place."""
    for one, two in pairwise(index.of_kind("place")):
        first, second = index.mentions[one], index.mentions[two]
        if first.sentence != second.sentence:
            continue
        if _listed(first, second, atoms):
            first.link("where", two, "clause")
        elif _described(first, second, atoms):
            second.link("where", one, "clause")


def _listed(first: Mention, second: Mention, atoms: Atoms) -> bool:
    """ "in Leipzig, Germany," and "in Jilin in China"; not "to Leipzig, Austria and France", a list."""
    if not _is_local(first) or not _is_region(second):
        return False
    words = atoms.lower(atoms.at(first.end), atoms.at(second.start))
    start, end = atoms.at(first.start), atoms.at(second.end)
    before = atoms.words[start - 1].lower() if start else ""
    if words == ["in"]:
        return before in ("in", "at", "near")
    closing, *behind = [*atoms.words[end : end + 2], ""]
    goes_on = closing == "," and (behind[0][:1].isupper() or behind[0] in ("and", "or"))
    return words == [","] and before not in (",", "and", "or") and closing in CLOSING and not goes_on


def _described(first: Mention, second: Mention, atoms: Atoms) -> bool:
    """ "the Polish port city of Gdansk": a demonym, a word for a settlement, "of", a name."""
    value = first.value
    if not isinstance(value, Place) or not first.rule.endswith("demonym") or not _is_local(second):
        return False
    words = atoms.lower(atoms.at(first.end), atoms.at(second.start))
    return describes(words)


def _is_local(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Place) or value.in_name or mention.rule.endswith("demonym"):
        return False
    return not (value.feature or "").startswith(REGIONS)


def _is_region(mention: Mention) -> bool:
    value = mention.value
    named = isinstance(value, Place) and not value.in_name and not mention.rule.endswith("demonym")
    return named and isinstance(value, Place) and (value.feature or "").startswith(REGIONS)
