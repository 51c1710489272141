"""What a reading needs of a rule's match, without knowing the rule engine (which stands above)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from nkclaims.model.mention import Span


class MatchedRule(Protocol):
    """The rule as a reading sees it."""

    @property
    def id(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def read(self) -> str | None: ...
    @property
    def spans(self) -> tuple[str, ...]: ...
    @property
    def give(self) -> dict[str, Any]: ...


class Matched(Protocol):
    """A hit: character offsets of the quote, of the slots, of the whole match; the hits that lost their words to it."""

    @property
    def rule(self) -> MatchedRule: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def slots(self) -> dict[str, Span]: ...
    @property
    def match(self) -> Span: ...
    @property
    def under(self) -> Sequence[Matched]: ...
