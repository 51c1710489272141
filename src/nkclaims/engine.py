"""load() and extract(): an article in, typed and checked claims out.

Article -> Doc -> spans (pipes) -> mentions (read) -> links -> dollars -> claims -> findings
"""

from __future__ import annotations

import hashlib
import importlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path
from typing import get_args

import spacy
from spacy.language import Language

from nkclaims import __version__
from nkclaims.assemble import assemble
from nkclaims.checks import Tables, checked, run_checks
from nkclaims.errors import InputError
from nkclaims.freeze import freeze
from nkclaims.ids import digest
from nkclaims.index import Index
from nkclaims.inputs.article import parse
from nkclaims.model.article import Article
from nkclaims.model.claims import Claim, Kind
from nkclaims.model.findings import AnyRecord, ArticleRecord, Checked, ErrorRecord, Finding, MadeBy
from nkclaims.normalise.dollars import DollarsReport
from nkclaims.normalise.real import check_year, in_prices_of
from nkclaims.normalise.user_rates import load_rates
from nkclaims.outputs.jsonl import line
from nkclaims.packed import Packed
from nkclaims.pieces import LONGEST, Found, add_dollars, pieces
from nkclaims.pipes.tokenizer import NAME as TOKENIZER
from nkclaims.rules.book import RuleBook, rule_book
from nkclaims.tables.rates import Rates

PIPES = (
    "nkclaims_money",
    "nkclaims_percentages",
    "nkclaims_quantities",
    "nkclaims_dates",
    "nkclaims_places",
    "nkclaims_events",
    "nkclaims_changes",
)
"""The components of :func:`load`, in order."""


KINDS: tuple[Kind, ...] = get_args(Kind)
ZONE = 50
"""Articles after which memory for new words may be given back."""
MOST_WORDS = 50_000
"""Words a vocabulary may hold before it is made anew, which takes some 15 ms."""


@dataclass(slots=True, frozen=True)
class Options:
    """What changes the records of the same article; its digest stands in ``made_by.options``.

    rules  further folders of rule files      rates  the user's own table of rates
    vague  vague dates ("recently") are wanted      real  year whose dollars `real` figures are in, None: none
    """

    rules: tuple[str, ...] = ()
    rates: str | None = None
    vague: bool = True
    real: int | None = None

    def digest(self) -> str:
        """16 hex digits; the paths' names count, not where they lie."""
        return digest(
            *(Path(r).name for r in self.rules),
            Path(self.rates).name if self.rates else "",
            str(self.vague),
            str(self.real or ""),
        )


@dataclass(slots=True)
class Extraction:
    """What one article gave.

    claims, findings  lists; of a text that is read in pieces, packed and made anew as they are asked for
    dollars  what became of its amounts (how many are later than the tables of rates)
    """

    article: Article
    record: ArticleRecord
    claims: Sequence[Claim]
    findings: Sequence[Finding]
    dollars: DollarsReport = field(default_factory=DollarsReport)

    def records(self) -> Iterator[AnyRecord]:
        """The article's record, its claims by start, its findings: the order of the wire format."""
        yield self.record
        yield from self.claims
        yield from self.findings

    def lines(self) -> Iterator[str]:
        """The records as JSON lines, without line breaks."""
        yield line(self.record)
        for records in (self.claims, self.findings):
            yield from records.lines() if isinstance(records, Packed) else map(line, records)


class Pipeline:
    """The whole of nkclaims, loaded once and used for any number of articles.

    Not safe to share between threads; processes each load their own.
    """

    def __init__(self, options: Options, nlp: Language, book: RuleBook, rates: Rates) -> None:
        self.options = options
        self.nlp = nlp
        self.book = book
        self.rates = rates
        self._in_zone = False
        self.made_by = MadeBy(
            nkclaims=__version__, rules=book.digest, tables=tables_digest(rates), options=options.digest()
        )

    def extract(
        self,
        text: str,
        *,
        published: str | None = None,
        id: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Extraction:
        """The claims and findings of one article's text.

        published  ISO day, or ISO day and time; without it relative dates stay unresolved unless the text's
                   own header says the day

        Raises InputError for a date that is none and for a text that cannot be Unicode (a lone surrogate).

        >>> import nkclaims
        >>> result = nkclaims.load().extract("The fee doubled from 4 to 8 euros.", published="2025-01-07")
        >>> [(c.quote.text, c.value.currency) for c in result.claims if c.kind == "money"]
        [('4', 'EUR'), ('8 euros', 'EUR')]
        """
        _refuse_surrogates(text)
        return self.extract_article(parse(text, id=id, published=published, title=title, url=url))

    def extract_article(self, article: Article) -> Extraction:
        """The claims and findings of an article that was read (see :mod:`nkclaims.inputs`)."""
        if len(article.text) > LONGEST:
            return self._extract_long(article)
        with self._zone():
            found = self._found(article)
        claims, findings = self._frozen(article, found)
        return self._extraction(article, claims, findings, checked(claims, findings), found.dollars)

    def _extract_long(self, article: Article) -> Extraction:
        """The same piece by piece, and of each piece only its records are kept, packed."""
        claims: Packed[Claim] = Packed()
        findings: Packed[Finding] = Packed()
        report = DollarsReport()
        numbers = in_a_check = 0
        seen: Counter[bytes] = Counter()
        read = pieces(article, self._found)
        while True:
            with self._zone():
                piece = next(read, None)
            if piece is None:
                break
            these, those = self._frozen(article, piece, seen)
            covered = checked(these, those)
            numbers, in_a_check = numbers + covered.numbers, in_a_check + covered.in_a_check
            claims.extend(these)
            findings.extend(those)
            add_dollars(report, piece.dollars)
        covered = Checked(numbers=numbers, in_a_check=in_a_check)
        return self._extraction(article, claims, findings, covered, report)

    def _found(self, article: Article) -> Found:
        found = assemble(article, self.nlp, self.book, self.rates, self.options.vague)
        if self.options.real is not None:
            in_prices_of(found.mentions, self.options.real)
        return found

    def _frozen(
        self, article: Article, found: Found, seen: Counter[bytes] | None = None
    ) -> tuple[list[Claim], list[Finding]]:
        index = Index(found.mentions, article.text).complete()
        claims = freeze(article, found.mentions, found.sentences, seen)
        return claims, run_checks(claims, index, article, tables=Tables(rates=self.rates))

    def _extraction(
        self,
        article: Article,
        claims: Sequence[Claim],
        findings: Sequence[Finding],
        covered: Checked,
        report: DollarsReport,
    ) -> Extraction:
        record = ArticleRecord(
            id=article.id,
            source=article.source,
            title=article.title,
            published=article.published,
            published_by=article.published_by,
            sha256=hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
            made_by=self.made_by,
            claims=len(claims),
            findings=len(findings),
            checked=covered,
        )
        return Extraction(article, record, claims, findings, report)

    def extract_many(self, articles: Iterable[Article | ErrorRecord]) -> Iterator[Extraction | ErrorRecord]:
        """One result an article, in order, streaming; one that fails gives an ErrorRecord, the rest go on."""
        stream = iter(articles)
        while batch := list(islice(stream, 1)):
            with self._zone():
                for article in chain(batch, islice(stream, ZONE - 1)):
                    yield self._try(article)

    def _try(self, article: Article | ErrorRecord) -> Extraction | ErrorRecord:
        if isinstance(article, ErrorRecord):
            return article
        try:
            return self.extract_article(article)
        except Exception as error:  # one bad document never stops a run
            return failure(article, error)

    @contextmanager
    def _zone(self) -> Iterator[None]:
        """What keeps a stream's memory flat: our own pipeline begins anew with a new vocabulary once the old
        has seen very many words; one with others' components gives back what a batch needed.

        A memory zone gives new words back, but not their places in spaCy's tables of hashes, and makes every
        word new again for the next batch.
        """
        if self._in_zone:
            yield
            return
        if tuple(self.nlp.pipe_names) == PIPES:
            if len(self.nlp.vocab) > MOST_WORDS:
                self.nlp = language(self.options, self.book)
            yield
            return
        self._in_zone = True
        try:
            with self.nlp.memory_zone():
                yield
        finally:
            self._in_zone = False


def failure(article: Article, error: Exception) -> ErrorRecord:
    """The record of an article that could not be read to its end."""
    return ErrorRecord(
        article=article.id,
        source=article.source,
        line=article.line,
        code="failed",
        message=f"{article.id} failed ({type(error).__name__}: {error}); the other documents are not touched;"
        " please report it with the text",
    )


def _refuse_surrogates(text: str) -> None:
    for position, character in enumerate(text) if not text.isascii() else ():
        if "\ud800" <= character <= "\udfff":
            raise InputError(
                f"the text has a lone surrogate at offset {position}:"
                " decode it as UTF-8 with errors='replace'",
                code="encoding",
            )


def tables_digest(rates: Rates) -> str:
    """16 hex digits of the tables in use: those shipped (by their sha256) and the rates imported."""
    from nkclaims.tables.sources import sources

    return digest(rates.digest, *(source.sha256 for source in sources()))


def register() -> None:
    """Makes the components known to spaCy where entry points were not read (a checkout on the path)."""
    for module in ("numbers", "dates", "places", "events", "changes"):
        importlib.import_module(f"nkclaims.pipes.{module}")


def load(
    *,
    rules: Sequence[str | Path] = (),
    rates: str | Path | None = None,
    vague: bool = True,
    real: int | None = None,
) -> Pipeline:
    """The pipeline with all components.

    rules  further folders of rule files        rates  a CSV of one's own rates (see ``nkclaims rates``)
    vague  False leaves out vague dates ("recently", "now")
    real   a year: amounts in dollars are given in its prices too (``value.usd.real``)

    Raises RuleError for a folder that is not there, TableError for a table that cannot be used, InputError
    for a year whose prices are not known.
    """
    year = None if real is None else check_year(real)
    options = Options(tuple(map(str, rules)), str(rates) if rates else None, vague, year)
    book = rule_book(options.rules)
    nlp = language(options, book)
    return Pipeline(options, nlp, book, load_rates(Path(rates) if rates else None))


def language(options: Options, book: RuleBook) -> Language:
    """spaCy's part of the pipeline: the tokenizer and the components."""
    register()  # before the pipeline: it keeps the factories it finds when it is made
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER}}})
    for name in PIPES:
        takes_rules = name != "nkclaims_places"
        nlp.add_pipe(name, config={"rules": list(options.rules)} if takes_rules else {})
    if not book.token_rules(KINDS):
        # A word's attributes (shape, like_num, ...) are a tenth of all the time, and only token patterns ask.
        nlp.vocab.lex_attr_getters = {}  # type: ignore[attr-defined]
    return nlp
