"""Weekdays and days after the article, on claims made by hand."""

from __future__ import annotations

import pytest

from claim_kit import Draft, verdicts
from nkclaims.model.values import Event


@pytest.mark.parametrize(
    ("words", "day", "weekday", "anchor", "expected"),
    [
        ("Wednesday, 12 April 2017", "2017-04-12", 3, "none", [("time.weekday", "consistent", "info")]),
        ("Friday, 12 April 2017", "2017-04-12", 5, "none", [("time.weekday", "inconsistent", "error")]),
        ("Friday, 12 April", "2017-04-12", 5, "published", [("time.weekday", "inconsistent", "warning")]),
        ("Friday", "2017-04-12", 5, "published", []),  # the day itself was taken from the weekday
        ("Friday, 12 April 1717", "1717-04-12", 5, "none", []),  # two calendars were in use
    ],
)
def test_a_weekday_is_that_days(
    words: str, day: str, weekday: int, anchor: str, expected: list[object]
) -> None:
    draft = Draft(f"He was heard on {words}.")
    date = draft.date(words, day, earliest=day, latest=day, clues={"weekday": weekday})
    date.value = date.value.model_copy(update={"anchor": anchor})
    assert verdicts(draft.findings()) == expected


def happened(day: str, **rest: object) -> Draft:
    draft = Draft(f"She was sworn in on {day}.", "2018-06-11")
    settings = {"type": "appoint", "coarse": "appointment", "realis": "actual", "tense": "past", **rest}
    tense = settings.pop("tense")
    event = draft.mark("event", "sworn in", Event.model_validate({**settings, "trigger": "sworn in"}))
    date = draft.date(day, day, earliest=day, latest=day, clues={"tense": tense})
    draft.link(event, "when", date)
    return draft


@pytest.mark.parametrize(
    ("draft", "alarm"),
    [
        (happened("2018-06-07"), False),
        (happened("2018-06-12"), False),  # it may be tomorrow elsewhere
        (happened("2018-06-27"), True),
        (happened("2018-06-27", realis="planned"), False),
        (happened("2018-06-27", tense="future"), False),
    ],
)
def test_what_is_past_is_not_later_than_the_article(draft: Draft, alarm: bool) -> None:
    assert verdicts(draft.findings()) == ([("time.dct", "inconsistent", "warning")] if alarm else [])
