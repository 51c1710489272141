"""The ``value`` of a claim, one model a kind. Field meanings are the wire format's: see ``nkclaims schema``.

Ends are the PRINTED ends and nothing else; the intervals that checks compare are derived from them in
:mod:`nkclaims.model.interval`. ``None`` is an open end ("up to 70" is ``low=None, high=70``).
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from nkclaims.model.base import Number, Quote, Record

Modifier = Literal["exact", "about", "at_least", "over", "at_most", "under", "between", "order"]
Lean = Literal["below", "above"]
Direction = Literal["rise", "fall"]


class Reading(Record):
    """What money, percentages and quantities share: a number as printed.

    low, high   printed ends; None is an open end
    modifier    how the words bound it; "order" is "thousands of"
    approx      a hedge is there ("about 16 to 17 percent" is between and approx)
    lean        "below" (nearly, almost), "above" (just over)
    step        weight of the last printed digit ("1.2bn": 100,000,000)
    """

    low: Number | None
    high: Number | None
    modifier: Modifier = "exact"
    approx: bool = False
    lean: Lean | None = None
    step: Number | None = None


class UsdAlso(Record):
    """The same amount by another regime, candidate currency or day."""

    low: Number | None
    high: Number | None
    rate: Number
    rate_date: str
    currency: str
    regime: str
    tier: str
    source: str
    why: str


class UsdReal(Record):
    """Dollars in the prices of another year, by US consumer prices (``--real YEAR``)."""

    year: int
    low: Number | None
    high: Number | None
    source: str


class Usd(Record):
    """An amount in US dollars: the printed ends by ``rate`` (units of the currency per dollar), not widened.

    rate_date  ISO day, month or year the rate is of      regime  official | market | stated
    tier       user | stated | fixed | peg | day | previous | month | year | unit
    source     id of a table in SOURCES.toml, "user" or "article"
    """

    low: Number | None
    high: Number | None
    rate: Number
    rate_date: str
    regime: str
    tier: str
    source: str
    also: list[UsdAlso] = Field(default_factory=list)
    real: UsdReal | None = None


class Money(Reading):
    """An amount of money in main units (30 cents is 0.30)."""

    currency: str | None = None
    currency_by: Literal["code", "symbol", "name", "context", "dateline", "default"] | None = None
    candidates: list[str] = Field(default_factory=list)
    per: str | None = None
    usd: Usd | None = None
    usd_reason: str | None = None


class Percentage(Reading):
    """A share, a rate or a change in percent, percentage points or basis points (40 basis points is 40)."""

    unit: Literal["percent", "points", "basis_points"] = "percent"


class Quantity(Reading):
    """A count or measure; ``unit`` is the singular head noun or unit, None where there is none."""

    unit: str | None = None
    per: str | None = None


class Timex(Record):
    """TIMEX3's type, value and mod."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    mod: str | None = None


class Date(Record):
    """A temporal expression; ``earliest`` and ``latest`` are ISO days, None where unresolved."""

    timex: Timex
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: Literal["published", "context", "none"] = "none"


class Place(Record):
    """A place or demonym; ``geonames`` is the GeoNames id, ``rivals`` other ids it might be."""

    name: str
    geonames: int | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    feature: str | None = None
    role: Literal["literal", "associative", "metonym"] = "literal"
    in_name: bool = False
    rivals: list[int] = Field(default_factory=list)


class Role(Record):
    """Who did it, to whom, and the like: who | whom | what | instrument."""

    role: str
    quote: Quote


class Event(Record):
    """A happening; ``coarse`` is one of thirty broad types, ``type`` the finer one of the trigger table."""

    type: str
    coarse: str
    trigger: str
    realis: Literal["actual", "planned", "negated", "hypothetical"] = "actual"
    roles: list[Role] = Field(default_factory=list)


class Change(Record):
    """What the text says changed: exactly one of factor ("doubled" = 2), percent, points or delta is set."""

    factor: Number | None = None
    percent: Number | None = None
    points: Number | None = None
    delta: Number | None = None
    direction: Direction | None = None
    modifier: Modifier = "exact"
    approx: bool = False
    lean: Lean | None = None
    step: Number | None = None
