"""The tree is what CONTRIBUTING.md says it is: imports go down only, and what must not be there is not."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "nkclaims"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    {"errors", "ids", "data"},
    {"model"},
    {"index"},
    {"tables"},
    {"atoms"},
    {"read"},
    {"rules"},
    {"pipes"},
    {"link"},
    {"normalise"},
    {"checks"},
    {"inputs"},
    {"outputs"},
    {"pieces", "packed", "freeze", "agreement"},
    {"assemble", "score"},
    {"engine"},
    {"explain", "bench", "scale"},
    {"commands"},
    {"cli"},
    {"__main__"},
)
"""From the bottom up. A module may import from layers below its own, and from its own folder."""

RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}
HEAVY = ("spacy", "pydantic", "dateparser", "quantulum3", "re2", "marisa_trie", "numpy", "rich", "typer")


def name_of(path: Path) -> str:
    """A module's place under the package: "read.money"; the package itself is ""."""
    parts = list(path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def ids(path: Path) -> str:
    return name_of(path) or "nkclaims"


NAMES = {name_of(path) for path in MODULES}


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, module) of everything imported, inside functions too; names of ours without the package."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            module = node.module or ""
            if module == "nkclaims":  # `from nkclaims import tables` names a module, `__version__` none
                for alias in node.names:
                    yield node.lineno, f"nkclaims.{alias.name}" if alias.name in NAMES else "nkclaims"
            else:
                yield node.lineno, module


def test_every_module_has_a_layer() -> None:
    tops = {name.split(".")[0] for name in NAMES} - {""}
    assert tops <= RANK.keys(), "say in LAYERS and in CONTRIBUTING.md where it sits"


@pytest.mark.parametrize("path", [p for p in MODULES if name_of(p)], ids=ids)
def test_imports_go_down(path: Path) -> None:
    own = name_of(path).split(".")[0]
    upward = [
        f"{path.name}:{line} imports {module}"
        for line, module in imports(path)
        if module.startswith("nkclaims.") and (top := module.split(".")[1]) != own and RANK[top] >= RANK[own]
    ]
    assert upward == []


def test_the_rule_of_layers_can_be_broken(tmp_path: Path) -> None:
    source = tmp_path / "bad.py"
    source.write_text("def f():\n    from nkclaims.engine import load\n    import spacy.tokens\n")
    assert list(imports(source)) == [(2, "nkclaims.engine"), (3, "spacy.tokens")]
    assert RANK["engine"] > RANK["read"]


@pytest.mark.parametrize(
    "layer", ["model", "tables", "atoms", "read", "rules", "link", "normalise", "checks"]
)
def test_only_pipes_and_engine_know_spacy(layer: str) -> None:
    found = [
        f"{path}:{line}"
        for path in (PACKAGE / layer).rglob("*.py")
        for line, module in imports(path)
        if module.split(".")[0] in ("spacy", "thinc")
    ]
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_no_printing_and_no_today(path: Path) -> None:
    top = name_of(path).split(".")[0]
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called in ("today", "now", "utcnow", "localtime"):
                found.append(f"line {node.lineno}: {called}()")
            bare = isinstance(node.func, ast.Name) and called in ("print", "input", "breakpoint")
            if bare and top not in ("commands", "cli", "outputs"):
                found.append(f"line {node.lineno}: {called}()")
    assert found == []


@pytest.mark.parametrize("path", MODULES, ids=ids)
def test_files_stay_small(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= 350


def modules_after(statement: str) -> set[str]:
    """The modules a fresh interpreter has loaded after a statement."""
    code = f"{statement}\nimport sys\nsys.stdout.write(' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_is_quick_because_nothing_heavy_is_loaded() -> None:
    loaded = modules_after("import nkclaims")
    assert loaded.isdisjoint(HEAVY)
    assert {name for name in loaded if name.startswith("nkclaims")} == {"nkclaims"}


def test_help_is_quick_because_nothing_heavy_is_loaded() -> None:
    loaded = modules_after("import nkclaims.cli")
    assert loaded.isdisjoint(set(HEAVY) - {"typer", "rich"})


def test_reading_needs_no_spacy() -> None:
    loaded = modules_after("import nkclaims.read.money, nkclaims.link.currencies, nkclaims.checks")
    assert "spacy" not in loaded
