"""A change in words into its value: "more than doubled", "fell 6%", "cut its workforce by 1,200"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Literal

from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Change, Direction, Money, Percentage, Quantity
from nkclaims.read import bounds
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import Effect
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.numbers import parse_fraction

Slot = Literal["pct", "points", "basis", "share", "times", "delta"]
SLOTS: tuple[Slot, ...] = ("pct", "points", "basis", "share", "times", "delta")
TIMES = {
    "twice": Decimal(2), "half": Decimal("0.5"), "twofold": Decimal(2), "threefold": Decimal(3),
    "fourfold": Decimal(4), "fivefold": Decimal(5), "sixfold": Decimal(6), "sevenfold": Decimal(7),
    "eightfold": Decimal(8), "ninefold": Decimal(9), "tenfold": Decimal(10), "twentyfold": Decimal(20),
    "thirtyfold": Decimal(30), "hundredfold": Decimal(100), "thousandfold": Decimal(1000),
}  # fmt: skip
_PART_OF = frozenset(("of", "point"))
TWO_PLACES = Decimal("0.01")


def read_changes(hits: Iterable[Matched], context: Context, numbers: Sequence[Mention]) -> list[Mention]:
    """The change mentions of a document, by start; a hit whose size cannot be read is left out.

    numbers  the money, percentage and quantity mentions already read, sorted by start: the amount of "rose by
             $5" is taken from there, and a number that is the size of a change is given its direction
    """
    found = (_read(hit, context, numbers) for hit in hits)
    return [mention for mention in found if mention is not None]


def _read(hit: Matched, context: Context, numbers: Sequence[Mention]) -> Mention | None:
    atoms = context.atoms
    around = bounds.before(atoms, atoms.covering(hit.start))
    slot, span = _size(hit)
    size = _inside(numbers, span) if span else None
    value = _change(hit, context, slot, span, around.effects, size)
    if value is None:
        return None
    start = atoms.starts[around.first] if around.effects else hit.start
    end = max(hit.end, size.end) if size is not None and slot == "delta" else hit.end
    sentence = atoms.sentence_of(around.first)
    slots = dict(hit.slots)
    mention = Mention(
        "change", start, end, hit.rule.id, value, sentence, slots=slots, direction=value.direction
    )
    if span is not None:
        mention.slots["size"] = span
    if size is not None and slot != "times":
        mention.slots["size"] = (size.start, size.end)
        size.direction = value.direction
    return mention


def _change(
    hit: Matched,
    context: Context,
    slot: Slot | None,
    span: Span | None,
    effects: Sequence[Effect],
    size: Mention | None,
) -> Change | None:
    if slot is None or span is None:
        return _given(hit, effects)
    if slot == "delta":
        return None if size is None else _amount(size, _direction(hit))
    words = context.atoms.lower(context.atoms.at(span[0]), context.atoms.at(span[1]))
    if slot == "times":
        return _times(words, effects, context.comma_decimal)
    return _value(slot, span, context, effects, _direction(hit))


def _direction(hit: Matched) -> Direction | None:
    for name in hit.slots:
        if name.startswith("up"):
            return "rise"
        if name.startswith("down"):
            return "fall"
    return None


def _size(hit: Matched) -> tuple[Slot | None, Span | None]:
    for name, span in hit.slots.items():
        for slot in SLOTS:
            if name.rstrip("0123456789") == slot:
                return slot, span
    return None, None


def _inside(numbers: Sequence[Mention], span: Span) -> Mention | None:
    """The number that lies over a slot."""
    return next((m for m in _over(numbers, span) if m.kind in NUMBER_KINDS), None)


def _over(numbers: Sequence[Mention], span: Span) -> Iterator[Mention]:
    low, high = 0, len(numbers)
    while low < high:  # the first that ends after the slot begins
        middle = (low + high) // 2
        if numbers[middle].end <= span[0]:
            low = middle + 1
        else:
            high = middle
    while low < len(numbers) and numbers[low].start < span[1]:
        yield numbers[low]
        low += 1


def _built(sizes: dict[str, Decimal | None], direction: Direction | None, amount: Amount) -> Change:
    rest = {"modifier": amount.modifier, "approx": amount.approx, "lean": amount.lean, "step": amount.step}
    return Change.model_validate({**sizes, "direction": direction, **rest})


def _given(hit: Matched, effects: Sequence[Effect]) -> Change | None:
    """What the rule itself says ("doubled": factor 2)."""
    for key in ("factor", "percent"):
        if key in hit.rule.give:
            size = Decimal(str(hit.rule.give[key]))
            return _built({key: size}, hit.rule.give.get("direction"), bounded(Amount(size, size), effects))
    return None


def _amount(number: Mention, direction: Direction | None) -> Change | None:
    """The change by an amount that was read as a number claim; None for a range."""
    value = number.value
    if not isinstance(value, Money | Percentage | Quantity):
        return None
    size = value.high if value.low is None else value.low
    if size is None or (value.high is not None and value.high != size):
        return None
    amount = Amount(size, size, value.modifier, value.approx, value.lean, value.step)
    return _built({"delta": size}, direction, amount)


def _value(
    slot: Slot, span: Span, context: Context, outer: Sequence[Effect], direction: Direction | None
) -> Change | None:
    """A size in per cent or points, its own hedges ("rose by about 5%") and the outer ones taken in."""
    atoms = context.atoms
    first, last = atoms.at(span[0]), atoms.at(span[1])
    words = atoms.lower(first, last)
    read = _share if slot == "share" else _number
    for at in range(len(words)):
        amount = read(words[at:], context.comma_decimal)
        if amount is not None:
            break
    else:
        return None
    if amount.low is None or amount.low != amount.high:
        return None
    inner = bounds.before(atoms, first + at).effects if at else ()
    amount = bounded(amount, [*outer, *inner])
    if slot == "basis":
        amount = amount.times(Decimal("0.01"))
    size = amount.high if amount.low is None else amount.low
    return _built({"percent" if slot in ("pct", "share") else "points": size}, direction, amount)


def _number(words: Sequence[str], comma_decimal: bool) -> Amount | None:
    """The longest run of words from the first on that reads as one number, or a part of one ("a quarter of")."""
    part = _part(words)
    if part is not None:
        return Amount(part, part)
    for last in range(len(words), 0, -1):
        amount = parse_amount(tuple(words[:last]), comma_decimal)
        if amount is not None:
            return amount
    return None


def _part(words: Sequence[str]) -> Decimal | None:
    """The fraction of a point or of a per cent that begins the words.

    >>> _part("a quarter of a percentage point".split()), _part("half a point".split()), _part(["a", "quarter"])
    (Decimal('0.25'), Decimal('0.5'), None)
    """
    if not _PART_OF.intersection(words):
        return None
    parts = (parse_fraction(words[:last]) for last in range(len(words), 0, -1))
    return next((part for part in parts if part is not None), None)


def _share(words: Sequence[str], _: bool) -> Amount | None:
    """The longest run of words from the first on that reads as a fraction, in per cent."""
    for last in range(len(words), 0, -1):
        fraction = parse_fraction(words[:last])
        if fraction is not None:
            percent = (fraction * 100).quantize(TWO_PLACES)
            return Amount(percent, percent)
    return None


def _times(words: Sequence[str], effects: Sequence[Effect], comma_decimal: bool) -> Change | None:
    amount = _number(words, comma_decimal)
    factor = TIMES.get(words[0]) or (amount.low if amount else None)
    if factor is None or factor <= 0 or factor == 1:
        return None
    direction: Direction = "fall" if factor < 1 else "rise"
    return _built({"factor": factor}, direction, bounded(Amount(factor, factor), effects))
