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
        return False
    far = sum(1 for year in found if published.year - year > _FAR)
    return far >= 0.8 * len(found) and leaning * 12 <= len(found) and len(found) * 300 >= len(atoms.words)
