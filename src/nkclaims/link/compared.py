"""What a change says it is reckoned against: "down 4.2% on the week", "from a year earlier", "year on year".

Such a change has its comparison already. Another level may still be the one it left ("rose 12% from a year
earlier to $5.6m from $5m"), but not one of another time, nor a record, a target or a forecast.
"""

from __future__ import annotations

import re

from nkclaims.atoms.scan import Atoms
from nkclaims.link.levels import Level
from nkclaims.model.mention import Mention

_NAMES = "day|session|week|month|quarter|year"
_ON = rf"(?:on|over|in|for|across) (?:the|a) (?:(?:past|previous|last) )?(?P<on>{_NAMES})\b(?!['’])"
_FROM = (
    r"(?:from|on|than|compared (?:with|to)|over|versus|vs) (?:the )?(?:(?:same|corresponding|comparable) "
    rf"(?:period|time|stage|month|quarter|week|half|day)(?: of)?(?: in)?(?: the)? )?"
    rf"(?:(?:a|one|last|previous|prior|preceding|that)(?: (?:previous|last))? )(?P<from>{_NAMES})"
    r"(?: (?:earlier|ago|before))?\b(?!['’])"
)
_EACH = rf"(?P<each>{_NAMES})[- ](?:on|over)[- ](?:{_NAMES})"
_AFTER = re.compile(rf"[ ,(]{{0,2}}(?:{_FROM}|{_ON}|{_EACH})", re.IGNORECASE)
_BEFORE = re.compile(
    rf"(?:(?P<each>{_NAMES})[- ](?:on|over)[- ](?:{_NAMES})|(?P<how>daily|weekly|monthly|quarterly|yearly|annual))"
    r"(?: \w+){0,2} $",
    re.IGNORECASE,
)
_HOW = {"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter", "yearly": "year"}
_OTHER = re.compile(
    rf"(?:a|one|the|last|previous|prior|preceding|same)\s(?P<unit>{_NAMES})(?:\s(?:earlier|ago|before))?\b"
    rf"|yester(?P<day>day)",
    re.IGNORECASE,
)
BENCHMARKS = frozenset(
    """record records peak peaks high highs low lows target targets forecast forecasts estimate estimates
    expectation expectations consensus guidance goal limit cap ceiling threshold quota budgeted projected
    expected predicted planned""".split()
)
"""What a figure is held against that is no earlier level of its own."""
CONJUNCTIONS = frozenset({"and", "but", "yet", "though"})
FRACTION = re.compile(
    r"\b(?:(?:half|thirds?|quarters?|fifths?|tenth) (?:of|the|its|that|what)|twice|double|triple|times)\b",
    re.IGNORECASE,
)
NEAR = 60  # characters after a level in which its own time is said


def comparison_of(text: str, start: int, end: int) -> str | None:
    """The unit of the time a change at ``start`` to ``end`` is reckoned over, where its words name it.

    >>> said = "down 4.2% on the week and less than half"
    >>> comparison_of(said, 0, 9), comparison_of("up 3% in March", 0, 5)
    ('week', None)
    >>> comparison_of("rose 12% from the same quarter a year earlier", 0, 8)
    'year'
    """
    found = _AFTER.match(text, end) or _BEFORE.search(text, max(0, start - NEAR), start)
    if found is None:
        return None
    named = next(word for word in found.groupdict().values() if word is not None).lower()
    return {"session": "day", "annual": "year"}.get(named) or _HOW.get(named, named)


def of_another(text: str, change: Mention, level: Level, atoms: Atoms) -> bool:
    """Whether a level that is compared with cannot be the one a change left.

    A fraction between the word of comparison and the level has that for its base ("less than half of the record
    of 9,425"); a record or a forecast is no earlier level of a change that names its comparison, or that other
    words part from it; and a level of a year ago is none of a change on the month.
    """
    lead, first = atoms.at(level.lead), atoms.at(level.start)
    between = set(atoms.lower(lead, first)) | set(atoms.lower(atoms.at(level.end), atoms.at(level.end) + 1))
    if level.role == "against" and FRACTION.search(text, level.lead, level.start):
        return True
    unit = comparison_of(text, change.start, change.end)
    apart = atoms.lower(atoms.at(change.end), lead) if level.start >= change.end else [","]
    if BENCHMARKS & between:
        return unit is not None or (level.role == "against" and bool({",", *CONJUNCTIONS} & set(apart)))
    if unit is None:
        return False
    if CONJUNCTIONS & set(apart):
        return True
    here = _OTHER.search(text, level.lead, level.start) or _OTHER.search(
        text, level.end, _clause(text, level.end)
    )
    other = here and (here["unit"] or here["day"]).lower()
    return other is not None and {"session": "day"}.get(other, other) != unit


def _clause(text: str, start: int) -> int:
    """Where the phrase after a level ends: its next mark, or its next number."""
    found = re.compile(r"[,;.\n\d]").search(text, start, start + NEAR)
    return found.start() if found else min(len(text), start + NEAR)
