"""Quantities: numbers with what they count or measure; other numbers are left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Quantity
from nkclaims.read.ages import is_age
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import Bounds, after, before, behind_dash
from nkclaims.read.context import Context
from nkclaims.read.heads import find_head
from nkclaims.read.inside import number_inside
from nkclaims.read.matched import Matched
from nkclaims.read.measure import Head
from nkclaims.read.metres import are_metres
from nkclaims.read.moves import Part, size_and_level
from nkclaims.read.not_quantities import is_other_number, stands_alone
from nkclaims.read.nouns import singular
from nkclaims.read.numbers import UNITS
from nkclaims.read.per import per_after
from nkclaims.read.phrases import hedged, is_change, mention, read_phrase, right_side, words_of
from nkclaims.read.uncounted import who_is_counted

_ONE = Decimal(1)
_VAGUE_ONE = frozenset(
    "day thing way time reason hand side point another place moment word sense example week month"
    " year night source more stage other such question issue step fact minute problem answer".split()
)


def read_quantities(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The quantity mentions of a document, by start; numbers that are no quantities give none."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
    return out


def _read_amount(hit: Matched, context: Context) -> Iterator[Mention]:
    if not hit.slots:
        yield from _read_whole(hit, context)
        return
    words = words_of(context, hit.slots["amount"])
    amount = parse_amount(words, context.comma_decimal)
    if amount is None:
        yield from _halves(hit, context, words)
        return
    parts = size_and_level(context, words, amount, hit.slots["amount"])
    if parts is not None:
        yield from _moved_by_to(hit, context, parts)
        return
    found = _quantity(hit, context, amount, hit.slots["amount"])
    if found is not None:
        yield found


def _moved_by_to(hit: Matched, context: Context, parts: tuple[Part, Part]) -> Iterator[Mention]:
    """The size of a move in the unit of the level behind it, and that level."""
    (size, span), level_part = parts
    level = _quantity(hit, context, *level_part)
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
    """A rule without slots: the number in its quote, and the unit it gives, else the last word's singular."""
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
            found = _quantity(hit, context, amount, span)
            if found is not None:
                yield found
        return


def _quantity(hit: Matched, context: Context, amount: Amount, span: Span) -> Mention | None:
    """The quantity whose number stands at a span; None where the number is none."""
    atoms = context.atoms
    first, last = atoms.at(span[0]), atoms.at(span[1])
    words = words_of(context, span)
    if atoms.words[last - 1] == "m" and len(words) > 1 and are_metres(context.atoms, first, last):
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
        head = _without_noun(atoms, first, last, amount, bounds)
        if head is None or (one and head.form != "people"):
            return None
    elif one and _first_of_a_share(atoms, last):
        return None
    elif (
        one
        and words[0] in ("one", "a", "an")
        and head.form != "people"
        and (
            head.form == "time"
            or head.unit in _VAGUE_ONE
            or words[0] != "one"
            or atoms.words[last].lower() in _VAGUE_ONE
        )
    ):
        return None  # "one day", "one reason": an article more than a count
    if head.form == "time" and bounds.effects == ("over",) and _during(atoms, bounds.first, first):
        bounds = Bounds(first, first)
    suffix = behind_dash(atoms, last)
    last, effects = after(atoms, head.end)
    whole = bounded(amount, (*bounds.effects, *suffix, *effects), negative=bounds.negative)
    per, per_end = _per(atoms, last, head)
    value = Quantity(**whole.fields(), unit=head.unit or None, per=per)
    found = mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues["form"] = head.form
    found.clues["number"] = [span[0], span[1]]
    if per is not None:
        found.slots = {**found.slots, "per": (atoms.starts[last], atoms.ends[per_end - 1])}
    return found


def _without_noun(atoms: Atoms, first: int, last: int, amount: Amount, bounds: Bounds) -> Head | None:
    """An age, a count of people whose fate is told, a bare figure; None for what is none of these."""
    if is_age(atoms, bounds.first):
        return Head(last, "year of age", "age")
    who = who_is_counted(atoms, bounds.first, last, amount, first)
    if who:
        return Head(last, who, "people")
    bare = who is not None or stands_alone(atoms, first, last, amount, bounds)
    return Head(last, "", "bare") if bare else None


def _per(atoms: Atoms, last: int, head: Head) -> tuple[str | None, int]:
    """What a quantity is per; what a measure is of may stand between ("200 grams of bread a day")."""
    found = per_after(atoms, last)
    if found[0] is None and head.form == "measure" and atoms.words[last : last + 1] == ["of"]:
        for end in (last + 2, last + 3):
            if end < len(atoms.words) and all(w.islower() for w in atoms.words[last:end]):
                further = per_after(atoms, end)
                if further[0] is not None:
                    return further
    return found


def _first_of_a_share(atoms: Atoms, last: int) -> bool:
    """ "one worker in three": a share, no count."""
    window = atoms.lower(last, last + 4)
    if window[1:2] != ["in"]:
        return False
    bottom = window[3:4] if window[2:3] == ["every"] else window[2:3]
    return bool(bottom) and (bottom[0] in UNITS or (bottom[0].isdigit() and len(bottom[0]) <= 3))


_MORE_THAN = frozenset(
    "for of to after by with than is was lasted took well just aged spent takes lasts lasting".split()
)


def _during(atoms: Atoms, hedge: int, first: int) -> bool:
    """ "put in £40m over eight years": over is during, unless a word before says that it measures."""
    word = atoms.words[hedge].lower()
    return (
        first - hedge == 1
        and word == "over"
        and hedge > 0
        and atoms.words[hedge - 1].lower() not in _MORE_THAN
    )


def _read_from_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread; the noun is said once, at the end."""
    low, high = (
        parse_amount(words_of(context, hit.slots[n]), context.comma_decimal) for n in ("low", "high")
    )
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


def _read_two_units(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread, each end with its unit; two different units are neither."""
    found = []
    for name in ("low", "high"):
        amount = parse_amount(words_of(context, hit.slots[name]), context.comma_decimal)
        found.append(None if amount is None else _quantity(hit, context, amount, hit.slots[name]))
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
    found = _quantity(hit, context, base.times(Decimal(10) ** int(power)), hit.slots["amount"])
    if found is not None:
        yield found


_RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹−–", "-0123456789--")
_LARGEST_POWER = 99


def _read_level(hit: Matched, context: Context) -> Iterator[Mention]:
    """What something rose or fell to, its noun left out: the rule has seen that it is a level."""
    span = hit.slots["amount"]
    phrase = read_phrase(context, span, (hit.start, hit.end))
    if phrase is not None:
        value = Quantity(**phrase.amount.fields())
        found = mention(context, "quantity", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
        found.clues |= {"form": "bare", "number": [span[0], span[1]]}
        yield found


_READERS = {
    "amount": _read_amount,
    "from-to": _read_from_to,
    "times": _read_times,
    "two-units": _read_two_units,
    "scientific": _read_scientific,
    "level": _read_level,
}
