"""The shapes of digit atoms: what a run of digits could be, before anything around it is looked at."""

from __future__ import annotations

import re
from functools import lru_cache

# Every shape is a set of classes; the id of a shape is its place in SHAPES. A class is used in patterns as
# {digits}, {year}, {dayno} and so on.
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?\Z")
_INDIAN = re.compile(r"[1-9]\d?(?:,\d{2})+,\d{3}(?:\.\d+)?\Z")
_DOTTED = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?\Z")
_DECIMAL = re.compile(r"\d*\.\d+\Z")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}\Z")
_SPACED = re.compile(r"[1-9]\d{0,2}(?:[ \u00a0\u202f\u2009']\d{3})+(?:,\d{1,2})?\Z")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d\Z")
_DATE_DOTTED = re.compile(r"(?:\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})|[12]\d{3}\.\d{1,2}\.\d{1,2})\Z")

CLASSES = (
    "digits", "int", "d1", "d2", "d3", "d4", "dlong", "year", "dayno", "monthno", "hour", "minute", "yy",
    "decimal", "thousands", "clock", "dottedthousands", "commadecimal", "dotteddate", "numeral", "fractionbottom",
    "zeropadded",
)  # fmt: skip
"""What a digit atom can be asked for in a pattern. ``numeral`` is every shape that reads as one number."""


MOST_FIGURES = 60
"""Characters above which a run of figures is no number: no news prints one, and reckoning with it has no end."""


@lru_cache(maxsize=20_000)
def classes_of(digits: str) -> frozenset[str]:
    """The classes of a digit atom.

    >>> sorted(classes_of("2025"))
    ['d4', 'digits', 'int', 'numeral', 'year']
    >>> "thousands" in classes_of("62,000"), "numeral" in classes_of("1.2.3")
    (True, False)
    """
    out = {"digits"}
    if len(digits) > MOST_FIGURES:
        return frozenset(out)
    if digits.isdigit():
        out |= _integer(digits)
    elif _DECIMAL.match(digits):
        out |= {"decimal", "numeral"} | ({"clock"} if _CLOCK.match(digits) else set())
        if _DOTTED.match(digits):
            out.add("dottedthousands")
    elif _THOUSANDS.match(digits) or _INDIAN.match(digits) or _SPACED.match(digits):
        out |= {"thousands", "numeral"}
    elif _DOTTED.match(digits):
        out |= {"dottedthousands", "numeral"}
    elif _COMMA_DECIMAL.match(digits):
        out |= {"commadecimal", "numeral"}
    elif _DATE_DOTTED.match(digits):
        out.add("dotteddate")
    return frozenset(out)


def _integer(digits: str) -> set[str]:
    value, n = int(digits) if len(digits) < 10 else 10**9, len(digits)
    out = {"int", "numeral", f"d{n}" if n <= 4 else "dlong"}
    out |= {"zeropadded"} if digits[0] == "0" and n > 1 else set()
    out |= {"year"} if n == 4 and 1000 <= value <= 2199 else set()
    out |= {"dayno"} if n <= 2 and 1 <= value <= 31 else set()
    out |= {"monthno"} if n <= 2 and 1 <= value <= 12 else set()
    out |= {"hour"} if n <= 2 and value <= 24 else set()
    out |= {"minute", "yy"} if n == 2 and value < 60 else {"yy"} if n == 2 else set()
    out |= {"fractionbottom"} if value in (2, 3, 4, 5, 8, 10, 16, 32, 64) else set()
    return out
