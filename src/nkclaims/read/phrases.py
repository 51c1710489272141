"""What the readers of number kinds share: a hit's number phrase, its hedges, and the mention made of both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nkclaims.model.claims import Kind
from nkclaims.model.mention import Mention, Span, Value
from nkclaims.read.amounts import Amount, bounded, parse_amount
from nkclaims.read.bounds import Effect, after, before
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.numbers import DASHES

CHANGE_WORDS = frozenset(
    "rise rises rose risen rising increase increases increased increasing climb climbs climbed jump"
    " jumps jumped gain gains gained grow grows grew grown growing go goes went gone going soar soared"
    " surge surged advance advanced fall falls fell fallen falling drop drops dropped dropping decline"
    " declines declined decrease decreases decreased slip slipped slide slid plunge plunged sink sank"
    " tumble tumbled double doubles doubled doubling triple tripled treble trebled quadruple"
    " quadrupled halve halved cut cuts cutting raise raises raised raising lower lowers lowered reduce"
    " reduces reduced trim trimmed slash slashed boost boosted up down lift lifted hike hiked swell"
    " swelled shrink shrank shrunk change changed move moved improve improved widen widened narrow"
    " narrowed expand expanded revise revised upgrade upgraded downgrade downgraded ease eased edge"
    " edged creep crept rocket rocketed collapse collapsed quintupled multiplied dwindle dwindled"
    " bring brought push pushed extend extended lengthen lengthened shorten shortened".split()
)
_SPREAD_WORDS = frozenset(
    "range ranges ranged ranging vary varies varied varying anywhere between spread fluctuate"
    " fluctuated costs cost priced estimates".split()
)
_LOOK_BACK = 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number phrase in its place: the amount with its hedges, and the atoms of the quote."""

    amount: Amount
    first: int
    last: int


def words_of(context: Context, span: Span) -> tuple[str, ...]:
    """The lower-cased atoms of a span of characters."""
    atoms = context.atoms
    return tuple(atoms.lower(atoms.at(span[0]), atoms.at(span[1])))


def read_phrase(context: Context, number: Span, quote: Span) -> Phrase | None:
    """The number phrase that stands at ``number`` within ``quote``, hedges around the quote taken in.

    None where the words are not one number or range.
    """
    words = words_of(context, number)
    amount = parse_amount(words, context.comma_decimal)
    if amount is None:
        right = right_side(words, context)
        if right is None or quote[0] != number[0]:
            return None
        amount = right[0]
        quote = (context.atoms.starts[context.atoms.at(number[0]) + right[1]], quote[1])
    return hedged(context, amount, quote)


def right_side(words: tuple[str, ...], context: Context) -> tuple[Amount, int] | None:
    """What stands right of the last "to" or dash of words that are no range ("2018 to 3.9 million"), and where."""
    for at in range(len(words) - 2, 0, -1):
        if words[at] in ("to", "or", "and") or words[at] in DASHES:
            amount = parse_amount(words[at + 1 :], context.comma_decimal)
            return None if amount is None else (amount, at + 1)
    return None


def hedged(context: Context, amount: Amount, quote: Span) -> Phrase:
    """An amount with the hedges that stand around its quote."""
    atoms = context.atoms
    first, last = atoms.at(quote[0]), atoms.at(quote[1])
    bounds = before(atoms, first)
    inside = _odd_inside(atoms.lower(first, last))
    last, effects = after(atoms, last)
    whole = bounded(amount, (*bounds.effects, *inside, *effects), negative=bounds.negative)
    return Phrase(whole, bounds.first, last)


def _odd_inside(words: Sequence[str]) -> tuple[Effect, ...]:
    """ "300-odd dollars", "1,000 or so dollars": the hedge stands between the number and its unit."""
    return ("about",) if "odd" in words or ("or", "so") in pairwise(words) else ()


def mention(
    context: Context, kind: Kind, rule: str, value: Value, first: int, last: int, slots: dict[str, Span]
) -> Mention:
    """A mention whose quote is atoms first..last (exclusive)."""
    atoms = context.atoms
    return Mention(
        kind,
        atoms.starts[first],
        atoms.ends[last - 1],
        rule,
        value,
        sentence=atoms.sentence_of(first),
        slots=slots,
    )


def is_change(context: Context, hit: Matched) -> bool:
    """Whether "from A to B" tells of a change (two levels) rather than of a spread (one range)."""
    atoms = context.atoms
    first = atoms.at(hit.match[0])
    sentence = atoms.sentences[atoms.sentence_of(first)][0]
    window = [w.lower() for w in atoms.words[max(sentence, first - _LOOK_BACK) : first]]
    if _is_spread(window) or _from_zero(context, hit):
        return False
    if any(word in CHANGE_WORDS for word in window):
        return True
    after_words = atoms.lower(atoms.at(hit.match[1]), atoms.at(hit.match[1]) + 3)
    return any(word in ("rise", "fall", "increase", "decrease", "drop", "jump") for word in after_words)


def _is_spread(window: Sequence[str]) -> bool:
    """Whether the words before a "from" announce a spread; the costs of "cut its costs from" are a noun."""
    near = window[-3:]
    noun = (
        near[-1:]
        and near[-1] in ("costs", "cost", "estimates")
        and any(_moves_it(word) for word in near[:-1])
    )
    return not noun and any(word in _SPREAD_WORDS for word in near)


def _moves_it(word: str) -> bool:
    return word in CHANGE_WORDS or word in ("its", "their", "his", "her", "the")


def _from_zero(context: Context, hit: Matched) -> bool:
    """ "from 0 to 60 mph" is a stretch that is run through."""
    return words_of(context, hit.slots["low"]) in (("0",), ("zero",)) if "low" in hit.slots else False


def grow(span: Span, other: Span) -> Span:
    """The stretch that covers both."""
    return min(span[0], other[0]), max(span[1], other[1])


def slot(hit: Matched, *names: str) -> Span | None:
    """The first of some slots that matched."""
    return next((hit.slots[name] for name in names if name in hit.slots), None)


def decimal_comma(shapes: Sequence[str]) -> bool:
    """Whether a text's digit atoms show that it writes decimals with a comma ("1.200.000", "3,5")."""
    commas = sum(1 for s in shapes if "," in s and len(s) - s.rfind(",") - 1 in (1, 2))
    thousands = sum(1 for s in shapes if "," in s and len(s) - s.rfind(",") - 1 == 3)
    points = sum(1 for s in shapes if "." in s and "," not in s and len(s) - s.rfind(".") - 1 in (1, 2))
    return commas > 0 and commas > thousands + points
