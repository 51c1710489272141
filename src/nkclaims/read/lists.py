"""Numbers in a row whose sign, name or scale is said once, at the end: "5, 6 and 10 per cent", "3 and 4 million"."""

from __future__ import annotations

from decimal import Decimal

from nkclaims.model.mention import Span
from nkclaims.read.amounts import Amount, parse_amount, year_apart
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.not_quantities import is_other_number
from nkclaims.read.numbers import SCALES
from nkclaims.read.phrases import words_of

_APART = 20
"""Of two numbers joined by a bare "and", one this many times the other is no member of a list with it."""
_ONE = Decimal(1)


def number_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The longest beginning of some words that reads as a number.

    >>> number_words(("10", "million", "euros"))
    ('10', 'million')
    """
    return next((words[:i] for i in range(len(words), 0, -1) if parse_amount(words[:i]) is not None), ())


def member(hit: Matched, context: Context) -> Amount | None:
    """The amount of one member of a list; None where it plainly is none of the row.

    Every member shares the scale of the last, where it has none of its own and then lies near it. Two numbers make
    a row only if they are written alike and of one size: "in 2019 and 5 percent", "the two and 10 percent" are none.
    """
    last = number_words(words_of(context, hit.slots["third"]))
    end = parse_amount(last, context.comma_decimal)
    span = (hit.start, hit.end)
    words = number_words(words_of(context, span))
    amount = parse_amount(words, context.comma_decimal)
    if amount is None or span == hit.slots["third"] or end is None:
        return amount
    amount = on_scale(amount, end, words, last)
    if "second" not in hit.slots and not _paired(context, span, (words, amount), (last, end)):
        return None
    return amount


def on_scale(amount: Amount, end: Amount, words: tuple[str, ...], last: tuple[str, ...]) -> Amount:
    """An amount on the scale that is said once, at the end, where it then lies near the last."""
    factor = _ONE
    for word in last:
        factor *= SCALES.get(word, _ONE)
    if factor == _ONE or any(word in SCALES for word in words) or "," in words[0]:
        return amount
    scaled = amount.times(factor)
    return scaled if _near(scaled, end) else amount


def _paired(
    context: Context, span: Span, one: tuple[tuple[str, ...], Amount], other: tuple[tuple[str, ...], Amount]
) -> bool:
    atoms = context.atoms
    first, last = atoms.at(span[0]), atoms.at(span[1])
    alike = one[0][0][0].isdigit() == other[0][0][0].isdigit()
    bounds = before(atoms, first)
    aged = first - bounds.first == 1 and bounds.effects in (
        ("under",),
        ("over",),
    )  # "children under 5 and 10 percent"
    return (
        alike
        and not aged
        and not year_apart(one[0], other[0])
        and _near(one[1], other[1])
        and not is_other_number(atoms, first, last, one[1])
    )


def _near(one: Amount, other: Amount) -> bool:
    if not one.low or not other.low:
        return False
    return max(one.low, other.low) <= _APART * min(one.low, other.low)
