"""The binary file of exchange rates: compact, checked, decoded one currency at a time.

A file is ``MAGIC``, the length of its header (unsigned 32 bit, little endian), the header (JSON, zlib), and
one compressed block a series. A rate is six significant digits and a power of ten; days and digits are stored
as differences, byte plane by byte plane: neighbours differ little, and equal planes compress to nothing.
"""

from __future__ import annotations

import json
import lzma
import struct
import sys
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

from nkclaims.errors import TableError

MAGIC = b"NKRATES1"
DIGITS = 6
# A dictionary as large as the largest series: the preset's own would ask for 64 MB a block.
_FILTERS = [{"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": 1 << 18, "lc": 0, "lp": 0, "pb": 0}]
Point = tuple[int, Decimal, int]
"""Day (``date.toordinal``), units of the currency per US dollar, index of the source."""


@dataclass(slots=True)
class Series:
    """Rates of one currency, one regime and one span ("day", "month", "year"), by day.

    ``days`` are ordinals (of a month or year: its first day), ``digits`` and ``powers`` make the rate
    ``digits * 10 ** powers`` in units per US dollar, ``sources`` index the file's list of sources.
    """

    days: array[int]
    digits: array[int]
    powers: array[int]
    sources: bytes
    _rates: dict[int, Decimal] = field(default_factory=dict, repr=False)

    def last(self, day: int) -> int:
        """Position of the last rate on or before ``day``; -1 where there is none."""
        return bisect_right(self.days, day) - 1

    def rate(self, at: int) -> Decimal:
        """The rate at a position, in units per US dollar."""
        found = self._rates.get(at)
        if found is None:
            found = self._rates[at] = Decimal(self.digits[at]).scaleb(self.powers[at]).normalize() + 0
        return found


@dataclass(slots=True)
class RateFile:
    """A decoded header and the blocks it points to; ``header`` is plain JSON."""

    header: dict[str, Any]
    blocks: bytes
    digest: str
    where: str
    _decoded: dict[str, Series] = field(default_factory=dict, repr=False)

    def series(self, key: str) -> Series | None:
        """One series, decoded when first asked for; None where the file has none of that name."""
        found = self._decoded.get(key)
        if found is None:
            entry = self.header["series"].get(key)
            if entry is None:
                return None
            offset, length, count = entry[:3]
            found = self._decoded[key] = _unpack(
                self.blocks[offset : offset + length], count, self.where, key
            )
        return found


def quantise(rate: Decimal) -> tuple[int, int]:
    """A rate as six significant digits and a power of ten.

    >>> quantise(Decimal("7.1158")), quantise(Decimal("0.376"))
    ((711580, -5), (376000, -6))
    """
    power = rate.adjusted() - DIGITS + 1
    digits = int(rate.scaleb(-power).to_integral_value())
    if digits == 10**DIGITS:  # 9.999999 rounds up a place
        return 10 ** (DIGITS - 1), power + 1
    return digits, power


def write(series: Mapping[str, list[Point]], header: Mapping[str, Any]) -> bytes:
    """A rate file of these series; points must be in order of day, one a day, every rate above zero."""
    blocks = bytearray()
    index: dict[str, list[int]] = {}
    for key in sorted(series):
        points = series[key]
        block = _pack(points)
        index[key] = [len(blocks), len(block), len(points), points[0][0], points[-1][0]]
        blocks += block
    head = zlib.compress(
        json.dumps({**header, "series": index}, sort_keys=True, ensure_ascii=False).encode(), 9
    )
    return MAGIC + struct.pack("<I", len(head)) + head + bytes(blocks)


def read(data: bytes, where: str) -> RateFile:
    """Open a rate file held in memory. Raises TableError where it is none, or is cut short."""
    try:
        if data[: len(MAGIC)] != MAGIC:
            raise ValueError("not a rate file")
        start = len(MAGIC) + 4
        (length,) = struct.unpack("<I", data[len(MAGIC) : start])
        header: dict[str, Any] = json.loads(zlib.decompress(data[start : start + length]))
        blocks = data[start + length :]
        if any(entry[0] + entry[1] > len(blocks) for entry in header["series"].values()):
            raise ValueError("the file is cut short")
    except (ValueError, KeyError, struct.error, zlib.error) as error:
        raise TableError(f"cannot be read as a rate file: {error}", where=where) from error
    return RateFile(header, blocks, f"{zlib.crc32(data):08x}", where)


def day_of(iso: str) -> int:
    """The ordinal of an ISO day.

    >>> day_of("2025-10-30")
    739554
    """
    return date.fromisoformat(iso).toordinal()


def _pack(points: list[Point]) -> bytes:
    days = [point[0] for point in points]
    pairs = [quantise(point[1]) for point in points]
    digits = [digit for digit, _ in pairs]
    steps = array("i", [days[0], *(b - a for a, b in pairwise(days))])
    moves = array("i", [_zigzag(move) for move in (digits[0], *_differences(digits))])
    powers = array("b", [power for _, power in pairs])
    raw = _planes(steps) + _planes(moves) + powers.tobytes() + bytes(point[2] for point in points)
    return lzma.compress(raw, format=lzma.FORMAT_RAW, filters=_FILTERS)


def _unpack(block: bytes, count: int, where: str, key: str) -> Series:
    try:
        raw = lzma.decompress(block, format=lzma.FORMAT_RAW, filters=_FILTERS)
    except lzma.LZMAError as error:
        raise TableError(f"the rates of {key} are damaged", where=where) from error
    if len(raw) != count * 10:
        raise TableError(f"the rates of {key} are cut short", where=where)
    days = array("i", accumulate(_from_planes(raw[: 4 * count])))
    moves = [(move >> 1) ^ -(move & 1) for move in _from_planes(raw[4 * count : 8 * count])]
    powers = array("b")
    powers.frombytes(raw[8 * count : 9 * count])
    return Series(days, array("i", accumulate(moves)), powers, raw[9 * count :])


def _differences(values: list[int]) -> Iterable[int]:
    return (b - a for a, b in pairwise(values))


def _zigzag(value: int) -> int:
    return value << 1 if value >= 0 else (-value << 1) - 1


def _planes(values: array[int]) -> bytes:
    if sys.byteorder == "big":
        values = array("i", values)
        values.byteswap()
    raw = values.tobytes()
    return b"".join(raw[plane::4] for plane in range(4))


def _from_planes(raw: bytes) -> array[int]:
    count = len(raw) // 4
    mixed = bytearray(len(raw))
    for plane in range(4):
        mixed[plane::4] = raw[plane * count : (plane + 1) * count]
    values = array("i")
    values.frombytes(bytes(mixed))
    if sys.byteorder == "big":
        values.byteswap()
    return values
