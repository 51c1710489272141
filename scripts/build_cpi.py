"""Build src/nkclaims/data/cpi.json, the US consumer price index by month, from the pinned ``cpi`` package.

python scripts/build_cpi.py [WORK]      WORK: folder for downloads (default .cache/rates)
"""

from __future__ import annotations

import json
import sqlite3
import sys
from pathlib import Path

from rates import readers
from rates.register import DATA, register

SERIES = "CUUR0000SA0"


def main() -> None:
    """Read the package's database, write the table and its entry in SOURCES.toml."""
    work = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/rates")
    folder = readers.fetch(work)["cpi"]
    with sqlite3.connect(folder / "cpi" / "cpi.db") as database:
        rows = database.execute(
            "select year, period, value from indexes where series = ? and period between 'M01' and 'M12'",
            [SERIES],
        )
        table = {f"{year}-{period[1:]}": value for year, period, value in rows}
    (DATA / "cpi.json").write_text(json.dumps(table, indent=0, sort_keys=True) + "\n")
    entry = {
        "id": "us-cpi",
        "file": "cpi.json",
        "title": f"US consumer price index, all urban consumers, all items, monthly ({SERIES})",
        "origin": f"US Bureau of Labor Statistics by way of {readers.pinned('cpi')}",
        "licence": "public domain (US government)",
        "date": max(table),
        "made_by": "scripts/build_cpi.py",
    }
    register([entry])
    print(f"cpi.json: {len(table)} months, {min(table)} to {max(table)}")


if __name__ == "__main__":
    main()
