"""Whether a change and levels in another sentence are of the same thing."""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index, measure_words
from nkclaims.link.levels import TIMES, Level, class_words
from nkclaims.model.mention import Mention
from nkclaims.model.values import Change, Quantity
from nkclaims.read.tagging import tag

EARNINGS = frozenset({"earnings", "earned", "net", "profit", "profits", "income", "loss", "losses"})
SALES = frozenset({"sales", "revenue", "revenues", "turnover"})
FAMILIES = (EARNINGS, SALES)
STANDING_FOR = frozenset(
    {"number", "numbers", "figure", "total", "toll", "count", "sum", "it", "they", "amount"}
)
_NARROWING_NOTHING = "company firm group bank maker operator it we reported net"
"""Words of a subject that tell no part of what was named from the rest."""
_TIMES = class_words("time_of_base") | TIMES
BEFORE_SIZE = 10  # atoms to either side of a change that tell what it is about


def stands_for_earlier(index: Index, change: Mention, new: int, atoms: Atoms) -> bool:
    """Whether the subject of a change is a word for something named before."""
    first = atoms.sentences[change.sentence][0]
    start = min(change.start, index.mentions[new].start)
    words = atoms.lower(max(first, atoms.at(start) - BEFORE_SIZE), atoms.at(change.start))
    return bool(STANDING_FOR & set(words))


def told_again(index: Index, position: int) -> bool:
    """Whether a later change of the same size and direction has a level or a base in its own sentence.

    The lead's "63% raise" is then that one's, and no other levels nearby are its own.
    """
    change = index.mentions[position]
    return any(
        _same_size(change, other)
        for other in (index.mentions[at] for at in index.changes() if at != position)
        if other.sentence > change.sentence and any(name in other.links for name in ("from", "base"))
    )


def _same_size(one: Mention, two: Mention) -> bool:
    first, second = one.value, two.value
    if not isinstance(first, Change) or not isinstance(second, Change):
        return False
    alike = first.percent is not None and first.percent == second.percent
    alike = alike or (first.factor is not None and first.factor == second.factor)
    ways = {one.direction, two.direction} - {None}
    return alike and len(ways) < 2


def agrees(change: Mention, index: Index, new: Level, atoms: Atoms) -> bool:
    """Whether a pair may be what a change in an earlier sentence is about: same way, no other measure."""
    moved = index.mentions[new.position].clues.get("moved")
    if moved is not None and change.direction is not None and moved != change.direction:
        return False
    here = _families(atoms, change.start, change.end)
    there = _families(atoms, new.start, new.start)
    return not here or not there or bool(here & there)


def goes_on(change: Mention, index: Index, new: Level, atoms: Atoms) -> bool:
    """Whether the sentence of a pair of levels plainly goes on with what the change was of.

    Its subject is a word that stands for it, or names it again; what the levels count was named too; and nothing
    sets the sentence apart ("In Europe, it rose to …").
    """
    first, last = atoms.sentences[index.mentions[new.position].sentence]
    subject = _subject(atoms, first, min(last, atoms.at(new.lead)))
    if subject is None:
        return False
    start, end = atoms.sentences[change.sentence]
    here = measure_words(" ".join(atoms.words[start:end]))
    unit = index.mentions[new.position].value
    counts = unit.unit if isinstance(unit, Quantity) else None
    named = counts is None or bool(measure_words(counts) & here)
    head = subject[-1] if subject else ""
    if head == "there" and new.moved is None:
        return True  # "There were 124 killings, compared with 186"
    if head in STANDING_FOR:
        ours = _families(atoms, change.start, change.end)
        return named and (bool(ours) or not _families(atoms, new.start, new.start))
    narrower = measure_words(" ".join(subject)) - here - measure_words(_NARROWING_NOTHING)
    measures = EARNINGS | SALES
    narrower -= measure_words(" ".join(measures))
    if narrower and counts is None and (head in measures or measure_words(head) & here):
        return False  # "Revenue grew 10%. Cloud revenue rose to …"
    before = _subject(atoms, start, atoms.at(change.start)) or []
    wider = set(before[:-1]) - set(subject) - {"the", "its", "their", "his", "her", "a"}
    wider -= set(atoms.lower(first, atoms.at(new.lead)))  # "Acme profit": Acme's profit
    if wider and subject and before[-1] == head and tag(subject[0]) not in "dh":
        return False  # "Cloud revenue grew 10%. Revenue rose to …"
    if measure_words(head) & here or (counts is not None and named):
        return True
    return bool(_families(atoms, change.start, change.end) & _families(atoms, new.start, new.start))


def _subject(atoms: Atoms, first: int, last: int) -> list[str] | None:
    """The words of a sentence's subject, up to its head; None where something stands before that."""
    words = atoms.lower(first, last)
    if "," in words:
        words = words[words.index(",") + 1 :] if _is_of_time(words[: words.index(",")]) else []
        if not words:
            return None
    out: list[str] = []
    for at, word in enumerate(words):
        kind = tag(word)
        if kind == "o" and out and out[-1] in STANDING_FOR and at + 1 < len(words):
            out = []  # "the number of trains": the trains
        elif kind in "djhmnNUAy-0$%" or word in STANDING_FOR:
            out.append(word)
        elif word == "there" and not out:
            return ["there"]
        elif kind == "s":
            out = []  # "teachers' pay": the pay
        else:
            break
    return out


def _is_of_time(words: list[str]) -> bool:
    """Whether an opening only dates its sentence: "In March", "Last year", "By 2023"."""
    return all(tag(word) in "pdjy0" or word in _TIMES for word in words)


def _families(atoms: Atoms, start: int, end: int) -> set[int]:
    """Which of earnings and sales the words around a stretch speak of."""
    first, last = atoms.at(start), atoms.at(end)
    sentence = atoms.sentences[atoms.sentence_of(first)]
    words = set(atoms.lower(max(sentence[0], first - BEFORE_SIZE), min(sentence[1], last + BEFORE_SIZE)))
    return {at for at, family in enumerate(FAMILIES) if words & family}
