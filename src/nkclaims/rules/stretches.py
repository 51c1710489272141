"""A pattern cut into stretches: each shared slot at its top level is one, what stands between two another."""

from __future__ import annotations

from collections.abc import Mapping

from nkclaims.rules.pattern import Alt, Node, Seq, Slot

Stretch = tuple[tuple[Node, ...], tuple[str, ...], tuple[str, ...]]


def stretches(node: Node, slots: Mapping[str, str]) -> list[Stretch]:
    """A pattern cut at its top-level shared slots: (items, groups opened before, groups closed after)."""
    if isinstance(node, Seq):
        parts = [stretch for item in node.items for stretch in stretches(item, slots)]
    elif isinstance(node, Alt) and len(node.options) == 1 and node.name:
        parts = stretches(node.options[0], slots)
        first, last = parts[0], parts[-1]
        parts[0] = (first[0], (node.name, *first[1]), first[2])
        last = parts[-1]
        parts[-1] = (last[0], last[1], (*last[2], node.name))
        return parts
    else:
        return [((node,), (), ())]
    merged: list[Stretch] = []
    for items, opens, closes in parts:
        if merged and not opens and not closes and _plain(items, slots):
            before = merged[-1]
            if not before[2] and _plain(before[0], slots):
                merged[-1] = (before[0] + items, before[1], ())
                continue
        merged.append((items, opens, closes))
    return merged


MOST_VARIANTS = 12


def variants(node: Node, slots: Mapping[str, str]) -> list[Node]:
    """A pattern that opens with alternatives as one pattern for each, where a shared slot begins one of them.

    The slot is then a stretch of its own, whose match at a place all rules have in common.

    >>> from nkclaims.rules.pattern import parse
    >>> len(variants(parse("({n} {unit}|{sign} {n}) more"), {"n": "{int}"}))
    2
    """
    items = node.items if isinstance(node, Seq) else (node,)
    first, rest = items[0], items[1:]
    if not isinstance(first, Alt) or first.name or not any(_opens(o, slots) for o in first.options):
        return [node]
    out: list[Node] = []
    for option in first.options:
        own = option.items if isinstance(option, Seq) else (option,)
        out += variants(Seq((*own, *rest)) if rest or len(own) > 1 else option, slots)
    return out if len(out) <= MOST_VARIANTS else [node]


def _opens(node: Node, slots: Mapping[str, str]) -> bool:
    """Whether a shared slot begins a pattern, or one of the alternatives that do."""
    if isinstance(node, Seq):
        return _opens(node.items[0], slots)
    if isinstance(node, Alt):
        return not node.name and any(_opens(option, slots) for option in node.options)
    return isinstance(node, Slot) and node.slot in slots


def _plain(items: tuple[Node, ...], slots: Mapping[str, str]) -> bool:
    return not any(isinstance(item, Slot) and item.slot in slots for item in items)
