"""Laws of values of every shape: canonical English reads back, TIMEX3, EDTF and days agree, days move along."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from date_english import PARTS, SEASONS, UNITS, WEEKDAYS, duration, point, repeated, span
from nkclaims.model.values import Date
from test_dates import mentions, only, value

YEARS = st.integers(1850, 2150)
DAYS = st.dates(date(1850, 1, 1), date(2150, 12, 31))
PUBLISHED = st.none() | st.dates(date(1950, 1, 1), date(2100, 12, 31)).map(str)
ZONES = ("GMT", "UTC+2", "GMT-3:30", "EST", "CET", "+0530")
CLOCKS = st.tuples(st.integers(0, 23), st.integers(0, 59)).map("{0[0]:02d}:{0[1]:02d}".format)


def _weeks(ends: str) -> st.SearchStrategy[str]:
    return DAYS.map(lambda day: "{0.year:04d}-W{0.week:02d}".format(day.isocalendar()) + ends)


SHAPES: dict[str, st.SearchStrategy[str]] = {
    "day": DAYS.map(str),
    "minute": st.tuples(DAYS, CLOCKS).map("{0[0]}T{0[1]}".format),
    "part of the day": st.tuples(DAYS, st.sampled_from(list(PARTS))).map("{0[0]}T{0[1]}".format),
    "week": _weeks(""),
    "weekend": _weeks("-WE"),
    "month": DAYS.map("{:%Y-%m}".format),
    "quarter": st.tuples(YEARS, st.integers(1, 4)).map("{0[0]}-Q{0[1]}".format),
    "half": st.tuples(YEARS, st.integers(1, 2)).map("{0[0]}-H{0[1]}".format),
    "season": st.tuples(YEARS, st.sampled_from(list(SEASONS))).map("{0[0]}-{0[1]}".format),
    "year": YEARS.map(str),
    "fiscal year": YEARS.map(lambda year: f"{year}/{year + 1}"),
    "decade": st.integers(190, 214).map(str),
    "century": st.integers(10, 20).map(str),
}
NARROWED = ("month", "season", "quarter", "half", "year", "decade", "century")
THIRDS = ("START", "MID", "END")
ENDS = ("day", "month", "year", "quarter", "season", "half", "decade")


def edtf_days(text: str) -> tuple[date, date]:
    """First and last day of an EDTF, by the package: what we write is what the standard's reader reads."""
    parsed = parse_edtf(text)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    if text[4:5] == "-" and text[5:].isdigit() and int(text[5:]) > 24:
        # the package knows no days of quarters and halves
        first, last = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}[
            int(text[5:])
        ]
        year = int(text[:4])
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    return date(*low[:3]), date(*high[:3])


def agrees(found: Date) -> None:
    """Days and EDTF are those of the value: all of it, or within it where a mod narrows it."""
    assert found.earliest is not None and found.latest is not None and found.edtf is not None
    ours = date.fromisoformat(found.earliest), date.fromisoformat(found.latest)
    first, last = span(found.timex.value)
    if found.timex.mod is None:
        assert ours == (first, last)
    else:
        assert first <= ours[0] <= ours[1] <= last
    if found.edtf[5:] not in ("21", "22", "23", "24"):  # the package's seasons are astronomers' or none
        assert edtf_days(found.edtf) == ours


@pytest.mark.parametrize("shape", SHAPES)
@given(st.data(), PUBLISHED)
def test_the_english_of_a_point_reads_back(shape: str, data: Any, published: str | None) -> None:
    said = data.draw(SHAPES[shape])
    found = only(f"It burned on {point(said)}.", published)
    assert (found.timex.value, found.timex.mod) == (said, None)
    agrees(found)


@pytest.mark.parametrize("shape", NARROWED)
@given(st.data(), PUBLISHED, st.sampled_from(THIRDS))
def test_the_english_of_a_part_of_a_stretch_reads_back(
    shape: str, data: Any, published: str | None, mod: str
) -> None:
    said = data.draw(SHAPES[shape])
    found = only(f"It burned in {point(said, mod)}.", published)
    assert (found.timex.value, found.timex.mod) == (said, mod)
    agrees(found)


@given(SHAPES["minute"], st.sampled_from(ZONES), PUBLISHED)
def test_a_time_keeps_its_zone_and_its_day(said: str, zone: str, published: str | None) -> None:
    day, _, clock = said.partition("T")
    for text in (
        f"It rang at {clock} {zone} on {point(day)}.",
        f"It rang on {point(day)} at {clock} ({zone}).",
    ):
        (mention,) = mentions(text, published)
        assert (value(mention).timex.value, value(mention).earliest) == (said, day)
        assert mention.clues["zone"] == zone.lower()


def _lengths() -> st.SearchStrategy[str]:
    def made(unit: str, number: int) -> str:
        time = "T" if unit in ("S", "M", "H") else ""
        return f"P{time}{number or 'X'}{'M' if unit == 'MO' else unit}"

    counted = st.builds(made, st.sampled_from(list(UNITS)), st.integers(0, 99))
    two = st.builds("P{}Y{}M".format, st.integers(1, 30), st.integers(1, 11))
    hours = st.builds("P{}DT{}H".format, st.integers(1, 30), st.integers(1, 23))
    halves = st.builds("P{}.5{}".format, st.integers(2, 30), st.sampled_from("YMWD"))
    return counted | two | hours | halves


@given(_lengths(), PUBLISHED)
def test_the_english_of_a_length_reads_back(said: str, published: str | None) -> None:
    found = only(f"It lasted {duration(said)}.", published)
    assert (found.timex.type, found.timex.value) == ("DURATION", said)
    assert found.earliest is None


SETS = st.one_of(
    st.builds("P{}{}".format, st.integers(1, 30), st.sampled_from(["D", "W", "M", "Y", "DE"])),
    st.integers(1, 30).map("PT{}H".format),
    st.integers(1, 7).map("XXXX-WXX-{}".format),
    st.builds("XXXX-WXX-{}T{}".format, st.integers(1, 7), st.sampled_from(list(PARTS))),
    st.sampled_from(list(SEASONS)).map("XXXX-{}".format),
    st.integers(1, 12).map("XXXX-{:02d}".format),
    st.dates(date(2000, 1, 1), date(2000, 12, 31)).map("XXXX-{:%m-%d}".format),
    st.sampled_from(list(PARTS)).map("XXXX-XX-XXT{}".format),
)


@given(SETS, PUBLISHED)
def test_the_english_of_a_set_reads_back(said: str, published: str | None) -> None:
    found = only(f"They met {repeated(said)}.", published)
    assert (found.timex.type, found.timex.value) == ("SET", said)
    assert found.edtf is None and found.earliest is None


@pytest.mark.parametrize("shape", ENDS)
@given(st.data(), PUBLISHED)
def test_the_english_of_a_range_reads_back(shape: str, data: Any, published: str | None) -> None:
    one, other = sorted(data.draw(st.tuples(SHAPES[shape], SHAPES[shape]).filter(lambda v: v[0] != v[1])))
    first, last = sorted((one, other), key=span)
    left, right = mentions(f"It ran from {point(first)} to {point(last)}.", published)
    assert [value(m).timex.value for m in (left, right)] == [first, last]
    assert left.clues["interval"] == right.clues["interval"]
    assert edtf_days(left.clues["interval"]) == (span(first)[0], span(last)[1])


DAY_COUNTED = (
    "It rang {}.",
    [
        "today", "yesterday", "the day before yesterday", "three days ago", "ten days ago", "this morning",
        "last night", "yesterday evening", "at noon",
    ],
)  # fmt: skip
COMING = (
    "It will ring {}.",
    [
        "tomorrow", "the day after tomorrow", "in five days' time", "ten days from now", "tonight",
        "two days from tomorrow", "tomorrow at 16:22",
    ],
)  # fmt: skip
BY_WEEKS = [
    "on {}",
    "last {}",
    "next {}",
    "{} morning",
    "late {}",
    "the week before last",
    "a fortnight ago",
    "next week",
]


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(-400, 400))
def test_what_is_counted_in_days_moves_with_the_publication(day: date, n: int) -> None:
    for frame, phrases in (DAY_COUNTED, COMING):
        for phrase in phrases:
            one = only(frame.format(phrase), str(day))
            other = only(frame.format(phrase), str(day + timedelta(n)))
            assert one.earliest and other.earliest and one.timex.value[10:] == other.timex.value[10:]
            assert date.fromisoformat(other.earliest) - date.fromisoformat(one.earliest) == timedelta(n)


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.integers(-60, 60), st.sampled_from(WEEKDAYS))
def test_what_names_weekdays_and_weeks_moves_by_whole_weeks(day: date, n: int, name: str) -> None:
    for frame in ("It rang {}.", "It will ring {}."):
        for phrase in BY_WEEKS:
            text = frame.format(phrase.format(name))
            one, other = only(text, str(day)), only(text, str(day + timedelta(7 * n)))
            for end in ("earliest", "latest"):
                moved = date.fromisoformat(getattr(other, end)) - date.fromisoformat(getattr(one, end))
                assert moved == timedelta(7 * n)
