"""The failure cases of sync that the server owns (RELIABILITY 2), by number, on both engines.

After each: what the server holds is what the phone holds, each log once, its effects once.
"""

from __future__ import annotations

import random
import time
from datetime import timedelta
from functools import partial

import orjson
import pytest
from flask import Flask
from sqlalchemy import text

from pith.domain.sync import upgraded
from pith.services import sync as service
from pith.services.transaction import AnySession, write
from pith.web import log_check
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.sync_world import (
    assign,
    effects,
    log_ids,
    parked,
    pull,
    push,
    send,
    seqs,
    stored,
)


def test_case_01_an_answer_lost_after_the_commit_is_answered_duplicate(cast: Cast, session: AnySession) -> None:
    told = [logs.make("note"), logs.make("consent")]
    assert push(cast.client, *told) == ["stored", "stored"]
    before = effects(session, cast.client)
    assert push(cast.client, *told) == ["duplicate", "duplicate"]
    assert stored(session, cast.client).keys() == log_ids(told)
    assert effects(session, cast.client) == before


def test_case_02_a_request_cut_midway_stores_nothing_and_the_retry_does(cast: Cast, session: AnySession) -> None:
    told = [logs.make("note") for _ in range(5)]
    whole = orjson.dumps(logs.batch(*told))
    for cut in (1, len(whole) // 2, len(whole) - 1):
        assert send(cast.client, whole[:cut]).status_code == 400
    assert stored(session, cast.client) == {}
    assert push(cast.client, *told) == ["stored"] * 5


def test_case_03_after_an_answer_cut_midway_the_whole_batch_is_duplicates(cast: Cast, session: AnySession) -> None:
    told = [logs.make("reaction") for _ in range(100)]
    assert set(push(cast.client, *told)) == {"stored"}
    assert set(push(cast.client, *told)) == {"duplicate"}
    assert len(seqs(session, cast.client.actor.practice_id)) == 100


def test_case_07_reordered_split_and_regrouped_batches_end_the_same(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client)
    hurts = [logs.make("hurt") for _ in range(4)]
    consent = logs.make("consent")
    told = [*hurts, consent, logs.make("void", voids=hurts[1]["id"]), logs.make("void", voids=consent["id"])]
    expected = {("hurt", hurt["id"], "same_day", hurt is hurts[1]) for hurt in hurts}
    for turn in range(6):
        mixed = random.Random(turn).sample(told, len(told))
        size = turn + 1
        for start in range(0, len(mixed), size):
            push(cast.client, *mixed[start : start + size])
        assert stored(session, cast.client).keys() == log_ids(told)
        assert effects(session, cast.client) == expected
        with write(session):
            for table in ("log", "alert", "consent"):
                session.execute(text(f"DELETE FROM {table}"))
            session.execute(text("UPDATE client SET head_from = NULL"))


def test_case_08_one_poison_item_among_fifty_does_not_hold_up_the_rest(cast: Cast, session: AnySession) -> None:
    told = [logs.make("note") for _ in range(50)]
    told[17]["text"] = 5
    statuses = push(cast.client, *told)
    assert statuses.count("stored") == 49 and statuses[17] == "rejected"
    assert parked(session, cast.client) == [(told[17]["id"], "rejected", "wrong_type")]


def test_case_09_an_item_on_which_the_server_fails_is_to_be_retried_and_the_others_are_stored(
    cast: Cast, session: AnySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [logs.make("note") for _ in range(5)]
    real = service.log_row

    def failing(delivery: service.Delivery, received: service.Received, seq: int) -> dict[str, object]:
        if received.id == told[2]["id"]:
            raise ZeroDivisionError
        return real(delivery, received, seq)

    monkeypatch.setattr(service, "log_row", failing)
    assert push(cast.client, *told) == ["stored", "stored", "retry", "stored", "stored"]
    monkeypatch.undo()
    assert push(cast.client, *told) == ["duplicate", "duplicate", "stored", "duplicate", "duplicate"]
    assert stored(session, cast.client).keys() == log_ids(told)


def test_case_09_an_item_whose_check_fails_is_to_be_retried_and_the_others_are_stored(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = [logs.make("note") for _ in range(3)]
    real = log_check.upgraded

    def failing(item: dict[str, object]) -> dict[str, object]:
        if item["id"] == told[1]["id"]:
            raise ZeroDivisionError
        return real(item)

    monkeypatch.setattr(log_check, "upgraded", failing)
    assert push(cast.client, *told) == ["stored", "retry", "stored"]


def test_case_10_the_same_id_with_other_content_is_a_conflict_and_both_are_kept(
    cast: Cast, session: AnySession
) -> None:
    first = logs.make("note")
    other = {**first, "text": "Something else."}
    assert push(cast.client, first) == ["stored"]
    kept = stored(session, cast.client)
    assert push(cast.client, other) == ["conflict"]
    assert push(cast.client, other) == ["conflict"]
    assert stored(session, cast.client) == kept
    assert parked(session, cast.client) == [(first["id"], "conflict", "other_content")]


def test_case_11_an_id_of_another_clients_log_is_simply_stored_as_her_own(cast: Cast, session: AnySession) -> None:
    hers = logs.make("note", text="Mine")
    assert push(cast.strangers_client, hers) == ["stored"]
    assert push(cast.other_client, hers) == ["stored"]
    theirs = stored(session, cast.strangers_client)
    again = send(cast.client, logs.batch({**hers, "text": "Other"})).get_json()
    assert again["results"] == [{"id": hers["id"], "status": "stored"}]
    assert stored(session, cast.strangers_client) == theirs


def test_case_12_a_program_of_another_client_is_refused_like_one_that_never_was(
    cast: Cast, session: AnySession
) -> None:
    assign(cast.owner, cast.client)
    assign(cast.owner, cast.other_client, times=2)
    assign(cast.stranger, cast.strangers_client, times=3)
    log = logs.make("session", program_version=1)
    assert push(cast.client, log) == ["stored"]
    answers = []
    for version in (2, 3, 4, 2_000_000_000):
        told = logs.make("session", program_version=version)
        answer = send(cast.client, logs.batch(told)).get_data(as_text=True)
        answers.append(answer.replace(told["id"], "id"))
    assert len(set(answers)) == 1
    assert '"code":"unknown_program","field":"program_version"' in answers[0]


def test_case_13_logs_against_every_earlier_version_are_taken_however_late(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    assign(cast.owner, cast.client, times=4)
    told = [logs.make("session", program_version=number) for number in (1, 2, 3, 4)]
    assert push(cast.client, *told, at=clock.forward(days=300)) == ["stored"] * 4


def test_case_14_a_revoked_phone_is_refused_everything_and_told_to_wipe_this_client(
    cast: Cast, session: AnySession
) -> None:
    for answer in (
        send(cast.lost_phone, logs.batch(logs.make("note"))),
        pull(cast.lost_phone),
        cast.lost_phone.http.get("/api/v1/sync/logs"),
    ):
        assert answer.status_code == 410
        told = answer.get_json()
        assert told["code"] == "client_revoked" and told["wipe"] is True
        assert (told["client_id"], told["practice_id"]) == (cast.client.id, cast.client.actor.practice_id)
    assert stored(session, cast.client) == {}
    assert push(cast.client, logs.make("note")) == ["stored"]


def test_case_15_an_expired_session_is_told_to_sign_in_and_loses_nothing(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    told = logs.make("note")
    clock.forward(days=401)
    for answer in (send(cast.client, logs.batch(told)), pull(cast.client)):
        assert answer.status_code == 401
        assert answer.get_json()["code"] == "session_expired"
    assert stored(session, cast.client) == {}


def test_case_16_what_a_phone_says_of_itself_never_decides_whose_log_it_is(cast: Cast, session: AnySession) -> None:
    told = logs.make("note")
    body = logs.batch(told, device_id=cast.client.actor.device_id)
    assert send(cast.other_client, body).status_code == 200
    assert stored(session, cast.other_client).keys() == {told["id"]}
    assert stored(session, cast.client) == {}
    assert send(cast.client, {**body, "client_id": cast.other_client.id}).status_code == 422
    named = {**logs.make("note"), "client_id": cast.other_client.id}
    assert push(cast.client, named) == ["rejected"]


def test_case_18_two_phones_of_one_client_add_up_and_both_see_both(
    cast: Cast, session: AnySession, second_phone: Someone
) -> None:
    first, second = logs.make("note"), logs.make("reaction")
    push(cast.client, first)
    push(second_phone, second)
    for phone in (cast.client, second_phone):
        seen = phone.http.get("/api/v1/sync/logs").get_json()["logs"]
        assert {log["id"] for log in seen} == {first["id"], second["id"]}
        assert set(pull(phone).get_json()["log_window"]["ids"]) == {first["id"], second["id"]}


def test_case_19_two_phones_from_one_backup_send_the_same_outbox_without_harm(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client)
    outbox = [logs.make("hurt"), logs.make("note"), logs.make("consent")]
    assert push(cast.client, *outbox) == ["stored"] * 3
    before = effects(session, cast.client)
    assert push(cast.client, *outbox[:2], logs.make("body")) == ["duplicate", "duplicate", "stored"]
    assert effects(session, cast.client) == before


def test_case_20_an_app_two_schemas_old_is_understood(
    cast: Cast, session: AnySession, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = {
        1: lambda item: {**item, "words": item["note"]},
        2: lambda item: {**{k: v for k, v in item.items() if k not in ("note", "words")}, "text": item["words"]},
    }
    monkeypatch.setattr(log_check, "upgraded", partial(upgraded, steps=steps, newest=3))
    monkeypatch.setattr(log_check, "SCHEMA", 3)
    old = logs.without(logs.make("note", note="From an old phone."), "text")
    assert push(cast.client, old) == ["stored"]
    assert push(cast.client, old) == ["duplicate"]
    (seen,) = cast.client.http.get("/api/v1/sync/logs").get_json()["logs"]
    assert (seen["schema"], seen["text"]) == (3, "From an old phone.")


def test_case_21_fields_that_only_a_newer_app_knows_are_kept(cast: Cast, session: AnySession) -> None:
    assign(cast.owner, cast.client)
    entry = {**logs.ENTRY, "grip": "two hands"}
    new = logs.make("session", schema=2, mood={"words": ["calm"]}, items=[entry])
    assert push(cast.client, new) == ["stored"]
    assert cast.client.http.get("/api/v1/sync/logs").get_json()["logs"] == [new]
    assert push(cast.client, {**logs.make("note", schema=2), "kind": "dream"}) == ["rejected"]
    assert push(cast.client, logs.make("note", mood=1)) == ["rejected"]


def test_case_37_four_hundred_logs_of_six_months_arrive_within_ten_seconds(
    cast: Cast, session: AnySession, clock: Clock, app: Flask
) -> None:
    assign(cast.owner, cast.client)
    told = [logs.make("session", at=clock() - timedelta(hours=11 * back)) for back in range(400)]
    began = time.perf_counter()
    for start in range(0, 400, 100):
        assert set(push(cast.client, *told[start : start + 100])) == {"stored"}
    assert time.perf_counter() - began < 10
    assert stored(session, cast.client).keys() == log_ids(told)
