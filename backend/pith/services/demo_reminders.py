"""Reminders of the demo: chosen in the room, and a ledger as phones that are not there would have made it.

Nothing of it is ever sent: the browsers belong to no key, and no time of theirs is due.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import uuid_utils
from sqlalchemy import update

from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.reminders import LATE_AFTER, Choice, Slot, instant_of, jitter
from pith.services import reminders
from pith.services.demo_story import Reminded, Story
from pith.services.transaction import AnySession, write
from pith.store import deliveries
from pith.store.deliveries import Delivery
from pith.store.reminders import PushSubscription, Reminder

_KEPT_DAYS = 28  # as long as a ledger tells
_TAKEN, _SHOWN = timedelta(seconds=1), timedelta(seconds=4)


def choose(session: AnySession, therapist: Actor, at: datetime, client_id: str, story: Story) -> None:
    """Set together at the first meeting, where she wanted any."""
    if story.reminded:
        slot = Slot(time.fromisoformat(story.reminded.at), frozenset(story.reminded.days))
        reminders.choose(session, therapist, at, client_id, Choice(story.zone, (slot,)))


def play(session: AnySession, now: datetime, practice_id: str, client_id: str, story: Story) -> None:
    """Her phone's browser, and what became of each reminder of the last weeks."""
    if story.reminded is None:
        return
    who = {"practice_id": practice_id, "client_id": client_id}
    rows = list(_lines(who, story, story.reminded, now))
    with write(session):
        deliveries.enter(session, rows)
        session.add(_browser(who, [row for row in rows if row["status"] == "failed"], rows[0]["at"], now))


def park(session: AnySession, now: datetime, practice_id: str) -> None:
    """Ends what is still to be sent to phones, and leaves no time due."""
    with write(session):
        session.execute(
            update(Reminder).where(Reminder.practice_id == practice_id).values(next_due_at=None),
        )
        hers = Delivery.practice_id == practice_id, Delivery.recipient_id == Delivery.client_id
        session.execute(
            update(Delivery)
            .where(*hers, Delivery.status == "due")
            .values(status="skipped", reason="late", ended_at=now)
            .execution_options(synchronize_session=False)
        )


def _lines(who: dict[str, str], story: Story, told: Reminded, now: datetime) -> Iterator[dict[str, Any]]:
    today = local_date(now, story.zone)
    for ago in range(min(_KEPT_DAYS, story.days - 1), -1, -1):
        day = today - timedelta(days=ago)
        at = instant_of(day, time.fromisoformat(told.at), story.zone)
        if at is None or day.weekday() not in told.days:
            continue
        sent = at + jitter(who["client_id"])
        if sent + _SHOWN < now:
            yield {**_usual(who, story, told, day, at), "at": sent, **_fate(told, ago, sent)}


def _usual(who: dict[str, str], story: Story, told: Reminded, day: date, at: datetime) -> dict[str, Any]:
    return {
        **who,
        "recipient_id": who["client_id"],
        "local_date": day.isoformat(),
        "slot": told.at,
        "id": str(uuid_utils.uuid7()),
        "kind": "reminder",
        "timezone": story.zone,
        "not_after": at + LATE_AFTER,
    }


def _fate(told: Reminded, ago: int, sent: datetime) -> dict[str, Any]:
    """The push service says that the browser is gone the first time; from then on there is none."""
    ended = {"tries": 1, "ended_at": sent + _TAKEN, "channel": "push", "reason": None, "shown_at": None}
    if told.gone_since is None or ago > told.gone_since:
        return {**ended, "status": "done", "shown_at": sent + _SHOWN if told.tells else None}
    if ago == told.gone_since:
        return {**ended, "status": "failed", "reason": "gone"}
    return {**ended, "status": "skipped", "reason": "no_channel", "channel": None}


def _browser(who: dict[str, str], failed: list[dict[str, Any]], since: datetime, now: datetime) -> PushSubscription:
    endpoint = f"https://push.pith.example/{who['client_id']}"
    ended_at = failed[0]["ended_at"] if failed else None
    return PushSubscription(
        **who,
        person_id=who["client_id"],
        hash=hashlib.sha256(endpoint.encode()).hexdigest(),
        endpoint=endpoint,
        origin="https://push.pith.example",
        p256dh="demo",
        auth="demo",
        key_id="demo",
        language="en",
        created_at=since,
        seen_at=ended_at or now,
        accepted_at=ended_at or now,
        ended_at=ended_at,
        ended_because="gone" if failed else None,
    )
