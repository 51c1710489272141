"""spaCy's own command line is put off, and there when it is asked for."""

from __future__ import annotations

import subprocess
import sys

PROGRAM = """
import sys
from nkclaims.commands.spacy_cli import put_off
put_off()
import spacy
assert "spacy.cli.train" not in sys.modules
if {how} == "module":
    assert spacy.cli.download.__module__ == "spacy.cli.download"
elif {how} == "import":
    from spacy.cli import download
    assert download.__module__ == "spacy.cli.download"
else:
    assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
assert "spacy.cli.train" in sys.modules
"""


def test_it_comes_when_it_is_asked_for() -> None:
    for how in ("module", "import", "info"):
        subprocess.run([sys.executable, "-W", "error", "-c", PROGRAM.format(how=repr(how))], check=True)


def test_the_library_leaves_spacy_as_it_is() -> None:
    program = "import sys, nkclaims.engine; assert 'spacy.cli.train' in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
