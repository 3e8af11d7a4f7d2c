"""Mail over HTTP: a client's own address, the pages behind the links of a mail, and a therapist's alerts."""

from __future__ import annotations

import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from pith.config import Settings, load_settings
from pith.services import mailing
from pith.services.transaction import AnySession, read
from pith.store.mail import ClientMail
from tests.cast import Cast, Someone
from tests.conftest import Clock

MINE = "/api/v1/reminders/mail"
ALERTS = "/api/v1/me/alerts"
GUESS = "A" * 43


def asked(who: Someone, address: str = "ada@example.org") -> TestResponse:
    return who.http.put(MINE, json={"address": address})


def link(session: AnySession, settings: Settings, who: Someone, what: mailing.What) -> str:
    with read(session):
        serial = session.get_one(ClientMail, (who.actor.practice_id, who.id)).serial
    return f"/mail/{what}/{mailing.token_of(settings.secrets.master, what, who.actor.practice_id, who.id, serial)}"


def state(who: Someone) -> Any:
    return who.http.get("/api/v1/reminders").json["mail"]


def test_a_client_tells_her_address_and_takes_it_back(cast: Cast) -> None:
    assert asked(cast.client).json == {"state": "unconfirmed", "address": "ada@example.org"}
    assert state(cast.client) == {"state": "unconfirmed", "address": "ada@example.org"}
    assert cast.client.http.delete(MINE).status_code == 204
    assert state(cast.client) == {"state": "off", "address": None}


def test_her_therapist_is_told_that_mail_is_on_and_no_address(cast: Cast) -> None:
    asked(cast.client)
    shown = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/reminders").json["mail"]
    assert shown == {"state": "unconfirmed", "address": None}


@pytest.mark.parametrize(
    "address", ["ada", "a@b", "ada@example.org\r\nBcc: x@y.example", "ada@example.org, b@c.example"]
)
def test_what_is_no_address_is_refused_by_its_field(cast: Cast, address: str) -> None:
    answer = asked(cast.client, address)
    assert (answer.status_code, list(answer.json["fields"])) == (422, ["address"])


def test_asking_again_and_again_is_refused_with_a_time_to_wait(cast: Cast) -> None:
    assert [asked(cast.client).status_code for _ in range(4)] == [200, 200, 200, 429]
    assert 0 < int(asked(cast.client).headers["Retry-After"]) <= 86_400


def test_a_server_without_mail_says_so(app: Flask, cast: Cast, settings: Settings, tmp_path: Any) -> None:
    app.config["PITH"] = load_settings({"PITH_DATA": str(tmp_path / "data"), "DATABASE_URL": settings.database_url})
    assert (asked(cast.client).status_code, asked(cast.client).json["code"]) == (409, "mail_unavailable")
    assert state(cast.client) == {"state": "unavailable", "address": None}
    assert cast.owner.http.get(ALERTS).json == {"mail": True, "mail_available": False, "last": None}


def test_opening_a_link_changes_nothing_and_its_button_does(
    app: Flask, session: AnySession, cast: Cast, settings: Settings
) -> None:
    asked(cast.client)
    reader = app.test_client()
    yes, no = (link(session, settings, cast.client, what) for what in ("confirm", "off"))  # type: ignore[arg-type]
    for way, before, after in ((yes, "unconfirmed", "on"), (no, "on", "off")):
        for _ in range(2):
            page = reader.get(way)
            assert page.status_code == 200
            assert '<form method="post"><button>' in page.text
        assert reader.head(way).status_code == 200
        assert state(cast.client)["state"] == before
        assert reader.post(way).status_code == 200
        assert state(cast.client)["state"] == after


def test_a_mail_programs_own_button_turns_the_mails_off(
    app: Flask, session: AnySession, cast: Cast, settings: Settings
) -> None:
    """RFC 8058: a POST from another machine, with no cookie, and a form as its body."""
    asked(cast.client)
    no = link(session, settings, cast.client, "off")
    answer = app.test_client().post(
        no, data={"List-Unsubscribe": "One-Click"}, headers={"Origin": "https://mail.example", "Sec-Fetch-Site": "none"}
    )
    assert answer.status_code == 200
    assert state(cast.client)["state"] == "off"


def test_the_pages_are_small_safe_and_keep_the_secret_to_themselves(
    app: Flask, session: AnySession, cast: Cast, settings: Settings
) -> None:
    asked(cast.client)
    for what in ("confirm", "off"):
        page = app.test_client().get(link(session, settings, cast.client, what))  # type: ignore[arg-type]
        csp = page.headers["Content-Security-Policy"]
        assert "default-src 'none'" in csp
        assert "script" not in csp
        assert page.headers["Referrer-Policy"] == "no-referrer"
        assert page.headers["Cache-Control"] == "no-store"
        assert len(page.data) < 2500
        assert not re.search(r"https?://|<script|<img", page.text)
        assert cast.client.name not in page.text
        assert "ada@" not in page.text


def test_a_page_speaks_her_language_whatever_the_browser_says(
    app: Flask, session: AnySession, cast: Cast, settings: Settings
) -> None:
    cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"language": "de"})
    asked(cast.client)
    page = app.test_client().get(link(session, settings, cast.client, "off"), headers={"Accept-Language": "en"})
    assert '<html lang="de">' in page.text
    assert "Ja, abstellen" in page.text


def test_a_link_that_is_nobodys_speaks_the_browsers_language_and_opens_nothing(app: Flask, cast: Cast) -> None:
    asked(cast.client)
    reader = app.test_client()
    german = {"Accept-Language": "de-AT,de;q=0.8"}
    for answer in (
        reader.get(f"/mail/confirm/{GUESS}", headers=german),
        reader.post(f"/mail/confirm/{GUESS}", headers=german),
    ):
        assert answer.status_code == 404
        assert "Dieser Link öffnet nichts mehr" in answer.text
    assert reader.post(f"/mail/off/{GUESS}").status_code == 200
    assert state(cast.client)["state"] == "unconfirmed"


def test_a_confirming_link_does_not_turn_off_nor_the_other_way_round(
    app: Flask, session: AnySession, cast: Cast, settings: Settings
) -> None:
    asked(cast.client)
    yes, no = (link(session, settings, cast.client, what) for what in ("confirm", "off"))  # type: ignore[arg-type]
    reader = app.test_client()
    reader.post(yes.replace("/confirm/", "/off/"))
    assert reader.post(no.replace("/off/", "/confirm/")).status_code == 404
    assert state(cast.client)["state"] == "unconfirmed"


@pytest.mark.parametrize("odd", ["%00", "%ff%fe", "x" * 6000, "%F0%9F%8D%8A", "..%2f..", "%ed%a0%80"])
def test_an_odd_link_is_a_link_that_opens_nothing(app: Flask, cast: Cast, odd: str) -> None:
    asked(cast.client)
    reader = app.test_client()
    for way in (f"/mail/confirm/{odd}", f"/mail/off/{odd}"):
        assert reader.get(way).status_code < 500
        assert reader.post(way, data=b"\xff" * 3000).status_code < 500
    assert state(cast.client)["state"] == "unconfirmed"


def test_a_therapist_turns_her_alerts_by_mail_off_and_on(cast: Cast, clock: Clock) -> None:
    assert cast.owner.http.get(ALERTS).json == {"mail": True, "mail_available": True, "last": None}
    assert cast.owner.http.put(ALERTS, json={"mail": False}).json["mail"] is False
    assert cast.owner.http.get(ALERTS).json["mail"] is False
    assert cast.colleague.http.get(ALERTS).json["mail"] is True
    assert cast.owner.http.put(ALERTS, json={"mail": "yes"}).status_code == 422
