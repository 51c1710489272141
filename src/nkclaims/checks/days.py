"""Is a printed weekday that day's, and is what is told as past not later than the article?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from nkclaims.checks.scene import Family, Scene
from nkclaims.model.findings import Finding
from nkclaims.model.values import Date, Event
from nkclaims.tables.calendar import published_day

WEEKDAY, FUTURE = "time.weekday", "time.dct"
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
GREGORIAN = 1753  # from here on English prints the one calendar
ZONES = timedelta(days=1)  # a day may have begun elsewhere before the article's
PLANNING = frozenset({"announcement", "plan", "schedule", "postponement", "law", "decree", "election_call"})


def run(scene: Scene) -> Iterator[Finding]:
    """One finding for each full date with a weekday, one for each happening told as past on a later day."""
    for position in scene.index.of_kind("date"):
        value = scene.claims[position].value
        if isinstance(value, Date):
            yield from weekday(scene, position, value)
    for position in scene.index.of_kind("event"):
        yield from told_as_past(scene, position)


def day_of(value: Date) -> date | None:
    """The one day a date names; None where it is a longer stretch, or not resolved."""
    if value.timex.type not in ("DATE", "TIME") or not value.earliest or value.earliest != value.latest:
        return None
    try:
        return date.fromisoformat(value.earliest[:10])
    except ValueError:  # years before Christ
        return None


def weekday(scene: Scene, position: int, value: Date) -> Iterator[Finding]:
    """ "Friday, 12 April 2017": the weekday printed beside a day and month must be that day's."""
    claim = scene.claims[position]
    said, day = claim.clues.get("weekday"), day_of(value)
    printed = any(character.isdigit() for character in claim.quote.text)
    if not isinstance(said, int) or day is None or not printed or day.year < GREGORIAN:
        return
    right = day.isoweekday() == said
    guessed = value.anchor != "none"
    is_day, said_day = NAMES[day.isoweekday() - 1], NAMES[(said - 1) % 7]
    yield scene.finding(
        WEEKDAY,
        "consistent" if right else "inconsistent",
        [position],
        expression=f"{day.isoformat()} was a {is_day}, said: {said_day}",
        message=f"“{scene.text(position)}”: {day.isoformat()} was a {is_day}"
        + (", as said." if right else f", not a {said_day}."),
        assumptions=[f"takes the year to be {day.year}"] if guessed else [],
        loose=guessed,
    )


def told_as_past(scene: Scene, position: int) -> Iterator[Finding]:
    """A happening told as done must not be dated after the article itself."""
    claim = scene.claims[position]
    published = published_day(scene.article.published)
    if not isinstance(claim.value, Event) or claim.value.realis != "actual" or published is None:
        return
    if claim.value.coarse in PLANNING or claim.voice.stance in ("conditional", "forecast"):
        return
    for at, by in scene.linked(position, "when"):
        value = scene.claims[at].value
        if by != "clause" or not isinstance(value, Date) or value.anchor != "none":
            continue
        day = day_of(value)
        past = scene.claims[at].clues.get("tense") == "past"
        if day is None or not past or day - published <= ZONES:
            continue
        late = (day - published).days
        yield scene.finding(
            FUTURE,
            "inconsistent",
            [position, at],
            expression=f"{day.isoformat()} > {published} (published)",
            message=f"“{scene.text(position)}” is told as past, but “{scene.text(at)}” is {late} days later"
            f" than the article, of {published}.",
            assumptions=[f"takes the article to be of {published}"],
            loose=True,
        )
        return


FAMILY = Family(
    {
        WEEKDAY: "is a printed weekday that day's?",
        FUTURE: "is what is told as past not later than the article?",
    },
    run,
)
