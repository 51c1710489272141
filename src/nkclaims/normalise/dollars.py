"""Dollars for a whole article: every amount of money at the rate of the day it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money, Usd
from nkclaims.normalise.stated import Stated, stated_for, stated_rates
from nkclaims.normalise.usd import Day, beside, convert, later_than_tables, year_range
from nkclaims.tables.rates import Rates

TRUST = Decimal(2)
"""An article's rate this many times off the only rate there is tells of a slip, not of the money."""


@dataclass(slots=True)
class DollarsReport:
    """What became of an article's amounts. ``later``: past the tables' end (one warning a run says how many).

    ``unknown`` counts amounts without a rate by currency ("?" where the currency is not known).
    """

    amounts: int = 0
    converted: int = 0
    later: int = 0
    undated: int = 0
    unknown: dict[str, int] = field(default_factory=dict)


@dataclass(slots=True, frozen=True)
class _Dated:
    """Which day an amount is of, and by what right."""

    day: Day | None
    by: Literal["when", "published"] | None
    why: str | None = None


def dollars(article: Article, mentions: list[Mention], *, rates: Rates) -> DollarsReport:
    """Fill ``value.usd`` and ``value.usd_reason`` of every amount of money, and ``clues["usd_day"]``.

    The day is that of the amount's ``when`` link, else the article's own; without either ``usd`` stays None
    and the reason says so. Mentions are changed in place (their values, being frozen, are replaced).
    """
    report = DollarsReport()
    money = [position for position, mention in enumerate(mentions) if isinstance(mention.value, Money)]
    if not money:
        return report
    published = _published(article)
    dated = {position: _day_of(mentions, position, published) for position in money}
    days = {position: row.day.latest if row.day else "" for position, row in dated.items()}
    stated = stated_rates(mentions, days)
    for position in money:
        mention, row = mentions[position], dated[position]
        value = mention.value
        assert isinstance(value, Money)
        if row.by and row.day:
            mention.clues["usd_day"] = _clue(row)
        usd, reason = _for_mention(value, position, row, stated, rates)
        mention.value = value.model_copy(update={"usd": usd, "usd_reason": reason})
        _count(report, value, row.day, usd, rates)
    return report


def _for_mention(
    value: Money, position: int, row: _Dated, stated: Sequence[Stated], rates: Rates
) -> tuple[Usd | None, str | None]:
    if value.currency is None:
        return _undecided(value, row, rates)
    day = row.day.latest if row.day else ""
    rate = stated_for(position, value.currency, day, stated)
    if rate and position not in rate.positions and not _believable(rate, row.day, rates):
        rate = None
    usd, reason = convert(value.low, value.high, value.currency, row.day, rates=rates, stated=rate)
    if usd and rate and usd.tier == "stated":
        usd = _as_printed(usd, rate, position)
    if usd and value.per and row.by == "published" and row.day and row.why is None:
        year = int(row.day.latest[:4])
        usd = year_range(usd, (value.low, value.high), value.currency, year, rates=rates)
    return usd, reason


def _undecided(value: Money, row: _Dated, rates: Rates) -> tuple[Usd | None, str | None]:
    """Two candidates: the first's dollars, and both in ``also``; more or none: nothing."""
    codes = value.candidates
    if len(codes) != 2:
        among = f" (one of {', '.join(codes)})" if codes else ""
        return None, f"the currency is not known{among}"
    found = [(code, *convert(value.low, value.high, code, row.day, rates=rates)) for code in codes]
    known = [(code, usd) for code, usd, _ in found if usd]
    if not known:
        return None, found[0][2]
    also = [beside(usd, code, f"if the currency is {code}") for code, usd in known]
    return known[0][1].model_copy(
        update={"also": also}
    ), f"the currency may be {codes[0]} or {codes[1]}: see also"


def _as_printed(usd: Usd, rate: Stated, position: int) -> Usd:
    """The amount that was printed beside dollars is worth what is printed there, end by end."""
    if rate.worth is None or position != rate.positions[0]:
        return usd
    return usd.model_copy(update={"low": rate.worth[0], "high": rate.worth[1]})


def _believable(rate: Stated, day: Day | None, rates: Rates) -> bool:
    """Where one official rate is the only one, the article's must lie near it to serve for other amounts."""
    if day is None or rates.two_rates(rate.currency, day.ordinals[0]):
        return True
    usd, _ = convert(Decimal(1), Decimal(1), rate.currency, day, rates=rates)
    return usd is None or 1 / TRUST <= rate.middle / usd.rate <= TRUST


def _published(article: Article) -> Day | None:
    try:
        return Day.of(article.published[:10]) if article.published else None
    except ValueError:
        return None


def _day_of(mentions: Sequence[Mention], position: int, published: Day | None) -> _Dated:
    """The day of the first ``when`` link that resolves; one that is not over falls back to the article's."""
    for other, _ in mentions[position].links.get("when", ()):
        value = mentions[other].value if 0 <= other < len(mentions) else None
        if not isinstance(value, Date) or not value.earliest or not value.latest:
            continue
        day = Day(value.earliest[:10], value.latest[:10])
        low, high = day.ordinals
        if low > high:
            continue
        if published is None:
            return _Dated(day, "when")
        today = published.ordinals[1]
        if low > today:
            return _Dated(published, "published", f"its own date, {day.earliest}, is after the article")
        if high >= today and low != high:
            return _Dated(published, "published", "its own period runs up to the article")
        return _Dated(day, "when")
    return _Dated(published, "published" if published else None)


def _clue(row: _Dated) -> dict[str, str]:
    assert row.day is not None and row.by is not None
    same = row.day.earliest == row.day.latest
    value = row.day.earliest if same else f"{row.day.earliest}/{row.day.latest}"
    return {"by": row.by, "value": value, **({"why": row.why} if row.why else {})}


def _count(report: DollarsReport, value: Money, day: Day | None, usd: Usd | None, rates: Rates) -> None:
    report.amounts += 1
    if usd is not None:
        report.converted += 1
    elif value.currency is None:
        report.unknown["?"] = report.unknown.get("?", 0) + 1
    elif day is None:
        report.undated += 1
    elif later_than_tables(rates, value.currency, day):
        report.later += 1
    else:
        report.unknown[value.currency] = report.unknown.get(value.currency, 0) + 1


def last_day(rates: Rates) -> str:
    """The last day of the tables in use, for the run's warning."""
    return date.fromordinal(rates.until).isoformat()
