"""Hits of the date rules into mentions: parse, join neighbours, grow, resolve in the text's order, pair ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Timex
from nkclaims.read.context import Context
from nkclaims.read.dates.accept import accepted
from nkclaims.read.dates.around import grown
from nkclaims.read.dates.edtf import days_edtf, interval
from nkclaims.read.dates.merge import Item, kind, merged
from nkclaims.read.dates.narrative import is_narrative
from nkclaims.read.dates.orders import Order, section_orders
from nkclaims.read.dates.parse import parse
from nkclaims.read.dates.points import dated
from nkclaims.read.dates.ranges import lists, open_end, pairs, share_year
from nkclaims.read.dates.resolve import resolve
from nkclaims.read.dates.scene import Scene
from nkclaims.read.dates.stretches import Stretch, far_end
from nkclaims.read.dates.tense import tense_at
from nkclaims.read.dates.terms import Term, is_point
from nkclaims.read.dates.values import narrowed
from nkclaims.read.matched import Matched

_VAGUE = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))


def read_dates(hits: Sequence[Matched], context: Context) -> list[Mention]:
    """The dates of a document, in its order; hits that are no dates here are left out.

    Relative dates lean on ``context.article.published`` (anchor "published") or, in a narrative, on the dates
    named before them (anchor "context"); without either they stay open (XXXX-WXX-2) with no days.
    A range's two ends carry clues: ``range`` ("from" or "to"), ``partner`` (the other's offsets) and
    ``interval`` (EDTF of both); "since" and "until" give an interval with an open end.
    """
    published = published_day(context.article.published)
    atoms = context.atoms
    narrative = is_narrative(atoms, published)
    items = _items(hits, context, narrative)
    orders = _settle_orders(items, context, published)
    items = [item for item in merged(items, atoms) if not item.term.bare or _is_part_said(item, context)]
    found = pairs(items, atoms)
    share_year(items, lists(items, atoms))
    share_year(items, found)
    scene = Scene(published, narrative, moment=published_moment(context.article.published))
    mentions: list[Mention] = []
    places: dict[int, int] = {}
    stretch_of: dict[int, Stretch | None] = {}
    sentence = -1
    for position, item in enumerate(items):
        number = atoms.sentence_of(item.first)
        if number != sentence:
            sentence, scene.day = number, None
            scene.age += 1
        begun = next((i for i, j in found.items() if j == position and i in places), None)
        scene.start = stretch_of.get(begun) if begun is not None else None
        scene.ahead = partial(_day_ahead, items, position, scene, atoms)
        mention = _mention(item, scene, context, orders)
        if mention is not None and position in found:
            stretch_of[position] = scene.last
        if mention is not None:
            places[position] = len(mentions)
            mentions.append(mention)
    _link_ranges(
        mentions, {places[i]: places[j] for i, j in found.items() if i in places and j in places}, context
    )
    return mentions


def published_day(published: str | None) -> date | None:
    """The publication day; None where it is not given or cannot be read.

    >>> published_day("2025-10-30T16:22"), published_day("soon")
    (datetime.date(2025, 10, 30), None)
    """
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def published_moment(published: str | None) -> datetime | None:
    """The publication's day and hour, without its zone; None where the hour is not given.

    >>> published_moment("2025-10-30T16:22:00+01:00"), published_moment("2025-10-30")
    (datetime.datetime(2025, 10, 30, 16, 22), None)
    """
    try:
        found = datetime.fromisoformat(published) if published and len(published) > 10 else None
    except ValueError:
        return None
    return found.replace(tzinfo=None) if found is not None else None


def _items(hits: Sequence[Matched], context: Context, narrative: bool) -> list[Item]:
    atoms, out = context.atoms, []
    words = atoms.words
    for hit in hits:
        first, last = atoms.at(hit.start), atoms.at(hit.end)
        read = hit.rule.read or ""
        if not accepted(read, atoms, first, last, narrative=narrative):
            continue
        slots = tuple(
            (name, tuple(w.lower().replace("’", "'") for w in words[atoms.at(a) : atoms.at(b)]))
            for name, (a, b) in hit.slots.items()
        )
        term = parse(read, tuple(w.lower().replace("’", "'") for w in words[first:last]), slots)
        if term is None or (term.value in _VAGUE and not context.vague):
            continue
        out.append(Item(first, last, term, hit.rule.id))
    return out


def _settle_orders(items: list[Item], context: Context, published: date | None) -> dict[int, Order]:
    """Figures get their order; which and why is returned by the item's first atom."""
    figures = [(context.atoms.starts[item.first], item.term) for item in items if item.term.order is not None]
    if not figures:
        return {}
    orders = section_orders(figures, context.article, context.atoms, published)
    out: dict[int, Order] = {}
    for item in items:
        if item.term.order is not None:
            order = orders[context.atoms.starts[item.first]]
            read = dated(item.term, order.order)
            if read is None:
                order = Order("dmy" if order.order == "mdy" else "mdy", "itself")
                read = dated(item.term, order.order)
            if read is not None:
                item.term = read
                out[item.first] = order
    return out


def _mention(item: Item, scene: Scene, context: Context, orders: dict[int, Order]) -> Mention | None:
    atoms = context.atoms
    first, last, term = grown(atoms, item.first, item.last, item.term)
    clues: dict[str, Any] = {}
    scene.tense = lambda: tense_at(atoms, first, last)
    value = _point(term, scene) if is_point(term) else _open(term, scene)
    if value is None:
        return None
    item.first, item.last = first, last
    for at in range(first, last):
        if at in orders:
            clues["order"], clues["order_by"] = orders[at].order, orders[at].by
    if term.weekday is not None:
        clues["weekday"] = term.weekday
    if is_point(term):
        tense = scene.tense()
        if tense is not None:
            clues["tense"] = tense
    if term.zone:
        clues["zone"] = term.zone
    if term.fiscal:
        clues["fiscal"] = True
    return Mention(
        kind="date",
        start=atoms.starts[first],
        end=atoms.ends[last - 1],
        rule=item.rule,
        value=value,
        sentence=atoms.sentence_of(first),
        clues=clues,
    )


def _point(term: Term, scene: Scene) -> Date | None:
    found = resolve(term, scene)
    type_ = "TIME" if term.type == "TIME" else "DATE"
    if found.stretch is None:
        return Date(timex=Timex(type=type_, value=found.value, mod=term.mod), anchor="none")
    scene.last = found.stretch
    _remember(found.stretch, term, scene)
    narrow = narrowed(found.stretch, term.mod)
    if term.fiscal and term.last_year is not None and narrow.last is not None:
        narrow = replace(narrow, last=date(term.last_year, 12, 31), edtf=f"{term.year}/{term.last_year}")
    return Date(
        timex=Timex(type=type_, value=found.value, mod=term.mod),
        edtf=narrow.edtf,
        earliest=_iso(narrow.first),
        latest=_iso(narrow.last),
        anchor=found.by,  # type: ignore[arg-type]
    )


def _day_ahead(items: list[Item], position: int, scene: Scene, atoms: Atoms) -> date | None:
    """The day the sentence names after a time ("at 6 a.m. (0400 GMT) on Nov. 2"); None where it names none."""
    sentence = atoms.sentence_of(items[position].first)
    for item in items[position + 1 : position + 4]:
        if atoms.sentence_of(item.first) != sentence:
            return None
        if kind(item.term) in ("W", "D", "H") and item.term.step is None:
            tense = partial(tense_at, atoms, item.first, item.last)
            stretch = resolve(item.term, replace(scene, tense=tense, ahead=lambda: None)).stretch
            return stretch.first if stretch is not None and stretch.grain == "day" else None
    return None


def _is_part_said(item: Item, context: Context) -> bool:
    """Whether a part of the day alone is a claim: early, mid or late in it ("late afternoon"), never "morning"."""
    before = context.atoms.words[item.first - 1].lower() if item.first else ""
    if before in ("-", "–") and item.first > 1:
        before = context.atoms.words[item.first - 2].lower()
    return before in ("early", "mid", "late")


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _remember(stretch: Stretch, term: Term, scene: Scene) -> None:
    """What later dates may lean on."""
    if stretch.grain in ("decade", "century"):
        return
    if scene.narrative or not (term.step is not None and term.step.anchor == "now"):
        scene.thread = stretch
        if stretch.grain in ("month", "day"):
            scene.main = stretch
        scene.age = 0
    if term.part_of is not None or (term.step is not None and term.step.keep):
        return
    if stretch.grain in ("quarter", "half"):
        scene.quarter = stretch
    elif stretch.grain == "day":
        scene.day = stretch.first


def _open(term: Term, scene: Scene) -> Date:
    """Lengths, sets and references; a length that ends or begins now has its days."""
    timex = Timex(type=term.type, value=term.value or "", mod=term.mod)
    if term.edge is not None:
        return _weeks_of_month(term, scene, timex)
    if (
        term.side is None
        or term.length is None
        or term.length[0] is None
        or scene.published is None
        or scene.narrative
    ):
        return Date(timex=timex)
    number, unit = term.length
    assert number is not None
    if number != int(number) or unit in ("second", "minute", "hour"):
        return Date(timex=timex)
    steps = int(number) if term.side == "future" else -int(number)
    other = far_end(scene.published, unit, steps)
    if other is None:
        return Date(timex=timex)
    first, last = sorted((other, scene.published))
    return Date(
        timex=timex,
        edtf=days_edtf(first, last),
        earliest=first.isoformat(),
        latest=last.isoformat(),
        anchor="published",
    )


def _weeks_of_month(term: Term, scene: Scene, timex: Timex) -> Date:
    """So many weeks at the beginning or end of a month; the month is found as any other."""
    assert term.edge is not None
    found = resolve(replace(term, type="DATE", value=None, edge=None), scene)
    stretch, (which, weeks) = found.stretch, term.edge
    if stretch is None or stretch.first is None or stretch.last is None:
        return Date(timex=timex)
    scene.thread = stretch
    number = {"first": 0, "opening": 0, "second": 1, "third": 2, "fourth": 3}.get(which)
    if number is None:
        first, last = stretch.last - timedelta(days=7 * weeks - 1), stretch.last
    else:
        first = stretch.first + timedelta(days=7 * number)
        last = min(first + timedelta(days=7 * weeks - 1), stretch.last)
    return Date(
        timex=timex,
        edtf=days_edtf(first, last),
        earliest=first.isoformat(),
        latest=last.isoformat(),
        anchor=found.by,  # type: ignore[arg-type]
    )


def _link_ranges(mentions: list[Mention], found: dict[int, int], context: Context) -> None:
    ends = set(found) | set(found.values())
    for i, j in found.items():
        left, right = mentions[i], mentions[j]
        if _runs_back(left, right):
            continue
        whole = interval(_edtf(left), _edtf(right)) if _edtf(left) and _edtf(right) else None
        for mention, other, side in ((left, right, "from"), (right, left, "to")):
            mention.clues |= {"range": side, "partner": [other.start, other.end]}
            if whole is not None:
                mention.clues["interval"] = whole
    for i, mention in enumerate(mentions):
        edtf = _edtf(mention)
        if i not in ends and edtf is not None:
            side = open_end(context.atoms, context.atoms.at(mention.start))
            if side is not None:
                mention.clues["interval"] = interval(edtf, None) if side == "from" else interval(None, edtf)


def _runs_back(left: Mention, right: Mention) -> bool:
    """Whether what looks like a range would end before it begins: then it is none."""
    first, last = left.value, right.value
    if not (isinstance(first, Date) and isinstance(last, Date) and first.earliest and last.latest):
        return False
    return first.earliest > last.latest


def _edtf(mention: Mention) -> str | None:
    return mention.value.edtf if isinstance(mention.value, Date) else None
