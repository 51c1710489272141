"""Ranges: "from March to May 2025", "between 2024 and early 2025", "since 2020", "until Friday"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date
from nkclaims.read.dates.edtf import interval
from nkclaims.read.dates.merge import Item
from nkclaims.read.dates.terms import Step, is_point
from nkclaims.read.numbers import DASHES
from nkclaims.tables.calendar import MONTHS

_TO = frozenset(("to", "-", "–", "—", "through", "until", "till"))
_WIDEST_GAP = 5
_COMPARED = frozenset(
    "percent cent % points point up down unchanged rise fall drop gain increase decrease decline rose fell dropped"
    " gained increased declined grew higher lower quarter month year".split()
)
_LENGTHS = ("date.range-lengths", "date.range-lengths-between", "date.range-one-or-two")
_EARLY = frozenset(("early", "mid", "late", "the", "about", "around", "-", "end", "of", "beginning", "start"))


def pairs(items: list[Item], atoms: Atoms) -> dict[int, int]:
    """Position of the item a range begins with -> position of the one it ends with; lengths ("25 to 30
    years") are paired where one rule found both.
    """
    out: dict[int, int] = {}
    for i, (left, right) in enumerate(pairwise(items)):
        if left.rule == right.rule and left.rule in _LENGTHS and _gap(left, right, atoms):
            out[i] = i + 1
        if i in out.values() or not (is_point(left.term) and is_point(right.term)) or _is_period(left):
            continue
        gap = _gap(left, right, atoms)
        if gap[:1] and gap[0] in DASHES and gap[-1] in DASHES:  # "the January-to-March period"
            gap = gap[1:-1] or gap
        if not gap or any(w not in _EARLY for w in gap[1:]):
            continue
        at = _opens_at(atoms, left.first)
        before = atoms.words[at].lower() if at >= 0 else ""
        if gap[0] in _TO or (gap[0] == "and" and before == "between"):
            out[i] = i + 1
    return out


def _gap(left: Item, right: Item, atoms: Atoms) -> list[str]:
    """The few words between two neighbours, lower-cased; empty where there are many or none."""
    return atoms.lower(left.last, right.first) if right.first - left.last <= _WIDEST_GAP else []


def _is_period(item: Item) -> bool:
    """ "the week to 24 October" is a week that ends then, no range."""
    step = item.term.step
    return step is not None and step.count == 0 and step.unit != "day"


def lists(items: list[Item], atoms: Atoms) -> dict[int, int]:
    """ "April and June 1955", "August/September 1956": names whose year stands once, with the last."""
    out: dict[int, int] = {}
    for i, (left, right) in enumerate(pairwise(items)):
        gap = _gap(left, right, atoms)
        if (
            gap
            and gap[0] in ("and", "/", "or", ",", "&")
            and all(w in _EARLY for w in gap[1:])
            and right.term.month
        ):
            out[i] = i + 1
    return dict(reversed(out.items()))


def _opens_at(atoms: Atoms, first: int) -> int:
    """Where the preposition before a range's first end stands, over "early" and the like; -1 where none can."""
    at = first - 1
    while at > 0 and first - at < 5 and atoms.words[at].lower() in _EARLY:
        at -= 1
    return at


def share_year(items: list[Item], found: dict[int, int]) -> None:
    """ "March to May 2025": the first end takes the year of the last where it names none."""
    for i, j in found.items():
        left, right = items[i].term, items[j].term
        lacks = left.year is None and left.step is None and left.which is None
        finer = any((left.month, left.quarter, left.season, left.half))
        if lacks and finer and left.order is None:
            if right.year is not None and right.year > 0:
                year = right.year
                if (
                    left.month
                    and right.month
                    and (left.month, left.day or 0) > (right.month, right.day or 31)
                ):
                    year -= 1
                items[i].term = replace(left, year=year or None)
            elif isinstance(right.step, Step) and right.step.unit == "year" and right.month:
                items[i].term = replace(left, step=right.step)


def open_end(atoms: Atoms, first: int) -> str | None:
    """Which end is there: "since 2020" is "from", "until Friday" is "to"; None where neither is said."""
    at = _opens_at(atoms, first)
    before = atoms.words[at].lower() if at >= 0 else ""
    if before == "from":  # "up 2 percent in May from April" compares
        lead = atoms.words[at - 1].lower() if at > 0 else ""
        compares = lead in _COMPARED or lead in MONTHS or lead.isdigit()
        return None if compares else "from"
    if before in ("since", "starting", "beginning"):
        return "from"
    return "to" if before in ("until", "till", "through") else None


def link_ranges(mentions: list[Mention], found: dict[int, int], atoms: Atoms) -> None:
    """Give both ends of a range each other and the interval as clues; an end alone an open interval."""
    ends = set(found) | set(found.values())
    for i, j in found.items():
        left, right = mentions[i], mentions[j]
        if _runs_back(left, right):
            continue
        whole = interval(_edtf(left), _edtf(right)) if _edtf(left) and _edtf(right) else None
        for mention, other, side in ((left, right, "from"), (right, left, "to")):
            mention.clues |= {"range": side, "partner": [other.start, other.end]}
            if whole is not None:
                mention.clues["interval"] = whole
    for i, mention in enumerate(mentions):
        edtf = _edtf(mention)
        if i not in ends and edtf is not None:
            open_side = open_end(atoms, atoms.at(mention.start))
            if open_side is not None:
                ends_of = (edtf, None) if open_side == "from" else (None, edtf)
                mention.clues["interval"] = interval(*ends_of)


def _runs_back(left: Mention, right: Mention) -> bool:
    """Whether what looks like a range would end before it begins: then it is none."""
    first, last = left.value, right.value
    if not (isinstance(first, Date) and isinstance(last, Date) and first.earliest and last.latest):
        return False
    return first.earliest > last.latest


def _edtf(mention: Mention) -> str | None:
    return mention.value.edtf if isinstance(mention.value, Date) else None
