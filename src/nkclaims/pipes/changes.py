"""The component that finds change words and writes them to a span group."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language

from nkclaims.pipes.base import RulePipe

GROUP = "nkclaims_change"


class ChangePipe(RulePipe):
    """Finds changes ("doubled", "rose 12 per cent"); the span group is ``nkclaims_change``."""

    def __init__(self, rules: Iterable[str] = ()) -> None:
        super().__init__(("change",), GROUP, rules)


@Language.factory("nkclaims_changes", default_config={"rules": []})
def changes(nlp: Language, name: str, rules: list[str]) -> ChangePipe:
    """What the text says changed, and by how much, into ``doc.spans["nkclaims_change"]``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_changes")
    >>> [span.text for span in nlp("The quota doubled.").spans["nkclaims_change"]]
    ['doubled']
    """
    return ChangePipe(rules)
