"""``nkclaims check``: the findings of articles for a person."""

from __future__ import annotations

import sys
from typing import Any

from nkclaims.commands.common import Tally, error_line, results, stdout_console
from nkclaims.inputs.read import InputFormat
from nkclaims.model.findings import ErrorRecord
from nkclaims.outputs.findings import findings_view


def run(
    paths: list[str],
    published: str | None,
    input_format: InputFormat,
    options: dict[str, Any],
    all_of_them: bool,
) -> int:
    """Prints them, article by article; 0 nothing inconsistent, 1 something is, 2 no input could be read."""
    console = stdout_console()
    tally = Tally()
    free = not sys.stdout.isatty()
    for result in tally.watch(results(paths, published, input_format, options, progress=free)):
        if isinstance(result, ErrorRecord):
            sys.stderr.write(error_line(result) + "\n")
            continue
        if tally.documents > 1:
            console.rule(style="dim")
        console.print(findings_view(result.article, result.record, result.findings, all_of_them=all_of_them))
    tally.report()
    return tally.exit_code()
