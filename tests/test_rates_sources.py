"""Consumer prices, and where every table comes from."""

from __future__ import annotations

from decimal import Decimal
from hashlib import sha256

import pytest

from nkclaims.normalise.user_rates import import_file, sources_in_use
from nkclaims.tables import cpi
from nkclaims.tables.rates import embedded
from nkclaims.tables.sources import intact, sources


@pytest.mark.parametrize("source", sources(), ids=lambda source: source.id)
def test_every_table_is_the_one_described(source):
    assert intact(source), f"{source.file} is not what SOURCES.toml says: run {source.made_by}"
    assert all((source.title, source.origin, source.licence, source.date, source.made_by))


def test_every_source_of_a_rate_is_described():
    assert set(embedded().header["sources"]) <= {source.id for source in sources()}


def test_what_was_imported_is_listed_too(tmp_path):
    path = tmp_path / "mine.csv"
    path.write_text("date,currency,units_per_usd\n2026-11-20,EUR,0.9\n")
    assert len(sources_in_use(folder=tmp_path / "data")) == len(sources())
    import_file(path, folder=tmp_path / "data")
    last = sources_in_use(folder=tmp_path / "data")[-1]
    assert (last.id, last.origin, last.date) == ("imported-own-mine", str(path), "2026-11-20")
    assert last.sha256 == sha256(path.read_bytes()).hexdigest()


def test_ids_are_unique():
    names = [source.id for source in sources()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("period", "value"),
    [("1913-01", "9.8"), ("1913-01-31", "9.8"), ("2020", "258.811"), ("1912", None), ("1990-07-15", "130.4")],
)
def test_the_index(period, value):
    found = cpi.index(period)
    assert (found is None) if value is None else abs(found - Decimal(value)) < Decimal("0.001")


def test_dollars_of_another_year():
    assert round(cpi.real(Decimal(100), "1980", 2020)) == 314
    assert cpi.real(Decimal(100), "1900", 2020) is None
    assert cpi.real(Decimal(100), "2020", 2020) == 100
