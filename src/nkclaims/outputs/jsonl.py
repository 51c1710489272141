"""Records as JSON lines: one object a line, UTF-8, whole numbers as integers."""

from __future__ import annotations

from nkclaims.model.findings import AnyRecord


def line(record: AnyRecord) -> str:
    """A record as one line, without the line break.

    >>> from nkclaims.model.findings import ErrorRecord
    >>> line(ErrorRecord(source="-", code="no-text", message="empty"))
    '{"record":"error","article":null,"source":"-","line":null,"offset":null,"code":"no-text","message":"empty"}'
    """
    return record.model_dump_json(by_alias=True)
