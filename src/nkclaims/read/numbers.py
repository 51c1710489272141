"""Words and digits into exact numbers: "1.2bn", "two and a half million", "13 5/8", "12 lakh".

Everything here is pure and works on the words of atoms (see :mod:`nkclaims.atoms.scan`), lower-cased.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

UNITS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
        " fifteen sixteen seventeen eighteen nineteen".split()
    )
}
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, Decimal] = {
    word: Decimal(10) ** power
    for power, words in {
        2: "hundred hundreds",
        3: "thousand thousands k",
        5: "lakh lakhs",
        6: "million millions m mn mln mm mio mil",
        7: "crore crores cr",
        9: "billion billions b bn bln milliard mrd mlrd",
        12: "trillion trillions tn trn trln",
        15: "quadrillion",
    }.items()
    for word in words.split()
} | {
    "dozen": Decimal(12),
    "dozens": Decimal(12),
    "score": Decimal(20),
    "scores": Decimal(20),
    "tens": Decimal(10),
}
FRACTIONS: dict[str, int] = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8,
    "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10, "twelfth": 12, "twelfths": 12, "sixteenth": 16,
    "sixteenths": 16, "twentieth": 20, "twentieths": 20, "hundredth": 100, "hundredths": 100,
}  # fmt: skip
VULGAR: dict[str, tuple[int, int]] = {
    "½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5),
    "⅘": (4, 5), "⅙": (1, 6), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip
DASHES = frozenset("-–—‑‐−~")
_ONE = Decimal(1)
_DIGITS = re.compile(r"\d|\.\d")


@dataclass(frozen=True, slots=True)
class Number:
    """One number. ``step`` is the weight of its last printed digit (None for a number in words).

    value is exact but for fractions such as a third, which are kept to 28 digits.
    """

    value: Decimal
    step: Decimal | None

    def times(self, factor: Decimal) -> Number:
        """The number on a larger or smaller scale; its step moves with it."""
        return Number(self.value * factor, None if self.step is None else self.step * factor)


def parse_digits(text: str, *, comma_decimal: bool = False) -> Number | None:
    """A digit atom as a number; None where it is not one number ("1.2.3", "1,2").

    comma_decimal  the text around writes decimals with a comma ("1.200,50")

    >>> parse_digits("62,000").value, parse_digits("1.25").step
    (Decimal('62000'), Decimal('0.01'))
    >>> parse_digits("1,5").value, parse_digits("1.200", comma_decimal=True).value
    (Decimal('1.5'), Decimal('1200'))
    """
    text = text.translate(_SPACES)
    if text.isdigit():
        return Number(Decimal(text), _ONE)
    commas, points = text.count(","), text.count(".")
    last_comma, last_point = text.rfind(","), text.rfind(".")
    if commas and points:
        mark = "," if last_comma > last_point else "."
    elif commas > 1 or points > 1:
        mark = ""
    elif commas:
        mark = "," if len(text) - last_comma - 1 != 3 or text.startswith("0,") else ""
    else:
        mark = "" if comma_decimal and len(text) - last_point - 1 == 3 and not text.startswith("0") else "."
    whole, _, fraction = text.rpartition(mark) if mark else (text, "", "")
    if mark and not whole:
        whole = "0"
    groups = re.split(r"[.,]", whole)
    if any(sign in fraction for sign in ".,") or not _grouped(groups):
        return None
    digits = "".join(groups)
    return Number(Decimal(f"{digits}.{fraction}" if fraction else digits), Decimal(1).scaleb(-len(fraction)))


_SPACES = {ord(c): None for c in " \u00a0\u202f\u2009'"}


def _grouped(groups: Sequence[str]) -> bool:
    """Whether digit groups are thousands (3,3,3) or lakhs and crores (2,2,3)."""
    if len(groups) == 1:
        return True
    rest = groups[1:]
    western = all(len(g) == 3 for g in rest) and 1 <= len(groups[0]) <= 3
    indian = len(rest[-1]) == 3 and all(len(g) == 2 for g in rest[:-1]) and 1 <= len(groups[0]) <= 2
    return (western or indian) and groups[0] != "0"


def parse_number(words: Sequence[str], *, comma_decimal: bool = False) -> Number | None:
    """The atoms of one number (no hedge, no range), lower-cased; None where they are not one number.

    >>> parse_number(["two", "and", "a", "half", "million"]).value
    Decimal('2500000.0')
    >>> parse_number(["1.2", "bn"]).step == 10**8
    True
    """
    words = [w for w in words if w not in DASHES and w != "of"]
    if not words:
        return None
    if _DIGITS.match(words[0]) or words[0] in VULGAR:
        return _from_digits(words, comma_decimal)
    return _from_words(words)


def _from_digits(words: list[str], comma_decimal: bool) -> Number | None:
    """Digits with what follows: a fraction ("13 5/8", "2½", "3 and a half"), then scales."""
    if words[0] in VULGAR:
        number: Number | None = Number(_ratio(*VULGAR[words[0]]), None)
        rest = words[1:]
    elif len(words) >= 3 and words[1] == "/":
        number, rest = _slash(words[0], words[2]), words[3:]
    else:
        number, rest = parse_digits(words[0], comma_decimal=comma_decimal), words[1:]
        if number is not None:
            number, rest = _with_fraction(number, rest)
    for word in rest:
        if number is None or word not in SCALES:
            return None
        number = number.times(SCALES[word])
    return number


def _with_fraction(number: Number, rest: list[str]) -> tuple[Number | None, list[str]]:
    if rest and rest[0] in VULGAR:
        return Number(number.value + _ratio(*VULGAR[rest[0]]), None), rest[1:]
    if len(rest) >= 3 and rest[1] == "/":
        part = _slash(rest[0], rest[2])
        return (None if part is None else Number(number.value + part.value, None)), rest[3:]
    if rest and rest[0] == "and":
        part_words = [w for w in rest[1:] if w not in SCALES]
        scales = [w for w in rest[1:] if w in SCALES]
        share = _fraction(part_words)
        return (None if share is None else Number(number.value + share, None)), scales
    return number, rest


def _slash(top: str, bottom: str) -> Number | None:
    if not (top.isdigit() and bottom.isdigit()) or int(bottom) == 0:
        return None
    return Number(_ratio(int(top), int(bottom)), None)


def _ratio(top: int, bottom: int) -> Decimal:
    return Decimal(top) / Decimal(bottom)


def _fraction(words: Sequence[str]) -> Decimal | None:
    """ "a half", "three quarters", "half", as a number.

    >>> _fraction(["three", "quarters"])
    Decimal('0.75')
    """
    words = [w for w in words if w not in ("a", "an", "one")] or list(words)
    if len(words) == 1 and words[0] in FRACTIONS:
        return _ratio(1, FRACTIONS[words[0]])
    if len(words) == 2 and words[1] in FRACTIONS and words[0] in UNITS:
        return _ratio(UNITS[words[0]], FRACTIONS[words[1]])
    return None


def parse_fraction(words: Sequence[str]) -> Decimal | None:
    """A share in words ("two-thirds", "a quarter", "half"), as a number; None where it is none.

    >>> parse_fraction(["two", "-", "thirds"]).quantize(Decimal("0.01"))
    Decimal('0.67')
    """
    return _fraction([w for w in words if w not in DASHES and w != "of"])


def _from_words(words: list[str]) -> Number | None:
    """Number words: units and tens add, hundred multiplies the group, a larger scale closes it."""
    if any(w in FRACTIONS for w in words):
        return _with_half(words)
    total, group, seen = Decimal(0), Decimal(0), False
    for i, word in enumerate(words):
        if word in UNITS or word in TENS:
            value = UNITS.get(word, TENS.get(word, 0))
            if not _fits(group, value):
                return None
            group += value
            seen = True
        elif word in ("a", "an"):
            if i + 1 >= len(words) or words[i + 1] not in SCALES:
                return None
            group, seen = group or Decimal(1), True
        elif word == "and":
            if not seen:
                return None
        elif word in ("hundred", "dozen", "score"):
            group = (group or _ONE) * SCALES[word]
            seen = True
        elif word in SCALES:
            total += (group or _ONE) * SCALES[word] if group or not total else total * (SCALES[word] - 1)
            group, seen = Decimal(0), True
        else:
            return None
    return Number(total + group, None) if seen else None


def _fits(group: Decimal, value: int) -> bool:
    """Whether a unit or tens word may follow what its group holds ("twenty five", not "five twenty")."""
    rest = int(group) % 100
    return rest == 0 if value >= 10 or value == 0 else rest % 10 == 0 and rest != 10


def _with_half(words: list[str]) -> Number | None:
    """ "half a million", "two and a half million", "a quarter of a million", "a million and a half"."""
    at = next(i for i, w in enumerate(words) if w in FRACTIONS)
    before, after = words[:at], [w for w in words[at + 1 :] if w not in ("a", "an")]
    scale = _ONE
    for word in after:
        if word not in SCALES:
            return None
        scale *= SCALES[word]
    if "and" in before:
        cut = len(before) - 1 - before[::-1].index("and")
        part = _fraction([*before[cut + 1 :], words[at]])
        whole = _from_words(before[:cut])
        if part is None or whole is None:
            return None
        unit = SCALES.get(before[cut - 1], _ONE) if not after else _ONE  # "a million and a half"
        return Number((whole.value + part * unit) * scale, None)
    part = _fraction([*before, words[at]])
    return None if part is None or (scale == _ONE) else Number(part * scale, None)
