"""The policy and what rules read of the techniques, as the phone's copy of them.

Written by `make rules` into frontend/src/domain/screening/policy.gen.json; a test holds it to the YAML.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from typing import Any

import orjson

from pith.content.loader import Content, load_content
from pith.domain.catalogue import Technique
from pith.domain.screening.policy import Asked, FlagKind, Match, Question, Rule, Threshold, Timeline


def written(content: Content) -> str:
    """One record a line: a small change stays small in a diff."""
    policy = content.policy
    parts: dict[str, Any] = {
        "flags": {id_: _flag(kind) for id_, kind in policy.flags.items()},
        "red_flags": list(content.screening.flags.red_flags),
        "rules": [_rule(rule) for rule in policy.rules],
        "timelines": {flag: _timeline(timeline) for flag, timeline in policy.timelines.items()},
        "questions": {id_: _question(question) for id_, question in policy.questions.items()},
        "intake": [_asked(asked) for asked in policy.intake],
        "reask": policy.reask,
        "body": {name: getattr(policy.body, name) for name in ("adjacent", "limbs", "limbs_lymphoedema", "site_only")},
        "numbers": policy.numbers,
        "thresholds": {id_: _threshold(one) for id_, one in policy.thresholds.items()},
        "techniques": {id_: screened(one) for id_, one in content.catalogue.techniques.items()},
    }
    return lines(parts)


def lines(parts: Mapping[str, Any]) -> str:
    """JSON with one record of each part a line."""
    return "{\n" + ",\n".join(f'"{name}": {_lines(part)}' for name, part in parts.items()) + "\n}\n"


def _lines(part: Mapping[str, Any] | list[Any]) -> str:
    if isinstance(part, list):
        return "[\n" + ",\n".join(_text(one) for one in part) + "\n]"
    return "{\n" + ",\n".join(f"{_text(id_)}: {_text(one)}" for id_, one in part.items()) + "\n}"


def _text(part: Any) -> str:
    return orjson.dumps(part).decode()


def _match(match: Match) -> dict[str, Any]:
    return {"lists": _lists(match.lists.items()), "least": match.least}


def _lists(lists: Iterable[tuple[str, Iterable[str]]]) -> dict[str, list[str]]:
    return {name: sorted(ids) for name, ids in lists}


def _flag(kind: FlagKind) -> dict[str, Any]:
    return {
        "placed": kind.placed,
        "site": kind.site,
        "exclude_where": [_match(match) for match in kind.exclude_where],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "when": rule.when,
        "site": rule.site,
        **_match(rule.match),
        "do": rule.do,
        "needs": rule.needs,
        "limits": rule.limits,
    }


def _timeline(timeline: Timeline) -> dict[str, Any]:
    return {"phases": timeline.phases, "ends": timeline.ends, "by_itself": timeline.by_itself}


def _question(question: Question) -> list[dict[str, Any]]:
    return [
        {"kind": one.kind, "value": one.value, "flags": one.flags, "unless_agreed": one.unless_agreed}
        for one in question.raises
    ]


def _asked(asked: Asked) -> dict[str, Any]:
    return {"id": asked.id, "safety": asked.safety, "show_if": _lists(asked.show_if.items())}


def _threshold(threshold: Threshold) -> dict[str, Any]:
    """What a phone needs to apply a number that it is told; what it is called is the desk's."""
    at = [{"kind": one.kind, "id": one.id, "name": one.name} for one in threshold.at]
    return {"at": at, "low": threshold.low, "high": threshold.high}


def screened(technique: Technique) -> dict[str, Any]:
    """What rules read of a technique."""
    names = ("load", "style", "hard", "tools", "props", "pos", "near")
    return {
        "id": technique.id,
        "regions": technique.regions,
        "exclude": technique.exclude,
        "caution": technique.caution,
        "levels": [{name: getattr(level, name) for name in names} for level in technique.levels],
    }


if __name__ == "__main__":
    sys.stdout.write(written(load_content()))
