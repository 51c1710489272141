"""Bytes -> text, or a plain statement of why not."""

from __future__ import annotations

import codecs

from nkclaims.errors import InputError

MOST_CHARACTERS = 20_000_000
"""Characters of a document above which it is refused (too-long): some three million words, no article."""
MOST_BYTES = 4 * MOST_CHARACTERS + 4
"""Bytes of a file or JSON line above which it is refused unread: UTF-8 takes at most four a character."""

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_UTF32_MARKS = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)


def decode(data: bytes, where: str) -> str:
    """The text of a file: UTF-8, or UTF-16 and UTF-32 where a byte order mark says so.

    Nothing else is tried: any bytes are valid Windows-1252, and a wrong guess would turn one currency's sign
    into another. Under UTF-8 a byte order mark stays, the first code point of the text (U+FEFF), as Python's
    own "utf-8" reads it; under UTF-16 and UTF-32 it is part of the coding. Line ends stay as they are.

    Raises InputError: binary (a zero byte and no mark), encoding (not valid UTF-8; names the byte), too-long.

    >>> decode(b"60 \\xe2\\x82\\xac", "a.txt")
    '60 €'
    """
    codec = "utf-8"
    if data.startswith(_UTF32_MARKS):  # before UTF-16, whose little-endian mark begins UTF-32's
        codec = "utf-32"
    elif data.startswith(UTF16_MARKS):
        codec = "utf-16"
    elif b"\0" in data[:8192]:
        remedy = "give text, HTML, PDF or JSON lines (UTF-16 with its byte order mark)"
        message = f"{where} is binary, it holds zero bytes: {remedy}"
        raise InputError(message, code="binary")
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise InputError(_undecodable(error, where, codec), code="encoding") from error
    if len(text) > MOST_CHARACTERS:
        raise too_long(where)
    return text


def _undecodable(error: UnicodeDecodeError, where: str, codec: str) -> str:
    byte = error.object[error.start] if error.start < len(error.object) else 0
    return (
        f"{where} is not valid {codec.upper()}: byte 0x{byte:02x} at position {error.start}; convert it, "
        f"for example with: iconv -f WINDOWS-1252 -t UTF-8"
    )


def called(source: str) -> str:
    """A source as a message names it."""
    return "standard input" if source == "-" else source


def too_long(where: str) -> InputError:
    """The error for a document over the limit."""
    message = f"{where} is longer than {MOST_CHARACTERS:,} characters: split it into its articles"
    return InputError(message, code="too-long")


def check_text(text: str, where: str, line: int | None = None) -> None:
    """Raises InputError for a text that is of no use: no-text, encoding (a lone surrogate), too-long."""
    if not text or text.isspace() or not text.strip("\ufeff\u200b \t\r\n"):
        raise InputError(f"{where} holds no text: give at least a word", code="no-text", line=line)
    if len(text) > MOST_CHARACTERS:
        error = too_long(where)
        error.line = line
        raise error
    at = lone_surrogate(text)
    if at is not None:
        message = (
            f"{where} holds a lone surrogate (U+{ord(text[at]):04X}) at character {at}: "
            f"write the pair that was cut apart, or U+FFFD"
        )
        raise InputError(message, code="encoding", line=line)


def lone_surrogate(text: str) -> int | None:
    """Where a string holds half of a surrogate pair, which no encoding can write; None where it does not.

    >>> lone_surrogate("a\\ud800"), lone_surrogate("ab")
    (1, None)
    """
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None
