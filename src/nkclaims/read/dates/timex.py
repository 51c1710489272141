"""TIMEX3 values: years, lengths of time, and what is left open."""

from __future__ import annotations

_LETTERS = {
    "second": ("T", "S"),
    "minute": ("T", "M"),
    "hour": ("T", "H"),
    "day": ("", "D"),
    "night": ("", "D"),
    "week": ("", "W"),
    "weekend": ("", "WE"),
    "month": ("", "M"),
    "quarter": ("", "Q"),
    "season": ("", "S"),
    "year": ("", "Y"),
    "decade": ("", "DE"),
    "century": ("", "CE"),
}


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it.

    >>> year_value(1989), year_value(-490)
    ('1989', 'BC0490')
    """
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def decade_value(decade: int, *, before_christ: bool = False) -> str:
    """The years that share three figures: 199 is the 1990s."""
    return f"BC{decade:03d}" if before_christ else f"{decade:03d}"


def length_value(count: float | None, unit: str) -> str:
    """A length of time; None is "several".

    >>> length_value(2.5, "year"), length_value(None, "day"), length_value(13, "hour")
    ('P2.5Y', 'PXD', 'PT13H')
    """
    if unit == "fortnight":
        count, unit = (None if count is None else count * 2), "week"
    if unit == "millennium":
        count, unit = (None if count is None else count * 10), "century"
    time, letter = _LETTERS[unit]
    number = "X" if count is None else f"{count:g}" if count != int(count) else str(int(count))
    return f"P{time}{number}{letter}"


def lengths_value(parts: tuple[tuple[float | None, str], ...]) -> str:
    """Lengths added up as one value ("one hour and ten minutes").

    >>> lengths_value(((1, "hour"), (10, "minute"))), lengths_value(((1, "day"), (6, "hour")))
    ('PT1H10M', 'P1DT6H')
    """
    out = length_value(*parts[0])
    for count, unit in parts[1:]:
        more = length_value(count, unit)[1:]
        out += more.removeprefix("T") if "T" in out else more
    return out
