"""Is a place where the text says it is? By the gazetteer, and so a warning at most."""

from __future__ import annotations

from collections.abc import Iterator

from nkclaims.checks.scene import Family, Scene
from nkclaims.model.findings import Finding
from nkclaims.model.values import Place
from nkclaims.tables.gazetteer import contains

CONTAIN = "place.contain"
ONE_NAME = frozenset(map(frozenset, (("KP", "KR"), ("CD", "CG"), ("CN", "TW"), ("GB", "IE"), ("DO", "DM"))))
"""Pairs of countries that one name or demonym may mean ("Korean", "Congolese", "Irish")."""


def run(scene: Scene) -> Iterator[Finding]:
    """One finding for each place that the text puts into a country or a province."""
    for position in scene.index.of_kind("place"):
        for container, by in scene.linked(position, "where"):
            place, region = scene.claims[position].value, scene.claims[container].value
            if by == "clause" and isinstance(place, Place) and isinstance(region, Place):
                yield contain(scene, position, container, place, region)


def contain(scene: Scene, position: int, container: int, place: Place, region: Place) -> Finding:
    """The finding of one place and the region said to contain it."""
    name, said = scene.text(position), scene.text(container)
    country = region.feature is not None and region.feature.startswith("PCL")
    outer = region.country if country else region.geonames
    inside = None if outer is None or place.geonames is None else contains(outer, place.geonames)
    namesakes = bool(scene.claims[position].clues.get("shared"))
    if inside is False and (namesakes or _may_be_another(place, region, country)):
        inside = None
    if inside is None:
        return scene.finding(
            CONTAIN,
            "unchecked",
            [position, container],
            expression=f"{name} in {said}",
            message=f"“{name}” in “{said}” could not be checked: the gazetteer does not know enough of them.",
        )
    where = place.country if country or place.country != region.country else place.admin1
    agrees = f"{name} is in {region.name}, as said."
    denies = f"{name} is not in {region.name}: the gazetteer has it in {where}."
    return scene.finding(
        CONTAIN,
        "consistent" if inside else "inconsistent",
        [position, container],
        expression=f"{name}: {where}, said: {region.name} ({region.country})",
        message=agrees if inside else denies,
        assumptions=[f"takes “{name}” for the place of GeoNames id {place.geonames}"],
        loose=True,
    )


def _may_be_another(place: Place, region: Place, country: bool) -> bool:
    """Whether the text may mean a namesake that the gazetteer lacks, or another region of that name."""
    if any(contains(rival, place.geonames or 0) for rival in region.rivals):
        return True
    if frozenset((place.country, region.country)) in ONE_NAME:
        return True
    # of the small places of a country no gazetteer has all
    small = not (place.feature or "").startswith(("PPLA", "PPLC"))
    return not country and place.country == region.country and (small or bool(place.rivals))


FAMILY = Family({CONTAIN: "is a city in the country or province the text puts it in?"}, run)
