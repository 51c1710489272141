"""The user's own tables of rates: imported central bank files, and the one of a run's ``--rates FILE``.

Imported tables live in the user's data folder (``NKCLAIMS_DATA_DIR`` overrides it), one file a source, and
are replaced whole or not at all: a new table is written beside the old one and moved over it when complete.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from platformdirs import user_data_dir

from nkclaims.errors import TableError
from nkclaims.normalise.fetch import ECB_HISTORY, download
from nkclaims.tables import currencies
from nkclaims.tables.ratefile import RateFile, read, write
from nkclaims.tables.rates import Rates, embedded, load
from nkclaims.tables.ratetext import Read, parse
from nkclaims.tables.sources import Source, sources

TITLES = {
    "ecb": "European Central Bank: euro foreign exchange reference rates",
    "nbp-a": "Narodowy Bank Polski: average rates, table A",
    "nbp-b": "Narodowy Bank Polski: average rates, table B",
    "own": "The user's own rates",
}


@dataclass(slots=True, frozen=True)
class Imported:
    """An imported table: ``first`` and ``last`` are ISO days, ``sha256`` is that of the file it came from."""

    id: str
    title: str
    origin: str
    path: Path
    sha256: str
    first: str
    last: str
    currencies: int
    rates: int


@dataclass(slots=True, frozen=True)
class Coverage:
    """What the tables in use have of a currency: ISO days; ``regimes`` "official", "market" or both.

    ``first`` and ``last`` are None where only a fixed rate or peg is known; ``fixed``: one is in force.
    """

    code: str
    first: str | None
    last: str | None
    rates: int
    regimes: tuple[str, ...]
    fixed: bool


def data_dir() -> Path:
    """The folder of the user's tables; not made until something is imported."""
    given = os.environ.get("NKCLAIMS_DATA_DIR")
    return Path(given) if given else Path(user_data_dir("nkclaims", appauthor=False))


def load_rates(rates_file: Path | None = None, *, folder: Path | None = None) -> Rates:
    """The rates in use: embedded, imported, and the user's own CSV for this run. Raises TableError."""
    return load(_tables(folder), read_user(rates_file) if rates_file else None)


def read_user(path: Path) -> RateFile:
    """The table of ``--rates FILE``, in any format that can be imported. Raises TableError: file and line."""
    found = _parse(_bytes(path), str(path), None)
    return read(_packed(found, "user", str(path), ""), str(path))


def import_file(path: Path, *, folder: Path | None = None) -> Imported:
    """Store a central bank's download, or a CSV of one's own, for every later run.

    Raises TableError with file and line for what cannot be used; the tables in use are unchanged then.
    """
    return _store(_bytes(path), str(path), path.stem, folder)


def update(url: str = ECB_HISTORY, *, folder: Path | None = None, timeout: float = 60.0) -> Imported:
    """Fetch the ECB's history and store it. The only function of nkclaims that uses the network.

    Raises TableError where the address cannot be read, the answer is cut short or is no table of rates, or is
    older than the one in use; the tables in use are unchanged then.
    """
    data = download(url, timeout=timeout)
    return _store(data, url, "update", folder, only="ecb", newer=True)


def imported(*, folder: Path | None = None) -> list[Imported]:
    """The tables imported so far, by id. Raises TableError where one is damaged: import it again."""
    return [_describe(table, Path(table.where)) for table in _tables(folder)]


def sources_in_use(*, folder: Path | None = None) -> list[Source]:
    """Every table that ships with nkclaims, then what was imported: what ``nkclaims sources`` lists."""
    return [*sources(), *(_source(table) for table in imported(folder=folder))]


def _source(table: Imported) -> Source:
    """An imported table as an entry like SOURCES.toml's; its sha256 is that of the file it came from."""
    return Source(
        id=table.id,
        file=str(table.path),
        title=table.title,
        origin=table.origin,
        licence="as its publisher says",
        date=table.last,
        sha256=table.sha256,
        made_by="nkclaims rates update" if table.origin.startswith("http") else "nkclaims rates import",
    )


def status(rates: Rates) -> list[Coverage]:
    """What the tables in use have of every currency, by code."""
    rows = []
    for code in rates.codes():
        entries = [(key, entry) for table in rates.tables for key, entry in _entries(table, code)]
        first = min((entry[3] for _, entry in entries), default=None)
        last = max((entry[4] for _, entry in entries), default=None)
        rows.append(
            Coverage(
                code,
                _iso(first),
                _iso(last),
                sum(entry[2] for _, entry in entries),
                tuple(sorted({key.split()[1] for key, _ in entries})),
                code == "USD" or rates.fixed(code, rates.until) is not None,
            )
        )
    return rows


def _entries(table: RateFile, code: str) -> Iterator[tuple[str, list[int]]]:
    return ((key, entry) for key, entry in table.header["series"].items() if key.startswith(f"{code} "))


def _tables(folder: Path | None) -> list[RateFile]:
    place = (folder or data_dir()) / "rates"
    return (
        [read(path.read_bytes(), str(path)) for path in sorted(place.glob("*.bin"))] if place.is_dir() else []
    )


def _store(
    data: bytes, origin: str, stem: str, folder: Path | None, *, only: str | None = None, newer: bool = False
) -> Imported:
    place = (folder or data_dir()) / "rates"
    tables = _tables(folder)
    found = _parse(data, origin, load(tables))
    if only and found.kind != only:
        raise TableError(f"is not the table asked for ({TITLES[only]})", where=origin)
    name = _name(found, stem)
    path = place / f"{name}.bin"
    old = next((table for table in tables if Path(table.where) == path), None)
    packed = _packed(found, f"imported-{name}", origin, sha256(data).hexdigest())
    table = read(packed, str(path))
    if newer:
        _refuse_less(table, old or embedded(), origin)
    _replace(path, packed)
    return _describe(table, path)


def _refuse_less(new: RateFile, old: RateFile, origin: str) -> None:
    """A history that is fetched must reach as far, both ways, as the one it replaces or adds to."""
    one, two = new.header["series"]["EUR official day"], old.header["series"]["EUR official day"]
    if one[4] < two[4]:
        ends = (_iso(one[4]), _iso(two[4]))
        raise TableError(
            f"ends on {ends[0]}, before the table in use ({ends[1]}): left as it was", where=origin
        )
    if one[3] > two[3]:
        raise TableError(
            "does not reach back as far as the table in use: not the whole history", where=origin
        )


def _replace(path: Path, data: bytes) -> None:
    """Write beside, then move over: a reader sees the old table or the new one, never a part."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    except OSError as error:
        raise TableError(
            f"cannot be written ({error.strerror}): the tables are unchanged", where=str(path)
        ) from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise TableError(
            f"cannot be written ({error.strerror}): the tables are unchanged", where=str(path)
        ) from error


def _parse(data: bytes, where: str, rates: Rates | None) -> Read:
    known = frozenset(currencies.codes()) | frozenset((rates or load()).codes())

    def zloty(day: int) -> Decimal | None:
        point = (rates or load()).previous("PLN", "official", day)
        return point.rate if point and day - point.day <= 7 else None

    return parse(data, where, known, zloty)


def _packed(found: Read, source: str, origin: str, digest: str) -> bytes:
    last = max(points[-1][0] for points in found.series.values())
    header = {
        "sources": [source],
        "until": date.fromordinal(last).isoformat(),
        "kind": found.kind,
        "origin": origin,
        "sha256": digest,
    }
    return write(found.series, header)


def _name(found: Read, stem: str) -> str:
    if found.kind == "ecb":
        return "ecb"
    if found.kind == "own":
        safe = "".join(letter if letter.isalnum() else "-" for letter in stem.lower()).strip("-")
        return f"own-{safe or 'rates'}"
    year = date.fromordinal(max(points[-1][0] for points in found.series.values())).year
    return f"{found.kind}-{year}"


def _describe(table: RateFile, path: Path) -> Imported:
    head = table.header
    entries = list(head["series"].values())
    return Imported(
        id=head["sources"][0],
        title=TITLES[head["kind"]],
        origin=head["origin"],
        path=path,
        sha256=head["sha256"],
        first=date.fromordinal(min(entry[3] for entry in entries)).isoformat(),
        last=head["until"],
        currencies=len({key.split()[0] for key in head["series"]}),
        rates=sum(entry[2] for entry in entries),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise TableError(f"cannot be read: {error.strerror}", where=str(path)) from error


def _iso(day: int | None) -> str | None:
    return date.fromordinal(day).isoformat() if day is not None else None
