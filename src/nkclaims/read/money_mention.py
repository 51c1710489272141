"""The mention of an amount of money: main units, currency with how it was decided, what it is per."""

from __future__ import annotations

from nkclaims.model.base import trusted
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.per import per_after, per_before
from nkclaims.read.phrases import Phrase, mention
from nkclaims.tables.currencies import Unit

_Money = trusted(Money)


def money_mention(hit: Matched, context: Context, phrase: Phrase, unit: Unit, by: str) -> Mention:
    """The mention: main units, currency with how it was decided, per."""
    per, last = per_after(context.atoms, phrase.last)
    if per is None:
        per = per_before(context.atoms, phrase.first)
    rivals = len(unit.candidates) > 1
    value = _Money(
        **phrase.amount.times(unit.factor).fields(),
        currency=unit.code,
        currency_by=None if unit.code is None else "default" if rivals else by,  # type: ignore[arg-type]
        candidates=list(unit.candidates) if rivals else [],
        per=per,
    )
    found = mention(context, "money", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
    found.clues["form"] = unit.form
    if unit.factor != 1:
        found.clues["factor"] = str(unit.factor)
    further = per_after(context.atoms, last)[0] if per is not None and last > phrase.last else None
    if further is not None:  # "$80 per guest per night": value.per holds one unit, the other is not lost
        found.clues["per_also"] = further
    if last > phrase.last:
        found.slots = {
            **found.slots,
            "per": (context.atoms.starts[phrase.last], context.atoms.ends[last - 1]),
        }
    return found
