"""The pattern language of rule files: parsing.

    between {low:number} and {high:number} {currency}

word        that word, whatever its case; with a capital (May) only so; =ALL only exactly so
'…'         a sign that the language uses itself: '(' '?'
{slot}      a word class or a slot of slots.toml; {name:slot} keeps where it stood
(a|b) x? x* x+   groups and repetition (at most eight times)
(name: …)   a group that keeps where it stood
~           the next atom must be glued to the one before; _ it must not be
!( … )      what follows is none of this        <…>  what the claim's quote is, where not all of it
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\s*(?:"
    r"(?P<slot>\{\s*(?:(?P<name>[a-z_][a-z0-9_]*)\s*:)?\s*(?P<class>[a-z_][a-z0-9_]*)\s*\})"
    r"|(?P<quoted>'[^']+')"
    r"|(?P<named>\(\s*(?P<group>[a-z_][a-z0-9_]*)\s*:)"
    r"|(?P<sign>!\(|[()|?*+~_<>])"
    r"|(?P<word>=?[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.(?:[^\W\d_]\.)+)?|['’]s\b|\d+|[^\s])"
    r")"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One literal atom. ``glued``: True must, False must not be glued to the atom before, None either."""

    text: str
    glued: bool | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A word class or named sub-pattern; ``name`` is kept in the match."""

    slot: str
    name: str | None = None
    glued: bool | None = None


@dataclass(frozen=True, slots=True)
class Seq:
    """One after the other."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Alt:
    """One of several; ``name`` is kept in the match."""

    options: tuple[Node, ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Repeat:
    """An item low to high times."""

    item: Node
    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Not:
    """What follows is none of this."""

    item: Node


Node = Word | Slot | Seq | Alt | Repeat | Not
MAX_REPEAT = 8
QUOTE = "quote_"
_REPEATS = {"?": (0, 1), "*": (0, MAX_REPEAT), "+": (1, MAX_REPEAT)}


class PatternError(ValueError):
    """A pattern that cannot be read; says at which column."""


def parse(pattern: str) -> Node:
    """Read a pattern.

    >>> parse("between {low:number}")
    Seq(items=(Word(text='between', glued=None), Slot(slot='number', name='low', glued=None)))

    Raises PatternError, which names the column.
    """
    return _Parser(pattern).whole()


class _Parser:
    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.tokens = self._tokens(pattern)
        self.at = 0

    @staticmethod
    def _tokens(pattern: str) -> list[re.Match[str]]:
        out, position = [], 0
        while position < len(pattern.rstrip()):
            match = _TOKEN.match(pattern, position)
            if match is None:
                raise PatternError(
                    f"column {position + 1}: cannot read {pattern[position : position + 10]!r}"
                )
            out.append(match)
            position = match.end()
        return out

    def _sign(self) -> str | None:
        return self.tokens[self.at]["sign"] if self.at < len(self.tokens) else None

    def _fail(self, what: str) -> PatternError:
        column = self.tokens[self.at].start() + 1 if self.at < len(self.tokens) else len(self.pattern) + 1
        return PatternError(f"column {column}: {what}")

    def whole(self) -> Node:
        node = self._options(closing=None)
        if self.at < len(self.tokens):
            raise self._fail("a bracket is closed that was not opened")
        return node

    def _options(self, closing: str | None, name: str | None = None) -> Node:
        options = [self._sequence(closing)]
        while self._sign() == "|":
            self.at += 1
            options.append(self._sequence(closing))
        if closing is not None:
            if self._sign() != closing:
                raise self._fail(f"{closing!r} is missing")
            self.at += 1
        return options[0] if len(options) == 1 and name is None else Alt(tuple(options), name)

    def _sequence(self, closing: str | None) -> Node:
        items: list[Node] = []
        glued: bool | None = None
        while self.at < len(self.tokens):
            sign = self._sign()
            if sign in ("|", ")") or (sign is not None and sign == closing):
                break
            if sign in ("~", "_"):
                glued = sign == "~"
                self.at += 1
                continue
            items.append(self._repeated(self._item(glued)))
            glued = None
        if not items:
            raise self._fail("nothing stands here")
        return items[0] if len(items) == 1 else Seq(tuple(items))

    def _item(self, glued: bool | None) -> Node:
        token = self.tokens[self.at]
        self.at += 1
        if token["slot"]:
            return Slot(token["class"], token["name"], glued)
        if token["named"]:
            return glue(self._options(")", token["group"]), glued)
        if token["quoted"]:
            return Word(token["quoted"][1:-1], glued)
        if token["word"]:
            return Word(token["word"], glued)
        if token["sign"] == "(":
            return glue(self._options(")"), glued)
        if token["sign"] == "<":
            return glue(self._options(">", QUOTE), glued)
        if token["sign"] == "!(":
            return Not(self._options(")"))
        self.at -= 1
        raise self._fail(f"{token['sign']!r} has nothing before it")

    def _repeated(self, item: Node) -> Node:
        sign = self._sign()
        if sign in _REPEATS:
            self.at += 1
            low, high = _REPEATS[sign]
            return Repeat(item, low, high)
        return item


def glue(node: Node, glued: bool | None) -> Node:
    """The same with its first atom glued (or not) to what is before."""
    if glued is None:
        return node
    if isinstance(node, Word):
        return Word(node.text, glued)
    if isinstance(node, Slot):
        return Slot(node.slot, node.name, glued)
    if isinstance(node, Seq):
        return Seq((glue(node.items[0], glued), *node.items[1:]))
    if isinstance(node, Alt):
        return Alt(tuple(glue(option, glued) for option in node.options), node.name)
    if isinstance(node, Repeat) and node.low == 1:
        first = glue(node.item, glued)
        return first if node.high == 1 else Seq((first, Repeat(node.item, 0, node.high - 1)))
    return node


def names(node: Node) -> list[str]:
    """The names a pattern keeps, in order, QUOTE among them."""
    if isinstance(node, Slot):
        return [node.name] if node.name else []
    if isinstance(node, Seq):
        return [name for item in node.items for name in names(item)]
    if isinstance(node, Alt):
        return ([node.name] if node.name else []) + [name for item in node.options for name in names(item)]
    if isinstance(node, Repeat | Not):
        return names(node.item)
    return []
