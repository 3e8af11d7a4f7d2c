"""Browsers that take pushes: renewed, at most ten, each in one hand, and gone with the door that they came in by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from pith.config import Settings
from pith.domain.errors import Invalid
from pith.push.endpoints import Guard
from pith.services import accounts, clients, delivering, due, erasing, reminders, restoring, retention, sessions
from pith.services import subscriptions as service
from pith.services.backup import Installation, make_backup
from pith.services.therapists import end_member
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client
from pith.store.db import db
from pith.store.deliveries import Delivery
from pith.store.reminders import PushSubscription, Reminder
from pith.web.reminder_fields import RemindersIn
from tests.cast import DEVICE, PASSWORD, Cast, Someone
from tests.conftest import Clock
from tests.services.reminder_world import cleared, with_program
from tests.services.test_delivering import DUE, Heard
from tests.web.policy import SUBSCRIPTION

GUARD = Guard()
KEYS = SUBSCRIPTION["keys"]
CHOICE = reminders.choice_of(RemindersIn().load({"timezone": "Europe/Berlin", "slots": [{"time": "07:00"}]}))
Json = dict[str, Any]


def browser(name: str, **keys: str) -> Json:
    return {"endpoint": f"https://fcm.googleapis.com/fcm/send/{name}", "keys": {**KEYS, **keys}}


def takes(session: AnySession, who: Someone, clock: Clock, told: Json, key: str = "key-1") -> int:
    """`who` opens the app in this browser, which sends its subscription; how many she has then."""
    return int(service.subscribe(session, who.actor, clock(), GUARD, key, told)["browsers"])


def living(session: AnySession, who: Someone) -> list[str]:
    """The names of her browsers that take pushes."""
    session.rollback()
    with read(session):
        mine = PushSubscription.person_id == who.id, PushSubscription.ended_at.is_(None)
        found = session.scalars(select(PushSubscription.endpoint).where(*mine).order_by(PushSubscription.endpoint))
        return [one.rsplit("/", 1)[1] for one in found]


def ended(session: AnySession, who: Someone) -> list[str | None]:
    with read(session):
        mine = PushSubscription.person_id == who.id, PushSubscription.ended_at.is_not(None)
        return list(session.scalars(select(PushSubscription.ended_because).where(*mine)))


def test_a_browser_that_comes_again_is_renewed_and_not_doubled(session: AnySession, cast: Cast, clock: Clock) -> None:
    assert takes(session, cast.client, clock, browser("phone")) == 1
    with write(session):
        row = session.scalars(select(PushSubscription)).one()
        row.ended_at, row.ended_because, row.failures = clock.now, "replaced", 3
    clock.forward(days=1)
    assert takes(session, cast.client, clock, browser("phone"), "key-2") == 1
    with read(session):
        row = session.scalars(select(PushSubscription)).one()
        assert (row.key_id, row.seen_at, row.ended_at, row.ended_because, row.failures) == (
            "key-1",
            clock.now,
            None,
            None,
            0,
        )
        assert row.created_at == clock.now - timedelta(days=1)


def test_one_that_its_push_service_ended_stays_ended_and_the_browser_is_asked_for_another(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    takes(session, cast.client, clock, browser("phone"))
    with write(session):
        row = session.scalars(select(PushSubscription)).one()
        row.ended_at, row.ended_because = clock.now, "gone"
    told = service.subscribe(session, cast.client.actor, clock(), GUARD, "key-1", browser("phone"))
    assert (told["browsers"], told["anew"]) == (0, True)
    assert takes(session, cast.client, clock, browser("another")) == 1


def test_of_more_than_ten_the_one_that_was_not_seen_for_longest_ends(
    session: AnySession, cast: Cast, clock: Clock
) -> None:
    for number in range(10):
        assert takes(session, cast.client, clock, browser(f"b{number}")) == number + 1
        clock.forward(minutes=1)
    takes(session, cast.client, clock, browser("b0"))
    assert takes(session, cast.client, clock, browser("new")) == 10
    assert living(session, cast.client) == ["b0", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9", "new"]
    assert ended(session, cast.client) == ["replaced"]
    assert living(session, cast.other_client) == []


def test_who_signs_in_on_a_browser_takes_it_along(session: AnySession, cast: Cast, clock: Clock) -> None:
    takes(session, cast.client, clock, browser("shared"))
    takes(session, cast.owner, clock, browser("shared"))
    assert (living(session, cast.client), living(session, cast.owner)) == ([], ["shared"])


def test_who_only_knows_an_address_takes_nothing_away(session: AnySession, cast: Cast, clock: Clock) -> None:
    takes(session, cast.client, clock, browser("phone"))
    takes(session, cast.stranger, clock, browser("phone", auth="AAAAAAAAAAAAAAAAAAAAAA"))
    assert living(session, cast.client) == ["phone"]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ({"endpoint": "https://fcm.googleapis.com/x", "keys": {}}, {"keys.p256dh", "keys.auth"}),
        ({"endpoint": "https://10.0.0.1/x", "keys": KEYS}, {"endpoint"}),
        ({"endpoint": None, "keys": None}, {"endpoint", "keys.p256dh", "keys.auth"}),
    ],
)
def test_what_is_no_browsers_is_refused_by_field(
    session: AnySession, cast: Cast, clock: Clock, told: Json, wrong: set[str]
) -> None:
    with pytest.raises(Invalid) as refused:
        takes(session, cast.client, clock, told)
    assert set(refused.value.fields) == wrong
    assert living(session, cast.client) == []


def test_a_browser_is_forgotten_by_whose_it_is_alone(session: AnySession, cast: Cast, clock: Clock) -> None:
    takes(session, cast.client, clock, browser("phone"))
    endpoint = browser("phone")["endpoint"]
    service.unsubscribe(session, cast.other_client.actor, endpoint)
    assert living(session, cast.client) == ["phone"]
    service.unsubscribe(session, cast.client.actor, endpoint)
    service.unsubscribe(session, cast.client.actor, endpoint)
    assert living(session, cast.client) == []


def test_a_lost_phone_takes_no_pushes_and_her_other_one_does(
    session: AnySession, cast: Cast, second_phone: Someone, clock: Clock
) -> None:
    takes(session, cast.client, clock, browser("lost"))
    takes(session, second_phone, clock, browser("other"))
    clients.revoke_device(session, cast.owner.actor, clock(), cast.client.id, DEVICE)
    assert living(session, cast.client) == ["other"]
    assert ended(session, cast.client) == ["signed_out"]


def test_a_lost_phone_takes_none_after_a_copy_of_before_was_restored(
    app: Flask, settings: Settings, session: AnySession, cast: Cast, clock: Clock, tmp_path: Path
) -> None:
    takes(session, cast.client, clock, browser("lost"))
    takes(session, cast.other_client, clock, browser("hers"))
    place = Installation(db.engine, settings.secrets_file, "content-1")
    copy = make_backup(place, tmp_path / "copies", clock())
    clients.revoke_device(session, cast.owner.actor, clock(), cast.client.id, DEVICE)
    db.session.remove()
    restoring.restore(place, settings.data, clock(), copy, lambda _: True)
    assert (living(session, cast.client), living(session, cast.other_client)) == ([], ["hers"])


def _signs_out(session: AnySession, cast: Cast, clock: Clock) -> None:
    sessions.sign_out(session, cast.colleague.actor, clock())


def _ends_it_elsewhere(session: AnySession, cast: Cast, clock: Clock) -> None:
    sessions.end_own(session, cast.colleague.actor, clock(), cast.colleague.actor.session_id)


def _is_given_a_new_password(session: AnySession, cast: Cast, clock: Clock) -> None:
    accounts.reset_password(session, clock(), "colleague@a.example", PASSWORD + " again")


def _leaves(session: AnySession, cast: Cast, clock: Clock) -> None:
    end_member(session, cast.owner.actor, clock(), cast.colleague.id)


def _makes_room(session: AnySession, cast: Cast, clock: Clock) -> None:
    with write(session):
        sessions.end_replaced(session, clock(), cast.colleague.token)


@pytest.mark.parametrize("how", [_signs_out, _ends_it_elsewhere, _is_given_a_new_password, _leaves, _makes_room])
def test_whose_sign_in_ends_takes_no_more_pushes_there(
    session: AnySession, cast: Cast, clock: Clock, how: Callable[[AnySession, Cast, Clock], None]
) -> None:
    takes(session, cast.colleague, clock, browser("desk"))
    takes(session, cast.owner, clock, browser("hers"))
    how(session, cast, clock)
    assert (living(session, cast.colleague), living(session, cast.owner)) == ([], ["hers"])


def test_who_was_idle_for_long_still_hears_of_alerts(session: AnySession, cast: Cast, clock: Clock) -> None:
    takes(session, cast.owner, clock, browser("desk"))
    clock.forward(hours=10)
    assert sessions.find(session, clock(), cast.owner.token).actor is None
    assert living(session, cast.owner) == ["desk"]


def test_nothing_is_left_of_who_was_erased_and_nothing_is_sent(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    """Case 43: what was due when she went does not go out."""
    takes(session, cast.client, clock, browser("phone"))
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    clock.now = DUE + timedelta(minutes=1)
    due.claim(session, clock())
    reminders.send_test(session, cast.client.actor, clock())
    erasing.erase_client(session, cast.client.actor, clock(), settings.secrets.master, cast.client.id, cast.client.name)
    out = Heard(clock)
    assert delivering.deliver(session, clock, "one", out) == 0
    with read(session):
        for table in (PushSubscription, Reminder, Delivery):
            assert session.scalars(select(table)).all() == []


def test_who_is_put_away_is_sent_nothing_that_she_asked_for(session: AnySession, cast: Cast, clock: Clock) -> None:
    with write(session):
        cleared(session, cast.client, clock())
        with_program(session, cast.client, clock())
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    clock.now = DUE + timedelta(minutes=1)
    reminders.snooze(session, cast.client.actor, clock(), None, 5)
    clock.forward(minutes=6)
    reminders.send_test(session, cast.client.actor, clock())
    with write(session):
        session.get_one(Client, (cast.client.actor.practice_id, cast.client.id)).archived_at = clock.now
    due.claim(session, clock())
    out = Heard(clock)
    assert delivering.deliver(session, clock, "one", out) == 3
    assert out.lines == []


def test_the_ledger_is_kept_for_ninety_days_and_an_ended_browser_for_thirty(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    takes(session, cast.client, clock, browser("old"))
    takes(session, cast.client, clock, browser("new"))
    reminders.send_test(session, cast.client.actor, clock())
    with write(session):
        gone = session.scalars(select(PushSubscription).where(PushSubscription.endpoint.endswith("/old"))).one()
        gone.ended_at = clock.now
        session.scalars(select(Delivery)).one().ended_at = clock.now

    def left() -> tuple[int, int]:
        retention.clear(session, clock(), settings.secrets.master)
        with read(session):
            return len(session.scalars(select(PushSubscription)).all()), len(session.scalars(select(Delivery)).all())

    assert left() == (2, 1)
    clock.forward(days=30, minutes=1)
    assert left() == (1, 1)
    clock.forward(days=60)
    assert left() == (1, 0)


def test_reminders_that_ended_for_want_of_answers_do_not_begin_anew_when_the_ledger_is_cleared(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock
) -> None:
    with write(session):
        cleared(session, cast.client, clock())
        with_program(session, cast.client, clock())
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    out = Heard(clock)
    for day in [*range(36), *range(124, 128)]:
        clock.now = DUE + timedelta(days=day, minutes=1)
        retention.clear(session, clock(), settings.secrets.master)
        due.claim(session, clock())
        delivering.deliver(session, clock, "one", out)
    assert len(out.lines) == 11
    assert reminders.reminders_of(session, cast.client.actor, cast.client.id)["fading"] == "none"
