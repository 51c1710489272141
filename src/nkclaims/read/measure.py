"""What a number measures: a unit of our own table, else a symbol that quantulum3 knows."""

from __future__ import annotations

from dataclasses import dataclass

from nkclaims.atoms.scan import Atoms
from nkclaims.read.numbers import UNITS
from nkclaims.read.units import GLUED_ONLY, TIME_UNITS, first_atoms, symbol_end, unit_forms
from nkclaims.read.vendors import unit_name


@dataclass(frozen=True, slots=True)
class Head:
    """What a number counts. ``end``: one past the last atom of the quote. ``unit``: singular, None where bare.

    form  measure, time, age, compound, noun
    """

    end: int
    unit: str
    form: str


def find_measure(atoms: Atoms, at: int, glued: bool) -> Head | None:
    """A unit of measure; letters that are words by themselves only where they touch the number."""
    word = atoms.words[at]
    if glued and word in ("G", "D", "K"):
        return None  # "5G", "3D", "4K": names of what is no measure
    if word in ("C", "F") and (glued or _is_temperature(atoms, at)):
        return Head(at + 1, "celsius" if word == "C" else "fahrenheit", "measure")
    if word in _PRIMES and glued and _is_dimension(atoms, at):
        return Head(at + 1, _PRIMES[word], "measure")
    if word in "([{<" and at + 2 < len(atoms.words) and atoms.words[at + 2] in ")]}>":
        unit = unit_forms().get((atoms.words[at + 1].lower(),))
        return Head(at + 3, unit, "measure") if unit else None
    longest = first_atoms().get(word.lower(), 0)
    own = _own_measure(atoms, at, longest, glued) if longest else None
    quotient = at + 1 < len(atoms.words) and atoms.words[at + 1] == "/"
    if own is None or (quotient and own.end == at + 1):
        return _foreign(atoms, at) or own
    return own


def _is_temperature(atoms: Atoms, at: int) -> bool:
    """ "35 C (95 F)", as agencies write it: a small number, no name or plural behind the letter."""
    number = atoms.words[at - 1] if at else ""
    following = atoms.words[at + 1] if at + 1 < len(atoms.words) else ""
    small = number.split(".")[0].isdigit() and len(number.split(".")[0]) <= 3
    return small and not (
        following[:1].isupper() or following[:1].isdigit() or following in ("'s", "’s", "-")
    )


_PRIMES = {"'": "foot", "’": "foot", '"': "inch", "”": "inch"}
_DIMENSIONS = frozenset(
    "altitude height length depth width elevation distance long tall wide high deep thick screen display".split()
)


def _is_dimension(atoms: Atoms, at: int) -> bool:
    """Whether a quotation mark behind a number is a prime: "at an altitude of 300'", "a plank 10" long"."""
    following = atoms.words[at + 1] if at + 1 < len(atoms.words) else ""
    if (
        following
        and atoms.starts[at + 1] == atoms.ends[at]
        and (following[0].isalnum() or following in "-'\"")
    ):
        return False  # 6'4"
    return following.lower() in _DIMENSIONS or bool(_DIMENSIONS & set(atoms.lower(max(0, at - 4), at - 1)))


def _own_measure(atoms: Atoms, at: int, longest: int, glued: bool) -> Head | None:
    window = tuple(w.lower() for w in atoms.words[at : at + longest])
    for length in range(len(window), 0, -1):
        unit = unit_forms().get(window[:length])
        if unit is None:
            continue
        short = length == 1 and window[0] in GLUED_ONLY
        if short and not glued and not _short_unit_stands(atoms, at):
            return None
        return Head(at + length, unit, "measure")
    return None


def _foreign(atoms: Atoms, at: int) -> Head | None:
    """A unit that our table does not have ("kPa", "mg/dL"): by its symbol's shape, named by quantulum3."""
    last = symbol_end(atoms, at)
    if last is None:
        return None
    name = unit_name(atoms.text[atoms.starts[at] : atoms.ends[last - 1]])
    return None if name is None else Head(last, name, "measure")


def _short_unit_stands(atoms: Atoms, at: int) -> bool:
    """A spaced short unit counts where nothing that is a word follows it: "5 m.", "20 g of salt"."""
    following = atoms.words[at + 1].lower() if at + 1 < len(atoms.words) else ""
    return following in (
        "",
        ".",
        ",",
        ")",
        ";",
        "\n",
        "of",
        "and",
        "or",
        "per",
        "/",
        "tall",
        "long",
        "wide",
        "deep",
        "high",
        "x",
        "(",
    )


def dates_back(words: list[str], last: int) -> bool:
    """ "up from 1,458,140 four years ago": what follows says when."""
    row = [word.lower() for word in words[last : last + 3]]
    return (
        len(row) == 3 and row[0] in UNITS and row[1] in TIME_UNITS and row[2] in ("ago", "earlier", "before")
    )
