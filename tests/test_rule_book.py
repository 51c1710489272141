"""The pattern language and the rule book: what is refused, what overrides, which match wins."""

from __future__ import annotations

from pathlib import Path

import pytest

from nkclaims.atoms.lexicon import Lexicon, default_lexicon
from nkclaims.atoms.scan import scan
from nkclaims.engine import load
from nkclaims.errors import RuleError
from nkclaims.rules.book import RuleBook, rule_book
from nkclaims.rules.compile import Compiler
from nkclaims.rules.hits import Trace
from nkclaims.rules.load import Loaded, load_rules
from nkclaims.rules.pattern import PatternError, parse

RULE = """
[[rule]]
id = "quantity.leagues"
why = "leagues travelled"
kind = "quantity"
{matcher}
give = {{ unit = "league" }}
examples = ["rode [[20 leagues]]"]
rejects = ["the leagues"]
"""


def folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    return tmp_path


def match(pattern: str, text: str) -> str | None:
    compiler = Compiler(default_lexicon(), rule_book(()).slots)
    regex = compiler.regex(pattern)
    atoms = scan(text)
    found = regex.match(atoms.codes)
    return None if found is None else text[atoms.starts[0] : atoms.ends[found.end() - 1]]


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("between {int} and {int}", "between 3 and 5 men", "between 3 and 5"),
        ("Between {int}", "between 3", None),  # a capital in a pattern asks for one
        ("between {int}", "BETWEEN 3", "BETWEEN 3"),
        ("{int} ~ pc", "70pc", "70pc"),
        ("{int} ~ pc", "70 pc", None),
        ("{int} _ pc", "70pc", None),
        ("(a|an) {month}?", "a March", "a March"),
        ("up !(to)", "up to", None),
        ("up !(to)", "up there", "up"),
    ],
)
def test_patterns(pattern: str, text: str, found: str | None) -> None:
    assert match(pattern, text) == found


@pytest.mark.parametrize("pattern", ["(a", "a)", "", "?", "{a:int} {a:int}x", "a | | b"])
def test_a_pattern_that_cannot_be_read_says_where(pattern: str) -> None:
    with pytest.raises(PatternError):
        node = parse(pattern)
        Compiler(Lexicon(), {}).variants(pattern)
        raise AssertionError(node)


def test_a_slot_must_be_there_and_not_contain_itself() -> None:
    with pytest.raises(PatternError, match="no word class or slot"):
        Compiler(Lexicon(), {}).steps(parse("a {nothing}"))
    with pytest.raises(PatternError, match="contains itself"):
        Compiler(Lexicon(), {"x": "a {x}"}).steps(parse("b {x} c"))


@pytest.mark.parametrize(
    "matcher",
    [
        'pattern = "{amount:one_number} leagues"',
        "regex = '[0-9]+ leagues'",
        'tokens = [{LIKE_NUM = true}, {LOWER = "leagues"}]',
    ],
)
def test_own_rules_of_every_kind(tmp_path: Path, matcher: str) -> None:
    pipeline = load(rules=[folder(tmp_path, RULE.format(matcher=matcher))])
    found = [c for c in pipeline.extract("He rode 20 leagues.").claims if c.kind == "quantity"]
    assert [(c.quote.text, c.value.unit, c.rule) for c in found] == [
        ("20 leagues", "league", "quantity.leagues")
    ]


def test_a_number_under_any_name_is_read(tmp_path: Path) -> None:
    pipeline = load(rules=[folder(tmp_path, RULE.format(matcher='pattern = "{low:number} leagues"'))])
    found = [c for c in pipeline.extract("He rode 20 leagues.").claims if c.kind == "quantity"]
    assert [(c.quote.text, c.value.low) for c in found] == [("20 leagues", 20)]


@pytest.mark.parametrize(
    ("matcher", "key"),
    [
        ('read = "by-to"\npattern = "{low:number} leagues"', "pattern"),  # the reading wants {high:…} too
        ('pattern = "{amount:nothing} leagues"', "pattern"),
        ("regex = '(a)\\1'", "regex"),  # a back reference cannot run in linear time
        ('pattern = "{word} leagues"', "pattern"),  # would be tried at every word
    ],
)
def test_a_broken_rule_is_refused_alone(tmp_path: Path, matcher: str, key: str) -> None:
    book = rule_book((str(folder(tmp_path, RULE.format(matcher=matcher))),))
    (problem,) = [p for p in book.problems if "own.toml" in p.file]
    assert key in problem.key
    assert problem.line > 0
    assert "money.sign-amount" in book.rules


def test_unknown_keys_and_missing_rejects_are_told_with_their_line(tmp_path: Path) -> None:
    text = (
        '[[rule]]\nid = "money.x"\nwhy = "why"\nkind = "money"\npattern = "a {int}"\n'
        'examples = ["[[a 5]]"]\ncolour = 1\n'
    )
    loaded = load_rules([folder(tmp_path, text)], shipped=False)
    told = {(p.key.split()[-1], p.line) for p in loaded.problems}
    assert ("colour", 7) in told
    assert ("rejects", 1) in told


def test_a_rule_is_overridden_and_disabled_by_its_id(tmp_path: Path) -> None:
    disabled = (
        '[[rule]]\nid = "money.order-name"\nwhy = "off"\nkind = "money"\nstatus = "disabled"\n'
        'examples = ["x"]\nrejects = ["y"]\n'
    )
    loaded = load_rules([folder(tmp_path, disabled)])
    assert "money.order-name" not in loaded.rules
    assert "money.order-name" in load_rules().rules


def test_an_id_that_nobody_has_cannot_be_disabled(tmp_path: Path) -> None:
    loaded = load_rules([folder(tmp_path, '[[rule]]\nid = "money.no-such"\nstatus = "disabled"\n')])
    assert [(p.line, p.message) for p in loaded.problems] == [(1, "no rule has this id: nothing to disable")]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder"):
        load_rules([tmp_path / "none"])


def test_the_longest_match_wins_and_the_others_are_told() -> None:
    trace = Trace()
    text = "paid 30-40 US cents"
    hits = rule_book(()).find(scan(text), ("money", "percentage", "quantity"), trace)
    assert [text[h.start : h.end] for h in hits] == ["30-40 US cents"]
    assert trace.lost
    assert all(winner.end - winner.start >= loser.end - loser.start for loser, winner in trace.lost)


def test_no_rules_at_all_find_nothing() -> None:
    assert RuleBook(Loaded(), Lexicon()).find(scan("5 euros"), ("money",)) == []
