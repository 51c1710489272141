"""The one index of a document: where links and checks take their candidates from.

Built once over the mentions before they are linked, completed once they are. Positions in the list of
mentions (which are also positions in the list of claims) stand for the claims; every answer is in order of
the text.
Nothing here compares all claims with all others: each look-up reads a list made once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence

from nkclaims.model.claims import Kind
from nkclaims.model.mention import Mention, Span
from nkclaims.model.values import Money, Percentage, Quantity

Words = frozenset[str]
_WORD = re.compile(r"[^\W_]+")
_ARTICLES = "a an the this that these those its his her their our my your some any all each per total"
_SMALL = "of in on at for to from by with and or as s mr mrs ms dr inc corp co ltd plc llc group company"
_DULL = frozenset(f"{_ARTICLES} {_SMALL}".split())


def measure_words(phrase: str) -> Words:
    """The words that tell one measure from another: no articles, no possessives, no plural s.

    >>> sorted(measure_words("the prices of rice")), measure_words("its Sales") == measure_words("sale")
    (['price', 'rice'], True)
    """
    return frozenset(_singular(word) for word in _WORD.findall(phrase.lower()) if word not in _DULL)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def unit_of(value: object) -> str | None:
    """What a number counts in: a currency, a unit, a kind of per cent; None where nothing says so.

    >>> unit_of(Money(low=1, high=1, currency="RUB"))
    'RUB'
    """
    if isinstance(value, Money):
        return value.currency
    return value.unit if isinstance(value, (Percentage, Quantity)) else None


class Index:
    """Candidates by sentence, kind, unit, measure, holder and period.

    mentions  the document's mentions, sorted by start     text  the article's text, for the words of ``of``

    The groups by measure, holder and period exist once :meth:`complete` was called.
    """

    def __init__(self, mentions: Sequence[Mention], text: str) -> None:
        self.mentions = mentions
        self.text = text
        self._starts = [mention.start for mention in mentions]
        self._sentence: dict[int, list[int]] = defaultdict(list)
        self._kind: dict[Kind, list[int]] = defaultdict(list)
        self._unit: dict[tuple[Kind, str | None], list[int]] = defaultdict(list)
        for position, mention in enumerate(mentions):
            self._sentence[mention.sentence].append(position)
            self._kind[mention.kind].append(position)
            self._unit[mention.kind, unit_of(mention.value)].append(position)
        self._measure: dict[Words, list[int]] = defaultdict(list)
        self._holder: dict[Words, list[int]] = defaultdict(list)
        self._period: dict[str, list[int]] = defaultdict(list)
        self._words: dict[Span, Words] = {}

    def complete(self) -> Index:
        """Group by what the links found: measure, holder and period; call it again after links changed."""
        for group in (self._measure, self._holder, self._period):
            group.clear()
        for position, mention in enumerate(self.mentions):
            if mention.of is not None:
                self._measure[self._words_of(mention.of)].append(position)
            if mention.holder is not None:
                self._holder[self._words_of(mention.holder)].append(position)
            for period in self.periods(position):
                self._period[period].append(position)
        return self

    def in_sentence(self, sentence: int, kind: Kind | None = None) -> list[int]:
        """The claims of a sentence, of one kind or of all."""
        found = self._sentence.get(sentence, [])
        return [i for i in found if self.mentions[i].kind == kind] if kind else list(found)

    def of_kind(self, kind: Kind) -> list[int]:
        """All claims of a kind."""
        return list(self._kind.get(kind, []))

    def changes(self) -> list[int]:
        """All claims that say something changed, and by how much."""
        return self.of_kind("change")

    def near(self, position: int, kind: Kind | None = None, within: int = 2) -> list[int]:
        """The other claims in the sentences around one, at most ``within`` away, of one kind or of all."""
        here = self.mentions[position].sentence
        around = range(here - within, here + within + 1)
        return [i for n in around for i in self.in_sentence(n, kind) if i != position]

    def between(self, start: int, end: int, kind: Kind | None = None) -> list[int]:
        """The claims that lie whole within the offsets ``start`` to ``end``."""
        found = range(bisect_left(self._starts, start), bisect_right(self._starts, end))
        return [i for i in found if self.mentions[i].end <= end and kind in (None, self.mentions[i].kind)]

    def before(self, position: int, kind: Kind | None = None) -> Iterator[int]:
        """The claims before one in its own sentence, nearest first."""
        row = self.in_sentence(self.mentions[position].sentence, kind)
        start = self.mentions[position].start
        return (i for i in reversed(row) if self.mentions[i].end <= start)

    def after(self, position: int, kind: Kind | None = None) -> Iterator[int]:
        """The claims after one in its own sentence, nearest first."""
        row = self.in_sentence(self.mentions[position].sentence, kind)
        end = self.mentions[position].end
        return (i for i in row if self.mentions[i].start >= end)

    def same_unit(self, position: int) -> list[int]:
        """The other claims of the same kind in the same currency or unit; none where no unit is known."""
        mention = self.mentions[position]
        unit = unit_of(mention.value)
        return [] if unit is None else [i for i in self._unit[mention.kind, unit] if i != position]

    def same_measure(self, position: int) -> list[int]:
        """The other claims whose ``of`` has the same words of substance; none where there is no ``of``."""
        return self._others(self._measure, self.mentions[position].of, position)

    def same_holder(self, position: int) -> list[int]:
        """The other claims whose holder has the same words of substance; none where there is no holder."""
        return self._others(self._holder, self.mentions[position].holder, position)

    def periods(self, position: int) -> list[str]:
        """The TIMEX3 values of the dates a claim holds for."""
        rows = self.mentions[position].links.get("when", [])
        values = (self.mentions[i].value for i, _ in rows)
        return [value.timex.value for value in values if hasattr(value, "timex")]

    def same_period(self, position: int) -> list[int]:
        """The other claims linked to a date of the same value."""
        found = {i for period in self.periods(position) for i in self._period.get(period, [])}
        return sorted(found - {position})

    def measure(self, position: int) -> Words:
        """The words of substance of a claim's ``of``; empty where it has none."""
        span = self.mentions[position].of
        return self._words_of(span) if span else frozenset()

    def holder(self, position: int) -> Words:
        """The words of substance of a claim's holder; empty where it has none."""
        span = self.mentions[position].holder
        return self._words_of(span) if span else frozenset()

    def _others(self, groups: dict[Words, list[int]], span: Span | None, position: int) -> list[int]:
        words = self._words_of(span) if span else None
        return [i for i in groups.get(words, []) if i != position] if words else []

    def _words_of(self, span: Span) -> Words:
        found = self._words.get(span)
        if found is None:
            found = self._words[span] = measure_words(self.text[span[0] : span[1]])
        return found
