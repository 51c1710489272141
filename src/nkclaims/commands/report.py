"""``nkclaims report``: one HTML page of any number of articles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nkclaims.commands.common import Tally, results
from nkclaims.errors import InputError
from nkclaims.inputs.read import InputFormat
from nkclaims.outputs.page import page


def run(
    paths: list[str], published: str | None, input_format: InputFormat, output: Path, options: dict[str, Any]
) -> int:
    """Writes the page; 0 nothing inconsistent, 1 something is, 2 no input could be read.

    Raises InputError where it cannot be written.
    """
    tally = Tally()
    made = page(tally.watch(results(paths, published, input_format, options)))
    try:
        output.write_text(made, encoding="utf-8", newline="\n")
    except OSError as error:
        raise InputError(
            f"{output} cannot be written ({error.strerror}): name another page with -o"
        ) from None
    tally.report()
    return tally.exit_code()
