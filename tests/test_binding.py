"""Bindings: what a number measures, whose it is, what it is a share of, which way it goes, when it holds."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.claims import Claim


def numbers(text: str, published: str = "2023-11-02") -> list[Claim]:
    found = pipeline().extract(text, published=published).claims
    return [c for c in found if c.kind in ("money", "percentage", "quantity")]


def number(text: str, quote: str) -> Claim:
    return next(c for c in numbers(text) if quote in c.quote.text or c.quote.text in quote)


def words(claim: Claim, name: str) -> str | None:
    quote = getattr(claim, name)
    return quote.text if quote is not None else None


@pytest.mark.parametrize(
    ("text", "quote", "of"),
    [
        ("Orvan Corp. said net income fell 4% to $12.5 million.", "4%", "net income"),
        ("Orvan Corp. said net income fell 4% to $12.5 million.", "$12.5 million", "net income"),
        ("Net income was $12.5 million, or 31 cents a share.", "31 cents", "Net income"),
        ("Sales rose to $9 million from $8 million.", "$8 million", "Sales"),
        ("Orvan had a loss of $5 million, compared with earnings of $2 million.", "$5 million", "loss"),
        ("Orvan had a loss of $5 million, compared with earnings of $2 million.", "$2 million", "earnings"),
        ("Orvan posted a $5 million loss.", "$5 million", "loss"),
        ("Orvan reported a 47% decline in operating profit.", "47%", "operating profit"),
        ("The unit posted a 34% profit gain.", "34%", "profit"),
        ("Orvan earned $7 million in the year.", "$7 million", "earned"),
        ("It needs $3 million in working capital.", "$3 million", "working capital"),
        ("Orvan paid a fine of $40,000.", "$40,000", "fine"),
    ],
)
def test_what_it_measures(text: str, quote: str, of: str) -> None:
    assert words(number(text, quote), "of") == of


@pytest.mark.parametrize(
    ("text", "quote", "holder"),
    [
        ("Orvan Corp. said net income fell 4% to $12.5 million.", "4%", "Orvan Corp."),
        ("Orvan Corp.'s third-quarter net income fell 4%.", "4%", "Orvan Corp."),
        ("Orvan Corp. makes pumps. The company had a loss of $5 million.", "$5 million", "Orvan Corp."),
        ("Orvan Corp. makes pumps. Sales rose 8%.", "8%", "Orvan Corp."),
        ("Orvan Corp. makes pumps. Profit for the valve division fell 30%.", "30%", "the valve division"),
        (
            "Orvan Corp. makes pumps. Profit in the company's valve division fell 30%.",
            "30%",
            "valve division",
        ),
        ("Analysts said Orvan's sales rose 8%.", "8%", "Orvan"),
        ("The club, which is 61%-owned by Marta Holm, lost $2 million.", "61%", "Marta Holm"),
        ("The ruling cost the brewery $2 million.", "$2 million", "the brewery"),
    ],
)
def test_whose_it_is(text: str, quote: str, holder: str) -> None:
    assert words(number(text, quote), "holder") == holder


@pytest.mark.parametrize(
    ("text", "quote", "base"),
    [
        ("The levy takes 70 per cent of income.", "70 per cent", "income"),
        (
            "The levy takes up to 70 per cent of what a worker earns.",
            "up to 70 per cent",
            "what a worker earns",
        ),
        ("Orvan holds a 5% stake in Tilly Foods.", "5%", "Tilly Foods"),
        ("Sales rose 5% in May.", "5%", None),
    ],
)
def test_what_it_is_a_share_of(text: str, quote: str, base: str | None) -> None:
    assert words(number(text, quote), "base") == base


@pytest.mark.parametrize(
    ("text", "directions"),
    [
        ("Sales rose 12 %.", {"12 %": "rise"}),
        ("Sales fell by 3 points.", {}),
        (
            "Sales fell 16% to $123 million from $145 million.",
            {"16%": "fall", "$123 million": None, "$145 million": None},
        ),
        ("Revenue gained 13 % to $77.3 million.", {"13 %": "rise", "$77.3 million": None}),
        ("Orvan had net of $77 million, up 8.9% from $70 million.", {"8.9%": "rise", "$70 million": None}),
        ("Shares closed at $60, down 50 cents.", {"$60": None, "50 cents": "fall"}),
        ("Losses reduced net income by $50 million.", {"$50 million": "fall"}),
        ("The board reported a 47% decline in earnings.", {"47%": "fall"}),
        ("Sales were $2 million, a 13% increase from $1.8 million.", {"13%": "rise", "$1.8 million": None}),
    ],
)
def test_which_way_it_goes(text: str, directions: dict[str, str | None]) -> None:
    found = {c.quote.text: c.direction for c in numbers(text)}
    assert {quote: found[quote] for quote in directions} == directions


def when(text: str, published: str = "2023-11-02") -> dict[str, list[tuple[str, str]]]:
    claims = pipeline().extract(text, published=published).claims
    by_id = {c.id: c.quote.text for c in claims}
    return {
        c.quote.text: [(by_id[link.claim], link.by) for link in c.links.when]
        for c in claims
        if c.kind in ("money", "percentage")
    }


def test_a_date_in_the_clause_and_one_compared_with() -> None:
    found = when(
        "In the third quarter, Orvan lost $5 million, compared with a loss of $2 million a year earlier."
    )
    assert (
        found["$5 million"] == [("the third quarter", "sentence")]
        or found["$5 million"][0][0] == "the third quarter"
    )
    assert found["$2 million"] == [("a year earlier", "clause")]


def test_a_period_is_carried_to_the_sentences_that_follow() -> None:
    found = when("Third-quarter profit was $5 million. Sales rose 8%.")
    assert found["8%"] == [("Third-quarter", "carried")]


def test_a_date_that_belongs_to_one_number_leaves_the_other_alone() -> None:
    found = when("Orvan earned $7 million in 2021 and $9 million in 2022.")
    assert found == {"$7 million": [("2021", "clause")], "$9 million": [("2022", "clause")]}


@pytest.mark.parametrize(
    ("text", "quote", "place"),
    [
        ("In Norway the fee is 40 euros.", "40 euros", "Norway"),
        ("The tax brought 3 million euros in Norway, Olsen said.", "3 million euros", "Norway"),
        ("The fee of 40 euros angered Norway.", "40 euros", None),
    ],
)
def test_where_it_holds(text: str, quote: str, place: str | None) -> None:
    claims = pipeline().extract(text, published="2023-11-02").claims
    by_id = {c.id: c.quote.text for c in claims}
    claim = next(c for c in claims if c.quote.text == quote)
    assert [by_id[link.claim] for link in claim.links.where] == ([place] if place else [])


@pytest.mark.parametrize(
    ("text", "quote", "when"),
    [
        # what a figure is compared with is no time it holds for
        (
            "Orvan earned $45 million in the second quarter, up 12% on the same period last year.",
            "12%",
            "quarter",
        ),
        ("Rents averaged 900 euros in the second quarter, up 5% on a year earlier.", "5%", "quarter"),
        ("Rents in Cork rose 0.8% on the month and 3.4% on the year in May.", "0.8%", "May"),
        ("Rents in Cork rose 0.8% on the month and 3.4% on the year in May.", "3.4%", "May"),
        ("Orvan closed at $20.10 on Friday, down 3% on the week.", "$20.10", "Friday"),
        ("Orvan closed at $20.10 on Friday, down 3% on the day.", "3%", "Friday"),
        ("Copper settled at $71.20 a barrel, up 1.4% on the day.", "$71.20", None),
        ("Wheat for December delivery rose 7 cents to $5.48 a bushel.", "7 cents", None),
        # where a period ends is not the period
        ("Revenue for the nine months to June rose 15% to $1.1 billion.", "15%", "the nine months"),
        ("The franc lost 0.4% on Tuesday and is down 2% since January.", "2%", "January"),
        # a figure without a period that is set against another is of the year before, wherever that is named
        (
            "Net for the third quarter fell to $20 million from $22 million. In the year-earlier quarter,"
            " a tax credit was $3 million.",
            "$22 million",
            "the year-earlier quarter",
        ),
        (
            "Net in the third quarter was $9 million, compared with $8 million a year ago. In the first nine"
            " months, profit rose to $30 million from $28 million.",
            "$28 million",
            None,
        ),
    ],
)
def test_when_it_holds_and_what_it_is_set_against(text: str, quote: str, when: str | None) -> None:
    found = pipeline().extract(text, published="2023-11-02").claims
    by_id = {claim.id: claim for claim in found}
    dates = [by_id[link.claim].quote.text for link in number(text, quote).links.when]
    assert [d for d in dates if when is None or when not in d] == [] and bool(dates) == (when is not None)
