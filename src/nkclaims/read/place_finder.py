"""Where a text names places: the longest known name at each capitalised word, and the evidence for and against it.

Evidence is a sum of points in logits: what the name is by itself (a country, a large town, a dictionary word, a
given name), what stands before and after it, and how the same name is used elsewhere in the text. A candidate
above zero is a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from nkclaims.atoms.scan import Atoms
from nkclaims.read.place_words import (
    AREA,
    CONNECTORS,
    FUNCTION,
    GENERIC,
    HEADS,
    IN_WORDS,
    NAME_NOUNS,
    PARTIES,
    ROLES,
    SAY,
    SHORT_STATES,
    SHORT_TITLES,
    TAKES_THE,
    TEAMS,
    TITLES,
    TO_WORDS,
)
from nkclaims.tables.gazetteer import (
    ABBREVIATION,
    ACRONYM,
    ALTERNATE,
    BLOCKED,
    COMMON,
    DEMONYM,
    FIRM,
    GIVEN,
    ROW,
    SURNAME,
    Gazetteer,
    Row,
    key_of,
)

WINDOW = 8
_DASHES = frozenset("-‐‑–—")
GENERIC_UNITS = frozenset("county parish borough".split())
_SHORT = frozenset("st ft mt ste sts".split())
_INNER_CAPITAL = re.compile(r"['’][A-ZÀ-Þ]")


@dataclass(slots=True)
class Found:
    """A name found: atoms first..last (exclusive), its key, what else the key is, its postings, its evidence."""

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
    clues: dict[str, object] = field(default_factory=dict)


class Finder:
    """One pass over one text. ``found`` holds every candidate, accepted or not, in order."""

    def __init__(self, atoms: Atoms, table: Gazetteer) -> None:
        self.atoms, self.table = atoms, table
        self.words = atoms.words
        self.size = len(atoms.words)
        self.firsts = {first for first, _ in atoms.sentences}
        self.found: list[Found] = []
        self.titled: set[int] = self._titled_sentences()

    # -- names -------------------------------------------------------------------------------------------------

    def run(self) -> list[Found]:
        """Find and weigh."""
        at = 0
        for index, word in enumerate(self.words):
            if index >= at and word[0].isupper():
                at, hit = self._longest(index)
                if hit is not None:
                    self.found.append(hit)
        for hit in self.found:
            self._weigh(hit)
        self._neighbours()
        self._document()
        return self.found

    def _window(self, first: int) -> tuple[str, dict[int, int]]:
        """The key of the words from ``first`` on, and its possible lengths -> the atom that ends there."""
        words, key, ends = self.words, "", {}
        index, glued = first, True
        last = min(self.size, first + WINDOW)
        while index < last:
            word = words[index]
            if word[0].isupper() or _INNER_CAPITAL.search(word):
                part = key_of(word)
                if not part:
                    break
                key = f"{key} {part}" if key else part
                ends[len(key)] = index + 1
                glued = False
            elif word in CONNECTORS or word in GENERIC:
                key = f"{key} {word}"
                if word in GENERIC:
                    ends[len(key)] = index + 1
                glued = False
            elif word in _DASHES and not glued and self._is_glued(index) and self._is_glued(index + 1):
                glued = True
            elif (
                word == "." and not glued and (key.rpartition(" ")[2] in _SHORT or len(words[index - 1]) == 1)
            ):
                glued = True
            else:
                break
            index += 1
        return key, ends

    def _is_glued(self, index: int) -> bool:
        return 0 < index < self.size and self.atoms.starts[index] == self.atoms.ends[index - 1]

    def _longest(self, first: int) -> tuple[int, Found | None]:
        """The longest name from ``first`` on, and the atom to go on from."""
        key, ends = self._window(first)
        best, fitting = "", ()
        names = self.table.keys.prefixes(key) if key else ()
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
        if (
            first > 1
            and self.words[first - 1] == "of"
            and self.words[first - 2] == "University"
            and " " in best
        ):
            shorter = best.rpartition(" ")
            if shorter[2] in NAME_NOUNS and self.table.find(shorter[0])[1]:
                best = shorter[0]  # the University of Michigan Center for …
                fitting = self.table.find(best)[1]
        last = ends[len(best)]
        if not fitting:
            return last, None
        if last < self.size and self.words[last] == "." and fitting[0] & ABBREVIATION:
            last += 1
        flags = self.table.find(best)[0]
        return last, Found(first, last, best, flags, fitting, demonym=bool(fitting[0] & DEMONYM))

    def _fitting(self, first: int, last: int, key: str, postings: tuple[int, ...]) -> tuple[int, ...]:
        """The postings that the words' form allows: acronyms in capitals, abbreviations after a place and comma."""
        word = self.words[first]
        if last - first > 1 or len(key) > 6:
            return postings
        follows = self.words[last] if last < self.size else ""
        if follows == "$" or (follows == "-" and last + 1 < self.size and self.words[last + 1][0].isdigit()):
            return ()  # "US$5", "US-24"
        shouting = len(word) > 1 and word.replace(".", "").isupper()
        opening = self.words[first - 1] if first else ""
        after_comma = opening in (",", "-", "(") and first > 1 and self.words[first - 2][0].isalpha()
        state = (
            shouting
            if len(key) == 2 and key not in SHORT_STATES
            else shouting or "." in word or follows == "."
        )
        pointed = word.count(".") > 1
        out = []
        for posting in postings:
            if posting & ACRONYM:
                fits = shouting
            elif posting & ABBREVIATION:
                fits = (after_comma and (state or opening == "-")) or pointed
            else:
                fits = not shouting or len(key) > 4 or first in self.firsts or bool(posting & DEMONYM)
            if fits:
                out.append(posting)
        return tuple(out)

    # -- evidence ----------------------------------------------------------------------------------------------

    def _titled_sentences(self) -> set[int]:
        """Sentences in title case or capitals, where a capital letter is no evidence."""
        out = set()
        for number, (first, last) in enumerate(self.atoms.sentences):
            if last - first > 30:
                continue
            long = [word for word in self.words[first:last] if len(word) > 3 and word[0].isalpha()]
            if len(long) > 3 and sum(word[0].isupper() for word in long) > 0.75 * len(long):
                out.add(number)
        return out

    def _weigh(self, hit: Found) -> None:
        hit.points = self._by_itself(hit) + self._before(hit) + self._after(hit)

    def _by_itself(self, hit: Found) -> float:
        row = self.table.row(hit.postings[0] & ROW)
        flags, single = hit.flags, hit.last - hit.first == 1
        initial = hit.first in self.firsts
        if hit.demonym:
            return 4.0 - (3.0 if single and initial and flags & COMMON and not flags & FIRM else 0.0)
        if hit.postings[0] & ACRONYM:
            return 4.0
        points = self._by_kind(row)
        if hit.postings[0] & ALTERNATE:
            points -= 1.5
        if not single:
            counted = row.feature == "ADM2" and hit.key.rpartition(" ")[2] in GENERIC_UNITS
            return 4.0 if counted else points + 2.0
        if not flags & FIRM:
            if flags & COMMON:
                points -= 5.0 if initial else 3.0
            points -= 2.5 * bool(flags & GIVEN) + 1.0 * bool(flags & SURNAME)
            points -= 0.5 * (initial and row.feature == "PPL")
        return points

    @staticmethod
    def _by_kind(row: Row) -> float:
        if row.feature in ("PCLI", "CONT", "OCN", "RGNE", "PCLH"):
            return 4.0
        if row.feature == "ADM1" or row.feature[:3] not in ("ADM", "PPL"):
            return 2.5
        return min(2.5, (row.prominence - 4.6) * 1.2)

    def _left_name(self, hit: Found) -> str | None:
        """The capitalised word right before, if it is part of a name and not the start of a sentence."""
        index = hit.first - 1
        if index < 0 or index + 1 in self.firsts:
            return None
        word = self.words[index]
        if word in _DASHES or (word == "." and index and len(self.words[index - 1]) == 1):
            index -= 1
            word = self.words[index] if index >= 0 else " "
        if not word[0].isupper() or word.lower() in FUNCTION:
            return None
        return word

    def _right_name(self, hit: Found) -> str | None:
        index = hit.last
        if index < self.size and self.words[index][0].isupper() and index not in self.firsts:
            return None if self.words[index].lower() in FUNCTION else self.words[index]
        return None

    def _before(self, hit: Found) -> float:
        words, first = self.words, hit.first
        left = self._left_name(hit)
        before = words[first - 1].lower() if first else ""
        if left is not None:
            return self._after_name(hit, key_of(left), before)
        if before in IN_WORDS:
            return 3.0
        if before in TO_WORDS:
            if before == "of" and first > 1 and words[first - 2][0].isupper():
                hit.in_name = words[first - 2].lower() in NAME_NOUNS
            return 1.5
        if before == "the" and not hit.demonym:
            row = self.table.row(hit.postings[0] & ROW)
            if row.feature in TAKES_THE or self._right_name(hit) or self._next(hit) in AREA:
                return 0.0
            return -1.5
        if (
            before == "."
            and first > 1
            and words[first - 2].lower() in SHORT_TITLES
            and words[first - 2][0].isupper()
        ):
            hit.person = not hit.demonym
            return -8.0
        return 0.0

    def _next(self, hit: Found) -> str:
        """The word after a name, a dash skipped ("London-based")."""
        index = hit.last + (hit.last < self.size and self.words[hit.last] in _DASHES)
        return self.words[index].lower() if index < self.size else ""

    def _after_name(self, hit: Found, left: str, before: str) -> float:
        """Points for a capitalised word right before."""
        if hit.demonym and (left in TITLES or (hit.flags & SURNAME and self.table.find(left)[0] & GIVEN)):
            hit.person = True
            return -8.0
        if hit.demonym:
            return 0.0
        multi = hit.last - hit.first > 1
        if before in _DASHES and left in PARTIES:
            return 4.0
        if left in HEADS or left in ("the", "province", "state"):
            return 0.5
        if left in TITLES:
            hit.person = not multi
            return -6.0 if hit.person else -1.0
        flags, postings = self.table.find(left)
        joined = next((f for f in reversed(self.found) if f.last <= hit.first and f.points > 0), None)
        if (
            joined is not None
            and joined.last >= hit.first - (before in _DASHES)
            and (joined.demonym or multi or before in _DASHES)
        ):
            return 0.0
        if self.atoms.sentence_of(hit.first) in self.titled:
            return -1.0 if flags & GIVEN else 0.0
        if (len(left) == 1 and before == ".") or (flags & GIVEN and not flags & FIRM):
            hit.person = True
            return -6.0
        if left in NAME_NOUNS or left in TEAMS:
            hit.in_name = left in NAME_NOUNS
            return -0.5
        hit.in_name = True
        weighty = self.table.row(hit.postings[0] & ROW).feature in ("PCLI", "ADM1")
        return -1.0 if multi else -1.5 if weighty else -3.0

    def _after(self, hit: Found) -> float:
        words, last = self.words, hit.last
        after = words[last].lower() if last < self.size else ""
        right = self._right_name(hit)
        if right is not None:
            return self._before_name(hit, right)
        if hit.first in self.firsts and (
            after in ("—", "--", "–") or (after == "(" and self.words[hit.first].isupper())
        ):
            return 4.0  # a dateline
        if after == "," and last + 1 < self.size and words[last + 1].isdigit() and len(words[last + 1]) < 3:
            return -3.0
        if self._next(hit) in AREA:
            return (
                3.0
                if self._next(hit) in ("based", "area", "neighborhood", "neighbourhood", "region")
                else 1.5
            )
        row = self.table.row(hit.postings[0] & ROW)
        if after in SAY and not hit.demonym and row.feature not in ("PCLI", "PPLC", "RGNE"):
            return -2.5
        return 0.0

    def _before_name(self, hit: Found, right: str) -> float:
        """Points for a capitalised word right after."""
        key = key_of(right)
        if key in NAME_NOUNS or key in TEAMS:
            hit.in_name = key not in ROLES or key in TEAMS
            return 0.5
        if key in ROLES or key in TITLES or hit.demonym or self.atoms.sentence_of(hit.first) in self.titled:
            return 0.0
        flags, postings = self.table.find(key)
        multi = hit.last - hit.first > 1
        following = self.words[hit.last + 1].lower() if hit.last + 1 < self.size else ""
        if following in NAME_NOUNS or following in TEAMS:
            hit.in_name = True
            return 0.0
        before = self.words[hit.first - 1].lower() if hit.first else ""
        settled = before in IN_WORDS or before in ("a", "an", "the")
        if hit.flags & GIVEN and not multi and not settled and not (flags & COMMON and not flags & SURNAME):
            hit.person = True
            return -6.0
        hit.in_name = True
        return 0.0 if multi else -1.0 if hit.flags & FIRM else -2.0

    # -- the text as a whole -----------------------------------------------------------------------------------

    def _neighbours(self) -> None:
        """Places joined by a comma, a dash, "and" or brackets speak for each other."""
        for one, two in zip(self.found, self.found[1:], strict=False):
            between = self.words[one.last : two.first]
            if between in ([","], ["("], ["and"], [",", "and"], ["or"], ["-"], ["–"], ["/"]):
                if one.person or two.person:
                    continue
                if between[0] in (",", "(") and self._holds(two, one):
                    one.points += 4.0
                    two.points += 4.0
                    one.attached = True
                elif not one.demonym and not two.demonym:
                    one.points, two.points = (
                        one.points + 1.0 * (two.points > 0),
                        two.points + 1.0 * (one.points > 0),
                    )

    def _holds(self, outer: Found, inner: Found) -> bool:
        """Whether some sense of ``outer`` is a country or unit that some sense of ``inner`` lies in."""
        return pair(self.table, inner, outer) is not None

    def _document(self) -> None:
        """The same name is a person, or a place, throughout a text."""
        persons = {hit.key for hit in self.found if hit.person and hit.last - hit.first == 1}
        places = {hit.key for hit in self.found if hit.points > 1.5 and not hit.person}
        for hit in self.found:
            if hit.person:
                continue
            if hit.key in persons and not hit.attached:
                hit.points -= 5.0
            elif hit.key in places and hit.points < 1.5:
                hit.points += 2.0


def pair(table: Gazetteer, inner: Found, outer: Found) -> tuple[int, int] | None:
    """The senses of two names joined by a comma: a place and the unit or country it lies in.

    A country or state has to be named for a town of its name to be meant: "Russia, US officials say" is not Russia
    in Ohio, nor "in Florida, New York and Maine" Florida in New York.
    """
    units = [p & ROW for p in outer.postings if not p & DEMONYM]
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
