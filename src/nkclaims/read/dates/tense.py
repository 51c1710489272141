"""Which way a clause looks: back, ahead, or neither, by the verb nearest the date."""

from __future__ import annotations

from functools import cache
from typing import Literal

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms

Tense = Literal["past", "future"]
_REACH = 16
_NEAR_ONLY = frozenset(("due", "should", "must", "effective", "after", "since"))
_LIMITS = frozenset(("until", "till", "through"))
_MODALS = frozenset(("will", "'ll", "shall", "would", "might", "won't"))
_SUPPOSED = frozenset("would might could should must ought cannot can".split())
_EXPECTING = frozenset("expect foresee forecast".split())
_UNCHANGED = frozenset("cut hit hurt put quit set shut cost let shot split spread bid bet cast".split())
_AHEAD = frozenset(("be", "to"))
_NO_PAST = frozenset("is are be being to get gets would may might could should must if".split())
_PLANNED = frozenset(
    "scheduled planned expected slated proposed projected needed required wanted delayed postponed promised"
    " supposed anticipated extended put set due agreed announced called approved ordered requested urged pledged"
    " vowed invited recommended offered booked plans plan hopes expects intends wants deadline".split()
)
_GOVERNS = 14
"""How many words before a date the verb it hangs on may stand."""
_PREPOSITIONS = frozenset("in on at during over from by between".split())
_CLAUSES = frozenset(
    ', ; : ( ) " “ ” — – -- that who whom which whose where when while if as for until since'.split()
)
_ARRANGED_FOR = frozenset("planned set billed arranged timed".split())
_IS = frozenset(("is", "are", "isn't", "aren't"))
_IS_NEAR = 4
_PLACED = frozenset("at on in home away closed open off back out".split())
_TELLS_DAY = frozenset("today it that this day date there here what which now".split())
_NOT_MANY = frozenset("its his this was is does has as us yes less ours theirs hers".split())
_EXPIRING = frozenset("expires expire matures ends begins starts opens resumes".split())
_NO_VERBS = frozenset(("since", "ago", "after", "earlier", "been", "thought", "found", "left"))
_ED_NOT = frozenset(
    [
        "united",
        "hundred",
        "need",
        "seed",
        "indeed",
        "speed",
        "exceed",
        "bleed",
        "breed",
        "feed",
        "weed",
        "reed",
        "greed",
        "red",
        "bed",
        "led",
    ]
)


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_tables()["dates"][name])


def tense_at(atoms: Atoms, first: int, last: int) -> Tense | None:
    """The tense of the clause a date stands in; None where no verb shows it.

    >>> from nkclaims.atoms.scan import scan
    >>> tense_at(scan("They will meet Tuesday."), 3, 4), tense_at(scan("They met Tuesday."), 2, 3)
    ('future', 'past')
    """
    begin, end = atoms.sentences[atoms.sentence_of(first)] if atoms.sentences else (0, len(atoms.words))
    words = atoms.words
    if (first > begin and words[first - 1].lower() == "since") or befell(atoms, first, last):
        return "past"
    if first - 1 > begin and _is_limit(words, first):
        return "future"
    for i in range(first - 1, max(begin, first - _REACH) - 1, -1):
        if words[i] == ";":
            break
        found = _scheduled(words, i, begin, first - i) or _sense(words, i, begin, first - i)
        if found is not None:
            return found
    for i in range(last, min(end, last + _REACH)):
        if words[i] == ";":
            break
        found = _sense(words, i, begin, i - last + 1)
        if found is not None:
            return found
    return None


def governed_at(atoms: Atoms, first: int, last: int) -> Tense | None:
    """The tense of the verb that a date hangs on, where that is plain: the verb before its preposition with
    nothing between that could be another clause, or the verb right behind the date.

    >>> from nkclaims.atoms.scan import scan
    >>> def shown(text: str) -> str | None:
    ...     atoms = scan(text)
    ...     at = atoms.words.index("April")
    ...     return governed_at(atoms, at, at + 1)
    >>> shown("The law took effect in April."), shown("It will be held in Oslo in April.")
    ('past', 'future')
    >>> shown("It agreed to sell the plant in April."), shown("Sales in April were flat.")
    (None, 'past')
    """
    begin, end = atoms.sentences[atoms.sentence_of(first)] if atoms.sentences else (0, len(atoms.words))
    words = atoms.words[max(begin, first - _GOVERNS) : first]
    if words and words[-1].lower() in ("the", "its", "their"):
        words.pop()
    if not words or words[-1].lower() not in _PREPOSITIONS:
        return None
    return _behind(atoms.lower(last, min(end, last + 3))) or _before(words[:-1])


def befell(atoms: Atoms, first: int, last: int) -> bool:
    """Whether a date is when something struck that nobody appoints: "the Dec. 29 crash", "the attack on Dec. 29".

    >>> from nkclaims.atoms.scan import scan
    >>> befell(scan("The trial over the May 9 crash opened"), 4, 6), befell(scan("the May 9 vote"), 1, 3)
    (True, False)
    """
    if atoms.lower(last, last + 1) and atoms.lower(last, last + 1)[0] in _words("befell"):
        return first > 0 and atoms.words[first - 1].lower() == "the"
    before = atoms.lower(max(0, first - 2), first)
    if before[-1:] not in (["on"], ["of"]) or before[0] not in _words("befell") or first < 3:
        return False
    return atoms.words[first - 3].lower() == "the"


def _before(words: list[str]) -> Tense | None:
    for i in range(len(words) - 1, -1, -1):
        word, before = words[i].lower(), words[i - 1].lower() if i else ""
        if word in ("will", "'ll", "shall"):
            return "future"
        if word in _SUPPOSED or words[i] == "may":  # "said it would open": the verb of saying holds no date
            return None
        if word in _words("coming"):  # "won and takes office", "expect a cut"
            return "future" if word in _EXPECTING else None
        if word in _CLAUSES or word in _PLANNED or (word == "to" and _is_infinitive(words[i + 1 :])):
            return None
        if word in _EXPIRING and i == len(words) - 1:
            return "future"
        if _is_past(words[i]) and before not in _NO_PAST and not _is_noun(word, before):
            if word in _UNCHANGED and _is_joined_infinitive(words[:i]):
                return None
            return "future" if before in _MODALS else "past"
    return None


def _behind(following: list[str]) -> Tense | None:
    """ "Sales in April were flat", not "were due", "were cut by June"."""
    if not following or not _is_past(following[0]) or following[0].endswith("ed"):
        return None
    return None if _PLANNED.intersection(following[1:]) or following[1:2] == ["to"] else "past"


def _is_past(word: str) -> bool:
    low = word.lower()
    if low in _words("past"):
        return low not in _NO_VERBS
    return word.endswith("ed") and word.islower() and len(word) > 3 and word not in _ED_NOT


def _is_noun(word: str, before: str) -> bool:
    """ "a cut in December", "another hit": no verb, though its past form looks the same."""
    return word in _UNCHANGED and before in _words("beforenoun")


def _is_joined_infinitive(words: list[str]) -> bool:
    """Whether what comes is joined to an infinitive: "to hold in December and" cut."""
    if not words or words[-1].lower() not in ("and", "or", "but"):
        return False
    for i in range(len(words) - 2, -1, -1):
        low = words[i].lower()
        if low in _CLAUSES or _is_past(words[i]):
            return False
        if low in ("will", "to") or low in _SUPPOSED:
            return low != "to" or _is_infinitive(words[i + 1 :])
    return False


def _is_infinitive(behind: list[str]) -> bool:
    """Whether "to" goes before a verb: "to sell", not "to 5", "to Oslo", "to the"."""
    word = behind[0] if behind else ""
    return word.isalpha() and word.islower() and word not in ("the", "a", "an", "its", "their", "his", "her")


def _is_limit(words: list[str], first: int) -> bool:
    """ "postponed until Tuesday", "as soon as Tuesday", "no later than Tuesday": what is told of reaches ahead."""
    before = words[first - 1].lower()
    if before == "as" and first >= 3:
        return words[first - 2].lower() in ("soon", "early") and words[first - 3].lower() == "as"
    if before == "than":
        return words[first - 2].lower() in ("earlier", "later", "sooner")
    if before == "through" and words[first - 2].lower() in _RUN:
        return False  # "the 12 months through June"
    return before in _LIMITS


_RUN = frozenset("day days week weeks month months quarter half year period season".split())


def runs_up_to(atoms: Atoms, first: int) -> bool:
    """Whether a date ends a stretch that results are told for: "the quarter through June", "the year to March".

    >>> from nkclaims.atoms.scan import scan
    >>> runs_up_to(scan("in the 12 months through June"), 5), runs_up_to(scan("postponed through June"), 2)
    (True, False)
    """
    before = atoms.lower(max(0, first - 2), first)
    return len(before) == 2 and before[0] in _RUN and before[1] in ("through", "to")


def _sense(words: list[str], i: int, begin: int, distance: int) -> Tense | None:
    word = words[i].lower()
    before = words[i - 1].lower() if i > begin else ""
    if words[i] == "may":  # the month has a capital
        return "future"
    if word in _words("future") and (distance <= 2 or word not in _NEAR_ONLY):
        return "future"
    if before in _MODALS:  # "will cut": no past form, whatever it looks like
        return "future"
    if before in _AHEAD:
        if before == "to" and (word in _words("infinitive") or _is_arranged(words, i - 1, begin)):
            return "future"
        return None
    if word in _UNCHANGED and (before in _words("beforenoun") or _is_joined_infinitive(words[begin:i])):
        return None
    if word in _ARRANGED_FOR and before in _IS and words[i + 1 : i + 2] in (["for"], ["on"]):
        return "future"  # "is planned for Sunday"
    if word in _words("appointed") and _has_many(words, i, begin):  # "the Giants host", "voters choose"
        return "future"
    if word in _words("past") and (distance <= 2 or word not in _NEAR_ONLY):
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in _ED_NOT and words[i].islower():
        return "past"
    return None


def _is_arranged(words: list[str], at: int, begin: int) -> bool:
    """Whether an infinitive hangs on "is": "he is to retire", "they are to wed"."""
    return at - 1 >= begin and words[at - 1].lower() in ("is", "are") and _is_infinitive(words[at + 1 :])


def _scheduled(words: list[str], i: int, begin: int, distance: int) -> Tense | None:
    """What is told in the present before a day that it is appointed for."""
    word = words[i].lower()
    if word in _IS and distance <= _IS_NEAR and _is_timetable(words, i, begin, distance):
        return "future"
    if word in _words("arriving") and i > begin and words[i - 1].lower() in _IS:
        return "future"
    if word == "ahead" and distance == 2 and words[i + 1].lower() == "of":  # "ahead of Sunday's match"
        return "future"
    return None


def _is_timetable(words: list[str], i: int, begin: int, distance: int) -> bool:
    """ "The funeral is Saturday", "United are at home this weekend"; not "it is Saturday"."""
    if i == begin or words[i - 1].lower() in _TELLS_DAY:
        return False
    following = words[i + 1].lower() if distance > 1 else ""
    return distance == 1 or following in _PLACED


def _has_many(words: list[str], i: int, begin: int) -> bool:
    """Whether the word before a bare verb is its subject, of the plural: "talks resume", "polls open"."""
    before = words[i - 1] if i > begin else ""
    return before.isalpha() and before.endswith("s") and before.lower() not in _NOT_MANY
