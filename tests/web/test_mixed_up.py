"""Ids of two owners in one request: one's own client in the path, and behind her something of somebody else's."""

from __future__ import annotations

from typing import Any

import pytest
from flask import Flask

from pith.config import Settings
from tests import logs
from tests.cast import OTHER_DEVICE, STRANGERS_DEVICE, Cast, Someone
from tests.conftest import MONDAY
from tests.dose_world import began_earlier, weeks_of_practice
from tests.own import written
from tests.web.isolation_world import HERS, MISSING, World, all_rows, furnished
from tests.web.policy import DOORS, MIXED_UP, PROGRAM, VISIT


@pytest.fixture
def world(app: Flask, cast: Cast) -> World:
    """Everything of the cast's client, and as much of two others: one of the same owner, and one of a stranger."""
    made = furnished(app, cast)
    others = _furnished_too(app, cast.owner, cast.other_client, OTHER_DEVICE)
    strangers = _furnished_too(app, cast.stranger, cast.strangers_client, STRANGERS_DEVICE)
    made.ids |= {f"others_{name}": value for name, value in others.items()}
    made.ids |= {f"strangers_{name}": value for name, value in strangers.items()}
    made.ids["strangers_own"] = written(cast.stranger, name="What practice B found out")["id"]
    return made


def _furnished_too(app: Flask, therapist: Someone, client: Someone, device: str) -> dict[str, Any]:
    base, note, visit = f"/api/v1/clients/{client.id}", logs.make("note"), logs.new_id()
    made = [
        therapist.http.post(f"{base}/clearance", json={"note": "Seen."}),
        therapist.http.post(f"{base}/program/versions", json=PROGRAM | {"base_version": 0}),
        therapist.http.post(f"{base}/visits", json=VISIT | {"id": visit}),
    ]
    assert [answer.status_code for answer in made] == [201, 201, 201], [answer.text for answer in made]
    began_earlier(app, client.id, 12)
    sent = logs.batch(note, *weeks_of_practice(MONDAY, 12), at=MONDAY, device_id=device)
    assert client.http.post("/api/v1/sync/logs", json=sent).status_code == 200
    dose = therapist.http.get(f"{base}/dose").json
    return {
        "client_id": client.id,
        "device_id": device,
        "log_id": note["id"],
        "visit_id": visit,
        "proposal_id": dose["proposal"]["id"],
        "decision_id": dose["decisions"][0]["id"],
        "delivery_id": client.http.post("/api/v1/push/test").json["id"],
    }


@pytest.mark.parametrize(("route", "name", "mixed"), MIXED_UP, ids=lambda one: one if isinstance(one, str) else one[1])
def test_a_thing_of_somebody_else_is_not_there(
    world: World, settings: Settings, route: tuple[str, str], name: str, mixed: str
) -> None:
    before = all_rows(settings)
    real = world.send(world.cast.owner, route, **{name: mixed.format(**world.ids)})
    missing = f"{world.ids['client_id']}:note:{MISSING}" if name == "alert_id" else MISSING
    none = world.send(world.cast.owner, route, **{name: missing})
    assert (real.status_code, real.data, dict(real.headers)) == (404, none.data, dict(none.headers)), real.text
    assert all_rows(settings) == before
    right = world.send(world.right(route), route)
    assert right.status_code == DOORS[route].status, right.text


def test_a_visit_may_bear_the_id_of_somebody_elses_and_is_another(world: World, settings: Settings) -> None:
    """A desk makes the ids of visits: one that happens to be there already, out of sight, gives nothing away."""
    for taken in (world.ids["strangers_visit_id"], world.ids["others_visit_id"]):
        url = f"/api/v1/clients/{world.cast.client.id}/visits"
        answer = world.cast.owner.http.post(url, json=VISIT | {"id": taken})
        assert (answer.status_code, answer.json["note"]) == (201, VISIT["note"])
        assert (
            world.cast.stranger.http.get(f"/api/v1/clients/{world.cast.strangers_client.id}/visits").status_code == 200
        )
    assert [one["id"] for one in world.cast.owner.http.get(url).json["visits"]].count(HERS) == 1


def test_decisions_of_somebody_else_count_as_seen_by_nobody(world: World) -> None:
    url = f"/api/v1/clients/{world.cast.client.id}/program"
    foreign = [world.ids["strangers_decision_id"], world.ids["others_decision_id"], MISSING]
    saved = world.cast.owner.http.post(f"{url}/versions", json=PROGRAM | {"seen_decisions": foreign})
    assert saved.status_code == 201, saved.text
    export = world.cast.owner.http.get(f"/api/v1/clients/{world.cast.client.id}/export").json
    assert [one["seen_decisions"] for one in export["programs"]] == [[], []]


def test_what_she_takes_back_is_her_own(world: World, settings: Settings) -> None:
    """A void, or a mark as read, that names somebody else's log changes nothing there."""
    waits = {item["id"] for item in world.cast.owner.http.get("/api/v1/inbox").json["items"]}
    foreign = world.ids["others_log_id"], world.ids["strangers_log_id"]
    sent = logs.batch(*(logs.make("void", voids=one) for one in foreign), at=MONDAY)
    assert world.cast.client.http.post("/api/v1/sync/logs", json=sent).status_code == 200
    assert {item["id"] for item in world.cast.owner.http.get("/api/v1/inbox").json["items"]} == waits
    assert len(world.cast.stranger.http.get("/api/v1/inbox").json["items"]) > 0
