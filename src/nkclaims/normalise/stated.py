"""Rates that an article states itself: "6,000 won, about 30-40 US cents", "at 90 roubles to the dollar"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Context, Decimal

from nkclaims.model.mention import Mention
from nkclaims.model.values import Money

_SIX = Context(prec=6)
_AFTER = re.compile(
    r"\s+(?:to|per|a|against|for)\s+(?:(?:the|one|each|every|a)\s+)?(?:(?:US|U\.S\.|American)\s+)?"
    r"(?:dollar|greenback)\b(?!-)"
)
_BEFORE = re.compile(
    r"(?:\b([\w.]+)\s+)?\b(?:dollar|greenback)\s+(?:(?:was|is|were|has|had|been|now|then|stood|stands|traded|trades"
    r"|trading|bought|buys|fetched|fetches|cost|costs|worth|quoted|changed|hands|closed|ended|at|around|about|for)"
    r"\s+){1,6}$"
)
_ARTICLES = frozenset({"the", "a", "one", "each", "every", "us", "u.s.", "american"})
_DOLLAR_UNITS = frozenset({"dollar", "us dollar", "u.s. dollar", "usd", "us$", "greenback"})


@dataclass(slots=True, frozen=True)
class Stated:
    """A rate in an article's own words: units per US dollar from ``low`` to ``high``, as of ``date``.

    ``positions`` are the mentions that state it: the amount in the currency and, where there is one, in
    dollars; ``worth`` is that amount of dollars as printed.
    """

    currency: str
    low: Decimal
    high: Decimal
    middle: Decimal
    date: str
    positions: tuple[int, ...]
    worth: tuple[Decimal, Decimal] | None = None


def stated_rates(text: str, mentions: Sequence[Mention], dates: dict[int, str]) -> list[Stated]:
    """Every rate that the article states, in its order; ``dates``: the day each mention is of."""
    found: list[Stated] = []
    for position, mention in enumerate(mentions):
        value = mention.value
        if not isinstance(value, Money):
            continue
        if value.currency not in (None, "USD") and _prices_dollar(text, mention, value):
            found += _from_price(value, position, dates.get(position, ""))
        for other, _ in mention.links.get("equals", ()):
            if position < other < len(mentions) or not _links_back(mentions, other, position):
                found += _from_pair(mentions, position, other, dates)
    return found


def stated_for(position: int, currency: str, day: str, rates: Iterable[Stated]) -> Stated | None:
    """The rate to use for a mention: its own pair's, else the nearest in the text that is of the same day."""
    rates = [rate for rate in rates if rate.currency == currency]
    own = next((rate for rate in rates if position in rate.positions), None)
    if own or not rates:
        return own
    same = [rate for rate in rates if rate.date == day]
    return min(same, key=lambda rate: abs(rate.positions[0] - position), default=None)


def _links_back(mentions: Sequence[Mention], other: int, position: int) -> bool:
    """Whether the pair will be met from its other end too, so that it counts once."""
    return other < len(mentions) and any(
        back == position for back, _ in mentions[other].links.get("equals", ())
    )


def _from_pair(mentions: Sequence[Mention], one: int, two: int, dates: dict[int, str]) -> list[Stated]:
    if not 0 <= two < len(mentions):
        return []
    a, b = mentions[one].value, mentions[two].value
    if not isinstance(a, Money) or not isinstance(b, Money):
        return []
    if b.currency != "USD":
        (a, one), (b, two) = (b, two), (a, one)
    if b.currency != "USD" or a.currency in (None, "USD"):
        return []
    ends, dollars = _closed(a), _closed(b)
    if ends is None or dollars is None:
        return []
    assert a.currency is not None
    if _parallel(ends, dollars):
        quotients = (ends[0] / dollars[0], ends[1] / dollars[1])
    else:
        quotients = (ends[0] / dollars[1], ends[1] / dollars[0])
    middle = _SIX.divide(ends[0] + ends[1], dollars[0] + dollars[1])
    low, high = _SIX.plus(min(quotients)), _SIX.plus(max(quotients))
    return [Stated(a.currency, low, high, middle, dates.get(one, ""), (one, two), dollars)]


def _prices_dollar(text: str, mention: Mention, value: Money) -> bool:
    """Whether an amount is what a dollar costs: "79 roubles to the dollar", "the dollar stood at 1,960 won".

    >>> text = "at 79 roubles to the dollar"
    >>> _prices_dollar(text, Mention("money", 3, 13, "", Money(low=79, high=79)), Money(low=79, high=79))
    True
    """
    if mention.direction is not None:
        return False
    if value.per and value.per.lower() in _DOLLAR_UNITS:
        return True
    if _AFTER.match(text, mention.end):
        return True
    before = _BEFORE.search(text[max(0, mention.start - 80) : mention.start])
    return before is not None and (before[1] or "the").lower() in _ARTICLES


def _from_price(value: Money, position: int, day: str) -> list[Stated]:
    ends = _closed(value)
    if ends is None or value.currency is None:
        return []
    return [Stated(value.currency, *ends, (ends[0] + ends[1]) / 2, day, (position,))]


def _closed(value: Money) -> tuple[Decimal, Decimal] | None:
    """Both ends where both are above zero; one printed end of a bound ("up to 70") is both."""
    low = value.high if value.low is None else value.low
    high = value.low if value.high is None else value.high
    return (low, high) if low and high and low > 0 and high > 0 else None


def _parallel(ends: tuple[Decimal, Decimal], dollars: tuple[Decimal, Decimal]) -> bool:
    """Two spreads say the rate end by end ("300 to 700 yuan, or 42 to 98 dollars"); one alone does not."""
    return ends[0] < ends[1] and dollars[0] < dollars[1]
