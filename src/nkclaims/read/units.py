"""Units of measure by their written forms (data/units.toml, hand-kept)."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from nkclaims.atoms.scan import Atoms, cut

# Letters that stand for a unit only when they touch the number ("5m", "100g"), for they are words by themselves.
GLUED_ONLY = frozenset(
    ("m", "g", "l", "v", "w", "j", "pa", "in", "mi", "mp", "bar", "ha", "amp", "cal", "gal", "db")
)
TIME_UNITS: dict[str, str] = {
    form: unit
    for unit, forms in {
        "second": "second seconds sec secs",
        "minute": "minute minutes min mins",
        "hour": "hour hours hr hrs",
        "day": "day days",
        "night": "night nights",
        "week": "week weeks wk wks",
        "weekend": "weekend weekends",
        "fortnight": "fortnight fortnights",
        "month": "month months",
        "quarter": "quarters",
        "year": "year years yr yrs",
        "season": "season seasons",
        "decade": "decade decades",
        "century": "century centuries",
        "millennium": "millennium millennia",
    }.items()
    for form in forms.split()
}
"""Written forms of lengths of time, to the unit in the singular."""


@cache
def unit_forms() -> dict[tuple[str, ...], str]:
    """Written forms, lower-cased, cut into atoms, to unit names ("km" "/" "h" -> "kilometre per hour").

    >>> unit_forms()[("km", "/", "h")]
    'kilometre per hour'
    """
    raw = (files("nkclaims") / "data" / "units.toml").read_text(encoding="utf-8")
    table = tomllib.loads(raw)["forms"]
    return {tuple(word for word, _ in cut(form)): unit for unit, forms in table.items() for form in forms}


@cache
def first_atoms() -> dict[str, int]:
    """The first atom of every form, with the number of atoms of the longest form that begins so."""
    out: dict[str, int] = {}
    for form in unit_forms():
        out[form[0]] = max(out.get(form[0], 0), len(form))
    return out


# A prefix and a unit of the SI or beside it, as symbols are written; two letters at least.
_SYMBOL = re.compile(
    r"(?=..)[µμmcdknMGT]?(?:Pa|J|Nm|N|Bq|Wh|Hz|eV|Gy|lm|lx|cd|mol|cal|mHg|mmHg|V|A|W|F|L|l|g|m|s|h)"
)
_DIVISOR = re.compile(r"[µμmcdknM]{0,2}[A-Za-z]{1,3}")


def symbol_end(atoms: Atoms, at: int) -> int | None:
    """One past the last atom of what is written like a unit's symbol ("kPa", "mg/dL", "kWh/m2"); None: it is not.

    One symbol must hold a capital behind a small letter, as no word does; a quotient need not.
    """
    words, starts, ends = atoms.words, atoms.starts, atoms.ends
    word = words[at]
    if (
        at + 2 < len(words)
        and words[at + 1] == "/"
        and ends[at] == starts[at + 1]
        and ends[at + 1] == starts[at + 2]
    ):
        if not (_SYMBOL.fullmatch(word) or len(word) == 1) or not _DIVISOR.fullmatch(words[at + 2]):
            return None
        power = (
            at + 3 < len(words) and words[at + 3] in ("2", "3", "²", "³") and ends[at + 2] == starts[at + 3]
        )
        return at + 3 + power
    return at + 1 if _SYMBOL.fullmatch(word) and word[-2:-1].islower() != word[-1].islower() else None
