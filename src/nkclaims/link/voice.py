"""Who says a claim, how it is told, and how far the text stands behind it.

Quotation marks are followed across sentences; "it added" is the last one who spoke. A sentence without a verb
of saying, outside quotation, is the paper's own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from nkclaims.link.stance import STANCE_WORDS, of_realis, stance_of, stances
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention, Span
from nkclaims.read.clauses import Clause, Parse, Phrase, parse, sentence_words
from nkclaims.read.context import Context
from nkclaims.read.sayings import SAYING, closes

_KINDS = frozenset((*NUMBER_KINDS, "event", "change"))
_SPEAKING_PRONOUNS = frozenset(["he", "she", "it", "they"])
_VIEWS = frozenset(
    [
        "estimated",
        "estimates",
        "estimate",
        "believe",
        "believes",
        "believed",
        "expects",
        "expected",
        "predicts",
        "predicted",
        "forecast",
        "forecasts",
        "projected",
        "see",
        "sees",
        "saw",
    ]
)
_ACTIONS = frozenset(
    "reported announced reports disclosed agreed denied promised pledged offered cited found"
    " showed shows recorded records spoke speaks gave gives put puts counted counts heard".split()
)
"""Verbs that report with an object of their own: "Li reported a loss" is said by Li all the same."""


_HAVING = frozenset(("has", "have", "had"))
_PERFECT = frozenset("heard reported announced disclosed promised pledged recorded cited found".split())
_DOCUMENTS = frozenset("survey report study poll analysis review audit estimate count".split())


@dataclass(slots=True)
class _Speech:
    """Where in a sentence somebody's words are: atoms first..last, and who says them."""

    first: int
    last: int
    source: Span | None


def give_voices(mentions: Sequence[Mention], context: Context) -> None:
    """Set source, manner and stance of every number, change and event."""
    rows: dict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        if mention.kind in _KINDS:
            rows[mention.sentence].append(mention)
    quotes = _quoted(context)
    starts = [start for start, _ in quotes]
    for number in sorted(rows):
        # A parse that could change nothing is not made.
        parsed = None if _is_plain(number, context) else parse(context.atoms, number)
        speeches = [] if parsed is None else _speeches(parsed, number, context)
        for mention in rows[number]:
            atom = context.atoms.covering(mention.start)
            source = next((s.source for s in speeches if s.first <= atom < s.last), None)
            at = bisect_right(starts, mention.start) - 1
            inside = at >= 0 and mention.start < quotes[at][1]
            if inside and source is None:
                source = _speaker_around(number, quotes[at], context)
            mention.source = source
            mention.manner = "quoted" if inside else "reported" if source is not None else "narrated"
            if parsed is None:
                mention.stance = of_realis(mention) or "asserted"
            else:
                mention.stance = stance_of(parsed, atom, mention)


def _is_plain(number: int, context: Context) -> bool:
    """Whether none of a sentence's words says that somebody speaks, doubts, plans or sets a condition."""
    tags, words = sentence_words(context.atoms, number)
    return "S" not in tags and _telling_words().isdisjoint(words)


@cache
def _telling_words() -> frozenset[str]:
    """Every word that :func:`_speeches` or :func:`nkclaims.link.stance.stance_of` look for."""
    return frozenset().union(_ACCORDING, _ACTIONS, _VIEWS, _PERFECT, SAYING, STANCE_WORDS, stances())


def _quoted(context: Context) -> list[Span]:
    """The stretches between quotation marks, by start; one may go on over several paragraphs."""
    text = context.atoms.text
    if not any(mark in text for mark in _MARKS):
        return []
    out: list[Span] = []
    opened: int | None = None
    atoms = context.atoms
    for index, word in enumerate(atoms.words):
        if word not in _MARKS:
            if word == "\n" and opened is not None and not _reopens(atoms.words, index):
                out.append((opened, atoms.starts[index]))  # never closed: it ends with its paragraph
                opened = None
            continue
        start, end = atoms.starts[index], atoms.ends[index]
        closing = word == "”" or (word == '"' and opened is not None and not text[end : end + 1].isalnum())
        if closing:
            if opened is not None:
                out.append((opened, start))
            opened = None
        else:
            opened = end if opened is None or word == "“" else opened
    return out


_MARKS = frozenset('"“”')


def _reopens(words: list[str], index: int) -> bool:
    following = next((w for w in words[index + 1 : index + 3] if w != "\n"), "")
    return following in _MARKS


def _speaker_around(number: int, quote: Span, context: Context) -> Span | None:
    """Who speaks a quotation of several sentences: the verb of saying in a sentence it begins or ends in."""
    atoms = context.atoms
    first = atoms.sentence_of(max(0, atoms.covering(quote[0])))
    last = atoms.sentence_of(min(len(atoms.words) - 1, atoms.at(quote[1])))
    for n in dict.fromkeys((first, last, first - 1)):
        if 0 <= n < len(atoms.sentences) and n != number:
            for speech in _speeches(parse(atoms, n), n, context):
                if speech.source is not None:
                    return speech.source
    return None


def _speeches(parse: Parse, number: int, context: Context) -> list[_Speech]:
    """Who says what part of a sentence."""
    out: list[_Speech] = []
    _according(parse, out)
    for n, clause in enumerate(parse.clauses):
        if not clause.say and not _reports(parse, clause):
            continue
        speaker = _speaker(parse, clause)
        if speaker is None or parse.word(speaker.last - 1)[:1].isdigit() or _is_share(parse, speaker):
            continue
        source = parse.whole(_author(parse, speaker, clause))
        if parse.word(speaker.first) in ("i", "we", "you"):
            continue  # within a quotation: its speaker is looked for outside
        if parse.word(speaker.first) in _SPEAKING_PRONOUNS:
            source = _spoke_before(number, context) or source
        trailing = _trails(parse, n, clause, speaker)
        if out and not trailing and _sets_against(parse, clause):
            out[-1].last = min(out[-1].last, clause.first)
        first = parse.first if trailing else speaker.first
        out.append(_Speech(first, parse.last, source))
    return out


def _is_share(parse: Parse, speaker: Phrase) -> bool:
    """ "Some 70pc of staff agreed": a share of people is counted, nobody's words are given."""
    return any(parse.word(at)[:1].isdigit() for at in range(speaker.first, speaker.last)) and (
        parse.tag(speaker.last) == "o" or parse.word(speaker.last - 1) in ("pc", "percent", "%")
    )


def _sets_against(parse: Parse, clause: Clause) -> bool:
    """ "…, police said, but the union put it at 50": another speaks from here on."""
    opening = parse.tag(clause.first) + parse.tag(clause.first + 1)
    return opening[0] in "k;" or opening in (",k", ",c")


def _spoke_before(number: int, context: Context) -> Span | None:
    """Who spoke last, in the three sentences before one: whom "it added" means."""
    for n in range(number - 1, max(-1, number - 4), -1):
        parsed = parse(context.atoms, n)
        for clause in reversed(parsed.clauses):
            speaker = _speaker(parsed, clause) if clause.say or _reports(parsed, clause) else None
            if speaker is not None and parsed.tag(speaker.first) != "r":
                return parsed.whole(speaker)
    return None


def _reports(parse: Parse, clause: Clause) -> bool:
    """ "Li reported a loss of", "the bank estimates that": a report without a clause of its own."""
    if clause.verb is None:
        return False
    word = parse.word(clause.verb[1] - 1)
    if word in _ACTIONS and parse.tag(clause.verb[0]) != "x":
        return word not in _GIVING or _gives_a_figure(parse, clause, word)
    if word in _PERFECT and parse.word(clause.verb[1] - 2) in _HAVING:
        return True
    return word in _VIEWS and parse.word(clause.verb[0]) not in ("is", "was", "are", "were", "be", "been")


_GIVING = frozenset(("put", "puts", "gave", "gives"))


def _gives_a_figure(parse: Parse, clause: Clause, word: str) -> bool:
    """ "put the toll at 40", "gave its reserves as"; a poll gives figures, a donor gives money."""
    assert clause.verb is not None
    words = parse.words()[clause.verb[1] - parse.first : clause.last - parse.first]
    if word in ("put", "puts"):
        return "at" in words
    subject = parse.phrases[clause.subject] if clause.subject is not None else None
    return "as" in words or (subject is not None and parse.word(subject.last - 1) in _DOCUMENTS)


def _speaker(parse: Parse, clause: Clause) -> Phrase | None:
    """The subject of a verb of saying; after it where the two are turned round ("says Li")."""
    if clause.verb is None:
        return None
    if clause.subject is not None and parse.phrases[clause.subject].last <= clause.verb[0]:
        return _by_name(parse, parse.phrases[clause.subject], clause.verb[0])
    number = parse.phrase_at(clause.verb[1])
    if (
        number is not None
        and parse.phrases[number].first == clause.verb[1]
        and parse.tag(clause.verb[0] - 1) in ',"/'
    ):
        phrase = parse.phrases[number]
        if number + 1 < len(parse.phrases) and parse.phrases[number + 1].first == phrase.last:
            return parse.phrases[number + 1]
        return phrase
    return None


def _author(parse: Parse, phrase: Phrase, clause: Clause) -> Phrase:
    """ "A survey of 900 tenants by the union found": who made it, where that is said."""
    if clause.verb is None or parse.word(phrase.last - 1) not in _DOCUMENTS:
        return phrase
    for at in range(phrase.last, min(clause.verb[0], phrase.last + 8)):
        if parse.tag(at) in ",;w":
            break
        if parse.word(at) == "by":
            number = parse.phrase_at(at + 1)
            return parse.phrases[number] if number is not None and parse.tag(at + 1) != "y" else phrase
    return phrase


def _by_name(parse: Parse, phrase: Phrase, verb: int) -> Phrase:
    """ "the mayor, Ana Ruiz, said": the name, where only the second of the two has one; with its owner."""
    owner = parse.phrase_ending(phrase.first - 1) if parse.tag(phrase.first - 1) == "s" else None
    if owner is not None:
        return Phrase(parse.phrases[owner].first, phrase.last)  # the governor's office
    if parse.tag(phrase.last) != "," or parse.tag(verb - 1) != "," or _has_name(parse, phrase):
        return phrase
    number = parse.phrase_at(phrase.last + 1)
    if number is None:
        return phrase
    other = parse.phrases[number]
    return other if other.last == verb - 1 and _has_name(parse, other) else phrase


def _has_name(parse: Parse, phrase: Phrase) -> bool:
    return any(parse.tag(i) in "NA" for i in range(phrase.first, phrase.last))


def _trails(parse: Parse, n: int, clause: Clause, speaker: Phrase) -> bool:
    """Whether the saying stands after what is said: ", the company said on Monday." """
    if n == 0:
        return False
    assert clause.verb is not None
    if speaker.first >= clause.verb[1]:
        return True  # "…," said Li
    if parse.tag(clause.first) in ',"' and speaker.first > clause.first:
        return closes(parse, clause.verb[1] - parse.first)
    rest = parse.tags[clause.verb[1] - parse.first :]
    return not rest.strip(".\"'") or rest[0] in '.,"'


def _according(parse: Parse, out: list[_Speech]) -> None:
    """ "according to Li" speaks for the whole sentence, "by the estimate of researchers" likewise."""
    if _ACCORDING.isdisjoint(parse.words()):
        return
    for i in range(parse.first, parse.last - 1):
        if parse.tag(i) == "p" and parse.word(i) == "according" and parse.word(i + 1) == "to":
            number = parse.phrase_at(i + 2)
            if number is not None:
                out.append(_Speech(parse.first, parse.last, parse.whole(parse.phrases[number])))
        elif parse.word(i) in _RECKONINGS and parse.word(i + 1) == "of" and _by(parse, i):
            number = parse.phrase_at(i + 2)
            if number is not None:
                out.append(
                    _Speech(parse.first, parse.last, parse.whole(_with_owned(parse, parse.phrases[number])))
                )


_RECKONINGS = frozenset(
    "count estimate estimates reckoning account accounts figures calculation calculations words view opinion".split()
)
_ACCORDING = _RECKONINGS | {"according"}


def _by(parse: Parse, atom: int) -> bool:
    """ "by the count of", "going by the estimates of", "in the words of"."""
    return (parse.tag(atom - 1) in "dh" and parse.word(atom - 2) in ("by", "in")) or parse.word(
        atom - 1
    ) == "by"


def _with_owned(parse: Parse, phrase: Phrase) -> Phrase:
    """ "Panama's migration service": owner and owned."""
    if parse.tag(phrase.last) == "s":
        number = parse.phrase_at(phrase.last + 1)
        if number is not None:
            return Phrase(phrase.first, parse.phrases[number].last)
    return phrase
