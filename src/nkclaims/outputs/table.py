"""Claims as a table in a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Protocol

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from nkclaims.model.article import Article
from nkclaims.model.claims import Claim
from nkclaims.model.findings import ArticleRecord
from nkclaims.model.values import Money
from nkclaims.outputs.words import usd_words, value_words

COLOURS = {
    "money": "green",
    "percentage": "cyan",
    "quantity": "blue",
    "date": "magenta",
    "place": "yellow",
    "event": "red",
    "change": "bright_red",
}


class Extracted(Protocol):
    """What a table needs of an extraction."""

    @property
    def article(self) -> Article: ...
    @property
    def record(self) -> ArticleRecord: ...
    @property
    def claims(self) -> Sequence[Claim]: ...


def claims_table(extracted: Extracted) -> Table:
    """One row a claim, in the order of the text."""
    article = extracted.article
    published = f", {article.published}" if article.published else ", without a date"
    table = Table(
        box=SIMPLE_HEAD,
        title=Text(f"{article.title or article.id}{published}: {len(extracted.claims)} claims", "bold"),
        title_justify="left",
        expand=True,
    )
    table.add_column("line", no_wrap=True, justify="right")
    table.add_column("kind", no_wrap=True)
    for name, ratio in (("quote", 4), ("value", 4), ("when", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    by_id = {claim.id: claim for claim in extracted.claims}
    for claim in extracted.claims:
        table.add_row(*_cells(claim, article, by_id))
    return table


def _cells(claim: Claim, article: Article, by_id: Mapping[str, Claim]) -> list[Text]:
    value = Text(value_words(claim))
    if isinstance(claim.value, Money) and (usd := usd_words(claim.value)):
        value.append(f" = {usd}" if claim.value.usd else f"; {usd}", "dim")
    return [
        Text(where(article, claim), "dim"),
        Text(claim.kind, COLOURS[claim.kind]),
        Text(one_line(claim.quote.text), "bold"),
        value,
        Text(when(claim, by_id)),
    ]


def where(article: Article, claim: Claim) -> str:
    """Where a claim stands: its line, and what part of the article that is where it is not the body."""
    at = str(article.text.count("\n", 0, claim.quote.start) + 1)
    return at if claim.section == "body" else f"{claim.section} {at}"


def when(claim: Claim, by_id: Mapping[str, Claim]) -> str:
    """The dates a claim holds for, as printed."""
    dates = (by_id[link.claim] for link in claim.links.when if link.claim in by_id)
    return "; ".join(one_line(date.quote.text) for date in dates)


_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def one_line(text: str) -> str:
    """A text with every run of white space as one blank, and no sign that a terminal would obey.

    >>> one_line("a  b\\nc"), one_line("\\x1b[31mred")
    ('a b c', '\ufffd[31mred')
    """
    return _CONTROLS.sub("\ufffd", " ".join(text.split()))
