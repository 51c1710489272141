"""The page: self-contained, nothing of the article runs, every quote is marked and every finding shown."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser
from importlib.resources import files
from itertools import product

import pytest

from nkclaims.engine import load
from nkclaims.model.article import Article
from nkclaims.model.findings import ErrorRecord
from nkclaims.outputs.page import blocks, page

TEXT = (
    "Pay doubled from 4 to 9 euros.\n\nNearly 6,000 North Korean won & <script>alert(1)</script> in May 2024."
)
STORY = """30 October 2025, 4.22 pm
Print | Share | Save for later

The state is paid first

By our Asia desk

MILAN – Each worker was told to expect 2,000 yuan a month. He paid 62,000 roubles, then 150,000 roubles, twice
as much. The shifts last up to 13 hours & more, over the past two years.

Promised much, paid little

Dandong sent home some 4,000 workers in October 2024. It was a hard season for all of them, one said.

See also

UN sanctions empty the dormitories in China
03/10/2017 10:01

Subscribe to our newsletter
"""
KINDS = ("money", "percentage", "quantity", "date", "place", "event", "change")


class Words(HTMLParser):
    """What stands in the element that holds the article, and where its parts say they begin."""

    def __init__(self) -> None:
        super().__init__()
        self.depth = 0
        self.text = ""
        self.starts: list[tuple[int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if self.depth or (given.get("class") or "").split()[:1] == ["words"]:
            self.depth += 1
        if self.depth and given.get("data-start"):
            self.starts.append((int(str(given["data-start"])), len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        self.depth -= bool(self.depth)

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""


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
    rows = list(blocks(result.article, result.claims))
    assert "".join("".join(piece.text for piece in row.pieces) + row.gap for row in rows) == TEXT
    nested = next(p for row in rows for p in row.pieces if p.text == "North Korean")
    assert [c.kind for c in nested.claims] == ["place", "money"]
    assert nested.classes == "k-money u1-place"
    pieces = [piece for row in rows for piece in row.pieces]
    for ends in ([c.id for p in pieces for c in p.opens], [c.id for p in pieces for c in p.closes]):
        assert sorted(ends) == sorted(c.id for c in result.claims)


@pytest.mark.parametrize(
    "text", [TEXT, STORY, "\n\n  Led by 3 dogs \r\nand\ttwo  cats.\r\rEnd\n\n", "", " \n"]
)
def test_what_the_page_adds_is_no_part_of_the_text(text: str) -> None:
    result = load().extract(text, published="2025-11-01")
    words = Words()
    words.feed(page([result]))
    assert words.text == result.article.text
    assert all(said == found for said, found in words.starts)


def test_the_parts_of_an_article_are_set_as_what_they_are() -> None:
    result = load().extract(STORY)
    made = page([result])
    roles = {
        "".join(p.text for p in b.pieces): (b.tag, b.role) for b in blocks(result.article, result.claims)
    }
    assert roles["The state is paid first"] == ("h1", "title")
    assert roles["Promised much, paid little"] == ("h2", "heading")
    assert roles["30 October 2025, 4.22 pm"] == ("p", "date")
    assert roles["By our Asia desk"] == ("p", "byline")
    assert next(role for text, role in roles.items() if text.startswith("MILAN")) == ("p", "body")
    assert '<span class="b-dateline">' in made and made.count("<h1") == 1
    assert 'data-label="Page header"' in made and 'data-label="Related"' in made


def test_an_article_without_a_title_of_its_own_is_headed_by_its_name() -> None:
    made = page([load().extract(TEXT, title="Given beside")])
    assert "<h1>Given beside</h1>" in made


def test_money_shows_its_dollars() -> None:
    assert 'data-usd="≈ $281 a month"' in page([load().extract(STORY)])
    made = page([load().extract("She earns $800 a month. The tower cost $3 million.")])
    assert re.findall(r'data-usd="(.*?)"', made) == ["per month"]


def test_findings_lead_to_their_quotes_and_back() -> None:
    result = load().extract(STORY)
    made = page([result])
    assert result.findings
    head, found = made[: made.index("<aside")], made[made.index("<aside") : made.index("</aside>")]
    words = made[made.index("</aside>") :]  # findings come before the article
    for number in range(1, len(result.findings) + 1):
        assert f'href="#f1-{number}"' in head
        assert found.count(f'id="f1-{number}"') == 1
        assert f'href="#f1-{number}"' in words
    for finding in result.findings:
        for claim_id in finding.claims:
            assert f'class="goto" href="#q1-{claim_id}"' in found


def test_every_claim_says_who_says_so_and_by_which_rule() -> None:
    result = load().extract(STORY)
    made = page([result])
    assert made.count("<dt>said by</dt>") == made.count("<dt>rule</dt>") == len(result.claims)


def test_a_text_of_no_parts_is_whole_too() -> None:
    rows = list(blocks(Article("a", "-", "One\n\ntwo\n"), []))
    assert [("".join(p.text for p in b.pieces), b.gap) for b in rows] == [("One\n\ntwo", "\n")]


def test_nothing_to_show_is_a_page_too() -> None:
    assert "no numbers to check" in page([load().extract("Nothing at all.")])


def _colours(dark: bool) -> dict[str, str]:
    style = (files("nkclaims.outputs") / "page_files" / "page.css").read_text("utf-8")
    light, night = re.findall(r":root\{([^}]*--ink[^}]*)\}", style)
    return dict(re.findall(r"--([\w-]+):(#[0-9a-f]+)", night if dark else light))


def _light(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(d * 2 for d in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("dark", [False, True])
def test_the_colours_can_be_told_from_their_ground(dark: bool) -> None:
    colours = _colours(dark)
    writing = ("ink", "dim", "bad", "warn", "good", "link", "l-money")
    pairs = [*product(writing, ("paper", "panel")), *product(("ink", "dim"), KINDS)]
    pairs = [(*pair, 4.5) for pair in pairs] + [(f"l-{kind}", "paper", 3.0) for kind in KINDS]
    for ink, ground, least in pairs:
        low, high = sorted((_light(colours[ink]), _light(colours[ground])))
        assert (high + 0.05) / (low + 0.05) >= least, (ink, ground)
