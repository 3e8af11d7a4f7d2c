"""What tests of the inbox share: what a phone tells, what waits at the desk, and days that pass."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.inbox import Outcome
from pith.services import inbox, sessions
from pith.services.transaction import AnySession, write
from tests import logs
from tests.cast import Someone
from tests.conftest import Clock
from tests.services.sync_world import push


class Inboxes:
    """The inbox of whoever is named, at the time of the clock."""

    def __init__(self, session: AnySession, clock: Clock, settings: Settings) -> None:
        self.session, self.clock, self.master = session, clock, settings.secrets.master

    def page(self, who: Someone) -> dict[str, Any]:
        self.session.rollback()
        return inbox.page(self.session, who.actor, self.clock(), load_content(), self.master)

    def items(self, who: Someone) -> list[dict[str, Any]]:
        return list(self.page(who)["items"])

    def told(self, who: Someone) -> list[tuple[str, str]]:
        """(rank, cause) of what waits, in order."""
        return [(item["rank"], item["cause"]) for item in self.items(who)]

    def of_client(self, who: Someone, client: Someone) -> list[dict[str, Any]]:
        self.session.rollback()
        return inbox.of_client(self.session, who.actor, load_content(), client.id)

    def close(self, who: Someone, item_id: str, outcome: Outcome = "seen") -> None:
        self.session.rollback()
        inbox.close(self.session, who.actor, self.clock(), item_id, outcome)

    def reopen(self, who: Someone, item_id: str) -> None:
        self.session.rollback()
        inbox.reopen(self.session, who.actor, self.clock(), item_id)


def tell(who: Someone, *told: dict[str, Any], at: datetime) -> None:
    assert set(push(who, *told, at=at)) == {"stored"}


def sign_in_anew(session: AnySession, who: Someone, now: datetime) -> None:
    """A therapist's sign-in ends with the day."""
    session.rollback()
    with write(session):
        place = who.actor.practice_id, who.id
        who.token = sessions.open_session(session, now, "therapist", *place, "A browser", None)


def practised(at: datetime, **more: Any) -> dict[str, Any]:
    """A whole practice that ends at an instant."""
    begins = at - timedelta(minutes=9)
    times = {"started_at": _z(begins), "ended_at": _z(at)}
    return logs.make("session", at=at, **times, **more)


def holds_program(at: datetime, number: int = 1) -> dict[str, Any]:
    """Her phone has this version."""
    return logs.make("read", at=at, what="program", ref=str(number))


def _z(at: datetime) -> str:
    return at.isoformat().replace("+00:00", "Z")
