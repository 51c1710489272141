"""The words of page furniture (data/furniture.toml), arranged for quick look-ups."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FURNITURE_GROUPS = ("controls", "newsletter", "cookies", "share", "comments", "rights")
_ORNAMENT = " \t*•●▪|>»›«‹-–—_…·:→←▶►▼▲+[]#"
_COUNT = re.compile(r"\s*\(?\d{1,5}\)?$")

Starts = dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Each set holds folded lines (see :func:`fold`); ``Starts`` are by their first word."""

    lines: frozenset[str]
    starts: Starts
    contains: tuple[str, ...]
    navigation: frozenset[str]
    openers: frozenset[str]
    opener_starts: Starts
    related_prefixes: frozenset[str]
    caption_starts: Starts
    caption_ends: tuple[str, ...]
    caption_inside: tuple[str, ...]
    photo_credits: Starts
    roles: frozenset[str]
    story_credits: Starts
    contributed: tuple[str, ...]
    agencies: frozenset[str]
    not_places: frozenset[str]
    month_first: frozenset[str]


def fold(line: str) -> str:
    """A line as it is looked up: without case and without ornament at either end.

    >>> fold("» Printable Version ")
    'printable version'
    """
    return line.casefold().strip(_ORNAMENT)


def fold_count(folded: str) -> str:
    """Without the number that counts shares or comments.

    >>> fold_count("comments (12)")
    'comments'
    """
    return _COUNT.sub("", folded) if folded[-1:] in "0123456789)" else folded


def starts_with(folded: str, starts: Starts) -> bool:
    """Whether a folded line begins with one of the phrases."""
    phrases = starts.get(folded.split(" ", 1)[0])
    return phrases is not None and folded.startswith(phrases)


def holds(line: str, phrases: tuple[str, ...]) -> bool:
    """Whether a line holds one of the phrases; quicker than a regular expression of them all."""
    for phrase in phrases:  # noqa: SIM110 - any() costs a generator, and this runs for every paragraph
        if phrase in line:
            return True
    return False


def _by_first_word(phrases: list[str]) -> Starts:
    table: dict[str, list[str]] = {}
    for phrase in phrases:
        table.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {first: tuple(rest) for first, rest in table.items()}


@cache
def vocabulary() -> Vocabulary:
    """The table, read once. It is part of the package, so that it cannot be missing."""
    text = files("nkclaims.data").joinpath("furniture.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    groups = [table[name] for name in FURNITURE_GROUPS]
    related, caption, byline, dateline = (
        table["related"],
        table["caption"],
        table["byline"],
        table["dateline"],
    )
    return Vocabulary(
        lines=frozenset(line for group in groups for line in group["lines"]),
        starts=_by_first_word([phrase for group in groups for phrase in group["starts"]]),
        contains=tuple(phrase for group in groups for phrase in group.get("contains", ())),
        navigation=frozenset(table["navigation"]["lines"]),
        openers=frozenset(related["openers"]),
        opener_starts=_by_first_word(related["starts"]),
        related_prefixes=frozenset(related["prefixes"]),
        caption_starts=_by_first_word(caption["starts"]),
        caption_ends=tuple(caption["ends"]),
        caption_inside=tuple(caption["inside"]),
        photo_credits=_by_first_word(caption["credits"]),
        roles=frozenset(byline["roles"]),
        story_credits=_by_first_word(byline["credits"]),
        contributed=tuple(byline["contains"]),
        agencies=frozenset(byline["agencies"]),
        not_places=frozenset(dateline["not_places"]),
        month_first=frozenset(dateline["month_first"]),
    )
