"""What README.md shows is what happens; the other documents name nothing that is not there."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from kit import ROOT, run

README = (ROOT / "README.md").read_text("utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    """The code blocks of README in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.M | re.S)


def commands() -> list[str]:
    """Every nkclaims command of README's shell blocks, without its comment."""
    lines = [line.split("  #")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("nkclaims ")]


def test_blocks_are_of_kinds_that_are_run() -> None:
    assert set(re.findall(r"^```(\w+)$", README, re.M)) == {"sh", "console", "python", "toml"}
    assert len(re.findall(r"^```", README, re.M)) % 2 == 0


@pytest.mark.parametrize("block", blocks("console"))
def test_console_blocks_show_what_is_printed(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    command, expected = block.split("\n", 1)
    program, *arguments = shlex.split(command.removeprefix("$ "))
    assert program == "nkclaims"
    done = run(*arguments, cwd=ROOT)
    shown = [line.rstrip() for line in done.stdout.decode("utf-8").strip().splitlines()]
    assert shown == expected.rstrip().splitlines()


def test_python_blocks_give_what_they_show() -> None:
    test = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "README.md", None, None)
    assert len(test.examples) > 5
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("command", commands())
def test_commands_and_options_exist(command: str) -> None:
    words = shlex.split(command)[1:]
    inner = words[0] in ("rules", "rates")
    told = run(*words[: 2 if inner else 1], "--help")
    assert told.returncode == 0
    for option in [word for word in words if word.startswith("-") and word != "-"]:
        assert option in told.stdout.decode("utf-8")


def test_the_rule_of_the_readme_holds(tmp_path: Path) -> None:
    [rule] = blocks("toml")
    (tmp_path / "mine.toml").write_text(rule, "utf-8")
    done = run("rules", "test", "--rules", tmp_path)
    assert done.returncode == 0, done.stdout.decode()
    assert all(f"    {line}\n" in CONTRIBUTING for line in rule.strip().splitlines())


@pytest.mark.parametrize("step", ["install", "test"])
def test_ci_takes_its_commands_from_the_readme(step: str) -> None:
    function = re.search(r"^command_of\(\).*?^}", (ROOT / ".ci/run").read_text("utf-8"), re.M | re.S)
    assert function is not None
    script = f"{function[0]}\ncommand_of {step}"
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() and done.stdout in blocks("sh")
    assert os.access(ROOT / ".ci/run", os.X_OK)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_named_exist(name: str) -> None:
    document = (ROOT / name).read_text("utf-8")
    scripts = set(re.findall(r"`(build_\w+\.py)`", document))
    assert all((ROOT / "scripts" / name).is_file() for name in scripts)
    places = set(re.findall(r"(?<![\w/.-])(?:src|rules|corpus|tests|scripts|outputs)/[\w./-]*\w", document))
    missing = {place for place in places if "NAME" not in place and not any(ROOT.glob(f"{place}*"))}
    assert missing == set()


def test_readme_names_every_check() -> None:
    from nkclaims.checks import CHECKS

    assert dict(re.findall(r"^\| `(\w+\.\w+)` \| (.+) \|$", README, re.M)) == CHECKS


def test_readme_names_who_the_tables_come_from() -> None:
    from nkclaims.tables.sources import sources

    credits = README.split("## Licence")[1]
    for owner in ("GeoNames", "European Central Bank", "Narodowy Bank Polski", "International Monetary Fund"):
        assert any(owner in source.origin for source in sources())
        assert owner in credits


def test_modules_that_recipes_run_exist() -> None:
    modules = set(re.findall(r"\{\{ python \}\} -m (\w+)", (ROOT / "justfile").read_text("utf-8")))
    assert "pytest" in modules
    assert "nkclaims" not in modules or find_spec("nkclaims.__main__") is not None


def test_contributing_names_every_folder() -> None:
    package = ROOT / "src" / "nkclaims"
    parts = [path for path in package.iterdir() if path.name[0] not in "_." and path.name != "py.typed"]
    named = [f"{path.name}/" if path.is_dir() else path.name for path in parts]
    assert [name for name in named if f"`{name}`" not in CONTRIBUTING] == []


def test_changelog_has_this_version() -> None:
    from nkclaims import __version__

    assert f"## {__version__}\n" in CHANGELOG
    assert f'version = "{__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
