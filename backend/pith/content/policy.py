"""From flags, rules and questions to the policy that verdicts stand on; what could not work as a rule is refused.

What is checked here goes beyond single references: a rule that no technique can meet, a limit that is none, a place
that is no region, dates that two files tell differently, a flag that nothing raises or reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pith.content.reading import ROOT, Record, by_id, read_yaml
from pith.content.screening import Screening, read_match
from pith.content.vocabulary import Vocabulary
from pith.domain.body_map import SIDES_OF
from pith.domain.catalogue import LEVELS, Level, Technique
from pith.domain.screening.policy import (
    Asked,
    FlagKind,
    Match,
    Policy,
    Question,
    RaiseIf,
    Rule,
    Tags,
    Timeline,
    holds,
    tags_of,
)

FILE = "screening.yaml"
LEAST = ("hard_gte", "level_gte")
# A limit outside these would be no limit, or no practice (domain.md 2.6: a ceiling of 5 is everybody's; 3.1: 90 s).
BOUNDS = {"max_level": (1, 2), "max_hold_s": (8, 90), "discomfort_ceiling": (1, 4), "tools_max_hard": (1, 2)}
BOOL = ("yes", "no", "not sure")
PLACED = ("same", "same_or_adjacent", "same_limb")
REASONS = ("exclude", "caution", "unknown_flag")

Fields = Mapping[str, Any]


def load_policy(
    root: Path, screening: Screening, words: Vocabulary, techniques: Mapping[str, Technique], version: str
) -> Policy:
    """Reads screening.yaml and joins it to the rest. Raises ContentError for the first fault."""
    flags = screening.flags
    placed = {id_: fields["scope"] == "site" for id_, fields in flags.flags.items()}
    file = Record(FILE, ROOT, read_yaml(root, FILE))
    timelines = by_id(FILE, file.raw("timelines"), lambda row: _timeline(row, placed))
    statics = by_id(FILE, file.raw("statics"), lambda row: _static(row, placed, words, techniques))
    for words_of_their_own in ("reasons", "answers", "emergency"):
        file.raw(words_of_their_own)
    file.done()
    by_flag = _by_flag(timelines)
    _check_places(words)
    levels = _every_level(techniques.values())
    rules = tuple(_rule(fields, placed, levels) for fields in screening.rules.values())
    _check_day_rules(screening, by_flag)
    asked = {**screening.intake, **screening.daily_check}
    _check_conditions(asked)
    lists = {"red_flags.*": (*flags.red_flags, "none"), "tools.*": tuple(words.tools)}
    questions = {id_: _question(fields, timelines, by_flag, placed, lists) for id_, fields in asked.items()}
    _check_every_flag_is_used(screening, rules, questions.values())
    return Policy(
        flags={id_: statics.get(id_, FlagKind(id_, placed[id_])) for id_ in flags.flags},
        red_flags=frozenset(flags.red_flags),
        rules=rules,
        timelines=by_flag,
        questions=questions,
        intake=tuple(_asked(fields, questions[id_]) for id_, fields in screening.intake.items()),
        reask={id_: fields["reask"] for id_, fields in screening.daily_check.items() if "reask" in fields},
        body=words.body,
        version=version,
    )


def load_reasons(root: Path, file: str) -> dict[str, str]:
    """The words of what is no rule, by code. Raises ContentError when one is missing or left over."""
    record = Record(file, ROOT, read_yaml(root, file))
    said = by_id(file, record.raw("reasons"), lambda row: row.text("text"))
    for code in said:
        record.known("reasons", [code], REASONS, "code")
    for code in REASONS:
        record.known("reasons", [code], said, "text")
    return said


def _timeline(record: Record, placed: Mapping[str, bool]) -> Timeline:
    inner = record.record("phases")
    inner.known("", inner.names(), placed, "flag")
    phases = tuple((name, inner.whole(name, 0, 365)) for name in inner.names())
    days = [first for _, first in phases]
    if not days or days[0] != 0 or sorted(set(days)) != days:
        raise record.error("phases", "do not begin at day 0 and go on from there")
    ends = record.whole("ends", 1, 365) if record.has("ends") else None
    by_itself = record.has("by_itself") and record.raw("by_itself") is True
    if ends is not None and ends <= days[-1]:
        raise record.error("ends", f"{ends} is not after the last phase")
    if by_itself and (ends is None or len(phases) > 1):
        raise record.error("by_itself", "needs one phase and an end")
    return Timeline(record.text("id"), phases, ends, by_itself)


def _by_flag(timelines: Mapping[str, Timeline]) -> dict[str, Timeline]:
    found: dict[str, Timeline] = {}
    for timeline in timelines.values():
        for flag, _ in timeline.phases:
            if flag in found:
                raise Record(FILE, timeline.id, {}).error(f"phases.{flag}", f"stands in {found[flag].id} as well")
            found[flag] = timeline
    return found


def _static(
    record: Record, placed: Mapping[str, bool], words: Vocabulary, techniques: Mapping[str, Technique]
) -> FlagKind:
    flag = record.choice("id", placed, "flag")
    site = record.choice("site", PLACED, "kind of site") if record.has("site") else "same"
    if record.has("site") and not placed[flag]:
        raise record.error("site", "is told for a flag that has no place")
    where: list[Match] = []
    for at, row in enumerate(record.raw("exclude_where") if record.has("exclude_where") else ()):
        match = _match(read_match(Record(FILE, flag, row, f"exclude_where.{at}"), words, techniques))
        if not _meets_one(match, _every_level(one for one in techniques.values() if flag in one.exclude)):
            raise record.error(f"exclude_where.{at}", "matches no technique that excludes this flag")
        where.append(match)
    return FlagKind(flag, placed[flag], site, tuple(where))


def _check_places(words: Vocabulary) -> None:
    """What the body map offers is what sites may be."""
    record = Record("adjacency.yaml", ROOT, {})
    for place in words.body.site_only:
        record.known(f"site_only.{place}", [place], SIDES_OF, "place of the body map")
    for place in SIDES_OF:
        if place not in words.regions and place not in words.body.site_only:
            raise record.error("site_only", f"lacks {place!r}, which the body map offers")


def _rule(fields: Fields, placed: Mapping[str, bool], levels: Iterable[tuple[Level, Tags]]) -> Rule:
    record = Record("rules.yaml", fields["id"], {})
    kinds = {placed.get(flag, False) for flag in fields["when"]}
    if len(kinds) > 1:
        raise record.error("when", "joins flags with a place and flags without one")
    if ("site" in fields["match"]) != kinds.pop():
        raise record.error("match.site", "belongs to every rule of flags that have a place, and to no other")
    for name, value in fields.get("adapt", {}).items():
        low, high = BOUNDS.get(name, (1, 1))
        if not low <= value <= high:
            raise record.error(f"adapt.{name}", f"{value} is not from {low} to {high}")
    if fields["do"] not in ("override", "adapt") and ("needs" in fields or "adapt" in fields):
        raise record.error("do", f"{fields['do']!r} takes neither needs nor adapt")
    if fields["do"] != "override" and "needs" in fields:
        raise record.error("needs", "belongs to an override")
    match = _match(fields["match"])
    if not _meets_one(match, levels):
        raise record.error("match", "never matches: no technique at any level is like this")
    site = fields["match"].get("site", "anywhere")
    return Rule(fields["id"], fields["when"], site, match, fields["do"], fields.get("needs"), fields.get("adapt", {}))


def _match(fields: Fields) -> Match:
    least = {name.removesuffix("_gte"): fields[name] for name in LEAST if name in fields}
    lists = {name: frozenset(ids) for name, ids in fields.items() if name not in (*LEAST, "site", "all")}
    return Match(lists, least)


def _every_level(techniques: Iterable[Technique]) -> list[tuple[Level, Tags]]:
    return [
        (technique.at(number), tags_of(technique, technique.at(number), frozenset(technique.regions)))
        for technique in techniques
        for number in LEVELS
    ]


def _meets_one(match: Match, levels: Iterable[tuple[Level, Tags]]) -> bool:
    return any(holds(match, level, tags) for level, tags in levels)


def _check_day_rules(screening: Screening, timelines: Mapping[str, Timeline]) -> None:
    """A rule until the next day needs a flag that is over by then."""
    for fields in screening.rules.values():
        for flag in fields["when"] if "until" in fields else ():
            if flag not in timelines or timelines[flag].ends != 1:
                raise Record("rules.yaml", fields["id"], {}).error("until", f"{flag} does not end after one day")


def _check_conditions(asked: Mapping[str, Fields]) -> None:
    """What is asked only after, or again because of, an answer names a question and an answer of it."""
    for id_, fields in asked.items():
        record = Record("intake.yaml", id_, {})
        for question, answers in fields.get("show_if", {}).items():
            record.known("show_if", [question], asked, "question")
            record.known(f"show_if.{question}", answers, asked[question]["options"] or (), "answer")
        record.known("reask", fields.get("reask", {}), fields["options"] or (), "answer")


def _question(
    fields: Fields,
    timelines: Mapping[str, Timeline],
    by_flag: Mapping[str, Timeline],
    placed: Mapping[str, bool],
    lists: Mapping[str, tuple[str, ...]],
) -> Question:
    record = Record("intake.yaml", fields["id"], {})
    raises = tuple(_raises(record, fields, timelines))
    for flag in {flag for one in raises for flag in one.flags}:
        if placed.get(flag) and "body_map" not in fields["type"] and "sites_from" not in _all_fields(fields):
            raise record.error("type", f"asks for no place, which {flag} needs")
        timeline = by_flag.get(flag)
        if timeline is not None and not timeline.by_itself and "date" not in fields["type"]:
            raise record.error("type", f"asks for no date, which {flag} needs")
    for flag, days in fields.get("days", {}).items():
        if flag not in by_flag or by_flag[flag].ends != days:
            raise record.error(f"days.{flag}", f"{days} is not what {FILE} says")
    asks = frozenset(fields["type"].split(" + "))
    follow_up = BOOL if str(_follow_up(fields).get("type")).startswith("bool") else ()
    return Question(fields["id"], raises, asks, _words(fields, asks, lists), follow_up)


def _words(fields: Fields, asks: frozenset[str], lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What may be answered in a word: the options; without any, yes, no and not sure."""
    options = fields["options"]
    if options is None:
        return () if asks.isdisjoint({"bool", "body_map"}) else BOOL
    return tuple(lists[options]) if isinstance(options, str) else tuple(options)


def _follow_up(fields: Fields) -> Fields:
    found: Fields = fields.get("follow_up", {})
    return found


def _asked(fields: Fields, question: Question) -> Asked:
    """What can raise a flag has to be answered, unless its file says that it is optional."""
    shown = {other: frozenset(answers) for other, answers in fields.get("show_if", {}).items()}
    return Asked(question.id, bool(question.raises) and "optional" not in fields, shown)


def _raises(record: Record, fields: Fields, timelines: Mapping[str, Timeline]) -> Iterator[RaiseIf]:
    follow_up = _follow_up(fields)
    for answers, kind in ((fields["raises"], fields["type"]), (follow_up.get("raises", {}), follow_up.get("type"))):
        for answer, flags in answers.items():
            yield RaiseIf("chosen", answer, flags)
            if answer == "yes" and str(kind).startswith("bool"):
                yield RaiseIf("chosen", "not sure", flags)
    for one in fields.get("raises_if", ()):
        flags = one.get("flags", ())
        if "phase_of" in one:
            if one["phase_of"] not in timelines:
                raise record.error("raises_if", f"{one['phase_of']!r} is not a known timeline")
            flags = tuple(flag for flag, _ in timelines[one["phase_of"]].phases)
        kind = next(name for name in ("below", "any", "ticked", "phase_of") if name in one)
        yield RaiseIf(kind, one[kind] if kind == "below" else "", flags, "unless" in one)


def _all_fields(fields: Fields) -> set[str]:
    return {*fields, *_follow_up(fields)}


def _check_every_flag_is_used(screening: Screening, rules: Iterable[Rule], questions: Iterable[Question]) -> None:
    ruled = {flag for rule in rules for flag in rule.when}
    asked = {flag for question in questions for one in question.raises for flag in one.flags}
    for flag in screening.flags.flags:
        record = Record("flags.yaml", flag, {})
        if flag not in ruled:
            raise record.error("id", "has no rule in rules.yaml")
        if flag not in asked:
            raise record.error("id", "is raised by no answer in intake.yaml")
