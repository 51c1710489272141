"""From an article to its linked mentions: the order in which everything happens."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.binding import bind
from nkclaims.link.changes import link_changes
from nkclaims.link.containers import link_containers
from nkclaims.link.currencies import resolve
from nkclaims.link.equals import link_durations, link_equal_money
from nkclaims.link.events import link_events
from nkclaims.link.levies import link_levies
from nkclaims.link.parts import link_parts
from nkclaims.link.per import inherit_per
from nkclaims.link.pointed import link_pointed
from nkclaims.link.ranges import link_ranges
from nkclaims.link.voice import give_voices
from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.normalise.dollars import dollars
from nkclaims.pieces import Found
from nkclaims.pipes import changes as change_pipe
from nkclaims.pipes import dates as date_pipe
from nkclaims.pipes import events as event_pipe
from nkclaims.pipes.base import atoms_of, read_group
from nkclaims.pipes.numbers import GROUPS
from nkclaims.pipes.places import places_of
from nkclaims.read.changes import read_changes
from nkclaims.read.context import Context
from nkclaims.read.dates import read_dates
from nkclaims.read.elided import read_elided
from nkclaims.read.events import read_events
from nkclaims.read.in_turn import in_turn, overlap
from nkclaims.read.index_levels import with_points
from nkclaims.read.money import read_money
from nkclaims.read.percentages import read_percentages
from nkclaims.read.phrases import decimal_comma
from nkclaims.read.quantities import read_quantities
from nkclaims.rules.book import RuleBook
from nkclaims.rules.hits import Hit
from nkclaims.tables.gazetteer import country_of
from nkclaims.tables.rates import Rates

_POINT_IN_TIME = ("DATE", "TIME")


def assemble(article: Article, nlp: Language, book: RuleBook, rates: Rates, vague: bool = True) -> Found:
    """The mentions of an article, by start, linked and in dollars; and the extents of its sentences."""
    doc = find(article, nlp)
    context = context_of(article, doc, vague)
    mentions = read(doc, context, book)
    link(mentions, context, rates)
    report = dollars(article, mentions, rates=rates)
    extents = [context.atoms.sentence_extent(n) for n in range(len(context.atoms.sentences))]
    return Found(mentions, extents or [(0, len(article.text))], report)


def find(article: Article, nlp: Language) -> Doc:
    """The Doc of an article with a span group a kind."""
    doc = nlp.tokenizer(article.text, article.wrapped)  # type: ignore[call-arg]
    if article.dateline:
        doc.user_data["nkclaims_dateline"] = article.dateline
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def context_of(article: Article, doc: Doc, vague: bool) -> Context:
    """What readings may know of the document."""
    atoms = atoms_of(doc)
    digits = [word for word in atoms.words if word[0].isdigit() and len(word) > 2]
    return Context(article, atoms, comma_decimal=decimal_comma(digits), vague=vague)


def read(doc: Doc, context: Context, book: RuleBook) -> list[Mention]:
    """Every mention of a Doc, by start, with its section; page furniture gives none."""
    valued = read_valued(doc, context, book)
    dates = read_dates(read_group(doc, date_pipe.GROUP, book), context)
    counted = _free(read_group(doc, GROUPS["quantity"], book), valued)
    found = in_turn(counted, context, {"quantity": read_quantities})
    quantities = without_overlaps(found, [d for d in dates if _is_point(d)])
    numbers = with_elided(valued + quantities, counted, dates, context)
    changes = read_changes(read_group(doc, change_pipe.GROUP, book), context, numbers)
    events = read_events(read_group(doc, event_pipe.GROUP, book), context)
    places = places_of(doc)
    mentions = numbers + dates + changes + events + places
    return in_sections(mentions, context)


def read_valued(doc: Doc, context: Context, book: RuleBook) -> list[Mention]:
    """Money and percentages: their rules compete for the same words, so their hits are read in one row."""
    hits = read_group(doc, GROUPS["money"], book) + read_group(doc, GROUPS["percentage"], book)
    hits.sort(key=lambda hit: hit.start)
    return in_turn(hits, context, {"money": read_money, "percentage": read_percentages})


class _Taken:
    """The words that some mentions stand on."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._spans = sorted((m.start, m.end) for m in mentions)
        self._starts = [start for start, _ in self._spans]

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them stands on words of this stretch."""
        at = bisect_right(self._starts, start)
        if at and self._spans[at - 1][1] > start:
            return True
        return at < len(self._starts) and self._starts[at] < end


def _free(hits: Sequence[Hit], mentions: Sequence[Mention]) -> list[Hit]:
    """The hits that touch no mention; of one that does, those that lost their words to it and touch none."""
    taken = _Taken(mentions)
    out: list[Hit] = []
    for hit in hits:
        if not taken.touch(hit.start, hit.end):
            out.append(hit)
            continue
        spare: list[Hit] = []
        for loser in hit.under:
            clear = not any(overlap(loser, other) for other in (*spare, *out[-1:]))
            if clear and not taken.touch(loser.start, loser.end):
                spare.append(loser)
        out += sorted(spare, key=lambda h: h.start)
    return out


def with_elided(
    numbers: list[Mention], counted: Sequence[Hit], dates: Sequence[Mention], context: Context
) -> list[Mention]:
    """All numbers by start; bare ones whose noun or sign stands beside them have got it."""
    numbers = sorted(numbers, key=lambda m: (m.start, m.end))
    hits = [*counted, *(loser for hit in counted for loser in hit.under)]
    elided = without_overlaps(read_elided(hits, numbers, context), [d for d in dates if _is_point(d)])
    # "the figure stood at 42": a rule has seen a level of its own, which the noun of another number is not.
    levels = [hit.slots["amount"][0] for hit in counted if hit.rule.read == "level"]
    elided = [m for m in elided if m.kind != "quantity" or not any(m.start <= at < m.end for at in levels)]
    replaced = {m.start for m in elided}
    kept = [m for m in numbers if not (m.clues.get("form") == "bare" and m.start in replaced)]
    return with_points(sorted(kept + elided, key=lambda m: (m.start, m.end)), context.atoms)


def _is_point(date: Mention) -> bool:
    """Whether a date names a point in time by figures, so that its numbers count nothing."""
    timex = getattr(date.value, "timex", None)
    return timex is not None and timex.type in _POINT_IN_TIME and "counted" not in date.clues


def without_overlaps(mentions: Sequence[Mention], taken: Sequence[Mention]) -> list[Mention]:
    """The mentions that touch none of the taken ones; a quantity goes by its number, not by its noun."""
    words = _Taken(taken)
    out = []
    for mention in mentions:
        if not words.touch(*mention.clues.pop("number", (mention.start, mention.end))):
            out.append(mention)
    return out


def in_sections(mentions: list[Mention], context: Context) -> list[Mention]:
    """Sorted by start, with section and sentence; what stands in page furniture is no claim."""
    article, atoms = context.article, context.atoms
    kept = []
    for mention in mentions:
        mention.section = article.section_at(mention.start)
        if mention.section != "furniture":
            mention.sentence = sentence_of(atoms, mention.start)
            kept.append(mention)
    kept.sort(key=lambda m: (m.start, m.end, m.kind))
    return kept


def sentence_of(atoms: Atoms, offset: int) -> int:
    """The number of the sentence a character stands in."""
    return atoms.sentence_of(atoms.at(offset))


def link(mentions: list[Mention], context: Context, rates: Rates | None = None) -> None:
    """What belongs to what, in place."""
    article, atoms = context.article, context.atoms
    index = Index(mentions, article.text)
    link_durations(mentions, index)
    link_ranges(mentions, index)
    home = country_of(article.dateline) if article.dateline else None
    resolve(article, mentions, dateline_country=home, rates=rates)
    link_equal_money(mentions, atoms, index)
    link_changes(index, atoms)
    inherit_per(mentions, context, index)
    bind(mentions, context)
    link_levies(index, atoms)
    link_parts(index, atoms)
    link_pointed(index, atoms)
    link_containers(index, atoms)
    give_voices(mentions, context)
    link_events(mentions, context)
