"""Feasts and holidays: what they are called, and on which days of a year they fall.

Those of the common calendar are reckoned by their rules (Easter by the Meeus/Jones/Butcher algorithm, nth
weekdays); those of other calendars stand year by year in data/holidays.json, built by
scripts/build_holidays.py. Where the sighting of the moon, the place or the school decides between neighbouring
days (Islamic and Indian feasts, Vesak, Nowruz) the feast is ``loose``: a day either way is possible. Islamic days
are those of Saudi Arabia's Umm al-Qura calendar; Jewish ones begin with the evening before the day given, and
Passover has the eight days that are kept outside Israel.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from nkclaims.tables.calendar import FIRST_YEAR, LAST_YEAR, easter, nth_weekday

Rule = tuple[Any, ...]
ELSEWHERE = "-"
"""The country of a feast that the words say is some other country's than the table knows."""

Span = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast as the table has it.

    rule   its first day      ends  the rule of its last, or None with its length
    loose  a neighbouring day is possible      capital  small letters mean something else ("lent")
    older  (last year of an older rule, the rule)      only  country -> what its name means there
    clues  other feast -> words of a text that show that it is meant
    """

    rule: Rule
    length: int = 1
    ends: Rule | None = None
    loose: bool = False
    capital: bool = False
    older: tuple[tuple[int, Rule], ...] = ()
    only: dict[str, Rule] = field(default_factory=dict)
    clues: dict[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_long(self) -> bool:
        """Whether it is a stretch of days, not a day."""
        return self.length > 1 or self.ends is not None


@cache
def _table() -> dict[str, Any]:
    text = (files("nkclaims") / "data" / "holidays.json").read_text(encoding="utf-8")
    table: dict[str, Any] = json.loads(text)
    return table


def plain_name(printed: str) -> str:
    """A name without what printers do differently: case, points, apostrophes, hyphens, its article.

    >>> plain_name("the New Year’s Eve"), plain_name("St. Patrick's Day"), plain_name("Eid al-Fitr")
    ('new years eve', 'st patricks day', 'eid al fitr')
    """
    low = printed.lower().translate(_UNPRINTED)
    return " ".join(low.split()).removeprefix("the ")


_UNPRINTED = str.maketrans({"’": None, "'": None, ".": None, ",": None, "-": " ", "‑": " "})


@lru_cache(maxsize=1024)
def key_of(printed: str) -> str | None:
    """The feast that a name stands for; None where it is none.

    >>> key_of("Christmas Day"), key_of("Chanukah"), key_of("Nobody's Day")
    ('christmas', 'hanukkah', None)
    """
    key: str | None = _table()["names"].get(plain_name(printed))
    return key


@cache
def feast(key: str) -> Feast:
    """A feast by its key."""
    row = _table()["feasts"][key]
    return Feast(
        rule=tuple(row["rule"]),
        length=row.get("length", 1),
        ends=tuple(row["ends"]) if "ends" in row else None,
        loose=row.get("loose", False),
        capital=row.get("capital", False),
        older=tuple((year, tuple(rule)) for year, rule in row.get("older", ())),
        only={country: tuple(rule) for country, rule in row.get("only", {}).items()},
        clues={other: frozenset(words) for other, words in row.get("clues", {}).items()},
    )


@lru_cache(maxsize=4096)
def spans(key: str, year: int, country: str | None = None) -> tuple[Span, ...]:
    """First and last day of a feast each time it begins in a year: never, once, in 2030 Ramadan twice.

    >>> [tuple(map(str, span)) for span in spans("ramadan", 2024)]
    [('2024-03-11', '2024-04-09')]
    >>> len(spans("ramadan", 2030)), spans("diwali", 1700), spans("mothers-day", 2024)
    (2, (), ())
    >>> str(spans("mothers-day", 2024, "GB")[0][0])
    '2024-03-10'
    """
    found = feast(key)
    if not FIRST_YEAR < year < LAST_YEAR or country == ELSEWHERE:
        return ()
    rule = found.only.get(country or "") or found.rule
    if rule == found.rule:
        rule = next((older for last, older in found.older if year <= last), rule)
    out = []
    for first in _days(rule, year):
        last: date | None = first + timedelta(days=found.length - 1)
        if found.ends is not None:
            ends = (*_days(found.ends, year), *_days(found.ends, year + 1))
            last = next((day for day in ends if day >= first), None)
        if last is not None:
            out.append((first, last))
    return tuple(out)


def same_day(key: str, country: str | None = None) -> tuple[int, int] | None:
    """Month and day of a feast that has the same each year; None for one that moves.

    >>> same_day("halloween"), same_day("easter")
    ((10, 31), None)
    """
    found = feast(key)
    if country == ELSEWHERE:
        return None
    kind, *figures = found.only.get(country or "") or found.rule
    return (figures[0], figures[1]) if kind == "fixed" and not found.is_long else None


def holiday(name: str, year: int) -> date | None:
    """The (first) day of a feast by its printed name; None where the table does not know it, or knows two.

    >>> str(holiday("Easter Monday", 2025)), str(holiday("chuseok", 2025)), str(holiday("thanksgiving", 1999))
    ('2025-04-21', '2025-10-06', '1999-11-25')
    """
    key = key_of(name)
    found = spans(key, year) if key is not None else ()
    return found[0][0] if len(found) == 1 else None


def _days(rule: Rule, year: int) -> tuple[date, ...]:
    """The days of a year that a rule gives."""
    kind, *figures = rule
    if kind == "none":
        return ()
    if kind == "table":
        name, offset = figures
        near = (day for at in (year - 1, year, year + 1) for day in _listed(name).get(at, ()))
        moved = (day + timedelta(days=offset) for day in near)
        return tuple(day for day in moved if day.year == year)
    if kind == "fixed":
        return (date(year, *figures),)
    if kind == "easter":
        return (easter(year) + timedelta(days=figures[0]),)
    if kind == "orthodox":
        return (orthodox_easter(year) + timedelta(days=figures[0]),)
    if kind == "from":
        start = date(year, *figures[:2])
        return (start + timedelta(days=(figures[2] - start.isoweekday()) % 7),)
    day = nth_weekday(year, *figures[:3])
    return (day + timedelta(days=figures[3] if len(figures) > 3 else 0),)


@cache
def _listed(name: str) -> dict[int, tuple[date, ...]]:
    out: dict[int, tuple[date, ...]] = {}
    for figures in _table()["days"][name].split():
        day = date.fromisoformat(f"{figures[:4]}-{figures[4:6]}-{figures[6:]}")
        out[day.year] = (*out.get(day.year, ()), day)
    return out


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Orthodox churches (Meeus' Julian algorithm, as a Gregorian day).

    >>> orthodox_easter(2024)
    datetime.date(2024, 5, 5)
    """
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    ahead = year // 100 - year // 400 - 2  # days the Julian calendar lags behind
    return date(year, month, day + 1) + timedelta(days=ahead)
