"""Very long texts: read in pieces, their records packed, their memory that of a piece."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

import nkclaims
from nkclaims import engine
from nkclaims.outputs.jsonl import line
from nkclaims.packed import BLOCK, Packed
from nkclaims.pieces import cuts

SENTENCE = "The toll doubled from 4 to 8 euros in March 2024, and 62 of the 120 ferries to Dublin stopped. "


def test_cuts_hold_the_whole_text_and_fall_between_sentences() -> None:
    text = SENTENCE * 50
    spans = cuts(text, 1000)
    assert "".join(text[a:b] for a, b in spans) == text
    assert all(b - a <= 1000 for a, b in spans)
    assert all(text[a:b].endswith(". ") for a, b in spans)


def test_a_text_without_a_blank_is_cut_too() -> None:
    assert cuts("x" * 25, 10) == [(0, 10), (10, 20), (20, 25)]


def test_in_pieces_every_claim_is_found_under_one_name_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = nkclaims.load()
    text = SENTENCE * 400
    whole = nlp.extract(text, id="a", published="2025-01-07")
    monkeypatch.setattr(engine, "LONGEST", 1)
    cut = nlp.extract(text, id="a", published="2025-01-07")
    assert isinstance(cut.claims, Packed) and isinstance(whole.claims, list)
    assert list(cut.claims) == list(whole.claims)
    assert list(cut.findings) == list(whole.findings)
    assert len({claim.id for claim in cut.claims}) == len(cut.claims) == cut.record.claims
    assert cut.record == whole.record
    assert list(cut.lines()) == list(whole.lines())


def test_a_text_over_the_limit_is_cut_without_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = nkclaims.load()
    text = SENTENCE * 2200  # 200,000 characters and more, on one line
    result = nlp.extract(text)
    assert isinstance(result.claims, Packed)
    assert all(text[c.quote.start : c.quote.end] == c.quote.text for c in result.claims)
    assert sum(f.verdict == "consistent" and f.check == "num.mult" for f in result.findings) == 2200


def test_packed_records_are_a_sequence() -> None:
    claims = list(nkclaims.load().extract(SENTENCE * 3).claims)
    packed = Packed(claims * BLOCK)
    assert len(packed) == len(claims) * BLOCK
    assert [packed[n] for n in (0, 1, BLOCK, -1)] == [(claims * BLOCK)[n] for n in (0, 1, BLOCK, -1)]
    assert list(packed[BLOCK - 1 : BLOCK + 2]) == (claims * BLOCK)[BLOCK - 1 : BLOCK + 2]
    assert list(packed.lines()) == [line(claim) for claim in claims * BLOCK]
    with pytest.raises(IndexError):
        packed[len(packed)]


MEASURE = """
import json, resource, sys
from nkclaims.cli import main
try:
    main()
finally:
    sys.stderr.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))
"""


def peak(text: str) -> int:
    """Kilobytes that the command takes for one line of JSON."""
    stdin = json.dumps({"id": "long", "text": text}).encode()
    command = [sys.executable, "-c", MEASURE, "extract", "--input-format", "jsonl", "-"]
    done = subprocess.run(command, input=stdin, capture_output=True, check=True)
    assert b'"error"' not in done.stdout[:100]
    return int(done.stderr.split()[-1])


def test_memory_goes_by_the_piece_not_by_the_text() -> None:
    one, four = peak(SENTENCE * 2_600), peak(SENTENCE * 10_400)
    assert four - one < 70_000  # for 750,000 characters more; held as they were they took 180 MB more
