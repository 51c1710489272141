"""An editor puts in, takes out and moves paragraphs of a real article: what was not touched keeps its name.

Only what hangs on nothing outside its paragraph may be asked to stay: a claim's id depends on its sentence
alone, a finding's on its claims'. A finding that compares across paragraphs may come or go with what is put
between them; where it is there in both, it has the same id.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

import pytest

from kit import ARTICLES, CORPUS, pipeline, text_of
from nkclaims.engine import Extraction
from nkclaims.model.claims import Claim

NEW = "Ministers met for two hours on Thursday and approved a grant of 350,000 euros, 12 per cent less."
PUBLISHED = {
    row["id"]: row["published"]
    for row in map(json.loads, (CORPUS / "manifest.jsonl").read_text("utf-8").splitlines())
}


def read(text: str, name: str, id: str = "a") -> Extraction:
    return pipeline().extract(text, id=id, published=PUBLISHED[name])


def paragraphs(name: str) -> list[str]:
    return text_of(name).split("\n\n")


def body(name: str) -> list[int]:
    """The paragraphs of prose, but for the first two: those tell the reader where the article begins."""
    prose = [n for n, paragraph in enumerate(paragraphs(name)) if len(paragraph) > 200]
    return prose[2:]


def told(claim: Claim) -> tuple[str, str, str]:
    """What a person would call the same claim."""
    return claim.kind, claim.quote.text, claim.rule


def ids(claims: Iterable[Claim]) -> dict[str, tuple[str, str, str]]:
    return {claim.id: told(claim) for claim in claims}


def within(result: Extraction, paragraph: str) -> dict[str, tuple[str, str, str]]:
    start = result.article.text.index(paragraph)
    end = start + len(paragraph)
    return ids(c for c in result.claims if start <= c.quote.start and c.quote.end <= end)


def findings(result: Extraction) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {f.id: (f.check, tuple(q.text for q in f.quotes)) for f in result.findings}


def local(result: Extraction) -> set[tuple[str, str]]:
    """Id and key of the findings that came to a verdict by looking at one paragraph only."""
    text = result.article.text
    spans = [(f, min(q.start for q in f.quotes), max(q.end for q in f.quotes)) for f in result.findings]
    return {
        (f.id, f.key) for f, start, end in spans if f.verdict != "unchecked" and "\n\n" not in text[start:end]
    }


def same_names_for_same_findings(before: Extraction, after: Extraction) -> int:
    """Findings of the same claims have the same id and key; the number of those in both."""
    named = {(f.check, tuple(f.claims)): (f.id, f.key) for f in before.findings}
    both = [f for f in after.findings if (f.check, tuple(f.claims)) in named]
    assert all(named[f.check, tuple(f.claims)] == (f.id, f.key) for f in both)
    return len(both)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_paragraph_put_in_leaves_every_other_claim_its_id(name: str) -> None:
    before = read(text_of(name), name)
    old = ids(before.claims)
    at = body(name)
    for n in (at[0], at[len(at) // 2], at[-1]):
        edited = paragraphs(name)
        edited.insert(n, NEW)
        after = read("\n\n".join(edited), name)
        new = within(after, NEW)
        assert new.keys().isdisjoint(old)
        assert {i: t for i, t in ids(after.claims).items() if i not in new} == old
        assert same_names_for_same_findings(before, after) > 0
        assert local(before) <= local(after)


@pytest.mark.parametrize("name", ARTICLES)
def test_a_paragraph_taken_out_leaves_every_other_claim_its_id(name: str) -> None:
    before = read(text_of(name), name)
    for n in body(name):
        edited = paragraphs(name)
        gone = within(before, edited.pop(n))
        after = read("\n\n".join(edited), name)
        assert ids(after.claims) == {i: t for i, t in ids(before.claims).items() if i not in gone}
        same_names_for_same_findings(before, after)


@pytest.mark.parametrize("name", ARTICLES)
def test_paragraphs_in_another_order_keep_the_ids_of_all_claims(name: str) -> None:
    before = read(text_of(name), name)
    edited = paragraphs(name)
    at = body(name)
    for a, b in zip(at[::2], at[1::2], strict=False):
        edited[a], edited[b] = edited[b], edited[a]
    after = read("\n\n".join(edited), name)
    assert ids(after.claims) == ids(before.claims)
    assert local(before) <= local(after)
    same_names_for_same_findings(before, after)


@pytest.mark.parametrize("name", ARTICLES)
def test_text_above_the_article_moves_offsets_and_no_name(name: str) -> None:
    text = text_of(name)
    before = read(text, name)
    after = read("\n\n" + text, name)
    assert ids(after.claims) == ids(before.claims)
    assert findings(after) == findings(before)
    assert [c.quote.start - 2 for c in after.claims] == [c.quote.start for c in before.claims]


@pytest.mark.parametrize("name", ARTICLES)
def test_keys_join_the_same_words_under_another_name(name: str) -> None:
    here, there = read(text_of(name), name, "wire"), read(text_of(name), name, "paper")
    assert [c.key for c in here.claims] == [c.key for c in there.claims]
    assert [f.key for f in here.findings] == [f.key for f in there.findings]
    assert {c.id for c in here.claims}.isdisjoint(c.id for c in there.claims)
    assert {f.id for f in here.findings}.isdisjoint(f.id for f in there.findings)


def test_an_edited_sentence_loses_its_names_and_no_other_does() -> None:
    name = "quake-karnali"
    before = read(text_of(name), name)
    claim = next(c for c in before.claims if c.kind == "quantity" and c.section == "body")
    words = before.article.text[claim.sentence.start : claim.sentence.end]
    after = read(
        text_of(name).replace(words, words.replace(claim.quote.text, f"{claim.quote.text} or so")), name
    )
    changed = {c.id for c in before.claims if c.sentence == claim.sentence}
    assert claim.id in changed
    assert {c.id for c in before.claims} - {c.id for c in after.claims} == changed
