"""A practice to throw things at: real app, real database, put back to the same state before every throw."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from argon2 import PasswordHasher
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pith.app import create_app
from pith.config import load_settings
from pith.services import passwords
from pith.store.db import db
from tests import own
from tests.dose_world import began_earlier, weeks_of_practice

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
PASSWORD = "seven quiet oranges"
ORIGIN = {"Sec-Fetch-Site": "same-origin"}
DEVICE = "00000000-0000-7000-8000-00000000d001"
LOG = "00000000-0000-7000-8000-00000000a001"
VISIT = {
    "id": "00000000-0000-7000-8000-00000000e001",
    "on": "2026-02-20",
    "minutes": 50,
    "kind": "both",
    "regions": [{"region": "calf", "side": "left"}],
    "note": "Softer.",
    "reaction": "Warm.",
}
# Slow on purpose is for real doors: hundreds of sign-ins are thrown here.
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
# Nothing answers there: only the worker would speak to it.
MAIL = {"PITH_SMTP_URL": "smtp://127.0.0.1:9", "PITH_MAIL_FROM": "Pith <reminders@pith.example>"}
PROGRAM = {
    "base_version": 0,
    "items": [{"technique_id": "scalp-glide", "level": 1}, {"technique_id": "foot-ball-hold", "level": 1}],
    "days": [0, 1, 2, 3, 4, 5, 6],
    "reason": "First program",
}


class World:
    """An owner with a screened client, her phone, a program, one log, a colleague, and one open invitation."""

    def __init__(self, folder: Path, migrated: Path) -> None:
        self._quick = patch.multiple(passwords, _hasher=QUICK, _NOBODY=QUICK.hash("nobody"))
        self._quick.start()
        self.path, self._kept = folder / "pith.db", folder / "kept.db"
        shutil.copy(migrated, self.path)
        settings = {"PITH_DATA": str(folder / "data"), "DATABASE_URL": f"sqlite:///{self.path}", **MAIL}
        self.app: Flask = create_app(load_settings(settings))
        self.app.config.update(PITH_CLOCK=lambda: NOW)
        with self.app.app_context():
            self._engine = db.engine
        self.cookies: dict[str, str] = {"nobody": ""}
        self.ids: dict[str, str] = {"device_id": DEVICE, "number": "1", "log_id": LOG}
        self._furnish()
        self._engine.dispose()
        shutil.copy(self.path, self._kept)
        self._fresh = self.path.stat().st_mtime_ns

    def reset(self) -> None:
        """Everything as it was when the world was made. What was refused has written nothing, and needs no new copy."""
        if not self._is_written():
            return
        self._engine.dispose()
        for leftover in ("-wal", "-shm"):
            self.path.with_name(self.path.name + leftover).unlink(missing_ok=True)
        shutil.copy(self._kept, self.path)
        self._fresh = self.path.stat().st_mtime_ns

    def _is_written(self) -> bool:
        """SQLite writes to the log beside the database first, and to the database when it closes."""
        log = self.path.with_name(self.path.name + "-wal")
        return self.path.stat().st_mtime_ns != self._fresh or (log.exists() and log.stat().st_size > 0)

    def send(self, who: str, method: str, path: str, body: Any = None, **more: Any) -> TestResponse:
        """A request by `therapist`, `client` or `nobody`; `body` is JSON, `more` goes to Werkzeug as it is."""
        headers = {**ORIGIN, **more.pop("headers", {})}
        if body is not None:
            more["json"] = body
        return self.browser(who).open(path.format(**self.ids), method=method, headers=headers, **more)

    def browser(self, who: str) -> FlaskClient:
        browser = self.app.test_client()
        if self.cookies[who]:
            browser.set_cookie("pith-sid", self.cookies[who])
        return browser

    def close(self) -> None:
        self._engine.dispose()
        self._quick.stop()

    def _furnish(self) -> None:
        person = {"name": "Vera", "email": "vera@example.org", "password": PASSWORD}
        zone = {"timezone": "Europe/Berlin"}
        self.cookies["therapist"] = self._enter("/api/v1/practices", {**person, **zone, "practice_name": "Room"})
        self.ids["client_id"] = self._made("/api/v1/clients", {"name": "Ada", **zone})["id"]
        self.ids["seen_id"] = self._made("/api/v1/clients", {"name": "Bea", **zone})["id"]
        member = {**person, "email": "mara@example.org", "name": "Mara"}
        self.ids["therapist_id"] = self._made("/api/v1/practices/me/members", member)["id"]
        self.ids["own"] = self._made(own.PATH, own.body())["id"]
        self.ids["rules"] = self.app.extensions["pith_content"].parts["rules"]
        self._made("/api/v1/clients/{client_id}/clearance", {"note": "In the room."})
        self._made("/api/v1/clients/{client_id}/program/versions", PROGRAM)
        self.ids["visit_id"] = self._made("/api/v1/clients/{client_id}/visits", VISIT)["id"]
        token = self._made("/api/v1/clients/{client_id}/invitations")["token"]
        self.ids["token"] = self._made("/api/v1/clients/{client_id}/invitations")["token"]
        device = {"id": DEVICE, "label": "Phone"}
        self.cookies["client"] = self._enter("/api/v1/session/pair", {"token": token, "device": device})
        began_earlier(self.app, self.ids["client_id"], 12)
        self.send("client", "POST", "/api/v1/sync/logs", batch(note(LOG), *weeks_of_practice(NOW, 12)))
        dose = self.send("therapist", "GET", "/api/v1/clients/{client_id}/dose").get_json()
        self.ids |= {"proposal_id": dose["proposal"]["id"], "decision_id": dose["decisions"][0]["id"]}
        self.ids["delivery_id"] = self.send("client", "POST", "/api/v1/push/test").get_json()["id"]
        mine = self.send("therapist", "GET", "/api/v1/sessions").get_json()["sessions"]
        self.ids["sign_in_id"] = mine[0]["id"]

    def _enter(self, path: str, body: dict[str, Any]) -> str:
        browser = self.app.test_client()
        answer = browser.post(path, json=body, headers=ORIGIN)
        assert answer.status_code < 300, answer.text
        cookie = browser.get_cookie("pith-sid")
        assert cookie is not None
        return cookie.value

    def _made(self, path: str, body: Any = None) -> dict[str, Any]:
        answer = self.send("therapist", "POST", path, body)
        assert answer.status_code == 201, answer.text
        made: dict[str, Any] = answer.get_json()
        return made


def note(log_id: str) -> dict[str, Any]:
    """A log with the fewest fields."""
    return {
        "id": log_id,
        "kind": "note",
        "schema": 1,
        "local_date": "2026-03-02",
        "tz": "Europe/Berlin",
        "utc_offset_min": 60,
        "recorded_at": "2026-03-02T07:00:00Z",
        "text": "The left side is softer.",
        "private": False,
    }


def batch(*logs: dict[str, Any]) -> dict[str, Any]:
    return {
        "schema": 1,
        "device_id": DEVICE,
        "batch_id": "00000000-0000-7000-8000-00000000b001",
        "device_time": "2026-03-02T07:00:00Z",
        "logs": list(logs),
    }
