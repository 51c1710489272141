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
        (
            "Some 14 miners were trapped, the governor's office said late on Sunday.",
            "the governor's office",
            "reported",
        ),
        ("Some 14 miners were trapped, police said Sunday.", "police", "reported"),
        ("Output fell 7%, the bureau said in a note to clients.", "the bureau", "reported"),
        ("Output fell 7%, brokers at Orvan said by telephone.", "brokers", "reported"),
        ("Output fell 7%, its chief executive told a hearing in Bern.", "its chief executive", "reported"),
        ("Rents rose 9%, tenants told this newspaper.", "tenants", "reported"),
        ("Traffic fell 4%, the line's chief, Omar Haddad, said on Friday.", "Omar Haddad", "reported"),
        ("It was a good year. Sales rose 5%, it said on Thursday.", "it", "reported"),
        ("Orvan Corp. said it was pleased. Sales rose 5%, it said on Thursday.", "Orvan Corp.", "reported"),
        ('"The plant lost $2 million," Lena Moss told reporters.', "Lena Moss", "quoted"),
        ('"The plant lost $2 million," she told lawmakers at a hearing in Bern.', "she", "quoted"),
        ("After the flood, police said on Monday 40 bridges were shut.", "police", "reported"),
        (
            "The bank drew up plans, announced losses of $5 million and said in May it would go.",
            "The bank",
            "reported",
        ),
        ("Holt's said sales rose 5%.", "Holt's", "reported"),
        ("The bureau has reported 30 deaths.", "The bureau", "reported"),
        ("A poll of tenants by the union found that 40% paid late.", "the union", "reported"),
        ("The trust gave the school $2 million.", None, "narrated"),
        ("The owner has put in £40m.", None, "narrated"),
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
        ("Orvan said it would spend $5 million.", "forecast"),
        ("The ministry told lawmakers that it would spend $5 million.", "forecast"),
        ("Orvan said it would spend $5 million if the council agreed.", "conditional"),
        ("Orvan said it would have spent $5 million.", "conditional"),
        ("The tower was reportedly sold for $5 million.", "hedged"),
        ("Some 2,000 villagers allegedly signed it.", "hedged"),
    ],
)
def test_how_far_the_text_stands_behind_it(text: str, stance: str) -> None:
    (claim,) = claims(text)
    assert claim.voice.stance == stance


def test_a_quotation_never_closed_does_not_swallow_the_article() -> None:
    first, second = claims('He said: "Sales rose 5%.\n\nCosts fell 3%.')
    assert first.voice.manner == "quoted"
    assert second.voice.manner == "narrated"


def test_one_after_the_other_speaks() -> None:
    first, second = claims(
        "Only 30 homes burned, police said on Monday, but the union said 50 tents were lost."
    )
    assert (source(first), source(second)) == ("police", "the union")


def test_a_happening_and_its_count_are_hedged_alike() -> None:
    found = pipeline().extract("Some 2,000 people reportedly fled.").claims
    assert {(c.kind, c.voice.stance) for c in found} == {("quantity", "hedged"), ("event", "hedged")}


def test_what_somebody_said_they_would_do_is_planned() -> None:
    found = pipeline().extract("The mill said it would cut 300 jobs.").claims
    assert {c.voice.stance for c in found} == {"forecast"}
