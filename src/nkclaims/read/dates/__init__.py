"""Dates: what the words say (terms), which days that is (resolve), and claims of it (reader)."""

from __future__ import annotations

from nkclaims.read.dates.reader import read_dates

__all__ = ["read_dates"]
