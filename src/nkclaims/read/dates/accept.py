"""Is a word that can be a date one here? "May I", "April Jones", "2000 men", "the Daily Mail" are none."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.tables.calendar import MONTHS

_TIME_PREPOSITIONS = frozenset(
    "in since of until till by last this next late early mid from to and or through throughout before"
    " after during between for every each past that following previous around about about beginning"
    " starting - – — , ; ( on".split()
)
_NAMEY = frozenset(("april", "june", "august", "may", "march"))
_FUNCTION = frozenset(
    "in on at the a an and or but to for of from by with he she it they we i his her its their who"
    " which when where while as after before since until if that this was is were are has had have"
    " will would said because so than also not no".split()
)
_YEAR_BEFORE = frozenset(
    "in since of until till by from to between and during before after around about circa early late"
    " mid year through throughout or for the ( , - – — ; that as ’ ' its a on early late into".split()
)
_COMMON_UNITS = frozenset(
    [
        "day",
        "week",
        "month",
        "year",
        "quarter",
        "decade",
        "century",
        "night",
        "morning",
        "evening",
        "afternoon",
        "season",
        "weekend",
        "spring",
        "summer",
        "fall",
        "autumn",
        "winter",
    ]
)
_AFTER_MAY = frozenset(["be", "have", "not", "well", "also", "never", "still", "yet", "only"])
_NOT_NAMES = (
    _YEAR_BEFORE
    | _FUNCTION
    | frozenset(
        (
            "early",
            "late",
            "spring",
            "summer",
            "autumn",
            "winter",
            "fall",
            "fiscal",
            "christmas",
            "easter",
            "monday",
            "day",
            "eve",
            "sunday",
            "friday",
            "thanksgiving",
            "chuseok",
            "diwali",
        )
    )
)
_LENGTH_BEFORE = frozenset(
    [
        "for",
        "in",
        "within",
        "after",
        "of",
        "least",
        "than",
        "just",
        "only",
        "lasted",
        "lasts",
        "took",
        "takes",
        "about",
        "nearly",
    ]
)
_PRICED = frozenset(
    "$ € £ % percent cent cents share shares stock stocks index rate price prices points closed traded trading dollar euro pound yen rose fell down up".split()
)
_PRONOUNS = frozenset(("i", "we", "you", "he", "she", "they", "it", "not", "be"))


def accepted(read: str, atoms: Atoms, first: int, last: int, *, narrative: bool) -> bool:
    """Whether the words around let a reading stand. Judges only readings whose words mean other things too."""
    if read == "named" and last - first == 1:
        return _bare_month(atoms, first, last)
    if read == "year" and last - first == 1:
        return _bare_year(atoms, first, last, narrative)
    if read == "which":
        if _word(atoms, last - 1) == "may" and _word(atoms, last) in _AFTER_MAY:
            return False
        return not (atoms.words[last - 1].istitle() and atoms.words[first].istitle()) or _proper(
            atoms, last - 1
        )
    if read in ("season", "setword", "weekday", "holiday"):
        return _CHECKS[read](atoms, first, last)
    if read == "duration":
        if first and atoms.ends[first - 1] == atoms.starts[first] and atoms.words[first - 1] in "-–_/=&":
            return False
        return not (
            _is_rate(atoms, first) or _is_fraction(atoms, first, last) or _is_some_day(atoms, first, last)
        )
    if read == "oclock":
        return _spoken_clock(atoms, first, last)
    if read == "monthday" and _word(atoms, last - 1) == "day":
        return _word(atoms, last) == "of"
    if read == "clock":
        return _clock(atoms, first, last)
    return True


def _word(atoms: Atoms, i: int) -> str:
    return atoms.words[i].lower() if 0 <= i < len(atoms.words) else ""


def _bare_month(atoms: Atoms, first: int, last: int) -> bool:
    word, before, after = atoms.words[first], _word(atoms, first - 1), _word(atoms, last)
    if word.islower():
        return before in _TIME_PREPOSITIONS or (
            before == "the" and _word(atoms, first - 2) in _TIME_PREPOSITIONS
        )
    low = word.lower()
    if low not in _NAMEY:
        return not (word.isupper() and len(word) > 3 and after.isupper())
    following = atoms.words[last] if last < len(atoms.words) else ""
    if low in ("may", "march"):
        return before in _TIME_PREPOSITIONS and after not in _PRONOUNS and not _named(atoms, first, last)
    return not (_named(atoms, first, last) and before not in _TIME_PREPOSITIONS) and following != "'s"


def _named(atoms: Atoms, first: int, last: int) -> bool:
    """Whether a capitalised name goes on ("April Jones")."""
    following = atoms.words[last] if last < len(atoms.words) else ""
    return following[:1].isupper() and following.isalpha() and atoms.starts[last] > atoms.ends[first]


def _bare_year(atoms: Atoms, first: int, last: int, narrative: bool) -> bool:
    if _word(atoms, first - 1) == "." and _word(atoms, first - 2) in ("no", "nos", "p", "pp", "art", "op"):
        return False
    number = int(atoms.words[first]) if atoms.words[first].isdigit() else 0
    before, after = _word(atoms, first - 1), _word(atoms, last)
    following = atoms.words[last] if last < len(atoms.words) else ""
    if before in ("-", "–", "‑") and first > 1 and atoms.ends[first - 1] == atoms.starts[first]:
        lead = _word(atoms, first - 2)
        year_range = lead.isdigit() and len(lead) == 4 and _word(atoms, first - 3) not in ("-", "–")
        if lead not in ("mid", "early", "late", "post", "pre") and not year_range:
            return False
    if _is_named(atoms, first) or (after == "-" and _word(atoms, last + 2) == "-"):
        return False
    if 1900 <= number <= 2035:
        if after in ("-", "–") and last + 1 < len(atoms.words) and _word(atoms, last + 1).isdigit():
            return len(_word(atoms, last + 1)) in (2, 4)
        if after.endswith("s") and following.islower() and after not in _FUNCTION and not _is_led(before):
            return False
        return before not in (
            "nearly",
            "than",
            "least",
            "exactly",
            "approximately",
            "roughly",
            "some",
            "another",
        )
    if before not in _YEAR_BEFORE or not 1000 <= number <= 2100:
        return False
    if narrative:
        return number >= 1400 or _ends_phrase(after, following)
    sure = before not in (
        "the",
        "a",
        "its",
        "for",
        "to",
        "of",
        "-",
        "from",
        "about",
        "around",
        "between",
        "or",
        "and",
    )
    if not sure:
        return False
    return _ends_phrase(after, following) or (number >= 1400 and not after.endswith("s"))


def _is_led(before: str) -> bool:
    """Whether a preposition, determiner or possessive leads to a year: "the 1997 elections", not "sold 2000 pieces"."""
    return before in _YEAR_BEFORE or before in (
        "his",
        "her",
        "their",
        "our",
        "my",
        "'s",
        "’s",
        "these",
        "those",
    )


def _is_named(atoms: Atoms, first: int) -> bool:
    """A year glued to a name by nothing but a space is part of it: "Peugeot 2008", "Expo 2020"."""
    if first == 0 or atoms.ends[first - 1] == atoms.starts[first]:
        return False
    before = atoms.words[first - 1]
    return before[:1].isupper() and before.isalpha() and before.lower() not in _NOT_NAMES


def _ends_phrase(after: str, following: str) -> bool:
    return not after.isalpha() or after in _FUNCTION or following[:1].isupper()


def _season(atoms: Atoms, first: int, last: int) -> bool:
    word, before, after = atoms.words[first].lower(), _word(atoms, first - 1), _word(atoms, last)
    if word in ("fall", "spring"):
        if before == "the":
            return after not in ("of", "in") or _is_yearish(atoms, last + 1)
        if before in ("in", "this", "next", "last", "by", "early", "late", "since", "until"):
            return not (before == "in" and _word(atoms, first - 2) in ("decline", "drop"))
        return _is_yearish(atoms, last) or (after == "of" and _is_yearish(atoms, last + 1))
    if before in ("-", "a", "'s") or (
        atoms.words[first][0].isupper() and before not in ("in", "the", "last", "this", "of", ".", "")
    ):
        return _is_yearish(atoms, last) or (before == "a" and False)
    return after not in ("'s", "-") or _is_yearish(atoms, last + 1)


def _is_yearish(atoms: Atoms, at: int) -> bool:
    word = _word(atoms, at)
    return (word.isdigit() and len(word) == 4) or word in ("that", "last", "this", "next", "the")


def _set_word(atoms: Atoms, first: int, last: int) -> bool:
    word = atoms.words[first]
    if word[0].isupper():
        sentence = atoms.sentences[atoms.sentence_of(first)][0] if atoms.sentences else 0
        following = atoms.words[last] if last < len(atoms.words) else ""
        return first == sentence and not following[:1].isupper()
    if word == "quarterly":
        return last >= len(atoms.words) or not atoms.words[last].isalpha() or _word(atoms, last) in _FUNCTION
    return not (atoms.words[last][:1].isupper() if last < len(atoms.words) and word[0].isupper() else False)


def _weekday(atoms: Atoms, first: int, last: int) -> bool:
    word, following = atoms.words[first], atoms.words[last] if last < len(atoms.words) else ""
    if len(word) > 5:
        return True
    if following in (".", ","):
        following = _word(atoms, last + 1)
    dated = following[:1].isdigit() or following.lower() in MONTHS
    return dated if word.lower() in ("sun", "sat", "mon", "wed") else dated or not following[:1].isupper()


def _holiday(atoms: Atoms, first: int, last: int) -> bool:
    if atoms.words[first][0].isupper() or last - first > 1:
        return True
    return atoms.words[first] not in ("holi", "passover", "epiphany", "pentecost", "purim", "vesak")


def _is_rate(atoms: Atoms, first: int) -> bool:
    """ "$5 a day", "20 barrels a day": a rate, not a length."""
    if atoms.words[first].lower() not in ("a", "an") or first == 0:
        return False
    before = _word(atoms, first - 1)
    if before in (
        "percent",
        "cent",
        "%",
        "million",
        "billion",
        "thousand",
        "hundred",
        "times",
        "dollars",
        "cents",
        "pounds",
        "euros",
        "barrels",
        "once",
        "twice",
    ):
        return True
    two = _word(atoms, first - 2)
    return before[:1].isdigit() or (two[:1].isdigit() and before.isalpha() and before.endswith("s"))


def _is_fraction(atoms: Atoms, first: int, last: int) -> bool:
    """ "three-quarters of it" is a share."""
    if atoms.words[last - 1].lower() not in ("quarters", "quarter"):
        return False
    return (last - first == 3 and atoms.words[first + 1] in "-–") or _word(atoms, last) == "of"


def _is_some_day(atoms: Atoms, first: int, last: int) -> bool:
    """ "he hopes one day to": no length."""
    words = [word.lower() for word in atoms.words[first:last]]
    return words == ["one", "day"] and _word(atoms, first - 1) not in _LENGTH_BEFORE


def _proper(atoms: Atoms, i: int) -> bool:
    """Whether a capital is the word's own: a month, a weekday, a holiday."""
    return atoms.words[i].lower() not in _COMMON_UNITS


def _spoken_clock(atoms: Atoms, first: int, last: int) -> bool:
    """ "ten past six" is a time anywhere, "four to six" only after "at" and with nothing counted behind it."""
    words = [word.lower() for word in atoms.words[first:last]]
    if "to" not in words and "till" not in words and "after" not in words:
        return True
    if "quarter" in words or "minutes" in words:
        return True
    after = _word(atoms, last)
    before = _word(atoms, first - 1)
    five = any(word in ("five", "ten", "twenty", "5", "10", "20") for word in words[:1])
    return (
        five
        and before in ("at", "by", "until", "till", "past")
        and (not after.isalnum() or after in _FUNCTION)
    )


def _clock(atoms: Atoms, first: int, last: int) -> bool:
    """A time with a point ("16.22") needs a date or "at" before it; scores and odds are no times."""
    words = atoms.words[first:last]
    if (
        first
        and atoms.ends[first - 1] == atoms.starts[first]
        and atoms.words[first - 1][-1] not in "([“\"'‘–—-,@"
    ):
        return False
    if ":" in words or any(w.lower().startswith(("a", "p")) for w in words[1:]):
        return True
    if "." in words[0] and words[0][0].isdigit():
        before = _word(atoms, first - 1)
        if before == ",":
            before = _word(atoms, first - 2)
            return before[:1].isdigit()
        if last - first > 1:
            return True
        after = _word(atoms, last)
        if before not in ("at", "from", "until") or (after.isalnum() and after not in _FUNCTION):
            return False
        begin, end = atoms.sentences[atoms.sentence_of(first)]
        return not any(word.lower() in _PRICED for word in atoms.words[begin:end])
    return True


_CHECKS = {"season": _season, "setword": _set_word, "weekday": _weekday, "holiday": _holiday}
