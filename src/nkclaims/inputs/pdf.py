"""PDF -> Article, through pypdf (the extra "pdf")."""

from __future__ import annotations

import importlib
import io
import re
from typing import Any

from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.inputs.dates import parse_printed
from nkclaims.inputs.decode import check_text, lone_surrogate
from nkclaims.model.article import Article

_FILE_NAME = re.compile(
    r"(?:Microsoft (?:Word|PowerPoint|Excel) - .*|untitled.*|.*\.(?:docx?|pdf|indd|rtf|odt|qxp|html?))", re.I
)


def parse_pdf(data: bytes, *, source: str = "-", published: str | None = None) -> Article:
    """The article of a PDF that holds text.

    The article's text is the text extracted from the pages, joined by newlines: offsets count its code
    points. Title from the document's properties unless it is a file's name; the date from the text, else the
    day on which the document was made.

    Raises InputError: missing-extra (pypdf is not installed), no-text (scanned pages), unreadable.
    """
    reader = _open(_pypdf(), data, source)
    try:
        text = "\n".join(page.extract_text() for page in reader.pages)
        title, made = _properties(reader)
    except Exception as error:  # pypdf raises KeyError, RecursionError and others on broken files
        raise _unreadable(source, error) from error
    if not text.strip():
        message = f"{source} (PDF) holds no text, only images perhaps: run OCR over it first"
        raise InputError(message, code="no-text")
    if lone_surrogate(text) is not None:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    check_text(text, f"{source} (PDF)")
    article = parse(text, source=source, title=title, published=published)
    if article.published is None and made is not None:
        article.published, article.published_by = made, "header"
    return article


def _pypdf() -> Any:
    try:
        return importlib.import_module("pypdf")
    except ImportError as error:
        message = 'reading PDF needs pypdf: pip install "nkclaims[pdf]"'
        raise InputError(message, code="missing-extra") from error


def _open(pypdf: Any, data: bytes, source: str) -> Any:
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
    except Exception as error:
        raise _unreadable(source, error) from error
    if locked:
        raise InputError(f"{source} (PDF) is locked by a password: save it without one", code="unreadable")
    return reader


def _unreadable(source: str, error: Exception) -> InputError:
    message = (
        f"{source} is not a PDF that can be read ({type(error).__name__}: {error}): save it anew, or as text"
    )
    return InputError(message, code="unreadable")


def _properties(reader: Any) -> tuple[str | None, str | None]:
    """Title and day of making; None for what the properties do not say, or say in no usable way."""
    facts = reader.metadata
    if facts is None:
        return None, None
    title = facts.title.strip() if isinstance(facts.title, str) else ""
    usable = title and not _FILE_NAME.fullmatch(title) and lone_surrogate(title) is None
    try:
        made = facts.creation_date
        day = parse_printed(made.date().isoformat()) if made is not None else None
    except (ValueError, InputError):
        day = None
    return (title if usable else None), day
