"""Where a number holds: a place right after it ("52 in Orla"), or one that opens its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention
from nkclaims.model.values import Place

_IN = frozenset(("in", "at", "on", "from", "near", "across", "around", "to"))


def link_settings(mentions: Sequence[Mention], atoms: Atoms) -> None:
    """Link numbers to their place (where); only where the words tie the two together."""
    places: dict[int, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        value = mention.value
        if isinstance(value, Place) and value.role == "literal" and not value.in_name:
            places[mention.sentence].append(position)
    for mention in mentions:
        if mention.kind in NUMBER_KINDS and mention.sentence in places:
            _link(mention, places[mention.sentence], mentions, atoms)


def _link(number: Mention, row: list[int], mentions: Sequence[Mention], atoms: Atoms) -> None:
    last = atoms.at(number.end)
    opening = atoms.sentences[number.sentence][0]
    for position in row:
        first = atoms.covering(mentions[position].start)
        between = atoms.lower(last, first) if first >= last else []
        if 1 <= len(between) <= 2 and between[0] in _IN - {"from", "to"}:
            number.link("where", position, "clause")
            return
    for position in row:
        first = atoms.covering(mentions[position].start)
        if (
            first - opening <= 2
            and atoms.words[opening].lower() in _IN
            and mentions[position].end <= number.start
        ):
            number.link("where", position, "sentence")
            return
