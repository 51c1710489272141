"""A per said of one amount and meant of the one set against it: "$2.31 per share, against $1.99".

Three ways of setting two amounts against each other, each in one sentence, one currency and one size:

- words of comparing right before the second: "up from", "compared with", "against", "an hour from £11.44"
- the same preposition behind both: "$12,000 a year in 2020 and $14,500 in 2025"
- a clause whose verb is the first one's: "He makes $15 an hour, and his wife $12"
"""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money
from nkclaims.read.elided import ends_here
from nkclaims.read.per import per_after

_COMPARED = (
    ("against",), ("versus",), ("vs",), ("from",), ("compared", "with"), ("compared", "to"), ("rather", "than"),
    ("instead", "of"), ("up", "on"), ("down", "on"),
)  # fmt: skip
_JOINED = frozenset(("and", "but", "while"))
_OWNERS = frozenset("a an the his her their its our my your men women boys girls others".split())
_PARALLEL = frozenset(("in", "for", "by", "at"))
_ONCE = frozenset(
    "total all altogether fine bonus lump compensation penalty once one-off loan loss profit".split()
)
_OF_ITS_OWN = frozenset("per a an each every apiece less more higher lower".split())
_FACTOR = 20
_CLOSE = 5
_GAPPED = 3


def per_compared(mentions: list[Mention], position: int, atoms: Atoms, index: Index) -> str | None:
    """The per of the amount that this one is set against; None where it is plainly a sum of its own."""
    mine = mentions[position]
    if _stands_alone(mine, atoms):
        return None
    here = [mentions[at] for at in index.in_sentence(mine.sentence, "money") if at < position]
    if not here:
        return None
    if _ends_in(_clause(here[-1], mine, atoms), _COMPARED):
        other = next((m for m in reversed(here) if alike(m.value, mine.value, _FACTOR)), None)
        return None if other is None else _per(other)
    beside = here[-1] if _per(here[-1]) and alike(here[-1].value, mine.value, _CLOSE) else None
    if beside is None:
        return None
    clause = _clause(beside, mine, atoms)
    joined = _in_parallel(clause, mine, atoms) or _gapped(clause, atoms, atoms.at(mine.start))
    return _per(beside) if joined else None


def _per(mention: Mention) -> str | None:
    return mention.value.per if isinstance(mention.value, Money) else None


def _clause(other: Mention, mine: Mention, atoms: Atoms) -> list[str]:
    """The words between two amounts, from behind the first one's per on."""
    _, first = per_after(atoms, atoms.at(other.end))
    return atoms.lower(first, atoms.at(mine.start))


def _stands_alone(mine: Mention, atoms: Atoms) -> bool:
    behind = atoms.lower(atoms.at(mine.end), atoms.at(mine.end) + 3)
    before = atoms.lower(max(0, atoms.at(mine.start) - 1), atoms.at(mine.start))
    shifted = behind[:1] in (["a"], ["an"]) and behind[2:3] in (["earlier"], ["ago"], ["before"])
    own = not shifted and _OF_ITS_OWN.intersection(behind[:1])
    noun = not ends_here(atoms, atoms.at(mine.end))
    return bool(own or noun or _ONCE.intersection(behind) or before in (["a"], ["an"]))


def _ends_in(words: list[str], phrases: tuple[tuple[str, ...], ...]) -> bool:
    return ";" not in words and any(tuple(words[-len(phrase) :]) == phrase for phrase in phrases)


def _in_parallel(clause: list[str], mine: Mention, atoms: Atoms) -> bool:
    """ "a year [in 2020 and] $14,500 in 2025"."""
    following = atoms.lower(atoms.at(mine.end), atoms.at(mine.end) + 2)
    return (
        len(clause) > 2
        and clause[-1] in ("and", "but", ",")
        and clause[0] in _PARALLEL
        and following[:1] == clause[:1]
        and {clause[1], *following[1:]}.isdisjoint(("a", "an"))
        and _JOINED.isdisjoint(clause[:-1])
    )


def _gapped(clause: list[str], atoms: Atoms, end: int) -> bool:
    """ "an hour, [and his wife] $12": whose it is, and no verb."""
    words = clause[1:] if clause[:1] == [","] else clause
    if not words or words[0] not in _JOINED or not 1 < len(words) <= _GAPPED + 1:
        return False
    named = all(atoms.words[at][0].isupper() for at in range(end - len(words) + 1, end))
    return named or (words[1] in _OWNERS and not words[-1].endswith(("ed", "ly", "ing")))


def alike(one: object, other: object, factor: int) -> bool:
    """Whether two values are amounts of one currency, neither more than ``factor`` times the other."""
    if not isinstance(one, Money) or not isinstance(other, Money) or one.currency != other.currency:
        return False
    a, b = one.low or one.high, other.low or other.high
    return bool(a and b and max(a, b) <= factor * min(a, b))
