"""Month first or day first: by section, by what decides it, and the finding about a mixed document."""

from __future__ import annotations

from datetime import datetime

import pytest

from claim_kit import Draft
from kit import pipeline
from nkclaims.atoms.scan import scan
from nkclaims.checks.dates import FAMILY
from nkclaims.checks.scene import Scene
from nkclaims.index import Index
from nkclaims.model.article import Article, Part
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date
from nkclaims.read import vendors
from nkclaims.read.context import Context
from nkclaims.read.dates import read_dates
from nkclaims.rules.book import rule_book


def mentions(
    text: str, published: str | None = None, parts: list[Part] | None = None, **frame: str
) -> list[Mention]:
    atoms = scan(text)
    article = Article("a", "-", text, published=published, parts=parts or [], **frame)
    return read_dates(rule_book(()).find(atoms, ("date",)), Context(article=article, atoms=atoms))


def rows(found: list[Mention]) -> list[tuple[str, str, str]]:
    return [
        (m.value.timex.value, m.clues["order"], m.clues["order_by"])
        for m in found
        if isinstance(m.value, Date)
    ]


@pytest.mark.parametrize(
    ("text", "published", "dateline", "expected"),
    [
        ("Posted 24/02/2025.", None, None, ("2025-02-24", "dmy", "itself")),
        ("Posted 10/30/2025.", None, None, ("2025-10-30", "mdy", "itself")),
        ("Posted Thursday 03/04/2025.", None, None, ("2025-04-03", "dmy", "weekday")),
        ("Posted Tue. 03/04/2025.", None, None, ("2025-03-04", "mdy", "weekday")),
        ("Posted 03/04/2025.", "2025-04-03", None, ("2025-04-03", "dmy", "published")),
        ("Posted 03/04/2025.", None, "BANTAM, Conn.", ("2025-03-04", "mdy", "dateline")),
        ("Posted 03/04/2025.", None, None, ("2025-03-04", "mdy", "default")),
        (
            "Posted 03/04/2025, after 9 May 2024 and 2 June 2024.",
            None,
            None,
            ("2025-04-03", "dmy", "spelled"),
        ),
        ("Posted 03/04/2025, changed 24/04/2025.", None, None, ("2025-04-03", "dmy", "section")),
    ],
)
def test_the_order_and_what_decides_it(
    text: str, published: str | None, dateline: str | None, expected: tuple[str, str, str]
) -> None:
    frame = {"dateline": dateline} if dateline else {}
    atoms_first = [m for m in mentions(text, published, **frame) if "order" in m.clues]
    assert rows(atoms_first)[0] == expected


PAGE = "10/30/2025, 16.22\nA ferry sank.\nSee also\n12/02/2016 15:14\n24/02/2025 17:52\n04/07/2007\n"


def page() -> list[Mention]:
    cut = PAGE.index("See also")
    parts = [Part(0, 17, "header"), Part(18, cut, "body"), Part(cut, len(PAGE), "related")]
    return mentions(PAGE, "2025-10-30", parts)


def test_each_section_keeps_its_own_order() -> None:
    assert rows(page()) == [
        ("2025-10-30T16:22", "mdy", "itself"),
        ("2016-02-12T15:14", "dmy", "section"),
        ("2025-02-24T17:52", "dmy", "itself"),
        ("2007-07-04", "dmy", "section"),
    ]


def test_both_orders_in_one_document_are_said() -> None:
    draft = Draft(PAGE)
    draft.mentions = page()
    scene = Scene(draft.claims(), Index(draft.mentions, PAGE).complete(), draft.article)
    (finding,) = FAMILY.run(scene)
    assert (finding.check, finding.severity, len(finding.claims)) == ("time.format", "info", 4)
    assert "10/30/2025, 16.22" in finding.message and "12/02/2016 15:14" in finding.message


def test_one_order_is_no_finding() -> None:
    text = "Posted 24/02/2025, changed 25/02/2025."
    draft = Draft(text)
    draft.mentions = mentions(text)
    assert (
        list(FAMILY.run(Scene(draft.claims(), Index(draft.mentions, text).complete(), draft.article))) == []
    )


# -- dateparser --------------------------------------------------------------------------------


BASE = datetime.fromisoformat("2025-10-30")


def test_dateparser_reads_what_our_grammar_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Posted 1 yr 2 mo ago by the desk."
    (found,) = mentions(text, "2025-10-30")
    assert (found.rule, found.value.timex.value) == ("date.stamp-ago", "2024-08")  # type: ignore[union-attr]
    monkeypatch.setattr("nkclaims.read.dates.resolve.parse_date", lambda words, base: None)
    (without,) = mentions(text, "2025-10-30")
    assert without.value.timex.value == "XXXX-XX-XX"  # type: ignore[union-attr]


def test_a_stamp_in_hours_needs_the_hour_of_publication() -> None:
    (with_hour,) = mentions("Posted 3h ago.", "2025-10-30T16:22")
    (without,) = mentions("Posted 3h ago.", "2025-10-30")
    assert with_hour.value.timex.value == "2025-10-30T13:22"  # type: ignore[union-attr]
    assert without.value.timex.value == "XXXX-XX-XX"  # type: ignore[union-attr]


def test_the_door_keeps_its_answers() -> None:
    vendors.parse_date.cache_clear()
    for _ in range(3):
        vendors.parse_date("5d ago", BASE)
    assert vendors.parse_date.cache_info().hits == 2
    assert vendors.parse_date("no date at all", BASE) is None


@pytest.mark.parametrize(
    ("text", "url", "expected"),
    [
        ("Posted 10/11/2025.", "https://www.standard.co.uk/news/1", ("2025-11-10", "dmy", "outlet")),
        ("Posted 10/11/2025.", "https://www.example.com.au/a", ("2025-11-10", "dmy", "outlet")),
        ("Posted 10/11/2025.", "http://paper.ie", ("2025-11-10", "dmy", "outlet")),
        ("Posted 10/11/2025.", "https://paper.in/x?y=1", ("2025-11-10", "dmy", "outlet")),
        ("Posted 10/11/2025.", "https://county.gov/x", ("2025-10-11", "mdy", "outlet")),
        ("Posted 10/11/2025.", "https://startup.io/x", ("2025-10-11", "mdy", "default")),
        ("Posted 10/11/2025.", "http://[", ("2025-10-11", "mdy", "default")),
        ("Posted 10/11/2025 on 9 May 2024.", "https://a.com", ("2025-11-10", "dmy", "spelled")),
        ("The colour programme opened on 10/11/2025.", None, ("2025-11-10", "dmy", "spelling")),
        ("Rents rose 5 per cent on 10/11/2025.", None, ("2025-11-10", "dmy", "spelling")),
        ("They organized the color show on 10/11/2025.", None, ("2025-10-11", "mdy", "spelling")),
        ("The color programme opened on 10/11/2025.", None, ("2025-10-11", "mdy", "default")),
        ("The colour show of 10/11/2025 closed on 12/25/2025.", None, ("2025-10-11", "mdy", "section")),
    ],
)
def test_the_outlet_decides_where_no_date_does(
    text: str, url: str | None, expected: tuple[str, str, str]
) -> None:
    frame = {"url": url} if url else {}
    assert rows([m for m in mentions(text, None, **frame) if "order" in m.clues])[0] == expected


def test_the_dateline_goes_before_the_address() -> None:
    (found,) = mentions("Posted 10/11/2025.", None, dateline="BANTAM, Conn.", url="https://paper.ie")
    assert rows([found]) == [("2025-10-11", "mdy", "dateline")]


def test_an_address_given_with_the_text_reaches_its_dates() -> None:
    found = pipeline().extract("A ferry sank on 10/11/2025.", url="https://paper.co.nz/a").claims
    assert [c.clues["order_by"] for c in found if c.kind == "date"] == ["outlet"]
