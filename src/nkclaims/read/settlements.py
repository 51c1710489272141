"""What may stand between a demonym and the name of the place it puts: "the Polish port city of Gdansk"."""

from __future__ import annotations

from collections.abc import Sequence

_SETTLEMENTS = "city town village port capital resort suburb district borough"
_DESCRIBING = """border coastal northern southern eastern western central industrial main northeastern
northwestern southeastern southwestern north south east west small mountain mining largest second biggest oil
holiday seaside historic old -"""
SETTLEMENTS = frozenset(_SETTLEMENTS.split())
DESCRIBING = SETTLEMENTS | frozenset(_DESCRIBING.split())
MOST = 5


def describes(words: Sequence[str]) -> bool:
    """Whether words after a demonym call what follows a settlement: "port city of", "capital".

    >>> describes(["port", "city", "of"]), describes(["capital"]), describes(["and"]), describes(["of"])
    (True, True, False, False)
    """
    rest = words[:-1] if words[-1:] == ["of"] else words
    if not rest or len(words) > MOST or rest[-1] not in SETTLEMENTS:
        return False
    return all(word in DESCRIBING for word in rest)
