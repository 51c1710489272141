"""What a per cent is reckoned on, where that is not what the levels are: "organic sales rose 3%", "at constant
currency", "excluding fuel", "in real terms".

Such a per cent need not agree with the levels printed beside it, which as a rule are the reported ones.
"""

from __future__ import annotations

import re

from nkclaims.index import Index
from nkclaims.model.claims import NUMBER_KINDS
from nkclaims.model.mention import Mention

_CONSTANT = (
    r"constant[- ](?:currenc(?:y|ies)|exchange[- ]rates?|rates|prices|perimeter|scope|dollars|money|terms)"
)
_STORES = r"same[- ](?:stores?|shops?|sites?|restaurants?|outlets?|centre|center|property|space|club|rigs?)"
_LESS = (
    r"excluding|exclusive of|stripping out|strip out|stripped of|leaving (?:out|aside)|not counting|net of"
    r"|before (?:the )?(?:effects?|impact) of|ex[- ](?:fuel|currency|acquisitions|items)|setting aside"
    r"|discounting|without (?:the )?(?:effects?|impact) of"
)
_PRICES = (
    r"in real terms|real[- ]terms|in (?:cash|nominal) terms|inflation[- ]adjusted|after inflation|above inflation"
    r"|(?:adjust(?:ed|ing)|allowing|accounting|corrected|correcting) for"
    r"|real (?:wages?|pay|gdp|incomes?|earnings|spending|growth|output|household|disposable)"
)
_MONEY = (
    r"currency[- ]neutral|in (?:local|native) (?:currency|currencies)|in local[- ]currency terms"
    r"|in (?:dollar|euro|sterling|yen|rouble|ruble|peso|rupee) terms|in (?:dollars|euros|sterling|yen)"
)
_RATES = (
    r"annuali[sz]ed|(?:at )?an annual rate|a year on average|per capita|per head|by volume|volumes?|in value"
)
BASIS = re.compile(
    rf"\b(?:organic(?:ally)?|like[- ]for[- ]like|lfl|comparable(?! (?:to|with) )|{_STORES}|underlying|{_PRICES}"
    rf"|(?<!seasonally )(?:re)?adjusted|at {_CONSTANT}|{_CONSTANT}|{_LESS}|{_MONEY}|pro[- ]forma|restated|{_RATES})\b",
    re.IGNORECASE,
)
"""Words that put a comparison on a basis of its own; "comparable to" and "comparable with" compare."""
OWN_FIGURES = re.compile(
    r"(?:underlying|adjusted)\s+(?:[\w-]+\s+){0,2}"
    r"(?:profits?|earnings|income|loss(?:es)?|ebitda|ebit|eps)\b",
    re.IGNORECASE,
)
"""Profits are adjusted themselves, and so as a rule are the levels said beside them."""
FAR = 160  # characters before a change, or after its levels, that can still say its basis


def basis_of(index: Index, change: Mention, new: int, old: int) -> tuple[str, bool] | None:
    """The words that put a change on another basis than its levels, and whether the levels may share it.

    Looked for from the number before the change to the first number after it that is none of its own, and from
    its last level to the next number.
    """
    own = (change, index.mentions[new], index.mentions[old])
    here = [m for m in own if m.sentence == change.sentence]
    row = [index.mentions[i] for i in index.in_sentence(change.sentence)]
    others = [m for m in row if m.kind in (*NUMBER_KINDS, "change") and not _within(m, change)]
    first, last = min(m.start for m in here), max(m.end for m in here)
    since = max((m.end for m in others if m.end <= first), default=0)
    beside = min((m.start for m in others if m.start >= change.end), default=last + FAR)
    until = min((m.start for m in others if m.start >= last), default=last + FAR)
    for start, end in (
        (_opening(index.text, max(since, first - FAR), first), change.end),
        (change.end, _closing(index.text, change.end, beside)),
        (last, _closing(index.text, last, min(until, last + FAR))),
    ):
        found = BASIS.search(index.text, start, max(start, end))
        if found is not None:
            shared = OWN_FIGURES.match(index.text, found.start())
            words = " ".join((shared or found).group().split())
            return words, shared is not None
    return None


def _within(mention: Mention, change: Mention) -> bool:
    return change.start <= mention.start and mention.end <= change.end


def _opening(text: str, start: int, end: int) -> int:
    """Where the clause that ends at ``end`` begins: after the last full stop, semicolon or "while"."""
    marks = [text.rfind(mark, start, end) + 1 for mark in (". ", ";", "\n", " while ", " whereas ")]
    return max(start, *marks)


def _closing(text: str, start: int, end: int) -> int:
    """Where the clause that begins at ``start`` ends."""
    marks = [
        text.find(mark, start, end) for mark in (". ", ";", "\n", " while ", " whereas ", " with ", " and ")
    ]
    return min([at for at in marks if at >= 0], default=end)
