"""Turn corpus/NAME.txt and the hand-written corpus/NAME.toml into corpus/NAME.gold.jsonl.

Usage: python scripts/build_corpus.py [NAME ...]     The source format is described in corpus/README.md.
Quotes become offsets, values are validated by the kind's model, corpus/manifest.jsonl is written anew.
A mistake is named, and its article is not written.
"""

from __future__ import annotations

import calendar
import hashlib
import json
import re
import sys
import tomllib
from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, get_args

from pydantic import ValidationError

from nkclaims.model.base import Record
from nkclaims.model.claims import CLAIM_BY_KIND, Links, Section, Voice
from nkclaims.model.values import Change, Date, Direction, Event, Money, Percentage, Place, Quantity

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
VALUE_BY_KIND: dict[str, type[Record]] = {
    "money": Money,
    "percentage": Percentage,
    "quantity": Quantity,
    "date": Date,
    "place": Place,
    "event": Event,
    "change": Change,
}
QUOTES = ("of", "holder", "base")
VOICE = ("source", "manner", "stance")
NOT_VALUE = {"kind", "text", "left", "section", "optional", "direction", "links", *QUOTES, *VOICE}
LINK_NAMES = {field.alias or name for name, field in Links.model_fields.items()}
LINKED_KINDS = {"when": {"date"}, "where": {"place"}, "count": {"quantity"}}


class AnnotationError(ValueError):
    """The annotation and the article do not fit: says which claim and why."""


def locate(text: str, quote: str, left: str = "") -> tuple[int, int]:
    """Offsets of a quote whose left context and words stand in the text exactly once.

    >>> locate("one and one", "one", "and ")
    (8, 11)
    """
    found = [m.start() + len(left) for m in re.finditer(f"(?={re.escape(left + quote)})", text)]
    if len(found) != 1 or not quote:
        raise AnnotationError(f"{left!r} + {quote!r} stands {len(found)} times in the text, must stand once")
    return found[0], found[0] + len(quote)


def nearest(text: str, quote: str, start: int, end: int) -> tuple[int, int]:
    """Offsets of the place of a quote that lies nearest to the claim at start:end; as whole words.

    >>> nearest("pay is low; she said pay was 5", "pay", 29, 30)
    (21, 24)
    """
    found = [m.start() for m in re.finditer(rf"(?<!\w)(?={re.escape(quote)}(?!\w))", text)]
    if not found:
        raise AnnotationError(f"{quote!r} does not stand in the text")
    best = min(found, key=lambda at: max(at - end, start - at - len(quote)))
    return best, best + len(quote)


def quote_record(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def find_quote(text: str, said: str | dict[str, str], start: int, end: int) -> dict[str, Any]:
    """A field's quote: the nearest place of a string, or the one place that {text, left} names."""
    if isinstance(said, str):
        return quote_record(text, *nearest(text, said, start, end))
    return quote_record(text, *locate(text, said["text"], said.get("left", "")))


def days_of(timex: str) -> tuple[date, date, str] | None:
    """First and last day and EDTF of a plain TIMEX3 date; None where the calendar alone does not say.

    >>> days_of("2025-Q3")
    (datetime.date(2025, 7, 1), datetime.date(2025, 9, 30), '2025-35')
    """
    if m := re.fullmatch(r"(\d{4})-W(\d\d)", timex):
        first = date.fromisocalendar(int(m[1]), int(m[2]), 1)
        last = first + timedelta(days=6)
        return first, last, f"{first}/{last}"
    if m := re.fullmatch(r"(\d{3})X?", timex):
        return date(int(m[1]) * 10, 1, 1), date(int(m[1]) * 10 + 9, 12, 31), m[1] + "X"
    if m := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", timex):
        return None  # a season's days depend on the hemisphere: the hand says
    m = re.fullmatch(r"(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d)(?:T\d\d:\d\d)?)?))?", timex)
    if not m:
        return None
    year, quarter, half, month, day = (int(part) if part else None for part in m.groups())
    if year is None:
        return None
    if quarter:
        first_month, last_month, edtf = 3 * quarter - 2, 3 * quarter, f"{year}-{32 + quarter}"
    elif half:
        first_month, last_month, edtf = 6 * half - 5, 6 * half, f"{year}-{39 + half}"
    else:
        first_month, last_month, edtf = month or 1, month or 12, timex
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, first_month, day or 1), date(year, last_month, last_day), edtf


def date_value(fields: dict[str, Any]) -> dict[str, Any]:
    """The value of a date claim from its short form."""
    value = str(fields.pop("timex"))
    guess = (
        "DURATION"
        if value.startswith("P") and "_REF" not in value
        else "TIME"
        if "T" in value[4:]
        else "DATE"
    )
    timex = {"type": fields.pop("type", guess), "value": value}
    if "mod" in fields:
        timex["mod"] = fields.pop("mod")
    out: dict[str, Any] = {"timex": timex}
    if timex["type"] in ("DATE", "TIME") and "mod" not in timex and (known := days_of(value)):
        first, last, edtf = known
        out |= {"edtf": edtf, "earliest": str(first), "latest": str(last)}
    return out | fields


def value_of(text: str, claim: dict[str, Any], start: int, end: int) -> dict[str, Any]:
    """The claim's value as its model writes it; fields nobody annotated are left out."""
    kind = claim["kind"]
    fields = {name: said for name, said in claim.items() if name not in NOT_VALUE}
    if kind in ("money", "percentage", "quantity"):
        low = high = fields.pop("n", None)
        fields = {"low": low, "high": high, "modifier": "exact", "approx": False} | fields
        if fields["low"] is None and fields["high"] is None:
            raise AnnotationError("neither n nor low nor high")
    elif kind == "date":
        fields = date_value(fields)
    elif kind == "place":
        fields = {"name": claim["text"], "role": "literal"} | fields
    elif kind == "event":
        roles = [
            {"role": role, "quote": find_quote(text, said, start, end)}
            for role, said in fields.pop("roles", {}).items()
        ]
        fields = {"type": fields.get("coarse"), "trigger": claim["text"], "realis": "actual"} | fields
        fields |= {"roles": roles} if roles else {}
    elif sum(name in fields for name in ("factor", "percent", "points", "delta")) != 1:
        raise AnnotationError("a change has exactly one of factor, percent, points, delta")
    return VALUE_BY_KIND[kind].model_validate(fields).model_dump(mode="json", exclude_unset=True)


def record_of(text: str, claim: dict[str, Any]) -> dict[str, Any]:
    """One claim as it goes into the gold, without its links."""
    if claim.get("kind") not in CLAIM_BY_KIND:
        raise AnnotationError(f"no such kind: {claim.get('kind')!r}")
    start, end = locate(text, claim["text"], claim.get("left", ""))
    section = claim.get("section", "body")
    if section not in get_args(Section):
        raise AnnotationError(f"no such section: {section!r}")
    out: dict[str, Any] = {"kind": claim["kind"], "quote": quote_record(text, start, end), "section": section}
    out["value"] = value_of(text, claim, start, end)
    if claim.get("optional"):
        out["optional"] = True
    out |= {name: find_quote(text, claim[name], start, end) for name in QUOTES if name in claim}
    if "direction" in claim:
        if claim["direction"] not in get_args(Direction):
            raise AnnotationError(f"no such direction: {claim['direction']!r}")
        out["direction"] = claim["direction"]
    voice = {name: claim[name] for name in VOICE if name in claim}
    if "source" in voice:
        voice["source"] = find_quote(text, voice["source"], start, end)
    if voice:
        out["voice"] = Voice.model_validate(voice).model_dump(mode="json", exclude_unset=True)
    return out


def linked(name: str, said: str, record: dict[str, Any], records: list[dict[str, Any]]) -> dict[str, Any]:
    """The quote of the nearest other claim with these words, of a kind the link may lead to."""
    kinds = LINKED_KINDS.get(name, set(CLAIM_BY_KIND) - {"event", "change", "place"})
    found = [r for r in records if r is not record and r["quote"]["text"] == said and r["kind"] in kinds]
    if not found:
        raise AnnotationError(f"link {name!r}: no other claim is {said!r}")
    at: int = record["quote"]["start"]
    best = min(found, key=lambda r: abs(r["quote"]["start"] - at))
    return {"kind": best["kind"], "quote": best["quote"]}


def gold_of(text: str, annotation: dict[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The gold records in the order of the text, and what is wrong with the annotation."""
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = []
    wrong: list[str] = []
    for claim in annotation["claims"]:
        try:
            pairs.append((claim, record_of(text, claim)))
        except (AnnotationError, ValidationError, KeyError) as error:
            wrong.append(f"{claim.get('kind')} {claim.get('text')!r}: {error!s}")
    pairs.sort(key=lambda p: (p[1]["quote"]["start"], p[1]["quote"]["end"], p[1]["kind"]))
    records = [record for _, record in pairs]
    seen = Counter((r["kind"], r["quote"]["start"], r["quote"]["end"]) for r in records)
    wrong += [f"{kind} {text[start:end]!r} is there twice" for (kind, start, end), n in seen.items() if n > 1]
    for claim, record in pairs:
        links: dict[str, list[dict[str, Any]]] = {}
        for name, said in claim.get("links", {}).items():
            try:
                if name not in LINK_NAMES:
                    raise AnnotationError(f"no such link: {name!r}")
                links[name] = [linked(name, words, record, records) for words in said]
            except AnnotationError as error:
                wrong.append(f"{claim['kind']} {claim['text']!r}: {error!s}")
        if links:
            record["links"] = links
    return records, wrong


def read_source(folder: Path, name: str) -> tuple[str, dict[str, Any]]:
    """The article's text, line ends as they stand, and its annotation."""
    text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
    annotation = tomllib.loads((folder / f"{name}.toml").read_text("utf-8"), parse_float=Decimal)
    return text, annotation


def names_in(folder: Path) -> list[str]:
    """The names of the articles in a folder, sorted."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.with_suffix(".txt").exists())


def as_lines(records: list[dict[str, Any]]) -> str:
    """Records as JSON lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def manifest_of(folder: Path) -> list[dict[str, Any]]:
    """One row an article: what it is, and how many claims of each kind its gold holds."""
    rows = []
    for name in names_in(folder):
        gold = folder / f"{name}.gold.jsonl"
        if not gold.exists():
            continue
        text, annotation = read_source(folder, name)
        kinds = Counter(json.loads(line)["kind"] for line in gold.read_text("utf-8").splitlines())
        rows.append(
            {
                "id": name,
                "title": annotation["title"],
                "published": annotation["published"],
                "voice": annotation["voice"],
                "words": len(text.split()),
                "claims": dict(sorted(kinds.items())),
                "sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
            | ({"note": annotation["note"]} if "note" in annotation else {})
        )
    return rows


def main(names: list[str]) -> int:
    """Build the articles named, or all; 1 where an annotation is wrong."""
    failed = False
    for name in names or names_in(CORPUS):
        try:
            text, annotation = read_source(CORPUS, name)
        except (OSError, tomllib.TOMLDecodeError) as error:
            print(f"{name}: {error}", file=sys.stderr)
            failed = True
            continue
        records, wrong = gold_of(text, annotation)
        for line in wrong:
            print(f"{name}.toml: {line}", file=sys.stderr)
        failed |= bool(wrong)
        if not wrong:
            (CORPUS / f"{name}.gold.jsonl").write_text(as_lines(records), "utf-8")
    (CORPUS / "manifest.jsonl").write_text(as_lines(manifest_of(CORPUS)), "utf-8")
    return int(failed)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
