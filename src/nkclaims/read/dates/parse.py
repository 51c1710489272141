"""From a rule's hit to a term: each rule's ``read`` names the reading of its slots."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from nkclaims.read.dates import durations, feasts, parts, points, relative, sets, times
from nkclaims.read.dates.terms import Term

Reader = Callable[[dict[str, tuple[str, ...]], tuple[str, ...]], Term | None]
READERS: dict[str, Reader] = {
    **points.READERS,
    **times.READERS,
    **parts.READERS,
    **feasts.READERS,
    **relative.READERS,
    **durations.READERS,
    **sets.READERS,
}
Named = tuple[tuple[str, tuple[str, ...]], ...]


@lru_cache(maxsize=16_384)
def parse(read: str, whole: tuple[str, ...], slots: Named) -> Term | None:
    """What the words say; None where they are no date after all (30 February, the fifth quarter).

    whole  the atoms of the quote, lower-cased      slots  name -> the atoms it matched, lower-cased

    >>> parse("named", ("aug", ".", "2"), (("month", ("aug", ".")), ("day", ("2",)))).day
    2
    """
    reader = READERS.get(read)
    return reader(dict(slots), whole) if reader is not None and whole else None
