"""The records of a very long text, kept small: as the compressed lines they are written as."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, TypeVar, cast, overload

from nkclaims.model.findings import AnyRecord, record_adapter
from nkclaims.outputs.jsonl import line

R = TypeVar("R", bound=AnyRecord)
BLOCK = 2_000
"""Records that are compressed together: what one look at a single record has to read again."""


class Packed(Sequence[R], Generic[R]):
    """Records in order, some 120 bytes each where a record in memory takes 5,000.

    They are made anew from their lines whenever they are asked for, a block at a time; the block last asked
    for is kept. Numbers come back as JSON holds them (0.30 as 0.3).

    >>> from nkclaims.model.findings import ErrorRecord
    >>> rows = Packed([ErrorRecord(source="-", code="no-text", message=f"{n}") for n in range(5_000)])
    >>> len(rows), rows[4_321].message, rows[-1].message, sum(1 for _ in rows)
    (5000, '4321', '4999', 5000)
    """

    def __init__(self, records: Iterable[R] = ()) -> None:
        self._blocks: list[bytes] = []
        self._open: list[str] = []
        self._last: tuple[int, list[R]] = (-1, [])
        self.extend(records)

    def extend(self, records: Iterable[R]) -> None:
        """More records at the end."""
        for record in records:
            self._open.append(line(record))
            if len(self._open) == BLOCK:
                self._blocks.append(zlib.compress("\n".join(self._open).encode(), 1))
                self._open = []
                self._last = (-1, [])

    def lines(self) -> Iterator[str]:
        """The records as lines of the wire format, none made anew."""
        for block in self._blocks:
            yield from zlib.decompress(block).decode().split("\n")
        yield from self._open

    def __len__(self) -> int:
        return len(self._blocks) * BLOCK + len(self._open)

    def __iter__(self) -> Iterator[R]:
        return (cast(R, _revived(text)) for text in self.lines())

    @overload
    def __getitem__(self, at: int) -> R: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[R]: ...
    def __getitem__(self, at: int | slice) -> R | Sequence[R]:
        if isinstance(at, slice):
            return [self[n] for n in range(*at.indices(len(self)))]
        number = at + len(self) if at < 0 else at
        if not 0 <= number < len(self):
            raise IndexError(at)
        block, place = divmod(number, BLOCK)
        if block == len(self._blocks):
            return cast(R, _revived(self._open[place]))
        if self._last[0] != block:
            rows = zlib.decompress(self._blocks[block]).decode().split("\n")
            self._last = (block, [cast(R, _revived(text)) for text in rows])
        return self._last[1][place]


def _revived(text: str) -> AnyRecord:
    return record_adapter.validate_json(text)
