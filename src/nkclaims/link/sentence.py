"""A sentence as links see it: its phrases and clauses, with its numbers and dates as single tokens."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention
from nkclaims.read.clauses import Parse, Phrase, parse

_KINDS = frozenset((*NUMBER_KINDS, "date", "change"))
NUMBER, COUNT, DATE = "#", "Q", "T"


@cache
def word_set(path: str) -> frozenset[str]:
    """A class of the hand-kept word lists.

    >>> "revenue" in word_set("measures.measure")
    True
    """
    table, name = path.split(".")
    return frozenset(word_tables()[table][name])


@dataclass(slots=True)
class Token:
    """A mention in its sentence: its position in the document's list and its atoms, half-open."""

    position: int
    first: int
    last: int
    mention: Mention


@dataclass(slots=True)
class Sentence:
    """One sentence: its numbers, dates and words of change, each in order of the text."""

    number: int
    parse: Parse
    numbers: list[Token] = field(default_factory=list)
    dates: list[Token] = field(default_factory=list)
    changes: list[Token] = field(default_factory=list)

    def previous(self, token: Token) -> Token | None:
        """The number before one."""
        before = [n for n in self.numbers if n.last <= token.first and self.parse.tag(n.first) != "j"]
        return before[-1] if before else None

    def head(self, phrase: Phrase) -> str:
        """The last word of a phrase, lower-cased."""
        last = phrase.last - 1
        while last > phrase.first and self.parse.tag(last) in "a_":
            last -= 1
        word = self.parse.word(last)
        if last - 2 >= phrase.first and self.parse.tag(last - 1) == "-" and self.parse.tag(last) in "pb":
            return f"{self.parse.word(last - 2)}-{word}"  # write-off
        return word

    def is_measure(self, phrase: Phrase) -> bool:
        """Whether a phrase names what numbers measure ("net income")."""
        head, measures = self.head(phrase), word_set("measures.measure")
        return (
            head in measures or (head != "products" and head.removesuffix("s") in measures)
        ) and self.parse.tag(phrase.last - 1) != "N"


def sentences(mentions: Sequence[Mention], atoms: Atoms) -> Iterator[Sentence]:
    """The sentences that hold a number or a change, in order."""
    rows: dict[int, list[int]] = defaultdict(list)
    asked: set[int] = set()
    for position, mention in enumerate(mentions):
        if mention.kind in _KINDS:
            rows[mention.sentence].append(position)
            if mention.kind != "date":
                asked.add(mention.sentence)
    for number in sorted(asked):
        yield sentence(number, rows[number], mentions, atoms)


def _is_adjective(mention: Mention, atoms: Atoms, token: Token) -> bool:
    """ "a two-week strike": a length or count that describes the noun after it."""
    if mention.kind == "money" or mention.kind == "percentage" or token.last >= len(atoms.words):
        return False
    hyphen = any(atoms.words[i] in "-‑–" for i in range(token.first + 1, token.last - 1))
    return (
        hyphen
        and atoms.words[token.last - 1].isalpha()
        and atoms.words[token.last][0].isalpha()
        and token.last - token.first == 3
        and not atoms.words[token.last - 1].endswith("s")
    )


def sentence(number: int, row: Sequence[int], mentions: Sequence[Mention], atoms: Atoms) -> Sentence:
    """A sentence with the numbers and dates among the given mentions."""
    numbers: list[Token] = []
    dates: list[Token] = []
    changes: list[Token] = []
    marks: list[tuple[int, int, str]] = []
    reached = -1
    for position in sorted(row, key=lambda p: (mentions[p].start, mentions[p].kind == "date")):
        mention = mentions[position]
        first, last = atoms.covering(mention.start), atoms.at(mention.end)
        token = Token(position, first, max(last, first + 1), mention)
        if mention.kind == "change":
            changes.append(token)
            continue
        (dates if mention.kind == "date" else numbers).append(token)
        if first >= reached:  # a duration is a quantity and a date on the same words: marked once
            adjective = _is_adjective(mention, atoms, token)
            mark = (
                "j"
                if adjective
                else DATE
                if mention.kind == "date"
                else COUNT
                if mention.kind == "quantity"
                else NUMBER
            )
            marks.append((first, token.last, mark))
            reached = token.last
    return Sentence(number, parse(atoms, number, marks), numbers, dates, changes)
