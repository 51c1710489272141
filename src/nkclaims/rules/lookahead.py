"""What can stand second: sets of codes that spare a rule's regular expression the trying.

Nine of ten tries fail at the second atom ("a" before just any noun, a number before no currency). A set of the
codes that can stand there costs a tenth of a try.
"""

from __future__ import annotations

from collections.abc import Iterator

from nkclaims.atoms.codes import BASE, PLANE, planes, split_code
from nkclaims.rules.compile import Compiler, Element
from nkclaims.rules.pattern import Alt, Node, Not, Repeat, Seq, Slot, Word

Codes = frozenset[str]
_WIDE = 2000  # ids: above that a set would be larger than what it spares is worth


def codes_of(elements: list[Element]) -> Codes | None:
    """The code characters of some elements; None where they are too many to list."""
    out: set[str] = set()
    for runs, glued, capital in elements:
        for first, last in runs:
            if last - first > _WIDE:
                return None
            for plane in planes(glued, capital):
                start = BASE + plane * PLANE
                out.update(map(chr, range(start + first, start + last + 1)))
    return frozenset(out)


def begins(compiler: Compiler, nodes: tuple[Node, ...]) -> Codes | None:
    """The codes that a sequence can begin with; None for "anything" (it may be empty, or is too wide)."""
    if not nodes:
        return None
    elements, empty = compiler.first(Seq(nodes))
    return None if empty else codes_of(elements)


def seconds(compiler: Compiler, node: Node, code: str) -> Codes | None:
    """The codes that can stand second where a pattern begins with ``code``; None for "anything"."""
    out: set[str] = set()
    for rest in _rests(compiler, node, (), code):
        codes = begins(compiler, rest)
        if codes is None:
            return None
        out |= codes
    return frozenset(out)


def _rests(compiler: Compiler, node: Node, rest: tuple[Node, ...], code: str) -> Iterator[tuple[Node, ...]]:
    """What is left of a pattern behind its first atom, in every way in which that can be ``code``."""
    if isinstance(node, Word):
        if _is(compiler.word(node), code):
            yield rest
    elif isinstance(node, Slot):
        body = compiler.body(node)
        if body is not None:
            yield from _rests(compiler, body, rest, code)
            return
        if any(_is(element, code) for element in compiler.elements(node)):
            yield rest
        for phrase in compiler.phrases(node):
            yield from _rests(compiler, phrase, rest, code)
    elif isinstance(node, Seq):
        for at, item in enumerate(node.items):
            yield from _rests(compiler, item, (*node.items[at + 1 :], *rest), code)
            if not compiler.first(item)[1]:
                return
        if rest:
            yield from _rests(compiler, rest[0] if len(rest) == 1 else Seq(rest), (), code)
    elif isinstance(node, Alt):
        for option in node.options:
            yield from _rests(compiler, option, rest, code)
    elif isinstance(node, Repeat):
        again = (Repeat(node.item, max(0, node.low - 1), node.high - 1),) if node.high > 1 else ()
        yield from _rests(compiler, node.item, (*again, *rest), code)


def _is(element: Element, code: str) -> bool:
    runs, glued, capital = element
    lexical_id, is_glued, is_capital = split_code(code)
    if glued not in (None, is_glued) or capital not in (None, is_capital):
        return False
    return any(first <= lexical_id <= last for first, last in runs)


__all__ = ["Codes", "Not", "begins", "codes_of", "seconds"]
