"""Which day an amount of money is of: its own, or the article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money
from nkclaims.normalise.ladder import Day
from nkclaims.tables import calendar

GOING = 731
"""A going rate is still going this many days after a date that was carried over from an earlier sentence."""


@dataclass(slots=True, frozen=True)
class Dated:
    """Which day or period, by what right ("when": its own date), and why not its own where it has one."""

    day: Day | None
    by: Literal["when", "published"] | None
    why: str | None = None

    @property
    def clue(self) -> dict[str, str]:
        """What the claim says of it: ``{"by", "value", "why"}``; the value is an ISO day, or two."""
        assert self.day is not None and self.by is not None
        same = self.day.earliest == self.day.latest
        value = self.day.earliest if same else f"{self.day.earliest}/{self.day.latest}"
        return {"by": self.by, "value": value, **({"why": self.why} if self.why else {})}


def published_day(article: Article) -> Day | None:
    """The article's day; None where it has none that can be read."""
    day = calendar.published_day(article.published)
    return Day.of(day.isoformat()) if day is not None else None


def day_of(article: Article, mentions: Sequence[Mention], position: int) -> Dated:
    """The day of the first ``when`` link that tells it, else the article's.

    A date after the article, or a period that is not over, gives way to the article's day; so does "since
    2020", which says when something began, and a date that a going rate ("62,000 roubles a month") has from
    an earlier sentence only.
    """
    published = published_day(article)
    mention = mentions[position]
    for other, by in mention.links.get("when", ()):
        if not 0 <= other < len(mentions):
            continue
        day = _resolved(mentions[other])
        if day is None or _since(article.text, mentions[other].start):
            continue
        if published is None:
            return Dated(day, "when")
        if by == "carried" and _going(mention) and published.ordinals[1] - day.ordinals[1] <= GOING:
            continue
        return _against(day, published)
    return Dated(published, "published" if published else None)


def _against(day: Day, published: Day) -> Dated:
    low, high = day.ordinals
    today = published.ordinals[1]
    if low > today:
        return Dated(published, "published", f"its own date, {day.earliest}, is after the article")
    if high >= today and low != high:
        return Dated(published, "published", "its own period runs up to the article")
    return Dated(day, "when")


def _resolved(mention: Mention) -> Day | None:
    value = mention.value
    if not isinstance(value, Date) or not value.earliest or not value.latest:
        return None
    day = Day(value.earliest[:10], value.latest[:10])
    try:
        low, high = day.ordinals
    except ValueError:  # before the year 1, or not of the calendar
        return None
    return day if low <= high else None


def _since(text: str, start: int) -> bool:
    return text[max(0, start - 8) : start].rstrip().lower().endswith("since")


def _going(mention: Mention) -> bool:
    return isinstance(mention.value, Money) and mention.value.per is not None
