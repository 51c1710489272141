"""Dollars for a whole article: every amount of money at the rate of the day it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from nkclaims.model.article import Article
from nkclaims.model.base import changed
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money, Usd
from nkclaims.normalise.amount_day import Dated, day_of
from nkclaims.normalise.ladder import climb
from nkclaims.normalise.stated import Stated, stated_for, stated_rates
from nkclaims.normalise.usd import SAME, Day, beside, convert, later_than_tables, year_range
from nkclaims.tables.currencies import alive, users
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


def dollars(article: Article, mentions: list[Mention], *, rates: Rates) -> DollarsReport:
    """Fill ``value.usd`` and ``value.usd_reason`` of every amount of money, and ``clues["usd_day"]``.

    The day is that of the amount's ``when`` link, else the article's own; without either ``usd`` stays None
    and the reason says so. Mentions are changed in place (their values, being frozen, are replaced).
    """
    report = DollarsReport()
    money = [position for position, mention in enumerate(mentions) if isinstance(mention.value, Money)]
    if not money:
        return report
    dated = {position: day_of(article, mentions, position) for position in money}
    days = {position: row.day.label if row.day else "" for position, row in dated.items()}
    stated = stated_rates(article.text, mentions, days)
    for position in money:
        mention, row = mentions[position], dated[position]
        assert isinstance(mention.value, Money)
        value = _of_its_day(mention.value, row.day)
        if row.by and row.day:
            mention.clues["usd_day"] = row.clue
        usd, reason = _for_mention(value, position, row, stated, rates)
        mention.value = changed(value, usd=usd, usd_reason=reason)
        _count(report, value, row.day, usd, rates)
    return report


def _for_mention(
    value: Money, position: int, row: Dated, stated: Sequence[Stated], rates: Rates
) -> tuple[Usd | None, str | None]:
    if value.currency is None:
        return _undecided(value, row, rates)
    day = row.day.label if row.day else ""
    rate = stated_for(position, value.currency, day, stated)
    if rate is None or position not in rate.positions:
        rate = stated_for(
            position, value.currency, day, _by_the_market(stated, value.currency, row.day, rates)
        )
    own_pair = rate is not None and rate.worth is not None and position in rate.positions
    if rate and not own_pair and not _believable(rate, row.day, rates):
        rate = None
    usd, reason = convert(value.low, value.high, value.currency, row.day, rates=rates, stated=rate)
    if usd and rate and usd.tier == "stated":
        usd = _as_printed(usd, rate, position)
    if usd and value.per and row.day and (usd.tier == "year" or (row.by == "published" and row.why is None)):
        year = int(row.day.latest[:4])
        two = usd.tier != "stated" and rates.two_rates(value.currency, row.day.ordinals[0])
        usd = year_range(usd, (value.low, value.high), value.currency, year, rates=rates, two=two)
    return usd, reason


def _of_its_day(value: Money, day: Day | None) -> Money:
    """The same in what was the same country's money on that day: "120 roubles" of 1985 are Soviet ones.

    Which currency a bare word means is settled before it is known which date is the amount's own.
    """
    if day is None:
        return value
    row = [code for code in value.candidates if alive(code, day.earliest) or alive(code, day.latest)]
    if value.currency is None:
        if len(value.candidates) != 2 or len(row) != 1 or not _one_country(*value.candidates):
            return value
    elif value.currency in row or not value.candidates:
        return value
    else:
        row = [code for code in row if _one_country(code, value.currency)]
    return changed(value, currency=row[0], currency_by="context") if row else value


def _one_country(one: str, other: str) -> bool:
    return not set(users(one)).isdisjoint(users(other))


def _by_the_market(stated: Sequence[Stated], code: str, day: Day | None, rates: Rates) -> Sequence[Stated]:
    """Without the official rate where the article states another too, and the market's is the one to go by."""
    if len(stated) < 2 or day is None or not rates.two_rates(code, day.ordinals[0]):
        return stated
    rung = climb(rates, code, "official", *day.ordinals)
    if rung is None:
        return stated
    others = [rate for rate in stated if rate.worth or abs(rate.middle / rung.rate - 1) > 2 * SAME]
    same = [rate for rate in others if rate.currency == code and rate.date == day.label]
    return others if same else stated


def _undecided(value: Money, row: Dated, rates: Rates) -> tuple[Usd | None, str | None]:
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
    return changed(usd, low=rate.worth[0], high=rate.worth[1])


def _believable(rate: Stated, day: Day | None, rates: Rates) -> bool:
    """Where one official rate is the only one, the article's must lie near it to serve for other amounts."""
    if day is None or rates.two_rates(rate.currency, day.ordinals[0]):
        return True
    usd, _ = convert(Decimal(1), Decimal(1), rate.currency, day, rates=rates)
    return usd is None or 1 / TRUST <= rate.middle / usd.rate <= TRUST


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
