"""Times and parts of the day as written -> terms."""

from __future__ import annotations

from dataclasses import replace

from nkclaims.read.dates.terms import Term
from nkclaims.read.dates.words import count
from nkclaims.read.numbers import DASHES
from nkclaims.tables.calendar import PARTS

Slots = dict[str, tuple[str, ...]]
_AM, _PM = ("am", "a.m.", "a.m"), ("pm", "p.m.", "p.m")


def clock(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """4 p.m., 16:22, 16.22, 1000 UTC, half of the day by a.m. and p.m.; None for 25:61."""
    words = [w for w in slots["clock"] if w not in DASHES and w != ":"]
    if words[-1] == "." and "m" in words:  # "3 p. m."
        at = words.index("m") - 2
        words[at:] = [f"{words[at]}.m."]
    half = next((w for w in words if w in _AM or w in _PM), None)
    words = [w for w in words if w != half]
    zone = zone_of(slots)
    figures = _figures(words)
    if figures is None:
        return None
    hour, minute = figures
    if half is not None:
        if not 1 <= hour <= 12:
            # "16:30 p.m." says it twice, "13 p.m." is no hour
            said_twice = 12 < hour < 24 and half in _PM and len(words) > 1
            return Term(type="TIME", clock=(hour, minute), zone=zone) if said_twice else None
        hour = hour % 12 + (12 if half in _PM else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return Term(type="TIME", clock=(hour, minute), zone=zone, half_said=half is not None)


def zone_of(slots: Slots) -> str | None:
    """A time zone as printed: "est", "pacific time", "utc+2", "+05:30".

    >>> zone_of({"zone": ("(", "utc", "+", "5", ":", "30", ")")}), zone_of({"zone": ("local", "time")})
    ('utc+5:30', 'local time')
    """
    words = [w for w in slots.get("zone", ()) if w not in "()"]
    glue = "" if any(w[-1].isdigit() for w in words) else " "
    return glue.join(words) or None


def clock_range(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Either end of "from 3 to 8 p.m.": the first takes the half of the day that puts it before the last."""
    last = clock({"clock": slots["c2"]} | ({"zone": slots["zone"]} if "zone" in slots else {}), whole)
    first = clock({"clock": slots["c1"]}, whole)
    if last is None or first is None or last.clock is None or first.clock is None:
        return None
    if slots["first"] != whole:
        return last
    later = (first.clock[0] + 12, first.clock[1])
    if last.half_said and not first.half_said and first.clock[0] < 12 and later < last.clock:
        first = replace(first, clock=later)
    return replace(first, half_said=first.half_said or last.half_said)


def _figures(words: list[str]) -> tuple[int, int] | None:
    if not words:
        return None
    if len(words) == 1 and words[0].isdigit() and len(words[0]) == 4:
        return int(words[0][:2]), int(words[0][2:])
    if "." in words[0]:
        hour, minute = words[0].split(".")[:2]
        return int(hour or 0), int(minute)
    if words[0].isdigit():
        minute = words[1].split(".")[0] if len(words) > 1 else "0"
        return (int(words[0]), int(minute)) if minute.isdigit() else None
    first = count((words[0],))
    rest = count(tuple(words[1:])) if len(words) > 1 else 0
    return None if first is None or rest is None else (int(first), int(rest))


def oclock(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Six o'clock, half past nine, ten to six; the half of the day stays as said (06:00)."""
    part = slots.get("part", ())
    said = whole[: len(whole) - len(part)]
    words = [w for w in said if w not in ("o'clock", "oclock", "minutes", "a")]
    if len(words) == 1:
        hour = count((words[0],))
        if part and hour is not None:
            return _of_part(int(hour), 0, part)
        return Term(type="TIME", clock=(int(hour), 0)) if hour is not None and 1 <= hour <= 24 else None
    at = next(i for i, w in enumerate(words) if w in ("past", "after", "to", "till"))
    hour = count(tuple(words[at + 1 :]))
    minutes = {"half": 30, "quarter": 15}.get(words[0]) if at == 1 else None
    minutes = minutes if minutes is not None else int(count(tuple(words[:at])) or 0)
    if hour is None or not 1 <= hour <= 12 or not 0 < minutes < 60:
        return None
    total = int(hour) * 60 + (minutes if words[at] in ("past", "after") else -minutes)
    if part:
        return _of_part(total // 60, total % 60, part)
    return Term(type="TIME", clock=(total // 60, total % 60))


def _of_part(hour: int, minute: int, part: tuple[str, ...]) -> Term | None:
    """An hour of the morning, the afternoon, the evening or the night; 12 at night ends the day."""
    if not 0 <= hour <= 12:
        return None
    if "morning" in part or any(w in _AM for w in part):
        hour %= 12
    elif "night" in part and hour in (12, 1, 2, 3, 4):
        hour = 24 if (hour, minute) == (12, 0) else hour % 12
    elif hour < 12:
        hour += 12
    return Term(type="TIME", clock=(hour, minute), half_said=True)


def hour_part(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Eight in the morning, ten at night."""
    hour = count(slots["hour"])
    if hour is None or not 1 <= hour <= 12:
        return None
    return _of_part(int(hour), 0, whole[1:])


def noon(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Noon, 12 noon is 12:00; midnight is 24:00 of the day it ends."""
    if whole[0].isdigit() and whole[0] != "12":
        return None
    zone = zone_of(slots)
    roughly = "APPROX" if whole[-1] in ("noonish", "ish") else None
    return Term(type="TIME", clock=(24, 0) if "midnight" in whole else (12, 0), zone=zone, mod=roughly)


def daypart(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Morning, evening, night: no claim alone."""
    return Term(type="TIME", part=PARTS["".join(slots["part"])], bare=True)


def small_hours(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The early hours: the first part of a morning."""
    return Term(type="TIME", part="MO", mod="START", bare=True)


def half_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The "a.m." of "tomorrow a.m.": the morning."""
    return Term(type="TIME", part="MO" if whole[0] in _AM else "AF", bare=True)


def stamp(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A machine's stamp, left to dateparser with the day it is counted from."""
    words = " ".join(whole).replace(" : ", ":").replace(" .", ".").replace(" ,", ",")
    return Term(
        type="TIME" if ":" in words or words.split()[1][0] in "hs" or " min" in words else "DATE", stamp=words
    )


READERS = {
    "stamp": stamp,
    "clock": clock,
    "clockrange": clock_range,
    "halfday": half_day,
    "smallhours": small_hours,
    "oclock": oclock,
    "hourpart": hour_part,
    "noon": noon,
    "daypart": daypart,
}
