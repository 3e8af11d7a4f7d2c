"""Everything that is kept of one client, as one document that another practice can take in.

`{"format": "pith-client-export", "version": 1, ...}`; what stands in it is listed at `document`.
"""

from __future__ import annotations

import base64
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import orjson
from sqlalchemy import select

from pith import __version__
from pith.domain.accounts import Actor
from pith.services.clients import client_for
from pith.services.export_dose import dose_in
from pith.services.export_mail import mail_in
from pith.services.export_outcomes import outcomes_in
from pith.services.export_reminders import deliveries_in, reminders_in
from pith.services.export_visits import courses_in, visits_in
from pith.services.intake import answer_in
from pith.services.program_words import version_with_words
from pith.services.replies import words_of
from pith.services.transaction import AnySession, read
from pith.services.words import ClientKey, whole_log
from pith.store.accounts import Client, ClientAccess, Practice, SignIn, Therapist
from pith.store.answers import AnswerEntry, NewsEntry
from pith.store.practice import Alert, Consent, Log
from pith.store.programs import ProgramVersion
from pith.store.replies import Reply
from pith.store.screening import Clearance, FlagEntry
from pith.store.sync import Quarantined

FORMAT = "pith-client-export"
VERSION = 1
PRIVATE = "private"

# Every table with rows of clients is in one of these two: a new one must be thought about (tests/services).
SECTIONS = {
    "client": "client",
    "consent": "consents",
    "clearance": "clearances",
    "flag_entry": "flags",
    "answer": "answers",
    "news": "news",
    "program_version": "programs",
    "log": "logs",
    "reply": "replies",
    "visit": "visits",
    "course": "courses",
    "dose_decision": "dose_decisions",
    "dose_setting": "dose",
    "alert": "alerts",
    "alert_outcome": "alerts",
    "reminder": "reminders",
    "delivery": "deliveries",
    "client_mail": "mail",
    "sign_in": "devices",
    "sync_quarantine": "quarantine",
}
# Doors, browsers that take pushes, who may see her, how far a therapist has read, and stones of others: these are no
# part of her file.
LEFT_OUT = frozenset({"invitation", "push_subscription", "calendar_feed", "client_access", "read_mark", "erased"})


def export_client(session: AnySession, actor: Actor, now: datetime, master: bytes, client_id: str) -> dict[str, Any]:
    """The document of one client, for a therapist who may, or for herself. Raises NotFound.

    Her private notes go to her alone; `private_notes` says whether they are in it.
    """
    with read(session):
        client = client_for(session, actor, client_id, "export")
        return document(session, client, now, master, private=actor.kind == "client")


def document(session: AnySession, client: Client, now: datetime, master: bytes, private: bool) -> dict[str, Any]:
    """All rows of hers, words unsealed, in the order in which they came in. Inside the caller's transaction.

    Not in it: what opens doors (tokens, keys, invitations), and what is the practice's own (who read how far).
    """
    practice = session.get_one(Practice, client.practice_id)
    key = ClientKey(master, client.practice_id, client.id, client.text_key)
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_at": now,
        "made_by": f"Pith {__version__}",
        "private_notes": "included" if private else "left out: they are hers alone",
        "practice": {"id": practice.id, "name": practice.name, "timezone": practice.timezone},
        "client": _who(client),
        "therapists": _therapists(session, client),
        "consents": _consents(session, client),
        "clearances": _clearances(session, client),
        "flags": _flags(session, client),
        "answers": _answers(session, client, key),
        "news": _news(session, client),
        "programs": [version_with_words(row) for row in _rows(session, client, ProgramVersion, ProgramVersion.number)],
        "logs": _logs(session, client, key, private),
        "replies": _replies(session, client, key),
        "visits": visits_in(session, client, key),
        "courses": courses_in(session, client),
        **dose_in(session, client),
        "alerts": _alerts(session, client),
        "reminders": reminders_in(session, client),
        "deliveries": deliveries_in(session, client),
        "mail": mail_in(session, client, master, private),
        "devices": _devices(session, client),
        "quarantine": _quarantine(session, client, key, private),
    }


def _who(client: Client) -> dict[str, Any]:
    return {
        "id": client.id,
        "name": client.name,
        "timezone": client.timezone,
        "language": client.language,
        "created_at": client.created_at,
        "archived_at": client.archived_at,
    }


def _rows(session: AnySession, client: Client, table: Any, *order: Any) -> Sequence[Any]:
    mine = (table.practice_id == client.practice_id, table.client_id == client.id)
    return session.scalars(select(table).where(*mine).order_by(*order)).all()


def _therapists(session: AnySession, client: Client) -> list[dict[str, Any]]:
    rows = session.execute(
        select(Therapist.id, Therapist.name)
        .join(
            ClientAccess,
            (ClientAccess.practice_id == Therapist.practice_id) & (ClientAccess.therapist_id == Therapist.id),
        )
        .where(ClientAccess.practice_id == client.practice_id, ClientAccess.client_id == client.id)
        .order_by(Therapist.name, Therapist.id)
    )
    return [{"id": row.id, "name": row.name} for row in rows]


def _consents(session: AnySession, client: Client) -> list[dict[str, Any]]:
    rows = _rows(session, client, Consent, Consent.at, Consent.log_id)
    return [{"log_id": row.log_id, "version": row.version, "given": row.given, "at": row.at} for row in rows]


def _clearances(session: AnySession, client: Client) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "by": {"id": row.by_id, "name": row.by_name},
            "note": row.note,
            "at": row.at,
            "ended_at": row.ended_at,
        }
        for row in _rows(session, client, Clearance, Clearance.at, Clearance.id)
    ]


def _flags(session: AnySession, client: Client) -> list[dict[str, Any]]:
    told = ("id", "log_id", "flag", "act", "at", "sites", "since", "source", "question", "reason", "role", "covers")
    names = (*told, "received_at")
    return [
        {name: getattr(row, name) for name in names}
        | {"by": None if row.by_id is None else {"id": row.by_id, "name": row.by_name}}
        for row in _rows(session, client, FlagEntry, FlagEntry.at, FlagEntry.id)
    ]


def _answers(session: AnySession, client: Client, key: ClientKey) -> list[dict[str, Any]]:
    names = ("id", "log_id", "question_id", "told_on", "at", "version", "received_at")
    return [
        {name: getattr(row, name) for name in names}
        | {"answer": answer_in(key, row), "by": None if row.by_id is None else {"id": row.by_id, "name": row.by_name}}
        for row in _rows(session, client, AnswerEntry, AnswerEntry.at, AnswerEntry.id)
    ]


def _news(session: AnySession, client: Client) -> list[dict[str, Any]]:
    rows = _rows(session, client, NewsEntry, NewsEntry.at, NewsEntry.id)
    return [{"id": row.id, "told_on": row.told_on, "at": row.at, "reask": row.reask} for row in rows]


def _logs(session: AnySession, client: Client, key: ClientKey, private: bool) -> list[dict[str, Any]]:
    return [
        {
            "received_at": row.received_at,
            "device_id": row.device_id,
            "skew_s": row.skew_s,
            "clock_suspect": row.clock_suspect,
            "digest": row.digest,
            "log": whole_log(key, row.id, row.body, row.words),
        }
        for row in _rows(session, client, Log, Log.seq)
        if private or row.target != PRIVATE
    ]


def _replies(session: AnySession, client: Client, key: ClientKey) -> list[dict[str, Any]]:
    return [
        {"log_id": row.log_id, "text": words_of(key, row), "by": {"id": row.by_id, "name": row.by_name}, "at": row.at}
        for row in _rows(session, client, Reply, Reply.at, Reply.log_id)
    ]


def _alerts(session: AnySession, client: Client) -> list[dict[str, Any]]:
    outcomes = outcomes_in(session, client)
    return [
        {
            "cause": row.cause,
            "source_id": row.source_id,
            "level": row.level,
            "detail": row.detail,
            "created_at": row.created_at,
            "withdrawn_at": row.withdrawn_at,
            "outcomes": outcomes[row.cause, row.source_id],
        }
        for row in _rows(session, client, Alert, Alert.created_at, Alert.cause, Alert.source_id)
    ]


def _devices(session: AnySession, client: Client) -> list[dict[str, Any]]:
    rows = session.scalars(
        select(SignIn)
        .where(SignIn.practice_id == client.practice_id, SignIn.kind == "client", SignIn.subject_id == client.id)
        .order_by(SignIn.created_at, SignIn.device_id)
    )
    return [
        {
            "id": row.device_id,
            "label": row.label,
            "created_at": row.created_at,
            "last_seen_at": row.last_seen_at,
            "revoked_at": row.revoked_at,
        }
        for row in rows
    ]


def _quarantine(session: AnySession, client: Client, key: ClientKey, private: bool) -> list[dict[str, Any]]:
    found = []
    for row in _rows(session, client, Quarantined, Quarantined.received_at, Quarantined.digest):
        raw = key.unseal("sync_quarantine", row.digest, row.raw)
        if private or not _may_be_private(raw):
            found.append(
                {
                    "digest": row.digest,
                    "log_id": row.log_id,
                    "status": row.status,
                    "code": row.code,
                    "field": row.field,
                    "received_at": row.received_at,
                    **_as_text(raw),
                }
            )
    return found


def _may_be_private(raw: bytes) -> bool:
    """A refused item may be cut or odd: whatever claims to be private is treated so."""
    try:
        item = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return b'"private"' in raw
    return isinstance(item, dict) and bool(item.get("private"))


def _as_text(raw: bytes) -> dict[str, str]:
    """As it came; base64 where a cut at 64 KB left half a character."""
    try:
        return {"raw": raw.decode()}
    except UnicodeDecodeError:
        return {"raw_base64": base64.b64encode(raw).decode()}
