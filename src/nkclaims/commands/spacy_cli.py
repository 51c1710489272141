"""spaCy without its own command line, which ``import spacy`` brings along and no command of ours needs.

Its tools for downloads, training and projects are a third of the time that importing spaCy takes. They are
put off until somebody asks for one. Only our own process does so: a library has no business to.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType
from typing import Any

_NAMES = ("spacy.cli", "spacy.cli.info")


class _PutOff(ModuleType):
    """Stands for a module until something is asked of it."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if (self.__name__, name) == ("spacy.cli.info", "info"):  # spaCy itself, while it is imported
            sys.modules["spacy"].cli = sys.modules["spacy.cli"]  # type: ignore[attr-defined]
            return _info
        return getattr(_the_real(self.__name__), name)


def _the_real(name: str) -> ModuleType:
    for put_off in _NAMES:
        if isinstance(sys.modules.get(put_off), _PutOff):
            del sys.modules[put_off]
    module = importlib.import_module(name)
    spacy = sys.modules["spacy"]
    spacy.cli = sys.modules["spacy.cli"]  # type: ignore[attr-defined]
    return module


def _info(*args: Any, **kwargs: Any) -> Any:
    """``spacy.info``, which spaCy takes from its command line."""
    return _the_real("spacy.cli.info").info(*args, **kwargs)


def put_off() -> None:
    """Keep spaCy's command line out of ``import spacy``; nothing where spaCy is imported already."""
    if "spacy" in sys.modules:
        return
    cli, info = (_PutOff(name) for name in _NAMES)
    cli.__path__ = []
    sys.modules.update({"spacy.cli": cli, "spacy.cli.info": info})
