"""What the subject of a verb of change counts, where that is plain: "visitor numbers doubled", "deaths rose"."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.read.heads import stop_words
from nkclaims.read.nouns import is_plural, singular
from nkclaims.read.tagging import tag
from nkclaims.read.units import TIME_UNITS

COUNTING = frozenset({"number", "total", "tally", "count", "toll"})
NO_COUNT = frozenset(
    """sales profits earnings prices costs revenues wages yields rates losses shares stocks temperatures savings
    taxes fees incomes exports imports rents reserves odds chances ratings points scores economics politics news
    levels futures goods proceeds receipts takings returns expenses premiums tariffs levies dividends bonds
    ages limits quotas targets results bonuses salaries pensions bills fares funds grants terms margins
    spreads volumes averages grades percentages ratios deficits surpluses debts assets stakes weights heights lengths
    speeds distances depths sizes values valuations budgets expectations readings emissions concentrations
    deposits loans hopes fears tensions pressures""".split()
)
"""Plurals that are measured, not counted."""
FILLING = 6  # auxiliaries and adverbs between a subject and its verb


def moved_unit(atoms: Atoms, verb: int, object_: int, end: int) -> str | None:
    """What a verb of change (atoms ``verb`` to ``object_``) moves: its object, which goes on to ``end``, else
    its subject; None where neither plainly counts anything.

    >>> from nkclaims.atoms.scan import scan
    >>> moved_unit(scan("Arrests rose from 4"), 1, 2, 2), moved_unit(scan("Sales rose from 4"), 1, 2, 2)
    ('arrest', None)
    >>> moved_unit(scan("The town cut the number of wards from 9"), 2, 3, 7)
    'ward'
    """
    first = atoms.sentences[atoms.sentence_of(verb)][0]
    while end > object_ and tag(atoms.words[end - 1]) == "b":
        end -= 1
    if end > object_:
        return _counted(atoms, end - 1, object_)
    at = verb - 1
    while at > max(first, verb - FILLING) and (
        tag(atoms.words[at]) in "xb" or atoms.words[at].lower() in ("more", "than")
    ):
        at -= 1
    return _counted(atoms, at, first) if at >= first else None


def _counted(atoms: Atoms, at: int, first: int) -> str | None:
    """The singular of the noun at an atom, where it is what is counted: "visitor numbers", "the number of wards"."""
    word = atoms.words[at].lower()
    if word == "numbers":
        counted = atoms.words[at - 1].lower() if at > first else ""
        fits = counted.isalpha() and counted not in stop_words() and tag(counted) in "nmV"
        return singular(counted) if fits else None
    if not is_plural(word) or word in NO_COUNT or word in stop_words() or word in TIME_UNITS:
        return None
    return None if _hangs(atoms, at, first) else singular(word)


def _hangs(atoms: Atoms, at: int, first: int) -> bool:
    """Whether a noun hangs on another that is not counted through it: "the cost of repairs", "unrest in schools"."""
    for before in range(at - 1, first - 1, -1):
        word = atoms.words[before].lower()
        if tag(word) in "po" or word == "of":
            return not (word == "of" and before > 0 and atoms.words[before - 1].lower() in COUNTING)
        if tag(word) not in "nmjdhV":
            return False
    return False
