"""What tests of both ways out share: a push service and a mail server that answer as a test says, and a client who is
reminded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.mail.letter import Letter
from pith.mail.post import Posted
from pith.services import delivering, due, mailing
from pith.services.delivering import Line, Settled
from pith.services.letters import MailHouse, Mails
from pith.services.transaction import AnySession, read, write
from pith.services.ways import Ways
from pith.store.deliveries import Delivery
from pith.store.mail import ClientMail
from pith.store.reminders import Reminder
from tests import logs
from tests.cast import Cast, Someone
from tests.conftest import Clock
from tests.services.sync_world import assign

ADDRESS = "ada@example.org"
ORIGIN = "https://pith.example.org"
DUE = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)  # 07:00 in Berlin
MINUTE = timedelta(minutes=1)
DAILY = [0, 1, 2, 3, 4, 5, 6]


class Pushing:
    """The way out by push, with a fate that the test chooses by kind of line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.fate: Callable[[Line], Settled] = lambda line: Settled(line, "skipped", reason="no_channel")

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        for line in lines:
            self.lines.append(line)
            yield self.fate(line)

    def remember(self) -> None:
        """Nothing to learn."""


class Posting:
    """The mail server, with an answer that the test chooses; `dies` ends the worker while it sends."""

    def __init__(self) -> None:
        self.letters: list[Letter] = []
        self.answer: Callable[[Letter], Posted] = lambda _: Posted("accepted")
        self.dies = False

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[int, Posted]]:
        for place, letter in enumerate(letters):
            self.letters.append(letter)
            if self.dies:
                raise KeyboardInterrupt
            yield place, self.answer(letter)


def ways_of(session: AnySession, clock: Clock, settings: Settings, pushes: Pushing, post: Any) -> Ways:
    house = MailHouse(ORIGIN, settings.secrets.master, load_content().mails)
    return Ways(pushes, Mails(session, clock, house, post, lambda: 0.5))


MAILED = pytest.mark.usefixtures("mailed")


def wants_mail(session: AnySession, settings: Settings, clock: Clock, who: Someone, address: str = ADDRESS) -> None:
    keys = settings.secrets
    mailing.ask(session, who.actor, clock(), keys.master, keys.codes, address)
    with read(session):
        serial = session.get_one(ClientMail, (who.actor.practice_id, who.id)).serial
    mailing.confirm(session, clock(), mailing.token_of(keys.master, "confirm", who.actor.practice_id, who.id, serial))


def may_practise(cast: Cast) -> None:
    """She has a program, and her therapist's word that she may."""
    said = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/clearance", json={"note": "Seen."})
    assert said.status_code == 201, said.text
    assign(cast.owner, cast.client)


def reminded_at(session: AnySession, who: Someone, clock: Clock, *times: str) -> None:
    with write(session):
        row = Reminder(
            practice_id=who.actor.practice_id,
            client_id=who.id,
            timezone="Europe/Berlin",
            follows_phone=True,
            slots=[{"time": time, "days": DAILY, "enabled": True} for time in times],
            changed_at=clock.now,
        )
        due.place(row, clock.now)
        session.add(row)


def round_of(session: AnySession, clock: Clock, out: Ways, worker: str = "one") -> None:
    due.claim(session, clock())
    delivering.deliver(session, clock, worker, out)


def fates(session: AnySession, kind: str = "reminder") -> list[tuple[str, str | None, str | None]]:
    with read(session):
        found = select(Delivery).where(Delivery.kind == kind).order_by(Delivery.local_date, Delivery.slot, Delivery.id)
        return [(row.status, row.channel, row.reason) for row in session.scalars(found)]


def stops(cast: Cast, clock: Clock, *feelings: str) -> None:
    made = [logs.make("hurt", clock.now, feeling=feeling) for feeling in feelings]
    sent = cast.client.http.post("/api/v1/sync/logs", json=logs.batch(*made, at=clock.now))
    assert {one["status"] for one in sent.json["results"]} == {"stored"}


def failed(reason: str) -> Callable[[Line], Settled]:
    return lambda line: Settled(line, "failed", "push", reason)


def done(line: Line) -> Settled:
    return Settled(line, "done", "push")
