"""The weeks of tests/contract/client_page.json, told to the services in the order and at the times in which they were
lived: what a browser test finds in the database then is what real use would have left there."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import orjson
import uuid_utils

from pith.config import Settings
from pith.domain.sync import MAX_ITEMS, Received
from pith.domain.visits import VisitDraft
from pith.services import accounts, clients, invitations, programs, screening, sessions, sync, visits
from pith.services.invitations import Device
from pith.services.program_wire import draft_of
from pith.services.transaction import read
from pith.services.tries import Visitor
from pith.store.db import db
from tests.e2e.api import PASSWORD, Therapist

ROOT = Path(__file__).parents[2]
TABLE: dict[str, Any] = json.loads((ROOT / "tests" / "contract" / "client_page.json").read_text())
ZONE = ZoneInfo(TABLE["zone"])
EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
LONG_AGO = 400


class Weeks:
    """One client's weeks, told to the services in the order in which they happened."""

    def __init__(self, settings: Settings, content: Any, today: date) -> None:
        self.settings, self.content, self.today = settings, content, today
        self.master = settings.secrets.master
        self.visitor = Visitor("weeks", "Weeks", settings.secrets.codes)
        begun = self.at(-LONG_AGO, "08:00:00")
        person = {"name": "Vera Holm", "email": Therapist.email, "password": PASSWORD}
        token = accounts.sign_up(db.session, begun, self.visitor, "Fascia Room", TABLE["zone"], person)
        with read(db.session):
            actor = sessions.find(db.session, begun, token).actor
        assert actor is not None
        self.therapist = actor
        made = clients.add_client(db.session, actor, begun, self.master, "Mira Aas", TABLE["zone"])
        self.client_id = str(made["id"])
        screening.record(db.session, actor, begun, self.client_id, "Screened in the room.")
        link = invitations.invite(db.session, actor, begun, self.client_id, "http://localhost", True)
        device = Device(None, "Weeks' phone")
        self.token, _ = invitations.pair_by_token(db.session, begun, self.visitor, link["token"], device)
        self.versions = 0

    def at(self, day: int, hour: str) -> datetime:
        return datetime.combine(self.today + timedelta(days=day), time.fromisoformat(hour), UTC)

    def save(self, day: int, hour: str, items: list[dict[str, Any]], reason: str) -> None:
        at = self.at(day, hour)
        draft = draft_of({"items": items, "days": EVERY_DAY, "reason": reason})
        new_id = str(uuid_utils.uuid7())
        where = db.session, self.therapist, at, self.content, self.client_id
        programs.save_version(*where, draft, new_id, base_version=self.versions)
        self.versions += 1

    def visit(self, day: int, minutes: int, note: str) -> None:
        draft = VisitDraft(self.today + timedelta(days=day), minutes, "both", (("foot_sole", "left"),), note, "")
        where = db.session, self.therapist, self.at(day, "16:00:00"), self.master
        visits.write_down(*where, self.client_id, str(uuid_utils.uuid7()), draft)

    def tell(self, at: datetime, logs: list[dict[str, Any]]) -> None:
        """What her phone sends at that instant. Raises RuntimeError when the server does not take it."""
        with read(db.session):
            actor = sessions.find(db.session, at, self.token).actor
        assert actor is not None
        for start in range(0, len(logs), MAX_ITEMS):
            batch = [
                Received(log["id"], log["id"], log, orjson.dumps(log, option=orjson.OPT_SORT_KEYS))
                for log in logs[start : start + MAX_ITEMS]
            ]
            for verdict in sync.push(db.session, actor, at, self.master, self.content, at, batch):
                if verdict.status != "stored":
                    raise RuntimeError(f"not taken: {verdict}")


def play(weeks: Weeks) -> None:
    """The fixture, moment by moment."""
    moments = [(weeks.at(one["day"], one["time"]), one) for one in TABLE["versions"]]
    moments += [(weeks.at(one["day"], one["time"]), one) for one in _logs(weeks)]
    for at, one in sorted(moments, key=lambda moment: moment[0]):
        if "items" in one and "number" in one:
            weeks.save(one["day"], one["time"], one["items"], one["reason"])
        else:
            weeks.tell(at + timedelta(minutes=11), [one["log"]])
            if one.get("voided"):
                void = {"id": log_id(f"void {one['log']['id']}"), "kind": "void", "voids": one["log"]["id"]}
                weeks.tell(at + timedelta(minutes=12), [stamped(void, at + timedelta(minutes=12))])


def log_id(name: str) -> str:
    """The same name, the same id."""
    bits = uuid.uuid5(uuid.NAMESPACE_URL, name).int
    return str(uuid.UUID(int=bits & ~(0xF << 76) & ~(0x3 << 62) | 0x7 << 76 | 0b10 << 62))


def stamped(log: dict[str, Any], at: datetime) -> dict[str, Any]:
    local = at.astimezone(ZONE)
    offset = local.utcoffset()
    assert offset is not None
    return {
        "schema": 1,
        "local_date": local.date().isoformat(),
        "tz": TABLE["zone"],
        "utc_offset_min": int(offset.total_seconds() // 60),
        "recorded_at": wire(at),
        **log,
    }


def wire(at: datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _logs(weeks: Weeks) -> Iterator[dict[str, Any]]:
    told = {one["name"]: one for one in TABLE["sessions"]}
    for one in TABLE["sessions"]:
        yield {**one, "log": session_log(weeks, one)}
    for one in TABLE["hurts"]:
        session = told[one["session"]]
        ended = weeks.at(session["day"], session["time"]) + timedelta(minutes=10)
        technique, side = TABLE["timers"][one["timer"]]
        log = {
            "id": log_id(one["name"]),
            "kind": "hurt",
            "program_version": version_at(weeks, ended),
            "session_id": log_id(session["name"]),
            "key": technique,
            "technique_id": technique,
            "level": 1,
            "side": side,
            "second": one["second"],
            "feeling": one["feeling"],
            **({"discomfort": one["discomfort"]} if "discomfort" in one else {}),
        }
        yield {**session, "voided": False, "log": stamped(log, ended)}
    for one in [*TABLE["reactions"], *TABLE["said"], *TABLE["bodies"]]:
        yield {**one, "log": stamped(_plain(one), weeks.at(one["day"], one["time"]))}


def _plain(one: dict[str, Any]) -> dict[str, Any]:
    """A reaction, a note, a question or marks."""
    if "answer" in one:
        rest = {"kind": "reaction", "session_id": log_id(one["session"]), "answer": one["answer"]}
    elif "marks" in one:
        rest = {"kind": "body", "marks": one["marks"]}
    elif one["kind"] == "question":
        rest = {"kind": "question", "text": one["text"], "about": None}
    else:
        rest = {"kind": "note", "text": one["text"], "private": False}
    return {"id": log_id(one["name"]), **rest}


def session_log(weeks: Weeks, one: dict[str, Any]) -> dict[str, Any]:
    at = weeks.at(one["day"], one["time"])
    ended = at + timedelta(minutes=10)
    before, after = one["pain"]
    entries = [_entry(weeks, one, at, timer, done) for timer, done in enumerate(one["done"])]
    log = {
        "id": log_id(one["name"]),
        "kind": "session",
        "program_version": version_at(weeks, at),
        "started_at": wire(at),
        "ended_at": wire(ended),
        "status": "complete",
        "shortened": False,
        "pain_before": before,
        "pain_after": after,
        "sensations": [],
        "word": None,
        "items": entries,
    }
    return stamped(log, ended)


def _entry(weeks: Weeks, one: dict[str, Any], at: datetime, timer: int, done: int) -> dict[str, Any]:
    technique, side = TABLE["timers"][timer]
    version = TABLE["versions"][version_at(weeks, at) - 1]
    item = next(item for item in version["items"] if item["technique_id"] == technique)
    planned = item["dose"][side]["hold_s"]
    held = (one.get("holds") or [None] * 4)[timer]
    return {
        "key": technique,
        "technique_id": technique,
        "level": 1,
        "side": side,
        "planned_s": planned,
        "done_s": done,
        "outcome": "done" if done == planned else "stopped" if done else "skipped",
        "skip_reason": None if done else "other",
        "tool": None,
        "softening": (one.get("softening") or [None] * 4)[timer],
        **({"holds": held} if held else {}),
    }


def version_at(weeks: Weeks, at: datetime) -> int:
    second = TABLE["versions"][1]
    return 2 if at >= weeks.at(second["day"], second["time"]) else 1
