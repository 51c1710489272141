"""Terms into days: from the publication date, or from the thread of dates the story has named so far."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from nkclaims.read.dates import stretches
from nkclaims.read.dates.choose import without_year
from nkclaims.read.dates.scene import By, Scene
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.terms import FINE, Step, Term, said
from nkclaims.read.dates.values import open_value, timed, with_time
from nkclaims.read.dates.within import of_nth, of_year_part
from nkclaims.read.vendors import parse_date
from nkclaims.tables import calendar

_ANY_DAY = datetime.combine(date(2000, 1, 1), time())  # a full date is counted from none
_RECENT = 3  # sentences that "the same period" reaches back
_CLOCK_UNITS = ("hour", "minute", "second")
_OPEN_VALUES = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "season": "XXXX-XX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "period": "XXXX",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A date as resolved; ``stretch`` is None where it stays open. ``by``: what it leans on."""

    value: str
    stretch: Stretch | None
    by: By


def resolve(term: Term, scene: Scene) -> Found:
    """The stretch a point term means, or an open value."""
    if term.stamp is not None:
        return _stamped(term.stamp, scene)
    if scene.narrative and term.step == Step("day", 0, "now") and term.part is None:
        return Found(
            "PRESENT_REF", None, "none"
        )  # the "today" of a history is its writer's, or a quoted speaker's
    base, by = _base(term, scene)
    if base is None and term.step is not None and term.step.unit in _CLOCK_UNITS:
        return _by_clock(term.step, scene)
    if term.step is not None and base is None:
        said_too = said(term, FINE)  # "June last year" still says June
        value = open_value(term) if said_too else _OPEN_VALUES.get(term.step.unit, "XXXX")
        return Found(with_time(value, term), None, "none")
    stretch = _inside(base, term, scene) if base is not None else None
    if base is None:
        stretch, by = without_year(term, scene)
    if (
        stretch is not None and term.edge is not None
    ):  # "the Easter holidays": of that year, their days unsaid
        return Found(f"{stretch.year:04d}-XX-XX", None, by)
    if stretch is not None and term.shift is not None:
        (unit, count), slack = term.shift, stretch.slack
        on = (
            stretches.far_end(stretch.first, unit, count) if term.step is not None and stretch.first else None
        )
        stretch = (
            stretches.of_day(on)
            if on is not None and unit in ("month", "year")
            else stretches.moved(
                stretch, unit, count, grain="day" if unit in ("day", "week", "fortnight") else None
            )
        )
        stretch = replace(stretch, slack=slack) if stretch is not None and slack else stretch
    if stretch is None:
        return Found(with_time(open_value(term), term), None, "none")
    if said(term, ("clock", "part")):
        stretch = timed(stretch, term)
    return Found(stretch.value, stretch, by)


def _stamped(words: str, scene: Scene) -> Found:
    """A machine's stamp by dateparser. "3 hrs ago" needs the publication's hour, "5d ago" its day."""
    relative = words.endswith("ago")
    base = scene.moment
    if base is None and scene.published is not None:
        base = datetime.combine(scene.published, time())
    if base is None and relative:
        return Found(_OPEN_VALUES["day"], None, "none")
    read = parse_date(words, base or _ANY_DAY)
    if read is None or (relative and read.time is not None and scene.moment is None):
        return Found(_OPEN_VALUES["day"], None, "none")
    grain = read.period if relative and read.period in ("week", "month", "year") else "day"
    stretch = stretches.containing(read.day, grain) or stretches.of_day(read.day)
    if read.time is not None:
        stretch = timed(stretch, Term(type="TIME", clock=read.time))
    return Found(stretch.value, stretch, "published" if relative else "none")


def _by_clock(step: Step, scene: Scene) -> Found:
    """ "two hours ago": the day and minute where the publication's hour is known, else open."""
    if step.anchor != "now" or scene.moment is None:
        return Found(_OPEN_VALUES["day"], None, "none")
    try:
        at = scene.moment + timedelta(**{f"{step.unit}s": step.count})
    except OverflowError:
        return Found(_OPEN_VALUES["day"], None, "none")
    stretch = timed(stretches.of_day(at.date()), Term(type="TIME", clock=(at.hour, at.minute)))
    return Found(stretch.value, stretch, "published")


def _base(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    if term.part_of is not None:
        return _same_part(term, scene)
    if term.step is not None:
        return _stepped(term.step, scene)
    if term.year is not None:
        return stretches.of_year(term.year), "none"
    if term.decade is not None:
        return stretches.of_decade(term.decade), "none"
    if term.century is not None:
        return stretches.of_century(term.century), "none"
    return None, "none"


def _stepped(step: Step, scene: Scene) -> tuple[Stretch | None, By]:
    """The stretch so many units from the step's anchor."""
    if step.unit == "period":
        return _period(scene)
    if step.unit == "week" and step.anchor != "now" and step.count and scene.week is not None:
        return stretches.moved(scene.week, "week", step.count), "context"  # "61 last week, 98 a week earlier"
    if step.anchor == "either":
        if step.keep:
            focus = scene.compared(near=step.near)
            if focus is not None:  # a year earlier than the third quarter is a third quarter
                return stretches.moved(focus, step.unit, step.count, grain=focus.grain), "context"
        elif step.unit == "quarter":
            return scene.quarter, "context"
        elif scene.narrative or step.unit == "day":
            return (None if scene.thread is None else _same(scene.thread, step.unit)), "context"
    origin, by = scene.now, scene.by
    if step.anchor == "thread" and (scene.thread is not None or step.count == 0):
        origin, by = scene.thread, "context"
    if step.anchor == "thread" and step.unit == "day" and step.count and scene.day is not None:
        origin, by = stretches.of_day(scene.day), "context"  # "resigned yesterday and left the following day"
    if origin is None or step.unit in _CLOCK_UNITS:
        return None, "none"
    if by == "published" and step.anchor == "thread" and step.count > 0 and scene.tense() == "past":
        return None, "none"  # "a decade later it had two": later than what, the text has not said
    if step.count and _is_wider(origin, step.unit):
        if scene.main is None or scene.narrative or _is_wider(scene.main, step.unit):
            return None, "none"
        origin = scene.main
    if step.count == 0:
        return _same(origin, step.unit), by
    return stretches.moved(origin, step.unit, step.count), by


def _same_part(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    """ "The 1988 period", "the same period last year": the part the story speaks of, of another year; just
    the year where that part was named too long ago, or the sentence names other days or months.
    """
    base = _stepped(term.step, scene)[0] if term.step is not None else None
    year = term.year if term.year is not None else base.year if base is not None else None
    if year is None:
        return None, "none"
    if term.part_of == "focus":
        other = scene.topic is not None and scene.topic.grain not in ("quarter", "half")
        focus = scene.quarter if scene.quarter_age <= _RECENT and not other else None
    else:
        focus = scene.topic or scene.topic_before
    if focus is not None:
        return stretches.at_year(focus, year), "context"
    return stretches.of_year(year), "none" if term.step is None else scene.by


def _period(scene: Scene) -> tuple[Stretch | None, By]:
    """ "The latest quarter": the one spoken of, else the last that ended before the publication."""
    if scene.quarter is not None:
        return scene.quarter, "context"
    if scene.published is None:
        return scene.thread, "context"
    return stretches.moved(stretches.of_day(scene.published), "quarter", -1), "published"


def _is_wider(origin: Stretch, unit: str) -> bool:
    """Whether a stretch is too wide to count such units from: "the day before" 1988."""
    return unit in ("day", "night", "week") and stretches.GRAINS.index(origin.grain) > stretches.GRAINS.index(
        "week"
    )


def _same(origin: Stretch, unit: str) -> Stretch | None:
    """The unit the origin lies in; None where the origin is wider than the unit."""
    if unit == origin.grain:  # "the end of the day" on which something happened in the afternoon
        return origin if origin.time is None or origin.first is None else stretches.of_day(origin.first)
    if stretches.GRAINS.index(origin.grain) > stretches.GRAINS.index("day" if unit == "night" else unit):
        return None
    if origin.first is None:
        return stretches.of_year(origin.year) if unit == "year" else None
    return stretches.containing(origin.first, unit)


def _inside(base: Stretch, term: Term, scene: Scene) -> Stretch | None:
    made = of_year_part(term, base.year) if base.grain in ("year",) else None
    if made is not None:
        return made
    if term.month is not None and term.day is not None:  # 30 February: no day, and not the year instead
        return None
    if term.week is not None and base.grain == "year":  # week 53 of a year that has 52
        return None
    if term.nth is not None:
        return of_nth(term, base.year, base.month) if base.grain == "month" and base.month else None
    if term.weekday is not None and base.grain == "week" and base.first is not None:
        return stretches.of_day(base.first + timedelta(days=term.weekday - 1))
    if term.day is not None and base.grain == "month" and base.month and base.first is not None:
        if term.day > calendar.month_length(base.year, base.month):
            return None
        return stretches.of_day(date(base.year, base.month, term.day))
    return base
