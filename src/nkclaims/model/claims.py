"""The claim record: one model a kind, told apart by ``kind``."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter

from nkclaims.model.base import Extent, Quote, Record
from nkclaims.model.values import Change, Date, Direction, Event, Money, Percentage, Place, Quantity

Section = Literal[
    "title", "byline", "dateline", "heading", "body", "caption", "related", "header", "furniture"
]
Kind = Literal["money", "percentage", "quantity", "date", "place", "event", "change"]
NUMBER_KINDS: tuple[Kind, ...] = ("money", "percentage", "quantity")


class Voice(Record):
    """Who says so (None: the paper itself), how it is told, and how far the text stands behind it."""

    source: Quote | None = None
    manner: Literal["narrated", "reported", "quoted"] = "narrated"
    stance: Literal["asserted", "hedged", "denied", "conditional", "forecast"] = "asserted"


class Link(Record):
    """Another claim and by what right it is linked: clause, sentence, carried, heading."""

    claim: str
    by: Literal["clause", "sentence", "carried", "heading"]


class Links(Record):
    """What belongs to a claim; each list is empty where nothing does."""

    when: list[Link] = Field(default_factory=list)
    where: list[Link] = Field(default_factory=list)
    equals: list[Link] = Field(default_factory=list)
    from_: list[Link] = Field(default_factory=list, alias="from")
    to: list[Link] = Field(default_factory=list)
    base: list[Link] = Field(default_factory=list)
    total: list[Link] = Field(default_factory=list)
    count: list[Link] = Field(default_factory=list)


class ClaimBase(Record):
    """What every claim carries, whatever its kind.

    of      what the number measures ("average gross compensation")
    holder  whose it is, who pays, gets or is counted        base  what a share is of
    direction  the number is the size of a rise or fall, not a level
    clues   what checks need and no field above holds, by kind
    """

    record: Literal["claim"] = "claim"
    id: str
    key: str
    article: str
    quote: Quote
    sentence: Extent
    section: Section
    rule: str
    of: Quote | None = None
    holder: Quote | None = None
    base: Quote | None = None
    direction: Direction | None = None
    voice: Voice = Voice()
    links: Links = Links()
    clues: dict[str, Any] = Field(default_factory=dict)


class MoneyClaim(ClaimBase):
    """An amount of money."""

    kind: Literal["money"] = "money"
    value: Money


class PercentageClaim(ClaimBase):
    """A percentage, points or basis points."""

    kind: Literal["percentage"] = "percentage"
    value: Percentage


class QuantityClaim(ClaimBase):
    """A count or measure."""

    kind: Literal["quantity"] = "quantity"
    value: Quantity


class DateClaim(ClaimBase):
    """A temporal expression."""

    kind: Literal["date"] = "date"
    value: Date


class PlaceClaim(ClaimBase):
    """A place or demonym."""

    kind: Literal["place"] = "place"
    value: Place


class EventClaim(ClaimBase):
    """A happening."""

    kind: Literal["event"] = "event"
    value: Event


class ChangeClaim(ClaimBase):
    """Something the text says has changed, and by how much."""

    kind: Literal["change"] = "change"
    value: Change


Claim = MoneyClaim | PercentageClaim | QuantityClaim | DateClaim | PlaceClaim | EventClaim | ChangeClaim
CLAIM_BY_KIND: dict[str, type[ClaimBase]] = {
    "money": MoneyClaim,
    "percentage": PercentageClaim,
    "quantity": QuantityClaim,
    "date": DateClaim,
    "place": PlaceClaim,
    "event": EventClaim,
    "change": ChangeClaim,
}
claim_adapter: TypeAdapter[Claim] = TypeAdapter(Annotated[Claim, Field(discriminator="kind")])
