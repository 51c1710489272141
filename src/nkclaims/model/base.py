"""What every record is made of: numbers that keep their digits, and stretches of text."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, TypeVar, cast

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


def trusted(model: type[R]) -> type[R]:
    """A model's constructor for fields whose types are right already: no validation, half the time.

    It is called, and type-checked, like the model itself; a coercion ("5" for 5) is not made.

    >>> trusted(Extent)(start=3, end=5) == Extent(start=3, end=5)
    True
    """
    fields = model.model_fields
    names = set(fields)
    plain = {name: None if field.is_required() else field.default for name, field in fields.items()}
    fresh = tuple(name for name, field in fields.items() if field.default_factory is not None)

    def make(**given: Any) -> R:
        row = plain | given  # in the model's order, which is the order they are written in
        for name in fresh:
            if name not in given:
                row[name] = []
        return as_checked(model, names, row)

    return cast(type[R], make)


def changed(record: R, **fields: Any) -> R:
    """A record with some fields replaced by others of the right type, as ``model_copy`` does, a third as long.

    >>> changed(Extent(start=3, end=5), end=6)
    Extent(start=3, end=6)
    """
    return as_checked(type(record), record.model_fields_set | fields.keys(), record.__dict__ | fields)


class Quote(Record):
    """A stretch of the article: Unicode code points, half-open; ``text[start:end] == quote.text`` always."""

    start: int
    end: int
    text: str


class Extent(Record):
    """A stretch without its words (a sentence)."""

    start: int
    end: int
