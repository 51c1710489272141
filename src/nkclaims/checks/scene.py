"""What a check sees: the claims, the index and the article's frame; and how it says what it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from nkclaims.ids import finding_name
from nkclaims.index import Index
from nkclaims.model.article import Article
from nkclaims.model.base import trusted
from nkclaims.model.claims import Claim, Link
from nkclaims.model.findings import Finding, Range, Severity, Verdict
from nkclaims.model.interval import Interval
from nkclaims.model.mention import LinkBy, LinkName
from nkclaims.tables.rates import Rates

SHOWN_DIGITS = 4
LOOSE_BY: tuple[LinkBy, ...] = ("sentence", "carried", "heading")

_Finding, _Range = trusted(Finding), trusted(Range)


@dataclass(slots=True, frozen=True)
class Tables:
    """What checks may look up; None: what needs it stays unchecked."""

    rates: Rates | None = None


NO_TABLES = Tables()


@dataclass(slots=True)
class Scene:
    """One article's claims, ready to be checked. A position in ``claims`` is a position in the index."""

    claims: Sequence[Claim]
    index: Index
    article: Article
    tables: Tables = NO_TABLES
    by_id: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.by_id = {claim.id: position for position, claim in enumerate(self.claims)}

    def linked(self, position: int, name: LinkName) -> list[tuple[int, LinkBy]]:
        """The claims one is linked to, and by what right; a link to a claim that is not there is left out."""
        rows: list[Link] = getattr(self.claims[position].links, "from_" if name == "from" else name)
        return [(self.by_id[row.claim], row.by) for row in rows if row.claim in self.by_id]

    def text(self, position: int) -> str:
        """A claim's quote, with white space as single spaces."""
        return " ".join(self.claims[position].quote.text.split())

    def finding(
        self,
        check: str,
        verdict: Verdict,
        positions: Sequence[int],
        *,
        expression: str,
        message: str,
        severity: Severity | None = None,
        stated: Interval | None = None,
        computed: Interval | None = None,
        assumptions: Sequence[str] = (),
        alternatives: Sequence[str] = (),
        loose: bool = False,
    ) -> Finding:
        """A finding about the claims at ``positions``; ``loose`` holds it to a warning at most."""
        claims = [self.claims[position] for position in positions]
        ids = [claim.id for claim in claims]
        identity, key = finding_name(self.article.id, check, ids, [claim.key for claim in claims])
        return _Finding(
            id=identity,
            key=key,
            article=self.article.id,
            check=check,
            verdict=verdict,
            severity=severity or grade(verdict, loose=loose),
            claims=ids,
            quotes=[claim.quote for claim in claims],
            expression=expression,
            stated=shown_range(stated),
            computed=shown_range(computed),
            message=message,
            assumptions=list(assumptions),
            alternatives=list(alternatives),
        )


@dataclass(slots=True, frozen=True)
class Family:
    """Checks that look at the same claims: their ids, each with what it asks, and how to run them."""

    checks: dict[str, str]
    run: Callable[[Scene], Iterator[Finding]]


def grade(verdict: Verdict, *, loose: bool = False) -> Severity:
    """How loudly a verdict speaks; a looser match turns an error into a warning, and nothing into less.

    >>> grade("inconsistent"), grade("inconsistent", loose=True), grade("tension"), grade("unchecked")
    ('error', 'warning', 'warning', 'info')
    """
    if verdict == "inconsistent":
        return "warning" if loose else "error"
    return "warning" if verdict == "tension" else "info"


def rounded(value: Decimal, digits: int = SHOWN_DIGITS) -> Decimal:
    """A number cut to a few significant digits, never before its decimal point.

    >>> rounded(Decimal("2.268292682926829268292682927")), rounded(Decimal("123456.7"))
    (Decimal('2.268'), Decimal('123457'))
    """
    if not value.is_finite() or value == 0:
        return value
    exponent = min(value.adjusted() - digits + 1, 0)
    if exponent == 0:  # quantize refuses a whole number of more digits than the context holds
        return value.to_integral_value()
    return value.quantize(Decimal(1).scaleb(exponent))


def shown(value: Decimal, *, decimals: bool = False) -> str:
    """A number for the working: plain digits, a few significant ones; with ``decimals`` at least one decimal.

    >>> shown(Decimal("124000")), shown(Decimal(2), decimals=True), shown(Decimal("33.333333"))
    ('124000', '2.0', '33.33')
    """
    text = f"{rounded(value):f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return f"{text}.0" if decimals and "." not in text else text


def shown_interval(interval: Interval) -> str:
    """An interval for the working: one number where it is one, "70 or more" where it is open.

    >>> shown_interval(Interval(Decimal(3), Decimal(3))), shown_interval(Interval(Decimal(0), Decimal(140)))
    ('3', '0 to 140')
    """
    low, high = interval.ends()
    if low is None or high is None:
        known = high if low is None else low
        return "any" if known is None else f"{shown(known)} or {'less' if low is None else 'more'}"
    first, last = shown(low), shown(high)
    return first if first == last else f"{first} to {last}"


def shown_range(interval: Interval | None) -> Range | None:
    """An interval as a finding prints it: closed, its ends cut to a few digits, None where open-ended."""
    if interval is None:
        return None
    low, high = (None if end is None else rounded(end) for end in interval.ends())
    return _Range(low=low, high=high)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings in the order of the text, each once."""
    unique = {finding.id: finding for finding in findings}
    # The key, not the id, breaks a tie: wire copy has its findings in one order whatever it is called.
    return sorted(
        unique.values(),
        key=lambda f: (min(q.start for q in f.quotes), f.check, [q.start for q in f.quotes], f.key),
    )
