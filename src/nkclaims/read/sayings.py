"""Verbs of saying, and where they part what is said from who says it.

What is said may stand before its speaker ("…, the company said in a note"), and the two may be turned round
("…," said Li). Positions are those of the sentence's tags.
"""

from __future__ import annotations

import re

from nkclaims.model.mention import Span
from nkclaims.read.parsed import Parse

_SAY_TOO = frozenset(["estimates", "estimate", "predicts", "predicted", "reckons", "projected", "estimated"])
_TELLING = frozenset(["saying", "telling", "warning", "arguing", "claiming", "insisting"])
SAYING = _SAY_TOO | _TELLING
"""Words that say, beside those with the tag of saying."""
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being"])


def says(parse: Parse, start: int, end: int) -> bool:
    """Whether a verb group is one of saying, and not "is said", "was told"."""
    group = parse._lower[start:end]
    if group[-1] in _TELLING:
        return True
    if "S" not in parse.tags[start:end] and group[-1] not in _SAY_TOO:
        return False
    return _BE.isdisjoint(group)


def sayings(parse: Parse, verbs: list[Span], said: set[Span]) -> frozenset[int]:
    """Where a verb of saying parts what is said from who says it."""
    inverted = {a for a, b in said if _inverted(parse, a, b)}
    trailing = (_trailing(parse, verbs, a, b) for a, b in said)
    return frozenset(
        inverted.union((b for a, b in said if a not in inverted), (at for at in trailing if at is not None))
    )


TOLD = frozenset(("told", "tells", "tell", "telling"))
_NOUNS = r"[dh]?[jmnNUAGay0-]*[jnmNUAGy0]a?"
_ADJUNCT = re.compile(rf"b|[dj]*0?y[y0]*|[pot]b?{_NOUNS}(?:s{_NOUNS})?|j(?=[pyb])")
_ADDRESSEE = re.compile(rf"r|{_NOUNS}(?:s{_NOUNS})?")
_CLOSING = ".,;\"')/k"


def closes(parse: Parse, end: int) -> bool:
    """Whether nothing is said after a verb of saying: only when, where or how it was said, and to whom.

    >>> from nkclaims.atoms.scan import scan
    >>> from nkclaims.read.clauses import parse
    >>> [closes(parse(scan(s), 0), 2) for s in ("Li said late on Monday.", "Li told the paper by phone, adding",
    ...  "Li said on Monday that", "Li said on Monday 30 men died.")]
    [True, True, False, False]
    """
    tags, at = parse.tags, end
    if parse.word(parse.first + end - 1) in TOLD:
        addressee = _ADDRESSEE.match(tags, at)
        at = addressee.end() if addressee is not None else at
    while (adjunct := _ADJUNCT.match(tags, at)) is not None:
        at = adjunct.end()
    if tags[at : at + 1] == "w":
        return parse.word(parse.first + at) != "that"
    return at >= len(tags) or tags[at] in _CLOSING


def _trailing(parse: Parse, verbs: list[Span], start: int, end: int) -> int | None:
    """Where a saying that ends its sentence begins: "…, people close to Li said." """
    tags = parse.tags
    stop = start
    if tags[start - 1] == ",":  # "…, the mayor, Ana Ruiz, told reporters"
        stop = tags.rfind(",", max(0, start - 9), start - 1)
        if stop < 1 or any(c in ';.w(k"' for c in tags[stop + 1 : start]):
            return None
    if not closes(parse, end):
        return None
    for at in range(stop - 1, max(0, stop - 12), -1):
        if tags[at] in ',"':
            return at if stop - at > 1 and not any(at < a < start for a, _ in verbs) else None
        if tags[at] in ";.w(k":
            return None
    return None


def turns_round(parse: Parse, start: int) -> bool:
    """Whether a verb of saying may stand before its speaker: what follows "told" is told something."""
    return parse.word(parse.first + start) not in TOLD


def _inverted(parse: Parse, start: int, end: int) -> bool:
    """Whether a verb of saying stands before its subject: '…,' said Li."""
    tags = parse.tags
    if start == 0 or tags[start - 1] not in ",\"'" or "S" not in tags[start:end]:
        return False
    if not turns_round(parse, start):
        return False
    number = parse.phrase_at(parse.first + end)
    if number is None or parse.phrases[number].first != parse.first + end:
        return False
    phrase = parse.phrases[number]
    at = phrase.last - parse.first
    if tags[at : at + 1] == "s" or tags[at : at + 2] in ("oN", "oU", "pN", "pU", "od", "pd"):
        following = parse.phrase_at(parse.first + at + 1)
        at = parse.phrases[following].last - parse.first if following is not None else at
    return tags[end] in "NUAdrn" and (at >= len(tags) or tags[at] in ',.";/(')


def future_in_past(parse: Parse, clause: int) -> bool:
    """ "The firm said it would pay": told after a past verb of saying, "would" is what "will" was.

    Not where the telling itself is under a condition ("would pay if asked").

    >>> from nkclaims.atoms.scan import scan
    >>> from nkclaims.read.clauses import parse
    >>> [future_in_past(parse(scan(s), 0), n) for s, n in (("Li said it would pay.", 1), ("Li would pay.", 0))]
    [True, False]
    """
    verb = parse.clauses[clause].verb
    if verb is None or parse.word(verb[0]) not in _WOULD or parse.word(verb[0] + 1) == "have":
        return False
    if any(parse.word(c.first) in ("if", "unless") for c in parse.clauses):
        return False
    return any(c.say and c.verb is not None and parse.word(c.verb[1] - 1) in _SAID for c in parse.clauses)


_WOULD = frozenset(("would", "wouldn't", "'d"))
_SAID = frozenset(
    "said told announced added stated confirmed pledged promised vowed insisted explained disclosed revealed"
    " declared agreed predicted warned estimated".split()
)
