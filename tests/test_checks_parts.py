"""Parts and totals, things said twice, places in places: on claims made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claim_kit import Draft, verdicts
from kit import pipeline
from nkclaims.checks.measures import convert
from nkclaims.model.interval import point
from nkclaims.model.values import Usd

D = Decimal


def usd(rate: str) -> Usd:
    return Usd(low=None, high=None, rate=D(rate), rate_date="2019", regime="official", tier="day", source="x")


def taken(part: int, whole: int, kind: str = "of", by: str = "clause", currency: str = "CNY") -> Draft:
    draft = Draft(f"They are paid {whole:,} yuan, from which {part:,} yuan goes.")
    total = draft.money(f"{whole:,} yuan", whole, "CNY", usd=usd("7"))
    piece = draft.money(f"{part:,} yuan", part, currency, clues={"part": kind}, usd=usd("0.9"))
    draft.link(piece, "total", total, by)
    return draft


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (taken(700, 2_400), ("num.part", "consistent", "info")),
        (taken(2_700, 2_400), ("num.part", "inconsistent", "error")),
        (taken(2_420, 2_400), ("num.part", "by_rounding", "info")),
        (taken(2_700, 2_400, "deducted"), ("money.flow", "inconsistent", "error")),
        (taken(2_700, 2_400, "deducted", by="sentence"), ("money.flow", "inconsistent", "warning")),
        (taken(300, 2_400, "deducted", currency="EUR"), ("money.flow", "consistent", "info")),
        (taken(700, 2_400, "deducted", currency="EUR"), ("money.flow", "inconsistent", "warning")),
    ],
)
def test_a_part_is_no_more_than_its_total(draft: Draft, expected: tuple[str, str, str]) -> None:
    assert verdicts(draft.findings()) == [expected]


def test_a_part_in_a_currency_without_a_rate_is_unchecked() -> None:
    draft = Draft("They earn $900, of which 50 pesos goes.")
    whole = draft.money("$900", 900)
    draft.link(draft.money("50 pesos", 50, None, clues={"part": "of"}), "total", whole)
    assert verdicts(draft.findings()) == [("num.part", "unchecked", "info")]


def killed(*parts: int, total: int = 14) -> Draft:
    words = " and ".join(f"{n} people" for n in parts)
    draft = Draft(f"{total} were killed: {words}.")
    whole = draft.quantity(f"{total}", total, "person")
    for n in parts:
        draft.link(draft.quantity(f"{n} people", n, "person", clues={"part": "all"}), "total", whole)
    return draft


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((9, 3, 2), [("num.sum", "consistent", "info")]),
        ((9, 7, 2), [("num.sum", "inconsistent", "warning")]),
        ((9, 3, 3), [("num.sum", "inconsistent", "warning")]),  # counts are not rounded
        ((50, 20), []),  # parts of something else
    ],
)
def test_all_parts_make_the_total(parts: tuple[int, ...], expected: list[object]) -> None:
    assert verdicts(killed(*parts).findings()) == expected


def test_sums_of_money_may_be_rounded() -> None:
    draft = Draft("It paid $175 million: $54 million and $122 million.")
    step = D(1_000_000)
    whole = draft.money("$175 million", 175_000_000, step=step)
    for n in (54, 122):
        piece = draft.money(f"${n} million", n * 1_000_000, step=step, clues={"part": "all"})
        draft.link(piece, "total", whole)
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict) == ("num.sum", "by_rounding")
    assert finding.expression == "54000000 + 122000000 = 176000000, said: $175 million"


@pytest.mark.parametrize(
    ("share", "amount", "verdict"),
    [(30, 450, "consistent"), (31, 450, "by_rounding"), (60, 450, "inconsistent")],
)
def test_a_share_of_its_base(share: int, amount: int, verdict: str) -> None:
    draft = Draft(f"{share} percent of the 1,500 workers, or {amount} people, will go.")
    percentage = draft.percentage(f"{share} percent", share)
    draft.link(percentage, "base", draft.quantity("1,500 workers", 1500, "worker"))
    draft.link(percentage, "equals", draft.quantity(f"{amount} people", amount, "person"))
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict) == ("num.pct_of", verdict)
    assert (finding.alternatives != []) == (verdict == "inconsistent")


@pytest.mark.parametrize(
    ("monthly", "per", "yearly", "verdict", "severity"),
    [
        (500, "month", 6_000, "consistent", "info"),
        (900, "month", 6_000, "inconsistent", "error"),
        (520, "week", 27_040, "consistent", "info"),
        (720, "week", 27_040, "inconsistent", "warning"),
        (71, "day", 26_000, "consistent", "info"),
        (1_500, "month", 21_000, "tension", "info"),
    ],
)
def test_an_amount_over_two_periods(monthly: int, per: str, yearly: int, verdict: str, severity: str) -> None:
    draft = Draft(f"They pay ${monthly} a {per}, or ${yearly} a year.")
    first, second = (
        draft.money(f"${monthly}", monthly, per=per),
        draft.money(f"${yearly}", yearly, per="year"),
    )
    draft.link(first, "equals", second)
    draft.link(second, "equals", first)
    assert verdicts(draft.findings()) == [("money.rate", verdict, severity)]


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        (("25 miles", 25, "mile"), ("40 km", 40, "kilometre"), "consistent"),
        (("25 miles", 25, "mile"), ("60 km", 60, "kilometre"), "inconsistent"),
        (("60 km", 60, "kilometre"), ("40 miles", 40, "mile"), "by_rounding"),
        (("30 feet", (None, 30), "foot"), ("9 metres", 9, "metre"), "consistent"),
        (("30 feet", (None, 30), "foot"), ("19 metres", 19, "metre"), "inconsistent"),
        (("39C", 39, "celsius"), ("102F", 102, "fahrenheit"), "consistent"),
        (("5 tons", 5, "ton"), ("4.5 tonnes", "4.5", "tonne"), "consistent"),
    ],
)
def test_a_measure_in_two_units(first: tuple, second: tuple, verdict: str) -> None:  # type: ignore[type-arg]
    draft = Draft(f"It is {first[0]} ({second[0]}) long.")
    bound = {"modifier": "at_most"} if isinstance(first[1], tuple) else {}
    one, two = draft.quantity(*first, **bound), draft.quantity(*second, step=D("0.1"))
    two.value = two.value.model_copy(update={"step": D("0.1") if "." in second[0] else D(1)})
    draft.link(one, "equals", two)
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict) == ("unit.paren", verdict)


def test_units_of_different_things_are_not_converted() -> None:
    assert convert(point(1), "mile", "kilogram") is None
    assert convert(point(1), "worker", "person") is None
    freezing = convert(point(32), "degree fahrenheit", "degree celsius")
    assert freezing is not None and freezing.contains(D(0))


GDANSK = {"geonames": 3099434, "country": "PL", "feature": "PPLA"}
POLAND = {"geonames": 798544, "country": "PL", "feature": "PCLI"}
RUSSIA = {"geonames": 2017370, "country": "RU", "feature": "PCLI"}


@pytest.mark.parametrize(
    ("region", "verdict", "severity"),
    [
        (POLAND, "consistent", "info"),
        (RUSSIA, "inconsistent", "warning"),
        ({"feature": "PCLI"}, "unchecked", "info"),
        ({"feature": "ADM1", "geonames": None}, "unchecked", "info"),
    ],
)
def test_a_place_in_a_place(region: dict, verdict: str, severity: str) -> None:  # type: ignore[type-arg]
    draft = Draft("A yard in Gdansk, Thatland, won it.")
    city = draft.place("Gdansk", **GDANSK)
    draft.link(city, "where", draft.place("Thatland", **region))
    assert verdicts(draft.findings()) == [("place.contain", verdict, severity)]


def test_a_demonym_that_two_countries_share_accuses_nobody() -> None:
    draft = Draft("The Korean city of Kaesong.")
    region = draft.place("Korean", geonames=1835841, country="KR", feature="PCLI")
    city = draft.place("Kaesong", geonames=1876373, country="KP", feature="PPLA")
    draft.link(city, "where", region)
    assert verdicts(draft.findings()) == [("place.contain", "unchecked", "info")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of the 80 cooks, 50 were women and 40 were men.", [("num.sum", "inconsistent", "warning")]),
        ("Of the 80 cooks, 50 were women and 30 were men.", [("num.part", "consistent", "info")] * 2),
        ("Of the 80 cooks, 50 were women and 40 were bakers.", [("num.part", "consistent", "info")] * 2),
        ("Of the 80 divers, 50 died and 40 survived.", [("num.sum", "inconsistent", "warning")]),
    ],
)
def test_parts_with_nothing_in_common_are_no_more_than_their_total(
    text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert verdicts(pipeline().extract(text, published="2025-03-14").findings) == expected
