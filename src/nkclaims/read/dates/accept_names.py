"""Names that are made of a word for a day, month or season: "USA Today", "Bloody Sunday", "Mr. Winter"."""

from __future__ import annotations

from functools import cache

from nkclaims.atoms.lexicon import word_tables
from nkclaims.read.dates.window import FUNCTION_WORDS, Window
from nkclaims.tables.calendar import MONTHS, SEASONS, WEEKDAYS

_TITLES = frozenset("mr mrs ms miss dr sir dame lord lady prof sen rep gov gen capt sgt".split())
_LOOKED_AT = 12
_SMALL = frozenset("in on at the a an and or but to for of from by with as".split())
"""Words that headlines, too, leave without a capital."""


def is_named(here: Window, *, narrative: bool) -> bool:
    """Whether a capitalised word for a time is part of a name. Headlines, all in capitals, are no proof.

    In a narrative "the February Revolution" is an event of the year that is told of: the month is one.
    """
    word = here.printed[0]
    if not word[0].isupper() or here.last - here.first > 1:
        return False
    if _is_entitled(here):
        return True
    low, lead, following = here.words[0], here.before(), here.next()
    if lead in _LEADS.get(low, ()) and _is_capital_before(here):
        return True
    if low in WEEKDAYS:
        return f"{lead} {low}" in _names("namedday") and _is_capital_before(here)
    if narrative or not following[:1].isupper() or here.is_joined or is_headline(here):
        return False
    if following.lower() in _names("namedafter"):
        return True
    return low in SEASONS and here.is_followed_by_name and following.lower() not in _dated()


def is_show(here: Window) -> bool:
    """ "USA Today", "NBC's Today": papers and broadcasts, capitalised within a sentence that is not."""
    if here.printed[0] != "Today" or here.first == here.sentence[0] or is_headline(here):
        return False
    at = 2 if here.before() in ("'s", "’s") else 1
    lead = here.atoms.words[here.first - at] if here.first >= at else ""
    return lead[:1].isupper() and lead.isalpha() and lead.lower() not in FUNCTION_WORDS


_LEADS = {
    "september": frozenset(["black"]),
    "october": frozenset(["red"]),
    "summer": frozenset(["donna", "buffy"]),
    "winter": frozenset(["johnny", "edgar", "alex", "aaron"]),
}


def _is_entitled(here: Window) -> bool:
    """ "Mr. Winter", "Dame April"."""
    lead = here.before(2) if here.before() == "." else here.before()
    return lead in _TITLES


def _is_capital_before(here: Window) -> bool:
    return here.first > 0 and here.atoms.words[here.first - 1][:1].isupper()


def is_headline(here: Window) -> bool:
    """Whether every word near it that means something has a capital: then a capital says nothing."""
    begin, end = here.sentence
    near = here.atoms.words[max(begin, here.first - _LOOKED_AT) : min(end, here.last + _LOOKED_AT)]
    said = [word for word in near if word.isalpha() and word.lower() not in _SMALL]
    return all(word[0].isupper() for word in said)


@cache
def _names(table: str) -> frozenset[str]:
    return frozenset(word_tables()["dates"][table])


@cache
def _dated() -> frozenset[str]:
    """Capitalised words behind a season that leave it a season: "Summer Friday"."""
    return frozenset((*MONTHS, *WEEKDAYS, *SEASONS))
