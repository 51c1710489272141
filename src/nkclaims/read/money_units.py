"""Money by its units: main unit and subunit ("a euro twenty"), one unit, a part of one, slang."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from nkclaims.model.mention import Mention
from nkclaims.read.amounts import Amount, parse_amount
from nkclaims.read.context import Context
from nkclaims.read.currency_forms import by_name, unit_of
from nkclaims.read.matched import Matched
from nkclaims.read.money_mention import money_mention
from nkclaims.read.numbers import parse_fraction
from nkclaims.read.phrases import hedged, slot, words_of
from nkclaims.read.pounds import is_weight
from nkclaims.tables import currencies


def _main_amount(words: tuple[str, ...], context: Context) -> Amount | None:
    """The main unit's number; an article is one ("a euro twenty")."""
    return Amount(Decimal(1), Decimal(1)) if words == ("a",) else parse_amount(words, context.comma_decimal)


def read_compound(hit: Matched, context: Context) -> Iterator[Mention]:
    """Main unit and subunit: "one dollar and forty-two cents", "20 ringgit 43"."""
    unit, by = unit_of(hit, context)
    main_span = slot(hit, "main", "main2")
    minor_span = slot(hit, "minor", "minor2")
    if unit is None or main_span is None or minor_span is None:
        return
    main = _main_amount(words_of(context, main_span), context)
    minor = parse_amount(words_of(context, minor_span))
    factor = Decimal("0.01")
    if "currency2" in hit.slots:
        sub, _ = by_name(words_of(context, hit.slots["currency2"]))
        if sub is None or sub.factor >= 1 or unit.factor != 1:
            return
        factor = sub.factor
    if main is None or minor is None or main.low is None or minor.low is None:
        return
    if "currency2" not in hit.slots and words_of(context, minor_span) == ("one",):
        return  # no better than a £100 one
    if main.modifier != "exact" or minor.modifier != "exact" or minor.low * factor >= 1:
        return
    total = main.low + minor.low * factor
    yield money_mention(
        hit, context, hedged(context, Amount(total, total, step=factor), (hit.start, hit.end)), unit, by
    )


def read_slang(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "a grand", "five grand", "a fiver"."""
    word = words_of(context, hit.slots["slang"])[0]
    unit = currencies.names().get(word)
    words = words_of(context, hit.slots["amount"])
    amount = Amount(Decimal(1), Decimal(1)) if words == ("a",) else parse_amount(words)
    if unit is not None and amount is not None:
        yield money_mention(hit, context, hedged(context, amount, (hit.start, hit.end)), unit, "name")


def read_a_unit(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "a dollar", "a euro and 20 cents"."""
    unit, by = unit_of(hit, context)
    name = words_of(context, hit.slots["currency"])[-1]
    if unit is None or name.endswith("s") or unit.factor > 1 or is_weight(hit, context):
        return
    total = Decimal(1)
    if "minor" in hit.slots:
        sub, _ = by_name(words_of(context, hit.slots["currency2"]))
        minor = parse_amount(words_of(context, hit.slots["minor"]))
        if (
            sub is None
            or minor is None
            or minor.low is None
            or sub.factor >= 1
            or minor.low * sub.factor >= 1
        ):
            return
        total += minor.low * sub.factor
    yield money_mention(hit, context, hedged(context, Amount(total, total), (hit.start, hit.end)), unit, by)


def read_part_of_unit(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "half a dollar", "a quarter of a cent"."""
    unit, by = unit_of(hit, context)
    share = parse_fraction(words_of(context, hit.slots["amount"]))
    if unit is None or share is None or share >= 1 or is_weight(hit, context):
        return
    yield money_mention(hit, context, hedged(context, Amount(share, share), (hit.start, hit.end)), unit, by)
