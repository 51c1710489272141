"""Two quantities told together: the levels of a change, the ends of a spread, a move's size and its level."""

from __future__ import annotations

from collections.abc import Iterator

from nkclaims.model.mention import Mention
from nkclaims.model.values import Quantity
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.heads import find_head
from nkclaims.read.matched import Matched
from nkclaims.read.phrases import is_change, mention, read_phrase, words_of
from nkclaims.read.quantity import read_quantity
from nkclaims.read.subjects import moved_unit


def read_from_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread; the noun is said once, at the end."""
    low, high = (
        parse_amount(words_of(context, hit.slots[n]), context.comma_decimal) for n in ("low", "high")
    )
    if low is None or high is None or low.low is None or high.low is None:
        return
    to = read_quantity(hit, context, high, hit.slots["high"])
    atoms = context.atoms
    own = find_head(atoms, atoms.at(hit.slots["low"][1]))
    if to is None or (own is None and to.value.unit is None):  # type: ignore[union-attr]
        return
    if is_change(context, hit) or low.low > high.low:
        bounds = before(atoms, atoms.at(hit.slots["low"][0]))
        whole = bounded(low, bounds.effects, negative=bounds.negative)
        value = Quantity(**whole.fields(), unit=to.value.unit, per=to.value.per)  # type: ignore[union-attr]
        source = mention(
            context, "quantity", hit.rule.id, value, bounds.first, atoms.at(hit.slots["low"][1]), hit.slots
        )
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


def read_two_units(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread, each end with its unit; two different units are neither."""
    found = []
    for name in ("low", "high"):
        amount = parse_amount(words_of(context, hit.slots[name]), context.comma_decimal)
        found.append(None if amount is None else read_quantity(hit, context, amount, hit.slots[name]))
    low, high = found
    if low is None or high is None:
        return
    one, other = low.value, high.value
    if (
        not isinstance(one, Quantity)
        or not isinstance(other, Quantity)
        or one.unit != other.unit
        or not one.unit
    ):
        return
    if one.low is None or other.low is None or one.high != one.low or other.high != other.low:
        return
    words = words_of(context, (hit.start, hit.end))
    changed = is_change(context, hit)
    if words[0] == "from" and (changed or (one.low > other.low and one.low > 0)):
        low.clues["from_to"], high.clues["from_to"] = "from", "to"
        yield from found  # type: ignore[misc]
    elif not changed and (words[0] in ("from", "between") or one.low < other.low):
        ends = (one.low, other.low) if words[0] == "between" else sorted((one.low, other.low))
        step = max((s for s in (one.step, other.step) if s is not None), default=None)
        spread = Amount(ends[0], ends[1], "between", one.approx or other.approx, step=step)
        value = Quantity(**spread.fields(), unit=one.unit, per=other.per or one.per)
        atoms = context.atoms
        first = atoms.at(hit.start if words[0] in ("from", "between") else low.start)
        whole = mention(context, "quantity", hit.rule.id, value, first, atoms.at(high.end), hit.slots)
        whole.clues["form"] = high.clues.get("form")
        yield whole


def read_level(hit: Matched, context: Context) -> Iterator[Mention]:
    """What something rose or fell to: the rule has seen that it is a level. Its noun may be the verb's subject."""
    span = hit.slots["amount"]
    phrase = read_phrase(context, span, (hit.start, hit.end))
    if phrase is not None:
        atoms = context.atoms
        mover = hit.slots.get("mover")
        verb, object_ = (atoms.at(mover[0]), atoms.at(mover[1])) if mover else (0, 0)
        unit = moved_unit(atoms, verb, object_, object_) if mover else None
        value = Quantity(**phrase.amount.fields(), unit=unit)
        found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
        found.clues |= {"form": "noun" if unit else "bare", "number": [span[0], span[1]]}
        yield found


def read_by_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """The size of a change and the level that it led to."""
    for name in ("low", "high"):
        phrase = read_phrase(context, hit.slots[name], hit.slots[name])
        if phrase is not None:
            value = Quantity(**phrase.amount.fields())
            found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
            found.clues.update(form="bare", number=list(hit.slots[name]))
            yield found


def read_levels(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels whose noun stands before them, or nowhere: "visitor numbers doubled from 4 to 8 million"."""
    atoms = context.atoms
    read = [(name, read_phrase(context, hit.slots[name], hit.slots[name])) for name in ("low", "high")]
    mover = hit.slots["mover"]
    unit = moved_unit(atoms, atoms.at(mover[0]), atoms.at(mover[1]), atoms.at(hit.start))
    for name, phrase in read:
        if phrase is None or any(other is None for _, other in read):
            return
        value = Quantity(**phrase.amount.fields(), unit=unit)
        found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
        found.clues["form"] = "noun" if unit else "bare"
        found.clues["number"] = list(hit.slots[name])
        found.clues["from_to"] = "from" if name == "low" else "to"
        yield found
