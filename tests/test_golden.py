"""Every record of two whole articles, and the sample in outputs/, as they were when a person last read them.

Meant to change what is said? Run `just golden`, or NKCLAIMS_RENEW=1 pytest tests/test_golden.py, and read
the difference before you commit it. What made the records (version, digests of rules) is not compared.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from kit import CORPUS, ROOT, pipeline, records, run
from nkclaims.inputs.read import read
from nkclaims.model.article import Article
from nkclaims.outputs.jsonl import line

GOLDEN = ROOT / "tests" / "golden"
SAMPLE = ROOT / "outputs" / "nk-workers-retold" / "records.jsonl"
NAMES = ["nk-workers-retold", "rovers-accounts"]
RENEW = bool(os.environ.get("NKCLAIMS_RENEW"))


def without_maker(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "made_by"}


def rows_of(name: str) -> list[dict[str, Any]]:
    """The article's records; its id is its name, wherever the checkout lies."""
    [article] = read([CORPUS / f"{name}.txt"])
    assert isinstance(article, Article)
    article.id = article.source = name
    return [without_maker(json.loads(line(r))) for r in pipeline().extract_article(article).records()]


def as_lines(rows: list[dict[str, Any]]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def name_of(row: dict[str, Any]) -> str:
    return f"{row['record']} {row['id']}"


def compare(now: list[dict[str, Any]], kept: list[dict[str, Any]]) -> None:
    """Record by record, so that a failure shows the one that differs and not the whole article."""
    assert [name_of(row) for row in now] == [name_of(row) for row in kept]
    for ours, theirs in zip(now, kept, strict=True):
        assert ours == theirs, name_of(ours)


@pytest.mark.parametrize("name", NAMES)
def test_records_of_a_whole_article(name: str) -> None:
    path = GOLDEN / f"{name}.jsonl"
    now = rows_of(name)
    if RENEW:
        path.parent.mkdir(exist_ok=True)
        path.write_text(as_lines(now), "utf-8")
    compare(now, [json.loads(row) for row in path.read_text("utf-8").splitlines()])


def test_the_sample_is_what_the_command_of_the_readme_writes(tmp_path: Path) -> None:
    done = run(
        "extract", "corpus/nk-workers-retold.txt", "-o", SAMPLE.parent if RENEW else tmp_path, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr.decode()
    written = (SAMPLE.parent if RENEW else tmp_path) / "records.jsonl"
    now, kept = records(written.read_bytes()), records(SAMPLE.read_bytes())
    assert now[0]["made_by"].keys() == kept[0]["made_by"].keys()
    compare([without_maker(row) for row in now], [without_maker(row) for row in kept])
