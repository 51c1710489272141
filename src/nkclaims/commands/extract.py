"""``nkclaims extract``: records of any number of articles, streaming."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal

from nkclaims.engine import Extraction, load
from nkclaims.inputs.read import InputFormat, read
from nkclaims.model.findings import AnyRecord, ErrorRecord, Finding
from nkclaims.outputs.jsonl import line

Format = Literal["jsonl", "parquet", "table"]


def run(
    paths: list[str],
    published: str | None,
    format: Format,
    input_format: InputFormat,
    output: Path | None,
    options: dict[str, Any],
) -> int:
    """Writes the records; 0 where nothing is inconsistent, 1 where something is, 2 where no input could be read."""
    articles = read(paths, input_format=input_format, published=published)
    tally = Tally()
    results = tally.watch(load(**options).extract_many(articles))
    if format == "table":
        from nkclaims.outputs.table import print_claims

        print_claims(results)
    else:
        _write_lines(results, output)
    tally.report()
    return tally.exit_code()


class Tally:
    """Counts what passes by: documents, errors, inconsistencies, amounts later than the tables."""

    def __init__(self) -> None:
        self.documents = self.errors = self.inconsistent = self.later = 0

    def watch(self, results: Iterable[Extraction | ErrorRecord]) -> Iterator[Extraction | ErrorRecord]:
        """The same results, counted."""
        for result in results:
            if isinstance(result, ErrorRecord):
                self.errors += 1
            else:
                self.documents += 1
                self.later += result.dollars.later
                self.inconsistent += any(f.verdict == "inconsistent" for f in result.findings)
            yield result

    def report(self) -> None:
        """One warning a run on standard error for amounts that no table has a rate for yet."""
        if self.later:
            sys.stderr.write(
                f"nkclaims: {self.later} amounts are later than the tables of rates and have no dollars;"
                " nkclaims rates update fetches newer ones\n"
            )

    def exit_code(self) -> int:
        """See the command's documentation."""
        if self.errors and not self.documents:
            return 2
        return 1 if self.inconsistent else 0


def _write_lines(results: Iterable[Extraction | ErrorRecord], output: Path | None) -> None:
    stream = None
    try:
        if output is not None:
            output.mkdir(parents=True, exist_ok=True)
            stream = (output / "records.jsonl").open("w", encoding="utf-8", newline="\n")
        out = stream or _utf8_stdout()
        for result in results:
            records: Iterable[AnyRecord] = [result] if isinstance(result, ErrorRecord) else result.records()
            out.write("".join(f"{line(record)}\n" for record in records))
        out.flush()
    finally:
        if stream is not None:
            stream.close()


def _utf8_stdout() -> Any:
    """Standard output as UTF-8 whatever the locale says: the wire format has one encoding."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")
    return sys.stdout


def worst(findings: Iterable[Finding]) -> bool:
    """Whether any finding is inconsistent."""
    return any(finding.verdict == "inconsistent" for finding in findings)
