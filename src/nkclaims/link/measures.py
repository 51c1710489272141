"""What a number measures ("net income"), and whether it is the size of a rise or fall."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from nkclaims.link.relations import Relation, change_noun, change_verb, left, moves_by_itself, side
from nkclaims.link.sentence import Sentence, Token, word_set
from nkclaims.model.values import Direction, Quantity
from nkclaims.read.clauses import Clause, Parse, Phrase
from nkclaims.read.units import unit_forms

_MONEY_VERBS = frozenset(
    "earned earn earns earning paid pay pays paying cost costs costing closed close closes spent"
    " spend spends spending lost lose loses losing owns own owned owning owes owe owed invested invest"
    " invests charged charges charge sold sell sells selling bought buy buys buying borrowed lent"
    " donated donate donates raised fined traded trades trade acquired produce produces produced makes"
    " made make collected collects collect fetched fetches fetch controls holds held hold offered"
    " offer bid worth valued priced saved saves save contributed contributes pledged allocated employs"
    " employed employ".split()
)
_SAVING = frozenset(["save", "saves", "saved", "saving"])
_COMPARATIVES = {
    "higher": "rise",
    "more": "rise",
    "above": "rise",
    "lower": "fall",
    "less": "fall",
    "fewer": "fall",
    "below": "fall",
}


@dataclass(slots=True)
class Measure:
    """What was found: ``of`` as a phrase or a single atom, and the phrase that names the thing measured."""

    of: Phrase | None = None
    direction: Direction | None = None
    thing: Phrase | None = None  # "a $1 billion plant": the plant
    copied: bool = False  # taken over from the number before


def after(sentence: Sentence, token: Token) -> int:
    """The atom after a number and what it is per ("a share")."""
    parse = sentence.parse
    at = token.last
    if parse.word(at) in ("a", "an", "per", "each") and parse.word(at + 1) in _PER:
        return at + 2
    if parse.word(at) == "-" and parse.word(at + 1) in ("a", "per") and parse.word(at + 2) == "-":
        return at + 4
    return at


_PER = frozenset(
    [
        "share",
        "barrel",
        "ton",
        "tonne",
        "year",
        "month",
        "week",
        "day",
        "hour",
        "unit",
        "ounce",
        "pound",
        "kilo",
        "kilogram",
        "person",
        "night",
        "gallon",
        "head",
        "bushel",
    ]
)


def own_measure(sentence: Sentence, token: Token, rel: Relation) -> Measure:
    """What the words right around a number say it measures; nothing of it may hold."""
    found = Measure()
    _from_left(sentence, token, rel, found)
    _from_right(sentence, token, found)
    if found.direction is None:
        found.direction = _direction(sentence, token, rel)
    return found


_NAMED_BEFORE = frozenset("magnitude number net".split())
_LOOSE_OF = frozenset(
    "total number group list average lot couple team crew fleet family panel range series host majority"
    " minority".split()
)
_LEVELS = frozenset(
    "brought brings bring took takes take makes made make accounts accounted goes went go widened narrowed"
    " yielded yields yield changed"
    " trades traded worth has had filled".split()
)


def _from_left(sentence: Sentence, token: Token, rel: Relation, found: Measure) -> None:
    """ "a loss of $5", "sales of 3,000 cars", "an increase of 5% in"."""
    parse = sentence.parse
    beside = parse.phrase_ending(left(sentence, token) if rel == "moved" else token.first)
    if beside is not None and rel in ("moved", "plain", "of"):
        phrase = parse.phrases[beside]
        if sentence.head(phrase) in _NAMED_BEFORE or (rel == "moved" and sentence.is_measure(phrase)):
            found.of = phrase  # "of magnitude 6.1", "revenue up 12 per cent"
            return
    at = left(sentence, token)
    if rel == "plain" and parse.word(at) in ("at", "as"):  # "put the magnitude at 6.4", "the rate, at 3.25%,"
        number = parse.phrase_ending(at - (parse.tag(at - 1) == ","))
        if number is not None and sentence.is_measure(parse.phrases[number]):
            found.of = parse.phrases[number]
    if rel != "of":
        return
    number = parse.phrase_ending(left(sentence, token))
    if number is None:
        return
    phrase = parse.phrases[number]
    head = sentence.head(phrase)
    way = change_noun(head, token.mention.kind)
    if way is not None and head not in ("growth",):
        found.direction = _as_direction(way)
        found.of = _governed(sentence, after(sentence, token), ("in", "of"))
    elif (
        token.mention.kind == "money"
        or sentence.is_measure(phrase)
        or (_bare(token) and head not in _LOOSE_OF)
    ):
        found.of = phrase


def _bare(token: Token) -> bool:
    """Whether a quantity counts nothing of its own: no noun, or a unit of measure."""
    value = token.mention.value
    if not isinstance(value, Quantity):
        return False
    return value.unit is None or value.unit in _units()


@cache
def _units() -> frozenset[str]:
    return frozenset(unit_forms().values())


def _from_right(sentence: Sentence, token: Token, found: Measure) -> None:
    """ "a $23 million loss", "a 47% decline in earnings", "$3 million in working capital"."""
    parse = sentence.parse
    at = after(sentence, token)
    if parse.tag(at) == "-":
        at += 1
    kind = token.mention.kind
    if kind == "quantity":
        return
    number = parse.phrase_at(at)
    if number is not None and parse.phrases[number].first == at and parse.tag(at) not in "dhr":
        phrase = parse.phrases[number]
        head = sentence.head(phrase)
        way = change_noun(head, kind)
        if way is not None:
            found.direction = _as_direction(way)
            inner = Phrase(phrase.first, phrase.last - 1)
            if inner.last > inner.first and sentence.is_measure(inner):
                found.of = inner
            else:
                found.of = _governed(sentence, phrase.last, ("in", "of", "on")) or found.of
        elif head in _COMPARATIVES:
            found.direction = _as_direction(_COMPARATIVES[head])
        elif sentence.is_measure(phrase) or (
            kind == "money" and head.endswith(("ing", "ment", "tion", "sion"))
        ):
            found.of = found.of or phrase
        else:
            found.thing = phrase
    elif found.of is None and kind == "money":
        phrase_in = _governed(sentence, at, ("in", "of"))
        if phrase_in is not None and not _is_when(sentence, phrase_in):
            found.of = phrase_in
    if found.direction is None and parse.word(at) in _COMPARATIVES and kind != "money":
        found.direction = _as_direction(_COMPARATIVES[parse.word(at)])


def _is_when(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a time or a place rather than a measure."""
    tags = {sentence.parse.tag(i) for i in range(phrase.first, phrase.last)}
    return bool(tags & set("yNUr")) or not tags & set("mn")


def _governed(sentence: Sentence, at: int, prepositions: tuple[str, ...]) -> Phrase | None:
    """The phrase after a preposition that stands at an atom; a date between the two is passed over."""
    parse = sentence.parse
    if parse.word(at) not in prepositions:
        return None
    at += 1
    while parse.tag(at) in "T_d" and parse.phrase_at(at) is None:
        at += 1
    if parse.tag(at) == "-":
        at += 1
    number = parse.phrase_at(at)
    return parse.phrases[number] if number is not None and parse.phrases[number].first == at else None


def _direction(sentence: Sentence, token: Token, rel: Relation) -> Direction | None:
    """What the verb or particle before a number says."""
    parse = sentence.parse
    kind = token.mention.kind
    at = left(sentence, token)
    if rel == "moved":
        way = side(parse.word(at))
        return _as_direction(way)
    if rel == "by":
        verb = parse.clause_at(token.first).verb
        words = [parse.word(at - 1)] + ([parse.word(verb[1] - 1)] if verb else [])
        words += [parse.word(i) for i in range(at - 1, max(parse.first, at - 8), -1) if parse.tag(i) in "VvG"]
        return next((_as_direction(w) for w in map(change_verb, words) if w), None)
    word = parse.word(at)
    if parse.tag(at) in "VvGnSm" and kind in ("money", "percentage"):
        way = change_verb(word)
        if way is not None and not (kind == "money" and moves_by_itself(word) and word not in _SAVING):
            return _as_direction(way)
        before = parse.word(at - 1)
        if way is None and before in _SAVING:
            return "fall"
    if parse.word(at) in ("company", "it", "them", "us", "him") and kind == "money":
        verb = parse.clause_at(token.first).verb
        if any(parse.word(i) in _SAVING for i in range(max(parse.first, at - 4), at)) and verb is not None:
            return "fall"
    return None


def subject_measure(sentence: Sentence, clause: Clause, token: Token) -> Phrase | None:
    """The clause's subject where that is a measure ("net income fell 6%"); else its verb where that is one.

    With a verb of change or level any common noun will do: "the economy grew 1.3%".
    """
    parse = sentence.parse
    at = _verb_before(sentence, token)
    verb = parse.word(at)
    if clause.subject is not None and parse.phrases[clause.subject].last <= token.first:
        phrase = parse.phrases[clause.subject]
        if sentence.is_measure(phrase) and sentence.head(phrase) not in ("results", "figures"):
            return phrase
        if _common(parse, phrase) and not (token.mention.kind == "quantity" and not _bare(token)):
            last = parse.word(clause.verb[1] - 1) if clause.verb is not None else ""
            if any(change_verb(w) or w in _LEVELS or is_level_verb(w) for w in (verb, last) if w):
                return phrase
    if token.mention.kind == "quantity":
        return None
    if parse.tag(at) in "VvGSm" and verb in _MONEY_VERBS:
        return Phrase(at, at + 1)
    if clause.verb is not None:
        last_atom = clause.verb[1] - 1
        if parse.word(last_atom) in _MONEY_VERBS and clause.verb[1] <= token.first:
            return Phrase(last_atom, last_atom + 1)
    return None


def _verb_before(sentence: Sentence, token: Token) -> int:
    """The word a number leans on, prepositions passed over: "closed at", "went up by"."""
    parse = sentence.parse
    at = left(sentence, token)
    while (
        parse.word(at) in ("at", "for", "about", "to", "by", "up", "down", "in", "from") and at > parse.first
    ):
        at -= 1
        while parse.tag(at) in "bT_" and at > parse.first:
            at -= 1
    return at


def _common(parse: Parse, phrase: Phrase) -> bool:
    """Whether a phrase is a common noun: no name, no pronoun, nobody's company."""
    tags = {parse.tag(i) for i in range(phrase.first, phrase.last)}
    return (
        not tags & set("NUArQ#_") and bool(tags & set("nmj")) and parse.word(phrase.last - 1) not in _ACTORS
    )


_ACTORS = frozenset(
    "company firm group concern bank insurer club people workers government state ministry".split()
)


def moved_object(sentence: Sentence, token: Token) -> Phrase | None:
    """The object of a verb of change before a number: "cut its forecast to 1%", "to trim its range by"."""
    parse = sentence.parse
    floor = max(parse.first, token.first - 14)
    for at in range(token.first - 2, floor - 1, -1):
        if parse.tag(at) in ';k(w"':
            return None
        if parse.tag(at) in "VvG" and change_verb(parse.word(at)) is not None:
            number = parse.phrase_at(at + 1)
            if number is None or parse.phrases[number].first != at + 1:
                return None
            phrase = parse.phrases[number]
            if parse.tag(phrase.last) == "s":  # "reduced Li's net income"
                owned = parse.phrase_at(phrase.last + 1)
                phrase = parse.phrases[owned] if owned is not None else phrase
            fits = phrase.last <= token.first and (sentence.is_measure(phrase) or _common(parse, phrase))
            return phrase if fits and parse.tag(phrase.first) != "r" else None
    return None


def is_level_verb(word: str) -> bool:
    """Whether a verb links a measure to its level ("was", "totaled")."""
    return word in word_set("measures.levelverb")


def _as_direction(way: str | None) -> Direction | None:
    return "rise" if way == "rise" else "fall" if way == "fall" else None
