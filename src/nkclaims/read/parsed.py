"""A sentence in noun phrases and clauses, as :func:`nkclaims.read.clauses.parse` finds them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Span


class Phrase(NamedTuple):
    """A noun phrase: atoms first..last (exclusive) of the text."""

    first: int
    last: int


@dataclass(slots=True)
class Clause:
    """A stretch with at most one finite verb: atoms first..last (exclusive).

    subject  index into the sentence's phrases, or None
    verb     (first, one past the last) atom of the verb group
    say      the verb is one of saying
    """

    first: int
    last: int
    subject: int | None = None
    verb: Span | None = None
    say: bool = False


@dataclass(slots=True)
class Parse:
    """A sentence in phrases and clauses. Atom numbers are those of the text; ``tags`` begins at ``first``."""

    atoms: Atoms
    first: int
    last: int
    tags: str
    phrases: list[Phrase] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    _lower: list[str] = field(default_factory=list, repr=False)
    _phrase_starts: list[int] = field(default_factory=list, repr=False)
    _clause_starts: list[int] = field(default_factory=list, repr=False)

    def tag(self, atom: int) -> str:
        """The tag of an atom; a break outside the sentence."""
        return self.tags[atom - self.first] if self.first <= atom < self.last else "/"

    def word(self, atom: int) -> str:
        """The word of an atom, lower-cased; empty outside the sentence."""
        return self._lower[atom - self.first] if self.first <= atom < self.last else ""

    def words(self) -> list[str]:
        """Its words, lower-cased."""
        return self._lower

    def lower(self, first: int, last: int) -> list[str]:
        """The words of some of its atoms, lower-cased."""
        return self._lower[first - self.first : last - self.first]

    def phrase_at(self, atom: int) -> int | None:
        """The phrase that covers an atom."""
        i = bisect_right(self._phrase_starts, atom) - 1
        return i if i >= 0 and atom < self.phrases[i].last else None

    def phrase_ending(self, atom: int) -> int | None:
        """The phrase whose last atom stands right before ``atom``."""
        i = self.phrase_at(atom - 1)
        return i if i is not None and self.phrases[i].last == atom else None

    def clause_at(self, atom: int) -> Clause:
        """The clause an atom stands in."""
        return self.clauses[self.clause_number(atom)]

    def clause_number(self, atom: int) -> int:
        """The number of the clause an atom stands in."""
        return max(0, bisect_right(self._clause_starts, atom) - 1)

    def span(self, phrase: Phrase) -> Span:
        """A phrase's character offsets, its leading article left out."""
        first = phrase.first
        if self.tag(first) == "d" and phrase.last - first > 1 and self.word(first) in ("the", "a", "an"):
            first += 1
        return self.atoms.starts[first], self.atoms.ends[phrase.last - 1]

    def whole(self, phrase: Phrase) -> Span:
        """A phrase's character offsets, article included."""
        return self.atoms.starts[phrase.first], self.atoms.ends[phrase.last - 1]
