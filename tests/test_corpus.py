"""The corpus: its gold is what its annotations say, and the program's score on it does not fall."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from nkclaims.model.claims import CLAIM_BY_KIND, Claim, claim_adapter
from nkclaims.score import KINDS, MEASURES, Scores, pair, read_floors, score_article, score_corpus

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.txt"))


def load_builder() -> ModuleType:
    """scripts/build_corpus.py as a module; scripts is no package."""
    spec = importlib.util.spec_from_file_location("build_corpus", ROOT / "scripts" / "build_corpus.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


builder = load_builder()


def gold_lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (CORPUS / f"{name}.gold.jsonl").read_text("utf-8").splitlines()]


def claim_from_gold(name: str, number: int, gold: dict[str, Any]) -> Claim:
    """The claim a perfect reader of this gold line would make (but for the links)."""
    named = {key: gold[key] for key in ("kind", "quote", "section", "value")}
    named |= {key: gold[key] for key in ("of", "holder", "base", "direction", "voice") if key in gold}
    frame = {"id": f"c{number}", "key": f"k{number}", "article": name, "rule": "gold"}
    return claim_adapter.validate_python(frame | {"sentence": {"start": 0, "end": 1}} | named)


def perfect(text: str, *, published: str | None, id: str) -> SimpleNamespace:
    """An extractor that reads the gold."""
    claims = [claim_from_gold(id, i, gold) for i, gold in enumerate(gold_lines(id))]
    return SimpleNamespace(claims=claims)


@pytest.mark.parametrize("name", NAMES)
def test_gold_is_what_the_annotation_says(name: str) -> None:
    text, annotation = builder.read_source(CORPUS, name)
    records, wrong = builder.gold_of(text, annotation)
    assert wrong == []
    assert builder.as_lines(records) == (CORPUS / f"{name}.gold.jsonl").read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_gold_quotes_stand_in_the_text(name: str) -> None:
    text = (CORPUS / f"{name}.txt").read_bytes().decode("utf-8")
    lines = gold_lines(name)
    assert {gold["kind"] for gold in lines} == set(CLAIM_BY_KIND)
    for gold in lines:
        quotes = [gold["quote"], *(gold[field] for field in ("of", "holder", "base") if field in gold)]
        quotes += [link["quote"] for links in gold.get("links", {}).values() for link in links]
        for quote in quotes:
            assert text[quote["start"] : quote["end"]] == quote["text"]


def test_manifest_names_every_article_as_it_is() -> None:
    assert builder.as_lines(builder.manifest_of(CORPUS)) == (CORPUS / "manifest.jsonl").read_text("utf-8")
    rows = [json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == NAMES
    assert all(300 <= row["words"] <= 900 for row in rows)


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ({"kind": "money", "text": "5", "n": 5}, "stands 2 times"),
        ({"kind": "money", "text": "7", "n": 7}, "stands 0 times"),
        ({"kind": "money", "text": "5 taka", "currency": "BDT"}, "neither n nor low nor high"),
        ({"kind": "money", "text": "5 taka", "n": 5, "curency": "BDT"}, "curency"),
        ({"kind": "sum", "text": "5 taka", "n": 5}, "no such kind"),
        ({"kind": "money", "text": "5 taka", "n": 5, "section": "sidebar"}, "no such section"),
        ({"kind": "money", "text": "5 taka", "n": 5, "of": "profit"}, "does not stand in the text"),
        ({"kind": "money", "text": "5 taka", "n": 5, "links": {"when": ["May"]}}, "no other claim is 'May'"),
        ({"kind": "change", "text": "5 taka"}, "exactly one of"),
        ({"kind": "date", "text": "5 taka"}, "timex"),
    ],
)
def test_builder_names_what_is_wrong(claim: dict[str, Any], message: str) -> None:
    _, wrong = builder.gold_of("Pay was 5 taka in 5 towns.", {"claims": [claim]})
    assert len(wrong) == 1
    assert message in wrong[0]


@pytest.mark.parametrize(
    ("timex", "earliest", "latest", "edtf"),
    [
        ("2024-02", "2024-02-01", "2024-02-29", "2024-02"),
        ("2025-W01", "2024-12-30", "2025-01-05", "2024-12-30/2025-01-05"),
        ("2025-Q3", "2025-07-01", "2025-09-30", "2025-35"),
        ("2025-H2", "2025-07-01", "2025-12-31", "2025-41"),
        ("195", "1950-01-01", "1959-12-31", "195X"),
        ("2025-10-30T16:22", "2025-10-30", "2025-10-30", "2025-10-30T16:22"),
    ],
)
def test_days_follow_from_a_plain_value(timex: str, earliest: str, latest: str, edtf: str) -> None:
    first, last, written = builder.days_of(timex)
    assert (str(first), str(last), written) == (earliest, latest, edtf)


def test_gold_scores_itself_perfect() -> None:
    scores = score_corpus(CORPUS, perfect)
    assert scores.misses == []
    assert {row[f"{measure}_f1"] for row in scores.rows() for measure in MEASURES} == {100.0}
    assert all(
        row["right"] == row["asked"] for row in scores.binding_rows() if "links" not in str(row["field"])
    )


def test_nothing_found_scores_nothing() -> None:
    scores = score_corpus(CORPUS, lambda text, *, published, id: SimpleNamespace(claims=[]))
    assert {row["span_f1"] for row in scores.rows()} == {0.0}
    assert {miss.what for miss in scores.misses} == {"missed"}
    assert len(scores.below({kind: {"span": 50.0} for kind in KINDS})) == len(KINDS)


MONEY = {"low": 5, "high": 5, "modifier": "exact", "approx": False, "currency": "BDT"}
GOLD: dict[str, Any] = {
    "kind": "money",
    "quote": {"start": 8, "end": 14, "text": "5 taka"},
    "section": "body",
    "value": MONEY,
    "of": {"start": 0, "end": 3, "text": "Pay"},
}


def one(changes: dict[str, Any], gold: dict[str, Any] | None = None) -> Scores:
    """The score of GOLD with some fields changed, against GOLD (or another)."""
    scores = Scores()
    score_article(scores, "a", "Pay was 5 taka.", [gold or GOLD], [claim_from_gold("a", 0, GOLD | changes)])
    return scores


@pytest.mark.parametrize(
    ("changes", "right", "what"),
    [
        ({"value": MONEY | {"low": 6}}, {"span", "overlap", "unit"}, "value"),
        ({"value": MONEY | {"low": None}}, {"span", "overlap", "unit"}, "value"),
        ({"value": MONEY | {"currency": "INR"}}, {"span", "overlap", "value"}, "unit"),
        ({"quote": {"start": 4, "end": 14, "text": "was 5 taka"}}, {"overlap", "value", "unit"}, "span"),
        ({"quote": {"start": 0, "end": 3, "text": "Pay"}}, set(), "false"),
    ],
)
def test_each_measure_fails_alone(changes: dict[str, Any], right: set[str], what: str) -> None:
    scores = one(changes)
    assert {measure for measure in MEASURES if scores.kinds["money"].f1(measure) == 100.0} == right
    assert scores.misses[0].what == what


def test_binding_that_is_not_the_golds_is_counted() -> None:
    assert one({"of": {"start": 4, "end": 7, "text": "was"}}).bindings == {"of": [0, 1]}
    assert one({}).bindings == {"of": [1, 1]}


def test_optional_gold_counts_neither_way() -> None:
    found = one({}, GOLD | {"optional": True})
    assert (found.kinds["money"].gold, found.kinds["money"].got, found.misses) == (0, 0, [])
    missed = Scores()
    score_article(missed, "a", "Pay was 5 taka.", [GOLD | {"optional": True}], [])
    assert (missed.kinds["money"].gold, missed.misses) == (0, [])


def test_exact_span_is_paired_before_a_longer_overlap() -> None:
    wide = GOLD | {"quote": {"start": 0, "end": 14, "text": "Pay was 5 taka"}}
    claims = [claim_from_gold("a", 0, wide), claim_from_gold("a", 1, GOLD)]
    assert pair([GOLD], claims) == {0: 1}


def test_floors_are_of_known_kinds_and_measures() -> None:
    floors = read_floors(CORPUS)
    assert set(floors) == set(KINDS)
    assert all(set(row) == set(MEASURES) for row in floors.values())
    assert all(0 <= floor <= 100 for row in floors.values() for floor in row.values())


def test_score_does_not_fall_below_the_floors() -> None:
    from nkclaims.engine import load

    assert score_corpus(CORPUS, load().extract).below(read_floors(CORPUS)) == []
