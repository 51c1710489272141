"""``nkclaims rates`` and ``nkclaims sources``: the tables in use, where they come from, and newer ones."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from nkclaims.commands.common import stdout_console
from nkclaims.normalise.user_rates import (
    Imported,
    data_dir,
    import_file,
    imported,
    load_rates,
    status,
    update,
)
from nkclaims.tables.sources import intact, sources


def show_status(code: str | None, rates_file: Path | None) -> int:
    """Prints what the tables in use have of every currency, or of one; 1 where there is none of that."""
    rates = load_rates(rates_file)
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("currency", "first", "last", "rates", "regimes", "fixed"):
        table.add_column(name, justify="right" if name == "rates" else "left")
    rows = [row for row in status(rates) if code is None or row.code == code.upper()]
    for row in rows:
        table.add_row(
            Text(row.code, "bold"),
            row.first or "—",
            row.last or "—",
            f"{row.rates:,}",
            ", ".join(row.regimes),
            "yes" if row.fixed else "",
        )
    console = stdout_console()
    if rows:
        console.print(table)
    else:
        console.print(Text(f"no table has a rate of {code}"))
    console.print(Text(f"The tables end on {date.fromordinal(rates.until).isoformat()}."))
    for one in imported():
        console.print(Text(f"Imported: {_said(one)}"))
    console.print(Text(f"Your own tables are kept in {data_dir()}", "dim"))
    return 0 if rows else 1


def import_rates(path: Path) -> int:
    """Stores a table for every later run. Raises TableError for one that cannot be used."""
    stdout_console().print(Text(f"Imported: {_said(import_file(path))}"))
    return 0


def update_rates(url: str | None) -> int:
    """Fetches the European Central Bank's history. Raises TableError: the old table stays whole."""
    stdout_console().print(Text(f"Imported: {_said(update(url) if url else update())}"))
    return 0


def _said(one: Imported) -> str:
    size = f"{one.currencies} currencies, {one.rates:,} rates"
    return f"{one.title}, {one.first} to {one.last}, {size}, from {one.origin}"


def list_sources() -> int:
    """Prints every table with origin, licence, date and sha256; 1 where one is not as it was shipped."""
    console = stdout_console()
    broken = 0
    for source in sources():
        good = intact(source)
        broken += not good
        mark = Text("✓ ", "green") if good else Text("✗ ", "bold red")
        console.print(mark.append(source.id, "bold").append(f"  {source.title}", "not bold"), soft_wrap=True)
        _details(console, source.file, source.origin, source.licence, source.date, source.sha256)
    for one in imported():
        console.print(
            Text("✓ ", "green").append(one.id, "bold").append(f"  {one.title}", "not bold"), soft_wrap=True
        )
        _details(
            console, str(one.path), one.origin, "the publisher's", f"{one.first} to {one.last}", one.sha256
        )
    if broken:
        console.print(
            Text(f"{broken} tables are not as they were shipped: install nkclaims again", "bold red")
        )
    return 1 if broken else 0


def _details(console: Console, file: str, origin: str, licence: str, day: str, digest: str) -> None:
    for name, value in (
        ("file", file),
        ("origin", origin),
        ("licence", licence),
        ("date", day),
        ("sha256", digest),
    ):
        console.print(Text(f"    {name:<8}", "dim").append(value, "not dim"), soft_wrap=True)
