"""Files, directories and standard input -> articles and error records, streaming."""

from __future__ import annotations

import gzip
import os
import re
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO, Literal, cast, get_args

from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.inputs.dates import parse_published
from nkclaims.inputs.decode import MOST_BYTES, called, check_text, decode, too_long
from nkclaims.inputs.jsonl import read_lines
from nkclaims.inputs.seen_ids import SeenIds
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord

InputFormat = Literal["auto", "text", "html", "pdf", "jsonl"]
Records = Iterator[Article | ErrorRecord]

SUFFIXES: dict[str, InputFormat] = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".pdf": "pdf",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".jsonl.gz": "jsonl",
    ".ndjson.gz": "jsonl",
}
"""The files of a directory that are read, and what "auto" takes each for."""
CORPUS_FILES = (".gold.jsonl", "manifest.jsonl")
"""What stands beside the articles of a corpus, for ``nkclaims score``: passed over in a directory."""

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_JSON_LINE = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


def read(
    paths: Iterable[str | Path],
    *,
    input_format: InputFormat = "auto",
    published: str | None = None,
    stdin: BinaryIO | None = None,
) -> Records:
    """The articles of files, directories and "-" (standard input), one by one, in the order given.

    Directories are walked in sorted order, hidden names passed over, for the endings in SUFFIXES. "auto" goes
    by the ending, and for other names and standard input by the first bytes. JSON lines are read line by
    line, others whole. What cannot be used is an ErrorRecord in its place, and the reading goes on.

    published  of every document that does not bring its own date; ISO day, or ISO day and time
    stdin      a binary stream for "-"; None: the process's own

    Raises InputError before anything is read: a path that does not exist or may not be read, a directory
    without usable files, no path at all, a date that is none, an unknown format.

    >>> import io
    >>> [article.text for article in read(["-"], stdin=io.BytesIO(b"Prices rose by 3 percent."))]
    ['Prices rose by 3 percent.']
    """
    if input_format not in get_args(InputFormat):
        raise InputError(
            f"unknown input format {input_format!r}: give one of {', '.join(get_args(InputFormat))}"
        )
    given = parse_published(published) if published is not None else None
    names = [os.fspath(path) for path in paths]
    if not names:
        raise InputError('no input: give files, directories, or "-" for standard input')
    for name in names:
        _require(name, input_format)
    return _read_all(names, input_format, given, stdin)


def _require(name: str, input_format: InputFormat) -> None:
    if name == "-":
        return
    if not os.path.lexists(name):
        raise InputError(f"{name} does not exist: check the path")
    if not os.access(name, os.R_OK):
        raise InputError(f"{name} cannot be read: check where it points and its permissions")
    if Path(name).is_dir() and next(_walk(name, input_format), None) is None:
        endings = ", ".join(_endings(input_format))
        raise InputError(f"{name} holds no file to read: its files must end in one of {endings}")


def _endings(input_format: InputFormat) -> list[str]:
    return [suffix for suffix, form in SUFFIXES.items() if input_format in ("auto", form)]


def _walk(folder: str, input_format: InputFormat) -> Iterator[str]:
    """Paths of a directory's usable files, sorted folder by folder; links to folders are not followed."""
    endings = tuple(_endings(input_format))
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(CORPUS_FILES):
                continue
            if not name.startswith(".") and name.lower().endswith(endings):
                # not Path, which would drop a leading "./": ids are paths as given
                yield os.path.join(here, name)  # noqa: PTH118


def _read_all(
    names: list[str], input_format: InputFormat, published: str | None, stdin: BinaryIO | None
) -> Records:
    seen = SeenIds()
    for name in names:
        if name == "-":
            stream = stdin if stdin is not None else cast(BinaryIO, sys.stdin.buffer)
            yield from _guarded("-", partial(_read_stream, stream, "-", input_format, published, seen))
        elif Path(name).is_dir():
            for path in _walk(name, input_format):
                yield from _guarded(
                    _printable(path), partial(_read_file, path, input_format, published, seen)
                )
        else:
            yield from _guarded(_printable(name), partial(_read_file, name, input_format, published, seen))


def _printable(path: str) -> str:
    """A path as it stands in records: what is not UTF-8 in it becomes U+FFFD, for JSON to hold."""
    return os.fsencode(path).decode("utf-8", "replace")


def _guarded(source: str, records: Callable[[], Records]) -> Records:
    """What a source yields; where it breaks off, an ErrorRecord in its place."""
    try:
        yield from records()
    except InputError as error:
        yield _error(source, error.code, str(error), error.line)
    except (OSError, EOFError, zlib.error) as error:
        reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
        yield _error(source, "unreadable", f"{called(source)} cannot be read to its end: {reason}")


def _error(source: str, code: str, message: str, line: int | None = None) -> ErrorRecord:
    name = None if source == "-" else source
    return ErrorRecord(article=name, source=source, line=line, code=code, message=message)


def _read_file(path: str, input_format: InputFormat, published: str | None, seen: SeenIds) -> Records:
    lower = path.lower()
    known: InputFormat = next((form for suffix, form in SUFFIXES.items() if lower.endswith(suffix)), "auto")
    chosen = known if input_format == "auto" else input_format
    opener = gzip.open if lower.endswith(".gz") else open
    with cast(BinaryIO, opener(path, "rb")) as stream:
        yield from _read_stream(stream, _printable(path), chosen, published, seen)


def _read_stream(
    stream: BinaryIO, source: str, chosen: InputFormat, published: str | None, seen: SeenIds
) -> Records:
    replay = _Replay(stream)
    if chosen == "auto":
        chosen = sniff(replay.head())
    if chosen == "jsonl":
        yield from read_lines(replay, source, published, seen)
        return
    data = replay.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise too_long(called(source))
    if not data:
        raise InputError(f"{called(source)} is empty: give at least a word", code="no-text")
    if chosen == "html":
        from nkclaims.inputs.html import parse_html

        yield parse_html(data, source=source, published=published)
    elif chosen == "pdf":
        from nkclaims.inputs.pdf import parse_pdf

        yield parse_pdf(data, source=source, published=published)
    else:
        text = decode(data, called(source))
        check_text(text, called(source))
        yield parse(text, source=source, published=published)


def sniff(head: bytes) -> InputFormat:
    """What the first bytes of a stream look like.

    >>> sniff(b"%PDF-1.7"), sniff(b'{"id": "a", "text": "b"}'), sniff(b"<!DOCTYPE html>"), sniff(b"{we} rose")
    ('pdf', 'jsonl', 'html', 'text')
    """
    if head.startswith(b"%PDF-"):
        return "pdf"
    if _HTML.match(head):
        return "html"
    return "jsonl" if _JSON_LINE.match(head) else "text"


class _Replay:
    """A stream whose beginning can be looked at and is still read afterwards; pipes cannot seek."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._head = b""

    def head(self) -> bytes:
        """The first line that is not blank, 4,096 bytes at most: more could block on a slow pipe."""
        while line := self._stream.readline(4096 - len(self._head)):
            self._head += line
            if not line.isspace():
                break
        return self._head

    def readline(self, size: int = -1, /) -> bytes:
        if not self._head:
            return self._stream.readline(size)
        end = self._head.find(b"\n") + 1
        line, self._head = self._head[: end or None], self._head[end:] if end else b""
        return line if end else line + self._stream.readline(size - len(line))

    def read(self, size: int) -> bytes:
        head, self._head = self._head, b""
        pieces = [head]
        left = size - len(head)
        while left > 0 and (piece := self._stream.read(left)):  # a raw stream may give less than asked
            pieces.append(piece)
            left -= len(piece)
        return b"".join(pieces)
