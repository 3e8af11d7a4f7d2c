"""The cast of the door tests, furnished so that everything a path or body can name is there; and a way to send."""

from __future__ import annotations

import re
import sqlite3
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from werkzeug.test import TestResponse

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.accounts import Kind
from pith.domain.doors import CLIENT_SLIDING, THERAPIST_ABSOLUTE
from pith.services import sessions
from pith.services.transaction import write
from pith.store.db import db
from tests import logs
from tests.cast import DEVICE, Cast, Someone
from tests.conftest import MONDAY
from tests.dose_world import began_earlier, weeks_of_practice
from tests.own import PATH, written
from tests.photos import photo
from tests.web.policy import DOORS, PROGRAM, VISIT

OLD_DEVICE = "00000000-0000-7000-8000-00000000d009"
MISSING = "00000000-0000-7000-8000-0000000000ff"
HERS, ANOTHER = (f"00000000-0000-7000-8000-0000000000e{n}" for n in (2, 4))
SECRET = "Her sciatica, in her own words."
OURS = "What practice A found out"
# In the cast of foreigners: whose cookie opens nothing at all.
NOT_SIGNED_IN = ("anonymous", "revoked phone", "expired desk", "expired phone")


@dataclass
class World:
    """The cast, with a program, a clearance, a log and a read mark for `client`; and a way to send requests."""

    app: Flask
    cast: Cast
    ids: dict[str, Any]
    expired: dict[str, Someone]

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
        sent: dict[str, Any] = {"json": filled(door.body, ids)}
        if isinstance(door.body, bytes):
            sent = {"data": door.body, "content_type": "image/png"}
        return browser.open(path_of(route[1], ids) + door.query, method=route[0], **sent)

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
            **self.expired,
        }


# What was made for the first test of this process, and the database in which it is, by the cast's owner.
_KEPT: dict[str, tuple[World, bytes]] = {}


def furnished(app: Flask, cast: Cast) -> World:
    """Everything, made over HTTP by whoever may: once, then it is put back from a copy."""
    database = Path(app.config["PITH"].database_url.removeprefix("sqlite:///"))
    if cast.owner.id not in _KEPT:
        made = _furnish(app, cast)
        _let_go(database)
        _KEPT[cast.owner.id] = made, database.read_bytes()
    else:
        _let_go(database)
        database.write_bytes(_KEPT[cast.owner.id][1])
    first = _KEPT[cast.owner.id][0]
    expired = {name: replace(one, app=app) for name, one in first.expired.items()}
    return World(app, cast, deepcopy(first.ids), expired)


def _let_go(database: Path) -> None:
    """Closes every connection, so that all there is stands in the one file."""
    db.session.remove()
    db.engine.dispose()
    assert not database.with_name(database.name + "-wal").exists()


def _furnish(app: Flask, cast: Cast) -> World:
    owner, base = cast.owner.http, f"/api/v1/clients/{cast.client.id}"
    note = logs.make("note", text=SECRET)
    made = [
        owner.post(f"{base}/clearance", json={"note": SECRET}),
        owner.post(f"{base}/program/versions", json=PROGRAM | {"base_version": 0, "reason": SECRET}),
        cast.client.http.post("/api/v1/sync/logs", json=logs.batch(note, at=MONDAY)),
        owner.post(f"{base}/visits", json=VISIT | {"id": HERS, "note": SECRET}),
        owner.put(f"{base}/read-mark", json={"seq": 1}),
        owner.post(f"{base}/invitations"),
    ]
    began_earlier(app, cast.client.id, 12)
    told = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*weeks_of_practice(MONDAY, 12), at=MONDAY))
    assert {one["status"] for one in told.json["results"]} == {"stored"}
    dose = owner.get(f"{base}/dose").json
    statuses = [answer.status_code for answer in made]
    assert statuses == [201, 201, 200, 201, 204, 201], [answer.text for answer in made]
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
        "own": mine["id"],
        "photo_id": shown["photo"]["url"].rsplit("/", 1)[1],
        "rules": load_content().parts["rules"],
    }
    return World(app, cast, ids, _expired(app, cast))


def _expired(app: Flask, cast: Cast) -> dict[str, Someone]:
    """The right people, whose sign-ins rested too long."""
    with app.app_context():
        return {
            "expired desk": _signed_in_before(cast.owner, "therapist", THERAPIST_ABSOLUTE, None),
            "expired phone": _signed_in_before(cast.client, "client", CLIENT_SLIDING, OLD_DEVICE),
        }


def _signed_in_before(who: Someone, kind: Kind, life: timedelta, device: str | None) -> Someone:
    with write(db.session):
        place = who.actor.practice_id, who.id
        return replace(who, token=sessions.open_session(db.session, MONDAY - life, kind, *place, "Old", device))


def path_of(rule: str, ids: dict[str, Any]) -> str:
    return re.sub(r"<(?:[^:<>]+(?:\([^)]*\))?:)?(\w+)>", lambda match: str(ids[match.group(1)]), rule)


def filled(body: Any, ids: dict[str, Any]) -> Any:
    if isinstance(body, dict):
        return {name: filled(value, ids) for name, value in body.items()}
    if isinstance(body, list):
        return [filled(value, ids) for value in body]
    return ids[body[1:-1]] if isinstance(body, str) and body.startswith("{") else body


def all_rows(settings: Settings) -> list[str]:
    with sqlite3.connect(settings.database_url.removeprefix("sqlite:///")) as connection:
        rows = list(connection.iterdump())
    connection.close()
    return rows
