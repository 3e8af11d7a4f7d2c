"""What therapists wrote down goes with the time that it is about, as what a phone told does; nothing that was put
right comes back by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from pith.config import Settings
from pith.domain.visits import VisitDraft
from pith.services import retention, visits
from pith.services.transaction import AnySession, write
from pith.store.accounts import Practice
from tests.cast import Cast
from tests.conftest import MONDAY, Clock
from tests.dose_world import TECHNIQUE, began_earlier, weeks_of_practice
from tests.services.sync_world import assign, push


@pytest.fixture(autouse=True)
def six_months(session: AnySession, cast: Cast) -> None:
    with write(session):
        practice = session.get_one(Practice, cast.owner.actor.practice_id)
        practice.settings = {**practice.settings, "retention_months": 6, "idle_minutes": 720}


def url(cast: Cast, what: str) -> str:
    return f"/api/v1/clients/{cast.client.id}/{what}"


def number_of(visit: dict[str, Any]) -> int:
    return int(visit["id"][-2:], 16)


def an_id(number: int) -> str:
    return f"00000000-0000-7000-8000-0000000000{number:02x}"


def kept(session: AnySession, cast: Cast, clock: Clock, settings: Settings, **later: float) -> dict[str, Any]:
    session.rollback()
    retention.clear(session, clock.forward(**later), settings.secrets.master)
    clock.now = MONDAY
    return dict(cast.owner.http.get(url(cast, "export")).get_json())


def test_visits_go_with_their_time_and_what_was_put_right_does_not_come_back(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    where = session, cast.owner.actor
    for number, days, replaces in ((1, 0, None), (2, 10, 1), (3, 20, 2), (4, 20, None)):
        now = MONDAY + timedelta(days=days)
        draft = VisitDraft(MONDAY.date(), 50, "both", note="Softer.")
        told = settings.secrets.master, cast.client.id
        if replaces is None:
            visits.write_down(*where, now, *told, an_id(number), draft)
        else:
            visits.correct(*where, now, *told, an_id(replaces), an_id(number), draft)
    left = [
        {number_of(one): one["replaces"] for one in kept(session, cast, clock, settings, days=days)["visits"]}
        for days in (180, 190, 200, 210)
    ]
    assert left[0] == {1: None, 2: an_id(1), 3: an_id(2), 4: None}
    assert left[1:] == [{2: None, 3: an_id(2), 4: None}, {3: None, 4: None}, {}]


def test_a_course_goes_with_those_before_it(session: AnySession, cast: Cast, clock: Clock, settings: Settings) -> None:
    for planned in (6, 10):
        body = {"visits_planned": planned, "started_on": MONDAY.date().isoformat()}
        assert cast.owner.http.put(url(cast, "course"), json=body).status_code == 200
        clock.forward(minutes=1)
    assert cast.owner.http.delete(url(cast, "course")).status_code == 204
    assert len(kept(session, cast, clock, settings, days=100)["courses"]) == 2
    assert kept(session, cast, clock, settings, days=190)["courses"] == []
    assert cast.owner.http.get(url(cast, "visits")).get_json()["course"] is None


def test_a_course_under_way_stays_however_long_ago_it_began(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    body = {"visits_planned": 10, "started_on": MONDAY.date().isoformat()}
    assert cast.owner.http.put(url(cast, "course"), json=body).status_code == 200
    assert len(kept(session, cast, clock, settings, days=400)["courses"]) == 1


def test_decisions_without_effect_go_and_what_holds_stays(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    assign(cast.owner, cast.client, technique=TECHNIQUE)
    began_earlier(cast.client.app, cast.client.id, 12)
    push(cast.client, *weeks_of_practice(MONDAY, 12), at=MONDAY)
    dose = cast.owner.http.get(url(cast, "dose")).get_json()
    [step_back] = [one for one in dose["decisions"] if one["rule"] == "D05"]
    undone = cast.owner.http.post(url(cast, f"dose/{step_back['id']}/undo"), json={"reason": "Seen in the room."})
    assert undone.status_code == 200
    rules = [
        {one["rule"] for one in kept(session, cast, clock, settings, days=days)["dose_decisions"]}
        for days in (100, 200)
    ]
    assert "D05" in rules[0]
    assert "D05" not in rules[1]
