"""Dates counted from another -> terms: last week, three days ago, the next day, a year earlier."""

from __future__ import annotations

from dataclasses import replace

from nkclaims.read.dates.feasts import named
from nkclaims.read.dates.terms import Anchor, Step, Term, Which
from nkclaims.read.dates.words import count, month, ordinal
from nkclaims.tables.calendar import PARTS, SEASONS, UNITS, WEEKDAYS

Slots = dict[str, tuple[str, ...]]
_DAY_WORDS = {"today": 0, "yesterday": -1, "tomorrow": 1, "tomorow": 1, "tmrw": 1}
_LAST = frozenset(("last", "past"))
_PREVIOUS = frozenset(("previous", "preceding", "prior"))
_NEXT = frozenset(("next", "coming", "upcoming"))
_FOLLOWING = frozenset(("following", "succeeding", "subsequent", "ensuing"))


def day_word(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Today, yesterday, tonight, the day after tomorrow."""
    if whole[0] in ("tonight", "tonite"):
        return Term(type="TIME", step=Step("day", 0, "now"), part="NI")
    if whole[0] in _DAY_WORDS:
        return Term(step=Step("day", _DAY_WORDS[whole[0]], "now"))
    return Term(step=Step("day", -2 if "before" in whole else 2, "now"))


def _which(words: tuple[str, ...]) -> tuple[int, Anchor, Which]:
    """(steps, from what, the word's sense) of "the following", "last", "that same"."""
    definite = bool(words) and words[0] == "the"
    if "same" in words or "that" in words or "those" in words:
        return 0, "thread", "that"
    if any(w in _LAST for w in words):
        return -1, "now", "last"
    if any(w in _PREVIOUS for w in words):
        return -1, "thread", "last"
    if any(w in _FOLLOWING for w in words):
        return 1, "thread", "next"
    if any(w in _NEXT for w in words):
        return 1, "thread" if definite and "next" in words else "now", "next"
    return 0, "now", "this"


def which(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Last week, next May, this morning, that summer, the previous quarter."""
    steps, anchor, sense = _which(slots["which"])
    if "named" in slots:
        return _named(slots["named"], steps, anchor, sense)
    words = slots["unit"]
    if words[0] in PARTS:
        # "last night" is of yesterday, "the next morning" of the next day
        return Term(type="TIME", step=Step("day", steps, anchor), part=PARTS[words[0]])
    if words[0] in SEASONS:
        return _named(words, steps, anchor, sense)
    if len(words) > 1:
        number = ordinal(words[:1]) or 0
        half = "half" in words
        if number > (2 if half else 4):
            return None
        return Term(half=number if half else None, quarter=None if half else number, which=sense)
    unit = UNITS[words[0]]
    if unit == "fortnight":
        return Term("DURATION", value="P2W", length=(2, "week"), side="future" if steps > 0 else "past")
    if unit in ("minute", "second", "millennium"):
        return None
    if unit == "season":  # of games, of a crop: which one is not said
        return Term(value="FUTURE_REF" if steps > 0 else "PAST_REF" if steps else "PRESENT_REF")
    if unit == "weekend" and ("coming" in whole or "upcoming" in whole):
        steps = 0  # the one of this week
    if unit == "day" and sense == "this":  # "this day" is the story's, "today" its writer's
        anchor = "thread"
    return Term(step=Step(unit, steps, anchor))


def day_before_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """ "The day" of "the day before Christmas": no claim alone."""
    return Term("DURATION", value="P1D", length=(1, "day"), bare=True)


def next_but_one(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The week after next, the year before last, the Friday after next."""
    steps, word = (2 if "after" in whole else -2), slots["unit"][0]
    if word in WEEKDAYS:
        step: Which = "next" if steps > 0 else "last"
        return Term(weekday=WEEKDAYS[word], which=step, shift=("week", steps // 2))
    if UNITS[word] in ("second", "minute", "hour", "fortnight", "millennium"):
        return None
    if word == "night":
        return Term(type="TIME", step=Step("day", steps, "now"), part="NI")
    return Term(step=Step(UNITS[word], steps, "now"))


def _named(words: tuple[str, ...], steps: int, anchor: Anchor, sense: Which) -> Term | None:
    first = words[0]
    if anchor == "thread" and steps:  # "the following spring": the one after what was told
        sense = "following" if steps > 0 else "previous"
    if first in SEASONS:
        return Term(season=SEASONS[first][0], which=sense)
    if first in WEEKDAYS:
        return Term(weekday=WEEKDAYS[first], which=sense)
    number = month(words)
    if number is not None and len(words) <= 2:
        return Term(month=number, which=sense)
    feast = named(words)
    return replace(feast, which=sense) if feast is not None else None


_FINER = {
    "year": ("month", 12),
    "week": ("day", 7),
    "decade": ("year", 10),
    "century": ("year", 100),
    "day": ("hour", 24),
}
_BACK = frozenset(["ago", "earlier", "before", "previously", "prior", "back"])


def ago(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Three days ago, a year earlier, three weeks from tomorrow; "days later" leaves open how many."""
    unit = UNITS.get(slots["unit"][0])
    way = slots["way"]
    if unit is None:
        return None
    number = count(slots["count"]) if "count" in slots else None
    back = any(w in _BACK for w in way) or "past" in way
    now = way[0] in ("ago", "from", "back", "hence") or "past" in way or way[-1] == "time"
    if number is None:
        return Term(value="PAST_REF" if back and now else "FUTURE_REF" if not back else "PAST_REF")
    if "half" in slots:
        number += 0.25 if "quarter" in slots["half"] else 0.5
    if "unit2" in slots:
        unit2, number2 = UNITS[slots["unit2"][0]], count(slots["count2"])
        if (unit, unit2) == ("week", "day") and number2 is not None:
            unit, number = "day", number * 7 + number2
    if number != int(number):
        finer, times = _FINER.get(unit, (unit, 1))
        unit, number = finer, number * times
    if unit in ("second", "minute", "hour") or number != int(number):
        return Term(
            type="TIME",
            step=Step(unit, int(-number if back else number), "now" if now else "thread"),
            bare=False,
        )
    coarse = {"fortnight": ("week", 2), "decade": ("year", 10), "century": ("year", 100)}
    unit, times = coarse.get(unit, (unit, 1))
    number *= times
    steps = int(-number if back else number)
    offset = {"tomorrow": 1, "tmrw": 1, "yesterday": -1}.get(way[-1], 0)
    if offset and unit in ("day", "week"):
        return Term(step=Step("day", steps * (7 if unit == "week" else 1) + offset, "now"))
    if way[-1] in ("today", "tomorrow", "yesterday") and unit in ("month", "year"):
        return Term(step=Step("day", offset, "now"), shift=(unit, steps))
    if way[-1] == "today" and unit == "week":
        return Term(step=Step("day", steps * 7, "now"))
    anchor: Anchor = "now" if now else "thread"
    comparative = way[0] in ("ago", "earlier") and unit == "year" and number == 1
    near = way[0] == "earlier"
    return Term(step=Step(unit, steps, "either" if comparative else anchor, keep=comparative, near=near))


def year_ago(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The year-earlier quarter, a year-ago loss."""
    step = Step("year", -1, "either", keep=True)
    number = next((ordinal((w,)) for w in whole if w in ("first", "second", "third", "fourth")), None)
    return Term(step=replace(step, keep=False), quarter=number) if number else Term(step=step)


def the_unit(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The year, the quarter, that period: what the story speaks of."""
    word = slots["unit"][0]
    if "latest" in slots and "full" not in slots["latest"] and word in ("quarter", "period"):
        return Term(step=Step("period", 0, "either", keep=True))
    if word == "period":
        return None
    return Term(step=Step(word, 0, "either"))


def year_end(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Year-end, month's end."""
    return Term(step=Step(slots["unit"][0], 0, "now"), mod="END")


def latest_fiscal(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The latest fiscal year is the last that ended."""
    return Term(step=Step("year", -1, "now"))


def end_of_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The end of the day that runs."""
    return Term(step=Step("day", 0, "now"), mod="END")


def same_period(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The same period of 2023, the same quarter last year: the part the story speaks of, of another year."""
    if "year" in slots:
        return Term(
            year=int(slots["year"][0]), part_of="thread" if slots["unit"][0] in ("month", "week") else "focus"
        )
    return Term(step=Step("year", -1, "now"), part_of="focus")


def day_before(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The day before, the week after: of the day or week the story speaks of."""
    return Term(step=Step(UNITS[slots["unit"][0]], -1 if "before" in whole else 1, "thread"))


def year_period(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The 1988 period: the part of 1988 that the story's quarter is of its year."""
    return Term(year=int(slots["year"][0]), part_of="focus")


READERS = {
    "yearperiod": year_period,
    "yearend": year_end,
    "endofday": end_of_day,
    "latestfiscal": latest_fiscal,
    "sameperiod": same_period,
    "daybeforeday": day_before_day,
    "nextbutone": next_but_one,
    "daybefore": day_before,
    "dayword": day_word,
    "which": which,
    "ago": ago,
    "yearago": year_ago,
    "theunit": the_unit,
}
