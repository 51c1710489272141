"""What is possible at all, on claims made by hand."""

from __future__ import annotations

import pytest

from claim_kit import Draft, verdicts


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (45, 120, []),
        (145, 120, [("num.range", "inconsistent", "error")]),
        (950_000_000, 1_200_000, [("num.range", "unchecked", "info")]),
    ],
)
def test_a_range_runs_from_low_to_high(low: int, high: int, expected: list[object]) -> None:
    draft = Draft(f"Rooms cost between ${low} and ${high} a night.")
    draft.money(f"between ${low} and ${high}", (low, high), modifier="between")
    assert verdicts(draft.findings()) == expected


@pytest.mark.parametrize(
    ("count", "unit", "per", "verdict"),
    [
        (12, "hour", "day", "consistent"),
        (24, "hour", "day", "consistent"),
        (25, "hour", "day", "inconsistent"),
        (6, "day", "week", "consistent"),
        (8, "day", "week", "inconsistent"),
    ],
)
def test_no_more_hours_than_a_day_has(count: int, unit: str, per: str, verdict: str) -> None:
    draft = Draft(f"They work {count} {unit}s a {per}.")
    draft.quantity(f"{count} {unit}s", count, unit, per=per)
    assert verdicts(draft.findings()) == [
        ("num.domain", verdict, "error" if verdict == "inconsistent" else "info")
    ]


def test_up_to_13_hours_a_day_is_possible_and_other_units_are_not_asked() -> None:
    draft = Draft("Up to 13 hours a day for 40 dollars a day.")
    draft.quantity("Up to 13 hours", (None, 13), "hour", per="day", modifier="at_most")
    draft.quantity("40 dollars", 40, "dollar", per="day")
    assert verdicts(draft.findings()) == [("num.domain", "consistent", "info")]


@pytest.mark.parametrize(
    ("base", "amount", "alarm"),
    [
        ("registered voters", 114, True),
        ("registered voters", 64, False),
        ("capacity", 140, False),
        ("gross domestic product", 132, False),
        ("the number of voters expected on average", 114, False),
        (None, 211, False),
    ],
)
def test_a_share_of_a_whole(base: str | None, amount: int, alarm: bool) -> None:
    draft = Draft(f"It came to {amount} percent of {base}.")
    draft.percentage(f"{amount} percent", amount, base=base)
    assert verdicts(draft.findings()) == ([("num.domain", "inconsistent", "error")] if alarm else [])


def test_a_rise_of_more_than_all_voters_is_no_share() -> None:
    draft = Draft("The number rose by 114 percent of voters.")
    draft.percentage("114 percent", 114, base="voters", direction="rise")
    assert draft.findings() == []


def multiplied(
    amount: object, base: str | None, *, factor: int = 2, by: str = "sentence", **rest: object
) -> Draft:
    draft = Draft(f"The quota takes 70 percent of {base}, and it was doubled.")
    share = draft.percentage("70 percent", amount, base=base, **rest)
    change = draft.change("doubled", factor=2, direction="rise")
    draft.link(change, "base", share, by)
    return draft


MULTIPLIED = "num.share_x_mult"


@pytest.mark.parametrize(
    ("draft", "verdict", "severity"),
    [
        (multiplied(24, "households"), "consistent", "info"),
        (multiplied(64, "households", by="clause"), "inconsistent", "error"),
        (multiplied(64, "households"), "inconsistent", "warning"),
        (multiplied(64, "income", by="clause"), "inconsistent", "warning"),
        (multiplied((None, 70), "income", modifier="at_most"), "tension", "warning"),
        (multiplied(51, "households"), "by_rounding", "info"),
    ],
)
def test_a_share_doubled(draft: Draft, verdict: str, severity: str) -> None:
    assert (MULTIPLIED, verdict, severity) in verdicts(draft.findings())


def test_a_bound_doubled_shows_its_extreme() -> None:
    (finding,) = [
        f for f in multiplied((None, 70), "income", modifier="at_most").findings() if f.check == MULTIPLIED
    ]
    assert finding.expression == "70 % x 2 = 140 %, at most 100 %"
    assert finding.message == "“doubled”: at its upper end “70 percent” of income would become 140 per cent."
    assert finding.assumptions[-1] == "takes it that no more than all of income can be meant"


def test_debt_doubled_may_pass_all_of_the_product() -> None:
    assert MULTIPLIED not in {f.check for f in multiplied(64, "gross domestic product").findings()}


def parties(last: int, base: str | None = "the vote", **rest: object) -> Draft:
    draft = Draft(f"One had 52 percent of the vote, her rival 34 percent and the others {last} percent.")
    draft.percentage("52 percent", 52, base=base)
    draft.percentage("34 percent", 34)
    draft.percentage(f"{last} percent", last, **rest)
    return draft


@pytest.mark.parametrize(
    ("draft", "expected"),
    [
        (parties(14), []),
        (parties(15), []),  # 101 within the rounding of three: by_rounding is no news
        (parties(24), [("num.share_cap", "inconsistent", "warning")]),
        (parties(14, clues={"rest": True}), [("num.share_cap", "consistent", "info")]),
        (parties(24, None), []),
        (parties(24, direction="rise"), []),
        (parties(24, unit="points"), []),
    ],
)
def test_shares_of_one_whole(draft: Draft, expected: list[object]) -> None:
    assert [row for row in verdicts(draft.findings()) if row[1] != "by_rounding"] == expected


def test_answers_of_respondents_may_overlap() -> None:
    draft = Draft("Of respondents 92 percent said this, 81 percent that and 64 percent both.")
    for n in (92, 81, 64):
        draft.percentage(f"{n} percent", n, base="respondents")
    assert draft.findings() == []
