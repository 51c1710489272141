"""Neighbours that are one date: "10 p.m. Wednesday", "Tuesday, Aug. 2", "June last year"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nkclaims.atoms.scan import Atoms
from nkclaims.read.dates.terms import Term, is_point, is_time_only, join, said
from nkclaims.read.dates.values import with_time


@dataclass(slots=True)
class Item:
    """A term where it stands: atoms first to last (exclusive) and the rule that found it."""

    first: int
    last: int
    term: Term
    rule: str
    partner: str | None = None  # "from" or "to": an end of a range whose rule says so


_COMMA, _OF, _ON = ",", "of", "on"
# what may stand between two kinds, in their order
_JOINTS: dict[tuple[str, str], frozenset[tuple[str, ...]]] = {
    pair: frozenset(gaps)
    for pairs, gaps in (
        ("TW TD", [(), (_COMMA,), (_ON,), (_OF,), (_OF, "the"), (_ON, "the"), ("in",)]),
        ("TH", [(), (_ON,), (_OF,)]),
        ("HT", [(), ("at",), (_COMMA,)]),
        ("TT", [(), ("in", "the"), ("at",), ("around",), ("about",), (_COMMA,)]),
        (
            "WT DT",
            [
                (),
                (_COMMA,),
                ("at",),
                ("@",),
                (_COMMA, "at"),
                ("in", "the"),
                ("at", "about"),
                ("at", "around"),
                ("about",),
                ("around",),
                ("for",),
            ],
        ),
        ("NT", [(), ("at",), (_COMMA,)]),
        ("WD", [(), (_COMMA,), (_COMMA, "the"), ("the",), ("(",)]),
        ("DW", [(), (_COMMA,), ("(",)]),
        ("WK VW WV", [(), (_OF,), ("on",), (_COMMA,)]),
        ("KW", [(), (_OF,), ("on",), (_COMMA,), ("'s",), ("’s",)]),
        ("MY QY DY HY VY", [(), (_OF,), ("in",), (_COMMA,), (_OF, "the"), ("in", "the")]),
        ("YQ YM YH", [(), ("'s",), ("’s",)]),
        ("NM", [(_OF,), ()]),
        ("WN", [(), ("the",), (_COMMA, "the")]),
    )
    for pair in ((p[0], p[1]) for p in pairs.split())
}


def kind(term: Term) -> str:
    """One letter for what joins with what; empty for what joins nothing.

    T time, W weekday, D day, N day without its month, K week or weekend, V week by number, M month,
    Q quarter or season, Y year, H holiday
    """
    if not is_point(term) or term.stamp is not None:
        return ""
    if is_time_only(term):
        return "T"
    if term.order is not None or (term.month is not None and term.day is not None):
        return "D"
    if term.holiday is not None:
        return "H" if term.year is None else "D"
    if term.weekday is not None and term.day is None:
        return "W"
    if term.day is not None:
        return "N"
    if term.month is not None:
        return "M"
    if said(term, ("quarter", "half", "season")):
        return "Q"
    if term.step is not None:
        unit = term.step.unit
        if term.step.keep:
            return ""
        return {"day": "D", "week": "K", "month": "M", "year": "Y", "quarter": "Q"}.get(unit, "")
    if term.week is not None or term.weekend:
        return "V" if term.week and term.month is None else "K"
    return "Y" if said(term, ("year", "decade", "century")) else ""


def merged(items: list[Item], atoms: Atoms) -> list[Item]:
    """The items with neighbours joined, left to right."""
    out: list[Item] = []
    for item in items:
        while out:
            both = _joined(out[-1], item, atoms)
            if both is None:
                break
            out.pop()
            item = both
        out.append(item)
    return out


def _joined(left: Item, right: Item, atoms: Atoms) -> Item | None:
    if right.first < left.last or right.first - left.last > 2 or left.partner or right.partner:
        return None
    again = _timed_set(left, right, atoms)
    if again is not None:
        return again
    a, b = kind(left.term), kind(right.term)
    shifted = _shifted(left, right, atoms)
    if shifted is not None:
        return shifted
    joints = _JOINTS.get((a, b))
    gap = tuple(word.lower() for word in atoms.words[left.last : right.first])
    if joints is None or gap not in joints or right.term.shift is not None:
        return None
    if gap and atoms.words[left.last][:1].isupper():  # "until 6 a.m. On Friday …": another sentence
        return None
    if left.term.step is not None and left.term.step.unit != "day" and right.term.year is not None:
        return None  # "the same month of 2024" is no month counted from another
    if (a, b) == ("D", "Y") and (
        (gap == (",",) and right.term.step is not None) or left.term.year is not None
    ):
        return None
    if "T" in (a, b) and gap == (",",) and left.term.part and not right.term.clock:
        return None
    term = join(left.term, right.term)
    if term is None:
        return None
    if term.half and (term.decade is not None or term.century is not None):  # "the second half of the 1990s"
        term = replace(term, half=None, mod="START" if term.half == 1 else "END", halved=True)
    last = right.last
    if gap == ("(",) and last < len(atoms.words) and atoms.words[last] == ")":
        last += 1
    rule = left.rule if a in ("D", "M", "Q", "N") else right.rule
    return Item(left.first, last, term, next((r for r in (left.rule, right.rule) if r in _LEANING), rule))


_LEANING = frozenset(("date.hour-of-part", "date.hour-after-part", "date.half-day"))
"""Rules whose hits are never a claim by themselves: what they join with is theirs."""
_AT = ((), ("at",), ("@",), ("at", "about"), ("at", "around"))
_OF_DAYS = ((), ("on",))


def _timed_set(left: Item, right: Item, atoms: Atoms) -> Item | None:
    """ "Tuesdays at 9am", "3 p.m. each day": the hour comes again with the day, on no day of its own."""
    again, at = (right, left) if right.term.type == "SET" else (left, right)
    value, clock = again.term.value, at.term.clock
    if (
        left.rule.startswith("date.range-")
        or again.term.type != "SET"
        or value is None
        or clock is None
        or kind(at.term) != "T"
    ):
        return None
    day, _, part = ("XXXX-XX-XX" if value == "P1D" else value).partition("T")
    if not day.startswith(("XXXX-WXX", "XXXX-XX-")) or day.startswith("P"):
        return None
    gap = tuple(atoms.lower(left.last, right.first))
    if gap not in (_AT if again is left else _OF_DAYS):
        return None
    time = with_time(day, replace(at.term, part=part or None))
    term = replace(again.term, value=time, zone=at.term.zone)
    return Item(left.first, right.last, term, again.rule)


_SHIFTS = {"after": 1, "following": 1, "from": 1, "since": 1, "before": -1}


def _shifted(left: Item, right: Item, atoms: Atoms) -> Item | None:
    """ "two weeks before Christmas": a length counted from a day that is named."""
    length, gap = left.term.length, [word.lower() for word in atoms.words[left.last : right.first]]
    if length is None or length[0] is None or left.term.side or len(gap) != 1 or gap[0] not in _SHIFTS:
        return None
    named = kind(right.term) in ("D", "H") or (
        kind(right.term) == "W" and (left.term.bare or (gap[0] == "from" and length[1] == "week"))
    )
    if not named or right.term.shift is not None or length[0] != int(length[0]):
        return None
    if gap[0] == "from" and not (right.term.step or right.term.year or right.term.weekday):
        return None
    if right.term.part is not None or right.term.clock is not None:
        return None
    which = right.term.which or ("this" if gap[0] == "from" and right.term.weekday else None)
    term = replace(right.term, which=which, shift=(length[1], _SHIFTS[gap[0]] * int(length[0])))
    return Item(left.first, right.last, term, left.rule)
