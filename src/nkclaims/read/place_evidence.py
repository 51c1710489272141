"""The evidence that a name found is a place: points in logits, summed; above zero it is one.

By itself (a country, a large town, a dictionary word, a given name), by what stands before and after it, by
its neighbours in a list, and by how the same name is used elsewhere in the text.
"""

from __future__ import annotations

from itertools import pairwise

from nkclaims.read.place_names import DASHES, Found, NameFinder, pair
from nkclaims.tables.gazetteer import (
    ACRONYM,
    ALTERNATE,
    COMMON,
    FIRM,
    GIVEN,
    ROW,
    SURNAME,
    Row,
    key_of,
)

_JOINTS = ([","], ["("], ["and"], [",", "and"], ["or"], ["-"], ["–"], ["/"])
_WHOLE = ("PCLI", "CONT", "OCN", "RGNE", "PCLH")
_COUNTED = frozenset(("county", "parish", "borough"))
_FIGURATIVE = frozenset(("new", "next", "another", "modern"))
_DATELINE = frozenset(("—", "--", "–"))


class Evidence(NameFinder):
    """Weighs the names of one text."""

    def weighed(self) -> list[Found]:
        """Every name with its points, in order."""
        self.found = self.names()
        self.titled = self._titled_sentences() if self.found else set()
        for position, hit in enumerate(self.found):
            before = self.found[position - 1] if position else None
            hit.points = self._by_itself(hit) + self._before(hit, before) + self._after(hit)
        self._counties()
        self._neighbours()
        self._document()
        return self.found

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

    # -- the name by itself

    def _row(self, hit: Found) -> Row:
        return self.table.row(hit.postings[0] & ROW)

    def _by_itself(self, hit: Found) -> float:
        row, flags = self._row(hit), hit.flags
        initial = hit.first in self.firsts
        if hit.demonym:
            return 4.0 - 3.0 * (hit.single and initial and bool(flags & COMMON) and not flags & FIRM)
        if hit.postings[0] & ACRONYM:
            return 4.0
        points = self._by_kind(row) - 1.5 * bool(hit.postings[0] & ALTERNATE)
        if not hit.single:
            counted = row.feature == "ADM2" and hit.key.rpartition(" ")[2] in _COUNTED
            return 4.0 if counted else points + 2.0
        if flags & FIRM:
            return points
        points -= (5.0 if initial else 3.0) * bool(flags & COMMON)
        points -= 2.5 * bool(flags & GIVEN) + 1.0 * bool(flags & SURNAME)
        return points - 0.5 * (initial and row.feature == "PPL")

    @staticmethod
    def _by_kind(row: Row) -> float:
        if row.feature in _WHOLE:
            return 4.0
        if row.feature == "ADM1" or row.feature[:3] not in ("ADM", "PPL"):
            return 2.5
        return min(2.5, (row.prominence - 4.6) * 1.2)

    def _person_like(self, hit: Found) -> bool:
        """Whether people are called so: given names, but of the countries only a few."""
        if not hit.flags & GIVEN or not hit.single:
            return False
        return self._row(hit).feature != "PCLI" or hit.key in self.lists.shy_countries

    # -- what stands before

    def _before(self, hit: Found, previous: Found | None) -> float:
        words, first, lists = self.words, hit.first, self.lists
        left = self._left_name(hit)
        before = words[first - 1].lower() if first else ""
        if left is not None:
            return self._after_name(hit, key_of(left), before, previous)
        if before in lists.inside:
            return 3.0
        if before in lists.towards:
            if before != "of" or first < 2:
                return 1.5
            hit.in_name = words[first - 2][0].isupper() and words[first - 2].lower() in lists.name_nouns
            return 3.0 if words[first - 2].lower() in lists.units else 1.5
        if before == "the" and not hit.demonym:
            return self._after_the(hit)
        if before in _FIGURATIVE and not hit.demonym and self._row(hit).feature == "PPL":
            return -4.0  # "its new El Dorado"
        title = words[first - 2] if first > 1 else " "
        if before == "." and title[0].isupper() and title.lower() in lists.short_titles and not hit.demonym:
            hit.person = True
            return -8.0
        return 0.0

    def _left_name(self, hit: Found) -> str | None:
        """The capitalised word right before, if it is part of a name and not the start of a sentence."""
        index = hit.first - 1
        if index < 0 or hit.first in self.firsts:
            return None
        word = self.words[index]
        if word in DASHES or (word == "." and index and len(self.words[index - 1]) == 1):
            index -= 1
            word = self.words[index] if index >= 0 else " "
        return word if word[0].isupper() and word.lower() not in self.lists.function else None

    def _after_the(self, hit: Found) -> float:
        after = self._next(hit)
        if self._row(hit).feature in self.lists.takes_the or self._right_name(hit):
            return 0.0
        if after in self.lists.areas or after in self.lists.around:
            return 0.0
        modifies = after.isalpha() and after not in self.lists.function and after not in self.lists.says
        return -0.5 if modifies else -1.5

    def _after_name(self, hit: Found, left: str, before: str, previous: Found | None) -> float:
        """Points for a capitalised word right before."""
        lists = self.lists
        flags = self.table.find(left)[0]
        if hit.demonym:
            hit.person = left in lists.titles or bool(hit.flags & SURNAME and flags & GIVEN)
            return -8.0 if hit.person else 0.0
        if before in DASHES and left in lists.parties:
            return 4.0
        if left in lists.heads or left in ("the", "province", "state"):
            return 0.5
        if left in lists.titles:
            hit.person = hit.single
            return -6.0 if hit.person else -1.0
        dashed = before in DASHES
        joined = previous if previous is not None and previous.last == hit.first - dashed else None
        if joined is not None and joined.points > 0 and (dashed or joined.demonym or not hit.single):
            return 0.0
        whole = self._row(hit).feature == "PCLI" and hit.key not in lists.shy_countries
        if self.atoms.sentence_of(hit.first) in self.titled:
            return -1.0 if flags & GIVEN else 0.0
        if not whole and ((len(left) == 1 and before == ".") or (flags & GIVEN and not flags & FIRM)):
            hit.person = True
            return -6.0
        hit.in_name = left not in lists.teams
        if left in lists.name_nouns or left in lists.teams:
            return -0.5
        return -1.0 if not hit.single else -1.5 if whole or self._row(hit).feature == "ADM1" else -3.0

    # -- what stands after

    def _right_name(self, hit: Found) -> str | None:
        index = hit.last
        if index < self.size and self.words[index][0].isupper() and index not in self.firsts:
            return None if self.words[index].lower() in self.lists.function else self.words[index]
        return None

    def _next(self, hit: Found) -> str:
        """The word after a name, a dash skipped ("London-based"), in lower case; "" at the end."""
        index = hit.last + (hit.last < self.size and self.words[hit.last] in DASHES)
        return self.words[index].lower() if index < self.size else ""

    def _after(self, hit: Found) -> float:
        words, last, lists = self.words, hit.last, self.lists
        right = self._right_name(hit)
        if right is not None:
            return self._before_name(hit, key_of(right))
        after, next_word = words[last].lower() if last < self.size else "", self._next(hit)
        if hit.first in self.firsts and (after in _DATELINE or (after == "(" and words[hit.first].isupper())):
            return 4.0
        if after == "," and last + 1 < self.size and words[last + 1].isdigit() and len(words[last + 1]) < 3:
            return -3.0  # "Houston, 45,"
        if next_word in lists.around:
            return 3.0
        if next_word in lists.areas:
            return 1.5
        if after in lists.illnesses and not hit.demonym:
            return -5.0
        if after in lists.says and not hit.demonym and self._row(hit).feature not in ("PCLI", "PPLC", "RGNE"):
            return -2.5
        return 0.0

    def _before_name(self, hit: Found, right: str) -> float:
        """Points for a capitalised word right after."""
        lists = self.lists
        if right in lists.name_nouns or right in lists.teams:
            hit.in_name = right not in lists.roles or right in lists.teams
            return 0.5
        if right in lists.roles or right in lists.titles or hit.demonym:
            return 0.0
        flags = self.table.find(right)[0]
        titled = self.atoms.sentence_of(hit.first) in self.titled
        if titled and not (flags & SURNAME and hit.flags & GIVEN):
            return 0.0
        following = self.words[hit.last + 1].lower() if hit.last + 1 < self.size else ""
        if following in lists.name_nouns or following in lists.teams:
            hit.in_name = True
            return 0.0
        before = self.words[hit.first - 1].lower() if hit.first else ""
        settled = before in lists.inside or before in ("a", "an", "the")
        if self._person_like(hit) and not settled and not (flags & COMMON and not flags & SURNAME):
            hit.person = True
            return -6.0
        hit.in_name = True
        return 0.0 if not hit.single else -1.0 if hit.flags & FIRM else -2.0

    # -- the text as a whole

    def _counties(self) -> None:
        """In "Dakota, Hayes and Washington counties" each name is a county's."""
        for end, hit in enumerate(self.found):
            if hit.last >= self.size or self.words[hit.last] not in ("counties", "Counties"):
                continue
            first = end
            while first and self.words[self.found[first - 1].last : self.found[first].first] in _JOINTS:
                first -= 1
            for member in self.found[first : end + 1]:
                key = f"{member.key} county"
                flags, postings = self.table.find(key)
                if postings and not member.demonym:
                    member.key, member.flags, member.postings = key, flags, postings
                    member.points, member.person = 4.0, False

    def _neighbours(self) -> None:
        """Places joined by a comma, a dash, "and" or brackets speak for each other."""
        for one, two in pairwise(self.found):
            between = self.words[one.last : two.first]
            if one.person or two.person or between not in _JOINTS:
                continue
            if between[0] in (",", "(") and pair(self.table, one, two):
                one.points += 4.0
                two.points += 4.0
                one.attached = True
            elif not one.demonym and not two.demonym:
                known, other = one.points > 0, two.points > 0
                one.points += 1.0 * other
                two.points += 1.0 * known

    def _document(self) -> None:
        """The same name is a person, or a place, throughout a text."""
        persons = {hit.key for hit in self.found if hit.person and (hit.single or hit.key.startswith("st "))}
        places = {hit.key for hit in self.found if hit.points > 1.5 and not hit.person}
        for hit in self.found:
            if hit.person:
                continue
            if hit.key in persons and not hit.attached:
                hit.points -= 5.0
            elif hit.key in places and hit.points < 1.5:
                hit.points += 2.0
