"""The currency a hit names: by a sign, a code or a name."""

from __future__ import annotations

from decimal import Decimal

from nkclaims.read.context import Context
from nkclaims.read.inside import number_inside, rest_of
from nkclaims.read.matched import Matched
from nkclaims.read.phrases import slot, words_of
from nkclaims.tables import currencies
from nkclaims.tables.currencies import Unit

_FEEDS = {"yen": "JPY", "pounds": "GBP"}


def unit_of(hit: Matched, context: Context) -> tuple[Unit | None, str]:
    """(the currency unit a hit names, by what): a sign, a code or a name; (None, "") where the words are none."""
    text = context.atoms.text
    if "nation" in hit.slots:
        start, end = hit.slots["nation"]
        return by_name((text[start:end].lower(), "dollars"))
    for feed, code in _FEEDS.items():
        if feed in hit.slots:
            return by_code(code)
    for name in ("sign", "sign_after"):
        if name in hit.slots:
            start, end = hit.slots[name]
            return by_sign(text[start:end])
    coded = slot(hit, "code", "code2")
    if coded is not None:
        return by_code(text[coded[0] : coded[1]])
    if "currency" in hit.slots:
        return by_name(words_of(context, hit.slots["currency"]))
    if "currency" in hit.rule.give:
        return by_code(str(hit.rule.give["currency"]))
    number = number_inside(context, hit) if not hit.slots else None
    rest = rest_of(context, hit, number) if number else None
    if rest is None:
        return None, ""
    named = by_name(words_of(context, rest))
    return named if named[0] is not None else by_sign(text[rest[0] : rest[1]])


def by_sign(form: str) -> tuple[Unit | None, str]:
    """The unit of a sign as printed, and by what it is known."""
    symbols = currencies.symbols()
    tight = "".join(form.split())
    for candidate in (tight, tight.rstrip("."), tight.upper(), tight.replace("-", "")):
        if candidate in symbols:
            return symbols[candidate].unit, "symbol"
    code = by_code(tight)
    if code[0] is not None:
        return code
    if tight[-1:] in symbols and len(tight) > 1:
        return symbols[tight[-1]].unit, "symbol"
    return None, ""


def by_code(form: str) -> tuple[Unit | None, str]:
    """The unit of a code as printed, and by what it is known."""
    code = form.strip().rstrip("$").upper()
    if code in currencies.codes():
        return Unit(code=code, factor=Decimal(1), candidates=(code,), form=form), "code"
    return None, ""


def by_name(words: tuple[str, ...]) -> tuple[Unit | None, str]:
    """The longest ending of the words that is a currency's name ("north korean won", "won")."""
    names = currencies.names()
    plain = tuple(w for w in words if w not in ("-", "–"))
    for first in range(len(plain)):
        unit = names.get(" ".join(plain[first:]))
        if unit is not None:
            return unit, "name"
    return None, ""


def last_named(words: list[str], other: Unit | None) -> Unit | None:
    """The currency named last among some words that is not the other one."""
    names = currencies.names()
    for last in range(len(words), 0, -1):
        for length in (3, 2, 1):
            unit = names.get(" ".join(words[max(0, last - length) : last])) if length <= last else None
            if (
                unit is not None
                and unit.factor == 1
                and (other is None or unit.code != other.code or unit.code is None)
            ):
                return unit
    return None
