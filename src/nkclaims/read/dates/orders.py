"""Which of 03/04/2025 is the month: decided by section, for a page's header and lists may differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from nkclaims.atoms.scan import Atoms
from nkclaims.model.article import Article
from nkclaims.read.dates.points import dated
from nkclaims.read.dates.terms import Term

_MONTH_FIRST_STATES = frozenset(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn."
    " miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex."
    " texas vt. va. wash. w.va. wis. wyo. d.c. u.s. us usa washington chicago boston philadelphia"
    " houston dallas atlanta detroit".split()
) | {"new york", "los angeles", "san francisco", "united states"}


@dataclass(frozen=True, slots=True)
class Order:
    """ "mdy" or "dmy"; by: itself, section, published, document, dateline, spelled, default."""

    order: str
    by: str


def own_order(term: Term) -> str | None:
    """The order a date shows by itself: a figure over 12, or the only order that gives a day."""
    month_first, day_first = dated(term, "mdy"), dated(term, "dmy")
    if month_first is not None and day_first is not None:
        return None
    return "mdy" if month_first is not None else "dmy" if day_first is not None else None


def section_orders(
    dates: Iterable[tuple[int, Term]], article: Article, atoms: Atoms, published: date | None
) -> dict[int, Order]:
    """The order of each date in figures, by its offset."""
    rows = [(start, term, article.section_at(start)) for start, term in dates if term.order is not None]
    shown: dict[str, list[str]] = {}
    out: dict[int, Order] = {}
    for start, term, section in rows:
        own = own_order(term)
        if own is None and published is not None and _is(term, published):
            own = next(o for o in ("mdy", "dmy") if (day := dated(term, o)) and _day(day) == published)
            out[start] = Order(own, "published")
            shown.setdefault(section, []).append(own)
        elif own is not None:
            out[start] = Order(own, "itself")
            shown.setdefault(section, []).append(own)
    for start, _, section in rows:
        if start not in out:
            out[start] = _from_others(shown, section, article, atoms)
    return out


def _day(term: Term) -> date | None:
    return date(term.year, term.month, term.day) if term.year and term.month and term.day else None


def _is(term: Term, published: date) -> bool:
    """Whether exactly one order gives the publication day."""
    days = {o: _day(read) for o in ("mdy", "dmy") if (read := dated(term, o)) is not None}
    return sum(day == published for day in days.values()) == 1


def _from_others(shown: dict[str, list[str]], section: str, article: Article, atoms: Atoms) -> Order:
    here = shown.get(section, [])
    if here and len(set(here)) == 1:
        return Order(here[0], "section")
    if here:
        return Order(max(sorted(set(here)), key=here.count), "section")
    everywhere = [order for row in shown.values() for order in row]
    if everywhere and len(set(everywhere)) == 1:
        return Order(everywhere[0], "document")
    if article.dateline is not None:
        pieces = [piece.strip().casefold() for piece in article.dateline.split(",")]
        if any(piece in _MONTH_FIRST_STATES for piece in pieces):
            return Order("mdy", "dateline")
    spelled = spelled_order(atoms)
    return Order(spelled, "spelled") if spelled else Order("mdy", "default")


def spelled_order(atoms: Atoms) -> str | None:
    """How the text writes days whose month is a word ("10 March 2025", "March 10, 2025"); None where mixed.

    >>> from nkclaims.atoms.scan import scan
    >>> spelled_order(scan("on 10 March 2025")), spelled_order(scan("on March 10, 2025"))
    ('dmy', 'mdy')
    """
    from nkclaims.tables.calendar import MONTHS

    day_first = month_first = 0
    words = atoms.words
    for i, word in enumerate(words):
        if word.isdigit() and len(word) <= 2:
            if i + 1 < len(words) and words[i + 1].lower() in MONTHS:
                day_first += 1
            elif i and words[i - 1].lower() in MONTHS:
                month_first += 1
    if day_first > 2 * month_first:
        return "dmy"
    return "mdy" if month_first > 2 * day_first else None
