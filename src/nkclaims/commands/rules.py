"""``nkclaims rules``: list, test, check and begin rule files."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from nkclaims.commands.common import stdout_console
from nkclaims.engine import Pipeline, load
from nkclaims.errors import InputError
from nkclaims.model.article import Article
from nkclaims.model.claims import Claim
from nkclaims.rules.book import RuleBook, rule_book
from nkclaims.rules.examples import ReadText, cases, run_examples
from nkclaims.rules.lint import lint
from nkclaims.rules.load import plugged_folders, shipped_folder
from nkclaims.rules.model import Rule

SKELETON = """\
# {title}: what the rules of this file have in common. README.md says how a pattern is written.

[[rule]]
id = "{id}"
why = "say in one line which words this is for: {why}"
kind = "{kind}"
{pattern}
examples = ["{example}"]    # the quote stands between [[ ]]; every example is a test
rejects = ["{reject}"]    # words that must give no claim by this rule
status = "trial"
"""
BEGINNINGS = {
    "quantity": ('pattern = "{amount:number} marbles"', "cost [[30 marbles]]", "the marbles cost 30"),
    "percentage": (
        'pattern = "<{amount:number} {percent:percent_word}> of the marbles"\npriority = 1',
        "lost [[30 per cent]] of the marbles",
        "30 per cent of the toys",
    ),
    "money": (
        'pattern = "a kitty of <{amount:number} {currency:currency}>"\npriority = 1',
        "a kitty of [[30 euros]]",
        "a bag of 30 euros",
    ),
    "date": (
        'read = "named"\npattern = "the marbles of <{month:fullmonth}>"\npriority = 1',
        "the marbles of [[October]]",
        "the toys of October",
    ),
    "event": (
        'pattern = "the toy <{trigger:eventpast}> the marbles"\npriority = 1',
        "the toy [[attacked]] the marbles",
        "the toy likes the marbles",
    ),
    "change": (
        'read = "times"\npattern = "{times:one_number} times as marbled"',
        "[[three times as marbled]]",
        "three times as he said",
    ),
}
"""What a new rule begins with, by kind: pattern, example, reject; each holds as it stands."""


def reader(pipeline: Pipeline) -> ReadText:
    """How examples are read: by the whole pipeline, each a body of its own."""

    def read(text: str, published: str | None) -> Sequence[Claim]:
        article = Article("example", "rules", text, published=published)
        return pipeline.extract_article(article).claims

    return read


def list_rules(folders: list[Path]) -> int:
    """Prints every rule with its file and line; tab-separated where no person reads. Always 0."""
    book = _book(folders)
    if not sys.stdout.isatty():
        for rule in book.rules.values():
            sys.stdout.write("\t".join((rule.id, rule.kind, rule.status, _where(rule), rule.why)) + "\n")
        return 0
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in ("rule", "kind", "status", "where", "why"):
        table.add_column(name, overflow="fold", no_wrap=name in ("kind", "status"))
    for rule in book.rules.values():
        style = "" if rule.status == "stable" else "yellow"
        table.add_row(
            Text(rule.id, "bold"),
            rule.kind,
            Text(rule.status, style),
            Text(_where(rule), "dim"),
            Text(rule.why),
        )
    console = stdout_console()
    console.print(table)
    console.print(Text(f"{len(book.rules)} rules"))
    return 0


def test_rules(folders: list[Path]) -> int:
    """Runs every example and reject; 1 where one does not hold or a rule was refused."""
    pipeline = load(rules=folders)
    failures = run_examples(pipeline.book, reader(pipeline))
    for problem in pipeline.book.problems:
        sys.stdout.write(f"{problem}\n")
    for failure in failures:
        sys.stdout.write(f"{failure}\n")
    ran = sum(1 for _ in cases(pipeline.book.rules))
    held = ran - len(failures)
    sys.stdout.write(f"{held} of {ran} examples and rejects of {len(pipeline.book.rules)} rules hold\n")
    return 1 if failures or pipeline.book.problems else 0


def lint_rules(folders: list[Path]) -> int:
    """Prints what is wrong or doubtful in the rule files; 1 where something is."""
    book = _book(folders)
    problems = lint(book, [shipped_folder(), *plugged_folders(), *folders])
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    if not problems:
        sys.stdout.write(f"{len(book.rules)} rules, nothing wrong\n")
    return 1 if problems else 0


def new_rule(rule_id: str, kind: str, folder: Path) -> int:
    """Writes a file with one rule to begin with.

    Raises InputError for an id that is none and for a file that is there already.
    """
    rule = {
        "id": rule_id,
        "kind": kind,
        "why": "new",
        "pattern": "x",
        "examples": ["[[x]]"],
        "rejects": ["y"],
    }
    try:
        Rule.model_validate(rule)
    except ValueError:
        raise InputError(
            f"{rule_id!r} is no rule id: write it in lower case with a point, like money.marbles"
        ) from None
    if kind not in BEGINNINGS:
        raise InputError(f"a {kind} is found by a table, not by rules: give one of {', '.join(BEGINNINGS)}")
    path = folder / f"{rule_id.replace('.', '_')}.toml"
    if path.exists():
        raise InputError(f"{path} is there already: take another id or add the rule to it by hand")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        title = rule_id.split(".", 1)[1].replace("-", " ").capitalize()
        pattern, example, reject = BEGINNINGS[kind]
        why = example.replace("[[", "").replace("]]", "")
        made = SKELETON.format(
            title=title, id=rule_id, kind=kind, pattern=pattern, example=example, reject=reject, why=why
        )
        path.write_text(made, encoding="utf-8")
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}") from None
    sys.stdout.write(f"{path} written; try it with: nkclaims rules test --rules {folder}\n")
    return 0


def _book(folders: list[Path]) -> RuleBook:
    return rule_book(tuple(map(str, folders)))


def _where(rule: Rule) -> str:
    """The rule's file and line, as short as it can be said from here."""
    path = Path(rule.file)
    here = Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{rule.line}"
