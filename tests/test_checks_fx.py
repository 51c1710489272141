"""Implied exchange rates, on claims made by hand and the shipped tables."""

from __future__ import annotations

import pytest

from claim_kit import Draft, verdicts
from nkclaims.checks import Tables
from nkclaims.tables.rates import load


def pair(first: tuple, second: tuple, published: str | None = "2015-06-16", **rest: object) -> Draft:  # type: ignore[type-arg]
    draft = Draft(f"It offered {first[0]} ({second[0]}) for it.", published)
    left = draft.money(*first, **rest)
    draft.link(left, "equals", draft.money(*second))
    return draft


def judged(draft: Draft) -> list[tuple[str, str, str]]:
    return verdicts(draft.findings(SHIPPED))


SHIPPED = Tables(rates=load())
FIFTY = ("$50 million", 50_000_000, "USD")
EUROS, MILLION = ("€45 million", 45_000_000, "EUR"), 1_000_000


@pytest.mark.parametrize(
    ("dollars", "verdict", "severity"),
    [
        (50.5, "consistent", "info"),
        (52.5, "consistent", "info"),
        (58, "tension", "info"),
        (85.5, "inconsistent", "warning"),
        (38.1, "inconsistent", "warning"),
    ],
)
def test_euros_in_dollars(dollars: float, verdict: str, severity: str) -> None:
    draft = pair(EUROS, (f"${dollars} million", dollars * MILLION, "USD"))
    assert judged(draft) == [("money.fx", verdict, severity)]


def test_the_working_and_the_day_are_shown() -> None:
    (finding,) = pair(EUROS, ("$85.5 million", 85_500_000, "USD")).findings(SHIPPED)
    assert finding.expression.startswith("45000000 / 85500000 = 0.5263, rate 0.8")
    assert "makes 0.5263 EUR to one USD, but the rate of 2015-06-16 is 0.8" in finding.message
    assert finding.assumptions == ["takes the amounts to be of 2015-06-16"]


def test_the_day_of_the_amount_goes_before_the_day_of_the_article() -> None:
    draft = pair(("£3 million", 3_000_000, "GBP"), ("$6 million", 6_000_000, "USD"), "2020-03-31")
    assert judged(draft) == [("money.fx", "inconsistent", "warning")]
    draft.mentions[0].clues["usd_day"] = {"by": "when", "value": "2008-01-01/2008-06-30"}
    assert judged(draft) == [("money.fx", "consistent", "info")]


def test_dollars_may_stand_first_and_a_pair_linked_both_ways_counts_once() -> None:
    draft = pair(("$50.5 million", 50_500_000, "USD"), EUROS)
    draft.link(draft.mentions[1], "equals", draft.mentions[0])
    assert judged(draft) == [("money.fx", "consistent", "info")]


def test_two_currencies_neither_of_which_is_the_dollar() -> None:
    draft = pair(EUROS, ("£32.4 million", 32_400_000, "GBP"))
    assert judged(draft) == [("money.fx", "consistent", "info")]
    draft = pair(EUROS, ("£52.4 million", 52_400_000, "GBP"))
    assert judged(draft) == [("money.fx", "inconsistent", "warning")]


def test_a_currency_whose_market_rate_is_not_published() -> None:
    draft = Draft("Rice is nearly 6,000 North Korean won per kilo (about 30-40 US cents).")
    won = draft.money("nearly 6,000 North Korean won", 6000, "KPW", lean="below")
    cents = draft.money("about 30-40 US cents", ("0.30", "0.40"), approx=True, modifier="between")
    draft.link(won, "equals", cents)
    (finding,) = draft.findings(SHIPPED)
    assert (finding.verdict, finding.severity) == ("consistent", "info")
    assert "15000 to 20000 KPW to one USD" in finding.message
    assert "the last market rate known, of 2025-03-25," in finding.message


@pytest.mark.parametrize(
    ("draft", "tables", "reason"),
    [
        (
            pair(EUROS, ("$50 million", 50_000_000, "USD"), None),
            Tables(rates=load()),
            "the article has no date",
        ),
        (pair(EUROS, ("$50 million", 50_000_000, "USD")), Tables(), "there are no rates"),
        (
            pair(("5 XYZ", 5, "XYZ"), ("$5", 5, "USD")),
            Tables(rates=load()),
            "no rate of XYZ and USD is known",
        ),
        (pair(EUROS, ("$0", 0, "USD")), Tables(rates=load()), "one of the amounts is zero"),
    ],
)
def test_unchecked_says_why(draft: Draft, tables: Tables, reason: str) -> None:
    (finding,) = draft.findings(tables)
    assert finding.verdict == "unchecked"
    assert reason in finding.message


def test_amounts_of_one_currency_or_of_none_are_no_pair() -> None:
    assert judged(pair(("$5", 5, "USD"), ("$6", 6, "USD"))) == []
    assert judged(pair(("5 francs", 5, None), ("$6", 6, "USD"))) == []
