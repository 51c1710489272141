"""Dates: forms, what they lean on, what is none; the laws of values; bad input."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

import nkclaims
from nkclaims.atoms.scan import scan
from nkclaims.model.article import Article
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date
from nkclaims.read.context import Context
from nkclaims.read.dates import read_dates
from nkclaims.rules.book import rule_book

PUBLISHED = "1998-02-19"  # a Thursday


def mentions(text: str, published: str | None = PUBLISHED, *, vague: bool = True) -> list[Mention]:
    atoms = scan(text)
    article = Article("a", "-", text, published=published)
    hits = rule_book(()).find(atoms, ("date",))
    return read_dates(hits, Context(article=article, atoms=atoms, vague=vague))


def value(mention: Mention) -> Date:
    assert isinstance(mention.value, Date)
    return mention.value


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], value(m).timex.value) for m in mentions(text, published)]


def only(text: str, published: str | None = PUBLISHED) -> Date:
    (mention,) = mentions(text, published)
    return value(mention)


POINTS = [
    ("It burned on 10 March 2025.", "10 March 2025", "2025-03-10"),
    ("It burned on the 10th of March, 2025.", "the 10th of March, 2025", "2025-03-10"),
    ("It burned on March 10th 2025.", "March 10th 2025", "2025-03-10"),
    ("It burned on Tuesday, Feb. 3, 1998.", "Tuesday, Feb. 3, 1998", "1998-02-03"),
    ("It burned on Feb. 3.", "Feb. 3", "1998-02-03"),
    ("It burned in May.", "May", "1997-05"),
    ("It will open in May.", "May", "1998-05"),
    ("It burned in October 1984.", "October 1984", "1984-10"),
    ("July's price fell by a third.", "July", "1997-07"),
    ("The levy took effect on Mar. 1.", "Mar. 1", "1997-03-01"),
    ("A barge ran into the old quay on March 29.", "March 29", "1997-03-29"),
    ("The fair will be held in Oslo in December.", "December", "1998-12"),
    ("Rents in March were flat.", "March", "1997-03"),
    ("Talks resume on Tuesday.", "Tuesday", "1998-02-24"),
    ("The truce may last five years.", "five years", "P5Y"),
    ("They milled less in 1996/97.", "1996/97", "1996/1997"),
    ("They won 12 games last season.", "last season", "PAST_REF"),
    ("It burned in 1984.", "1984", "1984"),
    ("It burned in 490 BC.", "490 BC", "BC0490"),
    ("It burned on Tuesday.", "Tuesday", "1998-02-17"),
    ("They will meet on Tuesday.", "Tuesday", "1998-02-24"),
    ("It burned at 4 p.m. on Tuesday.", "4 p.m. on Tuesday", "1998-02-17T16:00"),
    ("It burned at noon.", "noon", "1998-02-19T12:00"),
    ("It burned on Monday night.", "Monday night", "1998-02-16TNI"),
    ("Dated 2025-10-30 it lay there.", "2025-10-30", "2025-10-30"),
    ("It struck at 1000 UTC.", "1000 UTC", "1998-02-19T10:00"),
]
RELATIVE = [
    ("It burned today.", "today", "1998-02-19"),
    ("It burned the day before yesterday.", "the day before yesterday", "1998-02-17"),
    ("It burned last week.", "last week", "1998-W07"),
    ("It burned last June.", "last June", "1997-06"),
    ("It burned in June last year.", "June last year", "1997-06"),
    ("It opens next year.", "next year", "1999"),
    ("It burned three days ago.", "three days ago", "1998-02-16"),
    ("It burned two years ago.", "two years ago", "1996"),
    ("It burned over the weekend.", "the weekend", "1998-W07-WE"),
    ("It opens three weeks from tomorrow.", "three weeks from tomorrow", "1998-03-13"),
    ("It burned two weeks before Christmas.", "two weeks before Christmas", "1997-12-11"),
    ("It has been shut since March.", "March", "1997-03"),
    ("It burned earlier this month.", "earlier this month", "1998-02"),
    ("It burned early on Monday.", "early on Monday", "1998-02-16"),
    ("It burned two decades ago.", "two decades ago", "1978"),
    ("It burned at half past nine at night.", "half past nine at night", "1998-02-19T21:30"),
    ("It burned at eight in the morning.", "eight in the morning", "1998-02-19T08:00"),
    ("It may come by Friday.", "Friday", "1998-02-20"),
    ("It closes this coming weekend.", "this coming weekend", "1998-W08-WE"),
    ("It opens the week after next.", "the week after next", "1998-W10"),
    ("It burned the year before last.", "the year before last", "1996"),
    ("It burned on the day before Christmas.", "the day before Christmas", "1997-12-24"),
    ("They vote on the first Monday of May.", "the first Monday of May", "1998-05-04"),
    ("They vote on the last Friday of next month.", "the last Friday of next month", "1998-03-27"),
    ("They play at 7 tonight.", "7 tonight", "1998-02-19T19:00"),
    ("They play tonight at 2 a.m.", "tonight at 2 a.m.", "1998-02-19T02:00"),
    ("It rang at nine last night.", "nine last night", "1998-02-18T21:00"),
    ("It burned in the week of the 18th.", "the week of the 18th", "1998-W08"),
    ("It opens on the weekend of 14 March.", "the weekend of 14 March", "1998-W11-WE"),
    ("It burned in the third week of 1997.", "the third week of 1997", "1997-W03"),
    ("It ends four months from tomorrow.", "four months from tomorrow", "1998-06-20"),
    ("It burned in Nov. last year.", "Nov. last year", "1997-11"),
    ("It closed in April.", "April", "1997-04"),
    ("He joined in '92.", "'92", "1992"),
    ("It is due by year-end.", "year-end", "1998"),
    ("It burned at 5 a.m. local time on Monday.", "5 a.m. local time on Monday", "1998-02-16T05:00"),
    ("It sailed at 2200 hours.", "2200 hours", "1998-02-19T22:00"),
    ("They held 2200 hours of talks.", "2200 hours", "PT2200H"),
    ("It burned on the second of May.", "the second of May", "1997-05-02"),
    ("It falls due each 30 June.", "each 30 June", "XXXX-06-30"),
    ("It burned in the early hours of Sunday.", "the early hours of Sunday", "1998-02-15TMO"),
    ("It fell from 11 to 9.8 days.", "9.8 days", "P9.8D"),
    ("It burned on the 5th, it is said.", "the 5th", "1998-02-05"),
    ("It burned on the 25th, it is said.", "the 25th", "1998-01-25"),
    ("It burned at about 7 p.m. on Monday.", "about 7 p.m. on Monday", "1998-02-16T19:00"),
    ("It opens tomorrow p.m.", "tomorrow p.m.", "1998-02-20TAF"),
    ("It rang at 3 p. m. sharp.", "3 p. m.", "1998-02-19T15:00"),
    ("It burned in the first half of May 1997.", "the first half of May 1997", "1997-05"),
]
PARTS = [
    ("It burned in mid-March 2025.", "mid-March 2025", "2025-03"),
    ("It burned at the end of 1996.", "the end of 1996", "1996"),
    ("It burned in the late 1990s.", "the late 1990s", "199"),
    ("Built in the 11th century.", "the 11th century", "10"),
    ("It fell in the third quarter.", "the third quarter", "1997-Q3"),
    ("It fell in the second half of 1996.", "the second half of 1996", "1996-H2"),
    ("It fell in fiscal 1996.", "fiscal 1996", "1996"),
    ("It burned in the summer of 1955.", "the summer of 1955", "1955-SU"),
    ("It opened on Easter Monday 1998.", "Easter Monday 1998", "1998-04-13"),
    ("Families met for Chuseok last year.", "Chuseok last year", "1997-09-16"),
]
LENGTHS = [
    ("They got a five-day leave.", "five-day", "P5D"),
    ("It lasted 13 hours.", "13 hours", "PT13H"),
    ("It lasted more than three decades.", "more than three decades", "P3DE"),
    ("It shrank over the past two years.", "the past two years", "P2Y"),
    ("It shrank in recent years.", "recent years", "PXY"),
    ("It lasted a year and a half.", "a year and a half", "P1.5Y"),
    ("It lasted one and a quarter years.", "one and a quarter years", "P1.25Y"),
    ("It lasted 3 hours 30 minutes.", "3 hours 30 minutes", "PT3H30M"),
    ("He got two years, three months and five days.", "two years, three months and five days", "P2Y3M5D"),
    ("He retires in two years' time.", "two years' time", "2000"),
    ("It shrank over the five past years.", "the five past years", "P5Y"),
    ("It opens in the next fortnight.", "the next fortnight", "P2W"),
    ("They meet twice a year.", "twice a year", "P1Y"),
    ("They meet every Tuesday.", "every Tuesday", "XXXX-WXX-2"),
    ("They meet monthly.", "monthly", "P1M"),
    ("It opens on weekends.", "weekends", "P1WE"),
    ("It opens on Friday nights.", "Friday nights", "XXXX-WXX-5TNI"),
    ("It opens on weekday mornings.", "weekday mornings", "XXXX-WXXTMO"),
    ("It rings at 8 a.m. every Sunday.", "8 a.m. every Sunday", "XXXX-WXX-7T08:00"),
    ("It rings every evening at 7.", "every evening at 7", "XXXX-XX-XXT19:00"),
    ("The road is now shut.", "now", "PRESENT_REF"),
]


@pytest.mark.parametrize(("text", "quote", "expected"), POINTS + RELATIVE + PARTS + LENGTHS)
def test_a_form_is_found_whole_and_read(text: str, quote: str, expected: str) -> None:
    assert read(text) == [(quote, expected)]


NOT_DATES = [
    "He reads the Sunday Times.",
    "He drove a 2019 Ford Focus.",
    "Her 2015 Honda was stolen.",
    "The 2020 BMW X5 is red.",
    "A 2019 model costs less.",
    "May I come in?",
    "They may march on.",
    "She finished second.",
    "It cost $1988 and 12 euros.",
    "An An-70 took off.",
    "They won 3-1 and 21-19.",
    "Help is there 24/7.",
    "He drove a Peugeot 2008.",
    "He lives at 1984m above the sea.",
    "Some 2000 people came.",
    "April Jones sang.",
    "She lives at 2020 Main Street.",
    "The hotel at 12–14 March Street.",
    "He read from John 3:16.",
    "Its grower, April March, left.",
    "They earn 600 taka a month.",
    "It served 1,200 meals a day.",
    "Theresa May sang.",
    "Shares closed at 16.22.",
    "Pay rose from four to six dollars.",
    "They earn $5 a day.",
    "Three-quarters of it burned.",
    "A six-year-old boy.",
    "On March 32 nobody came.",
    "It was 13/13/2024.",
    "It was 2024-13-01.",
    "At 25:61 it rang.",
    "In the year 0 it began.",
    "In the year 99999 it ends.",
    "Prices fall and spring back.",
]


@pytest.mark.parametrize("text", NOT_DATES)
def test_what_is_no_date_gives_none(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It burned on Tuesday.", "XXXX-WXX-2"),
        ("It burned last week.", "XXXX-WXX"),
        ("It burned on Feb. 3.", "XXXX-02-03"),
        ("It burned in May.", "XXXX-05"),
        ("It burned today.", "XXXX-XX-XX"),
        ("It burned last year.", "XXXX"),
        ("It burned in June last year.", "XXXX-06"),
        ("It burned on Tuesday last week.", "XXXX-WXX-2"),
        ("It burned on the 5th of last month.", "XXXX-XX-05"),
        ("It fell in the third quarter.", "XXXX-Q3"),
    ],
)
def test_without_a_publication_date_nothing_is_invented(text: str, expected: str) -> None:
    found = only(text, None)
    assert found.timex.value == expected
    assert (found.earliest, found.latest, found.edtf, found.anchor) == (None, None, None, "none")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 30 February nobody came.", "XXXX-02-30"),
        ("On 31 June 2024 nobody came.", "2024-06-31"),
        ("On Feb. 29, 2023 at 4 p.m. nobody came.", "2023-02-29T16:00"),
        ("It rained in the morning.", "XXXX-XX-XXTMO"),
        ("A decade later it had two.", "XXXX"),
        ("On the fifth Monday of February 1998 nobody came.", "1998-02"),
    ],
)
def test_what_names_no_day_stays_open(text: str, expected: str) -> None:
    found = only(text)
    assert found.timex.value == expected
    assert (found.edtf, found.earliest, found.latest) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the autumn of 1989; the following spring it rose.", ["1989-FA", "1990-SP"]),
        ("It fell on 3 May 1997. The following Monday it rose.", ["1997-05-03", "1997-05-05"]),
        ("It fell on 3 May 1997. The previous March it rose.", ["1997-05-03", "1997-03"]),
        ("It fell on 3 May 1997. The following May it rose.", ["1997-05-03", "1998-05"]),
        (
            "It burned from 10 p.m. to 6 a.m. On Friday it rained.",
            ["1998-02-19T22:00", "1998-02-20T06:00", "1998-02-13"],
        ),
    ],
)
def test_what_follows_is_counted_from_what_was_told(text: str, expected: list[str]) -> None:
    assert [v for _, v in read(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In January 12 workers died.", [("January", "1998-01")]),
        ("In the January 12 attack ten died.", [("January 12", "1998-01-12")]),
        ("In 1066, 1492 and 1789 it rained.", [("1066", "1066"), ("1492", "1492"), ("1789", "1789")]),
        ("They met on Christmas Eve at 6 p.m. sharp.", [("Christmas Eve at 6 p.m.", "1997-12-24T18:00")]),
        ("Sales rose in the last quarter of 1997.", [("the last quarter of 1997", "1997-Q4")]),
        ("It ends no earlier than Tuesday.", [("Tuesday", "1998-02-24")]),
        ("It opens as early as March.", [("March", "1998-03")]),
    ],
)
def test_what_numbers_and_prepositions_say_beside_a_date(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_what_is_compared_with_a_month_does_not_run_from_it() -> None:
    one, other = mentions("It rose 2 percent in January from December."), mentions("It is shut from Monday.")
    assert "interval" not in one[1].clues and "interval" in other[0].clues


def test_the_following_day_follows_the_day_of_its_sentence() -> None:
    text = "She resigned yesterday and left the following day."
    assert [v for _, v in read(text)] == ["1998-02-18", "1998-02-19"]


def test_a_part_of_the_day_is_of_the_day_told() -> None:
    text = "They left on Tuesday. In the evening they came back."
    assert read(text) == [("Tuesday", "1998-02-17"), ("the evening", "1998-02-17TEV")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He got 25 to 30 years.", [("25", "P25Y"), ("30 years", "P30Y")]),
        ("It takes an 18-24-month course.", [("18", "P18M"), ("24-month", "P24M")]),
        ("It takes between two and three weeks.", [("two", "P2W"), ("three weeks", "P3W")]),
        ("It takes a day or two.", [("a day", "P1D"), ("two", "P2D")]),
    ],
)
def test_a_range_of_lengths_is_two_claims(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
    assert [mention.clues["range"] for mention in mentions(text)] == ["from", "to"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Open from 3 to 8 p.m. today.", ["1998-02-19T15:00", "1998-02-19T20:00"]),
        ("Open from 11 to 3 p.m. today.", ["1998-02-19T11:00", "1998-02-19T15:00"]),
        ("It rained between 10 and 11:30 this morning.", ["1998-02-19T10:00", "1998-02-19T11:30"]),
        ("Open 9.30-11am today.", ["1998-02-19T09:30", "1998-02-19T11:00"]),
    ],
)
def test_a_range_of_hours_names_its_half_of_the_day_once(text: str, values: list[str]) -> None:
    assert [v for _, v in read(text)] == values


def test_what_ended_lies_back() -> None:
    text = "Sales in the quarter ended June 30 fell."
    assert [v for _, v in read(text, "1998-05-16")][1] == "1997-06-30"


def test_a_part_has_its_days() -> None:
    assert (only("In mid-March 2025 it burned.").earliest, only("In mid-March 2025 it burned.").latest) == (
        "2025-03-11",
        "2025-03-20",
    )
    found = only("Over the past two years it shrank.", "2025-10-30")
    assert (found.earliest, found.latest, found.anchor) == ("2023-10-30", "2025-10-30", "published")


def test_after_a_year_is_none_of_its_days() -> None:
    found = only("The post-1959 laws were kept.")
    assert (found.timex.value, found.timex.mod, found.edtf) == ("1959", "AFTER", "1959/..")
    assert found.earliest is None and found.latest is None


def test_a_range_is_two_claims_and_one_interval() -> None:
    first, last = mentions("Between 2024 and early 2025 thousands left.")
    assert first.clues["range"] == "from" and last.clues["range"] == "to"
    assert first.clues["partner"] == [last.start, last.end]
    assert first.clues["interval"] == last.clues["interval"] == "2024/2025-04-30"


@pytest.mark.parametrize(
    ("text", "values", "whole"),
    [
        ("It ran from March to May 2025.", ["2025-03", "2025-05"], "2025-03/2025-05"),
        ("It ran from 9 to 17 July 1997.", ["1997-07-09", "1997-07-17"], "1997-07-09/1997-07-17"),
        ("It ran July 9-17, 1997.", ["1997-07-09", "1997-07-17"], "1997-07-09/1997-07-17"),
        ("It ran 1939-45.", ["1939", "1945"], "1939/1945"),
        ("It has run since 1996.", ["1996"], "1996/.."),
    ],
)
def test_ranges_of_every_form(text: str, values: list[str], whole: str) -> None:
    found = mentions(text)
    assert [value(m).timex.value for m in found] == values
    assert {m.clues["interval"] for m in found} == {whole}


NARRATIVE = (
    "The town was founded in 1871. It had a bridge by 1874 and a mill by 1876. In 1880 the first train came."
    " On 5 June 1881 the river rose. Two days later the bridge fell. The next year it was rebuilt. In May"
    " 1882 the mill burned down. In August it stood again. On 3 November a second mill opened. In February"
    " the old one closed. It was sold in 1885, and again in 1888."
)


def test_a_history_is_read_by_its_own_thread() -> None:
    found = [v for _, v in read(NARRATIVE, "2009-12-19")]
    thread = "1881-06-05 1881-06-07 1882 1882-05 1882-08 1882-11-03 1883-02"
    assert found == f"1871 1874 1876 1880 {thread} 1885 1888".split()


def test_what_followed_begins_where_the_story_is() -> None:
    first, after = (
        value(m) for m in mentions("In October 1997 it shut. In the months that followed, many left.")
    )
    assert (first.latest, after.edtf, after.anchor) == ("1997-10-31", "1997-11-01/..", "context")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rose in September 1997 from a year earlier.", ["1997-09", "1996-09"]),
        ("It rose in the third quarter from the same quarter of 1996.", ["1997-Q3", "1996-Q3"]),
        ("It shut on 3 May 1997, as it had the day before.", ["1997-05-03", "1997-05-02"]),
        ("It closed in 1996. It fell less than the day before.", ["1996", "XXXX-XX-XX"]),
    ],
)
def test_what_is_compared_is_counted_from_what_was_named(text: str, expected: list[str]) -> None:
    assert [v for _, v in read(text)] == expected


def test_the_quarter_spoken_of_carries() -> None:
    text = "Net rose in the third quarter. A year earlier it had lost money. The year-ago quarter was poor."
    assert [v for _, v in read(text, "1989-11-02")] == ["1989-Q3", "1988-Q3", "1988-Q3"]


# -- laws --------------------------------------------------------------------------------------

days = st.dates(min_value=date(1600, 1, 1), max_value=date(2190, 12, 31))
recent_days = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))
MONTHS = "January February March April May June July August September October November December".split()


@given(days)
def test_the_english_of_a_day_reads_back(day: date) -> None:
    for text in (
        f"on {day.day} {MONTHS[day.month - 1]} {day.year}",
        f"on {MONTHS[day.month - 1]} {day.day}, {day.year}",
        f"on {day.isoformat()}",
    ):
        found = only(text)
        assert (found.timex.value, found.earliest, found.latest) == (day.isoformat(),) * 3


@given(days)
def test_the_english_of_a_month_and_a_year_reads_back(day: date) -> None:
    assert only(f"in {MONTHS[day.month - 1]} {day.year}").timex.value == f"{day:%Y-%m}".zfill(7)
    assert only(f"in the year {day.year}").timex.value == f"{day.year:04d}"


@given(recent_days, st.integers(min_value=-400, max_value=400))
def test_days_counted_move_with_the_publication_date(day: date, n: int) -> None:
    moved = day + timedelta(days=n)
    for text in ("It rang today.", "It rang yesterday.", "It rang three days ago.", "It rings tomorrow."):
        one, other = only(text, day.isoformat()), only(text, moved.isoformat())
        assert date.fromisoformat(other.timex.value) - date.fromisoformat(one.timex.value) == timedelta(n)


@given(
    recent_days, st.integers(min_value=-60, max_value=60), st.sampled_from(["Monday", "Thursday", "Sunday"])
)
def test_a_weekday_moves_by_whole_weeks(day: date, n: int, name: str) -> None:
    for text in (f"It rang on {name}.", f"It will ring on {name}.", f"It rang last {name}."):
        one = date.fromisoformat(only(text, day.isoformat()).timex.value)
        other = date.fromisoformat(only(text, (day + timedelta(weeks=n)).isoformat()).timex.value)
        assert other - one == timedelta(weeks=n) and f"{one:%A}" == name


PHRASES = [text for text, _, _ in POINTS + RELATIVE + PARTS + LENGTHS] + [
    "It ran from March to May.",
    "It rang in early winter.",
    "It rang in the first week of March.",
    "It rang in the late 18th century.",
    "It rang around 1990.",
]


@given(recent_days, st.sampled_from(PHRASES))
def test_earliest_and_latest_agree_with_value_and_edtf(day: date, text: str) -> None:
    from edtf import parse_edtf

    for mention in mentions(text, day.isoformat()):
        found = value(mention)
        if found.earliest is None or found.latest is None:
            assert found.earliest == found.latest
            continue
        assert found.earliest <= found.latest
        assert found.edtf is not None
        if "T" in found.edtf:
            assert found.edtf[:10] == found.earliest == found.latest
            assert found.timex.value == found.edtf[:16]
            continue
        low, high = (
            _iso(d) for d in (parse_edtf(found.edtf).lower_strict(), parse_edtf(found.edtf).upper_strict())
        )
        if not found.edtf.endswith(
            ("-21", "-22", "-23", "-24")
        ):  # what a season's days are, EDTF leaves open
            assert (low, high) == (found.earliest, found.latest)
        if found.timex.type == "DATE" and found.timex.mod is None and len(found.timex.value) in (4, 7, 10):
            stem = (
                found.timex.value if found.timex.value[-2:].isdigit() and "W" not in found.timex.value else ""
            )
            assert found.earliest.startswith(stem)


def _iso(day: object) -> str:
    return f"{day.tm_year:04d}-{day.tm_mon:02d}-{day.tm_mday:02d}"  # type: ignore[attr-defined]


@given(
    st.text(alphabet="0123456789/-:.,' abcdefMayJunthrdTZ", max_size=40),
    st.sampled_from([None, "9999-12-31", "0001-01-01", "x", "2025-10-30"]),
)
def test_no_text_and_no_publication_date_raises(text: str, published: str | None) -> None:
    for mention in mentions(text, published):
        assert 0 <= mention.start < mention.end <= len(text)


@pytest.mark.parametrize("published", ["9999-12-31", "2201-01-01", "0001-01-01"])
def test_a_publication_date_that_no_paper_has_dates_nothing(published: str) -> None:
    text = "It burned on Tuesday, cost $5 and will reopen next year; they met on 3 May 2024."
    claims = [
        c for c in nkclaims.load().extract(text, published=published).claims if isinstance(c.value, Date)
    ]
    values = [c.value for c in claims if isinstance(c.value, Date)]
    assert [v.timex.value for v in values] == ["XXXX-WXX-2", "XXXX", "2024-05-03"]
    assert [v.earliest for v in values] == [None, None, "2024-05-03"]


@pytest.mark.parametrize("published", ["9999-12-31", "0001-01-01"])
@pytest.mark.parametrize(
    "text", [*PHRASES, "It rings in 500 years.", "It rang 9000 years ago.", "It rings 400000 days from now."]
)
def test_the_ends_of_the_calendar_stay_open(text: str, published: str) -> None:
    for mention in mentions(text, published):
        found = value(mention)
        assert found.earliest is None or found.latest is None or found.earliest <= found.latest


def test_vague_references_can_be_left_out() -> None:
    assert mentions("It recently shut and is now gone.", vague=False) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opens Tuesdays at 9am.", [("Tuesdays at 9am", "XXXX-WXX-2T09:00")]),
        ("They meet every Friday at 4 p.m.", [("every Friday at 4 p.m.", "XXXX-WXX-5T16:00")]),
        ("Sales fell in H1 2022.", [("H1 2022", "2022-H1")]),
        ("Sales fell in Q3 2021.", [("Q3 2021", "2021-Q3")]),
        ("Sales fell in the December quarter of 2021.", [("the December quarter of 2021", "2021-Q4")]),
        ("They came at noon GMT on 3 May 2021.", [("noon GMT on 3 May 2021", "2021-05-03T12:00")]),
        ("Of those, 2024 of them came from afar.", []),
    ],
)
def test_forms_of_business_and_timetables(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text, "2024-05-15") == expected
