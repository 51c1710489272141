"""The page: self-contained, nothing of the article runs, every quote is marked and every finding shown."""

from __future__ import annotations

import html
import re

from nkclaims.engine import load
from nkclaims.model.findings import ErrorRecord
from nkclaims.outputs.page import page, paragraphs

TEXT = (
    "Pay doubled from 4 to 9 euros.\n\nNearly 6,000 North Korean won & <script>alert(1)</script> in May 2024."
)


def test_the_page_stands_alone_and_shows_everything() -> None:
    result = load().extract(TEXT, published="2025-01-07")
    made = page([result, ErrorRecord(source="x", code="no-text", message="x is <empty>")])
    assert not re.search(r'(?:src|href)="(?!#)|url\(|@import|https?://', made)
    assert "<script>alert" not in made and "x is &lt;empty&gt;" in made
    for claim in result.claims:
        assert made.count(f'id="c1-{claim.id}"') == 1 and made.count(f'id="q1-{claim.id}"') == 1
    for finding in result.findings:
        assert html.escape(finding.expression, quote=False) in html.unescape(made).replace("&", "&amp;") or (
            finding.expression in html.unescape(made)
        )


def test_the_text_is_whole_and_marks_lie_over_each_other() -> None:
    result = load().extract(TEXT, published="2025-01-07")
    rows = list(paragraphs(result.article.text, result.claims))
    assert "\n".join("".join(piece.text for piece in row) for row in rows) == TEXT
    nested = next(p for row in rows for p in row if p.text == "North Korean")
    assert [c.kind for c in nested.claims] == ["place", "money"]
    begun = [c.id for row in rows for piece in row for c in piece.opens]
    assert begun == [c.id for c in result.claims]


def test_nothing_to_show_is_a_page_too() -> None:
    assert "no numbers to check" in page([load().extract("Nothing at all.")])
