"""How a worker looks: once an hour, a few clients at a time, and only at those of whom anything is new."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.services import inbox_round, upkeep
from pith.services.inbox_round import BATCH, Looks
from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.services.inbox_world import Inboxes, holds_program, practised, sign_in_anew, tell
from tests.services.sync_world import assign


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[set[str]]:
    """The clients of each slice that was looked at closely."""
    seen: list[set[str]] = []
    real = inbox_round.found_of

    def found_of(session: AnySession, practice_id: str, clients: Collection[str], *rest: Any) -> Any:
        seen.append(set(clients))
        return real(session, practice_id, clients, *rest)

    monkeypatch.setattr(inbox_round, "found_of", found_of)
    return seen


@pytest.fixture
def worker(settings: Settings) -> Looks:
    return Looks(settings.secrets.master)


def everybody(cast: Cast) -> set[str]:
    return {cast.client.id, cast.other_client.id, cast.strangers_client.id}


def again(worker: Looks, session: AnySession, clock: Clock, looked: list[set[str]], **later: float) -> set[str]:
    """Whom the next look sees."""
    looked.clear()
    session.rollback()
    worker.look(session, clock.forward(**later))
    return set().union(*looked)


def test_only_of_whom_anything_is_new_or_whose_day_has_begun_is_looked_at(
    session: AnySession, cast: Cast, clock: Clock, worker: Looks, looked: list[set[str]]
) -> None:
    assert again(worker, session, clock, looked) == everybody(cast)
    assert again(worker, session, clock, looked, hours=1) == set()
    tell(cast.client, logs.make("check", at=clock()), at=clock())
    assert again(worker, session, clock, looked, hours=1) == {cast.client.id}
    sign_in_anew(session, cast.owner, clock())
    assign(cast.owner, cast.other_client)
    assert again(worker, session, clock, looked, hours=1) == {cast.other_client.id}
    course = {"visits_planned": 6, "started_on": "2026-03-02"}
    url = f"/api/v1/clients/{cast.client.id}/course"
    assert cast.owner.http.put(url, json=course).status_code == 200
    assert again(worker, session, clock, looked, hours=1) == {cast.client.id}
    sign_in_anew(session, cast.owner, clock())
    assert cast.owner.http.delete(url).status_code == 204
    assert again(worker, session, clock, looked, hours=1) == {cast.client.id}
    assert again(worker, session, clock, looked, hours=1) == set()
    clock.now = MONDAY + timedelta(hours=15, minutes=59)  # still Monday in Berlin
    assert again(worker, session, clock, looked) == set()
    assert again(worker, session, clock, looked, minutes=1) == everybody(cast)


def test_what_fails_for_one_keeps_no_other_and_is_tried_again(
    session: AnySession,
    cast: Cast,
    clock: Clock,
    worker: Looks,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    for who in (cast.client, cast.other_client):
        assign(cast.owner, who)
        tell(who, holds_program(MONDAY), practised(MONDAY), at=MONDAY)
    real = inbox_round.found_of

    def found_of(session: AnySession, practice_id: str, clients: Collection[str], *rest: Any) -> Any:
        if cast.client.id in clients:
            raise TypeError("a row of hers is odd")
        return real(session, practice_id, clients, *rest)

    with monkeypatch.context() as odd:
        odd.setattr(inbox_round, "found_of", found_of)
        session.rollback()
        assert worker.look(session, clock.forward(days=5)) == 1
    assert [record.args for record in caplog.records] == [(cast.client.id, "TypeError")]
    inboxes = Inboxes(session, clock, settings)
    assert {item["client"]["id"] for item in inboxes.items(cast.owner)} == {cast.other_client.id}
    session.rollback()
    assert worker.look(session, clock.forward(hours=1)) == 1


def test_the_worker_looks_once_an_hour_a_slice_a_round_and_a_second_worker_changes_nothing(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings, looked: list[set[str]]
) -> None:
    added = [
        cast.owner.http.post("/api/v1/clients", json={"name": f"Client {n}", "timezone": "Europe/Berlin"})
        for n in range(2 * BATCH)
    ]
    assert {answer.status_code for answer in added} == {201}
    house = upkeep.House(settings.secrets.master, "one")
    # Practice A has two clients of the cast's beside them, practice B one.
    assert [house.keep(session, clock()) for _ in range(5)] == [True, True, True, False, False]
    assert sorted(len(one) for one in looked) == [1, 2, BATCH, BATCH]
    looked.clear()
    assert not house.keep(session, clock.forward(minutes=59))
    assign(cast.owner, cast.client)
    assert looked == []
    house.keep(session, clock.forward(minutes=1))
    assert looked == [{cast.client.id}]
    assert Looks(settings.secrets.master).look(session, clock()) == 0


def test_a_look_that_goes_wrong_is_not_tried_again_within_the_hour(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Any] = []

    def fails(*_: object) -> None:
        begun.append(clock())
        raise TypeError("a line of ours is wrong")

    monkeypatch.setattr(Looks, "begin", fails)
    house = upkeep.House(settings.secrets.master, "one")
    with pytest.raises(TypeError):
        house.keep(session, clock())
    house.keep(session, clock.forward(minutes=30))
    assert len(begun) == 1
