"""Reminders over HTTP: who may open which door, and what stands behind it."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import Any

import pytest
from flask.testing import FlaskClient

from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.web.policy import SUBSCRIPTION

Json = dict[str, Any]
SLOT = {"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}
CHOICE: Json = {
    "timezone": "Europe/Berlin",
    "slots": [SLOT],
    "follows_phone": False,
    "quiet": {"from": "22:00", "to": "06:30"},
    "away_until": "2026-03-05",
    "follow_up_min": 60,
    "calendar": False,
}
OWN = "/api/v1/reminders"
MISSING = "00000000-0000-7000-8000-0000000000ff"

# Every door of this noun, with a body that is well formed; {client} and {line} are filled in.
DOORS: list[tuple[str, str, Any]] = [
    ("GET", OWN, None),
    ("PUT", OWN, CHOICE),
    ("POST", OWN + "/snooze", {"minutes": 30}),
    ("GET", "/api/v1/clients/{client}/reminders", None),
    ("PUT", "/api/v1/clients/{client}/reminders", CHOICE),
    ("POST", "/api/v1/clients/{client}/push/test", None),
    ("GET", "/api/v1/clients/{client}/push/deliveries/{line}", None),
    ("GET", "/api/v1/push/key", None),
    ("POST", "/api/v1/push/subscriptions", SUBSCRIPTION),
    ("DELETE", "/api/v1/push/subscriptions", {"endpoint": SUBSCRIPTION["endpoint"]}),
    ("POST", "/api/v1/push/test", None),
    ("GET", "/api/v1/push/deliveries/{line}", None),
    ("POST", "/api/v1/push/receipts", {"receipts": [{"id": MISSING, "what": "shown"}]}),
]
OF_A_CLIENT = [door for door in DOORS if "{client}" in door[1]]
OF_CLIENTS_ALONE = [door for door in DOORS if door[1].startswith(OWN)]


def opens(http: FlaskClient, cast: Cast, door: tuple[str, str, Any], line: str = MISSING) -> Any:
    method, path, body = door
    return http.open(path.format(client=cast.client.id, line=line), method=method, json=body)


def own(who: Someone) -> Json:
    answer = who.http.get(OWN)
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


@pytest.mark.parametrize("door", DOORS, ids=lambda door: f"{door[0]} {door[1]}")
def test_nobody_who_is_not_signed_in_comes_in(http: FlaskClient, cast: Cast, door: tuple[str, str, Any]) -> None:
    answer = opens(http, cast, door)
    assert (answer.status_code, answer.json["code"]) == (401, "session_expired")


@pytest.mark.parametrize("door", OF_A_CLIENT, ids=lambda door: f"{door[0]} {door[1]}")
@pytest.mark.parametrize("who", ["colleague", "stranger", "client", "strangers_client"])
def test_a_clients_doors_are_not_there_for_whoever_was_not_given_her(
    cast: Cast, door: tuple[str, str, Any], who: str
) -> None:
    line = cast.client.http.post("/api/v1/push/test").json["id"]
    assert opens(getattr(cast, who).http, cast, door, line).status_code == 404
    assert own(cast.client)["slots"] == []


@pytest.mark.parametrize("door", OF_CLIENTS_ALONE, ids=lambda door: f"{door[0]} {door[1]}")
def test_a_therapist_has_no_reminders_of_her_own(cast: Cast, door: tuple[str, str, Any]) -> None:
    assert opens(cast.owner.http, cast, door).status_code == 404


def test_what_is_put_is_what_is_got_by_both_sides(cast: Cast) -> None:
    shown = cast.client.http.put(OWN, json=CHOICE).json
    assert {name: shown[name] for name in CHOICE} == CHOICE
    assert shown["next_due_at"] == "2026-03-03T06:00:00.000Z"
    assert (shown["browsers"], shown["last"], shown["fading"]) == (0, None, None)
    desk = cast.owner.http.get(f"/api/v1/clients/{cast.client.id}/reminders").json
    assert {name: desk[name] for name in CHOICE} == CHOICE
    assert own(cast.client) == shown
    assert own(cast.other_client)["slots"] == []


def test_both_set_them_together_in_the_room(cast: Cast) -> None:
    path = f"/api/v1/clients/{cast.client.id}/reminders"
    assert cast.owner.http.put(path, json=CHOICE | {"slots": []}).json["next_due_at"] is None
    assert own(cast.client)["follow_up_min"] == 60


def test_what_is_left_out_is_as_it_usually_is(cast: Cast) -> None:
    shown = cast.client.http.put(OWN, json={"timezone": "Asia/Kathmandu", "slots": [{"time": "06:45"}]}).json
    assert shown["slots"] == [SLOT | {"time": "06:45"}]
    assert [shown[name] for name in ("follows_phone", "quiet", "away_until", "follow_up_min", "calendar")] == [
        True,
        None,
        None,
        None,
        False,
    ]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"timezone": "Mars/Base"}, "timezone"),
        ({"slots": [SLOT | {"time": "24:00"}]}, "slots.0.time"),
        ({"slots": [SLOT, SLOT]}, "slots.1.time"),
        ({"slots": [SLOT | {"days": [7]}]}, "slots.0.days.0"),
        ({"slots": [SLOT | {"enabled": "yes"}]}, "slots.0.enabled"),
        ({"slots": [SLOT | {"sound": "bell"}]}, "slots.0.sound"),
        ({"quiet": {"from": "22:00"}}, "quiet.to"),
        ({"away_until": "tomorrow"}, "away_until"),
        ({"follow_up_min": 5}, "follow_up_min"),
        ({"calendar": 1.5}, "calendar"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_choice_that_cannot_be_kept_is_refused_by_field(cast: Cast, change: Json, field: str) -> None:
    answer = cast.client.http.put(OWN, json=CHOICE | change)
    assert (answer.status_code, set(answer.json["fields"])) == (422, {field})
    assert own(cast.client)["slots"] == []


def test_a_snooze_needs_no_notification_and_has_its_limits(cast: Cast) -> None:
    assert cast.client.http.post(OWN + "/snooze", json={"minutes": 30}).status_code == 204
    assert cast.client.http.post(OWN + "/snooze", json={"minutes": 4}).json["fields"].keys() == {"minutes"}
    missing = cast.client.http.post(OWN + "/snooze", json={"minutes": 30, "id": MISSING})
    assert missing.status_code == 404


def test_everybody_subscribes_with_the_same_key_which_is_a_point_of_the_curve(cast: Cast) -> None:
    keys = {who.http.get("/api/v1/push/key").json["key"] for who in (cast.client, cast.owner, cast.stranger)}
    [key] = keys
    raw = urlsafe_b64decode(key + "=" * (-len(key) % 4))
    assert (len(raw), raw[0]) == (65, 4)


@pytest.mark.parametrize("who", ["client", "owner"])
def test_a_browser_is_kept_renewed_and_forgotten(cast: Cast, who: str) -> None:
    http = getattr(cast, who).http
    for _ in range(2):
        answer = http.post("/api/v1/push/subscriptions", json=SUBSCRIPTION | {"expirationTime": None})
        assert (answer.status_code, answer.json["browsers"]) == (201, 1)
    gone = {"endpoint": SUBSCRIPTION["endpoint"]}
    assert http.delete("/api/v1/push/subscriptions", json=gone).status_code == 204
    assert http.delete("/api/v1/push/subscriptions", json=gone).status_code == 204
    assert own(cast.client)["browsers"] == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "https://127.0.0.1/x",
        "http://fcm.googleapis.com/fcm/send/x",
        "https://fcm.googleapis.com.evil.example/x",
        "https://user:word@fcm.googleapis.com/x",
        "https://fcm.googleapis.com:8443/x",
        "nonsense",
    ],
)
def test_an_address_that_is_no_push_services_is_refused(cast: Cast, endpoint: str) -> None:
    answer = cast.client.http.post("/api/v1/push/subscriptions", json=SUBSCRIPTION | {"endpoint": endpoint})
    assert (answer.status_code, set(answer.json["fields"])) == (422, {"endpoint"})


@pytest.mark.parametrize("who", ["client", "owner"])
def test_a_test_is_sent_to_who_asks_and_its_fate_is_hers_alone(cast: Cast, clock: Clock, who: str) -> None:
    asker: Someone = getattr(cast, who)
    answer = asker.http.post("/api/v1/push/test")
    assert answer.status_code == 202
    path = f"/api/v1/push/deliveries/{answer.json['id']}"
    assert asker.http.get(path).json == {"id": answer.json["id"], "status": "due", "reason": None, "shown_at": None}
    told = {"receipts": [{"id": answer.json["id"], "what": "shown"}]}
    for other in (cast.other_client, cast.colleague, cast.stranger):
        assert other.http.post("/api/v1/push/receipts", json=told).status_code == 204
        assert other.http.get(path).status_code == 404
    assert asker.http.get(path).json["shown_at"] is None
    assert asker.http.post("/api/v1/push/receipts", json=told).status_code == 204
    assert asker.http.get(path).json["shown_at"] == "2026-03-02T07:00:00.000Z"


@pytest.mark.parametrize(
    "receipts",
    [[], [{"id": "x", "what": "shown"}], [{"id": MISSING, "what": "read"}], [{"id": MISSING, "what": "shown"}] * 101],
)
def test_receipts_that_make_no_sense_are_refused(cast: Cast, receipts: Any) -> None:
    assert cast.client.http.post("/api/v1/push/receipts", json={"receipts": receipts}).status_code == 422


def test_a_therapist_sends_a_test_to_her_clients_phone_and_sees_its_fate(cast: Cast) -> None:
    base = f"/api/v1/clients/{cast.client.id}/push"
    told = cast.owner.http.post(f"{base}/test").json["id"]
    assert cast.owner.http.get(f"{base}/deliveries/{told}").json["status"] == "due"
    assert cast.client.http.get(f"/api/v1/push/deliveries/{told}").json["status"] == "due"
    assert cast.owner.http.get(f"/api/v1/push/deliveries/{told}").status_code == 404
