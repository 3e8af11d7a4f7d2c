"""A client with a program and a phone, day by day, and the desk that looks at her dose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import select

from pith.config import Settings
from pith.content.loader import load_content
from pith.services import dosing_round, sessions
from pith.services.transaction import AnySession, read, write
from pith.store.dose import DoseDecision
from pith.store.practice import Alert
from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.dose_world import TECHNIQUE, session_on
from tests.services.sync_world import push

CONTENT = load_content()
EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


class Room:
    """The owner's client with one program from this morning on."""

    def __init__(self, session: AnySession, cast: Cast, clock: Clock, settings: Settings) -> None:
        self.session, self.cast, self.clock = session, cast, clock
        self.master = settings.secrets.master
        self.url = f"/api/v1/clients/{cast.client.id}"

    @property
    def desk(self) -> FlaskClient:
        """The owner's browser, signed in just now: a session at the desk ends with the day."""
        owner = self.cast.owner
        self.session.rollback()
        with write(self.session):
            token = sessions.open_session(
                self.session, self.clock(), "therapist", owner.actor.practice_id, owner.id, "A browser", None
            )
        return replace(owner, token=token).http

    def save(self, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
        body = {
            "items": list(items) or [{"technique_id": TECHNIQUE, "level": 1}],
            "days": EVERY_DAY,
            "reason": "Because",
        }
        answer = self.desk.post(f"{self.url}/program/versions", json=body | more)
        assert answer.status_code == 201, answer.text
        return dict(answer.json)

    def tell(self, *told: dict[str, Any]) -> list[str]:
        """As her phone does: it sends, and then asks what is new."""
        answer = push(self.cast.client, *told, at=self.clock())
        self.view()
        return answer

    def go_on(self, days: int) -> None:
        """To eight in the evening of a later date."""
        self.clock.now = (self.clock.now + timedelta(days=days)).replace(hour=20)

    def days(self, count: int, **changes: Any) -> None:
        """So many dates with a practice that went well (or as `changes` say), told the same evening."""
        for _ in range(count):
            self.tell(session_on(self.clock.now, **changes))
            self.go_on(1)

    def round(self) -> int:
        """A worker's look at whoever's day has begun."""
        self.session.rollback()
        return dosing_round.settle_begun(self.session, self.clock(), self.master, CONTENT)

    def dose(self) -> dict[str, Any]:
        return dict(self.desk.get(f"{self.url}/dose").json)

    def act(self, decision_id: str, what: str, **body: Any) -> Any:
        return self.desk.post(f"{self.url}/dose/{decision_id}/{what}", json=body)

    def bounds(self, **changes: Any) -> Any:
        return self.desk.put(f"{self.url}/dose", json={"cap_s": 600, "lane": "auto", "mode": "suggest"} | changes)

    def view(self) -> dict[str, Any]:
        return dict(self.cast.client.http.get("/api/v1/sync").json)

    def rows(self) -> list[DoseDecision]:
        self.session.rollback()  # what the test looked at earlier is old
        mine = DoseDecision.client_id == self.cast.client.id
        with read(self.session):
            found = list(
                self.session.scalars(select(DoseDecision).where(mine).order_by(DoseDecision.day, DoseDecision.rule))
            )
            self.session.expunge_all()
            return found

    def standing(self) -> list[tuple[str, str, str]]:
        """Day, rule and target of what is neither withdrawn nor acted on, without proposals."""
        rows = [row for row in self.rows() if row.withdrawn_at is None and row.act is None]
        return [(row.day, row.rule, row.target) for row in rows if row.rule not in ("D12", "D13")]

    def alerts(self, cause: str = "dose") -> list[tuple[str, str, bool]]:
        """Source, level and whether it was withdrawn."""
        self.session.rollback()
        with read(self.session):
            found = self.session.scalars(
                select(Alert).where(Alert.client_id == self.cast.client.id, Alert.cause == cause)
            )
            return [(one.source_id, one.level, one.withdrawn_at is not None) for one in found]


def reaction(session_log: dict[str, Any], answer: str, at: datetime) -> dict[str, Any]:
    return logs.make("reaction", at, session_id=session_log["id"], answer=answer)


def seconds(items: Sequence[dict[str, Any]]) -> int:
    return sum(item["dose_s"] for item in items)
