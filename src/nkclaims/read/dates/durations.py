"""Lengths of time -> terms."""

from __future__ import annotations

from typing import Literal

from nkclaims.read.dates.terms import Term
from nkclaims.read.dates.timex import length_value, lengths_value
from nkclaims.read.dates.words import count, tidy
from nkclaims.tables.calendar import UNITS

Slots = dict[str, tuple[str, ...]]
_FORWARD = frozenset(["next", "coming", "upcoming", "following", "succeeding", "subsequent", "ensuing"])
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
    if "unit2" in slots:
        unit2, number2 = UNITS.get(slots["unit2"][0]), count(slots["count2"])
        if unit2 is None:
            return None
        return Term("DURATION", value=lengths_value(((number, unit), (number2, unit2))), length=(None, unit))
    side: Literal["thread"] | None = "thread" if "followed" in whole else None
    return Term("DURATION", value=length_value(number, unit), length=(number, unit), side=side)


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
    "stretch": stretch,
    "firstlast": first_last,
    "vagueduration": vague_duration,
}
