"""What in an article speaks for one currency or another where the printed form leaves it open.

Weights are in units of one plain default (a bare "rupees" is Indian unless something says otherwise), set so
that this order of authority holds: what the article itself defines, the holder's or nearest country in the
sentence, the dateline, the article's main country, the default. The American dollar and the pound sign are
broad: English news from everywhere counts in them, so a country that is merely named does not outweigh them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Sequence
from dataclasses import dataclass

from nkclaims.link.currency_scene import Scene, Spot
from nkclaims.model.mention import Mention
from nkclaims.tables import currencies as table

DECLARED, TOGETHER, DEFINED_BEFORE, DEFINED_AFTER = 8.0, 6.0, 4.5, 3.0
LIKEWISE = 1.5  # the same words elsewhere were decided so by their own context
HOLDER, NEAREST, NAMED = 3.5, 3.0, 0.75
CARRIED = 1.5  # the sentence names no country that has one of the candidates, the one before it does
DATELINE, DATELINE_IF_BROAD, OUTLET = 2.0, 4.5, 1.5
PRIOR, PRIOR_BY_CODE, PRIOR_BY_FORM = (
    1.0,
    {"USD": 3.0, "GBP": 1.5},
    {"£": 2.5, "￡": 2.5, "¥": 1.5, "￥": 1.5},
)
UNMARKED = 1.5  # "US$" stands in the article too: its bare "$" may be another
AFTER_MARK = 2.0  # "C$" stands in it, but is not its habit: then its bare "$" is not Canadian
BROAD_SHARE = 0.5  # of a named country's weight where the default is broad
MARKED_SHARE = 0.4  # of any country's weight where its press would have written "NT$"


@dataclass(slots=True)
class Weights:
    """A candidate's evidence: where its weight comes from."""

    prior: float = 0.0
    dateline: float = 0.0
    context: float = 0.0
    defined: float = 0.0

    def total(self) -> float:
        return self.prior + self.dateline + self.context + self.defined


def weigh(
    mention: Mention,
    candidates: Sequence[str],
    default: str | None,
    days: Sequence[str],
    here: Scene,
    follows: bool = False,
) -> dict[str, Weights]:
    """The evidence for each candidate of a mention.

    ``days`` are the ISO days it may speak of, none if unknown; ``follows``: cents, grand or bucks, which are
    in the currency of the amounts they stand with, however those were decided.
    """
    weights = {code: Weights() for code in candidates}
    form = str(mention.clues.get("form", ""))
    broad = default == "USD" or form in ("£", "￡")
    if default is not None and default in weights:
        weights[default].prior = PRIOR_BY_FORM.get(form, PRIOR_BY_CODE.get(default, PRIOR))
    for code in here.declared & weights.keys():
        weights[code].defined += DECLARED
    if follows:
        _by_company(mention, weights, here)
    elif default == "USD":
        _by_marks(weights, here)
    else:
        _by_definition(mention, weights, here)
    named = _sentence_countries(mention, weights, days, here)
    for country, weight in (*named, here.main):
        for code in _spent(country, days, weights):
            weights[code].context += weight * (BROAD_SHARE * _unmarked(code) if broad else 1.0)
    for code in _spent(here.outlet, days, weights):
        weights[code].context += OUTLET * (_unmarked(code) if broad else 1.0)
    for code in _spent(here.home, days, weights):
        weights[code].dateline += DATELINE_IF_BROAD * _unmarked(code) if broad else DATELINE
    return weights


def _unmarked(code: str) -> float:
    return MARKED_SHARE if table.codes()[code].marked else 1.0


def _spent(country: str | None, days: Sequence[str], among: Container[str]) -> list[str]:
    """Which of some currencies were a country's money on those days (on any, where none is known)."""
    if country is None:
        return []
    spent: dict[str, None] = {}
    for day in days or (None,):
        spent.update(dict.fromkeys(table.tender(country, day)))
    return [code for code in spent if code in among]


def _sentence_countries(
    mention: Mention, weights: Container[str], days: Sequence[str], here: Scene
) -> list[tuple[str, float]]:
    """The countries of a mention's sentence with a candidate for money: holder and nearest weigh most."""

    def spots_of(sentence: int) -> list[Spot]:
        return [
            spot
            for spot in here.spots.get(sentence, ())
            if not (mention.start <= spot.start and spot.end <= mention.end)
            and _spent(spot.country, days, weights)
        ]

    spots = spots_of(mention.sentence)
    if not spots:
        return [(spot.country, CARRIED) for spot in spots_of(mention.sentence - 1)[-1:] if not spot.in_name]
    nearest = min(spots, key=lambda spot: _distance(mention, spot))
    best: dict[str, float] = {}
    for spot in spots:
        weight = NEAREST if spot is nearest else NAMED
        holder = mention.holder
        if holder is not None and holder[0] <= spot.start and spot.end <= holder[1]:
            weight = HOLDER
        if spot.in_name:
            weight /= 2
        best[spot.country] = max(best.get(spot.country, 0.0), weight)
    return list(best.items())


def _distance(mention: Mention, spot: Spot) -> int:
    return mention.start - spot.end if spot.end <= mention.start else spot.start - mention.end


def _by_definition(mention: Mention, weights: dict[str, Weights], here: Scene) -> None:
    """What the article spells out elsewhere: "6,000 North Korean won" makes its bare "won" North Korean."""
    before: list[tuple[int, str]] = []
    after: list[tuple[int, str]] = []
    for code in weights:
        starts = here.defined.get(code, ())
        at = bisect_left(starts, mention.start)
        if at:
            before.append((starts[at - 1], code))
        if at < len(starts):
            after.append((starts[at], code))
    if before:
        weights[max(before)[1]].defined += DEFINED_BEFORE
    elif after:
        weights[min(after)[1]].defined += DEFINED_AFTER
    else:
        likewise = [
            (abs(start - mention.start), code)
            for start, code, _, by_context in here.near(mention)
            if by_context and code in weights
        ]
        if likewise:
            weights[min(likewise)[1]].defined += LIKEWISE


def _by_company(mention: Mention, weights: dict[str, Weights], here: Scene) -> None:
    """The amounts that cents stand with: in their sentence, else before them, else after."""
    ranked = [
        (sentence != mention.sentence, start > mention.start, abs(start - mention.start), code)
        for start, code, sentence, _ in here.near(mention)
        if code in weights
    ]
    if ranked:
        elsewhere, later, _, code = min(ranked)
        weights[code].defined += (DEFINED_AFTER if later else DEFINED_BEFORE) if elsewhere else TOGETHER


def _by_marks(weights: dict[str, Weights], here: Scene) -> None:
    """Dollars: a mark ("C$") names its own, and sets the bare sign apart from it unless it is the habit."""
    marks = {code: len(here.defined.get(code, ())) for code in weights}
    everything = sum(marks.values()) + here.bare["USD"]
    homes = (here.home, here.outlet, here.main[0])
    local = {code for country in homes for code in _spent(country, (), weights)}
    for code, times in marks.items():
        if times and code != "USD":
            habit = code in local or 2 * times > everything
            weights[code].defined += DEFINED_BEFORE if habit else -AFTER_MARK
    if marks.get("USD"):
        others = [code for code in local if code != "USD" and not marks[code]]
        for code in others or ["USD"]:
            weights[code].defined += UNMARKED
