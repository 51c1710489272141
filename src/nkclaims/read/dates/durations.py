"""Lengths of time -> terms."""

from __future__ import annotations

from typing import Literal

from nkclaims.read.dates.terms import Step, Term
from nkclaims.read.dates.timex import length_value, lengths_value
from nkclaims.read.dates.words import count, tidy
from nkclaims.read.numbers import DASHES
from nkclaims.tables.calendar import UNITS

Slots = dict[str, tuple[str, ...]]
_FORWARD = frozenset(["next", "coming", "upcoming", "following", "succeeding", "subsequent", "ensuing"])
_COARSENESS = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
_NOW = frozenset(["last", "past", "next", "coming", "upcoming"])


def duration(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Five-day, 13 hours, a year and a half, several days, years, month-long."""
    unit = UNITS.get(slots["unit"][0])
    if unit is None:
        return None
    plural = slots["unit"][0].endswith("s") or slots["unit"][0] in ("centuries", "millennia")
    if "count" in slots:
        number = count(slots["count"])
    else:
        number = None if plural else 1
        if number and "half" in whole and "half" not in slots:
            number = 0.5
    if "half" in slots and number is not None:
        number = tidy(number + (0.25 if "quarter" in slots["half"] else 0.5))
    if number is not None and (number <= 0 or number >= 10**7):
        return None
    if (number, unit) == (0.5, "hour") and not DASHES.isdisjoint(whole):  # a half-hour is a unit of its own
        number, unit = 30, "minute"
    if "unit2" in slots:
        parts = [(number, unit)]
        for i in "23":
            finer = UNITS.get(slots.get(f"unit{i}", ("",))[0])
            if finer is not None:
                parts.append((count(slots[f"count{i}"]), finer))
        order = [_COARSENESS.index(u) if u in _COARSENESS else -1 for _, u in parts]
        if -1 in order or sorted(set(order)) != order:
            return None
        return Term("DURATION", value=lengths_value(tuple(parts)), length=(None, unit))
    side: Literal["thread"] | None = "thread" if "followed" in whole else None
    return Term("DURATION", value=length_value(number, unit), length=(number, unit), side=side)


def long_word(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Weeklong, yearslong."""
    return duration({"unit": (whole[0].removesuffix("long"),)}, whole)


def multi(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Multi-year, several-week, multiday: how many is not said."""
    words = slots["unit"] if "unit" in slots else (whole[0].removeprefix("multi"),)
    unit = UNITS.get(words[0])
    return None if unit is None else Term("DURATION", value=length_value(None, unit), length=(None, unit))


def duration_range(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of "25 to 30 years": the unit is named once, with the last."""
    unit, low, high = UNITS.get(slots["unit"][0]), count(slots["low"]), count(slots["high"])
    if unit is None or low is None or high is None or not 0 < high < 10**7:
        return None
    if slots["first"] == whole and not 0 < low < high:  # "from 11 in 2019 to 9 days": no range
        return None
    number = low if slots["first"] == whole else high
    return Term("DURATION", value=length_value(number, unit), length=(number, unit))


def stretch(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The past two years, the next few days, recent months: they end or begin now."""
    unit = UNITS.get(slots["unit"][0])
    words = slots["which"]
    plural = slots["unit"][0].endswith("s") or slots["unit"][0] in ("centuries", "millennia")
    if unit is None or ("count" not in slots and not plural and not ("past" in words and unit != "night")):
        return None
    number = count(slots["count"]) if "count" in slots else None if plural else 1
    if number is not None and number >= 10**5:
        return None
    if "half" in slots and number is not None:
        number = tidy(number + (0.25 if "quarter" in slots["half"] else 0.5))
    if unit == "weekend" and number == 1 and "past" in words:
        return Term(step=Step("weekend", -1, "now"))
    side = "future" if any(w in _FORWARD for w in words) else "past"
    anchored = any(w in _NOW for w in words)
    return Term(
        "DURATION",
        value=length_value(number, unit),
        length=(number, unit),
        side=side if anchored else None,  # type: ignore[arg-type]
    )


def first_last(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The first nine months, the last days."""
    unit = UNITS.get(slots["unit"][0])
    edge = len(whole) - len(slots["unit"]) - len(slots.get("count", ())) > 1
    if unit is None or ("count" not in slots and not edge):
        return None
    number = count(slots["count"]) if "count" in slots else None
    return Term("DURATION", value=length_value(number, unit), length=(number, unit))


def vague_duration(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Some time, a while."""
    return Term("DURATION", value="PXX")


READERS = {
    "duration": duration,
    "longword": long_word,
    "multi": multi,
    "durationrange": duration_range,
    "oneortwo": duration_range,
    "stretch": stretch,
    "firstlast": first_last,
    "vagueduration": vague_duration,
}
