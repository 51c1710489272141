"""Records as Parquet files: articles, claims, findings and errors, one table each, written as they come.

The columns follow from the models and are the same for every run:

* a field is a column of its name; a quote, extent, voice or list of links is a struct as in the JSON;
* ``value`` has one column a kind, named for it (``money``, ``date``, …): a struct, null for other kinds;
* ``clues``, whose fields are not fixed, is a JSON string;
* numbers are doubles, exactly those of the JSON lines.
"""

from __future__ import annotations

import json
import types
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from nkclaims.errors import InputError
from nkclaims.model.claims import CLAIM_BY_KIND, ClaimBase
from nkclaims.model.findings import AnyRecord, ArticleRecord, ErrorRecord, Finding

try:
    import pyarrow as pa  # type: ignore[import-untyped]
    import pyarrow.parquet as pq  # type: ignore[import-untyped]
except ImportError as error:  # the extra is not installed
    raise InputError(
        "Parquet needs pyarrow, which is not installed: pip install 'nkclaims[parquet]'"
    ) from error

BATCH = 5_000
"""Records held before they are written: what keeps the memory flat and the row groups large."""
FILES = {"article": "articles", "claim": "claims", "finding": "findings", "error": "errors"}


def arrow_type(annotation: Any) -> Any:
    """The Arrow type of a model's field; dicts without fixed fields become JSON strings."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return arrow_type(get_args(annotation)[0])
    if origin is Literal:
        return pa.string()
    if origin in (Union, types.UnionType):
        return arrow_type(next(a for a in get_args(annotation) if a is not type(None)))
    if origin is list:
        return pa.list_(arrow_type(get_args(annotation)[0]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return pa.struct(_fields(annotation))
    simple = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), Decimal: pa.float64()}
    return simple.get(annotation, pa.string())


def _fields(model: type[BaseModel], leave_out: frozenset[str] = frozenset()) -> list[Any]:
    return [
        pa.field(field.alias or name, arrow_type(field.annotation))
        for name, field in model.model_fields.items()
        if name not in leave_out
    ]


def schemas() -> dict[str, Any]:
    """The Arrow schema of each file, by the word in ``record``."""
    record = frozenset({"record"})
    values = [
        pa.field(kind, arrow_type(model.model_fields["value"].annotation))
        for kind, model in CLAIM_BY_KIND.items()
    ]
    kind = [pa.field("kind", pa.string())]
    return {
        "article": pa.schema(_fields(ArticleRecord, record)),
        "claim": pa.schema([*kind, *_fields(ClaimBase, record), *values]),
        "finding": pa.schema(_fields(Finding, record)),
        "error": pa.schema(_fields(ErrorRecord, record)),
    }


def row(record: AnyRecord) -> dict[str, Any]:
    """A record as a row of its file."""
    data = record.model_dump(mode="json", by_alias=True)
    if data.pop("record") == "claim":
        data[data["kind"]] = data.pop("value")
        data["clues"] = json.dumps(data["clues"], ensure_ascii=False)
    return data


def write_parquet(records: Iterable[AnyRecord], folder: Path) -> None:
    """Write articles.parquet, claims.parquet, findings.parquet and errors.parquet into a folder.

    Raises InputError where they cannot be written.
    """
    try:
        _write(records, folder)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be written ({error.strerror or error}): name another with -o"
        ) from None


def _write(records: Iterable[AnyRecord], folder: Path) -> None:
    known = schemas()
    with ExitStack() as stack:
        writers = {
            name: stack.enter_context(
                pq.ParquetWriter(folder / f"{FILES[name]}.parquet", schema, compression="zstd")
            )
            for name, schema in known.items()
        }
        for name, rows in _batches(records):
            writers[name].write_table(pa.Table.from_pylist(rows, schema=known[name]))


def _batches(records: Iterable[AnyRecord]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Rows of one file at a time, BATCH of them but for the last."""
    held: dict[str, list[dict[str, Any]]] = {name: [] for name in FILES}
    for record in records:
        rows = held[record.record]
        rows.append(row(record))
        if len(rows) >= BATCH:
            yield record.record, rows
            held[record.record] = []
    yield from ((name, rows) for name, rows in held.items() if rows)
