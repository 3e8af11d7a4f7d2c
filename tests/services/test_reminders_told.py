"""A choice about reminders that a phone tells by a log: whole or not at all, and of several the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from pith.services import due, reminders
from pith.services.transaction import AnySession, read
from pith.store.reminders import Reminder
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.sync_world import pull, push, send

CHOICE = {
    "timezone": "Europe/Berlin",
    "slots": [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}],
    "follows_phone": True,
    "quiet": {"from": "22:00", "to": "06:00"},
    "away_until": "2026-03-09",
    "follow_up_min": 60,
    "calendar": False,
}


def told(at: datetime = MONDAY, hour: int = 7, **more: Any) -> dict[str, Any]:
    slot = {"time": f"{hour:02}:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}
    value = CHOICE | {"slots": [slot]} | more
    return logs.make("setting", at, name="reminders", value=value)


def in_view(cast: Cast) -> Any:
    return pull(cast.client).get_json()["reminders"]


def test_what_a_phone_tells_is_chosen_and_stands_in_its_view(session: AnySession, cast: Cast, clock: Clock) -> None:
    assert in_view(cast) is None
    etag = pull(cast.client).headers["ETag"]
    assert push(cast.client, told(), at=clock.now) == ["stored"]
    assert in_view(cast) == CHOICE | {"changed_at": "2026-03-02T07:00:00Z"}
    assert pull(cast.client, etag).status_code == 200
    shown = reminders.reminders_of(session, cast.owner.actor, cast.client.id)
    assert {name: shown[name] for name in CHOICE} == CHOICE
    assert shown["next_due_at"] == datetime(2026, 3, 3, 6, 0, tzinfo=UTC)


def test_what_is_set_at_the_desk_stands_in_her_view(cast: Cast, clock: Clock) -> None:
    push(cast.client, told(), at=clock.now)
    etag = pull(cast.client).headers["ETag"]
    clock.forward(minutes=1)
    cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/reminders", json=CHOICE | {"calendar": True})
    assert pull(cast.client, etag).status_code == 200
    assert in_view(cast) == CHOICE | {"calendar": True, "changed_at": "2026-03-02T07:01:00Z"}


def test_nothing_of_what_was_sent_moves_the_view(session: AnySession, cast: Cast, clock: Clock) -> None:
    push(cast.client, told(), at=clock.now)
    etag = pull(cast.client).headers["ETag"]
    clock.forward(days=1)
    due.claim(session, clock())
    reminders.send_test(session, cast.client.actor, clock())
    assert pull(cast.client, etag).status_code == 304


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_the_newest_choice_counts_in_whatever_order_they_arrive(
    session: AnySession, cast: Cast, clock: Clock, order: tuple[int, ...]
) -> None:
    same = MONDAY - timedelta(hours=1)  # two in the same instant: the greater id is the newer one
    sent = [told(same - timedelta(hours=1), 6), *sorted((told(same, 8), told(same, 8)), key=lambda log: str(log["id"]))]
    sent[1]["value"]["slots"][0]["time"], sent[2]["value"]["slots"][0]["time"] = "08:00", "09:00"
    for place in order:
        push(cast.client, sent[place], at=clock.now)
    assert in_view(cast)["slots"][0]["time"] == "09:00"
    assert in_view(cast)["changed_at"] == "2026-03-02T06:00:00Z"


def test_an_older_word_from_a_phone_does_not_undo_what_was_set_at_the_desk(cast: Cast, clock: Clock) -> None:
    cast.owner.http.put(f"/api/v1/clients/{cast.client.id}/reminders", json=CHOICE)
    push(cast.client, told(MONDAY - timedelta(days=1), 9), at=clock.now)
    assert in_view(cast)["slots"][0]["time"] == "07:00"


def test_a_clock_that_ran_ahead_does_not_keep_her_from_choosing_anew(cast: Cast, clock: Clock) -> None:
    push(cast.client, told(MONDAY + timedelta(days=1000), 9), at=clock.now)
    clock.forward(minutes=1)
    push(cast.client, told(clock.now, 6), at=clock.now)
    assert in_view(cast)["slots"][0]["time"] == "06:00"


def test_a_clock_that_is_off_is_reckoned_with(cast: Cast, clock: Clock) -> None:
    push(cast.client, told(clock.now - timedelta(minutes=20), 6), at=clock.now)
    ahead = timedelta(hours=1)  # it says an hour later than it is: this was half an hour ago, before the other
    push(cast.client, told(clock.now - timedelta(minutes=30) + ahead, 9), at=clock.now + ahead)
    assert in_view(cast)["slots"][0]["time"] == "06:00"


def test_a_choice_that_is_wrong_is_refused_whole_and_names_the_field(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    wrong = told(follow_up_min=5)
    [result] = send(cast.client, logs.batch(wrong, at=clock.now)).get_json()["results"]
    assert (result["status"], result["field"]) == ("rejected", "value.follow_up_min")
    with read(session):
        assert session.scalars(select(Reminder)).all() == []


def test_a_void_takes_no_choice_back(cast: Cast, clock: Clock) -> None:
    log = told()
    push(cast.client, log, logs.make("void", clock.now, voids=log["id"]), at=clock.now)
    assert in_view(cast)["slots"][0]["time"] == "07:00"
