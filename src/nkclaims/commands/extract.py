"""``nkclaims extract``: records of any number of articles, streaming."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Literal, TextIO

from nkclaims.commands.common import Result, Tally, error_line, results, stdout_console, utf8
from nkclaims.errors import InputError
from nkclaims.inputs.read import InputFormat
from nkclaims.model.findings import AnyRecord, ErrorRecord
from nkclaims.outputs.jsonl import line

Format = Literal["jsonl", "parquet", "table"]
LINES = 1_000
"""Lines that are written at once."""


def run(
    paths: list[str],
    published: str | None,
    format: Format,
    input_format: InputFormat,
    output: Path | None,
    options: dict[str, Any],
) -> int:
    """Writes the records; 0 nothing inconsistent, 1 something is, 2 no input could be read.

    Raises InputError for what cannot be read or written at all.
    """
    if format == "parquet" and output is None:
        raise InputError("parquet is written as files: name a folder for them with -o DIR")
    if format == "table" and output is not None:
        raise InputError("a table is for the terminal: leave out -o, or ask for --format jsonl or parquet")
    if output is not None:
        make_folder(output)
    tally = Tally()
    free = output is not None or not sys.stdout.isatty()  # progress must not run through what is printed
    extracted = tally.watch(results(paths, published, input_format, options, progress=free))
    if format == "table":
        _print(extracted)
    elif format == "parquet":
        assert output is not None
        from nkclaims.outputs.parquet import write_parquet

        write_parquet(_records(extracted), output)
    else:
        with _opened(output) as out:
            for result in extracted:
                _write(out, result)
    tally.report()
    return tally.exit_code()


def _write(out: TextIO, result: Result) -> None:
    """An article's lines, some at a time: those of a very long text are not held all at once."""
    lines = iter([line(result)]) if isinstance(result, ErrorRecord) else result.lines()
    while some := list(islice(lines, LINES)):
        out.write("\n".join(some) + "\n")


def make_folder(folder: Path) -> None:
    """The folder, made where it is missing. Raises InputError where it cannot be."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise InputError(
            f"{folder} cannot be made a folder ({error.strerror}): name another with -o"
        ) from None


def records_of(result: Result) -> Iterable[AnyRecord]:
    """A result's records in the order of the wire format."""
    return [result] if isinstance(result, ErrorRecord) else result.records()


def _records(extracted: Iterable[Result]) -> Iterator[AnyRecord]:
    for result in extracted:
        yield from records_of(result)


def _print(extracted: Iterable[Result]) -> None:
    from nkclaims.outputs.table import claims_table

    console = stdout_console()
    for result in extracted:
        if isinstance(result, ErrorRecord):
            sys.stderr.write(error_line(result) + "\n")
        else:
            console.print(claims_table(result))
            console.print()


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """records.jsonl in the folder, else standard output; UTF-8 whatever the locale says."""
    if output is None:
        yield utf8(sys.stdout)
        sys.stdout.flush()
        return
    path = output / "records.jsonl"
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written ({error.strerror}): name another folder with -o"
        ) from None
    with stream:
        yield stream
