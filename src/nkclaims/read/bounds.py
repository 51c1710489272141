"""Hedges and bounds around a number: "about", "up to", "no fewer than" before it, "or more", "or so" after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from nkclaims.atoms.lexicon import word_tables
from nkclaims.atoms.scan import Atoms, cut

Effect = Literal["about", "below", "above", "over", "at_least", "at_most", "under"]
_LONGEST = 6
_MINUS = frozenset("-−–")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What stands around a number.

    first, last  atoms of the number with its hedges, half-open     effects  what the hedges do, outermost first
    negative     a minus sign belongs to the number
    """

    first: int
    last: int
    effects: tuple[Effect, ...] = ()
    negative: bool = False


@cache
def _phrases(after: bool) -> dict[tuple[str, ...], Effect]:
    table = word_tables()["hedges"]
    ending = "_after"
    out: dict[tuple[str, ...], Effect] = {}
    for name, entries in table.items():
        if name == "emphasis" or name.endswith(ending) != after:
            continue
        effect: Effect = name.removesuffix(ending)  # type: ignore[assignment]
        for entry in entries:
            out[tuple(word for word, _ in cut(entry))] = effect
    return out


@cache
def _edges(after: bool) -> frozenset[str]:
    """The atoms that can stand next to the number: what is not among them ends the search at once."""
    return frozenset(phrase[0 if after else -1] for phrase in _phrases(after))


def before(atoms: Atoms, first: int) -> Bounds:
    """The hedges that end where a number begins (``last`` is ``first`` of the number).

    >>> from nkclaims.atoms.scan import scan
    >>> before(scan("pays at least about 5 euros"), 4).effects
    ('at_least', 'about')
    """
    number, words = first, atoms.words
    first, negative = _minus(atoms, first)
    effects: list[Effect] = []
    for _ in range(2):
        found = _ending_at(words, first)
        if found is None:
            break
        length, effect = found
        first -= length
        effects.insert(0, effect)
    return Bounds(first, number, tuple(effects), negative)


def _minus(atoms: Atoms, first: int) -> tuple[int, bool]:
    """Takes in a minus sign: glued to the number, apart from what is before; or the word."""
    if first == 0:
        return first, False
    sign, starts, ends = atoms.words[first - 1], atoms.starts, atoms.ends
    if sign in _MINUS and first > 1 and atoms.words[first - 2].lower() == "minus":
        return first - 2, True
    if sign in _MINUS and ends[first - 1] == starts[first]:
        apart = first == 1 or ends[first - 2] < starts[first - 1] or atoms.words[first - 2] in "(["
        return (first - 1, True) if apart else (first, False)
    if sign.lower() == "minus":
        arithmetic = first >= 2 and atoms.words[first - 2][-1:].isdigit()
        return (first, False) if arithmetic else (first - 1, True)
    return first, False


def _ending_at(words: list[str], end: int) -> tuple[int, Effect] | None:
    if end == 0 or words[end - 1].lower() not in _edges(False):
        return None
    phrases = _phrases(False)
    window = [word.lower() for word in words[max(0, end - _LONGEST) : end]]
    for length in range(len(window), 0, -1):
        effect = phrases.get(tuple(window[-length:]))
        if effect is None:
            continue
        found = window[-length:]
        if not (
            (found == ["up", "to"] and _moves(words, end - length))
            or (found == ["over"] and _disputes(words, end - length))
        ):
            return length, effect
    return None


_DISPUTES = frozenset(
    "strike strikes striking row rows dispute disputes disputed clash clashed clashes clashing protest protests"
    " protested protesting anger angry fury furious outrage uproar outcry battle fight fighting feud"
    " negotiations wrangle wrangling argue argued arguing concern concerns worry worries worried quarrel"
    " hand hands handed handing"
    " quarrelled quit quits resign resigns resigned resignation sued sues suing lawsuit"
    " scandal controversy split rift standoff deadlock debate deliberating haggle haggling".split()
)


_WALK = frozenset("walk walks walked walking fall falls fell falling".split())


def _disputes(words: list[str], first: int) -> bool:
    """ "strike over 3 per cent offer", "hands over 63pc of its pay": of a quarrel or of a verb, no bound."""
    if first == 0:
        return False
    word = words[first - 1].lower()
    walked = word == "out" and first > 1 and words[first - 2].lower() in _WALK
    return walked or word in _DISPUTES


_MOVING = frozenset(
    "go goes going went gone move moves moved push pushes pushed rise rises rose climb climbs climbed"
    " shoot shot round rounded edge edged inch inched creep crept"
    " bumped jumped ticked right back way".split()
)


def _moves(words: list[str], first: int) -> bool:
    """ "goes up to 32 cents": the way of a move, no bound."""
    return first > 0 and words[first - 1].lower() in _MOVING


_DASHES = frozenset("-–‑‐")
_SUFFIXES: dict[str, Effect] = {"odd": "about", "plus": "at_least", "ish": "about"}


def behind_dash(atoms: Atoms, last: int) -> tuple[Effect, ...]:
    """What "-odd", "-plus" or "-ish" does to the number that ends before atom ``last``.

    >>> from nkclaims.atoms.scan import scan
    >>> behind_dash(scan("40-odd guests"), 1), behind_dash(scan("12-member"), 1)
    (('about',), ())
    """
    words = atoms.words
    if last + 1 >= len(words) or words[last] not in _DASHES or atoms.ends[last - 1] != atoms.starts[last]:
        return ()
    effect = _SUFFIXES.get(words[last + 1])
    return () if effect is None or atoms.ends[last] != atoms.starts[last + 1] else (effect,)


def after(atoms: Atoms, last: int) -> tuple[int, tuple[Effect, ...]]:
    """(one past the last atom of a hedge that begins where a quote ends, its effect); nothing: (last, ()).

    >>> from nkclaims.atoms.scan import scan
    >>> after(scan("5 euros or more"), 2)
    (4, ('at_least',))
    """
    words = atoms.words
    if last >= len(words):
        return last, ()
    word = words[last]
    if word == "+" and atoms.ends[last - 1] == atoms.starts[last]:
        return last + 1, ("at_least",)
    if word in _DASHES and (effects := behind_dash(atoms, last)):
        return last + 2, effects
    if word.lower() not in _edges(True):
        return last, ()
    phrases = _phrases(True)
    window = [w.lower() for w in words[last : last + _LONGEST]]
    for length in range(len(window), 0, -1):
        effect = phrases.get(tuple(window[:length]))
        if effect is not None:
            return last + length, (effect,)
    return last, ()
