"""The numbers of the rules that a practice may move within bounds, and the policy as it is after that.

Source: domain.md 7 ("thresholds marked [own] are careful guesses: keep them in data, versioned, editable"), 3.1. The
phone has the same; tests/contract/thresholds.json holds both to it. A stricter number never makes a verdict laxer.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pith.domain.screening.policy import Policy, Rule, Threshold, Timeline

ENDS = "ends"


def clipped(threshold: Threshold, value: int) -> int:
    """The value within the bounds: what was set before they were drawn closer counts as far as they go."""
    return max(threshold.low, min(threshold.high, value))


def with_thresholds(policy: Policy, values: Mapping[str, int]) -> Policy:
    """The policy with these numbers in place of its own; ids that it does not know change nothing."""
    moved = {id_: clipped(policy.thresholds[id_], value) for id_, value in values.items() if id_ in policy.thresholds}
    by_rule: dict[str, dict[str, int]] = {}
    by_timeline: dict[str, dict[str, int]] = {}
    numbers = dict(policy.numbers)
    for id_, value in moved.items():
        for pointer in policy.thresholds[id_].at:
            if pointer.kind == "rule":
                by_rule.setdefault(pointer.id, {})[pointer.name] = value
            elif pointer.kind == "timeline":
                by_timeline.setdefault(policy.timelines[pointer.id].id, {})[pointer.name] = value
            else:
                numbers[pointer.id] = value
    return replace(
        policy,
        rules=tuple(_limited(rule, by_rule.get(rule.id, {})) for rule in policy.rules),
        timelines={flag: _dated(one, by_timeline.get(one.id, {})) for flag, one in policy.timelines.items()},
        numbers=numbers,
    )


def _limited(rule: Rule, limits: Mapping[str, int]) -> Rule:
    return replace(rule, limits={**rule.limits, **limits})


def _dated(timeline: Timeline, days: Mapping[str, int]) -> Timeline:
    phases = tuple((flag, days.get(flag, first)) for flag, first in timeline.phases)
    return replace(timeline, phases=phases, ends=days.get(ENDS, timeline.ends))
