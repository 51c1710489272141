"""Is a text news, read by its publication date, or a history, read by the dates it tells in order?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from nkclaims.atoms.codes import BASE, PLANE
from nkclaims.atoms.lexicon import default_lexicon
from nkclaims.atoms.scan import Atoms
from nkclaims.tables.calendar import MONTHS, SEASONS

_FAR = 2
_FEWEST = 6
_FEW_SENTENCES = 3
_OLD = 10
_MOST_SENTENCES = 40
_ENOUGH = 3
_NOW = frozenset(
    "is are am has will now says say said told announced today's ago recently currently i we my our".split()
)
_NEXT = frozenset("next following previous same".split())
_STEPPED = {
    **dict.fromkeys("day morning evening night week month".split(), 1),
    **dict.fromkeys(("year", "decade", *SEASONS), 2),
}
_DEICTIC = [
    "today",
    "yesterday",
    "tomorrow",
    "tonight",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
]


@lru_cache(maxsize=4)
def _patterns(version: int) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """(years, days known only from the publication date, "BC") over codes."""
    lexicon = default_lexicon()
    years = lexicon.shapes_of("year")
    days = [lexicon.word(word) for word in _DEICTIC]

    def any_of(ids: list[int]) -> re.Pattern[str]:
        return re.compile(
            "[" + "".join(chr(BASE + plane * PLANE + i) for i in ids for plane in range(4)) + "]"
        )

    eras = [lexicon.word(word) for word in ("bc", "b.c.", "bce")]
    return any_of(years), any_of(days), any_of(eras)


def _is_short_history(atoms: Atoms, days: list[int]) -> bool:
    """Whether a few sentences tell of old years alone, with no word of the writer's own day before the last.

    What tells: years, more so where they open a sentence or have a month ("In 1871", "May 1871"), and steps
    from one date to the next ("that autumn", "two years later"). Years by themselves are what a thing of today
    is known by: "The firm was founded in 1908 and listed in 1975. In January it cut 20 jobs."
    """
    words, sentences = atoms.lower(0, len(atoms.words)), atoms.sentences
    if not _FEW_SENTENCES <= len(sentences) <= _MOST_SENTENCES:
        return False
    last = sentences[-1][0] if len(sentences) > _FEW_SENTENCES else len(words)
    if not _NOW.isdisjoint(words[:last]) or any(at < last or words[at] != "today" for at in days):
        return False
    years, placed, steps = _told(words, {begin for begin, _ in sentences})
    return placed + steps > 0 and years + placed + steps >= max(_ENOUGH, len(sentences) / 3)


def _told(words: list[str], begins: set[int]) -> tuple[int, int, int]:
    """(years, those that open a sentence or have a month or season, steps: two for one of years or seasons)."""
    years = placed = steps = 0
    for i, word in enumerate(words):
        before = words[i - 1] if i else ""
        if len(word) == 4 and word.isdigit():
            years += 1
            placed += i - 1 in begins or before in MONTHS
            placed += before == "of" and words[i - 2] in SEASONS
        elif word in _STEPPED and (before == "that" or (before in _NEXT and words[i - 2] in ("the", "that"))):
            steps += _STEPPED[word]
        elif word in ("later", "earlier", "afterwards") and before.removesuffix("s") in _STEPPED:
            steps += _STEPPED[before.removesuffix("s")]
    return years, placed, steps


def is_narrative(atoms: Atoms, published: date | None) -> bool:
    """Whether a text tells of years long before its publication date, with few words that lean on it.

    Without a publication date: whether it names years and nothing that leans on one.
    """
    years, days, before_christ = _patterns(default_lexicon().version)
    found = [int(atoms.words[m.start()]) for m in years.finditer(atoms.codes)]
    found = [year for year in found if 1000 <= year <= 2100]
    found += [-1] * sum(1 for _ in before_christ.finditer(atoms.codes))
    leaning = [m.start() for m in days.finditer(atoms.codes)]
    if published is None:
        return bool(found) and len(leaning) <= len(found) / 4
    if len(found) < _FEWEST:
        old = bool(found) and all(published.year - year > _OLD for year in found)
        return old and _is_short_history(atoms, leaning)
    far = sum(1 for year in found if published.year - year > _FAR)
    return (
        far >= 0.8 * len(found) and len(leaning) * 12 <= len(found) and len(found) * 300 >= len(atoms.words)
    )
