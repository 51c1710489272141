"""What an amount is per: "a month", "per kilo", "/kg", "monthly", "-a-share", "a monthly wage of"."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.read.numbers import DASHES
from nkclaims.read.units import TIME_UNITS, unit_forms

# After "a" or "an" only nouns that prices are quoted by; after "per" any word will do.
_PRICED_BY = frozenset(
    "share barrel ton tonne kilo kilogram kg kilogramme gram pound lb ounce oz litre liter gallon"
    " pint bushel bale head person piece ticket unit copy seat game word vote shift trip visit call"
    " mile kilometre kilometer km acre hectare household family child student pupil worker employee"
    " passenger customer user bottle box bag sack tin pack packet case crate load plate cup loaf dozen"
    " hour day night week fortnight month quarter year season semester term decade minute second head"
    " pair slice set barrel square-foot episode match appearance job item garment shirt carat hour's"
    " plane copy line room bed ride mwh kwh metre meter foot yard inch point tree cow pig chicken egg"
    " animal cap text message download subscriber member click view stock ounce troy warrant unit"
    " right note ads option contract apple".split()
)
_ADVERBS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "fortnightly": "fortnight", "monthly": "month",
    "quarterly": "quarter", "annually": "year", "yearly": "year", "nightly": "night", "annual": "year",
}  # fmt: skip
_PAID = frozenset(
    "wage wages salary salaries pay rent rents fee fees income incomes stipend pension allowance"
    " quota quotas payment payments earnings contribution instalment installment premium bill dues"
    " tuition budget subscription retainer rate minimum compensation deduction deductions".split()
)
_SAME = {
    "kilo": "kilogram", "kg": "kilogram", "kilogramme": "kilogram", "annum": "year", "yr": "year",
    "hr": "hour", "h": "hour",
    "capita": "person", "head": "person", "lb": "pound", "oz": "ounce", "mo": "month", "wk": "week", "min": "minute",
    "sec": "second", "people": "person", "persons": "person", "litre": "litre", "liter": "litre",
    "l": "litre", "km": "kilometre",
    "g": "gram", "t": "tonne", "m": "metre", "meter": "metre", "kilometer": "kilometre",
    "diem": "day", "annual": "year",
    "kwh": "kilowatt hour", "mwh": "megawatt hour", "sqm": "square metre", "bbl": "barrel",
}  # fmt: skip
_SIGNS = {"$": "dollar", "€": "euro", "£": "pound"}
_ON_THE = (["dollar"], ["euro"], ["pound"], ["rand"], ["rupee"])
"""What a part of each is paid back or lost on: "40 cents on the dollar"."""
_EACH = frozenset(("a", "an", "each", "every"))
_NOT_UNITS = frozenset(["cent", "the", "a", "an", "cents", "its", "their"])


# What may stand between "per" and its noun: "per diluted share", "a calendar month".
_BEFORE_UNIT = frozenset(
    "diluted basic common ordinary calendar working business academic financial fiscal adult fully".split()
)


def per_after(atoms: Atoms, last: int) -> tuple[str | None, int]:
    """(what the amount that ends before atom ``last`` is per, one past that); (None, last) where nothing says so.

    >>> from nkclaims.atoms.scan import scan
    >>> per_after(scan("$5 a barrel"), 2), per_after(scan("6 won/kg"), 2)
    (('barrel', 4), ('kilogram', 4))
    """
    words = atoms.words
    if last >= len(words):
        return None, last
    word = words[last].lower()
    following = words[last + 1].lower() if last + 1 < len(words) else ""
    glued = atoms.ends[last - 1] == atoms.starts[last] if last else False
    if word == ")" and last + 1 < len(words) and words[last + 1].lower() in ("a", "an", "per", "each"):
        return per_after(atoms, last + 1)
    if word in ("(", "["):
        return _past_bracket(atoms, last)
    if word == "for" and following in ("each", "every"):
        return per_after(atoms, last + 1)
    if (
        word == "for"
        and following in ("a", "an", "one")
        and last + 2 < len(words)
        and words[last + 2].lower() in _PRICED_BY
    ):
        return (
            per_after(atoms, last + 1)
            if following != "one"
            else (normal_unit(words[last + 2].lower()), last + 3)
        )
    if word in DASHES and glued and following in ("a", "an", "per") and last + 3 < len(words):
        unit = words[last + 3].lower()
        return (normal_unit(unit), last + 4) if unit.isalpha() else (None, last)
    if following in _BEFORE_UNIT and word in ("a", "an", "per"):
        described = _described(words, last)
        if described[0] is not None:
            return described
    if word in ("per", *_EACH) and following[:1].isdigit():
        return _of_size(words, last)
    if word == "per" and following.isalpha() and following not in _NOT_UNITS:
        return _long_unit(words, last + 1)
    if word == "/" and following.isalpha():
        return _long_unit(words, last + 1)
    if word == "/" and following in _SIGNS:
        return _SIGNS[following], last + 2
    on_the = word == "on" and following == "the" and words[last + 2 : last + 3] in _ON_THE
    if on_the and words[last + 3 : last + 4] not in (["'s"], ["’s"]):
        return words[last + 2], last + 3
    if word in _EACH and not _shifts(words, last + 2):
        if following in _PRICED_BY:
            return normal_unit(following), last + 2
        compound = following in _COMPOUNDS and words[last + 2 : last + 3] and words[last + 2] in DASHES
        if (compound or following in ("square", "cubic", "metric", "troy", "million")) and last + 2 < len(
            words
        ):
            return _long_unit(words, last + 1)
        if following in TIME_UNITS and word in ("each", "every"):
            return TIME_UNITS[following], last + 2
        return (following, last + 2) if _closes(words, last + 1) else (None, last)
    if word in _ADVERBS and word != "annual":
        return _ADVERBS[word], last + 1
    return None, last


def _of_size(words: list[str], last: int) -> tuple[str | None, int]:
    """The noun of "per 64-kg bag", "a 50-litre barrel": what is priced, its size before it."""
    noun = words[last + 4].lower() if last + 4 < len(words) else ""
    if words[last + 2] in DASHES and noun in _PRICED_BY:
        return normal_unit(noun), last + 5
    return None, last


def _described(words: list[str], last: int) -> tuple[str | None, int]:
    """The noun of "per diluted share", "a fully diluted share", "per calendar month"; after "a" one of prices only."""
    at = last + 1
    while at < len(words) and words[at].lower() in _BEFORE_UNIT:
        at += 1
    noun = words[at].lower() if at < len(words) else ""
    if not noun.isalpha() or (words[last].lower() != "per" and noun not in _PRICED_BY):
        return None, last
    return _long_unit(words, at)


def _past_bracket(atoms: Atoms, opening: int) -> tuple[str | None, int]:
    """ "455 taka ($3.73) a day": what follows the bracket is said of both amounts."""
    for at in range(opening + 1, min(len(atoms.words) - 1, opening + 9)):
        if atoms.words[at] in (")", "]"):
            found = per_after(atoms, at + 1)
            return found if found[0] is not None else (None, opening)
    return None, opening


_CLOSING = frozenset(
    ". , ; : ) ! ? and or but for in to from on at by with as when while after before than".split()
)


def _closes(words: list[str], noun: int) -> bool:
    """Whether a single plain noun stands after the article: "1.75 taka a pair.", "50p a slice"."""
    word = words[noun].lower() if noun < len(words) else ""
    if (
        not word.isalpha()
        or len(word) < 3
        or words[noun][0].isupper()
        or word.endswith(("s", "ly", "ing", "ed"))
    ):
        return False
    return noun + 1 >= len(words) or words[noun + 1].lower() in _CLOSING or words[noun + 1] == "\n"


def _shifts(words: list[str], at: int) -> bool:
    """ "a year earlier", "a week ago", "a year from now": a time, no unit; "a litre from 900" has one."""
    word = words[at].lower() if at < len(words) else ""
    if word == "from":
        return at + 1 >= len(words) or words[at + 1].lower() in _NOW
    return word in _SHIFTS


_NOW = frozenset("now today then this that the its launch".split())
_SHIFTS = frozenset("ago earlier later before after old or".split())


_COMPOUNDS = frozenset("kilowatt megawatt gigawatt watt man person square cubic passenger tonne".split())


def _long_unit(words: list[str], at: int) -> tuple[str | None, int]:
    """A unit of one word or of two ("square metre")."""
    pair = tuple(w.lower() for w in words[at : at + 2])
    if pair[-1] in DASHES and words[at + 2 : at + 3] and pair[0] in _COMPOUNDS:
        return f"{pair[0]} {normal_unit(words[at + 2].lower())}", at + 3
    if pair in unit_forms():
        return unit_forms()[pair], at + len(pair)
    if pair[0] in ("square", "cubic", "metric", "troy", "million", "thousand") and len(pair) == 2:
        return f"{pair[0]} {normal_unit(pair[1])}", at + 2
    return normal_unit(pair[0]), at + 1


def normal_unit(word: str) -> str:
    """A per-unit as a singular noun.

    >>> normal_unit("kilo"), normal_unit("capita"), normal_unit("hours")
    ('kilogram', 'person', 'hour')
    """
    if word in _SAME:
        return _SAME[word]
    if word in TIME_UNITS:
        return TIME_UNITS[word]
    if word.endswith("s") and word[:-1] in _PRICED_BY:
        return word[:-1]
    return word


def per_before(atoms: Atoms, first: int) -> str | None:
    """What an adjective before the amount says: "a monthly wage of 2,000 yuan", "an hourly rate of".

    >>> from nkclaims.atoms.scan import scan
    >>> per_before(scan("a monthly wage of 2,000 yuan"), 4)
    'month'
    """
    window = [w.lower() for w in atoms.words[max(0, first - 7) : first]]
    for i, word in enumerate(window):
        if word in _ADVERBS and any(w in _PAID for w in window[i + 1 : i + 4]):
            rest = window[i + 1 :]
            if not any(w in (",", ".", ";", "\n", "$") or w[0].isdigit() for w in rest):
                return _ADVERBS[word]
    return None
