"""``nkclaims score``: how much of a corpus's gold is found and read right, against its floors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from nkclaims.commands.common import stdout_console
from nkclaims.engine import load
from nkclaims.errors import InputError
from nkclaims.score import MEASURES, Miss, Scores, read_floors, score_corpus


def run(folder: Path, errors: int, kind: str | None, as_json: bool, options: dict[str, Any]) -> int:
    """Prints the scores; 1 where one is below its floor. Raises InputError for a folder that is no corpus."""
    if not (folder / "manifest.jsonl").is_file():
        raise InputError(f"{folder} has no manifest.jsonl: name a corpus, such as corpus/")
    try:
        scores = score_corpus(folder, load(**options).extract)
        below = scores.below(read_floors(folder))
    except (OSError, ValueError, KeyError) as error:
        raise InputError(f"{folder} cannot be scored: {error}") from None
    console = stdout_console()
    if as_json:
        rows = {"kinds": scores.rows(), "bindings": scores.binding_rows(), "below": below}
        console.print(json.dumps(rows, ensure_ascii=False), soft_wrap=True)
        return 1 if below else 0
    console.print(kinds_table(scores))
    if scores.bindings:
        console.print(bindings_table(scores))
    for miss in [m for m in scores.misses if kind in (None, m.kind)][:errors]:
        console.print(_miss(miss))
    for sentence in below:
        console.print(Text(sentence, "bold red"))
    return 1 if below else 0


def kinds_table(scores: Scores) -> Table:
    """Precision, recall and F1 of each measure by kind, in per cent."""
    table = Table(
        box=SIMPLE_HEAD, pad_edge=False, title=Text("P/R/F1 in per cent", "dim"), title_justify="left"
    )
    table.add_column("kind")
    table.add_column("gold", justify="right")
    table.add_column("found", justify="right")
    for measure in MEASURES:
        table.add_column(measure, justify="right", no_wrap=True)
    for row in scores.rows():
        cells = [f"{row[f'{m}_p']:.0f}/{row[f'{m}_r']:.0f}/[b]{row[f'{m}_f1']:.1f}[/b]" for m in MEASURES]
        table.add_row(
            Text(str(row["kind"]), "bold"), str(row["gold"]), str(row["got"]), *map(Text.from_markup, cells)
        )
    return table


def bindings_table(scores: Scores) -> Table:
    """How often fields and links are right where the gold says something about them."""
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("field or link", "right", "asked", "%"):
        table.add_column(name, justify="left" if name == "field or link" else "right")
    for row in scores.binding_rows():
        table.add_row(Text(str(row["field"])), str(row["right"]), str(row["asked"]), f"{row['percent']:.1f}")
    return table


def _miss(miss: Miss) -> Text:
    text = (
        Text(f"{miss.article} {miss.kind} ", "dim")
        .append(miss.what, "bold red")
        .append(f"  {miss.context}\n")
    )
    for name, said in (("gold", miss.gold), ("got", miss.got)):
        if said:
            text.append(f"    {name}: {said}\n", "dim")
    text.rstrip()
    return text
