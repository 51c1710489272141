"""Whole sentences about changes: which levels are compared, on what basis, and which way a rate is quoted."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.findings import Finding


def checks(text: str) -> list[Finding]:
    found = pipeline().extract(text, published="2025-10-30").findings
    return [finding for finding in found if finding.check.startswith("num.")]


def alarms(text: str) -> list[str]:
    return [
        f.check for f in checks(text) if f.verdict in ("inconsistent", "tension") and f.severity != "info"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The rupiah slid 3 percent to 16,500 per dollar from 16,000.",
        "The peso strengthened 1.1 percent to 18.35 to the dollar from 18.55.",
        "The Ruritanian currency lost 0.8 percent to 152.4 yen per dollar from 151.2 yen.",
        "The Canadian dollar weakened 0.7 percent to 1.40 per U.S. dollar from 1.39.",
        "The greenback climbed 0.3 percent to 151.2 yen from 150.75 yen.",
        "Sterling fell 0.4% to $1.334 from $1.339.",
        "The Swiss franc rose 0.5% to 0.92 per euro from 0.9246.",
        "The rouble halved in value to 60 per dollar from 30.",
        "The rial plunged to 600,000 per dollar from 500,000.",
        "Dollar sales rose 10% to $55m from $50m.",
    ],
)
def test_a_rate_is_read_by_the_side_it_is_quoted_on(text: str) -> None:
    assert [f.verdict for f in checks(text)] == ["consistent"]


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The naira weakened 15% to 1,580 per dollar from 1,500.", "num.pct"),
        ("The peso strengthened 1.1 percent to 18.95 per dollar from 18.55.", "num.pct"),
        ("The rial plunged to 500,000 per dollar from 600,000.", "num.direction"),
        ("The euro rose 5 percent to $1.1650 from $1.1592.", "num.pct"),
        ("Dollar sales rose 10% to $50m from $55m.", "num.pct"),
    ],
)
def test_a_wrong_rate_is_caught(text: str, check: str) -> None:
    assert alarms(text) == [check]


def test_the_size_of_the_quote_itself_is_loose_but_no_alarm() -> None:
    text = "The rouble fell 43 percent to 120 per dollar from 84."
    assert [(f.verdict, f.severity) for f in checks(text)] == [("tension", "info")]


@pytest.mark.parametrize(
    "text",
    [
        "The club doubled its ticket revenue to £40m and reduced its wage bill from £90m to £70m.",
        "Sales rose to £10m and rents were cut from £3m to £2m.",
        "The chain tripled its profit to £9m, cutting its debt from £40m to £30m.",
        "Exports rose 5% to $20bn but imports dropped from $30bn to $28bn.",
        "The bank halved its dividend to 5p and said costs would fall from £300m to £280m.",
    ],
)
def test_levels_of_another_verb_are_left_to_it(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("The club cut its wage bill by 10% to £70m from £90m and doubled its rent to £2m.", "num.pct"),
        ("The chain tripled its profit from £3m to £12m, cutting its debt from £40m to £30m.", "num.mult"),
        ("Turnover grew 10% to £22m and reached £24m, up from £2m.", "num.pct"),
        ("The chain cut its costs from £21m to £33m.", "num.direction"),
    ],
)
def test_levels_of_the_same_verb_are_compared(text: str, check: str) -> None:
    assert check in alarms(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Organic turnover rose 3% to €20.1bn from €21.3bn.", "Organic"),
        ("Turnover rose 4% to $52m from $48m at constant exchange rates.", "at constant exchange rates"),
        ("Comparable sales grew 2% to £500m from £470m.", "Comparable"),
        ("Same-store sales fell 3% to $90m from $85m.", "Same-store"),
        ("Excluding fuel, sales rose 3% to £520m from £470m.", "Excluding"),
        ("Spending on roads fell 2% in real terms to £510m from £500m.", "in real terms"),
        ("Turnover rose 4% adjusted for inflation to $52m from $48m.", "adjusted for"),
    ],
)
def test_a_per_cent_on_another_basis_is_left_unchecked(text: str, words: str) -> None:
    (finding,) = checks(text)
    assert finding.verdict == "unchecked"
    assert f"“{words}”" in finding.message


def test_a_basis_that_is_said_of_another_number_is_not_this_ones() -> None:
    text = "Turnover rose 4%, or 9% at constant exchange rates, to $52m from $48m."
    assert alarms(text) == ["num.pct"]
    assert alarms("Prices comparable to last year's rose 4% to $52 from $48.") == ["num.pct"]


def test_an_adjusted_profit_is_compared_with_a_warning() -> None:
    (finding,) = checks("Underlying pre-tax profit rose 4% to $52m from $40m.")
    assert (finding.verdict, finding.severity) == ("inconsistent", "warning")
    assert "as well" in " ".join(finding.assumptions)


def test_spending_in_real_terms_may_fall_as_the_sum_rises() -> None:
    assert [f.verdict for f in checks("Spending in real terms fell to £510m from £480m.")] == ["unchecked"]


def quantities(text: str) -> list[tuple[str, str | None]]:
    claims = pipeline().extract(text).claims
    return [(c.quote.text, c.value.unit) for c in claims if c.kind == "quantity"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pupil numbers doubled from 3 million to 6 million.",
            [("3 million", "pupil"), ("6 million", "pupil")],
        ),
        ("The garrison was cut from 1,300 to 910.", [("1,300", None), ("910", None)]),
        ("Arrests more than doubled from 30 to 75.", [("30", "arrest"), ("75", "arrest")]),
        ("It cut the number of wards from 24 to 18.", [("24", "ward"), ("18", "ward")]),
        ("The cost of repairs rose from 300 to 450.", [("300", None), ("450", None)]),
        ("The singer rose from 12 to 8 in the charts.", []),
        ("Turnout fell from 2019 to 2021.", []),
    ],
)
def test_two_levels_whose_noun_stands_before_them(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert quantities(text) == expected


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Pupil numbers doubled from 3.1 million to 6.2 million.", "consistent"),
        ("Pupil numbers doubled from 3.1 million to 7.2 million.", "inconsistent"),
        ("The garrison was cut from 1,200 to 900, a drop of 25 per cent.", "consistent"),
        ("The garrison was cut from 1,200 to 850, a drop of 25 per cent.", "inconsistent"),
        ("Arrests rose from 30 to 45.", "consistent"),
        ("Arrests rose from 45 to 30.", "inconsistent"),
        ("The side climbed from 15 to 9.", "unchecked"),
    ],
)
def test_levels_without_a_noun_are_checked(text: str, verdict: str) -> None:
    assert [f.verdict for f in checks(text)] == [verdict]


def test_multiples_are_no_counts() -> None:
    claims = (
        pipeline().extract("Output is three times what it was. He regrets the doubling of the fee.").claims
    )
    factors = [getattr(c.value, "factor", None) for c in claims if c.kind in ("change", "quantity")]
    assert factors == [3, 2]


def test_more_than_before_a_verb_is_no_part_of_the_subject() -> None:
    claims = pipeline().extract("Profit more than halved to £2m from £5m.").claims
    assert {c.of.text for c in claims if c.kind == "money" and c.of} == {"Profit"}


def test_lines_to_other_articles_are_not_checked() -> None:
    text = (
        "The town opened a bridge on Monday. It cost £3m.\n\nThe mayor spoke.\n\n"
        "Read more: Turnover rose 4% to $52m from $40m\n"
    )
    result = pipeline().extract(text)
    assert {c.section for c in result.claims if c.kind == "change"} == {"related"}
    assert result.findings == []


@pytest.mark.parametrize(
    "text",
    [
        "The bank's fee income fell 3% to £6.4bn, pre-tax profit slipped to £1.1bn from £1.8bn.",
        "Arrests doubled to 1,240 from 610 and the number of crashes climbed from 41 to 57.",
        "The town has shrunk by a third since 1990, from 60,000 to 40,000, and the number of boys fell to 90 from 210.",
        "The rouble lost 1.1 percent to 81.3 against the dollar and 0.9 percent to 94.2 against the euro, from 80.4"
        " and 93.4 respectively.",
        "Turnover rose 5% to £20m and 8% to £30m abroad, from £27.8m.",
        "The firm improved its loss to £2m from £31m.",
        "Murders more than halved from 60 to 15.",
        "They cut prices on models from $300 to $500.",
        "Judges cut his sentence from 12 to 8 years.",
        "The journey fell by a third from 90 to 60 minutes.",
        "Fees from adverts halved to $20m as circulation dropped to 80,000 from 110,000.",
        "Grants for health rose by 3 percent and for schools by 5 percent, from £80bn to £84bn.",
        "Yields fell 8 basis points to 4.41 percent and the spread over Germany narrowed to 75 basis points from 80.",
        "Clothes can be picked up from 9 to 5 on weekdays.",
        "The peso, which has lost 30 percent of its value this year, fell to 1,475 per dollar from 1,032.",
    ],
)
def test_what_is_true_gives_no_alarm(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    ("text", "check"),
    [
        ("Arrests doubled to 1,840 from 610 in the same month.", "num.mult"),
        ("The town has shrunk by a third since 1990, from 60,000 to 30,000.", "num.pct"),
        ("Murders more than halved from 60 to 41.", "num.mult"),
        ("The number of jobless rose by 62,000 to 1.74 million from 1.48 million.", "num.delta"),
        ("The bank cut its policy rate by 50 basis points to 4.25% from 4.5%.", "num.pp"),
        ("It lowered its stake in the venture from 25% to 40%.", "num.direction"),
        ("The toll rose to 45 from 60 after a recount.", "num.direction"),
        ("The wait for a bed lengthened from 26 to 18 weeks.", "num.direction"),
        ("Turnover rose 6% to $52m from $40m, with organic growth of 9%.", "num.pct"),
        ("The journey fell by a third from 90 to 70 minutes.", "num.pct"),
        ("Rents fell 1.3% to an average £272 from £240.", "num.pct"),
    ],
)
def test_what_is_wrong_is_caught(text: str, check: str) -> None:
    assert alarms(text) == [check]


@pytest.mark.parametrize(
    "text",
    [
        "Cocoa closed at 5,612 pounds a tonne on Friday, down 4.2% on the week and less than half of December's "
        "record of 9,425 pounds.",
        "Prices rose 0.3% on the month to 120.5 pounds, against 115.2 pounds a year earlier.",
        "Steel exports fell 2.1% month-on-month to 4.6 million tonnes, compared with a peak of 9.2 million tonnes.",
        "Net income rose 12% from a year earlier to $5.6 million, but $6.1 million was forecast against $7 million.",
        "Claims rose 3% from the previous week to 231,000 and from 190,000 in January.",
        "Sales rose 8% to $108 million, against analysts' forecast of $104 million.",
    ],
)
def test_a_change_that_names_its_comparison_takes_no_other_level(text: str) -> None:
    assert alarms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Net income rose 19% from a year earlier to $5.6 million from $5.02 million.",
        "Net income rose 19% year on year to $5.6 million, from $5.02 million in the same period last year.",
        "Net income rose 19% from the same quarter last year, to $5.6 million from $5.02 million a year ago.",
        "Output fell 4% on the month to 931 tonnes from 1,004 tonnes last month.",
        "The price fell 40% from its record of $9,400 to $4,700.",
    ],
)
def test_a_named_comparison_still_has_its_levels(text: str) -> None:
    assert alarms(text) == ["num.pct"]


def test_a_rise_on_an_amount_has_it_for_its_old_level() -> None:
    text = "It is a rise of about 63% on the $3,100 paid last year, to $5,050."
    assert [f.verdict for f in checks(text)] == ["consistent"]


TITLE = "Farmers get 63% raise as board chases smugglers\n\n"
LEVELS = "Ruritania will pay its farmers $51,660 a tonne, up from $49,600, the minister said on Monday."


@pytest.mark.parametrize(
    "rest",
    [
        " In euro terms it is a rise of about 63% on the 3,100 euros paid last year.",
        " That is 4,980 euros a tonne. Last year they got 3,055 euros.",
        "",
    ],
)
def test_levels_of_something_else_do_not_accuse_a_title(rest: str) -> None:
    assert alarms(TITLE + LEVELS + rest) == []


def test_levels_of_the_same_measure_warn_about_a_title() -> None:
    text = "Acme net profit rises 30%\n\nAcme's net profit rose to $5.6 million from $5.02 million, it said."
    assert [(f.check, f.severity) for f in checks(text) if f.verdict == "inconsistent"] == [
        ("num.pct", "warning")
    ]


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        (
            "Ridership reached 31.2 million trips in 2024, still 8 per cent below the 33.9 million of 2019.",
            [],
        ),
        (
            "Ridership reached 31.2 million trips in 2024, still 18 per cent below the 33.9 million of 2019.",
            ["num.pct"],
        ),
        ("Rents were €2,052, some 50pc above the €1,368 of early 2020.", []),
        ("Rents were €2,052, some 90pc above the €1,368 of early 2020.", ["num.pct"]),
        ("Rain was 12% above the 30-year average, with 120 mm against 90 mm in March.", []),
    ],
)
def test_above_and_below_an_amount(text: str, caught: list[str]) -> None:
    assert alarms(text) == caught
