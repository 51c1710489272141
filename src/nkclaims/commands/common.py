"""What commands share: reading with progress on standard error, counting, exit codes, consoles."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from nkclaims.engine import Extraction, Pipeline, load
from nkclaims.inputs.read import InputFormat, read
from nkclaims.model.findings import ErrorRecord

if TYPE_CHECKING:
    from rich.console import Console

Result = Extraction | ErrorRecord


def results(
    paths: list[str],
    published: str | None,
    input_format: InputFormat,
    options: dict[str, Any],
    *,
    progress: bool = True,
) -> Iterator[Result]:
    """One result an article, streaming; with progress where standard error is a terminal that is free.

    Raises InputError before anything is read for what cannot be input at all.
    """
    articles = read(paths, input_format=input_format, published=published)
    pipeline = load(**options)
    tell_refused(pipeline)
    settle_memory()
    extracted = pipeline.extract_many(articles)
    return _counted(extracted) if progress and sys.stderr.isatty() else extracted


def tell_refused(pipeline: Pipeline) -> None:
    """Says on standard error which rules are broken: the run goes on without them."""
    for problem in pipeline.book.problems:
        sys.stderr.write(f"nkclaims: {problem}; this rule is left out\n")


def settle_memory() -> None:
    """What was loaded stays till the process ends: the collector need not look at it again and again.

    A command's own choice: the library leaves the collector of its host alone.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 50)


def _counted(extracted: Iterable[Result]) -> Iterator[Result]:
    """The same results, a line on standard error saying how many there are so far."""
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("reading"), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False) as bar:
        task = bar.add_task("reading", total=None)
        for result in extracted:
            bar.advance(task)
            yield result


class Tally:
    """Counts what passes by: documents, errors, inconsistencies, amounts later than the tables."""

    def __init__(self) -> None:
        self.documents = self.errors = self.inconsistent = self.later = 0

    def watch(self, extracted: Iterable[Result]) -> Iterator[Result]:
        """The same results, counted."""
        for result in extracted:
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
            what = "1 amount is" if self.later == 1 else f"{self.later} amounts are"
            sys.stderr.write(
                f"nkclaims: {what} later than the tables of rates and not given in dollars:"
                " nkclaims rates update fetches newer ones\n"
            )

    def exit_code(self) -> int:
        """0 nothing inconsistent, 1 something is, 2 there was no input that could be read."""
        if self.errors and not self.documents:
            return 2
        return 1 if self.inconsistent else 0


def stdout_console() -> Console:
    """Standard output for people: colour on a terminal, plain text in a pipe."""
    from rich.console import Console

    utf8(sys.stdout)
    return Console(highlight=False, emoji=False, markup=False)


def utf8(stream: Any) -> Any:
    """A stream as UTF-8 with "\\n" whatever the locale says."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")
    return stream


def error_line(record: ErrorRecord) -> str:
    """An error record as one line for standard error."""
    where = record.source if record.line is None else f"{record.source}:{record.line}"
    message = record.message
    named = where in message or record.source in message
    return f"nkclaims: {message}" if named else f"nkclaims: {where}: {message}"
