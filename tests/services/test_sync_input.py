"""Whatever bytes arrive: a verdict for each item, or one clear 4xx. Never a 500, on either engine."""

from __future__ import annotations

import gzip
import io
from typing import Any

import orjson
import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from pith.domain.sync import MAX_BYTES, MAX_ITEMS, QUARANTINE_BYTES
from pith.services.transaction import AnySession, read
from pith.store.sync import Quarantined
from tests import logs
from tests.cast import Cast
from tests.services.sync_world import PUSH, parked, push, send, stored

MARK = '"@@"'
# The same bytes in every process that collects these tests.
_PACKED = gzip.compress(b"{}", mtime=0)
NUL, LONE = "\\u0000", "\\ud800"


def body_with(value: str, kind: str = "note", field: str = "text") -> tuple[dict[str, Any], bytes]:
    """An envelope with a good log and one in which `field` is this piece of JSON text."""
    good, odd = logs.make("note"), logs.make(kind, **{field: "@@"})
    return good, orjson.dumps(logs.batch(odd, good)).replace(MARK.encode(), value.encode())


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (f'"{NUL}"', "bad_text"),
        (f'"{LONE}"', "bad_text"),
        ("NaN", "not_a_number"),
        ("-Infinity", "not_a_number"),
        ("1e400", "not_a_number"),
        ("123456789012345678901234567890", "wrong_type"),
        ("[" * 300 + "]" * 300, "bad_text"),
        ("{}", "wrong_type"),
        ("null", "null"),
        ('""', "out_of_range"),
        ('"' + "x" * 4001 + '"', "too_long"),
    ],
)
def test_case_39_an_odd_value_is_refused_by_itself_and_the_good_log_beside_it_is_stored(
    cast: Cast, session: AnySession, value: str, code: str
) -> None:
    good, body = body_with(value)
    answer = send(cast.client, body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    odd, fine = answer.get_json()["results"]
    assert (odd["status"], odd["code"]) == ("rejected", code)
    assert fine == {"id": good["id"], "status": "stored"}
    assert stored(session, cast.client).keys() == {good["id"]}
    assert [(status, why) for _, status, why in parked(session, cast.client)] == [("rejected", code)]


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("intake", "answer", f'["{NUL}"]'),
        ("intake", "answer", '{"' + NUL + '": 1}'),
        ("check", "answers", '{"a": "' + NUL + '"}'),
        ("measure", "values", "[]"),
        ("setting", "value", "[" * 9 + "]" * 9),
        ("setting", "value", "[" + "1," * 500 + "1]"),
        ("setting", "name", f'"{NUL}"'),
        ("read", "ref", '"' + "9" * 51 + '"'),
        ("hurt", "program_version", "99999999999"),
        ("hurt", "second", "1e308"),
        ("body", "marks", '[{"region": "neck_back", "side": "middle", "strength": 11}]'),
        ("consent", "version", "2147483648"),
        ("note", "local_date", '"2026-02-30"'),
        ("note", "recorded_at", '"2026-03-02T06:30:00"'),
        ("note", "recorded_at", '"2026-13-02T06:30:00Z"'),
        ("note", "tz", '"Europe/Ber\\nlin"'),
        ("void", "voids", '"0193A000-0000-7000-8000-000000000001"'),
    ],
)
def test_case_39_every_kind_refuses_what_does_not_fit_and_names_the_field(
    cast: Cast, kind: str, field: str, value: str
) -> None:
    _, body = body_with(value, kind, field)
    answer = send(cast.client, body)
    assert answer.status_code == 200, answer.get_data(as_text=True)
    odd = answer.get_json()["results"][0]
    assert odd["status"] == "rejected" and odd["field"].split(".")[0] == field


@pytest.mark.parametrize("item", [None, 5, "text", [], {}, {"id": 5}, {"id": "x"}, {"id": "\x00" * 99}])
def test_case_39_an_item_that_is_no_log_is_refused_by_itself(cast: Cast, session: AnySession, item: Any) -> None:
    good = logs.make("note")
    odd, fine = send(cast.client, logs.batch(item, good)).get_json()["results"]
    assert odd["status"] == "rejected" and odd["code"] in ("wrong_type", "missing", "invalid_id")
    assert fine["status"] == "stored"
    assert len(parked(session, cast.client)) == 1


def test_case_39_odd_names_of_fields_are_refused_and_can_be_told(cast: Cast, session: AnySession) -> None:
    for name in ("\x00", "x" * 5000, "ünknown", "a.b"):
        (result,) = send(cast.client, logs.batch({**logs.make("note"), name: 1})).get_json()["results"]
        assert (result["status"], result["code"]) == ("rejected", "unknown_field")
    lone = orjson.dumps(logs.batch({**logs.make("note"), "@@": 1})).replace(b"@@", LONE.encode())
    (result,) = send(cast.client, lone).get_json()["results"]
    assert result["status"] == "rejected"
    assert len(parked(session, cast.client)) == 5


def test_case_39_a_key_that_stands_twice_counts_once(cast: Cast, session: AnySession) -> None:
    log = logs.make("note", text="@@")
    body = orjson.dumps(logs.batch(log)).replace(b'"text":"@@"', b'"text":"first","text":"second"')
    assert send(cast.client, body).get_json()["results"] == [{"id": log["id"], "status": "stored"}]
    (seen,) = cast.client.http.get(PUSH).get_json()["logs"]
    assert seen["text"] == "second"


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"logs": [' + b"[" * 50_000, _PACKED, b"<html>", b"\x00"],
)
def test_case_39_what_is_no_json_is_400(cast: Cast, body: bytes) -> None:
    answer = send(cast.client, body)
    assert answer.status_code == 400
    assert answer.get_json()["code"] == "unreadable"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"surprise": 1}, "surprise"),
        ({"schema": 0}, "schema"),
        ({"schema": True}, "schema"),
        ({"device_id": "phone"}, "device_id"),
        ({"batch_id": ""}, "batch_id"),
        ({"device_time": "yesterday"}, "device_time"),
        ({"device_time": None}, "device_time"),
        ({"logs": {}}, "logs"),
        ({"logs": None}, "logs"),
    ],
)
def test_the_frame_of_a_batch_is_strict_and_names_the_field(
    cast: Cast, session: AnySession, change: dict[str, Any], field: str
) -> None:
    answer = send(cast.client, logs.batch(logs.make("note"), **change) | change)
    assert answer.status_code == 422
    assert list(answer.get_json()["fields"]) == [field]
    assert stored(session, cast.client) == {}


@pytest.mark.parametrize("body", [b"[]", b"5", b"null", b'"x"', b"NaN"])
def test_a_frame_that_is_no_object_is_422(cast: Cast, body: bytes) -> None:
    assert send(cast.client, body).status_code == 422


def test_an_empty_batch_is_read_and_answered(cast: Cast) -> None:
    assert push(cast.client) == []


def too_large(answer: TestResponse) -> bool:
    told = answer.get_json()
    return answer.status_code == 413 and (told["code"], told["max_bytes"]) == ("too_large", MAX_BYTES)


def test_case_31_more_than_a_batch_may_hold_is_413_so_that_the_phone_halves_it(cast: Cast, session: AnySession) -> None:
    told = [logs.make("reaction") for _ in range(MAX_ITEMS + 1)]
    assert too_large(send(cast.client, logs.batch(*told)))
    assert stored(session, cast.client) == {}
    assert push(cast.client, *told[:MAX_ITEMS]) == ["stored"] * MAX_ITEMS


@pytest.mark.parametrize("size", [MAX_BYTES + 1, 600_000, 1_100_000])
def test_bodies_beyond_the_limit_are_413(cast: Cast, size: int) -> None:
    assert too_large(send(cast.client, b" " * size))


def test_a_body_of_unsaid_length_beyond_the_limit_is_413(cast: Cast) -> None:
    answer = cast.client.http.post(
        PUSH,
        input_stream=io.BytesIO(b" " * 1_100_000),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
        environ_overrides={"wsgi.input_terminated": True},
    )
    assert too_large(answer)


def test_a_refused_item_is_kept_up_to_64_kb(cast: Cast, session: AnySession) -> None:
    assert push(cast.client, {**logs.make("note"), "text": "x" * 100_000}) == ["rejected"]
    session.rollback()
    with read(session):
        (raw,) = session.scalars(select(Quarantined.raw))
    assert len(raw) == QUARANTINE_BYTES + 12 + 16  # with nonce and tag


def test_only_json_is_taken(cast: Cast) -> None:
    answer = cast.client.http.post(PUSH, data=orjson.dumps(logs.batch()), content_type="text/plain")
    assert answer.status_code == 415
