"""The places of the body map: what a client can say hurts."""

from __future__ import annotations

import json
from pathlib import Path

from pith.content.loader import load_content
from pith.domain.body_map import SIDES_OF, can_be_marked

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "body_places.json").read_text())


def test_the_map_has_every_region_and_every_place_that_no_technique_works_on() -> None:
    catalogue = load_content().catalogue
    regions = set(catalogue.regions)
    assert len(regions) == 30
    assert set(SIDES_OF) == regions | set(catalogue.body.site_only)


def test_the_places_are_those_of_the_table_that_the_phone_draws() -> None:
    assert [{"id": region, "sides": list(sides)} for region, sides in SIDES_OF.items()] == TABLE["places"]


def test_a_place_is_marked_on_the_sides_that_it_has_and_on_no_other() -> None:
    assert can_be_marked("knee", "left")
    assert not can_be_marked("knee", "middle")
    assert can_be_marked("lower_back", "middle")
    assert not can_be_marked("third_arm", "left")


def test_a_log_has_room_for_every_place_on_every_side() -> None:
    assert sum(len(sides) for sides in SIDES_OF.values()) <= 100
