"""What is wrong with rule files, and what is doubtful in them: each with file, line and key."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from nkclaims.rules.book import RuleBook
from nkclaims.rules.load import Problem, line_of
from nkclaims.rules.model import Rule, unmark
from nkclaims.rules.pattern import Alt, Node, Not, PatternError, Repeat, Seq, Slot, parse


def lint(book: RuleBook, folders: Sequence[Path]) -> list[Problem]:
    """The problems of a book whose files lie in some folders, by file and line."""
    files = {
        str(path): path.read_text("utf-8", "replace")
        for folder in folders
        for path in sorted(folder.glob("*.toml"))
    }
    found = [
        *book.problems,
        *_slots(book, files),
        *(problem for rule in book.rules.values() for problem in _rule(rule, files.get(rule.file, ""))),
        *_same_patterns(book, files),
    ]
    return sorted(set(found), key=lambda p: (p.file, p.line, p.key))


def _slots(book: RuleBook, files: dict[str, str]) -> Iterator[Problem]:
    """Slots that cannot be read, and slots that nothing uses; those of a file without rules are shared."""
    used = set().union(*(_used(pattern) for pattern in _patterns(book)), *map(_used, book.slots.values()))
    for name, pattern in book.slots.items():
        file, line = _where(files, rf"{re.escape(name)}\s*=")
        if file is None:
            continue
        try:
            book.compiler.regex(f"{{{name}}}")
        except PatternError as error:
            yield Problem(file, line, f"slots.{name}", str(error))
            continue
        if name not in used and "[[rule]]" in files[file]:
            yield Problem(
                file, line, f"slots.{name}", f"no rule and no slot uses it: {pattern!r}; take it out"
            )


def _patterns(book: RuleBook) -> Iterator[str]:
    for rule in book.rules.values():
        yield from (p for p in (rule.pattern, rule.not_before, rule.not_after) if p)


def _used(pattern: str) -> set[str]:
    try:
        return _slots_in(parse(pattern))
    except PatternError:
        return set()


def _slots_in(node: Node) -> set[str]:
    if isinstance(node, Slot):
        return {node.slot}
    if isinstance(node, Seq):
        return set().union(*map(_slots_in, node.items))
    if isinstance(node, Alt):
        return set().union(*map(_slots_in, node.options))
    return _slots_in(node.item) if isinstance(node, Repeat | Not) else set()


def _rule(rule: Rule, text: str) -> Iterator[Problem]:
    """What one rule says twice, or says wrong."""
    for number, example in enumerate(rule.examples, 1):
        if example.text.count("[[") != example.text.count("]]"):
            yield _problem(
                rule, text, "examples", f"example {number} opens and closes its marks unequally often"
            )
        elif any(start == end for start, end in unmark(example.text)[1]):
            yield _problem(rule, text, "examples", f"example {number} marks nothing")
    plain = {unmark(example.text)[0] for example in rule.examples}
    for number, reject in enumerate(rule.rejects, 1):
        if reject in plain:
            yield _problem(rule, text, "rejects", f"reject {number} is an example too: {reject!r}")
        if "[[" in reject:
            yield _problem(rule, text, "rejects", f"reject {number} marks a quote; a reject has none")


def _same_patterns(book: RuleBook, files: dict[str, str]) -> Iterator[Problem]:
    """Rules of one kind that match by the very same words under the same conditions."""
    seen: dict[tuple[object, ...], Rule] = {}
    for rule in book.rules.values():
        what = rule.pattern or rule.regex
        if what is None:
            continue
        key = (rule.kind, " ".join(what.split()), rule.not_before, rule.not_after)
        first = seen.setdefault(key, rule)
        if first is not rule:
            name = "pattern" if rule.pattern else "regex"
            said = f"is that of {first.id} ({first.file}:{first.line}); only one of them can win"
            yield _problem(rule, files.get(rule.file, ""), name, said)


def _problem(rule: Rule, text: str, key: str, message: str) -> Problem:
    return Problem(rule.file, line_of(text, key, rule.line), f"{rule.id} {key}", message)


def _where(files: dict[str, str], pattern: str) -> tuple[str | None, int]:
    """The last file and line where a key of [slots] is set; later files replace earlier ones."""
    found: tuple[str | None, int] = (None, 0)
    for file, text in files.items():
        for number, line in enumerate(text.splitlines(), 1):
            if re.match(rf"\s*{pattern}", line):
                found = (file, number)
    return found
