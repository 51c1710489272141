"""The names in a text that the gazetteer knows: at each capitalised word the longest.

Nothing is decided here but what the words' form decides: acronyms stand in capitals, "La." is Louisiana only
after a place and a comma, "US$5" and "US-24" are no countries.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nkclaims.atoms.scan import Atoms
from nkclaims.tables.gazetteer import (
    ABBREVIATION,
    ACRONYM,
    BLOCKED,
    DEMONYM,
    ROW,
    Gazetteer,
    key_of,
)
from nkclaims.tables.place_words import PlaceWords, place_words

WINDOW = 8
"""The most atoms a name has."""

DASHES = frozenset("-‐‑–—")
POSSESSIVE = frozenset(("'s", "’s"))
_SAINTS = frozenset(("st", "ft", "mt", "ste"))
_INNER_CAPITAL = re.compile(r"['’][A-ZÀ-Þ]")


@dataclass(slots=True)
class Found:
    """A name: atoms first..last (exclusive), key, what else the key is, postings, and the evidence so far.

    person    it names a person here            attached  a country or unit right after it fixes it
    in_name   part of an organisation's name    points    above zero: a place
    """

    first: int
    last: int
    key: str
    flags: int
    postings: tuple[int, ...]
    points: float = 0.0
    demonym: bool = False
    in_name: bool = False
    person: bool = False
    attached: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one word."""
        return self.last - self.first == 1


class NameFinder:
    """Finds names in one text."""

    def __init__(self, atoms: Atoms, table: Gazetteer) -> None:
        self.atoms, self.table = atoms, table
        self.words = atoms.words
        self.size = len(atoms.words)
        self.firsts = {first for first, _ in atoms.sentences}
        self.lists: PlaceWords = place_words()

    def names(self) -> list[Found]:
        """Every known name, in order, none over another."""
        found, at = [], 0
        for index, word in enumerate(self.words):
            if index >= at and word[0].isupper():
                at, hit = self._longest(index)
                if hit is not None:
                    found.append(hit)
        return found

    def _window(self, first: int) -> tuple[str, dict[int, int]]:
        """The key of the words from ``first`` on, and its possible lengths -> the atom that ends there."""
        words, lists = self.words, self.lists
        key, ends, joined = "", {}, True
        for index in range(first, min(self.size, first + WINDOW)):
            word = words[index]
            if word[0].isupper() or _INNER_CAPITAL.search(word):
                part = key_of(word)
                if not part:
                    break
                key = f"{key} {part}" if key else part
                ends[len(key)] = index + 1
                joined = False
            elif word in lists.connectors or word in lists.generic:
                key, joined = f"{key} {word}", False
                if word in lists.generic and not (key.startswith("the ") and index == first + 1):
                    ends[len(key)] = index + 1  # but "The river" is any river
            elif not joined and self._joins(index, key):
                joined = True
                if word in POSSESSIVE:
                    key, joined = key + "s", False
            else:
                break
        return key, ends

    def _joins(self, index: int, key: str) -> bool:
        """Whether a sign stands inside a name: "Port-au-Prince", "St. Louis", "People's Republic"."""
        word = self.words[index]
        if word in POSSESSIVE:
            return True
        if word in DASHES:
            return self._glued(index) and self._glued(index + 1)
        if word == ".":
            return key.rpartition(" ")[2] in _SAINTS or len(self.words[index - 1]) == 1
        return (
            word == ","
            and key.endswith("washington")
            and self.words[index + 1 : index + 2] in (["D.C."], ["DC"])
        )

    def _glued(self, index: int) -> bool:
        return 0 < index < self.size and self.atoms.starts[index] == self.atoms.ends[index - 1]

    def _longest(self, first: int) -> tuple[int, Found | None]:
        """The longest name from ``first`` on, and the atom to go on from."""
        key, ends = self._window(first)
        best: str = ""
        fitting: tuple[int, ...] = ()
        names: list[str] = self.table.keys.prefixes(key) if key else []
        for name in names:
            if len(name) > len(best) and len(name) in ends:
                flags, postings = self.table.find(name)
                if flags & BLOCKED:
                    best, fitting = name, ()
                elif postings:
                    allowed = self._fitting(first, ends[len(name)], name, postings)
                    if allowed:
                        best, fitting = name, allowed
        if not best:
            return first + 1, None
        if not fitting:
            return ends[len(best)], None
        best, fitting = self._not_the_department(first, best, fitting)
        last = ends[len(best)]
        if fitting[0] & ABBREVIATION and last < self.size and self.words[last] == ".":
            last += 1
        flags = self.table.find(best)[0]
        return last, Found(first, last, best, flags, fitting, demonym=bool(fitting[0] & DEMONYM))

    def _not_the_department(
        self, first: int, best: str, fitting: tuple[int, ...]
    ) -> tuple[str, tuple[int, ...]]:
        """ "the University of Michigan Center for …" is not at Michigan Center."""
        if " " in best and first > 1 and self.words[first - 2 : first] == ["University", "of"]:
            shorter, _, noun = best.rpartition(" ")
            postings = self.table.find(shorter)[1]
            if noun in self.lists.name_nouns and postings:
                return shorter, postings
        return best, fitting

    def _fitting(self, first: int, last: int, key: str, postings: tuple[int, ...]) -> tuple[int, ...]:
        """The postings that the words' form allows."""
        if last - first > 1 or len(key) > 6:
            return postings
        word = self.words[first]
        follows = self.words[last] if last < self.size else ""
        if follows == "$" or (follows == "-" and last + 1 < self.size and self.words[last + 1][0].isdigit()):
            return ()
        shouting = len(word) > 1 and word.replace(".", "").isupper()
        abbreviated: bool | None = None
        out = []
        for posting in postings:
            if posting & ACRONYM:
                fits = shouting
            elif posting & ABBREVIATION:
                if abbreviated is None:
                    abbreviated = self._abbreviated(first, key, follows, shouting)
                fits = abbreviated
            else:
                fits = not shouting or len(key) > 4 or first in self.firsts or bool(posting & DEMONYM)
            if fits:
                out.append(posting)
        return tuple(out)

    def _abbreviated(self, first: int, key: str, follows: str, shouting: bool) -> bool:
        """Whether a short form stands where units are abbreviated: "Portland, Ore.", "D-Calif.", "N.J."."""
        words, word = self.words, self.words[first]
        if word.count(".") > 1:
            return True
        opening = words[first - 1] if first else ""
        before = words[first - 2] if first > 1 else " "
        pointed = follows == "." or "." in word
        if opening == "-":
            return before.lower() in self.lists.parties
        if opening in (",", "(") and before[0].isalpha():
            return shouting if len(key) == 2 and key not in self.lists.short_states else shouting or pointed
        after = words[first + 2] if first + 2 < self.size else " "
        return pointed and key in self.lists.clear_states and after[0].islower()


def pair(table: Gazetteer, inner: Found, outer: Found) -> tuple[int, int] | None:
    """The senses of two names joined by a comma: a place and the unit or country it lies in.

    A town named like a country or state has to be nearly as well known to be meant: "Russia, US officials
    said" is not Russia in Ohio, nor "in Florida, New York and Maine" Florida in New York.
    """
    units = [posting & ROW for posting in outer.postings if not posting & DEMONYM]
    top = table.row(inner.postings[0] & ROW)
    least = top.prominence - 2.5 if top.feature in ("PCLI", "ADM1") else 0.0
    for posting in inner.postings:
        row = posting & ROW
        if table.prominence[row] / 20 < least:
            continue
        for above in table.ancestors(row):
            if above in units:
                return row, above
    return None
