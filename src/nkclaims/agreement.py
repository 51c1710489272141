"""When a claim agrees with the gold: the tests that the score counts, kind by kind.

A gold value is the JSON of a claim's value with only the fields a reader annotated; the others are not asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from nkclaims.model.base import Quote
from nkclaims.model.claims import Claim, Kind, Link

Gold = dict[str, Any]
TOLERANCE = Decimal("0.001")
SAME_LENGTH = {"PT24H": "P1D", "P7D": "P1W", "P12M": "P1Y", "P24M": "P2Y"}
QUOTES = ("of", "holder", "base")
DULL = frozenset(
    (
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "and",
        "or",
        "to",
        "from",
    )
)


def close(said: Any, read: Any) -> bool:
    """Two numbers within 0.1 %, or both None.

    >>> close(Decimal("33.33"), Decimal("33.333")), close(None, Decimal(5))
    (True, False)
    """
    if said is None or read is None:
        return said is None and read is None
    a, b = Decimal(said), Decimal(read)
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b))


def same_ends(said: Gold, read: Any) -> bool:
    """Both printed ends agree, open ones too."""
    return close(said["low"], read.low) and close(said["high"], read.high)


def same_fields(*names: str) -> Callable[[Gold, Any], bool]:
    """A test that every named field the gold has is the same in the reading."""
    return lambda said, read: all(bool(said[name] == getattr(read, name)) for name in names if name in said)


def same_time(said: Gold, read: Any) -> bool:
    """TIMEX3 values are the same, or the same length in other units.

    >>> from nkclaims.model.values import Date, Timex
    >>> same_time({"timex": {"value": "P1Y"}}, Date(timex=Timex(type="DURATION", value="P12M")))
    True
    """
    a, b = str(said["timex"]["value"]), str(read.timex.value)
    return SAME_LENGTH.get(a, a) == SAME_LENGTH.get(b, b)


def same_timex_type(said: Gold, read: Any) -> bool:
    """TIMEX3 type and mod are those of the gold, so far as it has them."""
    return same_fields("type", "mod")(said["timex"], read.timex)


def same_size(said: Gold, read: Any) -> bool:
    """The size of the change agrees, in whichever of the four ways it is said."""
    return all(
        close(said.get(name), getattr(read, name)) for name in ("factor", "percent", "points", "delta")
    )


VALUE_RIGHT: dict[Kind, Callable[[Gold, Any], bool]] = {
    "money": same_ends,
    "percentage": same_ends,
    "quantity": same_ends,
    "date": same_time,
    "place": same_fields("country"),
    "event": same_fields("coarse"),
    "change": same_size,
}
UNIT_RIGHT: dict[Kind, Callable[[Gold, Any], bool]] = {
    "money": same_fields("currency", "per"),
    "percentage": same_fields("unit"),
    "quantity": same_fields("unit", "per"),
    "date": same_timex_type,
    "place": same_fields("geonames"),
    "event": same_fields("realis"),
    "change": same_fields("direction"),
}


def words(text: str) -> set[str]:
    """The words of substance of a quote, without a plural's s."""
    return {word.rstrip("s") for word in re.findall(r"\w+", text.lower())} - DULL


def touch(said: Gold, read: Quote) -> bool:
    """Two quotes have a character in common."""
    return bool(said["start"] < read.end and read.start < said["end"])


def same_quote(said: Gold, read: Quote | None) -> bool:
    """Two quotes that touch, or share a word of substance ("it" and "the company" share none)."""
    return read is not None and (touch(said, read) or bool(words(said["text"]) & words(read.text)))


def same_links(said: list[Gold], read: list[Link], by_id: Mapping[str, Claim]) -> bool:
    """Every linked claim of the gold is among those linked, by its kind and place."""
    linked = [by_id[link.claim] for link in read if link.claim in by_id]
    return all(
        any(link["kind"] == claim.kind and touch(link["quote"], claim.quote) for claim in linked)
        for link in said
    )


def bindings(gold: Gold, claim: Claim, by_id: Mapping[str, Claim]) -> dict[str, bool]:
    """Whether each thing the gold says besides the value is right: "of", "voice.source", "links.when" …"""
    answers = {name: same_quote(gold[name], getattr(claim, name)) for name in QUOTES if name in gold}
    if "direction" in gold:
        answers["direction"] = gold["direction"] == claim.direction
    for name, said in gold.get("voice", {}).items():
        read = getattr(claim.voice, name)
        answers[f"voice.{name}"] = same_quote(said, read) if name == "source" else bool(said == read)
    for name, links in gold.get("links", {}).items():
        attribute = "from_" if name == "from" else name
        answers[f"links.{name}"] = same_links(links, getattr(claim.links, attribute), by_id)
    return answers
