"""Changes in real sentences: found, read, and tied to their levels."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from nkclaims.atoms.scan import scan
from nkclaims.index import Index
from nkclaims.link.changes import link_changes
from nkclaims.model.article import Article
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention
from nkclaims.model.values import Change
from nkclaims.read.changes import read_changes
from nkclaims.read.context import Context
from nkclaims.read.money import read_money
from nkclaims.read.percentages import read_percentages
from nkclaims.read.quantities import read_quantities
from nkclaims.rules.book import RuleBook, rule_book

D = Decimal


@cache
def book() -> RuleBook:
    return rule_book()


def read(text: str) -> list[Mention]:
    """The number and change mentions of a text, linked."""
    atoms = scan(text)
    context = Context(Article("a", "-", text), atoms)
    hits = book().find(atoms, NUMBER_KINDS)
    readers = (("money", read_money), ("percentage", read_percentages), ("quantity", read_quantities))
    numbers = [
        m for kind, reader in readers for m in reader([h for h in hits if h.rule.kind == kind], context)
    ]
    numbers.sort(key=lambda m: (m.start, m.end))
    changes = read_changes(book().find(atoms, ("change",)), context, numbers)
    mentions = sorted(numbers + changes, key=lambda m: (m.start, m.end, m.kind))
    link_changes(Index(mentions, text), atoms)
    return mentions


def tied(text: str) -> list[tuple[str, str | None, str | None]]:
    """(change, old level, new level) of every change of a text."""
    mentions = read(text)

    def first(mention: Mention, name: str) -> str | None:
        rows = mention.links.get(name)  # type: ignore[call-overload]
        return text[mentions[rows[0][0]].start : mentions[rows[0][0]].end] if rows else None

    changes = [m for m in mentions if m.kind == "change"]
    return [(text[m.start : m.end], first(m, "from"), first(m, "to")) for m in changes]


@pytest.mark.parametrize(
    ("text", "quote", "value"),
    [
        ("The fee has more than doubled.", "more than doubled", {"factor": 2, "modifier": "over"}),
        ("It nearly tripled.", "nearly tripled", {"factor": 3, "lean": "below"}),
        ("The herd almost halved.", "almost halved", {"factor": D("0.5"), "lean": "below"}),
        (
            "Exports fell by about 5.5 per cent.",
            "fell by about 5.5 per cent",
            {"percent": D("5.5"), "approx": True},
        ),
        ("The toll rose by two-thirds.", "rose by two-thirds", {"percent": D("66.67"), "step": None}),
        ("They cut the rate by 25 basis points.", "cut the rate by 25 basis points", {"points": D("0.25")}),
        ("It lost 12.5 points.", "lost 12.5 points", {"points": D("12.5"), "direction": "fall"}),
        ("Rents went up by £38.", "went up by £38", {"delta": 38, "direction": "rise"}),
        ("Output grew twelvefold; no, it grew tenfold.", "grew tenfold", {"factor": 10}),
        ("Grain is five times higher.", "five times higher", {"factor": 5}),
        ("Bread costs half as much.", "half as much", {"factor": D("0.5"), "direction": "fall"}),
        ("Beds cost half as much again.", "half as much again", {"percent": 50, "direction": "rise"}),
    ],
)
def test_a_change_is_read(text: str, quote: str, value: dict[str, object]) -> None:
    (change,) = [m for m in read(text) if m.kind == "change"]
    assert text[change.start : change.end] == quote
    assert isinstance(change.value, Change)
    assert {key: getattr(change.value, key) for key in value} == value


@pytest.mark.parametrize(
    "text",
    [
        "Growth rose to 5 percent.",
        "Inflation may rise above 3%.",
        "The tax takes up to 12 per cent.",
        "Wool made up 40 percent of trade.",
        "He doubled down on it.",
        "The match was a goalless draw at the end of two halves.",
        "She won the women's doubles in 2009.",
        "Between 5 and 10 percent of the rise is owed to rain.",
    ],
)
def test_no_change_is_seen_where_none_is_said(text: str) -> None:
    assert tied(text) == []


def test_the_number_that_is_the_size_has_the_direction() -> None:
    mentions = read("Sales fell 6% to $20 million.")
    assert [(m.kind, m.direction) for m in mentions] == [
        ("change", "fall"),
        ("percentage", "fall"),
        ("money", None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sales rose 8% to $368.5 million from $340.7 million.",
         [("rose 8%", "$340.7 million", "$368.5 million")]),
        ("The due has doubled, from 62,000 to about 124,000 roubles.",
         [("doubled", "62,000", "about 124,000 roubles")]),
        ("Coal sold for 115 euros a tonne in Gdynia, up 15 percent from 100 euros in May.",
         [("up 15 percent", "100 euros", "115 euros")]),
        ("Profit was $19 million, a 12% decline from last year's $22 million.",
         [("12% decline", "$22 million", "$19 million")]),
        ("Visits slumped to 1.2 million in 2020 from 4.8 million in 2019, a drop of three-quarters.",
         [("drop of three-quarters", "4.8 million", "1.2 million")]),
        ("Turnout was 58 percent, four points down on 62 percent in 2018.",
         [("four points down", "62 percent", "58 percent")]),
        ("The plant cut its staff by 1,200 over the year, to 8,300 from 9,500.",
         [("cut its staff by 1,200", "9,500", "8,300")]),
        ("Rice rose 5% to $21 a sack from $20; maize fell 10% to $18 a sack from $20.",
         [("rose 5%", "$20", "$21"), ("fell 10%", "$20", "$18")]),
        ("The dam has doubled since 1990, reaching nearly 6,000 hectares (equal to about 23 square miles).",
         [("doubled", None, "nearly 6,000 hectares")]),
        ("Prices rose 3.1 percent, compared with 5 percent a year ago.", [("rose 3.1 percent", None, None)]),
        ("The firm, which has 3,000 staff, said sales were up 5 percent from $40 million to $42 million.",
         [("up 5 percent", "$40 million", "$42 million")]),
    ],
)  # fmt: skip
def test_levels_in_the_clause(text: str, expected: list[object]) -> None:
    assert tied(text) == expected


def test_amounts_a_share_are_tied_to_each_other() -> None:
    text = "Net fell 6% to $20.6 million, or 98 cents a share, from $22 million, or $1.03 a share."
    mentions = read(text)
    assert tied(text) == [("fell 6%", "$22 million", "$20.6 million")]
    cents = next(m for m in mentions if text[m.start : m.end] == "98 cents")
    assert cents.clues["moved"] == "fall"
    assert [text[mentions[i].start : mentions[i].end] for i, _ in cents.links["from"]] == ["$1.03"]


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The mill reported a 47% decline in earnings. It earned $45.2 million, compared with $84.9 million.",
         "sentence"),
        ("The yard posted a 20% gain in net income. Net rose to $108.8 million from $90.5 million.",
         "sentence"),
        ("The number of trains cancelled has been halved. In April, 84 trains a day were cancelled on 11"
         " lines; by May the figure stood at 42.", "sentence"),
        ("In 2022 there were 248,000 visits. In 2023 the number more than doubled, to 520,000.", "carried"),
    ],
)  # fmt: skip
def test_levels_in_the_sentence_beside(text: str, by: str) -> None:
    (change,) = [m for m in read(text) if m.kind == "change"]
    assert [reason for _, reason in change.links["from"]] == [by]
    assert change.links["to"]


def test_the_lead_does_not_take_another_measure() -> None:
    text = "The mill reported a 47% decline in earnings. Sales rose to $9 million from $8 million."
    assert tied(text) == [("47% decline", None, None)]
    text = "The mill reported a 4% decline in sales. Earnings fell to $8 million from $9 million."
    assert tied(text) == [("4% decline", None, None)]


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("Sales rose to $3 million from $2.9 million.", "rise"),
        ("Hotels employ 61,000 people, down from 104,000.", "fall"),
        ("There were 124 killings in May, against 1,860 in April.", None),
    ],
)
def test_levels_without_a_size(text: str, moved: str | None) -> None:
    new, old = [m for m in read(text) if m.kind != "change"]
    assert new.links["from"][0][0] == 1 and old.clues["old"]
    assert new.clues.get("moved") == moved


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("The levy can reach up to 70 per cent of income and, as of 10 March 2025, was doubled.", "clause"),
        ("Women hold 18 percent of seats, and ministers want that share to be tripled.", "clause"),
        ("Wind met 24 percent of demand. Under the plan, that proportion would be doubled.", "sentence"),
    ],
)
def test_a_multiple_of_a_share(text: str, by: str) -> None:
    (change,) = [m for m in read(text) if m.kind == "change"]
    assert [reason for _, reason in change.links["base"]] == [by]


def test_a_multiple_of_something_else_takes_no_share() -> None:
    (change,) = [
        m for m in read("Wind met 24 percent of demand and the toll was doubled.") if m.kind == "change"
    ]
    assert "base" not in change.links


@pytest.mark.parametrize(
    ("text", "slot", "size"),
    [
        ("The harbour board cut its rate by a quarter of a point to 2.25% from 2.5%.", "points", "0.25"),
        ("Vacancies rose half a percentage point to 3.5% from 3%.", "points", "0.5"),
        ("The catch fell by a tenth of one per cent to 999 tonnes from 1,000 tonnes.", "percent", "0.1"),
        ("Thefts fell by a fifth to 80 from 100.", "percent", "20"),
    ],
)
def test_a_part_of_a_point_is_no_share(text: str, slot: str, size: str) -> None:
    (change,) = [m for m in read(text) if m.kind == "change"]
    assert getattr(change.value, slot) == Decimal(size)
