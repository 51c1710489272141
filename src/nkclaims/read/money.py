"""Money: what a rule's slots matched, into an amount in main units with its currency and what it is per."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from nkclaims.model.mention import Mention, Span
from nkclaims.read.amounts import MOST_OF_A_SPREAD, Amount, parse_amount, year_apart
from nkclaims.read.bounds import before
from nkclaims.read.context import Context
from nkclaims.read.currency_forms import by_name, by_sign, last_named, unit_of
from nkclaims.read.inside import number_inside
from nkclaims.read.lists import member
from nkclaims.read.matched import Matched
from nkclaims.read.money_mention import money_mention
from nkclaims.read.money_units import read_a_unit, read_compound, read_part_of_unit, read_slang
from nkclaims.read.moves import after_either, one_or_other, size_and_level
from nkclaims.read.numbers import SCALES
from nkclaims.read.per import per_after
from nkclaims.read.phrases import (
    CHANGE_WORDS,
    Phrase,
    hedged,
    is_change,
    read_phrase,
    slot,
    words_of,
)
from nkclaims.read.pounds import is_weight
from nkclaims.tables.currencies import Unit

_SHORT = frozenset(("mio", "mrd", "mlrd", "mln", "mil", "bln", "bn", "trn", "trln", "tn"))
_OF_CHINA = frozenset(("china", "chinese", "yuan", "renminbi", "rmb", "beijing", "jiao"))
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
    if unit is None or is_weight(hit, context) or _is_stage_name(hit, context):
        return
    if hit.rule.id == "money.glued-letter" and _is_model(hit, context):
        return
    if hit.rule.id == "money.amount-codeword" and _in_capitals(hit, context):
        return
    if hit.rule.id == "money.pointed-scale" and words_of(context, hit.slots["amount"])[-1] not in _SHORT:
        return
    if hit.rule.id == "money.fen" and _OF_CHINA.isdisjoint(map(str.lower, context.atoms.words)):
        return
    if hit.rule.id == "money.few-name" and words_of(context, (hit.start, hit.end))[-1] in _NEVER_PLURAL:
        return
    number = slot(hit, "amount", "amount2", "amount3")
    if not hit.slots:
        number = number_inside(context, hit)
    quote = (hit.start, hit.end)
    if number is not None:
        phrase = read_phrase(context, number, quote)
        words = words_of(context, number)
        parts = size_and_level(context, words, phrase.amount, number) if phrase is not None else None
        if parts is None and "or" in words:
            parts = one_or_other(context, words, parse_amount(words, context.comma_decimal), number)
        if parts is not None:  # "rose 50 to 900 euros"
            (size, span), (_, level) = parts
            yield money_mention(hit, context, hedged(context, size, span), unit, by)
            phrase = read_phrase(context, level, (level[0], quote[1]))
    else:
        other = _other_unit(hit, context)
        if other is not None and other.code != unit.code:
            yield from _two_currencies(hit, context, (other, unit), by)
            return
        if _is_choice(hit, context):
            named = "sign2" in hit.slots or "currency2" in hit.slots
            two = (
                _two_currencies(hit, context, (unit, unit), by)
                if named
                else _bare_first(hit, context, unit, by)
            )
            yield from two
            return
        if "sign2" in hit.slots and _by_and_to(hit, context):
            yield from _delta_and_level(hit, context, unit, by)
            return
        if hit.rule.id == "money.bare-to-sign" and _moved_to(hit, context):
            yield from _bare_first(hit, context, unit, by)
            return
        phrase = _two_ends(hit, context, quote)
        if phrase is None and "sign2" in hit.slots:  # "$5 million or 40 cents a share": no range, two amounts
            yield from _delta_and_level(hit, context, unit, by)
    if phrase is None:
        return
    if "scale_after" in hit.slots:
        factor = SCALES[words_of(context, hit.slots["scale_after"])[0]]
        phrase = replace(phrase, amount=phrase.amount.times(factor))
    yield money_mention(hit, context, phrase, unit, by)


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
            yield money_mention(hit, context, phrase, unit, by)


# "several euro members": after few, what has a plural and does not stand in it names no amount.
_NEVER_PLURAL = frozenset("dollar euro pound cent franc rouble ruble rupee peso crown krona dinar".split())
_PRICED = frozenset("for cost costs costing paid pay pays worth charge charges charged at sells sold".split())


def _is_stage_name(hit: Matched, context: Context) -> bool:
    """ "50 Cent sang": a capital and no plural, and nothing priced before it."""
    atoms = context.atoms
    first, last = atoms.at(hit.start), atoms.at(hit.end)
    priced = first > 0 and atoms.words[first - 1].lower() in _PRICED
    return atoms.words[last - 1] == "Cent" and last - first == 2 and not priced


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


def _in_capitals(hit: Matched, context: Context) -> bool:
    """Whether the whole sentence is set in capitals, where "ALL" and "TOP" are words."""
    atoms = context.atoms
    first, last = atoms.sentences[atoms.sentence_of(atoms.at(hit.start))]
    words = [word for word in atoms.words[first:last] if word.isalpha() and len(word) > 1]
    return len(words) > 2 and all(word.isupper() for word in words)


def _is_choice(hit: Matched, context: Context) -> bool:
    """ "tickets are $8 or $90", "either 8 or $9": one or the other, no range."""
    low, high = hit.slots["low"], hit.slots["high"]
    if "or" not in words_of(context, (low[1], high[0])):
        return False
    if after_either(context, hit.start):
        return True
    one, other = (parse_amount(words_of(context, end), context.comma_decimal) for end in (low, high))
    if one is None or other is None:
        return False
    least, most = _shared_scale(hit, context, one, other).low, other.low
    return least is not None and most is not None and most > MOST_OF_A_SPREAD * least


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
            yield money_mention(hit, context, phrase, unit, by)


def _moved_to(hit: Matched, context: Context) -> bool:
    """ "fell 1 1/4 to $20": a move and the level it led to."""
    atoms = context.atoms
    first = atoms.at(hit.start)
    to = words_of(context, (hit.slots["low"][1], hit.slots["sign"][0]))
    return to == ("to",) and first > 0 and atoms.words[first - 1].lower() in CHANGE_WORDS


def _bare_first(hit: Matched, context: Context, unit: Unit, by: str) -> Iterator[Mention]:
    low, high = hit.slots["low"], hit.slots["high"]
    ends = [(low, low), (high, (hit.slots["sign"][0], high[1]))]
    if any(
        w in SCALES for w in words_of(context, high)
    ):  # "rose 10 to $20 million": of what size is the ten?
        ends = ends[1:]
    for number, quote in ends:
        phrase = read_phrase(context, number, quote)
        if phrase is not None:
            yield money_mention(hit, context, phrase, unit, by)


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
            found = money_mention(hit, context, phrase, unit, by)
            found.clues["from_to"] = "from" if phrase is first else "to"
            yield found
        return
    shared = _shared_scale(hit, context, first.amount, second.amount)
    step = max((s for s in (shared.step, second.amount.step) if s is not None), default=None)
    approx = first.amount.approx or second.amount.approx
    spread = Amount(shared.low, second.amount.high or second.amount.low, "between", approx, step=step)
    yield money_mention(
        hit, context, Phrase(spread, context.atoms.at(hit.start), context.atoms.at(hit.end)), unit, by
    )


def _read_list(hit: Matched, context: Context) -> Iterator[Mention]:
    """One member of a list whose currency is said once, at its end."""
    unit, by = by_name(words_of(context, hit.slots["third"]))
    amount = member(hit, context)
    if unit is not None and amount is not None:
        yield money_mention(hit, context, hedged(context, amount, (hit.start, hit.end)), unit, by)


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
    found = money_mention(hit, context, hedged(context, amount, (hit.start, hit.end)), unit, "context")
    found.value = found.value.model_copy(update={"per": words_of(context, hit.slots["currency"])[-1]})
    found.clues["rate"] = True
    yield found


_RATE_LOOK_BACK = 16


_READERS = {
    "rate": _read_rate,
    "a-unit": read_a_unit,
    "amount": _read_amount,
    "from-to": _read_from_to,
    "list": _read_list,
    "compound": read_compound,
    "part-of-unit": read_part_of_unit,
    "slang": read_slang,
}
