"""Publication dates: the option's, and those that a page prints about itself. Never today's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from nkclaims.errors import InputError
from nkclaims.tables.calendar import PRINTED_YEARS, published_day

_GIVEN = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?)\s?(Z|z|[+-]\d\d:?\d\d)?)?", re.ASCII
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
# A time may follow without a space, as pages are copied: "June 18, 20249:31 AM"
_YEAR = r"(?P<year>\d{4})(?:(?!\d)|(?=\d{1,2}:\d\d))"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        r"(?<!\d)(?P<year>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<day>\d{1,2})(?!\d)",
        rf"{_DAY}(?: of)?[ \-/]{_MONTH},?[ \-/]{_YEAR}",
        rf"(?<![a-z]){_MONTH} {_DAY}(?:,| ,)? ?{_YEAR}",
        r"(?<![\d/.\-])(?P<one>\d{1,2})(?P<sep>[/.\-])(?P<two>\d{1,2})(?P=sep)(?P<year>\d{4}|\d\d)(?![\d/])",
    )
)
_WEEKDAY = re.compile(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE
)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TIME = re.compile(
    r"\bT?\d{1,2}[:.h]\d\d(?:[:.]\d\d)?(?:\.\d+)?Z?(?: ?[ap]\.?m\b\.?)?"
    r"|\b\d{1,2} ?[ap]\.?m\b\.?|\b\d{4} ?(?=GMT|UTC)|[+-]\d\d:?\d\d\b|(?<=GMT)[+-]\d\d?"
    r"|\b(?:\d+|an?) (?:min(?:ute)?|hour|day|week|month|year)s? ago",
    re.IGNORECASE,
)
_ZONE = re.compile(
    r"\b(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|EES?T|MSK|IST|JST|KST|SGT|HKT"
    r"|AE[SD]T|WIB|WAT|EAT|SAST|hrs?|local time)\b"
)
_LABEL = re.compile(
    r"(?<![A-Za-z])(?:(?:first|last|originally)[ -])?"
    r"(?P<what>published|posted|issued|released|created|updated|modified|edited|upd)(?: date| on| at)?\b"
    r"|\b(?P<noun>publication date|release date|date|last update)\b",
    re.IGNORECASE,
)
_LATER = ("updated", "modified", "edited", "upd", "last update")
_FOUR_DIGITS = re.compile(r"\d(?:\D*\d){3}")  # no date has fewer, and most lines have none
_APART = re.compile(r"[,|·•–—]|\s[-/]\s")
DATELINE_RANK = 2
_URL_DAY = re.compile(r"(?<!\d)(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class HeaderDate:
    """A full date that the page prints about itself.

    readings        the days it may be: one, or where the order of day and month is open two, month first
    rank            0 said to be of publication, 1 bare, 2 of the dateline, 3 of a later change
    weekday         printed beside it, Monday is 0; None where none is
    first_is_month  of two numbers; None where they do not tell, or the month is a word
    """

    readings: tuple[dt.date, ...]
    rank: int
    weekday: int | None = None
    first_is_month: bool | None = None


def parse_published(value: str) -> str:
    """A publication date given beside the text, as the record will have it: an ISO day, or ISO day and time.

    Any day of the calendar is taken, though nothing is counted from one that no paper can be of (the year
    9999). Raises InputError (bad-date) for anything else and for a day that no calendar has.

    >>> parse_published("2025-10-30"), parse_published("2025-10-30 16:22Z")
    ('2025-10-30', '2025-10-30T16:22Z')
    """
    found = _GIVEN.fullmatch(value.strip())
    remedy = "give an ISO day such as 2025-10-30, or day and time such as 2025-10-30T16:22"
    if found is None:
        raise InputError(f"the publication date {_shown(value)} is not an ISO day: {remedy}", code="bad-date")
    day, time, zone = found.groups()
    iso = day + (f"T{time.replace(',', '.')}" if time else "") + (zone or "").upper()
    try:
        dt.datetime.fromisoformat(iso)
    except ValueError as error:
        message = f"the publication date {_shown(value)} is not in the calendar ({error}): {remedy}"
        raise InputError(message, code="bad-date") from error
    return iso


def parse_printed(value: str) -> str:
    """The same of a date that nobody vouches for (metadata, a line of many): a year that no paper can be of is
    a slip, and an InputError (bad-date) too.
    """
    given = parse_published(value)
    if published_day(given) is None:
        raise InputError(f'"published" is {given}: no article is of that year', code="bad-date")
    return given


def _shown(value: str) -> str:
    return repr(value if len(value) <= 60 else value[:57] + "...")


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year in PRINTED_YEARS else None
    except ValueError:
        return None


def _readings(found: re.Match[str]) -> tuple[tuple[dt.date, ...], bool | None]:
    """The days a match may be, and whether its first number is the month (None where that is open)."""
    slots = found.groupdict()
    year = int(slots["year"])
    if slots.get("one") is None:
        named = slots.get("month")
        month = int(slots["m"]) if named is None else _MONTHS.index(named[:3].lower()) + 1
        day = _day(year, month, int(slots["day"]))
        return ((day,) if day else ()), None
    if len(slots["year"]) == 2:
        year += 2000 if year < 70 else 1900  # as POSIX's %y reads it
    one, two = int(slots["one"]), int(slots["two"])
    month_first, day_first = _day(year, one, two), _day(year, two, one)
    both = tuple(dict.fromkeys(day for day in (month_first, day_first) if day))
    return both, None if len(both) != 1 or one == two else month_first is not None


def read_line(line: str, *, most_words: int = 3) -> HeaderDate | None:
    """The date of a line that prints what day the page is of; None for any other line.

    Beside weekday, time and label it holds few words: ``most_words`` where a comma or the like sets them
    apart, one where nothing does.

    >>> read_line("10/30/2025, 16.22").readings
    (datetime.date(2025, 10, 30),)
    >>> read_line("She moved there on 3 May 2024 with her two sons") is None
    True
    """
    if len(line) > 160 or not _FOUR_DIGITS.search(line):
        return None
    for form in _FORMS:
        found = form.search(line)
        if found is None:
            continue
        readings, first_is_month = _readings(found)
        if not readings or (len(found["year"]) == 2 and not _TIME.search(line, found.end())):
            continue
        label = _LABEL.search(line[: found.start()])
        rest = line[: found.start()] + " " + line[found.end() :]
        weekday = _WEEKDAY.search(rest)
        if label is None and any(form.search(rest) for form in _FORMS):
            return None  # from one day to another: when something is, not when the page is of
        framed = label is not None or weekday is not None or _APART.search(rest) or _TIME.search(rest)
        if _words_beside(rest) > (most_words if framed else min(most_words, 1)):
            return None
        late = label is not None and (label["what"] or label["noun"]).lower() in _LATER
        rank = 1 if label is None else 3 if late else 0
        day = _WEEKDAYS.index(weekday[1][:3].lower()) if weekday else None
        return HeaderDate(readings, rank, day, first_is_month)
    return None


def _words_beside(rest: str) -> int:
    """How many words stand beside a date that are not weekday, time, label or date; 99 in a sentence."""
    for form in (*_FORMS, _WEEKDAY, _TIME, _ZONE, _LABEL):
        rest = form.sub(" ", rest)
    words = re.findall(r"[^\W_]+", rest)
    return 99 if words and rest.rstrip().endswith(".") else len(words)


def is_labelled(line: str) -> bool:
    """Whether a line says that it prints a date of publication or change ("Published: 3 May 2024").

    >>> is_labelled("Last updated: 3 May 2024"), is_labelled("3 May 2024")
    (True, False)
    """
    label = _LABEL.match(line)
    return label is not None and read_line(line) is not None


def choose(
    dates: Iterable[HeaderDate], *, url: str | None = None, month_first: bool | None = None
) -> str | None:
    """The publication day among a page's dates, ISO; None where there is none, or its order stays open.

    The order of 03/04/2025 is settled by a weekday printed beside it, the URL's day, another date of the
    page, or ``month_first`` (what the dateline's country writes; None: it says nothing).

    >>> choose([read_line("Thursday 03/04/2025")]), choose([read_line("03/04/2025")])
    ('2025-04-03', None)
    """
    known = sorted(dates, key=lambda date: date.rank)
    unsettled = False
    for date in known:
        if unsettled and date.rank != DATELINE_RANK:
            continue  # a date of less weight is of another day
        day = _settle(date, known, url, month_first)
        if day is not None:
            return day.isoformat()
        unsettled = True
    return None


def _settle(
    date: HeaderDate, known: list[HeaderDate], url: str | None, month_first: bool | None
) -> dt.date | None:
    if len(date.readings) == 1:
        return date.readings[0]
    by_month, by_day = date.readings
    if date.weekday is not None:
        fitting = [day for day in date.readings if day.weekday() == date.weekday]
        if len(fitting) == 1:
            return fitting[0]
    found = _URL_DAY.search(url) if url else None
    day = _day(*map(int, found.groups())) if found else None
    if day in date.readings:
        return day
    for other in known:
        if other.first_is_month is not None:
            return by_month if other.first_is_month else by_day
        if len(other.readings) == 1:
            near = [day for day in date.readings if abs(day - other.readings[0]) <= dt.timedelta(days=7)]
            if len(near) == 1:
                return near[0]
    if month_first is None:
        return None
    return by_month if month_first else by_day
