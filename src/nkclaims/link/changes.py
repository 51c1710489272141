"""Changes to their levels: "fell 6% to $20.6 million from $22 million", "doubled, from 62,000 to 124,000".

Levels are looked for in the change's own clause, then, where that has none, in the sentence that follows (the
lead says by how much, the next sentence from what to what). A link is made only where the words tie a number
to its role; what is not tied stays unlinked and the check says so.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.breaks import parted
from nkclaims.link.compared import of_another
from nkclaims.link.elsewhere import STANDING_FOR, agrees, goes_on, stands_for_earlier, told_again
from nkclaims.link.levels import Level, comparable, compared, levels_of
from nkclaims.link.multiples import link_share
from nkclaims.link.qualify import qualify
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import LinkBy, Mention
from nkclaims.model.values import Change, Direction, Percentage

CLAUSE_ENDS = frozenset({";", "while", "whereas", "\n"})
POSTPOSED = (
    "percent-more",
    "percent-less",
    "up-percent",
    "down-percent",
    "points-noun",
    "times-as",
    "times-more",
)
NOUNS = (
    "percent-rise",
    "percent-fall",
    "rise-of",
    "fall-of",
    "noun-of",
    "half-again",
    "double-what",
    "doubled",
)
BREAKS = frozenset({",", "(", "–", "—"})


@dataclass(slots=True)
class _Sentence:
    """A sentence: its changes, its levels, where its clauses end, and its pairs of levels without a size."""

    number: int
    changes: list[int]
    levels: list[Level]
    ends: list[int] = field(default_factory=list)
    pairs: list[tuple[Level, Level]] = field(default_factory=list)

    def clause(self, offset: int) -> int:
        """The number of the clause an offset stands in."""
        return bisect_right(self.ends, offset)


def link_changes(index: Index, atoms: Atoms) -> None:
    """Link every change to its levels, and every level said to have moved to the one it came from.

    Sets ``links["from"]``, ``links["to"]`` and ``links["base"]`` of changes; on a new level ``links["from"]``
    and the clue ``moved`` (rise or fall), on an old one the clue ``old``. The index must hold the changes.
    """
    for position in index.changes():
        _or_in_other_words(index, position, atoms)
    sentences = [_sentence(index, number, atoms) for number in _worth_looking(index)]
    for row in sentences:
        for at, position in enumerate(row.changes):
            _in_clause(index, row, at, position, atoms)
    for row in sentences:
        _pairs(index, row, atoms)
    by_number = {row.number: row for row in sentences}
    for row in sentences:
        for position in row.changes:
            tied = index.mentions[position].links.keys() & {"from", "to"}
            if not tied:
                _in_next(index, by_number, row, position, atoms)
            elif tied == {"to"}:
                _from_before(index, by_number, row, position, atoms)


def _or_in_other_words(index: Index, position: int, atoms: Atoms) -> None:
    """Give the direction to a size said again: "lost 162 points, or 2.1%, to close at 7,425"."""
    change = index.mentions[position]
    following = next((i for i in index.after(position) if index.mentions[i].kind in NUMBER_KINDS), None)
    if following is None or change.direction is None:
        return
    again = index.mentions[following]
    words = atoms.lower(atoms.at(change.end), atoms.at(again.start))
    if words in ([",", "or"], ["or"]) and again.direction is None:
        again.direction = change.direction


def _worth_looking(index: Index) -> Iterable[int]:
    """Sentences with a number or a change, in order."""
    kinds = ("change", "money", "percentage", "quantity")
    return sorted({index.mentions[i].sentence for kind in kinds for i in index.of_kind(kind)})  # type: ignore[arg-type]


def _sentence(index: Index, number: int, atoms: Atoms) -> _Sentence:
    changes = index.in_sentence(number, "change")
    levels = levels_of(index, number, atoms, [index.mentions[i] for i in changes])
    first, last = atoms.sentences[number] if number < len(atoms.sentences) else (0, 0)
    ends = [atoms.starts[i] for i in range(first, last) if atoms.words[i] in CLAUSE_ENDS] if levels else []
    if len(levels) > 1 and "respectively" in atoms.words[first:last]:
        levels = []  # several things and their levels, told in turn
    return _Sentence(number, changes, levels, ends)


def _in_clause(index: Index, row: _Sentence, at: int, position: int, atoms: Atoms) -> None:
    """Link a change to the levels of its own clause."""
    change = index.mentions[position]
    if _repeated(index, row, at, atoms):
        return
    after, before = (
        [level for level in side if not (level.is_old and of_another(index.text, change, level, atoms))]
        for side in _around(index, row, at, atoms)
    )
    new, old = _tied(index, after)
    afterthought = _is_afterthought(change, atoms)
    if afterthought and new is None:
        if old is None:
            new, old = _tied(index, before)
        if new is None:
            row_before = [level for level in before if not level.is_old and _fits(index, level, old)]
            new = compared(index, row_before[::-1], old, change.direction, atoms)
    if old is not None and old.role == "against" and (new is None or not _same_kind(change, index, old)):
        old = None
    _link(index, position, new, old, "clause", atoms)
    if new is None and old is None:
        link_share(index, position, atoms)


def _repeated(index: Index, row: _Sentence, at: int, atoms: Atoms) -> bool:
    """Whether a change was made more than once on the way: "rose 5% twice, from", "doubled and doubled again"."""
    here = atoms.at(index.mentions[row.changes[at]].end)
    behind = atoms.lower(here, min(here + 2, len(atoms.words)))
    if behind[:1] in (["twice"], ["thrice"]) or behind[1:] == ["times"]:
        return True
    if at and behind[:1] == ["again"]:
        return index.mentions[row.changes[at - 1]].direction == index.mentions[row.changes[at]].direction
    return False


def _around(index: Index, row: _Sentence, at: int, atoms: Atoms) -> tuple[list[Level], list[Level]]:
    """The free levels after a change and, nearest first, before it: up to its neighbours, in its clause."""
    change = index.mentions[row.changes[at]]
    clause = row.clause(change.start)
    free = [level for level in row.levels if not level.taken and row.clause(level.start) == clause]
    until = index.mentions[row.changes[at + 1]].start if at + 1 < len(row.changes) else None
    since = index.mentions[row.changes[at - 1]].end if at else 0
    after = [level for level in free if level.start >= change.end and (until is None or level.start < until)]
    before = [level for level in reversed(free) if since <= level.start and level.end <= change.start]
    first, last = atoms.at(change.start), atoms.at(change.end)
    after = [level for level in after if not parted(atoms, last, atoms.at(level.lead))]
    before = [level for level in before if not parted(atoms, atoms.at(level.end), first)]
    return after, before


def _tied(index: Index, levels: Sequence[Level]) -> tuple[Level | None, Level | None]:
    """The new and old level that words tie: the first two that can be compared, else the first of each."""
    news = [level for level in levels if level.role in ("to", "at")]
    olds = [level for level in levels if level.is_old]
    for new in news:
        for old in olds:
            beyond = any(new.start < level.start < old.start for level in news)
            if not beyond and comparable(index, new.position, old.position):
                return new, old
    return (news[0] if news else None), (olds[0] if olds else None)


def _fits(index: Index, level: Level, other: Level | None) -> bool:
    return other is None or comparable(index, level.position, other.position)


def _same_kind(change: Mention, index: Index, level: Level) -> bool:
    """Whether a level can be what a per cent is of: "rose 3%, against 5% a year ago" has no level."""
    value = change.value
    is_rate = isinstance(index.mentions[level.position].value, Percentage)
    return not (is_rate and isinstance(value, Change) and value.percent is not None)


def _is_afterthought(change: Mention, atoms: Atoms) -> bool:
    """Whether a change comes after what changed: "…, up 15 percent", "…, a drop of a half", "3% higher"."""
    name = change.rule.removeprefix("change.")
    if name in POSTPOSED or any(slot[-1] in "23" for slot in change.slots if slot[:2] in ("up", "do")):
        return True
    if not name.startswith(NOUNS):
        return False
    first = atoms.at(change.start)
    before = [word.lower() for word in reversed(atoms.words[max(0, first - 4) : first])]
    for at, word in enumerate(before[:3]):  # ", a drop", ", a sharp drop", ", a further sharp drop"
        if word in BREAKS:
            return at == 0
        if word in ("a", "an", "the"):
            return at + 1 < len(before) and before[at + 1] in BREAKS | {"or"}
    return False


def _link(
    index: Index, position: int, new: Level | None, old: Level | None, by: LinkBy, atoms: Atoms
) -> None:
    """Tie a change to its levels, and the levels (with their shares) to each other."""
    change = index.mentions[position]
    if new is not None:
        change.link("to", new.position, by)
        new.taken = True
    if old is not None:
        change.link("from", old.position, by)
        old.taken = True
    if new is not None and old is not None:
        _link_levels(index, new, old, change.direction, by)
        qualify(index, position, change.direction, new.position, old.position, atoms)


def _link_levels(index: Index, new: Level, old: Level, direction: Direction | None, by: LinkBy) -> None:
    for here, there in zip((new.position, *new.shares), (old.position, *old.shares), strict=False):
        if not comparable(index, here, there):
            continue
        index.mentions[here].link("from", there, by)
        index.mentions[there].clues["old"] = True
        if direction is not None:
            index.mentions[here].clues["moved"] = direction


def _pairs(index: Index, row: _Sentence, atoms: Atoms) -> None:
    """Link levels that no sized change ties: "rose to $3 million from $2.9 million", "186 against 124"."""
    for old in row.levels:
        if old.taken or not old.is_old:
            continue
        new = _partner(index, row, old, atoms)
        if new is None:
            continue
        direction = new.moved or old.moved
        if old.role == "from" and direction is None:
            continue
        _link_levels(index, new, old, direction, "clause")
        if direction is not None:
            qualify(index, new.position, direction, new.position, old.position, atoms)
        row.pairs.append((new, old))
        new.taken = old.taken = True


def _partner(index: Index, row: _Sentence, old: Level, atoms: Atoms) -> Level | None:
    """The level that an old one belongs to: what it went to, else the nearest before it."""
    clause = row.clause(old.start)
    free = [
        level
        for level in row.levels
        if not level.taken and not level.is_old and row.clause(level.start) == clause
        if comparable(index, level.position, old.position)
    ]
    beside = next((level for level in free if old.role == "from" and _goes_on(old, level, atoms)), None)
    if beside is not None:
        return beside
    last = atoms.at(old.lead)
    before = [
        level for level in free if level.end <= old.start and not parted(atoms, atoms.at(level.end), last)
    ]
    if old.role == "from" and old.moved is None:
        before = [level for level in before if level.role == "to"]
        return before[-1] if before else next((level for level in free if level.role == "to"), None)
    if before:
        return compared(index, before, old, old.moved, atoms)
    return next((level for level in free if level.role == "to"), None)


def _goes_on(old: Level, level: Level, atoms: Atoms) -> bool:
    """Whether a level follows the one it came from with nothing between: "from £3m to £2m"."""
    between = atoms.lower(atoms.at(old.end), atoms.at(level.start))
    return level.role == "to" and 0 < len(between) <= 4 and not {",", "and"} & set(between)


def _in_next(index: Index, rows: dict[int, _Sentence], row: _Sentence, position: int, atoms: Atoms) -> None:
    """Link a change that its sentence gives no levels to the pair of levels in one of the next two."""
    change = index.mentions[position]
    value = change.value
    if not isinstance(value, Change) or (value.factor is None and value.percent is None):
        return
    if told_again(index, position):
        return
    for number in (row.number + 1, row.number + 2):
        following = rows.get(number)
        if following is None:
            continue
        for pair in following.pairs:
            new, old = pair
            if not _same_kind(change, index, old) or not agrees(change, index, new, atoms):
                continue
            if not goes_on(change, index, new, atoms):
                continue
            following.pairs.remove(pair)
            _link(index, position, new, old, "sentence", atoms)
            return
    _stood_at(index, rows, row, position, atoms)


def _stood_at(index: Index, rows: dict[int, _Sentence], row: _Sentence, position: int, atoms: Atoms) -> None:
    """Link a change to what the next sentence says it was and what "the figure" then "stood at"."""
    levels = rows[row.number + 1].levels if row.number + 1 in rows else []
    new = next((level for level in levels if level.role == "at" and not level.taken), None)
    if new is None:
        return
    before = atoms.lower(max(0, atoms.at(new.start) - 3), atoms.at(new.start))
    olds = [level for level in levels if level.end <= new.start and level.role is None and not level.taken]
    if (
        olds
        and before[1:2] in (["stood"], ["stands"])
        and before[0] in STANDING_FOR
        and _fits(index, new, olds[0])
    ):
        _link(index, position, new, olds[0], "sentence", atoms)


def _from_before(
    index: Index, rows: dict[int, _Sentence], row: _Sentence, position: int, atoms: Atoms
) -> None:
    """Link a change that has only a new level to the one like it that the text named just before.

    Only where the words go on with the same thing: a comparative ("…, twice as much"), or a subject that
    stands for it ("the number more than doubled, to 520,000"). By "carried": it may confirm, not accuse.
    """
    change = index.mentions[position]
    new = change.links["to"][0][0]
    if not (change.rule.endswith("times-as") or stands_for_earlier(index, change, new, atoms)):
        return
    offset = min(index.mentions[new].start, change.start)
    for number in (row.number, row.number - 1):
        levels = rows[number].levels if number in rows else []
        earlier = [level.position for level in levels if level.end <= offset and level.position != new]
        alike = [
            at for at in earlier if comparable(index, at, new) and not index.mentions[at].clues.get("old")
        ]
        if alike:
            change.link("from", alike[-1], "carried")
            return
