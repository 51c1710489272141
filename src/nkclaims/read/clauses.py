"""Noun phrases and clauses of a sentence, over its tags (see :mod:`nkclaims.read.tagging`).

No model: regular expressions over one character an atom. What is found is meant for links, which ask for the
subject of a clause, its verb, the phrase before and after a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Span
from nkclaims.read.parsed import Clause, Parse, Phrase
from nkclaims.read.sayings import sayings, says, turns_round
from nkclaims.read.tagging import sentence_tags

__all__ = ["Clause", "Parse", "Phrase", "parse", "sentence_words"]

# A phrase: a determiner, then adjectives, nouns and names; an "&" or "and" between names; "Bank of China".
_PHRASE = re.compile(
    r"[dh]?(?:(?:[jmnNUAyG0]a?|[pb](?=-[jnmN])|(?<=[Na])(?:c|,)(?=[NA])(?<=[Na]c)|(?<=U)od?(?=[NU])|-(?=[jnmNUVGvy0pbt])|(?<=-)[VGvpbt](?=[-jnmNUV])|(?<=[NA])c(?=[NUA])|(?<=N)s(?=[ASxV]))*(?:[jmnNUAy]a?|(?<=-)[pbV]|(?<=[NnU])G(?=[xVo,.])|(?<=N)s(?=[Sx]))|r)"
)
_VERB = re.compile(r"x[xb]*[VvGS]?|S|b?V|b?v")
_SUBJECT_START = "dhNUmrAj"


def parse(atoms: Atoms, sentence: int, marks: Iterable[tuple[int, int, str]] = ()) -> Parse:
    """A sentence's phrases and clauses.

    marks  (first atom, one past the last, tag) of stretches known already, such as amounts: they count as one
           token with that tag and go into no phrase

    >>> from nkclaims.atoms.scan import scan
    >>> p = parse(scan("Net income at Li Corp. fell 3%, the company said."), 0)
    >>> [" ".join(p.atoms.words[f.first:f.last]) for f in p.phrases]
    ['Net income', 'Li Corp .', 'the company']
    """
    marks = tuple(marks)
    place = _Place(atoms, sentence)
    return _parse(place, marks) if marks else _plain(place)


def sentence_words(atoms: Atoms, sentence: int) -> tuple[str, list[str]]:
    """A sentence's tags and its words in lower case, without a parse."""
    return _words(_Place(atoms, sentence))


class _Place:
    """A sentence of a text, as a key: the very same atoms and number."""

    __slots__ = ("atoms", "sentence")

    def __init__(self, atoms: Atoms, sentence: int) -> None:
        self.atoms, self.sentence = atoms, sentence

    def __hash__(self) -> int:
        return id(self.atoms) + self.sentence

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Place) and other.atoms is self.atoms and other.sentence == self.sentence


@lru_cache(maxsize=512)
def _plain(place: _Place) -> Parse:
    """Several links look at a sentence: it is parsed once for all of them. Nobody changes a parse."""
    return _parse(place, ())


@lru_cache(maxsize=512)
def _words(place: _Place) -> tuple[str, list[str]]:
    """A sentence's tags and lower-cased words, which its parse with marks and that without have in common."""
    first, last = place.atoms.sentences[place.sentence]
    return sentence_tags(place.atoms, first, last), place.atoms.lower(first, last)


def _parse(place: _Place, marks: tuple[tuple[int, int, str], ...]) -> Parse:
    first, last = place.atoms.sentences[place.sentence]
    tags, lower = _words(place)
    for a, b, mark in marks:
        a, b = max(a, first) - first, min(b, last) - first
        if a < b:
            rest = "j" if mark == "j" else "_"  # "a two-week strike": an adjective like others
            tags = tags[:a] + mark + rest * (b - a - 1) + tags[b:]
    out = Parse(place.atoms, first, last, tags, _lower=lower)
    spans = [match.span() for match in _PHRASE.finditer(tags)]
    out.phrases = [Phrase(first + a, first + b) for a, b in spans]
    out._phrase_starts = [first + a for a, _ in spans]
    out.clauses = _clauses(out)
    out._clause_starts = [clause.first for clause in out.clauses]
    return out


def _clauses(parse: Parse) -> list[Clause]:
    tags, first = parse.tags, parse.first
    verbs = [verb for m in _VERB.finditer(tags) if _finite(parse, *(verb := m.span()))]
    said = {verb for verb in verbs if says(parse, *verb)}
    starts = _starts(parse, verbs, said)
    out: list[Clause] = []
    following = 0
    for start, end in zip(starts, [*starts[1:], len(tags)], strict=True):
        clause = Clause(first + start, first + end)
        while following < len(verbs) and verbs[following][0] < start:
            following += 1
        if following < len(verbs) and verbs[following][0] < end:
            verb = verbs[following]
            clause.verb = (first + verb[0], first + verb[1])
            clause.say = verb in said
        clause.subject = _subject(parse, clause, out)
        out.append(clause)
    return out


def _finite(parse: Parse, start: int, end: int) -> bool:
    """Whether a verb can be a clause's: not a participle after a comma or before "by", not an infinitive."""
    tags = parse.tags
    group = tags[start:end].lstrip("b")
    before = tags[start - 1] if start else ""
    if group[0] == "x":
        return True
    if before in "tdh" and before:
        return False
    if group[0] == "V":
        by = parse.word(parse.first + end) == "by" and parse.tag(parse.first + end + 1) not in "#%Q0$"
        participle = before == "," and tags[end : end + 1] in ("p", "t")
        return bool(before) and not by and not participle and before not in "-"
    if group[0] == "v":
        if before == "c":
            return tags[end : end + 1] in ("d", "h")  # runs a shop and owns the house
        if end == len(tags):  # a headline: "…, shares slip"
            return before in "nm" and start > 1 and tags[start - 2] in ",;"
        return before in 'nmNUAarw_s)",' and tags[end] != "o"
    return bool(before) or parse.tag(parse.first + end) in 'NdUrhA"'


_BREAKS = re.compile(r'[;k()"w,c]')


def _starts(parse: Parse, verbs: list[Span], said: set[Span]) -> list[int]:
    """Where clauses begin (positions in the tags)."""
    tags = parse.tags
    breaks = [match.start() for match in _BREAKS.finditer(tags)]
    parted = sayings(parse, verbs, said) if said else frozenset()
    if not breaks and not parted:
        return [0]
    begun = [a for a, _ in verbs]
    out = [0]
    relative = False
    for i in sorted(parted.union(breaks)) if parted else breaks:
        if i >= len(tags):
            break
        here = tags[i]
        if i in parted:
            out.append(i)
        if here in ';k()"':
            out.append(i)
            relative = False
        elif here == "w":
            out.append(i)
            relative = bool(i and tags[i - 1] == ",")
        elif here in ",c":
            after = i + 1 + (tags[i + 1 : i + 2] == "c")
            has_verb = bisect_left(begun, out[-1]) < bisect_left(begun, i)
            joined = relative or "c" in tags[i:after]
            told = out[-1] in parted and "c" in tags[i:after]  # "announced losses and said"
            if after in begun and (tags[after] != "S" or joined) and (has_verb or relative or told):
                out.append(i)
                relative = False
            elif (has_verb or tags[out[-1]] in "pGVvbkyT") and _opens(parse, verbs, after):
                out.append(i)
    return sorted(set(out))


def _opens(parse: Parse, verbs: list[Span], at: int) -> bool:
    """Whether a subject with its verb begins here: a phrase, perhaps with "of …", and a finite verb."""
    tags = parse.tags
    joined = tags[at - 1] == "c" and at < len(tags) and tags[at] in "nj"
    if at >= len(tags) or (tags[at] not in _SUBJECT_START and not joined):
        return False
    if joined:
        number = parse.phrase_at(parse.first + at)
        end = parse.phrases[number].last - parse.first if number is not None else at
        return any(a == end for a, _ in verbs)  # ", and room rates will be"
    verb = next((a for a, _ in verbs if a > at), None)
    return verb is not None and not any(c in ',;k"()w.' for c in tags[at:verb])


def _subject(parse: Parse, clause: Clause, before: list[Clause]) -> int | None:
    """The first phrase before the verb that no preposition governs; else what the clause before had."""
    tags, first = parse.tags, parse.first
    end = clause.verb[0] if clause.verb else clause.last
    opening = tags[clause.first - first]
    turned = clause.say and clause.verb is not None and clause.verb[0] == clause.first
    if turned and clause.verb is not None and turns_round(parse, clause.verb[0] - first):
        return parse.phrase_at(clause.verb[1])
    if clause.verb is not None or opening not in ",ck;()":
        found = _free_phrase(parse, clause.first, end)
        if found is not None:
            return found
    if opening == "w":
        return parse.phrase_ending(clause.first - (parse.tag(clause.first - 1) == ","))
    outer = [c for c in before if parse.tag(c.first) != "w"] if opening == "," else before
    row = outer or before
    if clause.verb is not None and opening in ",c" and row:
        return next((c.subject for c in reversed(row) if c.verb is not None), row[-1].subject)
    if row and not row[-1].say:
        return row[-1].subject
    return None


def _free_phrase(parse: Parse, start: int, end: int) -> int | None:
    """The first phrase in a stretch that is governed by no preposition, is no time and owns nothing."""
    tags, begin = parse.tags, parse.first
    for i in range(bisect_left(parse._phrase_starts, start), bisect_left(parse._phrase_starts, end)):
        phrase = parse.phrases[i]
        first, last = phrase.first - begin, phrase.last - begin
        if tags[last : last + 1] == "s":
            continue
        if first and (tags[first - 1] in "pot-" or (phrase.first > start and tags[first - 1] in "GVv")):
            continue
        if tags[first:last].strip("y0d-jbT_") or phrase.last == end:
            return i
    return None
