"""What a word of change is of: "the price has doubled", "Volania doubled the levy", "a doubled quota"."""

from __future__ import annotations

from nkclaims.link.sentence import Sentence, Token
from nkclaims.read.clauses import Phrase


def number_within(sentence: Sentence, change: Token) -> Token | None:
    """The number that the change's own words hold: the 5 per cent of "rose 5 per cent"."""
    return next((n for n in sentence.numbers if change.first < n.last and n.first < change.last), None)


def changed_thing(sentence: Sentence, change: Token) -> Phrase | None:
    """The phrase that names what has changed; None where the words do not say ("doubled it")."""
    parse = sentence.parse
    tag = parse.tag(change.first)
    number = parse.phrase_at(change.first)
    if tag in "jn" and number is not None:  # a doubled quota
        rest = Phrase(change.last, parse.phrases[number].last)
        return rest if rest.last > rest.first else _after_of(sentence, change.last)
    following = parse.phrase_at(change.last)
    if following is not None and parse.phrases[following].first == change.last:
        phrase = parse.phrases[following]
        return None if parse.tag(phrase.first) == "r" else _owned(sentence, phrase)
    clause = parse.clause_at(change.first)
    if clause.subject is None:
        return None
    subject = parse.phrases[clause.subject]
    named = any(parse.tag(i) in "NUAr" for i in range(subject.first, subject.last))
    return subject if subject.last <= change.first and (not named or sentence.is_measure(subject)) else None


def _owned(sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "doubled its workers' quota": the quota."""
    parse = sentence.parse
    if parse.tag(phrase.last) == "s":
        number = parse.phrase_at(phrase.last + 1)
        if number is not None:
            return parse.phrases[number]
    return phrase


def _after_of(sentence: Sentence, atom: int) -> Phrase | None:
    parse = sentence.parse
    if parse.word(atom) not in ("of", "in"):
        return None
    number = parse.phrase_at(atom + 1)
    return parse.phrases[number] if number is not None and parse.phrases[number].first == atom + 1 else None
