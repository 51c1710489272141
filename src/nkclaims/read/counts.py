"""Four figures that count people or things ("2000 workers walked out") where they might have been a year."""

from __future__ import annotations

from nkclaims.atoms.shapes import classes_of
from nkclaims.read.nouns import is_plural

_MOST = 3
_AT_A_BREAK = frozenset(("", "\n", ".", ",", ";", ":", "(", '"', "“", "and", "or", "but", "that", "as"))
_HEDGES = frozenset(
    "about around some nearly almost roughly approximately exactly perhaps than least most".split()
)
_PERSONS = frozenset(
    "people persons men women children boys girls workers employees staff troops soldiers officers police"
    " policemen firefighters protesters protestors demonstrators marchers strikers rioters students pupils"
    " teachers nurses doctors patients residents villagers families households refugees migrants immigrants"
    " passengers prisoners detainees hostages civilians miners farmers labourers laborers drivers sailors"
    " labourers guests visitors tourists fans spectators supporters volunteers customers voters delegates"
    " members inmates pilgrims evacuees survivors victims participants runners rebels fighters militants"
    " activists journalists engineers technicians seamstresses staffers mourners believers worshippers"
    " guards officials experts scientists researchers traders tenants commuters recruits conscripts".split()
)
_THINGS = frozenset(
    "jobs homes houses flats apartments rooms beds seats tents buildings shops stores schools cars trucks"
    " lorries buses vehicles tanks boats ships tonnes tons barrels litres liters gallons miles kilometres"
    " kilometers metres meters acres hectares kilograms kilos bottles boxes bags copies pages trees cattle"
    " sheep cows pigs chickens animals tickets rounds bullets shells missiles rockets drones".split()
)


def counts_things(words: list[str], first: int, last: int) -> bool:
    """Whether four figures count: people or things follow, and no word before makes a year of them.

    >>> counts_things("About 2000 North Korean workers left".split(), 1, 2)
    True
    >>> counts_things("The 2008 workers".split(), 1, 2), counts_things("2024 figures fell".split(), 0, 1)
    (False, False)
    """
    return _stands_free(words, first) and _names_things(words, last)


def _stands_free(words: list[str], first: int) -> bool:
    """At a break, behind a hedge, behind what was done "by" or "for" them."""
    before = words[first - 1] if first else ""
    before_that = words[first - 2] if first > 1 else ""
    if before in ("and", "or", ",") and before_that[:1].isdigit() and "year" in classes_of(before_that):
        return before == "," and first > 2 and words[first - 3].lower() in ("in", "by", "since")
    if before == "by":
        return before_that.endswith("ed") and before_that.islower()
    return before == "for" or before.lower() in _AT_A_BREAK or before.lower() in _HEDGES


def _names_things(words: list[str], last: int) -> bool:
    """The first plural behind is of persons or of things; only names and small words stand before it."""
    for at in range(last, min(len(words), last + _MOST)):
        word = words[at].lower()
        if word in _PERSONS or word in _THINGS:
            return words[at].islower()
        if not word.isalpha() or is_plural(word):
            return False
        if not (words[at][0].isupper() or word.endswith(("ese", "ish", "ian", "al", "ed")) or word in _KINDS):
            return False
    return False


_KINDS = frozenset(
    "more other local foreign new young old riot army factory garment textile armed unarmed".split()
)
