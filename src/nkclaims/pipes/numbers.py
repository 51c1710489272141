"""The three components of numbers: money, percentages, quantities.

Their rules compete over the same words, so one search serves all three (kept for the last text); each
component writes the span group of its own kind.
"""

from __future__ import annotations

from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import NUMBER_KINDS, Kind
from nkclaims.pipes.base import RulePipe, atoms_of
from nkclaims.rules.book import Hit, RuleBook, Trace, select

GROUPS: dict[Kind, str] = {
    "money": "nkclaims_money",
    "percentage": "nkclaims_percentages",
    "quantity": "nkclaims_quantities",
}


class _Held:
    """A key by identity: atoms are kept by :func:`scan`, and hashing their text anew would cost."""

    __slots__ = ("atoms", "book")

    def __init__(self, atoms: Atoms, book: RuleBook) -> None:
        self.atoms, self.book = atoms, book

    def __hash__(self) -> int:
        return id(self.atoms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.atoms is self.atoms and other.book is self.book


@lru_cache(maxsize=1)
def _number_hits(held: _Held) -> list[Hit]:
    """Money and percentages compete; quantities among themselves, for a number whose money rule is refused when it
    is read ("118 pounds" of marrow) is still a number. What both claim is settled after reading.
    """
    return held.book.find(held.atoms, ("money", "percentage")) + held.book.find(held.atoms, ("quantity",))


class NumberPipe(RulePipe):
    """A component for one kind of number. What lost is kept: many a number is refused only when it is read."""

    keeps_losers = True

    def find(self, doc: Doc, trace: Trace | None = None) -> list[Hit]:
        """The hits of its kind that won over all number rules."""
        atoms = atoms_of(doc)
        if trace is not None:
            self.book.find(atoms, NUMBER_KINDS, trace)
        hits = _number_hits(_Held(atoms, self.book))
        own = [hit for hit in hits if hit.rule.kind in self.kinds]
        return select(own + more) if (more := list(self.tokens.hits(doc))) else own


@Language.factory("nkclaims_money", default_config={"rules": []})
def money(nlp: Language, name: str, rules: list[str]) -> NumberPipe:
    """Amounts of money, into ``doc.spans["nkclaims_money"]``.

    rules  further folders of rule files

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_money")
    >>> doc = nlp("It cost 300 yuan.")
    >>> [span.text for span in doc.spans["nkclaims_money"]]
    ['300 yuan']
    """
    return NumberPipe(("money",), GROUPS["money"], rules)


@Language.factory("nkclaims_percentages", default_config={"rules": []})
def percentages(nlp: Language, name: str, rules: list[str]) -> NumberPipe:
    """Percentages, points, basis points and shares in words, into ``doc.spans["nkclaims_percentages"]``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_percentages")
    >>> doc = nlp("It rose 70 per cent.")
    >>> [span.text for span in doc.spans["nkclaims_percentages"]]
    ['70 per cent']
    """
    return NumberPipe(("percentage",), GROUPS["percentage"], rules)


@Language.factory("nkclaims_quantities", default_config={"rules": []})
def quantities(nlp: Language, name: str, rules: list[str]) -> NumberPipe:
    """Numbers that may count or measure something, into ``doc.spans["nkclaims_quantities"]``.

    The spans hold the numbers; what they count is read later (:mod:`nkclaims.read.quantities`).

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_quantities")
    >>> doc = nlp("It has 200 employees.")
    >>> [span.text for span in doc.spans["nkclaims_quantities"]]
    ['200']
    """
    return NumberPipe(("quantity",), GROUPS["quantity"], rules)
