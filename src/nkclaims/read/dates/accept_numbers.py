"""Is a number a year, a length of time, a time of day? "2000 men", "$5 a day", "closed at 16.22" are none."""

from __future__ import annotations

from functools import cache

from nkclaims.atoms.lexicon import word_tables
from nkclaims.read.counts import counts_things
from nkclaims.read.dates.window import FUNCTION_WORDS, Window
from nkclaims.tables.calendar import MONTHS

_BEFORE_YEAR = frozenset(
    "in since of until till by from to between and during before after around about circa early late"
    " mid year through throughout or for the ( , - – — ; that as ’ ' its a on into".split()
)
_POSSESSIVE = frozenset("his her their our my 's ’s these those".split())
_UNSURE = frozenset("the a its for to of - from about around between or and".split())
_COUNTING = frozenset("nearly than least exactly approximately roughly some another".split())
_NOT_NAMES = (
    _BEFORE_YEAR
    | FUNCTION_WORDS
    | frozenset(
        "spring summer autumn winter fall fiscal monday tuesday thursday day eve sunday friday".split()
    )
)
_NUMBERED = frozenset("no nos p pp art op".split())
STREETS = frozenset("street st avenue ave road rd drive lane boulevard blvd highway".split())
_DASHES = frozenset("-–‑")
_CONTESTS = frozenset(
    "classic open cup championship grand prize indy tour series challenge invitational".split()
)
_LIKELY = range(1900, 2036)
_BEFORE_RATE = frozenset(
    "percent cent % m bn million billion thousand hundred times once twice yuan yen won baht taka dong"
    " rand naira two three four five six seven eight nine ten".split()
)
_BEFORE_LENGTH = frozenset(
    "for in within after of least than just only lasted lasts took takes about nearly was is has spends"
    " needs costs this that".split()
)
_PRICED = frozenset(
    "$ € £ % percent cent cents share shares stock stocks index rate price prices points closed"
    " traded trading dollar euro pound yen rose fell down up".split()
)
_TOOK = frozenset("lasts lasted lasting last clocked clocks clocking".split())
_TOOK_SECONDS = _TOOK | frozenset(
    "in of ran run runs timed record best personal a his her their the finished took".split()
)
_OVER_LEVEL = frozenset("about around above below near over under nearly roughly just almost only".split())
_NEAR = 25
_OPENERS = "([“\"'‘–—-,@"


def is_year(here: Window, *, narrative: bool) -> bool:
    """Whether a number of four figures is a year; in a narrative old years need less proof."""
    number = int(here.printed[0])
    if _is_in_a_code(here) or _ends_a_name(here) or _is_house_number(here) or _is_model(here):
        return False
    if counts_things(here.atoms.words, here.first, here.last):
        return False
    before = here.before()
    if _is_level(here) or _follows_no_day(here):
        return False
    if before == "of" and _is_of_part(here):
        return True
    if number in _LIKELY:
        return before not in _COUNTING and not _counts(here)
    if before in (",", "and", "or") and len(here.before(2)) == 4 and here.before(2).isdigit():
        before = "in"  # "in 1066, 1492 and 1789": a list of years
    if before in _DASHES and here.before(2) in ("mid", "early", "late"):
        before = here.before(2)
    if before not in _BEFORE_YEAR or before == "," or not 1000 <= number <= 2199:
        return False
    if narrative:
        return number >= 1400 or here.ends_phrase
    if before in _UNSURE:
        return False
    return here.ends_phrase or (number >= 1400 and not here.after().endswith("s"))


_STRETCHES = frozenset("spring summer autumn fall winter weekend week".split())
_HALVES = frozenset("first second third fourth final last latter".split())


def _is_of_part(here: Window) -> bool:
    """ "The spring of 1850", "the third quarter of 2101": of a year, however far."""
    part = here.before(2)
    if part in _STRETCHES or (part.isdigit() and here.before(3) == "week"):
        return True
    return part in ("quarter", "half") and here.before(3) in _HALVES


def _follows_no_day(here: Window) -> bool:
    """ "March 45, 2024": the year of a day that no month has."""
    if here.before() == ",":
        day, month = here.before(2), here.before(3)
    else:
        day, month = here.before(), here.before(2)
    if not day.isdigit() or len(day) > 3 or 1 <= int(day) <= 31:
        return False
    return (here.before(4 if here.before() == "," else 3) if month == "." else month) in MONTHS


def _is_level(here: Window) -> bool:
    """ "Closed at 2000", "stood at about 1998": a level; "at 1998 prices" are the prices of a year."""
    at = 2 if here.before() in _OVER_LEVEL else 1
    if here.before(at) != "at":
        return False
    return not here.after().isalpha() or here.after() in FUNCTION_WORDS


def _is_in_a_code(here: Window) -> bool:
    """ "No. 1988", "F-1900", "2024-13-01": part of a number or name; "mid-1996" and "1939-1945" are not."""
    if here.before() == "." and here.before(2) in _NUMBERED:
        return True
    if here.before() in _DASHES and here.is_glued and here.first > 1:
        lead = here.before(2)
        is_range = lead.isdigit() and len(lead) == 4 and here.before(3) not in _DASHES
        if not is_range and lead not in ("mid", "early", "late", "post", "pre", "end"):
            return True
    if here.after() in _DASHES and here.after(2).isdigit():
        return here.after(3) in _DASHES or len(here.after(2)) not in (2, 4)
    return False


def _ends_a_name(here: Window) -> bool:
    """A year behind a name with nothing between is part of it: "Peugeot 2008", "Expo 2020"."""
    if here.first == 0 or here.is_glued:
        return False
    before = here.atoms.words[here.first - 1]
    if not before[:1].isupper() or not before.isalpha() or before.lower() in _NOT_NAMES:
        return False
    ends = _feast_ends()
    return before.lower() not in ends and f"{here.before(2)} {before.lower()}" not in ends


@cache
def _feast_ends() -> frozenset[str]:
    """What feasts' names end with: their last word, or their last two where others end with that one too."""
    table = word_tables()["holidays"]
    ends = (name.replace("-", " ").split()[-2:] for name in table["holiday"] + table["holidaylong"])
    return frozenset(" ".join(end if end[-1] in _COMMON_ENDS else end[-1:]) for end in ends)


_COMMON_ENDS = frozenset("festival night week year sacrifice atonement".split())


def _is_house_number(here: Window) -> bool:
    """ "2020 Main Street"."""
    return here.next()[:1].isupper() and any(here.after(i) in STREETS for i in (2, 3))


def _is_model(here: Window) -> bool:
    """ "A 2019 Ford Focus", "her 2015 Honda", "a 2019 model": the year names a thing; "the 2015 Volkswagen
    scandal" is of that year.
    """
    made = here.after()
    if made in ("model", "models"):
        return True
    if made not in _table("make") or not here.next()[:1].isupper():
        return made in _table("vehicle") and here.before() in ("a", "an", *_POSSESSIVE)
    following = here.next(3) if here.next(2) in _DASHES else here.next(2)
    if following[:1].isupper() or following[:1].isdigit():
        return following.lower() not in _CONTESTS
    return following.lower() in _table("vehicle") or not following.isalpha() or following in FUNCTION_WORDS


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(word_tables()["dates"][name])


def _counts(here: Window) -> bool:
    """ "Sold 2000 pieces" and "2000 of them" count; "the 1997 elections" and "her 2022 memoirs" do not."""
    after = here.after()
    if after == "of" and here.after(2) in ("them", "us", "those", "whom", "these", "which"):
        return True
    if not (after.endswith("s") and here.next().islower()) or after in FUNCTION_WORDS:
        return False
    if here.before() == "at" and after in ("prices", "levels", "rates"):
        return False
    return here.before() not in _BEFORE_YEAR and here.before() not in _POSSESSIVE


def is_length(here: Window) -> bool:
    """Whether a number of units is a length: not a rate, a fraction, "one day", part of a code."""
    if here.is_glued and here.before() in "-–_/=&":
        return False
    return not (_is_rate(here) or _is_fraction(here) or _is_some_day(here))


def _is_rate(here: Window) -> bool:
    """ "$5 a day", "20 barrels a day"."""
    if here.words[0] not in ("a", "an"):
        return False
    before = here.before()
    if here.last - here.first == 2 and (before == ")" or (before.isalpha() and before.endswith("s"))):
        return before not in FUNCTION_WORDS and before not in _BEFORE_LENGTH
    return before in _BEFORE_RATE or before[:1].isdigit() or before[-1:].isdigit()


def _is_fraction(here: Window) -> bool:
    """ "Three-quarters", "a quarter of it"."""
    if here.words[-1] not in ("quarters", "quarter"):
        return False
    return (here.last - here.first == 3 and here.words[1] in _DASHES) or here.after() == "of"


def _is_some_day(here: Window) -> bool:
    """ "He hopes one day to return"."""
    return here.words == ["one", "day"] and here.before() not in _BEFORE_LENGTH


def is_clock(here: Window) -> bool:
    """Whether figures are a time; with a point ("16.22") only behind a date, or "at" with nothing priced."""
    words = here.words
    zoned = here.before() == "/" and words[-1].isalpha() and len(words) > 1  # "8 p.m. EDT/5 p.m. PDT"
    if here.is_glued and here.before()[-1:] not in _OPENERS and not zoned:
        return False
    if _is_run(here):
        return False
    if ":" in words or any(word[0] in "ap" for word in words[1:]) or "." not in words[0]:
        return True
    if here.before() == ",":
        return here.before(2)[:1].isdigit()
    if here.last - here.first > 1:
        return True
    if here.before() not in ("at", "from", "until") or (
        here.after().isalnum() and here.after() not in FUNCTION_WORDS
    ):
        return False
    begin, end = here.sentence
    near = here.atoms.lower(max(begin, here.first - _NEAR), min(end, here.last + _NEAR))
    return _PRICED.isdisjoint(near)


def _is_run(here: Window) -> bool:
    """ "Won in 2:02:27", "lasts 12:30": how long something took; with a.m. or a zone it is a time all the same."""
    words = here.words
    if words[-1].isalpha() or not words[-1][-1].isdigit():
        return False
    return here.before() in (_TOOK_SECONDS if words.count(":") == 2 else _TOOK)


def is_of_the_year(here: Window) -> bool:
    """ "Scored in the second half", "a touchdown in the fourth quarter": of a match, unless money is spoken of."""
    if here.words[-1] not in ("half", "quarter") or not {"q", "h", "year", "fiscal"}.isdisjoint(here.words):
        return True
    if here.after() == "of":
        return True
    begin, end = here.sentence
    near = here.atoms.lower(begin, end)
    return _table("sportword").isdisjoint(near) or not _table("businessword").isdisjoint(near)


def is_spoken_clock(here: Window) -> bool:
    """ "Ten past six" is a time anywhere, "five to six" only after "at" with nothing counted behind it."""
    words = here.words
    if not {"to", "till", "after"} & set(words) or {"quarter", "minutes"} & set(words):
        return True
    five = words[0] in ("five", "ten", "twenty", "5", "10", "20")
    free = not here.after().isalnum() or here.after() in FUNCTION_WORDS
    return five and free and here.before() in ("at", "by", "until", "till", "past")
