"""JSON lines -> articles, one line at a time.

Each line is an object {"id", "text", "title"?, "published"?, "url"?}; other fields are ignored. A line that
cannot be used is an ErrorRecord with its number, and the next is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Protocol

from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.inputs.dates import parse_printed
from nkclaims.inputs.decode import MOST_BYTES, UTF16_MARKS, called, check_text, lone_surrogate, too_long
from nkclaims.inputs.seen_ids import SeenIds
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord

_CHUNK = 1 << 20
_SHAPE = 'each line is one object such as {"id": "a1", "text": "..."}'


_OUR_OWN = re.compile(rb'\s*\{\s*"record"\s*:\s*"(?:article|claim|finding|error)"')


class Lines(Protocol):
    """A binary stream that can be read by lines of a bounded length."""

    def readline(self, size: int = -1, /) -> bytes: ...


def read_lines(
    stream: Lines, source: str, published: str | None = None, seen: SeenIds | None = None
) -> Iterator[Article | ErrorRecord]:
    """The articles of a stream of JSON lines, never more than one line in memory.

    Two documents of one id are both read, and the second is reported (duplicate-id): in the records they
    could not be told apart. ``seen`` are the ids of streams read before.
    ``published`` stands for lines without a date of their own. Blank lines are passed over;
    a stream without lines gives nothing.
    """
    seen = seen or SeenIds()
    for number, line in _bounded_lines(stream):
        if line is None:
            yield _record(too_long(f"{called(source)}, line {number}"), source, number)
        elif number == 1 and line.startswith(UTF16_MARKS):
            message = f"{called(source)} is UTF-16, whose lines cannot be told apart: convert it to UTF-8"
            yield _record(InputError(message, code="encoding"), source, number)
            return
        elif number == 1 and _OUR_OWN.match(line):
            message = f"{called(source)} holds records that nkclaims wrote, no articles: it is passed over"
            yield _record(InputError(message, code="no-text"), source, number)
            return
        elif not line.isspace():
            yield from _read_line(line, number, source, published, seen)


def _bounded_lines(stream: Lines) -> Iterator[tuple[int, bytes | None]]:
    """(number from 1, line); None for a line over the limit, whose rest is passed over in pieces."""
    number = 0
    while line := stream.readline(MOST_BYTES):
        number += 1
        if len(line) < MOST_BYTES or line.endswith(b"\n"):
            yield number, line
            continue
        del line
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def _read_line(
    line: bytes, number: int, source: str, published: str | None, seen: SeenIds
) -> Iterator[Article | ErrorRecord]:
    where = f"{called(source)}, line {number}"
    name: str | None = None
    try:
        row = _object(line, where)
        fields, troubles = _fields(row, where)
        name = fields["id"] or fields["url"]
        text = _text(row, where)
        given = _published(row, where, troubles) or published
    except InputError as error:
        yield _record(error, source, number, name)
        return
    named = name or (f"{source}:{number}" if source != "-" else None)
    article = parse(text, id=named, source=source, title=fields["title"], published=given, url=fields["url"])
    article.line = number
    if name is not None and seen.again(name):
        message = (
            f"{where} has the id of an earlier document, {name!r}: both are read, but their records"
            " cannot be told apart; give each document its own id"
        )
        troubles.append(InputError(message, code="duplicate-id"))
    for trouble in troubles:
        yield _record(trouble, source, number, article.id)
    yield article


def _object(line: bytes, where: str) -> dict[str, Any]:
    try:
        row = json.loads(line.decode("utf-8-sig").rstrip("\r\n"))
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at position {error.start}"
        message = f"{where} is not valid UTF-8: {byte}; convert the file"
        raise InputError(message, code="encoding") from error
    except json.JSONDecodeError as error:
        message = f"{where} is not JSON: {error.msg} at column {error.colno}; {_SHAPE}"
        raise InputError(message, code="bad-json") from error
    except (ValueError, RecursionError) as error:  # thousands of digits in a number, thousands of brackets
        what = "its brackets are nested" if isinstance(error, RecursionError) else "a number in it is"
        beyond = "too deep" if isinstance(error, RecursionError) else "too long"
        message = f"{where} is not usable JSON, {what} {beyond} ({type(error).__name__}); {_SHAPE}"
        raise InputError(message, code="bad-json") from error
    if not isinstance(row, dict):
        kind = {list: "an array", str: "a string", type(None): "null"}.get(type(row), "a plain value")
        raise InputError(f"{where} is {kind}, not an object: {_SHAPE}", code="bad-json")
    return row


def _text(row: dict[str, Any], where: str) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        what = "has no" if text is None else f"has {_kind(text)} for"
        raise InputError(f'{where} {what} "text": give the article as a string', code="no-text")
    check_text(text, f'the "text" of {where}')
    return text


def _fields(row: dict[str, Any], where: str) -> tuple[dict[str, str | None], list[InputError]]:
    """id, title and url, and what is wrong with them: a field of another type is reported and passed over."""
    fields: dict[str, str | None] = {}
    troubles = []
    for key in ("id", "title", "url"):
        value = row.get(key)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        fields[key] = None
        if value is None or value == "":
            continue
        if not isinstance(value, str):
            message = f'{where} has {_kind(value)} for "{key}": give a string; it is passed over'
            troubles.append(InputError(message, code="bad-field"))
        elif lone_surrogate(value) is not None:
            message = f'{where} has a lone surrogate in "{key}", which is no character: it is passed over'
            troubles.append(InputError(message, code="encoding"))
        else:
            fields[key] = value
    return fields, troubles


def _published(row: dict[str, Any], where: str, troubles: list[InputError]) -> str | None:
    """The line's own date; one that is no date is reported, and the document read without it."""
    value = row.get("published")
    if value is None or value == "":
        return None
    try:
        if not isinstance(value, str):
            raise InputError(f'"published" is {_kind(value)}: give an ISO day as a string', code="bad-date")
        return parse_printed(value)  # a slip in one line of many: said, not passed over
    except InputError as error:
        message = f"{where}: {error}; the document is read as one without a given date"
        troubles.append(InputError(message, code="bad-date"))
        return None


def _kind(value: object) -> str:
    kinds = {dict: "an object", list: "an array", bool: "true or false", str: "a string", type(None): "null"}
    return kinds.get(type(value), "a number")


def _record(error: InputError, source: str, line: int, article: str | None = None) -> ErrorRecord:
    return ErrorRecord(article=article, source=source, line=line, code=error.code, message=str(error))
