"""Own techniques pass the checks and the plain words of the shared ones; every fault names its field."""

from __future__ import annotations

from typing import Any

import pytest

from pith.content.loader import load_content
from pith.content.own import faults_in, own_technique, vocabulary_of
from pith.domain.catalogue import Own
from tests.own import body, level

WORDS = vocabulary_of(load_content())
ID = "own-01a2046f-41d2-7041-aefb-af80ccb47fb6"


def faults(language: str = "en", **changes: Any) -> dict[str, str]:
    return faults_in(body(**changes), language, WORDS)


def at_level(**changes: Any) -> dict[str, str]:
    return faults(levels=[level(**changes)])


def dose(**changes: Any) -> dict[str, int]:
    return {"spots": 2, "hold_s": 24, "roll_s": 0, "move_s": 0, **changes}


def test_a_sound_one_has_no_fault_and_says_the_same_as_it_was_written() -> None:
    assert faults() == {}
    technique = own_technique(ID, body(), WORDS, Own(1, None))
    assert (technique.id, technique.ref_level, technique.source) == (ID, 1, "practice")
    assert technique.ladder == ("light", "light", "light")
    first = technique.at(1)
    assert (first.hard, first.sides, first.total_s, first.breaths) == (1, 2, 96, 3)


def test_a_level_without_a_label_is_called_as_the_technique() -> None:
    technique = own_technique(ID, body(levels=[level(ladder="")]), WORDS, Own(1, None))
    assert set(technique.ladder) == {body()["name"]}


UNKNOWN: dict[str, tuple[dict[str, Any], str]] = {
    "a region": ({"regions": ["tail"]}, "regions"),
    "no region": ({"regions": []}, "regions"),
    "a region twice": ({"regions": ["calf", "calf"]}, "regions"),
    "a line": ({"lines": ["wavy"]}, "lines"),
    "a condition": ({"for": ["bad_luck"]}, "for"),
    "a stop sign": ({"stop": ["sneezing"]}, "stop"),
    "a flag that excludes": ({"exclude": ["bad_luck"]}, "exclude"),
    "a flag to heed": ({"caution": ["bad_luck"]}, "caution"),
    "a flag in both lists": ({"caution": ["varicose_veins"]}, "caution"),
    "weight and no flag at all": ({"caution": [], "exclude": []}, "caution"),
    "a tool": ({"levels": [level(tools=["hammer"])]}, "levels.0.tools"),
    "no tool": ({"levels": [level(tools=[])]}, "levels.0.tools"),
    "a prop": ({"levels": [level(props=["ladder"])]}, "levels.0.props"),
    "a position": ({"levels": [level(pos=["upside_down"])]}, "levels.0.pos"),
    "a style": ({"levels": [level(style="punching")]}, "levels.0.style"),
    "a place nearby": ({"levels": [level(near=["soul"])]}, "levels.0.near"),
    "at the second level": ({"levels": [level(), level(tools=["hammer"])]}, "levels.1.tools"),
}


@pytest.mark.parametrize("name", UNKNOWN)
def test_what_the_catalogue_does_not_know_is_named_by_its_field(name: str) -> None:
    changes, field = UNKNOWN[name]
    assert list(faults(**changes)) == [field]


DOSES = {
    "a press over 90 s": (level(dose=dose(hold_s=91)), "levels.0.dose.hold_s"),
    "a rest over 180 s": (
        level(style="position_of_ease", load="none", tools=["none"], dose=dose(hold_s=181)),
        "levels.0.dose.hold_s",
    ),
    "rolling over 120 s": (level(style="slow_roll", dose=dose(roll_s=121)), "levels.0.dose.roll_s"),
    "over 12 minutes in all": (level(dose=dose(spots=8, hold_s=90)), "levels.0.dose.total_s"),
    "nothing at all": (level(dose=dose(spots=0, hold_s=0)), "levels.0.dose.total_s"),
    "a hold without a spot": (level(dose=dose(spots=0, hold_s=24, roll_s=20)), "levels.0.dose.hold_s"),
    "a spot without a hold": (level(dose=dose(spots=2, hold_s=0, roll_s=20)), "levels.0.dose.hold_s"),
    "weight without a tool": (level(tools=["none"]), "levels.0.load"),
}


@pytest.mark.parametrize("name", DOSES)
def test_a_dose_out_of_bounds_is_named_by_its_field(name: str) -> None:
    made, field = DOSES[name]
    assert list(faults(levels=[made])) == [field]


def test_a_rest_of_three_minutes_is_fine_where_nothing_presses() -> None:
    rest = level(style="position_of_ease", load="none", tools=["none"], side="both", dose=dose(spots=1, hold_s=180))
    assert faults(levels=[rest]) == {}


def test_breaths_are_counted_as_8_seconds() -> None:
    technique = own_technique(
        ID, body(levels=[level(dose={"spots": 1, "breaths": 5, "roll_s": 0, "move_s": 0})]), WORDS, Own(1, None)
    )
    assert technique.at(1).dose.hold_s == 40


@pytest.mark.parametrize(
    ("lower", "higher", "field"),
    [
        (level(tools=["tennis_ball"]), level(), "levels.0"),
        (level(load="body", pos=["side_lying"]), level(), "levels.0"),
        (level(dose=dose(hold_s=80)), level(), "levels.0.dose"),
    ],
)
def test_no_level_is_harder_heavier_or_longer_than_the_one_above(lower: Any, higher: Any, field: str) -> None:
    assert list(faults(levels=[lower, higher])) == [field]


PLAIN: dict[str, tuple[dict[str, Any], str, str]] = {
    "a promise in the name": ({"name": "Heal your thigh"}, "name", "heal"),
    "Latin in the name": ({"name": "Hamstring hold"}, "name", "hamstring"),
    "a promise in the feeling": ({"feel": "It will fix the knot."}, "feel", "fix"),
    "blame in a step": ({"levels": [level(steps=["Find the spot.", "You missed it."])]}, "levels.0.steps.1", "missed"),
    "Latin in a step": ({"levels": [level(steps=["Find the glute."])]}, "levels.0.steps.0", "glute"),
    "a number in words": ({"levels": [level(steps=["Wait for five breaths."])]}, "levels.0.steps.0", "five"),
    "a step of 13 words": (
        {"levels": [level(steps=["Put the ball on the wall and then lean in as you like it."])]},
        "levels.0.steps.0",
        "12 at most",
    ),
    "a feeling of 16 words": (
        {"feel": "It may ache a bit at the side and then go on to be a bit less so."},
        "feel",
        "15 at most",
    ),
    "blame in a label": ({"levels": [level(ladder="for the lazy")]}, "levels.0.ladder", "lazy"),
    "steps for scholars": (
        {"levels": [level(steps=["Stabilise positional alignment.", "Systematically accumulate compression."] * 3)]},
        "levels.0.steps",
        "hard to read",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", PLAIN)
def test_words_that_are_not_plain_are_named_by_their_field(name: str) -> None:
    changes, field, said = PLAIN[name]
    found = faults(**changes)
    assert field in found and said in found[field]


def test_german_words_are_judged_by_german_rules() -> None:
    german = {"name": "Seite vom Oberschenkel", "feel": "Ein dumpfer Druck."}
    steps = ["Stell dich neben eine Wand.", "Leg den Ball an den Oberschenkel.", "Lehn dich an und atme."]
    assert faults("de", **german, levels=[level(ladder="leicht", steps=steps)]) == {}
    assert list(faults("de", **german, levels=[level(ladder="leicht", steps=["Das heilt dich."])])) == [
        "levels.0.steps.0"
    ]


def test_all_faults_are_told_at_once() -> None:
    found = faults(
        name="Cure it",
        levels=[level(tools=["hammer"]), level(dose=dose(hold_s=100)), level(steps=["You missed it."])],
    )
    assert set(found) == {"name", "levels.0.tools", "levels.1.dose.hold_s", "levels.2.steps.0"}


def test_every_shared_technique_would_pass_as_an_own_one() -> None:
    """The two are held to the same checks: what the catalogue may do, a practice may do too."""
    for technique in load_content().catalogue.techniques.values():
        if technique.roll_limit_s > 120:
            continue
        levels = [
            {
                "ladder": "",
                "steps": list(one.steps),
                "tools": list(one.tools),
                "props": list(one.props),
                "pos": list(one.pos),
                "style": one.style,
                "load": one.load,
                "side": one.side,
                "near": list(one.near),
                "dose": {name: getattr(one.dose, name) for name in ("spots", "hold_s", "roll_s", "move_s")},
            }
            for one in technique.levels
        ]
        mine = {
            "name": technique.name,
            "regions": list(technique.regions),
            "lines": list(technique.lines),
            "for": list(technique.conditions),
            "feel": technique.feel,
            "stop": list(technique.stop),
            "exclude": list(technique.exclude),
            "caution": list(technique.caution),
            "levels": levels,
        }
        found = {field: why for field, why in faults_in(mine, "en", WORDS).items() if "12 at most" not in why}
        assert found == {}, technique.id
