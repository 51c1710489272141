"""Datelines: the place, and often day and agency, that open a report ("PARIS, March 3 (Reuters) -")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nkclaims.inputs.dates import DATELINE_RANK, HeaderDate, read_line
from nkclaims.inputs.vocabulary import vocabulary

REACH = 200
"""Characters at a paragraph's beginning in which a dateline is looked for."""

_UPPER = "A-ZÀ-ÖØ-ÞĀČĎĐĒĞĪĶĹŁŃŅŇŐŘŚŞŠŤŪŮŰŹŻŽİ"
_NAME = rf"[{_UPPER}][\w'’.]*(?:-[\w'’]+)*"
_LINK = r"(?:de|la|las|los|del|da|do|di|el|al|of|the|and|upon|am|an|im|le|sur|en)"
_GAP = r"(?: ?/ ?|[ \xa0])"
_CITY = rf"{_NAME}(?:{_GAP}{_LINK})?(?:{_GAP}{_NAME}){{0,3}}"
_REGION = rf",[ \xa0]?{_NAME}(?:[ \xa0]{_NAME}){{0,2}}"
_PLACE = rf"(?P<place>{_CITY}(?:{_REGION}){{0,2}})"
_MONTH = r"(?:(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[A-Za-z]*\.?)"
_DATE = rf"(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:, ?\d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_SOURCE = r"(?:-{0,2}\s?\((?P<source>[^()\n]{2,60})\)|/(?P<wire>[A-Z][\w ]{2,30})/)"
_DASH = r"(?P<dash>—|–|―|--+|-|_+|:|\x96|\x97|\ufffd)"
_HEAD = rf"{_PLACE}?(?:[,.]?\s*(?P<date>{_DATE}))?(?:[,.]?\s*{_SOURCE})?(?:[,.]?\s*(?P<date2>{_DATE}))?"
_WITH_DASH = re.compile(rf"{_HEAD}(?P<room>\s*){_DASH}(?=\s|$|[\w“\"'‘`(])")
_WITHOUT_DASH = re.compile(rf"{_PLACE}\s*{_SOURCE}(?=\s|$|[\w“\"'‘`])")
_AFTER_TITLE = re.compile(rf"(?<=[.!?] )(?=[{_UPPER}]{{2}})")


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline in the text.

    place  as printed, with its region ("NAIROBI, Kenya"); None where it names none
    date   the day it prints; None where it prints none, or none with a year
    """

    start: int
    end: int
    place: str | None
    date: HeaderDate | None


def find_dateline(text: str, start: int, end: int, *, loose: bool = False) -> Dateline | None:
    """The dateline that opens text[start:end], or follows a title on the same line; None where there is none.

    ``loose`` takes a plain "Paris – " and "NASHIK: " too, which only several paragraphs vouch for.

    >>> find_dateline("Milan (AsiaNews) – When it", 0, 26).place
    'Milan'
    >>> find_dateline("NATO — the alliance", 0, 19) is None
    True
    """
    stop = min(end, start + REACH)
    head = text[start:stop]
    found = _read(head, 0, loose, start)
    if found is None:
        for title in _AFTER_TITLE.finditer(head):
            found = _read(head, title.start(), False, start)
            if found is not None:
                break
    return found


def _read(head: str, at: int, loose: bool, shift: int) -> Dateline | None:
    found = _WITH_DASH.match(head, at) or _WITHOUT_DASH.match(head, at)
    if found is None:
        return None
    slots = found.groupdict()
    place, source = slots["place"], slots["source"] or slots["wire"]
    date = slots.get("date") or slots.get("date2")
    if source is not None and date is None and read_line(source, most_words=0):
        date, source = source, None
    capitals = place is not None and _is_capitals(place)
    agency = source is not None and _is_agency(source, capitals)
    if source is not None and not agency:
        return None
    follows = head[found.end() :]
    if not _is_opening(found, capitals, bool(date), agency, follows, loose):
        return None
    if place is not None and not vocabulary().not_places.isdisjoint(_cities(place)):
        return None
    day = read_line(date) if date else None
    if day is not None:
        day = HeaderDate(day.readings, DATELINE_RANK)
    return Dateline(shift + found.start(), shift + found.end(), place, day)


def _cities(place: str) -> list[str]:
    """The towns of a dateline, folded: "LAGOS/ABUJA, Nigeria" names two."""
    return [city.strip().casefold() for city in place.split(",", 1)[0].split("/")]


def _is_capitals(place: str) -> bool:
    city = place.split(",", 1)[0]
    return city.isupper() and len(city) > 2


def _is_agency(source: str, capitals: bool) -> bool:
    """A known agency, or a name written as agencies write theirs (AsiaNews, IRNA), or after capitals."""
    folded = source.casefold().strip(" .")
    if folded in vocabulary().agencies:
        return True
    return len(source.split()) <= 3 and source[:1].isupper() and (capitals or not source[1:].islower())


def _is_opening(
    found: re.Match[str], capitals: bool, date: bool, agency: bool, follows: str, loose: bool
) -> bool:
    """Whether a match is a dateline: what is printed weighs against how often it is something else."""
    place, dash = found["place"], found.groupdict().get("dash")
    if dash is None:
        known = agency and (found["source"] or "").casefold() in vocabulary().agencies
        return known and (capitals or not follows[:1].isspace())
    follows = follows.lstrip()
    if dash == ":":
        return agency or (capitals and (date or (loose and len(place or "") > 3 and follows[:1].isupper())))
    if agency or (date and place is not None):
        return True
    if place is None:
        return False
    spaced = dash not in "-_" or bool(found["room"]) or dash == "_"
    opens = not follows or follows[0].isupper() or follows[0] in "\"“'‘`" or follows[0].isdigit()
    if capitals:
        return spaced and opens
    return loose and dash in "—–―" and bool(found["room"]) and opens and len(place.split()) <= 4


def writes_month_first(place: str | None) -> bool | None:
    """Whether a dateline's country writes the month first; None where the place does not say.

    >>> writes_month_first("BANTAM, Conn."), writes_month_first("Milan")
    (True, None)
    """
    if place is None:
        return None
    known = vocabulary().month_first
    pieces = [piece.strip().casefold() for piece in place.split(",")]
    return True if any(piece in known for piece in pieces) else None
