"""One quantity: a number with its hedge, its noun and what it is per; other numbers are left alone."""

from __future__ import annotations

from decimal import Decimal

from nkclaims.atoms.scan import Atoms
from nkclaims.model.base import trusted
from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Quantity
from nkclaims.read.ages import is_age, is_age_bound
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import Bounds, after, before, behind_dash
from nkclaims.read.context import Context
from nkclaims.read.heads import find_head
from nkclaims.read.matched import Matched
from nkclaims.read.measure import Head
from nkclaims.read.metres import are_metres
from nkclaims.read.not_quantities import is_other_number, stands_alone
from nkclaims.read.numbers import UNITS
from nkclaims.read.per import per_after
from nkclaims.read.phrases import mention, words_of
from nkclaims.read.uncounted import who_is_counted

_Quantity = trusted(Quantity)
_ONE = Decimal(1)
_VAGUE_ONE = frozenset(
    "day thing way time reason hand side point another place moment word sense example week month"
    " year night source more stage other such question issue step fact minute problem answer".split()
)


_HURT = frozenset(("injured", "wounded", "missing", "homeless", "unemployed", "jobless"))


def read_quantity(hit: Matched, context: Context, amount: Amount, span: Span) -> Mention | None:
    """The quantity of an amount at a span: what it counts, its bounds; None where it is another number."""
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
    if head is not None and head.unit in _HURT and head.form == "noun" and head.end == last + 1:
        head = Head(last, "person", "people")  # "three were killed and 17 injured"
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
    value = _Quantity(**whole.fields(), unit=head.unit or None, per=per)
    found = mention(context, "quantity", hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues["form"] = head.form
    found.clues["number"] = [span[0], span[1]]
    if per is not None:
        found.slots = {**found.slots, "per": (atoms.starts[last], atoms.ends[per_end - 1])}
    return found


def _without_noun(atoms: Atoms, first: int, last: int, amount: Amount, bounds: Bounds) -> Head | None:
    """An age, a count of people whose fate is told, a bare figure; None for what is none of these."""
    if is_age(atoms, bounds.first) or is_age_bound(atoms, bounds.first, first):
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
