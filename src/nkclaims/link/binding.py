"""What belongs to a number: what it measures, whose it is, what it is a share of, its direction, its time.

Sentence by sentence, number by number: first what the words around the number say, then what its clause says,
then what was said before. None where nothing does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from nkclaims.link import changed, gapping, holders, measures, periods
from nkclaims.link.holders import Cast
from nkclaims.link.periods import Periods
from nkclaims.link.relations import Relation, left, relation
from nkclaims.link.sentence import Sentence, Token, sentences
from nkclaims.link.settings import link_settings
from nkclaims.model.mention import Mention, Span
from nkclaims.read.clauses import Clause, Phrase
from nkclaims.read.context import Context

_SHARES = frozenset(["stake", "stakes", "share", "shares", "interest", "holding", "holdings"])
_COPIES: tuple[Relation, ...] = ("restated", "compared", "moved", "part", "to")


@dataclass(slots=True)
class _State:
    """What carries over from one sentence to the next."""

    cast: Cast = field(default_factory=Cast)
    periods: Periods = field(default_factory=Periods)


def bind(mentions: Sequence[Mention], context: Context) -> None:
    """Set of, holder, base, direction and the links "when" and "where" of numbers and changes.

    What a reader set already stays.
    """
    link_settings(mentions, context.atoms)
    state = _State()
    state.periods.years_ago.mentions = mentions
    state.cast.places = {(m.start, m.end) for m in mentions if m.kind == "place"}
    dates: dict[int, list[int]] = defaultdict(list)
    for position, mention in enumerate(mentions):
        if mention.kind == "date":
            dates[mention.sentence].append(position)
    seen = -1
    for sentence in sentences(mentions, context.atoms):
        _catch_up(sentence, seen, context, state)
        for number in range(seen + 1, sentence.number):
            periods.remember(number, context.atoms, mentions, dates.get(number, ()), state.periods)
        seen = sentence.number
        for token in sentence.numbers:
            _bind_number(sentence, token, state)
        for token in sentence.changes:
            _bind_change(sentence, token, state)
        holders.remember(sentence, state.cast)
        periods.remember(seen, context.atoms, mentions, dates.get(seen, ()), state.periods)


def _catch_up(sentence: Sentence, seen: int, context: Context, state: _State) -> None:
    """Learn of whom the two sentences before speak: they hold no number, so nobody has looked at them yet."""
    from nkclaims.link.sentence import sentence as bare

    for number in range(max(seen + 1, sentence.number - 2), sentence.number):
        holders.remember(bare(number, (), (), context.atoms), state.cast)


def _bind_number(sentence: Sentence, token: Token, state: _State) -> None:
    mention, parse = token.mention, sentence.parse
    rel = relation(sentence, token)
    _owned(sentence, token, state)
    _owner(sentence, token, state)
    previous = sentence.previous(token)
    if previous is not None and gapping.bind_gapped(sentence, token, previous):
        _finish(sentence, token, rel, previous, state)
        return
    own = measures.own_measure(sentence, token, rel)
    clause = parse.clause_at(token.first)
    copies = previous is not None and (rel in _COPIES or _follows_change(sentence, own, previous, token))
    if rel == "to" and previous is not None and parse.clause_at(previous.first) is not clause:
        copies = False
    subject = measures.subject_measure(sentence, clause, token)
    if own.of is None and (rel in ("by", "to") or (rel in ("compared", "restated") and not copies)):
        own.of = measures.moved_object(sentence, token)
    if own.direction is not None and mention.direction is None:
        mention.direction = own.direction
    if own.of is not None:
        mention.of = mention.of or parse.span(own.of)
        if previous is not None and periods.compared_with(sentence, token, rel):
            mention.holder = mention.holder or previous.mention.holder
        mention.holder = mention.holder or _holder(sentence, own.of, token, state)
    elif copies and previous is not None and (rel != "to" or previous.mention.of is not None):
        _copy(previous.mention, mention, rel)
    elif own.thing is not None and mention.kind == "money":
        mention.holder = mention.holder or parse.span(own.thing)
    elif subject is not None:
        mention.of = mention.of or parse.span(subject)
        mention.holder = mention.holder or _holder(sentence, subject, token, state)
        if (
            not sentence.is_measure(subject)
            and clause.subject is not None
            and parse.phrases[clause.subject] == subject
        ):
            _finish(sentence, token, rel, previous if copies else None, state)
            return
    if mention.holder is None:
        mention.holder = (
            previous.mention.holder if copies and previous else _holder(sentence, None, token, state)
        )
    _finish(sentence, token, rel, previous if copies else None, state)


def _finish(sentence: Sentence, token: Token, rel: Relation, previous: Token | None, state: _State) -> None:
    if token.mention.kind == "percentage":
        _base(sentence, token, state)
    _when(sentence, token, rel, previous, state)


def _owner(sentence: Sentence, token: Token, state: _State) -> None:
    """ "Li's $728 million plan", "cost the company $4 million"."""
    parse = sentence.parse
    owner = holders.owner_before(sentence, token.first)
    if owner is None:
        number = parse.phrase_ending(token.first)
        if number is None or parse.word(parse.phrases[number].first - 1) not in _COSTING:
            return
        owner = parse.phrases[number]
    token.mention.holder = token.mention.holder or holders.resolve(sentence, owner, state.cast)


_COSTING = frozenset(
    ["cost", "costs", "costing", "save", "saves", "saved", "saving", "fined", "fine", "fines", "fining"]
)
_OWNED = frozenset(("owned", "held", "controlled"))


def _owned(sentence: Sentence, token: Token, state: _State) -> None:
    """ "61%-owned by Li", "72% of it will be owned by Li": the owner stands after "by"."""
    parse = sentence.parse
    if token.mention.kind != "percentage":
        return
    last = parse.clauses[parse.clause_number(token.first)].last
    for at in range(token.last, min(last, token.last + 9)):
        if parse.word(at) in _OWNED and parse.word(at + 1) == "by":
            number = parse.phrase_at(at + 2)
            if number is None:
                return
            token.mention.of = (parse.atoms.starts[at], parse.atoms.ends[at])
            token.mention.holder = parse.whole(parse.phrases[number])
            clause = parse.clause_at(token.first)
            if at == token.last + 1 and clause.subject is not None and token.mention.base is None:
                token.mention.base = holders.resolve(sentence, parse.phrases[clause.subject], state.cast)
            return


def _bind_change(sentence: Sentence, token: Token, state: _State) -> None:
    """A change is of what its own number is of, else of what its words or its clause name."""
    mention = token.mention
    inner = changed.number_within(sentence, token)
    if inner is not None:
        mention.of, mention.holder = mention.of or inner.mention.of, mention.holder or inner.mention.holder
        for position, by in inner.mention.links.get("when", ()):
            mention.link("when", position, by)
        return
    thing = changed.changed_thing(sentence, token)
    if thing is not None:
        mention.of = mention.of or sentence.parse.span(thing)
        mention.holder = mention.holder or _holder(sentence, thing, token, state)
    found = periods.period_of(sentence, token, "plain", None, state.periods)
    if found is not None and found[1] != "carried":
        mention.link("when", *found)


def _follows_change(sentence: Sentence, own: measures.Measure, previous: Token, token: Token) -> bool:
    """ "$1.76 billion, a 13% increase from": the increase is of what was named before."""
    apposed = sentence.parse.tag(left(sentence, token)) in ",(;"
    return apposed and own.direction is not None and own.of is None and token.first - previous.last <= 8


def _copy(source: Mention, target: Mention, rel: Relation) -> None:
    target.of = target.of or source.of
    target.holder = target.holder or source.holder
    if source.kind == target.kind == "percentage" and source.direction is None:
        target.base = target.base or source.base
    if rel in ("restated", "part") and target.direction is None:
        target.direction = source.direction


def _holder(sentence: Sentence, measure: Phrase | None, token: Token, state: _State) -> Span | None:
    """Whose a measure (or, without one, the number) is."""
    parse = sentence.parse
    if measure is not None:
        named = holders.possessor(sentence, measure, state.cast)
        if named is not None:
            return named
    number = parse.clause_number(token.first)
    if measure is None and _counts_its_subject(sentence, parse.clauses[number], token):
        return None
    made = holders.made_to(sentence, parse.clauses[number], token.first)
    if made is not None:
        return holders.resolve(sentence, made, state.cast)
    for clause in parse.clauses[number::-1]:
        if clause.subject is None or (clause.verb is None and not clause.first <= token.first < clause.last):
            continue
        phrase = parse.phrases[clause.subject]
        if sentence.is_measure(phrase):
            if phrase.last <= token.first:
                owner = holders.possessor(sentence, phrase, state.cast)
                if owner is not None:
                    return owner
            continue
        if (clause.say or holders.shows(parse, clause)) and holders.is_speaker(sentence, phrase):
            break
        if phrase == measure and parse.tag(phrase.first) == "h":
            continue  # "his contract is worth $5 million": not the contract's
        if parse.word(phrase.first) == "it" and (named := _named_before(sentence, clause)) is not None:
            return named
        found = holders.resolve(sentence, phrase, state.cast)
        if found is not None:
            return found
    if token.mention.kind == "quantity" or (measure is not None and not sentence.is_measure(measure)):
        return None  # what was counted is not another's for having been named before
    return state.cast.recent(sentence.number)


def _counts_its_subject(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """ "denied that 40 people died": those counted are their own holder, not who speaks of them."""
    if token.mention.kind != "quantity" or clause.verb is None or clause.say:
        return False
    subject = sentence.parse.phrases[clause.subject] if clause.subject is not None else None
    opens = token.first <= clause.first + 2
    return opens and token.last <= clause.verb[0] and (subject is None or subject.first >= token.first)


def _named_before(sentence: Sentence, clause: Clause) -> Span | None:
    """ "Li Corp. said it will": whom "it" means within the sentence."""
    parse = sentence.parse
    for earlier in parse.clauses:
        if earlier is clause:
            return None
        if earlier.subject is not None and earlier.verb is not None:
            phrase = parse.phrases[earlier.subject]
            named = any(parse.tag(i) in "NUA" for i in range(phrase.first, phrase.last))
            if named and not holders.is_speaker(sentence, phrase):
                return parse.whole(phrase)
    return None


def _base(sentence: Sentence, token: Token, state: _State) -> None:
    """ "70 per cent of income", "a 5% stake in Li Corp."."""
    mention, parse = token.mention, sentence.parse
    if mention.base is not None or mention.direction is not None:
        return
    at = token.last
    if gapping.is_one_in(parse, token):
        number = parse.phrase_at(at)
        if number is not None and parse.phrases[number].first == at:
            mention.base = parse.span(parse.phrases[number])
            return
    if parse.tag(at) == "o":
        mention.base = _phrase_from(sentence, at + 1)
        return
    if token.last < parse.last and parse.word(at) in _SHARES and parse.tag(at + 1) == "o":
        mention.base = _phrase_from(sentence, at + 2)
        return
    number = parse.phrase_at(at)
    if number is None or parse.phrases[number].first != at:
        return
    phrase = parse.phrases[number]
    if sentence.head(phrase) in _SHARES and parse.word(phrase.last) in ("in", "of"):
        base = parse.phrase_at(phrase.last + 1)
        if base is not None and parse.phrases[base].first == phrase.last + 1:
            mention.base = parse.span(parse.phrases[base])


def _phrase_from(sentence: Sentence, atom: int) -> Span | None:
    parse = sentence.parse
    number = parse.phrase_at(atom)
    if number is None or parse.phrases[number].first != atom:
        start = atom + (parse.tag(atom) == "d")
        counted = next(
            (n.mention for n in sentence.numbers if n.first == start and n.mention.kind == "quantity"), None
        )
        if counted is not None:
            return counted.start, counted.end  # 76 per cent of the 24,000 seats
        return _clause_of(sentence, atom)
    return parse.span(parse.phrases[number])


def _clause_of(sentence: Sentence, atom: int) -> Span | None:
    """ "what a worker earns": a clause may be what a share is of."""
    parse = sentence.parse
    if parse.word(atom) != "what":
        return None
    clause = parse.clause_at(atom)
    last = clause.verb[1] if clause.verb is not None else clause.last
    return parse.atoms.starts[atom], parse.atoms.ends[last - 1]


def _when(sentence: Sentence, token: Token, rel: Relation, previous: Token | None, state: _State) -> None:
    inherited = None
    if previous is not None and not periods.compared_with(sentence, token, rel):
        rows = previous.mention.links.get("when", [])
        inherited = rows[0][0] if rows else None
    if rel == "restated" and previous is not None and inherited is None:
        return
    found = periods.period_of(sentence, token, rel, inherited, state.periods)
    if found is not None:
        token.mention.link("when", *found)
