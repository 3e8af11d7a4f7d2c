"""One good request for every route that takes a body, and the routes that take none (test_hostile_input.py)."""

from __future__ import annotations

from typing import Any

from tests import own
from tests.web.fuzz_world import PASSWORD, PROGRAM, VISIT, batch, note
from tests.web.policy import REMINDERS, SIGN_OFF, SUBSCRIPTION

LOG = "00000000-0000-7000-8000-00000000a002"
PERSON = {"name": "Mara", "email": "new@example.org", "password": PASSWORD}
ZONE = {"timezone": "Europe/Berlin"}
PHONE = {"id": "00000000-0000-7000-8000-00000000d009", "label": "Phone"}

ANOTHER_VISIT = {**VISIT, "id": "00000000-0000-7000-8000-00000000e002"}
MEASURE = {"measure_id": "psfs", "values": {"Climb the stairs": 4}}
AWAY = {"from": "2026-03-09", "until": "2026-03-20", "covered_by": "{therapist_id}"}
COURSE = {"visits_planned": 6, "started_on": "2026-03-01"}
FLAG = {"flag_id": "open_wound", "act": "raise", "sites": [{"region": "calf", "side": "left"}], "reason": "Seen."}
ANSWERS = {
    "q01": 40,
    "q08": [{"region": "calf", "side": "left"}],
    "q15": {"entries": [{"on": "2026-01-01", "sites": [], "agreed": "no"}]},
    "q26": {"chosen": "yes", "text": "Slowly."},
    "q27": [{"activity": "Climb the stairs", "score": 4}],
}
# (who, method, path): (a good body, the status it gets)
GOOD: dict[tuple[str, str, str], tuple[Any, int]] = {
    ("nobody", "POST", "/api/v1/practices"): ({**PERSON, **ZONE, "practice_name": "Second"}, 403),
    ("nobody", "POST", "/api/v1/session"): ({"email": "vera@example.org", "password": PASSWORD}, 200),
    ("nobody", "POST", "/api/v1/session/pair"): ({"token": "{token}", "device": PHONE}, 200),
    ("therapist", "PATCH", "/api/v1/practice"): ({"name": "Other room", "settings": {"idle_minutes": 60}}, 200),
    ("therapist", "POST", "/api/v1/practices/me/members"): (PERSON, 201),
    ("therapist", "POST", "/api/v1/clients"): ({"name": "Ida", **ZONE}, 201),
    ("therapist", "PATCH", "/api/v1/clients/{client_id}"): ({"name": "Ada L.", "archived": False}, 200),
    ("therapist", "DELETE", "/api/v1/clients/{client_id}"): ({"confirm_name": "Ada"}, 204),
    ("therapist", "POST", "/api/v1/clients/{client_id}/clearance"): ({"note": "Seen."}, 201),
    ("therapist", "POST", "/api/v1/clients/{client_id}/flags"): (FLAG, 201),
    ("therapist", "POST", "/api/v1/clients/{client_id}/intake"): ({"answers": ANSWERS}, 201),
    ("therapist", "POST", "/api/v1/clients/{client_id}/program/versions"): ({**PROGRAM, "base_version": 1}, 201),
    ("therapist", "POST", "/api/v1/clients/{client_id}/logs/{log_id}/answer"): ({"text": "Rest it today."}, 201),
    ("therapist", "PUT", "/api/v1/clients/{client_id}/dose"): (
        {"cap_s": 480, "lane": "slow", "mode": "auto"},
        200,
    ),
    ("therapist", "POST", "/api/v1/clients/{client_id}/dose/{proposal_id}/decline"): ({"reason": "Not yet."}, 200),
    ("therapist", "POST", "/api/v1/clients/{client_id}/dose/{decision_id}/undo"): ({"reason": "Seen."}, 200),
    ("therapist", "POST", "/api/v1/clients/{client_id}/visits"): (ANOTHER_VISIT, 201),
    ("therapist", "PATCH", "/api/v1/clients/{client_id}/visits/{visit_id}"): (ANOTHER_VISIT, 200),
    ("therapist", "PUT", "/api/v1/clients/{client_id}/course"): (COURSE, 200),
    ("therapist", "POST", "/api/v1/clients/{client_id}/measures"): (MEASURE, 201),
    ("therapist", "PUT", "/api/v1/clients/{client_id}/read-mark"): ({"seq": 1}, 204),
    ("therapist", "PUT", "/api/v1/practices/me/thresholds"): ({"values": {"pain_gate": 6}, "reason": "Careful."}, 200),
    ("therapist", "POST", "/api/v1/practices/me/sign-offs"): (SIGN_OFF, 201),
    ("therapist", "POST", "/api/v1/practices/me/techniques"): (own.body(language="en"), 201),
    ("therapist", "PUT", "/api/v1/practices/me/techniques/{own}"): ({**own.body(), "base_version": 1}, 200),
    ("therapist", "POST", "/api/v1/clients/import"): ({"export": "{export}"}, 201),
    ("therapist", "POST", "/api/v1/inbox/close"): ({"id": "{client_id}:note:{log_id}", "outcome": "seen"}, 204),
    ("therapist", "POST", "/api/v1/inbox/reopen"): ({"id": "{client_id}:note:{log_id}"}, 204),
    ("therapist", "PUT", "/api/v1/practices/me/away"): (AWAY, 200),
    ("client", "POST", "/api/v1/sync/logs"): (batch(note(LOG)), 200),
    ("therapist", "PATCH", "/api/v1/me"): ({"name": "Vera Holm-Lund"}, 200),
    ("client", "PUT", "/api/v1/reminders"): (REMINDERS, 200),
    ("therapist", "PUT", "/api/v1/clients/{client_id}/reminders"): (REMINDERS, 200),
    ("client", "PUT", "/api/v1/reminders/mail"): ({"address": "ada@example.org"}, 200),
    ("therapist", "PUT", "/api/v1/me/alerts"): ({"mail": False}, 200),
    ("client", "POST", "/api/v1/reminders/snooze"): ({"id": "{delivery_id}", "minutes": 30}, 204),
    ("client", "POST", "/api/v1/push/subscriptions"): (SUBSCRIPTION, 201),
    ("client", "DELETE", "/api/v1/push/subscriptions"): ({"endpoint": SUBSCRIPTION["endpoint"]}, 204),
    ("client", "POST", "/api/v1/push/receipts"): ({"receipts": [{"id": LOG, "what": "shown"}]}, 204),
    ("client", "DELETE", "/api/v1/me"): ({"confirm_name": "Ada"}, 204),
}
# Routes that write and read no body: what is sent along is of no interest to them. (Photos: tests/web/test_content.py.)
WITHOUT_BODY = {
    ("DELETE", "/api/v1/session"),
    ("DELETE", "/api/v1/practices/me/members/<therapist_id>"),
    ("POST", "/api/v1/session/handover"),
    ("POST", "/api/v1/push/test"),
    ("DELETE", "/api/v1/reminders/mail"),
    ("DELETE", "/api/v1/practices/me/away"),
    *(("POST", f"/mail/{what}/<token>") for what in ("confirm", "off")),
    ("POST", "/api/v1/clients/<client_id>/push/test"),
    *((method, "/api/v1/reminders/feed") for method in ("POST", "DELETE")),
    ("DELETE", "/api/v1/practices/me/techniques/<own>"),
    *((method, "/api/v1/practices/me/techniques/<own>/photo") for method in ("PUT", "DELETE")),
    ("DELETE", "/api/v1/sessions/<sign_in_id>"),
    ("POST", "/api/v1/clients/<client_id>/invitations"),
    ("POST", "/api/v1/clients/<client_id>/dose/<proposal_id>/accept"),
    *(("DELETE", f"/api/v1/clients/<client_id>/{what}") for what in ("clearance", "devices/<device_id>")),
    *(("DELETE", f"/api/v1/clients/<client_id>/{what}") for what in ("visits/<visit_id>", "course")),
    *((method, "/api/v1/clients/<client_id>/members/<therapist_id>") for method in ("PUT", "DELETE")),
}
