"""Who did it and to whom: the phrases around an event's trigger, for active, passive and nominal triggers."""

from __future__ import annotations

from nkclaims.model.base import Quote, trusted
from nkclaims.model.values import Role
from nkclaims.read.clauses import Parse, Phrase

_Role, _Quote = trusted(Role), trusted(Quote)
_BE = frozenset(["is", "are", "was", "were", "be", "been", "being", "got", "gets", "get"])
PATIENTS = frozenset(
    [
        "assault",
        "death",
        "coercion",
        "accusation",
        "aid",
        "support",
        "appointment",
        "layoff",
        "threat",
        "consult",
        "rejection",
    ]
)
"""Coarse types whose object is somebody rather than something."""
_HAPPENS_TO = frozenset(["die", "disaster", "injure"])
"""Fine types whose subject suffers, even of an active verb: "he died", "the roof collapsed"."""


def is_passive(parse: Parse, first: int, last: int) -> bool:
    """Whether a participle is passive: after a form of "be", before "by", or with no subject's verb group."""
    if parse.tag(first) not in "VSvj":
        return False
    at = first - 1
    while parse.tag(at) == "b":
        at -= 1
    if parse.word(at) in _BE:
        return True
    if parse.word(last) == "by":
        return parse.tag(at) in "nmNUA_r,)" and parse.tag(last + 1) not in "$0%#Q"  # went up by $5
    return parse.tag(at) in "nm" and not _finite(parse, first)


def _finite(parse: Parse, first: int) -> bool:
    return any(c.verb and c.verb[0] <= first < c.verb[1] for c in parse.clauses)


def verb_roles(parse: Parse, first: int, last: int, fine: str, coarse: str) -> list[Role]:
    """The roles around a verb."""
    subject = _subject(parse, first)
    passive = is_passive(parse, first, last)
    thing = "whom" if coarse in PATIENTS else "what"
    found: list[tuple[str, Phrase | None]] = []
    if (coarse in PATIENTS or fine in _HAPPENS_TO) and _counted_on(parse, first):
        found = [("whom", Phrase(first - 1, first))]
    elif passive:
        if parse.tag(first - 1) in "nmNUA_" and not _finite(parse, first):
            number = parse.phrase_ending(first)
            subject = parse.phrases[number] if number is not None else subject
        found = [("who", _after(parse, last, ("by",))), (thing, subject)]
    elif fine in _HAPPENS_TO:
        found = [("whom", subject)]
    else:
        found = [("who", subject), (thing, _object(parse, last))]
    return [_role(parse, name, phrase) for name, phrase in found if phrase is not None]


def _counted_on(parse: Parse, first: int) -> bool:
    """ "three people were killed and 17 injured": the participle goes on from the verb with a number of its own."""
    return parse.tag(first - 1) == "0" and parse.word(first - 2) in ("and", ",") and not _finite(parse, first)


def noun_roles(parse: Parse, first: int, last: int, coarse: str) -> list[Role]:
    """The roles around a noun: "Li's resignation", "an attack by rebels on the town"."""
    thing = "whom" if coarse in PATIENTS else "what"
    number = parse.phrase_at(first)
    start = parse.phrases[number].first if number is not None else first
    owner = parse.phrase_ending(start - 1) if parse.tag(start - 1) == "s" else None
    who = parse.phrases[owner] if owner is not None else _after(parse, last, ("by", "between"))
    if who is None and number is not None and start < first:
        who = _names_within(parse, start, first)
    whom = _after(parse, last, ("on", "against", "of"))
    return [_role(parse, n, p) for n, p in (("who", who), (thing, whom)) if p is not None]


def _names_within(parse: Parse, start: int, first: int) -> Phrase | None:
    names = [i for i in range(start, first) if parse.tag(i) in "NUA"]
    return Phrase(names[0], names[-1] + 1) if names else None


def _subject(parse: Parse, first: int) -> Phrase | None:
    """The subject of the trigger's clause; of an infinitive or -ing form, that of the clause it leans on."""
    number = parse.clause_number(first)
    clause = parse.clauses[number]
    subject = clause.subject
    if subject is None or parse.phrases[subject].last > first:
        return None
    return parse.phrases[subject]


def _object(parse: Parse, last: int) -> Phrase | None:
    at = last
    while parse.tag(at) == "b":
        at += 1
    number = parse.phrase_at(at)
    if number is None or parse.phrases[number].first != at:
        return None
    phrase = parse.phrases[number]
    if parse.tag(phrase.last) == "s":  # "sold Tesco's stores"
        owned = parse.phrase_at(phrase.last + 1)
        if owned is not None:
            return Phrase(phrase.first, parse.phrases[owned].last)
    return None if parse.tag(phrase.last - 1) in "y0b" and phrase.last - phrase.first < 3 else phrase


def _after(parse: Parse, at: int, prepositions: tuple[str, ...]) -> Phrase | None:
    """The phrase after one of some prepositions, at most four words on, before any comma."""
    for i in range(at, min(parse.last, at + 5)):
        if parse.tag(i) in ",;.w":
            return None
        if parse.word(i) in prepositions:
            number = parse.phrase_at(i + 1)
            if number is not None and parse.phrases[number].first == i + 1 and parse.tag(i + 1) not in "y0":
                return parse.phrases[number]
            return None
    return None


def _role(parse: Parse, name: str, phrase: Phrase) -> Role:
    start, end = parse.span(phrase)
    return _Role(role=name, quote=_Quote(start=start, end=end, text=parse.atoms.text[start:end]))
