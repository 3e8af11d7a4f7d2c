"""Tables and queries of the dose: what the rules decided for a client, and by which bounds."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ForeignKeyConstraint, Index, Row, String, Text, bindparam, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import AnySession, Client, Id, Practice
from pith.store.db import Base, UtcDateTime
from pith.store.practice import Alert, Log
from pith.store.programs import ProgramVersion

UNDONE, ACCEPTED, DECLINED = "undone", "accepted", "declined"
_PLAIN = {"synchronize_session": False}


class DoseDecision(Base):
    """One decision of the rules (domain/dose) or one step that they propose, at most one a day, rule and target ("" is
    the whole program). `version`: the program's number when it was derived last. `withdrawn_at`: what was told later
    left nothing of it. `act` is what a person did about it: undone, accepted or declined; she is nobody (`acted_by_id`
    None) where the practice lets the rules go on by themselves."""

    __tablename__ = "dose_decision"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    version: Mapped[int] = mapped_column()
    day: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    rule: Mapped[str] = mapped_column(String(8))
    decision: Mapped[str] = mapped_column(String(20))
    target: Mapped[str] = mapped_column(String(64))
    notice: Mapped[str] = mapped_column(String(16))
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    inputs: Mapped[dict[str, Any]] = mapped_column(JSON)
    source: Mapped[str | None] = mapped_column(String(64))
    engine: Mapped[str] = mapped_column(String(16))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    act: Mapped[str | None] = mapped_column(String(16))
    acted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    acted_by_id: Mapped[str | None] = mapped_column(Id)
    acted_by_name: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(Text)
    __table_args__ = (
        Index("uq_dose_decision_day", "practice_id", "client_id", "day", "rule", "target", unique=True),
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


class DoseSetting(Base):
    """The bounds for one client: seconds a day at most, lane (auto, slow, usual), mode (suggest, auto), and who set
    them. Beside them how things stood when her dose was last worked out: `slow_lane`, for which version, since when;
    and whether she is `aged`, which only her sealed answer says. It is worked out again at `settle_at`, when her next
    local day begins or what is felt has lasted too long, and before anybody reads it once she `told` anything."""

    __tablename__ = "dose_setting"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    cap_s: Mapped[int] = mapped_column()
    lane: Mapped[str] = mapped_column(String(8))
    mode: Mapped[str] = mapped_column(String(8))
    changed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    by_id: Mapped[str | None] = mapped_column(Id)
    by_name: Mapped[str | None] = mapped_column(Text)
    slow_lane: Mapped[bool] = mapped_column(default=False)
    aged: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=0)
    since: Mapped[str | None] = mapped_column(String(10))
    level_since: Mapped[str | None] = mapped_column(String(10))
    settle_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    told: Mapped[bool] = mapped_column(default=False)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )


_TOLD = select(DoseSetting.client_id).where(
    DoseSetting.practice_id == bindparam("practice_id"),
    DoseSetting.client_id == bindparam("client_id"),
    DoseSetting.told,
)


def decisions_of(session: AnySession, practice_id: str, client_id: str) -> Sequence[DoseDecision]:
    """All that was ever decided for a client, in the order in which it happened."""
    mine = DoseDecision.practice_id == practice_id, DoseDecision.client_id == client_id
    query = select(DoseDecision).where(*mine).order_by(DoseDecision.day, DoseDecision.at, DoseDecision.id)
    return session.scalars(query).all()


def rests_of(session: AnySession, practice_id: str, clients: Collection[str]) -> Sequence[DoseDecision]:
    """What stands of the decisions that let a technique of these clients rest, or end its rest."""
    mine = DoseDecision.practice_id == practice_id, DoseDecision.client_id.in_(clients)
    stands = DoseDecision.rule.in_(("D02", "D03")), DoseDecision.withdrawn_at.is_(None)
    return session.scalars(select(DoseDecision).where(*mine, *stands).order_by(DoseDecision.at, DoseDecision.id)).all()


def authors_had_seen(session: AnySession, practice_id: str, clients: Collection[str]) -> list[Row[Any]]:
    """`client_id, number, created_at, starts_on, seen_decisions` of every version of these clients."""
    told: tuple[Any, ...] = (ProgramVersion.client_id, ProgramVersion.number, ProgramVersion.created_at)
    query = select(*told, ProgramVersion.starts_on, ProgramVersion.seen_decisions).where(
        ProgramVersion.practice_id == practice_id, ProgramVersion.client_id.in_(clients)
    )
    return list(session.execute(query))


def insert_decisions(session: AnySession, rows: list[dict[str, Any]]) -> None:
    """What is decided already for that day, rule and target stays as it is."""
    session.connection().execute(_insert(session, DoseDecision).on_conflict_do_nothing(), rows)


def one_decision(session: AnySession, practice_id: str, client_id: str, decision_id: str) -> DoseDecision | None:
    return session.get(DoseDecision, (practice_id, client_id, decision_id))


def sources_undone(session: AnySession, practice_id: str, client_id: str, rule: str) -> set[str]:
    """The logs behind decisions of one rule that somebody undid."""
    mine = DoseDecision.practice_id == practice_id, DoseDecision.client_id == client_id
    undone = DoseDecision.rule == rule, DoseDecision.act == UNDONE, DoseDecision.source.is_not(None)
    return set(session.scalars(select(DoseDecision.source).where(*mine, *undone)))


def restore_alerts(session: AnySession, practice_id: str, client_id: str, cause: str, sources: list[str]) -> None:
    """Alerts of what follows again from what is told now."""
    mine = Alert.practice_id == practice_id, Alert.client_id == client_id, Alert.cause == cause
    changed = update(Alert).where(*mine, Alert.source_id.in_(sources)).values(withdrawn_at=None)
    session.execute(changed, execution_options=_PLAIN)


def setting_of(session: AnySession, practice_id: str, client_id: str) -> DoseSetting | None:
    return session.get(DoseSetting, (practice_id, client_id))


def ensure_setting(session: AnySession, row: dict[str, Any]) -> DoseSetting:
    """The client's bounds; `row` where she has none yet, whoever else writes them at the same time."""
    found = setting_of(session, row["practice_id"], row["client_id"])
    if found is None:
        session.connection().execute(_insert(session, DoseSetting).on_conflict_do_nothing(), [row])
        found = session.get_one(DoseSetting, (row["practice_id"], row["client_id"]))
    return found


def settings_of_practice(session: AnySession, practice_id: str) -> dict[str, Any]:
    found: dict[str, Any] = session.scalars(select(Practice.settings).where(Practice.id == practice_id)).one()
    return found


def note_told(session: AnySession, row: dict[str, Any]) -> None:
    """Lets a client's dose be worked out before it is read; `row` where she has no bounds yet."""
    fresh = _insert(session, DoseSetting).values({**row, "told": True})
    kept = fresh.on_conflict_do_update(index_elements=["practice_id", "client_id"], set_={"told": True})
    session.connection().execute(kept)


def is_told(session: AnySession, practice_id: str, client_id: str) -> bool:
    """Whether a client told anything since her dose was worked out."""
    who = {"practice_id": practice_id, "client_id": client_id}
    return session.connection().execute(_TOLD, who).first() is not None


def put_off(session: AnySession, practice_id: str, client_id: str, at: datetime) -> None:
    """Lets a client be looked at again at an instant."""
    mine = DoseSetting.practice_id == practice_id, DoseSetting.client_id == client_id
    session.execute(update(DoseSetting).where(*mine).values(settle_at=at, told=False), execution_options=_PLAIN)


def decision_logs(session: AnySession, practice_id: str, client_id: str, first: str) -> list[Row[Any]]:
    """`id, skew_s, received_at, body` of what a client's phones decided, from local date `first` on, newest first."""
    mine = Log.practice_id == practice_id, Log.client_id == client_id
    query = select(Log.id, Log.skew_s, Log.received_at, Log.body).where(
        *mine, Log.kind == "decision", Log.local_date >= first
    )
    return list(session.execute(query.order_by(Log.seq.desc())))


def begun_anew(session: AnySession, now: datetime, limit: int) -> list[Row[Any]]:
    """`practice_id, client_id` of up to `limit` clients whose next local day has begun, the longest ago first, or who
    told anything since their dose was worked out. Clients who were put away wait."""
    query = (
        select(DoseSetting.practice_id, DoseSetting.client_id)
        .join(Client, (Client.practice_id == DoseSetting.practice_id) & (Client.id == DoseSetting.client_id))
        .where((DoseSetting.settle_at <= now) | DoseSetting.told, Client.archived_at.is_(None))
        .order_by(DoseSetting.settle_at)
        .limit(limit)
    )
    return list(session.execute(query))


def told_since(session: AnySession, practice_id: str, client_id: str, first: str) -> list[Row[Any]]:
    """`id, kind, local_date, received_at, skew_s, target, body` of what moves a client's dose, from local date `first`
    on, and of all that she took back."""
    kinds = ("session", "hurt", "reaction", "check")
    lived = Log.kind.in_(kinds) & (Log.local_date >= first)
    return list(
        session.execute(
            select(Log.id, Log.kind, Log.local_date, Log.received_at, Log.skew_s, Log.target, Log.body).where(
                Log.practice_id == practice_id, Log.client_id == client_id, or_(lived, Log.kind == "void")
            )
        )
    )


def _insert(session: AnySession, table: type[Base]) -> Any:
    dialect = session.get_bind().dialect.name
    return (postgresql_insert if dialect == "postgresql" else sqlite_insert)(table)
