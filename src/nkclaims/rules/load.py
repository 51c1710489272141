"""Rule files into rules: shipped ones, extra folders, the entry point ``nkclaims.rules``.

A broken rule is refused alone: it becomes a Problem with file, line and key, and every other rule works.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from nkclaims.errors import RuleError
from nkclaims.rules.model import Rule


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a rule file or a rule in it."""

    file: str
    line: int
    key: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.key}: {self.message}"


@dataclass(slots=True)
class Loaded:
    """Rules by id, slots, word lists, and what was refused."""

    rules: dict[str, Rule] = field(default_factory=dict)
    slots: dict[str, str] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    sources: list[tuple[str, bytes]] = field(default_factory=list)


def shipped_folder() -> Path:
    """The folder of the shipped rule files: inside the wheel, or a checkout's rules/ (editable installs).

    Raises RuleError where neither is there.
    """
    package = Path(str(files("nkclaims")))
    packaged = package / "_rules"
    if packaged.is_dir():
        return packaged
    for folder in package.parents:  # an editable install: the checkout is marked by its pyproject.toml
        if (folder / "pyproject.toml").is_file() and (folder / "rules").is_dir():
            return folder / "rules"
    raise RuleError("no rule files were installed; install nkclaims again", where=str(packaged))


def plugged_folders() -> list[Path]:
    """Folders that installed packages offer by the entry point ``nkclaims.rules`` (a path or a callable)."""
    out = []
    for point in entry_points(group="nkclaims.rules"):
        found = point.load()
        out.append(Path(found() if callable(found) else str(found)))
    return out


def load_rules(folders: Iterable[Path] = (), *, shipped: bool = True) -> Loaded:
    """All rules: shipped, plugged in, then the given folders; a later rule replaces an earlier of its id.

    A rule of status "disabled" takes its id out. Raises RuleError for a folder that is not there.
    """
    loaded = Loaded()
    all_folders = [*([shipped_folder(), *plugged_folders()] if shipped else []), *folders]
    for folder in all_folders:
        if not folder.is_dir():
            raise RuleError(
                "there is no such folder of rules; name one that holds *.toml files", where=str(folder)
            )
        for path in sorted(folder.glob("*.toml")):
            _load_file(path, loaded)
    loaded.rules = {i: rule for i, rule in loaded.rules.items() if rule.status != "disabled"}
    return loaded


def _load_file(path: Path, loaded: Loaded) -> None:
    raw = path.read_bytes()
    loaded.sources.append((path.name, raw))
    try:
        text = raw.decode("utf-8")
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        found = re.search(r"line (\d+)", str(error))
        loaded.problems.append(Problem(str(path), int(found[1]) if found else 1, "file", str(error)))
        return
    for key in sorted(data.keys() - {"rule", "slots", "words"}):
        loaded.problems.append(
            Problem(str(path), line_of(text, key), key, "unknown key; a file has [[rule]], [slots], [words]")
        )
    loaded.slots.update(data.get("slots", {}))
    loaded.words.update(data.get("words", {}))
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == "[[rule]]"]
    for entry, line in zip(data.get("rule", []), lines, strict=False):
        for problem in _load_rule(entry, str(path), line, text, loaded):
            loaded.problems.append(problem)


def _load_rule(entry: dict[str, Any], file: str, line: int, text: str, loaded: Loaded) -> Iterator[Problem]:
    if entry.get("status") == "disabled" and entry.get("id") in loaded.rules:
        del loaded.rules[entry["id"]]
        return
    if entry.get("status") == "disabled" and not entry.keys() & {"pattern", "tokens", "regex"}:
        yield Problem(file, line, f"{entry.get('id', 'rule')} id", "no rule has this id: nothing to disable")
        return
    try:
        rule = Rule.model_validate({**entry, "file": file, "line": line})
    except ValidationError as error:
        for e in error.errors():
            key = ".".join(map(str, e["loc"])) or "rule"
            at = line_of(text, key.split(".")[0], line)
            yield Problem(
                file, at, f"{entry.get('id', 'rule')} {key}", e["msg"].removeprefix("Value error, ")
            )
        return
    known = loaded.rules.get(rule.id)
    if known is not None and known.file == file:
        yield Problem(file, line, f"{rule.id} id", f"the id stands already at line {known.line}")
        return
    loaded.rules[rule.id] = rule


def line_of(text: str, key: str, first: int = 1) -> int:
    """The line a key stands on, looked for from a line on to the next rule; that line where it is not found.

    >>> line_of('[[rule]]\\nid = "money.x"\\npattern = "x"', "pattern"), line_of("a = 1", "b")
    (3, 1)
    """
    lines = text.splitlines()
    for n in range(first, len(lines) + 1):
        line = lines[n - 1]
        if n > first and line.strip() == "[[rule]]":
            break
        if re.match(rf"\s*\[*{re.escape(key)}\b", line):
            return n
    return first
