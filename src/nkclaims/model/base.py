"""What every record is made of: numbers that keep their digits, and stretches of text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, TypeVar

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
    PlainSerializer(json_number, when_used="json"),
    WithJsonSchema({"type": "number"}),
]
"""A number as reckoned with (Decimal) and as written in JSON (integer where whole)."""


class Record(BaseModel):
    """A frozen part of the wire format; an unknown field is an error, so that nothing is lost silently."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


R = TypeVar("R", bound=Record)
_set = object.__setattr__  # a record is frozen


def as_checked(model: type[R], names: set[str], fields: dict[str, Any]) -> R:
    """A record of fields that are known to be right: no validation, so ten times as quick.

    names  all fields of the model      fields  each of them; the record keeps this very dictionary

    What is made so is what the model makes of the same fields:

    >>> one = as_checked(Extent, {"start", "end"}, {"start": 3, "end": 5})
    >>> one == Extent(start=3, end=5), one.model_dump_json()
    (True, '{"start":3,"end":5}')
    """
    made = model.__new__(model)
    _set(made, "__dict__", fields)
    _set(made, "__pydantic_fields_set__", names)
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


class Quote(Record):
    """A stretch of the article: Unicode code points, half-open; ``text[start:end] == quote.text`` always."""

    start: int
    end: int
    text: str


class Extent(Record):
    """A stretch without its words (a sentence)."""

    start: int
    end: int
