"""Build src/nkclaims/data/currencies.json: every currency, where and when it was tender, what news calls it.

Codes, English names, minor digits and circulation come from CLDR (PyPI: babel); written forms, defaults and
what CLDR leaves out from the hand-kept scripts/currencies.toml. Run: python scripts/build_currencies.py
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "nkclaims" / "data" / "currencies.json"
Row = tuple[str, str | None, str | None]  # country, first day, last day
Made = dict[tuple[str, str], list[str]]  # (form, factor) -> codes


def iso(day: tuple[int, int, int] | None) -> str | None:
    return None if day is None else "{:04d}-{:02d}-{:02d}".format(*day)


def circulation(hand: dict[str, Any]) -> dict[str, dict[str, Row]]:
    """code -> country -> (country, first, last); hand-kept rows win over CLDR's."""
    rows: dict[str, dict[str, Row]] = {}
    for country, uses in sorted(get_global("territory_currencies").items()):
        for code, first, last, tender in uses:
            if tender:
                rows.setdefault(code, {})[country] = (country, iso(first), iso(last))
    for line in hand["tender"]:
        country, code, first, last = line.split()
        rows.setdefault(code, {})[country] = (country, first, None if last == "-" else last)
    for line in hand["withdrawn"]:
        code, _, country, first, last = line.split("|")
        rows.setdefault(code, {})[country] = (country, first, last)
    return rows


def digits(hand: dict[str, Any], tender: dict[str, dict[str, Row]]) -> dict[str, int]:
    """ISO's exponents, and for withdrawn codes CLDR's (its digits for living ones are a habit of display)."""
    words = hand["digits"].split()
    exponents = {code: int(figure) for code, figure in zip(words[::2], words[1::2], strict=True)}
    for code, (figure, *_) in get_global("currency_fractions").items():
        uses = tender.get(code, {}).values()
        if uses and all(last for _, _, last in uses):
            exponents.setdefault(code, figure)
    return exponents


def codes(hand: dict[str, Any]) -> dict[str, list[Any]]:
    """code -> [English name, minor digits, circulation]."""
    names = dict(Locale("en").currencies)
    tender = circulation(hand)
    exponents = digits(hand, tender)
    names.update({line.split("|")[0]: line.split("|")[1] for line in hand["withdrawn"]})
    for line in hand["de_facto"]:
        code, figure, _, name = line.split(maxsplit=3)
        names[code], exponents[code] = name, int(figure)
    return {
        code: [
            name,
            exponents.get(code, 2),
            sorted(tender.get(code, {}).values(), key=lambda row: (row[1] or "", row[0])),
        ]
        for code, name in sorted(names.items())
    }


def people(code: str, table: dict[str, list[Any]], hand: dict[str, Any], bases: Iterable[str]) -> set[str]:
    """Whose currency it is, in words: hand-kept words, and the adjective in CLDR's own name."""
    found = set(hand["people"].get(code[:2], ()))
    country = Locale("en").territories.get(code[:2], "")
    if country and not code.startswith(("X", "EU")):
        found.add(re.sub(r" SAR China$| \(.*\)$", "", country).replace("&", "and").lower())
    name = re.sub(r"\s*\(.*\)", "", table[code][0]).lower()
    for base in bases:
        if name.endswith(" " + base) and not re.search(
            r"\b(new|hard|reformed|convertible|soviet|socialist)$", name[: -len(base) - 1]
        ):
            found.add(name[: -len(base) - 1])
    return found


def national(
    entry: dict[str, Any], table: dict[str, list[Any]], hand: dict[str, Any]
) -> Iterator[tuple[str, str]]:
    """(form, code) for every people whose currency the entry's words can name."""
    for code in entry["codes"].split():
        for whose in sorted(people(code, table, hand, entry["names"])):
            for base in entry["names"]:
                yield f"{whose} {base}", code


def names(table: dict[str, list[Any]], hand: dict[str, Any]) -> list[list[str]]:
    """[what it means or "", factor, candidates, forms joined by "|"], one row a meaning."""
    made: dict[str, tuple[str, str, str]] = {}
    for kind in ("part", "base"):
        for entry in hand[kind]:
            factor = entry.get("factor", "1")
            gathered: dict[str, list[str]] = {}
            for form, code in national(entry, table, hand):
                row = gathered.setdefault(form, [])
                if code not in row:
                    row.append(code)
            for form, row in gathered.items():
                made[form] = (row[0], factor, " ".join(row))
    for kind in ("base", "part", "name"):
        seen: set[str] = set()
        for entry in hand[kind]:
            for form in entry["names"]:
                if form in seen:
                    raise SystemExit(f"{kind}: {form!r} stands twice")
                seen.add(form)
                made[form] = meaning(entry)
    return grouped(made, table)


def meaning(entry: dict[str, Any]) -> tuple[str, str, str]:
    """(code or "", factor, candidates) of a bare form; what it means comes first."""
    row: list[str] = entry["codes"].split()
    default = entry.get("default", row[0] if len(row) == 1 else "")
    if default:
        row.remove(default)
        row.insert(0, default)
    return default, entry.get("factor", "1"), " ".join(row)


def grouped(made: dict[str, tuple[str, str, str]], table: dict[str, list[Any]]) -> list[list[str]]:
    by_meaning: dict[tuple[str, str, str], list[str]] = {}
    for form, what in made.items():
        if unknown := set(what[2].split()) - set(table):
            raise SystemExit(f"{form!r}: no such code {sorted(unknown)}")
        by_meaning.setdefault(what, []).append(form)
    return [[*what, "|".join(sorted(forms))] for what, forms in sorted(by_meaning.items())]


def symbols(table: dict[str, list[Any]], hand: dict[str, Any]) -> list[list[str]]:
    """[what it means or "", factor, candidates, where it stands, forms joined by "|"]."""
    rows: dict[tuple[str, ...], list[str]] = {}
    seen: dict[str, str] = {}
    for entry in (*hand["symbol"], *scaled(hand)):
        what = (*meaning(entry), entry["at"])
        if unknown := set(what[2].split()) - set(table):
            raise SystemExit(f"{entry['forms']}: no such code {sorted(unknown)}")
        forms = list(entry["forms"])
        if entry.get("anycase"):
            forms = list(dict.fromkeys(case for form in forms for case in (form, form.lower(), form.upper())))
        for form in forms:
            if form in seen:
                raise SystemExit(f"symbol {form!r} stands twice: {seen[form]}, {what[2]}")
            seen[form] = what[2]
        rows.setdefault(what, []).extend(forms)
    return [[*what, "|".join(sorted(forms))] for what, forms in sorted(rows.items())]


def scaled(hand: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Codes that hold their scale ("MUSD"), as entries of symbols."""
    for entry in hand["scaled"]:
        for code in entry["codes"].split():
            forms = [prefix + code for prefix in entry["prefixes"].split()]
            yield {"forms": forms, "at": "ba", "factor": entry["factor"], "codes": code}


def one_a_line(rows: Iterable[str]) -> str:
    return ",\n".join(rows)


def dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def build() -> str:
    """The table as the text of its file."""
    hand = tomllib.loads((HERE / "currencies.toml").read_text("utf-8"))
    table = codes(hand)
    named = names(table, hand)
    single = {form for row in named for form in row[3].split("|") if " " not in form}
    if stray := set(hand["common"].split()) - single:
        raise SystemExit(f"common: not a name {sorted(stray)}")
    parts = [
        '"codes":{\n' + one_a_line(f"{dump(code)}:{dump(row)}" for code, row in table.items()) + "\n}",
        '"names":[\n' + one_a_line(map(dump, named)) + "\n]",
        '"symbols":[\n' + one_a_line(map(dump, symbols(table, hand))) + "\n]",
        *(f'"{key}":{dump(" ".join(sorted(hand[key].split())))}' for key in ("marked", "words", "common")),
    ]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def main() -> None:
    text = build()
    TARGET.write_text(text, "utf-8")
    print(TARGET.name, "sha256", hashlib.sha256(text.encode()).hexdigest())


if __name__ == "__main__":
    main()
