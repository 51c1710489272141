"""From many sources one series a currency: the right unit, one source a month, what cannot be left out."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from statistics import median

from .readers import Rates, rows

Sourced = dict[str, dict[str, tuple[Decimal, str]]]
"""code -> ISO day -> (units per US dollar, source)."""
DAILY = 12
"""Points a month from which a source counts as daily."""
TENTH = Decimal("0.1")
LOW, HIGH = Decimal("0.93"), Decimal("1.07")


def chains() -> dict[str, list[tuple[str, str, Decimal]]]:
    """New code -> [(day from which it is the unit, the code before it, old units per new)]."""
    found: dict[str, list[tuple[str, str, Decimal]]] = defaultdict(list)
    for row in rows("redenominations.csv"):
        if row["old"] != row["new"]:
            found[row["new"]].append((row["effective"], row["old"], Decimal(row["factor"])))
    return found


def historical(rates: Rates) -> Rates:
    """Restated series in the unit and under the code that was money on the day."""
    before = chains()
    result: Rates = defaultdict(dict)
    for code, series in rates.items():
        for day, rate in series.items():
            name, value = code, rate
            while name in before:
                step = next((link for link in before[name] if f"{day}-01"[:10] < link[0]), None)
                if step is None:
                    break
                name, value = step[1], value * step[2]
            result[name][day] = value
    return result


def as_of(rates: Rates, units: dict[str, tuple[str, Decimal]]) -> Rates:
    """Drop what a source still printed in the old unit after the same code had begun to mean the new one."""
    result = {}
    for code, series in rates.items():
        result[code] = dict(series)
        if code in units:
            first, factor = units[code]
            level = median(sorted(rate for day, rate in series.items() if day > first)[:40])
            for day, rate in series.items():
                if day >= first and rate > level * factor / 10:
                    del result[code][day]
    return result


def without_spikes(rates: Rates, confirm: Rates) -> tuple[Rates, list[str]]:
    """Drop a point over 8 % off two neighbours that agree to 3 %, unless another source has it too."""
    kept: Rates = {}
    dropped: list[str] = []
    for code, series in rates.items():
        days = sorted(series)
        out = dict(series)
        for a, b, c in zip(days, days[1:], days[2:], strict=False):
            left, here, right = series[a], series[b], series[c]
            middle = (left + right) / 2
            if abs(left - right) <= middle * Decimal("0.03") and abs(here - middle) > middle * Decimal(
                "0.08"
            ):
                near = [confirm[code][b]] if b in confirm.get(code, {}) else []
                if not any(abs(rate - here) <= here * Decimal("0.05") for rate in near):
                    del out[b]
                    dropped.append(f"{code} {b} {here:.6g} between {left:.6g} and {right:.6g}")
        kept[code] = out
    return kept, dropped


def without_strays(rates: Rates, monthly: Rates, confirm: Rates, ends_of: Rates) -> tuple[Rates, list[str]]:
    """Drop points over 10 % off the customs rates of their month and the next.

    Not where another source of the same day, or the IMF's rates at the month's ends, agree.
    """
    kept: Rates = {}
    dropped: list[str] = []
    for code, series in rates.items():
        known = monthly.get(code)
        if not known:
            kept[code] = dict(series)
            continue
        ends, same = _months(ends_of.get(code, {})), confirm.get(code, {})
        out = {}
        for day, rate in series.items():
            month = day[:7]
            near = [known[m] for m in (month, _next(month)) if m in known]
            near_too = ends.get(month, []) + ends.get(_last(month), [])
            agreed = day in same and abs(rate / same[day] - 1) < TENTH
            if near and not agreed and not _within(rate, near) and not _within(rate, near_too):
                dropped.append(f"{code} {day} {rate:.6g} against {min(near):.6g} to {max(near):.6g}")
            else:
                out[day] = rate
        kept[code] = out
    return kept, dropped


def without_excluded(name: str, rates: Rates) -> Rates:
    """Leave out what is known to be no rate that anyone dealt at (excluded.csv says why)."""
    spans = [(r["code"], r["from"], r["to"]) for r in rows("excluded.csv") if r["source"] == name]
    out = {code: dict(series) for code, series in rates.items()}
    for code, first, last in spans:
        out[code] = {day: rate for day, rate in out.get(code, {}).items() if not first <= day <= last}
    return out


def without_stale(rates: Rates, ends_of: Rates) -> tuple[Rates, list[str]]:
    """Drop a month of weekly rates, not renewed: the median over 7 % off the IMF's rates of both its ends."""
    kept, dropped = {}, []
    for code, series in rates.items():
        ends, months = _months(ends_of.get(code, {})), _months(series)
        stale = set()
        for month, values in months.items():
            near = ends.get(_last(month), []) + ends.get(month, [])
            middle = median(values)
            if len(values) < DAILY and len(near) >= 2 and not min(near) * LOW <= middle <= max(near) * HIGH:
                stale.add(month)
                dropped.append(f"{code} {month} {middle:.6g} against {min(near):.6g} to {max(near):.6g}")
        kept[code] = {day: rate for day, rate in series.items() if day[:7] not in stale}
    return kept, dropped


def outvoted(sources: dict[str, Rates]) -> tuple[dict[str, Rates], list[str]]:
    """Drop a source's month whose median is over 2 % off that of two others that agree to 1 %."""
    medians: dict[tuple[str, str], dict[str, Decimal]] = defaultdict(dict)
    for name, rates in sources.items():
        for code, series in rates.items():
            for month, values in _months(series).items():
                if len(values) >= DAILY // 3:
                    medians[code, month][name] = median(values)
    dropped = set()
    for (code, month), by_name in medians.items():
        for name, here in by_name.items():
            rest = sorted(value for other, value in by_name.items() if other != name)
            if len(rest) < 2 or max(rest) / min(rest) - 1 > Decimal("0.01"):
                continue
            if not min(rest) * Decimal("0.98") <= here <= max(rest) * Decimal("1.02"):
                dropped.add((name, code, month))
    kept = {
        name: {
            code: {day: rate for day, rate in series.items() if (name, code, day[:7]) not in dropped}
            for code, series in rates.items()
        }
        for name, rates in sources.items()
    }
    return kept, sorted(" ".join(row) for row in dropped)


def one_source_a_month(sources: dict[str, Rates]) -> Sourced:
    """For each month the first source that is daily in it, else the one with the most points."""
    months: dict[str, dict[str, list[tuple[str, dict[str, Decimal]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for name, rates in sources.items():
        for code, series in rates.items():
            split: dict[str, dict[str, Decimal]] = defaultdict(dict)
            for day, rate in series.items():
                split[day[:7]][day] = rate
            for month, points in split.items():
                months[code][month].append((name, points))
    result: Sourced = defaultdict(dict)
    for code, by_month in months.items():
        for offers in by_month.values():
            name, points = next((o for o in offers if len(o[1]) >= DAILY), None) or max(
                offers, key=lambda o: len(o[1])
            )
            result[code].update({day: (rate, name) for day, rate in points.items()})
    return result


def others(name: str, sources: dict[str, Rates]) -> Rates:
    """What every other source has, for confirmation: code -> day -> rate."""
    result: Rates = defaultdict(dict)
    for other, rates in sources.items():
        if other != name:
            for code, series in rates.items():
                result[code].update(series)
    return result


def disagreement(one: Rates, two: Rates) -> dict[str, Decimal]:
    """Median relative difference of two sources on the days both have, by code."""
    found = {}
    for code in one.keys() & two.keys():
        days = one[code].keys() & two[code].keys()
        if days:
            found[code] = median(abs(one[code][day] / two[code][day] - 1) for day in days)
    return found


def _within(rate: Decimal, near: list[Decimal]) -> bool:
    return bool(near) and min(near) * (1 - TENTH) <= rate <= max(near) * (1 + TENTH)


def _months(series: dict[str, Decimal]) -> dict[str, list[Decimal]]:
    found: dict[str, list[Decimal]] = defaultdict(list)
    for day, rate in series.items():
        found[day[:7]].append(rate)
    return found


def _next(month: str) -> str:
    year, at = int(month[:4]), int(month[5:])
    return f"{year + at // 12}-{at % 12 + 1:02}"


def _last(month: str) -> str:
    year, at = int(month[:4]), int(month[5:])
    return f"{year - (at == 1)}-{(at - 2) % 12 + 1:02}"
