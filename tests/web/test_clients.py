"""Clients over HTTP."""

from __future__ import annotations

import pytest

from pith.content.loader import load_content
from tests import logs
from tests.cast import DEVICE, LOST_DEVICE, Cast
from tests.conftest import MONDAY
from tests.web.policy import PROGRAM


def test_a_new_client_stands_in_the_list(cast: Cast) -> None:
    made = cast.owner.http.post("/api/v1/clients", json={"name": "  New  One", "timezone": "Europe/Berlin"})
    assert made.status_code == 201
    assert (made.json["name"], made.json["screened"], made.json["paired"]) == ("New One", False, False)
    rows = cast.owner.http.get("/api/v1/clients").json["clients"]
    [row] = [row for row in rows if row["id"] == made.json["id"]]
    asked_first = [one for one in load_content().policy.intake if one.safety and not one.show_if]
    assert row == {
        "id": made.json["id"],
        "name": "New One",
        "timezone": "Europe/Berlin",
        "last_practised_on": None,
        "days_kept_14": {"kept": 0, "prescribed": 0},
        "pain": None,
        "unread": 0,
        "program_number": None,
        "fetched": None,
        "stopped": None,
        "red_flag": None,
        "screened": False,
        "safety": {"open": False, "due": len(asked_first)},
        "paired": False,
        "reminders": {"state": "none", "since": None, "reason": None},
        "archived_at": None,
    }


def test_a_zone_that_does_not_exist_is_refused(cast: Cast) -> None:
    answer = cast.owner.http.post("/api/v1/clients", json={"name": "N", "timezone": "Europe/Atlantis"})
    assert (answer.status_code, list(answer.json["fields"])) == (422, ["timezone"])


def test_a_card_says_who_may_see_her(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}"
    assert cast.owner.http.put(f"{url}/members/{cast.colleague.id}").status_code == 204
    assert [one["name"] for one in cast.colleague.http.get(url).json["therapists"]] == [
        "Colleague",
        "Owner of Practice A",
    ]
    assert cast.owner.http.delete(f"{url}/members/{cast.colleague.id}").status_code == 204
    assert cast.colleague.http.get(url).status_code == 404


def test_a_client_is_archived_and_comes_back(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}"
    assert cast.owner.http.patch(url, json={"archived": True}).json["archived_at"]
    assert cast.owner.http.patch(url, json={"archived": False}).json["archived_at"] is None


def test_only_true_and_false_archive(cast: Cast) -> None:
    answer = cast.owner.http.patch(f"/api/v1/clients/{cast.client.id}", json={"archived": "yes"})
    assert (answer.status_code, list(answer.json["fields"])) == (422, ["archived"])


def test_phones_are_listed_and_a_lost_one_is_revoked(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}/devices"
    phones = {one["id"]: one["revoked_at"] for one in cast.owner.http.get(url).json["devices"]}
    assert phones[LOST_DEVICE] is not None
    assert phones[DEVICE] is None
    assert cast.client.http.get("/api/v1/me").status_code == 200
    assert cast.owner.http.delete(f"{url}/{DEVICE}").status_code == 204
    assert cast.client.http.get("/api/v1/me").status_code == 401
    assert cast.owner.http.delete(f"{url}/00000000-0000-7000-8000-000000000000").status_code == 404


def test_a_new_pairing_keeps_what_the_client_is(cast: Cast) -> None:
    made = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/invitations").json
    assert made["qr_svg"].startswith("<svg")
    assert made["installable"] is True
    phone = cast.lost_phone.http
    answer = phone.post("/api/v1/session/pair", json={"token": made["token"], "device": {"id": LOST_DEVICE}})
    assert answer.json["client_id"] == cast.client.id
    assert phone.get("/api/v1/me").status_code == 200


def test_an_invitation_from_an_address_without_https_says_why_not(cast: Cast) -> None:
    url = f"http://192.0.2.7:8000/api/v1/clients/{cast.client.id}/invitations"
    browser = cast.owner.app.test_client()
    browser.set_cookie("pith-sid", cast.owner.token, domain="192.0.2.7")
    made = browser.post(url).json
    assert made["installable"] is False
    assert "https" in made["why_not"]


def test_a_clearance_is_given_and_taken(cast: Cast) -> None:
    url = f"/api/v1/clients/{cast.client.id}"
    given = cast.owner.http.post(f"{url}/clearance", json={"note": " in the room "})
    assert (given.status_code, given.json["by"], given.json["note"]) == (201, "Owner of Practice A", "in the room")
    assert cast.owner.http.get(url).json["screened"] is True
    assert cast.owner.http.delete(f"{url}/clearance").status_code == 204
    assert cast.owner.http.get(url).json["screened"] is False


@pytest.mark.parametrize("edge", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_a_phone_at_the_edge_of_the_calendar_breaks_nobodys_page(cast: Cast, edge: str) -> None:
    owner, base = cast.owner.http, f"/api/v1/clients/{cast.client.id}"
    owner.post(f"{base}/program/versions", json=PROGRAM | {"base_version": 0})
    told = [
        logs.make("read", what="program", ref="1", recorded_at=edge),
        logs.make("hurt", recorded_at=edge),
        logs.make("session", recorded_at=edge, started_at=edge, ended_at=edge),
        logs.make("consent", recorded_at=edge),
    ]
    answer = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*told, at=MONDAY))
    assert [one["status"] for one in answer.json["results"]] == ["stored"] * 4, answer.text
    pages = ["/api/v1/clients", base, f"{base}/program", f"{base}/logs", f"{base}/export", f"{base}/export.html"]
    assert [owner.get(page).status_code for page in [*pages, "/api/v1/logs"]] == [200] * 7
    assert cast.client.http.get("/api/v1/sync").status_code == 200
