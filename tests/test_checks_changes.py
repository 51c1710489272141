"""Changes against their levels, on claims made by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claim_kit import Draft, verdicts
from nkclaims.checks import checked

D = Decimal


def quota(new: int, **rest: object) -> Draft:
    words = f"approximately {new:,} roubles" if rest.get("approx") else f"{new:,} roubles"
    draft = Draft(f"The quota has doubled, from 62,000 to {words}.")
    change = draft.change("doubled", factor=2, direction="rise")
    old = draft.money("62,000", 62_000, None)
    draft.levels(change, old, draft.money(words, new, "RUB", **rest))
    return draft


def test_doubled_with_its_working() -> None:
    (finding,) = quota(124_000, approx=True).findings()
    assert (finding.check, finding.verdict, finding.severity) == ("num.mult", "consistent", "info")
    assert finding.expression == "124000 / 62000 = 2.0, said: doubled (2)"
    assert finding.stated is not None and (finding.stated.low, finding.stated.high) == (D("1.9"), D("2.1"))
    assert finding.computed is not None and finding.computed.low == D("1.778")
    assert [quote.text for quote in finding.quotes] == ["doubled", "62,000", "approximately 124,000 roubles"]
    assert finding.message == "“doubled” is right: from 62,000 to approximately 124,000 roubles is 2.0 times."


@pytest.mark.parametrize(
    ("new", "verdict", "severity"),
    [
        (118_000, "consistent", "info"),
        (131_000, "by_rounding", "info"),
        (117_000, "by_rounding", "info"),
        (142_000, "inconsistent", "error"),
        (90_000, "inconsistent", "error"),
    ],
)
def test_doubled(new: int, verdict: str, severity: str) -> None:
    assert verdicts(quota(new).findings()) == [("num.mult", verdict, severity)]


def sales(
    percent: int, new: float, old: float, verb: str = "rose", by: str = "clause", **rest: object
) -> Draft:
    draft = Draft(f"Sales {verb} {percent}% to ${new} million from ${old} million.")
    direction = {"rose": "rise", "fell": "fall"}[verb]
    change = draft.change(f"{verb} {percent}%", percent=percent, direction=direction, **rest)
    step = D(100_000)
    level = draft.money(f"${new} million", D(str(new)) * 1_000_000, step=step)
    draft.levels(change, draft.money(f"${old} million", D(str(old)) * 1_000_000, step=step), level, by)
    return draft


@pytest.mark.parametrize(
    ("draft", "verdict", "severity", "working"),
    [
        (sales(8, 368.5, 340.7), "consistent", "info", "= 8.16 %"),
        (sales(6, 20.6, 22.0, "fell"), "consistent", "info", "(22000000 - 20600000) / 22000000 = 6.364 %"),
        (sales(10, 1.6, 1.5), "by_rounding", "info", "= 6.667 %"),
        (sales(18, 368.5, 340.7), "inconsistent", "error", "= 8.16 %"),
        (sales(8, 340.7, 368.5), "inconsistent", "error", "= -7.544 %"),
        (sales(18, 368.5, 340.7, by="sentence"), "inconsistent", "warning", "= 8.16 %"),
        (sales(18, 368.5, 340.7, approx=True), "inconsistent", "error", "= 8.16 %"),
        (sales(9, 368.5, 340.7, approx=True), "consistent", "info", "= 8.16 %"),
        (sales(8, 368.5, 340.7, modifier="over"), "consistent", "info", "= 8.16 %"),
        (sales(9, 368.5, 340.7, modifier="over"), "inconsistent", "error", "= 8.16 %"),
    ],
)
def test_per_cent(draft: Draft, verdict: str, severity: str, working: str) -> None:
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict, finding.severity) == ("num.pct", verdict, severity)
    assert working in finding.expression


def test_a_wrong_direction_is_named_as_the_other_reading() -> None:
    (finding,) = sales(8, 340.7, 368.5).findings()
    assert "it agrees as a fall" in finding.alternatives
    assert "a fall of 7.544 per cent" in finding.message


def test_the_new_level_as_base_is_named_as_the_other_reading() -> None:
    (finding,) = sales(20, 50.0, 40.0).findings()
    assert finding.alternatives == ["it agrees if reckoned on the new level instead of the old"]


def test_a_looser_link_says_what_it_assumed() -> None:
    (finding,) = sales(8, 368.5, 340.7, by="sentence").findings()
    assert (
        finding.assumptions[0]
        == "takes “$340.7 million” for the old level: it stands elsewhere in the text nearby"
    )


@pytest.mark.parametrize(
    ("factor", "direction", "new", "verdict"),
    [
        (D("0.5"), "fall", 42, "consistent"),
        (D("0.5"), "fall", 63, "inconsistent"),
        (3, "rise", 252, "consistent"),
        (3, "rise", 190, "inconsistent"),
    ],
)
def test_other_factors(factor: Decimal | int, direction: str, new: int, verdict: str) -> None:
    draft = Draft(f"In April 84 trains were scrapped and in May {new}: the number changed.")
    old, level = draft.quantity("84 trains", 84, "train"), draft.quantity(f"{new}", new, None)
    draft.levels(draft.change("changed", factor=factor, direction=direction), old, level)
    assert [v for _, v, _ in verdicts(draft.findings())] == [verdict]


@pytest.mark.parametrize(
    ("new", "verdict", "severity"),
    [
        (25, "consistent", "info"),
        (35, "tension", "info"),
        (19, "by_rounding", "info"),
        (18, "inconsistent", "error"),
    ],
)
def test_more_than_doubled(new: int, verdict: str, severity: str) -> None:
    draft = Draft(f"The herd more than doubled, from 10 to {new} goats.")
    change = draft.change("more than doubled", factor=2, direction="rise", modifier="over")
    old = draft.quantity("10", 10, None)
    draft.levels(change, old, draft.quantity(f"{new} goats", new, "goat"))
    assert verdicts(draft.findings()) == [("num.mult", verdict, severity)]


@pytest.mark.parametrize(("points", "verdict"), [(9, "consistent"), (19, "inconsistent")])
def test_points(points: int, verdict: str) -> None:
    draft = Draft(f"Support dropped {points} points, to 31 percent from 40 percent.")
    change = draft.change(f"dropped {points} points", points=points, direction="fall")
    new = draft.percentage("31 percent", 31)
    draft.levels(change, draft.percentage("40 percent", 40), new)
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict) == ("num.pp", verdict)
    assert finding.expression == f"40 - 31 = 9 points, said: dropped {points} points"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("dropped 9 points", ("num.delta", "consistent", "info")),
        ("dropped 9 percentage points", ("num.pp", "unchecked", "info")),
    ],
)
def test_points_of_things_that_are_no_per_cents(words: str, expected: tuple[str, str, str]) -> None:
    draft = Draft(f"The index {words}, to 2,640 from 2,649.")
    change = draft.change(words, points=9, direction="fall")
    new = draft.quantity("2,640", 2640, None)
    draft.levels(change, draft.quantity("2,649", 2649, None), new)
    assert verdicts(draft.findings()) == [expected]


def test_per_cent_of_per_cents_may_mean_points() -> None:
    draft = Draft("The rate rose 2 percent, to 12 percent from 10 percent.")
    change = draft.change("rose 2 percent", percent=2, direction="rise")
    new = draft.percentage("12 percent", 12)
    draft.levels(change, draft.percentage("10 percent", 10), new)
    (finding,) = draft.findings()
    assert (finding.verdict, finding.severity) == ("tension", "info")
    assert finding.assumptions == ["takes the per cent for percentage points"]


@pytest.mark.parametrize(("delta", "verdict"), [(1200, "consistent"), (2100, "inconsistent")])
def test_difference(delta: int, verdict: str) -> None:
    draft = Draft(f"It cut its workforce by {delta:,}, to 8,300 from 9,500.")
    change = draft.change(f"cut its workforce by {delta:,}", delta=delta, direction="fall")
    new = draft.quantity("8,300", 8300, None)
    draft.levels(change, draft.quantity("9,500", 9500, None), new)
    (finding,) = draft.findings()
    assert (finding.check, finding.verdict) == ("num.delta", verdict)


@pytest.mark.parametrize(
    ("moved", "new", "verdict", "severity"),
    [
        ("fall", "0.98", "consistent", "info"),
        ("rise", "0.98", "inconsistent", "error"),
        ("fall", "1.18", "inconsistent", "error"),
    ],
)
def test_direction_without_a_size(moved: str, new: str, verdict: str, severity: str) -> None:
    draft = Draft(f"Net moved to ${new} a share from $1.03 a share.")
    level = draft.money(f"${new}", new, per="share", step=D("0.01"), clues={"moved": moved})
    draft.link(level, "from", draft.money("$1.03", "1.03", per="share", step=D("0.01")))
    assert verdicts(draft.findings()) == [("num.direction", verdict, severity)]


def test_direction_of_equal_rounded_levels_is_no_alarm() -> None:
    draft = Draft("Sales rose to $3 million from $3 million.")
    level = draft.money("$3 million", 3_000_000, step=D(1_000_000), clues={"moved": "rise"})
    draft.link(level, "from", draft.money("$3 million", 3_000_000, step=D(1_000_000)))
    assert verdicts(draft.findings()) == [("num.direction", "by_rounding", "info")]


def test_levels_of_a_checked_change_are_not_checked_again_for_direction() -> None:
    draft = sales(8, 368.5, 340.7)
    draft.mentions[1].clues["moved"] = "rise"
    draft.link(draft.mentions[1], "from", draft.mentions[2])
    assert [check for check, _, _ in verdicts(draft.findings())] == ["num.pct"]


UNCHECKED = "could not be checked: "


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (None, None, "the text gives neither level"),
        (("$5", 5, "USD"), None, "the text does not give the new level"),
        (None, ("$9", 9, "USD"), "the text does not give the old level"),
        (("$5", 5, "USD"), ("€9", 9, "EUR"), "the levels are in different units (EUR and USD)"),
        (("$0", 0, "USD"), ("$9", 9, "USD"), "the old level is zero"),
        (("$5", (9, 5), "USD"), ("$9", 9, "USD"), "a level is no number, or a range whose ends are reversed"),
    ],
)
def test_unchecked_says_why(old: tuple | None, new: tuple | None, reason: str) -> None:  # type: ignore[type-arg]
    draft = Draft("It doubled: $5 $0 and $9 €9.")
    change = draft.change("doubled", factor=2, direction="rise")
    levels = [draft.money(*level) if level else None for level in (old, new)]
    draft.levels(change, *levels)
    (finding,) = draft.findings()
    assert (finding.verdict, finding.severity) == ("unchecked", "info")
    assert finding.message == f"“doubled” {UNCHECKED}{reason}."


def test_a_loss_and_a_profit_are_not_compared() -> None:
    draft = Draft("Earnings rose 5%: a net loss of $6 million against net income of $9 million.")
    change = draft.change("rose 5%", percent=5, direction="rise")
    new = draft.money("$6 million", 6_000_000, of="net loss")
    draft.levels(change, draft.money("$9 million", 9_000_000, of="net income"), new)
    (finding,) = draft.findings()
    assert finding.message.endswith("one level is a loss and the other is not.")


def test_the_first_pair_that_can_be_compared_is_taken() -> None:
    draft = Draft("Net fell 6% to $21 million, or 98 cents a share, from $1.03 a share, or $22 million.")
    change = draft.change("fell 6%", percent=6, direction="fall")
    new, new_share = draft.money("$21 million", 21), draft.money("98 cents", "0.98", per="share")
    old_share, old = draft.money("$1.03", "1.03", per="share"), draft.money("$22 million", 22)
    draft.levels(change, old_share, new)
    draft.levels(change, old_share, new_share)
    draft.levels(change, old, new)
    (finding,) = draft.findings()
    assert [quote.text for quote in finding.quotes[1:]] == ["$1.03", "98 cents"]


def test_findings_come_in_the_order_of_the_text_and_coverage_counts_verdicts() -> None:
    draft = Draft("It rose 8% to $108 from $100. It doubled. In all $7 was left.")
    change = draft.change("rose 8%", percent=8, direction="rise")
    new = draft.money("$108", 108)
    draft.levels(change, draft.money("$100", 100), new)
    draft.change("doubled", factor=2, direction="rise")
    draft.money("$7", 7)
    findings = draft.findings()
    assert [finding.check for finding in findings] == ["num.pct", "num.mult"]
    assert checked(draft.claims(), findings).model_dump() == {"numbers": 3, "in_a_check": 2}
