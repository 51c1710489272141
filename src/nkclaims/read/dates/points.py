"""Days, months and years as written -> terms."""

from __future__ import annotations

from dataclasses import replace

from nkclaims.read.dates.terms import Step, Term
from nkclaims.read.dates.times import clock
from nkclaims.read.dates.words import month, ordinal, two_figures, year
from nkclaims.tables.calendar import PARTS, WEEKDAYS, month_length

Slots = dict[str, tuple[str, ...]]
_JOINTS = frozenset("/-")


def _sane(term: Term) -> Term | None:
    """None for a day that no month has: 30 February, the 31st of June."""
    if term.month and term.day and term.day > month_length(term.year or 2000, term.month):
        return None
    if (term.year is not None and not -9999 < term.year < 10000) or term.year == 0:
        return None
    return term


def named(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A month by name with a day, a year or both."""
    number = month(slots["month"]) if "month" in slots else month(whole)
    if number is None:
        return None
    day = ordinal(slots["day"]) if "day" in slots else None
    if "day" in slots and (day is None or not 1 <= day <= 31):
        return None
    term = Term(year=year(slots["year"]) if "year" in slots else None, month=number, day=day)
    if term.year == 0 or (day and day > month_length(2000, number) and not _JOINTS.isdisjoint(whole)):
        return None
    return term  # 30 February is said, and is no day: it stays open


def day_range(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of a range of days in one month: the end whose words these are."""
    number, wanted = month(slots["month"]), slots["first"] == whole
    day = ordinal(slots["d1" if wanted else "d2"])
    other = ordinal(slots["d2" if wanted else "d1"])
    if (
        day is None
        or other is None
        or (wanted and day >= other)
        or (not wanted and day <= other)
        or number is None
    ):
        return None
    return _sane(Term(year=year(slots["year"]) if "year" in slots else None, month=number, day=day))


def year_range(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of 1939-45: the last end takes its century from the first."""
    first = year(slots["y1"])
    last_words = slots["y2"]
    if first is None:
        return None
    last = int(last_words[-1]) if last_words[-1].isdigit() else None
    if last is None:
        return None
    if last < 100:
        last += first - first % 100
    if not first < last <= max(first + 200, 2100 if len(last_words[-1]) == 4 else 0):
        return None
    return Term(year=first if slots["first"] == whole else last)


def figures(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Three figures, the order of day and month still open; None where no order gives a day."""
    if "dotted" in slots:
        a, b, c = slots["dotted"][0].split(".")
        if len(a) == 4:
            return iso({"year": (a,), "month": (b,), "day": (c,)}, whole)
    else:
        a, b, c = (slots[name][0] for name in "abc")
    full = two_figures(int(c)) if len(c) == 2 else int(c)
    term = Term(order=(int(a), int(b), full))
    if "dotted" in slots:
        return dated(term, "dmy")
    return term if dated(term, "mdy") or dated(term, "dmy") else None


def dated(term: Term, order: str) -> Term | None:
    """Figures read in an order; None where they are no day so.

    >>> dated(Term(order=(24, 2, 2025)), "dmy").month, dated(Term(order=(24, 2, 2025)), "mdy")
    (2, None)
    """
    if term.order is None:
        return term
    a, b, full = term.order
    number, day = (a, b) if order == "mdy" else (b, a)
    if not (1 <= number <= 12 and 1 <= day <= month_length(full, number)) or not 1 <= full <= 9999:
        return None
    return replace(term, year=full, month=number, day=day, order=None)


def iso(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Year, month, day."""
    full, number, day = (int(slots[name][0]) for name in ("year", "month", "day"))
    if not 1 <= number <= 12 or day < 1 or day > month_length(full, number):
        return None
    return Term(year=full, month=number, day=day)


def iso_time(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Year, month, day, hour and minute; the zone as printed."""
    day, at = iso(slots, whole), clock({"clock": slots["clock"]}, whole)
    if day is None or at is None:
        return None
    return replace(day, type="TIME", clock=at.clock, zone="".join(slots["zone"]) if "zone" in slots else None)


def plain_year(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A year by itself."""
    found = year(slots["year"] if "year" in slots else slots["year2"])
    return None if found is None else Term(year=found)


def month_figures(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """12/2015, 2015-03: month and year; 2001-02 may be two years and is left."""
    number, full = int(slots["month"][0]), int(slots["year"][0])
    if whole[0] == slots["year"][0] and full % 100 <= number:
        return None
    return Term(year=full, month=number)


def days_over(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of "from the 27th to the 3rd of April": a first day that is the later is of the month before."""
    number, first, last = month(slots["month"]), ordinal(slots["d1"]), ordinal(slots["d2"])
    if number is None or first is None or last is None or not (0 < first <= 31 and 0 < last <= 31):
        return None
    known = year(slots["year"]) if "year" in slots else None
    if slots["first"] != whole:
        return _sane(Term(year=known, month=number, day=last))
    if first < last:
        return _sane(Term(year=known, month=number, day=first))
    if number == 1:
        known, number = (None if known is None else known - 1), 13
    return _sane(Term(year=known, month=number - 1, day=first))


def era(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """490 BC is -490; AD 44 is 44."""
    number = next((int(w) for w in whole if w.isdigit()), 0)
    if not 0 < number < 3000:
        return None
    before = any(w.replace(".", "") in ("bc", "bce") for w in whole)
    return Term(year=-number if before else number)


def era_range(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of 499-493 BC: years before Christ count down."""
    first, last = int(slots["first"][0]), next((int(w) for w in slots["last"] if w.isdigit()), 0)
    if not 3000 > first > last > 0:
        return None
    return Term(year=-first if slots["first"] == whole else -last)


def decade_bc(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The 470s BC are decade -47."""
    number = int(slots["year"][0])
    return Term(decade=-(number // 10)) if number % 10 == 0 and 0 < number < 3000 else None


def weekday(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A weekday by name."""
    return Term(weekday=WEEKDAYS[whole[0]])


def nth_weekday(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The first Monday of May, the last Friday of next month: of a month by name, or counted from now."""
    nth = -1 if slots["nth"] in (("last",), ("final",)) else ordinal(slots["nth"])
    if nth is None or nth > 5:
        return None
    part = PARTS["".join(slots["part"])] if "part" in slots else None
    term = Term("TIME" if part else "DATE", weekday=WEEKDAYS[slots["weekday"][0]], nth=nth, part=part)
    if "which" in slots:
        return replace(term, step=month_step(slots["which"]))
    return replace(term, month=month(slots["month"]), year=year(slots["year"]) if "year" in slots else None)


def last_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The last day of a month by name, of one counted from now, of a year."""
    if "whole" in slots:
        return Term(year=year(slots["whole"]), month=12, day=31)
    if "which" in slots:
        return Term(step=month_step(slots["which"]), nth=-1)
    return Term(year=year(slots["year"]) if "year" in slots else None, month=month(slots["month"]), nth=-1)


def month_step(words: tuple[str, ...]) -> Step:
    """ "Next", "this", "the following", "that same" before a month, "the" alone: from where, how many on."""
    if "next" in words or "last" in words or "this" in words:
        return Step("month", {"next": 1, "last": -1}.get(words[-1], 0), "now")
    return Step(
        "month", {"following": 1, "previous": -1}.get(words[-1], 0), "thread" if len(words) > 1 else "either"
    )


def month_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The 20th, of a month named before."""
    day = ordinal(slots.get("day", whole))
    return Term(day=day, bare=whole[-1] == "day") if day and day <= 31 else None


def weekday_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Tuesday the 4th: of the month nearest whose 4th is a Tuesday."""
    day = ordinal(slots["day"])
    return Term(weekday=WEEKDAYS[slots["weekday"][0]], day=day) if day and day <= 31 else None


READERS = {
    "nthweekday": nth_weekday,
    "lastday": last_day,
    "monthfigures": month_figures,
    "daysover": days_over,
    "weekdayday": weekday_day,
    "named": named,
    "shortmonth": named,
    "dayrange": day_range,
    "yearrange": year_range,
    "figures": figures,
    "iso": iso,
    "isotime": iso_time,
    "year": plain_year,
    "era": era,
    "erarange": era_range,
    "decadebc": decade_bc,
    "weekday": weekday,
    "monthday": month_day,
}
