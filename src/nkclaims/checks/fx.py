"""Two amounts said to be equal in two currencies: the rate they imply against the tables' rates of that day.

An amount is never held against a rate that was taken from the same two amounts: the rates here come from the
tables alone, official and market. Whatever leans on a rate is a warning at most.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from nkclaims.checks.levels import number
from nkclaims.checks.scene import Family, Scene, shown, shown_interval
from nkclaims.model.findings import Finding, Severity, Verdict
from nkclaims.model.interval import Interval, plain, widest
from nkclaims.model.values import Money, Reading
from nkclaims.normalise.ladder import Day, Rung, climb
from nkclaims.tables.calendar import published_day
from nkclaims.tables.rates import Rates, Regime

FX = "money.fx"
SLACK = {"user": "0.03", "fixed": "0.01", "peg": "0.02", "day": "0.05", "previous": "0.08", "month": "0.08"}
WIDE = "0.15"  # a year's mean and whatever else is not of the day
STALE = Decimal("0.5")  # the last market rate of a currency whose market rate is not published
FAR = Decimal("0.2")  # beyond this share of the rate it is no longer another day's rate
Pair = tuple[int, int]


@dataclass(slots=True, frozen=True)
class Quoted:
    """A rate to compare with: units of the first currency per unit of the second, and how near to meet it."""

    rate: Decimal
    slack: Decimal
    words: str

    def band(self, extra: Decimal = Decimal(0)) -> Interval:
        """The rate, give or take its slack."""
        share = self.slack + extra
        return Interval(self.rate * (1 - share), self.rate * (1 + share))


def run(scene: Scene) -> Iterator[Finding]:
    """One finding for each pair of amounts in two currencies that the text sets equal."""
    for pair in pairs(scene):
        yield compare(scene, pair, scene.tables.rates)


def pairs(scene: Scene) -> Iterator[Pair]:
    """Pairs linked by ``equals``, each once, with the dollars (or the later amount) second."""
    taken: set[int] = set()
    for position in scene.index.of_kind("money"):
        for other, _ in scene.linked(position, "equals"):
            first, second = scene.claims[position].value, scene.claims[other].value
            pair = (min(position, other), max(position, other))
            if not isinstance(first, Money) or not isinstance(second, Money) or taken & {*pair}:
                continue  # an amount has one twin: "50 francs ($8) a share, or 9 million francs"
            codes = {first.currency, second.currency}
            if None in codes or len(codes) < 2:
                continue
            taken |= {*pair}
            yield pair[::-1] if _currency(scene, pair[0]) == "USD" else pair


def _currency(scene: Scene, position: int) -> str:
    value = scene.claims[position].value
    return (value.currency if isinstance(value, Money) else None) or ""


def compare(scene: Scene, pair: Pair, rates: Rates | None) -> Finding:
    """The finding of one pair."""
    first, second = number(scene, pair[0]), number(scene, pair[1])
    if first is None or second is None:
        return _unchecked(scene, pair, "an amount is a range whose ends are reversed")
    try:
        exact, loosest = plain(first) / plain(second), widest(first) / widest(second)
    except ZeroDivisionError:
        return _unchecked(scene, pair, "one of the amounts is zero")
    day = _day(scene, pair)
    if rates is None or day is None:
        return _unchecked(
            scene, pair, "there are no rates" if rates is None else "the article has no date", exact
        )
    codes = _currency(scene, pair[0]), _currency(scene, pair[1])
    quoted, reason = known_rates(rates, *codes, day)
    if not quoted:
        reason = reason or f"no rate of {' and '.join(codes)} is known for that day"
        return _unchecked(scene, pair, reason, exact)
    verdict, severity, best = judge(exact, loosest, quoted)
    implied = f"{shown_interval(exact)} {codes[0]} to one {codes[1]}"
    said = f"“{scene.text(pair[0])}” for “{scene.text(pair[1])}” makes {implied}"
    tail = {
        "consistent": f"; {best.words} is {shown(best.rate)}.",
        "by_rounding": f"; {best.words} is {shown(best.rate)}, which rounding allows.",
        "tension": f"; {best.words} is {shown(best.rate)}: another day's rate may have been used.",
        "inconsistent": f", but {best.words} is {shown(best.rate)}.",
    }[verdict]
    return scene.finding(
        FX,
        verdict,
        pair,
        expression=f"{_ends(first)} / {_ends(second)} = {shown_interval(exact)}, rate {shown(best.rate)}",
        message=said + tail,
        severity=severity,
        stated=loosest,
        computed=best.band(),
        assumptions=[f"takes the amounts to be of {_days(day)}", *([reason] if reason else [])],
        alternatives=[f"{row.words}: {shown(row.rate)}" for row in quoted if row is not best],
        loose=True,
    )


def judge(
    exact: Interval, loosest: Interval, quoted: list[Quoted]
) -> tuple[Verdict, Severity | None, Quoted]:
    """The kindest verdict among the rates, and the rate it is by."""
    for row in quoted:
        if exact.overlaps(row.band()):
            return "consistent", None, row
    for row in quoted:
        if loosest.overlaps(row.band()):
            return "by_rounding", None, row
    for row in quoted:
        if loosest.overlaps(row.band(FAR)):
            return "tension", "info", row
    return "inconsistent", None, quoted[0]


def known_rates(rates: Rates, code: str, other: str, day: Day) -> tuple[list[Quoted], str | None]:
    """The tables' rates of ``code`` per ``other``, the one to go by first; and what must be said of them."""
    low, high = day.ordinals
    base = climb(rates, other, "official", low, high) if other != "USD" else Rung(Decimal(1), "", "fixed", "")
    if base is None:
        return [], f"no rate of {other} is known for that day"
    two = rates.two_rates(code, low)
    rungs: list[tuple[Regime, Rung]] = []
    for regime in ("market", "official"):
        rung = climb(rates, code, regime, low, high) if regime == "official" or two else None
        if rung is not None:
            rungs.append((regime, rung))
    quoted = [_quote(regime, rung, base, two) for regime, rung in rungs]
    if not two or any(regime == "market" for regime, _ in rungs):
        return quoted, None
    last = rates.previous(code, "market", high)
    if last is None:
        return quoted, "the market's rate is not known"
    when = date.fromordinal(last.day).isoformat()
    stale = Quoted(last.rate / base.rate, STALE, f"the last market rate known, of {when},")
    return [
        stale,
        *quoted,
    ], f"the market's rate of that day is not known; the last is {high - last.day} days older"


def _quote(regime: str, rung: Rung, base: Rung, two: bool) -> Quoted:
    slack = max(Decimal(SLACK.get(row.tier, WIDE)) for row in (rung, base))
    name = f"the {regime} rate" if two else "the rate"
    return Quoted(rung.rate / base.rate, slack, f"{name} of {rung.date}" if rung.date else name)


def _day(scene: Scene, pair: Pair) -> Day | None:
    """The day or period the amounts are of (clue ``usd_day``), else the article's."""
    clues = [scene.claims[at].clues.get("usd_day") for at in pair]
    published = published_day(scene.article.published)
    value = next((clue["value"] for clue in clues if clue), published)
    if not value:
        return None
    first, _, last = str(value).partition("/")
    try:
        return Day(Day.of(first).earliest, Day.of(last or first).latest)
    except ValueError:
        return None


def _days(day: Day) -> str:
    return day.earliest if day.earliest == day.latest else f"{day.earliest} to {day.latest}"


def _ends(value: Reading) -> str:
    return shown_interval(plain(value))


def _unchecked(scene: Scene, pair: Pair, reason: str, exact: Interval | None = None) -> Finding:
    first, second = (scene.text(at) for at in pair)
    implied = f" = {shown_interval(exact)}" if exact is not None else ""
    return scene.finding(
        FX,
        "unchecked",
        pair,
        expression=f"{first} / {second}{implied}",
        message=f"“{first}” for “{second}” could not be checked: {reason}.",
        stated=exact,
    )


FAMILY = Family({FX: "do two amounts said to be equal imply a rate that the tables have?"}, run)
