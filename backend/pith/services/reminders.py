"""What a client chose about reminders, and whether they work. Who may see a client may see and set this too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import uuid_utils

from pith.domain import reminders as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import Invalid, NotFound
from pith.domain.reminders import Choice, Quiet
from pith.services import due
from pith.services.clients import client_for, touch_view
from pith.services.transaction import AnySession, read, write
from pith.store import deliveries
from pith.store import reminders as store
from pith.store.accounts import Client, Practice, hold_client
from pith.store.reminders import Reminder

TEST_WINDOW = timedelta(minutes=2)
TESTS_A_DAY = 20
# What stands where nothing was chosen, beside the zone.
_NOTHING: dict[str, Any] = {
    "slots": [],
    "follows_phone": True,
    "quiet": None,
    "away_until": None,
    "follow_up_min": None,
    "calendar": False,
}


def reminders_of(session: AnySession, actor: Actor, client_id: str) -> dict[str, Any]:
    """The choice, the next instant (None: nothing is on), and what is known of whether they arrive."""
    with read(session):
        client = client_for(session, actor, client_id, "remind")
        return _shown(session, client)


def choose(session: AnySession, actor: Actor, now: datetime, client_id: str, choice: Choice) -> dict[str, Any]:
    """Puts a choice in place of the one before. Raises Invalid, NotFound."""
    rules.check_choice(choice)
    with write(session):
        client = client_for(session, actor, client_id, "remind")
        hold_client(session, client.practice_id, client.id)
        _keep(session, client, choice, (now, None), now)
        touch_view(session, client.practice_id, client.id)
        session.flush()
        return _shown(session, client)


def choose_from_phone(
    session: AnySession, practice_id: str, client_id: str, choice: Choice, told: tuple[datetime, str], now: datetime
) -> bool:
    """The same, told by a log (when, its id): of several the one that was told last counts, whenever they arrive.
    Inside the caller's transaction; False when a later one stands."""
    told = min(told[0], now), told[1]  # no clock that runs ahead keeps her from choosing anew
    row = session.get(Reminder, (practice_id, client_id))
    if row is not None and (row.changed_at, row.log_id or "") > told:
        return False
    _keep(session, session.get_one(Client, (practice_id, client_id)), choice, told, now)
    return True


def choice_of(told: Mapping[str, Any]) -> Choice:
    """A choice as it stands on the wire and in the table, whose shape was looked at."""
    quiet, away = told.get("quiet"), told.get("away_until")
    return Choice(
        told["timezone"],
        due.slots_of(told["slots"]),
        told.get("follows_phone", True),
        None if quiet is None else Quiet(time.fromisoformat(quiet["from"]), time.fromisoformat(quiet["to"])),
        None if away is None else date.fromisoformat(away),
        told.get("follow_up_min"),
        told.get("calendar", False),
    )


def for_phone(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any] | None:
    """The choice as it stands and when it was told; None where nothing was chosen."""
    row = session.get(Reminder, (practice_id, client_id))
    return None if row is None else {**_chosen(row), "changed_at": row.changed_at}


def snooze(session: AnySession, actor: Actor, now: datetime, delivery_id: str | None, minutes: int) -> None:
    """Once more in so many minutes. Of a reminder that this client was sent, asked twice it comes once; without one (in
    the app), asked again before it came it comes at the newer time. Raises Invalid, NotFound."""
    low, high = rules.SNOOZE_MIN
    if not low <= minutes <= high:
        raise Invalid({"minutes": f"From {low} to {high} minutes."})
    at = now + timedelta(minutes=minutes)
    with write(session):
        if delivery_id is None:
            _snooze_unasked(session, actor, now, at)
            return
        line = deliveries.line_of(session, actor.practice_id, actor.id, delivery_id)
        if line is None:
            raise NotFound()
        row = _line(actor, line.timezone, "snooze", f"snooze:{line.id}", at, at + rules.LATE_AFTER, line.local_date)
        deliveries.enter(session, [row])


def _snooze_unasked(session: AnySession, actor: Actor, now: datetime, at: datetime) -> None:
    """A snooze with no notification behind it: one at a time lies ahead, and so many a local date."""
    client = client_for(session, actor, actor.id, "remind")
    hold_client(session, client.practice_id, client.id)
    chosen = session.get(Reminder, (client.practice_id, client.id))
    zone = client.timezone if chosen is None else chosen.timezone
    day = local_date(now, zone).isoformat()
    slots = [f"snooze:{number}" for number in range(1, rules.SNOOZES_A_DAY + 1)]
    if deliveries.move_open(session, actor.practice_id, actor.id, slots, at, at + rules.LATE_AFTER):
        return
    taken = deliveries.slots_of(session, actor.practice_id, actor.id, day)
    free = [slot for slot in slots if slot not in taken]
    if not free:
        raise Invalid({"minutes": "That is enough for today."})
    deliveries.enter(session, [_line(actor, zone, "snooze", free[0], at, at + rules.LATE_AFTER, day)])


def send_test(session: AnySession, actor: Actor, now: datetime) -> str:
    """One now, to see that they arrive, to a client or a therapist; the id under which its fate can be asked for.
    Raises Invalid when there were many today."""
    with write(session):
        zone = _zone_of(session, actor)
        day = local_date(now, zone).isoformat()
        count = deliveries.count_of(session, actor.practice_id, actor.id, day, "test")
        if count >= TESTS_A_DAY:
            raise Invalid({"test": "That is enough for today. Try again tomorrow."})
        row = _line(actor, zone, "test", f"test:{count + 1}", now, now + TEST_WINDOW, day)
        deliveries.enter(session, [row])
        return str(row["id"])


def fate(session: AnySession, actor: Actor, delivery_id: str) -> dict[str, Any]:
    """What became of one that was sent to whoever asks. Raises NotFound."""
    with read(session):
        line = deliveries.line_of(session, actor.practice_id, actor.id, delivery_id)
        if line is None:
            raise NotFound()
        return {"id": line.id, "status": line.status, "reason": line.reason, "shown_at": line.shown_at}


def received(session: AnySession, actor: Actor, now: datetime, receipts: Sequence[tuple[str, str]]) -> None:
    """What a browser says it did with pushes: (id, `shown` | `opened`). The first word of each counts; an id that is
    not of whoever says it says nothing."""
    with write(session):
        for delivery_id, what in receipts:
            deliveries.note_receipt(session, actor.practice_id, actor.id, delivery_id, what, now)


def _keep(
    session: AnySession, client: Client, choice: Choice, told: tuple[datetime, str | None], now: datetime
) -> None:
    row = session.get(Reminder, (client.practice_id, client.id))
    if row is None:
        row = Reminder(practice_id=client.practice_id, client_id=client.id)
        session.add(row)
    zone_before = row.timezone
    row.timezone, row.follows_phone = choice.timezone, choice.follows_phone
    row.slots = [
        {"time": f"{slot.at:%H:%M}", "days": sorted(slot.days), "enabled": slot.enabled} for slot in choice.slots
    ]
    quiet = choice.quiet
    row.quiet = None if quiet is None else {"from": f"{quiet.start:%H:%M}", "to": f"{quiet.end:%H:%M}"}
    row.away_until = None if choice.away_until is None else choice.away_until.isoformat()
    row.follow_up_min, row.calendar = choice.follow_up_min, choice.calendar
    row.changed_at, row.log_id = told
    due.place_anew(row, zone_before, now)


def _shown(session: AnySession, client: Client) -> dict[str, Any]:
    row = session.get(Reminder, (client.practice_id, client.id))
    proof = deliveries.newest_of(session, client.practice_id, client.id)
    living = store.subscriptions(session, [client.id])
    unanswered = deliveries.unanswered(session, client.practice_id, client.id)
    return {
        **(_NOTHING | {"timezone": client.timezone} if row is None else _chosen(row)),
        "next_due_at": None if row is None else row.next_due_at,
        "browsers": len(living),
        "last": None if proof is None else _proof(proof),
        "fading": rules.fading(unanswered),
        "mail": {"state": "unavailable", "address": None},
    }


def _chosen(row: Reminder) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("timezone", *_NOTHING)}


def _proof(line: deliveries.Delivery) -> dict[str, Any]:
    """shown on the phone | accepted by the push service | failed (DECISIONS "Reminders")."""
    shown = line.shown_at or line.opened_at
    state = "shown" if shown else "accepted" if line.status == "done" else "failed"
    return {"state": state, "at": shown or line.ended_at, "reason": line.reason}


def _zone_of(session: AnySession, actor: Actor) -> str:
    if actor.kind == "client":
        return client_for(session, actor, actor.id, "remind").timezone
    return session.get_one(Practice, actor.practice_id).timezone


def _line(actor: Actor, zone: str, kind: str, slot: str, at: datetime, not_after: datetime, day: str) -> dict[str, Any]:
    return {
        "practice_id": actor.practice_id,
        "client_id": actor.id if actor.kind == "client" else None,
        "recipient_id": actor.id,
        "local_date": day,
        "slot": slot,
        "id": str(uuid_utils.uuid7()),
        "kind": kind,
        "timezone": zone,
        "at": at,
        "not_after": not_after,
        "status": "due",
        "reason": None,
        "tries": 0,
        "ended_at": None,
    }
