"""Queries of telling: the newest news of a client, whether she has a phone, and who hears of her alerts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, exists, func, or_, select

from pith.store.accounts import AnySession, Client, ClientAccess, Practice, SignIn, Therapist
from pith.store.deliveries import Delivery
from pith.store.inbox import TherapistAway, is_closed
from pith.store.practice import Alert


def newest_news(session: AnySession, practice_id: str, client_id: str) -> Delivery | None:
    """The line that was entered last, held."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.practice_id == practice_id,
            Delivery.client_id == client_id,
            Delivery.recipient_id == client_id,
            Delivery.kind == "news",
        )
        .order_by(Delivery.at.desc(), Delivery.id.desc())
        .limit(1)
        .with_for_update()
    ).one_or_none()


def newest_alerts(session: AnySession, practice_id: str, client_id: str, people: Sequence[str]) -> dict[str, datetime]:
    """When each of these therapists was last told about a client, or will be."""
    rows = session.execute(
        select(Delivery.recipient_id, func.max(Delivery.at))
        .where(
            Delivery.practice_id == practice_id,
            Delivery.client_id == client_id,
            Delivery.recipient_id.in_(people),
            Delivery.kind == "alert",
            Delivery.status != "skipped",
        )
        .group_by(Delivery.recipient_id)
    )
    return {recipient_id: at for recipient_id, at in rows}


def has_phone(session: AnySession, practice_id: str, client_id: str, now: datetime) -> bool:
    """Whether any phone of hers may come in."""
    living = exists().where(
        SignIn.practice_id == practice_id,
        SignIn.kind == "client",
        SignIn.subject_id == client_id,
        SignIn.revoked_at.is_(None),
        SignIn.expires_at > now,
    )
    return bool(session.scalar(select(living)))


def who_may_see(session: AnySession, clients: Sequence[str]) -> list[Row[Any]]:
    """`client_id, therapist_id` for everybody who may see one of these clients and has not left; nobody may of one who
    is put away."""
    given = exists().where(
        ClientAccess.practice_id == Client.practice_id,
        ClientAccess.client_id == Client.id,
        ClientAccess.therapist_id == Therapist.id,
    )
    return list(
        session.execute(
            select(Client.id.label("client_id"), Therapist.id.label("therapist_id"))
            .join(Therapist, and_(Therapist.practice_id == Client.practice_id, Therapist.ended_at.is_(None)))
            .where(Client.id.in_(clients), Client.archived_at.is_(None), or_(Therapist.role == "owner", given))
            .order_by(Client.id, Therapist.id)
        )
    )


def who_stands_in(session: AnySession, clients: Sequence[str]) -> list[Row[Any]]:
    """`client_id, therapist_id, first_day, last_day, timezone` for everybody who stands in, on these days of the
    practice's calendar, for a therapist of one of these clients."""
    away = and_(
        TherapistAway.practice_id == ClientAccess.practice_id, TherapistAway.therapist_id == ClientAccess.therapist_id
    )
    here = and_(
        Therapist.practice_id == TherapistAway.practice_id,
        Therapist.id == TherapistAway.covered_by,
        Therapist.ended_at.is_(None),
    )
    mine = and_(Client.practice_id == ClientAccess.practice_id, Client.id == ClientAccess.client_id)
    days = TherapistAway.first_day, TherapistAway.last_day
    return list(
        session.execute(
            select(ClientAccess.client_id, Therapist.id.label("therapist_id"), *days, Practice.timezone)
            .join(TherapistAway, away)
            .join(Therapist, here)
            .join(Client, mine)
            .join(Practice, Practice.id == ClientAccess.practice_id)
            .where(ClientAccess.client_id.in_(clients), Client.archived_at.is_(None))
        )
    )


def standing_alerts(session: AnySession, clients: Sequence[str], levels: Collection[str]) -> list[Row[Any]]:
    """`client_id, cause, source_id` of alerts of these levels that nobody took back, and nobody closed."""
    return list(
        session.execute(
            select(Alert.client_id, Alert.cause, Alert.source_id).where(
                Alert.client_id.in_(clients), Alert.level.in_(levels), Alert.withdrawn_at.is_(None), ~is_closed()
            )
        )
    )
