"""Text -> Article: what each part of a page is."""

from __future__ import annotations

import pytest

from input_kit import BODY, MORE, PAGE, rows, sections
from nkclaims.inputs.article import parse


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
        ("3 min read", "furniture"),
        ("Share this article: Facebook Twitter", "furniture"),
        ("Reading time: 12 minutes", "furniture"),
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
