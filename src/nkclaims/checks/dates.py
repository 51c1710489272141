"""Do the dates of one document stand in one order? The one check that looks at see-also lists as well."""

from __future__ import annotations

from collections.abc import Iterator

from nkclaims.checks.scene import Family, Scene
from nkclaims.model.findings import Finding

FORMAT = "time.format"
_NAMES = {"mdy": "month first", "dmy": "day first"}
_SHOWN = ("itself", "weekday", "published", "section")


def run(scene: Scene) -> Iterator[Finding]:
    """One finding for a document whose dates in figures stand in both orders.

    It is worth an info and no more: a page's header and its lists are often printed by different programs,
    and each is read in its own order; but a reader who takes one order for all of them reads other days.
    """
    rows: dict[str, list[int]] = {"mdy": [], "dmy": []}
    for position in scene.index.of_kind("date"):
        clues = scene.claims[position].clues
        if clues.get("order") in rows and clues.get("order_by") in _SHOWN:
            rows[clues["order"]].append(position)
    if not (rows["mdy"] and rows["dmy"]):
        return
    first = {order: scene.text(found[0]) for order, found in rows.items()}
    yield scene.finding(
        FORMAT,
        "tension",
        sorted(rows["mdy"] + rows["dmy"]),
        expression=", ".join(f"{first[order]}: {_NAMES[order]}" for order in _leading(rows)),
        message=f"Dates stand in both orders: “{first['mdy']}” with the month first,"
        f" “{first['dmy']}” with the day first.",
        severity="info",
        assumptions=["takes each part of the page to keep one order"],
    )


def _leading(rows: dict[str, list[int]]) -> list[str]:
    """The orders as they come in the text."""
    return sorted(rows, key=lambda order: rows[order][0])


FAMILY = Family({FORMAT: "do all dates in figures stand in one order, month first or day first?"}, run)
