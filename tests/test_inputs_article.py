"""Text -> Article: what each part of a page is, its title, dateline and date; and the laws of parts."""

from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nkclaims.errors import InputError
from nkclaims.inputs.article import MOST_LINES, parse
from nkclaims.inputs.blocks import blocks
from nkclaims.inputs.datelines import find_dateline, writes_month_first
from nkclaims.inputs.dates import choose, parse_published, read_line
from nkclaims.inputs.vocabulary import vocabulary
from nkclaims.model.article import Article

BODY = "The harbour board met on Friday and put off the vote for a third time, its chairman said."
MORE = "Fishing crews from three villages had waited outside since the early morning for an answer."


def rows(article: Article) -> list[tuple[str, str]]:
    return [(part.section, article.text[part.start : part.end]) for part in article.parts]


def sections(text: str, **given_beside: str) -> list[str]:
    return [section for section, _ in rows(parse(text, **given_beside))]


PAGE = f"""04/17/2024, 09.05
WEST COAST
Email to a friend

Harbour vote put off again

by Morag Sinclair

{MORE}

Oban (CoastWire) – {BODY}

A year of waiting

{MORE}

Tags
Printable version
See also
Ferry timetable to change in summer
12/11/2019 15:14
Two crews rescued off Mull after engine fire
03/02/2018

Newsletter

Subscribe to our weekly letter
"The sea gives and takes" - an old saying of the isles
"""


def test_a_copied_page() -> None:
    article = parse(PAGE)
    assert article.title == "Harbour vote put off again"
    assert (article.published, article.published_by) == ("2024-04-17", "header")
    assert article.dateline == "Oban"
    assert not article.wrapped
    assert [section for section, _ in rows(article)] == [
        *("header", "header", "furniture", "title", "byline", "body", "dateline", "body", "heading", "body"),
        *("furniture", "furniture", "related", "related", "related", "related", "related"),
        *("furniture", "furniture", "furniture"),
    ]


BROADCASTER = f"""Skip to content
Home
News
Business
Mill closure to cost town 400 jobs, owner says

3 hours ago
Share
Ann Reid
Business reporter
Reporting from Ayr

The mill has stood on the river since 1871

{BODY}

'No other work'

{MORE}

Girvan, which employed 120 people, shut in 2019
Maybole, which employed 85, shut in 2021

{BODY}

More on this story
Paper maker warns of losses after energy bills double
14 February 2025
Town fears for mill that built it
2 days ago
The station is not responsible for the content of external sites.
Top stories
Storm shuts ports
LIVE Vote count goes on through the night
Copyright © 2025 The Station.
"""

AGENCY = f"""World Markets Energy

Kenya's tea exports rise 12% in May as rains return
By Jane Doe and John Roe
June 18, 20249:31 AM GMT+2Updated a year ago

Tea pickers work on a farm in Kericho, May 2, 2024. REUTERS/Ann Reid/File Photo Purchase Licensing Rights

Summary
Exports up 12% on the year
Average price falls to $2.20 per kg
Board sees record crop

NAIROBI, June 18 (Reuters) - {BODY}

The daily letter provides all the news you need to start your day. Sign up here.

{MORE}

Reporting by Jane Doe; Editing by John Roe

Suggested Topics:
Soft commodities
Share
"""

RELEASE = f"""FOR IMMEDIATE RELEASE

Contact: Jane Doe, 555-0199, jane@example.org

Northfold Reports Third Quarter 2024 Results
Net sales up 8% to $1.45 billion

DAYTON, Ohio, October 24, 2024 /PRNewswire/ -- {BODY}

Highlights
• Net income of $108.8 million
• Dividend raised to 30 cents

About Northfold
{MORE}
"""


@pytest.mark.parametrize(
    ("text", "title", "dateline", "published", "expected"),
    [
        (
            BROADCASTER,
            "Mill closure to cost town 400 jobs, owner says",
            None,
            None,
            "furniture header header header title header furniture byline byline byline heading"
            " body heading body body body body related related related related related"
            " furniture related related related furniture",
        ),
        (
            AGENCY,
            "Kenya's tea exports rise 12% in May as rains return",
            "NAIROBI",
            "2024-06-18",
            "header title byline header caption body body body body dateline body furniture body byline"
            " related related furniture",
        ),
        (
            RELEASE,
            "Northfold Reports Third Quarter 2024 Results",
            "DAYTON, Ohio",
            "2024-10-24",
            "header byline title heading dateline body body body body heading body",
        ),
    ],
)
def test_pages_of_other_kinds(
    text: str, title: str, dateline: str | None, published: str | None, expected: str
) -> None:
    article = parse(text)
    assert (article.title, article.dateline, article.published) == (title, dateline, published)
    assert [section for section, _ in rows(article)] == expected.split()


def test_a_place_in_capitals_and_a_colon_opens_a_report_but_not_a_transcript() -> None:
    assert parse(f"NASHIK: {BODY}\n\n{MORE}").dateline == "NASHIK"
    assert parse(f"CRICKET/RUGBY: {BODY}\n\n{MORE}").dateline is None
    assert parse(f"SINCLAIR: {BODY}\n\nREID: {MORE}").dateline is None


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n", "\u2028"])
def test_line_ends_change_no_section(ends: str) -> None:
    text = PAGE.replace("\n", ends)
    article = parse(text)
    assert article.text == text
    if ends != "\u2028":  # a single separator: blank lines are told from it all the same
        assert [s for s, _ in rows(article)] == sections(PAGE)
    assert article.published == "2024-04-17"


def test_a_byte_order_mark_and_invisible_characters_stay() -> None:
    text = "\ufeff" + PAGE.replace("by Morag", "by\u00a0Mor\u200bag")
    article = parse(text)
    assert article.text == text
    assert [s for s, _ in rows(article)] == sections(PAGE)
    assert rows(article)[0] == ("header", "\ufeff04/17/2024, 09.05")


WHOLLY_BODY = {
    "one sentence": "Prices rose by 3 percent.",
    "a word": "Subscribe",
    "a document's name and a report": f"doc_0167 \n \n{BODY}",
    "a post": "so this happened\nlost 40 euros today",
    "a list": "Shopping\n- 3 eggs\n- 2 pints of milk\nPrint",
    "dates one a line": "3 May 2024\n4 May 2024\n5 May 2024",
    "a poem": "The sea is grey\nThe sky is grey\nThe gulls are gone",
    "no paragraph at all": "Home\nNews\nShare",
    "empty": "",
    "blank": " \n\t\n",
    "only a mark": "\ufeff",
}


@pytest.mark.parametrize("text", WHOLLY_BODY.values(), ids=WHOLLY_BODY.keys())
def test_in_doubt_it_is_body(text: str) -> None:
    found = set(sections(text)) - {"header"}
    assert found <= {"body"}


def test_a_documents_name_is_no_title() -> None:
    article = parse(f"doc_0167 \n \n{BODY}")
    assert [section for section, _ in rows(article)] == ["header", "body"]
    assert article.title is None


@pytest.mark.parametrize(
    ("line", "section"),
    [
        ("Advertisement", "furniture"),
        ("Share this article", "furniture"),
        ("Comments (12)", "furniture"),
        ("Sign up for our morning newsletter and never miss a story.", "furniture"),
        ("This website uses cookies to improve your experience. Find out more in our policy.", "furniture"),
        ("© 2024 Isles Press. All rights reserved.", "furniture"),
        ("Copyright 2024 Isles Press Ltd.", "furniture"),
        ("Photo by Ann Reid", "furniture"),
        ("* * *", "furniture"),
        ("Read more: Ferry timetable to change in summer", "related"),
        ("FILE PHOTO: The board's office in Oban, 3 May 2023", "caption"),
        ("Crews wait outside the board's office on Friday (AP Photo/Ann Reid)", "caption"),
        ("(Reporting by Ann Reid; editing by Tom Hall)", "byline"),
        ("Updated: 18 April 2024", "header"),
        ("A year of waiting", "heading"),
        ("What happens next?", "heading"),
        ("- 12 boats without a berth", "body"),
        ("Revenue: 4.2 million pounds;", "body"),
        ("Nobody came out to meet them.", "body"),
        ("Copyright law has not changed since 1988, she said, and nobody expects that it will.", "body"),
    ],
)
def test_a_line_between_paragraphs(line: str, section: str) -> None:
    assert sections(f"Harbour vote put off\n\n{BODY}\n\n{line}\n\n{MORE}") == [
        "title",
        "body",
        section,
        "body",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "by Andrea Rossi",
        "By JANE DOE",
        "By Jane Doe and A. N. Other in Paris",
        "By Jane Doe, staff reporter",
        "Reuters",
        "The Associated Press",
        "From Jane Doe in Lagos",
        "By Ludwig van der Berg",
    ],
)
def test_bylines(line: str) -> None:
    assert sections(f"Harbour vote put off\n\n{line}\n\n{BODY}") == ["title", "byline", "body"]


@pytest.mark.parametrize("line", ["By then it was over", "by and large", "By the sea."])
def test_what_only_begins_like_a_byline(line: str) -> None:
    assert "byline" not in sections(f"Harbour vote put off\n\n{line}\n\n{BODY}")


def test_a_role_and_a_summary_stand_beside_the_byline() -> None:
    text = (
        f"Harbour vote put off\nCrews wait for a third Friday\nBy Jane Doe\nBusiness correspondent\n\n{BODY}"
    )
    assert sections(text) == ["title", "heading", "byline", "byline", "body"]


def test_the_title_given_beside_is_found_in_the_text() -> None:
    text = f"Coast\nHarbour vote\nPut off: the vote\n\n{BODY}"
    article = parse(text, title="Put off: the vote")
    assert ("title", "Put off: the vote") in rows(article)
    assert parse(BODY, title="Another").title == "Another"


def test_more_short_lines_above_than_a_header_has_are_a_list() -> None:
    table = "\n".join(f"Berth {name} taken" for name in "ABCDEFGHIJ")
    assert set(sections(f"{table}\n\n{BODY}")) == {"body"}


def test_a_byline_tells_the_title_from_a_sites_menu() -> None:
    menu = "\n".join(f"Letters {name}" for name in "ABCDEFGHIJ")
    article = parse(f"{menu}\nHarbour vote put off again\n\nBy Jane Doe\n\n{BODY}")
    assert article.title == "Harbour vote put off again"
    assert [section for section, _ in rows(article)] == [*["header"] * 10, "title", "byline", "body"]


def test_a_list_of_dated_titles_below_is_related_without_a_heading() -> None:
    tail = "Ferry timetable to change\n12/11/2019\nTwo crews rescued off Mull\n03/02/2018"
    assert sections(f"{BODY}\n\n{MORE}\n\n{tail}") == ["body", "body", *["related"] * 4]


def test_related_stories_between_paragraphs_end_at_a_heading() -> None:
    text = f"{BODY}\n\nRead more\nFerry talks stall\nMull pier closed\n\nA year of waiting\n\n{MORE}"
    assert sections(text) == ["body", "related", "related", "related", "heading", "body"]


def test_an_amount_in_the_foot_of_a_page_stays_body() -> None:
    foot = "Share\nPrint\nSubscribe\nTotal cost: £4 million"
    assert sections(f"{BODY}\n\n{MORE}\n\n{foot}")[-1] == "body"


@pytest.mark.parametrize(
    ("head", "place"),
    [
        ("Milan (AsiaNews) – When", "Milan"),
        ("PARIS, March 3 (Reuters) - When", "PARIS"),
        ("JOHANNESBURG, August 7 (Xinhua) -- When", "JOHANNESBURG"),
        ("LAGOS — When", "LAGOS"),
        ("WASHINGTON (AP) _ When", "WASHINGTON"),
        ("NAIROBI, Kenya (AP)_ When", "NAIROBI, Kenya"),
        ("ST. LOUIS -- When", "ST. LOUIS"),
        ("ISLE OF PALMS — When", "ISLE OF PALMS"),
        ("ISTANBUL/ANKARA (Reuters) - When", "ISTANBUL/ANKARA"),
        ("BOGOTÁ (AFP) — When", "BOGOTÁ"),
        ("Port-au-Prince, 3 May 2024 (AFP) - When", "Port-au-Prince"),
        ("ATLANTA (AP) When", "ATLANTA"),
        ("London (CNN)When", "London"),
        ("Pier closes. OBAN, Scotland (AP) — When", "OBAN, Scotland"),
        ("OBAN, April 5 (PA): When", "OBAN"),
        ("NEW\u00a0YORK (AP) —\u00a0When", "NEW\u00a0YORK"),
    ],
)
def test_datelines(head: str, place: str) -> None:
    text = head + " the board met on Friday"
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert found.place == place
    assert text[found.end :].lstrip() == "When the board met on Friday"


@pytest.mark.parametrize(
    "text",
    [
        "NATO — which has 32 members — said so",
        "BREAKING — Harbour vote put off",
        "EXCLUSIVE: Harbour vote put off",
        "SINCLAIR: Nobody came out to meet them",
        "The board (PA) met again",
        "Sinclair – who chairs the board – said so",
        "Sinclair (Labour) said so",
        "John Smith (Labour) - 12,345",
        "IBM shares fell",
        "A-levels are over",
        "(See page 3) - the board met",
    ],
)
def test_what_is_no_dateline(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


def test_a_plain_place_and_dash_needs_paragraphs_around() -> None:
    assert parse(f"Paris – {BODY}\n\n{MORE}").dateline == "Paris"
    assert parse(f"Paris – {BODY}").dateline is None


def test_a_dateline_on_a_line_of_its_own() -> None:
    assert sections(f"\n\nNAIROBI, Kenya (AP) _\n\n{BODY}\n\n{MORE}") == ["dateline", "body", "body"]


def test_which_datelines_write_the_month_first() -> None:
    assert writes_month_first("ST. LOUIS") is True
    assert writes_month_first("Oban") is None
    assert writes_month_first(None) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("10/30/2025, 16.22", "2025-10-30"),
        ("30/10/2025", "2025-10-30"),
        ("30.10.2025 16:22", "2025-10-30"),
        ("2025-10-30T16:22:05+01:00", "2025-10-30"),
        ("October 30, 2025", "2025-10-30"),
        ("Thursday, October 30, 2025\u00a0", "2025-10-30"),
        ("Thu 30 Oct 2025 16.22 GMT", "2025-10-30"),
        ("30th October 2025", "2025-10-30"),
        ("Published: 30-Oct-2025", "2025-10-30"),
        ("Milan, 30 October 2025", "2025-10-30"),
        ("10/30/25, 4:22 PM", "2025-10-30"),
        ("16:14, UK, Thursday 05 April 2018", "2018-04-05"),
        ("Thursday 03/04/2025", "2025-04-03"),
        ("Tuesday 03/04/2025", "2025-03-04"),
        ("04/04/2025", "2025-04-04"),
        ("Coast / West / News / Updated: Oct 3, 2024, 10:15 IST", "2024-10-03"),
        ("Harvest fair 3 May 2024", None),
        ("3 May 2024 - 5 May 2024", None),
        ("03/04/2025", None),
        ("Monday 03/04/2025", None),
        ("31/02/2025", None),
        ("10/30/25", None),
        ("30 October 2525", None),
        ("October 2025", None),
        ("16.22", None),
    ],
)
def test_the_line_above_the_title_that_dates_a_page(line: str, day: str | None) -> None:
    article = parse(f"{line}\n\nHarbour vote put off\n\n{BODY}")
    assert article.published == day
    assert article.published_by == ("header" if day else "none")


def test_what_settles_the_order_of_day_and_month() -> None:
    def page(*lines: str, start: str = "") -> str:
        return "\n".join([*lines, "", "Harbour vote put off", "", start + BODY])

    assert parse(page("03/04/2025", "Updated: 15/04/2025")).published == "2025-04-03"
    assert parse(page("03/04/2025", "Updated: 4 April 2025")).published == "2025-04-03"
    assert parse(page("03/04/2025"), url="https://example.org/2025/03/04/vote").published == "2025-03-04"
    assert parse(page("03/04/2025", start="SEATTLE (AP) — ")).published == "2025-03-04"
    assert parse(page("03/04/2025", start="OBAN (AP) — ")).published is None


def test_published_wins_over_bare_and_bare_over_updated() -> None:
    lines = ["Updated: 5 May 2024", "Published: 3 May 2024", "4 May 2024"]
    dates = [date for line in lines if (date := read_line(line))]
    assert choose(dates) == "2024-05-03"
    assert choose(dates[::2]) == "2024-05-04"
    assert choose(dates[:1]) == "2024-05-05"


def test_a_date_that_stays_open_does_not_yield_to_a_later_change() -> None:
    dates = [
        date for line in ("Published: 03/04/2024", "Updated: 20 December 2024") if (date := read_line(line))
    ]
    assert choose(dates) is None


def test_the_datelines_date_dates_the_article_and_a_related_storys_does_not() -> None:
    assert parse(f"OBAN, April 5, 2024 (PA) - {BODY}\n\n{MORE}").published == "2024-04-05"
    assert parse(f"OBAN, April 5 (PA) - {BODY}\n\n{MORE}").published is None
    assert parse(f"{BODY}\n\n{MORE}\n\nSee also\nFerry talks stall\n24/02/2019").published is None
    assert parse(f"{BODY}\n\n{MORE}\n\nPublished: 24/02/2019").published == "2019-02-24"


def test_a_date_in_a_sentence_dates_nothing() -> None:
    assert parse(f"She came on 3 May 2024 with her two sons\n\n{BODY}").published is None


def test_the_date_given_wins() -> None:
    article = parse(PAGE, published="2024-04-18")
    assert (article.published, article.published_by) == ("2024-04-18", "given")
    assert rows(article)[0][0] == "header"


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2025-10-30", "2025-10-30"),
        (" 2025-10-30 ", "2025-10-30"),
        ("2025-10-30T16:22", "2025-10-30T16:22"),
        ("2025-10-30 16:22:05", "2025-10-30T16:22:05"),
        ("2025-10-30T16:22:05.123z", "2025-10-30T16:22:05.123Z"),
        ("2025-10-30T16:22+0100", "2025-10-30T16:22+0100"),
    ],
)
def test_published_as_given(value: str, iso: str) -> None:
    assert parse_published(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        *("", "today", "30/10/2025", "2025-10", "20251030", "2025-W44-4", "2025-02-30", "2025-10-30T25:00"),
        *("1499-12-31", "2201-01-01", "0001-01-01", "2025-10-30T", "٢٠٢٥-١٠-٣٠", "9" * 5000),
    ],
)
def test_published_refused(value: str) -> None:
    with pytest.raises(InputError, match="2025-10-30") as caught:
        parse_published(value)
    assert caught.value.code == "bad-date"
    assert len(str(caught.value)) < 300


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


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_line_can_be_read_for_a_date_and_a_dateline(line: str) -> None:
    found = find_dateline(line, 0, len(line))
    assert found is None or line[found.start : found.end].strip()
    read_line(line)


EXAMPLES = ("article", "blocks", "datelines", "dates", "decode", "read", "sections", "vocabulary")


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_examples_in_the_docstrings(name: str) -> None:
    failed, tried = doctest.testmod(importlib.import_module(f"nkclaims.inputs.{name}"))
    assert tried > 0
    assert failed == 0
