"""Runs the examples and rejects that every rule carries: what it must find, and what it must leave alone.

In an example every marked quote is a claim of the rule's kind, at least one of them is the rule's own, the
rule makes no claim that is not marked, and the first quote's value holds all that ``expect`` says. Claims of
other kinds may lie over the quotes, and other rules of the kind may find further claims outside them: an
example shows one rule, not a whole reading ("[[5]], [[10]] and [[20 euros]]" is the work of two). In a reject
the rule makes no claim at all. The whole pipeline reads both, for the span of a rule is often grown (hedges)
or refused by the reading behind it; so this module is given a function that reads a text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from nkclaims.model.claims import Claim
from nkclaims.rules.book import RuleBook
from nkclaims.rules.model import Example, Rule, unmark

ReadText = Callable[[str, str | None], Sequence[Claim]]
"""The claims of a text, all of it body, with its publication date or None."""


@dataclass(slots=True, frozen=True)
class Case:
    """One example or reject, to be run by itself. ``number`` counts from 1 within the rule."""

    rule: Rule
    what: Literal["example", "reject"]
    number: int
    example: Example

    def __str__(self) -> str:
        return f"{self.rule.id}-{self.what}-{self.number}"


@dataclass(slots=True, frozen=True)
class Failure:
    """A case that does not hold: ``reason`` is one sentence, with what was found."""

    case: Case
    reason: str

    def __str__(self) -> str:
        rule = self.case.rule
        return f"{rule.file}:{rule.line}: {rule.id} {self.case.what} {self.case.number}: {self.reason}"


def cases(rules: Mapping[str, Rule]) -> Iterator[Case]:
    """Every example and reject of some rules, in order."""
    for rule in rules.values():
        for number, example in enumerate(rule.examples, 1):
            yield Case(rule, "example", number, example)
        for number, text in enumerate(rule.rejects, 1):
            yield Case(rule, "reject", number, Example(text=text))


def run_examples(book: RuleBook, read: ReadText) -> list[Failure]:
    """Every case of a book that does not hold; ``read`` must read by the same book."""
    return [failure for case in cases(book.rules) if (failure := run_case(case, read)) is not None]


def run_case(case: Case, read: ReadText) -> Failure | None:
    """None where the case holds."""
    reason = _example(case, read) if case.what == "example" else _reject(case, read)
    return Failure(case, reason) if reason else None


def _reject(case: Case, read: ReadText) -> str | None:
    text = case.example.text
    found = [c for c in read(text, case.example.published) if c.rule == case.rule.id]
    return f"{text!r} must give no claim, but gave {_listed(found)}" if found else None


def _example(case: Case, read: ReadText) -> str | None:
    rule, example = case.rule, case.example
    text, marked = unmark(example.text)
    claims = [c for c in read(text, example.published) if c.kind == rule.kind]
    mine = [c for c in claims if c.rule == rule.id]
    by_span = {(c.quote.start, c.quote.end): c for c in claims}
    wanted = ", ".join(f"[[{text[start:end]}]]" for start, end in marked)
    if not all(span in by_span for span in marked):
        return f"{text!r} must give {wanted}, but gave {_listed(claims)}"
    if not mine:
        return f"{text!r} gave {wanted}, but by other rules: {_listed(claims)}"
    if extra := [c for c in mine if (c.quote.start, c.quote.end) not in marked]:
        return f"{text!r} must give {wanted} and no more, but the rule also gave {_listed(extra)}"
    first = by_span[marked[0]]
    wrong = [
        f"{key} is {_shown(got)}, not {_shown(want)}"
        for key, want in example.expect.items()
        if not agrees(got := value_of(first, key), want)
    ]
    return f"{first.quote.text!r} was read wrong: {'; '.join(wrong)}" if wrong else None


def value_of(claim: Claim, key: str) -> Any:
    """A field of a claim's value, or of its TIMEX3: the words ``expect`` may use; None for any other word."""
    value = claim.value
    timex = getattr(value, "timex", None)
    for holder in (value, timex):
        if holder is not None and key in type(holder).model_fields:
            return getattr(holder, key)
    return None


def agrees(got: Any, wanted: Any) -> bool:
    """Whether a value is as a rule file says; numbers are compared as decimal numbers.

    >>> agrees(Decimal("0.20"), 0.2), agrees("EUR", "USD"), agrees(None, 3)
    (True, False, False)
    """
    if isinstance(wanted, bool) or isinstance(got, bool):
        return got is wanted
    if isinstance(wanted, int | float):
        return isinstance(got, Decimal | int | float) and Decimal(str(got)) == Decimal(str(wanted))
    return bool(got == wanted)


def _listed(claims: Sequence[Claim]) -> str:
    return ", ".join(f"[[{c.quote.text}]] by {c.rule}" for c in claims) or "nothing"


def _shown(value: Any) -> str:
    return repr(value) if isinstance(value, str) else str(value)
