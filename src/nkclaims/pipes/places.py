"""The component that finds and resolves places, and writes them to a span group."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nkclaims.model.mention import Mention
from nkclaims.pipes.base import atoms_of, write_rows
from nkclaims.read.places import Located, locate, read_places
from nkclaims.tables.gazetteer import gazetteer

GROUP = "nkclaims_places"


class PlacePipe:
    """Finds places; the span group is ``nkclaims_places``.

    Which place a name means leans on the whole text, so it is settled here; what stands in the group's
    ``attrs["hits"]`` is plain: ``[rule, start, end, {row, role, in_name, rivals, points, shared}]``, offsets in code
    points. The dateline, if known, is ``doc.user_data["nkclaims_dateline"]``.
    """

    def __init__(self) -> None:
        gazetteer()

    def __call__(self, doc: Doc) -> Doc:
        """Find and write; nothing else of the Doc is touched."""
        located = locate(atoms_of(doc), dateline=doc.user_data.get("nkclaims_dateline"))
        rows = []
        for place in located:
            about = {name: getattr(place, name) for name in ("row", "role", "in_name", "points", "shared")}
            rows.append(
                ("place", place.rule, place.start, place.end, {**about, "rivals": list(place.rivals)})
            )
        write_rows(doc, GROUP, rows)
        return doc


def places_of(doc: Doc) -> list[Mention]:
    """The mentions of the places that the component wrote, by start; [] if it did not run."""
    if GROUP not in doc.spans:
        return []
    rows = doc.spans[GROUP].attrs.get("hits", [])
    located = [
        Located(rule, start, end, **{**about, "rivals": tuple(about["rivals"])})
        for rule, start, end, about in rows
    ]
    return read_places(located, atoms_of(doc))


@Language.factory("nkclaims_places")
def places(nlp: Language, name: str) -> PlacePipe:
    """Places and demonyms, into ``doc.spans["nkclaims_places"]``.

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> pipe = nlp.add_pipe("nkclaims_places")
    >>> doc = nlp("North Korean workers left Dandong.")
    >>> [span.text for span in doc.spans["nkclaims_places"]]
    ['North Korean', 'Dandong']
    """
    return PlacePipe()
