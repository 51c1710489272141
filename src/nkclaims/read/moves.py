"""Two numbers that look like a range and are none: the size of a move with the level it led to ("fell by 500 to
12,000 tonnes"), one or the other ("fines of 50 or 500 euros").
"""

from __future__ import annotations

from nkclaims.model.mention import Span
from nkclaims.read.amounts import Amount, parse_amount
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.lists import on_scale
from nkclaims.read.phrases import CHANGE_WORDS, right_side

Part = tuple[Amount, Span]
_FAR_APART = 4
"""How many times its size a level must be for "by 500 to 12,000" to be no range."""


def size_and_level(
    context: Context, words: tuple[str, ...], amount: Amount, span: Span
) -> tuple[Part, Part] | None:
    """ "fell by 500 to 12,000 tonnes": the size of a move and the level it led to, not a range."""
    if amount.modifier != "between" or "to" not in words or not amount.low or not amount.high:
        return None
    atoms = context.atoms
    first, at = atoms.at(span[0]), words.index("to")
    before_it = atoms.words[before(atoms, first).first - 1].lower() if first else ""
    if (before_it != "by" and before_it not in CHANGE_WORDS) or amount.high < _FAR_APART * amount.low:
        return None
    size = parse_amount(words[:at], context.comma_decimal)
    level = right_side(words, context)
    if size is None or level is None:
        return None
    return (size, (span[0], atoms.ends[first + at - 1])), (
        level[0],
        (atoms.starts[first + level[1]], span[1]),
    )


def one_or_other(
    context: Context, words: tuple[str, ...], amount: Amount | None, span: Span
) -> tuple[Part, Part] | None:
    """The two of "50 or 500 euros", "either 8 or 9 euros": what lies between is not meant."""
    if "or" not in words:
        return None
    atoms = context.atoms
    first, at = atoms.at(span[0]), words.index("or")
    if amount is not None and not after_either(context, span[0]):
        return None
    one, other = (parse_amount(side, context.comma_decimal) for side in (words[:at], words[at + 1 :]))
    if one is None or other is None or one.modifier != "exact" or other.modifier != "exact":
        return None
    one = on_scale(one, other, words[:at], words[at + 1 :])
    return (one, (span[0], atoms.ends[first + at - 1])), (other, (atoms.starts[first + at + 1], span[1]))


def after_either(context: Context, start: int) -> bool:
    """Whether "either" stands before an offset, a hedge between them or none."""
    atoms = context.atoms
    first = before(atoms, atoms.at(start)).first
    return first > 0 and atoms.words[first - 1].lower() == "either"
