"""What is public is said so, described, and its examples hold."""

from __future__ import annotations

import doctest
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import nkclaims

PUBLIC = ["NkclaimsError", "__version__", "load", "read_articles"]
ROOT = Path(nkclaims.__file__).parent
MODULES = ["nkclaims", *(m.name for m in pkgutil.walk_packages([str(ROOT)], "nkclaims."))]


def test_public_names_are_these() -> None:
    assert sorted(nkclaims.__all__) == PUBLIC
    assert all(getattr(nkclaims, name) is not None for name in PUBLIC)
    with pytest.raises(AttributeError, match="has no attribute 'extract_all'"):
        nkclaims.extract_all  # noqa: B018


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The functions and classes a module defines, and their methods, without a leading underscore."""
    for name, thing in vars(module).items():
        if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(thing):
            yield name, thing
        elif inspect.isclass(thing):
            yield name, thing
            for inner, method in vars(thing).items():
                if not inner.startswith("_") and inspect.isfunction(method):
                    yield f"{name}.{inner}", method


def trivial(thing: object) -> bool:
    """A protocol's or an overload's `...`, which says all by its name and types."""
    try:
        return inspect.getsource(thing).rstrip().endswith("...")  # type: ignore[arg-type]
    except (OSError, TypeError):
        return False


@pytest.mark.parametrize("name", MODULES)
def test_everything_public_is_described(name: str) -> None:
    module = importlib.import_module(name)
    bare = [
        thing_name
        for thing_name, thing in public(module)
        if not (vars(thing).get("__doc__") or getattr(thing, "__doc__", None)) and not trivial(thing)
    ]
    assert bare == []


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name: str) -> None:
    module = importlib.import_module(name)
    assert doctest.testmod(module).failed == 0


def test_there_are_examples_to_run() -> None:
    finder = doctest.DocTestFinder(exclude_empty=True)
    found = [t for name in MODULES for t in finder.find(importlib.import_module(name)) if t.examples]
    assert len(found) > 100
