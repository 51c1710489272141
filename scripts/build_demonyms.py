"""Build src/nkclaims/data/demonyms.json: every demonym and place adjective, lower-cased -> country or id.

    python scripts/build_demonyms.py        # after build_gazetteer.py

A small file of its own, because readers of numbers step over these words ("4,000 North Korean workers")
without needing the gazetteer. Values: an ISO 3166-1 code, a GeoNames id in digits, or "".
"""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from rates.register import register

SOURCE = {
    "id": "demonyms",
    "file": "demonyms.json",
    "title": "English demonyms and place adjectives",
    "origin": "hand-kept in scripts/places/demonyms.toml; GeoNames ids from the gazetteer",
    "licence": "MIT; CC BY 4.0 (GeoNames ids)",
    "date": "2026-11-24",
    "made_by": "scripts/build_demonyms.py",
}
WORDS = SOURCE | {
    "id": "place-words",
    "file": "place_words.toml",
    "title": "Words that tell a place from a person, a firm or a plain word",
    "origin": "hand-kept",
    "licence": "MIT",
    "made_by": "by hand",
}
HERE = Path(__file__).parent / "places"
DATA = Path(__file__).parents[1] / "src" / "nkclaims" / "data"
# -ese, -ish, -ch, -ss and the like are their own plural ("the Chinese", "the British"); in -s, "Lao" and
# "Philippine" would be the countries.
NO_PLURAL = re.compile(r"(?:ese|s[hs]|ch|x|s|ic|[mM]en|man|woman|ine|^Lao|bé)$")


def forms_of(stems: list[str]) -> list[str]:
    """The words and their plurals.

    >>> forms_of(["Danish", "Dane"]), forms_of(["Frenchman"])
    (['Danish', 'Dane', 'Danes'], ['Frenchman'])
    """
    return [form for stem in stems for form in ([stem] if NO_PLURAL.search(stem) else [stem, stem + "s"])]


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
    register([SOURCE, WORDS])
    print(len(out), "demonyms")


if __name__ == "__main__":
    main()
