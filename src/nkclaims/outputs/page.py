"""The page: one HTML file with the articles, their claims marked, and every finding with its working.

It needs no network and no other file. Without scripts every mark is a link to its claim and every quote a
link to its place; with them claims open beside the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from itertools import groupby, pairwise, zip_longest
from typing import Protocol

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup, escape

from nkclaims.model.article import Article
from nkclaims.model.base import Quote
from nkclaims.model.claims import Claim
from nkclaims.model.findings import SCHEMA, ArticleRecord, ErrorRecord, Finding
from nkclaims.model.values import Money
from nkclaims.outputs.findings import coverage, tally_line, worst_first
from nkclaims.outputs.table import one_line
from nkclaims.outputs.words import aside_words, rate_words, rounded, usd_words, value_words

VERDICTS = {
    "inconsistent": ("✗", "Does not agree"),
    "tension": ("!", "In tension"),
    "by_rounding": ("✓", "Agrees once rounding is allowed for"),
    "consistent": ("✓", "Agrees"),
    "unchecked": ("·", "Not checked"),
}
TAGS = {"title": "h1", "heading": "h2"}
LABELS = {"header": "Page header", "furniture": "Page furniture", "related": "Related", "caption": "Caption"}


class Extracted(Protocol):
    """What the page needs of an extraction."""

    @property
    def article(self) -> Article: ...
    @property
    def record(self) -> ArticleRecord: ...
    @property
    def claims(self) -> Sequence[Claim]: ...
    @property
    def findings(self) -> Sequence[Finding]: ...


@dataclass(slots=True)
class Piece:
    """A stretch of text covered by the same claims, the shortest first; none: plain text.

    opens   claims that begin here: where links to them lead
    closes  claims that end here: their dollars and their findings stand behind it
    dateline  it belongs to a dateline (which may share its line with the body)
    """

    text: str
    claims: list[Claim] = field(default_factory=list)
    opens: list[Claim] = field(default_factory=list)
    closes: list[Claim] = field(default_factory=list)
    dateline: bool = False

    @property
    def classes(self) -> str:
        """The widest claim colours the ground, every other kind draws a line below."""
        kinds = list(dict.fromkeys(claim.kind for claim in reversed(self.claims)))
        lines = [f"u{at}-{kind}" for at, kind in enumerate(kinds[1:3], 1)]
        return " ".join([f"k-{kind}" for kind in kinds[:1]] + lines)


@dataclass(slots=True)
class Block:
    """A part of the article that stands by itself, and the white space behind it.

    Pieces and gaps of all blocks, put together, are the text; ``start`` counts its code points.
    """

    role: str
    start: int
    pieces: list[Piece]
    gap: str

    @property
    def tag(self) -> str:
        return TAGS.get(self.role, "p")


@dataclass(slots=True)
class Group:
    """Blocks that follow one another; with a label, they are no part of the story itself."""

    role: str
    label: str | None
    blocks: list[Block]


@dataclass(slots=True)
class Card:
    """A claim as its card shows it: (label, words) rows, and the findings it stands in."""

    claim: Claim
    rows: list[tuple[str, str]]
    verdicts: list[Verdict]


@dataclass(slots=True)
class Verdict:
    """A finding by its number; ``places`` are the claims its quotes lead to, as far as they are known."""

    number: int
    finding: Finding
    mark: str
    said: str
    places: list[tuple[Quote, str | None]]


@dataclass(slots=True)
class Sheet:
    """One article of the page."""

    number: int
    record: ArticleRecord
    wrapped: bool
    groups: list[Group]
    cards: list[Card]
    verdicts: list[Verdict]
    by_claim: dict[str, list[Verdict]]
    summary: list[tuple[str, list[Verdict]]]
    coverage: str
    tally: str

    @property
    def titled(self) -> bool:
        """Whether the text holds its own title."""
        return any(group.role == "title" for group in self.groups)


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
    verdicts = [_verdict(n, f, by_id) for n, f in enumerate(worst_first(extracted.findings), 1)]
    by_claim: dict[str, list[Verdict]] = {}
    for verdict in verdicts:
        for claim_id in dict.fromkeys(verdict.finding.claims):
            by_claim.setdefault(claim_id, []).append(verdict)
    return Sheet(
        number,
        extracted.record,
        extracted.article.wrapped,
        groups(blocks(extracted.article, extracted.claims)),
        [Card(claim, card_rows(claim, by_id), by_claim.get(claim.id, [])) for claim in extracted.claims],
        verdicts,
        by_claim,
        _summary(verdicts),
        coverage(extracted.record),
        tally_line(extracted.findings),
    )


def _verdict(number: int, finding: Finding, by_id: Mapping[str, Claim]) -> Verdict:
    mark, said = VERDICTS[finding.verdict]
    places = [(q, i if i in by_id else None) for q, i in zip_longest(finding.quotes, finding.claims) if q]
    return Verdict(number, finding, mark, said, places)


def _summary(verdicts: Sequence[Verdict]) -> list[tuple[str, list[Verdict]]]:
    rows: list[tuple[str, list[Verdict]]] = []
    for _, group in groupby(verdicts, key=lambda v: v.finding.verdict):
        found = list(group)
        rows.append((tally_line([v.finding for v in found]), found))
    return rows


def card_rows(claim: Claim, by_id: Mapping[str, Claim]) -> list[tuple[str, str]]:
    """What is known of a claim, row by row."""
    rows = [("value", value_words(claim)), *_dollars(claim)]
    for label, quote in (
        ("of", claim.of),
        ("holder", claim.holder),
        ("share of", claim.base),
    ):
        if quote is not None:
            rows.append((label, one_line(quote.text)))
    source = claim.voice.source
    rows.append(("said by", one_line(source.text) if source else "the article itself"))
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
    if claim.section != "body":
        rows.append(("section", claim.section))
    return [*rows, ("rule", claim.rule)]


def _dollars(claim: Claim) -> list[tuple[str, str]]:
    if not isinstance(claim.value, Money):
        return []
    usd = claim.value.usd
    rows = [("US dollars", words)] if (words := usd_words(claim.value)) else []
    if usd and usd.real:
        ends = "–".join(
            dict.fromkeys(rounded(end) for end in (usd.real.low, usd.real.high) if end is not None)
        )
        rows.append((f"of {usd.real.year}", f"${ends} in the prices of that year"))
    if usd is None or claim.value.currency == "USD":
        return rows
    rows.append(("rate", rate_words(usd, claim.value.currency)))
    for also in usd.also:
        ends = "–".join(dict.fromkeys(rounded(end) for end in (also.low, also.high) if end is not None))
        rows.append(("also", f"${ends} ({also.why}: {rounded(also.rate, 6)} on {also.rate_date})"))
    return rows


def blocks(article: Article, claims: Sequence[Claim]) -> Iterator[Block]:
    """The text cut into the blocks it is made of, and those into pieces covered by the same claims."""
    text = article.text
    starts = _block_starts(article)
    spans = [(a, a + len(text[a:b].rstrip()), b) for a, b in pairwise([*starts, len(text)])]
    edges = {edge for claim in claims for edge in (claim.quote.start, claim.quote.end)}
    edges |= {edge for start, end, last in spans for edge in (start, end, last)}
    edges |= {edge for part in article.parts for edge in (part.start, part.end)}
    pieces = list(_pieces(article, claims, sorted(edges)))[::-1]
    for start, end, last in spans:
        inside = []
        while pieces and pieces[-1][0] < last:
            at, piece = pieces.pop()
            inside += [piece] if at < end else []
        yield Block(_role(article, start, inside), start, inside, text[end:last])


def _block_starts(article: Article) -> list[int]:
    """Where blocks begin: every part that is the first on its line."""
    text, starts = article.text, [0]
    for part in article.parts:
        line = text.rfind("\n", 0, part.start) + 1
        if part.start and not text[line : part.start].strip():
            starts.append(part.start)
    return list(dict.fromkeys(starts)) if text else []


def _role(article: Article, start: int, pieces: Sequence[Piece]) -> str:
    section = article.section_at(start)
    if section == "dateline" and not all(piece.dateline for piece in pieces):
        return "body"  # it only begins the paragraph
    whole = len(pieces) == 1 and any(claim.kind == "date" for claim in pieces[0].claims)
    return "date" if whole and section == "header" else section


def _pieces(article: Article, claims: Sequence[Claim], cuts: Sequence[int]) -> Iterator[tuple[int, Piece]]:
    starting: dict[int, list[Claim]] = {}
    for claim in claims:
        starting.setdefault(claim.quote.start, []).append(claim)
    open_claims: list[Claim] = []
    for first, last in pairwise(cuts):
        open_claims = [c for c in open_claims if c.quote.end > first] + starting.get(first, [])
        covering = sorted(open_claims, key=lambda c: (c.quote.end - c.quote.start, c.kind))
        closes = [c for c in covering if c.quote.end == last]
        dateline = article.section_at(first) == "dateline"
        yield first, Piece(article.text[first:last], covering, starting.get(first, []), closes, dateline)


def groups(found: Iterable[Block]) -> list[Group]:
    """Blocks that follow one another and are of one sort, labelled where they are not the story."""
    made: list[Group] = []
    for role, run in groupby(found, key=lambda b: "header" if b.role == "date" else b.role):
        made.append(Group(role, LABELS.get(role), list(run)))
    return made


def exact(text: str) -> Markup:
    """Words of the article for HTML, where a bare carriage return would be read as a new line."""
    return escape(text).replace("\r", Markup("&#13;"))


def aside(claim: Claim) -> str:
    """What the page adds behind an amount: its dollars, and per what it is."""
    return aside_words(claim.value) if isinstance(claim.value, Money) else ""


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
    environment.filters.update(exact=exact, aside=aside)
    environment.globals["style"] = Markup((folder / "page.css").read_text("utf-8"))  # our own files, no input
    environment.globals["script"] = Markup((folder / "page.js").read_text("utf-8"))
    return environment.from_string((folder / "page.html.j2").read_text("utf-8"))
