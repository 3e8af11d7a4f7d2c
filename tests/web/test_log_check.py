"""One truth, two ways: the compiled check says yes exactly where marshmallow does; the shared table of logs holds."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from pith.domain.sync import KINDS
from pith.web.log_check import Shape, receive
from pith.web.log_schemas import SCHEMAS
from tests import logs

TABLE = json.loads((Path(__file__).parents[1] / "contract" / "logs.json").read_text())
SHAPES = {kind: Shape(schema()) for kind, schema in SCHEMAS.items()}
ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**40), 2**40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=70),
    st.sampled_from(["left", "2026-03-02", "2026-03-02T06:30:00Z", logs.SESSION_ID, "i1", "done", "gone", "program"]),
    st.just([]),
    st.just({}),
    st.lists(st.sampled_from(["warmth", "sore"]), max_size=3),
    st.just([logs.ENTRY]),
    st.just({"start": 1, "end": 2}),
)


def places(log: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Every field of a log, and every field of its first part."""
    found: list[tuple[Any, ...]] = [(name,) for name in log]
    for name, value in log.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            found += [(name, 0, inner) for inner in value[0]]
        elif isinstance(value, dict) and name in ("about", "softening"):
            found += [(name, inner) for inner in value]
    return found


@settings(max_examples=400, suppress_health_check=list(HealthCheck), deadline=None)
@given(kind=st.sampled_from(KINDS), pick=st.integers(0, 10**6), value=ODD, drop=st.booleans(), add=st.booleans())
@example(kind="session", pick=0, value=9.0, drop=False, add=False)
def test_the_compiled_check_takes_what_marshmallow_takes_and_nothing_else(
    kind: str, pick: int, value: Any, drop: bool, add: bool
) -> None:
    log = copy.deepcopy(logs.make(kind))
    *path, last = places(log)[pick % len(places(log))]
    part: Any = log
    for step in path:
        part = part[step]
    if drop:
        part.pop(last)
    else:
        part[last] = value
    if add:
        part["more"] = 1
    errors = SHAPES[kind].schema.validate(log)
    assert SHAPES[kind].takes(log) is (errors == {}), errors


@pytest.mark.parametrize("kind", KINDS)
def test_the_example_of_every_kind_is_taken(kind: str) -> None:
    assert receive(logs.make(kind)).fault is None


@pytest.mark.parametrize("case", TABLE["valid"], ids=lambda case: str(case["name"]))
def test_the_shared_table_of_valid_logs_holds(case: dict[str, Any]) -> None:
    found = receive(case["log"])
    assert found.fault is None and found.item == case["log"]


@pytest.mark.parametrize("case", TABLE["invalid"], ids=lambda case: str(case["name"]))
def test_the_shared_table_of_invalid_logs_holds(case: dict[str, Any]) -> None:
    fault = receive(case["log"]).fault
    assert fault is not None
    assert (fault.code, fault.field) == (case["code"], case["field"])


def test_the_shared_table_has_every_kind_both_ways() -> None:
    for part in ("valid", "invalid"):
        assert {case["log"].get("kind") for case in TABLE[part]} >= set(KINDS)


def test_what_only_a_newer_app_knows_is_named_to_be_sealed() -> None:
    entry = {**logs.ENTRY, "grip": 1}
    found = receive(logs.make("session", schema=2, mood="calm", items=[entry]))
    assert (found.fault, found.extra) == (None, {"mood"})


def test_a_newer_app_may_not_send_without_measure() -> None:
    deep: Any = 1
    for _ in range(20):
        deep = [deep]
    assert receive(logs.make("note", schema=2, mood=deep)).fault is not None
    assert receive(logs.make("note", schema=2, mood=list(range(5000)))).fault is not None
    assert receive(logs.make("note", schema=2, text=5)).fault is not None


def test_the_digest_is_that_of_the_item_as_sent_in_any_order() -> None:
    log = logs.make("session")
    assert receive(log).canonical == orjson.dumps(log, option=orjson.OPT_SORT_KEYS)
    assert receive(dict(reversed(log.items()))).digest == receive(log).digest
