"""How much of a corpus's gold the program finds and reads right: precision, recall and F1, kind by kind.

The corpus's format is described in corpus/README.md. A found claim is paired with at most one gold claim of
its kind, exact spans first, then the longest overlap; optional gold claims count neither way. The measures:

span     the quote has exactly the gold's offsets
overlap  the quote touches the gold's
value    it does, and the value is right: printed ends (within 0.1 %), TIMEX3 value, country, coarse
         type, size of the change
unit     it does, and what goes with the value is right: currency and per, percent or points, counted noun,
         TIMEX3 type and mod, GeoNames id, realis, direction; what the gold does not say is not asked
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, Protocol, get_args

from nkclaims.agreement import UNIT_RIGHT, VALUE_RIGHT, Gold, bindings
from nkclaims.model.claims import Claim, Kind

Measure = Literal["span", "overlap", "value", "unit"]
MEASURES: tuple[Measure, ...] = get_args(Measure)
KINDS: tuple[Kind, ...] = get_args(Kind)


class Extraction(Protocol):
    """What an extraction must have to be scored."""

    @property
    def claims(self) -> Sequence[Claim]: ...


class Extract(Protocol):
    """What is scored: a function from a text to its claims, such as ``nkclaims.load().extract``."""

    def __call__(self, text: str, *, published: str | None, id: str) -> Extraction: ...


@dataclass(slots=True)
class KindScore:
    """Counts of one kind: gold claims, claims found, and how many of the pairs are right by each measure."""

    gold: int = 0
    got: int = 0
    right: Counter[Measure] = field(default_factory=Counter)

    def precision(self, measure: Measure) -> float:
        """Of the claims found, the share that is right, in per cent; 100 where none was found."""
        return 100 * self.right[measure] / self.got if self.got else 100.0

    def recall(self, measure: Measure) -> float:
        """Of the gold claims, the share that was found and is right, in per cent; 100 where there is none."""
        return 100 * self.right[measure] / self.gold if self.gold else 100.0

    def f1(self, measure: Measure) -> float:
        """The harmonic mean of precision and recall, in per cent.

        >>> KindScore(gold=4, got=2, right=Counter(span=1)).f1("span")
        33.333333333333336
        """
        both = self.gold + self.got
        return 200 * self.right[measure] / both if both else 100.0


@dataclass(slots=True, frozen=True)
class Miss:
    """One thing that is not as the gold has it: ``what`` is missed, false, or the measures that are wrong."""

    article: str
    kind: str
    what: str
    context: str
    gold: str = ""
    got: str = ""


@dataclass(slots=True)
class Scores:
    """The score of a corpus.

    kinds     kind -> its counts
    bindings  field or link ("of", "voice.source", "links.when") -> [right, asked], over the pairs whose gold
              says something about it
    misses    article by article, in the order of the text
    """

    kinds: dict[Kind, KindScore] = field(default_factory=lambda: {kind: KindScore() for kind in KINDS})
    bindings: dict[str, list[int]] = field(default_factory=dict)
    misses: list[Miss] = field(default_factory=list)

    def rows(self) -> list[dict[str, str | int | float]]:
        """One plain row a kind, for a table or JSON; percentages to one decimal place."""
        rows: list[dict[str, str | int | float]] = []
        for kind, score in self.kinds.items():
            row: dict[str, str | int | float] = {"kind": kind, "gold": score.gold, "got": score.got}
            for measure in MEASURES:
                row[f"{measure}_p"] = round(score.precision(measure), 1)
                row[f"{measure}_r"] = round(score.recall(measure), 1)
                row[f"{measure}_f1"] = round(score.f1(measure), 1)
            rows.append(row)
        return rows

    def binding_rows(self) -> list[dict[str, str | int | float]]:
        """One plain row a field or link: how often it is right of how often it was asked."""
        return [
            {"field": name, "right": right, "asked": asked, "percent": round(100 * right / asked, 1)}
            for name, (right, asked) in sorted(self.bindings.items())
        ]

    def below(self, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
        """One sentence for every F1 that has fallen below its floor; empty where all hold.

        >>> Scores(kinds={"money": KindScore(gold=1, got=1)}).below({"money": {"span": 90.0}})
        ['money span F1 is 0.0, below its floor of 90.0']
        """
        return [
            f"{kind} {measure} F1 is {score.f1(measure):.1f}, below its floor of {floors[kind][measure]:.1f}"
            for kind, score in self.kinds.items()
            for measure in MEASURES
            if score.f1(measure) < floors.get(kind, {}).get(measure, 0.0)
        ]


def score_corpus(folder: Path, extract: Extract) -> Scores:
    """Score an extractor on every article that the folder's manifest names.

    Raises OSError where a file of the manifest is missing.
    """
    scores = Scores()
    for row in read_lines(folder / "manifest.jsonl"):
        name = row["id"]
        text = (folder / f"{name}.txt").read_bytes().decode("utf-8")
        found = extract(text, published=row["published"], id=name).claims
        score_article(scores, name, text, list(read_lines(folder / f"{name}.gold.jsonl")), found)
    return scores


def read_floors(folder: Path) -> dict[str, dict[str, float]]:
    """The floors of F1 in per cent, kind -> measure -> floor; a corpus without the file has none."""
    path = folder / "floors.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}


def read_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON lines file; numbers with a point are decimals."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line, parse_float=Decimal)


def score_article(scores: Scores, name: str, text: str, gold: list[Gold], found: Iterable[Claim]) -> None:
    """Add one article's counts and misses."""
    claims = list(found)
    by_id = {claim.id: claim for claim in claims}
    placed: list[tuple[int, Miss]] = []
    for kind in KINDS:
        wanted = [g for g in gold if g["kind"] == kind]
        got = [c for c in claims if c.kind == kind]
        pairs = pair(wanted, got)
        for i, g in enumerate(wanted):
            if not g.get("optional"):
                claim = got[pairs[i]] if i in pairs else None
                placed += count_gold(scores, name, text, g, claim, by_id)
        forgiven = {j for i, j in pairs.items() if wanted[i].get("optional")}
        scores.kinds[kind].got += len(got) - len(forgiven)
        for j in sorted(set(range(len(got))) - set(pairs.values())):
            shown = context(text, got[j].quote.start, got[j].quote.end)
            placed.append((got[j].quote.start, Miss(name, kind, "false", shown, got=reading(got[j]))))
    placed.sort(key=lambda at: at[0])
    scores.misses += [miss for _, miss in placed]


def count_gold(
    scores: Scores, name: str, text: str, gold: Gold, claim: Claim | None, by_id: Mapping[str, Claim]
) -> Iterator[tuple[int, Miss]]:
    """Count one gold claim and what was found of it; yields what is wrong, with its offset."""
    score = scores.kinds[gold["kind"]]
    score.gold += 1
    start, end = gold["quote"]["start"], gold["quote"]["end"]
    wrong, got = "missed", ""
    if claim is not None:
        wrong, got = judge(score, gold, claim), f"[[{claim.quote.text}]] {reading(claim)}"
        for field_name, good in bindings(gold, claim, by_id).items():
            row = scores.bindings.setdefault(field_name, [0, 0])
            row[0] += good
            row[1] += 1
    if wrong:
        value = json.dumps(gold["value"], ensure_ascii=False, default=str)
        yield start, Miss(name, gold["kind"], wrong, context(text, start, end), gold=value, got=got)


def pair(gold: Sequence[Gold], got: Sequence[Claim]) -> dict[int, int]:
    """Gold and found claims one to one: exact spans first, then what is not optional, then by overlap."""
    ranked = []
    for i, g in enumerate(gold):
        start, end = g["quote"]["start"], g["quote"]["end"]
        for j, claim in enumerate(got):
            shared = min(end, claim.quote.end) - max(start, claim.quote.start)
            if shared > 0:
                exact = (start, end) == (claim.quote.start, claim.quote.end)
                ranked.append((not exact, bool(g.get("optional")), -shared, i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, i, j in sorted(ranked):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def judge(score: KindScore, gold: Gold, claim: Claim) -> str:
    """Count one pair's measures; what is wrong with it in a few words, empty where nothing is."""
    value, read = gold["value"], claim.value
    right: dict[Measure, bool] = {
        "span": (gold["quote"]["start"], gold["quote"]["end"]) == (claim.quote.start, claim.quote.end),
        "overlap": True,
        "value": VALUE_RIGHT[claim.kind](value, read),
        "unit": UNIT_RIGHT[claim.kind](value, read),
    }
    score.right.update(measure for measure, good in right.items() if good)
    return ", ".join(measure for measure, good in right.items() if not good)


def context(text: str, start: int, end: int, width: int = 40) -> str:
    """A quote between double brackets with some of the text around it, on one line.

    >>> context("It rose 5%\\nlast year", 8, 10, width=8)
    'It rose [[5%]] last ye'
    """
    around = text[max(0, start - width) : start], text[start:end], text[end : end + width]
    left, quote, right = (re.sub(r"\s", " ", part) for part in around)
    return f"{left}[[{quote}]]{right}"


def reading(claim: Claim) -> str:
    """A found claim's value on one line, without what is as always."""
    return json.dumps(claim.value.model_dump(mode="json", exclude_defaults=True), ensure_ascii=False)
