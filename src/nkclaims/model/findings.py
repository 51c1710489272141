"""The records beside claims: findings, articles and errors; and the union of all."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from nkclaims.model.base import Number, Quote, Record
from nkclaims.model.claims import Claim

SCHEMA = "nkclaims/1"
Verdict = Literal["consistent", "by_rounding", "tension", "inconsistent", "unchecked"]
Severity = Literal["error", "warning", "info"]


class Range(Record):
    """A closed interval; None is an open end."""

    low: Number | None
    high: Number | None


class Finding(Record):
    """What a check found when it did the article's arithmetic again."""

    record: Literal["finding"] = "finding"
    id: str
    key: str
    article: str
    check: str
    verdict: Verdict
    severity: Severity
    claims: list[str]
    quotes: list[Quote]
    expression: str
    stated: Range | None = None
    computed: Range | None = None
    message: str
    assumptions: list[str] = Field(default_factory=list)
    alternatives: list[str] = Field(default_factory=list)


class MadeBy(Record):
    """What made the records: the version, and digests of the rules, tables and options in use."""

    nkclaims: str
    rules: str
    tables: str
    options: str


class Checked(Record):
    """Coverage: how many number claims the article has, and how many of them stood in a check."""

    numbers: int
    in_a_check: int


class ArticleRecord(Record):
    """The article's own line, before its claims and findings."""

    record: Literal["article"] = "article"
    schema_: Literal["nkclaims/1"] = Field(default="nkclaims/1", alias="schema")
    id: str
    source: str
    title: str | None = None
    published: str | None = None
    published_by: Literal["given", "header", "none"] = "none"
    sha256: str
    made_by: MadeBy
    claims: int
    findings: int
    checked: Checked


class ErrorRecord(Record):
    """One thing that went wrong: what, where, and the remedy. ``line`` counts from 1."""

    record: Literal["error"] = "error"
    article: str | None = None
    source: str
    line: int | None = None
    offset: int | None = None
    code: str
    message: str


AnyRecord = ArticleRecord | Claim | Finding | ErrorRecord
record_adapter: TypeAdapter[AnyRecord] = TypeAdapter(
    ArticleRecord | Annotated[Claim, Field(discriminator="kind")] | Finding | ErrorRecord
)
