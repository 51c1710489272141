"""The rule book: rules compiled, and found in a text's atoms.

Within one family of kinds (numbers; dates; ...) spans do not overlap: the longest wins, then priority, then
rule id.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from itertools import chain
from pathlib import Path

import re2

from nkclaims.atoms.lexicon import Lexicon, default_lexicon
from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import Kind
from nkclaims.rules.compile import Compiler
from nkclaims.rules.family import Compiled, Family, raw_hits
from nkclaims.rules.hits import Hit, Trace, select
from nkclaims.rules.load import Loaded, Problem, line_of, load_rules
from nkclaims.rules.lookahead import begins
from nkclaims.rules.model import Rule
from nkclaims.rules.needs import missing
from nkclaims.rules.pattern import PatternError, names, parse


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
        self._compiled: dict[str, tuple[Compiled, ...]] = {}
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
            self.problems.append(Problem(rule.file, _line(rule, key), f"{rule.id} {key}", str(error)))
        else:
            self.rules[rule.id] = rule

    def _compile(self, rule: Rule) -> tuple[Compiled, ...]:
        if rule.tokens is not None:
            return (Compiled(rule),)
        if rule.regex is not None:
            return (Compiled(rule, text_regex=_safe_regex(rule.regex)),)
        assert rule.pattern is not None
        if self.compiler.opens_wide(rule.pattern):
            raise PatternError("begins with just any word; begin with a rarer one, for it is tried at each")
        kept = names(parse(rule.pattern))
        for span in rule.spans:
            if span not in kept:
                raise PatternError(f"spans names {span!r}, which the pattern does not keep")
        if lacking := missing(rule, kept):
            raise PatternError(f"the reading {rule.read!r} needs {', '.join(f'{{{n}:…}}' for n in lacking)}")
        before = self.compiler.context(rule.not_before) if rule.not_before else None
        after = self.compiler.context(rule.not_after) if rule.not_after else None
        return tuple(
            Compiled(
                rule,
                self.compiler.steps(node),
                node,
                before,
                after,
                behind=begins(self.compiler, self.compiler.rest(node)),
            )
            for node in self.compiler.variants(rule.pattern)
        )

    def family(self, kinds: tuple[Kind, ...]) -> Family:
        """The compiled rules of some kinds."""
        if kinds not in self._families:
            self._families[kinds] = self._family(kinds)
        return self._families[kinds]

    def _family(self, kinds: tuple[Kind, ...]) -> Family:
        by_first: dict[str, list[Compiled]] = {}
        over_text = []
        for compiled in self._all():
            if compiled.rule.kind not in kinds:
                continue
            if compiled.text_regex is not None:
                over_text.append(compiled)
            if compiled.node is not None:
                for character in self.compiler.firsts(compiled.node):
                    by_first.setdefault(character, []).append(compiled)
        return Family(self.compiler, by_first, tuple(over_text))

    def find(
        self, atoms: Atoms, kinds: tuple[Kind, ...], trace: Trace | None = None, more: Iterable[Hit] = ()
    ) -> list[Hit]:
        """The winning hits of some kinds, by start; kinds asked for together compete with each other.

        more  hits of token patterns, which compete with the rest
        """
        return select([*raw_hits(self.family(kinds), atoms), *more], trace)

    def token_rules(self, kinds: Iterable[Kind]) -> list[Rule]:
        """The rules made of spaCy token patterns."""
        return [c.rule for c in self._all() if c.rule.tokens is not None and c.rule.kind in kinds]

    def _all(self) -> Iterator[Compiled]:
        return chain.from_iterable(self._compiled.values())


def _line(rule: Rule, key: str) -> int:
    """The line a rule's key stands on; the rule's own where its file cannot be read again."""
    try:
        return line_of(Path(rule.file).read_text("utf-8"), key, rule.line)
    except OSError:
        return rule.line


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
