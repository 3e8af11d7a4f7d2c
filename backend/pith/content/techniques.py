"""Techniques and starters: every level complete, every sum right, every name known."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path

from pith.content.reading import ContentError, Record, by_id, read_yaml
from pith.content.vocabulary import Vocabulary
from pith.domain.catalogue import (
    BREATH_S,
    LEVELS,
    LOADS,
    ROLL_LIMIT_S,
    SIDES,
    Dose,
    Level,
    Starter,
    Technique,
)

# The tool and the load of a technique in which nothing presses.
UNLOADED = "none"
MOST_STEPS = 8
STEP_LENGTH = 120


def load_techniques(root: Path, words: Vocabulary) -> dict[str, Technique]:
    """All files of `techniques/`, from head to foot. Raises ContentError."""
    found: dict[str, Technique] = {}
    for path in sorted((root / "techniques").glob("*.yaml")):
        file = f"techniques/{path.name}"
        for id_, technique in by_id(file, read_yaml(root, file), lambda record: _shared(record, words)).items():
            if id_ in found:
                raise ContentError(file, id_, "id", "stands in another file as well")
            found[id_] = technique
    if not found:
        raise ContentError("techniques", "(no file)", "list", "is empty")
    order = list(words.regions)
    return dict(sorted(found.items(), key=lambda entry: order.index(entry[1].regions[0])))


def load_starters(root: Path, techniques: Mapping[str, Technique]) -> dict[str, Starter]:
    """The sample programs; each sum is checked at the techniques' reference levels. Raises ContentError."""

    def starter(record: Record) -> Starter:
        names = record.some_texts("techniques")
        record.known("techniques", names, techniques, "technique")
        stated = record.whole("dose_s", 1, 720)
        real = sum(techniques[name].at(techniques[name].ref_level).total_s for name in names)
        if real != stated:
            raise record.error("dose_s", f"is {stated}, but its techniques add up to {real}")
        return Starter(record.text("id"), record.text("name"), names, stated)

    return by_id("starters.yaml", read_yaml(root, "starters.yaml"), starter)


def _shared(record: Record, words: Vocabulary) -> Technique:
    technique = read_technique(record, words)
    if not technique.conditions:
        raise record.error("for", "is empty")
    return technique


def read_technique(record: Record, words: Vocabulary) -> Technique:
    """One technique, every level of it checked. Raises ContentError for the first fault."""
    ladder = record.texts("ladder")
    if len(ladder) != len(LEVELS):
        raise record.error("ladder", f"has {len(ladder)} steps instead of {len(LEVELS)}")
    roll_limit = record.whole("roll_limit_s", 1, 300) if record.has("roll_limit_s") else ROLL_LIMIT_S
    technique = Technique(
        id=record.text("id"),
        name=record.text("name"),
        regions=_some(record, "regions", words.regions, "region"),
        lines=record.choices("lines", words.lines, "line"),
        ref_level=record.whole("ref_level", 1, 3),
        ladder=ladder,
        levels=_levels(record.record("levels"), words, roll_limit),
        feel=record.text("feel"),
        stop=record.choices("stop", words.stop_signs, "stop sign"),
        exclude=record.choices("exclude", words.flags, "flag"),
        caution=record.choices("caution", words.flags, "flag"),
        conditions=record.choices("for", words.conditions, "condition"),
        source=record.text("source"),
        roll_limit_s=roll_limit,
    )
    _check_whole(record, technique)
    return technique


def _some(record: Record, field: str, known: Mapping[str, object], what: str) -> tuple[str, ...]:
    values = record.choices(field, known, what)
    if not values:
        raise record.error(field, "is empty")
    return values


def _levels(record: Record, words: Vocabulary, roll_limit: int) -> tuple[Level, ...]:
    if sorted(record.names(), key=str) != list(LEVELS):
        raise record.error("", f"needs exactly the levels 1, 2 and 3 (whole numbers), not {record.names()}")
    return tuple(read_level(record, number, words, roll_limit) for number in LEVELS)


def read_level(parent: Record, number: int, words: Vocabulary, roll_limit: int) -> Level:
    """The level `number` out of the levels of a technique. Raises ContentError for the first fault."""
    record = Record(parent.file, parent.id, parent.raw(number), f"{parent.field}.{number}")
    dose = record.record("dose")
    level = Level(
        number=number,
        dose=Dose(
            spots=dose.whole("spots", 0, 8),
            hold_s=dose.whole("hold_s", 0, 180),
            roll_s=dose.whole("roll_s", 0, 300),
            move_s=dose.whole("move_s", 0, 120),
        ),
        sides=dose.whole("sides", 1, 2),
        breaths=dose.whole("breaths", 1, 22) if dose.has("breaths") else None,
        steps=record.some_texts("steps"),
        tools=_some(record, "tools", words.tools, "tool"),
        props=record.choices("props", words.props, "prop"),
        pos=_some(record, "pos", words.positions, "position"),
        style=record.choice("style", words.styles, "style"),
        load=record.choice("load", LOADS, "load"),
        hard=record.whole("hard", 1, 3),
        side=record.choice("side", SIDES, "side"),
        near=record.choices("near", words.near, "zone or near point"),
    )
    _check_dose(dose, level, roll_limit)
    dose.done()
    _check_level(record, level, words)
    record.done()
    return level


def _check_dose(record: Record, level: Level, roll_limit: int) -> None:
    dose = level.dose
    total = record.whole("total_s", 1, 720)
    if total != level.total_s:
        raise record.error("total_s", f"is {total}, but sides x (spots x hold_s + roll_s + move_s) is {level.total_s}")
    if (dose.spots == 0) != (dose.hold_s == 0):
        raise record.error("hold_s", "spots and hold_s are both zero or neither is")
    if dose.hold_s > level.hold_limit_s:
        raise record.error("hold_s", f"{dose.hold_s} is over {level.hold_limit_s} s for {level.style}")
    if dose.roll_s > roll_limit:
        raise record.error("roll_s", f"{dose.roll_s} is over {roll_limit} s")
    if level.breaths is not None and level.breaths * BREATH_S != dose.hold_s:
        raise record.error("breaths", f"{level.breaths} breaths of {BREATH_S} s are not {dose.hold_s} s")
    if level.sides != (2 if level.side == "per_side" else 1):
        raise record.error("sides", f"{level.sides} does not fit side {level.side!r}")


def _check_level(record: Record, level: Level, words: Vocabulary) -> None:
    hardest = max(words.tools[tool].hard for tool in level.tools)
    if level.hard != hardest:
        raise record.error("hard", f"is {level.hard}, but its hardest tool has {hardest}")
    if UNLOADED in level.tools and level.load != UNLOADED:
        raise record.error("load", f"is {level.load!r}, but no tool or hand presses")
    if len(level.steps) > MOST_STEPS or max(map(len, level.steps)) > STEP_LENGTH:
        raise record.error("steps", f"are more than {MOST_STEPS}, or one is longer than {STEP_LENGTH} letters")


def _check_whole(record: Record, technique: Technique) -> None:
    pressed = [level for level in technique.levels if level.load in ("lean", "body")]
    if pressed and not technique.caution and not technique.exclude:
        raise record.error("caution", "is empty, and so is exclude, although weight presses here")
    if set(technique.exclude) & set(technique.caution):
        raise record.error("caution", "names a flag that is in exclude already")
    for lower, higher in pairwise(technique.levels):
        if lower.hard > higher.hard or LOADS.index(lower.load) > LOADS.index(higher.load):
            raise record.error(f"levels.{lower.number}", "is harder or heavier than the level above it")
        if lower.total_s > higher.total_s and lower.side == higher.side:
            raise record.error(f"levels.{lower.number}.dose", "is longer than the level above it")
