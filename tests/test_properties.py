"""Laws that hold for any text whatever, through the whole pipeline."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kit import ARTICLES, CORPUS, pipeline, text_of
from nkclaims.engine import Extraction, Pipeline, load
from nkclaims.inputs.article import parse
from nkclaims.model.base import Quote
from nkclaims.model.claims import Claim
from nkclaims.model.findings import record_adapter
from nkclaims.outputs.jsonl import line

# Words that rules begin or end with, so that made-up texts reach the readers and not only the scanner.
WORDS = """
$5 million | US$ 800 | €1.2bn | 30-40 US cents | ₩6,000 | ¥ | £ | Rs 500 crore | 62,000
124,000 roubles | R500 | 10k$ | SEK9 | one | two-thirds | half a | a quarter of | dozens of
hundreds of thousands | 1,5 | 1.2.3 | 12% | 70 per cent | 40 basis points | percentage points
4,000 workers | 13 hours | some | nearly | up to | at least | between | and | from | to | more than
doubled | rose | fell by | halved | a month | /kg | a share | per kilo | January 2024
10 March 2025 | mid-March | last year | 12/02/2016 | 29 February 2023 | yesterday | the 1990s
Q3 2024 | next Friday | 99:99 | 0000-00-00 | 31/12/9999 | North Korean | Paris | Sakhalin
until | since | 9 p.m. | winter 2023 | the 19th century | 490 BC | early
Bank of China | Georgia | U.S. | he said | killed | were fined | protest | MILAN – | See also
Updated: | - | – | , | . | 's | ’ | ( | ) | % | 0
"""
PIECES = [piece.strip() for line in WORDS.strip().splitlines() for piece in line.split("|")]
ODD = '\n\n\n \t \xa0\u2028\x85\x1c\x00\ufeff\u0130\xdf\xb2\xbd\u0663e\u0301"'
PIECES += ["\n\n", "1\ufe0f\u20e3", "9" * 40, *ODD]

newsy = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map(" ".join)
glued = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
any_text = st.text(max_size=300)
texts = newsy | glued | any_text
days = st.none() | st.dates(date(1500, 1, 1), date(2200, 12, 31)).map(str)  # what --published takes
many = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def quotes_of(claim: Claim) -> list[Quote]:
    """Every quote a claim holds, those of its roles and of its voice too."""
    found = [claim.quote, claim.of, claim.holder, claim.base, claim.voice.source]
    found += [role.quote for role in getattr(claim.value, "roles", [])]
    return [quote for quote in found if quote is not None]


def check_claim(text: str, claim: Claim, ids: set[str]) -> None:
    for quote in quotes_of(claim):
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
    assert claim.sentence.start <= claim.quote.start < claim.quote.end <= claim.sentence.end <= len(text)
    low, high = getattr(claim.value, "low", None), getattr(claim.value, "high", None)
    as_printed = "between" in claim.quote.text.lower()  # "between 10 and 2 dollars" is told by num.range
    if low is not None and high is not None:
        assert low <= high or as_printed
    if claim.kind == "money" and claim.value.usd is not None and not as_printed:
        usd = claim.value.usd
        assert usd.low is None or usd.high is None or usd.low <= usd.high
    if claim.kind == "date" and claim.value.earliest and claim.value.latest:
        assert claim.value.earliest <= claim.value.latest
    if claim.kind == "date" and claim.clues.get("interval") is not None:
        parse_edtf(claim.clues["interval"])
    links = claim.links.model_dump()
    assert {link["claim"] for row in links.values() for link in row} <= ids - {claim.id}


def check_findings(text: str, result: Extraction, ids: set[str]) -> None:
    for finding in result.findings:
        assert set(finding.claims) <= ids
        assert all(text[quote.start : quote.end] == quote.text for quote in finding.quotes)
        for interval in (finding.stated, finding.computed):
            ends = (interval.low, interval.high) if interval is not None else (None, None)
            assert None in ends or ends[0] <= ends[1]  # type: ignore[operator]


def check(text: str, result: Extraction) -> None:
    """Every law on one text's result."""
    ids = {claim.id for claim in result.claims}
    assert len(ids) == len(result.claims) == result.record.claims
    assert len({finding.id for finding in result.findings}) == len(result.findings) == result.record.findings
    assert [c.quote.start for c in result.claims] == sorted(c.quote.start for c in result.claims)
    for claim in result.claims:
        check_claim(text, claim, ids)
    check_findings(text, result, ids)
    assert result.record.checked.in_a_check <= result.record.checked.numbers <= result.record.claims


def lines(result: Extraction) -> list[str]:
    return [line(record) for record in result.records()]


@many
@given(texts, days)
@example("", None)
@example("from 9 to 5 percent, between 10 and 2 dollars, 40-30 cents", "2025-10-30")
@example("-5% to -3%, minus $4 to $2", None)
@example("\u00bd of it cost $13 5/8 \u2028 1\ufe0f\u20e3", "2024-02-29")
def test_laws_hold_for_any_text(text: str, published: str | None) -> None:
    check(text, pipeline().extract(text, published=published, id="a"))


@many
@given(texts, days)
def test_every_record_survives_its_own_line(text: str, published: str | None) -> None:
    for record in pipeline().extract(text, published=published).records():
        written = line(record)
        assert "\n" not in written
        assert line(record_adapter.validate_json(written)) == written


@many
@given(texts, texts, days)
def test_same_text_same_records_whatever_came_between(text: str, other: str, published: str | None) -> None:
    first = lines(pipeline().extract(text, published=published))
    pipeline().extract(other)
    assert lines(pipeline().extract(text, published=published)) == first


@pytest.fixture(scope="module")
def fresh() -> Pipeline:
    return load()


@pytest.mark.parametrize("name", ARTICLES)
def test_laws_hold_for_articles_and_for_a_pipeline_of_its_own(name: str, fresh: Pipeline) -> None:
    text = text_of(name)
    result = pipeline().extract(text, id=name)
    check(text, result)
    assert result.claims
    assert lines(fresh.extract(text, id=name)) == lines(result)


@pytest.mark.parametrize("name", ARTICLES[:3])
def test_line_ends_do_not_change_what_is_claimed(name: str) -> None:
    unix = text_of(name)
    plain = pipeline().extract(unix, id=name)
    windows = pipeline().extract(unix.replace("\n", "\r\n"), id=name)
    check(unix.replace("\n", "\r\n"), windows)
    assert [values(c) for c in windows.claims] == [values(c) for c in plain.claims]


def values(claim: Claim) -> tuple[str, str, dict[str, Any]]:
    return claim.kind, claim.section, claim.value.model_dump(exclude={"roles", "trigger"})


def test_amounts_stay_decimal() -> None:
    claims = pipeline().extract("It cost 0.10 euros, then 30 cents more.").claims
    money = [claim.value for claim in claims if claim.kind == "money"]
    assert [value.low for value in money] == [Decimal("0.10"), Decimal("0.30")]
    assert all(isinstance(value.low, Decimal) for value in money)


def test_manifest_dates_are_dates_that_the_pipeline_takes() -> None:
    for row in map(json.loads, (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines()):
        assert pipeline().extract("Now.", published=row["published"]).record.published == row["published"]


def test_a_stream_of_ever_new_words_does_not_keep_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nkclaims.engine.MOST_WORDS", 500)
    nlp = load()
    texts = [f"Ba{n:x}qu paid {n} euros for zu{n}wo, fi{n}ja and lo{n}me." for n in range(1000, 1400)]
    articles = [parse(text, id=str(n)) for n, text in enumerate(texts)]
    results = [result for result in nlp.extract_many(articles) if isinstance(result, Extraction)]
    assert len(nlp.nlp.vocab) < 500 + 128 * 16  # a zone's documents more than the limit at most
    assert [lines(result) for result in results] == [
        lines(load().extract_article(a)) for a in articles[:1]
    ] + [lines(pipeline().extract_article(a)) for a in articles[1:]]
