"""Readers of rates as text: the central banks' own downloads, and nkclaims's documented CSV.

- ECB: ``eurofxref-hist.csv`` (or ``eurofxref.csv``), or its zip: ``Date,USD,JPY,…``, units per euro;
- NBP: the yearly archive CSV of table A or B: ``data;1THB;1USD;100JPY;…``, zlotys per unit(s);
- own: ``date,currency,units_per_usd[,regime]``: an ISO day, month ("2025-03") or year; an ISO 4217 code;
  units of the currency per US dollar; "official" (the default) or "market". Lines with # first are comments.

Every reader gives "CODE regime span" -> points; TableError names file and line of what it cannot use.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from nkclaims.errors import TableError

Series = dict[str, list[tuple[int, Decimal, int]]]
Zloty = Callable[[int], Decimal | None]
"""Zlotys per US dollar on a day, where known: NBP's table B has no dollar of its own."""
OWN_COLUMNS = ("date", "currency", "units_per_usd")
LARGEST = 200_000_000
_NBP_UNIT = re.compile(r"^(\d+) ?([A-Z]{3})$")
_CODE = re.compile(r"^[A-Z]{3}$")


@dataclass(slots=True)
class Read:
    """What a file holds: ``kind`` is "ecb", "nbp-a", "nbp-b" or "own"."""

    kind: str
    series: Series = field(default_factory=dict)

    def add(self, key: str, day: int, rate: Decimal) -> None:
        """Keep the rate of a day in the series of a key."""
        self.series.setdefault(key, []).append((day, rate, 0))


def parse(data: bytes, where: str, known: frozenset[str], zloty: Zloty | None = None) -> Read:
    """Read a file of rates, of whichever of the three kinds it is. ``known``: the codes that may occur.

    Raises TableError: a truncated zip, an unknown kind or code, a missing column, a rate that is not above
    zero, dates out of order.
    """
    if data[:2] == b"PK":
        data, where = _unzip(data, where)
    text = _text(data, where)
    head = next((line for line in text.splitlines() if line.strip() and not line.startswith("#")), "")
    if head.startswith("data;"):
        found = _nbp(text, where, known, zloty)
    elif head.startswith("Date,") and "USD" in [cell.strip() for cell in head.split(",")]:
        found = _ecb(text, where, known)
    else:
        found = _own(text, where, known)
    if not found.series:
        raise TableError("holds no rates", where=where)
    for points in found.series.values():
        points.sort()
    return found


def _unzip(data: bytes, where: str) -> tuple[bytes, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = [info for info in archive.infolist() if info.filename.lower().endswith(".csv")]
            if len(names) != 1:
                raise TableError("the zip must hold exactly one .csv", where=where)
            if names[0].file_size > LARGEST:
                raise TableError("the zip's file is too large to be a table of rates", where=where)
            return archive.read(names[0]), f"{where}!{names[0].filename}"
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise TableError(f"not a whole zip file ({error}): download it again", where=where) from error


def _text(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        if data.startswith(b"data;"):
            return data.decode("cp1250", errors="replace")  # NBP's archives; only their headings have accents
        raise TableError("is not UTF-8 text", where=f"{where}:1") from None


def _own(text: str, where: str, known: frozenset[str]) -> Read:
    found = Read("own")
    rows = _rows(text, ",", comments=True)
    line, header = next(rows, (1, []))
    names = [cell.strip().lower() for cell in header]
    if missing := [name for name in OWN_COLUMNS if name not in names]:
        wanted = ", ".join(OWN_COLUMNS)
        raise TableError(
            f"column {missing[0]!r} is missing (a rates file has {wanted}, and may have regime)",
            where=f"{where}:{line}",
        )
    order = _Order()
    for line, cells in rows:
        at = f"{where}:{line}"
        if len(cells) != len(names):
            raise TableError(f"{len(cells)} cells where the header has {len(names)}", where=at)
        row = dict(zip(names, (cell.strip() for cell in cells), strict=True))
        regime = row.get("regime") or "official"
        if regime not in ("official", "market"):
            raise TableError(f"regime {regime!r} is neither official nor market", where=at)
        day, span = _day(row["date"], at)
        code = _code(row["currency"], known, at)
        rate = _rate(row["units_per_usd"], at)
        if code == "USD" and rate != 1:
            raise TableError("the US dollar is 1 per US dollar", where=at)
        key = f"{code} {regime} {span}"
        order.check(key, day, at)
        found.add(key, day, rate)
    return found


def _ecb(text: str, where: str, known: frozenset[str]) -> Read:
    found = Read("ecb")
    rows = _rows(text, ",")
    line, header = next(rows)
    names = [cell.strip() for cell in header]
    columns = [(at, _code(name, known, f"{where}:{line}")) for at, name in enumerate(names) if at and name]
    dollar = names.index("USD")
    order = _Order()
    for line, cells in rows:
        at = f"{where}:{line}"
        if len(cells) != len(names):
            raise TableError(f"{len(cells)} cells where the header has {len(names)}: cut short?", where=at)
        day, _ = _day(_long_date(cells[0].strip()), at)
        order.check("ECB", day, at)
        per_dollar = _rate(cells[dollar], at)
        found.add("EUR official day", day, 1 / per_dollar)
        for column, code in columns:
            cell = cells[column].strip()
            if column != dollar and cell not in ("N/A", ""):
                found.add(f"{code} official day", day, _rate(cell, at) / per_dollar)
    return found


def _nbp(text: str, where: str, known: frozenset[str], zloty: Zloty | None) -> Read:
    rows = _rows(text, ";")
    line, header = next(rows)
    columns = []
    for column, cell in enumerate(header):
        if match := _NBP_UNIT.match(cell.strip()):
            columns.append((column, Decimal(match[1]), _code(match[2], known, f"{where}:{line}")))
    dollar = next((column for column in columns if column[2] == "USD"), None)
    if dollar is None and zloty is None:
        raise TableError(
            "column 'USD' is missing: import table A of the same year first", where=f"{where}:{line}"
        )
    found, order = Read("nbp-a" if dollar else "nbp-b"), _Order()
    for line, cells in rows:
        stamp = cells[0].strip()
        if not (len(stamp) == 8 and stamp.isdecimal()):
            continue  # names and units of the columns, above and below the rates
        at = f"{where}:{line}"
        day, _ = _day(f"{stamp[:4]}-{stamp[4:6]}-{stamp[6:]}", at)
        order.check("NBP", day, at)
        if dollar:
            per_dollar = _comma(_cell(cells, dollar[0], at), at) / dollar[1]
        elif zloty is not None and (known_zloty := zloty(day)) is not None:
            per_dollar = known_zloty
        else:
            raise TableError("no zlotys per dollar are known for the day: import table A first", where=at)
        found.add("PLN official day", day, per_dollar)
        for column, unit, code in columns:
            if code != "USD" and (quote := _cell(cells, column, at)):
                found.add(f"{code} official day", day, per_dollar / (_comma(quote, at) / unit))
    return found


class _Order:
    """Refuses dates that go back and forth, or come twice: ascending or descending, one way to the end."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[int, int]] = {}

    def check(self, key: str, day: int, where: str) -> None:
        before, way = self._last.get(key, (None, 0))
        if before is not None:
            step = (day > before) - (day < before)
            if step == 0:
                raise TableError(f"the date {date.fromordinal(day)} comes twice", where=where)
            if way and step != way:
                raise TableError(f"the date {date.fromordinal(day)} is out of order", where=where)
            way = step
        self._last[key] = (day, way)


def _rows(text: str, delimiter: str, *, comments: bool = False) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    for cells in reader:
        if any(cell.strip() for cell in cells) and not (comments and cells[0].startswith("#")):
            yield reader.line_num, cells


def _cell(cells: list[str], at: int, where: str) -> str:
    if at >= len(cells):
        raise TableError("the line is cut short", where=where)
    return cells[at].strip()


def _code(text: str, known: frozenset[str], where: str) -> str:
    code = text.strip().upper()
    if not _CODE.match(code) or code not in known:
        raise TableError(f"{text.strip()!r} is not a currency code of ISO 4217", where=where)
    return code


def _rate(text: str, where: str) -> Decimal:
    try:
        rate = Decimal(text.strip())
    except InvalidOperation:
        raise TableError(f"{text.strip()!r} is not a number", where=where) from None
    if not rate.is_finite() or rate <= 0:
        raise TableError(f"the rate {text.strip()} is not above zero", where=where)
    return rate


def _comma(text: str, where: str) -> Decimal:
    return _rate(text.replace("\xa0", "").replace(",", "."), where)


def _day(text: str, where: str) -> tuple[int, str]:
    """The ordinal of a day, or of the first of a month or year, and which of them it is."""
    span = {10: "day", 7: "month", 4: "year"}.get(len(text))
    try:
        if span is None:
            raise ValueError
        return date.fromisoformat(
            text + "-01-01"[len(text) - 10 :] if span != "day" else text
        ).toordinal(), span
    except ValueError:
        raise TableError(f"{text!r} is not an ISO day, month or year", where=where) from None


def _long_date(text: str) -> str:
    """``eurofxref.csv`` writes "24 November 2026" where the history writes "2026-11-24"."""
    parts = text.split()
    if len(parts) == 3 and parts[1][:3] in _MONTHS:
        return (
            f"{parts[2]}-{_MONTHS.index(parts[1][:3]) + 1:02}-{int(parts[0]):02}"
            if parts[0].isdecimal()
            else text
        )
    return text


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
