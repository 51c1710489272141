"""The command as a user runs it: what is written, exit codes, errors as one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from nkclaims import cli

RIGHT = "Fees doubled from 4 to 8 euros."
WRONG = "Fees doubled from 40 euros to 90 euros."


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def command(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["nkclaims", *words])
        monkeypatch.setenv("COLUMNS", "120")
        with pytest.raises(SystemExit) as stopped:
            cli.main()
        out, err = capsys.readouterr()
        return int(stopped.value.code or 0), out, err

    return command


@pytest.fixture
def article(tmp_path: Path) -> Any:
    def write(text: str, name: str = "a.txt") -> str:
        (tmp_path / name).write_text(text, "utf-8")
        return str(tmp_path / name)

    return write


@pytest.mark.parametrize(("text", "code"), [(RIGHT, 0), (WRONG, 1)])
def test_exit_codes(run: Any, article: Any, text: str, code: int) -> None:
    for command in ("extract", "check"):
        assert run(command, article(text))[0] == code


def test_records_come_in_order(run: Any, article: Any, tmp_path: Path) -> None:
    path = article(WRONG)
    code, out, err = run("extract", path)
    records = [json.loads(line) for line in out.splitlines()]
    kinds = [record["record"] for record in records]
    assert (
        kinds[0] == "article"
        and kinds == sorted(kinds, key=["article", "claim", "finding"].index)
        and not err
    )
    assert run("extract", path, "-o", str(tmp_path / "out"))[:2] == (code, "")
    assert (tmp_path / "out" / "records.jsonl").read_text("utf-8") == out


def test_one_bad_document_stops_nothing(run: Any, article: Any) -> None:
    lines = article(
        '{"id":"a","text":"It cost 5 euros."}\n{"id":\n{"id":"c","text":"It cost 6 euros."}\n', "a.jsonl"
    )
    code, out, _ = run("extract", lines)
    records = [json.loads(line) for line in out.splitlines()]
    assert code == 0 and [r["line"] for r in records if r["record"] == "error"] == [2]
    assert [r["id"] for r in records if r["record"] == "article"] == ["a", "c"]


def test_a_run_of_nothing_but_errors_is_an_error(run: Any, article: Any) -> None:
    code, _, err = run("check", article("", "empty.txt"))
    assert code == 2 and err.count("\n") == 1 and "empty" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract", "no-such-file"), "no-such-file does not exist"),
        (("extract", "--format", "xml"), "'xml' is not one of"),
        (("extract", "--published", "soon", "x"), "'soon'"),
        (("extract", "--format", "parquet", "-"), "-o DIR"),
        (("extract", "--format", "table", "-o", "d", "-"), "-o"),
        (("explain", " "), "nothing to explain"),
        (("explain", "no-such.txt:5"), "does not exist"),
        (("rules", "list", "--rules", "no-such-folder"), "no-such-folder"),
        (("rules", "new", "Bad Id"), "rule id"),
        (("rates", "import", "no-such.csv"), "no-such.csv"),
        (("score", "tests"), "manifest.jsonl"),
        (("bench", "--corpus", "no-such-folder"), "no-such-folder"),
        (("nosuch",), "no such command"),
    ],
)
def test_an_error_is_one_sentence(run: Any, words: tuple[str, ...], said: str) -> None:
    code, out, err = run(*words)
    assert (code, out) == (2, "") and err.startswith("nkclaims: ") and err.count("\n") == 1 and said in err


def test_check_shows_worst_first_with_the_working(run: Any, article: Any) -> None:
    code, out, _ = run("check", article(f"{RIGHT} {WRONG}"))
    assert code == 1 and 0 <= out.index("✗") < out.index("✓") and "90 / 40 = 2.25" in out
    assert "numbers stood in a check" in out


def test_the_table_says_values_in_words(run: Any, article: Any) -> None:
    _, out, _ = run(
        "extract", "--format", "table", article("Pay is between 300 and 700 yuan a month.", "b.txt")
    )
    assert "300 to 700 CNY a month" in out


def test_parquet_holds_what_the_lines_hold(run: Any, article: Any, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    path = article(f"{WRONG} It happened in Dandong on 3 May 2024, for 1.5 per cent.")
    _, out, _ = run("extract", path, "--published", "2024-06-01")
    run("extract", path, "--published", "2024-06-01", "--format", "parquet", "-o", str(tmp_path))
    wanted = [json.loads(line) for line in out.splitlines()]
    for word, name in (
        ("article", "articles"),
        ("claim", "claims"),
        ("finding", "findings"),
        ("error", "errors"),
    ):
        rows = pq.read_table(tmp_path / f"{name}.parquet").to_pylist()
        lines = [
            {k: v for k, v in record.items() if k != "record"}
            for record in wanted
            if record["record"] == word
        ]
        for row in rows:
            if word == "claim":
                kinds = [
                    k
                    for k in ("money", "percentage", "quantity", "date", "place", "event", "change")
                    if row[k]
                ]
                assert kinds == [row["kind"]]
                row["value"] = row[row["kind"]]
                for kind in ("money", "percentage", "quantity", "date", "place", "event", "change"):
                    del row[kind]
                row["clues"] = json.loads(row["clues"])
        assert rows == lines


def test_a_new_rule_of_every_kind_holds_at_once(run: Any, tmp_path: Path) -> None:
    folder = str(tmp_path / "mine")
    for kind in ("quantity", "percentage", "money", "date", "event", "change"):
        assert run("rules", "new", f"{kind}.marbles", "--kind", kind, "--rules", folder)[0] == 0
    code, out, _ = run("rules", "test", "--rules", folder)
    assert code == 0 and "marbles" not in out
    assert run("rules", "new", "quantity.marbles", "--rules", folder)[0] == 2
    assert run("rules", "new", "place.marbles", "--kind", "place", "--rules", folder)[0] == 2


def test_lists(run: Any) -> None:
    assert "money.amount-name" in run("rules", "list")[1]
    assert "KPW" in run("rates", "status", "kpw")[1] and run("rates", "status", "XQX")[0] == 1
    assert "sha256" in run("sources")[1]


def test_a_broken_rule_is_told_and_the_run_goes_on(run: Any, article: Any, tmp_path: Path) -> None:
    assert run("rules", "new", "money.marbles", "--rules", str(tmp_path))[0] == 0
    path = tmp_path / "money_marbles.toml"
    path.write_text(path.read_text("utf-8").replace("{amount:number}", "{amount:nosuch}"), "utf-8")
    code, out, err = run("extract", article(RIGHT), "--rules", str(tmp_path))
    assert code == 0 and '"record":"claim"' in out
    assert "money_marbles.toml:7: money.marbles pattern" in err and "left out" in err


def test_a_list_of_rules_in_a_pipe_is_a_rule_a_line(run: Any) -> None:
    rows = [line.split("\t") for line in run("rules", "list")[1].splitlines()]
    assert {len(row) for row in rows} == {5} and all("." in row[0] for row in rows)


def test_report_writes_a_page(run: Any, article: Any, tmp_path: Path) -> None:
    assert run("report", article(WRONG), "-o", str(tmp_path / "p.html"))[:2] == (1, "")
    assert (tmp_path / "p.html").read_text("utf-8").startswith("<!doctype html>")


def test_a_reader_that_goes_away_is_no_error(article: Any) -> None:
    lines = article(f'{{"text":"{WRONG}"}}\n' * 300, "a.jsonl")
    command = f"{sys.executable} -c 'from nkclaims.cli import main; main()' extract {lines} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1 and done.stderr == ""


def test_help_imports_nothing_heavy() -> None:
    code = """import sys
try:
    from nkclaims.cli import main
    main()
except SystemExit:
    pass
print([m for m in ("spacy", "numpy", "pydantic", "nkclaims.engine") if m in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code, "--help"],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "COLUMNS": "80"},
    )
    assert done.stdout.splitlines()[-1] == "[]"
