"""HTML and PDF, through their extras."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from input_kit import TEXT, article, error, from_file
from nkclaims.inputs.read import read

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
