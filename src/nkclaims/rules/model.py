"""A rule as its file gives it."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from nkclaims.model.claims import Kind


class Example(BaseModel):
    """A sentence with the quote marked ``[[so]]``; ``expect`` is what the claim's value must hold.

    published  the publication date the example is read by (dates)
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    text: str
    expect: dict[str, Any] = Field(default_factory=dict)
    published: str | None = None


class Rule(BaseModel):
    """One rule. Exactly one of pattern, tokens and regex is set.

    spans       named groups of the pattern, each a claim of its own (else the whole match is one)
    read        the name of the reading, where a kind has several
    give        values fixed by the rule, handed to the reading
    not_before  a one-atom pattern that must not stand before the match
    not_after   a pattern that must not follow it
    priority    decides between spans of equal length, higher first
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str = Field(pattern=r"^[a-z]+(\.[a-z0-9_-]+)+$")
    why: str = Field(min_length=3)
    kind: Kind
    pattern: str | None = None
    tokens: tuple[dict[str, Any], ...] | None = None
    regex: str | None = None
    spans: tuple[str, ...] = ()
    read: str | None = None
    give: dict[str, Any] = Field(default_factory=dict)
    not_before: str | None = None
    not_after: str | None = None
    priority: int = 0
    examples: tuple[Example, ...] = Field(min_length=1)
    rejects: tuple[str, ...] = Field(min_length=1)
    expect: dict[str, Any] = Field(default_factory=dict)
    status: Literal["stable", "trial", "disabled"] = "stable"
    known_false_positives: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    file: str = ""
    line: int = 0

    @model_validator(mode="before")
    @classmethod
    def _plain_examples(cls, data: Any) -> Any:
        """A bare string is an example without a value."""
        if isinstance(data, dict) and isinstance(data.get("examples"), list):
            examples = [{"text": e} if isinstance(e, str) else e for e in data["examples"]]
            if examples and data.get("expect") and isinstance(examples[0], dict):
                examples[0] = {"expect": data["expect"], **examples[0]}
            return {**data, "examples": examples}
        return data

    @model_validator(mode="after")
    def _one_matcher(self) -> Rule:
        given = [k for k in ("pattern", "tokens", "regex") if getattr(self, k) is not None]
        if self.status == "disabled":
            return self
        if len(given) != 1:
            raise ValueError(f"exactly one of pattern, tokens and regex must be given, not {len(given)}")
        for example in self.examples:
            if "[[" not in example.text or "]]" not in example.text:
                raise ValueError(f"the example {example.text!r} does not mark its quote with [[ ]]")
        return self


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its marks, and the marked stretches.

    >>> unmark("pays [[9 euros]] a day")
    ('pays 9 euros a day', [(5, 12)])
    """
    out, opened = "", 0
    spans: list[tuple[int, int]] = []
    for piece in _split(text):
        if piece == "[[":
            opened = len(out)
        elif piece == "]]":
            spans.append((opened, len(out)))
        else:
            out += piece
    return out, spans


def _split(text: str) -> list[str]:
    out: list[str] = []
    while text:
        cuts = [i for i in (text.find("[["), text.find("]]")) if i >= 0]
        if not cuts:
            return [*out, text]
        cut = min(cuts)
        out += [text[:cut], text[cut : cut + 2]]
        text = text[cut + 2 :]
    return out
