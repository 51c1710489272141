"""The command ``nkclaims``. What each command needs is imported when it runs, so that ``--help`` is quick."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from nkclaims import __version__
from nkclaims.commands.spacy_cli import put_off
from nkclaims.errors import InputError, NkclaimsError

_SETTINGS: dict[str, Any] = {"help_option_names": ["-h", "--help"]}


def _group(help: str, name: str | None = None) -> typer.Typer:
    return typer.Typer(
        name=name,
        help=help,
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        context_settings=_SETTINGS,
    )


app = _group(
    "Reads news articles, says number by number what they claim, and does their arithmetic again.", "nkclaims"
)
rules_app = _group("The rule files: what rules there are, whether they hold, and new ones.")
rates_app = _group("The tables of exchange rates in use, and newer ones.")
app.add_typer(rules_app, name="rules")
app.add_typer(rates_app, name="rates")

Paths = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FILE|DIR|-]...", help="Files, folders, - for standard input (the default)."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Publication date of what brings none of its own: YYYY-MM-DD."),
]
InputFormat = Annotated[
    Literal["auto", "text", "html", "pdf", "jsonl"],
    typer.Option(help="What the input is; auto goes by name and content."),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option("--rules", metavar="DIR", help="A further folder of rule files; may be repeated."),
]
Rates = Annotated[
    Path | None, typer.Option("--rates", metavar="FILE", help="Exchange rates of your own, for this run.")
]
NoVague = Annotated[bool, typer.Option("--no-vague", help='Leave out vague dates ("recently", "now").')]
Kinds = Literal["money", "percentage", "quantity", "date", "place", "event", "change"]


def _version(value: bool) -> None:
    if value:
        typer.echo(f"nkclaims {__version__}")
        raise typer.Exit


@app.callback()
def _main(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    paths: Paths = None,
    published: Published = None,
    format: Annotated[Literal["jsonl", "parquet", "table"], typer.Option(help="What is written.")] = "jsonl",
    input_format: InputFormat = "auto",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="DIR",
            help="Write records.jsonl or the Parquet files there, not to standard output.",
        ),
    ] = None,
    rules: Rules = None,
    rates: Rates = None,
    no_vague: NoVague = False,
    real: Annotated[
        int | None, typer.Option(metavar="YEAR", help="Give dollars in the prices of that year too.")
    ] = None,
) -> None:
    """The claims and findings of articles, as records.

    Exit code: 0 nothing inconsistent, 1 something is, 2 wrong usage or no input that could be read.
    """
    from nkclaims.commands.extract import run

    options = _options(rules, rates, no_vague) | {"real": real}
    raise typer.Exit(run(paths or ["-"], published, format, input_format, output, options))


@app.command()
def check(
    paths: Paths = None,
    published: Published = None,
    input_format: InputFormat = "auto",
    rules: Rules = None,
    rates: Rates = None,
    all: Annotated[bool, typer.Option("--all", help="Show what was not checked too, one by one.")] = False,
) -> None:
    """The findings of articles for a person, worst first, with their working.

    Exit code: 0 nothing inconsistent, 1 something is, 2 wrong usage or no input that could be read.
    """
    from nkclaims.commands.check import run

    raise typer.Exit(run(paths or ["-"], published, input_format, _options(rules, rates, False), all))


@app.command()
def report(
    paths: Paths = None,
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PAGE.html", help="The page to write.")
    ] = Path("nkclaims.html"),
    published: Published = None,
    input_format: InputFormat = "auto",
    rules: Rules = None,
    rates: Rates = None,
    no_vague: NoVague = False,
) -> None:
    """One HTML page: the articles with their claims marked, and every finding with its working.

    Exit code: 0 nothing inconsistent, 1 something is, 2 wrong usage or no input that could be read.
    """
    from nkclaims.commands.report import run

    options = _options(rules, rates, no_vague)
    raise typer.Exit(run(paths or ["-"], published, input_format, output, options))


@app.command()
def explain(
    what: Annotated[
        str, typer.Argument(metavar='FILE:OFFSET|"some text"', help="A place in a file, or words.")
    ],
    published: Published = None,
    rules: Rules = None,
    rates: Rates = None,
) -> None:
    """Why words were read as they were: atoms, rules, which lost to which, values."""
    from nkclaims.commands.explain import run

    raise typer.Exit(run(what, published, _options(rules, rates, False)))


@rules_app.command("list")
def rules_list(rules: Rules = None) -> None:
    """Every rule: id, kind, status, file and line, and what it is for."""
    from nkclaims.commands.rules import list_rules

    raise typer.Exit(list_rules(rules or []))


@rules_app.command("test")
def rules_test(rules: Rules = None) -> None:
    """Run the examples and rejects of every rule; exit code 1 where one does not hold."""
    from nkclaims.commands.rules import test_rules

    raise typer.Exit(test_rules(rules or []))


@rules_app.command("lint")
def rules_lint(rules: Rules = None) -> None:
    """What is wrong in the rule files, by file, line and key; exit code 1 where something is."""
    from nkclaims.commands.rules import lint_rules

    raise typer.Exit(lint_rules(rules or []))


@rules_app.command("new")
def rules_new(
    id: Annotated[str, typer.Argument(metavar="ID", help="The rule's id: money.marbles")],
    kind: Annotated[Kinds, typer.Option(help="What the rule finds.")] = "quantity",
    rules: Annotated[
        Path, typer.Option("--rules", metavar="DIR", help="The folder the file is written to.")
    ] = Path("rules"),
) -> None:
    """Write a file with one rule to begin with."""
    from nkclaims.commands.rules import new_rule

    raise typer.Exit(new_rule(id, kind, rules))


@rates_app.command("status")
def rates_status(
    currency: Annotated[
        str | None, typer.Argument(metavar="[CODE]", help="One currency; all by default.")
    ] = None,
    rates: Rates = None,
) -> None:
    """What the tables in use have, until when, by currency."""
    from nkclaims.commands.rates import show_status

    raise typer.Exit(show_status(currency, rates))


@rates_app.command("import")
def rates_import(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="ECB history (CSV or zip), NBP archive, or your own CSV: date,currency,units_per_usd[,regime].",
        ),
    ],
) -> None:
    """Keep a central bank's download, or a table of your own, for every later run."""
    from nkclaims.commands.rates import import_rates

    raise typer.Exit(import_rates(file))


@rates_app.command("update")
def rates_update(
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Another address than the ECB's own.")
    ] = None,
) -> None:
    """Fetch the European Central Bank's history: the only command that uses the network."""
    from nkclaims.commands.rates import update_rates

    raise typer.Exit(update_rates(url))


@app.command()
def score(
    corpus: Annotated[Path, typer.Argument(metavar="DIR", help="A corpus with gold claims.")] = Path(
        "corpus"
    ),
    errors: Annotated[
        int, typer.Option(min=0, metavar="N", help="Show the first N things that are not right.")
    ] = 0,
    kind: Annotated[Kinds | None, typer.Option(help="Errors of this kind only.")] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as JSON.")] = False,
    rules: Rules = None,
) -> None:
    """Precision, recall and F1 by kind on a corpus; exit code 1 below its floors."""
    from nkclaims.commands.score import run

    raise typer.Exit(run(corpus, errors, kind, json, _options(rules, None, False)))


@app.command()
def bench(
    corpus: Annotated[Path, typer.Option(metavar="DIR", help="A folder of articles.")] = Path("corpus"),
    peers: Annotated[
        bool, typer.Option("--peers", help="Time spaCy, quantulum3 and dateparser together too.")
    ] = False,
    runs: Annotated[int, typer.Option(min=1, metavar="N", help="Runs of the latency measurement.")] = 100,
) -> None:
    """Words a second, microseconds a word by stage, milliseconds an article; one core."""
    from nkclaims.commands.bench import run

    raise typer.Exit(run(corpus, peers, runs))


@app.command()
def schema() -> None:
    """The JSON Schema of the records."""
    from nkclaims.outputs.schema import schema_json

    typer.echo(schema_json())


@app.command()
def sources() -> None:
    """Every table in use: origin, licence, date, sha256; exit code 1 where one is not as it was shipped."""
    from nkclaims.commands.rates import list_sources

    raise typer.Exit(list_sources())


def _options(rules: list[Path] | None, rates: Path | None, no_vague: bool) -> dict[str, Any]:
    return {"rules": rules or (), "rates": rates, "vague": not no_vague}


def main() -> None:
    """The entry point: errors, wrong usage too, are one sentence on standard error and exit code 2."""
    put_off()
    try:
        sys.exit(_run())
    except NkclaimsError as error:
        sys.stderr.write(f"nkclaims: {error}\n")
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:  # the reader has gone (head): nothing more to say, at exit neither
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)


def _run() -> int:
    """Run the command asked for; wrong usage as a sentence with the remedy, where typer would draw a box."""
    usage_error: Any = typer.BadParameter.__base__  # typer hands out the class of all wrong usage only so
    try:
        return int(app(standalone_mode=False) or 0)
    except usage_error as error:
        where = error.ctx.command_path if error.ctx else "nkclaims"
        said = " ".join(error.format_message().replace("Value error, ", "").split()).rstrip(".")
        if not said or "Usage:" in said:  # a group without a command: its help has been shown
            return 2
        raise InputError(f"{said[0].lower()}{said[1:]}: see {where} --help") from None
