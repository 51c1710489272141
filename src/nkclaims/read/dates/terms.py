"""What the words of a date say, before any day is known; and how neighbours join."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["now", "thread", "either"]
Which = Literal["last", "next", "this", "that", "following", "previous"]


@dataclass(frozen=True, slots=True)
class Step:
    """So many units from an anchor: ("year", -1, "now") is last year; 0 is this one.

    keep  the grain of the anchor is kept ("a year earlier" of a quarter is a quarter)
    near  the anchor is the month or day just named, before the quarter the story speaks of
    """

    unit: str
    count: int
    anchor: Anchor
    keep: bool = False
    near: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """A date as said. A field that is None was not said; years before Christ are negative (490 BC is -490).

    step     counted from an anchor        which   last, next, this, that with a name ("last June")
    value    a TIMEX3 value that needs no calendar (durations, sets, references)
    bare     no claim of its own, only beside another date or after this, that, the ("night")
    length   of a duration: (count or None, unit)      side   it ends now ("past"), begins now ("future")
    or begins where the story is ("thread": the months that followed); of a feast: before or after it
    """

    type: TimexType = "DATE"
    step: Step | None = None
    which: Which | None = None
    century: int | None = None
    decade: int | None = None
    year: int | None = None
    fiscal: bool = False
    half: int | None = None
    quarter: int | None = None
    season: str | None = None
    month: int | None = None
    week: int | None = None
    weekend: bool = False
    weekday: int | None = None
    nth: int | None = None  # which weekday of its month: 1 the first, -1 the last
    day: int | None = None
    holiday: str | None = None  # its key in the table of feasts
    country: str | None = None  # whose feast it is, where countries keep it on different days
    clock: tuple[int, int] | None = None
    halved: bool = False  # its mod takes a half and not a third: the second half of May
    half_said: bool = False  # the clock time says which half of the day it is of: 2 a.m.
    part: str | None = None
    zone: str | None = None
    value: str | None = None
    mod: str | None = None
    bare: bool = False
    length: tuple[float | None, str] | None = None
    side: Literal["past", "future", "thread"] | None = None
    order: tuple[int, int, int] | None = None  # figures as written, their order open
    shift: tuple[str, int] | None = None  # counted from the day said: ("week", -2) is two weeks before it
    stamp: str | None = None  # words left to dateparser
    edge: tuple[str, int] | None = (
        None  # weeks of a month: ("last", 1); ("season", 0): the weeks around a feast
    )
    part_of: str | None = None  # "focus": the part of its year that the story speaks of
    last_year: int | None = None  # "fiscal 2019/20": the year it ends in


FINE = ("half", "quarter", "season", "month", "week", "weekend", "weekday", "day", "holiday")
COARSE = ("century", "decade", "year")
TIMES = ("clock", "part", "zone")
_NEUTRAL = frozenset(
    {"type", "bare", "mod", "value", "length", "side", "fiscal", "order", "last_year", "half_said", "halved"}
)


def said(term: Term, names: tuple[str, ...]) -> bool:
    """Whether any of the fields was said."""
    return any(getattr(term, name) not in (None, False) for name in names)


def is_time_only(term: Term) -> bool:
    """A clock time or a part of the day without its day."""
    return said(term, TIMES) and term.step is None and not said(term, FINE + COARSE) and term.order is None


def is_point(term: Term) -> bool:
    """Neither a length, nor a set, nor a reference without a date."""
    return term.value is None and term.length is None and term.type in ("DATE", "TIME")


def join(first: Term, second: Term) -> Term | None:
    """Both as one date, or None where they contradict or repeat each other.

    >>> join(Term(month=6), Term(step=Step("year", -1, "now"))).month
    6
    >>> join(Term(year=1990), Term(year=1991)) is None
    True
    """
    out: dict[str, object] = {}
    for field in fields(Term):
        name = field.name
        a, b = getattr(first, name), getattr(second, name)
        if name == "bare":
            continue
        if name == "type":
            out[name] = "TIME" if "TIME" in (a, b) else a
        elif a in (None, False):
            out[name] = b
        elif b in (None, False) or name in ("mod", "fiscal"):
            out[name] = a
        else:
            return None
    return replace(first, **out, bare=False)  # type: ignore[arg-type]
