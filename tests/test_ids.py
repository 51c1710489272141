"""Names that outlive an edit."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nkclaims.ids import claim_names, digest, finding_name

Row = tuple[str, str, str]
ARTICLE: list[list[Row]] = [
    [("money", "Rice costs 6,000 won.", "6,000 won")],
    [("quantity", "Of 12 boats 12 sank.", "12"), ("quantity", "Of 12 boats 12 sank.", "12")],
    [
        ("percentage", "Sales rose 5 percent.", "5 percent"),
        ("change", "Sales rose 5 percent.", "rose 5 percent"),
    ],
]


def names(paragraphs: list[list[Row]], article: str = "a") -> dict[Row, list[tuple[str, str]]]:
    rows = [row for paragraph in paragraphs for row in paragraph]
    found: dict[Row, list[tuple[str, str]]] = {}
    for row, name in zip(rows, claim_names(article, rows), strict=True):
        found.setdefault(row, []).append(name)
    return found


def test_a_name_is_sixteen_hex_digits_and_pinned() -> None:
    (identity, key), *_ = claim_names("a", ARTICLE[0])
    assert (identity, key) == (digest("a", *ARTICLE[0][0], "0"), digest(*ARTICLE[0][0], "0"))
    assert len(identity) == len(key) == 16 and int(identity, 16) >= 0
    assert digest("wire format") == "be9a32622d6bc31e"  # stored lists of accepted findings hang on it


def test_a_paragraph_put_in_leaves_the_others_their_names() -> None:
    new = [("money", "Maize costs 3,100 won.", "3,100 won")]
    before = names(ARTICLE)
    for at in range(len(ARTICLE) + 1):
        after = names([*ARTICLE[:at], new, *ARTICLE[at:]])
        assert {row: after[row] for row in before} == before


def test_a_paragraph_taken_out_leaves_the_others_their_names() -> None:
    before = names(ARTICLE)
    for at in range(len(ARTICLE)):
        after = names(ARTICLE[:at] + ARTICLE[at + 1 :])
        assert after == {row: before[row] for row in after}


@given(st.permutations(ARTICLE))
def test_paragraphs_reordered_keep_their_names(paragraphs: list[list[Row]]) -> None:
    assert names(paragraphs) == names(ARTICLE)


def test_an_edited_sentence_changes_only_its_own_names() -> None:
    edited = [*ARTICLE[:2], [("percentage", "Sales rose by 5 percent.", "5 percent")]]
    assert names(edited)[ARTICLE[1][0]] == names(ARTICLE)[ARTICLE[1][0]]
    assert not set(names(edited)[edited[2][0]]) & set(names(ARTICLE)[ARTICLE[2][0]])


def test_names_are_unique_within_an_article_even_for_a_repeated_sentence() -> None:
    rows = [row for paragraph in ARTICLE + ARTICLE for row in paragraph]
    assert len({identity for identity, _ in claim_names("a", rows)}) == len(rows)


def test_a_key_joins_articles_and_an_id_does_not() -> None:
    here, there = claim_names("a", ARTICLE[0]), claim_names("b", ARTICLE[0])
    assert here[0][1] == there[0][1] and here[0][0] != there[0][0]


def test_finding_names() -> None:
    identity, key = finding_name("a", "num.mult", ["1", "2"], ["x", "y"])
    assert finding_name("b", "num.mult", ["3", "4"], ["x", "y"])[1] == key
    assert finding_name("a", "num.pct", ["1", "2"], ["x", "y"])[0] != identity
    assert finding_name("a", "num.mult", ["1", "3"], ["x", "z"])[0] != identity


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_different_words_have_different_names(a: list[str], b: list[str]) -> None:
    assert (digest(*a) == digest(*b)) == (a == b)
