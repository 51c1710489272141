"""Quantities: numbers with what they count or measure; other numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Quantity
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import after, before
from nkclaims.read.context import Context
from nkclaims.read.heads import Head, find_head
from nkclaims.read.matched import Matched
from nkclaims.read.not_quantities import is_other_number, stands_alone
from nkclaims.read.per import per_after
from nkclaims.read.phrases import is_change, mention, words_of

_ONE = Decimal(1)
_ONES = frozenset(("one", "a", "an", "1"))


def read_quantities(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The quantity mentions of a document, by start; numbers that are no quantities give none."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
    return out


def _read_amount(hit: Matched, context: Context) -> Iterator[Mention]:
    words = words_of(context, hit.slots["amount"])
    amount = parse_amount(words, context.comma_decimal)
    if amount is None:
        yield from _halves(hit, context, words)
        return
    found = _quantity(hit, context, amount, hit.slots["amount"])
    if found is not None:
        yield found


def _halves(hit: Matched, context: Context, words: tuple[str, ...]) -> Iterator[Mention]:
    """Words that make no one number ("one to 2019"): each side that does is tried by itself."""
    start, end = hit.slots["amount"]
    atoms = context.atoms
    for cut in range(len(words) - 1, 0, -1):
        amount = parse_amount(words[:cut], context.comma_decimal)
        if amount is not None:
            span = (start, atoms.ends[atoms.at(start) + cut - 1])
            found = _quantity(hit, context, amount, span)
            if found is not None:
                yield found
            return


def _quantity(hit: Matched, context: Context, amount: Amount, span: Span) -> Mention | None:
    """The quantity whose number stands at a span; None where the number is none."""
    atoms = context.atoms
    first, last = atoms.at(span[0]), atoms.at(span[1])
    words = words_of(context, span)
    if is_other_number(atoms, first, last, amount):
        return None
    one = amount.low == _ONE and amount.high == _ONE
    head = find_head(atoms, last, one=one, order=amount.modifier == "order")
    bounds = before(atoms, first)
    if head is None:
        if one or not stands_alone(atoms, first, last, amount, bounds):
            return None
        head = Head(last, "", "bare")
    elif one and head.form == "noun" and words[0] in _ONES:
        return None  # "one man", "a million": an article more than a count
    last, effects = after(atoms, head.end)
    whole = bounded(amount, (*bounds.effects, *effects), negative=bounds.negative)
    per, per_end = per_after(atoms, last)
    value = Quantity(**whole.fields(), unit=head.unit or None, per=per)
    found = mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues["form"] = head.form
    found.clues["number"] = [span[0], span[1]]
    if per is not None:
        found.slots = {**found.slots, "per": (atoms.starts[last], atoms.ends[per_end - 1])}
    return found


def _read_from_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread; the noun is said once, at the end."""
    low, high = (parse_amount(words_of(context, hit.slots[n]), context.comma_decimal) for n in ("low", "high"))
    if low is None or high is None or low.low is None or high.low is None:
        return
    to = _quantity(hit, context, high, hit.slots["high"])
    atoms = context.atoms
    own = find_head(atoms, atoms.at(hit.slots["low"][1]))
    if to is None or (own is None and to.value.unit is None):  # type: ignore[union-attr]
        return
    if is_change(context, hit) or low.low > high.low:
        bounds = before(atoms, atoms.at(hit.slots["low"][0]))
        whole = bounded(low, bounds.effects, negative=bounds.negative)
        value = Quantity(**whole.fields(), unit=to.value.unit, per=to.value.per)  # type: ignore[union-attr]
        source = mention(context, "quantity", hit.rule.id, value, bounds.first, atoms.at(hit.slots["low"][1]), hit.slots)
        source.clues["from_to"], to.clues["from_to"] = "from", "to"
        yield source
        yield to
        return
    step = max((s for s in (low.step, high.step) if s is not None), default=None)
    spread = Amount(low.low, high.high, "between", low.approx or high.approx, step=step)
    value = Quantity(**spread.fields(), unit=to.value.unit, per=to.value.per)  # type: ignore[union-attr]
    found = mention(context, "quantity", hit.rule.id, value, atoms.at(hit.start), atoms.at(to.end), hit.slots)
    found.clues["form"] = to.clues.get("form")
    yield found


def _read_times(hit: Matched, context: Context) -> Iterator[Mention]:
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if amount is None:
        return
    atoms = context.atoms
    first, last = atoms.at(hit.start), atoms.at(hit.end)
    bounds = before(atoms, first)
    value = Quantity(**bounded(amount, bounds.effects).fields(), unit="time", per=per_after(atoms, last)[0])
    yield mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)


_READERS = {"amount": _read_amount, "from-to": _read_from_to, "times": _read_times}
