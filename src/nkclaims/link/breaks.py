"""Where a sentence goes on to another verb: "doubled its dividend to 10p and cut costs from £3m to £2m".

What stands beyond belongs to that verb, not to the change before it.
"""

from __future__ import annotations

from functools import cache

from nkclaims.atoms.scan import Atoms
from nkclaims.link.levels import class_words
from nkclaims.read.tagging import tag

JOINING = frozenset({"and", "but", "then", "or"})
SUBORDINATING = frozenset({"as", "when", "after", "because", "since", "though", "although", "before", "if"})
REACHING = frozenset(
    """reached reach reaching hit hits stood stands standing totalled totaled total came comes ended closed
    finished settled was were is are compared compares touched now""".split()
)
"""Verbs that name the level of what has changed: "rose 5% and reached £20m"."""
STANDING_FOR = frozenset("number figure total toll count it they this price".split())
SUBJECT_LENGTH = 8


@cache
def _moving() -> frozenset[str]:
    """The verbs that say something changed."""
    verbs = ("rise_verb", "fall_verb", "double_form", "triple_form", "quadruple_form", "halve_form")
    return frozenset().union(*(class_words(name) for name in verbs))


def parted(atoms: Atoms, first: int, last: int) -> bool:
    """Whether another verb begins between two atoms, with a subject of its own or without one.

    >>> from nkclaims.atoms.scan import scan
    >>> atoms = scan("doubled to 10p and cut costs from £3m")
    >>> parted(atoms, 3, 8), parted(scan("rose and reached £3m"), 1, 4)
    (True, False)
    """
    for at in range(first, last - 1):
        word = atoms.words[at]
        if word in JOINING and _opens(atoms, at + 1, last, again=word == "or"):
            return True
        if word in SUBORDINATING and _has_subject(atoms, at + 1, last):
            return True
        if word == "," and (_moves(atoms, at + 1, last) or _has_moved(atoms, at + 1, last)):
            return True
    return False


def _moves(atoms: Atoms, at: int, last: int) -> bool:
    """Whether a verb of change stands here: ", cutting costs from", ", while" is left to the clauses."""
    at = _past_adverbs(atoms, at, last)
    return at < last and atoms.words[at].lower() in _moving() and tag(atoms.words[at]) in "VG"


def _has_moved(atoms: Atoms, at: int, last: int) -> bool:
    """Whether a subject and a verb of change stand here: "to £6bn, pre-tax profit slipped to £1bn"."""
    for behind in range(at, min(last, at + SUBJECT_LENGTH)):
        word = atoms.words[behind]
        kind = tag(word)
        if kind == "V" and behind > at and word.lower() in _moving():
            return True
        if kind not in "djhmnNUAosx-":
            return False
    return False


def _opens(atoms: Atoms, at: int, last: int, *, again: bool) -> bool:
    """Whether what follows a conjunction is a verb other than of reaching, or a subject and a verb.

    again  the conjunction is "or", behind which a size may be said a second time: "162 points, or 2 percent"
    """
    at = _past_adverbs(atoms, at, last)
    word = atoms.words[at].lower() if at < last else ""
    if word in REACHING:
        return False
    if word and (tag(word) in "VSx" or (not again and tag(word) == "0" and _is_share(atoms, at + 1, last))):
        return True  # "and cut", "and 0.9 percent to"
    return _has_subject(atoms, at, last) or _sized_again(atoms, at, last)


def _has_subject(atoms: Atoms, at: int, last: int) -> bool:
    """Whether a subject and its verb stand here: "and profit was", "as circulation dropped"."""
    for behind in range(at, min(last, at + SUBJECT_LENGTH)):
        word = atoms.words[behind].lower()
        if word in STANDING_FOR and atoms.words[behind + 1 : behind + 2] != ["of"]:
            return _moves_another(atoms, behind + 1, last)
        kind = tag(atoms.words[behind])
        if kind in "VSx" and behind > at:
            return True
        if kind in ",;.(0$t" or (kind == "p" and behind == at):
            return False
    return False


def _moves_another(atoms: Atoms, at: int, last: int) -> bool:
    """Whether what stands here changes a thing of its own: "after it cut its forecast", not "when it rose to"."""
    at = _past_adverbs(atoms, at, last)
    if at < last and tag(atoms.words[at]) == "x":
        at = _past_adverbs(atoms, at + 1, last)
    if at + 1 >= last or atoms.words[at].lower() not in _moving():
        return False
    return tag(atoms.words[at + 1]) in "dhjmnN"


def _sized_again(atoms: Atoms, at: int, last: int) -> bool:
    """Whether a second size stands here, its verb left out: "and on schools by 5 percent"."""
    words = atoms.lower(at, min(last, at + SUBJECT_LENGTH))
    behind = words.index("by") + 1 if "by" in words else len(words)
    return behind < len(words) and tag(words[behind]) == "0" and _is_share(atoms, at + behind + 1, last)


def _past_adverbs(atoms: Atoms, at: int, last: int) -> int:
    while at < last and tag(atoms.words[at]) == "b":
        at += 1
    return at


def _is_share(atoms: Atoms, at: int, last: int) -> bool:
    return at < last and atoms.words[at].lower() in (
        "%",
        "percent",
        "per",
        "pct",
        "pc",
        "points",
        "percentage",
    )
