"""Everything nkclaims raises.

NkclaimsError
├── InputError          a file, line or option that cannot be used; says where and the remedy
├── RuleError           a rule file that cannot be used; names file, line and key
└── TableError          a table (rates, currencies, gazetteer) that cannot be used; names file and line
"""

from __future__ import annotations


class NkclaimsError(Exception):
    """The base of all; ``code`` is a short word for programs, the message one sentence for people."""

    code = "error"


class InputError(NkclaimsError):
    """Input that cannot be read. ``code`` is that of an error record (bad-json, no-text, encoding, ...)."""

    def __init__(self, message: str, *, code: str = "unreadable", line: int | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.line = line


class RuleError(NkclaimsError):
    """A rule that cannot be used; ``where`` is "file:line key"."""

    code = "bad-rule"

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where


class TableError(NkclaimsError):
    """A table that cannot be used; ``where`` is "file:line"."""

    code = "bad-table"

    def __init__(self, message: str, *, where: str = "") -> None:
        super().__init__(f"{where}: {message}" if where else message)
        self.where = where
