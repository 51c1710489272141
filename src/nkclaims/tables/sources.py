"""Where every table comes from: ``data/SOURCES.toml``, and whatever the user imported."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.resources import files


@dataclass(slots=True, frozen=True)
class Source:
    """One table: ``file`` in nkclaims/data (a path for the user's), ``date`` an ISO day, month or year.

    ``sha256`` is that of the file as shipped; of an imported table, that of the file it was read from.
    """

    id: str
    file: str
    title: str
    origin: str
    licence: str
    date: str
    sha256: str
    made_by: str


@lru_cache(maxsize=1)
def sources() -> tuple[Source, ...]:
    """Every table that ships with nkclaims, in the order of SOURCES.toml.

    >>> next(source.licence for source in sources() if source.id == "us-cpi")
    'public domain (US government)'
    """
    text = (files("nkclaims.data") / "SOURCES.toml").read_text(encoding="utf-8")
    return tuple(Source(**entry) for entry in tomllib.loads(text)["source"])


def intact(source: Source) -> bool:
    """Whether a shipped table is, byte for byte, the one that SOURCES.toml describes."""
    return sha256((files("nkclaims.data") / source.file).read_bytes()).hexdigest() == source.sha256
