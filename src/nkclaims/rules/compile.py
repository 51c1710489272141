"""Patterns into regular expressions over code strings (see :mod:`nkclaims.atoms.codes`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from nkclaims.atoms.codes import BASE, FIRST_SIGN, PLANE, UNKNOWN_WORD, charset, planes, ranges, union
from nkclaims.atoms.lexicon import Lexicon, is_sign, is_word
from nkclaims.atoms.scan import cut
from nkclaims.atoms.shapes import CLASSES
from nkclaims.rules.pattern import Alt, Node, Not, PatternError, Repeat, Seq, Slot, Word, glue, names, parse
from nkclaims.rules.stretches import stretches, variants

GUARDED = 4
Runs = tuple[tuple[int, int], ...]
Element = tuple[Runs, bool | None, bool | None]
"""One atom: runs of ids, glued, capital."""

# Classes that are not word lists: what any word can be.
_SHAPED: dict[str, tuple[tuple[tuple[int, int], ...], bool | None]] = {
    "word": (((UNKNOWN_WORD, PLANE - 1),), None),
    "name": (((UNKNOWN_WORD, PLANE - 1),), True),
    "lower": (((UNKNOWN_WORD, PLANE - 1),), False),
    "unknown": (((UNKNOWN_WORD, UNKNOWN_WORD),), None),
    "any": (((0, PLANE - 1),), None),
    "sign": (((FIRST_SIGN, UNKNOWN_WORD - 1),), None),
}


_parsed = cache(parse)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


@dataclass(slots=True)
class Step:
    """One stretch of a compiled pattern.

    key     for a slot of slots.toml: what its matches are remembered by, at each place, for all rules alike
    keeps   names kept by the stretch itself
    opens, closes   names of groups that begin before or end after it
    """

    source: str
    key: str | None = None
    keeps: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()

    match: Callable[[str, int], re.Match[str] | None] = field(init=False, repr=False, compare=False)
    """The stretch's match in codes, at a place."""

    def __post_init__(self) -> None:
        self.match = self._first_match

    def _first_match(self, codes: str, at: int) -> re.Match[str] | None:
        """Compiles when first tried, and stands aside: an article needs about half of a book's regular
        expressions, and compiling them is most of what loading takes.
        """
        self.match = _compiled(self.source).match
        return self.match(codes, at)


@dataclass
class Compiler:
    """Compiles patterns against one lexicon and one set of named slots.

    slots  name -> pattern text (slots.toml and its like); a slot may use others, not itself
    """

    lexicon: Lexicon
    slots: Mapping[str, str] = field(default_factory=dict)
    _open: list[str] = field(default_factory=list)
    _cache: dict[tuple[str, bool | None], str] = field(default_factory=dict)
    rests: dict[tuple[str, bool | None, str], tuple[tuple[Node, ...], ...]] = field(default_factory=dict)
    _runs_of: dict[str, Runs] = field(default_factory=dict)
    _phrases_of: dict[tuple[str, bool | None], tuple[Node, ...]] = field(default_factory=dict)
    _heads_of: dict[tuple[str, bool | None], dict[int, list[Node]]] = field(default_factory=dict)
    _firsts: dict[tuple[str, bool | None], tuple[list[Element], bool]] = field(default_factory=dict)

    def regex(self, pattern: str) -> re.Pattern[str]:
        """A pattern as one regular expression (for contexts, and to look at)."""
        return re.compile(self._source(parse(pattern)))

    def context(self, pattern: str) -> Step:
        """A pattern for what must not stand around a match, as one step."""
        return Step(self._source(parse(pattern)))

    def variants(self, pattern: str) -> list[Node]:
        """A pattern as the patterns it is compiled to, any of which may match.

        Raises PatternError for a pattern that cannot be read or a name used twice.
        """
        node = parse(pattern)
        kept = names(node)
        if len(kept) != len(set(kept)):
            twice = ", ".join(sorted({n for n in kept if kept.count(n) > 1}))
            raise PatternError(f"a name is used twice: {twice}")
        return variants(node, self.slots)

    def steps(self, node: Node) -> tuple[Step, ...]:
        """A pattern as steps taken one after the other.

        A slot of slots.toml at the top level is a step of its own: it matches as much as it can and gives
        nothing back, and its match at a place is found once for all rules. All else is regular expressions.

        Raises PatternError for an unknown slot.
        """
        return tuple(self._step(*stretch) for stretch in stretches(node, self.slots))

    def rest(self, node: Node) -> tuple[Node, ...]:
        """What a pattern asks for behind its first step."""
        return tuple(item for items, _, _ in stretches(node, self.slots)[1:] for item in items)

    def _step(self, items: tuple[Node, ...], opens: tuple[str, ...], closes: tuple[str, ...]) -> Step:
        only = items[0]
        if len(items) == 1 and isinstance(only, Slot) and only.slot in self.slots:
            key = f"{only.slot}/{only.glued}"
            kept = (only.name,) if only.name else ()
            return Step(self._slot_source(only), key, (), opens + kept, closes + kept)
        node = Seq(items)
        return Step(self._source(node), None, tuple(names(node)), opens, closes)

    def register(self, pattern: str) -> None:
        """Give ids to a pattern's words, so that they are known before any pattern is compiled."""
        pending = [parse(pattern)]
        while pending:
            node = pending.pop()
            if isinstance(node, Word):
                text = node.text
                exact = text.startswith("=") and len(text) > 1
                if is_word(text.removeprefix("=") if exact else text):
                    self.lexicon.word(text.removeprefix("=") if exact else text, exact=exact)
            elif isinstance(node, Seq):
                pending += node.items
            elif isinstance(node, Alt):
                pending += node.options
            elif isinstance(node, Repeat | Not):
                pending.append(node.item)

    def firsts(self, node: Node) -> set[str]:
        """Every code character a match can begin with."""
        out: set[str] = set()
        for runs, glued, capital in self.first(node)[0]:
            for plane in planes(glued, capital):
                for first, last in runs:
                    out.update(chr(BASE + plane * PLANE + i) for i in range(first, last + 1))
        return out

    def opens_wide(self, pattern: str) -> bool:
        """Whether a pattern can begin with just any word (which would be tried everywhere)."""
        elements, empty = self.first(parse(pattern))
        return empty or any(last - first > PLANE // 2 for runs, _, _ in elements for first, last in runs)

    # -- to regular expressions ----------------------------------------------------------------------

    def _source(self, node: Node) -> str:
        if isinstance(node, Word):
            return charset(*self.word(node))
        if isinstance(node, Slot):
            inner = self._slot_source(node)
            return f"(?P<{node.name}>{inner})" if node.name else inner
        if isinstance(node, Seq):
            return "".join(self._source(item) for item in node.items)
        if isinstance(node, Alt):
            inner = "|".join(self._source(option) for option in node.options)
            if node.name:
                return f"(?P<{node.name}>{inner})"
            return f"(?:{inner})" if len(node.options) < GUARDED else f"(?:{self._guard(node)}(?:{inner}))"
        if isinstance(node, Not):
            return f"(?!{self._source(node.item)})"
        times = "?" if (node.low, node.high) == (0, 1) else f"{{{node.low},{node.high}}}"
        return f"(?:{self._source(node.item)}){times}"

    def _slot_source(self, node: Slot) -> str:
        key = (node.slot, node.glued)
        if key not in self._cache:
            self._cache[key] = self._expand(node)
        return self._cache[key]

    def _expand(self, node: Slot) -> str:
        body = self._slot_node(node.slot)
        if body is not None:
            with _Opened(self._open, node.slot):
                return f"(?:{self._source(glue(body, node.glued))})"
        options = [charset(runs, glued, capital) for runs, glued, capital in self.elements(node)]
        options += [self._source(p) for p in self.phrases(node)]
        if len(options) == 1:
            return options[0]
        inner = f"(?:{'|'.join(options)})"
        return inner if len(options) < GUARDED else f"(?:{self._guard(node)}{inner})"

    def _guard(self, node: Node) -> str:
        """A look at the next atom that spares the trying of many alternatives where none can begin."""
        elements, empty = self.first(node)
        return "" if empty else f"(?={union(elements)})"

    def body(self, node: Slot) -> Node | None:
        """The pattern a slot of slots.toml stands for; None for a word class."""
        body = self._slot_node(node.slot)
        return None if body is None else glue(body, node.glued)

    def _slot_node(self, name: str) -> Node | None:
        if name not in self.slots:
            return None
        if name in self._open:
            raise PatternError(f"slot {name!r} contains itself")
        node = _parsed(self.slots[name])
        if names(node):
            raise PatternError(f"slot {name!r} keeps names; only rules may")
        return node

    # -- single atoms --------------------------------------------------------------------------------

    def word(self, node: Word) -> Element:
        """A literal atom as an element."""
        text = node.text
        exact = text.startswith("=") and len(text) > 1
        text = text.removeprefix("=") if exact else text
        if is_sign(text):
            ids = [self.lexicon.sign(text)]
        elif text.isdigit():
            raise PatternError(f"write a digit class instead of the digits {text!r}")
        elif is_word(text):
            ids = self.lexicon.ids(text, exact=exact)
        else:
            raise PatternError(f"{text!r} is more than one atom; write it with spaces or ~")
        capital = True if text[0].isupper() and not exact else None
        return tuple(ranges(ids)), node.glued, capital

    def elements(self, node: Slot) -> list[Element]:
        """The single atoms of a word class or digit class; none for what is all phrases."""
        name = node.slot
        if name in _SHAPED:
            runs, capital = _SHAPED[name]
            return [(runs, node.glued, capital)]
        if name in CLASSES:
            return [(self._runs(name, self.lexicon.shapes_of), node.glued, None)]
        if name not in self.lexicon.classes:
            raise PatternError(f"there is no word class or slot {name!r}")
        runs = self._runs(name, lambda _: [])
        return [(runs, node.glued, None)] if runs else []

    def _runs(self, name: str, shapes: Callable[[str], list[int]]) -> Runs:
        """The ids of a class as runs; worked out once, when all words are known."""
        if name not in self._runs_of:
            words = (i for e in self.lexicon.classes.get(name, ()) for i in self._entry_ids(e))
            self._runs_of[name] = tuple(ranges([*shapes(name), *words]))
        return self._runs_of[name]

    def _entry_ids(self, entry: str) -> list[int]:
        """The ids of an entry of one atom; none for one of several."""
        exact = entry.startswith("=") and len(entry) > 1
        text = entry.removeprefix("=") if exact else entry
        if is_sign(text):
            return [self.lexicon.sign(text)]
        return self.lexicon.ids(text, exact=exact) if is_word(text) else []

    def phrases(self, node: Slot) -> tuple[Node, ...]:
        """The entries of several atoms of a class, longest first."""
        key = (node.slot, node.glued)
        if key not in self._phrases_of:
            entries = [e for e in self.lexicon.classes.get(node.slot, ()) if not self._entry_ids(e)]
            entries.sort(key=lambda e: (-len(e), e))
            self._phrases_of[key] = tuple(_phrase(entry, node.glued) for entry in entries)
        return self._phrases_of[key]

    def phrases_by_head(self, node: Slot) -> Mapping[int, list[Node]]:
        """The same by the ids of their first atoms."""
        key = (node.slot, node.glued)
        if key not in self._heads_of:
            heads: dict[int, list[Node]] = {}
            for phrase in self.phrases(node):
                for runs, _, _ in self.first(phrase)[0]:
                    for first, last in runs:
                        for lexical_id in range(first, last + 1):
                            heads.setdefault(lexical_id, []).append(phrase)
            self._heads_of[key] = heads
        return self._heads_of[key]

    # -- first atoms ---------------------------------------------------------------------------------

    def _first_of_slot(self, node: Slot) -> tuple[list[Element], bool]:
        body = self._slot_node(node.slot)
        if body is not None:
            with _Opened(self._open, node.slot):
                return self.first(body)
        out = self.elements(node)
        for phrase in self.phrases(node):
            out = out + self.first(phrase)[0]
        return out, False

    def first(self, node: Node) -> tuple[list[Element], bool]:
        """(elements a match can begin with, whether it may be empty)."""
        if isinstance(node, Word):
            return [self.word(node)], False
        if isinstance(node, Slot):
            key = (node.slot, node.glued)
            if key not in self._firsts:
                self._firsts[key] = self._first_of_slot(node)
            return self._firsts[key]
        if isinstance(node, Seq):
            elements: list[Element] = []
            for item in node.items:
                more, empty = self.first(item)
                elements += more
                if not empty:
                    return elements, False
            return elements, True
        if isinstance(node, Alt):
            parts = [self.first(option) for option in node.options]
            return [e for more, _ in parts for e in more], any(empty for _, empty in parts)
        if isinstance(node, Repeat):
            return self.first(node.item)[0], node.low == 0 or self.first(node.item)[1]
        return [], True


class _Opened:
    """Marks a slot as being expanded, so that one that contains itself is noticed."""

    def __init__(self, stack: list[str], name: str) -> None:
        self.stack, self.name = stack, name

    def __enter__(self) -> None:
        self.stack.append(self.name)

    def __exit__(self, *_: object) -> None:
        self.stack.pop()


def _phrase(entry: str, glued: bool | None) -> Node:
    """An entry of a word class as atoms, cut as a text is cut."""
    pieces = cut(entry)
    items = tuple(
        Word(text, glued if i == 0 else (True if tight else None)) for i, (text, tight) in enumerate(pieces)
    )
    return items[0] if len(items) == 1 else Seq(items)
