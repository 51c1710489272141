"""Build src/nkclaims/data/holidays.json and data/words/holidays.toml: what feasts are called and when they are.

Names and rules are hand-kept in scripts/holidays.toml. The days of feasts of other calendars are listed year by
year, 1900 to 2100 as far as the sources go:

- Islamic: the Umm al-Qura calendar of Saudi Arabia, by hijridate (1924 to 2077);
- Jewish: the arithmetic of the Hebrew calendar, by pyluach;
- Chinese, Korean, Vietnamese and Buddhist: by holidays;
- Indian: those given out by India's government, by holidays (2001 to 2035); other years from the sun and the moon
  by ephem, which gives the same day or a neighbour in every year that both know (the script insists on it);
- Nowruz: the day in Tehran of the sun's equinox, by ephem.

Run: pip install holidays hijridate pyluach ephem; python scripts/build_holidays.py (writes SOURCES.toml too)
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import product
from math import degrees
from pathlib import Path

import ephem
from hijridate import Hijri
from holidays import country_holidays, list_supported_countries
from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hindu import _HinduLunisolar
from pyluach.dates import HebrewDate

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "src" / "nkclaims" / "data"
YEARS = range(1900, 2101)
RECENT = range(2015, 2026)
HIJRI_YEARS = range(1343, 1501)
HEBREW_YEARS = range(YEARS.start + 3760, YEARS.stop + 3761)
INDIA = timedelta(hours=5, minutes=30)
TEHRAN = timedelta(hours=3, minutes=30)

Days = list[date]
Table = dict[int, tuple[int, int]]


def hijri(month: int, day: int) -> Days:
    return [date(*Hijri(year, month, day).to_gregorian().datetuple()) for year in HIJRI_YEARS]


def hebrew(month: int, day: int) -> Days:
    return [HebrewDate(year, month, day).to_pydate() for year in HEBREW_YEARS]


def listed(*tables: Table) -> Days:
    """The days of a table, year by year; those of a later table stand before those of an earlier one."""
    both: Table = {}
    for table in tables:
        both |= table
    return [date(year, *both[year]) for year in sorted(both)]


def vesak() -> Days:
    """Full moon of May or the one after: only the years in which all calendars keep the same one."""
    late, early = _BuddhistLunisolar.VESAK_DATES, _BuddhistLunisolar.VESAK_MAY_DATES
    return listed({year: day for year, day in late.items() if early.get(year) == day})


def qingming() -> Days:
    calendar = _ChineseLunisolar()
    return [calendar.qingming_date(year)[0] for year in range(1901, YEARS.stop)]


def nowruz() -> Days:
    return [(ephem.next_vernal_equinox(str(year)).datetime() + TEHRAN).date() for year in YEARS]


def new_moons(sign: int, start: str) -> list[ephem.Date]:
    """The new moons, among the three after a day, with the sun in a sidereal sign (0 Aries … 11 Pisces)."""
    out, after = [], ephem.Date(start)
    for _ in range(3):
        after = ephem.next_new_moon(after)
        tropical = degrees(ephem.Ecliptic(ephem.Sun(after), epoch=after).lon)
        ayanamsa = 23.853 + (after.triple()[0] - 2000) * 0.01397  # Lahiri's
        if int(((tropical - ayanamsa) % 360) // 30) == sign:
            out.append(after)
    return out


def in_india(moon: ephem.Date) -> date:
    """The day in India whose sunset lies in the last day of the moon's phase."""
    day: date = (moon.datetime() + INDIA - timedelta(hours=18)).date()
    return day


def diwali(year: int) -> date:
    """The evening before the new moon that begins Kartika, with the sun in Libra."""
    return in_india(new_moons(6, f"{year}/9/25")[0])


def holi(year: int) -> date:
    """The day after the night of the full moon of Phalguna, which begins with the sun in Aquarius."""
    return in_india(ephem.next_full_moon(new_moons(10, f"{year}/1/25")[-1])) + timedelta(days=1)


def indian(reckoned: dict[int, date], given: Table) -> Days:
    """The days given out, and reckoned ones where none are."""
    for year, day in given.items():
        if abs((reckoned[year] - date(year, *day)).days) > 1:
            raise ValueError(f"{year}: {reckoned[year]} is not {day}")
    return listed({year: (day.month, day.day) for year, day in reckoned.items()}, given)


def tables() -> dict[str, Days]:
    chinese, hindu = _ChineseLunisolar, _HinduLunisolar
    return {
        "ramadan": hijri(9, 1),
        "shawwal": hijri(10, 1),
        "adha": hijri(12, 10),
        "muharram": hijri(1, 1),
        "mawlid": hijri(3, 12),
        "passover": hebrew(1, 15),
        "hanukkah": hebrew(9, 25),
        "lunar new year": listed(chinese.LUNAR_NEW_YEAR_DATES),
        "seollal": listed(chinese.LUNAR_NEW_YEAR_DATES, chinese.KOREAN_CALENDAR_LUNAR_NEW_YEAR_DATES),
        "tet": listed(chinese.LUNAR_NEW_YEAR_DATES, chinese.VIETNAMESE_CALENDAR_LUNAR_NEW_YEAR_DATES),
        "mid-autumn": listed(chinese.MID_AUTUMN_DATES),
        "chuseok": listed(chinese.MID_AUTUMN_DATES, chinese.KOREAN_CALENDAR_MID_AUTUMN_DATES),
        "dragon boat": listed(chinese.DRAGON_BOAT_DATES),
        "double ninth": listed(chinese.DOUBLE_NINTH_DATES),
        "qingming": qingming(),
        "vesak": vesak(),
        "diwali": indian({year: diwali(year) for year in YEARS}, hindu.DIWALI_INDIA_DATES),
        "holi": indian({year: holi(year) for year in YEARS}, hindu.HOLI_DATES),
        "nowruz": nowruz(),
    }


def independence_days() -> dict[str, list[object]]:
    """Country -> the rule of its Independence Day, where that is one day of every year."""
    out: dict[str, list[object]] = {}
    for country in sorted(c for c in list_supported_countries() if len(c) == 2):
        try:
            days = country_holidays(country, years=RECENT, language="en_US")
        except NotImplementedError:
            continue
        named = [day for day, called in sorted(days.items()) if "Independence Day" in called.split("; ")]
        if len({(day.month, day.day) for day in named}) == 1 and len(named) >= 3:
            out[country] = ["fixed", named[0].month, named[0].day]
        elif named:
            out[country] = ["none"]
    return out


def spread(name: str) -> Iterator[str]:
    """Every form that a name with {a,b} stands for.

    >>> list(spread("eid {al,ul}-fitr"))
    ['eid al-fitr', 'eid ul-fitr']
    """
    pieces = [piece.split(",") for piece in re.split(r"[{}]", name)]
    return ("".join(chosen) for chosen in product(*pieces)) if "{" in name else iter((name,))


def plain(name: str) -> str:
    """A name as the table knows it: nkclaims.tables.calendar.plain_name makes the same of a printed one."""
    return " ".join(name.replace("'", "").replace(".", "").replace(",", "").replace("-", " ").split())


def forms(name: str) -> set[str]:
    """How a name is printed: with either apostrophe, with none in "new years day", with hyphens or without."""
    out = {name, name.replace("-", " "), name.replace("'", "’")}
    if "'" in name and name.endswith((" day", " eve")):
        out.add(name.replace("'", ""))
    return out


def build() -> tuple[str, str]:
    """The table as JSON, the word classes as TOML."""
    feasts = tomllib.loads((HERE / "holidays.toml").read_text(encoding="utf-8"))["feast"]
    feasts["independence-day"]["only"] = independence_days()
    names: dict[str, str] = {}
    printed: set[str] = set()
    for key, feast in feasts.items():
        for name in (form for given in feast.pop("names") for form in spread(given)):
            names[plain(name).removeprefix("the ")] = key
            printed |= forms(name)
        if "only" in feast:
            feast["only"] = {c: rule for many, rule in feast["only"].items() for c in many.split()}
    days = {name: " ".join(f"{day:%Y%m%d}" for day in found) for name, found in tables().items()}
    table = {"names": dict(sorted(names.items())), "feasts": feasts, "days": days}
    lines = [f"{json.dumps(part)}: {{\n{_rows(rows)}\n}}" for part, rows in table.items()]
    single = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
    short = sorted(form for form in printed if single.fullmatch(form))
    long = sorted(form for form in printed if not single.fullmatch(form))
    head = "# Written by scripts/build_holidays.py: what feasts are called."
    words = f"{head}\nholiday = {_toml(short)}\nholidaylong = {_toml(long)}\n"
    return "{\n" + ",\n".join(lines) + "\n}\n", words


def _rows(rows: dict[str, object]) -> str:
    return ",\n".join(f"{json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}" for k, v in rows.items())


def _toml(entries: list[str]) -> str:
    return json.dumps(entries, ensure_ascii=False)


def note_sum(name: str, text: str) -> None:
    """Write a table and its new sum into SOURCES.toml."""
    (DATA / name).write_text(text, encoding="utf-8")
    path = DATA / "SOURCES.toml"
    head, mark, tail = path.read_text(encoding="utf-8").partition(f'file = "{name}"')
    if not mark:
        raise SystemExit(f"SOURCES.toml has no entry for {name}")
    total = sha256(text.encode()).hexdigest()
    tail = re.sub(r'sha256 = "\w*"', f'sha256 = "{total}"', tail, count=1)
    path.write_text(head + mark + tail, encoding="utf-8")
    print(name, len(text.encode()))


if __name__ == "__main__":
    table, words = build()
    note_sum("holidays.json", table)
    note_sum("words/holidays.toml", words)
