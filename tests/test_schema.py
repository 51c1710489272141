"""The published schema moves only on purpose: a change here is a change of the wire format."""

from __future__ import annotations

import json
from pathlib import Path

from nkclaims.outputs.schema import schema, schema_json

GOLDEN = Path(__file__).parent / "golden" / "schema.json"


def test_the_schema_is_the_golden_one() -> None:
    assert schema_json() + "\n" == GOLDEN.read_text("utf-8"), (
        "run: nkclaims schema > tests/golden/schema.json"
    )


def test_every_reference_leads_somewhere() -> None:
    made = schema()
    references = {part.split('"')[0] for part in json.dumps(made).split('"#/$defs/')[1:]}
    assert references and references <= made["$defs"].keys()
