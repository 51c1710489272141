"""Quantities: numbers with what they count or measure, by what their rules say they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nkclaims.model.mention import Mention
from nkclaims.model.values import Quantity
from nkclaims.read import quantity_levels as levels
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.inside import number_inside
from nkclaims.read.matched import Matched
from nkclaims.read.measure import find_measure
from nkclaims.read.moves import Part, one_or_other, size_and_level
from nkclaims.read.nouns import singular
from nkclaims.read.numbers import parse_fraction
from nkclaims.read.per import per_after
from nkclaims.read.phrases import hedged, mention, right_side, slot, words_of
from nkclaims.read.quantity import read_quantity
from nkclaims.read.units import TIME_UNITS


def read_quantities(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The quantity mentions of a document, by start; numbers that are no quantities give none."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
    return out


def _read_amount(hit: Matched, context: Context) -> Iterator[Mention]:
    if "amount" not in hit.slots:
        yield from _read_whole(hit, context)
        return
    words = words_of(context, hit.slots["amount"])
    amount = parse_amount(words, context.comma_decimal)
    if "or" in words and (parts := one_or_other(context, words, amount, hit.slots["amount"])) is not None:
        yield from _moved_by_to(hit, context, parts)
        return
    if amount is None:
        yield from _halves(hit, context, words)
        return
    parts = size_and_level(context, words, amount, hit.slots["amount"])
    if parts is not None:
        yield from _moved_by_to(hit, context, parts)
        return
    found = read_quantity(hit, context, amount, hit.slots["amount"])
    if found is not None:
        yield found


def _moved_by_to(hit: Matched, context: Context, parts: tuple[Part, Part]) -> Iterator[Mention]:
    """The size of a move in the unit of the level behind it, and that level; one number and the other."""
    (size, span), level_part = parts
    level = read_quantity(hit, context, *level_part)
    if level is None:
        return
    atoms = context.atoms
    bounds = before(atoms, atoms.at(span[0]))
    value = Quantity(
        **bounded(size, bounds.effects, negative=bounds.negative).fields(),
        unit=level.value.unit,  # type: ignore[union-attr]
    )
    found = mention(context, "quantity", hit.rule.id, value, bounds.first, atoms.at(span[1]), hit.slots)
    found.clues |= {"form": level.clues["form"], "number": [span[0], span[1]]}
    yield found
    yield level


def _read_whole(hit: Matched, context: Context) -> Iterator[Mention]:
    """A rule that names no amount: the number in its quote, and the unit it gives, else the last word's singular."""
    inside = number_inside(context, hit)
    amount = parse_amount(words_of(context, inside), context.comma_decimal) if inside else None
    if amount is None or inside is None:
        return
    last_word = words_of(context, (hit.start, hit.end))[-1]
    unit = hit.rule.give.get("unit") or (singular(last_word) if last_word.isalpha() else None)
    phrase = hedged(context, amount, (hit.start, hit.end))
    value = Quantity(**phrase.amount.fields(), unit=unit)
    found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
    found.clues.update(form="rule", number=list(inside))
    yield found


def _halves(hit: Matched, context: Context, words: tuple[str, ...]) -> Iterator[Mention]:
    """Words that make no one number ("2018 to 3.9 million"): each side that does is tried by itself."""
    start, end = hit.slots["amount"]
    first = context.atoms.at(start)
    for cut in range(len(words) - 1, 0, -1):
        left = parse_amount(words[:cut], context.comma_decimal)
        if left is None:
            continue
        sides = [(left, (start, context.atoms.ends[first + cut - 1]))]
        right = right_side(words, context)
        if right is not None and right[1] > cut:
            sides.append((right[0], (context.atoms.starts[first + right[1]], end)))
        for amount, span in sides:
            found = read_quantity(hit, context, amount, span)
            if found is not None:
                yield found
        return


def _read_times(hit: Matched, context: Context) -> Iterator[Mention]:
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if amount is None:
        return
    atoms = context.atoms
    first, last = atoms.at(hit.start), atoms.at(hit.end)
    bounds = before(atoms, first)
    value = Quantity(**bounded(amount, bounds.effects).fields(), unit="time", per=per_after(atoms, last)[0])
    yield mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)


def _read_scientific(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "1.9 × 10^27": the number before the sign on the scale of its power of ten."""
    base = parse_amount(words_of(context, hit.slots["base"]), context.comma_decimal)
    if words_of(context, hit.slots["ten"]) != ("10",):
        return
    power = "".join(words_of(context, hit.slots["exponent"])).translate(_RAISED).removeprefix("^")
    if base is None or abs(int(power)) > _LARGEST_POWER:
        return
    found = read_quantity(hit, context, base.times(Decimal(10) ** int(power)), hit.slots["amount"])
    if found is not None:
        yield found


def _read_part_of_unit(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "half a mile", "a quarter of an hour": the fraction of what is a unit of measure or of time."""
    atoms = context.atoms
    at = atoms.at(hit.slots["unit"][0])
    head = find_measure(atoms, at, False)
    unit = head.unit if head is not None else TIME_UNITS.get(atoms.words[at].lower())
    span = slot(hit, "amount", "amount2")
    if unit is None or span is None or (head is None and "amount" not in hit.slots):
        return
    share = parse_fraction([word for word in words_of(context, span) if word != "a"])
    if share is None:
        return
    last = head.end if head is not None else at + 1
    phrase = hedged(context, Amount(share, share), (hit.start, atoms.ends[last - 1]))
    value = Quantity(**phrase.amount.fields(), unit=unit, per=per_after(atoms, phrase.last)[0])
    found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
    found.clues |= {"form": "measure" if head is not None else "time", "number": list(span)}
    yield found


_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-0123456789--")
_LARGEST_POWER = 99


_READERS = {
    "amount": _read_amount,
    "from-to": levels.read_from_to,
    "times": _read_times,
    "two-units": levels.read_two_units,
    "scientific": _read_scientific,
    "part-of-unit": _read_part_of_unit,
    "level": levels.read_level,
    "levels": levels.read_levels,
    "by-to": levels.read_by_to,
}
