"""Where sentences end, decided over atoms: a full stop after an abbreviation or an initial ends nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from nkclaims.atoms.codes import FIRST_WORD, PLANE, UNKNOWN_WORD, charset
from nkclaims.atoms.lexicon import Lexicon

if TYPE_CHECKING:
    from nkclaims.atoms.scan import Atoms

MOST_ATOMS = 600
"""Atoms of the longest sentence: three times what prose has. A table on one line or a list of thousands is cut,
for what links do within a sentence they do for each number with each."""

_CLOSERS = "\"'”’)]»"
_OPENERS = "\"'“‘([«—–-"


def sentences(atoms: Atoms, lexicon: Lexicon) -> list[tuple[int, int]]:
    """(first atom, one past the last) of each sentence; paragraph breaks belong to none.

    >>> from nkclaims.atoms.scan import scan
    >>> len(scan("Mr. Li paid $3.5 million. He left on Sept. 3.").sentences)
    2
    """
    codes, words = atoms.codes, atoms.words
    out: list[tuple[int, int]] = []
    first = 0
    for match in _boundary(lexicon).finditer(codes):
        at = match.start()
        if words[at] == "\n":
            if at > first:
                out.append((first, at))
            first = match.end()
            continue
        end = match.end()
        if end <= first or _abbreviates(words, at, lexicon) or not _starts(words, end, lexicon):
            continue
        out.append((first, end))
        first = end
    if first < len(words):
        out.append((first, len(words)))
    if any(end - start > MOST_ATOMS for start, end in out):
        return [part for start, end in out for part in _shorter(words, start, end)]
    return out


def _shorter(words: list[str], first: int, last: int) -> Iterator[tuple[int, int]]:
    """A stretch in parts of at most so many atoms, cut behind a semicolon or comma where there is one.

    >>> [end - start for start, end in _shorter(["a", ","] * 500, 0, 1000)]
    [600, 400]
    """
    while last - first > MOST_ATOMS:
        end = first + MOST_ATOMS
        tail = range(end - 1, end - MOST_ATOMS // 2, -1)
        end = next((at + 1 for sign in (";", ",") for at in tail if words[at] == sign), end)
        yield first, end
        first = end
    yield first, last


@lru_cache(maxsize=4)
def _boundary(lexicon: Lexicon) -> re.Pattern[str]:
    stop = charset([(i, i) for i in (lexicon.sign(c) for c in ".!?…")], True, None)
    closer = charset([(i, i) for i in (lexicon.sign(c) for c in _CLOSERS)], True, None)
    pause = charset([(i, i) for i in (lexicon.sign(c) for c in _OPENERS)], None, None)
    newline = charset([(lexicon.sign("\n"),) * 2], None, None)
    next_one = (
        charset([(0, PLANE - 1)], False, True)
        + "|"
        + charset([(0, 127)], False, None)
        + f"|{pause}|{newline}|$"
    )
    whole = charset([(i, i) for i in sorted(_pointed(lexicon))] or [(UNKNOWN_WORD, UNKNOWN_WORD)], None, None)
    return re.compile(
        f"{newline}+|{stop}+{closer}*(?={next_one})"
        f"|{whole}{closer}*(?={charset([(FIRST_WORD, PLANE - 1)], False, True)})"
    )


def _pointed(lexicon: Lexicon) -> set[int]:
    """Ids of the known abbreviations that end in a point ("U.S.", "p.m."): they may end a sentence as well."""
    return {lexicon.word(entry) for entry in lexicon.classes.get("pointed", ())}


def _abbreviates(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether the point at an atom belongs to an abbreviation or an initial before it."""
    if words[at] != "." or at == 0:
        return False
    before = words[at - 1]
    following = words[at + 1] if at + 1 < len(words) else ""
    if len(before) == 1 and before.isalpha() and before.isupper():
        return before != "I"
    if before.lower() in lexicon.classes.get("abbr", ()):
        return True
    if before.lower() in lexicon.classes.get("abbrend", ()):  # Inc., Co.: may well end a sentence too
        return following.lower() not in lexicon.classes.get("starter", ())
    return False


def _starts(words: list[str], at: int, lexicon: Lexicon) -> bool:
    """Whether a sentence can start at an atom; after "U.S." only a word that commonly starts one will do."""
    if at >= len(words) or not words[at - 1].endswith(".") or len(words[at - 1]) == 1:
        return True
    return words[at].lower() in lexicon.classes.get("starter", ())
