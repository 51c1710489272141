"""Currencies: codes, circulation, and what English news calls them.

Source: CLDR by way of Babel, with hand-kept forms (scripts/build_currencies.py); read when first asked.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from nkclaims.errors import TableError

FILE = "currencies.json"


@dataclass(frozen=True, slots=True)
class Tender:
    """Where a currency was money, and from which ISO day to which; None is an open end."""

    country: str
    first: str | None
    last: str | None

    def on(self, day: str) -> bool:
        """Was it tender there on an ISO day (or in a year or month, "1998", "1998-07": on its first day)?

        >>> Tender("DE", "1948-06-20", "2002-02-28").on("1989-11-09")
        True
        """
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency.

    code    ISO 4217, withdrawn codes too, and BTC, which is none
    minor   decimal digits of its smallest unit (ISO 4217 exponent; 2 for USD, 0 for JPY)
    tender  where it was money and when, oldest first; empty for gold, units of account and BTC
    word    the code is an English word as well ("ALL", "TOP"): read it only in capitals beside a number
    marked  at home, too, its press marks it ("NT$"), so that a bare "$" is rarely it
    """

    code: str
    name: str
    minor: int
    tender: tuple[Tender, ...]
    word: bool = False
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Unit:
    """What a written form means.

    code        the currency; None where the bare form is ambiguous ("francs", "cents")
    factor      main units in one of it: 0.01 for cents, 1000 for a grand
    candidates  what it may mean, the likeliest first; one candidate: nothing to decide
    form        the form itself, lower-cased for names, exact for symbols
    """

    code: str | None
    factor: Decimal
    candidates: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol or abbreviation: may it stand before or after the number, and must it touch it?"""

    unit: Unit
    before: bool
    after: bool
    glued: bool


@lru_cache(maxsize=1)
def _raw() -> dict[str, Any]:
    try:
        raw: dict[str, Any] = json.loads(files("nkclaims.data").joinpath(FILE).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise TableError(f"cannot be read: {error}", where=FILE) from error
    return raw


@lru_cache(maxsize=1)
def codes() -> Mapping[str, Currency]:
    """Every currency by its code.

    >>> codes()["KPW"].name, codes()["DEM"].tender[0].country
    ('North Korean Won', 'DE')
    """
    raw = _raw()
    words, marked = set(raw["words"].split()), set(raw["marked"].split())
    made = {
        code: Currency(code, name, minor, tuple(Tender(*row) for row in rows), code in words, code in marked)
        for code, (name, minor, rows) in raw["codes"].items()
    }
    return MappingProxyType(made)


@lru_cache(maxsize=1)
def names() -> Mapping[str, Unit]:
    """Written names, lower-cased, words parted by one space: plurals, national names, parts, nicknames.

    >>> names()["north korean won"].code, names()["us cents"].factor
    ('KPW', Decimal('0.01'))
    >>> names()["francs"].code is None, names()["pounds"].code
    (True, 'GBP')
    """
    made: dict[str, Unit] = {}
    for code, factor, candidates, forms in _raw()["names"]:
        weight, row = Decimal(factor), tuple(candidates.split())
        for form in forms.split("|"):
            made[form] = Unit(code or None, weight, row, form)
    return MappingProxyType(made)


@lru_cache(maxsize=1)
def symbols() -> Mapping[str, Symbol]:
    """Symbols and abbreviations, exact in case ("US$", "kr", "p"); ISO codes are in :func:`codes`.

    >>> symbols()["$"].unit.code, symbols()["A$"].unit.code, symbols()["p"].glued
    ('USD', 'AUD', True)
    """
    made: dict[str, Symbol] = {}
    for code, factor, candidates, at, forms in _raw()["symbols"]:
        weight, row = Decimal(factor), tuple(candidates.split())
        for form in forms.split("|"):
            unit = Unit(code or None, weight, row, form)
            made[form] = Symbol(unit, "b" in at, "a" in at, "g" in at)
    return MappingProxyType(made)


@lru_cache(maxsize=1)
def heads() -> frozenset[str]:
    """The single words that end a name: "dollars", "won", "cents"."""
    return frozenset(form.rpartition(" ")[2] for form in names())


@lru_cache(maxsize=1)
def modifiers() -> frozenset[str]:
    """The single words that may stand before the last one of a name: "north", "korean", "u.s.", "cfa"."""
    return frozenset(word for form in names() for word in form.split(" ")[:-1])


@lru_cache(maxsize=1)
def common() -> frozenset[str]:
    """Names that are ordinary English words too ("won", "pounds", "crown", "grand"): a number alone before
    them does not make them money.

    >>> "won" in common(), "dollars" in common()
    (True, False)
    """
    return frozenset(_raw()["common"].split())


@lru_cache(maxsize=1)
def _by_country() -> Mapping[str, tuple[tuple[str, Tender], ...]]:
    rows: dict[str, list[tuple[str, Tender]]] = {}
    for currency in codes().values():
        for use in currency.tender:
            rows.setdefault(use.country, []).append((currency.code, use))
    return {
        country: tuple(sorted(uses, key=lambda use: use[1].first or "", reverse=True))
        for country, uses in rows.items()
    }


@lru_cache(maxsize=4096)
def tender(country: str, day: date | str | None = None) -> tuple[str, ...]:
    """The codes that were money in a country (ISO 3166-1 alpha-2; SU, DD, YU, CS) on a day, newest first.

    Without a day: all it ever had. Unknown countries have none.

    >>> tender("FR", "1989-07-14"), tender("FR", "2000-01-01"), tender("FR", "2010-01-01")
    (('FRF',), ('EUR', 'FRF'), ('EUR',))
    """
    uses = _by_country().get(country, ())
    if day is None:
        return tuple(code for code, _ in uses)
    on = _iso(day)
    return tuple(code for code, use in uses if use.on(on))


@lru_cache(maxsize=4096)
def users(code: str, day: date | str | None = None) -> tuple[str, ...]:
    """The countries whose money a currency was on a day, the first to have it first; without a day: ever.

    >>> users("KPW"), "US" in users("USD", "2020-01-01")
    (('KP',), True)
    """
    currency = codes().get(code)
    if currency is None:
        return ()
    if day is None:
        return tuple(use.country for use in currency.tender)
    on = _iso(day)
    return tuple(use.country for use in currency.tender if use.on(on))


def alive(code: str, day: date | str) -> bool:
    """Was a currency anyone's money on a day? What was nowhere tender (BTC, gold, XDR) counts as alive.

    >>> alive("FRF", "1989-07-14"), alive("FRF", "2010-01-01"), alive("BTC", "2020-01-01")
    (True, False, True)
    """
    currency = codes().get(code)
    return currency is not None and (not currency.tender or bool(users(code, day)))


def minor_digits(code: str) -> int:
    """Decimal digits of a currency's smallest unit by ISO 4217; 2 for an unknown code, as for most.

    >>> minor_digits("USD"), minor_digits("JPY"), minor_digits("KWD")
    (2, 0, 3)
    """
    currency = codes().get(code)
    return 2 if currency is None else currency.minor


def _iso(day: date | str) -> str:
    """An ISO day; of a year or month its first day, so that "1998" is not before every day of 1998."""
    text = day if isinstance(day, str) else day.isoformat()
    text = text[:10]
    return text + "-01-01"[len(text) - 4 :] if len(text) in (4, 7) else text
