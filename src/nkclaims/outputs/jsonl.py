"""Records as JSON lines: one object a line, UTF-8, whole numbers as integers."""

from __future__ import annotations

from nkclaims.model.findings import AnyRecord


def line(record: AnyRecord) -> str:
    """A record as one line, without the line break.

    >>> from nkclaims.model.findings import ErrorRecord
    >>> line(ErrorRecord(source="-", line=3, code="no-text", message="no text"))
    '{"record":"error","article":null,"source":"-","line":3,"offset":null,"code":"no-text","message":"no text"}'
    """
    return record.model_dump_json(by_alias=True)
