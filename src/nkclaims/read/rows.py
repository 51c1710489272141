"""Numbers in a row whose noun or measure is said once, behind the last: "300 and 450 engines", "5, 10 and 20 km"."""

from __future__ import annotations

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.atoms.shapes import classes_of
from nkclaims.read.measure import Head, find_measure
from nkclaims.read.numbers import TENS, UNITS, parse_number

JOINTS = frozenset((",", "and", "or"))
_NO_NOUN = frozenset((*word_tables()["calendar"]["month"], "a.m.", "p.m.", "am", "pm", "o'clock", "o’clock"))
_MOST = 6
_APART = 20
"""Numbers further apart than this factor count different things ("the top 2 and 400 others")."""


_SOON = frozenset("away later ago earlier off apart behind ahead short".split())


def set_apart(words: list[str], at: int) -> bool:
    """ "He was at 3 and 20 metres away stood Ann": what follows a measure makes a distance or a time of it alone."""
    return at < len(words) and words[at].lower() in _SOON


def shared_measure(atoms: Atoms, last: int) -> Head | None:
    """ "45 and 50 mg", "5, 10 and 20 km": the measure of the last is that of all. The quote is the number alone."""
    words = atoms.words
    for at in range(last, min(last + _MOST, len(words) - 2), 2):
        if words[at] not in JOINTS or not words[at + 1][0].isdigit():
            return None
        found = find_measure(atoms, at + 2, atoms.ends[at + 1] == atoms.starts[at + 2])
        if found is not None:
            apart = set_apart(words, found.end) or words[at] == ","
            return None if apart else Head(last, found.unit, "measure")
    return None


def row_end(atoms: Atoms, last: int) -> int | None:
    """One past the last number of a row whose first number ends before atom ``last``; None where no row is.

    All are written alike, lie near one another and are no years; the last is joined by a conjunction.

    >>> from nkclaims.atoms.scan import scan
    >>> row_end(scan("built 300, 450 and 600 engines"), 2), row_end(scan("in 2019 and 450 engines"), 2)
    (6, None)
    """
    words = atoms.words
    if last == 0 or words[last] not in JOINTS or not _stands_free(words, last - 1):
        return None
    for at in range(last, min(last + _MOST, len(words) - 2), 2):
        if words[at] not in JOINTS or not _goes_with(words[last - 1], words[at + 1]):
            return None
        if words[at] != ",":
            return None if words[at + 2].lower() in _NO_NOUN else at + 2
    return None


def _stands_free(words: list[str], first: int) -> bool:
    """Whether one number stands by itself: no part of a longer one, and none that a name takes ("Channels 4 and 5")."""
    before = words[first - 1] if first else "\n"
    aged = "age" in words[max(0, first - 2) : first] or before == "aged"
    return not (
        aged or before[0].isupper() or before[0].isdigit() or before in "$£€¥-–.,/:" or before in TENS
    )


def _goes_with(one: str, other: str) -> bool:
    if one[0].isdigit() != other[0].isdigit() or "one" in (one.lower(), other.lower()):
        return False
    if not other[0].isdigit() and other.lower() not in UNITS and other.lower() not in TENS:
        return False
    if "year" in classes_of(one) or "year" in classes_of(other):
        return False
    mine, yours = parse_number((one.lower(),)), parse_number((other.lower(),))
    if mine is None or yours is None or not mine.value or not yours.value:
        return False
    return max(mine.value, yours.value) <= _APART * min(mine.value, yours.value)
