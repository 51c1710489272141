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


def _plain(items: tuple[Node, ...], slots: Mapping[str, str]) -> bool:
    return not any(isinstance(item, Slot) and item.slot in slots for item in items)
