"""What stands between a number and the noun it counts: adjectives, kinds, nouns in the singular before another."""

from __future__ import annotations

from nkclaims.read.measure import Head
from nkclaims.read.numbers import DASHES
from nkclaims.read.units import TIME_UNITS

_ATTRIBUTES = frozenset(
    "page cylinder star degree member seat bed room storey story door gear speed man woman person"
    " point game match mile metre meter foot inch acre hectare gallon litre liter pound ounce ton"
    " tonne barrel megawatt kilowatt hour day week month year minute second night lap round hole"
    " inning run wicket goal stroke set point try yard car carriage floor lane track vote percent"
    " digit word part piece volume course strong passenger unit team nation country city state party"
    " player woman child student home family bedroom cent case dose shot".split()
)


def attribute(words: list[str], last: int, stops: frozenset[str]) -> Head | None:
    """ "12 page document", "3 cylinder engine": what is counted stands in the singular before another noun."""
    if last + 1 >= len(words):
        return None
    word, following = words[last].lower(), words[last + 1].lower()
    if word not in _ATTRIBUTES or not following[0].isalpha() or following in stops:
        return None
    return Head(last + 1, TIME_UNITS.get(word, word), "compound")


_KINDS = frozenset(
    "male female foreign local new used adult black white asian domestic civilian military junior senior primary"
    " secondary permanent temporary commercial electric diesel urban rural gold silver".split()
)


def describes(words: list[str], at: int) -> bool:
    """Whether a word before the conjunction says of what kind: a hyphenated one, a nation's, a common adjective."""
    word = words[at]
    hyphen = word in DASHES or words[at + 1] in DASHES or words[at - 1] in DASHES
    return hyphen or word[0].isupper() or word.lower() in _KINDS or is_adjective(word.lower())


def is_adjective(word: str) -> bool:
    """Whether a word looks like an adjective, by ending and by table.

    >>> is_adjective("famous"), is_adjective("senior"), is_adjective("worker")
    (True, True, False)
    """
    return word.endswith(("ous", "ful", "ible", "able", "ive", "ical", "less", "ese", "ish", "ern")) or word in (
        "new", "big", "small", "large", "old", "young", "single", "major", "local", "foreign",
        "senior", "other", "more",
        "different", "extra", "former", "private", "public", "national", "federal", "key", "third",
        "second", "first", "high",
    )  # fmt: skip
