"""The checks: they see claims, never text, and do the article's arithmetic again.

One module a family; :data:`FAMILIES` is the registry. A check takes its candidates from the index, derives
intervals by :mod:`nkclaims.model.interval` and yields findings, passes and "unchecked" included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from nkclaims.checks import bounds, changes, dates, days, fx, parts, places, restated
from nkclaims.checks.dates import FORMAT
from nkclaims.checks.scene import NO_TABLES, Family, Scene, Tables, in_order
from nkclaims.index import Index
from nkclaims.model.article import Article
from nkclaims.model.claims import NUMBER_KINDS, Claim
from nkclaims.model.findings import Checked, Finding

__all__ = ["CHECKS", "FAMILIES", "Tables", "checked", "run_checks"]

FAMILIES: tuple[Family, ...] = (
    changes.FAMILY,
    bounds.FAMILY,
    parts.FAMILY,
    restated.FAMILY,
    fx.FAMILY,
    places.FAMILY,
    days.FAMILY,
    dates.FAMILY,
)
CHECKS: dict[str, str] = {name: asks for family in FAMILIES for name, asks in family.checks.items()}


def run_checks(
    claims: Sequence[Claim], index: Index, article: Article, *, tables: Tables = NO_TABLES
) -> list[Finding]:
    """All findings of an article, in the order of its text.

    claims  frozen, at the positions the index knows them by
    tables  what checks may look up; what needs a table that is not there stays unchecked
    """
    scene = Scene(claims, index, article, tables)
    found: Iterator[Finding] = (finding for family in FAMILIES for finding in family.run(scene))
    if any(claim.section == "related" for claim in claims):
        found = _own(found, claims)
    return in_order(found)


def _own(findings: Iterable[Finding], claims: Sequence[Claim]) -> Iterator[Finding]:
    """The findings about the article itself: a line that points to another one is no claim of its own.

    A date that cannot be is wrong wherever it stands.
    """
    related = {claim.id for claim in claims if claim.section == "related"}
    return (f for f in findings if f.check == FORMAT or related.isdisjoint(f.claims))


def checked(claims: Iterable[Claim], findings: Iterable[Finding]) -> Checked:
    """How many number claims there are, and how many of them stood in a check that came to a verdict.

    >>> checked([], [])
    Checked(numbers=0, in_a_check=0)
    """
    numbers = {claim.id for claim in claims if claim.kind in NUMBER_KINDS}
    in_a_check = {name for finding in findings if finding.verdict != "unchecked" for name in finding.claims}
    return Checked(numbers=len(numbers), in_a_check=len(numbers & in_a_check))
