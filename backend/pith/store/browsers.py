"""Browsers that take pushes: how many for each key, and those that end with the door they came in by."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import func, or_, select, update

from pith.store.accounts import AnySession, SignIn
from pith.store.reminders import PushSubscription


def living_by_key(session: AnySession) -> dict[str, int]:
    """How many take pushes, by the key that they were made for."""
    counted = select(PushSubscription.key_id, func.count().label("living"))
    rows = session.execute(counted.where(PushSubscription.ended_at.is_(None)).group_by(PushSubscription.key_id))
    return {row.key_id: row.living for row in rows}


def end_subscriptions(
    session: AnySession, practice_id: str, person_id: str, at: datetime, door: str | None = None, but: str | None = None
) -> None:
    """Ends the browsers of one door, or of all but one, when it was closed."""
    hers = PushSubscription.practice_id == practice_id, PushSubscription.person_id == person_id
    which = () if door is None else (PushSubscription.door == door,)
    kept = () if but is None else (func.coalesce(PushSubscription.door, "") != but,)
    session.execute(
        update(PushSubscription)
        .where(*hers, *which, *kept, PushSubscription.ended_at.is_(None))
        .values(ended_at=at, ended_because="signed_out"),
        execution_options={"synchronize_session": False},
    )


def end_behind_closed_doors(session: AnySession) -> None:
    """Ends every browser whose sign-in was revoked, as of then."""
    closed = (
        select(SignIn.revoked_at)
        .where(
            SignIn.practice_id == PushSubscription.practice_id,
            SignIn.subject_id == PushSubscription.person_id,
            or_(SignIn.id == PushSubscription.door, SignIn.device_id == PushSubscription.door),
            SignIn.revoked_at.is_not(None),
        )
        .limit(1)
        .scalar_subquery()
    )
    session.execute(
        update(PushSubscription)
        .where(PushSubscription.ended_at.is_(None), closed.is_not(None))
        .values(ended_at=closed, ended_because="signed_out"),
        execution_options={"synchronize_session": False},
    )
