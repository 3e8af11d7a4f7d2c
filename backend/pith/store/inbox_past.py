"""Queries of how alerts were closed: today, and of one client ever since."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, select

from pith.store.accounts import AnySession, Client
from pith.store.inbox import ALERT, AlertOutcome, same_alert, times_closed
from pith.store.practice import Alert

# The columns of both: of the alert, of its client, and of the outcome that holds.
_COLUMNS = (*ALERT, Client.name, Client.timezone, AlertOutcome.outcome, AlertOutcome.by_name, AlertOutcome.at)
_OWN = and_(Client.practice_id == Alert.practice_id, Client.id == Alert.client_id)


def closed_since(session: AnySession, seen: ColumnElement[bool], since: datetime) -> list[Row[Any]]:
    """What was closed from an instant on and is closed still, the newest first: `client_id, cause, source_id, level,
    detail, created_at, name, timezone, outcome, by_name, at`."""
    query = _alerts(outer=False).where(seen, AlertOutcome.at >= since, Alert.withdrawn_at.is_(None))
    return list(session.execute(query.order_by(AlertOutcome.at.desc(), Alert.source_id)))


def alerts_of(session: AnySession, practice_id: str, client_id: str, most: int) -> list[Row[Any]]:
    """A client's alerts that nobody took back, the newest first: the same columns, no outcome while one waits."""
    mine = Alert.practice_id == practice_id, Alert.client_id == client_id, Alert.withdrawn_at.is_(None)
    query = _alerts(outer=True).where(*mine).order_by(Alert.created_at.desc(), Alert.source_id).limit(most)
    return list(session.execute(query))


def _alerts(outer: bool) -> Select[Any]:
    newest = and_(*same_alert(AlertOutcome, Alert), AlertOutcome.number == times_closed(), AlertOutcome.number % 2 == 1)
    return select(*_COLUMNS).select_from(Alert).join(Client, _OWN).join(AlertOutcome, newest, isouter=outer)
