"""Finding what the rules of some kinds match in a text's atoms.

A rule is tried only at atoms it can begin with, and only where the next atom can go on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Span
from nkclaims.rules.compile import Compiler, Element, Step
from nkclaims.rules.hits import Hit
from nkclaims.rules.lookahead import Elements, fits, seconds
from nkclaims.rules.model import Rule
from nkclaims.rules.pattern import QUOTE, Node

T = TypeVar("T")


@dataclass(slots=True)
class Compiled:
    """A rule ready to run: ``steps`` over codes, or ``text_regex`` (re2) over the text itself."""

    rule: Rule
    steps: tuple[Step, ...] = ()
    node: Node | None = None
    before: Step | None = None
    after: Step | None = None
    text_regex: object | None = None
    behind: Elements | None = None  # what can stand behind the first step; None: anything


class Remembered(dict[str, tuple[T, ...]]):
    """What follows from codes, worked out when they first come up."""

    def __init__(self, work_out: Callable[[str], tuple[T, ...]]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, codes: str) -> tuple[T, ...]:
        self[codes] = found = self._work_out(codes)
        return found


@dataclass(slots=True)
class Try:
    """Rules that share their first step: where that fails, none of them is tried.

    second  what can stand behind the first atom in any of them; None: anything
    """

    second: Elements | None
    step: Step
    rules: tuple[Compiled, ...]
    behind: Remembered[Compiled] = field(init=False)
    """The rules that can go on where a code stands behind the first step."""

    def __post_init__(self) -> None:
        self.behind = Remembered(lambda code: tuple(c for c in self.rules if fits(c.behind, code)))


@dataclass(slots=True)
class Family:
    """The compiled rules of some kinds, by the code a match begins with."""

    compiler: Compiler
    by_first: dict[str, list[Compiled]]
    over_text: tuple[Compiled, ...]
    pairs: Remembered[Try] = field(init=False)
    """What to try at an atom, by its code and the next atom's."""
    _tries: Remembered[Try] = field(init=False)

    def __post_init__(self) -> None:
        self._tries = Remembered(self._make)
        self.pairs = Remembered(self._of_pair)

    def _of_pair(self, pair: str) -> tuple[Try, ...]:
        return tuple(t for t in self._tries[pair[0]] if fits(t.second, pair[1:]))

    def _make(self, code: str) -> tuple[Try, ...]:
        groups: dict[str, list[Compiled]] = {}
        for compiled in self.by_first[code]:
            groups.setdefault(compiled.steps[0].source, []).append(compiled)
        return tuple(Try(self._second(r, code), r[0].steps[0], tuple(r)) for r in groups.values())

    def _second(self, rules: list[Compiled], code: str) -> Elements | None:
        """What can stand second in any of some rules."""
        out: set[Element] = set()
        for compiled in rules:
            elements = seconds(self.compiler, compiled.node, code) if compiled.node is not None else None
            if elements is None:
                return None
            out |= elements
        return frozenset(out)


def raw_hits(family: Family, atoms: Atoms) -> Iterator[Hit]:
    """Every match of a family's rules, whether it wins or not."""
    codes, starts, ends = atoms.codes, atoms.starts, atoms.ends
    ends_of: dict[tuple[str, int], int] = {}
    by_first, tries = family.by_first, family.pairs
    after_last = len(codes)
    for at, code in enumerate(codes):
        if code in by_first:
            for attempt in tries[codes[at : at + 2]]:
                step = attempt.step
                match = step.match(codes, at)
                if match is None:
                    continue
                end = match.end()
                if step.key is not None:
                    ends_of[step.key, at] = end
                for compiled in attempt.behind[codes[end] if end < after_last else ""]:
                    matched = _match(compiled.steps, codes, at, ends_of, match)
                    if matched is not None and _in_context(compiled, codes, at, matched[0]):
                        yield from _hits(compiled, at, *matched, starts, ends)
    for compiled in family.over_text:
        for match in compiled.text_regex.finditer(atoms.text):  # type: ignore[attr-defined]
            slots = {n: match.span(n) for n in match.groupdict() if match.start(n) >= 0}
            start, end = slots.pop(QUOTE, match.span())
            yield Hit(compiled.rule, start, end, slots, match.span())


def _match(
    steps: tuple[Step, ...], codes: str, at: int, ends_of: dict[tuple[str, int], int], begun: re.Match[str]
) -> tuple[int, dict[str, Span]] | None:
    """(one past the last atom, name -> atoms) where all steps match one after the other, else None.

    ``begun`` is the match of the first.
    """
    groups: dict[str, Span] = {}
    opened: dict[str, int] = {}
    match: re.Match[str] | None = begun
    for step in steps:
        for name in step.opens:
            opened[name] = at
        if step.key is not None:
            key = (step.key, at)
            end = ends_of.get(key)
            if end is None:
                match = step.match(codes, at)
                end = ends_of[key] = match.end() if match is not None else -1
            if end < 0:
                return None
        else:
            if step is not steps[0]:
                match = step.match(codes, at)
            if match is None:
                return None
            end = match.end()
            for name in step.keeps:
                if match.end(name) > match.start(name):
                    groups[name] = match.span(name)
        at = end
        for name in step.closes:
            groups[name] = (opened[name], at)
    return at, groups


def _in_context(compiled: Compiled, codes: str, first: int, last: int) -> bool:
    if compiled.before is not None and first > 0 and compiled.before.match(codes, first - 1):
        return False
    return compiled.after is None or not compiled.after.match(codes, last)


def _hits(
    compiled: Compiled,
    first: int,
    last: int,
    groups: dict[str, Span],
    starts: Sequence[int],
    ends: Sequence[int],
) -> Iterator[Hit]:
    slots = {name: (starts[a], ends[b - 1]) for name, (a, b) in groups.items() if b > a}
    whole = (starts[first], ends[last - 1])
    rule = compiled.rule
    if not rule.spans:
        start, end = slots.pop(QUOTE, whole)
        yield Hit(rule, start, end, slots, whole)
        return
    for span in rule.spans:
        if span in slots:
            yield Hit(rule, *slots[span], slots, whole)
