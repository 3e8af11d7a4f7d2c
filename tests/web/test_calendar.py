"""Calendars over HTTP: what kind of file it is, and what an address that nobody has answers."""

from __future__ import annotations

import pytest
from flask import Flask

from tests.cast import Cast
from tests.web.policy import REMINDERS

TYPE = "text/calendar; charset=utf-8"
FILE = "/api/v1/reminders/calendar.ics"
FEED = "/api/v1/reminders/feed"


@pytest.fixture
def path(cast: Cast) -> str:
    phone = cast.client.http
    assert phone.put("/api/v1/reminders", json=REMINDERS).status_code == 200
    link: str = phone.post(FEED).json["link"]
    return link.removeprefix("http://127.0.0.1:8000") if link.startswith("http://127") else "/" + link.split("/", 3)[3]


def test_the_file_is_a_calendar_to_be_kept(cast: Cast, path: str) -> None:
    answer = cast.client.http.get(FILE)
    assert answer.headers["Content-Type"] == TYPE
    assert answer.headers["Content-Disposition"] == 'attachment; filename="pith.ics"'
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"BEGIN:VALARM" in answer.data


def test_a_feed_is_asked_without_a_sign_in_and_answers_304_to_who_has_it(app: Flask, path: str) -> None:
    anybody = app.test_client()
    first = anybody.get(path)
    assert (first.status_code, first.headers["Content-Type"]) == (200, TYPE)
    assert first.headers["Cache-Control"] == "private, no-cache"
    assert first.headers["X-Content-Type-Options"] == "nosniff"
    assert b"VALARM" not in first.data
    for told in (first.headers["ETag"], f'"other", W/{first.headers["ETag"]}'):
        again = anybody.get(path, headers={"If-None-Match": told})
        assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert anybody.head(path).status_code == 200


def test_an_address_that_ended_is_like_one_that_never_was(app: Flask, cast: Cast, path: str) -> None:
    anybody = app.test_client()
    assert cast.client.http.delete(FEED).status_code == 204
    ended, never = anybody.get(path), anybody.get("/calendar/AAAAAAAAAAAAAAAAAAAAAA.ics")
    assert (ended.status_code, ended.data, dict(ended.headers)) == (404, never.data, dict(never.headers))
    assert cast.client.http.get(FEED).json == {"made_at": None}


@pytest.mark.parametrize("token", ["%00", "..%2f..%2fetc", "x" * 5000, "%F0%9F%8D%8A", "%ED%A0%80", "a b"])
def test_an_odd_address_is_just_unknown(app: Flask, token: str) -> None:
    assert app.test_client().get(f"/calendar/{token}.ics").status_code == 404


def test_who_knocks_too_often_is_told_when_to_come_back(app: Flask) -> None:
    anybody = app.test_client()
    answers = [anybody.get(f"/calendar/{place}.ics") for place in range(61)]
    assert [one.status_code for one in answers] == [404] * 60 + [429]
    assert int(answers[-1].headers["Retry-After"]) > 3000
