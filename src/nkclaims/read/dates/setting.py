"""Where a news sentence is set: "In March 1999 the bridge opened. In April it was closed" goes on in 1999."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.read.dates.scene import Scene
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.tense import governed_at
from nkclaims.read.dates.terms import Term, said
from nkclaims.read.dates.values import narrowed
from nkclaims.read.dates.within import of_year_part

_HELD = ("day", "month", "season")
_INTO = frozenset("in on by during at".split())
_NEAR = frozenset("of the early late mid end beginning start middle - –".split())
_TOLD_NOW = frozenset(
    "say says said told announced reported added according is are has have will would now currently ago"
    " i we my our today yesterday recently".split()
)
_CARRIED = 2  # sentences: one without a date may stand between


def set_in(atoms: Atoms, first: int, last: int, term: Term, scene: Scene) -> Stretch | None:
    """The stretch of an earlier year that a date with its year has just set its narrated sentence in.

    A date that opens the sentence does ("In March 1999 the bridge opened"), a day or month on which its verb
    hangs too ("It opened on 3 June 1999"); a year alone only where it opens the sentence.
    """
    stretch, published = scene.last, scene.published
    if stretch is None or published is None or stretch.first is None or stretch.year >= published.year:
        return None
    of_year = term.step is not None and term.step.unit == "year" and term.step.anchor == "now"
    if term.year is None and not of_year:
        return None
    opens = _opens(atoms, first)
    held = is_within_year(stretch) or (opens and stretch.grain == "year" and term.year is not None)
    if not held or not _is_narrated(atoms, first):
        return None
    hangs = atoms.words[first - 1].lower() in _INTO and governed_at(atoms, first, last) == "past"
    return narrowed(stretch, term.mod) if opens or hangs else None


def carried(term: Term, scene: Scene) -> Stretch | None:
    """The day, month or season of a term without its year, in a sentence that goes on where one just set in
    an earlier year stopped; None where it does not.

    The first one not before what was told, or another day of the same month.
    """
    told, published = scene.told, scene.published
    if told is None or told.first is None or published is None or scene.sentence - scene.told_in > _CARRIED:
        return None
    if term.which is not None or not said(term, ("month", "season")) or scene.tense() != "past":
        return None
    if not scene.goes_on():
        return None
    same = of_year_part(term, told.year)
    if same is None or same.first is None or same.last is None:
        return None
    if same.last >= told.first or same.month == told.month:
        return same if same.first <= published else None
    after = of_year_part(term, told.year + 1)
    return after if after is not None and after.first is not None and after.first <= published else None


def is_within_year(stretch: Stretch) -> bool:
    """Whether a stretch is a day, a month or a season, from which the next month goes on."""
    return stretch.grain in _HELD


def goes_on(atoms: Atoms, first: int, last: int) -> bool:
    """Whether a date opens its narrated sentence or has its verb hang on it."""
    if not _is_narrated(atoms, first):
        return False
    return _opens(atoms, first) or governed_at(atoms, first, last) == "past"


def _opens(atoms: Atoms, first: int) -> bool:
    """Whether a date is what its sentence begins with, over its preposition and "early"."""
    begin, at = atoms.sentences[atoms.sentence_of(first)][0] if atoms.sentences else 0, first - 1
    while at > begin and atoms.words[at].lower() in _NEAR:
        at -= 1
    return at == begin and atoms.words[at].lower() in _INTO


def _is_narrated(atoms: Atoms, first: int) -> bool:
    """Whether no word of a sentence is the writer's or a speaker's own day."""
    begin, end = atoms.sentences[atoms.sentence_of(first)] if atoms.sentences else (0, len(atoms.words))
    return _TOLD_NOW.isdisjoint(atoms.lower(begin, end))
