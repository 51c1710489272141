"""Terms into days: from the publication date, or from the thread of dates the story has named so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from nkclaims.read.dates import stretches
from nkclaims.read.dates.edtf import days_edtf
from nkclaims.read.dates.stretches import Stretch, far_end
from nkclaims.read.dates.tense import Tense
from nkclaims.read.dates.terms import Step, Term, is_time_only, said
from nkclaims.read.vendors import parse_date
from nkclaims.tables import calendar

_CLOCK_UNITS = ("hour", "minute", "second")
_TENSE_DAYS = 200
_LEAP_YEARS = 20
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


@dataclass(slots=True)
class Scene:
    """What a date may be read from.

    published  the publication day, None where unknown     narrative  dates follow the thread, not the publication
    thread     the last stretch named                      quarter    the last quarter or half named
    start      where the range began whose end is read    ahead  a day named later in the sentence
    moment     the publication's day and hour, where both are given
    main       the last month or day named                 age        sentences since the thread was set
    day        the last day named in this sentence         tense      asked for only when needed
    """

    published: date | None
    narrative: bool
    thread: Stretch | None = None
    quarter: Stretch | None = None
    main: Stretch | None = None
    moment: datetime | None = None
    start: Stretch | None = None
    last: Stretch | None = None
    ahead: Callable[[], date | None] = lambda: None
    age: int = 0
    day: date | None = None
    tense: Callable[[], Tense | None] = lambda: None

    @property
    def now(self) -> Stretch | None:
        """The day dates like "last week" are counted from."""
        if self.narrative:
            return self.thread
        return stretches.of_day(self.published) if self.published else None


@dataclass(frozen=True, slots=True)
class Found:
    """A date as resolved; ``stretch`` is None where it stays open. ``by``: what it leans on."""

    value: str
    stretch: Stretch | None
    by: str


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
        return Found(_with_time(_OPEN_VALUES.get(term.step.unit, "XXXX"), term), None, "none")
    stretch = _inside(base, term, scene) if base is not None else None
    if base is None:
        stretch, by = _without_year(term, scene)
    if stretch is not None and term.shift is not None:
        unit, count = term.shift
        stretch = stretches.moved(
            stretch, unit, count, grain="day" if unit in ("day", "week", "fortnight") else None
        )
    if stretch is None:
        return Found(_with_time(open_value(term), term), None, "none")
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
    read = parse_date(words, base or datetime(2000, 1, 1))
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


def _base(term: Term, scene: Scene) -> tuple[Stretch | None, str]:
    if term.step is not None:
        return _stepped(term.step, scene)
    if term.year is not None:
        if term.part_of is not None and scene.quarter is not None:
            return stretches.at_year(scene.quarter, term.year), "context"
        return stretches.of_year(term.year), "none"
    if term.decade is not None:
        return stretches.of_decade(term.decade), "none"
    if term.century is not None:
        return stretches.of_century(term.century), "none"
    return None, "none"


def _stepped(step: Step, scene: Scene) -> tuple[Stretch | None, str]:
    now, thread = scene.now, scene.thread
    by = "context" if scene.narrative else "published"
    origin = now
    if step.anchor == "thread":
        origin, by = (thread, "context") if thread is not None else (now if step.count else None, by)
    if step.anchor == "either":
        if step.unit == "period" or step.keep:
            focus = scene.quarter or (thread if step.unit == "period" or scene.narrative else None)
            if focus is None and step.unit == "period" and scene.published is not None:
                focus = stretches.moved(stretches.of_day(scene.published), "quarter", -1)
            if focus is not None:
                origin, by = focus, "context"
                if step.unit == "period":
                    return focus, by
                return stretches.moved(focus, step.unit, step.count, grain=focus.grain), by
            if step.unit == "period":
                return None, "none"
        elif scene.narrative or step.unit in ("day", "quarter"):
            origin, by = _theunit(step, scene), "context"
            return origin, by
    if step.unit == "period":
        return (thread, "context") if thread is not None else (None, "none")
    if origin is None:
        return None, "none"
    if step.unit in ("hour", "minute", "second"):
        return None, by
    if step.count == 0:
        return _same(origin, step.unit), by
    return stretches.moved(origin, step.unit, step.count), by


def _theunit(step: Step, scene: Scene) -> Stretch | None:
    if step.unit == "quarter":
        return scene.quarter
    return _same(scene.thread, step.unit) if scene.thread is not None else None


def _same(origin: Stretch, unit: str) -> Stretch | None:
    """The unit the origin lies in; None where the origin is wider than the unit."""
    if unit == origin.grain:
        return origin
    if stretches.GRAINS.index(origin.grain) > stretches.GRAINS.index("day" if unit == "night" else unit):
        return None
    if origin.first is None:
        return stretches.of_year(origin.year) if unit == "year" else None
    return stretches.containing(origin.first, unit)


# -- inside a stretch that is known ------------------------------------------------------------------------------


def _inside(base: Stretch, term: Term, scene: Scene) -> Stretch | None:
    made = _of_year(term, base.year) if base.grain in ("year",) else None
    if made is not None:
        return made
    if term.weekday is not None and base.grain == "week" and base.first is not None:
        return stretches.of_day(base.first + timedelta(days=term.weekday - 1))
    if term.day is not None and base.grain == "month" and base.month and base.first is not None:
        if term.day > calendar.month_length(base.year, base.month):
            return None
        return stretches.of_day(date(base.year, base.month, term.day))
    return base


def _of_year(term: Term, year: int) -> Stretch | None:
    """The part a term names, of a given year; None where it names none or the year has none."""
    if term.holiday is not None:
        day = calendar.holiday(term.holiday, year)
        return stretches.of_day(day) if day else None
    if term.month is not None and term.day is not None:
        return _day(year, term.month, term.day, term.week is not None)
    if term.month is not None:
        return stretches.of_month(year, term.month)
    if term.quarter is not None:
        return stretches.of_quarter(year, term.quarter)
    if term.half is not None:
        return stretches.of_half(year, term.half)
    if term.season is not None:
        return stretches.of_season(year, term.season)
    if term.week is not None and year > 0:
        try:
            return stretches.of_week(date.fromisocalendar(year, term.week, 1))
        except ValueError:
            return None
    return None


def _day(year: int, month: int, day: int, week: bool) -> Stretch | None:
    if year < 0:
        return stretches.of_old_day(year, month, day)
    if not 0 < year < 10000 or day > calendar.month_length(year, month):
        return None
    made = date(year, month, day)
    return stretches.of_week(made) if week else stretches.of_day(made)


# -- which year, which week ------------------------------------------------------------------------------------------


def _without_year(term: Term, scene: Scene) -> tuple[Stretch | None, str]:
    if is_time_only(term):
        return _time_only(scene)
    if term.weekend:
        return _weekend(scene)
    if scene.start is not None and scene.start.first is not None and term.which is None:
        found = _first_after(term, scene.start.first)
        if found is not None:
            return found, "context"
    if term.weekday is not None and term.day is None:
        return _weekday(term, scene)
    if term.weekday is not None and term.month is None:
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
    return _by_tense(term, scene.published, scene), "published"


def _is_aside(focus: Stretch, scene: Scene) -> bool:
    """Whether the last date named is a year that the story only touched: a year holds for its own sentence, the
    thread goes on from days and months.
    """
    if focus.grain != "year" or scene.main is None:
        return False
    return scene.age > 0 or abs(focus.year - scene.main.year) > _LEAP_YEARS


def _first_after(term: Term, start: date) -> Stretch | None:
    """The end of a range: the first such day, month or season that does not end before the range began."""
    if term.weekday is not None and term.day is None:
        day = far_end(start, "day", (term.weekday - start.isoweekday()) % 7)
        return stretches.of_day(day) if day is not None else None
    made = (_of_year(term, start.year), _of_year(term, start.year + 1))
    return next((s for s in made if s is not None and s.last is not None and s.last >= start), None)


def _time_only(scene: Scene) -> tuple[Stretch | None, str]:
    day = scene.day or scene.ahead()
    if day is not None:
        return stretches.of_day(day), "context"
    known = scene.thread if scene.thread is not None and scene.thread.grain == "day" else None
    if scene.narrative:
        return known, "context"
    if known is not None and scene.age <= 1 and scene.tense() == "past":
        return known, "context"
    return scene.now, "published"


def _weekend(scene: Scene) -> tuple[Stretch | None, str]:
    now = scene.now
    if now is None or now.first is None:
        return None, "none"
    ahead = scene.tense() == "future" or now.first.isoweekday() >= 6
    day = far_end(now.first, "day", 0 if ahead else -7)
    if day is None:
        return None, "none"
    return stretches.of_weekend(day), "context" if scene.narrative else "published"


def _weekday(term: Term, scene: Scene) -> tuple[Stretch | None, str]:
    assert term.weekday is not None
    now, by = scene.now, "context" if scene.narrative else "published"
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


def _day_of_month(term: Term, scene: Scene) -> tuple[Stretch | None, str]:
    focus = scene.thread if scene.thread is not None and scene.thread.month else scene.now
    if focus is None or not focus.month or focus.year < 1 or term.day is None:
        return None, "none"
    by = "context" if focus is scene.thread else "published"
    return _day(focus.year, focus.month, term.day, False), by


def _weekday_with_day(term: Term, scene: Scene) -> tuple[Stretch | None, str]:
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
    return (stretches.of_day(best) if best else None), "context" if scene.narrative else "published"


def _near(term: Term, focus: Stretch) -> Stretch | None:
    """The one nearest to the thread: a story goes on from November to February of the next year, not back."""
    if term.which == "last":
        return _nearest(term, focus, (-1, 0), before=True)
    if focus.month is None or focus.first is None:
        return _of_year(term, focus.year)
    return _nearest(term, focus, (0, 1, -1), before=False)


def _nearest(term: Term, focus: Stretch, years: tuple[int, ...], *, before: bool) -> Stretch | None:
    made = [
        s for y in years if (s := _of_year(term, focus.year + y or 1)) is not None and s.first is not None
    ]
    if focus.first is None or not made:
        return _of_year(term, focus.year)
    at = focus.first
    if before:
        made = [s for s in made if s.last is not None and s.last < at] or made
    return min(made, key=lambda s: abs(((s.first or at) - at).days))


def _by_tense(term: Term, published: date, scene: Scene) -> Stretch | None:
    made = [
        s
        for y in range(published.year - 1, published.year + 2)
        if (s := _of_year(term, y)) is not None and s.first is not None and s.last is not None
    ]
    past = [s for s in made if s.first is not None and s.first <= published]
    coming = [s for s in made if s.last is not None and s.last >= published]
    if term.which == "last":
        past = [s for s in past if s.last is not None and s.last < published]
        return past[-1] if past else None
    if term.which == "next":
        coming = [s for s in coming if s.first is not None and s.first > published]
        return coming[0] if coming else None
    if term.which == "this":
        return _of_year(term, published.year)
    if not past or not coming:
        return (past or coming or [None])[-1]  # a leap day has few years
    # the nearer one, but the clause's tense counts for more than half a year: "it fell in January" in November looks back
    back = max(0, (published - (past[-1].last or published)).days)
    ahead = max(0, ((coming[0].first or published) - published).days)
    tense = scene.tense()
    back, ahead = back + _TENSE_DAYS * (tense == "future"), ahead + _TENSE_DAYS * (tense == "past")
    return coming[0] if ahead < back else past[-1]


# -- values ---------------------------------------------------------------------------------------------------------


def open_value(term: Term) -> str:
    """The value of what stays open.

    >>> open_value(Term(weekday=2)), open_value(Term(month=5, day=29)), open_value(Term(quarter=3))
    ('XXXX-WXX-2', 'XXXX-05-29', 'XXXX-Q3')
    """
    year = "XXXX" if term.year is None else f"{term.year:04d}"
    if term.month is not None:
        return f"{year}-{term.month:02d}" + (f"-{term.day:02d}" if term.day is not None else "")
    if term.weekday is not None and term.day is None:
        return f"XXXX-WXX-{term.weekday}"
    if term.day is not None:
        return f"XXXX-XX-{term.day:02d}"
    if term.quarter is not None:
        return f"{year}-Q{term.quarter}"
    if term.half is not None:
        return f"{year}-H{term.half}"
    if term.season is not None:
        return f"{year}-{term.season}"
    if term.weekend:
        return "XXXX-WXX-WE"
    if term.week:
        return f"{year}-W{term.week:02d}"
    if term.holiday is not None:
        day = calendar.holiday(term.holiday, 2001)
        return f"{year}-{day.month:02d}-{day.day:02d}" if day and _is_fixed(term.holiday) else year
    return "XXXX-XX-XX" if is_time_only(term) else year


def _is_fixed(name: str) -> bool:
    one, other = calendar.holiday(name, 2001), calendar.holiday(name, 2002)
    return bool(one and other and (one.month, one.day) == (other.month, other.day))


def _with_time(value: str, term: Term) -> str:
    if term.clock is not None:
        return f"{value}T{term.clock[0]:02d}:{term.clock[1]:02d}"
    return f"{value}T{term.part}" if term.part is not None else value


def timed(stretch: Stretch, term: Term) -> Stretch:
    """A day with its time."""
    if stretch.grain != "day":
        return stretch
    if stretch.time is not None and stretch.first is not None:
        stretch = stretches.of_day(stretch.first)
    value = _with_time(stretch.value, term)
    edtf = stretch.edtf
    if term.clock is not None and edtf is not None and term.clock[0] < 24:
        edtf = f"{edtf}T{term.clock[0]:02d}:{term.clock[1]:02d}:00"
    return replace(stretch, value=value, edtf=edtf, time=value.split("T")[-1])


def narrowed(stretch: Stretch, mod: str | None) -> Stretch:
    """The days that early, mid and late leave of a stretch: a third each (the 11th to 20th of a month).

    >>> narrowed(stretches.of_month(2025, 3), "MID").edtf
    '2025-03-11/2025-03-20'
    """
    if mod not in ("START", "MID", "END") or stretch.first is None or stretch.last is None or stretch.time:
        if (
            mod == "APPROX"
            and stretch.edtf is not None
            and "/" not in stretch.edtf
            and "T" not in stretch.edtf
        ):
            return (
                replace(stretch, edtf=f"{stretch.edtf}~")
                if stretch.grain in ("day", "month", "year")
                else stretch
            )
        return stretch
    third = ("START", "MID", "END").index(mod)
    first, last = stretch.first, stretch.last
    if stretch.grain == "month":
        days = ((1, 10), (11, 20), (21, last.day))[third]
        first, last = first.replace(day=days[0]), last.replace(day=days[1])
    elif stretch.grain == "year":
        first = date(first.year, third * 4 + 1, 1)
        last = date(first.year, third * 4 + 4, calendar.month_length(first.year, third * 4 + 4))
    elif stretch.grain in ("decade", "century"):
        size = 10 if stretch.grain == "decade" else 100
        begin, end = ((0, 4), (4, 7), (7, 10))[third]
        first, last = (
            date(first.year + begin * size // 10, 1, 1),
            date(first.year + end * size // 10 - 1, 12, 31),
        )
    else:
        length = (last - first).days + 1
        first, last = first + timedelta(length * third // 3), first + timedelta(length * (third + 1) // 3 - 1)
        if last < first:
            last = first
    return replace(stretch, edtf=days_edtf(first, last), first=first, last=last)
