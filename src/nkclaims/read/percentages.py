"""Percentages, points, basis points, and shares in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from nkclaims.model.base import trusted
from nkclaims.model.mention import Mention
from nkclaims.model.values import Percentage
from nkclaims.read.amounts import Amount, parse_amount, year_apart
from nkclaims.read.context import Context
from nkclaims.read.inside import number_inside
from nkclaims.read.lists import member
from nkclaims.read.matched import Matched
from nkclaims.read.moves import one_or_other
from nkclaims.read.numbers import DASHES, VULGAR, parse_fraction
from nkclaims.read.phrases import Phrase, hedged, is_change, mention, right_side, words_of

_Percentage = trusted(Percentage)
_HUNDRED = Decimal(100)
_MOST_POINTS = Decimal(30)
_PERCENT_WORDS = frozenset(("%", "％", "per", "cent", "percent", "percents", "pct", "pc"))


def read_percentages(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The percentage mentions of a document, by start."""
    out: list[Mention] = []
    for hit in hits:
        reader = _READERS.get(hit.rule.read or "amount", _read_amount)
        out += reader(hit, context)
    return out


def _amount(words: tuple[str, ...], context: Context) -> Amount | None:
    """A number phrase; "half a" (percentage point) is one too."""
    amount = parse_amount(words, context.comma_decimal)
    if amount is not None:
        return amount
    bare = tuple(w for w in words if w not in ("a", "an", "of")) or words
    share = _slashed(bare) or parse_fraction(bare)
    return None if share is None else Amount(share, share)


def _read_amount(hit: Matched, context: Context, unit: str = "percent") -> Iterator[Mention]:
    quote = (hit.start, hit.end)
    if not hit.slots:
        inside = number_inside(context, hit)
        amount = _amount(words_of(context, inside), context) if inside else None
        unit = str(hit.rule.give.get("unit", unit))
    elif "amount" in hit.slots:
        words = words_of(context, hit.slots["amount"])
        amount = _amount(words, context)
        parts = one_or_other(context, words, amount, hit.slots["amount"]) if "or" in words else None
        if parts is not None:
            (one, span), (amount, (second, _)) = parts
            yield _percentage(hit, context, hedged(context, one, span), unit)
            quote = (second, hit.end)
        right = right_side(words, context) if amount is None else None
        if right is not None:  # "in 2018 to 5 percent"
            amount = right[0]
            quote = (context.atoms.starts[context.atoms.at(hit.slots["amount"][0]) + right[1]], hit.end)
    else:
        amount = _ends(hit, context)
    if amount is not None:
        yield _percentage(hit, context, hedged(context, amount, quote), unit)


def _ends(hit: Matched, context: Context) -> Amount | None:
    low, high = (
        parse_amount(words_of(context, hit.slots[n]), context.comma_decimal) for n in ("low", "high")
    )
    if low is None or high is None or low.low is None or high.low is None or low.low > high.low:
        return None
    step = max((s for s in (low.step, high.step) if s is not None), default=None)
    return Amount(low.low, high.high, "between", step=step)


def _read_points(hit: Matched, context: Context) -> Iterator[Mention]:
    """Points; bare ones beside a per cent are meant where they are few, for an index moves by more."""
    if hit.rule.id == "percent.points-beside":
        amount = _amount(words_of(context, hit.slots["amount"]), context)
        if amount is None or amount.high is None or amount.high > _MOST_POINTS or _of_an_index(hit, context):
            return iter(())
    return _read_amount(hit, context, "points")


_INDICES = frozenset("index indices dow nasdaq ftse dax cac nikkei sensex hang kospi topix composite".split())


def _of_an_index(hit: Matched, context: Context) -> bool:
    atoms = context.atoms
    first = atoms.at(hit.start)
    sentence = atoms.sentences[atoms.sentence_of(first)][0]
    return not _INDICES.isdisjoint(atoms.lower(sentence, first))


def _read_part_of_one(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "three-tenths of 1 per cent"; a part of another per cent is two numbers."""
    if "whole" in hit.slots and words_of(context, hit.slots["whole"]) != ("1",):
        return iter(())
    return _read_amount(hit, context)


def _read_basis(hit: Matched, context: Context) -> Iterator[Mention]:
    return _read_amount(hit, context, "basis_points")


def _read_from_to(hit: Matched, context: Context) -> Iterator[Mention]:
    """Two levels of a change, or one spread."""
    atoms = context.atoms
    ends = (hit.slots["low"], (hit.slots["high"][0], hit.end))
    after_low = atoms.at(hit.slots["low"][1])
    if atoms.words[after_low].lower() in _PERCENT_WORDS:  # the sign is said at both ends
        last = after_low
        while atoms.words[last].lower() in _PERCENT_WORDS or atoms.words[last] in DASHES:
            last += 1
        ends = ((ends[0][0], atoms.ends[last - 1]), ends[1])
    words = [words_of(context, hit.slots[name]) for name in ("low", "high")]
    low, high = (parse_amount(side, context.comma_decimal) for side in words)
    if low is None or high is None or low.low is None or high.low is None or year_apart(*words):
        return
    if is_change(context, hit) or low.low > high.low:
        for name, amount, quote in (("from", low, ends[0]), ("to", high, ends[1])):
            found = _percentage(hit, context, hedged(context, amount, quote), "percent")
            found.clues["from_to"] = name
            yield found
        return
    spread = _ends(hit, context)
    if spread is not None:
        yield _percentage(hit, context, Phrase(spread, atoms.at(hit.start), atoms.at(hit.end)), "percent")


def _read_list(hit: Matched, context: Context) -> Iterator[Mention]:
    """One member of a list whose sign is said once, at its end."""
    amount = member(hit, context)
    if amount is not None:
        unit = _unit_said(words_of(context, hit.slots["third"]))
        yield _percentage(hit, context, hedged(context, amount, (hit.start, hit.end)), unit)


def _unit_said(words: tuple[str, ...]) -> str:
    """ "percent", "points" or "basis_points", by the words that say it.

    >>> _unit_said(("10", "percentage", "points")), _unit_said(("25", "bps"))
    ('points', 'basis_points')
    """
    if _BASIS.intersection(words):
        return "basis_points"
    return "points" if _POINTS.intersection(words) else "percent"


_BASIS = frozenset(("basis", "bps", "bp"))
_POINTS = frozenset(("point", "points", "pp", "ppt", "ppts", "pps"))


def _read_fraction(hit: Matched, context: Context) -> Iterator[Mention]:
    """A share in words: "two-thirds" is 66.67."""
    words = words_of(context, hit.slots["amount"])
    share = _slashed(words)
    if share is None:
        share = (
            Decimal(VULGAR[words[0]][0]) / VULGAR[words[0]][1]
            if words[0] in VULGAR
            else parse_fraction(words)
        )
    if share is None or share > 1:
        return
    percent = (share * _HUNDRED).quantize(Decimal("0.01")).normalize()
    phrase = hedged(context, Amount(percent, percent), (hit.start, hit.end))
    yield _percentage(hit, context, phrase, "percent", fraction=True)


def _read_fraction_range(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "between a third and a half" of something."""
    low, high = (parse_fraction(words_of(context, hit.slots[name])) for name in ("low", "high"))
    if low is None or high is None or low >= high or high > 1:
        return
    ends = [(share * _HUNDRED).quantize(Decimal("0.01")).normalize() for share in (low, high)]
    phrase = hedged(context, Amount(ends[0], ends[1], "between"), (hit.start, hit.end))
    yield _percentage(hit, context, phrase, "percent", fraction=True)


def _slashed(words: tuple[str, ...]) -> Decimal | None:
    if len(words) == 3 and words[1] == "/" and words[0].isdigit() and words[2].isdigit() and int(words[2]):
        return Decimal(words[0]) / Decimal(words[2])
    return None


def _read_one_in(hit: Matched, context: Context) -> Iterator[Mention]:
    """ "one in five" is 20 per cent."""
    top = parse_amount(words_of(context, hit.slots["top"]))
    bottom = parse_amount(words_of(context, hit.slots["bottom"]))
    if top is None or bottom is None or not top.low or not bottom.low or top.low >= bottom.low:
        return
    if top.modifier != "exact" or bottom.modifier != "exact" or bottom.low < 2:
        return
    most = parse_amount(words_of(context, hit.slots["top2"])) if "top2" in hit.slots else top
    if most is None or most.low is None or not top.low <= most.low <= bottom.low:
        return
    atoms = context.atoms
    last_top = hit.slots.get("top2", hit.slots["top"])
    between = atoms.lower(atoms.at(last_top[1]), atoms.at(hit.slots["bottom"][0]))
    if "in" in between and "every" not in between and (top.low > 99 or (top.low > 9 and bottom.low % 10)):
        return  # "12 in 2019" and the like: too odd for a share
    low, high = (
        (end / bottom.low * _HUNDRED).quantize(Decimal("0.01")).normalize() for end in (top.low, most.low)
    )
    amount = Amount(low, high, "exact" if low == high else "between")
    yield _percentage(hit, context, hedged(context, amount, (hit.start, hit.end)), "percent", True)


_READERS = {
    "amount": _read_amount,
    "points": _read_points,
    "part-of-one": _read_part_of_one,
    "basis": _read_basis,
    "from-to": _read_from_to,
    "list": _read_list,
    "fraction": _read_fraction,
    "fraction-range": _read_fraction_range,
    "one-in": _read_one_in,
}


def _percentage(hit: Matched, context: Context, phrase: Phrase, unit: str, fraction: bool = False) -> Mention:
    value = _Percentage(**phrase.amount.fields(), unit=unit)  # type: ignore[arg-type]
    found = mention(context, "percentage", hit.rule.id, value, phrase.first, phrase.last, hit.slots)
    if fraction:
        found.clues["fraction"] = True
    return found
