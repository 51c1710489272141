"""Numbers that count nothing: years, times, scores, versions, phone numbers, list numbers, names."""

from __future__ import annotations

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms
from nkclaims.atoms.shapes import classes_of
from nkclaims.read.amounts import Amount
from nkclaims.read.bounds import Bounds
from nkclaims.read.counts import counts_things
from nkclaims.read.nouns import is_plural
from nkclaims.read.numbers import DASHES, FRACTIONS, TENS, UNITS

_MONTHS = frozenset(word_tables()["calendar"]["month"])
_CLOCK_WORDS = frozenset(("a.m.", "p.m.", "am", "pm", "o'clock", "o’clock", "gmt", "utc", "hrs"))
_ORDINAL_ENDS = frozenset(("st", "nd", "rd", "th", "s"))
_LABELS = frozenset(
    "no nos number numbers room flight page pages pp chapter section sections article act form route"
    " highway interstate road channel radio grade class level phase part volume vol issue item step"
    " type model apollo windows version boeing airbus psalm resolution area district ward gate"
    " platform tel phone fax isbn box apartment apt suite formula studio category zone sector block"
    " plot lot docket dial ext top big figure fig table group covid iphone galaxy rule proposition"
    " prop amendment paragraph clause annex schedule verse war junction exit line hall pier"
    " year division tier wave bill title week game day stage round season episode super bowl under over u g".split()
)
_ONE_FOLLOWERS = frozenset(["of", "another", "day", "thing", "way", "side", "more"])


def is_other_number(atoms: Atoms, first: int, last: int, amount: Amount) -> bool:
    """Whether the number at atoms first..last is part of something else."""
    words, starts, ends = atoms.words, atoms.starts, atoms.ends
    before_word = words[first - 1].lower() if first else ""
    after_word = words[last].lower() if last < len(words) else ""
    glued_before = first > 0 and ends[first - 1] == starts[first]
    glued_after = last < len(words) and ends[last - 1] == starts[last]
    if glued_before and (before_word.isalpha() or before_word in "/:#.@_\\" or before_word[-1:].isdigit()):
        return True
    if (
        glued_before
        and before_word in DASHES
        and first > 1
        and ends[first - 2] == starts[first - 1]
        and words[first - 2].lower() != "minus"
    ):
        return True  # "U-21", "COVID-19", "555-1234"
    if glued_after and (
        after_word in _ORDINAL_ENDS or after_word in ("/", ":", "@", "_") or after_word[0].isdigit()
    ):
        return True
    if first and words[first][0].isupper() and _in_name(words, first):
        return True  # "Formula One", "Air Force One", "Group of Seven"
    if before_word == "+" and glued_before and first > 1 and ends[first - 2] == starts[first - 1]:
        return True  # "the P5+1 talks"
    if after_word in ("×", "^") or before_word in ("×", "^"):
        return True  # 2.998×10−8
    if after_word in _CLOCK_WORDS or (before_word in _MONTHS and amount.low is not None and amount.low <= 31):
        return True
    if after_word in _MONTHS and words[last][0].isupper():
        return True
    if before_word in ("'", "’") and glued_before:
        return True  # "the '90s"
    if last - first == 1 and first and words[first - 1][0].isupper() and _in_index_name(words, first):
        return True  # "Fortune 500 companies", "S&P 500 stocks"
    if amount.modifier == "exact" and _labelled(words, first):
        return True
    if first and words[first][0].isdigit() and _is_model(words, first, last):
        return True
    if after_word in _ROADS and words[last - 1] in ("k", "K"):
        return True  # "the 10k race"
    if after_word == "cent" and words[last] == "Cent":
        return True  # "50 Cent sang"
    if (
        before_word == "."
        and first > 1
        and words[first - 2].lower() in ("no", "nos", "vol", "pp", "fig", "sec", "art", "ch")
    ):
        return True
    if _score_line(atoms, first, last):
        return True
    if _is_firm(words, first, last):
        return True
    if glued_after and after_word in DASHES and _digit_chain(atoms, last):
        return True
    if last - first == 1 and "year" in classes_of(words[first]) and _reads_as_year(words, first, last):
        return True
    return _date_or_phone(atoms, first, last)


def _labelled(words: list[str], first: int) -> bool:
    """ "Room 12", "Year 6 pupils": a number behind what it numbers; "Over 200" opens a sentence with a bound."""
    label = words[first - 1] if first else ""
    if label.lower() in _SMALL_LABELS:
        return True
    if label.lower() in _BOUNDS and (first == 1 or words[first - 2] in (".", "\n", "”", '"', ":")):
        return False
    return label.lower() in _LABELS and label[0].isupper()


_SMALL_LABELS = frozenset(("page", "pages", "section", "chapter", "number"))
_BOUNDS = frozenset(("over", "under"))
_ROADS = frozenset("race races run runs runner runners walk walks course title".split())


def _is_model(words: list[str], first: int, last: int) -> bool:
    """ "The iPhone 17 costs", "the Pixel 9 weighs": a number in a product's name, by its letters or by the verb."""
    name = words[first - 1]
    if name[0].islower() and name.isalpha() and not name.islower():
        return True
    following = words[last] if last < len(words) else ""
    where = words[first - 2].lower() if first > 1 else "the"
    return name.istitle() and following in _MODELS_DO and where in _ARTICLES


_MODELS_DO = frozenset(
    "costs sells weighs runs starts offers boasts supports features ships measures lasts retails uses lacks"
    " looks feels works beats lands launches arrives charges".split()
)
_ARTICLES = frozenset("the a an its new latest this that".split())


_FIRM_DOES = frozenset(
    "said says plans expects reported announced agreed has had is was will makes 's ’s".split()
)


def _is_firm(words: list[str], first: int, last: int) -> bool:
    """ "3M said": a firm's name, not three millions."""
    if words[first:last] != ["3", "M"] or last >= len(words):
        return False
    following = words[last].lower()
    return (
        following in _FIRM_DOES
        or following in ("co", "company", "inc")
        or (
            first > 0
            and words[first - 1].lower() in ("by", "at", "maker", "giant", "company", "group", "and")
        )
    )


def _in_name(words: list[str], first: int) -> bool:
    """A number word written with a capital behind a name."""
    before = words[first - 1]
    return (words[first] == "One" and before[0].isupper()) or (
        before == "of" and first > 1 and words[first - 2][0].isupper()
    )


_INDEXES = frozenset(
    "fortune ftse nikkei russell cac asx stoxx csi tsx ibex nasdaq topix forbes dax smi omx kospi s&p sp msci".split()
)


def _in_index_name(words: list[str], first: int) -> bool:
    """Whether a number ends the name of a share index or a list ("S & P", "S P" too)."""
    return words[first - 1].lower() in _INDEXES or (
        words[first - 1] == "P" and first > 1 and words[first - 2] in ("&", "S")
    )


def _score_line(atoms: Atoms, first: int, last: int) -> bool:
    """ "Barnsley 2 Halifax Rovers 1": small numbers between names, one after the other."""
    words = atoms.words
    if first == 0 or not words[first - 1][0].isupper() or last - first > 1 or len(words[first]) > 3:
        return False
    at = last
    while at < len(words) and words[at][:1].isupper():
        at += 1
    return last < at < len(words) and words[at].isdigit() and len(words[at]) <= 3


_YEAR_CUES = frozenset(
    "in of since from until till by before after during early late mid year fiscal summer winter spring"
    " autumn fall the a through between to and for this season class vintage circa election elections"
    " january february march april may june july august september october november december jan feb mar"
    ' apr jun jul aug sep sept oct nov dec back following around about - – — ( , . ; " “ its his her their'
    " our".split()
)


def _reads_as_year(words: list[str], first: int, last: int) -> bool:
    """Whether four digits between 1000 and 2199 are a year: by the word before, unless a plural follows a bare count.

    A year takes an article or a preposition of time before it, or stands at a break; a count of things follows a
    verb or a hedge ("killed 1200 people"). What is told by the year takes the year whatever stands before ("had 1988
    sales of $5 million").
    """
    if counts_things(words, first, last):
        return False
    before = words[first - 1].lower() if first else ""
    after = words[last].lower() if last < len(words) else ""
    return not before or before in _YEAR_CUES or after in _YEARLY or not is_plural(after)


_YEARLY = frozenset(
    "sales earnings revenues profits results elections olympics championships playoffs accords levels estimates"
    " forecasts budgets taxes financials projections primaries midterms".split()
)


def _digit_chain(atoms: Atoms, dash: int) -> bool:
    """ "3-0-1", "2019-20", "555-1234": digits go on behind a dash."""
    nxt = dash + 1
    return nxt < len(atoms.words) and atoms.words[nxt][0].isdigit() and atoms.starts[nxt] == atoms.ends[dash]


def _date_or_phone(atoms: Atoms, first: int, last: int) -> bool:
    inside = atoms.words[first:last]
    if "/" in inside and last < len(atoms.words) and atoms.words[last] == "/":
        return True
    digits = [w for w in inside if w[0].isdigit()]
    if len(digits) == 2 and any(w in DASHES for w in inside):
        return all("year" in classes_of(w) or "zeropadded" in classes_of(w) for w in digits)
    return bool(digits) and "zeropadded" in classes_of(digits[0]) and len(inside) == 1


_GREAT = frozenset(("million", "billion", "trillion", "bn", "tn"))


def _counted(words: list[str]) -> bool:
    """Whether words tell how many millions ("two million", "half a million"); "a million" is a figure of speech."""
    return any(w.lower() in UNITS or w.lower() in TENS or w.lower() in FRACTIONS for w in words)


def stands_alone(atoms: Atoms, first: int, last: int, amount: Amount, bounds: Bounds) -> bool:
    """Whether a number without a noun is still a figure: written with thousands, scaled, or hedged; no year."""
    words = atoms.words[first:last]
    digits = [w for w in words if w[0].isdigit()]
    if _GREAT.intersection(w.lower() for w in words) and (
        len(digits) == 2 or (not digits and _counted(words))
    ):
        return True  # "3 to 4 billion", "three quarters of a million"
    if (
        len(digits) == 2
        and all("thousands" in classes_of(w) for w in digits)
        and amount.modifier == "between"
    ):
        return True
    if len(digits) != 1 or amount.modifier == "between":
        return False
    classes = classes_of(digits[0])
    if "thousands" in classes or (len(words) > 1 and "/" not in words):
        return True
    if bounds.negative and len(words) == 1:
        return True
    if first and words and "magnitude" in atoms.lower(max(0, first - 3), first):
        return True
    if _summed(atoms, bounds.first):
        return True
    if "year" in classes or ("clock" in classes and not bounds.effects):
        return False
    if "int" in classes and "d1" not in classes and _told_level(atoms, bounds.first):
        return True
    if _level(atoms, bounds.first) and ("dlong" in classes or ("decimal" in classes and len(digits[0]) >= 5)):
        return True
    hedged = bool(bounds.effects)
    return hedged and "int" in classes and "d1" not in classes


def _level(atoms: Atoms, first: int) -> bool:
    """Whether the word before says that a level follows: "fell to 13176", "at 96.088"."""
    if first > 1 and atoms.words[first - 2].lower() in _CODES:
        return False
    return first > 0 and atoms.words[first - 1].lower() in (
        "to",
        "at",
        "from",
        "of",
        "(",
        "reached",
        "hit",
        "was",
        "is",
        "stood",
        "than",
    )


_CODES = frozenset(
    "code codes zip postcode pin password extension hotline phone telephone id username".split()
)


def _summed(atoms: Atoms, first: int) -> bool:
    """ "by an average of 1500", "a total of 2012": whatever its size, no year."""
    return first > 1 and atoms.words[first - 1] == "of" and atoms.words[first - 2].lower() in _SUMS


_SUMS = frozenset(("average", "total", "maximum", "minimum", "median", "mean", "peak"))
_TOLD = frozenset(
    "figure figures toll tally count number numbers total totals headcount attendance membership".split()
)


def _told_level(atoms: Atoms, first: int) -> bool:
    """ "the figure stood at 42", "the toll reached 104", "the number of seats has halved, to 96"."""
    if not _level(atoms, first) and (
        first == 0 or atoms.words[first - 1].lower() not in ("by", "totalled", "totaled")
    ):
        return False
    sentence = atoms.sentences[atoms.sentence_of(first)][0]
    return any(word in _TOLD for word in atoms.lower(max(sentence, first - 10), first))
