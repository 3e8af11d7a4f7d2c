"""A practice's catalogue: the shared one and its own techniques, in one order and in every language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pith.domain.catalogue import Own, swaps
from pith.domain.own_techniques import OWN_ID, with_own
from tests.domain.small_catalogue import CATALOGUE, level, technique

MINE = replace(technique("own-1", ("back",)), own=Own(1, None))


def test_own_techniques_stand_among_the_shared_ones_from_head_to_foot() -> None:
    mixed = with_own(CATALOGUE, [MINE])
    order = list(CATALOGUE.regions)
    places = [order.index(one.regions[0]) for one in mixed.techniques.values()]
    assert places == sorted(places)
    assert set(mixed.techniques) == {*CATALOGUE.techniques, "own-1"}
    assert mixed.techniques["own-1"] is MINE


def test_they_have_the_same_words_in_every_language() -> None:
    german = replace(CATALOGUE, languages={"de": replace(CATALOGUE, version="de")})
    mixed = with_own(german, [MINE])
    assert list(mixed.speaking("de").techniques) == list(mixed.techniques)
    assert mixed.speaking("de").techniques["own-1"] is MINE


def test_the_shared_catalogue_stays_as_it_is() -> None:
    before = dict(CATALOGUE.techniques)
    with_own(CATALOGUE, [MINE])
    assert CATALOGUE.techniques == before


def test_a_level_that_stands_for_those_above_is_no_other_way() -> None:
    one = level(1)
    same = technique("own-1", ("back",), one, replace(one, number=2), replace(one, number=3, steps=("Do more.",)))
    assert [swap.level.number for swap in swaps(same, 2, CATALOGUE.tools) if swap.tool is None] == []
    assert [swap.level.number for swap in swaps(same, 3, CATALOGUE.tools) if swap.tool is None] == [2, 1]


@pytest.mark.parametrize(
    ("id_", "good"),
    [
        ("own-01a2046f-41d2-7041-aefb-af80ccb47fb6", True),
        ("own-01A2046f-41d2-7041-aefb-af80ccb47fb6", False),
        ("01a2046f-41d2-7041-aefb-af80ccb47fb6", False),
        ("own-01a2046f-41d2-7041-aefb-af80ccb47fb6x", False),
        ("temple-hold", False),
    ],
)
def test_an_own_technique_is_told_by_its_id(id_: str, good: bool) -> None:
    assert (OWN_ID.fullmatch(id_) is not None) is good
