"""What can stand second: elements that spare a rule's regular expression the trying.

Nine of ten tries fail at the second atom ("a" before just any noun, a number before no currency). Whether
a code can stand there is worked out once and then remembered, which costs a tenth of a try.
"""

from __future__ import annotations

from collections.abc import Iterator

from nkclaims.atoms.codes import split_code
from nkclaims.rules.compile import Compiler, Element
from nkclaims.rules.pattern import Alt, Node, Repeat, Seq, Slot, Word

Elements = frozenset[Element]


def begins(compiler: Compiler, nodes: tuple[Node, ...]) -> Elements | None:
    """The atoms that a sequence can begin with; None for any (it may be empty)."""
    if not nodes:
        return None
    elements, empty = compiler.first(Seq(nodes))
    return None if empty else frozenset(elements)


def seconds(compiler: Compiler, node: Node, code: str) -> Elements | None:
    """The atoms that can stand second where a pattern begins with ``code``; None for any."""
    out: set[Element] = set()
    for rest in _rests(compiler, node, (), code):
        elements = begins(compiler, rest)
        if elements is None:
            return None
        out |= elements
    return frozenset(out)


def fits(elements: Elements | None, code: str) -> bool:
    """Whether a code is one of some atoms; "" is the text's end, which is none."""
    return elements is None or (code != "" and any(_is(element, code) for element in elements))


def _rests(compiler: Compiler, node: Node, rest: tuple[Node, ...], code: str) -> Iterator[tuple[Node, ...]]:
    """What is left of a pattern behind its first atom, in every way in which that can be ``code``."""
    if isinstance(node, Word):
        if _is(compiler.word(node), code):
            yield rest
    elif isinstance(node, Slot):
        for own in _slot_rests(compiler, node, code):
            yield (*own, *rest)
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


def _slot_rests(compiler: Compiler, node: Slot, code: str) -> tuple[tuple[Node, ...], ...]:
    """The same of a slot by itself, which many rules share; kept with the compiler."""
    key = (node.slot, node.glued, code)
    known = compiler.rests.get(key)
    if known is None:
        known = compiler.rests[key] = tuple(dict.fromkeys(_of_slot(compiler, node, code)))
    return known


def _of_slot(compiler: Compiler, node: Slot, code: str) -> Iterator[tuple[Node, ...]]:
    body = compiler.body(node)
    if body is not None:
        yield from _rests(compiler, body, (), code)
        return
    if any(_is(element, code) for element in compiler.elements(node)):
        yield ()
    for phrase in compiler.phrases_by_head(node).get(split_code(code)[0], ()):
        yield from _rests(compiler, phrase, (), code)


def _is(element: Element, code: str) -> bool:
    runs, glued, capital = element
    lexical_id, is_glued, is_capital = split_code(code)
    if glued not in (None, is_glued) or capital not in (None, is_capital):
        return False
    return any(first <= lexical_id <= last for first, last in runs)
