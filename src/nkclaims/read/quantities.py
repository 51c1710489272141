"""Quantities: numbers with what they count or measure; other numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Quantity
from nkclaims.atoms.scan import Atoms
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import after, before
from nkclaims.read.context import Context
from nkclaims.read.heads import Head, find_head
from nkclaims.read.matched import Matched
from nkclaims.read.not_quantities import is_other_number, stands_alone
from nkclaims.read.per import per_after
from nkclaims.read.phrases import is_change, mention, right_side, words_of

_ONE = Decimal(1)
_VAGUE_ONE = frozenset(
    "day thing way time reason hand side point another place moment word sense example week month year night source"
    " more stage other such question issue step fact minute problem answer".split()
)
_ELIDING = frozenset(("to", "from", "and", "or", "than", "against", "versus", "with", "at", ",", "by", "but"))
_METRES = frozenset(
    "tall long high wide deep thick away above below from of race sprint hurdles freestyle final relay run dash"
    " butterfly breaststroke backstroke medley asl".split()
)


def read_quantities(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The quantity mentions of a document, by start; numbers that are no quantities give none."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
        if hit.rule.read is None and (not out or out[-1].end <= hit.start):
            elided = _elided(hit, context, out)
            if elided is not None:
                out.append(elided)
        elif out and out[-1].clues.get("form") == "bare":
            elided = _elided(hit, context, out[:-1])
            if elided is not None:
                out[-1] = elided
    return out


def _elided(hit: Matched, context: Context, before_it: list[Mention]) -> Mention | None:
    """A number whose noun was said just before: "435 homes by open sale and 187 by tender".

    It stands in the same sentence, after a word that sets it beside the other number.
    """
    atoms = context.atoms
    first, last = atoms.at(hit.slots["amount"][0]), atoms.at(hit.slots["amount"][1])
    bounds = before(atoms, first)
    if not before_it or bounds.first == 0 or atoms.words[bounds.first - 1].lower() not in _ELIDING:
        return None
    other = before_it[-1]
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if amount is None or amount.modifier != "exact" or is_other_number(atoms, first, last, amount):
        return None
    if other.sentence != atoms.sentence_of(first) or other.clues.get("form") not in ("noun", "measure", "compound"):
        return None
    if find_head(atoms, last) is not None or not isinstance(other.value, Quantity) or not _comparable(other, amount):
        return None
    following = atoms.words[last].lower() if last < len(atoms.words) else ""
    if following[:1].isalpha() and following not in _AFTER_ELIDED:
        return None
    whole = bounded(amount, bounds.effects, negative=bounds.negative)
    value = Quantity(**whole.fields(), unit=other.value.unit, per=other.value.per)
    found = mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues.update(form=other.clues.get("form"), number=list(hit.slots["amount"]), unit_by="elided")
    return found


_AFTER_ELIDED = frozenset(
    "in by for on a an the last this and or but from to at with as during per when while after before over under who"
    " were was are is had have of earlier respectively then ago".split()
)


def _comparable(other: Mention, amount: Amount) -> bool:
    """Whether two counts are near enough to count the same thing."""
    mine, yours = amount.low, getattr(other.value, "low", None) or getattr(other.value, "high", None)
    if getattr(other.value, "unit", None) == "point":  # an index and its move
        return True
    return bool(mine and yours and max(mine, yours) <= 20 * min(mine, yours))


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
            found = _quantity(hit, context, amount, span)
            if found is not None:
                yield found
        return


def _quantity(hit: Matched, context: Context, amount: Amount, span: Span) -> Mention | None:
    """The quantity whose number stands at a span; None where the number is none."""
    atoms = context.atoms
    first, last = atoms.at(span[0]), atoms.at(span[1])
    words = words_of(context, span)
    if words[-1] == "m" and len(words) > 1 and _metres(context, last):
        last -= 1
        span = (span[0], atoms.ends[last - 1])
        smaller = parse_amount(words[:-1], context.comma_decimal)
        if smaller is None:
            return None
        amount = smaller
    if is_other_number(atoms, first, last, amount):
        return None
    one = amount.low == _ONE and amount.high == _ONE
    head = find_head(atoms, last, one=one, order=amount.modifier == "order")
    bounds = before(atoms, first)
    if head is None:
        if one or not (_is_age(atoms, bounds.first) or stands_alone(atoms, first, last, amount, bounds)):
            return None
        head = Head(last, "year of age", "age") if _is_age(atoms, bounds.first) else Head(last, "", "bare")
    elif one and words[0] in ("one", "a", "an") and (head.form == "time" or head.unit in _VAGUE_ONE or words[0] != "one"):
        return None  # "one day", "one reason": an article more than a count
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


def _is_age(atoms: Atoms, first: int) -> bool:
    """ "the age of 21", "aged 35"."""
    before_it = atoms.lower(max(0, first - 2), first)
    return before_it[-1:] == ["aged"] or before_it in (["age", "of"], ["ages", "of"], ["age", ":"])


def _metres(context: Context, last: int) -> bool:
    """Whether the m of "1.8m tall" or "32m2" is metres, not millions: by what follows."""
    words = context.atoms.words
    following = words[last].lower() if last < len(words) else ""
    return following in _METRES or following in ("2", "3", "²", "³")


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
