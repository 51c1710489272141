"""Words and figures of dates as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nkclaims.read.numbers import DASHES, parse_number
from nkclaims.tables.calendar import MONTHS, ORDINALS

_SOME = frozenset(
    [
        "several",
        "few",
        "some",
        "many",
        "numerous",
        "countless",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "tens",
        "multiple",
    ]
)
_ENDS = ("st", "nd", "rd", "th")


def lower(words: Sequence[str]) -> list[str]:
    """Lower-cased, with straight apostrophes."""
    return [word.lower().replace("’", "'") for word in words]


@lru_cache(maxsize=4096)
def count(words: tuple[str, ...]) -> float | None:
    """A count of units; None where none is said ("several").

    >>> count(("two", "and", "a", "half")), count(("a", "couple", "of")), count(("several",))
    (2.5, 2, None)
    """
    kept = [w for w in words if w not in ("the", "of", "full") and w not in DASHES]
    if not kept:
        return 1
    if kept[-2:] == ["and", "half"]:
        kept[-1:] = ["a", "half"]
    more = {"and a half": 0.5, "and a quarter": 0.25}.get(" ".join(kept[-3:]))
    if more is not None and len(kept) > 3:
        whole = count(tuple(kept[:-3]))
        return None if whole is None else tidy(whole + more)
    if "couple" in kept:
        return 2
    if any(w in _SOME for w in kept):
        return None
    if len(kept) > 1 and kept[-1] in ("a", "an") and kept[-2] in ("quarter", "quarters"):
        kept = kept[:-1]  # "three quarters of an hour"
    if kept[0] in ("a", "an", "one") and (len(kept) == 1 or kept[-1] not in ("hundred", "thousand", "dozen")):
        kept = kept[1:] or ["one"]
        if kept == ["half"]:
            return 0.5
    if kept[0] == "half":
        return 0.5
    if kept == ["quarter"]:
        return 0.25
    if kept == ["three", "quarters"]:
        return 0.75
    found = parse_number(kept)
    return None if found is None else tidy(float(found.value))


def tidy(number: float) -> float:
    """A whole number as an int, so that it is printed without a point."""
    return int(number) if number == int(number) else number


@lru_cache(maxsize=4096)
def ordinal(words: tuple[str, ...]) -> int | None:
    """1st, first, twenty-first, the 3rd, also plain figures; None where it is none.

    >>> ordinal(("twenty", "-", "seventh")), ordinal(("10", "th")), ordinal(("28",))
    (27, 10, 28)
    """
    kept = [w for w in words if w not in DASHES and w not in ("the", "of") and w not in _ENDS]
    if len(kept) == 1:
        if kept[0].isdigit():
            return int(kept[0])
        if kept[0] in ORDINALS:
            return ORDINALS[kept[0]]
    if len(kept) == 2 and kept[1] in ORDINALS and kept[0] in ("twenty", "thirty", "forty"):
        return {"twenty": 20, "thirty": 30, "forty": 40}[kept[0]] + ORDINALS[kept[1]]
    found = parse_number(kept) if kept else None
    return int(found.value) if found is not None and found.value == int(found.value) else None


def month(words: Sequence[str]) -> int | None:
    """The month a word names."""
    return next((MONTHS[w] for w in words if w in MONTHS), None)


@lru_cache(maxsize=4096)
def year(words: tuple[str, ...], pivot: int | None = None) -> int | None:
    """A year: 1989, '89, two thousand and five, nineteen eighty-six; two figures are read by the pivot.

    pivot  the year two figures must not lie 20 years beyond; None takes 2030

    >>> year(("1989",)), year(("'", "45")), year(("nineteen", "eighty", "-", "six"))
    (1989, 1945, 1986)
    """
    kept = [
        w
        for w in words
        if w not in DASHES and w not in ("'", "‘", "the", "year", "of", "in", ",", "s", "'s", "fiscal")
    ]
    if len(kept) == 1 and kept[0].isdigit():
        number = int(kept[0])
        return two_figures(number, pivot) if len(kept[0]) == 2 else number or None
    if (
        kept
        and kept[0] in ("nineteen", "eighteen", "twenty")
        and len(kept) > 1
        and kept[1] not in ("hundred", "thousand")
    ):
        head, tail = parse_number(kept[:1]), parse_number(kept[1:])
        return int(head.value * 100 + tail.value) if head and tail and tail.value < 100 else None
    found = parse_number(kept) if kept else None
    return int(found.value) if found is not None and 1000 <= found.value < 2200 else None


def two_figures(number: int, pivot: int | None = None) -> int:
    """The century of a year of two figures: the last that is not 20 years beyond the pivot.

    >>> two_figures(45, 2009), two_figures(18, 2018)
    (1945, 2018)
    """
    limit = (pivot or 2010) + 20
    full = limit - limit % 100 + number
    return full if full <= limit else full - 100
