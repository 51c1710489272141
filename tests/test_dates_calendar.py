"""The calendar behind dates: feasts, stretches, steps; which texts are narratives; how a clause looks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.easter import easter as easter_oracle
from hypothesis import given
from hypothesis import strategies as st

from nkclaims.atoms.scan import scan
from nkclaims.read.dates import stretches
from nkclaims.read.dates.narrative import is_narrative
from nkclaims.read.dates.stretches import far_end, moved
from nkclaims.read.dates.tense import tense_at
from nkclaims.rules.book import rule_book
from nkclaims.tables.calendar import easter, month_length, nth_weekday

YEARS = st.integers(min_value=1583, max_value=4000)
DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2400, 12, 31))


@given(YEARS)
def test_easter_is_what_dateutil_says(year: int) -> None:
    assert easter(year) == easter_oracle(year)


@given(YEARS, st.integers(1, 12), st.integers(1, 7), st.sampled_from([1, 2, 3, 4, -1]))
def test_the_nth_weekday_is_one(year: int, month: int, weekday: int, nth: int) -> None:
    day = nth_weekday(year, month, weekday, nth)
    assert (day.isoweekday(), day.month) == (weekday, month)
    assert day.day > month_length(year, month) - 7 if nth == -1 else (day.day - 1) // 7 == nth - 1


@given(
    DAYS, st.sampled_from(["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade"])
)
def test_a_day_lies_in_its_stretch(day: date, unit: str) -> None:
    found = stretches.containing(day, unit)
    assert found is not None and found.first is not None and found.last is not None
    if unit != "weekend":
        assert found.first <= day <= found.last


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year"]), st.integers(-300, 300))
def test_a_step_and_back_is_where_it_began(day: date, unit: str, count: int) -> None:
    start = stretches.containing(day, unit)
    assert start is not None
    there = moved(start, unit, count)
    assert there is not None
    back = moved(there, unit, -count)
    assert back is not None and (back.value, back.first) == (start.value, start.first)


@given(DAYS, st.integers(-500, 500))
def test_days_away_are_counted(day: date, count: int) -> None:
    assert far_end(day, "day", count) == day + timedelta(count)
    assert far_end(day, "week", count) == day + timedelta(weeks=count)


LATE = date(2009, 12, 19)
HISTORY = (
    "In {0} it began. In {1} it grew. In {2} it burned. By {3} it stood. In {4} it fell. In {5} it closed."
)


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        (HISTORY.format(1871, 1874, 1880, 1882, 1885, 1890), date(2009, 12, 19), True),
        (HISTORY.format(1871, 1874, 1880, 1882, 1885, 1890), None, True),
        (HISTORY.format(2005, 2006, 2007, 2008, 2009, 2009), date(2009, 12, 19), False),
        (
            HISTORY.format(1871, 1874, 1880, 1882, 1885, 1890) + " It said on Monday so.",
            date(2009, 12, 19),
            False,
        ),
        ("It began in 1871.", date(2009, 12, 19), False),
        ("In 1871 it began. It burned in May. The next year it fell.", date(2009, 12, 19), True),
        ("In 1871 it began. It burned in May. It is gone.", date(2009, 12, 19), False),
        ("Built in 1871, it burned in May. Ten fell. It rained.", date(2009, 12, 19), False),
        ("In 2005 it began. It burned in May. The next year it fell.", date(2009, 12, 19), False),
        ("It began in 1871. In May it burned. That autumn it stood. The next year it fell.", LATE, True),
        ("It began in May 1871. In June it rained. In July 1872 it burned. It is gone.", LATE, True),
        ("In 1871 it began. In 1872 it grew. By May it failed. Today it is a museum.", LATE, True),
        ("It began in 1871 and grew in 1904. In May it burned. In June it fell.", LATE, False),
        ("It began in 1871. In May it burned. The next year it fell, he said. Ten fell.", LATE, False),
        ("In 1871 it began. The next year it grew. On Monday it burned.", LATE, False),
        ("It began on Monday.", None, False),
    ],
)
def test_a_history_is_noticed(text: str, published: date | None, expected: bool) -> None:
    rule_book(())  # the words of the rules belong to the lexicon
    assert is_narrative(scan(text), published) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met Tuesday.", "past"),
        ("They will cut it Tuesday.", "future"),
        ("They will meet Tuesday.", "future"),
        ("He said Tuesday they will meet.", "past"),
        ("They agreed to meet Tuesday.", "future"),
        ("It was put off until Tuesday.", "future"),
        ("It may come as early as Tuesday.", "future"),
        ("He was shot to death Tuesday.", "past"),
        ("The Tuesday vote.", None),
    ],
)
def test_which_way_a_clause_looks(text: str, expected: str | None) -> None:
    rule_book(())
    atoms = scan(text)
    at = atoms.words.index("Tuesday")
    assert tense_at(atoms, at, at + 1) == expected
