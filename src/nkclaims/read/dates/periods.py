"""Lengths of a results story with the days they cover: the first nine months, the year ended Sept. 30."""

from __future__ import annotations

from datetime import date

from nkclaims.atoms.scan import Atoms
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date
from nkclaims.read.dates.edtf import days_edtf, year_edtf
from nkclaims.read.dates.merge import Item
from nkclaims.read.dates.scene import By, Scene
from nkclaims.read.dates.stretches import add_months, containing, far_end, moved, of_day
from nkclaims.tables.calendar import month_length

_ENDS = frozenset(
    tuple(words.split())
    for words in (
        "ended,ending,to,through,ended on,ending on,that ended,which ended,to the,through the,to end,to end -"
    ).split(",")
)
_OF_YEAR = frozenset(((), ("of",), ("in",), ("of", "the")))
_RESULTS = frozenset((3, 6, 9))  # the months after which results are told
_MONTHS = {"month": 1, "quarter": 3, "half": 6}
_ENDABLE = frozenset(("year", "quarter", "month", "week", "half", "day"))


def give_days(items: list[Item], mentions: list[Mention], scene: Scene, atoms: Atoms) -> None:
    """Fill in, in place, the days of lengths that say where they end or which year they begin.

    Their TIMEX3 value stays what the words are (P9M); without a year or an end they get days only in a story
    about results of its own year: one that speaks of quarters or of the year before.
    """
    told: Date | None = None
    results: bool | None = None
    for position, (item, mention) in enumerate(zip(items, mentions, strict=True)):
        value = mention.value
        if not isinstance(value, Date):
            continue
        found = _ended(items, mentions, position, atoms) or _of_year(items, mentions, position, atoms)
        if found is None and told is not None:
            found = _compared(item, value, told, atoms)
        if found is None and _opening(item, atoms) in _RESULTS and not scene.narrative:
            results = _is_results(items) if results is None else results
            found = _up_to_now(item, scene, atoms, position, items) if results else None
        if found is not None:
            mention.value = found if isinstance(found, Date) else value
            told = mention.value
        elif item.term.quarter or item.term.half:
            told = None


def _with_days(value: Date, first: date, last: date, by: By) -> Date:
    days = days_edtf(first, last)
    if first.day == 1 and last.day == month_length(last.year, last.month) and first != last:
        days = f"{year_edtf(first.year)}-{first.month:02d}/{year_edtf(last.year)}-{last.month:02d}"
    known = {"edtf": days, "earliest": first.isoformat(), "latest": last.isoformat(), "anchor": by}
    return value.model_copy(update=known)


def _ended(items: list[Item], mentions: list[Mention], position: int, atoms: Atoms) -> Date | None:
    """ "The six months to 30 June", "the year ended Sept. 30": so long, up to the end of what follows."""
    value, length = mentions[position].value, _length(items[position])
    if length is None or position + 1 == len(items) or not isinstance(value, Date):
        return None
    item, after, end = items[position], items[position + 1], mentions[position + 1].value
    gap = tuple(atoms.lower(item.last, after.first)) if after.first - item.last <= 3 else ()
    if item.term.quarter is not None and gap[:1] not in (("ended",), ("ending",)):
        return None
    if gap not in _ENDS or not isinstance(end, Date) or end.latest is None or end.anchor is None:
        return None
    if end.timex.type != "DATE" or (after.term.day is None and after.term.month is None):
        return None
    last = date.fromisoformat(end.latest)
    next_day = far_end(last, "day", 1)
    first = far_end(next_day, length[1], -length[0]) if next_day is not None else None
    if first is None:
        return None
    found = _with_days(value, first, last, end.anchor)
    named = _named(value, item, first, last)
    if named is not None:
        found = found.model_copy(update={"timex": value.timex.model_copy(update={"value": named})})
    return found


def _named(value: Date, item: Item, first: date, last: date) -> str | None:
    """The value of "the week", "the quarter", "the year" by its last day; None where it stays as it is."""
    if value.timex.type != "DATE":
        return None
    if item.term.quarter is not None:  # the fourth quarter ended Dec. 28, or one of a fiscal year
        return f"{last.year:04d}-Q{item.term.quarter}"
    unit = item.term.step.unit if item.term.step is not None else ""
    if unit in ("week", "month", "quarter"):
        middle = containing(first + (last - first) / 2, unit) if unit != "week" else containing(last, unit)
        fits = middle is not None and (unit == "week" or middle.last == last)
        return middle.value if middle is not None and fits else None
    said = value.timex.value[:4]
    stale = said.isdigit() and not first.year <= int(said) <= last.year
    return f"{last.year:04d}" if stale else None


def _length(item: Item) -> tuple[int, str] | None:
    """How many of which unit a length or "the year", "the quarter" is; None for what cannot end on a day."""
    term = item.term
    if term.type == "DURATION" and term.length is not None and term.side is None:
        number, unit = term.length
        whole = number is not None and number == int(number) and unit in _ENDABLE
        return (int(number), unit) if whole and number is not None else None
    step = term.step
    if term.quarter is not None and term.year is None and step is None:
        return 1, "quarter"
    if item.rule != "date.unit-ended" or step is None or step.count or step.unit not in _ENDABLE:
        return None
    return 1, step.unit


def _opening(item: Item, atoms: Atoms) -> int | None:
    """How many months "the first nine months" and "the nine months" are; None for other lengths."""
    length = item.term.length
    if item.rule != "date.duration-first" or length is None or length[1] not in _MONTHS:
        return None
    number = length[0]
    words = atoms.lower(item.first, item.last)
    if number is None or number != int(number) or any(w in words for w in ("final", "last", "remaining")):
        return None
    months = int(number) * _MONTHS[length[1]]
    return months if 1 < months < 12 else None


def _of_year(items: list[Item], mentions: list[Mention], position: int, atoms: Atoms) -> Date | None:
    """ "The first nine months of 1989", "the first six months of this year"."""
    months, value = _opening(items[position], atoms), mentions[position].value
    if months is None or position + 1 == len(items) or not isinstance(value, Date):
        return None
    item, after, year = items[position], items[position + 1], mentions[position + 1].value
    gap = tuple(atoms.lower(item.last, after.first)) if after.first - item.last <= 2 else ("far",)
    if gap not in _OF_YEAR or after.term.fiscal or not isinstance(year, Date) or year.anchor is None:
        return None
    if len(year.timex.value) != 4 or not year.timex.value.isdigit() or year.timex.mod is not None:
        return None
    return _first_months(value, int(year.timex.value), months, year.anchor)


def _first_months(value: Date, year: int, months: int, by: By) -> Date:
    return _with_days(value, date(year, 1, 1), date(year, months, month_length(year, months)), by)


def _is_results(items: list[Item]) -> bool:
    """Whether a story tells results: it names quarters or halves, or compares with the year before."""
    return any(
        i.term.quarter or i.term.half or i.rule in ("date.year-ago", "date.same-period") for i in items
    )


def _up_to_now(item: Item, scene: Scene, atoms: Atoms, position: int, items: list[Item]) -> Date | None:
    """The first months of the year of publication, where they are over; none where the words go on."""
    months, published = _opening(item, atoms), scene.published
    following = atoms.lower(item.last, item.last + 1)
    if (
        months is None
        or published is None
        or following in (["of"], ["to"], ["ended"], ["ending"], ["through"])
    ):
        return None
    last_year, last_month = add_months(published.year, published.month, -1)
    if last_year != published.year or last_month < months:
        return None
    assert item.term.value is not None
    whole = Date.model_validate(
        {"timex": {"type": "DURATION", "value": item.term.value, "mod": item.term.mod}}
    )
    return _first_months(whole, published.year, months, "published")


def _compared(item: Item, value: Date, told: Date, atoms: Atoms) -> Date | None:
    """ "The year-earlier period" is that just told, a year before; "the latest period" that itself."""
    if "period" not in atoms.lower(item.first, item.last) or not told.earliest or not told.latest:
        return None
    years = {"date.year-ago": -1, "date.the-unit": 0}.get(item.rule)
    if years is None:
        return None
    first = moved(of_day(date.fromisoformat(told.earliest)), "year", years, grain="day")
    next_day = far_end(date.fromisoformat(told.latest), "day", 1)
    end = far_end(next_day, "year", years) if next_day is not None else None
    last = far_end(end, "day", -1) if end is not None else None
    if first is None or first.first is None or last is None:
        return None
    return _with_days(value, first.first, last, "context")
