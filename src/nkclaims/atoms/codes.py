"""One character an atom: how lexical ids become code characters, and sets of ids regular-expression classes.

A text's atoms are written as a string of *codes*, one character each, and every rule is a regular expression
over that string. A code says which known word, digit shape or sign the atom is, and two things more: whether
it is glued to the atom before it (no white space between) and whether it begins with a capital. Each of the
four combinations is a *plane* of ``PLANE`` characters:

    code = BASE + plane * PLANE + id          plane = glued * 1 + capital * 2
"""

from __future__ import annotations

from collections.abc import Iterable

BASE = 0x10000  # beyond the BMP, where re leaves a class as the few ranges it is (compiling is ten times as fast)
PLANE = 0x2C00
GLUED, CAPITAL = 1, 2

FIRST_SHAPE, FIRST_SIGN, UNKNOWN_SIGN = 0, 128, 255
UNKNOWN_WORD, FIRST_WORD = 256, 257
"""Ids below FIRST_SIGN are digit shapes, below UNKNOWN_WORD signs; from UNKNOWN_WORD on, words."""


def code(lexical_id: int, *, glued: bool = False, capital: bool = False) -> str:
    """The code character of an atom.

    >>> code(0) == chr(BASE), code(0, glued=True) == chr(BASE + PLANE)
    (True, True)
    """
    return chr(BASE + (GLUED * glued + CAPITAL * capital) * PLANE + lexical_id)


def split_code(character: str) -> tuple[int, bool, bool]:
    """(lexical id, glued, capital) of a code character.

    >>> split_code(code(7, glued=True))
    (7, True, False)
    """
    plane, lexical_id = divmod(ord(character) - BASE, PLANE)
    return lexical_id, bool(plane & GLUED), bool(plane & CAPITAL)


def planes(glued: bool | None, capital: bool | None) -> list[int]:
    """The planes in which an element may stand; None is "either"."""
    return [
        GLUED * g + CAPITAL * c
        for g in ((False, True) if glued is None else (glued,))
        for c in ((False, True) if capital is None else (capital,))
    ]


def ranges(ids: Iterable[int]) -> list[tuple[int, int]]:
    """Runs of neighbouring ids, first and last.

    >>> ranges([3, 1, 2, 9])
    [(1, 3), (9, 9)]
    """
    out: list[tuple[int, int]] = []
    for i in sorted(set(ids)):
        if out and i == out[-1][1] + 1:
            out[-1] = (out[-1][0], i)
        else:
            out.append((i, i))
    return out


def charset(runs: Iterable[tuple[int, int]], glued: bool | None, capital: bool | None) -> str:
    """A regular-expression class of all codes whose id lies in the runs and whose plane fits."""
    parts: list[str] = []
    for plane in planes(glued, capital):
        offset = BASE + plane * PLANE
        for first, last in runs:
            # No code is a character that a class would have to escape: they begin at BASE.
            parts.append(
                chr(offset + first) if first == last else f"{chr(offset + first)}-{chr(offset + last)}"
            )
    return "[" + "".join(parts) + "]"


def union(elements: Iterable[tuple[Iterable[tuple[int, int]], bool | None, bool | None]]) -> str:
    """A class of all codes that are in any of some (runs, glued, capital)."""
    found: set[tuple[int, int]] = set()
    for runs, glued, capital in elements:
        for plane in planes(glued, capital):
            offset = BASE + plane * PLANE
            found.update((offset + first, offset + last) for first, last in runs)
    merged: list[list[int]] = []
    for first, last in sorted(found):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    return "[" + "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in merged) + "]"
