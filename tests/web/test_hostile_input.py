"""Whatever arrives at a door that writes: a clear 4xx naming the field, nothing changed, the next guest served.

The table beside has one good request for every route that takes a body; each test breaks it in one way.
"""

from __future__ import annotations

import copy
import gzip
import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from tests.web.fuzz_world import World, batch, note
from tests.web.good_requests import GOOD, LOG, WITHOUT_BODY

DOORS = pytest.mark.parametrize(("who", "method", "path"), list(GOOD), ids=[f"{m} {p}" for _, m, p in GOOD])

NOT_JSON = {
    "nothing": b"",
    "half a body": b'{"name": "A',
    "no JSON": b"name=Ada",
    "not UTF-8": b'{"name": "\xff\xfe"}',
    "a byte-order mark": b'\xef\xbb\xbf{"name": "Ada"}',
    "ten thousand arrays deep": b"[" * 10_000 + b"]" * 10_000,
    "ten thousand objects deep": b'{"name":' * 10_000 + b"1" + b"}" * 10_000,
    "a list": b"[]",
    "a word": b'"name"',
    "a number": b"7",
    "null": b"null",
    "NaN alone": b"NaN",
}
ODD_VALUES = {
    "NaN": b"NaN",
    "infinity": b"-Infinity",
    "a number beyond all bounds": b"1e400",
    "a number of 400 digits": b"9" * 400,
    "NUL": b'"a\\u0000b"',
    "a lone surrogate": b'"a\\ud800b"',
    "a list of itself": b"[[[]]]",
    "an object": b'{"a": {"b": 1}}',
    "yes": b"true",
    "a long text": b'"' + b"a" * 200_000 + b'"',
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, migrated_sqlite: Path) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("hostile"), migrated_sqlite)
    yield world
    world.close()


@pytest.fixture
def world(made: World) -> World:
    made.reset()
    return made


def test_every_route_that_writes_stands_in_the_table(world: World) -> None:
    writing = {
        (method, rule.rule)
        for rule in world.app.url_map.iter_rules()
        for method in (rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"}
    }
    listed = {(method, path.replace("{", "<").replace("}", ">")) for _, method, path in GOOD}
    assert writing == listed | WITHOUT_BODY


@DOORS
def test_the_good_request_is_good(world: World, who: str, method: str, path: str) -> None:
    body, status = good(world, who, method, path)
    answer = world.send(who, method, path, body)
    assert answer.status_code == status, answer.text


@DOORS
@pytest.mark.parametrize("raw", NOT_JSON.values(), ids=NOT_JSON.keys())
def test_what_is_no_object_is_refused(world: World, who: str, method: str, path: str, raw: bytes) -> None:
    answer = world.send(who, method, path, data=raw, content_type="application/json")
    assert answer.status_code in (400, 413, 422), answer.text
    assert answer.get_json()["code"] and answer.get_json()["message"]
    still_served(world, who, method, path)


@DOORS
@pytest.mark.parametrize("value", ODD_VALUES.values(), ids=ODD_VALUES.keys())
def test_an_odd_value_is_refused_by_its_field(world: World, who: str, method: str, path: str, value: bytes) -> None:
    body, _ = good(world, who, method, path)
    for field in fields_of(body):
        raw = with_value(body, field, value)
        answer = world.send(who, method, path, data=raw, content_type="application/json")
        assert answer.status_code < 500, (field, answer.text)
        if answer.status_code == 422:
            named = answer.get_json()["fields"]
            assert any(name == field or name.startswith(f"{field}.") for name in named), (field, named)
        world.reset()
    still_served(world, who, method, path)


@DOORS
def test_a_field_of_another_type_is_named(world: World, who: str, method: str, path: str) -> None:
    body, _ = good(world, who, method, path)
    for field, value in body.items():
        raw = with_value(body, field, b'{"x": 1}' if not isinstance(value, dict) else b'"x"')
        answer = world.send(who, method, path, data=raw, content_type="application/json")
        assert answer.status_code == 422, (field, answer.text)
        assert any(name.split(".")[0] == field for name in answer.get_json()["fields"]), answer.text
        world.reset()


@DOORS
def test_an_unknown_field_is_refused_by_name(world: World, who: str, method: str, path: str) -> None:
    body, _ = good(world, who, method, path)
    answer = world.send(who, method, path, {**body, "shoe_size": 39})
    assert answer.status_code == 422, answer.text
    assert "shoe_size" in answer.get_json()["fields"]
    still_served(world, who, method, path)


@DOORS
def test_a_body_that_is_far_too_large_is_refused_before_it_is_read(
    world: World, who: str, method: str, path: str
) -> None:
    body, _ = good(world, who, method, path)
    # A whole client may come in by import, so that door is wider; all others are closed to a megabyte.
    size = 40_000_000 if path.endswith("/import") else 1_000_000
    raw = json.dumps({**body, "shoe_size": "x" * size}).encode()
    answer = world.send(who, method, path, data=raw, content_type="application/json")
    assert answer.status_code == 413, answer.text
    assert answer.get_json()["code"] == "too_large"
    still_served(world, who, method, path)


@DOORS
def test_a_body_in_pieces_without_end_is_bounded_too(world: World, who: str, method: str, path: str) -> None:
    answer = world.send(
        who, method, path,
        input_stream=BytesIO(b'{"name": "' + b"x" * 1_000_000),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )  # fmt: skip
    assert 400 <= answer.status_code < 500, answer.text
    still_served(world, who, method, path)


@DOORS
def test_a_body_in_pieces_is_read_like_any_other(world: World, who: str, method: str, path: str) -> None:
    body, status = good(world, who, method, path)
    answer = world.send(
        who, method, path,
        input_stream=BytesIO(json.dumps(body).encode()),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )  # fmt: skip
    assert answer.status_code == status, answer.text


@DOORS
def test_a_packed_body_is_refused_and_never_misread(world: World, who: str, method: str, path: str) -> None:
    body, _ = good(world, who, method, path)
    raw = gzip.compress(json.dumps(body).encode())
    for encoding in ("gzip", "br", "deflate"):
        answer = world.send(
            who, method, path, data=raw, content_type="application/json", headers={"Content-Encoding": encoding}
        )
        assert answer.status_code in (400, 415), (encoding, answer.text)
    still_served(world, who, method, path)


@DOORS
def test_a_doubled_key_does_no_harm(world: World, who: str, method: str, path: str) -> None:
    body, _ = good(world, who, method, path)
    text = json.dumps(body)
    first = next(iter(body))
    raw = b'{"%s": null, %s' % (first.encode(), text[1:].encode())
    answer = world.send(who, method, path, data=raw, content_type="application/json")
    assert answer.status_code < 500, answer.text


@DOORS
def test_a_form_is_no_json(world: World, who: str, method: str, path: str) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        answer = world.send(who, method, path, data=b'{"name": "Ada"}', content_type=kind)
        assert answer.status_code == 415, (kind, answer.text)


@pytest.mark.parametrize("value", ODD_VALUES.values(), ids=ODD_VALUES.keys())
def test_an_odd_log_blocks_no_other(world: World, value: bytes) -> None:
    body = batch(note("00000000-0000-7000-8000-00000000a003"), note(LOG))
    raw = with_value(body, "logs.0.text", value)
    answer = world.send("client", "POST", "/api/v1/sync/logs", data=raw, content_type="application/json")
    assert answer.status_code == 200, answer.text
    odd, fine = answer.get_json()["results"]
    assert (fine["id"], fine["status"]) == (LOG, "stored")
    assert (odd["status"], odd["field"]) == ("rejected", "text")


def good(world: World, who: str, method: str, path: str) -> tuple[dict[str, Any], int]:
    """The table's request with this world's own token and export put in."""
    body, status = GOOD[who, method, path]
    body = copy.deepcopy(body)
    for name in {"token", "version", "id", "covered_by"} & body.keys():
        body[name] = body[name].format(**world.ids)
    if body.get("export") == "{export}":
        body["export"] = world.send("therapist", "GET", "/api/v1/clients/{client_id}/export").get_json()
    return body, status


def still_served(world: World, who: str, method: str, path: str) -> None:
    """A good request right after the bad one is answered as ever."""
    body, status = good(world, who, method, path)
    answer = world.send(who, method, path, body)
    assert answer.status_code == status, answer.text


def fields_of(body: dict[str, Any]) -> list[str]:
    """Dotted names of everything that is no object or list."""
    found = []
    for name, value in body.items():
        if name == "export":
            continue  # a document of its own; the tests of keeping break it
        if isinstance(value, dict):
            found += [f"{name}.{inner}" for inner in fields_of(value)]
        elif not isinstance(value, list):
            found.append(name)
    return found


def with_value(body: dict[str, Any], field: str, value: bytes) -> bytes:
    """The body's JSON with raw bytes, which need not be JSON, in place of one field."""
    mark = "0put-it-here0"
    changed = copy.deepcopy(body)
    *way, last = field.split(".")
    inner: Any = changed
    for step in way:
        inner = inner[int(step)] if step.isdigit() else inner[step]
    inner[last] = mark
    return json.dumps(changed).encode().replace(f'"{mark}"'.encode(), value)
