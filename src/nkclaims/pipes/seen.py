"""What the components share of the Doc in hand: its atoms and where its tokens start, found once.

spaCy makes ``doc.text`` anew each time it is asked for, and six components ask. A Doc carries a name of its own
(ids of Docs are used again, and a Doc may come from another process); what was seen of it is kept under the name.
The Doc itself is not kept: its memory may end with ``nlp.memory_zone()``.
"""

from __future__ import annotations

import os
import time
from collections import deque
from dataclasses import dataclass
from itertools import count

from spacy.attrs import IDX
from spacy.tokens import Doc

from nkclaims.atoms.scan import Atoms, scan

_NAME = "nkclaims_doc"
_WRAPPED = "nkclaims_wrapped"
_numbers = count(1)


@dataclass(slots=True)
class Seen:
    """``starts``: the character each token begins at."""

    name: str
    atoms: Atoms
    starts: list[int]


_last: deque[Seen] = deque(maxlen=2)


def look(doc: Doc) -> Seen:
    """Atoms and token starts of a Doc, found now where they were not before or its tokens have changed."""
    name = doc.user_data.get(_NAME)
    for seen in _last:
        if seen.name == name and len(seen.starts) == len(doc):
            return seen
    wrapped = bool(doc.user_data.get(_WRAPPED, False))
    return note(doc, scan(doc.text, wrapped), doc.to_array(IDX).tolist() if len(doc) else [])


def note(doc: Doc, atoms: Atoms, starts: list[int], *, wrapped: bool = False) -> Seen:
    """Keep what is known of a Doc (its tokenizer knows both). ``wrapped``: its lines are broken at a column."""
    name = doc.user_data[_NAME] = f"{os.getpid()}-{time.monotonic_ns()}-{next(_numbers)}"
    if wrapped:
        doc.user_data[_WRAPPED] = True
    seen = Seen(name, atoms, starts)
    _last.append(seen)
    return seen
