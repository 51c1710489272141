"""US consumer prices: an amount of dollars in the prices of another year (``--real YEAR``).

The index is CPI-U, US city average, all items, not seasonally adjusted (CUUR0000SA0), monthly since January
1913; US Bureau of Labor Statistics, public domain.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Context, Decimal
from functools import lru_cache
from importlib.resources import files

_NINE = Context(prec=9)


@lru_cache(maxsize=1)
def months() -> Mapping[str, Decimal]:
    """Every month's index, "1913-01" on; 1982-84 is 100.

    >>> months()["1913-01"]
    Decimal('9.8')
    """
    text = (files("nkclaims.data") / "cpi.json").read_text(encoding="utf-8")
    return dict(json.loads(text, parse_float=Decimal, parse_int=Decimal))


@lru_cache(maxsize=256)
def index(period: str) -> Decimal | None:
    """The index of an ISO day's month, of a month, or the mean of a year's months; None where not known.

    A year that is not over has the mean of the months there are, as the index of the year so far.

    >>> index("2015-03-10"), index("2015")
    (Decimal('236.119'), Decimal('237.017'))
    """
    table = months()
    if len(period) >= 7:
        return table.get(period[:7])
    known = [table[f"{period}-{month:02}"] for month in range(1, 13) if f"{period}-{month:02}" in table]
    return _NINE.divide(sum(known, Decimal(0)), Decimal(len(known))) if known else None


def real(dollars: Decimal, of: str, year: int) -> Decimal | None:
    """Dollars of a day, month or year in the prices of another year; None where either index is not known.

    >>> round(real(Decimal(100), "1980-06-15", 2020), 2)
    Decimal('312.95')
    """
    then, now = index(of), index(f"{year:04}")
    return None if then is None or now is None else _NINE.divide(dollars * now, then)
