"""The component that finds words of change: "doubled", "rose 12 per cent", "cut its workforce by 1,200"."""

from __future__ import annotations

from spacy.language import Language

from nkclaims.pipes.base import RulePipe

GROUP = "nkclaims_change"


@Language.factory("nkclaims_changes", default_config={"rules": []})
def changes(nlp: Language, name: str, rules: list[str]) -> RulePipe:
    """Changes whose size is said, into ``doc.spans["nkclaims_change"]``.

    The levels they lead from and to are tied to them later (:mod:`nkclaims.link.changes`).

    rules  further folders of rule files

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_changes")
    >>> doc = nlp("Rents rose 5 percent, and the fee has doubled.")
    >>> [span.text for span in doc.spans["nkclaims_change"]]
    ['rose 5 percent', 'doubled']
    """
    return RulePipe(("change",), GROUP, rules)
