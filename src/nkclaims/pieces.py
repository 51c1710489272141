"""Very long texts in pieces: cut at paragraphs, read one by one, their offsets put back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from nkclaims.model.article import Article, Part
from nkclaims.model.base import Quote
from nkclaims.model.mention import Mention, Span, Value
from nkclaims.model.values import Event
from nkclaims.normalise.dollars import DollarsReport

LONGEST = 200_000
"""Characters from which a text is read in pieces, and that none of them exceeds: some 35,000 words. What
reading takes in memory goes by the longest piece, and spaCy refuses texts of over 1,000,000."""


@dataclass(slots=True)
class Found:
    """The mentions of a text, by start; the extents of its sentences; what became of its money."""

    mentions: list[Mention] = field(default_factory=list)
    sentences: list[Span] = field(default_factory=list)
    dollars: DollarsReport = field(default_factory=DollarsReport)


def pieces(article: Article, read: Callable[[Article], Found], longest: int = LONGEST) -> Iterator[Found]:
    """What reading an article's pieces gives, one by one, with offsets into the whole.

    Nothing crosses pieces, neither links nor checks.
    """
    for start, end in cuts(article.text, longest):
        found = read(_piece(article, start, end))
        _shift(found, start)
        yield found


def cuts(text: str, longest: int) -> list[Span]:
    """Stretches no longer than ``longest``: they end at a paragraph, else at a line, a sentence, a blank.

    >>> cuts("one two three", 8)
    [(0, 8), (8, 13)]
    """
    out = []
    start = 0
    while len(text) - start > longest:
        end = start + longest
        for mark in ("\n\n", "\n", ". ", " "):
            at = text.rfind(mark, start + longest // 2, end)
            if at > start:
                end = at + len(mark)
                break
        out.append((start, end))
        start = end
    return [*out, (start, len(text))]


def _piece(article: Article, start: int, end: int) -> Article:
    parts = [
        Part(max(p.start, start) - start, min(p.end, end) - start, p.section)
        for p in article.parts
        if p.start < end and p.end > start
    ]
    return replace(article, text=article.text[start:end], parts=parts, _starts=[])


def _shift(found: Found, by: int) -> None:
    def moved(span: Span | None) -> Span | None:
        return None if span is None else (span[0] + by, span[1] + by)

    for m in found.mentions:
        m.start, m.end = m.start + by, m.end + by
        m.of, m.holder, m.base, m.source = moved(m.of), moved(m.holder), moved(m.base), moved(m.source)
        m.slots = {name: (a + by, b + by) for name, (a, b) in m.slots.items()}
        m.value = _moved_roles(m.value, by)
    found.sentences = [(a + by, b + by) for a, b in found.sentences]


def _moved_roles(value: Value, by: int) -> Value:
    """An event's roles are quotes, so they move too."""
    if not isinstance(value, Event) or not value.roles:
        return value
    roles = [
        role.model_copy(
            update={
                "quote": Quote(start=role.quote.start + by, end=role.quote.end + by, text=role.quote.text)
            }
        )
        for role in value.roles
    ]
    return value.model_copy(update={"roles": roles})


def add_dollars(total: DollarsReport, more: DollarsReport) -> None:
    """A piece's report into that of the whole."""
    total.amounts += more.amounts
    total.converted += more.converted
    total.later += more.later
    total.undated += more.undated
    for code, count in more.unknown.items():
        total.unknown[code] = total.unknown.get(code, 0) + count
