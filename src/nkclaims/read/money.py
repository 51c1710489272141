"""Money: what a rule's slots matched, into an amount in main units with its currency and what it is per."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Money
from nkclaims.read.amounts import Amount, parse_amount, year_apart
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.currency_forms import by_name, by_sign, last_named, unit_of
from nkclaims.read.inside import number_inside
from nkclaims.read.matched import Matched
from nkclaims.read.numbers import SCALES
from nkclaims.read.per import per_after, per_before
from nkclaims.read.phrases import Phrase, hedged, is_change, mention, read_phrase, slot, words_of
from nkclaims.read.pounds import is_weight
from nkclaims.tables import currencies
from nkclaims.tables.currencies import Unit

_SIGN_SLOTS = ("sign", "sign_after", "sign2")


def read_money(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The money mentions of a document, by start; a hit whose words make no amount gives none."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
    return out


def _read_amount(hit: Matched, context: Context) -> Iterator[Mention]:
    """One amount or range with its currency; a range may name the currency at both ends."""
    unit, by = unit_of(hit, context)
    if unit is None or is_weight(hit, context):
        return
    if hit.rule.id == "money.glued-letter" and _is_model(hit, context):
        return
    number = slot(hit, "amount", "amount2", "amount3")
    if not hit.slots:
        number = number_inside(context, hit)
    quote = (hit.start, hit.end)
    if number is not None:
        phrase = read_phrase(context, number, quote)
    else:
        other = _other_unit(hit, context)
        if other is not None and other.code != unit.code:
            yield from _two_currencies(hit, context, (other, unit), by)
            return
        if "sign2" in hit.slots and _by_and_to(hit, context):
            yield from _delta_and_level(hit, context, unit, by)
            return
        phrase = _two_ends(hit, context, quote)
        if phrase is None and "sign2" in hit.slots:  # "$5 million or 40 cents a share": no range, two amounts
            yield from _delta_and_level(hit, context, unit, by)
    if phrase is None:
        return
    if "scale_after" in hit.slots:
        factor = SCALES[words_of(context, hit.slots["scale_after"])[0]]
        phrase = replace(phrase, amount=phrase.amount.times(factor))
    yield _money(hit, context, phrase, unit, by)


def _other_unit(hit: Matched, context: Context) -> Unit | None:
    """The currency a range names at its other end: the first of two names, the second of two signs."""
    text = context.atoms.text
    if "currency2" in hit.slots:
        return by_name(words_of(context, hit.slots["currency2"]))[0]
    if "sign2" in hit.slots:
        start, end = hit.slots["sign2"]
        return by_sign(text[start:end])[0]
    return None


def _two_currencies(hit: Matched, context: Context, units: tuple[Unit, Unit], by: str) -> Iterator[Mention]:
    """ "20 zlotys or 40 crowns", "£3 to $4": no range, two amounts."""
    low, high = hit.slots["low"], hit.slots["high"]
    if "currency2" in hit.slots:
        first, second = (low[0], hit.slots["currency2"][1]), (high[0], hit.slots["currency"][1])
        ordered = units
    else:
        first, second = (hit.slots["sign"][0], low[1]), (hit.slots["sign2"][0], high[1])
        ordered = (units[1], units[0])
    for number, quote, unit in ((low, first, ordered[0]), (high, second, ordered[1])):
        phrase = read_phrase(context, number, quote)
        if phrase is not None:
            yield _money(hit, context, phrase, unit, by)


_PRICED = frozenset("for cost costs costing paid pay pays worth charge charges charged at sells sold".split())


def _is_model(hit: Matched, context: Context) -> bool:
    """ "K2", "N95", "Q3", "P5+1": one letter and a small number is a name, unless a price is plainly told."""
    words = words_of(context, hit.slots["amount"])
    if len(words) > 1 or not words[0].isdigit() or len(words[0]) > 2:
        return False
    atoms = context.atoms
    first, last = atoms.at(hit.start), atoms.at(hit.end)
    if words_of(context, hit.slots["sign"]) == ("q",) and int(words[0]) <= 4:
        return True
    priced = first > 0 and (atoms.words[first - 1].lower() in _PRICED or before(atoms, first).effects)
    return not priced and per_after(atoms, last)[0] is None


def _by_and_to(hit: Matched, context: Context) -> bool:
    """ "rose by $5 to $9": the size of a change and its new level, no range."""
    atoms = context.atoms
    first = atoms.at(hit.start)
    words = words_of(context, (hit.slots["low"][1], hit.slots["sign2"][0]))
    return (
        words[:1] == ("to",)
        and first > 0
        and (atoms.words[first - 1].lower() == "by" or is_change(context, hit))
    )


def _delta_and_level(hit: Matched, context: Context, unit: Unit, by: str) -> Iterator[Mention]:
    low, high = hit.slots["low"], hit.slots["high"]
    for number, quote in ((low, (hit.slots["sign"][0], low[1])), (high, (hit.slots["sign2"][0], high[1]))):
        phrase = read_phrase(context, number, quote)
        if phrase is not None:
            yield _money(hit, context, phrase, unit, by)


def _two_ends(hit: Matched, context: Context, quote: Span) -> Phrase | None:
    low, high = (
        parse_amount(words_of(context, hit.slots[name]), context.comma_decimal) for name in ("low", "high")
    )
    if low is None or high is None or low.low is None or high.low is None:
        return None
    low = _shared_scale(hit, context, low, high)
    if low.low is None or high.high is None:
        return None
    if low.low > high.high and words_of(context, hit.match)[0] != "between":
        return None  # "between $145 and $120" stays as printed: a check says that it runs the wrong way
    step = max((s for s in (low.step, high.step) if s is not None), default=None)
    return hedged(context, Amount(low.low, high.high, "between", step=step), quote)


def _shared_scale(hit: Matched, context: Context, low: Amount, high: Amount) -> Amount:
    """ "between $50 and $60 million": the scale of the second end is the first's too, where it then lies below."""
    if any(w in SCALES for w in words_of(context, hit.slots["low"])):
        return low
    factor = Decimal(1)
    for word in words_of(context, hit.slots["high"]):
        factor *= SCALES.get(word, Decimal(1))
    scaled = low.times(factor)
    return scaled if scaled.low is not None and high.high is not None and scaled.low <= high.high else low


def _read_from_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread; two currencies, a year or a weight make neither."""
    unit, by = unit_of(hit, context)
    other = _other_unit(hit, context)
    low, high = hit.slots["low"], hit.slots["high"]
    if unit is None or (other is not None and other.code != unit.code) or is_weight(hit, context):
        return
    if year_apart(words_of(context, low), words_of(context, high)) and "sign" not in hit.slots:
        return
    if "sign" in hit.slots:  # a sign at each end
        low, high = (hit.slots["sign"][0], low[1]), (hit.slots["sign2"][0], high[1])
    elif "currency" in hit.slots:
        low = (low[0], hit.slots["currency2"][1]) if "currency2" in hit.slots else low
        high = (high[0], hit.slots["currency"][1])
    first = read_phrase(context, hit.slots["low"], low)
    second = read_phrase(context, hit.slots["high"], high)
    if first is None or second is None or first.amount.low is None or second.amount.low is None:
        return
    if is_change(context, hit) or first.amount.low > second.amount.low:
        for phrase in (first, second):
            found = _money(hit, context, phrase, unit, by)
            found.clues["from_to"] = "from" if phrase is first else "to"
            yield found
        return
    shared = _shared_scale(hit, context, first.amount, second.amount)
    step = max((s for s in (shared.step, second.amount.step) if s is not None), default=None)
    approx = first.amount.approx or second.amount.approx
    spread = Amount(shared.low, second.amount.high or second.amount.low, "between", approx, step=step)
    yield _money(
        hit, context, Phrase(spread, context.atoms.at(hit.start), context.atoms.at(hit.end)), unit, by
    )


def _read_list(hit: Matched, context: Context) -> Iterator[Mention]:
    """One member of a list whose currency is said once, at its end."""
    span = (hit.start, hit.end)
    words = words_of(context, span)
    last = hit.slots.get("third", span)
    unit, by = by_name(words_of(context, last))
    if span == last:
        cut = next((i for i in range(len(words), 0, -1) if parse_amount(words[:i]) is not None), 0)
        amount = parse_amount(words[:cut], context.comma_decimal) if cut else None
    else:
        amount = parse_amount(words, context.comma_decimal)
    if unit is not None and amount is not None:
        yield _money(hit, context, hedged(context, amount, span), unit, by)


def _read_compound(hit: Matched, context: Context) -> Iterator[Mention]:
    """Main unit and subunit: "one dollar and forty-two cents", "20 ringgit 43"."""
    unit, by = unit_of(hit, context)
    main_span = slot(hit, "main", "main2")
    minor_span = slot(hit, "minor", "minor2")
    if unit is None or main_span is None or minor_span is None:
        return
    main = parse_amount(words_of(context, main_span), context.comma_decimal)
    minor = parse_amount(words_of(context, minor_span))
    factor = Decimal("0.01")
    if "currency2" in hit.slots:
        sub, _ = by_name(words_of(context, hit.slots["currency2"]))
        if sub is None or sub.factor >= 1 or unit.factor != 1:
            return
        factor = sub.factor
    if main is None or minor is None or main.low is None or minor.low is None:
        return
    if main.modifier != "exact" or minor.modifier != "exact" or minor.low * factor >= 1:
        return
    total = main.low + minor.low * factor
    yield _money(
        hit, context, hedged(context, Amount(total, total, step=factor), (hit.start, hit.end)), unit, by
    )


def _read_slang(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "a grand", "five grand", "a fiver"."""
    word = words_of(context, hit.slots["slang"])[0]
    unit = currencies.names().get(word)
    words = words_of(context, hit.slots["amount"])
    amount = Amount(Decimal(1), Decimal(1)) if words == ("a",) else parse_amount(words)
    if unit is not None and amount is not None:
        yield _money(hit, context, hedged(context, amount, (hit.start, hit.end)), unit, "name")


def _read_a_unit(hit: Matched, context: Context) -> Iterator[Mention]:
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
    yield _money(hit, context, hedged(context, Amount(total, total), (hit.start, hit.end)), unit, by)


def _read_rate(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "25.30 per euro": the currency is the one the clause speaks of; where none is named, it is no claim."""
    other, _ = by_name(words_of(context, hit.slots["currency"]))
    atoms = context.atoms
    first = atoms.at(hit.start)
    sentence = atoms.sentences[atoms.sentence_of(first)][0]
    unit = last_named(atoms.lower(max(sentence, first - _RATE_LOOK_BACK), first), other)
    amount = parse_amount(words_of(context, hit.slots["amount"]), context.comma_decimal)
    if unit is None or amount is None or other is None:
        return
    found = _money(hit, context, hedged(context, amount, (hit.start, hit.end)), unit, "context")
    found.value = found.value.model_copy(update={"per": words_of(context, hit.slots["currency"])[-1]})
    found.clues["rate"] = True
    yield found


_RATE_LOOK_BACK = 16


_READERS = {
    "rate": _read_rate,
    "a-unit": _read_a_unit,
    "amount": _read_amount,
    "from-to": _read_from_to,
    "list": _read_list,
    "compound": _read_compound,
    "slang": _read_slang,
}


def _money(hit: Matched, context: Context, phrase: Phrase, unit: Unit, by: str) -> Mention:
    """The mention: main units, currency with how it was decided, per."""
    per, last = per_after(context.atoms, phrase.last)
    if per is None:
        per = per_before(context.atoms, phrase.first)
    rivals = len(unit.candidates) > 1
    value = Money(
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
    if last > phrase.last:
        found.slots = {
            **found.slots,
            "per": (context.atoms.starts[phrase.last], context.atoms.ends[last - 1]),
        }
    return found
