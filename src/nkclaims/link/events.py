"""Events to their when, where and how many: date, place and count in the clause, else the sentence.

A date or place is carried over from the sentence before, within the paragraph, where the event's has none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nkclaims.model.mention import LinkBy, LinkName, Mention
from nkclaims.model.values import Date, Event, Place
from nkclaims.read.clauses import Parse, parse
from nkclaims.read.context import Context

_UNCARRIED = frozenset(("planned", "hypothetical", "negated"))
_SETTINGS = frozenset(
    ("disaster", "assault", "death", "protest", "coercion", "agreement", "consult", "crime", "vote")
)
"""Coarse types that a reader places by the sentence before: scenes, not dealings."""


def link_events(mentions: Sequence[Mention], context: Context) -> None:
    """Link every event to its date (when), its place (where) and the quantity of those in it (count).

    ``by`` is "clause", "sentence" or "carried". What has no candidate stays unlinked.
    """
    rows: dict[int, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        if mention.kind in ("date", "place", "quantity") and _can_set_the_scene(mention):
            rows[mention.sentence].append(position)
    parses: dict[int, Parse] = {}
    for position, mention in enumerate(mentions):
        value = mention.value
        if not isinstance(value, Event):
            continue
        number = mention.sentence
        if number not in parses:
            parses[number] = parse(context.atoms, number)
        here = rows.get(number, [])
        before = rows.get(number - 1, []) if _carries(value, number, context) else []
        _link_scene(position, "when", "date", here, before, mentions, parses[number])
        _link_scene(
            position,
            "where",
            "place",
            here,
            before if value.coarse in _SETTINGS else [],
            mentions,
            parses[number],
        )
        _link_count(mention, value, here, mentions, parses[number])


def _can_set_the_scene(mention: Mention) -> bool:
    """Whether a date is a point in time and a place a location; any quantity may count."""
    value = mention.value
    if isinstance(value, Date):
        return value.timex.type in ("DATE", "TIME") and not value.timex.value.endswith("_REF")
    if isinstance(value, Place):
        return value.role == "literal" and not value.in_name
    return True


def _carries(event: Event, number: int, context: Context) -> bool:
    """Whether the sentence before may lend its date: the event is told as a fact, in the same paragraph."""
    if event.realis in _UNCARRIED or number == 0:
        return False
    atoms = context.atoms
    _, last = atoms.sentences[number - 1]
    first, _ = atoms.sentences[number]
    return "\n" not in atoms.words[last:first]


def _link_scene(
    position: int,
    name: LinkName,
    kind: str,
    here: list[int],
    before: list[int],
    mentions: Sequence[Mention],
    parse: Parse,
) -> None:
    event = mentions[position]
    row = [i for i in here if mentions[i].kind == kind]
    if row:
        chosen, by = _nearest(event, row, mentions, parse)
        event.link(name, chosen, by)
        return
    earlier = [i for i in before if mentions[i].kind == kind]
    if earlier:
        event.link(name, earlier[-1], "carried")


def _nearest(event: Mention, row: list[int], mentions: Sequence[Mention], parse: Parse) -> tuple[int, LinkBy]:
    """The nearest in the clause, else in the sentence: one that opens the sentence before one far behind."""
    atoms = parse.atoms
    clause = parse.clause_number(atoms.covering(event.start))
    same = [i for i in row if parse.clause_number(atoms.covering(mentions[i].start)) == clause]

    def distance(i: int) -> int:
        other = mentions[i]
        return event.start - other.end if other.end <= event.start else other.start - event.end

    if same:
        return min(same, key=distance), "clause"
    opening = [i for i in row if atoms.covering(mentions[i].start) <= parse.first + 3]
    return (opening[0] if opening else min(row, key=distance)), "sentence"


def _link_count(
    mention: Mention, event: Event, here: list[int], mentions: Sequence[Mention], parse: Parse
) -> None:
    """The quantity among those it befell, else among those who did it; or the one the trigger itself ends."""
    spans = [
        (r.quote.start, r.quote.end)
        for name in ("whom", "what", "who")
        for r in event.roles
        if r.role == name
    ]
    spans = [(mention.start, mention.end), *spans]
    quantities = [i for i in here if mentions[i].kind == "quantity"]
    for start, end in spans:
        for i in quantities:
            if mentions[i].start < end and start < mentions[i].end:
                mention.link("count", i, "clause")
                return
    for i in quantities:
        gap = (
            parse.atoms.text[mention.end : mentions[i].start].strip()
            if mentions[i].start >= mention.end
            else "x"
        )
        if not gap:
            mention.link("count", i, "clause")
            return
