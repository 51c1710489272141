"""Shares and parts of a number that a pronoun or a group points back to.

It holds 520 beds; half of them are new         base
The fare is $350, and the agent takes $80 of it   total
Five of the seven members                         total
Of the 93 hurt, 52 were miners and 40% women      total, base
"""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index, unit_of
from nkclaims.link.levels import TIMES
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import LinkBy, LinkName
from nkclaims.model.values import Money, Percentage, Quantity
from nkclaims.read.clauses import parse

_THEM = frozenset(("them", "those", "these", "whom"))
_IT = frozenset(("it", "that", "this"))
_LEAST = 2
"""A pronoun stands for so many at least: nobody says "half of them" of one."""


def link_pointed(index: Index, atoms: Atoms) -> None:
    """Link shares to their base and parts to their total, in place, where only one number can be meant."""
    for kind in NUMBER_KINDS:
        for position in index.of_kind(kind):
            if index.mentions[position].direction is None:
                _back(index, position, atoms)
                _of_the(index, position, atoms)
    for position in index.of_kind("quantity"):
        _opening_group(index, position, atoms)


def _name_of(index: Index, position: int) -> LinkName:
    return "base" if isinstance(index.mentions[position].value, Percentage) else "total"


def _back(index: Index, position: int, atoms: Atoms) -> None:
    """ "half of them", "40 per cent of it", "$80 of it"."""
    mention = index.mentions[position]
    at = atoms.at(mention.end)
    words = atoms.lower(at, min(at + 3, len(atoms.words)))
    name = _name_of(index, position)
    if len(words) < 2 or words[0] != "of" or mention.links.get(name):
        return
    if words[1] not in _THEM | _IT or (
        words[1] in ("that", "those", "these", "this") and words[2:] and words[2].isalpha()
    ):
        return
    found = _meant(index, position, words[1] in _THEM, atoms)
    if found is not None:
        mention.link(name, *found)
        if name == "base" and words[1] in ("it", "them"):
            whole = index.mentions[found[0]]
            mention.base = whole.of or (whole.start, whole.end)
        if name == "total":
            mention.clues["part"] = "of"


def _meant(index: Index, position: int, many: bool, atoms: Atoms) -> tuple[int, LinkBy] | None:
    """The one number before, in its sentence or the last, that can be meant; none of its own clause."""
    mention = index.mentions[position]
    parsed = parse(atoms, mention.sentence)
    clause = parsed.clause_at(atoms.at(mention.start)).first
    bys: tuple[tuple[int, LinkBy], ...] = ((mention.sentence, "clause"), (mention.sentence - 1, "sentence"))
    for sentence, by in bys:
        row = [
            i
            for i in index.in_sentence(sentence)
            if (index.mentions[i].sentence != mention.sentence or atoms.at(index.mentions[i].start) < clause)
            and index.mentions[i].end <= mention.start
            and _can_be_meant(index, i, position, many)
        ]
        if row:
            return (row[-1], by) if len(row) == 1 else None
    return None


def _can_be_meant(index: Index, whole: int, part: int, many: bool) -> bool:
    first, second = index.mentions[whole], index.mentions[part]
    value, other = first.value, second.value
    if first.direction is not None or (isinstance(value, Quantity) and unit_of(value) in TIMES):
        return False
    if not many and isinstance(value, Money):
        return not isinstance(other, Quantity) and (
            not isinstance(other, Money) or other.currency == value.currency
        )
    if not isinstance(value, Quantity) or isinstance(other, Money):
        return False
    return value.low is None or value.low >= _LEAST


def _of_the(index: Index, position: int, atoms: Atoms) -> None:
    """ "Five of the seven members": a count of a count."""
    mention = index.mentions[position]
    at = atoms.at(mention.end)
    if mention.kind != "quantity" or mention.links.get("total") or atoms.lower(at, at + 2) != ["of", "the"]:
        return
    whole = next(
        (
            i
            for i in index.in_sentence(mention.sentence, "quantity")
            if index.mentions[i].start > mention.start
        ),
        None,
    )
    if (
        whole is not None
        and atoms.at(index.mentions[whole].start) == at + 2
        and _is_less(index, position, whole)
    ):
        mention.link("total", whole, "clause")
        mention.clues["part"] = "of"


def _opening_group(index: Index, position: int, atoms: Atoms) -> None:
    """ "Of the 93 hurt, 52 were miners": what stands behind is part of it."""
    mention = index.mentions[position]
    opening, last = atoms.sentences[mention.sentence]
    first, end = atoms.at(mention.start), atoms.at(mention.end)
    if first - opening not in (1, 2) or atoms.words[opening] not in ("Of", "Among"):
        return
    if "," not in atoms.words[end : min(end + 3, last)]:
        return
    rows: list[int] = []
    for part in index.in_sentence(mention.sentence):
        other = index.mentions[part]
        if (
            other.start <= mention.end
            or other.direction is not None
            or other.links.get(_name_of(index, part))
        ):
            continue
        if isinstance(other.value, Percentage):
            if not other.base:
                other.link("base", position, "clause")
        elif (
            isinstance(other.value, Quantity)
            and _is_plain(index, part, position)
            and _is_less(index, part, position)
        ):
            other.link("total", position, "clause")
            other.clues["part"] = "of"
            rows.append(part)
    _tell_apart(index, rows, atoms)


_APART = tuple(
    frozenset(names.split()) for names in ("women men girls boys", "women men children", "dead alive")
)
_SAME = {"killed": "dead", "died": "dead", "survived": "alive"}
_ARE = frozenset(("was", "were", "are", "is", "have", "had", "been"))


def _tell_apart(index: Index, parts: list[int], atoms: Atoms) -> None:
    """The clue ``disjoint``: "200 were women and 150 were men" have nobody in common."""
    names = [_what_they_are(index, part, atoms) for part in parts]
    if len(parts) < 2 or len(set(names)) < len(names):
        return
    if any(set(names) <= family for family in _APART):
        for part in parts:
            index.mentions[part].clues["disjoint"] = True


def _what_they_are(index: Index, part: int, atoms: Atoms) -> str:
    """The word behind "were": what a part is told to be."""
    at = atoms.at(index.mentions[part].end)
    while at < len(atoms.words) and atoms.words[at].lower() in _ARE:
        at += 1
    word = atoms.words[at].lower() if at < len(atoms.words) else ""
    return _SAME.get(word, word)


def _is_plain(index: Index, part: int, whole: int) -> bool:
    """Whether a count has no noun of its own, or the group's, or is told by a fate ("60 died")."""
    fate = index.mentions[part].clues.get("form") == "people"
    one, other = index.mentions[part].value, index.mentions[whole].value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    return fate or one.unit in (None, other.unit)


def _is_less(index: Index, part: int, whole: int) -> bool:
    one, other = index.mentions[part].value, index.mentions[whole].value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or unit_of(other) in TIMES:
        return False
    return one.low is None or other.high is None or one.low <= other.high
