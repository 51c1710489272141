"""Plain text with its page furniture -> Article."""

from __future__ import annotations

import hashlib
import re

from nkclaims.inputs.blocks import Block, blocks
from nkclaims.inputs.datelines import Dateline, find_dateline, writes_month_first
from nkclaims.inputs.dates import HeaderDate, choose, is_labelled, parse_published, read_line
from nkclaims.inputs.sections import label
from nkclaims.model.article import Article, Part
from nkclaims.model.claims import Section

MOST_LINES = 100_000
"""Line ends from which a text is body without a look at its lines: it is a log or a table, not an article."""
MOST_DATES = 20
"""Date lines that are weighed against each other; a page with more of them is a list."""
DATELINE_PARAGRAPHS = 4
"""Paragraphs at the article's beginning in which a dateline is looked for (a summary may stand before it)."""

_SPEAKER = re.compile(r"[A-Z][A-Z .'’\-]+:\s")


def parse(
    text: str,
    *,
    id: str | None = None,
    source: str = "-",
    title: str | None = None,
    published: str | None = None,
    url: str | None = None,
) -> Article:
    """An article's text as it was copied from a page, and what each part of it is.

    Every offset counts code points of ``text`` exactly as given: line ends, byte order mark, no-break and
    zero-width spaces stay. The parts are in order, do not overlap, and together hold every character that is
    not white space. Any text will do.

    id         of the article; None: ``url``, else ``source``, else 16 hex digits of the text's sha256
               where the source is "-"
    title      given beside the text; None: the one found in it, if any
    published  ISO day, or ISO day and time; None: the date the page prints about itself, if any
    url        of the page; its day or its country may settle whether 03/04/2025 is in March or April

    Raises InputError (bad-date) for a ``published`` that is no such date.

    >>> top = "Ferry talks stall\\n\\nby Jane Doe"
    >>> article = parse(f"{top}\\n\\nOban (PA) - They broke off on Friday, after an hour.")
    >>> [(part.section, text) for part in article.parts for text in [article.text[part.start:part.end]]][:3]
    [('title', 'Ferry talks stall'), ('byline', 'by Jane Doe'), ('dateline', 'Oban (PA) -')]
    >>> article.title, article.dateline, article.published
    ('Ferry talks stall', 'Oban', None)
    """
    given = parse_published(published) if published is not None else None
    name = id or url or (source if source != "-" else text_id(text))
    article = Article(name, source, text, title, given, "given" if given else "none", url=url)
    if max(text.count("\n"), text.count("\r")) > MOST_LINES:
        article.parts = [Part(0, len(text), "body")]
        return article
    rows, article.wrapped = blocks(text)
    sections = label(rows, title)
    dateline = _dateline(text, rows, sections)
    article.parts = _parts(text, rows, sections, dateline)
    article.dateline = dateline.place if dateline else None
    if title is None:
        found = [row for row, section in zip(rows, sections, strict=True) if section == "title"]
        article.title = found[0].shape if found else None
    if given is None:
        dates = _header_dates(rows, sections, dateline)
        article.published = choose(dates, url=url, month_first=writes_month_first(article.dateline))
        article.published_by = "header" if article.published else "none"
    return article


def text_id(text: str) -> str:
    """The id of a text that came without one: the first 16 hex digits of its UTF-8's sha256.

    >>> text_id("abc")
    'ba7816bf8f01cfea'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _dateline(text: str, rows: list[Block], sections: list[Section]) -> Dateline | None:
    looked = 0
    for row, section in zip(rows, sections, strict=True):
        if section == "dateline":
            return find_dateline(text, row.start, row.end)
        if (section == "body" and row.prose) or len(rows) == 1:
            loose = len(rows) > 1 and not _is_transcript(rows)
            found = find_dateline(text, row.start, row.end, loose=loose)
            looked += 1
            if found is not None or looked == DATELINE_PARAGRAPHS:
                return found
    return None


def _is_transcript(rows: list[Block]) -> bool:
    """Whether several blocks open with a name in capitals and a colon: speakers, not places."""
    return sum(_SPEAKER.match(row.shape) is not None for row in rows[:50]) > 1


def _parts(text: str, rows: list[Block], sections: list[Section], dateline: Dateline | None) -> list[Part]:
    """One part a block; the block that a dateline opens is cut around it."""
    parts = []
    for row, section in zip(rows, sections, strict=True):
        if dateline is None or section != "body" or not row.start <= dateline.start < row.end:
            parts.append(Part(row.start, row.end, section))
            continue
        before, after = text[row.start : dateline.start].rstrip(), text[dateline.end : row.end].lstrip()
        if before:
            parts.append(Part(row.start, row.start + len(before), section))
        parts.append(Part(dateline.start, dateline.end, "dateline"))
        if after:
            parts.append(Part(row.end - len(after), row.end, section))
    return parts


def _header_dates(rows: list[Block], sections: list[Section], dateline: Dateline | None) -> list[HeaderDate]:
    dates: list[HeaderDate] = []
    for row, section in zip(rows, sections, strict=True):
        labelled = section in ("furniture", "byline") and is_labelled(row.shape)
        if section == "header" or labelled:
            date = read_line(row.shape, most_words=8)
            if date is not None and len(dates) < MOST_DATES:
                dates.append(date)
    if dateline is not None and dateline.date is not None:
        dates.append(dateline.date)
    return dates
