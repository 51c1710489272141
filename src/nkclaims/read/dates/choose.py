"""Which year, which week: dates that leave it out, by tense from the publication, or by the thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from nkclaims.read.dates import stretches
from nkclaims.read.dates.scene import By, Scene
from nkclaims.read.dates.setting import carried
from nkclaims.read.dates.stretches import Stretch, far_end
from nkclaims.read.dates.terms import Term, is_time_only
from nkclaims.read.dates.within import around_of, of_date, of_parts, of_year_part
from nkclaims.tables import calendar

_TENSE_DAYS = 200
_LEAP_YEARS = 20
_LEAP_GAP = 8  # the most years between two leap days


def without_year(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    """The days meant by a term that says no year, and what decided it; None where nothing does."""
    if is_time_only(term):
        return _time_only(term, scene)
    if term.weekend and term.day is None and term.holiday is None:
        return _weekend(scene)
    if term.which in ("following", "previous"):
        found = _beside(term, scene.thread, forward=term.which == "following")
        if found is not None:
            return found, "context"
        term = replace(term, which="next" if term.which == "following" else "last")
    if scene.start is not None and scene.start.first is not None and term.which is None:
        found = _first_after(term, scene.start.first)
        if found is not None:
            return found, "context"
    if term.weekday is not None and term.day is None and term.nth is None and term.holiday is None:
        return _weekday(term, scene)
    if term.weekday is not None and term.month is None and term.nth is None and term.holiday is None:
        return _weekday_with_day(term, scene)
    if term.day is not None and term.month is None:
        return _day_of_month(term, scene)
    focus = scene.thread if scene.narrative or term.which == "that" else None
    if focus is not None and _is_aside(focus, scene):
        focus = scene.main
    if focus is not None:
        return _near(term, focus), "context"
    if scene.published is None:
        return None, "none"
    if scene.told is not None:
        found = carried(term, scene)
        if found is not None:
            return found, "context"
    return _by_tense(term, scene.published, scene), "published"


def _beside(term: Term, focus: Stretch | None, *, forward: bool) -> Stretch | None:
    """The first such day, month or season after what was told ("the following spring"), the last before it."""
    if focus is None or focus.first is None or focus.last is None:
        return None
    if term.weekday is not None:
        start = focus.last if forward else focus.first
        ahead = (term.weekday - start.isoweekday()) % 7
        day = far_end(start, "day", (ahead or 7) if forward else (ahead or 7) - (7 if ahead else 14))
        return stretches.of_day(day) if day is not None else None
    made = of_parts(term, [focus.year + y or 1 for y in (-1, 0, 1)])
    if forward:
        return next((s for s in made if s.first is not None and s.first > focus.last), None)
    return next((s for s in made[::-1] if s.last is not None and s.last < focus.first), None)


def _is_aside(focus: Stretch, scene: Scene) -> bool:
    """Whether the last date named is a year that the story only touched: a year holds for its own sentence,
    the thread goes on from days and months.
    """
    if focus.grain != "year" or scene.main is None or scene.onward:
        return False
    return scene.age > 0 or abs(focus.year - scene.main.year) > _LEAP_YEARS


def _first_after(term: Term, start: date) -> Stretch | None:
    """The end of a range: the first such day, month or season that does not end before the range began."""
    if term.weekday is not None and term.day is None:
        day = far_end(start, "day", (term.weekday - start.isoweekday()) % 7)
        return stretches.of_day(day) if day is not None else None
    made = of_parts(term, (start.year, start.year + 1))
    return next((s for s in made if s.last is not None and s.last >= start), None)


def _time_only(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    day = scene.day or scene.ahead()
    start = scene.start
    if start is not None and start.first is not None and start.time and term.clock and term.half_said:
        over = f"{term.clock[0]:02d}:{term.clock[1]:02d}" < start.time  # "from 10 p.m. to 6 a.m."
        day = stretches.far_end(start.first, "day", int(over))
    if day is not None:
        return stretches.of_day(day), "context"
    open_day = term.bare and term.mod is None  # "in the morning": of which day, only the story so far can say
    known = scene.thread if scene.thread is not None and scene.thread.grain == "day" else None
    if scene.narrative and open_day:
        return None, "none"
    if scene.narrative:
        return known, "context"
    if known is not None and scene.age <= 1 and scene.tense() == "past":
        return known, "context"
    return (None, "none") if open_day else (scene.now, "published")


def _weekend(scene: Scene) -> tuple[Stretch | None, By]:
    now = scene.now
    if now is None or now.first is None:
        return None, "none"
    ahead = scene.tense() == "future" or now.first.isoweekday() >= 6
    day = far_end(now.first, "day", 0 if ahead else -7)
    if day is None:
        return None, "none"
    return stretches.of_weekend(day), scene.by


def _weekday(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    assert term.weekday is not None
    now, by = scene.now, scene.by
    if now is None or now.first is None or (scene.narrative and now.grain not in ("day", "week", "weekend")):
        return None, "none"
    ahead = (term.weekday - now.first.isoweekday()) % 7
    if term.which == "last":
        days = (ahead or 7) - 7
    elif term.which == "next":
        days = ahead or 7
    elif term.which == "this" or scene.narrative:
        days = ahead
    else:
        days = ahead if ahead == 0 or scene.tense() == "future" else ahead - 7
    if term.which == "last" and ahead == 0:
        days = -7
    try:
        return stretches.of_day(now.first + timedelta(days=days)), by
    except OverflowError:
        return None, "none"


def _day_of_month(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    focus = scene.thread if scene.thread is not None and scene.thread.month else scene.now
    if focus is None or not focus.month or focus.year < 1 or term.day is None:
        return None, "none"
    if focus is scene.thread:
        return of_date(focus.year, focus.month, term.day, around_of(term)), "context"
    tense = scene.tense()  # "he left on the 20th", said on the 12th, is of the month before
    day = focus.first.day if focus.first is not None else term.day
    months = -1 if tense == "past" and term.day > day else int(tense == "future" and term.day < day)
    year, month = stretches.add_months(focus.year, focus.month, months)
    return of_date(year, month, term.day, around_of(term)), "published"


def _weekday_with_day(term: Term, scene: Scene) -> tuple[Stretch | None, By]:
    """Tuesday the 4th: the nearest 4th that is a Tuesday, within a year; the tense counts for a month."""
    now = scene.now
    if now is None or now.first is None or term.day is None:
        return None, "none"
    made = []
    for months in range(-12, 13):
        year, month = stretches.add_months(now.first.year, now.first.month, months)
        if 0 < year < 10000 and term.day <= calendar.month_length(year, month):
            day = date(year, month, term.day)
            if day.isoweekday() == term.weekday:
                made.append(day)
    ahead = 30 if scene.tense() == "past" else 0
    at = now.first
    best = min(made, key=lambda day: abs((day - at).days) + (ahead if day > at else 0), default=None)
    return (stretches.of_day(best) if best else None), scene.by


def _near(term: Term, focus: Stretch) -> Stretch | None:
    """The one nearest to the thread: a story goes on from November to February of the next year, not back."""
    if term.which == "last":
        return _nearest(term, focus, (-1, 0), before=True)
    if focus.month is None or focus.first is None:
        return of_year_part(term, focus.year)
    return _nearest(term, focus, (0, 1, -1), before=False)


def _nearest(term: Term, focus: Stretch, years: tuple[int, ...], *, before: bool) -> Stretch | None:
    made = [s for s in of_parts(term, [focus.year + y or 1 for y in years]) if s.first is not None]
    if focus.first is None or not made:
        return of_year_part(term, focus.year)
    at = focus.first
    if before:
        made = [s for s in made if s.last is not None and s.last < at] or made
    return min(made, key=lambda s: abs(((s.first or at) - at).days))


def _by_tense(term: Term, published: date, scene: Scene) -> Stretch | None:
    leaps = term.month == 2 and term.day == 29
    reach = _LEAP_GAP if leaps else 1
    years = range(published.year - reach, published.year + reach + 1)
    made = [s for s in of_parts(term, years) if s.first is not None and s.last is not None]
    past = [s for s in made if s.first is not None and s.first <= published]
    coming = [s for s in made if s.last is not None and s.last >= published]
    if term.which == "last":
        past = [s for s in past if s.last is not None and s.last < published]
        return past[-1] if past else None
    if term.which == "next":
        coming = [s for s in coming if s.first is not None and s.first > published]
        return coming[0] if coming else None
    if term.which == "this":
        return of_year_part(term, published.year)
    if scene.since and past:
        return past[-1]
    if scene.hence and coming:
        return coming[0]
    if not past or not coming:
        return past[-1] if past else coming[-1] if coming else None
    if leaps and scene.tense() is not None:  # years away on either side: only the tense tells
        return coming[0] if scene.tense() == "future" else past[-1]
    # the nearer one, but tense counts for half a year and more: "it fell in January" looks back in November
    back = max(0, (published - (past[-1].last or published)).days)
    ahead = max(0, ((coming[0].first or published) - published).days)
    tense = scene.tense()
    back, ahead = back + _TENSE_DAYS * (tense == "future"), ahead + _TENSE_DAYS * (tense == "past")
    return coming[0] if ahead < back else past[-1]
