"""What every record is made of: numbers that keep their digits, and stretches of text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, PlainSerializer, WithJsonSchema


def json_number(value: Decimal) -> int | float:
    """A Decimal as JSON prints it: whole numbers as integers.

    >>> json_number(Decimal("4000")), json_number(Decimal("0.30"))
    (4000, 0.3)
    """
    whole = int(value)
    return whole if whole == value else float(value)


Number = Annotated[
    Decimal,
    PlainSerializer(json_number, return_type=int | float, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A number as reckoned with (Decimal) and as written in JSON (integer where whole)."""


class Record(BaseModel):
    """A frozen part of the wire format; an unknown field is an error, so that nothing is lost silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Quote(Record):
    """A stretch of the article: Unicode code points, half-open; ``text[start:end] == quote.text`` always."""

    start: int
    end: int
    text: str


class Extent(Record):
    """A stretch without its words (a sentence)."""

    start: int
    end: int
