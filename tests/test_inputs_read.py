"""Files, directories and standard input: every kind, and every trouble."""

from __future__ import annotations

import gzip
import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkclaims.inputs.read as reading
from input_kit import TEXT, article, error, from_file, line
from nkclaims.errors import InputError
from nkclaims.inputs.read import read, sniff
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord


def test_standard_input_is_the_processs_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    (found,) = read(["-"])
    assert article(found).text == TEXT


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (TEXT.encode(), TEXT),
        ("60 €\r\n".encode(), "60 €\r\n"),
        (b"\xef\xbb\xbf60", "\ufeff60"),
        ("60 €".encode("utf-16"), "60 €"),
        (b"\xfe\xff" + "60 €".encode("utf-16-be"), "60 €"),
        ("60 €".encode("utf-32"), "60 €"),
    ],
)
def test_a_text_file_is_read_as_it_is(tmp_path: Path, data: bytes, text: str) -> None:
    found = article(from_file(tmp_path, "a.txt", data))
    assert found.text == text
    assert found.id == found.source == str(tmp_path / "a.txt")


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"", "no-text", "empty"),
        (b" \n\t", "no-text", "no text"),
        (b"\x89PNG\r\n\0\0\0", "binary", "zero bytes"),
        ("Prices rose".encode("utf-16-le"), "binary", "byte order mark"),
        (b"60 \x80", "encoding", "0x80 at position 3"),
        (b"\xff\xfe6", "encoding", "UTF-16"),
        (b"\xff\xfe\x00\xd8", "encoding", "UTF-16"),
    ],
)
def test_a_file_that_cannot_be_used_is_reported(tmp_path: Path, data: bytes, code: str, says: str) -> None:
    trouble = error(from_file(tmp_path, "a.txt", data))
    assert trouble.code == code
    assert says in trouble.message
    assert str(tmp_path / "a.txt") in trouble.message
    assert trouble.source == trouble.article == str(tmp_path / "a.txt")


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jsonl.gz", "ndjson.gz"])
def test_a_file_of_lines(tmp_path: Path, suffix: str) -> None:
    data = line(id="a", text=TEXT) + b"{\n" + line(text=TEXT)
    path = tmp_path / f"wire.{suffix}"
    path.write_bytes(gzip.compress(data) if suffix.endswith("gz") else data)
    one, trouble, three = read([path])
    assert article(one).id == "a"
    assert (error(trouble).line, error(trouble).source) == (2, str(path))
    assert article(three).id == f"{path}:3"  # a file's path names only one article


def test_a_packed_file_that_breaks_off(tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl.gz"
    path.write_bytes(gzip.compress(line(text=TEXT) * 5_000, 0)[:-2_000])
    (tmp_path / "x.jsonl.gz").write_bytes(b"not packed")
    found = list(read([tmp_path]))
    assert {error(one).code for one in found if isinstance(one, ErrorRecord)} == {"unreadable"}
    assert sum(isinstance(one, ErrorRecord) for one in found) == 2
    assert len(found) > 1_000


def test_a_directory_is_walked_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.TXT", "a/1.txt", "a/3.md", ".hidden/x.txt", ".y.txt", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(line(id=name, text=TEXT))
    found = [one.id.removeprefix(f"{tmp_path}/") for one in map(article, read([tmp_path]))]
    assert found == ["b.txt", "c.jsonl", "a/1.txt", "a/2.TXT"]
    only_lines = [one.id for one in map(article, read([tmp_path], input_format="jsonl"))]
    assert only_lines == ["c.jsonl"]


def test_what_stands_beside_a_corpus_is_passed_over(tmp_path: Path) -> None:
    for name in ("a.txt", "a.gold.jsonl", "manifest.jsonl"):
        (tmp_path / name).write_text("Prices rose by 3 percent.", "utf-8")
    assert [record.source for record in read([tmp_path])] == [str(tmp_path / "a.txt")]


def test_paths_stay_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT)
    assert [article(one).id for one in read(["./a.txt", "a.txt", "."])] == ["./a.txt", "a.txt", "./a.txt"]


def test_one_bad_file_does_not_stop_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xff")
    (tmp_path / "b.txt").write_text(TEXT)
    assert [type(one) for one in read([tmp_path])] == [ErrorRecord, Article]


def test_wrong_usage_is_told_before_anything_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "empty").mkdir()
    with pytest.raises(InputError, match="does not exist"):
        read([tmp_path / "a.txt", tmp_path / "missing.txt"])
    with pytest.raises(InputError, match="holds no file to read"):
        read([tmp_path / "empty"])
    with pytest.raises(InputError, match=r"\.jsonl"):
        read([tmp_path], input_format="jsonl")
    with pytest.raises(InputError, match="no input"):
        read([])
    with pytest.raises(InputError, match="publication date"):
        read([tmp_path], published="yesterday")
    with pytest.raises(InputError, match="input format"):
        read([tmp_path], input_format="word")  # type: ignore[arg-type]
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    with pytest.raises(InputError, match="cannot be read"):
        read([tmp_path / "dangling.txt"])


def test_a_link_that_leads_nowhere_inside_a_directory_is_reported(tmp_path: Path) -> None:
    (tmp_path / "dangling.txt").symlink_to(tmp_path / "nowhere")
    (found,) = read([tmp_path])
    assert error(found).code == "unreadable"


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (b"%PDF-1.4\n", "pdf"),
        (b"\n<!doctype HTML>", "html"),
        (b"<?xml version='1.0'?><html>", "html"),
        (b"\xef\xbb\xbf<html lang=en>", "html"),
        (b'{"id": "a"}', "jsonl"),
        (b"{we} rose", "text"),
        (b"<3 this", "text"),
        (b"", "text"),
    ],
)
def test_what_standard_input_looks_like(head: bytes, form: str) -> None:
    assert sniff(head) == form


def test_standard_input_is_told_by_its_first_bytes_and_read_from_its_first() -> None:
    data = line(id="a", text=TEXT + "x" * 10_000) + line(id="b", text=TEXT)
    found = [article(one) for one in read(["-"], stdin=io.BytesIO(data))]
    assert [one.id for one in found] == ["a", "b"]
    assert found[0].text == TEXT + "x" * 10_000
    text = f"{TEXT}\n{'x' * 10_000}\n"
    assert [article(one).text for one in read(["-"], stdin=io.BytesIO(text.encode()))] == [text]


def test_blank_lines_before_the_first_hide_nothing() -> None:
    data = b"\n \r\n" + line(id="a", text=TEXT) + line(id="b", text=TEXT)
    found = [article(one) for one in read(["-"], stdin=io.BytesIO(data))]
    assert [(one.id, one.line) for one in found] == [("a", 3), ("b", 4)]
    blank = b"\n" * 5_000 + TEXT.encode()
    assert [article(one).text for one in read(["-"], stdin=io.BytesIO(blank))] == [blank.decode()]


def test_a_files_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    (found,) = read([tmp_path])
    assert article(found).id == f"{tmp_path}/caf\ufffd.txt"


def test_an_ending_unknown_is_told_by_the_first_bytes(tmp_path: Path) -> None:
    assert article(from_file(tmp_path, "wire", line(id="a", text=TEXT))).id == "a"
    assert article(from_file(tmp_path, "story.md", TEXT.encode())).text == TEXT


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["auto", "text"]))
def test_any_bytes_of_standard_input_give_an_article_or_an_error(
    data: bytes, form: reading.InputFormat
) -> None:
    found = list(read(["-"], stdin=io.BytesIO(data), input_format=form))
    assert found
    for one in found:
        assert isinstance(one, ErrorRecord) or one.text.encode("utf-8")
