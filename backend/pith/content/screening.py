"""Flags, rules and questions as their files tell them, every reference checked. policy.py joins them for verdicts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pith.content.reading import ROOT, Record, by_id, read_yaml
from pith.content.vocabulary import Vocabulary
from pith.domain.catalogue import LOADS, Technique

ANY_RED_FLAG = "any_red_flag"
SEVERITIES = ("stop", "clear", "caution")
SCOPES = ("all", "site")
RED_FLAG_ACTS = ("emergency", "urgent")
VERDICTS = ("block", "override", "adapt", "warn")
NEEDS = (
    "surgeon",
    "physician",
    "physician_or_pt",
    "prenatal_experience",
    "lymphoedema_therapist",
    "therapist_reason",
    "guardian_consent",
)
SITES = ("same", "same_or_adjacent", "same_limb", "anywhere")
LIMITS = ("max_level", "max_hold_s", "discomfort_ceiling", "tools_max_hard")
SWITCHES = ("use_alternative_pos", "small_movement", "slow_lane")
# Options that stand for a whole list elsewhere.
OPTION_LISTS = ("red_flags.*", "tools.*")


@dataclass(frozen=True)
class Flags:
    flags: Mapping[str, Mapping[str, Any]]
    red_flags: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Screening:
    """Flags, rules, intake and daily-check questions by id, each record as it stands in its file. A question's
    `answers` are its options in words."""

    flags: Flags
    rules: Mapping[str, Mapping[str, Any]]
    intake: Mapping[str, Mapping[str, Any]]
    daily_check: Mapping[str, Mapping[str, Any]]


def load_flags(root: Path) -> Flags:
    """Reads flags.yaml. Raises ContentError."""
    file = Record("flags.yaml", ROOT, read_yaml(root, "flags.yaml"))
    flags = Flags(by_id("flags.yaml", file.raw("flags"), _flag), by_id("flags.yaml", file.raw("red_flags"), _red_flag))
    file.done()
    if ANY_RED_FLAG in flags.flags:
        raise file.error("flags", f"{ANY_RED_FLAG} stands for all red flags and cannot be a flag")
    return flags


def load_screening(root: Path, flags: Flags, words: Vocabulary, techniques: Mapping[str, Technique]) -> Screening:
    """Reads rules.yaml and intake.yaml. Raises ContentError."""
    rules = by_id("rules.yaml", read_yaml(root, "rules.yaml"), lambda row: _rule(row, flags, words, techniques))
    file = Record("intake.yaml", ROOT, read_yaml(root, "intake.yaml"))
    questions = {
        name: by_id("intake.yaml", file.raw(name), lambda row: _question(row, flags))
        for name in ("intake", "daily_check")
    }
    file.done()
    _check_reasked(file, questions)
    return Screening(flags, rules, questions["intake"], questions["daily_check"])


def _flag(record: Record) -> dict[str, Any]:
    return {
        "id": record.text("id"),
        "sev": record.choice("sev", SEVERITIES, "severity"),
        "scope": record.choice("scope", SCOPES, "scope"),
        "label": record.text("label"),
        "basis": record.text("basis"),
    }


def _red_flag(record: Record) -> dict[str, Any]:
    return {
        "id": record.text("id"),
        "ask": record.text("ask"),
        "act": record.choice("act", RED_FLAG_ACTS, "act"),
    }


def _one_or_more(record: Record, field: str) -> tuple[str, ...]:
    if isinstance(record.raw(field), list):
        return record.some_texts(field)
    return (record.text(field),)


def _rule(record: Record, flags: Flags, words: Vocabulary, techniques: Mapping[str, Technique]) -> dict[str, Any]:
    when = _one_or_more(record, "when")
    record.known("when", when, {*flags.flags, ANY_RED_FLAG}, "flag")
    rule: dict[str, Any] = {
        "id": record.text("id"),
        "when": when,
        "match": read_match(record.record("match"), words, techniques),
        "do": record.choice("do", VERDICTS, "verdict"),
        "text": record.text("text"),
    }
    if record.has("needs") or rule["do"] == "override":
        rule["needs"] = record.choice("needs", NEEDS, "kind of clearance")
    if record.has("adapt") or rule["do"] == "adapt":
        rule["adapt"] = _adapt(record.record("adapt"))
    if record.has("until"):
        rule["until"] = record.choice("until", ("next_day",), "end")
    return rule


def read_match(record: Record, words: Vocabulary, techniques: Mapping[str, Technique]) -> dict[str, Any]:
    """The predicates of one rule, each id in them known. Raises ContentError."""
    known: dict[str, tuple[Collection[str], str]] = {
        "load": (LOADS, "load"),
        "style": (words.styles, "style"),
        "style_not": (words.styles, "style"),
        "region": (words.regions, "region"),
        "region_not": (words.regions, "region"),
        "near": (words.near, "zone or near point"),
        "tool": (words.tools, "tool"),
        "prop": (words.props, "prop"),
        "technique": (techniques, "technique"),
        "pos_only": (words.positions, "position"),
        "pos_any": (words.positions, "position"),
    }
    found: dict[str, Any] = {
        name: record.choices(name, ids, what) for name, (ids, what) in known.items() if record.has(name)
    }
    if record.has("site"):
        found["site"] = record.choice("site", SITES, "kind of site")
    for name in ("hard_gte", "level_gte"):
        if record.has(name):
            found[name] = record.whole(name, 1, 3)
    if record.has("all"):
        found["all"] = _true(record, "all")
    record.done()
    if not found:
        raise record.error("", "matches nothing")
    return found


def _adapt(record: Record) -> dict[str, Any]:
    limits = {name: record.whole(name, 1, 180) for name in LIMITS if record.has(name)}
    switches = {name: _true(record, name) for name in SWITCHES if record.has(name)}
    record.done()
    if not limits and not switches:
        raise record.error("", "limits nothing")
    return limits | switches


def _true(record: Record, field: str) -> bool:
    if record.raw(field) is not True:
        raise record.error(field, "can only be true")
    return True


def _question(record: Record, flags: Flags) -> dict[str, Any]:
    question: dict[str, Any] = {name: record.text(name) for name in ("id", "text", "type")}
    options = _options(record)
    raises = record.record("raises")
    question |= {"options": options, "raises": {key: _raised(raises, key, flags) for key in raises.names()}}
    if isinstance(options, tuple):
        question["answers"] = _answers(record, options)
    for key in question["raises"]:
        if not isinstance(key, str):
            raise raises.error(str(key), "is not text; quote answers such as yes and no")
        if isinstance(options, tuple) and key not in options:
            raise raises.error(key, "is not one of the options")
    for name in ("note", "sites_from"):
        if record.has(name):
            question[name] = record.text(name)
    if record.has("optional"):
        question["optional"] = _true(record, "optional")
    for name in ("show_if", "reask"):
        if record.has(name):
            question[name] = _lists(record, name)
    return question | _raised_otherwise(record, flags)


def _raised_otherwise(record: Record, flags: Flags) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if record.has("raises_if"):
        found["raises_if"] = _raises_if(record, flags)
    if record.has("follow_up"):
        found["follow_up"] = _follow_up(record.record("follow_up"), flags)
    if record.has("days"):
        days = record.record("days")
        days.known("", days.names(), flags.flags, "flag")
        found["days"] = {flag: days.whole(flag, 1, 365) for flag in days.names()}
    return found


def _lists(record: Record, field: str) -> dict[str, tuple[str, ...]]:
    inner = record.record(field)
    return {key: inner.some_texts(key) for key in inner.names()}


def _raises_if(record: Record, flags: Flags) -> tuple[dict[str, Any], ...]:
    """What no single answer says, one mapping each: see the head of intake.yaml."""
    rows = record.raw("raises_if")
    if not isinstance(rows, list):
        raise record.error("raises_if", "is not a list")
    return tuple(
        _raise_if(Record(record.file, record.id, row, f"raises_if.{at}"), flags) for at, row in enumerate(rows)
    )


def _raise_if(record: Record, flags: Flags) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if record.has("below"):
        found["below"] = record.whole("below", 1, 150)
    if record.has("any"):
        found["any"] = _true(record, "any")
    if record.has("ticked"):
        found["ticked"] = record.choice("ticked", ("red_flags",), "list of options")
    if record.has("phase_of"):
        found["phase_of"] = record.text("phase_of")
    if len(found) != 1:
        raise record.error("", "needs one of below, any, ticked, phase_of")
    if "below" in found or "any" in found:
        found["flags"] = record.choices("flags", flags.flags, "flag")
    if record.has("unless"):
        found["unless"] = record.choice("unless", ("agreed",), "exception")
    record.done()
    return found


def _options(record: Record) -> tuple[str, ...] | str | None:
    if not record.has("options"):
        return None
    if isinstance(record.raw("options"), str):
        return record.choice("options", OPTION_LISTS, "list of options")
    return record.some_texts("options")


def _answers(record: Record, options: tuple[str, ...]) -> dict[str, str]:
    """Each option in words: what `answers` says of it, else as it is written."""
    said = record.record("answers") if record.has("answers") else Record(record.file, record.id, {})
    said.known("", said.names(), options, "option")
    return {option: said.text(option) if said.has(option) else option for option in options}


def _raised(record: Record, key: Any, flags: Flags) -> tuple[str, ...]:
    if record.raw(key) is None:
        return ()
    raised = _one_or_more(record, key)
    record.known(str(key), raised, {*flags.flags, ANY_RED_FLAG}, "flag")
    return raised


def _follow_up(record: Record, flags: Flags) -> dict[str, Any]:
    raises = record.record("raises")
    found = {name: record.text(name) for name in ("if", "text", "type", "sites_from")}
    record.done()
    return found | {"raises": {key: _raised(raises, key, flags) for key in raises.names()}}


def _check_reasked(file: Record, questions: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
    for question in questions["daily_check"].values():
        for key, asked in question.get("reask", {}).items():
            file.known(f"{question['id']}.reask.{key}", asked, questions["intake"], "question")
