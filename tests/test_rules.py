"""Every example and reject of every rule file is a case of its own; and what lint says of broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkclaims.commands.rules import reader
from nkclaims.engine import Pipeline, load
from nkclaims.rules.book import rule_book
from nkclaims.rules.examples import Case, agrees, cases, run_case, run_examples
from nkclaims.rules.lint import lint
from nkclaims.rules.load import shipped_folder

CASES = list(cases(rule_book(()).rules))


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rule(case: Case, pipeline: Pipeline) -> None:
    failure = run_case(case, reader(pipeline))
    assert failure is None, str(failure)


def test_shipped_rules_have_nothing_wrong() -> None:
    assert lint(rule_book(()), [shipped_folder()]) == []


RULE = """[[rule]]
id = "quantity.marbles"
why = "marbles"
kind = "quantity"
pattern = "{pattern}"
examples = ["{example}"]
rejects = ["{reject}"]
"""


def write(folder: Path, pattern: str, example: str, reject: str = "no such words") -> Pipeline:
    text = RULE.replace("{pattern}", pattern).replace("{example}", example).replace("{reject}", reject)
    (folder / "marbles.toml").write_text(text, "utf-8")
    return load(rules=[folder])


@pytest.mark.parametrize(
    ("example", "reject", "reason"),
    [
        ("[[the toy]] cost 30 marbles", "none", "must give"),
        ("the toy cost [[30 marbles]]", "the toy cost 40 marbles", "must give no claim"),
    ],
)
def test_a_case_that_does_not_hold_says_why(tmp_path: Path, example: str, reject: str, reason: str) -> None:
    pipeline = write(tmp_path, "{amount:int} marbles", example, reject)
    mine = [f for f in run_examples(pipeline.book, reader(pipeline)) if f.case.rule.id == "quantity.marbles"]
    assert (
        len(mine) == 1 and reason in mine[0].reason and str(mine[0]).startswith(f"{tmp_path}/marbles.toml:1:")
    )


@pytest.mark.parametrize(
    ("pattern", "example", "reject", "key", "line"),
    [
        ("{amount:nosuch} marbles", "[[30 marbles]]", "x", "pattern", 5),
        ("{amount:int} marbles", "30 marbles", "x", "rule", 1),
        ("{amount:int} marbles", "[[30 marbles", "x", "rule", 1),
        ("{amount:int} marbles", "[[30 marbles]]", "30 marbles", "rejects", 7),
        ("{amount:int} marbles", "[[30 marbles]]", "[[x]]", "rejects", 7),
    ],
)
def test_lint_names_file_line_and_key(
    tmp_path: Path, pattern: str, example: str, reject: str, key: str, line: int
) -> None:
    pipeline = write(tmp_path, pattern, example, reject)
    found = [p for p in lint(pipeline.book, [tmp_path]) if p.file.endswith("marbles.toml")]
    assert [(p.line, p.key.split()[-1]) for p in found] == [(line, key)]


def test_values_agree_as_decimals() -> None:
    from decimal import Decimal

    assert agrees(Decimal("0.2"), 0.2) and agrees(Decimal("4E+3"), 4000)
    assert not agrees(Decimal("0.2"), 0.21) and not agrees(True, 1) and not agrees(None, 0)
