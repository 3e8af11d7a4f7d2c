"""The dose after a server died again and again: what is kept is what follows from everything that arrived, once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from pith.content.loader import load_content
from pith.services.dosing_keep import TOLD_OF
from pith.services.dosing_look import Look, look
from pith.services.dosing_rows import ALERT, PROPOSALS
from pith.services.transaction import AnySession, read
from pith.store import dose as store
from pith.store.accounts import Client
from pith.store.practice import Alert
from tests.cast import Someone

_A_SECOND = timedelta(seconds=1)


def torn(session: AnySession, client: Someone) -> list[str]:
    """What a torn commit would show: decisions that are missing, too many, or without their alert."""
    session.rollback()  # what the test looked at earlier is old
    with read(session):
        found = _look(session, client)
        return [*_wrong_rows(found), *_wrong_alerts(session, found)]


def decided(session: AnySession, clients: Sequence[Someone]) -> int:
    """How many decisions were made about them, withdrawn ones too."""
    with read(session):
        return sum(len(store.decisions_of(session, one.actor.practice_id, one.id)) for one in clients)


def _look(session: AnySession, client: Someone) -> Look:
    """As it was settled last: no midnight in between makes a difference."""
    who = client.actor.practice_id, client.id
    setting = store.setting_of(session, *who)
    assert setting is not None and setting.settle_at is not None, "nothing was ever settled"
    now = min(datetime.now(UTC), setting.settle_at - _A_SECOND)
    found = look(session, session.get_one(Client, who), setting, now, load_content().policy)
    assert found is not None
    return found


def _wrong_rows(found: Look) -> list[str]:
    kept = {(row.day, row.rule, row.target): row for row in found.rows if row.rule not in PROPOSALS}
    stand = {key for key, row in kept.items() if row.withdrawn_at is None}
    follow = {(made.on.isoformat(), made.rule, made.target) for made in found.derived.decisions}
    return [f"{key} is missing" for key in follow - stand] + [f"{key} is too much" for key in stand - follow]


def _wrong_alerts(session: AnySession, found: Look) -> list[str]:
    client = found.client
    mine = Alert.practice_id == client.practice_id, Alert.client_id == client.id, Alert.cause == ALERT
    alerts = {one.source_id: one.withdrawn_at is None for one in session.scalars(select(Alert).where(*mine))}
    hurts = {row.id for row, _ in found.told.of("hurt")} | found.told.voided
    owed = {
        row.id: row.withdrawn_at is None
        for row in found.rows
        if row.rule not in PROPOSALS and row.notice in TOLD_OF and row.source not in hurts
    }
    told = {id_: stands for id_, stands in alerts.items() if id_ in owed}
    return [] if told == owed and alerts.keys() <= {row.id for row in found.rows} else [f"{alerts} instead of {owed}"]
