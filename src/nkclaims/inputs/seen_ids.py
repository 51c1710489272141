"""Which ids a run has seen, in memory that does not grow with it."""

from __future__ import annotations

from array import array
from hashlib import blake2b

SLOTS = 1 << 18
"""Digests of ids that are kept, 8 bytes each: 2 MB in all, and no id is forgotten before some 100,000 others."""
_PROBES = 16


class SeenIds:
    """Ids by a digest of 8 bytes, each in one of a few slots; in full ones the new takes the place of an old.

    So an id may be taken for new that was seen very long ago; none is taken for seen that was not.

    >>> seen = SeenIds()
    >>> seen.again("a1"), seen.again("a2"), seen.again("a1")
    (False, False, True)
    """

    def __init__(self, slots: int = SLOTS) -> None:
        self._slots = slots
        self._table = array("Q")

    def again(self, id: str) -> bool:
        """Whether it was seen before; from now on it was."""
        if not self._table:  # a run over plain files never needs it
            self._table = array("Q", bytes(8 * (self._slots + _PROBES)))
        digest = blake2b(id.encode("utf-8", "surrogatepass"), digest_size=8).digest()
        mark = int.from_bytes(digest, "big") or 1
        home = mark % self._slots
        for slot in range(home, home + _PROBES):
            held = self._table[slot]
            if held == mark:
                return True
            if not held:
                self._table[slot] = mark
                return False
        self._table[home + (mark >> 32) % _PROBES] = mark
        return False
