"""The trigger table: which words are happenings, of what type, and in which sense only (data/events.json)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from nkclaims.read.clauses import Parse

AHEAD, BACK = 5, 4
"""How many words after and before a trigger its guard looks at."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a form: fine type, part of speech (v base, p past, g -ing, n noun), the guard's name."""

    type: str
    part: str
    guard: str


@dataclass(frozen=True, slots=True)
class Guard:
    """Words near a trigger that must be there, or must not.

    person  the object must be a person
    named   what follows must be a name ("join the Union", "went to Peru")
    people  the subject must be people, or a name
    movers  the subject must be people who leave one land for another, or a great many people
    score   a score after it will do as well ("won 3-2")
    """

    after: frozenset[str]
    before: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]
    person: bool = False
    named: bool = False
    people: bool = False
    movers: bool = False
    score: bool = False


@dataclass(frozen=True, slots=True)
class Triggers:
    """The whole table. ``coarse`` is fine type -> coarse type."""

    entries: dict[str, tuple[Entry, ...]]
    coarse: dict[str, str]
    guards: dict[str, Guard]
    by_object: dict[str, str]
    by_subject: dict[str, str]
    figurative: frozenset[str]
    workplaces: frozenset[str]


@cache
def triggers() -> Triggers:
    """The shipped table.

    >>> triggers().entries["attacked"][0].type, triggers().coarse["attack"]
    ('attack', 'assault')
    """
    raw = json.loads((files("nkclaims") / "data" / "events.json").read_text(encoding="utf-8"))

    def sets(row: dict[str, list[str]], key: str) -> frozenset[str]:
        return frozenset(row.get(key, ()))

    guards = {
        name: Guard(
            sets(row, "after"),
            sets(row, "before"),
            sets(row, "not_after"),
            sets(row, "not_before"),
            bool(row.get("person")),
            *(bool(row.get(name)) for name in ("named", "people", "movers", "score")),
        )
        for name, row in raw["guards"].items()
    }
    entries = {form: tuple(Entry(*row) for row in rows) for form, rows in raw["triggers"].items()}
    loose = (frozenset(raw["figurative"]), frozenset(raw["workplaces"]))
    return Triggers(entries, raw["types"], guards, raw["by_object"], raw["by_subject"], *loose)


_PEOPLE = frozenset(
    ["him", "her", "them", "me", "us", "you", "everyone", "nobody", "staff", "workers", "employees"]
)
_OFFICES = frozenset(
    [
        "minister",
        "chief",
        "head",
        "general",
        "officer",
        "secretary",
        "manager",
        "director",
        "coach",
        "chairman",
        "president",
        "adviser",
        "aide",
    ]
)


def allowed(name: str, parse: Parse, first: int, last: int) -> bool:
    """Whether a trigger's guard lets it be one, by the words around it."""
    guard = triggers().guards.get(name)
    if guard is None:
        return True
    ahead = [parse.word(i) for i in range(last, min(parse.last, last + AHEAD))]
    back = [parse.word(i) for i in range(max(parse.first, first - BACK), first)]
    if guard.not_after & set(ahead[:3]) or guard.not_before & set(back[-2:]):
        return False
    if guard.score and re.match("[^,;]{0,4}0-0", parse.tags[last - parse.first :]):
        return True
    if (guard.people or guard.movers) and not _people_before(parse, first, guard):
        return False
    if guard.person and not _person_near(parse, first, last):
        return False
    if guard.named and not guard.after & set(ahead):
        return parse.tag(last + (parse.tag(last) == "d")) in "NU"
    if guard.after and guard.before:
        return bool(guard.after & set(ahead) or guard.before & set(back))
    return not (
        (guard.after and not guard.after & set(ahead)) or (guard.before and not guard.before & set(back))
    )


def _person_near(parse: Parse, first: int, last: int) -> bool:
    """A name, a person's pronoun or office as the object, or a passive."""
    if parse.word(first - 1) in ("was", "were", "been", "being", "got"):
        return True
    number = parse.phrase_at(last)
    if number is None:
        return False
    phrase = parse.phrases[number]
    words = {parse.word(i) for i in range(phrase.first, phrase.last)}
    tags = {parse.tag(i) for i in range(phrase.first, phrase.last)}
    return bool(words & (_PEOPLE | _OFFICES)) or not tags.isdisjoint("N0")


_MOVERS = frozenset(
    "people migrants refugees families hundreds thousands dozens exiles deportees evacuees asylum-seekers"
    " displaced expatriates labourers laborers".split()
)
_WHO_GO = _MOVERS | frozenset(
    "workers men women children students soldiers troops residents miners villagers leaders delegation team"
    " couple man woman officials players ministers minister president fans tourists visitors survivors"
    " he she they we i who millions some many others".split()
)


def _people_before(parse: Parse, first: int, guard: Guard) -> bool:
    """Whether the subject is people; of movers, those who leave a land, or a bare number of them."""
    subject = parse.clause_at(first).subject
    if subject is None:
        return (
            guard.movers
            and "0" in parse.tags[parse.clause_at(first).first - parse.first : first - parse.first]
        )
    phrase = parse.phrases[subject]
    words = {parse.word(i) for i in range(phrase.first, phrase.last)}
    if guard.movers:
        return bool(words & _MOVERS)
    return bool(words & _WHO_GO) or parse.tag(phrase.last - 1) in "NA0"
