"""The index of a document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from nkclaims.index import Index, measure_words, unit_of
from nkclaims.model.claims import Kind
from nkclaims.model.mention import Mention
from nkclaims.model.values import Change, Date, Money, Percentage, Quantity, Timex

TEXT = (
    "Its net sales rose 5 percent to $21 million in 2019 from $20 million. Rice costs 40 roubles. "
    "The cost of a tonne was 900 roubles. Acme's net sale of boats came to 12 boats."
)
D = Decimal


def money(amount: int, currency: str) -> Money:
    return Money(low=D(amount), high=D(amount), currency=currency)


def mention(kind: Kind, words: str, sentence: int, value: object) -> Mention:
    start = TEXT.index(words)
    return Mention(kind, start, start + len(words), "test", value, sentence)  # type: ignore[arg-type]


def span(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def index() -> Index:
    mentions = [
        mention("change", "rose 5 percent", 0, Change(percent=D(5), direction="rise")),
        mention("percentage", "5 percent", 0, Percentage(low=D(5), high=D(5))),
        mention("money", "$21 million", 0, money(21_000_000, "USD")),
        mention("date", "2019", 0, Date(timex=Timex(type="DATE", value="2019"))),
        mention("money", "$20 million", 0, money(20_000_000, "USD")),
        mention("money", "40 roubles", 1, money(40, "RUB")),
        mention("money", "900 roubles", 2, money(900, "RUB")),
        mention("quantity", "12 boats", 3, Quantity(low=D(12), high=D(12), unit="boat")),
    ]
    return Index(mentions, TEXT)


def test_by_sentence_and_kind(index: Index) -> None:
    assert index.in_sentence(0) == [0, 1, 2, 3, 4]
    assert index.in_sentence(0, "money") == [2, 4]
    assert index.in_sentence(9) == []
    assert index.of_kind("money") == [2, 4, 5, 6]
    assert index.changes() == [0]


def test_near_leaves_itself_out_and_keeps_to_its_distance(index: Index) -> None:
    assert index.near(5, "money") == [2, 4, 6]
    assert index.near(5, "money", within=0) == []
    assert index.near(7, within=1) == [6]


def test_before_and_after_go_outward_and_stay_in_the_sentence(index: Index) -> None:
    assert list(index.before(4)) == [3, 2, 1, 0]
    assert list(index.before(4, "money")) == [2]
    assert list(index.after(0)) == [2, 3, 4]
    assert list(index.after(6)) == []


def test_between_wants_whole_claims(index: Index) -> None:
    start, end = span("5 percent to $21 million")
    assert index.between(start, end) == [1, 2]
    assert index.between(start, end - 1) == [1]
    assert index.between(start, end, "money") == [2]


def test_same_unit(index: Index) -> None:
    assert index.same_unit(5) == [6]
    assert index.same_unit(7) == []
    assert index.same_unit(0) == []


def test_groups_come_with_complete(index: Index) -> None:
    sales = span("Its net sales")
    index.mentions[2].of = sales
    index.mentions[4].of = sales
    index.mentions[7].of = span("net sale")
    index.mentions[5].holder = span("Rice")
    index.mentions[2].link("when", 3, "clause")
    index.mentions[7].link("when", 3, "carried")
    assert index.same_measure(2) == []
    index.complete()
    assert index.same_measure(2) == [4, 7]
    assert index.same_measure(5) == index.same_holder(5) == []
    assert index.same_period(2) == [7]
    assert index.same_period(5) == []
    assert index.measure(2) == {"net", "sale"}
    assert index.measure(6) == index.holder(2) == frozenset()
    index.mentions[4].of = None
    assert index.complete().same_measure(2) == [7]


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("the price of rice", {"price", "rice"}),
        ("Subsidies", {"subsidy"}),
        ("gross loss", {"gross", "loss"}),
        ("its", set()),
        ("Acme Corp.'s U.S. sales", {"acme", "u", "sale"}),
    ],
)
def test_words_of_substance(phrase: str, words: set[str]) -> None:
    assert measure_words(phrase) == words


def test_units() -> None:
    assert unit_of(Percentage(low=D(1), high=D(1), unit="points")) == "points"
    assert unit_of(Change(factor=D(2))) is None


def test_an_empty_document() -> None:
    index = Index([], "").complete()
    assert index.in_sentence(0) == index.changes() == index.of_kind("date") == []
