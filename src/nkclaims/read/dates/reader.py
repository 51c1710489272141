"""Hits of the date rules into mentions: parse, join neighbours, grow, resolve in order, pair ranges."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, partial
from typing import Any

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date
from nkclaims.read.context import Context
from nkclaims.read.dates.accept import accepted, is_count
from nkclaims.read.dates.around import grown
from nkclaims.read.dates.claims import value_of
from nkclaims.read.dates.feasts import is_feast, settled
from nkclaims.read.dates.merge import Item, kind, merged
from nkclaims.read.dates.narrative import is_narrative
from nkclaims.read.dates.orders import Order, section_orders
from nkclaims.read.dates.parse import parse
from nkclaims.read.dates.periods import give_days
from nkclaims.read.dates.points import dated
from nkclaims.read.dates.ranges import link_ranges, lists, pairs, share_year
from nkclaims.read.dates.resolve import resolve
from nkclaims.read.dates.scene import Scene, published_moment
from nkclaims.read.dates.setting import goes_on, is_within_year, set_in
from nkclaims.read.dates.several import days_in, follows
from nkclaims.read.dates.stretches import Stretch
from nkclaims.read.dates.tense import befell, governed_at, runs_up_to, tense_at
from nkclaims.read.dates.terms import Term, is_point
from nkclaims.read.dates.window import FUNCTION_WORDS, Window
from nkclaims.read.matched import Matched
from nkclaims.tables.calendar import published_day

_VAGUE = frozenset(("PRESENT_REF", "PAST_REF", "FUTURE_REF"))


def read_dates(hits: Sequence[Matched], context: Context) -> list[Mention]:
    """The dates of a document, in its order; hits that are no dates here are left out.

    Relative dates lean on ``context.article.published`` (anchor "published") or, in a narrative, on the dates
    named before them (anchor "context"); without either they stay open (XXXX-WXX-2) with no days.

    Clues: ``tense`` of the clause ("past", "future"), ``weekday`` as printed (1 Monday … 7 Sunday), ``zone``,
    ``fiscal``; ``order`` of a date in figures ("mdy", "dmy") and what decided it, ``order_by``. A range's two
    ends carry ``range`` ("from", "to"), ``partner`` (the other's offsets) and ``interval`` (EDTF of both);
    "since" and "until" give an ``interval`` with an open end.
    """
    published = published_day(context.article.published)
    narrative = is_narrative(context.atoms, published)
    items = _items(hits, context, narrative)
    orders = _settle_orders(items, context, published)
    items = [
        item for item in merged(items, context.atoms) if not item.term.bare or _is_part_said(item, context)
    ]
    ranges = pairs(items, context.atoms)
    share_year(items, lists(items, context.atoms))
    share_year(items, ranges)
    for first in ranges:  # "from midnight until noon": the midnight that the day begins with
        if items[first].term.clock == (24, 0) and not items[first].term.weekday:
            items[first].term = replace(items[first].term, clock=(0, 0))
    scene = Scene(published, narrative, published_moment(context.article.published))
    mentions = _resolved(items, ranges, scene, context)
    give_days(items, mentions, scene, context.atoms)
    for item, mention in zip(items, mentions, strict=True):
        order = next((orders[at] for at in range(item.first, item.last) if at in orders), None)
        if order is not None:
            mention.clues |= {"order": order.order, "order_by": order.by}
    link_ranges(mentions, ranges, context.atoms)
    if context.vague:
        return mentions
    return [m for item, m in zip(items, mentions, strict=True) if not _is_vague(item, m, context.atoms)]


def _is_vague(item: Item, mention: Mention, atoms: Atoms) -> bool:
    """ "Recently" and "recent years" name no time that could be looked up."""
    if not isinstance(mention.value, Date):
        return False
    recent = item.rule == "date.duration-from-now" and "recent" in atoms.lower(item.first, item.last)
    return mention.value.timex.value in _VAGUE or (recent and mention.value.earliest is None)


def _items(hits: Sequence[Matched], context: Context, narrative: bool) -> list[Item]:
    atoms, out = context.atoms, []
    words = atoms.words
    for hit in hits:
        first, last = atoms.at(hit.start), atoms.at(hit.end)
        read = hit.rule.read or ""
        if read == "decade" and "year" in hit.slots and not words[first].endswith("0"):
            read, last = "year", first + 1  # "2024's first quarter" is no decade
        behind = atoms.at(hit.match[1]) if hit.rule.spans else last
        if not accepted(read, atoms, first, behind, narrative=narrative):
            continue
        if (
            hit.rule.id == "date.month-day"
            and "year" not in hit.slots
            and is_count(Window(atoms, first, last))
        ):
            last = atoms.at(hit.slots["month"][1])
        if read == "days":
            out += [Item(*part, hit.rule.id) for part in days_in(atoms, first, last)]
            continue
        slots = tuple(
            (name, tuple(w.lower().replace("’", "'") for w in words[atoms.at(a) : atoms.at(b)]))
            for name, (a, b) in hit.slots.items()
            if atoms.at(b) <= last or hit.rule.spans
        )
        term = parse(read, tuple(w.lower().replace("’", "'") for w in words[first:last]), slots)
        if term is None:
            continue
        if term.holiday is not None:
            start, end = hit.slots.get("holiday") or hit.slots["named"]
            name = Window(atoms, atoms.at(start), atoms.at(end))
            if not is_feast(name, term.holiday, narrative=narrative):
                continue
            term = settled(term, name, context)
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


def _resolved(items: list[Item], ranges: dict[int, int], scene: Scene, context: Context) -> list[Mention]:
    """A mention for each item, each read in the scene that those before it leave."""
    onward = ranges | follows(items)
    begun = {last: first for first, last in onward.items()}
    starts: dict[int, Stretch | None] = {}
    out: list[Mention] = []
    sentence = -1
    for position, item in enumerate(items):
        number = context.atoms.sentence_of(item.first)
        if number != sentence:
            sentence = number
            scene.next_sentence(number)
        scene.start = starts.get(begun[position]) if position in begun else None
        scene.ahead = partial(_day_ahead, items, position, scene, context.atoms)
        scene.last = None
        out.append(_mention(item, scene, context))
        if position in onward:
            starts[position] = scene.last
    return out


def _mention(item: Item, scene: Scene, context: Context) -> Mention:
    """One claim; the item's atoms grow by what belongs to it ("the end of")."""
    atoms = context.atoms
    item.first, item.last, term = grown(atoms, item.first, item.last, item.term)
    scene.tense = cache(partial(tense_at, atoms, item.first, item.last))
    open_year = term.year is None and is_point(term)
    governed = governed_at(atoms, item.first, item.last) if open_year else None
    scene.since = governed == "past" or _lies_back(atoms, item.first) or _owned_then(atoms, item.last, scene)
    scene.since = scene.since or (open_year and befell(atoms, item.first, item.last))
    scene.hence = governed == "future" and not scene.since
    scene.goes_on = partial(goes_on, atoms, item.first, item.last)
    value = value_of(term, scene)
    _go_on(item, term, value, scene, atoms)
    clues: dict[str, Any] = {}
    if term.weekday is not None:
        clues["weekday"] = term.weekday
    if is_point(term) and (tense := scene.tense()) is not None:
        clues["tense"] = tense
    if term.zone:
        clues["zone"] = term.zone
    if term.fiscal:
        clues["fiscal"] = True
    start, end = atoms.starts[item.first], atoms.ends[item.last - 1]
    number = atoms.sentence_of(item.first)
    return Mention("date", start, end, item.rule, value, sentence=number, clues=clues)


def _go_on(item: Item, term: Term, value: Date, scene: Scene, atoms: Atoms) -> None:
    """Keep what the sentence is set in: a date of an earlier year, then what goes on from there; "the next
    year" and a date read from the publication end it.
    """
    stretch = scene.last
    if scene.narrative or stretch is None or stretch.year < 1:
        return
    found = set_in(atoms, item.first, item.last, term, scene)
    if found is not None or value.anchor == "published":
        scene.told, scene.told_in = found, scene.sentence
    elif value.anchor == "context" and scene.told is not None:
        scene.told = stretch if is_within_year(stretch) else None
        scene.told_in = scene.sentence


def _lies_back(atoms: Atoms, first: int) -> bool:
    """ "Since June", "the quarter ended June 30", "the year to June": the last June, even if the next is nearer."""
    return atoms.lower(max(0, first - 1), first) in (["since"], ["ended"]) or runs_up_to(atoms, first)


def _owned_then(atoms: Atoms, last: int, scene: Scene) -> bool:
    """ "October's rate fell": what a month had, told in the past, is of the last one."""
    return atoms.lower(last, last + 1) in (["'s"], ["’s"]) and scene.tense() == "past"


def _day_ahead(items: list[Item], position: int, scene: Scene, atoms: Atoms) -> date | None:
    """The day a sentence names after a time ("at 6 a.m. (0400 GMT) on Nov. 2"); None where it names none."""
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
    """Whether a part of the day alone is a claim: "late afternoon", "in the morning" are, "a morning" is not."""
    if item.term.part is None:
        return False
    before = context.atoms.lower(max(0, item.first - 3), item.first)
    if context.atoms.words[item.first].lower() == "the":
        before.append("the")
    while before and before[-1] in ("-", "–"):
        before.pop()
    if context.atoms.words[item.first].lower() == "mid":  # "mid-morning"
        return True
    if before[-1:] and before[-1] in ("early", "mid", "late"):
        return True
    following = context.atoms.lower(item.last, item.last + 1)
    if following and following[0].isalpha() and following[0] not in FUNCTION_WORDS:
        return False  # "in the evening paper"
    within = before[-2:] == ["in", "the"] or before in (["middle", "of", "the"], ["dead", "of", "the"])
    return within or before[-1:] in (["at"], ["before"], ["by"], ["until"])
