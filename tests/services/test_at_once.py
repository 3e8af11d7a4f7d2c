"""Two people press at the same instant: nothing is doubled, nothing is lost, nobody sees a fault."""

from __future__ import annotations

import threading
from collections.abc import Callable
from unittest.mock import patch

from flask import Flask
from sqlalchemy import func, select

from pith.domain.inbox import Outcome
from pith.services import accounts, clients, inbox, passwords, screening
from pith.services.transaction import AnySession, read, write
from pith.store import reminders
from pith.store.db import db
from pith.store.inbox import AlertOutcome
from pith.store.reminders import PushHost
from pith.store.screening import Clearance
from tests import logs
from tests.cast import PASSWORD, Cast, Someone, known_hash
from tests.conftest import Clock
from tests.services.sync_world import push


def at_once(app: Flask, *work: Callable[[], object]) -> list[str]:
    """Each in a thread with a session of its own, all let go together: how each ended, sorted."""
    start, ends = threading.Barrier(len(work)), []

    def run(one: Callable[[], object]) -> None:
        with app.app_context():
            start.wait()
            try:
                one()
                ends.append("done")
            except Exception as error:
                ends.append(type(error).__name__)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    db.session.rollback()  # the test looks at what there is now
    return sorted(ends)


def test_the_same_colleague_added_twice_is_there_once(app: Flask, cast: Cast, clock: Clock) -> None:
    person = {"name": "New", "email": "new@a.example", "password": PASSWORD}
    with patch.object(passwords, "hash_password", lambda _: known_hash()):
        ends = at_once(app, *[lambda: accounts.add_member(db.session, cast.owner.actor, clock.now, person)] * 4)
    assert ends == ["Invalid", "Invalid", "Invalid", "done"]


def test_access_given_twice_is_given(app: Flask, cast: Cast, clock: Clock) -> None:
    def give() -> None:
        clients.give_access(db.session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)

    assert at_once(app, *[give] * 4) == ["done"] * 4


def test_a_clearance_recorded_twice_is_in_force_once(app: Flask, cast: Cast, clock: Clock, session: AnySession) -> None:
    def record() -> None:
        screening.record(db.session, cast.owner.actor, clock.now, cast.client.id, "")

    assert at_once(app, *[record] * 4) == ["done"] * 4
    with read(session):
        assert session.scalar(select(func.count()).where(Clearance.ended_at.is_(None))) == 1


def test_two_settings_changed_from_two_windows_both_stand(app: Flask, cast: Cast, session: AnySession) -> None:
    def set_to(**settings: object) -> Callable[[], object]:
        return lambda: accounts.change_practice(db.session, cast.owner.actor, {"settings": settings})

    work = [set_to(idle_minutes=45), set_to(retention_months=7), set_to(minors="guardian")]
    assert at_once(app, *work) == ["done"] * 3
    now = accounts.practice_of(session, cast.owner.actor)["settings"]
    assert (now["idle_minutes"], now["retention_months"], now["minors"]) == (45, 7, "guardian")


def test_two_workers_that_close_a_push_service_at_once_both_go_on(app: Flask, cast: Cast, clock: Clock) -> None:
    both = threading.Barrier(2)

    def close() -> None:
        with write(db.session):
            number = reminders.refusals(db.session, "https://push.example") + 1
            if db.session.get_bind().dialect.name == "postgresql":  # SQLite has one writer at a time
                both.wait(10)
            reminders.close_host(db.session, "https://push.example", clock.now, "refused", number)

    assert at_once(app, close, close) == ["done", "done"]
    with read(db.session):
        assert db.session.scalars(select(PushHost.origin)).all() == ["https://push.example"]


def test_of_two_who_close_the_same_item_one_is_its_outcome(
    app: Flask, cast: Cast, clock: Clock, session: AnySession
) -> None:
    question = logs.make("question")
    assert push(cast.client, question, at=clock()) == ["stored"]
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    item = f"{cast.client.id}:question:{question['id']}"

    def closing(who: Someone, outcome: Outcome) -> Callable[[], object]:
        return lambda: inbox.close(db.session, who.actor, clock.now, item, outcome)

    both = closing(cast.owner, "called"), closing(cast.colleague, "adjusted")
    assert at_once(app, *both, *both) == ["done"] * 4
    with read(session):
        [row] = session.scalars(select(AlertOutcome)).all()
    assert (row.outcome, row.by_id) in {("called", cast.owner.id), ("adjusted", cast.colleague.id)}
