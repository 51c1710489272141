"""Datelines and publication dates: found, given, and what settles the order of day and month."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from input_kit import BODY, MORE, PAGE, rows, sections
from nkclaims.errors import InputError
from nkclaims.inputs.article import parse
from nkclaims.inputs.datelines import find_dateline, writes_month_first
from nkclaims.inputs.dates import choose, parse_published, read_line


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
        ("9999-12-31", "9999-12-31"),
        ("0001-01-01", "0001-01-01"),
    ],
)
def test_published_as_given(value: str, iso: str) -> None:
    assert parse_published(value) == iso


@pytest.mark.parametrize(
    "value",
    [
        *("", "today", "30/10/2025", "2025-10", "20251030", "2025-W44-4", "2025-02-30", "2025-10-30T25:00"),
        *("0000-01-01", "12025-10-30", "2025-10-30T", "٢٠٢٥-١٠-٣٠", "9" * 5000),
    ],
)
def test_published_refused(value: str) -> None:
    with pytest.raises(InputError, match="2025-10-30") as caught:
        parse_published(value)
    assert caught.value.code == "bad-date"
    assert len(str(caught.value)) < 300


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=60))
def test_any_line_can_be_read_for_a_date_and_a_dateline(line: str) -> None:
    found = find_dateline(line, 0, len(line))
    assert found is None or line[found.start : found.end].strip()
    read_line(line)
