"""Feasts: their names as dates, the names they are only a part of, and which country's feast is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise

from nkclaims.atoms.lexicon import word_tables
from nkclaims.read.context import Context
from nkclaims.read.dates.accept_names import is_headline
from nkclaims.read.dates.orders import dateline_country
from nkclaims.read.dates.outlet import outlet_country, spelling_country
from nkclaims.read.dates.terms import Term
from nkclaims.read.dates.window import FUNCTION_WORDS, Window
from nkclaims.read.dates.words import ordinal
from nkclaims.tables.calendar import MONTHS, WEEKDAYS
from nkclaims.tables.demonyms import demonyms
from nkclaims.tables.feasts import ELSEWHERE, feast, key_of, same_day
from nkclaims.tables.gazetteer import ROW, gazetteer
from nkclaims.tables.gazetteer import key_of as place_key

Slots = dict[str, tuple[str, ...]]
_GREETED = frozenset(("merry", "happy", "father", "blessed", "joyous"))
_BEGINS = frozenset("is was begins began starts started ends ended falls fell and or , 's".split())
_BESIDE = frozenset(
    (
        *MONTHS,
        *WEEKDAYS,
        "day",
        "eve",
        "week",
        "weekend",
        "season",
        "night",
        "holidays",
        "mass",
        "vigil",
        "service",
        "parade",
    )
)


def spelled(words: tuple[str, ...]) -> str:
    """Atoms as the holiday table spells them: "new year 's eve" is "new year's eve"."""
    out = ""
    for word in words:
        glued = word in ("'s", ".", "-", "'") or out.endswith("-")
        out += word if glued or not out else f" {word}"
    return out


def named(words: tuple[str, ...]) -> Term | None:
    """The term of a feast's name."""
    key = key_of(spelled(words))
    return Term(holiday=key) if key is not None else None


def holiday(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """A holiday by name."""
    return named(slots["holiday"])


def eve(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The eve of Yom Kippur, Diwali Eve: the day before; "Christmas night" is of the day itself."""
    term = named(slots["holiday"])
    return replace(term, shift=("day", -1)) if term is not None else None


def nth_day(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The first day of Ramadan, the last night of Hanukkah; a feast's first night is the one it begins with."""
    term = named(slots["holiday"])
    place = -1 if slots["ordinal"] in (("last",), ("final",)) else ordinal(slots["ordinal"])
    if term is None or not place:
        return None
    term = replace(term, nth=place)
    if "night" in slots["unit"]:
        return replace(term, type="TIME", part="NI", shift=("day", -1))
    return term


def weekend(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Easter weekend, the weekend of Thanksgiving."""
    term = named(slots["holiday"])
    return replace(term, weekend=True) if term is not None else None


def week(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Christmas week, the week of Thanksgiving."""
    term = named(slots["holiday"])
    return replace(term, week=0) if term is not None else None


def around(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The Easter holidays, the Christmas season: near the feast, from when to when nobody says."""
    term = named(slots["holiday"])
    return replace(term, edge=("season", 0)) if term is not None else None


def beside(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """The Sunday after Easter, the weekend before Christmas."""
    term, unit = named(slots["holiday"]), slots["unit"][0]
    if term is None:
        return None
    term = replace(term, side="past" if slots["way"][0] in ("before", "preceding") else "future")
    return replace(term, weekend=True) if unit == "weekend" else replace(term, weekday=WEEKDAYS[unit])


def each(slots: Slots, whole: tuple[str, ...]) -> Term | None:
    """Every Christmas: a day of each year; each Ramadan: once a year."""
    key = key_of(spelled(slots["holiday"]))
    day = same_day(key) if key is not None else None
    value = f"XXXX-{day[0]:02d}-{day[1]:02d}" if day is not None else "P1Y"
    return Term("SET", value=value, holiday=key)


READERS = {
    "feastbeside": beside,
    "eachfeast": each,
    "holiday": holiday,
    "feasteve": eve,
    "feastday": nth_day,
    "feastweekend": weekend,
    "feastweek": week,
    "feastseason": around,
}


def is_feast(here: Window, key: str, *, narrative: bool) -> bool:
    """Whether a feast's name stands for its day: not in "Christmas Island", "Easter eggs", "Good Friday
    Agreement", "Happy Easter", nor where small letters say something else ("she lent it").
    """
    low, following = here.after(), here.next()
    if here.before() in _GREETED or low in _words("feastthing"):
        return False
    strict = feast(key).capital
    if strict and not all(word[0].isupper() for word in here.printed if len(word) > 2):
        return False
    if key == "lent" and here.first == here.sentence[0] and low not in _BEGINS:
        return False  # "Lent by the bank, it was spent"
    if here.words == ["corpus", "christi"]:
        return here.before() == "on"  # else a city of that name
    if here.last - here.first > 1 or not here.printed[0][0].isupper():
        return True
    if here.before() == "white" and here.atoms.words[here.first - 1] == "White":
        return False
    if narrative:
        return not (strict and _is_named_by(here))
    apart = low in FUNCTION_WORDS or low in _BESIDE or here.is_joined or is_headline(here)
    if following[:1].isupper() and following.isalpha() and not apart:
        return False
    lead = here.atoms.words[here.first - 1] if here.first > here.sentence[0] else ""
    is_person = key == "eid" and lead[:1].isupper() and lead.lower() not in FUNCTION_WORDS
    return not is_person or is_headline(here)


def _is_named_by(here: Window) -> bool:
    """Whether the text has a longer name for what happened then ("the Tet Offensive"): the feast is its short."""
    words, word = here.atoms.words, here.printed[0]
    return any(
        a == word and b[:1].isupper() and b.isalpha() and b.lower() not in _BESIDE for a, b in pairwise(words)
    )


def settled(term: Term, here: Window, context: Context) -> Term:
    """The feast that a name of several means, by the words of the text; or whose country's it is, by the
    country said with it ("Ukraine's Independence Day"), the dateline, the outlet.
    """
    found = feast(term.holiday or "")
    if found.clues:
        words = set(here.atoms.lower(0, len(here.atoms.words)))
        meant = [other for other, clues in found.clues.items() if clues & words]
        return replace(term, holiday=meant[0]) if len(meant) == 1 else term
    if not found.only:
        return term
    owner = _owner(here)
    if owner is not None:
        ours = owner in found.only or (owner == "US" and found.rule != ("none",))
        return replace(term, country=owner if ours else ELSEWHERE)
    countries = _told(here, context)
    return replace(term, country=next((c for c in countries if c in found.only), None))


def _told(here: Window, context: Context) -> Iterator[str | None]:
    """The countries that the dateline, the outlet and the spelling tell of, the surest first."""
    article = context.article
    yield dateline_country(article.dateline) if article.dateline else None
    yield outlet_country(article)
    spelling = spelling_country(here.atoms.words)
    yield spelling if spelling == "US" else None  # many countries spell like Britain


def _owner(here: Window) -> str | None:
    """The country whose feast the words before it say it is: "Ukraine's", "South Korea's", "Indian"."""
    owned = here.before() in ("'s", "’s")
    end = here.first - owned
    for size in (2, 1):
        name = " ".join(here.atoms.words[max(0, end - size) : end])
        if not name[:1].isupper():
            continue
        if not owned:
            code = demonyms().get(name.lower(), "")
            if len(code) == 2 and code.isalpha():
                return code
            continue
        table = gazetteer()
        _, postings = table.find(place_key(name))
        if postings and table.row(postings[0] & ROW).feature.startswith("PCL"):
            return table.row(postings[0] & ROW).country
    return None


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(word_tables()["dates"][table])
