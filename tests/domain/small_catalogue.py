"""A catalogue of a few made-up techniques, so that tests of the rules do not move with the content."""

from __future__ import annotations

from dataclasses import replace

from pith.domain.catalogue import (
    BodyMap,
    Catalogue,
    Condition,
    Dose,
    Level,
    Named,
    Near,
    Starter,
    StopSign,
    Technique,
    Tool,
)

REGIONS = ("neck", "back", "foot", "whole_body")
TOOLS = (
    Tool("soft_ball", "Soft ball", 1, "ball", "soft ball"),
    Tool("tennis_ball", "Tennis ball", 2, "ball", "tennis ball"),
    Tool("lacrosse_ball", "Lacrosse ball", 3, "ball", "lacrosse ball"),
    Tool("golf_ball", "Golf ball", 3, "golf_ball", "golf ball"),
    Tool("stick", "Stick", 2, "stick", "stick"),
    Tool("hands", "Hands", 1, "hands", "hands"),
    Tool("none", "Nothing", 1, "none", "nothing"),
)


def level(
    number: int = 1,
    dose: tuple[int, int, int, int] = (2, 24, 0, 0),
    side: str = "per_side",
    tools: tuple[str, ...] = ("tennis_ball",),
    style: str = "sustained_hold",
    load: str = "lean",
) -> Level:
    """`dose` is spots, hold_s, roll_s, move_s for one side."""
    return Level(
        number=number,
        dose=Dose(*dose),
        sides=2 if side == "per_side" else 1,
        breaths=None,
        steps=(f"Take the {tools[0].replace('_', ' ')}.", "Breathe."),
        tools=tools,
        props=(),
        pos=("seated",),
        style=style,
        load=load,
        hard=2,
        side=side,
        near=("spine",),
    )


def technique(id_: str, regions: tuple[str, ...] = ("back",), *levels: Level, roll_limit_s: int = 120) -> Technique:
    """One level given stands for all three."""
    three = (
        levels if len(levels) == 3 else tuple(replace(levels[0] if levels else level(), number=n) for n in (1, 2, 3))
    )
    return Technique(
        id=id_,
        name=id_.replace("-", " ").title(),
        regions=regions,
        lines=(),
        ref_level=2,
        ladder=("easy", "usual", "more"),
        levels=three,
        feel="It eases.",
        stop=("dizziness",),
        exclude=(),
        caution=("bruises_easily",),
        conditions=("stress",),
        source="test",
        roll_limit_s=roll_limit_s,
    )


REST = level(dose=(1, 60, 0, 0), side="both", tools=("none",), style="breath", load="none")
EASE = level(dose=(1, 90, 0, 0), side="one_side", tools=("none",), style="position_of_ease")
SOLE = level(dose=(0, 0, 120, 0), tools=("golf_ball",), style="slow_roll")
STICK = level(dose=(0, 0, 60, 0), tools=("stick",), style="slow_roll")
SCAR = level(dose=(3, 30, 30, 0), side="site", tools=("hands",), style="skin_glide")

TECHNIQUES = (
    technique("back-ball"),
    technique("back-ball-two"),
    technique("back-ball-three"),
    technique("neck-rest", ("neck",), REST),
    technique("rest", ("whole_body",), REST),
    technique("foot-roll", ("foot",), SOLE, roll_limit_s=180),
    technique("foot-stick", ("foot",), STICK),
    technique("back-roll", ("back",), replace(STICK, side="both", sides=1)),
    technique("sore-side", ("neck",), EASE),
    technique("scar", ("back",), SCAR),
)

CATALOGUE = Catalogue(
    version="test",
    regions={id_: Named(id_, id_.replace("_", " ").title()) for id_ in REGIONS},
    tools={tool.id: tool for tool in TOOLS},
    props={},
    positions={"seated": Named("seated", "Sitting")},
    styles={
        id_: Named(id_, id_) for id_ in ("sustained_hold", "breath", "slow_roll", "position_of_ease", "skin_glide")
    },
    conditions={"stress": Condition("stress", "Stress", "Often chosen on tense days")},
    lines={},
    near={"spine": Near("spine", "Never on the spine.", "spine")},
    stop_signs={"dizziness": StopSign("dizziness", "same_day", None, "Dizzy")},
    techniques={technique.id: technique for technique in TECHNIQUES},
    starters={"one": Starter("one", "One", ("back-ball",), 96)},
    body=BodyMap({"neck": ("back",)}, {}, {}, {}),
)
