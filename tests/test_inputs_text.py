"""Text as given: line ends, broken lines, ids, and the laws that parts obey for any text."""

from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from input_kit import BODY, MORE, PAGE, rows, sections
from nkclaims.inputs.article import MOST_LINES, parse
from nkclaims.inputs.blocks import blocks
from nkclaims.inputs.vocabulary import vocabulary


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028"])
def test_line_ends_change_no_section(ends: str) -> None:
    text = PAGE.replace("\n", ends)
    article = parse(text)
    assert article.text == text
    assert [s for s, _ in rows(article)] == sections(PAGE)
    assert article.published == "2024-04-17"


def test_a_byte_order_mark_and_invisible_characters_stay() -> None:
    text = "\ufeff" + PAGE.replace("by Morag", "by\u00a0Mor\u200bag")
    article = parse(text)
    assert article.text == text
    assert [s for s, _ in rows(article)] == sections(PAGE)
    assert rows(article)[0] == ("header", "\ufeff04/17/2024, 09.05")


WRAPPED = """Harbour vote put off again

The harbour board met on Friday evening and
put off the vote for a third time, its
chairman said. Fishing crews had come in from
three villages.

Nobody came out to meet them before the sun
had gone down, and most of them went home.
"""


def test_lines_broken_at_a_column() -> None:
    article = parse(WRAPPED)
    assert article.wrapped
    assert [section for section, _ in rows(article)] == ["title", "body", "body"]


def test_broken_lines_without_blank_ones_end_at_a_short_line() -> None:
    text = (
        "The harbour board met on Friday evening and put\noff the vote for a third time, its chairman said.\n"
        "Crews waited.\nNobody came out to meet them before the sun had\ngone down, and most went home.\n"
    )
    found, wrapped = blocks(text)
    assert wrapped
    assert [block.shape.split()[0] for block in found] == ["The", "Nobody"]


@pytest.mark.parametrize("text", [PAGE, f"{BODY}\n{MORE}\n{BODY}", "eggs\nmilk\nbread", BODY])
def test_a_line_a_paragraph_is_not_wrapped(text: str) -> None:
    assert not parse(text).wrapped


def test_ids() -> None:
    assert parse("abc").id == "ba7816bf8f01cfea"
    assert parse("abc", source="a/b.txt").id == "a/b.txt"
    assert parse("abc", source="a/b.txt", url="https://example.org/a").id == "https://example.org/a"
    assert parse("abc", id="7", url="https://example.org/a").id == "7"


def test_a_text_of_very_many_lines_is_body() -> None:
    article = parse("1\n" * (MOST_LINES + 1))
    assert [part.section for part in article.parts] == ["body"]


def test_the_words_are_folded_as_lines_are() -> None:
    words = vocabulary()
    every = (
        words.lines | words.navigation | words.openers | words.agencies | words.not_places | words.month_first
    )
    assert all(word == word.casefold().strip() and word for word in every)


LINES = st.one_of(
    st.sampled_from([*PAGE.split("\n"), BODY, MORE, "Read more", "3 May 2024", "- x"]),
    st.sampled_from(["\ufeff", "\u200b", "\x85", "\x1c"]),
    st.text(max_size=40),
)


ENDS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\u2029", "\f", " \n \n"])


PAGES = st.one_of(
    st.text(max_size=300),
    st.lists(st.tuples(LINES, ENDS), max_size=25).map(lambda rows: "".join(line + end for line, end in rows)),
)


@settings(max_examples=300, deadline=None)
@given(PAGES, st.none() | st.text(max_size=20))
def test_parts_lie_in_order_and_hold_every_character_that_is_not_white_space(
    text: str, title: str | None
) -> None:
    article = parse(text, title=title, url="https://example.org/2024/05/03/x")
    assert article.text == text
    at = 0
    for part in article.parts:
        assert at <= part.start < part.end <= len(text)
        assert text[at : part.start].strip() == ""
        assert text[part.start : part.end].strip() != ""
        at = part.end
    assert text[at:].strip() == ""


EXAMPLES = ("article", "blocks", "datelines", "dates", "decode", "read", "sections", "vocabulary")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_in_the_docstrings(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"nkclaims.inputs.{name}"))
    assert tried > 0
    assert failed == 0
