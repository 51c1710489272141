"""Bad input through the command itself: what it says, how it ends, and that good documents are still read."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest

import nkclaims
from kit import of, records, run

GOOD = "The ministry paid 300 yuan to 62 workers in March 2024."
BAD_FILES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "no-text"),
    ("blank.txt", b" \n\t\n", "no-text"),
    ("binary.txt", bytes(range(256)) * 8, "binary"),
    ("latin.txt", "Ein Café für 60 Euro".encode("latin-1"), "encoding"),
    ("cut.txt", "60 €".encode()[:-1], "encoding"),
    ("broken.jsonl.gz", b"\x1f\x8b\x08 not gzip at all", "unreadable"),
]
BAD_LINES: list[tuple[str, bytes, str]] = [
    ("not JSON", b"{not json}", "bad-json"),
    ("cut off", b'{"id": "a", "text": "It cost', "bad-json"),
    ("an array", b'["text"]', "bad-json"),
    ("no text", b'{"id": "a"}', "no-text"),
    ("text is a number", b'{"id": "a", "text": 5}', "no-text"),
    ("text is empty", b'{"id": "a", "text": ""}', "no-text"),
    ("lone surrogate", b'{"id": "a", "text": "It cost \\ud83d 5"}', "encoding"),
    ("not UTF-8", b'{"id": "a", "text": "caf\xe9"}', "encoding"),
    ("deep", b'{"text": ' + b"[" * 100_000, "bad-json"),
]


def good(id: str) -> bytes:
    return json.dumps({"id": id, "text": GOOD, "published": "2025-10-30"}).encode()


@pytest.fixture(scope="module")
def expected() -> int:
    """How many claims the good document gives alone."""
    return len(of(records(run("extract", "-", stdin=GOOD.encode()).stdout), "claim"))


def test_bad_files_alone_end_with_2(tmp_path: Path) -> None:
    for name, data, _ in BAD_FILES:
        (tmp_path / name).write_bytes(data)
    done = run("extract", *(name for name, _, _ in BAD_FILES), cwd=tmp_path)
    assert done.returncode == 2 and b"Traceback" not in done.stderr
    rows = records(done.stdout)
    assert [(row["record"], row["source"], row["code"]) for row in rows] == [
        ("error", name, code) for name, _, code in BAD_FILES
    ]
    assert all(row["source"] in row["message"] for row in rows)


def test_bad_files_among_good_ones_stop_nothing(tmp_path: Path, expected: int) -> None:
    for name, data, _ in BAD_FILES:
        (tmp_path / name).write_bytes(data)
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    (tmp_path / "z.txt").write_text(GOOD, "utf-8")
    done = run("extract", ".", cwd=tmp_path)
    rows = records(done.stdout)
    assert done.returncode == 0
    assert {(row["source"].removeprefix("./"), row["code"]) for row in of(rows, "error")} == {
        (name, code) for name, _, code in BAD_FILES
    }
    assert len(of(rows, "article")) == 2 and len(of(rows, "claim")) == 2 * expected


def test_bad_lines_are_named_by_number_and_good_ones_are_read(expected: int) -> None:
    lines = [good("first")]
    for number, (_, line, _) in enumerate(BAD_LINES):
        lines += [line, good(f"good-{number}")]
    done = run("extract", "--input-format", "jsonl", "-", stdin=b"\n".join(lines) + b"\n")
    rows = records(done.stdout)
    assert done.returncode == 0
    wanted = [(2 * number + 2, code) for number, (_, _, code) in enumerate(BAD_LINES)]
    assert [(row["line"], row["code"]) for row in of(rows, "error")] == wanted
    assert all(f"line {row['line']}" in row["message"] for row in of(rows, "error"))
    assert len(of(rows, "article")) == len(BAD_LINES) + 1
    assert len(of(rows, "claim")) == (len(BAD_LINES) + 1) * expected


def test_bad_lines_alone_end_with_2() -> None:
    done = run("extract", "--input-format", "jsonl", "-", stdin=b"\n".join(line for _, line, _ in BAD_LINES))
    assert done.returncode == 2
    assert len(of(records(done.stdout), "error")) == len(BAD_LINES)


def test_a_text_of_50_megabytes_is_refused_at_once(tmp_path: Path, expected: int) -> None:
    (tmp_path / "long.txt").write_bytes(b"It cost 5 euros. " * 3_000_000)
    (tmp_path / "short.txt").write_text(GOOD, "utf-8")
    rows = records(run("extract", "long.txt", "short.txt", cwd=tmp_path).stdout)
    [error] = of(rows, "error")
    assert (error["code"], error["source"]) == ("too-long", "long.txt")
    assert "split it" in error["message"]
    assert len(of(rows, "claim")) == expected


def test_a_line_of_50_megabytes_is_refused_and_the_next_is_read(expected: int) -> None:
    long = b'{"id": "long", "text": "' + b"It cost 5 euros. " * 3_000_000 + b'"}'
    stdin = good("a") + b"\n" + long + b"\n" + good("b") + b"\n"
    rows = records(run("extract", "--input-format", "jsonl", "-", stdin=stdin).stdout)
    assert [(row["line"], row["code"]) for row in of(rows, "error")] == [(2, "too-long")]
    assert len(of(rows, "claim")) == 2 * expected


def test_ten_megabytes_without_a_number_and_without_a_line_break_are_read(expected: int) -> None:
    filler = "x" * 99 + " "
    text = filler * 50_000 + GOOD + " " + filler * 50_000
    stdin = json.dumps({"id": "long", "text": text}).encode() + b"\n" + good("next") + b"\n"
    assert len(stdin) > 10_000_000
    rows = records(run("extract", "--input-format", "jsonl", "-", stdin=stdin).stdout)
    assert of(rows, "error") == []
    for claim in of(rows, "claim"):
        if claim["article"] == "long":
            assert text[claim["quote"]["start"] : claim["quote"]["end"]] == claim["quote"]["text"]
    assert len(of(rows, "claim")) == 2 * expected


@pytest.mark.parametrize("day", ["yesterday", "2025-02-30", "30/10/2025"])
def test_a_bad_publication_date_is_wrong_usage(day: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, "utf-8")
    done = run("extract", "a.txt", "--published", day, cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == b""
    said = done.stderr.decode()
    assert "publication date" in said and "2025-10-30" in said and "Traceback" not in said


def test_a_bad_date_in_a_line_is_reported_and_the_line_is_read(expected: int) -> None:
    line = json.dumps({"id": "a", "text": GOOD, "published": "last week"}).encode()
    rows = records(run("extract", "--input-format", "jsonl", "-", stdin=line).stdout)
    assert [(row["line"], row["code"]) for row in of(rows, "error")] == [(1, "bad-date")]
    assert len(of(rows, "claim")) == expected


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere.txt"], "does not exist"),
        (["--rules", "nowhere", "-"], "no such folder"),
        (["--input-format", "word", "-"], "input-format"),
        (["--no-such-option"], "no-such-option"),
    ],
)
def test_wrong_usage_says_what_and_ends_with_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run("extract", *arguments, stdin=GOOD.encode(), cwd=tmp_path)
    assert done.returncode == 2 and done.stdout == b""
    assert said in done.stderr.decode() and b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "text",
    ["$5, " * 4000, "5 " + "million " * 20_000, "It rose 1.50% 2.25% " * 2000, "1;" * 20_000],
    ids=["amounts", "scale words", "shares", "list"],
)
def test_a_list_of_thousands_in_one_sentence_takes_time_by_its_length(text: str) -> None:
    nlp = nkclaims.load()
    started = process_time()
    result = nlp.extract(text)
    assert process_time() - started < 20  # minutes, where every number is compared with every other
    assert all(text[c.quote.start : c.quote.end] == c.quote.text for c in result.claims)


@pytest.mark.parametrize("figures", [61, 5_000, 60_000])
def test_a_run_of_figures_that_is_no_number_harms_no_other_claim(figures: int) -> None:
    text = f"Women over {'9' * figures} paid {'8' * figures} dollars and 5 euros."
    assert [c.quote.text for c in nkclaims.load().extract(text).claims if c.kind == "money"] == ["5 euros"]


def test_nothing_in_an_id_or_a_text_is_obeyed_by_a_terminal() -> None:
    row = {"id": "a\x1b[31m", "text": "Costs\x1b[2J doubled from 4 euros to 9 \x07euros."}
    done = run("check", "--input-format", "jsonl", "-", stdin=json.dumps(row).encode())
    assert b"\x1b" not in done.stdout and b"\x07" not in done.stdout
