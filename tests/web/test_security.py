"""What browsers may do with our answers, and what we take from them."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pith.app import create_app
from pith.config import load_settings
from pith.store.db import db
from pith.web import security
from tests.cast import COOKIE, PASSWORD, Cast
from tests.conftest import Clock

NEW = {"name": "New", "timezone": "Europe/Berlin"}


def test_no_page_runs_anything_that_is_not_ours(http: FlaskClient) -> None:
    policy = dict(part.split(" ", 1) for part in http.get("/healthz").headers["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == "'self'"
    assert policy["style-src"] == "'self'"
    assert policy["img-src"] == "'self' blob:"
    assert policy["worker-src"] == "'self'"
    assert policy["require-trusted-types-for"] == "'script'"
    assert policy["trusted-types"] == "pith"
    assert "unsafe" not in str(policy)


@pytest.mark.parametrize("path", ["/", "/healthz", "/api/v1/me", "/api/v1/nowhere", "/nowhere", "/api/v1/openapi.json"])
def test_every_answer_carries_the_headers(http: FlaskClient, path: str) -> None:
    headers = http.get(path, buffered=True).headers
    for name, value in security.HEADERS.items():
        assert headers[name] == value
    assert "screen-wake-lock=(self)" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "no-referrer"


def test_answers_of_the_api_are_kept_by_nobody(cast: Cast) -> None:
    assert cast.owner.http.get("/api/v1/clients").headers["Cache-Control"] == "private, no-store"
    assert cast.owner.http.get("/api/v1/nowhere").headers["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "nonsense", ""])
def test_another_site_changes_nothing(cast: Cast, site: str) -> None:
    answer = cast.owner.http.post("/api/v1/clients", json=NEW, headers={"Sec-Fetch-Site": site})
    assert (answer.status_code, answer.json["code"]) == (403, "cross_site")


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost:8001", "http://localhost.evil"])
def test_an_older_browser_is_judged_by_its_origin(cast: Cast, origin: str) -> None:
    answer = cast.owner.http.post("/api/v1/clients", json=NEW, headers={"Origin": origin})
    assert (answer.status_code, answer.json["code"]) == (403, "cross_site")


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://localhost"},
        {"Origin": "http://localhost:8000"},
        {},
    ],
    ids=["fetch metadata", "own host", "configured origin", "no browser"],
)
def test_our_own_pages_may(cast: Cast, headers: dict[str, str]) -> None:
    assert cast.owner.http.post("/api/v1/clients", json=NEW, headers=headers).status_code == 201


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])
def test_what_a_form_can_send_is_not_read(cast: Cast, kind: str) -> None:
    answer = cast.owner.http.post("/api/v1/clients", data='{"name": "New"}', content_type=kind)
    assert (answer.status_code, answer.json["code"]) == (415, "not_json")


@pytest.mark.parametrize("bad", ["nonsense", "00000000-0000-7000-8000-00000000000A", "a%00b", "%ed%a0%80", "x" * 5000])
def test_what_is_no_id_names_nothing(cast: Cast, bad: str) -> None:
    missing = cast.owner.http.get("/api/v1/clients/00000000-0000-7000-8000-000000000000")
    answer = cast.owner.http.get(f"/api/v1/clients/{bad}")
    assert (answer.status_code, answer.data) == (404, missing.data)


@pytest.mark.parametrize("name", ["remember_token", "session", "pith-unused-remember", "pith-unused-session"])
def test_cookies_of_other_apps_on_this_host_do_no_harm(cast: Cast, name: str) -> None:
    browser = cast.owner.http
    browser.set_cookie(name, "1|forged")
    assert browser.get("/api/v1/me").status_code in (200, 401)
    if not name.startswith("pith-unused-remember"):
        assert browser.get("/api/v1/me").status_code == 200


@pytest.mark.parametrize("token", ["", "x", "é" * 50, "a" * 4000])
def test_a_made_up_cookie_is_nobody(http: FlaskClient, token: str) -> None:
    http.set_cookie(COOKIE, token)
    assert http.get("/api/v1/me").status_code == 401


def test_a_made_up_address_counts_only_behind_a_configured_proxy(cast: Cast, http: FlaskClient) -> None:
    seen = set()
    for number in range(3):
        with cast.owner.app.test_request_context(
            headers={"X-Forwarded-For": f"198.51.100.{number}"}, environ_base={"REMOTE_ADDR": "127.0.0.1"}
        ):
            seen.add(security.visitor().address)
    assert seen == {"127.0.0.1"}


@pytest.mark.parametrize(
    ("address", "counted"),
    [("198.51.100.7", "198.51.100.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("", ""), ("unix", "unix")],
)
def test_a_household_counts_as_one_address(app: Flask, address: str, counted: str) -> None:
    with app.test_request_context(environ_base={"REMOTE_ADDR": address}):
        assert security.visitor().address == counted


@pytest.fixture
def https(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Flask]:
    env = {
        "PITH_DATA": str(tmp_path / "data"),
        "DATABASE_URL": database_url,
        "PITH_ORIGIN": "https://pith.example",
        "PITH_TRUSTED_PROXIES": "1",
    }
    made = create_app(load_settings(env))
    made.config.update(PITH_CLOCK=clock)
    with made.app_context():
        yield made
        db.session.remove()
        db.engine.dispose()


def test_over_https_the_cookie_is_bound_to_the_host(https: Flask) -> None:
    person = {"practice_name": "P", "name": "Anna", "email": "anna@example.org", "password": PASSWORD}
    answer = https.test_client().post("/api/v1/practices", json=person | {"timezone": "Europe/Berlin"})
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sid=")
    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_behind_a_configured_proxy_the_last_hop_is_believed(https: Flask) -> None:
    headers = {"X-Forwarded-For": "203.0.113.9, 198.51.100.7", "X-Forwarded-Proto": "https"}
    seen: list[str] = []
    https.before_request(lambda: seen.append(security.visitor().address))
    https.test_client().get("/healthz", headers=headers)
    assert seen == ["198.51.100.7"]


def test_http_on_loopback_promises_no_https(http: FlaskClient) -> None:
    assert "Strict-Transport-Security" not in http.get("/healthz").headers


def test_a_fault_of_ours_writes_no_values_into_the_log(
    cast: Cast, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlalchemy import text

    from pith.services import clients

    def broken(session, actor, now, master, name, timezone):  # type: ignore[no-untyped-def]
        session.execute(text("INSERT INTO nowhere VALUES (:name)"), {"name": name})

    monkeypatch.setattr(clients, "add_client", broken)
    with caplog.at_level(logging.DEBUG):
        answer = cast.owner.http.post("/api/v1/clients", json=NEW | {"name": "Sciatica after birth"})
    assert (answer.status_code, answer.json["code"]) == (500, "server_error")
    assert caplog.text
    assert "Sciatica" not in caplog.text
