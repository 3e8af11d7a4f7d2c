"""Taking in a client whom another practice exported: the same file again, under a new id and with a new key."""

from __future__ import annotations

import base64
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import orjson
import uuid_utils
from sqlalchemy import exists, select

from pith.domain import accounts as rules
from pith.domain.accounts import Actor
from pith.domain.errors import Invalid
from pith.domain.screening import is_told
from pith.domain.sync import Received
from pith.services.clients import new_client
from pith.services.export_dose import add_dose, dose_faults
from pith.services.export_mail import add_mail, mail_faults
from pith.services.export_outcomes import add_outcomes, outcome_faults
from pith.services.export_reminders import add_reminders, faults_in
from pith.services.export_visits import add_visits, visit_faults
from pith.services.program_words import fits
from pith.services.sync import Delivery, log_row
from pith.services.transaction import AnySession, write
from pith.services.words import ClientKey
from pith.store.accounts import Client, SignIn
from pith.store.answers import SEALED_IN, insert_answers, insert_news
from pith.store.practice import Alert, Consent
from pith.store.programs import ProgramVersion
from pith.store.replies import SEALED_IN as REPLY
from pith.store.replies import Reply
from pith.store.screening import Clearance, FlagEntry
from pith.store.sync import insert_logs, next_seqs
from pith.store.sync import quarantine as insert_quarantine

Export = Mapping[str, Any]

_SIDES = ("left", "right", "both")
_DAY_S = 86_400
_CONTENT_VERSION_MAX = 64


def import_client(
    session: AnySession, actor: Actor, now: datetime, master: bytes, export: Export, logs: Sequence[Received]
) -> dict[str, Any]:
    """A new client of this practice with everything that a checked export holds: `{id, name}`.

    `logs` are the export's logs as `Received`, in its order. Her phones must be paired anew: no export holds what
    opens a door. Clearances come along as history and in force as they were. Raises Invalid with field paths.
    """
    rules.require(actor, "add_client", rules.Practice(actor.practice_id))
    name = rules.clean_name(export["client"]["name"], "export.client.name")
    _check(export, logs, now)
    with write(session):
        came = export["client"]
        client = new_client(session, actor, now, master, name, came["timezone"], came["language"])
        client.created_at = export["client"]["created_at"]
        client.archived_at = export["client"]["archived_at"]
        client.programs_given = max((version["number"] for version in export["programs"]), default=0)
        _add_programs(session, client, export["programs"])
        _add_states(session, client, export)
        add_reminders(session, client, export, now)
        add_mail(session, client, export["mail"], master, now)
        _add_devices(session, client, now, export["devices"])
        key = ClientKey(master, client.practice_id, client.id, client.text_key)
        _add_quarantine(session, client, key, export["quarantine"])
        _add_answers(session, client, key, export)
        session.flush()
        _add_logs(session, client, key, master, export["logs"], logs)
        _add_replies(session, client, key, export["replies"])
        add_visits(session, client, key, export)
        add_dose(session, client, export, now)
        return {"id": client.id, "name": client.name}


def _check(export: Export, logs: Sequence[Received], now: datetime) -> None:
    wrong = {
        f"export.logs.{place}.log" + (f".{one.fault.field}" if one.fault.field else ""): one.fault.code
        for place, one in enumerate(logs)
        if one.fault is not None
    }
    numbers = [version["number"] for version in export["programs"]]
    if numbers != sorted(set(numbers)) or any(number < 1 for number in numbers):
        wrong["export.programs"] = "Versions must be numbered upwards from 1."
    for field, keys in (
        ("logs", [one.id for one in logs]),
        ("consents", [one["log_id"] for one in export["consents"]]),
        ("clearances", [one["id"] for one in export["clearances"]]),
        ("flags", [one["id"] for one in export["flags"]]),
        ("answers", [one["id"] for one in export["answers"]]),
        ("news", [one["id"] for one in export["news"]]),
        ("replies", [one["log_id"] for one in export["replies"]]),
        *((part, [one["id"] for one in export[part]]) for part in ("visits", "courses", "dose_decisions")),
        ("deliveries", [(one["local_date"], one["slot"]) for one in export["deliveries"]]),
        ("alerts", [(one["cause"], one["source_id"]) for one in export["alerts"]]),
        ("quarantine", [one["digest"] for one in export["quarantine"]]),
    ):
        if len(set(keys)) != len(keys):
            wrong[f"export.{field}"] = "An entry stands here twice."
    wrong |= {f"export.programs.{place}": why for place, one in enumerate(export["programs"]) if (why := _odd(one))}
    told = {one.id for one in logs}
    wrong |= {
        f"export.replies.{place}.log_id": "No log here has this id."
        for place, one in enumerate(export["replies"])
        if one["log_id"] not in told
    }
    wrong |= faults_in(export["reminders"]) | mail_faults(export["mail"])
    wrong |= visit_faults(export, now) | dose_faults(export)
    wrong |= outcome_faults(export["alerts"])
    if sum(one["ended_at"] is None for one in export["clearances"]) > 1:
        wrong["export.clearances"] = "Only one can be in force."
    if wrong:
        raise Invalid(wrong)


def _odd(version: Mapping[str, Any]) -> str | None:
    """What would break the arithmetic of a version; its words are kept as they are."""
    items = version["items"]
    doses = [dose for item in items for dose in item["dose"].values()]
    sound = (
        len(version["content_version"]) <= _CONTENT_VERSION_MAX
        and all(0 <= day <= 6 for days in [version["days"], *(item["days"] or [] for item in items)] for day in days)
        and all(item["side"] in _SIDES and 1 <= item["level"] <= 3 and item["dose"] for item in items)
        and all(0 <= seconds <= _DAY_S for dose in doses for seconds in dose.values())
        and version["base_version"] < version["number"]
        and all(fits(items, said) for said in version["words"].values())
    )
    return None if sound else "A day, side, level, dose or translation in this version makes no sense."


def _add_programs(session: AnySession, client: Client, versions: Sequence[Mapping[str, Any]]) -> None:
    for version in versions:
        known = exists().where(ProgramVersion.practice_id == client.practice_id, ProgramVersion.id == version["id"])
        taken = session.scalar(select(known))
        author = version["author"]
        plain = {name: value for name, value in version.items() if name not in ("id", "author")}
        plain["items"] = [_without_photo(item) for item in version["items"]]
        session.add(
            ProgramVersion(
                practice_id=client.practice_id,
                client_id=client.id,
                id=str(uuid_utils.uuid7()) if taken else version["id"],
                author_id=author["id"],
                author_name=author["name"],
                **plain,
            )
        )


def _without_photo(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """A photo of a practice's own technique stays with that practice; what the rules read of it comes along."""
    own = item.get("technique")
    return item if own is None else {**item, "technique": {**own, "photo": None}}


def _add_states(session: AnySession, client: Client, export: Export) -> None:
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    session.add_all(Consent(**mine, **one) for one in export["consents"])
    session.add_all(
        Alert(**mine, **{name: value for name, value in one.items() if name != "outcomes"}) for one in export["alerts"]
    )
    session.flush()
    add_outcomes(session, client, export["alerts"])
    for one in export["clearances"]:
        plain = {name: value for name, value in one.items() if name != "by"}
        session.add(Clearance(**mine, **plain, by_id=one["by"]["id"], by_name=one["by"]["name"]))
    for one in export["flags"]:
        by = one["by"] or {"id": None, "name": None}
        plain = {name: value for name, value in one.items() if name != "by"}
        session.add(FlagEntry(**mine, **plain, by_id=by["id"], by_name=by["name"]))


def _add_answers(session: AnySession, client: Client, key: ClientKey, export: Export) -> None:
    mine = {"practice_id": client.practice_id, "client_id": client.id}
    rows = []
    for one in export["answers"]:
        by = one["by"] or {"id": None, "name": None}
        plain = {name: value for name, value in one.items() if name not in ("by", "answer")}
        sealed = key.seal(SEALED_IN, one["id"], orjson.dumps(one["answer"]))
        told = is_told(one["answer"])
        rows.append({**mine, **plain, "words": sealed, "told": told, "by_id": by["id"], "by_name": by["name"]})
    insert_answers(session, rows)
    insert_news(session, [{**mine, **one} for one in export["news"]])


def _add_devices(session: AnySession, client: Client, now: datetime, devices: Sequence[Mapping[str, Any]]) -> None:
    """Closed sign-ins that no token opens: they only say which phones there were."""
    for one in devices:
        session.add(
            SignIn(
                token_hash=secrets.token_hex(32),
                id=str(uuid_utils.uuid7()),
                practice_id=client.practice_id,
                kind="client",
                subject_id=client.id,
                device_id=one["id"],
                label=one["label"],
                created_at=one["created_at"],
                last_seen_at=one["last_seen_at"],
                expires_at=now,
                revoked_at=one["revoked_at"] or now,
            )
        )


def _add_quarantine(session: AnySession, client: Client, key: ClientKey, entries: Sequence[Mapping[str, Any]]) -> None:
    rows = []
    for one in entries:
        raw = one["raw"].encode() if "raw" in one else base64.b64decode(one["raw_base64"])
        plain = {name: value for name, value in one.items() if not name.startswith("raw")}
        sealed = key.seal("sync_quarantine", one["digest"], raw)
        rows.append({"practice_id": client.practice_id, "client_id": client.id, "raw": sealed, **plain})
    if rows:
        insert_quarantine(session, rows)


def _add_logs(
    session: AnySession,
    client: Client,
    key: ClientKey,
    master: bytes,
    entries: Sequence[Mapping[str, Any]],
    logs: Sequence[Received],
) -> None:
    """As they came in: same order, same instants. What they set off is in the export and is not set off again."""
    if not entries:
        return
    seq = next_seqs(session, client.practice_id, len(entries))
    rows = []
    for place, (entry, received) in enumerate(zip(entries, logs, strict=True)):
        delivery = Delivery(
            practice_id=client.practice_id,
            client_id=client.id,
            device_id=entry["device_id"],
            now=entry["received_at"],
            skew_s=entry["skew_s"],
            master=master,
            key=key,
        )
        row = log_row(delivery, received, seq + place)
        rows.append(row | {"digest": entry["digest"], "clock_suspect": entry["clock_suspect"]})
    insert_logs(session, rows)


def _add_replies(session: AnySession, client: Client, key: ClientKey, entries: Sequence[Mapping[str, Any]]) -> None:
    for one in entries:
        sealed = key.seal(REPLY, one["log_id"], one["text"].encode())
        who = {"practice_id": client.practice_id, "client_id": client.id, "log_id": one["log_id"]}
        session.add(Reply(**who, words=sealed, by_id=one["by"]["id"], by_name=one["by"]["name"], at=one["at"]))
