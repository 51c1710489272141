"""What in an article speaks for one currency or another where the printed form leaves it open.

Weights are in units of one plain default (a bare "rupees" is Indian unless something says otherwise), set so
that this order of authority holds: what the article itself defines, the holder's or nearest country in the
sentence, the dateline, the article's main country, the default. The American dollar and the pound sign are
broad: English news from everywhere counts in them, so a country that is merely named does not outweigh them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nkclaims.link.currency_scene import Scene, Spot, main_country
from nkclaims.model.mention import Mention
from nkclaims.tables import currencies as table

DECLARED, TOGETHER, DEFINED_BEFORE, DEFINED_AFTER = 8.0, 6.0, 4.5, 3.0
LIKEWISE = 1.5  # the same words elsewhere were decided so by their own context
HOLDER, NEAREST, NAMED = 4.0, 3.5, 0.75
CARRIED = 1.5  # the sentence names no country that has one of the candidates, the one before it does
DATELINE, DATELINE_IF_BROAD, OUTLET = 2.5, 4.5, 1.5
ANOTHERS, HARDLY = 2, 0.25  # a place behind another amount is that one's
MAIN_AND_HOME = 0.25
PRIOR = 1.0
PRIOR_OF_CODE = {"USD": 3.0, "GBP": 1.5}
PRIOR_OF_FORM = {"£": 2.5, "￡": 2.5, "¥": 1.5, "￥": 1.5}
UNMARKED = 1.5  # "US$" stands in the article too: its bare "$" may be another
AFTER_MARK = 2.0  # "C$" stands in it, but is not its habit: then its bare "$" is not Canadian
GLOSSED = 6.0  # "88,710 yuan ($12,495)" is American by the day's rate: so is the article's other "$"
BROAD_SHARE = 0.5  # of a named country's weight where the default is broad
MARKED_SHARE = 0.4  # of any country's weight where its press would have written "NT$"

Codes = tuple[str, ...]
Days = tuple[str, ...]
Votes = tuple[tuple[str, float], ...]


@dataclass(slots=True)
class Weights:
    """A candidate's evidence: where its weight comes from."""

    prior: float = 0.0
    dateline: float = 0.0
    context: float = 0.0
    defined: float = 0.0

    def total(self) -> float:
        """The sum of all kinds of evidence."""
        return self.prior + self.dateline + self.context + self.defined


@dataclass(slots=True, frozen=True)
class Question:
    """All that the choice for a mention hangs on beside the scene, so that equal questions are answered once.

    form        the currency words as printed
    candidates  what they may mean            default  what they mean if nothing else is said, or None
    days        ISO days the mention may speak of, none if unknown
    named       countries of its sentence and their weights
    defined     what the article's other amounts say, and with what weight
    """

    form: str
    candidates: Codes
    default: str | None
    days: Days
    named: Votes
    defined: Votes


def ask(
    mention: Mention,
    form: str,
    candidates: Codes,
    default: str | None,
    days: Days,
    here: Scene,
    *,
    follows: bool,
) -> Question:
    """The question a mention puts.

    ``follows``: cents, grand or bucks, which are in the currency of the amounts they stand with, however
    those were decided.
    """
    spots = _spots(mention, candidates, days, here)
    if not spots and default is None and not follows:
        spots = [spot for spot in here.peoples(mention) if spent(spot.country, days, candidates)]
    named = _sentence_countries(mention, spots, candidates, days, here)
    if follows:
        defined = _by_company(mention, candidates, here)
    elif default == "USD":  # a paper's bare "$" is one money: what a gloss shows it to be in one place
        glossed = here.glossed & set(candidates)
        defined = tuple((code, GLOSSED) for code in glossed) if len(glossed) == 1 and form == "$" else ()
    else:
        defined = _by_definition(mention, candidates, here, likewise=not spots)
    return Question(form, candidates, default, days, named, defined)


def weigh(question: Question, here: Scene) -> dict[str, Weights]:
    """The evidence for each candidate."""
    candidates, default, days = question.candidates, question.default, question.days
    weights = {code: Weights() for code in candidates}
    broad = default == "USD" or question.form in ("£", "￡")
    if default is not None:
        weights[default].prior = PRIOR_OF_FORM.get(question.form, PRIOR_OF_CODE.get(default, PRIOR))
    declared = ((code, DECLARED) for code in here.declared & weights.keys())
    marks = _by_marks(candidates, here) if default == "USD" else ()
    for code, weight in (*declared, *marks, *question.defined):
        weights[code].defined += weight
    for country, weight in (*question.named, here.main if broad else _main(question, here)):
        for code in spent(country, days, candidates):
            weights[code].context += weight * (BROAD_SHARE * _unmarked(code) if broad else 1.0)
    for code in spent(here.outlet, days, candidates):
        weights[code].context += OUTLET * (_unmarked(code) if broad else 1.0)
    for code in spent(here.home, days, candidates):
        weights[code].dateline += DATELINE_IF_BROAD * _unmarked(code) if broad else DATELINE
    if default is not None and not broad and weights[default].dateline:
        weights[default].prior = 0.0  # the dateline says it already
    return weights


def _main(question: Question, here: Scene) -> tuple[str | None, float]:
    """The main one of the countries that have a candidate: Panama does not count where it says "pesos"."""
    country, weight = main_country(
        {
            country: times
            for country, times in here.count.items()
            if spent(country, question.days, question.candidates)
        }
    )
    # The dateline has spoken for it already, and the two together must not outweigh a place beside the amount.
    return country, min(weight, MAIN_AND_HOME) if country == here.home else weight


def _unmarked(code: str) -> float:
    return MARKED_SHARE if table.codes()[code].marked else 1.0


@lru_cache(maxsize=4096)
def spent(country: str | None, days: Days, among: Codes) -> Codes:
    """Which of some currencies were a country's money on those days (on any, where none is known).

    >>> spent("FR", ("1989-07-14",), ("CHF", "FRF")), spent("FR", (), ("USD",))
    (('FRF',), ())
    """
    if country is None:
        return ()
    rows = [table.tender(country, day) for day in days] if days else [table.tender(country)]
    return tuple(dict.fromkeys(code for row in rows for code in row if code in among))


def _spots(mention: Mention, candidates: Codes, days: Days, here: Scene) -> list[Spot]:
    """The places of a mention's sentence whose country has a candidate for money."""
    spots = here.spots.get(mention.sentence, ())
    if "KPW" in candidates:
        spots = [*spots, *here.koreas(mention)]
    return [
        spot
        for spot in spots
        if not (mention.start <= spot.start and spot.end <= mention.end)
        and spent(spot.country, days, candidates)
    ]


def _sentence_countries(
    mention: Mention, spots: Sequence[Spot], candidates: Codes, days: Days, here: Scene
) -> Votes:
    """The countries of a mention's sentence with a candidate for money: holder and nearest weigh most."""
    if not spots:
        before = here.spots.get(mention.sentence - 1, ())
        last = [spot for spot in before if spent(spot.country, days, candidates)][-1:]
        return tuple((spot.country, CARRIED) for spot in last if not spot.in_name)
    away = {spot.start: _distance(mention, spot, here) for spot in spots}
    nearest = min(spots, key=lambda spot: away[spot.start])
    best: dict[str, float] = {}
    for spot in spots:
        weight = NEAREST if spot is nearest else NAMED
        if away[spot.start][0] == ANOTHERS:
            weight = HARDLY
        elif away[spot.start][0] and spot.country == here.home:
            weight = 0.0  # beyond a semicolon: the dateline has spoken for it
        holder = mention.holder
        if holder is not None and holder[0] <= spot.start and spot.end <= holder[1]:
            weight = HOLDER
        if spot.in_name:
            weight /= 2
        best[spot.country] = max(best.get(spot.country, 0.0), weight)
    return tuple(best.items())


def _distance(mention: Mention, spot: Spot, here: Scene) -> tuple[int, int]:
    """Straight behind ("300 rupees in Colombo") is nearest, then this side of a semicolon, then beyond it; last
    is what comes after another amount, and so belongs to that.
    """
    if spot.end <= mention.start:
        return int(";" in here.text[spot.end : mention.start]), mention.start - spot.end
    between = here.text[mention.end : spot.start]
    if between in (" in ", " in the "):
        return -1, 0
    if bisect_left(here.amounts, spot.start) > bisect_left(here.amounts, mention.end):
        return ANOTHERS, spot.start - mention.end
    return int(";" in between), spot.start - mention.end


def _by_definition(mention: Mention, candidates: Codes, here: Scene, *, likewise: bool) -> Votes:
    """What the article spells out elsewhere: "6,000 North Korean won" makes its bare "won" North Korean.

    ``likewise``: what other bare amounts were decided to be may speak too; not against a place beside this one.
    """
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    for code in here.defined.keys() & set(candidates):
        starts = here.defined[code]
        at = bisect_left(starts, mention.start)
        if at:
            before.append((starts[at - 1], code))
        if at < len(starts):
            after.append((starts[at], code))
    if before:
        return ((max(before)[1], DEFINED_BEFORE),)
    if after:
        return ((min(after)[1], DEFINED_AFTER),)
    at_home = spent(here.home, (), candidates)
    others = [
        (abs(start - mention.start), code)
        for start, code, _, by_context in (here.near(mention) if likewise else ())
        if by_context and code in candidates and (start < mention.start or not at_home)
    ]
    return ((min(others)[1], LIKEWISE),) if others else ()


def _by_company(mention: Mention, candidates: Codes, here: Scene) -> Votes:
    """The amounts that cents stand with: in their sentence, else before them, else after."""
    ranked = [
        (sentence != mention.sentence, start > mention.start, abs(start - mention.start), code)
        for start, code, sentence, _ in here.near(mention)
        if code in candidates
    ]
    if not ranked:
        return ()
    elsewhere, later, _, code = min(ranked)
    return ((code, (DEFINED_AFTER if later else DEFINED_BEFORE) if elsewhere else TOGETHER),)


def _by_marks(candidates: Codes, here: Scene) -> Sequence[tuple[str, float]]:
    """Dollars: a mark ("C$") names its own, and sets the bare sign apart from it unless it is the habit."""
    marks = {code: len(starts) for code, starts in here.defined.items() if code in candidates}
    everything = sum(marks.values()) + here.bare["USD"]
    local = {
        code for country in (here.home, here.outlet, here.main[0]) for code in spent(country, (), candidates)
    }
    votes = [
        (code, DEFINED_BEFORE if code in local or 2 * times > everything else -AFTER_MARK)
        for code, times in marks.items()
        if code != "USD"
    ]
    if "USD" in marks:
        others = [code for code in local if code != "USD" and code not in marks]
        votes.extend((code, UNMARKED) for code in others or ["USD"])
    return votes
