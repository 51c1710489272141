"""Dates, times, durations and sets: the spaCy component ``nkclaims_dates``."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language

from nkclaims.pipes.base import RulePipe

GROUP = "nkclaims_dates"


@Language.factory("nkclaims_dates", default_config={"rules": []})
def create_dates(nlp: Language, name: str, rules: Sequence[str]) -> RulePipe:
    """Finds dates; writes ``doc.spans["nkclaims_dates"]``.

    rules  further folders of rule files

    >>> import spacy
    >>> doc = spacy.blank("en").add_pipe("nkclaims_dates")
    """
    return RulePipe(("date",), GROUP, rules)
