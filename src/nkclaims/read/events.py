"""Events: a trigger the rules found, into a happening with its type, realis and roles, or into nothing."""

from __future__ import annotations

from collections.abc import Iterable

from nkclaims.model.base import trusted
from nkclaims.model.mention import Mention
from nkclaims.model.values import Event, Role
from nkclaims.read.clauses import Parse, parse
from nkclaims.read.context import Context
from nkclaims.read.matched import Matched
from nkclaims.read.realis import realis_of
from nkclaims.read.roles import noun_roles, verb_roles
from nkclaims.read.triggers import Entry, allowed, triggers

_Event = trusted(Event)
_LIGHT = frozenset(
    "occur occurred occurs happen happened took takes take broke killed erupted struck hit began"
    " started left".split()
)
"""Verbs after which even "the attacks" tells of a happening, not of one told before."""
_NOT_VERBS = frozenset(["a", "an", "the", "of", "its", "his", "her", "their"])


def read_events(hits: Iterable[Matched], context: Context) -> list[Mention]:
    """The events of a document, by start, at most one a happening.

    A word that is a trigger in another sense only, or that points back to a happening told before ("the
    attacks"), gives none. Offsets are of the trigger.
    """
    atoms = context.atoms
    parses: dict[int, Parse] = {}
    told: set[str] = set()
    out: list[Mention] = []
    for hit in hits:
        first = atoms.covering(hit.start)
        last = atoms.at(hit.end)
        number = atoms.sentence_of(first)
        if number not in parses:
            parses.clear()  # hits come by start: an earlier sentence is not asked for again
            parses[number] = parse(atoms, number)
        last_told = out[-1] if out else None
        read = _read(parses[number], first, last, told, last_told)
        if read is None and last - first > 1 and atoms.words[first].isalpha():
            read = _read(parses[number], first, first + 1, told, last_told)  # fires at a plant: fires
        if read is None:
            continue
        event, start, end = read
        told.add(event.type)
        out.append(Mention("event", atoms.starts[start], atoms.ends[end - 1], hit.rule.id, event, number))
    return out


def _read(
    parse: Parse, first: int, last: int, told: set[str], before: Mention | None
) -> tuple[Event, int, int] | None:
    words = parse.atoms.text[parse.atoms.starts[first] : parse.atoms.ends[last - 1]]
    form = " ".join(words.lower().split())
    entries = triggers().entries.get(form, ())
    noun = _is_noun(parse, first, last)
    if last - first > 1 and entries and parse.tag(first) in "nmNUj":
        noun = (noun and any(e.part == "n" for e in entries)) or all(e.part == "n" for e in entries)
    if noun and (_within_a_name(parse, first) or _modifies(parse, last)):
        return None
    if before is not None and form in _BREAKS_OUT and 0 <= parse.atoms.starts[first] - before.end <= 1:
        return None  # "a fire broke out" is one happening
    for entry in entries:
        if (entry.part == "n") != noun or not allowed(entry.guard, parse, first, last):
            continue
        if not noun and not _verbal(parse, first, last, entry):
            continue
        coarse, roles = _type_and_roles(parse, first, last, entry, noun)
        if coarse is None:
            continue
        if noun and (
            _points_back(parse, first, last, entry.type, told) or _of_verb(parse, first, before, coarse)
        ):
            return None
        realis = realis_of(parse, first, noun=noun)
        fine = coarse if entry.type.startswith("by_") else entry.type
        if noun and fine == "disaster" and _is_figure_of_speech(parse, last, form):
            return None
        if not noun:
            kind = _by_roles(fine, coarse, roles)
            if kind is None:
                return None
            fine, coarse = kind
        if form.endswith(" to") and last - first == 2:
            last, words = last - 1, words[:-2].rstrip()  # went to Peru: went
        return _Event(type=fine, coarse=coarse, trigger=words, realis=realis, roles=roles), first, last
    return None


def _by_roles(fine: str, coarse: str, roles: list[Role]) -> tuple[str, str] | None:
    """A type that hangs on whom or what it befalls; None where it is a manner of speaking.

    Employment that explodes is no disaster; 500 workers dismissed are laid off, a minister is not; a mill that
    closes costs jobs.
    """
    heads = {role.role: role.quote.text.lower().split()[-1] for role in roles}
    if fine == "disaster":
        head = heads.get("whom", heads.get("what", ""))
        loose = triggers().figurative
        return None if head in loose or head.removesuffix("s") in loose else (fine, coarse)
    if fine == "quit" and _are_many(next((r.quote.text for r in roles if r.role == "whom"), "")):
        return "lay_off", "layoff"
    if fine == "win":
        return _PRIZES.get(heads.get("what", ""), (fine, coarse))
    if fine == "close" and not triggers().workplaces.isdisjoint((heads.get("what"), heads.get("who"))):
        return fine, "layoff"
    return fine, coarse


_PRIZES = {
    **dict.fromkeys(
        "prize prizes award awards contract contracts bid grant lottery".split(), ("award", "other")
    ),
    **dict.fromkeys(
        "seat seats election presidency vote votes referendum majority".split(), ("vote", "vote")
    ),
}
_STAFF = frozenset(
    "workers employees staff workforce personnel people jobs staffers labourers laborers".split()
)
_MANY = frozenset("hundreds thousands dozens scores half".split())


def _are_many(whom: str) -> bool:
    """ "500 workers", "its staff": many at once, not the holder of an office."""
    words = whom.lower().split()
    if not words:
        return False
    counted = any(w[0].isdigit() and w not in ("1", "2", "3") for w in words[:-1])
    return words[-1] in _STAFF or counted or not _MANY.isdisjoint(words)


def _is_figure_of_speech(parse: Parse, last: int, form: str) -> bool:
    """ "an explosion in demand", "a flood of orders"; an outbreak of cholera and an explosion of gas are none."""
    if form not in _LOOSE_NOUNS or parse.word(last) not in ("of", "in"):
        return False
    number = parse.phrase_at(last + 1)
    if number is None:
        return False
    head = parse.word(parse.phrases[number].last - 1)
    loose = triggers().figurative
    return head in loose or head.removesuffix("s") in loose


_LOOSE_NOUNS = frozenset(
    "explosion eruption flood avalanche tsunami plague epidemic outbreak drought crash meltdown".split()
)


def _type_and_roles(
    parse: Parse, first: int, last: int, entry: Entry, noun: bool
) -> tuple[str | None, list[Role]]:
    table = triggers()
    if noun:
        coarse = table.coarse[entry.type]
        return coarse, noun_roles(parse, first, last, coarse)
    if entry.type not in ("by_object", "by_subject"):
        coarse = table.coarse[entry.type]
        return coarse, verb_roles(parse, first, last, entry.type, coarse)
    roles = verb_roles(parse, first, last, entry.type, "levy")
    asked = "what" if entry.type == "by_object" else "who"
    lookup = table.by_object if entry.type == "by_object" else table.by_subject
    for role in roles:
        if role.role == asked:
            head = role.quote.text.lower().split()[-1]
            if head in lookup:
                return lookup[head], roles
    return None, roles


def _is_noun(parse: Parse, first: int, last: int) -> bool:
    """Whether a trigger stands as a noun here."""
    tag = parse.tag(last - 1) if last - first > 1 and parse.tag(first) not in "VvGS" else parse.tag(first)
    return tag in "nmNUyj" and parse.word(first - 1) not in ("to", "will", "would")


def _verbal(parse: Parse, first: int, last: int, entry: Entry) -> bool:
    """Whether a verb's form is one here: a base form after "to", an auxiliary or a subject; no adjective."""
    tag, before = parse.tag(first), parse.tag(first - 1)
    if tag == "j" or parse.word(first - 1) in _NOT_VERBS:
        return False
    if before == "t" and parse.word(first - 2) == parse.word(first):
        return False  # from grant to grant
    if entry.part == "v":
        if before == "c" and parse.word(first) in _LIKE_ADJECTIVES:
            return False
        whole = (
            last - first > 1 and before not in "dhj0o"
        )  # takes over, changes hands: no habit, and verbs for certain
        habit = entry.type in _HABITS and not whole and before not in "tx" and parse.first > 0
        return not habit and (before in "tx" or tag in "vVS" or whole)
    return tag in "VvGSx"


_BREAKS_OUT = frozenset(
    ("broke out", "breaks out", "break out", "broken out", "breaking out", "erupted", "erupts")
)
_LIKE_ADJECTIVES = frozenset(("double", "triple", "quadruple", "lower"))
_HABITS = frozenset(("trade", "appoint"))
"""Types whose simple present tells a habit, not a happening ("he sells gloves"), but in a headline."""


def _within_a_name(parse: Parse, first: int) -> bool:
    """ "the Organization for Migration": a capital within a sentence not all in capitals."""
    if first == parse.first or not parse.atoms.words[first][0].isupper():
        return False
    words = [w for w in parse.atoms.words[parse.first : parse.last] if w[0].isalpha() and len(w) > 3]
    return sum(w[0].islower() for w in words) * 4 > len(words)


def _modifies(parse: Parse, last: int) -> bool:
    """ "a rescue team": the trigger describes the noun after it."""
    number = parse.phrase_at(last - 1)
    return number is not None and parse.phrases[number].last > last and parse.tag(last) in "nm"


_BACK = frozenset("the this these that those both such its their his her".split())
_DOING = frozenset("out launched committed staged".split())
"""What somebody does to the attack when it is told of: "carried out the attack"."""


def _points_back(parse: Parse, first: int, last: int, fine: str, told: set[str]) -> bool:
    """ "the attacks" after an attack was told of, unless they are said to have occurred just here."""
    if fine not in told:
        return False
    number = parse.phrase_at(first)
    start = parse.phrases[number].first if number is not None else first
    if parse.word(start) not in _BACK:
        return False
    return parse.word(last) not in _LIGHT and parse.word(start - 1) not in _DOING


def _of_verb(parse: Parse, first: int, before: Mention | None, coarse: str) -> bool:
    """A noun that its own verb has told of already: "signed the agreement"."""
    if before is None or not isinstance(before.value, Event):
        return False
    bargained = before.value.coarse in ("agreement", "consult") and coarse in ("agreement", "trade")
    if before.value.coarse != coarse and not bargained:  # negotiated the deal
        return False
    return 0 <= parse.atoms.starts[first] - before.end <= 40 and parse.first <= parse.atoms.covering(
        before.start
    )
