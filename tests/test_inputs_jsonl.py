"""JSON lines: every kind of line and of trouble, and flat memory."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkclaims.inputs.decode as decoding
import nkclaims.inputs.jsonl as jsonl
import nkclaims.inputs.read as reading
from input_kit import TEXT, article, error, from_file, from_lines, line
from nkclaims.inputs.read import read
from nkclaims.inputs.seen_ids import SeenIds
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord


def test_a_line_gives_an_article() -> None:
    found = from_lines(
        line(id="a1", text=TEXT, title="T", published="2024-05-03", url="https://example.org/a", extra=[1])
        + b"\n \r\n"
        + line(url="https://example.org/b", text=TEXT)
        + line(text="abc")
        + line(id=7, text=TEXT, title=None, published="").rstrip()
    )
    one, two, three, four = map(article, found)
    assert (one.id, one.text, one.title, one.published, one.published_by, one.line) == (
        *("a1", TEXT, "T", "2024-05-03", "given"),
        1,
    )
    assert (two.id, two.line, two.published) == ("https://example.org/b", 4, None)
    assert three.id == "ba7816bf8f01cfea"
    assert (four.id, four.source) == ("7", "-")


@pytest.mark.parametrize(
    ("data", "code", "says"),
    [
        (b"{not json}\n", "bad-json", "column 2"),
        (b'{"text": "cut off\n', "bad-json", "not JSON"),
        (b"[1, 2]\n", "bad-json", "an array"),
        (b'"text"\n', "bad-json", "a string"),
        (b"null\n", "bad-json", "null"),
        (b"[" * 100_000 + b"\n", "bad-json", "RecursionError"),
        (b'{"text": ' + b"9" * 10_000 + b"}\n", "bad-json", "ValueError"),
        (b"{}\n", "no-text", 'no "text"'),
        (b'{"text": null}\n', "no-text", 'no "text"'),
        (b'{"text": ""}\n', "no-text", "no text"),
        (b'{"text": " \\n\\ufeff"}\n', "no-text", "no text"),
        (b'{"text": 5}\n', "no-text", "a number"),
        (b'{"text": ["a"]}\n', "no-text", "an array"),
        (b'{"text": "a \\ud800 b"}\n', "encoding", "U+D800"),
        (b'{"text": "60 \x80"}\n', "encoding", "0x80"),
    ],
)
def test_a_line_that_cannot_be_used_is_reported_and_the_next_is_read(
    data: bytes, code: str, says: str
) -> None:
    found = from_lines(line(text=TEXT) + data + line(text=TEXT))
    assert [type(one) for one in found] == [Article, ErrorRecord, Article]
    trouble = error(found[1])
    assert (trouble.code, trouble.line, trouble.source) == (code, 2, "-")
    assert says in trouble.message
    assert "standard input, line 2" in trouble.message


def test_the_second_document_of_an_id_is_read_and_reported() -> None:
    found = from_lines(
        line(id="a", text=TEXT) + line(id="b", text=TEXT) + line(id="a", text=TEXT) + line(id="c", text=TEXT)
    )
    assert [type(one) for one in found] == [Article, Article, ErrorRecord, Article, Article]
    trouble = error(found[2])
    assert (trouble.code, trouble.line, trouble.article) == ("duplicate-id", 3, "a")
    assert "line 3" in trouble.message and "its own id" in trouble.message
    assert [article(one).id for one in found if isinstance(one, Article)] == ["a", "b", "a", "c"]


def test_an_id_of_another_file_of_the_run_is_reported_too(tmp_path: Path) -> None:
    for name in ("one.jsonl", "two.jsonl"):
        (tmp_path / name).write_bytes(line(id="a", text=TEXT))
    found = list(read([tmp_path / "one.jsonl", tmp_path / "two.jsonl"]))
    assert [type(one) for one in found] == [Article, ErrorRecord, Article]


def test_ids_seen_take_no_memory_of_their_own_and_are_never_mistaken() -> None:
    seen = SeenIds(slots=64)
    assert not any(seen.again(f"id {n}") for n in range(5_000))
    assert seen.again("id 4999")
    wide = SeenIds()
    assert not any(wide.again(f"id {n}") for n in range(100_000))
    assert all(wide.again(f"id {n}") for n in range(100_000))


@pytest.mark.parametrize("published", ["3 May 2024", "2024-02-30", 20240503, ["2024-05-03"], "0024-05-03"])
def test_a_bad_date_is_reported_and_the_document_read_without_it(published: object) -> None:
    trouble, found = from_lines(line(id="a", text=TEXT, published=published))
    assert error(trouble).code == "bad-date"
    assert (error(trouble).article, error(trouble).line) == ("a", 1)
    assert (article(found).published, article(found).published_by) == (None, "none")


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"id": ["a"]}, "bad-field"),
        ({"id": True}, "bad-field"),
        ({"title": 5}, "bad-field"),
        ({"url": {}}, "bad-field"),
        ({"id": "\ud800"}, "encoding"),
        ({"title": "a \udfff"}, "encoding"),
    ],
)
def test_a_field_that_cannot_be_used_is_reported_and_passed_over(
    fields: dict[str, object], code: str
) -> None:
    trouble, found = from_lines(line(text="abc", **fields))
    assert (error(trouble).code, error(trouble).article) == (code, "ba7816bf8f01cfea")
    assert (article(found).id, article(found).title) == ("ba7816bf8f01cfea", None)


def test_an_error_names_the_article_where_it_can() -> None:
    (trouble,) = from_lines(line(id="a", text=""))
    assert error(trouble).article == "a"


def test_the_date_of_all_yields_to_a_lines_own() -> None:
    found = from_lines(line(text=TEXT) + line(text=TEXT, published="2020-01-01"), published="2024-05-03")
    assert [article(one).published for one in found] == ["2024-05-03", "2020-01-01"]


def test_text_from_json_is_exactly_as_given() -> None:
    text = "\ufeffA\r\nb\u2028c\u00a0\u200b\x00 😀 e\u0301"
    (found,) = from_lines(line(text=text))
    assert article(found).text == text


def test_a_mark_before_the_first_line_is_no_trouble() -> None:
    (found,) = from_lines(b"\xef\xbb\xbf" + line(id="a", text=TEXT))
    assert article(found).id == "a"


def test_a_line_over_the_limit_is_passed_over_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_BYTES", 100)
    monkeypatch.setattr(jsonl, "_CHUNK", 7)
    found = from_lines(line(id="a", text="x" * 300) + line(id="b", text=TEXT) + line(text="y" * 300).rstrip())
    assert [(one.code, one.line) for one in found if isinstance(one, ErrorRecord)] == [
        ("too-long", 1),
        ("too-long", 3),
    ]
    assert article(found[1]).id == "b"


def test_a_text_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(decoding, "MOST_CHARACTERS", 50)
    (trouble,) = from_lines(line(id="a", text="x" * 51))
    assert (error(trouble).code, error(trouble).article, error(trouble).line) == ("too-long", "a", 1)
    assert error(from_file(tmp_path, "a.txt", b"x" * 51)).code == "too-long"
    assert article(from_file(tmp_path, "b.txt", b"x" * 50)).text == "x" * 50
    monkeypatch.setattr(reading, "MOST_BYTES", 20)
    assert error(from_file(tmp_path, "c.txt", b"x" * 21)).code == "too-long"


def test_a_line_of_ten_megabytes_is_read() -> None:
    (found,) = from_lines(line(id="a", text="Prices rose. " * 800_000))
    assert len(article(found).text) > 10_000_000
    assert {part.section for part in article(found).parts} == {"body"}


class Endless:
    """A stream that makes its lines when asked, and knows how many it made."""

    def __init__(self, lines: int) -> None:
        self.left, self.made = lines, 0

    def readline(self, size: int = -1, /) -> bytes:
        if self.left == 0:
            return b""
        self.left -= 1
        self.made += 1
        return line(id=str(self.made), text=f"{TEXT} {self.made} " + "x" * 2000)


def test_a_stream_is_read_a_line_at_a_time() -> None:
    stream = Endless(10_000)
    records = read(["-"], input_format="jsonl", stdin=stream)  # type: ignore[arg-type]
    assert stream.made == 0
    for number in range(1, 6):
        assert article(next(records)).id == str(number)
        assert stream.made == number


def test_memory_stays_flat_over_a_long_stream() -> None:
    stream = Endless(3_000)
    records = read(["-"], input_format="jsonl", stdin=stream)  # type: ignore[arg-type]
    for _ in range(100):
        next(records)
    tracemalloc.start()
    try:
        assert sum(1 for _ in records) == 2_900
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 300_000  # the stream holds seven megabytes


def test_lines_in_utf16_are_told_once() -> None:
    (trouble,) = from_lines((line(text=TEXT) * 3).decode().encode("utf-16"))
    assert (error(trouble).code, error(trouble).line) == ("encoding", 1)


def test_records_of_our_own_are_no_articles() -> None:
    record = error(*from_lines(b'{"record":"article","id":"a"}\n' * 3))
    assert "holds records that nkclaims wrote" in record.message


def test_a_stream_without_lines_gives_nothing() -> None:
    assert from_lines(b"") == from_lines(b"\n \n") == []


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=60), st.just(line(text=TEXT).rstrip())), max_size=8))
def test_any_bytes_give_a_record_a_line(rows: list[bytes]) -> None:
    rows = [row.replace(b"\n", b" ") for row in rows]
    found = from_lines(b"\n".join(rows))
    numbers = [one.line for one in found]
    assert numbers == [number for number, row in enumerate(rows, 1) if row.strip()]
