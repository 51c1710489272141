"""Parts, shares, restatements and containers in real sentences."""

from __future__ import annotations

from functools import cache

import pytest

from nkclaims.engine import Pipeline, load


@cache
def pipeline() -> Pipeline:
    return load()


def links(text: str, *names: str) -> set[tuple[str, str, str]]:
    """(from quote, link, to quote) of the links of some names."""
    claims = pipeline().extract(text, published="2019-10-30").claims
    quotes = {claim.id: claim.quote.text for claim in claims}
    rows = set()
    for claim in claims:
        for name in names:
            for link in getattr(claim.links, name):
                rows.add((claim.quote.text, name, quotes[link.claim]))
    return rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sixty percent of the 1,500 workers at the mill, or 900 people, will lose their jobs.",
         {("Sixty percent", "base", "1,500 workers"), ("Sixty percent", "equals", "900 people")}),
        ("They put down a deposit of 15 percent, or £36,000, on the £240,000 barn.",
         {("15 percent", "base", "£240,000"), ("15 percent", "equals", "£36,000")}),
        ("Some 64 percent of the 3.1 million registered voters took part.",
         {("Some 64 percent", "base", "3.1 million registered voters")}),
        ("It gave 30 percent of its land, or so they say, to 40 families.", set()),
        ("Sales rose 5 percent, or $9 million, on the $180 million of last year.", set()),
    ],
)  # fmt: skip
def test_shares_and_their_amounts(text: str, expected: set[tuple[str, str, str]]) -> None:
    found = links(text, "base", "equals")
    assert {row for row in found if row[0].lower().endswith("percent")} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cooks are paid 2,400 yuan a month, from which the agency deducts 700 yuan every month.",
         {("700 yuan", "total", "2,400 yuan")}),
        ("Deckhands earn $900 a month. Of this, $350 is withheld by the agent.", {("$350", "total", "$900")}),
        ("Storm losses came to $50 million, including $36 million from one flood.",
         {("$36 million", "total", "$50 million")}),
        ("It raised $585 million of the group's $728 million refinancing.",
         {("$585 million", "total", "$728 million")}),
        ("Nine people were hurt, of whom four are in hospital.", set()),
        ("It employs 300 people in 12 towns, including 400 in Lille.", set()),
    ],
)  # fmt: skip
def test_parts_of_a_total(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text, "total") == expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Fourteen people were killed in the crash: nine passengers, three pedestrians and two drivers.", 3),
        ("The mill made payments of $175 million. The payments consisted of $54 million in cash"
         " and $121 million in shares, funded by $82 million of debt.", 2),
        ("The firm has 12 plants: two in Ghent employ 300 people, and one in Liege 90.", 0),
        ("At 12:30 the toll stood at 9 men, 4 women.", 0),
    ],
)  # fmt: skip
def test_lists_of_all_parts(text: str, parts: int) -> None:
    assert len(links(text, "total")) == parts


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("They will pay $500 a month, or $6,000 a year.", {"$500", "$6,000"}),
        ("The fire is 25 miles (40 km) north of it.", {"25 miles", "40 km"}),
        ("They pay $500 a month and $6,000 a year.", set()),
        ("It has 25 miles of track, 40 km of road.", set()),
    ],
)
def test_things_said_twice(text: str, pair: set[str]) -> None:
    found = links(text, "equals")
    assert {quote for one, _, two in found for quote in (one, two)} == pair
    assert {(two, one) for one, _, two in found} == {(one, two) for one, _, two in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A yard in the Polish city of Gdansk won the order.", {("Gdansk", "where", "Polish")}),
        ("The fair in Leipzig, Germany, drew many.", {("Leipzig", "where", "Germany")}),
        ("Trips to Saipan, Guam, Alaska and Hawaii are dear.", set()),
        ("They flew from Lyon in May.", set()),
        ("In Moscow, China's premier spoke.", set()),
    ],
)
def test_places_in_places(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert links(text, "where") == expected


def test_the_rest_of_a_whole_is_marked() -> None:
    text = "Sun gave 22 percent of electricity, wind 31 percent and diesel the other 47 percent."
    claims = [c for c in pipeline().extract(text).claims if c.kind == "percentage"]
    assert [bool(c.clues.get("rest")) for c in claims] == [False, False, True]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Rooms cost between $145 and $120 a night.", "num.range"),
        ("The due has doubled, from 62,000 to 190,000 roubles.", "num.mult"),
        ("Sales rose 18% to $368.5 million from $340.7 million.", "num.pct"),
        ("Guards work 25 hours a day.", "num.domain"),
        ("Some 114 percent of the 3.1 million registered voters took part.", "num.domain"),
        (
            "Sun gave 22 percent of electricity, wind 31 percent and diesel the other 67 percent.",
            "num.share_cap",
        ),
        ("Women hold 48 percent of seats, and ministers want that share to be tripled.", "num.share_x_mult"),
        ("A yard in the Polish city of Kaliningrad won the order.", "place.contain"),
    ],
)
def test_an_error_in_a_sentence_is_told(text: str, check: str) -> None:
    findings = pipeline().extract(text, published="2019-10-30").findings
    assert check in {f.check for f in findings if f.verdict == "inconsistent" and f.severity != "info"}
