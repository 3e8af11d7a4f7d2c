"""Every route, every method, everybody who should not: refused as if nothing were there, and nothing moved."""

from __future__ import annotations

import pytest
from flask import Flask

from pith.config import Settings
from pith.web import security
from tests.cast import Cast, Someone
from tests.web.isolation_world import MISSING, NOT_SIGNED_IN, OURS, SECRET, World, all_rows, furnished, path_of
from tests.web.policy import DOORS, PUBLIC

# What the path or the body names, that is somebody's own.
NAMED = {"client": "client_id", "sign-in": "sign_in_id", "delivery": "delivery_id", "alert": "alert_id"}
ABOUT_OTHERS = {route: door for route, door in DOORS.items() if door.about in NAMED}
ABOUT_COLLEAGUES = {route: door for route, door in DOORS.items() if door.about == "colleague"}
ABOUT_A_PRACTICE = {route: door for route, door in DOORS.items() if door.about == "practice"}
ABOUT_ONESELF = {route: door for route, door in DOORS.items() if door.about == "self"}


@pytest.fixture
def world(app: Flask, cast: Cast) -> World:
    return furnished(app, cast)


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
    before = all_rows(settings)
    missing = {NAMED[DOORS[route].about]: MISSING}
    for name, who in world.foreigners().items():
        real, none = world.send(who, route), world.send(who, route, **missing)
        assert real.status_code == (401 if name in NOT_SIGNED_IN else 404), (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    nothing = world.send(world.cast.owner, route, **missing)
    assert nothing.data == world.send(world.cast.stranger, route).data
    assert all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", ABOUT_COLLEAGUES, ids=_name)
def test_only_the_owner_moves_a_colleague(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before = all_rows(settings)
    for name, who in world.foreigners().items():
        real, none = world.send(who, route), world.send(who, route, therapist_id=MISSING)
        expected = 401 if name in NOT_SIGNED_IN else 403 if name == "colleague" else 404
        assert real.status_code == expected, (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    assert all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", ABOUT_A_PRACTICE, ids=_name)
def test_no_other_practice_learns_what_one_has_made(world: World, settings: Settings, route: tuple[str, str]) -> None:
    before, door = all_rows(settings), DOORS[route]
    missing = {"own": f"own-{MISSING}", "photo_id": MISSING, "cover": MISSING}
    for name, who in world.foreigners().items():
        home = who is not None and who.actor.practice_id == world.cast.owner.actor.practice_id
        if who and home and name not in NOT_SIGNED_IN and (door.who == "anyone" or who.actor.kind == "therapist"):
            continue
        real, none = world.send(who, route), world.send(who, route, **missing)
        assert real.status_code == (401 if name in NOT_SIGNED_IN else 404), (name, real.text)
        assert (real.status_code, real.data, dict(real.headers)) == (none.status_code, none.data, dict(none.headers))
    assert world.send(world.cast.owner, route, **missing).data == world.send(world.cast.stranger, route).data
    assert all_rows(settings) == before
    _the_right_person_may(world, route)


@pytest.mark.parametrize("route", ABOUT_ONESELF, ids=_name)
def test_everybody_gets_her_own_and_nothing_of_others(world: World, settings: Settings, route: tuple[str, str]) -> None:
    door, before = DOORS[route], all_rows(settings)
    _without_a_sign_in_nothing_is_answered(world, route)
    assert all_rows(settings) == before
    for name, who in world.foreigners().items():
        if who is None or name in NOT_SIGNED_IN:
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
    for name, who in world.expired.items():
        answer = world.send(who, route)
        assert (answer.status_code, answer.data) == (401, anonymous.data), name
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
            answer = world.cast.owner.http.open(path_of(rule, world.ids), method=method)
            if answer.status_code not in (404, 405):
                opened.append((method, rule, answer.status_code))
    assert opened == []
