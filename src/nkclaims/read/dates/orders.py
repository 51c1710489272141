"""Which of 03/04/2025 is the month: decided by section, for a page's header and lists may differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from nkclaims.atoms.scan import Atoms
from nkclaims.model.article import Article
from nkclaims.read.dates.outlet import outlet_country, spelling_country
from nkclaims.read.dates.points import dated
from nkclaims.read.dates.terms import Term
from nkclaims.tables.calendar import MONTHS, WEEKDAYS
from nkclaims.tables.gazetteer import country_of

_ORDERS = ("mdy", "dmy")
_MONTH_FIRST = frozenset(
    "ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn."
    " miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. tex."
    " texas vt. va. wash. w.va. wis. wyo. d.c. u.s. us usa washington chicago boston philadelphia"
    " houston dallas atlanta detroit".split()
) | {"new york", "los angeles", "san francisco", "united states"}


@dataclass(frozen=True, slots=True)
class Order:
    """ "mdy" or "dmy"; by: itself, weekday, published, section, document, dateline, outlet (the country of its
    address), spelled (days whose month is a word), spelling (colour or color), default.
    """

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
    """The order of each date in figures, by its offset: what it shows by itself, else what its section shows,
    else what all of the document shows, else the dateline's country, the outlet's, how days with their month in
    words are written, how words are spelled; where nothing tells, month first.
    """
    rows = [(start, term, article.section_at(start)) for start, term in dates if term.order is not None]
    shown: dict[str, Counter[str]] = {}
    out: dict[int, Order] = {}
    for start, term, section in rows:
        order = _shown(term, _weekday_beside(atoms, start), published)
        if order is not None:
            out[start] = order
            shown.setdefault(section, Counter())[order.order] += 1
    if len(out) < len(rows):
        elsewhere = _elsewhere(shown, article, atoms)
        for start, _, section in rows:
            here = shown.get(section)
            out.setdefault(start, Order(here.most_common(1)[0][0], "section") if here else elsewhere)
    return out


def _shown(term: Term, weekday: int | None, published: date | None) -> Order | None:
    """The order a date shows by itself, by the weekday printed beside it, by being the publication day."""
    own = own_order(term)
    if own is not None:
        return Order(own, "itself")
    days = {order: day for order in _ORDERS if (day := _day(term, order)) is not None}
    by_weekday = [order for order, day in days.items() if day.isoweekday() == weekday]
    if len(by_weekday) == 1:
        return Order(by_weekday[0], "weekday")
    by_day = [order for order, day in days.items() if day == published]
    return Order(by_day[0], "published") if len(by_day) == 1 else None


def _day(term: Term, order: str) -> date | None:
    read = dated(term, order)
    return date(read.year, read.month, read.day) if read and read.year and read.month and read.day else None


def _weekday_beside(atoms: Atoms, start: int) -> int | None:
    """The weekday printed with a date in figures, or before it: "Thursday 03/04/2025"."""
    at = atoms.at(start)
    near = [word.lower() for word in atoms.words[max(0, at - 2) : at + 1]]
    return next((WEEKDAYS[word] for word in reversed(near) if word in WEEKDAYS), None)


def _elsewhere(shown: dict[str, Counter[str]], article: Article, atoms: Atoms) -> Order:
    """For a section that shows no order itself."""
    everywhere = {order for counts in shown.values() for order in counts}
    if len(everywhere) == 1:
        return Order(everywhere.pop(), "document")
    if article.dateline is not None:
        order = _order_of(dateline_country(article.dateline))
        if order is not None:
            return Order(order, "dateline")
    for by, order in _house_style(article, atoms):
        if order is not None:
            return Order(order, by)
    return Order("mdy", "default")


def dateline_country(dateline: str) -> str | None:
    """ISO 3166-1 alpha-2 code of the country a dateline's place lies in.

    >>> dateline_country("Milan"), dateline_country("SPRINGFIELD, Ill."), dateline_country("Nowhereville")
    ('IT', 'US', None)
    """
    pieces = [piece.strip().casefold() for piece in dateline.split(",")]
    if any(piece in _MONTH_FIRST for piece in pieces):
        return "US"
    return country_of(dateline) or country_of(pieces[-1])


def _house_style(article: Article, atoms: Atoms) -> Iterator[tuple[str, str | None]]:
    """(what tells, the order) by the outlet's own habits, the surest first."""
    yield "outlet", _order_of(outlet_country(article))
    yield "spelled", spelled_order(atoms)
    yield "spelling", _order_of(spelling_country(atoms.words))


def _order_of(country: str | None) -> str | None:
    """How a country writes its days in figures; None where it writes the year first, or both ways (CLDR 46)."""
    if country is None or country in _YEAR_FIRST:
        return None
    return "mdy" if country == "US" else "dmy"


_YEAR_FIRST = frozenset("CN JP KR KP TW MN HU LT SE CA PH ZA IR KZ BT".split())


def spelled_order(atoms: Atoms) -> str | None:
    """How the text writes days whose month is a word ("10 March 2025", "March 10, 2025"); None where mixed.

    >>> from nkclaims.atoms.scan import scan
    >>> spelled_order(scan("on 10 March 2025")), spelled_order(scan("on March 10, 2025"))
    ('dmy', 'mdy')
    """
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
