"""TIMEX3 values in canonical English: what an editor would print for them. The inverse of reading."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = "January February March April May June July August September October November December".split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
ORDINALS = "first second third fourth".split()
SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
PARTS = {"MO": "morning", "AF": "afternoon", "EV": "evening"}
MODS = {"START": "early", "MID": "mid", "END": "late"}
UNITS = {
    "S": "second", "M": "minute", "H": "hour", "D": "day", "W": "week", "WE": "weekend", "MO": "month",
    "Q": "quarter", "Y": "year", "DE": "decade", "CE": "century",
}  # fmt: skip


def ordinal(number: int) -> str:
    """21st, 12th."""
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ends.get(number % 10, 'th')}"


def point(value: str, mod: str | None = None) -> str:
    """The English of a DATE or TIME value; with START, MID or END its early, middle or late part.

    >>> point("2025-10-30T16:22"), point("2024-Q3", "MID"), point("199", "END")
    ('16:22 on 30 October 2025', 'mid-third quarter of 2024', 'the late 1990s')
    """
    early = "" if mod is None else "mid-" if mod == "MID" else f"{MODS[mod]} "
    day, _, time = value.partition("T")
    year, _, rest = day.partition("-")
    if time in PARTS:
        return f"the {early}{PARTS[time]} of {point(day)}"
    if time:
        return f"{time} on {point(day)}"
    if "/" in day:
        return f"fiscal {year[:4]}/{day[-2:]}"
    if len(year) == 3:
        return f"the {early}{year}0s"
    if len(year) == 2:
        return f"the {early}{ordinal(int(year) + 1)} century"
    if not rest:
        return f"{early}{year}" if early else f"the year {year}"
    if rest.endswith("-WE"):
        saturday = date.fromisocalendar(int(year), int(rest[1:3]), 6)
        return f"the weekend of {point(saturday.isoformat())}"
    if rest[0] == "W" and rest != "WI":
        return f"week {int(rest[1:])} of {year}"
    if rest[0] in "QH":
        return f"{early or 'the '}{ORDINALS[int(rest[1]) - 1]} {'quarter' if rest[0] == 'Q' else 'half'} of {year}"
    if rest == "WI":
        return f"the {early}winter of {year}-{(int(year) + 1) % 100:02d}"
    if rest in SEASONS:
        return f"the {early}{SEASONS[rest]} of {year}"
    month, _, number = rest.partition("-")
    return f"{f'{int(number)} ' if number else early}{MONTHS[int(month) - 1]} {year}"


def duration(value: str) -> str:
    """The English of a DURATION value.

    >>> duration("P1DT6H"), duration("P2.5Y"), duration("PXW")
    ('one day and six hours', 'two and a half years', 'several weeks')
    """
    day, _, time = value[1:].partition("T")
    parts = [(n, UNITS["MO" if u == "M" else u]) for n, u in re.findall(r"([\d.X]+)([A-Z]+)", day)]
    parts += [(n, UNITS[u]) for n, u in re.findall(r"([\d.X]+)([A-Z]+)", time)]
    said = [_counted(*part) for part in parts]
    return " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)


def _counted(number: str, unit: str) -> str:
    many = "centuries" if unit == "century" else f"{unit}s"
    if number == "X":
        return f"several {many}"
    whole, _, half = number.partition(".")
    words = {"1": "one", "2": "two", "3": "three", "5": "five", "6": "six"}.get(whole, whole)
    return f"{words}{' and a half' if half else ''} {unit if number == '1' else many}"


def repeated(value: str) -> str:
    """The English of a SET value.

    >>> repeated("XXXX-WXX-2"), repeated("P2W"), repeated("XXXX-05-03"), repeated("XXXX-WXX-5TEV")
    ('every Tuesday', 'every two weeks', 'every 3 May', 'Friday evenings')
    """
    if value[0] == "P":
        said = duration(value)
        return f"every {said.removeprefix('one ')}"
    day, _, part = value.partition("T")
    rest = day.removeprefix("XXXX-")
    if rest.startswith("WXX-"):
        name = WEEKDAYS[int(rest[-1]) - 1]
        return f"{name} {PARTS[part]}s" if part else f"every {name}"
    if part:
        return f"every {PARTS[part]}"
    if rest in SEASONS:
        return f"every {SEASONS[rest]}"
    month, _, number = rest.partition("-")
    return f"every {f'{int(number)} ' if number else ''}{MONTHS[int(month) - 1]}"


def span(value: str) -> tuple[date, date]:
    """First and last day of a DATE or TIME value, reckoned apart from the code under test.

    >>> span("2024-Q3")[1].isoformat(), span("18")[0].isoformat(), span("2023-WI")[1].isoformat()
    ('2024-09-30', '1800-01-01', '2024-02-29')
    """
    day = value.partition("T")[0]
    if "/" in day:
        return date(int(day[:4]), 1, 1), date(int(day[5:]), 12, 31)
    year, _, rest = day.partition("-")
    if len(year) < 4:
        wide = 10 ** (4 - len(year))
        return date(int(year) * wide, 1, 1), date(int(year) * wide + wide - 1, 12, 31)
    if not rest:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if rest[0] == "W" and rest != "WI":
        monday = date.fromisocalendar(int(year), int(rest[1:3]), 1)
        return monday + timedelta(5 if rest.endswith("WE") else 0), monday + timedelta(6)
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}.get(rest)
    first = first or {"Q": 3, "H": 6}.get(rest[0], 0) * (int(rest[1]) - 1) + 1
    months = 3 if rest in SEASONS else {"Q": 3, "H": 6}.get(rest[0], 1)
    if rest[0].isdigit():
        month, _, number = rest.partition("-")
        if number:
            return (date(int(year), int(month), int(number)),) * 2
        first = int(month)
    after = int(year) * 12 + first - 1 + months
    return date(int(year), first, 1), date(after // 12, after % 12 + 1, 1) - timedelta(1)
