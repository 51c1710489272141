"""The JSON Schema of the wire format, made from the models, so that it cannot say anything else."""

from __future__ import annotations

import json
from typing import Any

from nkclaims.model.findings import SCHEMA, record_adapter


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one line of the wire format.

    >>> schema()["title"]
    'nkclaims/1'
    """
    made = record_adapter.json_schema(by_alias=True, mode="serialization")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "description": "One line of nkclaims' JSON lines: an article, a claim, a finding or an error.",
        **made,
    }


def schema_json() -> str:
    """The same as text, keys in the models' order."""
    return json.dumps(schema(), ensure_ascii=False, indent=2)
