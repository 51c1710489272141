"""Two claims that are one thing said twice: a length of time as quantity and as date; an amount in two currencies."""

from __future__ import annotations

from itertools import pairwise

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money

_MOST_BETWEEN = 7
_EQUATING = frozenset(
    "equal equals equivalent equivalents worth about around roughly approximately some or i.e. ie"
    " that is converted at current exchange rates nearly almost over under up less more than to just"
    " the a an which currently today are was were now then only".split()
)
_HEDGES = frozenset(("about", "around", "roughly", "approximately", "nearly", "some"))
_OPENERS = frozenset("([,–—-=/")
_EQUAL_WORDS = frozenset(("equal", "equals", "equivalent", "worth", "converted", "i.e.", "ie"))


def link_durations(mentions: list[Mention], index: Index) -> None:
    """A counted length of time is a quantity and a DURATION date on the same words: they are linked."""
    for position in index.of_kind("quantity"):
        quantity = mentions[position]
        if quantity.clues.get("form") not in ("time", "compound"):
            continue
        for other in index.in_sentence(quantity.sentence, "date"):
            date = mentions[other]
            if not isinstance(date.value, Date) or date.value.timex.type != "DURATION":
                continue
            if date.start < quantity.end and quantity.start < date.end:
                quantity.link("equals", other, "clause")
                date.link("equals", position, "clause")


def link_equal_money(mentions: list[Mention], atoms: Atoms, index: Index) -> None:
    """ "6,000 won (equal to about 30-40 US cents)": neighbours in two currencies, equated by what stands between.

    A bracket, a dash or "or" counts as equating only where both are amounts of the same thing: a bracket opens
    right before the second, or a word such as "equivalent" or "worth" stands between.
    """
    money = index.of_kind("money")
    for one, two in pairwise(money):
        first, second = mentions[one], mentions[two]
        if first.sentence != second.sentence or not _two_currencies(first, second):
            continue
        if not first.links.get("equals") and _equates(atoms, first, second):
            first.link("equals", two, "clause")
            second.link("equals", one, "clause")


def _two_currencies(first: Mention, second: Mention) -> bool:
    if not isinstance(first.value, Money) or not isinstance(second.value, Money):
        return False
    codes = {first.value.currency, second.value.currency}
    return len(codes) == 2 and None not in codes


def _equates(atoms: Atoms, first: Mention, second: Mention) -> bool:
    """Whether only equating words stand between two amounts (what the first is per aside)."""
    per = first.slots.get("per", (first.end, first.end))
    start = per[1] if first.end <= per[0] and per[1] <= second.start else first.end
    between = atoms.lower(atoms.at(start), atoms.at(second.start))
    if len(between) > _MOST_BETWEEN:
        return False
    equal = any(word in _EQUAL_WORDS for word in between)
    bracket = any(word in "([" for word in between)
    if not all(word in _EQUATING or word in _OPENERS for word in between):
        return False
    if equal or bracket or between[:2] == [",", "or"]:
        return True
    aside = between == [","] and atoms.lower(at := atoms.at(second.start), at + 1)[0] in _HEDGES
    return (aside or between[:1] == ["or"]) and _in_dollars(first, second)


def _in_dollars(first: Mention, second: Mention) -> bool:
    """A bare "or", or "7 bolivars, about $1.60", equates only with dollars: "20 zlotys or 40 crowns" are two."""
    return any(isinstance(m.value, Money) and m.value.currency == "USD" for m in (first, second))
