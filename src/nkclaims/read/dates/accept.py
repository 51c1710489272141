"""Is a word that can be a date one here? "May I", "April Jones", "this May be", "the Daily Mail" are none."""

from __future__ import annotations

from collections.abc import Callable

from nkclaims.atoms.scan import Atoms
from nkclaims.read.dates import accept_numbers
from nkclaims.read.dates.accept_names import is_named, is_show
from nkclaims.read.dates.window import FUNCTION_WORDS, Window
from nkclaims.read.numbers import DASHES
from nkclaims.tables.calendar import MONTHS, WEEKDAYS

_BEFORE_MONTH = frozenset(
    "in since of until till by last this next late early mid from to and or through throughout before"
    " after during between for every each past that following previous around about beginning starting"
    " - – — , ; ( on".split()
)
_MONTH_ONLY = frozenset("in since until till by last next early late to through between during".split())
_HOURS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve noon midnight half quarter".split()
)
_EDGES = frozenset("end beginning start middle close month half week weeks days".split())
_NAMES = frozenset(("april", "june", "august", "may", "march"))
_AFTER_MAY = frozenset("i we you he she they it be have not well also never still yet only".split())
_PAPERS = frozenset(
    "times telegraph mirror herald express mail post people world sun mercury tribune independent".split()
)
_COMMON = frozenset(
    "day week month year quarter decade century night morning evening afternoon season weekend spring"
    " summer fall autumn winter".split()
)
_BEFORE_SEASON = frozenset("in this next last by early late since until".split())


def accepted(read: str, atoms: Atoms, first: int, last: int, *, narrative: bool) -> bool:
    """Whether the words around let a reading stand. Judges only words that mean other things too."""
    if read == "year":
        return last - first > 1 or accept_numbers.is_year(Window(atoms, first, last), narrative=narrative)
    if read in _NAMEABLE and is_named(Window(atoms, first, last), narrative=narrative):
        return False
    check = _CHECKS.get(read)
    return check is None or check(Window(atoms, first, last))


def _is_month(here: Window) -> bool:
    """A month by itself: "may", "march" and names of people need a preposition."""
    if here.next()[:1].isupper() and here.after() in accept_numbers.STREETS:
        return False
    if is_beside_no_day(here):
        return False
    if here.last - here.first > 1:
        return True
    printed, low = here.printed[0], here.words[0]
    if _begins_range(here):
        return True
    as_early = here.before() == "as" and here.before(2) in ("early", "late", "recently", "soon")
    led = here.before() in _BEFORE_MONTH or as_early
    if printed.islower():
        return led or (here.before() == "the" and here.before(2) in _BEFORE_MONTH)
    if low not in _NAMES:
        return not (printed.isupper() and len(printed) > 3 and here.next().isupper())
    if low in ("may", "march"):
        # "from March to May it rained", "by the end of March they left"
        sure = here.before() in _MONTH_ONLY or (here.before() == "of" and here.before(2) in _EDGES)
        return led and (sure or here.after() not in _AFTER_MAY) and not here.is_followed_by_name
    sure = here.before() not in ("and", "by", "to")  # "by April Ryan" names the writer
    led = led and here.before().isalpha() and (sure or not here.is_followed_by_name)
    return (led or not here.is_followed_by_name) and here.next() != "'s"


def is_beside_no_day(here: Window) -> bool:
    """Whether the figures beside a month are a day or year that no calendar has: "45 March 2024", "March 32",
    "3 May 12024". The rest of such a date is none either; "in March 45 workers" counts workers.
    """
    words = here.words
    if words[0] in MONTHS and _is_no_day(here.before()) and here.before(2) != ":":
        return True
    if words[0] in MONTHS and here.before(2 if here.before() == "of" else 1) in _ORDINAL_ENDS:
        return _is_no_day(here.before(3 if here.before() == "of" else 2))
    after = here.after()
    if after == "," and len(words) > 1 and (words[-1] in _ORDINAL_ENDS or len(words[-1]) < 3):
        return _is_no_year(here.after(2)) and _stands_alone(here.after(3))  # "March 3, 12024"
    if not after.isdigit():
        return False
    if len(words) == 1 and (len(after) <= 2 or _is_no_day(after)):
        counts = here.before() == "in" and here.next(2)[:1].islower()
        return not counts and here.after(2)[:1] not in ("b", "a", "c")  # BC, AD, CE
    return len(words) > 1 and _is_no_year(after) and _stands_alone(here.after(2))


_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th"))


def _is_no_day(word: str) -> bool:
    return word.isdigit() and len(word) <= 3 and not 1 <= int(word) <= 31


def _is_no_year(word: str) -> bool:
    return word.isdigit() and (len(word) > 4 or int(word) == 0)


def _stands_alone(after: str) -> bool:
    """Whether figures with this behind them count nothing: "12000 people" does."""
    return not after[:1].isalnum() or after in FUNCTION_WORDS


def _begins_range(here: Window) -> bool:
    """ "March to May", "March-to-May": another month goes on."""
    at = 2 if here.is_joined and here.after() in DASHES else 1
    if here.after(at) not in ("to", "through", "until", "till", "and", *DASHES):
        return False
    at += 2 if at == 2 and here.after(3) in DASHES else 1
    other = here.next(at)
    return here.printed[0][0].isupper() and other[:1].isupper() and other.lower() in MONTHS


def is_count(here: Window) -> bool:
    """Whether what looks like month and day is a month and what follows: "in January 12 workers died", "in May
    the Second Fleet sailed".
    """
    if "the" in here.words and here.printed[-1][0].isupper():
        return here.next()[:1].isupper()
    return here.before() == "in" and here.after().isalpha() and here.next().islower()


def _is_which(here: Window) -> bool:
    """ "This May be" and the title "This Week" name no time."""
    if here.words[-1] == "may" and here.words[0] in ("this", "that") and here.after() in _AFTER_MAY:
        return False
    if here.words[:2] == ["the", "last"] and len(here.words) == 3 and here.after() == "of":
        return False  # "the last day of school" is not yesterday
    titled = here.printed[0].istitle() and here.printed[-1].istitle()
    return not titled or here.words[-1] not in _COMMON


_GOES_ON = frozenset("of in is was has had came comes follows followed from to by reflects reflected".split())
"""What a drop goes on with and an autumn does not: "the fall in prices", "the fall is mostly due to"."""


def _is_season(here: Window) -> bool:
    """ "The fall of Kabul", "prices fall", "a spring of water" are no seasons."""
    if here.words[0] in ("fall", "spring"):
        if here.before() == "the":
            return here.after() not in _GOES_ON or _is_yearish(here.after(2))
        if here.before() in _BEFORE_SEASON:
            return not (here.before() == "in" and here.before(2) in ("decline", "drop"))
        return _is_yearish(here.after()) or (here.after() == "of" and _is_yearish(here.after(2)))
    titled = here.printed[0][0].isupper() and here.before() not in (
        "in",
        "the",
        "last",
        "this",
        "of",
        ".",
        "",
    )
    if here.before() in ("-", "a", "'s") or titled:
        return _is_yearish(here.after(2 if here.after() == "of" else 1))
    return here.after() not in ("'s", "-") or _is_yearish(here.after(2))


def _is_yearish(word: str) -> bool:
    return (word.isdigit() and len(word) == 4) or word in ("that", "last", "this", "next", "the")


def _is_set_word(here: Window) -> bool:
    """ "The Daily Mail" is a name; a quarterly dividend comes again, but the word says which, not when."""
    if here.printed[0][0].isupper():
        return here.first == here.sentence[0] and not here.next()[:1].isupper()
    if here.words[0] == "quarterly":
        return not here.after().isalpha() or here.after() in FUNCTION_WORDS
    return True


def _is_weekday(here: Window) -> bool:
    """ "The Sunday Times" is a paper. Short names ("Sun", "Wed") only where a date goes on."""
    word = here.words[0]
    if here.before() == "the" and here.after() in _PAPERS and here.next()[:1].isupper():
        return False
    comma = here.next() in (".", ",")
    following = here.next(2) if comma else here.next()
    beside = here.after(3 if comma else 2)
    if (_is_no_day(following) and beside in MONTHS) or (_is_no_day(beside) and following.lower() in MONTHS):
        return False  # "Tuesday, 45 March"
    if len(word) > 5 or here.before() == "week":
        return True
    dated = following[:1].isdigit() or following.lower() in MONTHS
    if here.next() in DASHES and here.next(2).lower() in WEEKDAYS:  # "Mon-Fri"
        return True
    if here.before() in DASHES and here.before(2) in WEEKDAYS:
        return True
    return dated or (word not in ("sun", "sat", "mon", "wed") and not following[:1].isupper())


_OF_MONTH = frozenset((*MONTHS, "this", "next", "last", "each", "every"))


def _is_day_of(here: Window) -> bool:
    """ "The 15th day" is one of a month only where "of" goes on, "the 20th" where the phrase ends or a month
    goes on.
    """
    if here.words[-1] == "day":
        return here.after() == "of"
    if here.after() == "of":
        return here.after(2) in _OF_MONTH or here.after(3) == "month"
    return here.ends_phrase


def _is_short_month(here: Window) -> bool:
    """ "Jan" and "Dec" alone are months behind a preposition only."""
    before = here.before(2) if here.before() in ("-", "–") else here.before()
    return before in _MONTH_ONLY or before in ("after", "before", "from", "mid")


def _comes_again(here: Window) -> bool:
    """ "On weekends", "in the mornings"; not "two weekends", "the nights of rain"."""
    at = 2 if here.before() == "the" else 1
    led = here.before(at) in ("on", "at", "in", "during", "only", "most", "and", ",", "", "all")
    return led and not here.before(at + 1).isdigit()


def _ends_phrase(here: Window) -> bool:
    """ "A week or two" counts weeks, "a week or two men" does not."""
    return here.ends_phrase


def _ends_weekday(here: Window) -> bool:
    """ "Tuesday the 4th" ends a phrase, or an hour follows it; "Friday the 13th film" names a film."""
    return here.ends_phrase or here.after() in _HOURS


_HEAT = frozenset(
    "temperature temperatures degrees high highs low lows fahrenheit heat warm cold mercury weather forecast"
    " sunny cloudy humidity age aged ages score scores scored shot iq upper lower readings".split()
)


def _is_decade(here: Window) -> bool:
    """ "The 80s" is a decade but where it gets hot, old or is scored: "highs in the mid 80s"."""
    begin, end = here.sentence
    return _HEAT.isdisjoint(here.atoms.lower(begin, end)) and here.printed[0][0] >= "5"


def _is_today(here: Window) -> bool:
    return not is_show(here)


_NAMEABLE = frozenset(("named", "shortmonth", "season", "weekday"))
_CHECKS: dict[str, Callable[[Window], bool]] = {
    "dayword": _is_today,
    "named": _is_month,
    "dayrange": _is_month,
    "which": _is_which,
    "season": _is_season,
    "setword": _is_set_word,
    "weekday": _is_weekday,
    "monthday": _is_day_of,
    "shortmonth": _is_short_month,
    "setparts": _comes_again,
    "oneortwo": _ends_phrase,
    "weekdayday": _ends_weekday,
    "shortdecade": _is_decade,
    "duration": accept_numbers.is_length,
    "quarter": accept_numbers.is_of_the_year,
    "clock": accept_numbers.is_clock,
    "oclock": accept_numbers.is_spoken_clock,
}
