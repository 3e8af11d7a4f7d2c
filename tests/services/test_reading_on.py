"""While the disk is full whoever reads is answered: with the dose as it stood, and with a new one as soon as it can be
kept."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import pytest

from pith.domain.sync import Head
from tests import logs
from tests.dose_world import session_on
from tests.full_disk import full_disk
from tests.services.dosing_world import Room
from tests.services.sync_world import push, send


def pulled(room: Room, held: str = "") -> Any:
    return room.cast.client.http.get("/api/v1/sync", headers={"If-None-Match": f'"{held}"'})


def rules(view: dict[str, Any]) -> list[str]:
    return [one["rule"] for one in view["dose"]["decisions"]]


@pytest.fixture
def told(room: Room) -> str:
    """She told of a peak of 7, and her phone has not asked since; the view that it holds."""
    held: str = room.view()["view_version"]
    push(room.cast.client, session_on(room.clock(), peak=7), at=room.clock())
    return held


def test_a_phone_reads_its_view_as_it_stood_and_the_new_one_once_there_is_room(room: Room, told: str) -> None:
    with full_disk():
        stale = pulled(room)
        assert (stale.status_code, stale.json["view_version"], rules(stale.json)) == (200, told, [])
        assert len(stale.json["log_window"]["ids"]) == 1
        assert pulled(room, told).status_code == 304
    settled = pulled(room, told)
    assert (settled.status_code, rules(settled.json)) == (200, ["D05"])
    assert settled.json["view_version"] != told
    assert settled.headers["ETag"] == f'"{settled.json["view_version"]}"'
    assert pulled(room, settled.json["view_version"]).status_code == 304


def test_the_desk_reads_her_dose_as_it_stood(room: Room, told: str) -> None:
    desk, path = room.desk, f"{room.url}/dose"
    with full_disk():
        shown = desk.get(path)
        assert (shown.status_code, shown.json["decisions"]) == (200, [])
    assert [one["rule"] for one in desk.get(path).json["decisions"]] == ["D05"]


def test_the_log_says_once_that_it_waits_and_once_that_it_goes_on(
    room: Room, told: str, caplog: pytest.LogCaptureFixture
) -> None:
    with full_disk():
        for _ in range(3):
            pulled(room)
    pulled(room)
    pulled(room)
    assert [(one.levelno, "doses stay as they stood" in one.message) for one in caplog.records] == [
        (logging.ERROR, True),
        (logging.WARNING, True),
    ]


def test_the_worker_works_out_what_no_reader_could(room: Room, told: str) -> None:
    with full_disk():
        pulled(room)
    assert room.round() == 1
    assert [rule for _, rule, _ in room.standing()] == ["D05"]


def test_who_was_away_for_a_day_reads_although_her_visit_cannot_be_noted(room: Room, told: str) -> None:
    room.go_on(1)
    with full_disk():
        answer = pulled(room)
        assert (answer.status_code, "Set-Cookie" in answer.headers) == (200, False)
    again = pulled(room)
    assert (again.status_code, "Set-Cookie" in again.headers) == (200, True)


def test_the_logs_of_a_new_window_are_counted_right_although_that_cannot_be_kept(room: Room, told: str) -> None:
    room.clock.forward(days=1)
    with full_disk():
        for held in ("", told):
            answer = pulled(room, held)
            assert answer.headers["Pith-Log-Head"] == Head().plus(room_ids(room)).text()
    room.clock.forward(days=61)
    with full_disk():
        assert pulled(room).headers["Pith-Log-Head"] == Head().text()


def room_ids(room: Room) -> list[str]:
    return [log["id"] for log in room.cast.client.http.get("/api/v1/sync/logs").json["logs"]]


def test_nothing_is_taken_in_that_cannot_be_kept(room: Room, told: str) -> None:
    with full_disk():
        answer = send(room.cast.client, logs.batch(logs.make("note", at=room.clock() + timedelta(minutes=1))))
        assert (answer.status_code, answer.json["code"]) == (503, "unavailable")
