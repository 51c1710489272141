"""The user's own rates: imports, a run's table, and updates over a network that fails in every way."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from nkclaims.errors import TableError
from nkclaims.normalise.ladder import Day
from nkclaims.normalise.usd import convert
from nkclaims.normalise.user_rates import (
    data_dir,
    import_file,
    imported,
    load_rates,
    read_user,
    status,
    update,
)
from nkclaims.tables.rates import load

OWN = (
    "date,currency,units_per_usd,regime\n"
    "2026-11-20,EUR,0.9,official\n2026-11-20,KPW,25000,market\n2026-12,CNY,7.0,\n"
)
NBP = (
    "data;1THB;1USD;100JPY;nr tabeli;pełny numer tabeli;\n"
    ";bat (Tajlandia);dolar amerykański;jen (Japonia);;;\n"
    "20261102;0,1200;4,0000;2,5000;1;213/A/NBP/2026;\n"
    "20261103;0,1210;4,1000;2,6000;1;214/A/NBP/2026;\n"
    ";;;;;;\nkod ISO;THB;USD;JPY;;;\nliczba jednostek;1;1;100;;;\n"
)
NBP_B = "data;1AFN;1KES;nr tabeli;\n;afgani;szyling;;\n20261028;0,0600;0,0300;044/B/NBP/2026;\n"


def ecb(last: str = "2026-11-20", first: str = "1999-01-04", cut: int | None = None) -> bytes:
    """A history like the ECB's, newest first, of Mondays only."""
    day, end = date.fromisoformat(last), date.fromisoformat(first)
    lines = ["Date,USD,JPY,CNY,ISK,"]
    while day >= end:
        lines.append(f"{day},1.25,150.0,8.75,N/A,")
        day -= timedelta(7)
    if lines[-1][:10] != first:
        lines.append(f"{end},1.18,130.0,9.7,80,")
    text = "\n".join(lines) + "\n"
    return text.encode()[:cut]


def zipped(data: bytes, name: str = "eurofxref-hist.csv") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return buffer.getvalue()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Path]:
    def write(text: str | bytes, name: str = "rates.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "data"
    monkeypatch.setenv("NKCLAIMS_DATA_DIR", str(place))
    return place


def rate(code: str, day: str, rates=None):
    usd, reason = convert(Decimal(1), Decimal(1), code, Day.of(day), rates=rates or load_rates())
    return (usd.rate, usd.tier, usd.source, usd.regime) if usd else reason


def test_a_run_with_the_users_table(put, folder):
    rates = load_rates(put(OWN))
    assert rate("EUR", "2026-11-20", rates) == (Decimal("0.9"), "user", "user", "official")
    assert rate("EUR", "2026-11-25", rates) == (Decimal("0.9"), "user", "user", "official")
    assert rate("KPW", "2026-11-21", rates) == (Decimal(25000), "user", "user", "market")
    assert rate("CNY", "2026-12-24", rates) == (Decimal(7), "user", "user", "official")
    assert "nkclaims rates update" in rate("EUR", "2027-03-01", rates)
    assert rates.digest != load().digest
    assert not folder.exists(), "--rates stores nothing"


def test_the_users_rate_stands_above_a_peg_and_the_article(put, folder):
    rates = load_rates(put("currency,units_per_usd,date\nAED,4,2025-10-30\nKPW,900,2025-10-30\n"))
    assert rate("AED", "2025-10-30", rates)[:2] == (4, "user")
    usd, reason = convert(Decimal(9), Decimal(9), "KPW", Day.of("2025-10-30"), rates=rates)
    assert (usd.tier, usd.regime, reason) == ("user", "official", None)


def test_an_imported_table_serves_every_later_run(put, folder):
    before = load_rates()
    found = import_file(put(zipped(ecb()), "eurofxref-hist.zip"))
    assert (found.id, found.first, found.last, found.currencies) == (
        "imported-ecb",
        "1999-01-04",
        "2026-11-20",
        4,
    )
    assert rate("CNY", "2026-11-20") == (Decimal(7), "day", "imported-ecb", "official")
    assert rate("EUR", "2026-11-20") == (Decimal("0.8"), "day", "imported-ecb", "official")
    assert rate("CNY", "2026-10-28")[2] == "ecb", (
        "the embedded table has that day; the import only the Friday before"
    )
    assert rate("AED", "2026-11-22")[1] == "peg", "pegs hold as far as the tables reach"
    assert load_rates().digest != before.digest
    assert [row.id for row in imported()] == ["imported-ecb"]


def test_nbp_archives(put, folder):
    with pytest.raises(TableError, match="import table A"):
        import_file(put(NBP_B.replace("2026", "2027")))
    found = import_file(put(NBP.encode("cp1250"), "archiwum_tab_a_2026.csv"))
    assert (found.id, found.last) == ("imported-nbp-a-2026", "2026-11-03")
    assert rate("JPY", "2026-11-03")[0] == Decimal("157.692")
    assert rate("PLN", "2026-11-03")[0] == Decimal("4.1")
    assert import_file(put(NBP_B)).id == "imported-nbp-b-2026"
    assert rate("KES", "2026-10-28")[2] == "imported-nbp-b-2026"


def test_a_second_import_replaces_the_first(put, folder):
    import_file(put(OWN, "mine.csv"))
    import_file(put(OWN.replace("0.9,", "0.8,"), "mine.csv"))
    assert len(imported()) == 1 and rate("EUR", "2026-11-20")[0] == Decimal("0.8")
    import_file(put(OWN, "more.csv"))
    assert [row.id for row in imported()] == ["imported-own-mine", "imported-own-more"]


HEAD = "date,currency,units_per_usd\n"
BAD = [
    (HEAD + "2026-01-05,ZZZ,2\n", ":2", "'ZZZ' is not a currency code"),
    (HEAD + "2026-01-05,EURO,2\n", ":2", "'EURO' is not a currency code"),
    ("date,currency\n2026-01-05,EUR\n", ":1", "column 'units_per_usd' is missing"),
    ("day,currency,units_per_usd\n", ":1", "column 'date' is missing"),
    (HEAD + "2026-01-05,EUR,0.9\n2026-01-06,EUR,-0.9\n", ":3", "-0.9 is not above zero"),
    (HEAD + "2026-01-05,EUR,0\n", ":2", "not above zero"),
    (HEAD + "2026-01-05,EUR,NaN\n", ":2", "not above zero"),
    (HEAD + "2026-01-05,EUR,ninety\n", ":2", "'ninety' is not a number"),
    (
        HEAD + "2026-01-05,EUR,0.9\n2026-01-07,EUR,0.9\n2026-01-06,EUR,0.9\n",
        ":4",
        "2026-01-06 is out of order",
    ),
    (HEAD + "2026-01-05,EUR,0.9\n2026-01-05,EUR,0.8\n", ":3", "2026-01-05 comes twice"),
    (HEAD + "2026-02-30,EUR,0.9\n", ":2", "'2026-02-30' is not an ISO day"),
    (HEAD + "05/01/2026,EUR,0.9\n", ":2", "is not an ISO day"),
    (HEAD + "2026-01-05,USD,2\n", ":2", "the US dollar is 1"),
    (HEAD + "2026-01-05,EUR\n", ":2", "2 cells where the header has 3"),
    (HEAD[:-1] + ",regime\n2026-01-05,EUR,2,black\n", ":2", "'black' is neither"),
    (HEAD, "rates.csv", "holds no rates"),
    ("", ":1", "is missing"),
    (b"\xff\xfe\x00", ":1", "not UTF-8"),
    (ecb(cut=5000), ":", "cut short"),
    (b"Date,USD,JPY,\n2026-01-02,1.1,150,\n2026-01-05,1.1,150,\n2026-01-03,1.1,150,\n", ":4", "out of order"),
    (b"Date,USD,JPY,\n2026-01-02,N/A,150,\n", ":2", "is not a number"),
    (NBP.replace("4,1000", ""), ":4", "is not a number"),
    (NBP.replace(";2,6000;1;214/A/NBP/2026;", ""), ":4", "cut short"),
    (zipped(ecb())[:-400], "rates.csv", "not a whole zip file"),
    (zipped(ecb())[:300], "rates.csv", "not a whole zip file"),
    (zipped(b"hello", "a.txt"), "rates.csv", "exactly one .csv"),
]


@pytest.mark.parametrize(("text", "place", "words"), BAD)
def test_bad_input_is_told_with_file_and_line_and_changes_nothing(put, folder, text, place, words):
    import_file(put(zipped(ecb()), "good.zip"))
    before = load_rates().digest
    for use in (import_file, read_user):
        with pytest.raises(TableError) as caught:
            use(put(text))
        assert words in str(caught.value), caught.value
        assert "rates.csv" in str(caught.value) and place in str(caught.value), caught.value
    assert load_rates().digest == before


def test_a_file_that_is_not_there(folder, tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        import_file(tmp_path / "none.csv")


def test_a_damaged_store_is_told(put, folder):
    path = import_file(put(OWN)).path
    path.write_bytes(path.read_bytes()[:40])
    with pytest.raises(TableError, match="own-rates"):
        load_rates()


@contextmanager
def serving(body: bytes, *, code: int = 200, length: int | None = None) -> Iterator[str]:
    """A server on loopback that gives one answer; a length beyond the body's cuts the connection."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/eurofxref-hist.zip"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_update_stores_the_history(folder):
    with serving(zipped(ecb())) as url:
        found = update(url)
    assert (found.id, found.origin, found.last) == ("imported-ecb", url, "2026-11-20")
    assert rate("EUR", "2026-11-20")[2] == "imported-ecb"
    with serving(zipped(ecb("2026-11-27"))) as url:
        assert update(url).last == "2026-11-27"


FAULTS = [
    ("cut", zipped(ecb("2026-12-11")), {"length": 10**6}, "cut before the end"),
    ("cut zip", zipped(ecb("2026-12-11"))[:-200], {}, "not a whole zip"),
    ("cut csv", ecb("2026-12-11", cut=9000), {}, "cut short"),
    (
        "cut at a line",
        b"".join(ecb("2026-12-11").splitlines(keepends=True)[:200]),
        {},
        "not the whole history",
    ),
    ("page", b"<html>moved</html>", {}, "is missing"),
    ("other table", NBP.encode(), {}, "not the table asked for"),
    ("older", zipped(ecb("2026-11-06")), {}, "before the table in use"),
    ("error", b"", {"code": 503}, "answered 503"),
]


@pytest.mark.parametrize(("name", "body", "how", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
def test_a_failed_update_leaves_the_old_table_whole(folder, name, body, how, words):
    with serving(zipped(ecb())) as url:
        update(url)
    before = (folder / "rates" / "ecb.bin").read_bytes()
    with serving(body, **how) as url, pytest.raises(TableError, match=words) as caught:
        update(url)
    assert url in str(caught.value)
    assert (folder / "rates" / "ecb.bin").read_bytes() == before
    assert [path.name for path in (folder / "rates").iterdir()] == ["ecb.bin"]


def test_nobody_listens_and_other_schemes(folder):
    with serving(b"") as url:
        pass
    with pytest.raises(TableError, match="cannot be reached"):
        update(url, timeout=2)
    with pytest.raises(TableError, match="must begin with http"):
        update("file:///etc/passwd")


def test_a_full_disk_leaves_the_old_table_whole(put, folder, tmp_path):
    """The kernel refuses to write more than 100 bytes, as it does when the disk is full."""
    with serving(zipped(ecb("2026-11-20", "1999-01-04"))) as url:
        update(url)
    before = (folder / "rates" / "ecb.bin").read_bytes()
    newer = put(zipped(ecb("2026-11-27")), "newer.zip")
    script = (
        "import resource, sys, pathlib; from nkclaims.normalise.user_rates import import_file\n"
        "from nkclaims.errors import TableError\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try: import_file(pathlib.Path(sys.argv[1]))\n"
        "except TableError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, newer], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout and "the tables are unchanged" in done.stdout
    assert (folder / "rates" / "ecb.bin").read_bytes() == before
    assert [path.name for path in (folder / "rates").iterdir()] == ["ecb.bin"]


def test_status_says_what_is_known_until_when(put, folder):
    rows = {row.code: row for row in status(load_rates())}
    assert (rows["CNY"].last, rows["CNY"].regimes, rows["CNY"].fixed) == ("2026-10-30", ("official",), False)
    assert (rows["KPW"].regimes, rows["DEM"].fixed, rows["SML"].first) == (("market", "official"), True, None)
    import_file(put(zipped(ecb()), "eurofxref-hist.zip"))
    assert {row.code: row for row in status(load_rates())}["CNY"].last == "2026-11-20"


def test_where_the_tables_are_kept(monkeypatch):
    monkeypatch.setenv("NKCLAIMS_DATA_DIR", "/somewhere")
    assert data_dir() == Path("/somewhere")
    monkeypatch.delenv("NKCLAIMS_DATA_DIR")
    assert data_dir().name == "nkclaims"
