"""Rates of exchange quoted the other way round: "the rouble fell 2 percent to 92.5 per dollar from 90.6".

A currency that falls takes more of its units to buy one of another, so its own worth goes by the inverse of
such a quote. Which way a rate is quoted is told by the subject of the change and by what the levels are in.
"""

from __future__ import annotations

from functools import lru_cache

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.mention import Mention
from nkclaims.model.values import Direction, Money, Percentage
from nkclaims.read.tagging import tag
from nkclaims.tables import currencies

LOOK_BACK = 24  # atoms before a change that may name what has changed
UNNAMED = frozenset({"currency", "currencies", "unit", "exchange"})
"""Words for a currency that do not say which; of a rate of exchange neither."""
NO_SUBJECT = frozenset(
    {
        "in",
        "per",
        "against",
        "of",
        "for",
        "to",
        "with",
        "versus",
        "from",
        "at",
        "by",
        "into",
        "on",
        "a",
        "one",
    }
)
NAMING = frozenset({"the", "its", "their", "u.s.", "us"})


def is_inverse(
    index: Index, change: Mention, way: Direction | None, new: int, old: int, atoms: Atoms
) -> bool:
    """Whether two levels are rates whose rise is a fall of what is said to have changed.

    change  the mention that says so, or the new level itself      way  which way it is said to have gone
    """
    values = [index.mentions[at].value for at in (new, old)]
    if any(isinstance(value, Percentage) for value in values):
        return False
    start = min(change.start, *(index.mentions[at].start for at in (new, old)))
    codes = _subject(atoms, atoms.at(start), atoms.sentences[change.sentence][0])
    money = next((value for value in values if isinstance(value, Money)), None)
    other = next((v.per for v in values if isinstance(v, Money) and v.per is not None), None)
    bought = _codes(other.rpartition(" ")[2]) if other else None
    if bought:  # "92.5 per dollar": the price of the dollar, and of whatever else is named the inverse
        return not codes or not set(codes[:1]) & set(bought[:1])
    if codes is None or other is not None:
        return False
    if money is not None and money.currency is not None and codes:
        return money.currency in codes
    return way is not None and _went(index, new, old) not in (way, None)


def _subject(atoms: Atoms, last: int, first: int) -> tuple[str, ...] | None:
    """The currencies that the subject before an atom may mean, () where it says "currency"; None: it is none."""
    for at in range(last - 1, max(first, last - LOOK_BACK) - 1, -1):
        word = atoms.words[at].lower()
        if word in (";", ":", "while", "whereas"):
            return None
        codes = () if word in UNNAMED else _named(atoms, at)
        if codes is not None and _is_head(atoms, at, last) and _before(atoms, at, first) not in NO_SUBJECT:
            return codes
    return None


def _named(atoms: Atoms, at: int) -> tuple[str, ...] | None:
    """The currencies that a word may mean, by the word before it too: the Canadian dollar."""
    word = atoms.words[at].lower()
    return (_codes(f"{atoms.words[at - 1].lower()} {word}") if at else None) or _codes(word)


@lru_cache(maxsize=1024)
def _codes(word: str) -> tuple[str, ...] | None:
    unit = currencies.names().get(word)
    return unit.candidates if unit is not None and unit.factor == 1 else None


def _is_head(atoms: Atoms, at: int, last: int) -> bool:
    """Whether no noun follows: not "yen bonds", "dollar sales", nor "the dollar's share"."""
    following = tag(atoms.words[at + 1]) if at + 1 < len(atoms.words) else "."
    if following == "s":
        return at + 2 >= last
    return following not in "nmjNUAoy-$0%" or at + 1 >= last


def _before(atoms: Atoms, at: int, first: int) -> str:
    """The word before a currency and its article and country."""
    at -= 1
    while at > first and (atoms.words[at].lower() in NAMING or tag(atoms.words[at]) in "NUj"):
        at -= 1
    return atoms.words[at].lower() if at >= first else ""


def _went(index: Index, new: int, old: int) -> Direction | None:
    """Which way the printed numbers went."""
    first, second = (getattr(index.mentions[at].value, "low", None) for at in (old, new))
    if first is None or second is None or first == second:
        return None
    return "rise" if second > first else "fall"
