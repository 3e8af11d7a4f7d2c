"""The API against its own document: whatever fits it, and whatever does not, gets an answer that the document names.

`PITH_FUZZ_CASES` sets how many requests each operation gets in each direction (valid and broken).
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.openapi import document
from tests.web.fuzz_world import ORIGIN, World

CASES = int(os.environ.get("PITH_FUZZ_CASES", "60"))
CHECKS = [
    not_a_server_error,
    response_schema_conformance,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
]

JUDGES_EACH_ITEM = "/api/v1/sync/logs"  # one bad log never blocks the batch: the answer is 200 with verdicts
SLOW_TO_DRAW = "/api/v1/clients/import"  # a whole client's life is one body


def throws() -> list[Any]:
    """Every operation with fitting requests, and with broken ones where there is anything that can be broken."""
    found = []
    for path, methods in json.loads(document())["paths"].items():
        for method, operation in methods.items():
            if method == "parameters":
                continue
            parameters = operation.get("parameters", []) + methods.get("parameters", [])
            breakable = "requestBody" in operation or any(one["in"] == "query" for one in parameters)
            for mode in [GenerationMode.POSITIVE, GenerationMode.NEGATIVE][: 1 + breakable]:
                name = f"{method.upper()} {path} {'broken' if mode is GenerationMode.NEGATIVE else 'fitting'}"
                found.append(pytest.param(method.upper(), path, mode, id=name))
    return found


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[World]:
    made = World(tmp_path_factory.mktemp("fuzz"), migrated_sqlite)
    yield made
    made.close()


@pytest.fixture(scope="module")
def schema(world: World) -> Any:
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", world.app)


@pytest.mark.parametrize(("method", "path", "mode"), throws())
def test_every_answer_is_one_that_the_document_names(
    world: World, schema: Any, method: str, path: str, mode: GenerationMode
) -> None:
    operation: APIOperation[Any, Any, Any, Any] = schema[path][method]
    refuses = mode is GenerationMode.NEGATIVE and path != JUDGES_EACH_ITEM
    checks = CHECKS + ([negative_data_rejection] if refuses else [])

    @settings(
        max_examples=max(1, CASES // 8) if path == SLOW_TO_DRAW else CASES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(
        case=operation.as_strategy(generation_mode=mode),
        who=st.sampled_from(["therapist", "client", "therapist", "client", "nobody"]),
        real=st.booleans(),
    )
    def throw(case: Case, who: str, real: bool) -> None:
        world.reset()
        if real:
            # Ids of things that exist, so that more than the lookup is tried.
            case.path_parameters = {**(case.path_parameters or {}), **_known(world, case)}
        answer = case.call(headers=ORIGIN, cookies={"pith-sid": world.cookies[who]})
        case.validate_response(answer, checks=checks)

    throw()


def _known(world: World, case: Case) -> dict[str, str]:
    return {name: world.ids[name] for name in (case.path_parameters or {}) if name in world.ids}
