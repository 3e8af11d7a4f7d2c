"""Levels, swaps and neighbours."""

from __future__ import annotations

import pytest

from pith.domain.catalogue import Dose, StopSign, neighbours, swaps
from tests.domain.small_catalogue import CATALOGUE, level, technique


def test_a_level_counts_every_side_of_its_dose() -> None:
    assert level(dose=(2, 24, 10, 5), side="per_side").total_s == 2 * (48 + 15)
    assert level(dose=(2, 24, 10, 5), side="both").total_s == 63


@pytest.mark.parametrize("style", ["sustained_hold", "slow_roll", "active_movement"])
def test_pressing_holds_at_most_90_seconds(style: str) -> None:
    assert level(style=style).hold_limit_s == 90


@pytest.mark.parametrize("style", ["position_of_ease", "skin_glide", "breath"])
def test_ease_skin_and_breath_hold_at_most_180_seconds(style: str) -> None:
    assert level(style=style).hold_limit_s == 180


def test_a_technique_knows_its_levels_by_number() -> None:
    three = technique("x", ("back",), level(1), level(2), level(3))
    assert [three.at(number).number for number in (1, 2, 3)] == [1, 2, 3]


@pytest.mark.parametrize(("act", "urgent"), [("emergency", True), ("urgent", True), ("same_day", False)])
def test_emergency_and_urgent_signs_are_urgent(act: str, urgent: bool) -> None:
    assert StopSign("x", act, None, "X").urgent is urgent


def test_without_a_lower_level_a_softer_ball_of_the_family_stands_in() -> None:
    [swap] = swaps(technique("x", ("back",), level(tools=("tennis_ball",))), 1, CATALOGUE.tools)
    assert (swap.tool, swap.level.number, swap.level.tools, swap.level.hard) == ("soft_ball", 1, ("soft_ball",), 1)
    assert swap.level.steps[0] == "Take the soft ball."


def test_of_softer_tools_the_nearest_comes_first() -> None:
    found = swaps(technique("x", ("back",), level(tools=("lacrosse_ball",))), 1, CATALOGUE.tools)
    assert [swap.tool for swap in found] == ["tennis_ball", "soft_ball"]


def test_a_lower_level_with_another_tool_comes_before_a_softer_one_and_is_not_repeated() -> None:
    three = technique("x", ("back",), level(1, tools=("soft_ball",)), level(2), level(3, tools=("lacrosse_ball",)))
    assert [(swap.tool, swap.level.number) for swap in swaps(three, 2, CATALOGUE.tools)] == [(None, 1)]
    assert [(swap.tool, swap.level.number) for swap in swaps(three, 3, CATALOGUE.tools)] == [(None, 2), (None, 1)]


def test_every_lower_level_is_a_gentler_way_even_with_the_same_tool() -> None:
    ball = ("golf_ball",)
    longer = [level(number, dose=(number, 24, 0, 0), tools=ball) for number in (1, 2, 3)]
    found = swaps(technique("x", ("foot",), *longer), 3, CATALOGUE.tools)
    assert [(swap.level.number, swap.reason) for swap in found] == [(2, "level"), (1, "level")]


def test_a_way_says_whether_it_does_without_the_tool() -> None:
    three = technique("x", ("back",), level(1, tools=("none",)), level(2), level(3, dose=(3, 24, 0, 0)))
    found = swaps(three, 3, CATALOGUE.tools)
    assert [(swap.level.number, swap.tool, swap.reason) for swap in found] == [
        (2, None, "level"),
        (1, None, "tool"),
        (3, "soft_ball", "tool"),
    ]


def test_a_way_that_needs_one_of_two_tools_helps_nobody_without_it() -> None:
    three = technique("x", ("back",), level(1, tools=("stick",)), level(2, tools=("stick", "tennis_ball")), level(3))
    assert [swap.reason for swap in swaps(three, 2, CATALOGUE.tools)] == ["level"]


def test_nobody_is_without_her_hands() -> None:
    three = technique("x", ("back",), level(1, tools=("none",)), level(2, tools=("hands",)), level(3))
    assert [swap.reason for swap in swaps(three, 2, CATALOGUE.tools)] == ["level"]


def test_a_golf_ball_has_no_softer_sister() -> None:
    assert swaps(technique("x", ("foot",), level(tools=("golf_ball",))), 1, CATALOGUE.tools) == ()


def test_two_tools_at_once_have_no_softer_sister() -> None:
    assert swaps(technique("x", ("back",), level(tools=("tennis_ball", "stick"))), 1, CATALOGUE.tools) == ()


def test_neighbours_are_read_both_ways_and_include_the_place_itself() -> None:
    assert neighbours(CATALOGUE.body, "neck") == {"neck", "back"}
    assert neighbours(CATALOGUE.body, "back") == {"neck", "back"}
    assert neighbours(CATALOGUE.body, "foot") == {"foot"}


def test_a_dose_adds_up() -> None:
    assert Dose(2, 30, 20, 5).total_s == 85
