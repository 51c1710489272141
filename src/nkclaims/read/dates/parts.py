"""Quarters, halves, seasons, fiscal years, decades, centuries, weeks -> terms."""

from __future__ import annotations

from datetime import date

from nkclaims.read.dates.points import month_step
from nkclaims.read.dates.terms import Term
from nkclaims.read.dates.timex import length_value
from nkclaims.read.dates.words import count, month, ordinal, two_figures, year
from nkclaims.tables.calendar import SEASONS

Slots = dict[str, tuple[str, ...]]
_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}


def quarter(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The third quarter, Q3, first half, 2019-H2."""
    words = slots["ordinal"]
    said = next((slots[name] for name in ("year", "after", "after2", "after3") if name in slots), None)
    found = year(said) if said else None
    half = "half" in whole or "h" in words
    if "q" in words or "h" in words:
        number = next((int(w) for w in words if w.isdigit()), 0)
    else:
        number = (2 if half else 4) if words in (("final",), ("last",)) else ordinal(words) or 0
    if not 1 <= number <= (2 if half else 4):
        return None
    return Term(year=found, half=number if half else None, quarter=None if half else number)


def month_quarter(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The December quarter: the three months that end with it."""
    number = month(slots["month"])
    return Term(quarter=number // 3) if number is not None else None


def fiscal(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Fiscal 1990; 2019/20 is named by its first year and ends in its second."""
    figures = [w for w in slots["year"] if w.isdigit()]
    if not figures:
        return None
    first = two_figures(int(figures[0])) if len(figures[0]) == 2 else int(figures[0])
    last = None
    if len(figures) > 1:
        last = int(figures[1]) + (first - first % 100 if len(figures[1]) == 2 else 0)
        last += 100 if last < first else 0
        if last != first + 1:
            return None
    return Term(year=first, fiscal=True, last_year=last)


def decade(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The 1990s, the '60s, the nineties."""
    if "word" in slots:
        hundreds = 180 if slots.get("hundreds") == ("eighteen",) else 190
        return Term(decade=hundreds + _DECADES[slots["word"][0]])
    if "yy" in slots:
        two = int(slots["yy"][0])
        return Term(decade=two_figures(two) // 10) if two % 10 == 0 else None
    number = int(slots["year"][0])
    if number % 10:
        return None
    return (
        Term(century=number // 100 + 1) if number % 100 == 0 and number < 1900 else Term(decade=number // 10)
    )


def century(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The 18th century; before Christ it is negative."""
    number = ordinal(slots["ordinal2"])
    if not number or number > 30:
        return None
    return Term(century=-number if "era" in slots else number)


def centuries(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either of two centuries, which share the word and "BC"."""
    return century({**slots, "ordinal2": slots["ordinal"]} if slots["first"] == whole else slots, whole)


def season(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A season by name."""
    return Term(season=SEASONS[slots["season"][0]][0])


def winter(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The winter of 2023-24 is that of the first year."""
    return Term(season="WI", year=int(slots["year"][0]))


def unit(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The weekend, which one the tense decides."""
    return Term(weekend=True)


def week_of(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The week, or the weekend, of the week a day lies in."""
    named = slots.get("month") or slots.get("monthlast")
    said = slots.get("day") or slots.get("dayfirst") or slots.get("bareday")
    day, number = ordinal(said) if said else None, month(named) if named else None
    if not day or day > 31 or (named and number is None):
        return None
    known = year(slots["year"]) if "year" in slots else None
    return Term(year=known, month=number, day=day, week=0, weekend="unit" in slots)


def week_number(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Week 12 of a year."""
    known = int(slots["year"][0]) if "year" in slots else None
    if known and slots["number"][0] in ("last", "final"):  # 28 December lies in every year's last week
        return Term(week=date(known, 12, 28).isocalendar().week, year=known)
    number = ordinal(slots["number"])
    return Term(week=number, year=known) if number and number <= 53 else None


def week_in(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The last week of October: a length, its days the month's first or last seven."""
    found = count(slots["unit"][:-1]) if len(slots["unit"]) > 1 else 1
    number = month(slots["month"]) if "month" in slots else None
    place = slots["ordinal"][0]
    if place.isdigit():
        place = {"1": "first", "2": "second", "3": "third", "4": "fourth"}.get(place, "")
    if found is None or not place or (number is None and "which" not in slots):
        return None
    return Term(
        "DURATION",
        value=length_value(found, "week"),
        month=number,
        step=month_step(slots["which"]) if "which" in slots else None,
        year=year(slots["year"]) if "year" in slots else None,
        edge=(place, int(found)),
    )


def half_of(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The first half of May, of last month: its beginning."""
    mod = "START" if "first" in whole else "END"
    if "which" in slots:
        return Term(step=month_step(slots["which"]), mod=mod, halved=True)
    known = year(slots["year"]) if "year" in slots else None
    return Term(month=month(slots["month"]), year=known, mod=mod, halved=True)


READERS = {
    "halfof": half_of,
    "weekin": week_in,
    "quarter": quarter,
    "monthquarter": month_quarter,
    "fiscal": fiscal,
    "decade": decade,
    "shortdecade": decade,
    "century": century,
    "centuries": centuries,
    "season": season,
    "winter": winter,
    "unit": unit,
    "weekof": week_of,
    "weekno": week_number,
}
