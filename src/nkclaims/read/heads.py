"""The head noun of a number: what "some 4,000 North Korean workers" counts, found without a tagger.

From the number to the right over modifiers to the first noun in the plural, stopping at function words and at
signs. Units of measure and of time, ages and compounds ("five-day", "12-member") are looked for first.
"""

from __future__ import annotations

from functools import cache

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.read.attributes import attribute, describes, is_adjective
from nkclaims.read.measure import Head, dates_back, find_measure
from nkclaims.read.nouns import PLURALS_WITHOUT_S, is_plural, singular
from nkclaims.read.numbers import DASHES, FRACTIONS, TENS, UNITS
from nkclaims.read.rows import JOINTS, row_end, set_apart, shared_measure
from nkclaims.read.units import TIME_UNITS

_MOST = 7
_AGE_WORDS = frozenset(("old", "olds"))
_SKIPPED = frozenset(["more", "other", "additional", "further", "extra", "new", "fewer", "less", "such"])
# Plurals that stand before another noun: "200 sales managers", "10 arms dealers".
_ATTRIBUTIVE = frozenset(
    "sales arms sports news goods savings systems operations communications women's men's children's"
    " customs careers services human resources weapons drugs explosives electronics securities futures"
    " bonds earnings seas games united states olympics parks police athletics economics politics"
    " admissions claims rights options physics mathematics aerospace overseas".split()
)
_MULTIPLIED = frozenset(
    "as more higher lower larger bigger greater the that its their his her smaller faster less what".split()
)


@cache
def stop_words() -> frozenset[str]:
    """Words at which the way from a number to its noun ends."""
    table = word_tables()["common"]
    words = {w for name in ("det", "prep", "conj", "pron", "aux", "advb") for w in table[name]}
    return frozenset(words - _SKIPPED - {"home", "each", "us"}) | _VERBS


_VERBS = frozenset(
    "said says say saying told tells came come comes went go goes made make makes took take takes"
    " taken got get gets gave give gives left died die dies fell fall falls rose rise rises won win"
    " wins lost lose loses became become becomes began begin begins saw see sees seen held hold holds"
    " stood stand stands sent send spent met led paid pay pays bought sold sell sells brought told"
    " kept ran run runs sought wrote spoke fled hit hits beat ended lived remained remain remains seem"
    " seems appear appears need needs want wants work works live lives include includes face faces ago"
    " later earlier next last this that yesterday today tomorrow monday tuesday wednesday thursday"
    " friday saturday sunday january february march april june july august september october november"
    " december percent per showed shows arrived refused fought let lay lies earn earns employ employs"
    " owns gets pays believes depends buys"
    " produce produces according whose".split()
)


def find_head(atoms: Atoms, last: int, *, one: bool = False, order: bool = False) -> Head | None:
    """The head of a number that ends before atom ``last``; None where it stands bare.

    one    the number is one: its noun is in the singular      order  "thousands (of) ..."

    >>> from nkclaims.atoms.scan import scan
    >>> find_head(scan("4,000 North Korean workers left"), 1)
    Head(end=4, unit='worker', form='noun')
    """
    words, starts, ends = atoms.words, atoms.starts, atoms.ends
    if last >= len(words):
        return None
    glued = last > 0 and ends[last - 1] == starts[last]
    if words[last] in DASHES:
        if not glued or last + 1 >= len(words):
            return None
        tight = starts[last + 1] == ends[last] and words[last + 1] != ","
        return _compound(atoms, last) if tight else _suspended(atoms, last)
    if words[last].lower() == "of":
        return (
            _of_those(atoms, last, one) if not order or _them(words, last + 1) else find_head(atoms, last + 1)
        )
    if words[last].lower() in _AGES and not glued:
        age = _age(atoms, last)
        if age is not None:
            return age
    if dates_back(words, last):
        return None
    measure = find_measure(atoms, last, glued) or shared_measure(atoms, last)
    if measure is not None:
        return measure
    if glued and words[last].isalpha():
        return None  # "5th", "3rd", "10x": no noun
    word = words[last].lower()
    if word in FRACTIONS and word != "quarters":
        return None  # "two thirds": a share
    if word in TIME_UNITS and not (one and word.endswith("s")):
        return Head(last + 1, TIME_UNITS[word], "time")
    if word in JOINTS:
        return None if one else _in_a_row(atoms, last)
    return _noun(atoms, last, one) or (None if one else _of_a_size(atoms, last))


def _in_a_row(atoms: Atoms, last: int) -> Head | None:
    """ "300 and 450 engines", "terms of 5 and 10 years": the quote is the number alone."""
    end = row_end(atoms, last)
    if end is None:
        return None
    if (unit := TIME_UNITS.get(atoms.words[end].lower())) is not None:
        head: Head | None = Head(end + 1, unit, "time")
    else:
        head = _noun(atoms, end, False)
    if head is None or set_apart(atoms.words, head.end):
        return None
    return Head(last, head.unit, head.form)


_AGES = frozenset(("years", "year", "months", "month", "weeks", "week", "days", "day"))


def _of_a_size(atoms: Atoms, at: int) -> Head | None:
    """ "10,000 20-foot containers", "2.9 million 9 litre cases": the size of each stands before what is counted."""
    words = atoms.words
    if not (words[at][0].isdigit() or words[at].lower() in UNITS) or at + 2 >= len(words):
        return None
    dash = words[at + 1] in DASHES and _tight(atoms, at + 1)
    unit = find_measure(atoms, at + 1 + dash, False)
    if unit is None and not (dash and words[at + 2][0].islower()):
        return None
    end = at + 3 if unit is None else unit.end
    head = _noun(atoms, end, False) if end < len(words) else None
    return head if head is not None and head.form == "noun" else None


def _compound(atoms: Atoms, dash: int) -> Head | None:
    """After a glued dash: "five-day", "12-member", "10-year-old", "200-mile"."""
    words = atoms.words
    word = words[dash + 1]
    if word in _SUFFIXES:  # "5,000-odd fans", "100-plus days"
        return find_head(atoms, dash + 2)
    if word == "strong":
        fleet = dash + 2 < len(words) and words[dash + 2].lower() in _NO_PEOPLE
        return Head(dash + 2, "" if fleet else "person", "compound")
    if not word[0].isalpha() or word[0].isupper() or word.lower() in _NO_COMPOUND or word in FRACTIONS:
        return None
    following = [w.lower() for w in words[dash + 2 : dash + 4]]
    if len(following) == 2 and following[0] in DASHES and following[1] in _AGE_WORDS:
        return Head(dash + 4, f"{TIME_UNITS.get(word.lower(), 'year')} of age", "age")
    if following[:1] and following[0] in _AGE_WORDS and word.lower() in TIME_UNITS:
        return Head(dash + 3, f"{TIME_UNITS[word.lower()]} of age", "age")
    measure = find_measure(atoms, dash + 1, False)
    if measure is not None:
        return measure
    unit = TIME_UNITS.get(word.lower()) or singular(word.lower())
    return Head(dash + 2, unit, "compound")


_NO_PEOPLE = frozenset("fleet herd flock convoy squadron armada".split())
_SUFFIXES = frozenset(("odd", "plus", "some"))
_NO_COMPOUND = frozenset(
    "to and or in something somethings ish strong fold way time rated based down up all under off sided on one nil"
    " handed liner stop size for a figure".split()
)
_THOSE = frozenset(("them", "those", "these", "us", "you", "whom", "which"))
_WHICH = dict.fromkeys(("last", "first", "next", "past", "previous"), 0)
_PASSED = frozenset((*UNITS, *_WHICH, "most", "very", "few", "many", "more", "least"))
_DEFINITE = frozenset(("the", "its", "their", "his", "her", "our", "all", "these", "those"))


def _them(words: list[str], at: int) -> bool:
    return at < len(words) and words[at].lower() in _THOSE


def _of_those(atoms: Atoms, of: int, one: bool = False) -> Head | None:
    """ "899 of them", "five of the seven members": a part of what was named; the quote is the number alone.

    One is a part only of what has a noun: "one of the seven members", not "one of them".
    """
    words = atoms.words
    if of + 1 >= len(words):
        return None
    word = words[of + 1].lower()
    if one and (word in _THOSE or atoms.ends[of] == atoms.starts[of + 1]):
        return None
    if word in _THOSE and not (of + 2 < len(words) and is_plural(words[of + 2].lower())):
        return Head(of, "person" if word == "whom" else "", "part")
    owned = {"'s", "’s", "’", "'"}.intersection(words[of + 2 : of + 5])  # "one of Spain's largest dams"
    if word not in _DEFINITE and not (word[0].isdigit() or word in UNITS or owned):
        return None
    at = of + 1 + (word in _DEFINITE)
    at = _past_owner(words, at)
    while at < len(words) and (words[at][0].isdigit() or words[at].lower() in _PASSED):
        at += 1
    head = _noun(atoms, at, False)
    return None if head is None else Head(of, head.unit, "part")


def _past_owner(words: list[str], at: int) -> int:
    """ "of the mill's 900 hands": one past the owner where a number stands there."""
    if at < len(words) and (words[at][0].isdigit() or words[at].lower() in UNITS):
        return at  # "one of three executives on the firm's eight-person board"
    for behind in range(at + 1, min(len(words) - 1, at + 5)):
        if words[behind] in ("'s", "’s", "'", "’"):
            return behind + 1 if words[behind + 1][0].isdigit() or words[behind + 1] in UNITS else at
    return at


def _suspended(atoms: Atoms, dash: int) -> Head | None:
    """ "four-, five- and six-cylinder": the noun of the last is that of all. The quote ends with the dash."""
    words = atoms.words
    for at in range(dash + 1, min(len(words) - 1, dash + 9)):
        if words[at] in DASHES and _tight(atoms, at) and words[at + 1][0].islower():
            head = _compound(atoms, at)
            return None if head is None else Head(dash + 1, head.unit, "compound")
        if words[at] not in (",", "and", "or", "to", *DASHES) and not (
            words[at][0].isdigit() or words[at].lower() in UNITS
        ):
            return None
    return None


def _age(atoms: Atoms, at: int) -> Head | None:
    """ "35 years old", "three months old", "40 years of age"."""
    words = [w.lower() for w in atoms.words[at : at + 3]]
    unit = TIME_UNITS.get(words[0], "year")
    if words[1:2] in (["old"], ["olds"]):
        return Head(at + 2, f"{unit} of age", "age")
    if words[1:2] and words[1] in DASHES and words[2:3] in (["old"], ["olds"]):
        return Head(at + 3, f"{unit} of age", "age")
    if words[1:3] == ["of", "age"]:
        return Head(at + 3, f"{unit} of age", "age")
    return None


def _noun(atoms: Atoms, last: int, one: bool) -> Head | None:
    """The first noun in the plural (in the singular after one), modifiers passed over."""
    words, starts, ends = atoms.words, atoms.starts, atoms.ends
    stops = stop_words()
    at, found = last, -1
    limit = min(len(words), last + _MOST)
    while at < limit:
        word = words[at]
        lower = word.lower()
        if word in DASHES and at > last and at + 1 < limit and _tight(atoms, at):
            at += 1
            continue
        if lower in ("'s", "’s") or (word in ("’", "'") and at > last):
            found = -1  # "two Chinese companies' ships": the owner is not what is counted
            at += 1
            continue
        hyphenated = at > last and words[at - 1] in DASHES
        if hyphenated and word[0].isdigit() and words[at - 2][0].isupper():  # "30 T-72 tanks", "two F-16s"
            if at + 1 < limit and words[at + 1] == "s" and ends[at] == starts[at + 1]:
                return Head(at + 2, "".join(words[at - 2 : at + 1]).lower(), "noun")
            at += 1
            continue
        if lower in ("and", "or", ",", "&") and at > last and _joins_names(words, at):
            at += 1
            continue
        if _numbered_model(atoms, at, last):
            return Head(at + 2, f"{words[at - 1]} {word}".lower(), "noun")
        if not word[0].isalpha() or (
            lower in stops and not hyphenated and not (word[0].isupper() and lower in ("us", "may", "march"))
        ):
            break
        if lower == "times" and at + 1 < len(words) and words[at + 1].lower() in _MULTIPLIED:
            return None  # "four times as much": a factor
        if (
            not one
            and is_plural(lower)
            and not (word[0].isupper() and at + 1 < limit and is_plural(words[at + 1].lower()))
        ):
            found = at
            if not _another_follows(words, at, limit, stops):
                break
        elif one and not is_adjective(lower):
            if lower.endswith("ed"):
                break
            found = at
        at += 1
    if (
        found < 0
        and last < len(words)
        and words[last].isupper()
        and 2 <= len(words[last]) <= 4
        and "." in words[last - 1]
    ):
        return Head(last + 1, words[last].lower(), "measure")  # "0.5 WAR": figures by an abbreviation
    if found < 0:
        return None if one else attribute(words, last, stops) or _shared(atoms, last, at)
    noun = words[found].lower()
    return Head(found + 1, noun if one else singular(noun), "noun")


def _numbered_model(atoms: Atoms, at: int, last: int) -> bool:
    """ "63,150 Model 3s": a name with a number, in the plural."""
    words = atoms.words
    return (
        at > last
        and words[at][0].isdigit()
        and not words[at - 1].islower()
        and words[at + 1 : at + 2] == ["s"]
        and atoms.starts[at + 1] == atoms.ends[at]
    )


def _joins_names(words: list[str], at: int) -> bool:
    """ "Kia and Hyundai vehicles": a conjunction between two names that stand before what is counted."""
    return words[at - 1][0].isupper() and at + 1 < len(words) and words[at + 1][0].isupper()


def _tight(atoms: Atoms, dash: int) -> bool:
    return atoms.ends[dash - 1] == atoms.starts[dash] and atoms.ends[dash] == atoms.starts[dash + 1]


def _another_follows(words: list[str], at: int, limit: int, stops: frozenset[str]) -> bool:
    """Whether the plural is itself a modifier: "sales managers", "arms control experts"."""
    following = words[at + 1].lower() if at + 1 < limit else ""
    if following in ("'s", "’s", "’", "'"):
        return True
    if not following or not following[0].isalpha() or following in stops:
        return False
    lower = words[at].lower()
    return lower in _ATTRIBUTIVE or (lower in _COLLECTIVE and is_plural(following))


_COLLECTIVE = frozenset(
    "crew staff police cattle fish sheep deer salmon aircraft spacecraft livestock poultry personnel"
    " media data injured wounded missing homeless unemployed".split()
)


def _shared(atoms: Atoms, last: int, conjunction: int) -> Head | None:
    """ "300 male and 200 female pupils": the noun is said once, behind the second number."""
    words = atoms.words
    if not last < conjunction < len(words) - 2 or words[conjunction].lower() not in ("and", "or"):
        return None
    if not all(describes(words, at) for at in range(last, conjunction)):
        return None
    second = words[conjunction + 1]
    if not second[0].isdigit() and second.lower() not in UNITS and second.lower() not in TENS:
        return None
    head = _noun(atoms, conjunction + 2, False)
    return None if head is None else Head(last, head.unit, "part")


def bare_plural(word: str) -> bool:
    """Whether a word counts things though it does not end in s ("people", "staff")."""
    return word in PLURALS_WITHOUT_S
