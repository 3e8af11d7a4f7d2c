"""Who may open which door: one line a route and method. A route that is missing here fails test_isolation.py.

To add a route: find whom it is about, and give a body that the right person would send, and the status she gets.
`about`:  "client"   the path names a client (and maybe something of hers): nobody else may even learn that she exists
          "self"     it answers from the asker's own place: others get their own, with nothing of the cast's in it
          "sign-in"  the path names a sign-in of the asker
          "delivery" it names something that was sent to the asker
          "alert"    it names something in the inbox about a client
          "colleague" the path names a therapist: her practice knows that she exists, nobody else may learn it
          "practice" the path names something that the practice made: no other practice may learn that it exists
`who`:    "owner", "therapist" (any of the practice), "client" (her phone), "anyone" (signed in)
Names in a path are filled in from `World.ids`; a body's "{name}" too
("{own_name}": of whoever asks; "{new_email}": nobody has it yet).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tests import logs, own
from tests.cast import PASSWORD
from tests.conftest import MONDAY
from tests.photos import photo

ZONE = "Europe/Berlin"
PROGRAM = {
    "base_version": 1,
    "items": [{"technique_id": "scalp-glide", "level": 1}],
    "days": [0, 1, 2, 3, 4, 5, 6],
    "reason": "Another one",
}
FLAG = {"flag_id": "bruises_easily", "act": "raise", "reason": "Seen in the room"}
REMINDERS = {"timezone": ZONE, "slots": [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6]}], "quiet": None}
SUBSCRIPTION = {
    "endpoint": "https://fcm.googleapis.com/fcm/send/somebody",
    "keys": {
        "p256dh": "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
        "auth": "BTBZMqHH6r4Tts7J_aSIgg",
    },
}
VISIT = {
    "id": "00000000-0000-7000-8000-0000000000e1",
    "on": "2026-02-20",
    "minutes": 50,
    "kind": "direct",
    "regions": [{"region": "calf", "side": "left"}],
    "note": "Softer than last time.",
    "reaction": "Warm.",
}
COURSE = {"visits_planned": 6, "started_on": "2026-03-02"}
AWAY = {"from": "2026-03-09", "until": "2026-03-20", "covered_by": "{cover}"}
SIGN_OFF = {"part": "rules", "version": "{rules}", "name": "Reviewing Clinician", "role": "Physician"}
PERSON = {"name": "New person", "email": "{new_email}", "password": PASSWORD}


@dataclass(frozen=True)
class Door:
    about: Literal["client", "self", "sign-in", "delivery", "alert", "colleague", "practice"]
    who: Literal["owner", "therapist", "client", "anyone"]
    status: int = 200
    body: Any = None
    query: str = ""


# Open to everybody: what stands behind them is in test_accounts.py.
PUBLIC = {
    ("POST", "/api/v1/practices"),
    ("POST", "/api/v1/session"),
    ("POST", "/api/v1/session/pair"),
    ("GET", "/api/v1/openapi.json"),
    ("GET", "/healthz"),
    # The links of mails: a long secret in the address opens them (tests/web/test_mail.py).
    *((method, f"/mail/{what}/<token>") for method in ("GET", "POST") for what in ("confirm", "off")),
    ("GET", "/calendar/<token>.ics"),
}

_CLIENT = "/api/v1/clients/<client_id>"
_MINE = "/api/v1/practices/me"
_OWN = _MINE + "/techniques/<own>"
_VERSION = _CLIENT + "/program/versions/<int(max=2147483647):number>"

DOORS: dict[tuple[str, str], Door] = {
    # accounts
    ("DELETE", "/api/v1/session"): Door("self", "anyone", 204),
    ("POST", "/api/v1/session/handover"): Door("self", "client"),
    ("GET", "/api/v1/me"): Door("self", "anyone"),
    ("PATCH", "/api/v1/me"): Door("self", "therapist", body={"name": "Renamed"}),
    ("GET", "/api/v1/practice"): Door("self", "therapist"),
    ("PATCH", "/api/v1/practice"): Door("self", "owner", body={"name": "Renamed"}),
    ("GET", "/api/v1/practices/me/members"): Door("self", "therapist"),
    ("POST", "/api/v1/practices/me/members"): Door("self", "owner", 201, PERSON),
    ("DELETE", "/api/v1/practices/me/members/<therapist_id>"): Door("colleague", "owner", 204),
    ("GET", "/api/v1/sessions"): Door("self", "anyone"),
    ("DELETE", "/api/v1/sessions/<sign_in_id>"): Door("sign-in", "anyone", 204),
    # clients
    ("GET", "/api/v1/clients"): Door("self", "therapist"),
    ("POST", "/api/v1/clients"): Door("self", "therapist", 201, {"name": "New", "timezone": ZONE}),
    ("GET", _CLIENT): Door("client", "therapist"),
    ("PATCH", _CLIENT): Door("client", "therapist", body={"name": "Renamed"}),
    ("POST", _CLIENT + "/invitations"): Door("client", "therapist", 201),
    ("GET", _CLIENT + "/devices"): Door("client", "therapist"),
    ("DELETE", _CLIENT + "/devices/<device_id>"): Door("client", "therapist", 204),
    ("PUT", _CLIENT + "/members/<therapist_id>"): Door("client", "therapist", 204),
    ("DELETE", _CLIENT + "/members/<therapist_id>"): Door("client", "therapist", 204),
    # keeping
    ("GET", _CLIENT + "/export"): Door("client", "therapist"),
    ("GET", _CLIENT + "/export.html"): Door("client", "therapist"),
    ("DELETE", _CLIENT): Door("client", "owner", 204, {"confirm_name": "{client_name}"}),
    ("POST", "/api/v1/clients/import"): Door("self", "therapist", 201, {"export": "{export}"}),
    ("GET", "/api/v1/me/export"): Door("self", "client"),
    ("GET", "/api/v1/me/export.html"): Door("self", "client"),
    ("DELETE", "/api/v1/me"): Door("self", "client", 204, {"confirm_name": "{own_name}"}),
    # screening
    ("POST", _CLIENT + "/clearance"): Door("client", "therapist", 201, {"note": "seen"}),
    ("DELETE", _CLIENT + "/clearance"): Door("client", "therapist", 204),
    ("GET", _CLIENT + "/flags"): Door("client", "therapist"),
    ("GET", _CLIENT + "/verdicts"): Door("client", "therapist", query="?levels=temple-hold:2"),
    ("POST", _CLIENT + "/flags"): Door("client", "therapist", 201, FLAG),
    ("GET", _CLIENT + "/intake"): Door("client", "therapist"),
    ("POST", _CLIENT + "/intake"): Door("client", "therapist", 201, {"answers": {"q26": "no"}}),
    # measures
    ("GET", _CLIENT + "/measures"): Door("client", "therapist"),
    ("POST", _CLIENT + "/measures"): Door("client", "therapist", 201, {"measure_id": "pain_avg", "values": {"avg": 4}}),
    ("GET", _CLIENT + "/consistency"): Door("client", "therapist"),
    # visits
    ("GET", _CLIENT + "/visits"): Door("client", "therapist"),
    ("POST", _CLIENT + "/visits"): Door("client", "therapist", 201, VISIT),
    ("PATCH", _CLIENT + "/visits/<visit_id>"): Door("client", "therapist", 200, {**VISIT, "id": "{new_visit_id}"}),
    ("DELETE", _CLIENT + "/visits/<visit_id>"): Door("client", "therapist", 204),
    ("PUT", _CLIENT + "/course"): Door("client", "therapist", 200, COURSE),
    ("DELETE", _CLIENT + "/course"): Door("client", "therapist", 204),
    # catalogue and programs
    ("GET", "/api/v1/techniques"): Door("self", "anyone"),
    ("GET", _CLIENT + "/program"): Door("client", "therapist"),
    ("POST", _CLIENT + "/program/versions"): Door("client", "therapist", 201, PROGRAM),
    ("GET", _VERSION): Door("client", "therapist"),
    ("GET", _VERSION + "/diff"): Door("client", "therapist"),
    # dose
    ("GET", _CLIENT + "/dose"): Door("client", "therapist"),
    ("PUT", _CLIENT + "/dose"): Door("client", "therapist", 200, {"cap_s": 480, "lane": "slow", "mode": "suggest"}),
    ("POST", _CLIENT + "/dose/<proposal_id>/accept"): Door("client", "therapist"),
    ("POST", _CLIENT + "/dose/<proposal_id>/decline"): Door("client", "therapist", 200, {"reason": "Not yet"}),
    ("POST", _CLIENT + "/dose/<decision_id>/undo"): Door("client", "therapist", 200, {"reason": "Seen in the room"}),
    # what a practice makes its own
    ("GET", _MINE + "/thresholds"): Door("self", "therapist"),
    ("PUT", _MINE + "/thresholds"): Door("self", "owner", 200, {"values": {"pain_gate": 6}, "reason": "Careful"}),
    ("GET", _MINE + "/sign-offs"): Door("self", "therapist"),
    ("POST", _MINE + "/sign-offs"): Door("self", "owner", 201, SIGN_OFF),
    ("GET", _MINE + "/techniques"): Door("self", "therapist"),
    ("POST", _MINE + "/techniques"): Door("self", "therapist", 201, own.body()),
    ("PUT", _OWN): Door("practice", "therapist", 200, {**own.body(), "base_version": 2}),
    ("DELETE", _OWN): Door("practice", "therapist", 204),
    ("PUT", _OWN + "/photo"): Door("practice", "therapist", 200, photo("PNG", 8, 8), "?alt=The+wall"),
    ("DELETE", _OWN + "/photo"): Door("practice", "therapist"),
    ("GET", "/api/v1/photos/<photo_id>"): Door("practice", "anyone"),
    # sync
    ("GET", "/api/v1/sync"): Door("self", "client"),
    ("GET", "/api/v1/sync/logs"): Door("self", "client"),
    ("POST", "/api/v1/sync/logs"): Door("self", "client", 200, logs.batch(logs.make("note"), at=MONDAY)),
    # practice
    ("GET", _CLIENT + "/logs"): Door("client", "therapist"),
    ("POST", _CLIENT + "/logs/<log_id>/answer"): Door("client", "therapist", 201, {"text": "Rest it today."}),
    ("PUT", _CLIENT + "/read-mark"): Door("client", "therapist", 204, {"seq": 1}),
    ("GET", "/api/v1/logs"): Door("self", "therapist", query="?after=0"),
    # inbox
    ("GET", "/api/v1/inbox"): Door("self", "therapist"),
    ("GET", _CLIENT + "/alerts"): Door("client", "therapist"),
    ("POST", "/api/v1/inbox/close"): Door("alert", "therapist", 204, {"id": "{alert_id}", "outcome": "called"}),
    ("POST", "/api/v1/inbox/reopen"): Door("alert", "therapist", 204, {"id": "{alert_id}"}),
    ("GET", _MINE + "/away"): Door("self", "therapist"),
    ("PUT", _MINE + "/away"): Door("practice", "therapist", 200, AWAY),
    ("DELETE", _MINE + "/away"): Door("self", "therapist", 204),
    # reminders
    ("GET", "/api/v1/reminders"): Door("self", "client"),
    ("PUT", "/api/v1/reminders"): Door("self", "client", body=REMINDERS),
    ("GET", _CLIENT + "/reminders"): Door("client", "therapist"),
    ("PUT", _CLIENT + "/reminders"): Door("client", "therapist", body=REMINDERS),
    ("POST", _CLIENT + "/push/test"): Door("client", "therapist", 202),
    ("GET", _CLIENT + "/push/deliveries/<delivery_id>"): Door("client", "therapist"),
    ("POST", "/api/v1/reminders/snooze"): Door("delivery", "client", 204, {"id": "{delivery_id}", "minutes": 30}),
    ("GET", "/api/v1/reminders/calendar.ics"): Door("self", "client"),
    ("GET", "/api/v1/reminders/feed"): Door("self", "client"),
    ("POST", "/api/v1/reminders/feed"): Door("self", "client", 201),
    ("DELETE", "/api/v1/reminders/feed"): Door("self", "client", 204),
    ("PUT", "/api/v1/reminders/mail"): Door("self", "client", 200, {"address": "{new_email}"}),
    ("DELETE", "/api/v1/reminders/mail"): Door("self", "client", 204),
    ("GET", "/api/v1/me/alerts"): Door("self", "therapist"),
    ("PUT", "/api/v1/me/alerts"): Door("self", "therapist", 200, {"mail": False}),
    ("GET", "/api/v1/push/key"): Door("self", "anyone"),
    ("POST", "/api/v1/push/subscriptions"): Door("self", "anyone", 201, SUBSCRIPTION),
    ("DELETE", "/api/v1/push/subscriptions"): Door("self", "anyone", 204, {"endpoint": SUBSCRIPTION["endpoint"]}),
    ("POST", "/api/v1/push/test"): Door("self", "anyone", 202),
    ("GET", "/api/v1/push/deliveries/<delivery_id>"): Door("delivery", "client"),
    ("POST", "/api/v1/push/receipts"): Door(
        "self", "anyone", 204, {"receipts": [{"id": "{delivery_id}", "what": "shown"}]}
    ),
}

# The same door with a real client of one's own, but with something in the path that is somebody else's: of a client of
# another practice ("strangers_...") or of another client of the same therapist ("others_...").
_OF_A_CLIENT = {
    "log_id": (("POST", _CLIENT + "/logs/<log_id>/answer"),),
    "visit_id": (("PATCH", _CLIENT + "/visits/<visit_id>"), ("DELETE", _CLIENT + "/visits/<visit_id>")),
    "proposal_id": (
        ("POST", _CLIENT + "/dose/<proposal_id>/accept"),
        ("POST", _CLIENT + "/dose/<proposal_id>/decline"),
    ),
    "decision_id": (("POST", _CLIENT + "/dose/<decision_id>/undo"),),
    "delivery_id": (("GET", _CLIENT + "/push/deliveries/<delivery_id>"),),
    "device_id": (("DELETE", _CLIENT + "/devices/<device_id>"),),
}
MIXED_UP = [
    *(
        (route, name, f"{{{whose}_{name}}}")
        for name, routes in _OF_A_CLIENT.items()
        for route in routes
        for whose in ("strangers", "others")
    ),
    (("DELETE", "/api/v1/practices/me/members/<therapist_id>"), "therapist_id", "{stranger}"),
    (("PUT", _CLIENT + "/members/<therapist_id>"), "therapist_id", "{stranger}"),
    (("DELETE", _CLIENT + "/members/<therapist_id>"), "therapist_id", "{stranger}"),
    (("PUT", _OWN), "own", "{strangers_own}"),
    (("DELETE", _OWN), "own", "{strangers_own}"),
    (("PUT", _OWN + "/photo"), "own", "{strangers_own}"),
    (("DELETE", _OWN + "/photo"), "own", "{strangers_own}"),
    # Something in the inbox: another practice's, and one whose parts belong to two clients.
    *(
        (("POST", f"/api/v1/inbox/{what}"), "alert_id", mixed)
        for what in ("close", "reopen")
        for mixed in (
            "{strangers_client_id}:note:{strangers_log_id}",
            "{client_id}:note:{strangers_log_id}",
            "{client_id}:note:{others_log_id}",
            "{others_client_id}:note:{log_id}",
        )
    ),
    (("PUT", _MINE + "/away"), "cover", "{stranger}"),
    (("PUT", _MINE + "/away"), "cover", "{client_id}"),
    (("PUT", _MINE + "/away"), "cover", "{strangers_client_id}"),
]
