"""A multiple to the share it multiplies: "these can reach up to 70 per cent of income and were doubled"."""

from __future__ import annotations

from nkclaims.atoms.lexicon import default_lexicon
from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.model.values import Change

SHARES = frozenset({"share", "proportion", "percentage", "quota", "rate", "figure", "ratio", "part"})
LOOK_BACK = 10  # atoms before a change that may name the share


def link_share(index: Index, position: int, atoms: Atoms) -> None:
    """Link a multiple to the share it multiplies: "up to 70 per cent of income and … were doubled"."""
    change = index.mentions[position]
    if not isinstance(change.value, Change) or change.value.factor is None:
        return
    first = atoms.at(change.start)
    sentence = atoms.sentences[change.sentence]
    named = set(atoms.lower(max(sentence[0], first - LOOK_BACK), first)) & SHARES
    before = [i for i in index.before(position, "percentage") if index.mentions[i].direction is None]
    if before and (named or _same_subject(atoms, atoms.at(index.mentions[before[0]].end), first)):
        change.link("base", before[0], "clause")
    elif named and change.sentence > 0:
        earlier = [
            i
            for i in index.in_sentence(change.sentence - 1, "percentage")
            if index.mentions[i].direction is None
        ]
        if len(earlier) == 1:
            change.link("base", earlier[0], "sentence")


def _same_subject(atoms: Atoms, first: int, last: int) -> bool:
    """Whether what stands between goes on with the same subject: "and were", "and, as of 10 March, were"."""
    words = atoms.lower(first, last)
    if "and" not in words or not words or words[-1] not in _auxiliaries():
        return False
    tail = words[len(words) - 1 - words[::-1].index("and") + 1 :]
    verb = next((at for at, word in enumerate(tail) if word in _auxiliaries()), 0)
    return verb == 0 or (tail[0] == "," and tail[verb - 1] == ",")


def _auxiliaries() -> frozenset[str]:
    return frozenset(default_lexicon().classes["aux"])
