"""What an article offers as evidence for its currencies: places, marks, declarations, equations."""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money, Place
from nkclaims.tables import currencies as table
from nkclaims.tables.demonyms import demonyms

MAIN, MAIN_CLEARLY = 2.0, 2.5  # weights as in currency_evidence
REACH = 12  # amounts looked at either way, so that a list of thousands stays linear

WINDOW = 200  # characters of a sentence looked at either way
_STOP = re.compile(r"[.!?](?=\s)|\n")
_HALF = re.compile(r"\b[Tt]he (North|South)(?:'s|’s)?(?!\s+[A-Z]|\w|-)")

_PEOPLE = re.compile(r"\b[A-Z][a-z]+s\b")

# Two-letter domains sold to anyone say nothing about where a paper is.
_VANITY = frozenset(
    ("ag", "ai", "am", "cc", "co", "eu", "fm", "gg", "im", "io", "la", "ly", "me", "sh", "to", "tv", "ws")
)
_DOMAIN = re.compile(r"^https?://[^/?#]*\.([a-z]{2})(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
_DECLARATION = re.compile(
    r"\b(?:all|figures?|amounts?|prices?|sums|values|currency)\b[^.\n]{0,60}?\bin\s+"
    r"((?:[A-Za-z.]+\s+){1,3}?(?:dollars|pounds|francs|pesos|kroner|kronor|rupees))\b",
    re.IGNORECASE,
)
_EQUALS = re.compile(
    r"(?:[^()\n;=]{0,25}\(|\s*=)\s*"
    r"(?:(?:=|~|or|is|equals?|equal to|equivalent to|worth|about|around|roughly|some|approximately|nearly"
    r"|almost|just over|just under|at the time)\s*)*\Z",
    re.IGNORECASE,
)


@dataclass(slots=True, frozen=True)
class Spot:
    """A place mention as evidence: where it stands and whose country it is."""

    start: int
    end: int
    country: str
    in_name: bool


@dataclass(slots=True)
class Scene:
    """What an article offers as evidence, gathered once.

    text      the article's                          amounts   where its amounts of money stand, in order
    spots     place mentions by sentence, but the dateline's       home     dateline's country, None where unknown
    outlet    country of the paper's domain    main     the country most spoken of, and its weight
    count     how often each country is named
    declared  codes the article says it counts in
    defined   where each currency stands spelled out, starts in order
    decided   amounts whose currency is known so far: start -> (code, sentence, was it by its own context)
    order     their starts, in order
    bare      how often each default stands bare
    glossed   what bare signs were reckoned to be, from an amount in another currency beside them
    """

    text: str
    amounts: list[int]
    spots: dict[int, list[Spot]]
    home: str | None
    outlet: str | None
    count: Counter[str]
    main: tuple[str | None, float]
    declared: frozenset[str]
    defined: dict[str, list[int]] = field(default_factory=dict)
    decided: dict[int, tuple[str, int, bool]] = field(default_factory=dict)
    order: list[int] = field(default_factory=list)
    bare: Counter[str] = field(default_factory=Counter)
    glossed: set[str] = field(default_factory=set)

    def define(self, code: str, mention: Mention) -> None:
        """Remember an amount whose own words say what it is in; call in the order of the text."""
        insort(self.defined.setdefault(code, []), mention.start)
        self.decide(code, mention, by_context=False)

    def decide(self, code: str | None, mention: Mention, *, by_context: bool) -> None:
        """Remember what an open amount was decided to be in; None forgets it."""
        if code is None:
            self.decided.pop(mention.start, None)
            return
        if mention.start not in self.decided:
            insort(self.order, mention.start)
        self.decided[mention.start] = code, mention.sentence, by_context

    def near(self, mention: Mention) -> Iterator[tuple[int, str, int, bool]]:
        """(start, code, sentence, by context) of the decided amounts nearest a mention, REACH each way."""
        at = bisect_left(self.order, mention.start)
        for start in self.order[max(0, at - REACH) : at + REACH + 1]:
            if start != mention.start and start in self.decided:
                yield start, *self.decided[start]

    def peoples(self, mention: Mention) -> Iterator[Spot]:
        """ "the Germans", "Finns": the people named in a mention's sentence, by their countries."""
        start, end = self._around(mention)
        for found in _PEOPLE.finditer(self.text, start, end):
            people = found[0].lower()
            country = demonyms().get(people, "") or demonyms().get(people[:-1], "")
            if len(country) == 2 and country.isalpha():
                yield Spot(found.start(), found.end(), country, in_name=False)

    def koreas(self, mention: Mention) -> Iterator[Spot]:
        """ "the North" and "the South" in a mention's sentence, where the article speaks of Korea."""
        if not {"KP", "KR"} & ({*self.count} | {self.home}):
            return
        start, end = self._around(mention)
        for found in _HALF.finditer(self.text, start, end):
            yield Spot(found.start(), found.end(), "KP" if found[1] == "North" else "KR", in_name=False)

    def _around(self, mention: Mention) -> tuple[int, int]:
        """Where a mention's sentence begins and ends, WINDOW characters either way at most."""
        start, end = max(0, mention.start - WINDOW), mention.end + WINDOW
        for stop in _STOP.finditer(self.text, start, end):
            if stop.end() <= mention.start:
                start = stop.end()
            elif stop.start() >= mention.end:
                return start, stop.start()
        return start, end


def scene(article: Article, mentions: Sequence[Mention], dateline_country: str | None) -> Scene:
    """Gather an article's evidence; linear in its mentions."""
    spots: dict[int, list[Spot]] = {}
    count: Counter[str] = Counter()
    home = dateline_country
    for mention in mentions:
        value = mention.value
        if not isinstance(value, Place) or value.country is None:
            continue
        count[value.country] += 1
        if mention.section == "dateline":
            home = home or value.country
            continue
        spots.setdefault(mention.sentence, []).append(
            Spot(mention.start, mention.end, value.country, value.in_name)
        )
    amounts = sorted(mention.start for mention in mentions if isinstance(mention.value, Money))
    main, says = main_country(count), declared(article.text)
    return Scene(article.text, amounts, spots, home, outlet(article), count, main, says)


def outlet(article: Article) -> str | None:
    """The country of the domain an article comes from, or None.

    >>> outlet(Article("https://www.example.co.nz/a", "-", ""))
    'NZ'
    """
    for address in (article.id, article.source):
        if found := _DOMAIN.match(address):
            suffix = found[1].lower()
            return None if suffix in _VANITY else {"uk": "GB"}.get(suffix, suffix.upper())
    return None


def main_country(count: Mapping[str, int]) -> tuple[str | None, float]:
    """The country an article is mostly about and the weight it gives; (None, 0) where none stands out.

    >>> main_country(Counter(KP=5, CN=2)), main_country(Counter(US=2, CA=2))
    (('KP', 2.5), (None, 0.0))
    """
    ranked = sorted(count.items(), key=lambda item: -item[1])[:2]
    if not ranked:
        return None, 0.0
    (country, first), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    if first < 1.5 * second:
        return None, 0.0
    clearly = first >= 3 and first >= 0.6 * sum(count.values())
    return country, MAIN_CLEARLY if clearly else MAIN


def declared(text: str) -> frozenset[str]:
    """The currencies a text says its figures are in.

    >>> sorted(declared("All figures are in Canadian dollars unless noted."))
    ['CAD']
    """
    found: set[str] = set()
    for match in _DECLARATION.finditer(text):
        words = match[1].lower().split()
        for at in range(len(words) - 1):
            unit = table.names().get(" ".join(words[at:]))
            if unit is not None and unit.code is not None and len(unit.candidates) == 1:
                found.add(unit.code)
                break
    return frozenset(found)


def equated(text: str, one: Mention, other: Mention) -> bool:
    """Does the text set two amounts equal ("$10m (US$7m)", "$1 = 7.8 Hong Kong dollars")?

    Then they are not in one currency, whatever their signs share. "$10m (US$2 a share)" is no equation.
    """
    left, right = (one, other) if one.start < other.start else (other, one)
    if not isinstance(left.value, Money) or not isinstance(right.value, Money):
        return False
    if right.value.per is not None and right.value.per != left.value.per:
        return False
    return right.start - left.end <= 60 and _EQUALS.match(text, left.end, right.start) is not None


def barred(text: str, money: Sequence[Mention], open_: Container[int]) -> dict[str, set[str]]:
    """For each bare form, the currencies it cannot be in this article because it is converted into them.

    ``open_`` holds the positions in ``money`` (in order of the text) whose currency is open.
    """
    found: dict[str, set[str]] = {}
    for at in range(len(money) - 1):
        for one, other in ((at, at + 1), (at + 1, at)):
            value = money[other].value
            if one not in open_ or other in open_ or not isinstance(value, Money) or value.currency is None:
                continue
            if equated(text, money[one], money[other]):
                found.setdefault(str(money[one].clues.get("form", "")), set()).add(value.currency)
    return found
