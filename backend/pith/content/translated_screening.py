"""Flags, rules and questions in another language: their words, checked against the English records."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pith.content.reading import ROOT, Record, read_yaml
from pith.content.screening import Flags, Screening
from pith.content.translation import said_by_id

Fields = Mapping[str, Any]


def translated_screening(root: Path, language: str, english: Screening) -> Screening:
    """The screening in the words of `root/language/`. Ids, answers and what they raise stay as they are: logs keep
    them. Raises ContentError for the first fault."""
    flags_file, rules_file, intake_file = (f"{language}/{name}.yaml" for name in ("flags", "rules", "intake"))
    flags = Record(flags_file, ROOT, read_yaml(root, flags_file))
    said = Flags(
        said_by_id(flags_file, flags.raw("flags"), english.flags.flags, _labelled),
        said_by_id(flags_file, flags.raw("red_flags"), english.flags.red_flags, _asked),
    )
    flags.done()
    rules = said_by_id(rules_file, read_yaml(root, rules_file), english.rules, _told)
    questions = Record(intake_file, ROOT, read_yaml(root, intake_file))
    intake = said_by_id(intake_file, questions.raw("intake"), english.intake, _question)
    daily = said_by_id(intake_file, questions.raw("daily_check"), english.daily_check, _question)
    questions.done()
    return Screening(said, rules, intake, daily)


def _labelled(record: Record, english: Fields) -> Fields:
    return {**english, "label": record.text("label")}


def _asked(record: Record, english: Fields) -> Fields:
    return {**english, "ask": record.text("ask")}


def _told(record: Record, english: Fields) -> Fields:
    return {**english, "text": record.text("text")}


def _question(record: Record, english: Fields) -> Fields:
    said = {**english, "text": record.text("text")}
    if isinstance(english["options"], tuple):
        options = record.record("options")
        said["answers"] = {option: options.text(option) for option in english["options"]}
        options.done()
    if "follow_up" in english:
        follow_up = record.record("follow_up")
        said["follow_up"] = {**english["follow_up"], "text": follow_up.text("text")}
        follow_up.done()
    return said
