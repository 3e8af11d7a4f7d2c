"""The numbers that a practice may move: where each stands, how far it may go, and what it is called.

A threshold has no number of its own: its default is read where it points to, so that no two files can disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from pith.content.policy import BOUNDS
from pith.content.reading import ROOT, Record, by_id, read_yaml
from pith.content.translation import said_by_id
from pith.domain.accounts import LANGUAGES
from pith.domain.screening.policy import Pointer, Policy, Threshold, Timeline
from pith.domain.screening.thresholds import ENDS

FILE = "thresholds.yaml"
# What no rule holds; code asks for these by name.
NUMBERS = ("pain_gate", "pause_days", "reask_days", "override_days")
LONGEST = 365


@dataclass(frozen=True)
class ThresholdWords:
    """How a threshold is called, in what it is counted, and where its number comes from."""

    label: str
    unit: str
    why: str


def load_thresholds(root: Path, policy: Policy) -> tuple[Policy, dict[str, Mapping[str, ThresholdWords]]]:
    """The policy with its thresholds, and their words by language. Raises ContentError for the first fault."""
    file = Record(FILE, ROOT, read_yaml(root, FILE))
    numbers = _numbers(file.record("numbers"))
    policy = replace(policy, numbers=numbers)
    rows = file.raw("thresholds")
    thresholds = by_id(FILE, rows, lambda row: _threshold(row, policy))
    english = by_id(FILE, rows, _only_words)
    file.done()
    _check_each_place_once(thresholds.values())
    _check_order(policy, thresholds)
    spoken: dict[str, Mapping[str, ThresholdWords]] = {LANGUAGES[0]: english}
    for language in LANGUAGES[1:]:
        name = f"{language}/{FILE}"
        file = Record(name, ROOT, read_yaml(root, name))
        spoken[language] = said_by_id(name, file.raw("thresholds"), english, lambda row, _: _words(row))
        file.done()
    return replace(policy, thresholds=thresholds), spoken


def _numbers(record: Record) -> dict[str, int]:
    found = {name: record.whole(name, 1, LONGEST) for name in NUMBERS}
    record.done()
    return found


def _only_words(record: Record) -> ThresholdWords:
    for name in ("at", "low", "high"):
        record.raw(name)
    return _words(record)


def _words(record: Record) -> ThresholdWords:
    return ThresholdWords(record.text("label"), record.text("unit"), record.text("why"))


def _threshold(record: Record, policy: Policy) -> Threshold:
    _words(record)
    pointers, defaults = _places(record, policy)
    if len({pointer.kind == "timeline" for pointer in pointers}) > 1:
        raise record.error("at", "joins days, which are stricter when higher, with limits, which are not")
    if len(set(defaults)) > 1:
        raise record.error("at", f"points to numbers that differ: {defaults}")
    low, high = record.whole("low", 1, LONGEST), record.whole("high", 1, LONGEST)
    if low > high:
        raise record.error("low", f"{low} is over {high}, the upper bound")
    if not low <= defaults[0] <= high:
        raise record.error("low", f"the rules say {defaults[0]}, which is not from {low} to {high}")
    for pointer in pointers:
        least, most = BOUNDS[pointer.name] if pointer.kind == "rule" else (low, high)
        if low < least or high > most:
            raise record.error("low", f"a {pointer.name} is from {least} to {most}")
    stricter = "higher" if pointers[0].kind == "timeline" else "lower"
    return Threshold(record.text("id"), pointers, defaults[0], low, high, stricter)


def _places(record: Record, policy: Policy) -> tuple[tuple[Pointer, ...], list[int]]:
    """Where a threshold points to, and the numbers that stand there."""
    rows = record.raw("at")
    if not isinstance(rows, list) or not rows:
        raise record.error("at", "is not a list of places")
    found = [_place(Record(FILE, record.id, row, f"at.{at}"), policy) for at, row in enumerate(rows)]
    return tuple(pointer for pointer, _ in found), [number for _, number in found]


def _place(record: Record, policy: Policy) -> tuple[Pointer, int]:
    if record.has("number"):
        name = record.choice("number", policy.numbers, "number")
        found = Pointer("number", name), policy.numbers[name]
    elif record.has("timeline"):
        found = _day(record, policy)
    else:
        found = _limit(record, policy)
    record.done()
    return found


def _day(record: Record, policy: Policy) -> tuple[Pointer, int]:
    timelines = {timeline.id: timeline for timeline in policy.timelines.values()}
    timeline = timelines[record.choice("timeline", timelines, "timeline")]
    # The first phase begins on day 0, whoever asks.
    days = _days_of(timeline)
    name = record.choice("day", days, "later phase of it, nor ends")
    return Pointer("timeline", timeline.phases[0][0], name), days[name]


def _limit(record: Record, policy: Policy) -> tuple[Pointer, int]:
    rules = {rule.id: rule for rule in policy.rules}
    rule = rules[record.choice("rule", rules, "rule")]
    limits = {name: value for name, value in rule.limits.items() if name in BOUNDS}
    name = record.choice("limit", limits, "limit of this rule")
    return Pointer("rule", rule.id, name), limits[name]


def _days_of(timeline: Timeline) -> dict[str, int]:
    ends: dict[str, Any] = {} if timeline.ends is None else {ENDS: timeline.ends}
    return dict(timeline.phases[1:]) | ends


def _check_each_place_once(thresholds: Iterable[Threshold]) -> None:
    """Two thresholds for one number would leave it open which of them counts."""
    taken: dict[Pointer, str] = {}
    for threshold in thresholds:
        for pointer in threshold.at:
            if pointer in taken:
                raise Record(FILE, threshold.id, {}).error("at", f"is moved by {taken[pointer]} already")
            taken[pointer] = threshold.id


def _check_order(policy: Policy, thresholds: Mapping[str, Threshold]) -> None:
    """However far the days of one timeline are moved, its phases stay in order."""
    bounds = {(one.id, one.name): threshold for threshold in thresholds.values() for one in threshold.at}
    for timeline in {one.id: one for one in policy.timelines.values()}.values():
        first = timeline.phases[0][0]
        days = [(day, bounds.get((first, name))) for name, day in _days_of(timeline).items()]
        for (day, own), (later, other) in pairwise([(0, None), *days]):
            most, least = (own.high if own else day), (other.low if other else later)
            moved = own or other
            if most >= least and moved is not None:
                raise Record(FILE, moved.id, {}).error("high", f"{most} could reach the next phase at {least}")
