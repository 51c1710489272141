"""``nkclaims explain``: why a text was read as it was."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nkclaims.commands.common import stdout_console, tell_refused
from nkclaims.engine import load
from nkclaims.errors import InputError
from nkclaims.explain import AtomView, Explanation, HitView, explain, sentence_around
from nkclaims.inputs.dates import parse_published
from nkclaims.inputs.read import read
from nkclaims.model.article import Article
from nkclaims.model.claims import Claim
from nkclaims.model.findings import ErrorRecord
from nkclaims.model.mention import Span
from nkclaims.outputs.words import value_words

_AT = re.compile(r"(?P<file>.+):(?P<offset>\d+)\Z", re.S)


def run(what: str, published: str | None, options: dict[str, Any]) -> int:
    """Prints the explanation; always 0. Raises InputError for an offset that is not in the file."""
    article, span = subject(what, published)
    pipeline = load(**options)
    tell_refused(pipeline)
    show(explain(pipeline, article, span), stdout_console())
    return 0


def subject(what: str, published: str | None) -> tuple[Article, Span | None]:
    """The article to explain and the stretch of it: a sentence of FILE:OFFSET, or all of a text."""
    at = _AT.match(what)
    if at and Path(at["file"]).is_file():
        article = next(read([at["file"]], published=published))
        if isinstance(article, ErrorRecord):
            raise InputError(article.message, code=article.code)
        offset = int(at["offset"])
        if offset >= len(article.text):
            raise InputError(
                f"{at['file']} has {len(article.text)} characters: offset {offset} is past its end"
            )
        return article, sentence_around(article, offset)
    if at and not any(c.isspace() for c in at["file"]) and Path(at["file"]).suffix:
        raise InputError(f"{at['file']} does not exist: check the path")
    if len(what) < 256 and Path(what).is_file():
        raise InputError(f'say where in {what}: {what}:OFFSET, a claim\'s "start" in its record')
    if not what.strip():
        raise InputError('nothing to explain: give FILE:OFFSET or "some text"')
    date = parse_published(published) if published else None
    return Article("text", "-", what, published=date, published_by="given" if date else "none"), None


def show(made: Explanation, console: Console) -> None:
    """Print an explanation: atoms, matches, losers, claims."""
    start, end = made.span
    console.print(Text(" ".join(made.text[start:end].split()), "bold"))
    console.print()
    console.print(Text("Atoms", "bold underline"), Text("(~ touches the one before)", "dim"))
    console.print(_atoms(made.atoms))
    console.print(Text("Rules that matched", "bold underline"))
    for view in made.won:
        _matched(view, console)
    if not made.won:
        console.print(Text("  none", "dim"))
    console.print()
    console.print(Text("Matches that lost their words to another", "bold underline"))
    for view in made.lost:
        _beaten(view, console)
    if not made.lost:
        console.print(Text("  none", "dim"))
    console.print()
    console.print(Text("Claims", "bold underline"))
    for claim in made.claims:
        _claim(claim, console)
    if not made.claims:
        console.print(Text("  none", "dim"))


def _atoms(atoms: tuple[AtomView, ...]) -> Table:
    table = Table(box=SIMPLE, show_header=False, pad_edge=False)
    for _ in range(3):
        table.add_column(overflow="fold")
    for atom in atoms:
        shown = "¶" if atom.text == "\n" else atom.text
        table.add_row(
            Text(str(atom.start), "dim"),
            Text(f"{'~' if atom.glued else ' '}{shown}", "bold"),
            Text(" ".join(atom.classes)),
        )
    return table


def _matched(view: HitView, console: Console) -> None:
    rule = view.hit.rule
    line = (
        Text("  ")
        .append(rule.id, "green")
        .append(f"  “{view.quote}”  ", "bold")
        .append(f"{rule.file}:{rule.line}", "dim")
    )
    console.print(line)
    if view.slots:
        console.print(Text(f"    slots: {_slots(view)}"))
    for claim in view.claims:
        console.print(Text(f"    read as: “{claim.quote.text}” = {value_words(claim)}"))
    if not view.claims:
        console.print(
            Text("    made no claim: its reading refused it, or another kind had the words", "yellow")
        )


def _beaten(view: HitView, console: Console) -> None:
    assert view.lost_to is not None
    winner = view.lost_to.rule
    line = (
        Text("  ")
        .append(view.hit.rule.id, "red")
        .append(f"  “{view.quote}”  lost to ")
        .append(winner.id, "green")
    )
    reasons = {
        "longest": "which is longer",
        "priority": f"by priority {winner.priority} over {view.hit.rule.priority}",
        "rule id": "equally long, by the order of their ids",
        "first in the text": "which stands before it",
    }
    console.print(line.append(f", {reasons[view.why]}"))


def _slots(view: HitView) -> str:
    return ", ".join(f"{name} “{' '.join(words.split())}”" for name, words in view.slots)


def _claim(claim: Claim, console: Console) -> None:
    line = Text("  ").append(claim.kind, "cyan").append(f"  “{' '.join(claim.quote.text.split())}”  ", "bold")
    console.print(line.append(value_words(claim)).append(f"  {claim.rule}", "dim"))
    console.print(Text(f"    value: {claim.value.model_dump_json(exclude_defaults=True)}", "dim"))
    for name in ("of", "holder", "base"):
        quote = getattr(claim, name)
        if quote is not None:
            console.print(Text(f"    {name}: {' '.join(quote.text.split())}", "dim"))
