"""Prices that print no currency, in an article with one: "eggs are at 3.99 a dozen", "by 12 cents to 4.20 a share"."""

from __future__ import annotations

from collections.abc import Sequence

from nkclaims.model.mention import Mention
from nkclaims.model.values import Money
from nkclaims.read.amounts import bounded, parse_amount
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.per import per_after
from nkclaims.read.phrases import mention, words_of
from nkclaims.read.units import TIME_UNITS

_NO_PRICE = frozenset(
    (*TIME_UNITS.values(), *"game match episode appearance seat point word mile kilometre".split())
)
"""What things happen or are counted per, as often as they are priced by it ("2.35 points a game")."""


def bare_price(hit: Matched, money: Sequence[Mention], context: Context) -> Mention | None:
    """The price of a number with cents and what it is per, in the one currency of the money; else None.

    hit  of a quantity rule, its number not taken by another mention      money  the money of the text
    """
    start, end = hit.slots["amount"]
    text = context.article.text
    if not money or end - start < len("1.99") or text[end - 3] != ".":
        return None
    atoms = context.atoms
    first, last = atoms.at(start), atoms.at(end)
    per, _ = per_after(atoms, last)
    like = _one_currency(money, start) if per is not None and per not in _NO_PRICE else None
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if like is None or amount is None or amount.modifier != "exact" or last - first > 1:
        return None
    bounds = before(atoms, first)
    kept = like.value.model_dump(include={"currency", "currency_by", "candidates"})
    value = Money(**bounded(amount, bounds.effects).fields(), **kept, per=per)
    found = mention(context, "money", hit.rule.id, value, bounds.first, last, hit.slots)
    found.clues |= {"elided": True, "form": like.clues.get("form", "")}
    return found


def _one_currency(money: Sequence[Mention], start: int) -> Mention | None:
    """The last money before an offset (else the first) where all of the text is in one currency."""
    codes = {m.value.currency for m in money if isinstance(m.value, Money) and "factor" not in m.clues}
    if len(codes) > 1:
        return None
    whole = [m for m in money if "factor" not in m.clues] or list(money)
    return next((m for m in reversed(whole) if m.start < start), whole[0])
