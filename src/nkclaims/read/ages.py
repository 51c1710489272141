"""Ages that no word after the number names: "the age of 21", "aged 35", "Ana Ruiz, 38, who"."""

from __future__ import annotations

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.read.numbers import DASHES

_OLDEST = 120
_YOUNGEST = 5
_AFTER_AGE = frozenset(
    (",", ".", ";", ")", "and", "when", "who", "with", "told", "said", "was", "but", "–", "—")
)
_PERSONS = frozenset(("he", "she", "who"))
_PEOPLE = frozenset(("man", "woman", "boy", "girl", "children", "men", "women", "person", "people"))
_ADULTS = _PEOPLE | frozenset(
    "adults those anyone everyone patients residents voters workers males females".split()
)
_TOLD_OF = frozenset(
    "driver suspect victim man woman boy girl teenager student pupil teacher officer soldier pilot worker nurse doctor"
    " farmer actor actress singer player striker goalkeeper defendant accused attacker gunman shooter passenger"
    " cyclist motorcyclist pedestrian mechanic engineer chef waiter waitress lawyer prisoner inmate hostage survivor"
    " widow pensioner retiree grandmother grandfather firefighter policeman miner fisherman rider climber".split()
)
_KIN = frozenset(
    "wife husband son daughter brother sister mother father partner boyfriend girlfriend fiancee fiance"
    " grandson granddaughter nephew niece cousin uncle aunt stepson stepdaughter widow twin friend".split()
)
_PARTICLES = frozenset("al el de da di del van von der bin ibn la le du dos st mac ten".split())
_CALENDAR = frozenset((*word_tables()["calendar"]["month"], *word_tables()["calendar"]["weekday"]))
_NO_SURNAMES = _CALENDAR | frozenset(
    "street road avenue city town county united kingdom states park university college school club inc corp ltd"
    " council court committee ministry league cup route flight room york".split()
)
_OPENS = frozenset((",", "("))
_OF_AGE = (["age", "of"], ["ages", "of"], ["age", ":"], [",", "ages"], ["(", "ages"])

_DETERMINERS = frozenset(("the", "a", "an", "his", "her", "their"))
_DOES = frozenset("was is who has had said told whose died".split())
_GROWN = 14


def is_age_bound(atoms: Atoms, first: int, number: int) -> bool:
    """Whether a number behind a bound ("women over 65") is an age: people stand before it, no noun behind it.

    >>> from nkclaims.atoms.scan import scan
    >>> is_age_bound(scan("for women over 65."), 2, 3), is_age_bound(scan("a win over 65."), 2, 3)
    (True, False)
    """
    figure = atoms.words[number]
    bounded = number - first == 1 and atoms.words[first].lower() in ("over", "under", "above", "below")
    old_enough = figure.isdigit() and len(figure) <= 3 and _YOUNGEST <= int(figure) <= _OLDEST
    return bounded and old_enough and first > 0 and atoms.words[first - 1].lower() in _ADULTS


def is_age(atoms: Atoms, first: int) -> bool:
    """Whether the bare number at an atom is somebody's age.

    >>> from nkclaims.atoms.scan import scan
    >>> is_age(scan("the age of 21"), 3), is_age(scan("Ana Ruiz, 38, who sells tea"), 3)
    (True, True)
    >>> is_age(scan("In New York, 38, or a third, were"), 4)
    False
    """
    before_it = atoms.lower(max(0, first - 2), first)
    if before_it[-1:] in (["and"], [","]) and atoms.words[first].isdigit() and _listed(atoms, first):
        return True
    if before_it[-1:] == ["aged"] or before_it in _OF_AGE:
        return True
    if len(before_it) < 2 or first + 1 >= len(atoms.words) or not atoms.words[first].isdigit():
        return False
    if not 0 < int(atoms.words[first]) <= _OLDEST or atoms.words[first + 1].lower() not in _AFTER_AGE:
        return False
    person, verb = before_it
    return (
        (verb in ("is", "was", "turned", "turns") and person in _PERSONS)
        or (verb == "of" and person in _PEOPLE)
        or (verb in _OPENS and (_names_person(atoms, first - 1) or _names_role(atoms, first - 1)))
    )


def _listed(atoms: Atoms, first: int) -> bool:
    """ "aged 12, 13 and 15"."""
    words, start = atoms.words, first - 1
    while start > 2 and words[start].lower() in ("and", ",") and words[start - 1].isdigit():
        start -= 2
    return start < first - 1 and words[start].lower() in ("aged", "ages")


def _names_role(atoms: Atoms, comma: int) -> bool:
    """ "The driver, 42, was arrested": somebody by what he does, between signs, who then does or suffers something."""
    words = atoms.words
    if words[comma] != "," or words[comma + 2] != "," or comma + 3 >= len(words) or comma < 2:
        return False
    role, before = words[comma - 1], words[comma - 2].lower()
    return (
        before in _DETERMINERS
        and role.isalpha()
        and role.islower()
        and role not in _NO_SURNAMES
        and int(words[comma + 1]) >= _GROWN
        and words[comma + 3].lower() in _DOES
    )


def _names_person(atoms: Atoms, comma: int) -> bool:
    """Whether a full name, or a word of kinship, ends at the sign before an age that another sign closes.

    What follows the second comma must go on in small letters: in a list of results the next name follows.
    """
    words = atoms.words
    opening, closing = words[comma], words[comma + 2]
    if closing != (")" if opening == "(" else ","):
        return False
    following = words[comma + 3] if comma + 3 < len(words) else ""
    if opening == "," and not (following[:1].islower() or following[:1] in '"“'):
        return False
    surname, given = words[comma - 1], words[comma - 2] if comma > 1 else ""
    if opening == "," and surname in _TOLD_OF and int(words[comma + 1]) >= _YOUNGEST:
        return True  # "the driver, 42, was held"
    if surname.lower() in _KIN or (surname.lower() in _PERSONS and opening == ","):
        return True
    if opening == "," and int(words[comma + 1]) < _YOUNGEST:
        return False  # "beat Aston Villa, 3, at home"
    if given == "." and comma > 2:  # "John F. Kelly"
        given = words[comma - 3] + "."
    if not (surname[0].isupper() and surname[-1].islower()) or surname.lower() in _NO_SURNAMES:
        return False
    named = given[:1].isupper() and (given[-1].islower() or given[-1] == ".")
    return (named and given.lower() not in _NO_SURNAMES) or given in DASHES or given.lower() in _PARTICLES
