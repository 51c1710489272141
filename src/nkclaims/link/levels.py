"""The numbers of a sentence as levels: what something rose to, what it came from, which belong together.

A level is a number that is not itself the size of a change, with the amounts that restate it a share ("$20.6
million, or 98 cents a share"). Its role is told by the words straight before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import Literal

from nkclaims.atoms.lexicon import default_lexicon, word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index, unit_of
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention
from nkclaims.model.values import Direction, Money, Percentage, Quantity
from nkclaims.read.tagging import tag

Role = Literal["to", "from", "against", "at"]
ROLE_OF: dict[str, Role] = {
    "to": "to",
    "from": "from",
    "against": "against",
    "versus": "against",
    "vs": "against",
    "than": "against",
    "at": "at",
    "reaching": "at",
    "reached": "at",
    "reach": "at",
    "hitting": "at",
    "hit": "at",
    "totalling": "at",
    "totaling": "at",
}
COMPARED_ON = frozenset({"up", "down", "more", "less"})  # "four points down on 62 percent in 2018"
NOT_TO = frozenset({"equal", "equivalent", "up", "due", "according", "close", "next", "amounts", "amounted"})
BEFORE_WITH = frozenset({"compared", "compares", "compare", "comparing"})
BETTER = frozenset({"improve", "improves", "improved", "deteriorated", "recovered"})
"""Verbs that tell no direction: a loss improves as it shrinks, a rank as its number does."""
AVERAGES = frozenset({"average", "median", "mean", "estimated", "all-time", "combined", "new"})
FAR, NEAR = 8, 2
ALIKE = 10  # times as much: numbers further apart are seldom of one thing
MOVED_WORDS = 6  # between a verb and its "from"
STOPS = frozenset(
    {",", ";", ":", ".", "(", ")", "–", "—", "\n", "and", "or", "but", "while", "which", "that", "who", "as"}
    | {
        "is",
        "are",
        "was",
        "were",
        "had",
        "has",
        "have",
        "be",
        "been",
        "when",
        "if",
        "because",
        "by",
        "for",
        "in",
    }
    | {"on", "about", "between", "into", "over", "up", "down", "more", "less"}
)
TIMES = frozenset(
    {"second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"}
)
JOINERS = frozenset(
    {",", "or", "(", "a", "an", "per", "each", "equal", "to", "equivalent", "about", "share", "and"}
)


@dataclass(slots=True)
class Level:
    """A number and its restatements.

    position  of the mention     shares  of the amounts a share said beside it
    role      how its words tie it; None where they say nothing
    lead      offset of the word that gives the role, else of the number     word  that word
    """

    position: int
    start: int
    end: int
    role: Role | None
    lead: int
    moved: Direction | None = None
    shares: list[int] = field(default_factory=list)
    taken: bool = False

    @property
    def is_old(self) -> bool:
        """Whether the words before it make it the level that was left or compared with."""
        return self.role in ("from", "against")


@cache
def class_words(name: str) -> frozenset[str]:
    """The single words of one class of data/words/changes.toml, lower-cased."""
    return frozenset(word for word in word_tables()["changes"][name] if " " not in word)


@cache
def _passable() -> frozenset[str]:
    """What may stand between a role's word and its number: determiners, words for a time or a measure."""
    lexicon = default_lexicon()
    return frozenset(
        lexicon.classes["det"] | class_words("time_of_base") | {"'s", "’s", "-", "of", "s"} | AVERAGES
    )


def levels_of(index: Index, sentence: int, atoms: Atoms, sizes: list[Mention]) -> list[Level]:
    """The levels of a sentence, in its order; ``sizes`` are its changes, whose own numbers are no levels."""
    out: list[Level] = []
    for position in index.in_sentence(sentence):
        mention = index.mentions[position]
        if not _is_level(mention) or any(_overlap(mention, change) for change in sizes):
            continue
        role, lead = role_of(mention, atoms)
        if role is None:
            role, lead = _on_which(mention, sizes, atoms)
        level = Level(position, mention.start, mention.end, role, lead)
        if out and _restates(index.mentions[out[-1].position], mention, out[-1], atoms):
            out[-1].shares.append(position)
            out[-1].end = mention.end
            continue
        level.moved = moved(level, atoms)
        out.append(level)
    return out


def _on_which(mention: Mention, sizes: list[Mention], atoms: Atoms) -> tuple[Role | None, int]:
    """The old level of a change straight before it: "a rise of 63% on the $3,100 paid", "8% below the 250 of 2019"."""
    first = atoms.at(mention.start)
    counted = isinstance(mention.value, Quantity)
    measured = any(
        atoms.lower(first - back, first - back + 1) in (["above"], ["below"]) for back in (1, 2, 3)
    )
    if counted and not measured and tag(atoms.words[min(atoms.at(mention.end), len(atoms.words) - 1)]) != "V":
        return None, mention.start  # "a rise of 10% on the 300 goods"
    for at in range(first - 1, max(-1, first - 4), -1):
        word = atoms.words[at].lower()
        if word == "on" and any(atoms.at(change.end) == at for change in sizes):
            return "from", atoms.starts[at]
        if word in ("above", "below") and any(atoms.at(change.end) == at + 1 for change in sizes):
            return "against", atoms.starts[at + 1]
        if word not in _passable():
            break
    return None, mention.start


def _is_level(mention: Mention) -> bool:
    if mention.kind not in NUMBER_KINDS or mention.direction is not None:
        return False
    if "from_to" in mention.clues:
        return True  # "lengthened from 18 to 26 weeks"
    return not (isinstance(mention.value, Quantity) and (mention.value.unit or "").split(" ")[0] in TIMES)


def _overlap(mention: Mention, change: Mention) -> bool:
    return mention.start < change.end and change.start < mention.end


def _restates(whole: Mention, part: Mention, level: Level, atoms: Atoms) -> bool:
    """Whether a number says the one before it again, a share: "…, or 98 cents a share"."""
    if not isinstance(whole.value, Money) or not isinstance(part.value, Money):
        return False
    between = atoms.lower(atoms.at(level.end), atoms.at(part.start))
    joined = (
        bool(between) and ("or" in between or "(" in between) and all(word in JOINERS for word in between)
    )
    return joined and (part.value.per == "share" or part.value.currency != whole.value.currency)


def role_of(mention: Mention, atoms: Atoms) -> tuple[Role | None, int]:
    """The role that the words before a number give it, and where they begin."""
    told = mention.clues.get("from_to")
    first = atoms.at(mention.start)
    if told in ("from", "to"):
        before = first - 1 if first and atoms.words[first - 1].lower() == told else first
        return told, atoms.starts[before]
    strangers = 0
    for at in range(first - 1, max(-1, first - 1 - FAR), -1):
        word = atoms.words[at].lower()
        if word == "with" or word == "to":
            if at > 0 and atoms.words[at - 1].lower() in BEFORE_WITH:
                return "against", atoms.starts[at - 1]
            if word == "with" or (at > 0 and atoms.words[at - 1].lower() in NOT_TO):
                return None, mention.start
        if word == "against" and at > 0 and atoms.words[at - 1] != ",":
            return None, mention.start  # "payments of $5 million against a debt of $9 million"
        if word in ROLE_OF:
            near = at == first - 1 or ROLE_OF[word] in ("from", "against") or strangers == 0
            return (ROLE_OF[word], atoms.starts[at]) if near else (None, mention.start)
        if word == "on" and at > 0 and atoms.words[at - 1].lower() in COMPARED_ON:
            return "against", atoms.starts[at]
        if word in STOPS:
            return None, mention.start
        if word not in _passable() and not word[0].isdigit():
            strangers += 1
            if strangers > NEAR:
                return None, mention.start
    return None, mention.start


def moved(level: Level, atoms: Atoms) -> Direction | None:
    """Which way the words before a level's role say it went: "rose to", "was down from"; None: no way.

    Adverbs are passed over, and before "from" what is moved: "cut its costs from £3m".
    """
    if level.role not in ("to", "from"):
        return None
    at = atoms.at(level.lead) - 1
    for before in range(at, max(-1, at - MOVED_WORDS - 1), -1):
        word = atoms.words[before].lower()
        way = _ways().get(word)
        if way is not None:
            return way
        kind = tag(word)
        if kind != "b" and (level.role == "to" or not (kind in "dhnmjo" or word == "in")):
            return None  # "cut prices on models from $300 to $500" is a spread of models
    return None


@cache
def _ways() -> dict[str, Direction]:
    """The words that say which way a level went."""
    out: dict[str, Direction] = {}
    both: tuple[tuple[Direction, str], ...] = (("fall", "fall"), ("rise", "rise"))
    for direction, stem in both:
        out |= dict.fromkeys(class_words(f"{stem}_particle") | class_words(f"{stem}_verb"), direction)
    return {word: direction for word, direction in out.items() if word not in BETTER}


def comparable(index: Index, one: int, two: int) -> bool:
    """Whether two numbers are of a kind and a unit; a unit or currency that is not said fits any."""
    first, second = index.mentions[one], index.mentions[two]
    units = {unit for unit in (unit_of(first.value), unit_of(second.value)) if unit is not None}
    if len(units) > 1:
        return False
    if first.kind == second.kind:
        return True
    bare = [m for m in (first, second) if isinstance(m.value, Quantity) and m.value.unit is None]
    return bool(bare)


def compared(
    index: Index, levels: list[Level], old: Level | None, way: Direction | None, atoms: Atoms
) -> Level | None:
    """Which of the numbers before an old level it is held against: "3,400 people in 62 boats, up from 2,100".

    One alone, or the last that something rose to, needs no choice. Of several it is the one that is of the old
    one's size and moved as said; where that is none or more than one, nobody can tell.

    levels  comparable with the old one, in the order of the text
    """
    if not levels:
        return None
    whole = {
        two.position
        for one, two in pairwise(levels)
        if atoms.lower(atoms.at(one.end), atoms.at(two.start)) in (["of"], ["of", "the"], ["out", "of"])
    }  # "40 of 120 seats": the 40
    row = [level for level in levels if level.position not in whole]
    if old is None or row[-1].role == "to" or _of_one_unit(index, row[-1], old):
        return row[-1]
    if len(row) == 1 and _beside(row[0], old, atoms):
        return row[0]
    alike = [level for level in row if _is_as_large(index, level, old, way)]
    return alike[0] if len(alike) == 1 else None


def _of_one_unit(index: Index, level: Level, old: Level) -> bool:
    """Whether both numbers say what they count in, so that they are of one thing."""
    values = [index.mentions[at.position].value for at in (level, old)]
    return all(unit_of(value) is not None for value in values)


def _beside(level: Level, old: Level, atoms: Atoms) -> bool:
    """Whether no number that was not read stands between two levels."""
    return all(tag(word) != "0" for word in atoms.words[atoms.at(level.end) : atoms.at(old.lead)])


def _is_as_large(index: Index, level: Level, old: Level, way: Direction | None) -> bool:
    """Whether a level may have come from another: not ten times as far off, and not the other way."""
    here, there = (_size(index.mentions[at.position].value) for at in (level, old))
    if not here or not there or not there / ALIKE <= here <= there * ALIKE:
        return False
    return way is None or (here >= there if way == "rise" else here <= there)


def _size(value: object) -> Decimal | None:
    if not isinstance(value, (Money, Percentage, Quantity)):
        return None
    return value.low if value.high is None else value.high
