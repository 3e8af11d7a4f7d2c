"""Where a flag lies, and whether a technique comes near: same place, next to it, on the same limb, or anywhere.

Source: domain.md 1.1 (regions, `same_or_adjacent`, `same_limb`, `site_only`), 2.5 (a flag without a place counts as
touching everything).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pith.domain.body_map import SIDES_OF
from pith.domain.catalogue import BodyMap, neighbours

BOTH_SIDES = frozenset({"left", "right"})
# Nodes that were removed drain a quarter of the trunk as well, so this limb is larger (domain.md 1.1).
LYMPHOEDEMA = "lymphoedema"
# A scar may lie anywhere, and the whole body touches nothing by itself: neither tells a place.
SCAR, WHOLE = "scar_area", "whole_body"
ACROSS = frozenset(region for region, sides in SIDES_OF.items() if len(sides) == 3)

# The sides on which each region is meant.
Area = Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Site:
    """A place of the body map on its `side`: left, right, middle or both."""

    region: str
    side: str


def area_of(body: BodyMap, sites: Iterable[Site]) -> Area:
    """The sites as regions of techniques; a place that no technique works on counts as all that it touches."""
    area: dict[str, frozenset[str]] = {}
    for site in sites:
        for region in body.site_only.get(site.region, (site.region,)):
            area[region] = area.get(region, frozenset()) | sides_of(site.side)
    return area


def sides_of(side: str) -> frozenset[str]:
    """What lies in the middle is near both sides."""
    return frozenset({side}) if side in BOTH_SIDES else BOTH_SIDES


def reach_of(body: BodyMap, flag: str, sites: tuple[Site, ...], how: str) -> Area | None:
    """How far a flag reaches when "same", "same_or_adjacent" or "same_limb" is meant; None is everywhere."""
    area = area_of(body, sites)
    if how == "anywhere" or not _tells_a_place(area):
        return None
    if how == "same_or_adjacent":
        return _with_neighbours(body, area)
    if how == "same_limb":
        return _with_limbs(body.limbs_lymphoedema if flag == LYMPHOEDEMA else body.limbs, area)
    return area


def work_of(regions: Iterable[str], sides: frozenset[str], marks: Area) -> Area | None:
    """Where work on `regions` and `sides` is done, with the places of a marked scar; None: a scar that may lie
    anywhere."""
    if SCAR in regions and not _tells_a_place(marks):
        return None
    own = {region: sides | marks.get(region, frozenset()) for region in regions if region != WHOLE}
    return {**marks, **own}


def touches(reach: Area | None, work: Area | None) -> bool:
    """Whether the work comes into reach of a flag."""
    if reach is None or work is None:
        return True
    return any(region in reach and not reach[region].isdisjoint(sides) for region, sides in work.items())


def _tells_a_place(area: Area) -> bool:
    return WHOLE not in area and not area.keys() <= {SCAR}


def _with_neighbours(body: BodyMap, area: Area) -> Area:
    """A region across the midline touches its own other half too."""
    wide: dict[str, frozenset[str]] = {}
    for region, sides in area.items():
        for near in neighbours(body, region):
            wide[near] = wide.get(near, frozenset()) | sides
    return {region: BOTH_SIDES if region in area and region in ACROSS else sides for region, sides in wide.items()}


def _with_limbs(limbs: Mapping[str, tuple[str, ...]], area: Area) -> Area:
    """A place outside every limb still counts as itself."""
    wide = dict(area)
    for region, sides in area.items():
        for limb in limbs.values():
            if region in limb:
                wide |= {other: wide.get(other, frozenset()) | sides for other in limb}
    return wide
