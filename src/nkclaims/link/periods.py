"""The time a number holds for: a date beside it, in its clause, its sentence, or carried from one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nkclaims.atoms.scan import Atoms
from nkclaims.link.measures import after
from nkclaims.link.relations import Relation, left, relation
from nkclaims.link.sentence import Sentence, Token
from nkclaims.link.yardsticks import COMPARISON, YearsAgo, is_yardstick
from nkclaims.model.mention import LinkBy, Mention
from nkclaims.model.values import Date

REACH = 8
"""Sentences a period is carried on for: results stories name the quarter once and go on from there."""
_ACCOUNTS = frozenset(
    ["quarter", "half", "months", "month", "year", "fiscal", "period", "week", "season", "weeks"]
)


SUPERLATIVE = 7
"""Atoms before "since" in which it may stand: "its worst crop in volume since"."""
_MOST = frozenset(["most", "least", "worst", "best", "first", "record", "strongest"])
_SET_AGAINST = frozenset(["above", "below", "than", "against", "compared", "peak", "from"])
"""A period behind one of these is one that figures are compared with, and what follows is not of it."""
ASIDE = 9


@dataclass(slots=True)
class Periods:
    """What has been said so far: the running period, the one compared with, and where (sentence numbers).

    passing  a time that opened a sentence and is no period of account: it holds to the end of its paragraph
    """

    running: int | None = None
    said: int = -99
    passing: int | None = None
    passed: int = -99
    compared: int | None = None
    compared_said: int = -99
    years_ago: YearsAgo = field(default_factory=YearsAgo)


def is_comparison(sentence: Sentence, date: Token) -> bool:
    """Whether a date is one that figures are compared with: "a year earlier", "the year-ago quarter"."""
    return bool(COMPARISON & set(sentence.parse.atoms.lower(date.first, date.last)))


def _is_point(mention: Mention) -> bool:
    value = mention.value
    if not isinstance(value, Date):
        return False
    if value.timex.type in ("DATE", "TIME"):
        return not value.timex.value.endswith("_REF") or value.timex.value == "PRESENT_REF"
    return value.timex.type == "DURATION" and (value.earliest is not None or _is_span_of_account(mention))


def _is_span_of_account(mention: Mention) -> bool:
    """ "the nine months", a stretch that results are given for even where its ends are not worked out."""
    value = mention.value
    return (
        isinstance(value, Date)
        and value.timex.value in ("P3M", "P6M", "P9M", "P12M")
        and value.earliest is None
    )


def period_of(
    sentence: Sentence, token: Token, rel: Relation, previous: int | None, periods: Periods
) -> tuple[int, LinkBy] | None:
    """The date a number holds for and by what right; None where nothing says so.

    previous  the date of the number that this one is compared with or restates
    """
    dates = [
        d
        for d in sentence.dates
        if _is_point(d.mention)
        and not (
            _inside(d, token)
            or _ends(sentence, d)
            or _since_record(sentence, d, token)
            or is_yardstick(sentence, d, token)
        )
    ]
    beside = _beside(sentence, token, dates)
    if beside is not None:
        return beside.position, "clause"
    compared = [d for d in dates if is_comparison(sentence, d)]
    plain = [d for d in dates if d not in compared]
    if compared_with(sentence, token, rel):
        later = [d for d in compared if d.first >= token.last]
        if later or compared:
            return (later or compared)[0].position, "clause"
        if plain and _after_compare(sentence, token, plain):
            return _after_compare(sentence, token, plain)[0].position, "clause"
        if periods.years_ago.days_of_last(sentence, token) is not None:
            return periods.years_ago.before(sentence, token)
        fresh = periods.compared_said >= periods.said and sentence.number - periods.compared_said <= REACH
        return (periods.compared, "carried") if periods.compared is not None and fresh else None
    if previous is not None:
        return previous, "sentence"
    plain = [d for d in plain if not _of_a_compared(sentence, d) and not _in_an_aside(sentence, d, token)]
    number = sentence.parse.clause_number(token.first)
    row = [d for d in plain if sentence.parse.clause_number(d.first) == number]
    if row:
        return min(row, key=lambda d: _distance(d, token)).position, "clause"
    opening = [d for d in compared if d.first <= sentence.parse.first + 6 and d.last <= token.first]
    if opening:
        return opening[-1].position, "sentence"
    if plain:
        return min(plain, key=lambda d: _distance(d, token)).position, "sentence"
    if (
        periods.passing is not None
        and periods.passed >= periods.said
        and _one_paragraph(sentence, periods.passed)
    ):
        return periods.passing, "carried"
    if periods.running is not None and sentence.number - periods.said <= REACH:
        return periods.running, "carried"
    return None


def compared_with(sentence: Sentence, token: Token, rel: Relation) -> bool:
    """Whether a number is what another is compared with, by its own measure too: "with earnings of $33 m"."""
    if rel != "of":
        return rel == "compared"
    if sentence.previous(token) is None:
        return False  # "profit from continuing operations of $4 million"
    number = sentence.parse.phrase_ending(left(sentence, token))
    if number is None:
        return False
    at = sentence.parse.phrases[number].first - 1
    while sentence.parse.tag(at) in "T_":
        at -= 1
    return sentence.parse.word(at) in ("from", "against", "versus", "than") or (
        sentence.parse.word(at) in ("with", "to") and sentence.parse.word(at - 1) in ("compared", "contrast")
    )


def _of_a_compared(sentence: Sentence, date: Token) -> bool:
    """Whether a date belongs to a figure compared with: "…, from $33 million, or $2 a share, last year"."""
    for number in reversed([n for n in sentence.numbers if n.last <= date.first]):
        rel = relation(sentence, number)
        if rel != "restated":
            return compared_with(sentence, number, rel)
    return False


def _after_compare(sentence: Sentence, token: Token, dates: list[Token]) -> list[Token]:
    """The dates after a number, up to the next that does not just restate it."""
    others = (n for n in sentence.numbers if n.first > token.first and relation(sentence, n) != "restated")
    limit = next((n.first for n in others), sentence.parse.last)
    return [d for d in dates if token.last <= d.first < limit]


def _in_an_aside(sentence: Sentence, date: Token, token: Token) -> bool:
    """Whether a date ends an aside that the number is no part of: "grants, halted in 2021, come back with $5"."""
    parse = sentence.parse
    if parse.word(date.last) != ",":
        return False
    at = date.first - 1
    while at > parse.first and parse.word(at) != ",":
        at -= 1
    if not (token.last <= at or token.first >= date.last) or parse.word(at) != ",":
        return False
    return at > parse.first and (parse.tag(at + 1) in "VG" or parse.word(at + 1) == "having")


def _ends(sentence: Sentence, date: Token) -> bool:
    """Whether a date only says when a period ended: "the year ended Sept. 30", "the nine months to September"."""
    before = sentence.parse.word(date.first - 1)
    if before in ("to", "through", "until"):
        return any(d.last == date.first - 1 and _is_point(d.mention) for d in sentence.dates)
    return before in ("ended", "ending", "ends")


def _since_record(sentence: Sentence, date: Token, token: Token) -> bool:
    """ "the lowest total since 2003": since when there was no such number, not what it holds for.

    What goes on with that time is of it: "since 2003, when it was 498".
    """
    parse = sentence.parse
    goes_on = "when" in (parse.word(date.last), parse.word(date.last + 1))
    if goes_on and token.first >= date.last:
        return False
    if parse.word(date.first - 1) != "since":
        return False
    words = sentence.parse.atoms.lower(max(parse.first, date.first - SUPERLATIVE), date.first - 1)
    return any(word in _MOST or (word.endswith("est") and len(word) > 4) for word in words)


def _inside(date: Token, token: Token) -> bool:
    return date.first < token.last and token.first < date.last


def _distance(date: Token, token: Token) -> int:
    return token.first - date.last if date.last <= token.first else date.first - token.last


def _beside(sentence: Sentence, token: Token, dates: list[Token]) -> Token | None:
    """A date right after a number ("$4 million in 1988"), or right before its own noun."""
    at = after(sentence, token)
    for date in dates:
        gap = date.first - at
        if gap == 0 or (
            gap == 1 and sentence.parse.word(at) in ("in", "for", "on", "during", "by", "since", ",")
        ):
            return None if sentence.parse.word(at) == "," and not is_comparison(sentence, date) else date
        if (
            gap == 2
            and sentence.parse.word(at) in ("in", "for", "on", "during")
            and sentence.parse.tag(at + 1) == "d"
        ):
            return date
        if date.last == token.first - 1 and sentence.parse.tag(date.last) == "s":
            return date  # last year's $1.5 billion
        if date.last == token.first and sentence.parse.word(date.first - 1) not in ("on", "in"):
            return date
    return None


def remember(
    number: int, atoms: Atoms, mentions: Sequence[Mention], row: Sequence[int], periods: Periods
) -> None:
    """Take note of the periods a sentence names, for the sentences that follow.

    Running are a period of account ("the third quarter") and a longer time that opens the sentence.
    """
    first, _ = atoms.sentences[number]
    for position in row:
        mention = mentions[position]
        if not _is_point(mention):
            continue
        begins = atoms.covering(mention.start)
        words = set(atoms.lower(begins, atoms.at(mention.end)))
        if COMPARISON & words:
            periods.compared, periods.compared_said = position, number
        elif not _is_long(mention) or _SET_AGAINST & set(atoms.lower(max(first, begins - ASIDE), begins)):
            continue
        elif words & _ACCOUNTS and not words & {"last", "next"}:
            periods.running, periods.said = position, number
        elif begins <= first + 2:
            periods.passing, periods.passed = position, number


def _one_paragraph(sentence: Sentence, number: int) -> bool:
    """Whether no paragraph ends between an earlier sentence and this one."""
    atoms = sentence.parse.atoms
    return "\n" not in atoms.words[atoms.sentences[number][1] : sentence.parse.first]


def _is_long(mention: Mention) -> bool:
    value = mention.value
    return (isinstance(value, Date) and len(value.timex.value) <= 7) or _is_span_of_account(mention)
