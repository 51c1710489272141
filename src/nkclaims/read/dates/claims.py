"""Terms into the value of a claim: TIMEX3, EDTF, earliest and latest day, anchor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nkclaims.model.base import changed, trusted
from nkclaims.model.values import Date, Timex
from nkclaims.read.dates.edtf import days_edtf
from nkclaims.read.dates.resolve import resolve
from nkclaims.read.dates.scene import By, Scene
from nkclaims.read.dates.stretches import Stretch, far_end
from nkclaims.read.dates.terms import Term, TimexType, is_point
from nkclaims.read.dates.values import narrowed, up_to

_Timex, _Date = trusted(Timex), trusted(Date)
_NTH_WEEK = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}


def value_of(term: Term, scene: Scene) -> Date:
    """The value of a date claim; what it resolves to is remembered in the scene."""
    if is_point(term):
        return _point(term, scene)
    timex = _Timex(type=term.type, value=term.value or "", mod=term.mod)
    if term.edge is not None:
        return _weeks_of_month(term, scene, timex)
    return _from_now(term, scene, timex) or _Date(timex=timex)


def _point(term: Term, scene: Scene) -> Date:
    found = resolve(term, scene)
    kind: TimexType = "TIME" if term.type == "TIME" else "DATE"
    timex = _Timex(type=kind, value=found.value, mod=term.mod)
    if found.stretch is None:
        return _Date(timex=timex)
    scene.remember(found.stretch, term)
    narrow = narrowed(found.stretch, term.mod, halved=term.halved)
    if term.side is not None and scene.published is not None and term.holiday is None:
        narrow = up_to(found.stretch, scene.published, later=term.side == "future") or narrow
    if term.last_year is not None and narrow.last is not None:  # fiscal 2019/20: which months, nobody says
        both = f"{term.year}/{term.last_year}"
        narrow = replace(narrow, last=date(term.last_year, 12, 31), edtf=both)
        timex = changed(timex, value=both)
    if narrow.slack and narrow.first is not None and narrow.last is not None:
        narrow = _loose(narrow, narrow.first, narrow.last)
    return _Date(
        timex=timex,
        edtf=narrow.edtf,
        earliest=narrow.first.isoformat() if narrow.first is not None else None,
        latest=narrow.last.isoformat() if narrow.last is not None else None,
        anchor=found.by,
    )


def _loose(stretch: Stretch, first: date, last: date) -> Stretch:
    """Days that the sighting of the moon may move: EDTF's "~", and a day either way."""
    slack = timedelta(days=stretch.slack)
    return replace(
        stretch,
        edtf="/".join(f"{day}~" for day in days_edtf(first, last).split("/")),
        first=first - slack,
        last=last + slack,
    )


def _from_now(term: Term, scene: Scene, timex: Timex) -> Date | None:
    """A length that ends or begins with the publication has its days ("the past two years"); others none."""
    if term.side == "thread":
        return _after_thread(scene, timex)
    if term.side is None or term.length is None or scene.published is None or scene.narrative:
        return None
    number, unit = term.length
    if number is None or number != int(number):
        return None
    steps = int(number) if term.side == "future" else -int(number)
    other = far_end(scene.published, unit, steps)
    return None if other is None else _days(timex, *sorted((other, scene.published)), by="published")


def _after_thread(scene: Scene, timex: Timex) -> Date | None:
    """ "The months that followed": an interval open at its end, so that no last day is said."""
    last = scene.thread.last if scene.thread is not None else None
    first = far_end(last, "day", 1) if last is not None else None
    return None if first is None else _Date(timex=timex, edtf=f"{first.isoformat()}/..", anchor="context")


def _weeks_of_month(term: Term, scene: Scene, timex: Timex) -> Date:
    """So many weeks at the beginning or end of a month; the month is found as any other."""
    assert term.edge is not None
    found = resolve(replace(term, type="DATE", value=None, edge=None), scene)
    stretch, (which, weeks) = found.stretch, term.edge
    if stretch is None or stretch.first is None or stretch.last is None:
        return _Date(timex=timex)
    scene.thread = stretch
    length = timedelta(days=7 * weeks - 1)
    if which not in _NTH_WEEK:
        return _days(timex, stretch.last - length, stretch.last, by=found.by)
    first = stretch.first + timedelta(days=7 * _NTH_WEEK[which])
    return _days(timex, first, min(first + length, stretch.last), by=found.by)


def _days(timex: Timex, first: date, last: date, *, by: By) -> Date:
    return _Date(
        timex=timex,
        edtf=days_edtf(first, last),
        earliest=first.isoformat(),
        latest=last.isoformat(),
        anchor=by,
    )
