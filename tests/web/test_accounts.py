"""The doors over HTTP: codes, cookies, bytes."""

from __future__ import annotations

from typing import Any

import pytest
from flask.testing import FlaskClient

from pith.services import passwords
from tests.cast import COOKIE, DEVICE, PASSWORD, Cast, known_hash
from tests.conftest import Clock

SIGN_UP = {
    "practice_name": "Praxis",
    "name": "Anna Beispiel",
    "email": "anna@example.org",
    "password": PASSWORD,
    "timezone": "Europe/Berlin",
}
SIGN_IN = {"email": "owner@a.example", "password": PASSWORD}


@pytest.fixture(autouse=True)
def one_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "hash_password", lambda _: known_hash())


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json["code"]


def test_signing_up_signs_in(http: FlaskClient) -> None:
    answer = http.post("/api/v1/practices", json=SIGN_UP)
    assert answer.status_code == 201
    assert http.get("/api/v1/me").json == answer.json
    assert answer.json["practice"]["settings"]["idle_minutes"] == 120


def test_a_second_practice_is_refused(http: FlaskClient) -> None:
    http.post("/api/v1/practices", json=SIGN_UP)
    assert code(http.post("/api/v1/practices", json=SIGN_UP)) == (403, "sign_up_closed")


def test_a_password_never_comes_back(http: FlaskClient) -> None:
    assert "password" not in http.post("/api/v1/practices", json=SIGN_UP).text


@pytest.mark.parametrize("field", sorted(SIGN_UP))
def test_a_missing_field_is_named(http: FlaskClient, field: str) -> None:
    body = {name: value for name, value in SIGN_UP.items() if name != field}
    answer = http.post("/api/v1/practices", json=body)
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == [field]


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(cast: Cast, http: FlaskClient) -> None:
    cookie = http.post("/api/v1/session", json=SIGN_IN).headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_an_unknown_address_and_a_wrong_password_get_the_same_bytes(cast: Cast, http: FlaskClient) -> None:
    wrong = http.post("/api/v1/session", json=SIGN_IN | {"password": "wrong"})
    unknown = http.post("/api/v1/session", json=SIGN_IN | {"email": "nobody@a.example"})
    assert code(wrong) == (401, "wrong_credentials")
    assert (wrong.data, wrong.status_code, dict(wrong.headers)) == (
        unknown.data,
        unknown.status_code,
        dict(unknown.headers),
    )


def test_an_unknown_address_costs_the_same_work(cast: Cast, http: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []
    real = passwords._hasher.verify

    class Spy:
        def verify(self, stored: str, password: bytes) -> bool:
            checked.append(stored.rpartition("$")[0].rpartition("$")[0])
            return real(stored, password)

    monkeypatch.setattr(passwords, "_hasher", Spy())
    http.post("/api/v1/session", json=SIGN_IN | {"password": "wrong"})
    http.post("/api/v1/session", json=SIGN_IN | {"email": "nobody@a.example"})
    assert checked == ["$argon2id$v=19$m=65536,t=3,p=4"] * 2


def test_too_many_tries_say_when_to_come_back(cast: Cast, http: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "matches", lambda stored, password: False)
    for _ in range(10):
        http.post("/api/v1/session", json=SIGN_IN)
    answer = http.post("/api/v1/session", json=SIGN_IN)
    assert code(answer) == (429, "too_many_tries")
    assert answer.headers["Retry-After"] == "900"


def test_signing_out_ends_it_on_the_server(cast: Cast) -> None:
    browser = cast.owner.http
    assert browser.delete("/api/v1/session").status_code == 204
    assert browser.get_cookie(COOKIE) is None
    assert code(cast.owner.http.get("/api/v1/me")) == (401, "session_expired")


def test_a_quiet_therapist_is_asked_to_sign_in(cast: Cast, clock: Clock) -> None:
    clock.forward(hours=2)
    assert code(cast.owner.http.get("/api/v1/me")) == (401, "session_expired")


def test_own_sign_ins_are_listed_and_ended(cast: Cast, http: FlaskClient) -> None:
    http.post("/api/v1/session", json=SIGN_IN)
    rows = http.get("/api/v1/sessions").json["sessions"]
    [other] = [row for row in rows if not row["current"]]
    assert http.delete(f"/api/v1/sessions/{other['id']}").status_code == 204
    assert cast.owner.http.get("/api/v1/me").status_code == 401
    assert len(http.get("/api/v1/sessions").json["sessions"]) == 1


def invited(cast: Cast) -> str:
    made = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/invitations").json
    assert made["url"] == f"http://localhost:8000/join?lang=en#{made['token']}"
    return str(made["token"])


def test_a_phone_comes_in_by_link_and_knows_what_it_needs(cast: Cast, http: FlaskClient) -> None:
    answer = http.post("/api/v1/session/pair", json={"token": invited(cast), "device": {"label": "Phone"}})
    assert answer.status_code == 200
    me = answer.json
    assert (me["kind"], me["client_id"], me["practice_name"]) == ("client", cast.client.id, "Practice A")
    assert (me["therapist_name"], me["timezone"], me["consent_version"]) == (
        "Owner of Practice A",
        "Europe/Berlin",
        None,
    )
    assert http.get("/api/v1/me").json == me | {"id": cast.client.id}


def test_opening_a_link_uses_nothing_up(cast: Cast, http: FlaskClient) -> None:
    token = invited(cast)
    http.get(f"/join?x={token}", buffered=True)
    assert http.post("/api/v1/session/pair", json={"token": token, "device": {}}).status_code == 200


def test_used_and_unknown_invitations_look_the_same(cast: Cast, http: FlaskClient) -> None:
    token = invited(cast)
    http.post("/api/v1/session/pair", json={"token": token, "device": {}})
    used = http.post("/api/v1/session/pair", json={"token": token, "device": {}})
    unknown = http.post("/api/v1/session/pair", json={"token": "A" * 22, "device": {}})
    assert code(used) == (404, "invitation_invalid")
    assert (used.data, dict(used.headers)) == (unknown.data, dict(unknown.headers))


@pytest.mark.parametrize("body", [{}, {"token": "a", "code": "b"}])
def test_a_phone_shows_one_key(http: FlaskClient, body: dict[str, str]) -> None:
    answer = http.post("/api/v1/session/pair", json=body | {"device": {}})
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == ["token"]


def test_a_signed_in_phone_hands_over_to_its_installed_app(cast: Cast, http: FlaskClient) -> None:
    made = cast.client.http.post("/api/v1/session/handover").json
    answer = http.post("/api/v1/session/pair", json={"code": made["code"].lower(), "device": {"id": DEVICE}})
    assert answer.status_code == 200
    assert answer.json["device_id"] == DEVICE


def test_a_phones_cookie_is_prolonged_as_it_is_used(cast: Cast, clock: Clock) -> None:
    phone = cast.client.http
    assert "Set-Cookie" not in phone.get("/api/v1/me").headers
    clock.forward(hours=1)
    assert f"Max-Age={400 * 24 * 3600}" in phone.get("/api/v1/me").headers["Set-Cookie"]


def test_a_revoked_phone_is_told_to_wipe_by_sync_only(cast: Cast) -> None:
    phone = cast.lost_phone.http
    answer = phone.get("/api/v1/sync")
    assert code(answer) == (410, "client_revoked")
    assert (answer.json["wipe"], answer.json["client_id"], answer.json["practice_id"]) == (
        True,
        cast.client.id,
        cast.client.actor.practice_id,
    )
    assert code(phone.get("/api/v1/me")) == (401, "session_expired")


def test_the_owner_adds_a_colleague_who_signs_in(cast: Cast, http: FlaskClient) -> None:
    person = {"name": "Second", "email": "second@a.example", "password": PASSWORD}
    assert cast.owner.http.post("/api/v1/practices/me/members", json=person).json["role"] == "member"
    me = http.post("/api/v1/session", json={"email": "second@a.example", "password": PASSWORD}).json
    assert me["practice_id"] == cast.owner.actor.practice_id
    assert http.get("/api/v1/clients").json == {"clients": []}


def test_a_therapist_changes_her_name_and_password(cast: Cast) -> None:
    browser = cast.owner.http
    assert browser.patch("/api/v1/me", json={"name": "Renamed"}).json["name"] == "Renamed"
    both = {"password": "seven loud lemons at noon", "current_password": PASSWORD}
    assert browser.patch("/api/v1/me", json=both).json == browser.get("/api/v1/me").json


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"password": "seven loud lemons at noon"}, "current_password"),
        ({"current_password": PASSWORD}, "password"),
        ({"password": "seven loud lemons at noon", "current_password": "wrong"}, "current_password"),
        ({"password": "short", "current_password": PASSWORD}, "password"),
        ({"name": " "}, "name"),
        ({"role": "owner"}, "role"),
    ],
)
def test_what_is_wrong_with_a_change_is_named(cast: Cast, body: dict[str, str], field: str) -> None:
    answer = cast.colleague.http.patch("/api/v1/me", json=body)
    assert (answer.status_code, list(answer.json["fields"])) == (422, [field])


def test_a_phone_has_no_such_door(cast: Cast) -> None:
    assert code(cast.client.http.patch("/api/v1/me", json={"name": "Me"})) == (404, "not_found")


def test_the_owner_ends_a_colleagues_access_but_never_her_own(cast: Cast) -> None:
    members = "/api/v1/practices/me/members"
    assert code(cast.owner.http.delete(f"{members}/{cast.owner.id}")) == (403, "owner_stays")
    assert cast.owner.http.delete(f"{members}/{cast.colleague.id}").status_code == 204
    assert code(cast.colleague.http.get("/api/v1/me")) == (401, "session_expired")


def test_a_colleague_changes_neither_practice_nor_members(cast: Cast) -> None:
    person = {"name": "Third", "email": "third@a.example", "password": PASSWORD}
    assert code(cast.colleague.http.post("/api/v1/practices/me/members", json=person)) == (403, "not_allowed")
    assert code(cast.colleague.http.patch("/api/v1/practice", json={"name": "Mine"})) == (403, "not_allowed")


def test_practice_settings_are_checked_and_kept(cast: Cast) -> None:
    answer = cast.owner.http.patch("/api/v1/practice", json={"settings": {"idle_minutes": 1}})
    assert answer.status_code == 422
    assert list(answer.json["fields"]) == ["settings.idle_minutes"]
    cast.owner.http.patch("/api/v1/practice", json={"settings": {"minors": "16_plus"}, "timezone": "Europe/Vienna"})
    kept = cast.owner.http.get("/api/v1/practice").json
    assert (kept["timezone"], kept["settings"]["minors"]) == ("Europe/Vienna", "16_plus")
