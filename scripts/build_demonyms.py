"""Build src/nkclaims/data/demonyms.json: every demonym and place adjective, lower-cased -> country or id.

    python scripts/build_demonyms.py        # after build_gazetteer.py

A small file of its own, because readers of numbers step over these words ("4,000 North Korean workers") without
needing the gazetteer. Values: an ISO 3166-1 code, or a GeoNames id as a string, or "" for a region without one.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

HERE = Path(__file__).parent / "places"
DATA = Path(__file__).parents[1] / "src" / "nkclaims" / "data"
# -ese, -ish, -ch, -ss and the like are their own plural ("the Chinese", "the British").
PLURAL = re.compile(
    r"(?:an|i|er|or|ite|o|ic|nian|ot|ak|ek|tt|on|ab|rd|rb|at|ard|rk|ole|ane|ede|inn|aul|it|egian|iwi|us|ne|el|sh man|man)$"
)
NO_PLURAL = re.compile(
    r"(?:ese|ish|ch|sh|ss|x|men|ois|andic|ordic|men|man|woman|women|lemish|Thai|Lao|lpine)$"
)


def forms_of(stems: list[str]) -> list[str]:
    """The words and their plurals."""
    out = []
    for stem in stems:
        out.append(stem)
        if PLURAL.search(stem) and not NO_PLURAL.search(stem):
            out.append(stem + "s")
    return out + (["Thais"] if "Thai" in stems else []) + (["Laos"] if "" in stems else [])


def main() -> None:
    from nkclaims.tables.gazetteer import ROW, gazetteer, key_of

    words = tomllib.loads((HERE / "demonyms.toml").read_text(encoding="utf-8"))
    table, out = gazetteer(), {}
    for section, holders in words.items():
        for holder, stems in holders.items():
            for form in forms_of(stems):
                row = table.find(key_of(form))[1][0] & ROW
                geonames = table.geonames[row]
                out[form.lower()] = holder if section == "countries" else str(geonames) if geonames else ""
    text = json.dumps(out, ensure_ascii=False, sort_keys=True, indent=0, separators=(",", ":"))
    (DATA / "demonyms.json").write_text(text + "\n", encoding="utf-8")
    print(len(out), "demonyms")


if __name__ == "__main__":
    main()
