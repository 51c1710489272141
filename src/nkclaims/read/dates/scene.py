"""What a date may be read from: the publication date, and the thread of dates the story has named so far."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from nkclaims.read.dates import stretches
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.tense import Tense


@dataclass(slots=True)
class Scene:
    """What a date may be read from.

    published  the publication day, None where unknown     narrative  dates follow the thread, not the publication
    thread     the last stretch named                      quarter    the last quarter or half named
    start      where the range began whose end is read    ahead  a day named later in the sentence
    moment     the publication's day and hour, where both are given
    main       the last month or day named                 age        sentences since the thread was set
    day        the last day named in this sentence         tense      asked for only when needed
    """

    published: date | None
    narrative: bool
    thread: Stretch | None = None
    quarter: Stretch | None = None
    main: Stretch | None = None
    moment: datetime | None = None
    start: Stretch | None = None
    last: Stretch | None = None
    ahead: Callable[[], date | None] = lambda: None
    age: int = 0
    day: date | None = None
    tense: Callable[[], Tense | None] = lambda: None

    @property
    def now(self) -> Stretch | None:
        """The day dates like "last week" are counted from."""
        if self.narrative:
            return self.thread
        return stretches.of_day(self.published) if self.published else None
