"""The command ``nkclaims``. What each command needs is imported when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from nkclaims import __version__
from nkclaims.errors import NkclaimsError

app = typer.Typer(
    name="nkclaims",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Reads news articles, says number by number what they claim, and does their arithmetic again.",
)
Paths = Annotated[Optional[list[str]], typer.Argument(metavar="[FILE|DIR|-]…", help="files, folders, - for standard input")]  # noqa: UP007, UP045
Published = Annotated[Optional[str], typer.Option(metavar="DATE", help="publication date, YYYY-MM-DD")]  # noqa: UP007, UP045
InputFormat = Annotated[Literal["auto", "text", "html", "pdf", "jsonl"], typer.Option(help="what the input is")]
Rules = Annotated[Optional[list[Path]], typer.Option("--rules", metavar="DIR", help="a further folder of rule files")]  # noqa: UP007, UP045
Rates = Annotated[Optional[Path], typer.Option("--rates", metavar="FILE", help="a CSV of your own exchange rates")]  # noqa: UP007, UP045
NoVague = Annotated[bool, typer.Option("--no-vague", help='leave out vague dates ("recently", "now")')]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"nkclaims {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="show the version")] = False,
) -> None:
    pass


@app.command()
def extract(
    paths: Paths = None,
    published: Published = None,
    format: Annotated[Literal["jsonl", "parquet", "table"], typer.Option(help="what is written")] = "jsonl",
    input_format: InputFormat = "auto",
    output: Annotated[Optional[Path], typer.Option("-o", "--output", metavar="DIR", help="write files there, not to standard output")] = None,  # noqa: UP007, UP045
    rules: Rules = None,
    rates: Rates = None,
    no_vague: NoVague = False,
) -> None:
    """The claims and findings of articles, as records."""
    from nkclaims.commands.extract import run

    raise typer.Exit(run(paths or ["-"], published, format, input_format, output, _load_options(rules, rates, no_vague)))


@app.command()
def check(
    paths: Paths = None,
    published: Published = None,
    input_format: InputFormat = "auto",
    rules: Rules = None,
    rates: Rates = None,
    all: Annotated[bool, typer.Option("--all", help="show what could not be checked, one by one")] = False,
) -> None:
    """The findings of articles for a person: worst first, each with its quotes and its working."""
    from nkclaims.commands.check import run

    raise typer.Exit(run(paths or ["-"], published, input_format, _load_options(rules, rates, False), all))


def _load_options(rules: list[Path] | None, rates: Path | None, no_vague: bool) -> dict[str, object]:
    return {"rules": rules or (), "rates": rates, "vague": not no_vague}


@app.command()
def schema() -> None:
    """The JSON Schema of the records."""
    from nkclaims.outputs.schema import schema_json

    typer.echo(schema_json())


def main() -> None:
    """The entry point: errors are one sentence on standard error and exit code 2."""
    try:
        app()
    except NkclaimsError as error:
        typer.echo(f"nkclaims: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
