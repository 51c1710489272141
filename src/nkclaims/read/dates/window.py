"""A stretch of atoms and the words on either side of it."""

from __future__ import annotations

from dataclasses import dataclass

from nkclaims.atoms.scan import Atoms

FUNCTION_WORDS = frozenset(
    "in on at the a an and or but to for of from by with he she it they we i his her its their who"
    " which when where while as after before since until if that this was is were are has had have"
    " will would said because so than also not no".split()
)
"""Words that begin or join phrases: what stands before one of them stands at the end of a phrase."""


@dataclass(frozen=True, slots=True)
class Window:
    """Atoms first to last (exclusive) of a text; words around them are "" where the text ends."""

    atoms: Atoms
    first: int
    last: int

    def before(self, distance: int = 1) -> str:
        """The word so far before, lower-cased."""
        at = self.first - distance
        return self.atoms.words[at].lower() if at >= 0 else ""

    def after(self, distance: int = 1) -> str:
        """The word so far after, lower-cased."""
        return self.next(distance).lower()

    def next(self, distance: int = 1) -> str:
        """The word so far after, as printed."""
        at = self.last + distance - 1
        return self.atoms.words[at] if at < len(self.atoms.words) else ""

    @property
    def words(self) -> list[str]:
        """The words themselves, lower-cased."""
        return self.atoms.lower(self.first, self.last)

    @property
    def printed(self) -> list[str]:
        """The words themselves, as printed."""
        return self.atoms.words[self.first : self.last]

    @property
    def is_glued(self) -> bool:
        """Whether no white space stands before it."""
        return self.first > 0 and self.atoms.ends[self.first - 1] == self.atoms.starts[self.first]

    @property
    def is_joined(self) -> bool:
        """Whether what follows is glued to it: "April-Jones", "May/June"."""
        return (
            self.last < len(self.atoms.words)
            and self.atoms.starts[self.last] == self.atoms.ends[self.last - 1]
        )

    @property
    def is_followed_by_name(self) -> bool:
        """Whether a capitalised word follows after a space ("April Jones")."""
        word = self.next()
        return (
            word[:1].isupper()
            and word.isalpha()
            and self.atoms.starts[self.last] > self.atoms.ends[self.last - 1]
        )

    @property
    def ends_phrase(self) -> bool:
        """Whether what follows is no noun it could belong to: a sign, a function word, a name."""
        word = self.after()
        return not word.isalpha() or word in FUNCTION_WORDS or self.next()[:1].isupper()

    @property
    def sentence(self) -> tuple[int, int]:
        """First and one past the last atom of its sentence."""
        atoms = self.atoms
        return atoms.sentences[atoms.sentence_of(self.first)] if atoms.sentences else (0, len(atoms.words))
