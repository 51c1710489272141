"""Which currency a bare "won", "$" or "cents" is in, decided once the whole article has been read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from nkclaims.link.currency_evidence import Question, Weights, ask, weigh
from nkclaims.link.currency_ratio import by_ratio
from nkclaims.link.currency_scene import Scene, barred, equated, scene
from nkclaims.model.article import Article
from nkclaims.model.base import changed
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Money
from nkclaims.tables import currencies as table
from nkclaims.tables.currencies import Unit
from nkclaims.tables.rates import Rates

By = Literal["code", "symbol", "name", "context", "dateline", "default"]

CLOSE = 0.75  # of a plain default's weight: nearer rivals than this are both kept
ENOUGH = 1.5  # evidence a form without a default needs before it is decided
SHOWN = 5  # rivals listed beside a default that nothing disputes


def resolve(
    article: Article,
    mentions: list[Mention],
    *,
    dateline_country: str | None = None,
    day: str | None = None,
    index: object | None = None,
    rates: Rates | None = None,
) -> None:
    """Decide, in place, the currency of every money mention whose printed form leaves it open.

    A mention is open where ``currency_by`` is "default", or ``currency`` is None with candidates, or it names
    one country's money of several times ("Turkish lira"); its ``clues["form"]`` holds the currency words
    as printed. Sets ``currency`` (None: nothing in the article decides), ``currency_by``, ``candidates`` (the
    likeliest first; exactly two where two are close) and ``clues["currency_scores"]``.

    dateline_country   ISO 3166-1 alpha-2; None: that of a place mention in the dateline, if any
    day                ISO day to take for the publication date, None: the article's own
    index              not needed; taken so that all link steps can be called alike
    rates              what an amount in another currency beside a bare sign is compared by; None: nothing is
    """
    money = [mention for mention in mentions if isinstance(mention.value, Money)]
    units = {at: unit for at, mention in enumerate(money) if (unit := open_unit(mention)) is not None}
    if not units:
        return
    here = scene(article, mentions, dateline_country)
    for at, mention in enumerate(money):
        if at not in units:
            _learn(mention, here)
    for unit in units.values():
        here.bare[unit.code or ""] += 1
    shut = barred(article.text, money, units)
    told = day or (article.published[:10] if article.published else None)
    dates = _dates_by_sentence(mentions)
    # What names its nation defines the rest; bare main units are read twice, so that the first may learn from
    # the last (not dollars: only marks speak there); what follows other amounts (cents) comes after them.
    turns: list[list[int]] = [[], [], []]
    for at, unit in units.items():
        turns[_turn(unit)].append(at)
    again = [at for at in turns[1] if units[at].code != "USD"]
    answers = _Answers(here)
    worked_out = _worked_out(money, units, here, rates, lambda m: days_of(m, mentions, dates, told))
    for at in (*turns[0], *turns[1], *again, *turns[2]):
        if at in worked_out:
            continue
        mention, unit = money[at], units[at]
        answers.decide(
            mention, unit, days_of(mention, mentions, dates, told), shut.get(unit.form, frozenset())
        )


def _worked_out(
    money: Sequence[Mention],
    units: Mapping[int, Unit],
    here: Scene,
    rates: Rates | None,
    days: Callable[[Mention], tuple[str, ...]],
) -> set[int]:
    """Decide the bare dollars whose country follows from a conversion beside them; which amounts these are."""
    found: set[int] = set()
    for at, unit in units.items() if rates is not None else ():
        for beside in (at - 1, at + 1):
            if not 0 <= beside < len(money) or unit.factor != 1 or unit.code != "USD":
                continue
            if beside in units and units[beside].code in (None, unit.code):
                continue  # as open as this one; a bare "£" or "yen" is sure enough to reckon with
            one, other = money[at], money[beside]
            if not equated(here.text, one, other) or not (told := days(one)):
                continue
            assert isinstance(one.value, Money) and isinstance(other.value, Money) and rates is not None
            places = {place for place in (*here.count, here.home, here.outlet) if place is not None}
            code = by_ratio(one.value, other.value, unit.candidates, places, told[0], rates)
            if code is not None:
                _set(one, code, "context", [code])
                here.decide(code, one, by_context=code != unit.code)
                here.glossed.add(code)
                found.add(at)
                break
    return found


def _learn(mention: Mention, here: Scene) -> None:
    value = mention.value
    if isinstance(value, Money) and value.currency is not None:
        if value.currency_by in ("context", "dateline", "default"):
            here.decide(value.currency, mention, by_context=value.currency_by != "default")
        else:
            here.define(value.currency, mention)


def open_unit(mention: Mention) -> Unit | None:
    """What an open mention's printed form may mean; None where nothing is left to decide."""
    value = mention.value
    if not isinstance(value, Money) or value.currency_by in ("code", "context", "dateline"):
        return None
    form = str(mention.clues.get("form", ""))
    unit = find_unit(form)
    if unit is None and value.candidates:
        unit = Unit(value.currency, Decimal(1), tuple(value.candidates), form)
    if unit is None or len(unit.candidates) < 2:
        return None
    named = value.currency is not None and value.currency_by in ("symbol", "name")
    return None if named and len(value.candidates) < 2 and not one_nation(unit) else unit


def find_unit(form: str) -> Unit | None:
    """The unit of a printed form: a symbol in its exact case, else a name; None where it is neither.

    >>> find_unit("North  Korean won").code, find_unit("US$").code, find_unit("stones")
    ('KPW', 'USD', None)
    """
    symbol = table.symbols().get(form)
    if symbol is not None:
        return symbol.unit
    return table.names().get(" ".join(form.lower().split()))


@lru_cache(maxsize=4096)
def one_nation(unit: Unit) -> bool:
    """Are all candidates one country's money at different times ("Turkish lira": TRY, TRL)?

    >>> one_nation(find_unit("Turkish lira")), one_nation(find_unit("Korean won"))
    (True, False)
    """
    shared = set(table.users(unit.candidates[0]))
    for code in unit.candidates[1:]:
        shared &= set(table.users(code))
    return bool(shared)


def days_of(
    mention: Mention, mentions: Sequence[Mention], dates: Mapping[int, Sequence[Mention]], told: str | None
) -> tuple[str, ...]:
    """The ISO days a mention may speak of: its linked date's, else the article's and the one beside it."""
    for at, _ in mention.links.get("when", ()):
        if (found := _first_day(mentions[at])) is not None:
            return (found,)
    near = sorted(dates.get(mention.sentence, ()), key=lambda other: abs(other.start - mention.start))
    days = [found for other in near[:1] if (found := _first_day(other)) is not None]
    # "Founded in 1990, it now earns 500 roubles": a date that only stands near does not replace today's.
    return tuple(dict.fromkeys(([told] if told else []) + days))


def _first_day(mention: Mention) -> str | None:
    value = mention.value
    return value.earliest if isinstance(value, Date) and value.timex.type in ("DATE", "TIME") else None


def _dates_by_sentence(mentions: Sequence[Mention]) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in mentions:
        if _first_day(mention) is not None:
            found.setdefault(mention.sentence, []).append(mention)
    return found


def _turn(unit: Unit) -> int:
    """0 names its nation, 1 a bare main unit, 2 follows other amounts: parts, and slang for any dollar."""
    if one_nation(unit):
        return 0
    return 2 if unit.factor != 1 or (unit.code is None and unit.candidates[0] == "USD") else 1


@lru_cache(maxsize=4096)
def in_use(unit: Unit, days: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """(what the bare form meant, what it could mean) on those days; as in the table where no day is known.

    A default out of use passes to the money of the same country then in use: "roubles" in 1985 are Soviet.
    Where nothing was in use any more, all candidates stay: the text speaks of the past without saying when.
    """
    alive = tuple(code for code in unit.candidates if any(table.alive(code, day) for day in days))
    if not alive:
        return unit.code, unit.candidates
    if unit.code is None or unit.code in alive:
        return unit.code, alive
    lands = set(table.users(unit.code))
    heir = next((code for code in alive if lands & set(table.users(code))), None)
    return heir, alive


@dataclass(slots=True)
class _Answers:
    """The questions of one article already answered: most of its "$" ask the same."""

    here: Scene
    given: dict[Question, tuple[str | None, By | None, list[str], dict[str, float]]] = field(
        default_factory=dict
    )

    def decide(self, mention: Mention, unit: Unit, days: tuple[str, ...], shut: Set[str]) -> None:
        default, candidates = in_use(unit, days)
        if one_nation(unit):
            code = default or candidates[0]
            by: By = "symbol" if unit.form in table.symbols() else "name"
            _set(mention, code, by, [code, *(other for other in candidates if other != code)])
            self.here.define(code, mention)
            return
        follows = _turn(unit) == 2
        if shut and not follows:
            candidates = tuple(code for code in candidates if code not in shut) or candidates
            default = default if default in candidates else None
        question = ask(mention, unit.form, candidates, default, days, self.here, follows=follows)
        answer = self.given.get(question)
        if answer is None:
            answer = self.given[question] = self._answer(question)
        chosen, right, kept, scores = answer
        mention.clues["currency_scores"] = dict(scores)
        _set(mention, chosen, right, list(kept))
        self.here.decide(chosen, mention, by_context=right in ("context", "dateline"))

    def _answer(self, question: Question) -> tuple[str | None, By | None, list[str], dict[str, float]]:
        weights = weigh(question, self.here)
        # Sorting keeps the table's order among equals.
        ranked = sorted(question.candidates, key=lambda code: -weights[code].total())
        scores = {code: round(weights[code].total(), 2) for code in ranked if weights[code].total() > 0}
        return *choose(question.default, ranked, weights), scores


def choose(
    default: str | None, ranked: Sequence[str], weights: Mapping[str, Weights]
) -> tuple[str | None, By | None, list[str]]:
    """(currency, by what right, candidates kept): the best, or two that are close, or nothing.

    Of two that are close a default stays one; anything else stays undecided.
    """
    best, score = ranked[0], weights[ranked[0]].total()
    rivals = [code for code in ranked[1:] if weights[code].total() > 0]
    if rivals and score - weights[rivals[0]].total() < CLOSE:
        return (best, "default", [best, rivals[0]]) if best == default else (None, None, [best, rivals[0]])
    if best == default or score >= ENOUGH:
        right = _right(weights[best], default)
        undisputed = right == "default" and not rivals
        return best, right, list(ranked if undisputed else [best, *rivals])[:SHOWN]
    return None, None, list(ranked)


def _right(weight: Weights, default: str | None) -> By:
    """By what right a currency was chosen: the strongest thing that speaks for it."""
    if weight.prior:
        # An American place does not make "$" any more American than it is by default.
        said = weight.defined if default == "USD" else weight.defined + weight.context + weight.dateline
        if said < ENOUGH:
            return "default"
    return "dateline" if weight.dateline > weight.defined + weight.context else "context"


def _set(mention: Mention, code: str | None, by: By | None, candidates: list[str]) -> None:
    mention.value = changed(mention.value, currency=code, currency_by=by, candidates=candidates)
