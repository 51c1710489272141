"""explain says which rules matched, which lost and why, and what was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkclaims.commands.explain import subject
from nkclaims.engine import load
from nkclaims.errors import InputError
from nkclaims.explain import Explanation, explain
from nkclaims.model.article import Article


def explained(text: str) -> Explanation:
    return explain(load(), Article("a", "-", text, published="2025-10-30", published_by="given"))


def test_winner_losers_and_value() -> None:
    made = explained("It paid between 300 and 700 yuan in 2019.")
    won = {view.hit.rule.id: view for view in made.won}
    money = won["money.amount-name"]
    assert money.quote == "between 300 and 700 yuan" and [c.quote.text for c in money.claims] == [money.quote]
    assert ("currency", "yuan") in money.slots
    assert {(v.quote, v.why) for v in made.lost if v.lost_to is money.hit} >= {("700 yuan", "longest")}
    assert won["quantity.counted"].quote == "2019" and won["quantity.counted"].claims == ()


def test_atoms_carry_their_classes() -> None:
    atoms = {atom.text: atom for atom in explained("SEK9 in October").atoms}
    assert "curcode" in atoms["SEK"].classes and "d1" in atoms["9"].classes and atoms["9"].glued
    assert any("month" in name for name in atoms["October"].classes)


def test_an_offset_means_its_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It cost 5 euros in all. Then it cost 6 euros in all.", "utf-8")
    article, span = subject(f"{path}:30", None)
    assert span is not None and article.text[slice(*span)] == "Then it cost 6 euros in all."
    made = explain(load(), article, span)
    assert [c.quote.text for c in made.claims if c.kind == "money"] == ["6 euros"]


@pytest.mark.parametrize(("tail", "said"), [(":99999", "past its end"), ("", ":OFFSET")])
def test_a_place_that_is_none_is_refused(tmp_path: Path, tail: str, said: str) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It cost 5 euros.", "utf-8")
    with pytest.raises(InputError, match=said):
        subject(f"{path}{tail}", None)
