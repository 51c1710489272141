"""Numbers whose noun, sign or currency was said just before: "435 homes by open sale and 187 by tender",
"to 62 euros from 58", "to 75 basis points from 100".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from decimal import Decimal

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention, Value
from nkclaims.model.values import Direction, Money, Percentage, Quantity, Reading
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bare_prices import bare_price
from nkclaims.read.bounds import Bounds, before
from nkclaims.read.context import Context
from nkclaims.read.heads import find_head
from nkclaims.read.matched import Matched
from nkclaims.read.not_quantities import is_other_number
from nkclaims.read.phrases import mention, words_of

_BESIDE = frozenset(("to", "from", "than", "against", "versus", "with", "at", "now"))
_LISTED = frozenset(("and", "or", ",", "by", "but"))
_AFTER = frozenset(
    "in by for on a an the last this and or but from to at with as during per when while after before"
    " over under who were was are is had have of earlier respectively then ago since will would went came go"
    " late early yesterday today monday tuesday wednesday thursday friday saturday sunday previously".split()
)
_LEVEL = frozenset(("to", "at", "of", "from", "was", "is", "were", "stood", "between"))
_THE = (["the"], ["its"], ["this"], ["that"], ["their"], ["those"])
_PARALLEL = frozenset(("in", "for", "by"))
_APART = 20
"""Numbers further apart than this factor do not count the same thing."""
_WAYS: dict[str, Direction] = {
    "more": "rise",
    "higher": "rise",
    "less": "fall",
    "fewer": "fall",
    "lower": "fall",
}
_TOTAL = (["in", "all"], ["in", "total"], ["all", "told"], ["altogether"], ["combined"], ["overall"])
_LONGEST_GAP = 6
_WHOLE, _NOTHING = Decimal(100), Decimal(0)
_COUNTS = ("noun", "measure", "compound", "people")


def read_elided(hits: Iterable[Matched], numbers: Sequence[Mention], context: Context) -> list[Mention]:
    """The mentions of numbers that stand bare because another number in their sentence said what they count.

    hits     the hits of quantity rules        numbers  what was read already, by start; bare quantities among them
             are meant to be replaced where one of the same stretch comes back
    """
    full = [n for n in numbers if n.clues.get("form") != "bare"]
    starts = [n.start for n in full]
    money = [n for n in full if n.kind == "money"]
    out: list[Mention] = []
    for hit in hits:
        if hit.rule.read is not None or "amount" not in hit.slots:
            continue
        at = bisect_left(starts, hit.slots["amount"][0])
        taken = at < len(full) and full[at].start < hit.slots["amount"][1]
        if taken or (at and full[at - 1].end > hit.slots["amount"][0]):
            continue
        found = bare_price(hit, money, context)
        if found is None and at:
            found = _elided(hit, full[at - 1], context)
        if found is not None:
            out.append(found)
    return out


def _elided(hit: Matched, other: Mention, context: Context) -> Mention | None:
    atoms = context.atoms
    first, last = atoms.at(hit.slots["amount"][0]), atoms.at(hit.slots["amount"][1])
    if other.sentence != atoms.sentence_of(first):
        return None
    bounds = before(atoms, first)
    word = atoms.words[bounds.first - 1].lower() if bounds.first else ""
    shared = _of_one_sum(atoms, other, bounds.first, last) if other.kind == "money" else False
    less = _by_how_much(atoms, last)
    shared = shared or (bool(less) and word == ",")
    between = atoms.words[atoms.at(other.end) : bounds.first]
    if less and any(w[0].isdigit() for w in between):
        return None  # "at £40 it sold 9,000, 1,500 more than": it lies from the number right before it
    if ";" in between and not (between == [";"] and _goes_on(atoms, last)):
        return None
    if word not in _BESIDE and word not in _LISTED and word != ";" and not shared:
        return None
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if amount is None or amount.modifier != "exact" or is_other_number(atoms, first, last, amount):
        return None
    if find_head(atoms, last) is not None:
        return None
    if not less and not (ends_here(atoms, last) and _comparable(other, amount)):
        return None
    value = _like(
        other, bounded(amount, bounds.effects, negative=bounds.negative), word if not shared else "to", atoms
    )
    if value is None:
        return None
    found = _mention(hit, other, value, bounds, last, context)
    found.direction = less
    return found


def _mention(
    hit: Matched, other: Mention, value: Value, bounds: Bounds, last: int, context: Context
) -> Mention:
    found = mention(context, other.kind, hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues.update(elided=True)
    for clue in ("form", "factor"):
        if clue in other.clues:
            found.clues[clue] = other.clues[clue]
    return found


def _like(other: Mention, amount: Amount, word: str, atoms: Atoms) -> Value | None:
    """A value in the other's unit; None where the other is no level of the same thing."""
    value = other.value
    if isinstance(value, Quantity):
        return (
            Quantity(**amount.fields(), unit=value.unit, per=value.per)
            if other.clues.get("form") in _COUNTS
            else None
        )
    if word not in _BESIDE:
        return None
    if isinstance(value, Percentage):
        is_level = "fraction" not in other.clues and _is_level(other, atoms)
        return Percentage(**amount.fields(), unit=value.unit) if is_level else None
    if isinstance(value, Money) and value.low is not None and "factor" not in other.clues:
        kept = {"currency", "currency_by", "candidates", "per"}
        return Money(**amount.fields(), **value.model_dump(include=kept))
    return None


def _by_how_much(atoms: Atoms, last: int) -> Direction | None:
    """ "1,200 runners, 200 more than last year": which way, where the number is how far the other lies from a third."""
    words = atoms.lower(last, last + 3)
    if words[1:2] != ["than"] or words[2:] == [] or words[2][0].isdigit():
        return None
    return _WAYS.get(words[0])


def _of_one_sum(atoms: Atoms, other: Mention, first: int, last: int) -> bool:
    """A part of the sum before it ("€3m, of which 1.2 million", "Of the $5 million, 2 million"), the same thing at
    another time or for others ("$3 million in 2020 and 4 million in 2021"), or what they come to ("or 7 million in
    all").
    """
    before = atoms.lower(max(0, first - 2), first)
    if before in (["of", "which"], ["of", "that"]):
        return True
    opening = atoms.lower(max(0, atoms.at(other.start) - 2), atoms.at(other.start))
    between, following = atoms.lower(atoms.at(other.end), first), atoms.lower(last, last + 2)
    if before[-1:] and before[-1] in _LISTED and (following in _TOTAL or following[:1] in _TOTAL):
        return True
    if before[-1:] == [","]:
        if opening[-1:] == ["of"] or (opening[:1] == ["of"] and opening[1:] in _THE):
            return True
        near = len(between) <= _LONGEST_GAP and "," not in between[:-1] and last - first > 1
        return near and between[0] in _PARALLEL and following[:1] == between[:1]
    following = following[:1]
    return before[-1:] == ["and"] and bool(_PARALLEL.intersection(following) & set(between))


def _is_level(other: Mention, atoms: Atoms) -> bool:
    at = atoms.at(other.start)
    return at > 0 and atoms.words[at - 1].lower() in _LEVEL


def ends_here(atoms: Atoms, last: int) -> bool:
    """Whether no noun goes on from a number that ends before an atom."""
    following = atoms.words[last].lower() if last < len(atoms.words) else ""
    return not following[:1].isalpha() or following in _AFTER


def _goes_on(atoms: Atoms, last: int) -> bool:
    """ "250 beds; 40 are empty": what is told of some of them."""
    return last < len(atoms.words) and atoms.words[last].lower() in ("are", "were", "have", "had")


def _comparable(other: Mention, amount: Amount) -> bool:
    if not isinstance(other.value, Reading):
        return False
    if getattr(other.value, "unit", None) == "point":  # an index and its move
        return True
    mine, yours = abs(amount.low or _NOTHING), abs(other.value.low or other.value.high or _NOTHING)
    if isinstance(other.value, Percentage) and mine > _WHOLE >= yours:
        return False  # "bonds of 7 3/4 percent priced at 101 1/4": a price
    return bool(mine and yours and max(mine, yours) <= _APART * min(mine, yours))
