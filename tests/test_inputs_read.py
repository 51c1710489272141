"""Bytes -> articles and error records: every kind of file, of line, and of trouble; and flat memory."""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nkclaims.inputs.decode as decoding
import nkclaims.inputs.jsonl as jsonl
import nkclaims.inputs.read as reading
from nkclaims.errors import InputError
from nkclaims.inputs.read import read, sniff
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord

TEXT = "Prices rose by 3 percent."


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def from_lines(data: bytes, published: str | None = None) -> list[Article | ErrorRecord]:
    return list(read(["-"], input_format="jsonl", stdin=io.BytesIO(data), published=published))


def from_file(tmp_path: Path, name: str, data: bytes) -> Article | ErrorRecord:
    (tmp_path / name).write_bytes(data)
    (found,) = read([tmp_path / name])
    return found


def error(found: Article | ErrorRecord) -> ErrorRecord:
    assert isinstance(found, ErrorRecord)
    return found


def article(found: Article | ErrorRecord) -> Article:
    assert isinstance(found, Article)
    return found


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


def test_lines_in_utf16_are_told_once() -> None:
    (trouble,) = from_lines((line(text=TEXT) * 3).decode().encode("utf-16"))
    assert (error(trouble).code, error(trouble).line) == ("encoding", 1)


def test_a_stream_without_lines_gives_nothing() -> None:
    assert from_lines(b"") == from_lines(b"\n \n") == []


def test_a_files_name_that_is_not_utf8_can_be_written(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(TEXT)
    (found,) = read([tmp_path])
    assert article(found).id == f"{tmp_path}/caf\ufffd.txt"


def test_an_ending_unknown_is_told_by_the_first_bytes(tmp_path: Path) -> None:
    assert article(from_file(tmp_path, "wire", line(id="a", text=TEXT))).id == "a"
    assert article(from_file(tmp_path, "story.md", TEXT.encode())).text == TEXT


HTML = f"""<!DOCTYPE html><html lang="en"><head><title>Harbour vote put off again | Isles Press</title>
<meta property="og:title" content="Harbour vote put off again">
<meta property="article:published_time" content="2024-04-17T09:05:00+01:00">
<link rel="canonical" href="https://example.org/2024/04/17/vote"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Harbour vote put off again</h1>
<p>{"The harbour board met on Friday and put off the vote for a third time, its chairman said. " * 2}</p>
<p>{"Fishing crews from three villages had waited since the morning for an answer to their letter. " * 3}</p>
<p>Some 1,200 people live from the 62 boats, and the pier earned £4.5 million in 2023, a report says.</p>
</article><footer>© 2024 Isles Press</footer></body></html>"""


def test_a_web_page(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    found = article(from_file(tmp_path, "a.html", HTML.encode()))
    assert "£4.5 million" in found.text
    assert found.title == "Harbour vote put off again"
    assert (found.published, found.published_by) == ("2024-04-17", "header")
    assert found.id == "https://example.org/2024/04/17/vote"
    (given,) = read(["-"], stdin=io.BytesIO(HTML.encode()), published="2024-05-01")
    assert (article(given).published, article(given).published_by) == ("2024-05-01", "given")


def test_a_web_page_without_an_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    assert error(from_file(tmp_path, "a.html", b"<html><body></body></html>")).code == "no-text"


def pdf(
    *, text: str = "Prices rose by 3 percent.", title: str = "Prices", made: str = "D:20240417090500Z"
) -> bytes:
    """A PDF of one page, by hand: the tests need no library that writes them."""
    shown = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET" if text else ""
    bodies = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(shown)}>>stream\n{shown}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Title({title})/CreationDate({made})>>",
    ]
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += f"{number} 0 obj{body}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer<</Size 7/Root 1 0 R/Info 6 0 R>>\nstartxref\n{len(out)}\n%%EOF"
    return f"{out}xref\n0 7\n0000000000 65535 f \n{table}{end}".encode("latin-1")


def test_a_pdf(tmp_path: Path) -> None:
    pytest.importorskip("pypdf")
    found = article(from_file(tmp_path, "a.pdf", pdf()))
    assert found.text == TEXT
    assert (found.title, found.published, found.published_by) == ("Prices", "2024-04-17", "header")
    assert article(from_file(tmp_path, "b.pdf", pdf(title="Microsoft Word - final.docx"))).title is None
    assert article(from_file(tmp_path, "c.pdf", pdf(made="yesterday"))).published is None


@pytest.mark.parametrize(
    ("data", "code"),
    [(pdf(text=""), "no-text"), (b"%PDF-1.4\nnothing", "unreadable"), (b"text", "unreadable")],
)
def test_a_pdf_that_cannot_be_used(tmp_path: Path, data: bytes, code: str) -> None:
    pytest.importorskip("pypdf")
    assert error(from_file(tmp_path, "a.pdf", data)).code == code


@pytest.mark.parametrize(("name", "extra"), [("a.html", "html"), ("a.pdf", "pdf")])
def test_a_missing_extra_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, extra: str
) -> None:
    for module in ("trafilatura", "pypdf"):
        monkeypatch.setitem(sys.modules, module, None)
    trouble = error(from_file(tmp_path, name, HTML.encode() if extra == "html" else pdf()))
    assert trouble.code == "missing-extra"
    assert f'pip install "nkclaims[{extra}]"' in trouble.message


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.binary(max_size=60), st.just(line(text=TEXT).rstrip())), max_size=8))
def test_any_bytes_give_a_record_a_line(rows: list[bytes]) -> None:
    rows = [row.replace(b"\n", b" ") for row in rows]
    found = from_lines(b"\n".join(rows))
    numbers = [one.line for one in found]
    assert numbers == [number for number, row in enumerate(rows, 1) if row.strip()]


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=200), st.sampled_from(["auto", "text"]))
def test_any_bytes_of_standard_input_give_an_article_or_an_error(
    data: bytes, form: reading.InputFormat
) -> None:
    found = list(read(["-"], stdin=io.BytesIO(data), input_format=form))
    assert found
    for one in found:
        assert isinstance(one, ErrorRecord) or one.text.encode("utf-8")
