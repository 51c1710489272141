"""HTML -> Article, through trafilatura (the extra "html")."""

from __future__ import annotations

import contextlib
import importlib
from typing import Any

from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.inputs.dates import parse_printed
from nkclaims.inputs.decode import check_text
from nkclaims.model.article import Article


def parse_html(data: bytes, *, source: str = "-", published: str | None = None) -> Article:
    """The article of a web page.

    The article's text is the text extracted from the page, without its navigation: offsets count its code
    points, not the HTML's. Title, date and address come from the page's metadata; a date there counts as one
    of the header.

    Raises InputError: missing-extra (trafilatura is not installed), no-text (no article), unreadable.
    """
    document = _extract(_trafilatura(), data, source)
    text = (document.text if document is not None else None) or ""
    check_text(text, f"{source} (HTML)")
    url = document.url or None
    article = parse(text, source=source, title=document.title, published=published, url=url)
    if published is None and document.date:
        # where the page's metadata calls something a date that is none, the one found in its text stays
        with contextlib.suppress(InputError):
            article.published, article.published_by = parse_printed(document.date), "header"
    return article


def _trafilatura() -> Any:
    try:
        return importlib.import_module("trafilatura")
    except ImportError as error:
        message = 'reading HTML needs trafilatura: pip install "nkclaims[html]"'
        raise InputError(message, code="missing-extra") from error


def _extract(trafilatura: Any, data: bytes, source: str) -> Any:
    # extensive_search would take any date on the page for its own: None is more honest
    dates = {"extensive_search": False, "original_date": True}
    try:
        return trafilatura.bare_extraction(
            data, with_metadata=True, include_comments=False, date_extraction_params=dates
        )
    except Exception as error:  # of lxml's and others' own kinds, on pages that no browser could read either
        message = f"{source} is not HTML that can be read ({type(error).__name__}: {error}): save it as text"
        raise InputError(message, code="unreadable") from error
