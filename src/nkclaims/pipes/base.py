"""What every component shares: rules run over a Doc's atoms, their hits written to a span group.

A span group ``doc.spans["nkclaims_<kind>"]`` holds the tokens a hit covers; its ``attrs["hits"]`` the exact
character offsets and slots, as plain lists, so that a Doc stays serialisable: ``[rule, start, end, slots]``, and
where the losers are kept ``attrs["under"]`` has what lost its words to each, in the same way.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import Any

from spacy.tokens import Doc, Span, SpanGroup

from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import Kind
from nkclaims.pipes.seen import look
from nkclaims.pipes.tokens import TokenRules
from nkclaims.rules.book import Hit, RuleBook, Trace, rule_book


def atoms_of(doc: Doc) -> Atoms:
    """The atoms of a Doc's text (kept, so that components share them)."""
    return look(doc).atoms


class RulePipe:
    """A component that runs the rules of some kinds and writes one span group.

    group  name of the span group      rules  further folders of rule files
    """

    keeps_losers = False

    def __init__(self, kinds: tuple[Kind, ...], group: str, rules: Iterable[str] = ()) -> None:
        self.kinds = kinds
        self.group = group
        self.book: RuleBook = rule_book(tuple(rules))
        self.tokens = TokenRules(self.book.token_rules(kinds))

    def __call__(self, doc: Doc) -> Doc:
        """Find and write; nothing else of the Doc is touched."""
        write_group(doc, self.group, self.find(doc), self.keeps_losers)
        return doc

    def find(self, doc: Doc, trace: Trace | None = None) -> list[Hit]:
        """The hits in a Doc, by start."""
        return self.book.find(atoms_of(doc), self.kinds, trace, self.tokens.hits(doc))


def write_group(doc: Doc, group: str, hits: Iterable[Hit], losers: bool = False) -> None:
    """Write hits as a span group: tokens around each, exact offsets in ``attrs``; what lost to them if asked."""
    kept = list(hits)
    write_rows(doc, group, [(hit.rule.kind, hit.rule.id, hit.start, hit.end, _slots(hit)) for hit in kept])
    if losers:
        doc.spans[group].attrs["under"] = [
            [[loser.rule.id, loser.start, loser.end, _slots(loser)] for loser in hit.under] for hit in kept
        ]


def _slots(hit: Hit) -> dict[str, list[int]]:
    return {name: list(span) for name, span in hit.slots.items()}


def write_rows(doc: Doc, group: str, found: Iterable[tuple[str, str, int, int, dict[str, Any]]]) -> None:
    """Write (label, rule, start, end, what else is plain to say) as a span group."""
    starts = look(doc).starts
    spans, rows = [], []
    for label, rule, start, end, about in found:
        first = max(0, bisect_right(starts, start) - 1)
        last = max(first + 1, bisect_left(starts, end))
        spans.append(Span(doc, first, last, label=label, span_id=rule))
        rows.append([rule, start, end, about])
    doc.spans[group] = SpanGroup(doc, name=group, spans=spans, attrs={"hits": rows})


def read_group(doc: Doc, group: str, book: RuleBook) -> list[Hit]:
    """The hits a component wrote, as they were found."""
    if group not in doc.spans:
        return []
    attrs = doc.spans[group].attrs
    hits = [_hit(row, book) for row in attrs.get("hits", [])]
    for hit, losers in zip(hits, attrs.get("under", []), strict=False):
        if losers:
            hit.under = tuple(_hit(row, book) for row in losers)
    return hits


def _hit(row: Any, book: RuleBook) -> Hit:
    rule, start, end, slots = row
    return Hit(book.rules[rule], start, end, {name: (a, b) for name, (a, b) in slots.items()}, (start, end))
