"""The two ends of a range of dates, linked: "from 9 to 17 July", "between 2024 and early 2025"."""

from __future__ import annotations

from collections.abc import Sequence

from nkclaims.index import Index
from nkclaims.model.mention import Mention


def link_ranges(mentions: Sequence[Mention], index: Index) -> None:
    """Link the first end of each range ``to`` the last, and the last ``from`` the first.

    The readings leave the other end's offsets in the clue ``partner`` and the side in ``range``. An end whose
    partner is no claim (page furniture) gets no link.
    """
    dates = index.of_kind("date")
    places = {(mentions[i].start, mentions[i].end): i for i in dates}
    for position in dates:
        mention = mentions[position]
        other = places.get(tuple(mention.clues.get("partner", ())))
        if other is not None:
            mention.link("to" if mention.clues["range"] == "from" else "from", other, "clause")
