"""The catalogue in another language: the same records, and every word of them. What is missing or left over is refused.

A language has its folder beside the English files, with the same file names and ids; a record there holds its words
and nothing else. Nothing is inherited: a level, a label or a step without words is an error, never English.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from pith.content.reading import ROOT, ContentError, Record, by_id, read_yaml
from pith.content.techniques import MOST_STEPS, STEP_LENGTH
from pith.domain.catalogue import Catalogue, Condition, Level, Named, Starter, Technique, Tool

T = TypeVar("T")
Lists = Mapping[str, Mapping[str, T]]


def translated(root: Path, language: str, english: Catalogue) -> Catalogue:
    """The catalogue in the words of `root/language/`. Raises ContentError for the first fault."""
    labels: dict[str, Any] = _lists(
        root,
        f"{language}/labels.yaml",
        {
            "styles": english.styles,
            "lines": english.lines,
            "props": english.props,
            "positions": english.positions,
            "conditions": english.conditions,
        },
        _labelled,
    )
    near = _near(root, language, english)
    return replace(
        english,
        regions=_list(root, f"{language}/regions.yaml", english.regions, _labelled),
        tools=_list(root, f"{language}/tools.yaml", english.tools, _tool),
        starters=_list(root, f"{language}/starters.yaml", english.starters, _starter),
        stop_signs=_lists(root, f"{language}/stop_signs.yaml", {"stop_signs": english.stop_signs}, _asked)[
            "stop_signs"
        ],
        near=near,
        techniques=_techniques(root, language, english),
        **labels,
    )


def _near(root: Path, language: str, english: Catalogue) -> Mapping[str, Any]:
    zones = {id_: near for id_, near in english.near.items() if near.zone == id_}
    points = {id_: near for id_, near in english.near.items() if id_ not in zones}
    said = _lists(root, f"{language}/zones.yaml", {"no_load_zones": zones, "near_points": points}, _said)
    return said["no_load_zones"] | said["near_points"]


def _techniques(root: Path, language: str, english: Catalogue) -> Mapping[str, Technique]:
    found: dict[str, Technique] = {}
    for path in sorted((root / "techniques").glob("*.yaml")):
        ids = [row["id"] for row in read_yaml(root, f"techniques/{path.name}")]
        here = {id_: english.techniques[id_] for id_ in ids}
        found |= _list(root, f"{language}/techniques/{path.name}", here, _technique)
    return {id_: found[id_] for id_ in english.techniques}


def _technique(record: Record, english: Technique) -> Technique:
    ladder = record.texts("ladder")
    if len(ladder) != len(english.ladder):
        raise record.error("ladder", f"has {len(ladder)} steps instead of {len(english.ladder)}")
    levels = record.record("levels")
    said = tuple(_level(levels, level) for level in english.levels)
    levels.done()
    return replace(english, name=record.text("name"), ladder=ladder, feel=record.text("feel"), levels=said)


def _level(parent: Record, english: Level) -> Level:
    path = f"levels.{english.number}"
    record = Record(parent.file, parent.id, parent.raw(english.number), path)
    steps = record.some_texts("steps")
    if len(steps) != len(english.steps):
        raise record.error("steps", f"are {len(steps)} instead of {len(english.steps)}")
    if len(steps) > MOST_STEPS or max(map(len, steps)) > STEP_LENGTH:
        raise record.error("steps", f"are more than {MOST_STEPS}, or one is longer than {STEP_LENGTH} letters")
    record.done()
    return replace(english, steps=steps)


def _labelled(record: Record, english: Any) -> Any:
    if isinstance(english, Condition):
        return replace(english, label=record.text("label"), often=record.text("often"))
    return Named(english.id, record.text("label"))


def _tool(record: Record, english: Tool) -> Tool:
    return replace(english, label=record.text("label"), noun=record.text("noun"))


def _starter(record: Record, english: Starter) -> Starter:
    return replace(english, name=record.text("name"))


def _asked(record: Record, english: Any) -> Any:
    return replace(english, text=record.text("ask"))


def _said(record: Record, english: Any) -> Any:
    return replace(english, say=record.text("say"))


def _list(root: Path, file: str, english: Mapping[str, T], say: Callable[[Record, T], T]) -> dict[str, T]:
    return said_by_id(file, read_yaml(root, file), english, say)


def _lists(root: Path, file: str, english: Lists[Any], say: Callable[[Record, Any], Any]) -> dict[str, dict[str, Any]]:
    whole = Record(file, ROOT, read_yaml(root, file))
    found = {name: said_by_id(file, whole.raw(name), records, say) for name, records in english.items()}
    whole.done()
    return found


def said_by_id(file: str, rows: Any, english: Mapping[str, T], say: Callable[[Record, T], T]) -> dict[str, T]:
    """`rows` as a dict by id, each made from its words and its English record, in English order. Raises ContentError
    on an id that English does not have, and on one that has no words here."""

    def one(record: Record) -> T:
        if record.id not in english:
            raise record.error("id", "is not in the English file")
        return say(record, english[record.id])

    found = by_id(file, rows, one)
    _none_missing(file, english, found)
    return {id_: found[id_] for id_ in english}


def _none_missing(file: str, english: Iterable[str], found: Mapping[str, Any]) -> None:
    for id_ in english:
        if id_ not in found:
            raise ContentError(file, id_, "record", "is missing")
