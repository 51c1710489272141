"""The component that finds the triggers of events: "attacked", "laid off", "earthquake"."""

from __future__ import annotations

from spacy.language import Language

from nkclaims.pipes.base import RulePipe

GROUP = "nkclaims_events"


@Language.factory("nkclaims_events", default_config={"rules": []})
def events(nlp: Language, name: str, rules: list[str]) -> RulePipe:
    """Trigger words of events, into ``doc.spans["nkclaims_events"]``.

    Not every trigger is an event ("struck a chord"): that is read later (:mod:`nkclaims.read.events`).

    rules  further folders of rule files

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_events")
    >>> doc = nlp("Villagers attacked a convoy; many were killed.")
    >>> [span.text for span in doc.spans["nkclaims_events"]]
    ['attacked', 'killed']
    """
    return RulePipe(("event",), GROUP, rules)
