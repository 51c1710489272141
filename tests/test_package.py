"""The wheel, built and installed as a stranger would have it: everything it needs is inside."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from kit import CORPUS, ROOT

pytest.importorskip("hatchling")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of a copy of the checkout, built with the backend that is installed: no network."""
    source = tmp_path_factory.mktemp("source") / "nkclaims"
    ignore = shutil.ignore_patterns(".*", "__pycache__", "tests", "dist")
    shutil.copytree(ROOT, source, ignore=ignore)
    out = tmp_path_factory.mktemp("dist")
    build = ["-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(out), str(source)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True, cwd=out)
    [path] = out.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a new environment with the wheel in it; the outer one lends its requirements."""
    home = tmp_path_factory.mktemp("fresh")
    venv.create(home, with_pip=False, symlinks=True)
    place = {"base": str(home), "platbase": str(home), "installed_base": sys.base_prefix}
    packages = Path(sysconfig.get_path("purelib", "venv", vars=place))
    # a .pth lends the packages, but not their own .pth files: an editable nkclaims is not seen through it
    (packages / "lent.pth").write_text("\n".join([*site.getsitepackages(), ""]), "utf-8")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    return home / ("Scripts" if os.name == "nt" else "bin")


def python(installed: Path, code: str, *arguments: str, cwd: Path) -> str:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [str(installed / "python"), "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, cwd=cwd, env=environment, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode("utf-8")


def test_wheel_holds_rules_tables_and_types(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (ROOT / "rules").glob("*.toml"):
        assert f"nkclaims/_rules/{path.name}" in names
    shipped = [path for path in (ROOT / "src" / "nkclaims" / "data").rglob("*") if path.is_file()]
    for path in shipped:
        if "__pycache__" not in path.parts:
            assert path.relative_to(ROOT / "src").as_posix() in names
    assert "nkclaims/py.typed" in names
    assert not any(name.startswith(("tests/", "corpus/")) for name in names)


def test_the_main_job_is_done_far_from_the_checkout(installed: Path, tmp_path: Path) -> None:
    shutil.copy(CORPUS / "nk-workers-retold.txt", tmp_path / "article.txt")
    where = python(installed, "import nkclaims; print(nkclaims.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(installed.parent)
    code = "from nkclaims.cli import main; main()"
    rows = [
        json.loads(row)
        for row in python(installed, code, "extract", "article.txt", cwd=tmp_path).splitlines()
    ]
    claims = [row for row in rows if row["record"] == "claim"]
    assert {claim["kind"] for claim in claims} == {
        "money", "percentage", "quantity", "date", "place", "event", "change",
    }  # fmt: skip
    assert any(claim["rule"] == "money.amount-name" for claim in claims)
    assert any(row["record"] == "finding" and row["verdict"] == "consistent" for row in rows)


def test_components_are_known_without_importing_nkclaims(installed: Path, tmp_path: Path) -> None:
    code = """
import spacy
nlp = spacy.blank("en")
for kind in "money percentages quantities dates places events changes".split():
    nlp.add_pipe(f"nkclaims_{kind}")
doc = nlp("It cost 300 yuan in Dandong.")
print([span.text for span in doc.spans["nkclaims_money"]])
"""
    assert python(installed, code, cwd=tmp_path).strip() == "['300 yuan']"
