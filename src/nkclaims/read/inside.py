"""The number and the currency inside a quote whose rule names no slots (token patterns, regular expressions)."""

from __future__ import annotations

from nkclaims.model.mention import Span
from nkclaims.read.amounts import parse_amount
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched

_LONGEST = 8


def number_inside(context: Context, hit: Matched) -> Span | None:
    """The longest stretch of a quote that reads as a number phrase; the first of several; None where none does."""
    atoms = context.atoms
    first, last = atoms.at(hit.start), atoms.at(hit.end)
    for length in range(min(_LONGEST, last - first), 0, -1):
        for at in range(first, last - length + 1):
            if atoms.words[at].lower() in ("of", "and", "to", "or"):
                continue
            if parse_amount(tuple(atoms.lower(at, at + length)), context.comma_decimal) is not None:
                return atoms.starts[at], atoms.ends[at + length - 1]
    return None


def rest_of(context: Context, hit: Matched, number: Span) -> Span | None:
    """What of a quote stands behind its number, else before it: what names the currency."""
    behind = (number[1], hit.end)
    ahead = (hit.start, number[0])
    for start, end in (behind, ahead):
        text = context.atoms.text[start:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            return start + lead, start + len(text.rstrip())
    return None
