"""The table of questions and Python's answers: every flag, technique, level, place and boundary day, and chance."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any

import orjson

from pith.domain.catalogue import BodyMap, Technique, neighbours
from pith.domain.screening import (
    Answer,
    FlagLog,
    Raised,
    Site,
    Timeline,
    Use,
    active_flags,
    basis_of,
    fold,
    raised_by,
    safer_step,
    verdict,
)
from tests.domain.screening.random_clients import POLICY, RED_FLAGS, SITES, TECHNIQUES, TODAY, clients

CLIENTS, HISTORIES = 20_000, 2_000
Row = dict[str, Any]
LEVELS = (1, 2, 3)
SCAR_MARK = (Site("abdomen_contact_only", "middle"),)
MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)


def rows() -> Iterator[Row]:
    yield from every_flag()
    yield from every_boundary()
    yield from chance(CLIENTS)
    yield from chance_logs(HISTORIES)
    yield from every_answer()


def every_flag() -> Iterator[Row]:
    """Each flag alone on each technique at each level: without a place, touching, adjacent, elsewhere."""
    for use in _uses():
        for flag in (*POLICY.flags, *RED_FLAGS, "a_flag_of_tomorrow"):
            placed = flag in POLICY.flags and POLICY.flags[flag].placed
            for sites in _places(use.technique) if placed else ((),):
                yield _verdict(use, (Raised(flag, sites),), TODAY)


def every_boundary() -> Iterator[Row]:
    """Each dated flag on the days around each of its boundaries, unconfirmed and confirmed at each."""
    for flag, timeline in POLICY.timelines.items():
        bounds = _bounds(timeline)
        days = sorted({day + off for day in bounds for off in (-1, 0)} | {400})
        for confirmed in (None, *bounds[1:]):
            for day in days:
                for use in _uses():
                    for sites in _places(use.technique)[1:] if POLICY.flags[flag].placed else ((),):
                        since = TODAY - timedelta(days=day)
                        then = None if confirmed is None else since + timedelta(days=confirmed)
                        yield _verdict(use, (Raised(flag, sites, since, then),), TODAY)


def chance(count: int) -> Iterator[Row]:
    """Clients with many flags, and the safer step and the basis of an override for each."""
    for client in clients(count, seed=99):
        row = _verdict(client.use, client.flags, TODAY)
        yield row
        found = verdict(POLICY, client.use, client.flags, TODAY)
        basis = basis_of(found, active_flags(POLICY, client.flags, TODAY))
        step = safer_step(POLICY, client.use, client.flags, TODAY, client.owned)
        yield {"ask": "step", "given": {**row["given"], "owned": client.owned}, "out": [step, basis]}


def chance_logs(count: int) -> Iterator[Row]:
    """Histories of few flags, so that raising, lowering, lifting and confirming meet."""
    dice = Random(5)
    for _ in range(count):
        logs = [_log(dice, f"{place // 2}:{place}") for place in range(dice.randint(1, 8))]
        dice.shuffle(logs)
        out = [[one.flag, _pairs(one.sites), _text(one.since), _text(one.confirmed), one.log] for one in fold(logs)]
        yield {"ask": "fold", "given": {"logs": [_written(log) for log in logs]}, "out": out}


def every_answer() -> Iterator[Row]:
    """Each answer that raises anything, on each boundary day, agreed and not."""
    for id_, question in POLICY.questions.items():
        told = {str(one.value) for one in question.raises if one.kind == "chosen"}
        for chosen in ((), ("none",), ("no",), ("not sure",), ("rf_dvt", "rf_cord"), *((one,) for one in sorted(told))):
            for day in (None, -1, 0, 3, 7, 14, 27, 28, 41, 42, 55, 56, 83, 84, 98, 196, 400):
                for number, agreed, sites in ((None, False, ()), (17, True, SCAR_MARK), (18, False, SCAR_MARK)):
                    on = None if day is None else TODAY - timedelta(days=day)
                    answer = Answer(chosen, number, on, sites, agreed)
                    found = raised_by(POLICY, id_, answer, TODAY)
                    told_by = {"chosen": chosen, "number": number, "on": _text(on), "agreed": agreed}
                    given = {
                        "question": id_,
                        "answer": {**told_by, "sites": _pairs(sites)},
                        "today": _text(TODAY),
                    }
                    yield {
                        "ask": "answer",
                        "given": given,
                        "out": [[one.flag, _pairs(one.sites), _text(one.since)] for one in found],
                    }


def _uses() -> Iterator[Use]:
    for technique in TECHNIQUES:
        for level in LEVELS:
            yield Use(technique, level)
        if "scar_area" in technique.regions:
            yield Use(technique, 1, marks=SCAR_MARK)


def _places(technique: Technique) -> tuple[tuple[Site, ...], ...]:
    """No place, one that touches, one next to it, one elsewhere (the same where there is no such place)."""
    body: BodyMap = POLICY.body
    touching = next((region for region in technique.regions if region != "whole_body"), "whole_body")
    near = neighbours(body, touching)
    beside = min(near - set(technique.regions), default=touching)
    around = near.union(*(neighbours(body, region) for region in technique.regions))
    elsewhere = min(set(body.adjacent) - around)
    return ((), *((Site(region, "left"),) for region in (touching, beside, elsewhere)))


def _bounds(timeline: Timeline) -> list[int]:
    days = [day for _, day in timeline.phases]
    return days if timeline.ends is None else [*days, timeline.ends]


def _verdict(use: Use, flags: tuple[Raised, ...], today: date) -> Row:
    found = verdict(POLICY, use, flags, today)
    given = {
        "technique": use.technique.id,
        "level": use.level,
        "sides": sorted(use.sides),
        "marks": _pairs(use.marks),
        "flags": [[one.flag, _pairs(one.sites), _text(one.since), _text(one.confirmed)] for one in flags],
        "today": _text(today),
    }
    findings = [[one.rule, one.flag] for one in found.findings]
    return {"ask": "verdict", "given": given, "out": [found.do, findings, found.rules, found.needs, found.limits]}


def _log(dice: Random, id_: str) -> FlagLog:
    flag = dice.choice(("open_wound", "surgery_lt_1w", "rf_dvt", "any_red_flag"))
    return FlagLog(
        id_,
        MIDNIGHT + timedelta(minutes=dice.randint(0, 4)),
        dice.choice(("raise", "raise", "lower", "confirm")),
        flag,
        dice.random() < 0.8,
        tuple(dice.choices(SITES, k=dice.choice((0, 1)))),
        dice.choice((None, TODAY, TODAY - timedelta(days=9))),
        dice.choice(("", " ", "Seen in the practice", "Seen in the practice")),
        tuple(f"{one // 2}:{one}" for one in dice.choices(range(8), k=dice.randint(0, 3))),
        dice.choice(("", "q19", "q19", "q24")),
    )


def _written(log: FlagLog) -> Row:
    return {
        "id": log.id,
        "at": int(log.at.timestamp() * 1000),
        "act": log.act,
        "flag": log.flag,
        "by_therapist": log.by_therapist,
        "sites": _pairs(log.sites),
        "since": _text(log.since),
        "reason": log.reason,
        "covers": list(log.covers),
        "question": log.question,
    }


def _pairs(sites: tuple[Site, ...]) -> list[list[str]]:
    return [[site.region, site.side] for site in sites]


def _text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


if __name__ == "__main__":
    for row in rows():
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
