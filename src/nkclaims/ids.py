"""Names for claims and findings that outlive an edit: they depend on words, never on offsets.

An ``id`` is bound to its article; a ``key`` is the same name without the article, so that wire copy joins
across outlets. Both are 16 hexadecimal digits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import blake2b

_SEPARATOR = "\x1f"  # the unit separator of ASCII; news does not print it, and lengths guard what does


def digest(*parts: str) -> str:
    """16 hexadecimal digits that name a sequence of strings; where one ends is part of the name.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    return _hash(_framed(*parts))


def _framed(*parts: str) -> str:
    return _SEPARATOR.join([f"{len(part)}:{part}" for part in parts])


def _hash(framed: str) -> str:
    return blake2b(framed.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def claim_names(
    article: str, claims: Iterable[tuple[str, str, str]], seen: Counter[bytes] | None = None
) -> list[tuple[str, str]]:
    """The (id, key) of each claim, given as (kind, its sentence's text, its quote's text) in order of start.

    The same words in the same sentence are told apart by which such they are, so a name is unique within the
    article; a paragraph put in, taken out or moved leaves every other claim its name.

    seen  what was named before, where a text is read in pieces: it is counted on there, by digests of 8 bytes

    >>> names = claim_names("a", [("money", "It cost $5, not $5.", "$5")] * 2)
    >>> names[0] != names[1], names[0] == claim_names("a", [("money", "It cost $5, not $5.", "$5")])[0]
    (True, True)
    """
    here: Counter[tuple[str, str, str]] = Counter()
    names = []
    head = _framed(article) + _SEPARATOR
    for claim in claims:
        if seen is None:
            which = here[claim]
            here[claim] += 1
        else:
            brief = blake2b(_framed(*claim).encode("utf-8", "surrogatepass"), digest_size=8).digest()
            which = seen[brief]
            seen[brief] += 1
        tail = _framed(*claim, str(which))
        names.append((_hash(head + tail), _hash(tail)))
    return names


def finding_name(article: str, check: str, ids: Sequence[str], keys: Sequence[str]) -> tuple[str, str]:
    """The (id, key) of a finding: its check and the ids, respectively the keys, of its claims.

    >>> finding_name("a", "num.mult", ["1", "2"], ["x", "y"]) == finding_name("a", "num.mult", ["2"], ["y"])
    False
    """
    return digest(article, check, *ids), digest(check, *keys)
