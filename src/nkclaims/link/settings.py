"""Where a number holds: a place right after it ("52 in Orla"), or one that opens its sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nkclaims.atoms.scan import Atoms
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention
from nkclaims.model.values import Place
from nkclaims.read.clauses import parse

_IN = frozenset(("in", "at", "on", "near", "across", "around"))
_OPENING = _IN | {"from", "to"}
_ELSEWHERE = frozenset(
    "bought buys buy acquired acquires sold sells ordered sent lent gave donated invested said says".split()
)
_BE = frozenset(("is", "are", "was", "were"))
_EACH = frozenset(("a", "an", "per", "each"))
_SETTLEMENTS = frozenset(
    "town city village port island province region district county state country capital republic suburb".split()
)


def link_settings(mentions: Sequence[Mention], atoms: Atoms) -> None:
    """Link numbers to their place (where); only where the words tie the two together."""
    places: dict[int, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        value = mention.value
        if isinstance(value, Place) and value.role == "literal" and not value.in_name:
            places[mention.sentence].append(position)
    for mention in mentions:
        if mention.kind in NUMBER_KINDS and mention.sentence in places:
            _link(mention, places[mention.sentence], mentions, atoms)


def _link(number: Mention, row: list[int], mentions: Sequence[Mention], atoms: Atoms) -> None:
    last = atoms.at(number.end)
    opening = atoms.sentences[number.sentence][0]
    for position in row:
        first = atoms.covering(mentions[position].start)
        if first >= last and _leads_there(atoms.lower(last, min(first, last + 6)), first - last):
            number.link("where", position, "clause")
            return
    for position in row:
        if mentions[position].end <= number.start and _of_its_subject(number, mentions[position], atoms):
            number.link("where", position, "clause")
            return
    for position in row:
        first = atoms.covering(mentions[position].start)
        if (
            first - opening <= 2
            and atoms.words[opening].lower() in _OPENING
            and mentions[position].end <= number.start
        ):
            number.link("where", position, "sentence")
            return


def _leads_there(between: list[str], length: int) -> bool:
    """Whether the words from a number to a place tie them: "in", "were in the", "a week in".

    >>> _leads_there(["a", "week", "in"], 3), _leads_there(["and", "in"], 2)
    (True, False)
    """
    if length != len(between):
        return False
    if between and between[0] in _BE:
        between = between[1:]
    elif len(between) > 2 and between[0] in _EACH:
        between = between[2:]
    return 1 <= len(between) <= 2 and between[0] in _IN


def _of_its_subject(number: Mention, place: Mention, atoms: Atoms) -> bool:
    """ "Sales in Peru fell 6%", "Orla, a town of 900 people": the place stands with what the number is of."""
    first, at, end = atoms.at(number.start), atoms.covering(place.start), atoms.at(place.end)
    if end < first <= end + 6 and atoms.words[end] == "," and atoms.words[first - 1] == "of":
        return not _SETTLEMENTS.isdisjoint(atoms.lower(end, first))
    before = atoms.lower(max(0, at - 2), at)
    if not before or not (before[-1] in _IN or (before[0] in _IN and before[-1] == "the")):
        return False
    parsed = parse(atoms, number.sentence)
    clause = parsed.clause_at(first)
    if clause.verb is None or clause.subject is None or not clause.first <= at < clause.verb[0] <= first:
        return False
    if parsed.word(clause.verb[1] - 1) in _ELSEWHERE:
        return False  # a fund in London bought 30% of a mill in Lima
    subject = parsed.phrases[clause.subject]
    return clause.first <= subject.first and subject.last <= at <= subject.last + 6
