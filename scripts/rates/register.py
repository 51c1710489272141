"""Write a table's entries into src/nkclaims/data/SOURCES.toml: its own are replaced, all others stay."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

DATA = Path(__file__).parents[2] / "src" / "nkclaims" / "data"
FIELDS = ("id", "file", "title", "origin", "licence", "date", "sha256", "made_by")


def register(entries: list[dict[str, str]]) -> None:
    """Replace or append one ``[[source]]`` an entry; sha256 is reckoned from the file."""
    path = DATA / "SOURCES.toml"
    blocks = re.split(r"(?m)^(?=\[\[source\]\])", path.read_text(encoding="utf-8") if path.exists() else "")
    ours = {entry["id"] for entry in entries}
    kept = [block for block in blocks if not any(f'id = "{name}"\n' in block for name in ours)]
    for entry in entries:
        entry["sha256"] = sha256((DATA / entry["file"]).read_bytes()).hexdigest()
        kept.append("[[source]]\n" + "".join(f'{name} = "{entry[name]}"\n' for name in FIELDS) + "\n")
    path.write_text("".join(kept).rstrip("\n") + "\n", encoding="utf-8")
