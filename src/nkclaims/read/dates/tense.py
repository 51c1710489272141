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
_AHEAD = frozenset(("be", "to"))
_NO_PAST = frozenset("is are be being to get gets will would may might could should must if".split())
_PLANNED = frozenset(
    "scheduled planned expected slated proposed projected needed required wanted delayed postponed promised"
    " supposed anticipated extended put cut hit set hurt since after earlier".split()
)
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
    if first > begin and words[first - 1].lower() == "since":
        return "past"
    if first - 1 > begin and _is_limit(words, first):
        return "future"
    for i in range(first - 1, max(begin, first - _REACH) - 1, -1):
        if words[i] == ";":
            break
        found = _sense(words, i, begin, first - i)
        if found is not None:
            return found
    for i in range(last, min(end, last + _REACH)):
        if words[i] == ";":
            break
        found = _sense(words, i, begin, i - last + 1)
        if found is not None:
            return found
    return None


def happened_at(atoms: Atoms, first: int) -> bool:
    """Whether a verb of the past right before a date says that it lies back: "closed in April", "fell on May 2";
    not "is closed in April", "a vote planned in April".

    >>> from nkclaims.atoms.scan import scan
    >>> happened_at(scan("It closed in April."), 3), happened_at(scan("It is closed in April."), 4)
    (True, False)
    """
    words = [word.lower() for word in atoms.words[max(0, first - 3) : first]]
    if len(words) < 3 or words[2] not in ("in", "on") or words[0] in _NO_PAST or words[1] in _PLANNED:
        return False
    return words[1] in _words("past") or (words[1].endswith("ed") and words[1] not in _ED_NOT)


def _is_limit(words: list[str], first: int) -> bool:
    """ "postponed until Tuesday", "as soon as Tuesday", "no later than Tuesday": what is told of reaches ahead."""
    before = words[first - 1].lower()
    if before == "as" and first >= 3:
        return words[first - 2].lower() in ("soon", "early") and words[first - 3].lower() == "as"
    if before == "than":
        return words[first - 2].lower() in ("earlier", "later", "sooner")
    return before in _LIMITS


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
        if before == "to" and word in _words("infinitive"):
            return "future"
        return None
    if word in _words("past") and (distance <= 2 or word not in _NEAR_ONLY):
        return "past"
    if word.endswith("ed") and len(word) > 3 and word not in _ED_NOT and words[i].islower():
        return "past"
    return None
