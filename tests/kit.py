"""What several tests share: the corpus, the pipeline made once, the command as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

from nkclaims.engine import Pipeline, load
from nkclaims.model.claims import NUMBER_KINDS

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
ARTICLES = sorted(path.stem for path in CORPUS.glob("*.txt"))


@cache
def pipeline() -> Pipeline:
    """nkclaims, loaded once for all tests."""
    return load()


def said(text: str) -> list[tuple[str, Any, Any, str | None]]:
    """(quote, low, high, currency or unit) of every number."""
    found = pipeline().extract(text, published="2025-03-14").claims
    return [
        (
            c.quote.text,
            None if c.value.low is None else float(c.value.low),
            None if c.value.high is None else float(c.value.high),
            getattr(c.value, "currency", None) or getattr(c.value, "unit", None),
        )
        for c in found
        if c.kind in NUMBER_KINDS
    ]


def text_of(name: str) -> str:
    """The text of a corpus article, its line ends as they are."""
    return (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")


def run(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    """The command, run as a user runs it, in a process of its own."""
    code = "from nkclaims.cli import main; main()"
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, cwd=cwd, check=False)


def records(output: bytes) -> list[dict[str, Any]]:
    """Standard output, line by line; each line must be one JSON object."""
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def of(rows: Iterable[dict[str, Any]], record: str) -> list[dict[str, Any]]:
    """The rows of one kind of record."""
    return [row for row in rows if row["record"] == record]
