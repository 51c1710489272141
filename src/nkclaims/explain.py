"""Why a text was read as it was: its atoms, the rules that matched, which lost to which, the claims made.

For those who write rules. Everything here is found by the pipeline itself, asked to keep a trace.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nkclaims.atoms.codes import split_code
from nkclaims.atoms.scan import Atoms, scan
from nkclaims.model.article import Article
from nkclaims.model.claims import NUMBER_KINDS, Claim, Kind
from nkclaims.model.mention import Span
from nkclaims.rules.book import Hit, RuleBook, Trace

if TYPE_CHECKING:
    from nkclaims.engine import Pipeline

FAMILIES: tuple[tuple[Kind, ...], ...] = (NUMBER_KINDS, ("date",), ("event",), ("change",))
"""Kinds whose rules compete for the same words. Places are found by the gazetteer, not by rules."""


@dataclass(slots=True, frozen=True)
class AtomView:
    """One atom: ``classes`` are the word classes or digit shapes that patterns may name it by."""

    start: int
    text: str
    classes: tuple[str, ...]
    glued: bool


@dataclass(slots=True, frozen=True)
class HitView:
    """One rule's match. ``claims`` are the claims made of it; none: the reading behind the rule refused it. A match
    that lost has claims where the winner was refused.

    lost_to, why   the match that took its words, and by what right ("longest", "priority", "rule id")
    """

    hit: Hit
    quote: str
    slots: tuple[tuple[str, str], ...]
    claims: tuple[Claim, ...] = ()
    lost_to: Hit | None = None
    why: str = ""


@dataclass(slots=True, frozen=True)
class Explanation:
    """What :func:`explain` found between two offsets of a text."""

    text: str
    span: Span
    atoms: tuple[AtomView, ...]
    won: tuple[HitView, ...]
    lost: tuple[HitView, ...]
    claims: tuple[Claim, ...]


def explain(pipeline: Pipeline, article: Article, span: Span | None = None) -> Explanation:
    """Explain what was read between two offsets (None: the whole text).

    >>> import nkclaims
    >>> made = explain(nkclaims.load(), Article("a", "-", "It cost 300 yuan."))
    >>> [(view.hit.rule.id, view.quote) for view in made.won]
    [('money.amount-name', '300 yuan')]
    """
    atoms = scan(article.text, article.wrapped)
    window = span or (0, len(article.text))
    claims = [
        c for c in pipeline.extract_article(article).claims if _touches((c.quote.start, c.quote.end), window)
    ]
    won: list[HitView] = []
    lost: list[HitView] = []
    for kinds in FAMILIES:
        trace = Trace()
        pipeline.book.find(atoms, kinds, trace)
        won += [_won(hit, article.text, claims) for hit in trace.hits if _touches(hit.match, window)]
        lost += [_lost(*pair, article.text, claims) for pair in trace.lost if _touches(pair[0].match, window)]
    return Explanation(
        article.text,
        window,
        tuple(_atoms(atoms, window, pipeline.book)),
        tuple(sorted(won, key=lambda view: view.hit.start)),
        tuple(sorted(lost, key=lambda view: (view.hit.start, view.hit.end))),
        tuple(claims),
    )


def sentence_around(article: Article, offset: int) -> Span:
    """The sentence that an offset stands in, by its offsets."""
    atoms = scan(article.text, article.wrapped)
    if not atoms.sentences:
        return 0, len(article.text)
    return atoms.sentence_extent(atoms.sentence_of(max(0, atoms.covering(offset))))


def why_lost(loser: Hit, winner: Hit) -> str:
    """By what right one match took another's words: what differs first of length, priority, rule id."""
    if winner.end - winner.start != loser.end - loser.start:
        return "longest"
    if winner.rule.priority != loser.rule.priority:
        return "priority"
    return "rule id" if winner.rule.id != loser.rule.id else "first in the text"


def _touches(span: Span, window: Span) -> bool:
    return span[0] < window[1] and span[1] > window[0]


def _won(hit: Hit, text: str, claims: Sequence[Claim]) -> HitView:
    return HitView(hit, text[hit.start : hit.end], _slots(hit, text), _made(hit, claims))


def _made(hit: Hit, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    return tuple(
        claim
        for claim in claims
        if claim.rule == hit.rule.id and _touches((claim.quote.start, claim.quote.end), (hit.start, hit.end))
    )


def _lost(loser: Hit, winner: Hit, text: str, claims: Sequence[Claim]) -> HitView:
    quote = text[loser.start : loser.end]
    made = () if _made(winner, claims) else _made(loser, claims)
    return HitView(loser, quote, _slots(loser, text), made, lost_to=winner, why=why_lost(loser, winner))


def _slots(hit: Hit, text: str) -> tuple[tuple[str, str], ...]:
    ordered = sorted(hit.slots.items(), key=lambda slot: slot[1])
    return tuple((name, text[start:end]) for name, (start, end) in ordered)


def _atoms(atoms: Atoms, window: Span, book: RuleBook) -> list[AtomView]:
    first, last = atoms.at(window[0]), atoms.at(window[1])
    return [
        AtomView(
            atoms.starts[i], atoms.words[i], _classes(book, atoms.words[i], atoms.codes[i]), _glued(atoms, i)
        )
        for i in range(first, last)
    ]


def _glued(atoms: Atoms, i: int) -> bool:
    return split_code(atoms.codes[i])[1]


def _classes(book: RuleBook, word: str, code: str) -> tuple[str, ...]:
    """The classes of an atom; for digits their shapes, for a word in no class whether it is capitalised."""
    classes = book.lexicon.classes_of(word)
    if word[0].isdigit() or (word[0] == "." and len(word) > 1):
        return tuple(book.lexicon.id_name(split_code(code)[0]).split("/"))
    if classes:
        return tuple(classes)
    return (("name" if split_code(code)[2] else "word") if word[0].isalpha() else "sign",)
