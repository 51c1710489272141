"""Rules made of spaCy token patterns: run by the Matcher, only where a rule book has any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.matcher import Matcher
from spacy.strings import get_string_id
from spacy.tokens import Doc
from spacy.vocab import Vocab

from nkclaims.errors import RuleError
from nkclaims.rules.hits import Hit
from nkclaims.rules.model import Rule


class TokenRules:
    """The token-pattern rules of a component, compiled for the vocabulary in hand."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = {rule.id: rule for rule in rules}
        # by hash, for a string that a memory zone saw first is forgotten with it
        self._by_hash = {get_string_id(rule.id): rule for rule in rules}
        self._matcher: Matcher | None = None
        self._vocab: Vocab | None = None

    def hits(self, doc: Doc) -> Iterator[Hit]:
        """What they match; of one rule's matches at a place the longest. Raises RuleError for a bad pattern."""
        if not self.rules:
            return
        matcher = self._compiled(doc.vocab)
        for name, first, last in matcher(doc):
            rule = self._by_hash[name]
            span = doc[first:last]
            yield Hit(rule, span.start_char, span.end_char, {}, (span.start_char, span.end_char))

    def _compiled(self, vocab: Vocab) -> Matcher:
        if self._matcher is None or self._vocab is not vocab:
            self._matcher, self._vocab = Matcher(vocab, validate=True), vocab
            for rule in self.rules.values():
                assert rule.tokens is not None
                try:
                    self._matcher.add(rule.id, [list(rule.tokens)], greedy="LONGEST")
                except ValueError as error:
                    where = f"{rule.file}:{rule.line} {rule.id} tokens"
                    raise RuleError(f"spaCy refuses this token pattern: {error}", where=where) from None
        return self._matcher
