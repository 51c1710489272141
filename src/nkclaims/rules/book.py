"""The rule book: compiled rules, and finding what they match in a text's atoms.

A rule is tried only at atoms it can begin with. Within one family of kinds (numbers; dates; ...) spans do not
overlap: the longest wins, then priority, then rule id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import re2

from nkclaims.atoms.lexicon import Lexicon, default_lexicon
from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import Kind
from nkclaims.model.mention import Span
from nkclaims.rules.compile import Compiler, Element, Step
from nkclaims.rules.load import Loaded, Problem, load_rules
from nkclaims.rules.lookahead import Elements, begins, fits, seconds
from nkclaims.rules.model import Rule
from nkclaims.rules.pattern import QUOTE, Node, PatternError, names, parse


@dataclass(slots=True)
class Hit:
    """What a rule matched. All offsets are of characters.

    slots   name -> where it stood       match  the whole match, context included
    under   the hits that lost their words to this one, best first: read where this one is refused
    """

    rule: Rule
    start: int
    end: int
    slots: dict[str, Span]
    match: Span
    under: Sequence[Hit] = ()


@dataclass(slots=True)
class Trace:
    """For ``explain``: every hit, and which hit each loser lost to."""

    hits: list[Hit] = field(default_factory=list)
    lost: list[tuple[Hit, Hit]] = field(default_factory=list)


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


@dataclass(slots=True)
class Try:
    """Rules that share their first step: where that fails, none of them is tried.

    second  what can stand behind the first atom in any of them; None: anything
    """

    second: Elements | None
    step: Step
    rules: tuple[Compiled, ...]
    _behind: dict[str, tuple[Compiled, ...]] = field(default_factory=dict)

    def behind(self, code: str) -> tuple[Compiled, ...]:
        """The rules that can go on where this code stands behind the first step."""
        rules = self._behind.get(code)
        if rules is None:
            rules = self._behind[code] = tuple(c for c in self.rules if fits(c.behind, code))
        return rules


@dataclass(slots=True)
class Family:
    """The compiled rules of some kinds, by the code a match begins with."""

    compiler: Compiler
    by_first: dict[str, list[Compiled]]
    over_text: tuple[Compiled, ...]
    _tries: dict[str, tuple[Try, ...]] = field(default_factory=dict)
    _pairs: dict[str, tuple[Try, ...]] = field(default_factory=dict)

    def tries(self, pair: str) -> tuple[Try, ...]:
        """What to try at an atom, by its code and the next atom's; worked out when the two first come up."""
        known = self._pairs.get(pair)
        if known is None:
            code, following = pair[0], pair[1:]
            if code not in self._tries:
                self._tries[code] = self._make(code)
            known = tuple(t for t in self._tries[code] if fits(t.second, following))
            self._pairs[pair] = known
        return known

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


class RuleBook:
    """Rules compiled against a lexicon.

    problems  rules that were refused, each with file, line and key; the others work
    """

    def __init__(self, loaded: Loaded, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.problems: list[Problem] = list(loaded.problems)
        self.rules: dict[str, Rule] = {}
        self.slots = loaded.slots
        for name, entries in sorted(loaded.words.items()):
            lexicon.add(name, entries)
        self.compiler = Compiler(lexicon, loaded.slots)
        self._compiled: dict[str, Compiled] = {}
        self._families: dict[tuple[Kind, ...], Family] = {}
        self.digest = _digest(loaded)
        self._register(loaded)
        for rule in loaded.rules.values():
            self._add(rule)

    def _register(self, loaded: Loaded) -> None:
        """All words of all patterns get their ids before the first is compiled."""
        patterns = list(loaded.slots.values())
        for rule in loaded.rules.values():
            patterns += [p for p in (rule.pattern, rule.not_before, rule.not_after) if p]
        for pattern in patterns:
            with suppress(PatternError):  # told of when it is compiled
                self.compiler.register(pattern)

    def _add(self, rule: Rule) -> None:
        try:
            self._compiled[rule.id] = self._compile(rule)
        except PatternError as error:
            key = "regex" if rule.regex else "pattern"
            self.problems.append(Problem(rule.file, rule.line, f"{rule.id} {key}", str(error)))
        else:
            self.rules[rule.id] = rule

    def _compile(self, rule: Rule) -> Compiled:
        if rule.tokens is not None:
            return Compiled(rule)
        if rule.regex is not None:
            return Compiled(rule, text_regex=_safe_regex(rule.regex))
        assert rule.pattern is not None
        if self.compiler.opens_wide(rule.pattern):
            raise PatternError("begins with just any word; begin with a rarer one, for it is tried at each")
        kept = names(parse(rule.pattern))
        steps = self.compiler.steps(rule.pattern)
        for span in rule.spans:
            if span not in kept:
                raise PatternError(f"spans names {span!r}, which the pattern does not keep")
        before = self.compiler.context(rule.not_before) if rule.not_before else None
        after = self.compiler.context(rule.not_after) if rule.not_after else None
        behind = begins(self.compiler, self.compiler.rest(rule.pattern))
        return Compiled(rule, steps, parse(rule.pattern), before, after, behind=behind)

    def family(self, kinds: tuple[Kind, ...]) -> Family:
        """The compiled rules of some kinds."""
        if kinds not in self._families:
            self._families[kinds] = self._family(kinds)
        return self._families[kinds]

    def _family(self, kinds: tuple[Kind, ...]) -> Family:
        by_first: dict[str, list[Compiled]] = {}
        over_text = []
        for compiled in self._compiled.values():
            if compiled.rule.kind not in kinds:
                continue
            if compiled.text_regex is not None:
                over_text.append(compiled)
            if compiled.steps and compiled.rule.pattern is not None:
                for character in self.compiler.firsts(compiled.rule.pattern):
                    by_first.setdefault(character, []).append(compiled)
        return Family(self.compiler, by_first, tuple(over_text))

    def find(
        self, atoms: Atoms, kinds: tuple[Kind, ...], trace: Trace | None = None, more: Iterable[Hit] = ()
    ) -> list[Hit]:
        """The winning hits of some kinds, by start; kinds asked for together compete with each other.

        more  hits of token patterns, which compete with the rest
        """
        return select([*_raw_hits(self.family(kinds), atoms), *more], trace)

    def token_rules(self, kinds: Iterable[Kind]) -> list[Rule]:
        """The rules made of spaCy token patterns."""
        return [c.rule for c in self._compiled.values() if c.rule.tokens is not None and c.rule.kind in kinds]


def _raw_hits(family: Family, atoms: Atoms) -> Iterator[Hit]:
    codes, starts, ends = atoms.codes, atoms.starts, atoms.ends
    ends_of: dict[tuple[str, int], int] = {}
    by_first = family.by_first
    after_last = len(codes)
    for at, code in enumerate(codes):
        if code in by_first:
            for attempt in family.tries(codes[at : at + 2]):
                step = attempt.step
                match = step.match(codes, at)
                if match is None:
                    continue
                end = match.end()
                if step.key is not None:
                    ends_of[step.key, at] = end
                for compiled in attempt.behind(codes[end] if end < after_last else ""):
                    matched = _match(compiled.steps, codes, at, ends_of)
                    if matched is not None and _in_context(compiled, codes, at, matched[0]):
                        yield from _hits(compiled, at, *matched, starts, ends)
    for compiled in family.over_text:
        for match in compiled.text_regex.finditer(atoms.text):  # type: ignore[attr-defined]
            slots = {n: match.span(n) for n in match.groupdict() if match.start(n) >= 0}
            start, end = slots.pop(QUOTE, match.span())
            yield Hit(compiled.rule, start, end, slots, match.span())


def _match(
    steps: tuple[Step, ...], codes: str, at: int, ends_of: dict[tuple[str, int], int]
) -> tuple[int, dict[str, Span]] | None:
    """(one past the last atom, name -> atoms) where all steps match one after the other, else None."""
    groups: dict[str, Span] = {}
    opened: dict[str, int] = {}
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


def select(hits: list[Hit], trace: Trace | None = None) -> list[Hit]:
    """The hits that stand: longest first, then priority, then rule id; no two overlap.

    Each keeps those that lost to it: whether its words make a value is only known when they are read.
    """
    hits.sort(key=lambda h: (h.start - h.end, -h.rule.priority, h.rule.id, h.start))
    kept: list[Hit] = []
    owner: dict[int, Hit] = {}
    for hit in hits:
        rival = next((owner[i] for i in range(hit.start, hit.end) if i in owner), None)
        if rival is not None:
            rival.under = (*rival.under, hit)
            if trace is not None:
                trace.lost.append((hit, rival))
            continue
        owner.update(dict.fromkeys(range(hit.start, hit.end), hit))
        kept.append(hit)
    kept.sort(key=lambda h: h.start)
    if trace is not None:
        trace.hits += kept
    return kept


def _safe_regex(pattern: str) -> object:
    """A regular expression that cannot hang: compiled by re2, whose time is linear in the text."""
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options=options)
    except re2.error as error:
        detail = error.args[0].decode() if error.args and isinstance(error.args[0], bytes) else str(error)
        raise PatternError(f"re2 refuses this regular expression: {detail}") from None


def _digest(loaded: Loaded) -> str:
    whole = hashlib.sha256()
    for name, raw in loaded.sources:
        whole.update(name.encode() + b"\0" + raw + b"\0")
    return whole.hexdigest()[:16]


@lru_cache(maxsize=8)
def rule_book(folders: tuple[str, ...] = ()) -> RuleBook:
    """The rule book of the shipped rules and further folders (kept: compiled once a process).

    Raises RuleError for a folder that is not there.
    """
    loaded = load_rules(Path(folder) for folder in folders)
    return RuleBook(loaded, default_lexicon())
