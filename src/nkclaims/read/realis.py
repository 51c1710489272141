"""Whether a happening is told as actual, planned, negated or possible, by the words before its trigger."""

from __future__ import annotations

from typing import Literal

from nkclaims.read.clauses import Parse
from nkclaims.read.sayings import future_in_past

Realis = Literal["actual", "planned", "negated", "hypothetical"]

_NEGATED = frozenset(
    "not n't never neither nor without refused refuses refuse refusing failed fails fail failing"
    " declined declines avoided avoid denied denies deny denying nobody none prevented prevents prevent stopped"
    " stops cannot unable rejected rejects no".split()
)
_POSSIBLE = frozenset(
    "may might could can should would must if unless whether threatened threatens threaten"
    " threatening wants want wanted possible potential likely unlikely need needs needed has have had"
    " wants risk risks fear fears fearing feared suspected in_case able ready free alleged".split()
) - {"has", "have", "had", "wanted"}
_PLANNED = frozenset(
    "will shall plans plan planned planning intends intend intended intends intention intentions"
    " seeks seek sought seeking agrees agreed decided decides vowed vows vow promised promises pledged"
    " pledges aims aim aimed expected expects expect due set scheduled going proposed proposes"
    " proposing upcoming hopes hope hoped wants announced announces ordered ordering asked asks urged"
    " offered offers prepare prepares preparing prepared slated considering considers mulling future"
    " impending bound looming supposed about over won't'".split()
)
_CARRIED_OUT = frozenset(
    "began begun begin begins started starts start continued continues continue managed forced helped"
    " able used came went proceeded rushed failed chose dared enough compelled made returned led".split()
)
_STOP = frozenset(',;:()"w./')


def realis_of(parse: Parse, first: int, *, noun: bool) -> Realis:
    """The realis of the happening whose trigger begins at an atom.

    >>> from nkclaims.atoms.scan import scan
    >>> from nkclaims.read.clauses import parse
    >>> [realis_of(parse(scan(s), 0), at, noun=False) for s, at in
    ...  (("They attacked him.", 1), ("They plan to attack.", 3), ("They did not attack.", 3))]
    ['actual', 'planned', 'negated']
    """
    words, infinitive = _before(parse, first)
    negated = any(w in _NEGATED or w.endswith(("n't", "n’t")) for w in words[:5])
    if negated and (not noun or "no" in words[:2]):
        return "negated"
    if not noun and _under_denial(parse, first):
        return "negated"
    if parse.word(parse.clause_at(first).first) in ("if", "unless", "whether"):
        return "hypothetical"
    if noun:
        return _of_noun(words[:3])
    if infinitive:
        if _CARRIED_OUT & set(words[1:4]):
            return "actual"
        return "hypothetical" if _POSSIBLE & set(words[1:4]) or _must(words) else "planned"
    for word in words[:4]:
        if word in ("will", "shall", "won't", "'ll"):
            return "planned"
        if word == "would" and future_in_past(parse, parse.clause_number(first)):
            return "planned"
        if word in _POSSIBLE:
            return "hypothetical"
    shared = _shared_modal(parse, first)
    if shared is not None:
        return shared
    if parse.tag(first) == "G" and _PLANNED & set(words[:3]):
        return "planned"
    return "actual"


def _shared_modal(parse: Parse, first: int) -> Realis | None:
    """ "will close the plant and cut 90 jobs": the second verb is under "will" too."""
    if parse.tag(first - 1) != "c" or parse.word(first).endswith("ed"):
        return None
    clause = parse.clause_at(first)
    for other in parse.clauses[parse.clause_number(first) :: -1]:
        if other.verb is not None and other.verb[0] < first - 1 and other.subject == clause.subject:
            modal = parse.word(other.verb[0])
            if parse.tag(other.verb[0]) == "x" and parse.tag(other.verb[1] - 1) in "vVn":
                return (
                    "planned"
                    if modal in ("will", "shall")
                    else "hypothetical"
                    if modal in _POSSIBLE
                    else None
                )
            return None
    return None


def _under_denial(parse: Parse, first: int) -> bool:
    """ "denied that a team had been turned back"."""
    number = parse.clause_number(first)
    verb = (
        parse.clauses[number - 1].verb
        if number and parse.word(parse.clauses[number].first) == "that"
        else None
    )
    return verb is not None and parse.word(verb[1] - 1) in ("denied", "denies", "deny")


def _must(words: list[str]) -> bool:
    """ "has to approve", "have to leave"."""
    return len(words) > 1 and words[0] == "to" and words[1] in ("has", "have", "had")


def _of_noun(words: list[str]) -> Realis:
    if {"planned", "proposed", "scheduled", "upcoming", "impending", "looming", "next"} & set(words):
        return "planned"
    if {
        "possible",
        "potential",
        "risk",
        "fear",
        "fears",
        "threat",
        "threats",
        "case",
        "any",
        "alleged",
        "feared",
    } & set(words):
        return "hypothetical"
    return "actual"


def _before(parse: Parse, first: int) -> tuple[list[str], bool]:
    """The words before a trigger, nearest first, back to the clause's start; whether it is an infinitive."""
    words: list[str] = []
    infinitive = False
    for at in range(first - 1, max(parse.first, first - 8) - 1, -1):
        tag = parse.tag(at)
        if tag in _STOP:
            break
        if tag == "t" and not [w for w in words if w not in ("also", "then")]:
            infinitive = True
        words.append(parse.word(at))
    return words, infinitive
