"""What stands around a date and belongs to it: determiners, "early", "mid-", "the end of", hedges."""

from __future__ import annotations

from dataclasses import replace

from nkclaims.atoms.scan import Atoms
from nkclaims.read.bounds import Effect, after, before
from nkclaims.read.dates.terms import FINE, Term, is_point, said
from nkclaims.tables.calendar import ORDINALS

_EARLY = {
    "early": "START",
    "mid": "MID",
    "late": "END",
    "beginning": "START",
    "earlier": "START",
    "later": "END",
    "post": "AFTER",
    "pre": "BEFORE",
    "end": "END",
}
_JOINED = ("mid", "early", "late", "post", "pre", "end")
_ONLY_JOINED = ("post", "pre", "end")
_EDGES = {
    "start": "START",
    "beginning": "START",
    "outset": "START",
    "opening": "START",
    "early part": "START",
    "first part": "START",
    "turn": "START",
    "middle": "MID",
    "midst": "MID",
    "end": "END",
    "close": "END",
    "latter part": "END",
    "latter half": "END",
    "later part": "END",
    "last part": "END",
    "whole": None,
    "entirety": None,
    "rest": None,
    "remainder": None,
    "course": None,
    "month": None,
}
_DASH = frozenset("-–‑")
_DAY_WORDS = frozenset((*ORDINALS, "twenty", "thirty"))
_DETERMINERS = frozenset(("the", "this", "that", "its", "their", "his", "her", "these", "those"))
_ROUGHLY = frozenset(("about", "around", "circa", "roughly", "approximately", "ca"))
_MODS: dict[Effect, str] = {
    "about": "APPROX",
    "below": "LESS_THAN",
    "above": "MORE_THAN",
    "over": "MORE_THAN",
    "at_least": "EQUAL_OR_MORE",
    "at_most": "EQUAL_OR_LESS",
    "under": "LESS_THAN",
}
_BEFORE_AGO = {"MORE_THAN": "BEFORE", "EQUAL_OR_MORE": "ON_OR_BEFORE"}
"""TIMEX3: more than a decade ago lies before the day ten years ago."""
_CONTINUES = frozenset(
    "of and or in on at by to from was were is are had has have the a an that which when before after"
    " as but for with while they he it".split()
)
_BOUND_AFTER = frozenset(
    "for of after in within lasted lasts last took take takes taken been was is were than by spent"
    " served well just with a".split()
)
_COMPARED = frozenset(["quarter", "period", "month", "week", "half", "first", "second", "third", "fourth"])
_DASHED = frozenset("-–—‑")


def grown(atoms: Atoms, first: int, last: int, term: Term) -> tuple[int, int, Term]:
    """(first atom, one past the last, term with its mod) of a date with what belongs to it."""
    if is_point(term):
        return _point(atoms, first, last, term)
    if term.type == "DURATION" and term.value != "PXX":
        return _length(atoms, first, last, term)
    return first, last, term


def _same_sentence(atoms: Atoms, first: int) -> int:
    return atoms.sentences[atoms.sentence_of(first)][0] if atoms.sentences else 0


def _point(atoms: Atoms, first: int, last: int, term: Term) -> tuple[int, int, Term]:
    words, begin, mod = atoms.words, _same_sentence(atoms, first), term.mod
    if (term.step is not None and term.step.anchor != "now") or said(
        term, (*FINE, "decade", "century", "part")
    ):
        first = _determiner(words, first, begin, term)
    at, found = _early(words, first, begin, term)
    if found is None:
        at, found = _edge(words, first, begin)
    if found is not None:
        opening = words[at].lower()
        if opening in ("earlier", "later") and term.step is not None and term.step.anchor == "now":
            term = replace(term, side="past" if opening == "earlier" else "future")
        elif found and "half" in (word.lower() for word in words[at:first]):
            term = replace(term, halved=True)
        first, mod = at, found or mod
        if first > begin and words[first - 1].lower() == "the" and mod not in ("AFTER", "BEFORE"):
            first -= 1  # "the post-1959 politics": the article is of the politics
    else:
        first, mod = _roughly(words, first, begin, term)
    if _is_counted(words, first, last, term):
        hedged, found = _hedged(atoms, first, mod)
        if words[first - 1].lower() == "than" and _is_size(words, hedged - 1):
            hedged, found = first, mod
        if found != "LESS_THAN" or words[hedged].lower() in ("nearly", "almost", "close", "just"):
            first, mod = (
                hedged,
                _BEFORE_AGO.get(found or "", found) if words[last - 1].lower() == "ago" else found,
            )
    if words[last : last + 2] == ["or", "so"]:
        last, mod = last + 2, mod or "APPROX"
    return first, last, replace(term, mod=mod) if mod != term.mod else term


def _roughly(words: list[str], first: int, begin: int, term: Term) -> tuple[int, str | None]:
    """ "around 1990", "ca. 466 BC"; "about last week" is no hedge."""
    if first > begin + 1 and words[first - 1] == "." and words[first - 2].lower() in ("ca", "c"):
        return first - 2, "APPROX"
    before = words[first - 1].lower() if first > begin else ""
    hedged = before in _ROUGHLY and (term.clock is not None or not said(term, ("day", "weekday")))
    asked = before == "about" and words[first - 2 : first - 1] in (["How"], ["how"], ["What"], ["what"])
    if hedged and not asked and (term.step is None or before != "about"):
        return first - 1, "APPROX"
    return first, term.mod


def _is_size(words: list[str], at: int) -> bool:
    """ "5.1% higher than a year earlier", "100 more than a year ago": the comparison is of a number, not a date."""
    word = words[at].lower() if at >= 0 else ""
    return (
        word[:1].isdigit()
        or word in ("%", "percent", "pct", "pc", "cent", "points", "point", "times")
        or (word.endswith("pc") and word[:1].isdigit())
    )


def _is_counted(words: list[str], first: int, last: int, term: Term) -> bool:
    """Whether a date is so many units from another, so that "nearly", "more than" may stand before it."""
    if term.step is not None and term.step.count and term.step.anchor != "now":
        return True
    if term.shift is not None and term.which is None:  # "more than two days before Christmas"
        return True
    return last - first >= 2 and words[last - 1].lower() in ("ago", "earlier", "later", "hence")


def _determiner(words: list[str], first: int, begin: int, term: Term) -> int:
    if (
        first > begin
        and words[first - 1].lower() in _DETERMINERS
        and words[first].lower() not in _DETERMINERS
    ):
        if _stands_bare(term, words, first) or (term.season and _is_modifier(words, first, begin, term)):
            return first
        if words[first - 1].lower() != "the" and any(word in _DASHED for word in words[first : first + 2]):
            return first
        return first - 1
    return first


def _is_modifier(words: list[str], first: int, begin: int, term: Term) -> bool:
    """Whether a season modifies what follows: "the summer invasion" """
    following = words[first + 1] if first + 1 < len(words) else ""
    return (
        term.year is None
        and term.step is None
        and following.isalpha()
        and following.lower() not in _CONTINUES
    )


def _stands_bare(term: Term, words: list[str], first: int) -> bool:
    """Whether a date takes no article of its own: "the Aug. 2 raid", "the Friday raid", "a year-ago loss"."""
    word = words[first]
    if word.lower() == "year" and term.step is not None:
        return len(words) <= first + 3 or words[first + 3].lower() not in _COMPARED
    if term.which is not None or term.step is not None:
        return False
    if term.month is not None:
        return not word[0].isdigit() and term.part is None and word.lower() not in _DAY_WORDS
    return term.weekday is not None and term.part is None


def _early(words: list[str], first: int, begin: int, term: Term) -> tuple[int, str | None]:
    """ "early", "mid-", "late" right before; "earlier" and "later" only before this or that."""
    at = first
    if at - 1 > begin and words[at - 1] in _DASH:
        at -= 1
    if at > begin:
        word = words[at - 1].lower()
        if word in ("earlier", "later") and term.step is None and term.part is None:
            return first, None
        if word in ("in", "on") and at - 2 >= begin and words[at - 2].lower() in ("early", "late"):
            return at - 2, _EARLY[words[at - 2].lower()]
        if word in _EARLY and (word in _JOINED if at < first else word not in _ONLY_JOINED):
            return at - 1, _EARLY[word]
    return first, None


def _edge(words: list[str], first: int, begin: int) -> tuple[int, str | None]:
    """ "(the) end of", "the beginning of", "the latter part of"; an empty mod for "the rest of"."""
    at = first
    if at > begin and words[at - 1].lower() == "the":
        at -= 1
    if at - 2 < begin or words[at - 1].lower() != "of":
        return first, None
    one = words[at - 2].lower()
    two = f"{words[at - 3].lower()} {one}" if at - 3 >= begin else ""
    for phrase, length in ((two, 3), (one, 2)):
        if phrase in _EDGES:
            start = at - length
            if start > begin and words[start - 1].lower() in ("very", "year"):
                start -= 1
            return start, _EDGES[phrase] or ""
    return first, None


def _hedged(atoms: Atoms, first: int, mod: str | None) -> tuple[int, str | None]:
    found = before(atoms, first)
    if found.effects == ("over",) and first - found.first == 1 and atoms.words[first - 1].lower() == "over":
        lead = atoms.words[first - 2].lower() if first > 1 else ""
        if (
            lead not in _BOUND_AFTER
        ):  # "spread over three years" is a preposition, "lasted over three years" a bound
            return first, mod
    if found.effects and not found.negative:
        return found.first, _MODS[found.effects[0]]
    return first, mod


def _length(atoms: Atoms, first: int, last: int, term: Term) -> tuple[int, int, Term]:
    words, mod = atoms.words, term.mod
    begin = _same_sentence(atoms, first)
    joined = any(word in _DASHED for word in words[first:last])
    if joined and first > begin and words[first - 1].lower() in _DETERMINERS:
        return first, last, term
    if (
        first > begin
        and words[first - 1].lower() in ("the", "these", "those", "another")
        and words[first].lower() != "the"
    ):
        first -= 1
    elif term.side is None and term.edge is None and words[first].lower() not in _DETERMINERS:
        first, mod = _hedged(atoms, first, mod)
    last, effects = after(atoms, last)
    if effects and mod is None:
        mod = _MODS[effects[0]]
    return first, last, replace(term, mod=mod) if mod != term.mod else term
