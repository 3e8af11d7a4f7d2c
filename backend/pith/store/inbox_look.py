"""Queries of the round that looks for what nobody tells: whom to look at, what is known of her, what waits already."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, func, select, tuple_, update

from pith.store.accounts import AnySession, Client
from pith.store.dose import DoseDecision
from pith.store.inbox import is_closed
from pith.store.practice import Alert
from pith.store.visits import Course

# (client, cause, source) of an alert.
Name = tuple[str, str, str]


_PLAIN = {"synchronize_session": False}


def as_they_are(session: AnySession) -> list[Row[Any]]:
    """Of every client of every practice who is here `practice_id, client_id, timezone`, and what is another whenever
    anything was told, written or planned: `view_version, head_count, head_xor, course`."""
    newest = select(func.max(func.coalesce(Course.ended_at, Course.at))).where(
        Course.practice_id == Client.practice_id, Course.client_id == Client.id
    )
    told = Client.view_version, Client.head_count, Client.head_xor
    who: tuple[Any, ...] = (Client.practice_id, Client.id.label("client_id"), Client.timezone)
    query = select(*who, *told, newest.scalar_subquery().label("course")).where(Client.archived_at.is_(None))
    return list(session.execute(query.order_by(Client.practice_id, Client.id)))


def put_away(session: AnySession, practice_id: str, causes: Collection[str]) -> list[Name]:
    """What waits of these causes about clients who are put away."""
    mine = Alert.practice_id == practice_id, Alert.cause.in_(causes), Alert.withdrawn_at.is_(None)
    query = select(Alert.client_id, Alert.cause, Alert.source_id).join(
        Client, (Client.practice_id == Alert.practice_id) & (Client.id == Alert.client_id)
    )
    rows = session.execute(query.where(*mine, Client.archived_at.is_not(None), ~is_closed()))
    return [(row.client_id, row.cause, row.source_id) for row in rows]


def known(
    session: AnySession, practice_id: str, clients: Collection[str] | None, causes: Collection[str]
) -> dict[Name, Row[Any]]:
    """The alerts of these causes about these clients (None: all of the practice), each with `withdrawn_at` and
    `closed`."""
    told: tuple[Any, ...] = (Alert.client_id, Alert.cause, Alert.source_id, Alert.withdrawn_at)
    query = select(*told, is_closed().label("closed")).where(Alert.practice_id == practice_id, Alert.cause.in_(causes))
    rows: list[Row[Any]] = list(
        session.execute(query if clients is None else query.where(Alert.client_id.in_(clients)))
    )
    return {(row.client_id, row.cause, row.source_id): row for row in rows}


def zones_of(session: AnySession, practice_id: str, clients: Collection[str]) -> list[Row[Any]]:
    """`id, timezone`."""
    mine = Client.practice_id == practice_id, Client.id.in_(clients)
    return list(session.execute(select(Client.id, Client.timezone).where(*mine)))


def courses(session: AnySession, practice_id: str, clients: Collection[str]) -> list[Row[Any]]:
    """`client_id, started_on, ended_at` of every course of care, of each client the newest last."""
    columns = Course.client_id, Course.started_on, Course.ended_at
    mine = Course.practice_id == practice_id, Course.client_id.in_(clients)
    return list(session.execute(select(*columns).where(*mine).order_by(Course.at, Course.id)))


def step_backs(session: AnySession, practice_id: str, clients: Collection[str], first: date) -> list[Row[Any]]:
    """`client_id, day` of the dates from `first` on, on which the rules took something back that still counts."""
    counted = (
        DoseDecision.practice_id == practice_id,
        DoseDecision.client_id.in_(clients),
        DoseDecision.decision == "STEP_BACK",
        DoseDecision.day >= first.isoformat(),
        DoseDecision.withdrawn_at.is_(None),
    )
    return list(session.execute(select(DoseDecision.client_id, DoseDecision.day).where(*counted).distinct()))


def withdraw(session: AnySession, practice_id: str, names: Iterable[Name], now: datetime) -> None:
    """What waits under these names is over by itself. What was closed meanwhile stays closed."""
    _set(session, practice_id, names, Alert.withdrawn_at.is_(None) & ~is_closed(), {"withdrawn_at": now})


def open_again(session: AnySession, practice_id: str, name: Name, detail: Mapping[str, Any], now: datetime) -> None:
    """What was over by itself is so once more."""
    again = {"withdrawn_at": None, "detail": dict(detail), "created_at": now}
    _set(session, practice_id, [name], Alert.withdrawn_at.is_not(None), again)


def _set(session: AnySession, practice_id: str, names: Iterable[Name], only: Any, values: dict[str, Any]) -> None:
    named = tuple_(Alert.client_id, Alert.cause, Alert.source_id).in_(list(names))
    session.execute(
        update(Alert).where(Alert.practice_id == practice_id, named, only).values(**values), execution_options=_PLAIN
    )
