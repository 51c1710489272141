"""A per said in one clause and meant in the next: "They earn 300 roubles a month. Now they earn 620 roubles."

Only where the clause plainly continues the one before: the same payment told with the same verb or at another
time, or a pronoun and a verb of being ("It is now 700 euros"). A wrong per is worse than none.
"""

from __future__ import annotations

from nkclaims.atoms.scan import Atoms
from nkclaims.index import Index
from nkclaims.link.per_compared import alike
from nkclaims.model.mention import Mention
from nkclaims.model.values import Money

_LEMMAS = {
    form: lemma
    for lemma, forms in {
        "earn": "earn earns earned earning",
        "receive": "receive receives received receiving",
        "get": "get gets got getting",
        "make": "make makes made",
        "pay": "pay pays paid paying",
        "promise": "promise promises promised",
        "offer": "offer offers offered",
        "charge": "charge charges charged charging",
        "cost": "cost costs",
        "sell": "sell sells sold selling",
        "trade": "trade trades traded trading",
    }.items()
    for form in forms.split()
}
_PAYMENTS = frozenset(("earn", "receive", "get", "make", "pay", "promise", "offer"))
_PRICES = frozenset(("cost", "sell", "trade", "charge"))
_SURE = frozenset(("earn", "receive"))
"""Verbs that tell of a payment that comes again even where no other time is named."""
_AT_ANOTHER_TIME = frozenset(
    "now today before previously earlier instead currently ago formerly nowadays still used".split()
)
_SUBJECTS = frozenset("it they that figure price rate wage pay rent fee salary pension".split())
_LEVEL = frozenset("is was are were be been at to reached hit cost costs".split())
_ADVERBS = frozenset("now then still only just already about around nearly almost some over under".split())
_ONCE = frozenset("total altogether fine fined bonus lump compensation penalty once one-off loan".split())
_OF_ITS_OWN = _ONCE | frozenset("less more higher lower for each per".split())
_PREPOSITIONS = frozenset("on of for in with by from to about under".split())
_BEFORE = 6
_OPENING = 6
_FACTOR = 5


def per_continued(mentions: list[Mention], position: int, atoms: Atoms, index: Index) -> str | None:
    """The per of the last amount that has one, in this sentence or the one before, if this clause continues it."""
    mine = mentions[position]
    first, _ = atoms.sentences[mine.sentence]
    here = [other for other in index.in_sentence(mine.sentence, "money") if other < position]
    other = mentions[here[-1]] if here else _last_before(mentions, mine, index)
    if other is None or not _same_size(other.value, mine.value):
        return None
    clause = atoms.lower(first if not here else atoms.at(other.end), atoms.at(mine.start))
    behind = atoms.lower(atoms.at(mine.end), atoms.at(mine.end) + 2)
    if _ONCE.intersection(clause) or _OF_ITS_OWN.intersection(behind) or clause[-1:] in (["a"], ["the"]):
        return None
    verb, before = _verb(clause[-_BEFORE:]), _verb(_window(atoms, other))
    again = verb is not None and verb == before if here else _told_again(verb, before, clause)
    continued = again or (not here and _it_is(clause))
    return other.value.per if continued and isinstance(other.value, Money) else None


def _last_before(mentions: list[Mention], mine: Mention, index: Index) -> Mention | None:
    found = index.in_sentence(mine.sentence - 1, "money") if mine.sentence else []
    return mentions[found[-1]] if found and mentions[found[-1]].section == mine.section else None


def _window(atoms: Atoms, mention: Mention) -> list[str]:
    first, _ = atoms.sentences[mention.sentence]
    at = atoms.at(mention.start)
    return atoms.lower(max(first, at - _BEFORE), at)


def _verb(words: list[str]) -> str | None:
    """The last of the verbs of payment or price."""
    return next((_LEMMAS[word] for word in reversed(words) if word in _LEMMAS), None)


def _told_again(verb: str | None, before: str | None, clause: list[str]) -> bool:
    """Whether two verbs tell of one kind of payment, at another time or by a word that needs none."""
    if verb is None or before is None:
        return False
    if verb in _PRICES or before in _PRICES:
        return verb == before and bool(_SUBJECTS.intersection(clause))
    both = {verb, before} <= _PAYMENTS
    return both and ((verb == before and verb in _SURE) or bool(_AT_ANOTHER_TIME.intersection(clause)))


def _it_is(clause: list[str]) -> bool:
    """ "It is now", "By 2023 the figure was", "That will rise to": what was paid, at another level.

    >>> _it_is("last year it was".split()), _it_is("the price of the sofa was".split()), _it_is(["he", "made"])
    (True, False, False)
    """
    words = list(clause)
    while words and words[-1] in _ADVERBS:
        words.pop()
    if not words or words[-1] not in _LEVEL:
        return False
    subject = next((i for i, word in enumerate(words[:_OPENING]) if word in _SUBJECTS), None)
    if subject and words[subject - 1] in _PREPOSITIONS:
        return False  # "The tax on it was"
    return subject is not None and len(words) - subject <= _OPENING and "of" not in words[subject:]


def _same_size(one: object, other: object) -> bool:
    """Whether two amounts are of one currency, of one size, and only the first has a per."""
    if not isinstance(one, Money) or not isinstance(other, Money):
        return False
    return one.per is not None and other.per is None and alike(one, other, _FACTOR)
