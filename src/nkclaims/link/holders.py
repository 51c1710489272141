"""Whose a number is: a possessor, its clause's subject, who reports it, or who was spoken of before."""

from __future__ import annotations

from dataclasses import dataclass, field

from nkclaims.link.sentence import Sentence
from nkclaims.model.mention import Span
from nkclaims.read.clauses import Clause, Parse, Phrase

_GENERIC = frozenset(
    "company firm group concern business corporation insurer bank retailer maker airline carrier"
    " producer parent chain developer lender automaker carmaker brokerage utility operator club union"
    " agency ministry government state city country council party organisation organization hospital"
    " school university charity fund two three both latter former companies".split()
)
_ANY_FIRM = frozenset(
    "company firm group concern business corporation two three both latter former companies".split()
)
_TITLES = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "sen", "gov", "gen", "rep", "miss"]
)
_SPOKESMEN = frozenset(
    "spokesman spokeswoman spokesperson analyst analysts official officials executive executives"
    " officer officers economist economists trader traders sources source chairman president expert"
    " experts researchers researcher director minister secretary strategist manager managers people"
    " others prospectus report statement study survey ceo dealer dealers critics investigators police"
    " prosecutors lawyers lawyer witnesses residents".split()
)
_NO_HOLDER = frozenset(
    [
        "trading",
        "period",
        "quarter",
        "year",
        "months",
        "month",
        "week",
        "day",
        "time",
        "results",
        "operations",
        "activities",
        "action",
        "move",
        "addition",
        "total",
        "sale",
        "result",
        "one",
    ]
)
_STAKES = frozenset(["stake", "stakes", "share", "shares", "interest", "holding", "market"])
"""What is held in something: "a stake in Li Corp." is not Li's."""
_OWNING = ("for", "in", "at", "of", "from", "by", "on")


@dataclass(slots=True)
class Cast:
    """Those an article has spoken of: the last named who can hold numbers, and the names known."""

    holder: Span | None = None
    names: set[str] = field(default_factory=set)
    said: int = -99  # the sentence the holder was last spoken of in
    person: Span | None = None
    places: set[Span] = field(default_factory=set)

    def recent(self, number: int) -> Span | None:
        """The holder, unless the last mention is so far back that nobody would think of it."""
        return self.holder if number - self.said <= REACH else None


REACH = 12
"""Sentences a name is carried on for."""


def is_speaker(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase is a person or a mere voice, who says things of others: "Mr. Li", "analysts"."""
    parse = sentence.parse
    if parse.word(phrase.first) in _TITLES or sentence.head(phrase) in _SPOKESMEN:
        return True
    names = [i for i in range(phrase.first, phrase.last) if parse.tag(i) == "N"]
    if names and any(parse.word(i) in _SPOKESMEN for i in range(phrase.first, phrase.last - 1)):
        return names[-1] == phrase.last - 1  # Finance Minister Ana Ruiz
    office = parse.phrase_at(phrase.last + 1) if parse.tag(phrase.last) == "," else None
    return len(names) >= 2 and office is not None and sentence.head(parse.phrases[office]) in _SPOKESMEN


def is_generic(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase only points back: "it", "the company"."""
    parse = sentence.parse
    if parse.tag(phrase.first) == "r":
        return parse.word(phrase.first) not in ("there", "here", "nothing", "nobody", "everyone", "i", "you")
    return (
        phrase.last - phrase.first == 2
        and parse.tag(phrase.first) in "dhw"
        and sentence.head(phrase) in _GENERIC
        and not parse.atoms.words[phrase.first + 1][0].isupper()
    )


def resolve(sentence: Sentence, phrase: Phrase, cast: Cast) -> Span | None:
    """The span that names a holder: the phrase itself, or what a pointing-back phrase stands for."""
    if is_generic(sentence, phrase):
        return _pointed_at(sentence, phrase, cast)
    head = sentence.head(phrase)
    tags = sentence.parse.tags[phrase.first - sentence.parse.first : phrase.last - sentence.parse.first]
    if head in _NO_HOLDER or not set(tags) & set("nmNUA") or sentence.parse.tag(phrase.first) == "r":
        return None
    return sentence.parse.whole(_extended(sentence, _by_name(sentence.parse, phrase)))


def _by_name(parse: Parse, phrase: Phrase) -> Phrase:
    """ "The buyer, Frank Penny of Leeds, paid": the name that stands beside a noun."""
    if parse.tag(phrase.first) != "d" or parse.tag(phrase.last) != "," or _named(parse, phrase):
        return phrase
    number = parse.phrase_at(phrase.last + 1)
    if number is None or parse.phrases[number].first != phrase.last + 1:
        return phrase
    other = parse.phrases[number]
    tags = parse.tags[other.first - parse.first : other.last - parse.first]
    beside = parse.tag(other.last) == "," or parse.tag(other.last) in "op"
    return other if beside and not tags.strip("NUAa") else phrase


def _pointed_at(sentence: Sentence, phrase: Phrase, cast: Cast) -> Span | None:
    """Whom "it", "she" or "the bank" means; the words themselves where that stays open."""
    parse = sentence.parse
    word, head = parse.word(phrase.first), sentence.head(phrase)
    if parse.tag(phrase.first) == "r":
        if word in ("he", "she", "him", "her"):
            return cast.person or parse.whole(phrase)
        return (cast.recent(sentence.number) if word == "it" else None) or parse.whole(phrase)
    if cast.holder is not None and head not in _ANY_FIRM:
        named = parse.atoms.text[slice(*cast.holder)].lower()
        sure = head in named or (
            head in _SPECIFIC and any(w in _COMPANY_ENDS for w in named.replace(".", "").split())
        )
        return cast.holder if sure else parse.whole(phrase)
    return cast.holder or parse.whole(phrase)


_SPECIFIC = frozenset(
    "insurer retailer maker airline carrier producer parent chain developer lender automaker carmaker"
    " brokerage utility operator".split()
)
_COMPANY_ENDS = frozenset("inc corp co ltd plc cos group holdings ag sa nv".split())


def _extended(sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "the airline and casino company": one company, not two."""
    parse = sentence.parse
    if parse.tag(phrase.last) == "c" and parse.tag(phrase.first) == "d":
        number = parse.phrase_at(phrase.last + 1)
        if number is not None and parse.phrases[number].first == phrase.last + 1:
            other = parse.phrases[number]
            if parse.tag(other.first) not in "dhNUA" and sentence.head(other) in _GENERIC:
                return Phrase(phrase.first, other.last)
    return phrase


def possessor(sentence: Sentence, measure: Phrase, cast: Cast) -> Span | None:
    """Whose a measure is by its own words: "Li's sales", "its sales", "profit for the division"."""
    parse = sentence.parse
    owner = owner_before(sentence, measure.first)
    if owner is not None:
        return resolve(sentence, owner, cast)
    if parse.word(measure.first) in ("her", "his"):
        return cast.person  # "his contract in Peru" is not Peru's
    if (
        sentence.head(measure) in _STAKES
        and "N" not in parse.tags[measure.first - parse.first : measure.last - parse.first]
    ):
        return None
    named = _inner_owner(parse, measure)
    return named or _complement(sentence, measure, cast)


def owner_before(sentence: Sentence, atom: int) -> Phrase | None:
    """The phrase whose 's stands before an atom; dates between the two are passed over."""
    parse = sentence.parse
    while parse.tag(atom - 1) in "T_j":
        atom -= 1
    if parse.tag(atom - 1) != "s":
        return None
    number = parse.phrase_ending(atom - 1)
    return parse.phrases[number] if number is not None else None


def _inner_owner(parse: Parse, measure: Phrase) -> Span | None:
    """A name within the phrase: "Ralston shares"."""
    names = [i for i in range(measure.first, measure.last - 1) if parse.tag(i) in "NUA"]
    if not names or (names[-1] - names[0] != len(names) - 1 and parse.tag(names[0] + 1) not in "aNc-"):
        return None
    return parse.atoms.starts[names[0]], parse.atoms.ends[names[-1]]


def _complement(sentence: Sentence, measure: Phrase, cast: Cast) -> Span | None:
    parse = sentence.parse
    at = measure.last
    if parse.word(at) not in _OWNING:
        return None
    number = parse.phrase_at(at + 1)
    if number is None or parse.phrases[number].first != at + 1:
        return None
    first = last = parse.phrases[number]
    while parse.tag(last.last) in ",c" and parse.tag(
        last.last
    ):  # "for the abrasives, materials and services concern"
        step = last.last + (2 if parse.tag(last.last + 1) == "c" else 1)
        following = parse.phrase_at(step)
        if following is None or parse.phrases[following].first != step or parse.tag(step) in "dhrNUA":
            break
        last = parse.phrases[following]
    if parse.tag(first.first) == "h":
        return resolve(sentence, Phrase(first.first + 1, last.last), cast)
    if parse.tag(last.last) == "s":  # "in the company's abrasives segment"
        owned = parse.phrase_at(last.last + 1)
        if owned is not None:
            first = last = parse.phrases[owned]
    whole = Phrase(first.first, last.last)
    return None if sentence.is_measure(last) else resolve(sentence, whole, cast)


def remember(sentence: Sentence, cast: Cast) -> None:
    """Learn from a sentence whom the ones after it may speak of."""
    parse = sentence.parse
    for clause in parse.clauses[:4]:
        if clause.subject is None or clause.verb is None:
            continue
        phrase: Phrase | None = parse.phrases[clause.subject]
        if phrase is not None and (sentence.is_measure(phrase) or not _named(parse, phrase)):
            phrase = owner_before(sentence, phrase.first)
        if phrase is None or not _named(parse, phrase):
            continue
        if is_speaker(sentence, phrase) or (clause.say and _looks_like_a_person(parse, phrase, cast)):
            cast.person = parse.whole(phrase)
            continue
        if not _is_known_name(sentence, phrase, cast):
            continue
        cast.holder, cast.said = parse.whole(phrase), sentence.number
        cast.names |= _names(parse, phrase)
        return


def _named(parse: Parse, phrase: Phrase) -> bool:
    return any(parse.tag(i) in "NUA" for i in range(phrase.first, phrase.last))


def _is_known_name(sentence: Sentence, phrase: Phrase, cast: Cast) -> bool:
    """Whether a phrase is surely a name, no place and no mere first word of a sentence."""
    parse = sentence.parse
    if parse.whole(phrase) in cast.places:
        return False
    if cast.names & _names(parse, phrase):
        return True
    opening = phrase.first == parse.first or parse.tag(phrase.first - 1) in '"(;'
    capitals = [i for i in range(phrase.first, phrase.last) if parse.tag(i) in "NUA"]
    if opening and capitals == [phrase.first] and parse.tag(phrase.last) != ",":
        return phrase.last - phrase.first == 1 and not parse.word(phrase.first).endswith("s")
    return parse.tag(phrase.last - 1) in "NUAa"


def _looks_like_a_person(parse: Parse, phrase: Phrase, cast: Cast) -> bool:
    """Two names and no "Inc.", or a name spoken of as nobody's before."""
    tags = [parse.tag(i) for i in range(phrase.first, phrase.last)]
    return tags == ["N", "N"] and not cast.names & _names(parse, phrase)


def _names(parse: Parse, phrase: Phrase) -> set[str]:
    return {parse.word(i) for i in range(phrase.first, phrase.last) if parse.tag(i) in "NU"}


_MAKING = frozenset(
    "forced forces force ordered orders order asked asks ask allowed allows allow told tells tell urged urges"
    " enabled enables enable required requires require helped helps help obliged obliges compelled compels"
    " instructed permitted permits authorised authorized invited wanted wants pressed persuaded".split()
)


def made_to(sentence: Sentence, clause: Clause, atom: int) -> Phrase | None:
    """ "A court ordered the bank to pay $5 million": who is to do it, not who says so."""
    parse = sentence.parse
    if clause.verb is None:
        return None
    for at in range(clause.verb[1], min(atom, clause.verb[1] + 8)):
        if parse.tag(at) != "t":
            continue
        number = parse.phrase_ending(at)
        if number is None or sentence.is_measure(parse.phrases[number]):
            return None
        phrase = parse.phrases[number]
        return phrase if parse.word(phrase.first - 1) in _MAKING else None
    return None


_SHOWING = frozenset(
    "show shows showed shown put puts find finds found recorded reported gave counted".split()
)


def shows(parse: Parse, clause: Clause) -> bool:
    """ "A report showed losses of $4 million": the losses are not the report's."""
    return clause.verb is not None and parse.word(clause.verb[1] - 1) in _SHOWING
