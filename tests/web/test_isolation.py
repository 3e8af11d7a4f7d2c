"""Every route, every method, everybody who should not: refused as if nothing were there, and nothing moved."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from pith.config import Settings
from pith.content.loader import load_content
from pith.web import security
from tests import logs
from tests.cast import DEVICE, Cast, Someone
from tests.conftest import MONDAY
from tests.dose_world import began_earlier, weeks_of_practice
from tests.own import PATH, written
from tests.photos import photo
from tests.web.policy import DOORS, MIXED_UP, PROGRAM, PUBLIC, VISIT

MISSING = "00000000-0000-7000-8000-0000000000ff"
HERS, THEIRS, ANOTHER = (f"00000000-0000-7000-8000-0000000000e{n}" for n in (2, 3, 4))
SECRET = "Her sciatica, in her own words."
# What the path or the body names, that is somebody's own.
NAMED = {"client": "client_id", "sign-in": "sign_in_id", "delivery": "delivery_id", "alert": "alert_id"}
OURS = "What practice A found out"
ABOUT_OTHERS = {route: door for route, door in DOORS.items() if door.about in NAMED}
ABOUT_COLLEAGUES = {route: door for route, door in DOORS.items() if door.about == "colleague"}
ABOUT_A_PRACTICE = {route: door for route, door in DOORS.items() if door.about == "practice"}
ABOUT_ONESELF = {route: door for route, door in DOORS.items() if door.about == "self"}


@dataclass
class World:
    """The cast, with a program, a clearance, a log and a read mark for `client`; and a way to send requests."""

    app: Flask
    cast: Cast
    ids: dict[str, Any]

    def send(self, who: Someone | None, route: tuple[str, str], **other_ids: str) -> TestResponse:
        """The policy's request, by somebody or (None) by nobody."""
        own = (
            {"own_name": who.name, "new_email": f"{who.id}@new.example"}
            if who
            else {"own_name": "", "new_email": "a@b.c"}
        )
        ids = {**self.ids, **own, **other_ids}
        browser = who.http if who else self.app.test_client()
        door = DOORS[route]
        sent: dict[str, Any] = {"json": _filled(door.body, ids)}
        if isinstance(door.body, bytes):
            sent = {"data": door.body, "content_type": "image/png"}
        return browser.open(_path(route[1], ids) + door.query, method=route[0], **sent)

    def right(self, route: tuple[str, str]) -> Someone:
        return self.cast.client if DOORS[route].who == "client" else self.cast.owner

    def foreigners(self) -> dict[str, Someone | None]:
        cast = self.cast
        return {
            "anonymous": None,
            "stranger": cast.stranger,
            "colleague": cast.colleague,
            "other client": cast.other_client,
            "client of the stranger": cast.strangers_client,
            "revoked phone": cast.lost_phone,
        }


@pytest.fixture
def world(app: Flask, cast: Cast) -> World:
    owner, base = cast.owner.http, f"/api/v1/clients/{cast.client.id}"
    note = logs.make("note", text=SECRET)
    made = [
        owner.post(f"{base}/clearance", json={"note": SECRET}),
        owner.post(f"{base}/program/versions", json=PROGRAM | {"base_version": 0, "reason": SECRET}),
        cast.client.http.post("/api/v1/sync/logs", json=logs.batch(note, at=MONDAY)),
        owner.post(f"{base}/visits", json=VISIT | {"id": HERS, "note": SECRET}),
        cast.stranger.http.post(f"/api/v1/clients/{cast.strangers_client.id}/visits", json=VISIT | {"id": THEIRS}),
        owner.put(f"{base}/read-mark", json={"seq": 1}),
        owner.post(f"{base}/invitations"),
    ]
    began_earlier(app, cast.client.id, 12)
    told = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*weeks_of_practice(MONDAY, 12), at=MONDAY))
    assert {one["status"] for one in told.json["results"]} == {"stored"}
    dose = owner.get(f"{base}/dose").json
    statuses = [answer.status_code for answer in made]
    assert statuses == [201, 201, 200, 201, 201, 204, 201], [answer.text for answer in made]
    test = cast.client.http.post("/api/v1/push/test")
    assert test.status_code == 202, test.text
    mine = written(cast.owner, name=OURS)
    shown = owner.put(f"{PATH}/{mine['id']}/photo", data=photo("PNG", 9, 9), content_type="image/png").json
    export = owner.get(f"{base}/export").json
    export["client"]["name"] = "Somebody who moved"
    ids = {
        "client_id": cast.client.id,
        "client_name": cast.client.name,
        "device_id": DEVICE,
        "therapist_id": cast.colleague.id,
        "number": "1",
        "sign_in_id": cast.owner.actor.session_id,
        "stranger": cast.stranger.id,
        "export": export,
        "delivery_id": test.json["id"],
        "alert_id": f"{cast.client.id}:note:{note['id']}",
        "cover": cast.colleague.id,
        "token": "A" * 22,
        "log_id": note["id"],
        "visit_id": HERS,
        "proposal_id": dose["proposal"]["id"],
        "decision_id": dose["decisions"][0]["id"],
        "new_visit_id": ANOTHER,
        "strangers_visit": THEIRS,
        "own": mine["id"],
        "photo_id": shown["photo"]["url"].rsplit("/", 1)[1],
        "rules": load_content().parts["rules"],
    }
    return World(app, cast, ids)


def _path(rule: str, ids: dict[str, Any]) -> str:
    return re.sub(r"<(?:[^:<>]+(?:\([^)]*\))?:)?(\w+)>", lambda match: str(ids[match.group(1)]), rule)


def _filled(body: Any, ids: dict[str, Any]) -> Any:
    if isinstance(body, dict):
        return {name: _filled(value, ids) for name, value in body.items()}
    if isinstance(body, list):
        return [_filled(value, ids) for value in body]
    return ids[body[1:-1]] if isinstance(body, str) and body.startswith("{") else body


def _all_rows(settings: Settings) -> list[str]:
    with sqlite3.connect(settings.database_url.removeprefix("sqlite:///")) as connection:
        rows = list(connection.iterdump())
    connection.close()
    return rows


def _name(route: tuple[str, str]) -> str:
    return " ".join(route)


def test_every_route_has_a_line_in_the_policy(app: Flask) -> None:
    routes = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
        if method not in ("HEAD", "OPTIONS") and not _is_page(rule.endpoint)
    }
    assert routes - set(DOORS) - PUBLIC == set(), "add these to tests/web/policy.py"
    assert (set(DOORS) | PUBLIC) - routes == set(), "these are gone: take them out of tests/web/policy.py"


def test_the_server_lists_the_same_open_doors(app: Flask) -> None:
    open_doors = {
        (method, rule.rule)
        for rule in app.url_map.iter_rules()
        for method in rule.methods or ()
        if rule.endpoint in security.PUBLIC and method not in ("HEAD", "OPTIONS")
    }
    assert open_doors == {route for route in PUBLIC if route[1].startswith("/api/")}


def test_pages_take_nothing_but_get(app: Flask) -> None:
    pages = [rule for rule in app.url_map.iter_rules() if _is_page(rule.endpoint)]
    assert pages
    assert all(rule.methods == {"GET", "HEAD", "OPTIONS"} for rule in pages)


def _is_page(endpoint: str) -> bool:
    return endpoint.startswith("page_") or endpoint == "asset"


@pytest.mark.parametrize("route", ABOUT_OTHERS, ids=_name)
def test_nobody_else_learns_that_it_exists(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before = _all_rows(settings)
    missing = {NAMED[DOORS[route].about]: MISSING}
    for name, who in world.foreigners().items():
        real, none = world.send(who, route), world.send(who, route, **missing)
        assert real.status_code == (401 if name in ("anonymous", "revoked phone") else 404), (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    nothing = world.send(world.cast.owner, route, **missing)
    assert nothing.data == world.send(world.cast.stranger, route).data
    assert _all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", ABOUT_COLLEAGUES, ids=_name)
def test_only_the_owner_moves_a_colleague(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before = _all_rows(settings)
    for name, who in world.foreigners().items():
        real, none = world.send(who, route), world.send(who, route, therapist_id=MISSING)
        expected = {"anonymous": 401, "revoked phone": 401, "colleague": 403}.get(name, 404)
        assert real.status_code == expected, (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    assert _all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", ABOUT_A_PRACTICE, ids=_name)
def test_no_other_practice_learns_what_one_has_made(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before, door = _all_rows(settings), DOORS[route]
    missing = {"own": f"own-{MISSING}", "photo_id": MISSING, "cover": MISSING}
    for name, who in world.foreigners().items():
        home = who is not None and who.actor.practice_id == world.cast.owner.actor.practice_id
        if who and home and name != "revoked phone" and (door.who == "anyone" or who.actor.kind == "therapist"):
            continue
        real, none = world.send(who, route), world.send(who, route, **missing)
        assert real.status_code == (401 if name in ("anonymous", "revoked phone") else 404), (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    assert world.send(world.cast.owner, route, **missing).data == world.send(world.cast.stranger, route).data
    assert _all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", MIXED_UP, ids=_name)
def test_a_thing_of_another_practice_is_not_there(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before = _all_rows(settings)
    foreign = {name: value.format(**world.ids) for name, value in MIXED_UP[route].items()}
    real = world.send(world.cast.owner, route, **foreign)
    none = world.send(world.cast.owner, route, **dict.fromkeys(foreign, MISSING))
    assert (real.status_code, real.data, dict(real.headers)) == (404, none.data, dict(none.headers))
    assert _all_rows(settings) == before


@pytest.mark.parametrize("route", ABOUT_ONESELF, ids=_name)
def test_everybody_gets_her_own_and_nothing_of_others(world: World, settings: Settings, route: tuple[str, str]) -> None:
    door, before = DOORS[route], _all_rows(settings)
    _without_a_sign_in_nothing_is_answered(world, route)
    assert _all_rows(settings) == before
    for name, who in world.foreigners().items():
        if who is None or who is world.cast.lost_phone:
            continue
        answer = world.send(who, route)
        wrong_kind = door.who != "anyone" and (door.who == "client") != (who.actor.kind == "client")
        not_owner = door.who == "owner" and who.actor.role != "owner"
        assert answer.status_code == (404 if wrong_kind else 403 if not_owner else door.status), (name, answer.text)
        assert [trace for trace in _traces(world, who) if trace in answer.text] == [], name
    _the_right_person_may(world, route)


def _without_a_sign_in_nothing_is_answered(world: World, route: tuple[str, str]) -> None:
    anonymous, revoked = world.send(None, route), world.send(world.cast.lost_phone, route)
    assert (anonymous.status_code, anonymous.json["code"]) == (401, "session_expired")
    if route[1].startswith("/api/v1/sync"):
        assert (revoked.status_code, revoked.json["code"]) == (410, "client_revoked")
        assert revoked.json["client_id"] == world.cast.client.id
    else:
        assert (revoked.status_code, revoked.data) == (401, anonymous.data)


def _the_right_person_may(world: World, route: tuple[str, str]) -> None:
    """Shows that the policy's ids and body are good ones, so that what others got was a refusal of just these."""
    answer = world.send(world.right(route), route)
    assert answer.status_code == DOORS[route].status, answer.text


def _traces(world: World, who: Someone) -> list[str]:
    """What must stand in no answer to this person: the client's words, name and id; to another practice, all of A."""
    client = [SECRET, world.cast.client.name, world.cast.client.id]
    same_practice = who.actor.practice_id == world.cast.owner.actor.practice_id
    return client if same_practice else [*client, OURS, "Practice A", "owner@a.example", world.cast.owner.id]


def test_no_door_opens_by_another_method(world: World) -> None:
    opened = []
    for rule in sorted({rule for _, rule in PUBLIC | set(DOORS)}):
        known = {method for method, path in PUBLIC | set(DOORS) if path == rule}
        for method in sorted({"GET", "POST", "PUT", "PATCH", "DELETE"} - known):
            answer = world.cast.owner.http.open(_path(rule, world.ids), method=method)
            if answer.status_code not in (404, 405):
                opened.append((method, rule, answer.status_code))
    assert opened == []
