"""A client with a life behind her: a program in two versions, every kind of log, a stop, a refusal, a clearance."""

from __future__ import annotations

from typing import Any

import orjson
from sqlalchemy import Engine, select, update

from pith.domain.accounts import Actor
from pith.services import exporting
from pith.services.transaction import AnySession, write
from pith.store.db import db
from pith.store.deliveries import Delivery
from pith.store.models import Base
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import MONDAY, Clock

Document = dict[str, Any]
Rows = dict[str, list[tuple[Any, ...]]]

SECRET_WORDS = "Zanzibar at night"
PRIVATE_WORDS = "Only for my diary"


def furnish(cast: Cast, who: Someone | None = None) -> list[dict[str, Any]]:
    """Gives `who` (the cast's client) all of that over HTTP; returns the logs that were stored."""
    client = who or cast.client
    url = f"/api/v1/clients/{client.id}"
    assert cast.owner.http.post(f"{url}/clearance", json={"note": "Seen in the room."}).status_code == 201
    flag = {"flag_id": "bruises_easily", "act": "raise", "reason": "Told in the room."}
    assert cast.owner.http.post(f"{url}/flags", json=flag).status_code == 201
    answers = {"q26": {"chosen": "yes", "text": "Told in the room: <i>slowly</i>."}}
    assert cast.owner.http.post(f"{url}/intake", json={"answers": answers}).status_code == 201
    for number, level in enumerate((1, 2)):
        body = {
            "base_version": number,
            "items": [{"technique_id": "scalp-glide", "level": level, "note": "<b>slowly</b>"}],
            "days": [0, 2, 4],
            "reason": "First program" if number == 0 else "Easier now & longer",
        }
        saved = cast.owner.http.post(f"{url}/program/versions", json=body)
        assert saved.status_code == 201, saved.json
    sent = [logs.make(kind) for kind in logs.BY_KIND]
    sent += [
        logs.make("check", answers={"d1": ["surgery"]}),
        logs.make("note", text=SECRET_WORDS),
        logs.make("note", text=PRIVATE_WORDS, private=True),
        logs.make("note", text="<script>alert(1)</script>"),
    ]
    refused = logs.make("session", program_version=77, word="From nowhere")
    answer = client.http.post("/api/v1/sync/logs", json=logs.batch(*sent, refused, at=MONDAY))
    assert [one["status"] for one in answer.json["results"]] == ["stored"] * len(sent) + ["rejected"]
    answered = {"text": "Rest the <b>left</b> side today."}
    assert cast.owner.http.post(f"{url}/logs/{sent[-1]['id']}/answer", json=answered).status_code == 201
    seen = {"on": "2026-03-01", "minutes": 50, "kind": "both", "regions": [{"region": "calf", "side": "left"}]}
    first, second, third = (logs.make("note")["id"] for _ in range(3))
    told = {"note": "Softer: <i>left calf</i>.", "reaction": "Warm & light."}
    assert cast.owner.http.post(f"{url}/visits", json={"id": first, **seen}).status_code == 201
    assert cast.owner.http.patch(f"{url}/visits/{first}", json={"id": second, **seen, **told}).status_code == 200
    assert cast.owner.http.post(f"{url}/visits", json={"id": third, **seen}).status_code == 201
    assert cast.owner.http.delete(f"{url}/visits/{third}").status_code == 204
    course = {"visits_planned": 6, "started_on": "2026-02-23"}
    assert cast.owner.http.put(f"{url}/course", json=course).status_code == 200
    assert cast.owner.http.delete(f"{url}/course").status_code == 204
    assert cast.owner.http.put(f"{url}/course", json={**course, "visits_planned": 10}).status_code == 200
    chosen = {"timezone": "Europe/Berlin", "slots": [{"time": "07:00"}], "quiet": {"from": "22:00", "to": "06:30"}}
    assert client.http.put("/api/v1/reminders", json=chosen).status_code == 200
    sent_once = client.http.post("/api/v1/push/test").json["id"]
    with write(db.session):
        done = {"status": "done", "channel": "push", "ended_at": MONDAY, "shown_at": MONDAY}
        db.session.execute(update(Delivery).where(Delivery.id == sent_once).values(**done))
    # The requests wrote in sessions of their own; a reading transaction of the test's would not see it.
    db.session.rollback()
    return sent


def exported(session: AnySession, actor: Actor, clock: Clock, master: bytes, client_id: str) -> Document:
    """The export as JSON that went over the wire."""
    document = exporting.export_client(session, actor, clock(), master, client_id)
    return dict(orjson.loads(orjson.dumps(document, option=orjson.OPT_UTC_Z)))


def every_row(engine: Engine) -> Rows:
    """All rows of all tables, as the database holds them."""
    with engine.connect() as connection:
        return {
            table.name: sorted(tuple(row) for row in connection.execute(select(table)))
            for table in Base.metadata.sorted_tables
        }


def everywhere(session: Any, *needles: str) -> list[str]:
    """`table.column` of each value, in any row of any table, that holds one of these texts."""
    found = set()
    for table in Base.metadata.sorted_tables:
        for row in session.execute(select(table)).mappings():
            found |= {f"{table.name}.{name}" for name, value in row.items() if any(n in str(value) for n in needles)}
    session.rollback()
    return sorted(found)
