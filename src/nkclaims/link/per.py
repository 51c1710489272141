"""What an amount is per, where the text says it once: inherited within the sentence, or from the one before."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.per_compared import per_compared
from nkclaims.link.per_continued import per_continued
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money
from nkclaims.read.context import Context
from nkclaims.read.units import TIME_UNITS

_TIMES = frozenset(TIME_UNITS.values())
_CONTINUES = frozenset(
    ("example", "instance", "turned", "instead", "actually", "actual", "remainder", "same")
)
_BASIS = {
    "monthly": "month", "weekly": "week", "daily": "day", "annual": "year", "yearly": "year", "hourly": "hour",
    "quarterly": "quarter",
}  # fmt: skip
_LIKE = 100
"""Amounts further apart than this factor are not the same kind of payment."""
_SAME_PRICE = 3
_SHARES = frozenset(("share", "person"))


def inherit_per(mentions: list[Mention], context: Context, index: Index) -> None:
    """Fill ``per`` of money that has none where the text plainly means one.

    - numbers in a row share what the last is per ("97 and 68 euros a month")
    - a level of a change takes the other's ("rose to $5 a barrel from $4")
    - the same amount in another currency, and the other level of a change, share it
    - a price told a second time in a sentence: "cost 58 taka a kilo, is at 66 taka"
    - payments told one after the other in a sentence, in one currency: "promises of 2,000 yuan per month turned out
      to be payments between 300 and 700 yuan"; only for lengths of time
    - the amount that another is set against (:mod:`nkclaims.link.per_compared`)
    - what the clause plainly continues (:mod:`nkclaims.link.per_continued`)
    - "on a monthly basis" in this sentence, or in the one before that this one gives an example of
    """
    for position in index.of_kind("money"):
        mention = mentions[position]
        value = mention.value
        if not isinstance(value, Money) or value.per is not None:
            continue
        per = _from_pair(mentions, position, index) or _from_equal(mentions, position)
        per = per or _from_sentence(mentions, position, context, index)
        per = per or _from_basis(mention, context.atoms)
        per = per or per_compared(mentions, position, context.atoms, index)
        per = per or per_continued(mentions, position, context.atoms, index)
        if per is not None:
            mention.value = value.model_copy(update={"per": per})
            mention.clues["per_by"] = "inherited"


def _from_pair(mentions: list[Mention], position: int, index: Index) -> str | None:
    """The other end of "from A to B"; the last of a row ("97 and 68 euros a month")."""
    mine = mentions[position]
    pair, last = "from_to" in mine.clues, mine.slots.get("third")
    if not pair and last is None:
        return None
    for other in index.in_sentence(mine.sentence, "money"):
        mention = mentions[other]
        same = mention.slots.get("low") == mine.slots.get("low") if pair else last and mention.end == last[1]
        if other != position and same and isinstance(mention.value, Money):
            return mention.value.per
    return None


def _from_equal(mentions: list[Mention], position: int) -> str | None:
    """What the same amount in the other currency is per; the old level's, or the new one's, of a change."""
    mine = mentions[position]
    for name in ("equals", "from", "to"):
        for other, _ in mine.links.get(name, ()):
            value = mentions[other].value
            if (
                isinstance(value, Money)
                and value.per is not None
                and (name == "equals" or _alike(value, mine.value))
            ):
                return value.per
    return None


def _from_sentence(mentions: list[Mention], position: int, context: Context, index: Index) -> str | None:
    mine = mentions[position]
    atoms = context.atoms
    for other in reversed(index.in_sentence(mine.sentence, "money")):
        before = mentions[other]
        if other >= position or not isinstance(before.value, Money) or before.value.per is None:
            continue
        if before.value.per not in _TIMES:
            if _alike(before.value, mine.value, _SAME_PRICE) and before.value.per not in _SHARES:
                return before.value.per
            continue
        if not _alike(before.value, mine.value):
            continue
        between = atoms.lower(atoms.at(before.end), atoms.at(mine.start))
        if _CONTINUES.intersection(between) or _contrasted(between):
            return before.value.per
    return None


def _contrasted(between: list[str]) -> bool:
    """ "X a month to Y", "X a month, against Y", "compared with Y", "and women Y"."""
    joined = " ".join(between)
    return any(
        f" {phrase} " in f" {joined} "
        for phrase in (
            "compared with",
            "compared to",
            "against",
            "down from",
            "up from",
            "rather than",
            "instead of",
            "while others",
        )
    )


def _alike(one: Money, other: object, factor: int = _LIKE) -> bool:
    if not isinstance(other, Money) or one.currency != other.currency:
        return False
    a, b = one.low or one.high, other.high or other.low
    return bool(a and b and max(a, b) <= factor * min(a, b))


def _from_basis(mention: Mention, atoms: Atoms) -> str | None:
    """ "on a monthly basis", in the sentence itself or in the one before where this one continues it."""
    own = _basis(atoms, mention.sentence)
    if own is not None or mention.sentence == 0:
        return own
    first, last = atoms.sentences[mention.sentence]
    words = set(atoms.lower(first, last))
    return _basis(atoms, mention.sentence - 1) if words & {"example", "instance"} else None


def _basis(atoms: Atoms, sentence: int) -> str | None:
    first, last = atoms.sentences[sentence]
    words = atoms.lower(first, last)
    for i, word in enumerate(words[:-1]):
        if word in _BASIS and words[i + 1] == "basis":
            return _BASIS[word]
    return None
