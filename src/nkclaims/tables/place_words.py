"""The word lists that tell a place from a person, a firm or a plain word (data/place_words.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One set a list; the file says what each is for. ``units``: a kind of place -> GeoNames feature."""

    connectors: Words
    generic: Words
    function: Words
    inside: Words
    towards: Words
    titles: Words
    short_titles: Words
    roles: Words
    name_nouns: Words
    teams: Words
    heads: Words
    says: Words
    acts: Words
    areas: Words
    around: Words
    illnesses: Words
    short_states: Words
    clear_states: Words
    parties: Words
    shy_countries: Words
    takes_the: Words
    units: dict[str, str]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The lists, read once.

    >>> "boulevard" in place_words().name_nouns, place_words().units["village"]
    (True, 'PPL')
    """
    raw = tomllib.loads((files("nkclaims.data") / "place_words.toml").read_text(encoding="utf-8"))
    units = {word: feature for feature, words in raw.pop("units").items() for word in words.split()}
    features = raw.pop("features")
    lists = {name: frozenset(words.split()) for name, words in raw.items()}
    return PlaceWords(**lists, takes_the=frozenset(features["takes_the"].split()), units=units)
