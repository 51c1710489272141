"""What a date may be read from: the publication date, and the thread of dates the story has named so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from nkclaims.read.dates import stretches
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.tense import Tense
from nkclaims.read.dates.terms import Term
from nkclaims.tables.calendar import PRINTED_YEARS

By = Literal["published", "context", "none"]
"""What a resolved date leans on."""

_TOPICS = ("day", "month", "quarter", "half")


@dataclass(slots=True)
class Scene:
    """What a date may be read from; it changes as the text is read.

    published  the publication day, None where unknown     moment  the same with its hour, where given
    narrative  dates follow the thread, not the publication
    thread     the last stretch named                      age     sentences since the thread was set
    main       the last month or day named                 quarter the last quarter or half named
    day, week  the last named in this sentence             ahead   a day named later in the sentence
    topic      the first day, month or quarter named in this sentence; topic_before: in the one before
    start      where the range began whose end is read     last    the stretch resolved last
    tense      of the date's clause; asked for only when needed
    sentence   its number
    onward     whether the thread is a step on from what was told ("the next year")
    told       what an earlier year's sentence of a news text was set in; told_in: that sentence's number
    goes_on    whether the date's sentence may go on from there
    since      the words show that the date lies back, whatever is nearer; hence: that it lies ahead
    """

    published: date | None
    narrative: bool
    moment: datetime | None = None
    thread: Stretch | None = None
    age: int = 0
    main: Stretch | None = None
    quarter: Stretch | None = None
    quarter_age: int = 0
    topic: Stretch | None = None
    topic_before: Stretch | None = None
    day: date | None = None
    week: Stretch | None = None
    ahead: Callable[[], date | None] = lambda: None
    start: Stretch | None = None
    since: bool = False
    hence: bool = False
    last: Stretch | None = None
    tense: Callable[[], Tense | None] = lambda: None
    sentence: int = -1
    onward: bool = False
    told: Stretch | None = None
    told_in: int = -1
    goes_on: Callable[[], bool] = lambda: False

    @property
    def now(self) -> Stretch | None:
        """The day dates like "last week" are counted from."""
        if self.narrative:
            return self.thread
        return stretches.of_day(self.published) if self.published else None

    @property
    def by(self) -> By:
        """What dates counted from :attr:`now` lean on."""
        return "context" if self.narrative else "published"

    def compared(self, *, near: bool) -> Stretch | None:
        """What "a year earlier" is counted from: the day or month that the sentence, or the one before it, is
        about (near), else the quarter the story speaks of.
        """
        topic = self.topic or self.topic_before
        if near and topic is not None:
            return topic
        return self.quarter or (self.thread if self.narrative else None)

    def next_sentence(self, number: int) -> None:
        """A new sentence begins."""
        self.sentence = number
        self.day = self.week = None
        self.topic_before, self.topic = self.topic, None
        self.age += 1
        self.quarter_age += 1

    def remember(self, stretch: Stretch, term: Term) -> None:
        """Keep what later dates may lean on."""
        self.last = stretch
        if stretch.grain == "week":
            self.week = stretch
        if stretch.grain in ("decade", "century"):
            return
        if self.narrative or term.step is None or term.step.anchor != "now":
            self.thread, self.age = stretch, 0
            self.onward = term.step is not None and term.step.count > 0
            if stretch.grain in ("month", "day"):
                self.main = stretch
        compared = term.part_of is not None or (term.step is not None and term.step.keep)
        if compared:  # "the year-ago quarter" is not the one the story goes on with
            return
        if self.topic is None and stretch.grain in _TOPICS:
            self.topic = stretch
        if stretch.grain in ("quarter", "half"):
            self.quarter, self.quarter_age = stretch, 0
        elif stretch.grain == "day":
            self.day = stretch.first


def published_moment(published: str | None) -> datetime | None:
    """The publication's day and hour, without its zone; None where the hour is not given.

    >>> published_moment("2025-10-30T16:22:00+01:00"), published_moment("2025-10-30")
    (datetime.datetime(2025, 10, 30, 16, 22), None)
    """
    try:
        found = datetime.fromisoformat(published) if published and len(published) > 10 else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found is not None and found.year in PRINTED_YEARS else None
