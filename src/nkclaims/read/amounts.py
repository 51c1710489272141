"""A number phrase as printed ends: single numbers, ranges, orders of magnitude, with their hedges."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any

from nkclaims.atoms.shapes import classes_of
from nkclaims.model.values import Lean, Modifier
from nkclaims.read.bounds import Effect
from nkclaims.read.numbers import DASHES, SCALES, Number, parse_number

_MAGNITUDES = frozenset(
    "dozens scores hundreds thousands millions billions trillions tens lakhs crores".split()
)
_FEW = frozenset(("few", "several", "many", "some", "couple"))
_HEDGES_INSIDE = frozenset(
    "about around some roughly approximately nearly almost just over under more less than at least"
    " most up to as much many even an estimated perhaps maybe well possibly slightly close".split()
)

MOST_OF_A_SPREAD = 2
"""Two numbers joined by "or" are a spread up to this factor ("two or three days"); beyond it one or the other."""


@dataclass(frozen=True, slots=True)
class Amount:
    """Printed ends with what the words do to them; the fields of :class:`nkclaims.model.values.Reading`."""

    low: Decimal | None
    high: Decimal | None
    modifier: Modifier = "exact"
    approx: bool = False
    lean: Lean | None = None
    step: Decimal | None = None

    def times(self, factor: Decimal) -> Amount:
        """On another scale (30 cents is 0.30 dollars)."""
        if factor == 1:
            return self
        return replace(
            self,
            low=None if self.low is None else self.low * factor,
            high=None if self.high is None else self.high * factor,
            step=None if self.step is None else self.step * factor,
        )

    def fields(self) -> dict[str, Any]:
        """As keyword arguments of a value model."""
        return {
            "low": self.low,
            "high": self.high,
            "modifier": self.modifier,
            "approx": self.approx,
            "lean": self.lean,
            "step": self.step,
        }


@lru_cache(maxsize=8192)
def parse_amount(words: tuple[str, ...], comma_decimal: bool = False) -> Amount | None:
    """The atoms of a number phrase, lower-cased, without the hedges around it; None where it is none.

    >>> amount = parse_amount(("3", "-", "4", "million"))
    >>> amount.low, amount.high, amount.modifier, amount.step
    (Decimal('3000000'), Decimal('4000000'), 'between', Decimal('1000000'))
    >>> parse_amount(("tens", "of", "thousands")).low, parse_amount(("2019", "-", "20")) is None
    (Decimal('10000'), True)
    >>> parse_amount(("two", "or", "three")).modifier, parse_amount(("50", "or", "500")) is None
    ('between', True)
    >>> parse_amount(("70", "-", "75,000")).low, parse_amount(("a", "couple", "of", "hundred")).low
    (Decimal('70000'), Decimal('200'))
    """
    if words and words[-1] == "of" and words != ("a", "couple", "of"):
        words = words[:-1]
    number = None if _MAGNITUDES.intersection(words) else parse_number(words, comma_decimal=comma_decimal)
    if number is not None:
        ends = _dash_inside(words, comma_decimal)
        if ends is None:
            return Amount(number.value, number.value, step=number.step)
    if words[:3] == ("a", "couple", "of"):
        tail = words[3:]
        number = parse_number(tail, comma_decimal=comma_decimal) if tail else Number(Decimal(1), None)
        pair = None if number is None else number.times(Decimal(2))
        return None if pair is None else Amount(pair.value, pair.value, "about", approx=True)
    order = _order(words)
    if order is not None:
        return Amount(order, None, "order", approx=True)
    if "to" in words:  # "a few thousand to tens of thousands": the first of two orders
        lowest, highest = _order(words[: words.index("to")]), _order(words[words.index("to") + 1 :])
        if lowest is not None and highest is not None and lowest <= highest:
            return Amount(lowest, None, "order", approx=True)
    for left, joint, right, hedged in _splits(words):
        low, high = (
            parse_number(left, comma_decimal=comma_decimal),
            parse_number(right, comma_decimal=comma_decimal),
        )
        if low is not None and high is not None and not year_apart(left, right):
            return _range(low, high, left, right, hedged, as_printed=words[0] == "between", joint=joint)
    return None


def _dash_inside(words: Sequence[str], comma_decimal: bool) -> tuple[str, ...] | None:
    """Whether a dash stands between two digit atoms: "30-40" is a range, though its words read as one number."""
    digits = [i for i, w in enumerate(words) if w[0].isdigit()]
    if len(digits) == 2 and any(w in DASHES for w in words[digits[0] : digits[1]]) and "/" not in words:
        return tuple(words)
    return None


def _splits(words: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...], bool]]:
    """Ways to cut a range in two: (left, the joint, right, a hedge stood inside)."""
    between = bool(words) and words[0] == "between"
    body = words[1:] if between else words
    for i, word in enumerate(body):
        if word == "and" if between else (word in DASHES or word in ("to", "or")):
            left, right = tuple(_strip(body[:i])), tuple(_strip(body[i + 1 :]))
            yield left, word, right, len(left) + len(right) + 1 < len(body)


def year_apart(left: Sequence[str], right: Sequence[str]) -> bool:
    """ "in 2018 to 3.9 million": a year and something else are no range.

    >>> year_apart(("2018",), ("3.9", "million")), year_apart(("1800",), ("1900",)), year_apart(("2000",), ("2500",))
    (True, False, False)
    """
    if len(left) == len(right) == 1 and len(left[0]) == len(right[0]) == 4 and left[0] < right[0]:
        return False
    years = [
        "year" in classes_of(side[0]) if len(side) == 1 and side[0][0].isdigit() else False
        for side in (left, right)
    ]
    return years[0] != years[1] and not (years[1] and left[0].isdigit() and len(left[0]) >= 3)


def _strip(words: Sequence[str]) -> Sequence[str]:
    while len(words) > 1 and words[0] in _HEDGES_INSIDE:
        words = words[1:]
    return words


def _range(
    low: Number,
    high: Number,
    left: Sequence[str],
    right: Sequence[str],
    hedged: bool,
    *,
    as_printed: bool,
    joint: str,
) -> Amount | None:
    """A range; ``as_printed``: its ends stay where they stand, even the wrong way round (a check says so)."""
    scales = [SCALES[w] for w in right if w in SCALES]
    if scales and not any(w in SCALES for w in left):  # "3-4 million": the scale is said once
        factor = scales[-1]
        if low.value * factor <= high.value:
            low = low.times(factor)
    elif _thousands_once(left, right) and low.value * 1000 < high.value:
        low = low.times(Decimal(1000))
    if joint == "or" and high.value > MOST_OF_A_SPREAD * low.value:
        return None  # "fines of 50 or 500 euros": one or the other, and nothing between them
    if low.value > high.value and not as_printed:
        if joint == "or":
            return None
        low, high = high, low
    step = max((n.step for n in (low, high) if n.step is not None), default=None)
    return Amount(low.value, high.value, "between", approx=hedged, step=step)


def _thousands_once(left: Sequence[str], right: Sequence[str]) -> bool:
    """ "70-75,000": the thousands are said once, at the end."""
    return len(left) == 1 and left[0].isdigit() and right[-1].endswith(",000")


def _order(words: Sequence[str]) -> Decimal | None:
    """Orders of magnitude: "dozens", "hundreds of thousands", "a few hundred", "several million"."""
    rest = [w for w in words if w not in ("of", "a")]
    vague = any(w in _MAGNITUDES for w in rest) or (bool(rest) and rest[0] in _FEW)
    if not rest or not vague or not all(w in SCALES or w in _FEW for w in rest):
        return None
    value = Decimal(1)
    for word in rest:
        value *= SCALES.get(word, Decimal(1))
    return value if value > 1 or rest[0] in ("few", "several", "many") else None


def bounded(amount: Amount, effects: Sequence[Effect], *, negative: bool = False) -> Amount:
    """The amount with what its hedges do to it.

    "up to 70" has no low end, "more than 4,000" no high one; "nearly 6,000" keeps both and leans below.

    >>> bounded(Amount(Decimal(70), Decimal(70)), ["at_most"]).low is None
    True
    """
    if negative:
        low, high = amount.high, amount.low
        amount = replace(amount, low=None if low is None else -low, high=None if high is None else -high)
    if not effects:
        return amount
    approx = amount.approx or any(e in ("about", "below", "above") for e in effects)
    lean: Lean | None = "below" if "below" in effects else "above" if "above" in effects else amount.lean
    if amount.modifier == "order":
        return amount
    if amount.modifier == "between":
        return replace(amount, approx=approx, lean=lean)
    for effect in effects:
        if effect in ("over", "at_least"):
            return replace(amount, high=None, modifier=effect, approx=approx, lean=lean)
        if effect in ("under", "at_most"):
            return replace(amount, low=None, modifier=effect, approx=approx, lean=lean)
    return replace(amount, modifier="about", approx=True, lean=lean)
