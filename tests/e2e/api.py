"""The therapist at her desk, spoken for by HTTP: what a browser test needs prepared, and what it checks at the end."""

from __future__ import annotations

import http.cookiejar
import json
import os
import time
import urllib.error
import urllib.request
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from pith.content.loader import load_content

PASSWORD = "seven quiet oranges"
# Where the practice and, by conftest, every browser is. Another place is another hour of the day: `make e2e ZONE=`.
ZONE = os.environ.get("PITH_TEST_ZONE") or "Europe/Berlin"
_NUMBERS = load_content().phrases["en"].numbers.zones
# What a phone there says where help is called.
CALL = f"Call {_NUMBERS[max((start for start in _NUMBERS if ZONE.startswith(start)), key=len)]}"


def today_here() -> date:
    return datetime.now(ZoneInfo(ZONE)).date()


class Refused(Exception):
    """An answer that is not 2xx."""

    def __init__(self, status: int, body: Any) -> None:
        super().__init__(f"{status}: {body}")
        self.status, self.body = status, body


class Browserless:
    """Whoever signs in through this object: cookies kept, JSON both ways, same origin said."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self.jar = http.cookiejar.CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open

    def call(self, method: str, path: str, body: Any = None) -> Any:
        """The parsed answer; None for 204. Raises Refused."""
        request = urllib.request.Request(
            self.origin + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Origin": self.origin, "Sec-Fetch-Site": "same-origin"},
        )
        try:
            with self._open(request, timeout=30) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            raw = error.read()
            raise Refused(error.code, json.loads(raw) if raw[:1] == b"{" else raw) from error
        return json.loads(text) if text else None

    def cookie(self) -> dict[str, Any]:
        """The sign-in cookie in Playwright's form, so that a browser can start signed in."""
        (found,) = list(self.jar)
        return {"name": found.name, "value": found.value, "url": self.origin, "httpOnly": True, "sameSite": "Lax"}


class Therapist(Browserless):
    """A practice's owner."""

    email = "vera@example.org"

    def sign_up(self, practice: str = "Fascia Room", name: str = "Vera Holm") -> Therapist:
        self.call(
            "POST",
            "/api/v1/practices",
            {
                "practice_name": practice,
                "name": name,
                "email": self.email,
                "password": PASSWORD,
                "timezone": ZONE,
            },
        )
        return self

    def sign_in(self) -> Therapist:
        self.call("POST", "/api/v1/session", {"email": self.email, "password": PASSWORD})
        return self

    def add_client(self, name: str, timezone: str = ZONE) -> str:
        return str(self.call("POST", "/api/v1/clients", {"name": name, "timezone": timezone})["id"])

    def clear(self, client_id: str) -> None:
        self.call("POST", f"/api/v1/clients/{client_id}/clearance", {"note": "Screened in the room."})

    def invite(self, client_id: str) -> str:
        """The link that the QR code holds."""
        return str(self.call("POST", f"/api/v1/clients/{client_id}/invitations")["url"])

    def assign(self, client_id: str, items: list[dict[str, Any]], reason: str = "First program") -> dict[str, Any]:
        body = {"base_version": None, "items": items, "days": [0, 1, 2, 3, 4, 5, 6], "reason": reason}
        newest = self.call("GET", f"/api/v1/clients/{client_id}/program")["program"]
        body["base_version"] = newest["number"] if newest else 0
        version: dict[str, Any] = self.call("POST", f"/api/v1/clients/{client_id}/program/versions", body)
        return version

    def logs(self, client_id: str, kind: str | None = None) -> list[dict[str, Any]]:
        """Every log of this client that the server holds, as sent, newest first."""
        found: list[dict[str, Any]] = []
        query = "limit=200"
        while True:
            page = self.call("GET", f"/api/v1/clients/{client_id}/logs?{query}")
            found += [row["log"] for row in page["logs"]]
            if not page["next"]:
                return [log for log in found if kind is None or log["kind"] == kind]
            query = f"limit=200&before_seq={page['next']}"

    def await_reading(self, client_id: str) -> None:
        """Waits until the server knows that this client has read an answer: her phone says so in its own time."""
        end = time.monotonic() + 20
        while not any(log["what"] == "answer" for log in self.logs(client_id, "read")):
            assert time.monotonic() < end, "nothing was told as read"
            time.sleep(0.2)

    def revoke_devices(self, client_id: str) -> None:
        for device in self.call("GET", f"/api/v1/clients/{client_id}/devices")["devices"]:
            if not device["revoked_at"]:
                self.call("DELETE", f"/api/v1/clients/{client_id}/devices/{device['id']}")
