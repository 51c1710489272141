"""Times that come again, and references without a date -> terms."""

from __future__ import annotations

from nkclaims.read.dates.terms import Term
from nkclaims.read.dates.timex import length_value
from nkclaims.read.dates.words import count, month, ordinal
from nkclaims.read.numbers import DASHES
from nkclaims.tables.calendar import PARTS, SEASONS, UNITS, WEEKDAYS, month_length

Slots = dict[str, tuple[str, ...]]
_ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "fortnightly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "quarterly": "P1Q",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "semiannually": "P6M",
    "biannually": "P6M",
    "biennially": "P2Y",
    "semiannual": "P6M",
    "semimonthly": "P0.5M",
    "semiweekly": "P0.5W",
}


def set_word(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Daily, annually."""
    return Term("SET", value=_ADVERBS["".join(word for word in whole if word not in DASHES)])


def every(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Every day, each Tuesday, every two years, every other Friday, per month."""
    word = slots["unit"][0]
    if whole[0] == "all":
        return Term("SET", value="P1WE") if word == "weekends" else None
    if word == "weekday":
        return Term("SET", value="XXXX-WXX")
    if word in WEEKDAYS and word != "second":
        return Term("SET", value=f"XXXX-WXX-{WEEKDAYS[word]}")
    if word in PARTS and word != "night":
        return Term("SET", value=f"XXXX-XX-XXT{PARTS[word]}")
    if word in SEASONS:
        return Term("SET", value=f"XXXX-{SEASONS[word][0]}")
    number = month((word,))
    if number is not None:
        day = count(slots["count"]) if "count" in slots else None
        if day is not None and not 1 <= day <= month_length(2000, number):
            return None
        return Term("SET", value=f"XXXX-{number:02d}" + (f"-{int(day):02d}" if day is not None else ""))
    unit = UNITS.get(word)
    if unit is None or (
        whole[0] in ("each", "per") and unit in ("second", "quarter") and "count" not in slots
    ):
        return None
    times = count(slots["count"]) if "count" in slots else 1
    if "other" in slots and slots["other"][0] != "single":
        times = 2 if slots["other"][0] in ("other", "alternate") else ordinal(slots["other"])
    return Term("SET", value=length_value(times, unit))


def every_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Every May 5: a day of each year."""
    number = month(slots.get("month") or slots["monthlast"])
    day = ordinal(slots.get("day") or slots["dayfirst"])
    if number is None or day is None or not 1 <= day <= month_length(2000, number):
        return None
    return Term("SET", value=f"XXXX-{number:02d}-{day:02d}")


def times(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Twice a year, the first Monday of every month: the unit it is reckoned by."""
    unit = UNITS.get(whole[-1])
    return Term("SET", value=length_value(1, unit)) if unit else None


def set_weekday(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Tuesdays, Tuesday afternoons, mornings, weekends."""
    part = PARTS.get(whole[-1].removesuffix("s"))
    if whole[0] == "weekends":
        return Term("SET", value="P1WE")
    if "weekday" in slots:
        day = f"WXX-{WEEKDAYS[slots['weekday'][0]]}"
    else:
        day = "WXX" if whole[0].startswith("weekday") else "XX-XX"
    return Term("SET", value=f"XXXX-{day}" + (f"T{part}" if part else ""))


def present(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Now, currently."""
    return Term(value="PRESENT_REF")


def past_ref(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Recently, the past."""
    return Term(value="PAST_REF")


def future_ref(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The future."""
    return Term(value="FUTURE_REF")


READERS = {
    "setword": set_word,
    "every": every,
    "everyday": every_day,
    "times": times,
    "everynth": times,
    "setweekday": set_weekday,
    "setparts": set_weekday,
    "present": present,
    "pastref": past_ref,
    "futureref": future_ref,
}
