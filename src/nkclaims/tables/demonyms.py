"""Demonyms and place adjectives: a small table of its own, for readers that only have to step over them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType


@lru_cache(maxsize=1)
def demonyms() -> Mapping[str, str]:
    """Lower-cased word or words -> ISO 3166-1 code, a GeoNames id in digits, or "" for a region without.

    >>> demonyms()["north koreans"], demonyms()["parisian"], demonyms()["siberian"]
    ('KP', '2988507', '')
    """
    text = (files("nkclaims.data") / "demonyms.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))
