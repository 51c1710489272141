"""A claim in the making: found and read, not yet linked, numbered or frozen.

Pipes and readers make mentions, links and dollars fill them in, the engine freezes them into claims.
Positions in the document's list of mentions stand in for ids until then.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from nkclaims.model.claims import Kind, Section
from nkclaims.model.values import Change, Date, Direction, Event, Money, Percentage, Place, Quantity

Value = Money | Percentage | Quantity | Date | Place | Event | Change
Span = tuple[int, int]
LinkName = Literal["when", "where", "equals", "from", "to", "base", "total", "count"]
LinkBy = Literal["clause", "sentence", "carried", "heading"]


@dataclass(slots=True)
class Mention:
    """One claim in the making. All offsets are code points of the article's text, half-open.

    sentence   number of its sentence in the document
    slots      what the rule's slots matched: name -> (start, end)
    links      name -> [(position of the other mention, by what right)]
    source, manner, stance   the voice; ``source`` is a span or None
    """

    kind: Kind
    start: int
    end: int
    rule: str
    value: Value
    sentence: int = 0
    section: Section = "body"
    slots: dict[str, Span] = field(default_factory=dict)
    of: Span | None = None
    holder: Span | None = None
    base: Span | None = None
    direction: Direction | None = None
    source: Span | None = None
    manner: Literal["narrated", "reported", "quoted"] = "narrated"
    stance: Literal["asserted", "hedged", "denied", "conditional", "forecast"] = "asserted"
    links: dict[LinkName, list[tuple[int, LinkBy]]] = field(default_factory=dict)
    clues: dict[str, Any] = field(default_factory=dict)

    def link(self, name: LinkName, other: int, by: LinkBy) -> None:
        """Add a link once; the first reason given stays."""
        row = self.links.setdefault(name, [])
        if all(position != other for position, _ in row):
            row.append((other, by))
