"""Is a text news, read by its publication date, or a history, read by the dates it tells in order?"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from nkclaims.atoms.codes import BASE, PLANE
from nkclaims.atoms.lexicon import default_lexicon
from nkclaims.atoms.scan import Atoms

_FAR = 2
_FEWEST = 6
_FEW_SENTENCES = 3
_OLD = 10
_NOW = frozenset(
    "is are am has have will would now says say today's this ago recently currently i we my our".split()
)
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


def _is_short_history(atoms: Atoms, years: int) -> bool:
    """Whether a few sentences tell of old years alone: a year in one of three, none of them only what a thing
    is known by (", built in 1908,"), and no word of the writer's own day.
    """
    words, sentences = atoms.words, atoms.sentences
    if not _FEW_SENTENCES <= len(sentences) <= _FEWEST * 3 or years * 3 < len(sentences):
        return False
    if not _NOW.isdisjoint(word.lower() for word in words):
        return False
    first = next((i for i, word in enumerate(words) if len(word) == 4 and word.isdigit()), 0)
    aside = (
        first >= 2 and words[first - 1].lower() in ("in", "since") and (first == 2 or words[first - 3] == ",")
    )
    return first < sentences[0][1] and not aside


def is_narrative(atoms: Atoms, published: date | None) -> bool:
    """Whether a text tells of years long before its publication date, with few words that lean on it.

    Without a publication date: whether it names years and nothing that leans on one.
    """
    years, days, before_christ = _patterns(default_lexicon().version)
    found = [int(atoms.words[m.start()]) for m in years.finditer(atoms.codes)]
    found = [year for year in found if 1000 <= year <= 2100]
    found += [-1] * sum(1 for _ in before_christ.finditer(atoms.codes))
    leaning = sum(1 for _ in days.finditer(atoms.codes))
    if published is None:
        return bool(found) and leaning <= len(found) / 4
    if len(found) < _FEWEST:
        old = bool(found) and all(published.year - year > _OLD for year in found)
        return old and leaning == 0 and _is_short_history(atoms, len(found))
    far = sum(1 for year in found if published.year - year > _FAR)
    return far >= 0.8 * len(found) and leaning * 12 <= len(found) and len(found) * 300 >= len(atoms.words)
