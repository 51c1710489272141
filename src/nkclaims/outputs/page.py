"""The page: one HTML file with the articles, their claims marked, and every finding with its working.

It needs no network and no other file. Without scripts every mark is a link to its claim and every quote a
link to its place; with them claims open beside the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Protocol

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from nkclaims.model.article import Article
from nkclaims.model.base import Quote
from nkclaims.model.claims import Claim
from nkclaims.model.findings import SCHEMA, ArticleRecord, ErrorRecord, Finding
from nkclaims.model.values import Money
from nkclaims.outputs.findings import coverage, tally_line, worst_first
from nkclaims.outputs.table import one_line
from nkclaims.outputs.words import rate_words, rounded, usd_words, value_words

VERDICTS = {
    "inconsistent": ("✗", "Does not agree"),
    "tension": ("!", "In tension"),
    "by_rounding": ("✓", "Agrees once rounding is allowed for"),
    "consistent": ("✓", "Agrees"),
    "unchecked": ("·", "Not checked"),
}


class Extracted(Protocol):
    """What the page needs of an extraction."""

    @property
    def article(self) -> Article: ...
    @property
    def record(self) -> ArticleRecord: ...
    @property
    def claims(self) -> list[Claim]: ...
    @property
    def findings(self) -> list[Finding]: ...


@dataclass(slots=True)
class Piece:
    """A stretch of text covered by the same claims, the shortest first; none: plain text.

    opens  claims that begin here: where links to them lead
    """

    text: str
    claims: list[Claim] = field(default_factory=list)
    opens: list[Claim] = field(default_factory=list)


@dataclass(slots=True)
class Card:
    """A claim as its card shows it: (label, words) rows."""

    claim: Claim
    rows: list[tuple[str, str]]


@dataclass(slots=True)
class Verdict:
    """A finding; ``places`` are the claims its quotes lead to, as far as they are known."""

    finding: Finding
    mark: str
    said: str
    places: list[tuple[Quote, str | None]]


@dataclass(slots=True)
class Sheet:
    """One article of the page."""

    number: int
    record: ArticleRecord
    paragraphs: list[list[Piece]]
    cards: list[Card]
    verdicts: list[Verdict]
    coverage: str
    tally: str


def page(results: Iterable[Extracted | ErrorRecord]) -> str:
    """The page of some articles; what could not be read is said at its head."""
    sheets: list[Sheet] = []
    errors: list[str] = []
    for result in results:
        if isinstance(result, ErrorRecord):
            errors.append(result.message)
        else:
            sheets.append(sheet(result, len(sheets) + 1))
    return _template().render(sheets=sheets, errors=errors, schema=SCHEMA)


def sheet(extracted: Extracted, number: int) -> Sheet:
    """What the page shows of one article."""
    by_id = {claim.id: claim for claim in extracted.claims}
    findings = worst_first(extracted.findings)
    return Sheet(
        number,
        extracted.record,
        list(paragraphs(extracted.article.text, extracted.claims)),
        [Card(claim, card_rows(claim, by_id)) for claim in extracted.claims],
        [_verdict(finding, by_id) for finding in findings],
        coverage(extracted.record),
        tally_line(findings),
    )


def _verdict(finding: Finding, by_id: Mapping[str, Claim]) -> Verdict:
    mark, said = VERDICTS[finding.verdict]
    places = [(q, i if i in by_id else None) for q, i in zip(finding.quotes, finding.claims, strict=False)]
    return Verdict(finding, mark, said, places)


def card_rows(claim: Claim, by_id: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """What is known of a claim, row by row."""
    rows = [("value", value_words(claim)), *_dollars(claim)]
    for label, quote in (
        ("of", claim.of),
        ("holder", claim.holder),
        ("share of", claim.base),
        ("said by", claim.voice.source),
    ):
        if quote is not None:
            rows.append((label, one_line(quote.text)))
    told = [claim.voice.manner, claim.voice.stance]
    if told != ["narrated", "asserted"]:
        rows.append(("told", ", ".join(told)))
    for label, links in (
        ("when", claim.links.when),
        ("where", claim.links.where),
        ("equals", claim.links.equals),
        ("from", claim.links.from_),
        ("to", claim.links.to),
        ("how many", claim.links.count),
        ("of total", claim.links.total),
    ):
        words = [one_line(by_id[link.claim].quote.text) for link in links if link.claim in by_id]
        if words:
            rows.append((label, "; ".join(words)))
    return [*rows, ("rule", claim.rule)]


def _dollars(claim: Claim) -> list[tuple[str, str]]:
    if not isinstance(claim.value, Money):
        return []
    usd = claim.value.usd
    rows = [("US dollars", words)] if (words := usd_words(claim.value)) else []
    if usd is None or claim.value.currency == "USD":
        return rows
    rows.append(("by", rate_words(usd, claim.value.currency)))
    for also in usd.also:
        ends = "–".join(dict.fromkeys(rounded(end) for end in (also.low, also.high) if end is not None))
        rows.append(("also", f"${ends} ({also.why}: {rounded(also.rate, 6)} on {also.rate_date})"))
    return rows


def paragraphs(text: str, claims: Sequence[Claim]) -> Iterable[list[Piece]]:
    """The text cut into paragraphs, and those into pieces covered by the same claims."""
    edges = {edge for claim in claims for edge in (claim.quote.start, claim.quote.end)}
    breaks, start = [0], 0
    while (at := text.find("\n", start)) >= 0:
        breaks.append(at + 1)
        start = at + 1
    cuts = sorted(edges | set(breaks) | {len(text)})
    starting: dict[int, list[Claim]] = {}
    for claim in claims:
        starting.setdefault(claim.quote.start, []).append(claim)
    open_claims: list[Claim] = []
    row: list[Piece] = []
    line_starts = set(breaks)
    for first, last in pairwise(cuts):
        if first in line_starts and row:
            yield row
            row = []
        open_claims = [c for c in open_claims if c.quote.end > first] + starting.get(first, [])
        covering = sorted(open_claims, key=lambda c: (c.quote.end - c.quote.start, c.kind))
        row.append(Piece(text[first:last].rstrip("\n"), covering, starting.get(first, [])))
    if row:
        yield row


@lru_cache(maxsize=1)
def _template() -> Template:
    folder = files("nkclaims.outputs") / "page_files"
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals["style"] = Markup((folder / "page.css").read_text("utf-8"))  # our own files, no input
    environment.globals["script"] = Markup((folder / "page.js").read_text("utf-8"))
    return environment.from_string((folder / "page.html.j2").read_text("utf-8"))
