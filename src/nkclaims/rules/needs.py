"""Names that a rule's pattern must keep, for its reading asks for them."""

from __future__ import annotations

from nkclaims.rules.model import Rule

_ENDS = ("low", "high")
NEEDED: dict[tuple[str, str], tuple[str, ...]] = {
    ("money", "from-to"): _ENDS,
    ("money", "slang"): ("amount", "slang"),
    ("money", "part-of-unit"): ("amount", "currency"),
    ("percentage", "from-to"): _ENDS,
    ("percentage", "fraction"): ("amount",),
    ("percentage", "fraction-range"): _ENDS,
    ("percentage", "one-in"): ("top", "bottom"),
    ("quantity", "from-to"): _ENDS,
    ("quantity", "times"): ("amount",),
    ("quantity", "scientific"): ("amount", "base", "ten", "exponent"),
    ("quantity", "part-of-unit"): ("unit",),
    ("quantity", "level"): ("amount",),
    ("quantity", "levels"): (*_ENDS, "mover"),
    ("quantity", "by-to"): _ENDS,
}
"""(kind, ``read``) -> the names without which nothing can be read."""


def missing(rule: Rule, kept: list[str]) -> list[str]:
    """The names a rule's reading needs and its pattern does not keep.

    >>> rule = Rule(id="money.x", why="x to y", kind="money", read="from-to", pattern="from {low:int} to {int} euros",
    ...     examples=[{"text": "from [[3 to 4 euros]]"}], rejects=["3"])
    >>> missing(rule, ["low"])
    ['high']
    """
    return [name for name in NEEDED.get((rule.kind, rule.read or ""), ()) if name not in kept]
