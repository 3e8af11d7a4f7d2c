"""What is offered instead: safe for her, near the place, with what she owns, and the nearest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from pith.content.loader import load_content
from pith.domain.catalogue import Level, Technique
from pith.domain.screening import Active, Rule, Use
from pith.domain.screening.alternatives import Alternative, Safe, alternatives, safe_for, tools_missing
from pith.domain.screening.person import Person, person_of
from pith.domain.screening.policy import Match
from pith.domain.screening.verdicts import judge

CONTENT = load_content()
POLICY, TECHNIQUES = CONTENT.policy, CONTENT.catalogue.techniques
BODY = POLICY.body
WALL, REST = TECHNIQUES["glute-ball-wall"], TECHNIQUES["belly-hands-breath"]


def made(id_: str, regions: Iterable[str], lines: Iterable[str], load: str, style: str) -> Technique:
    """A technique that differs from another only in what alternatives look at."""
    levels = tuple(replace(level, load=load, style=style) for level in WALL.levels)
    return replace(WALL, id=id_, regions=tuple(regions), lines=tuple(lines), levels=levels)


def safe(*techniques: Technique) -> tuple[Safe, ...]:
    return tuple(Safe(one, one.at(1)) for one in techniques)


def told(found: Iterable[Alternative]) -> list[tuple[str, str]]:
    return [(one.technique_id, one.why) for one in found]


PRESS = made("press", ["calf"], ["sbl"], "lean", "sustained_hold")
HANDS = made("hands", ["calf", "shin"], ["sbl"], "hand", "skin_glide")
EASE = made("ease", ["calf"], ["sbl"], "none", "position_of_ease")
LINE = made("line", ["foot_sole"], ["sbl"], "lean", "sustained_hold")
LINE_EASE = made("line-ease", ["back_pelvis"], ["sbl"], "none", "position_of_ease")
FAR = made("far", ["hand"], ["arm"], "lean", "sustained_hold")
FAR_EASE = made("far-ease", ["whole_body"], ["dfl"], "none", "position_of_ease")
FAR_BREATH = made("far-breath", ["abdomen_contact_only"], ["dfl"], "none", "breath")
FAR_GLIDE = made("far-glide", ["hand"], ["arm"], "none", "skin_glide")


def test_the_same_place_comes_before_the_same_line_and_that_before_rest_elsewhere() -> None:
    found = alternatives(BODY, safe(FAR_EASE, LINE, HANDS), Use(PRESS, 1))
    assert told(found) == [("hands", "same_region"), ("line", "same_line"), ("far-ease", "ease")]


def test_where_pressure_cannot_be_done_what_has_none_comes_first() -> None:
    found = alternatives(BODY, safe(HANDS, EASE, LINE, LINE_EASE), Use(PRESS, 1))
    assert [one.technique_id for one in found] == ["ease", "hands", "line-ease"]


def test_where_there_was_no_pressure_the_order_is_that_of_the_catalogue() -> None:
    still = made("still", ["calf"], ["sbl"], "none", "position_of_ease")
    found = alternatives(BODY, safe(PRESS, EASE), Use(still, 1))
    assert [one.technique_id for one in found] == ["press", "ease"]


def test_more_places_in_common_come_first() -> None:
    both = made("both", ["calf", "shin"], ["sbl"], "lean", "sustained_hold")
    assert told(alternatives(BODY, safe(PRESS, HANDS), Use(both, 1)))[0] == ("hands", "same_region")


def test_on_the_same_line_what_lies_next_to_the_place_comes_first() -> None:
    beside = made("beside", ["thigh_back"], ["sbl"], "lean", "sustained_hold")
    distant = made("distant", ["base_of_skull"], ["sbl"], "lean", "sustained_hold")
    assert [one.technique_id for one in alternatives(BODY, safe(distant, beside), Use(PRESS, 1))] == [
        "beside",
        "distant",
    ]


def test_no_more_than_three_and_never_itself() -> None:
    found = alternatives(BODY, safe(PRESS, HANDS, EASE, LINE, LINE_EASE), Use(PRESS, 2))
    assert len(found) == 3
    assert "press" not in {one.technique_id for one in found}


def test_elsewhere_only_rest_stands_in() -> None:
    found = alternatives(BODY, safe(FAR, FAR_GLIDE, FAR_EASE, FAR_BREATH), Use(PRESS, 1))
    assert told(found) == [("far-ease", "ease"), ("far-breath", "ease")]


def test_the_whole_body_is_no_place_in_common() -> None:
    whole = made("whole", ["whole_body"], ["arm"], "lean", "sustained_hold")
    assert told(alternatives(BODY, safe(FAR_EASE), Use(whole, 1))) == [("far-ease", "ease")]


def test_each_is_told_with_its_level() -> None:
    (found,) = alternatives(BODY, (Safe(HANDS, HANDS.at(2)),), Use(PRESS, 3))
    assert found == Alternative("hands", 2, "same_region")


def test_it_is_safe_at_the_lowest_level_that_nobody_has_to_agree_to() -> None:
    person = person_of(POLICY, [Active("pregnancy_t3")])
    found = {one.technique.id: one.level.number for one in safe_for(person, TECHNIQUES.values(), None)}
    assert found["upper-back-two-balls"] == 1
    assert "legs-on-chair-breath" not in found
    assert "calf-roller" not in found


def test_a_higher_level_is_safe_where_the_lower_ones_are_not() -> None:
    """No technique of the catalogue is like that, but a practice's own one may be."""
    lying = replace(WALL.levels[0], pos=("supine",))
    turned = replace(WALL, levels=(lying, *WALL.levels[1:]))
    (found,) = safe_for(person_of(POLICY, [Active("pregnancy_t3")]), [turned], None)
    assert found.level.number == 2


def limited(limits: dict[str, int], do: str = "adapt") -> Person:
    """Somebody for whom one rule limits every technique."""
    rule = Rule("L", ("blood_thinners",), "anywhere", Match(), do, None, limits)
    return person_of(replace(POLICY, rules=(rule,)), [Active("blood_thinners")])


@pytest.mark.parametrize(("hard", "least"), [(1, 1), (2, None)])
def test_a_tool_that_is_too_hard_for_her_is_not_safe(hard: int, least: int | None) -> None:
    levels = tuple(replace(level, hard=hard) for level in WALL.levels)
    found = safe_for(limited({"tools_max_hard": 1}), [replace(WALL, levels=levels, exclude=(), caution=())], None)
    assert [one.level.number for one in found] == ([] if least is None else [least])


def test_the_hardest_tool_is_safe_where_no_rule_limits_it() -> None:
    levels = tuple(replace(level, hard=3) for level in WALL.levels)
    assert safe_for(person_of(POLICY, []), [replace(WALL, levels=levels)], None)[0].level.number == 1


def test_a_level_above_her_limit_is_not_safe() -> None:
    tool = ("lacrosse_ball",)
    first = replace(WALL.levels[0], tools=tool)
    own = replace(WALL, levels=(first, *WALL.levels[1:]), exclude=(), caution=())
    owned = {"soft_ball", "tennis_ball"}
    assert safe_for(limited({"max_level": 1}), [own], owned) == ()
    assert safe_for(limited({"max_level": 2}), [own], owned)[0].level.number == 2


@pytest.mark.parametrize(("do", "count"), [("warn", 1), ("adapt", 1), ("override", 0), ("block", 0)])
def test_what_somebody_has_to_agree_to_is_not_offered(do: str, count: int) -> None:
    plain = replace(WALL, exclude=(), caution=())
    assert len(safe_for(limited({}, do), [plain], None)) == count


def level_with(*tools: str) -> Level:
    return replace(WALL.levels[0], tools=tools)


def test_tools_are_missing_only_when_she_told_what_she_owns() -> None:
    assert tools_missing(level_with("soft_ball", "massage_stick"), None) == ()
    assert tools_missing(level_with("soft_ball", "massage_stick"), ["soft_ball"]) == ("massage_stick",)
    assert tools_missing(level_with("none", "hands"), []) == ()


def test_what_she_has_no_tool_for_is_not_offered() -> None:
    nobody = person_of(POLICY, [])
    without = {one.technique.id for one in safe_for(nobody, TECHNIQUES.values(), [])}
    assert REST.id in without
    assert WALL.id not in without


@pytest.mark.parametrize("flag", ["pregnancy_t3", "blood_thinners", "osteoporosis", "bone_metastases", "minor"])
def test_whatever_is_offered_is_safe(flag: str) -> None:
    person = person_of(POLICY, [Active(flag)])
    open_ = safe_for(person, TECHNIQUES.values(), None)
    for technique in TECHNIQUES.values():
        for one in alternatives(BODY, open_, Use(technique, 1)):
            assert judge(person, Use(TECHNIQUES[one.technique_id], one.level)).do in ("ok", "warn", "adapt")


def test_late_in_pregnancy_nothing_that_is_offered_lies_flat() -> None:
    open_ = safe_for(person_of(POLICY, [Active("pregnancy_t3")]), TECHNIQUES.values(), None)
    for technique in TECHNIQUES.values():
        for one in alternatives(BODY, open_, Use(technique, 1)):
            assert set(TECHNIQUES[one.technique_id].at(one.level).pos) != {"supine"}
