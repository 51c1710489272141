"""Values in a few words, for people: tables, the terminal and the page say the same thing the same way."""

from __future__ import annotations

from decimal import Decimal

from nkclaims.model.claims import Claim
from nkclaims.model.values import (
    Change,
    Date,
    Event,
    Lean,
    Modifier,
    Money,
    Percentage,
    Place,
    Quantity,
    Reading,
    Usd,
)

_UNITS = {"percent": "%", "points": " percentage points", "basis_points": " basis points"}
_LEANS: dict[Lean, str] = {"below": "nearly ", "above": "just over "}
_BOUNDS: dict[Modifier, str] = {
    "at_least": "at least ",
    "over": "more than ",
    "at_most": "at most ",
    "under": "less than ",
    "about": "about ",
    "order": "in the order of ",
}
_SIGNS: dict[Modifier, str] = {"at_least": "≥ ", "over": "> ", "at_most": "≤ ", "under": "< "}


def number(value: Decimal) -> str:
    """A number with thousands apart and no idle zeros.

    >>> number(Decimal("62000")), number(Decimal("0.30")), number(Decimal("1E+3"))
    ('62,000', '0.3', '1,000')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def rounded(value: Decimal, digits: int = 4) -> str:
    """A reckoned number, cut to a few significant digits.

    >>> rounded(Decimal("278.943112")), rounded(Decimal("1234567.8"))
    ('278.9', '1,234,568')
    """
    if not value.is_finite() or value == 0:
        return str(value)
    places = min(value.adjusted() - digits + 1, 0)
    return number(value.quantize(Decimal(1).scaleb(places)))


def reading_words(value: Reading) -> str:
    """A number as it was read, bound and hedge said.

    >>> reading_words(Percentage(low=None, high=Decimal(70), modifier="at_most"))
    'at most 70'
    >>> reading_words(Percentage(low=Decimal(16), high=Decimal(17), modifier="between", approx=True))
    'about 16 to 17'
    """
    ends = [number(end) for end in (value.low, value.high) if end is not None]
    figures = " to ".join(dict.fromkeys(ends)) or "unknown"
    before = _LEANS[value.lean] if value.lean else _BOUNDS.get(value.modifier, "")
    if value.approx and not before:
        before = "about "
    return f"{before}{figures}"


def money_words(value: Money) -> str:
    """An amount of money.

    >>> money_words(Money(low=Decimal(300), high=Decimal(700), currency="CNY", per="month"))
    '300 to 700 CNY a month'
    """
    currency = value.currency or ("/".join(value.candidates) + "?" if value.candidates else "?")
    return f"{reading_words(value)} {currency}{_per(value.per)}"


def _per(per: str | None) -> str:
    if per is None:
        return ""
    return f" {'an' if per[0] in 'aeiou' or per == 'hour' else 'a'} {per}"


def usd_words(value: Money) -> str:
    """An amount in dollars, or the reason there are none; empty where it was in dollars anyway."""
    usd = value.usd
    if usd is None:
        return value.usd_reason or ""
    return "" if value.currency == "USD" else usd_ends(usd)


def usd_ends(usd: Usd) -> str:
    """The ends of an amount in dollars, to four digits."""
    ends = [rounded(end) for end in (usd.low, usd.high) if end is not None]
    return f"${'–'.join(dict.fromkeys(ends))}" if ends else ""


def aside_words(value: Money) -> str:
    """What stands beside the words of an amount: its dollars, unless it is in dollars anyway, and per what.

    >>> usd = Usd(low=Decimal("281.124"), high=Decimal("281.124"), rate=Decimal("7.1"), rate_date="2025-10-30",
    ...     regime="official", tier="day", source="ecb")
    >>> aside_words(Money(low=Decimal(2000), high=Decimal(2000), currency="CNY", per="month", usd=usd))
    '≈ $281 a month'
    >>> aside_words(Money(low=Decimal(800), high=Decimal(800), currency="USD", per="month"))
    'per month'
    """
    usd = None if value.currency == "USD" else value.usd
    ends = [_short(end) for end in (usd.low, usd.high) if end is not None] if usd else []
    if not ends:
        return f"per {value.per}" if value.per else ""
    return f"{_SIGNS.get(value.modifier, '≈ ')}${'–'.join(dict.fromkeys(ends))}{_per(value.per)}"


def _short(value: Decimal) -> str:
    """Dollars to three digits, cents where they are below a hundred.

    >>> [_short(Decimal(x)) for x in ("0.3", "42.1686", "6", "1560.26", "2345678901")]
    ['0.30', '42.17', '6', '1,560', '2.35 billion']
    """
    for size, name in (
        (Decimal(10**12), "trillion"),
        (Decimal(10**9), "billion"),
        (Decimal(10**6), "million"),
    ):
        if abs(value) >= size:
            return f"{rounded(value / size, 3)} {name}"
    if 0 < abs(value) < 100 and value != int(value):
        return f"{value:.2f}" if abs(value) >= Decimal("0.01") else rounded(value, 2)
    return rounded(value, 3)


def rate_words(usd: Usd, currency: str | None) -> str:
    """By which rate, of which day and whose.

    >>> rate_words(Usd(low=Decimal(1), high=Decimal(1), rate=Decimal("7.1"), rate_date="2025-10-30",
    ...     regime="official", tier="day", source="ecb"), "CNY")
    '7.1 CNY to the dollar on 2025-10-30 (official; ecb)'
    """
    if usd.tier == "unit":
        return "it is in dollars"
    whose = f"{usd.regime}; {usd.source}"
    return f"{rounded(usd.rate, 6)} {currency or ''} to the dollar on {usd.rate_date} ({whose})"


def quantity_words(value: Quantity) -> str:
    """A count or measure."""
    per = f" per {value.per}" if value.per else ""
    return f"{reading_words(value)}{f' × {value.unit}' if value.unit else ''}{per}"


def date_words(value: Date) -> str:
    """A date as TIMEX3, with the days it spans where they say more."""
    timex = value.timex
    mod = f" ({timex.mod.lower()})" if timex.mod else ""
    if value.earliest is None or value.earliest == value.latest == timex.value:
        return f"{timex.value}{mod}"
    days = value.earliest if value.earliest == value.latest else f"{value.earliest} to {value.latest}"
    return f"{timex.value}{mod}, {days}"


def place_words(value: Place) -> str:
    """A place with its country."""
    country = f", {value.country}" if value.country else ""
    return f"{value.name}{country}{' (in a name)' if value.in_name else ''}"


def event_words(value: Event) -> str:
    """A happening with who did what."""
    roles = "; ".join(f"{role.role}: {' '.join(role.quote.text.split())}" for role in value.roles)
    realis = "" if value.realis == "actual" else f" ({value.realis})"
    return f"{value.type}{realis}{f' — {roles}' if roles else ''}"


def change_words(value: Change) -> str:
    """What the text says changed."""
    sizes = (
        ("× ", value.factor, ""),
        ("", value.percent, "%"),
        ("", value.points, " points"),
        ("by ", value.delta, ""),
    )
    said = [f"{before}{number(size)}{after}" for before, size, after in sizes if size is not None]
    lean = _LEANS[value.lean] if value.lean else _BOUNDS.get(value.modifier, "about " if value.approx else "")
    return " ".join(part for part in (value.direction or "", f"{lean}{said[0]}" if said else "") if part)


def value_words(claim: Claim) -> str:
    """The value of any claim."""
    value = claim.value
    if isinstance(value, Money):
        return money_words(value)
    if isinstance(value, Percentage):
        return f"{reading_words(value)}{_UNITS[value.unit]}"
    if isinstance(value, Quantity):
        return quantity_words(value)
    if isinstance(value, Date):
        return date_words(value)
    if isinstance(value, Place):
        return place_words(value)
    return event_words(value) if isinstance(value, Event) else change_words(value)
