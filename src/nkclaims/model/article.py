"""An article as read: its text exactly as given, and what each part of the text is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from nkclaims.model.claims import Section


@dataclass(slots=True, frozen=True)
class Part:
    """A stretch of the text that is one thing: a title, a heading, a paragraph, a see-also line, furniture."""

    start: int
    end: int
    section: Section


@dataclass(slots=True)
class Article:
    """One article.

    id            the id given, else the URL, else the path as given, else 16 hex digits of the text's sha256
    source        where it came from: a path, "-" or a URL
    text          exactly as given; every offset counts its code points
    title         given beside the text (context: it gives no claims) or found in it
    published     ISO day, or ISO day with time; None where nothing says so
    published_by  "given" beside the text, found in the "header", "none"
    dateline      the place of the dateline as printed ("Milan"), or None
    parts         the text's parts in order, without gaps that hold words
    wrapped       lines are broken at a column: a single newline is a space, not an end
    line          for JSON lines, the line it stood on (from 1)
    url           of its page, where that was given
    """

    id: str
    source: str
    text: str
    title: str | None = None
    published: str | None = None
    published_by: Literal["given", "header", "none"] = "none"
    dateline: str | None = None
    parts: list[Part] = field(default_factory=list)
    wrapped: bool = False
    line: int | None = None
    url: str | None = None
    _starts: list[int] = field(default_factory=list, repr=False)

    def section_at(self, offset: int) -> Section:
        """The section an offset lies in; "body" where no part says otherwise.

        >>> Article("a", "-", "Hello", parts=[Part(0, 5, "title")]).section_at(2)
        'title'
        """
        if len(self._starts) != len(self.parts):
            self._starts = [part.start for part in self.parts]
        at = bisect_right(self._starts, offset) - 1
        if at >= 0 and offset < self.parts[at].end:
            return self.parts[at].section
        return "body"
