"""Voices: who says so, how it is told, how far the text stands behind it."""

from __future__ import annotations

import pytest

from kit import pipeline
from nkclaims.model.claims import Claim


def claims(text: str) -> list[Claim]:
    found = pipeline().extract(text, published="2023-11-02").claims
    return [c for c in found if c.kind in ("money", "percentage", "quantity")]


def source(claim: Claim) -> str | None:
    return claim.voice.source.text if claim.voice.source is not None else None


@pytest.mark.parametrize(
    ("text", "who", "manner"),
    [
        ("Sales rose 5%.", None, "narrated"),
        ("Orvan Corp. said sales rose 5%.", "Orvan Corp.", "reported"),
        ("Sales rose 5%, the company said.", "the company", "reported"),
        ("Sales rose 5%, said Marta Holm.", "Marta Holm", "reported"),
        ("According to analysts, sales rose 5%.", "analysts", "reported"),
        ("Sales rose 5%, according to the ministry.", "the ministry", "reported"),
        ("Orvan Corp. said it was pleased. It added that sales rose 5%.", "Orvan Corp.", "reported"),
        ('"Sales rose 5%," said Marta Holm.', "Marta Holm", "quoted"),
        ('"We are glad," said Marta Holm. "Sales rose 5%."', "Marta Holm", "quoted"),
        ("“It was hard. Sales fell 5%. We go on,” Ms. Holm said.", "Ms. Holm", "quoted"),
    ],
)
def test_who_says_so(text: str, who: str | None, manner: str) -> None:
    (claim,) = claims(text)
    assert (source(claim), claim.voice.manner) == (who, manner)


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Sales rose 5%.", "asserted"),
        ("Sales will rise 5%.", "forecast"),
        ("Orvan expects sales of $5 million.", "forecast"),
        ("Sales may rise 5%.", "hedged"),
        ("Reportedly sales rose 5%.", "hedged"),
        ("Sales did not rise 5%.", "denied"),
        ("The merger would cost $5 million.", "conditional"),
        ("If it costs $5 million, we stop.", "conditional"),
    ],
)
def test_how_far_the_text_stands_behind_it(text: str, stance: str) -> None:
    (claim,) = claims(text)
    assert claim.voice.stance == stance


def test_a_quotation_never_closed_does_not_swallow_the_article() -> None:
    first, second = claims('He said: "Sales rose 5%.\n\nCosts fell 3%.')
    assert first.voice.manner == "quoted"
    assert second.voice.manner == "narrated"
