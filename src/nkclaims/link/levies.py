"""What is taken from a pay, told apart from it.

    The men earn wages of $500 a month. … The quota each hands over is $700.

Nothing in the words ties the two but that one is a levy and the other a pay over the same period, so the link
is only "carried", and a check may at most be puzzled by it.
"""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money
from nkclaims.read.units import TIME_UNITS

PAY = frozenset(
    "pay wage wages salary salaries compensation earnings income incomes remuneration stipend".split()
)
LEVY = frozenset("quota quotas levy levies deduction deductions remittance remittances".split())
OWING = frozenset("required owes owe must withhold withheld withholds deducted deducts".split())
_PERIODS = frozenset(TIME_UNITS.values())
_NEAR = 10
"""Sentences between a pay and what is taken from it; further apart they are two stories."""


def link_levies(index: Index, atoms: Atoms) -> None:
    """Link each levy to the nearest pay over the same period (``total``, clue ``part`` = "levied")."""
    pays = [i for i in index.of_kind("money") if _is_pay(index.mentions[i], index)]
    if not pays:
        return
    for position in index.of_kind("money"):
        mention = index.mentions[position]
        if (
            position in pays
            or "old" in mention.clues
            or "total" in mention.links
            or not _is_levy(mention, atoms)
        ):
            continue
        near = [
            i for i in pays if _same_period(index, i, position) and abs(_apart(index, i, position)) <= _NEAR
        ]
        if near:
            mention.link("total", min(near, key=lambda i: (abs(_apart(index, i, position)), i)), "carried")
            mention.clues["part"] = "levied"


def _is_pay(mention: Mention, index: Index) -> bool:
    if not isinstance(mention.value, Money) or mention.value.per not in _PERIODS or mention.of is None:
        return False
    words = index.text[slice(*mention.of)].lower().split()
    return bool(PAY.intersection(words)) and mention.direction is None


def _is_levy(mention: Mention, atoms: Atoms) -> bool:
    """A levy is named in the sentence, or in the one before where this one says what is owed."""
    if (
        not isinstance(mention.value, Money)
        or mention.value.per not in _PERIODS
        or mention.direction is not None
    ):
        return False
    words = _words(atoms, mention.sentence)
    if PAY & words:
        return False
    if LEVY & words:
        return True
    return bool(OWING & words) and mention.sentence > 0 and bool(LEVY & _words(atoms, mention.sentence - 1))


def _words(atoms: Atoms, sentence: int) -> set[str]:
    first, last = atoms.sentences[sentence]
    return set(atoms.lower(first, last))


def _same_period(index: Index, one: int, other: int) -> bool:
    first, second = index.mentions[one].value, index.mentions[other].value
    return isinstance(first, Money) and isinstance(second, Money) and first.per == second.per


def _apart(index: Index, one: int, other: int) -> int:
    return index.mentions[one].sentence - index.mentions[other].sentence
