"""What a restore must not forget: whoever was erased, and every door that was closed, since the copy was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Engine, Row, Table, bindparam, select, update
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from pith.services.erasing import erase_rows, lay_stones
from pith.services.therapists import leave
from pith.services.transaction import AnySession, read
from pith.store import copying, mail, schema
from pith.store.accounts import Client, Erased, Invitation, Practice, SignIn, Therapist
from pith.store.browsers import end_behind_closed_doors
from pith.store.calendar import CalendarFeed
from pith.store.keeping import stone
from pith.store.mail import ClientMail

_SIGN_IN, _INVITATION = cast(Table, SignIn.__table__), cast(Table, Invitation.__table__)
_FEED = cast(Table, CalendarFeed.__table__)


@dataclass(frozen=True)
class Memory:
    """Of the replaced database: grave stones, and the revoked sign-ins, used invitations, therapists who left, feeds
    that ended, and the addresses for mail as they stand."""

    stones: list[dict[str, Any]] = field(default_factory=list)
    revoked: list[Row[Any]] = field(default_factory=list)
    used: list[Row[Any]] = field(default_factory=list)
    left: list[Row[Any]] = field(default_factory=list)
    feeds: list[Row[Any]] = field(default_factory=list)
    mails: list[Row[Any]] = field(default_factory=list)


def remember(engine: Engine) -> Memory | None:
    """What the database that is to be replaced knows; None when it cannot be read."""
    if engine.dialect.name == "sqlite" and not copying.sqlite_file(engine).is_file():
        return Memory()
    try:
        if schema.current(engine) is None:
            return Memory()
        with Session(engine) as session, read(session):
            return _memory(session)
    except DBAPIError:
        return None
    finally:
        engine.dispose()


def _memory(session: AnySession) -> Memory:
    """Only what was closed on purpose counts. What is missing here may just be younger than this database."""
    stones = [dict(row) for row in session.execute(select(Erased.__table__)).mappings()]
    revoked = select(SignIn.token_hash, SignIn.revoked_at).where(SignIn.revoked_at.is_not(None))
    used = select(Invitation.secret_hash, Invitation.used_at).where(Invitation.used_at.is_not(None))
    left = select(Therapist.practice_id, Therapist.id, Therapist.ended_at).where(Therapist.ended_at.is_not(None))
    feeds = select(CalendarFeed.secret_hash, CalendarFeed.ended_at).where(CalendarFeed.ended_at.is_not(None))
    mails = select(
        ClientMail.practice_id, ClientMail.client_id, ClientMail.serial, ClientMail.asked_at, ClientMail.ended_at
    )
    return Memory(stones, *(list(session.execute(query)) for query in (revoked, used, left, feeds, mails)))


def keep_closed(session: AnySession, memory: Memory) -> None:
    """A lost phone, a used link and a colleague who left find the same closed doors in the restored tables."""
    connection = session.connection()
    door: Any = bindparam("door")
    at: Any = bindparam("at")
    revoked = [{"door": row.token_hash, "at": row.revoked_at} for row in memory.revoked]
    used = [{"door": row.secret_hash, "at": row.used_at} for row in memory.used]
    feeds = [{"door": row.secret_hash, "at": row.ended_at} for row in memory.feeds]
    if revoked:
        connection.execute(update(_SIGN_IN).where(_SIGN_IN.c.token_hash == door).values(revoked_at=at), revoked)
        end_behind_closed_doors(session)
    if used:
        connection.execute(update(_INVITATION).where(_INVITATION.c.secret_hash == door).values(used_at=at), used)
    if feeds:
        connection.execute(update(_FEED).where(_FEED.c.secret_hash == door).values(ended_at=at), feeds)
    for row in memory.mails:
        # Off since then, or another address since then: the one in the copy gets no mail again.
        if row.ended_at is not None:
            mail.end(session, row.practice_id, row.client_id, row.ended_at)
        mail.end_others(session, row.practice_id, row.client_id, row.serial, row.asked_at)
    for row in memory.left:
        gone = session.get(Therapist, (row.practice_id, row.id))
        if gone is not None and gone.ended_at is None:
            leave(session, gone, row.ended_at)


def erase_again(session: AnySession, now: datetime, master: bytes, memory: Memory) -> int:
    """Whoever was erased since the copy was made is erased again, for a restore must not raise the dead. Returns how
    many that were; runs inside the caller's transaction."""
    practices = set(session.scalars(select(Practice.id)))
    known = set(session.scalars(select(Erased.id_hash)))
    new = [row for row in memory.stones if row["practice_id"] in practices and row["id_hash"] not in known]
    graves = {row["id_hash"] for row in new}
    everyone = session.execute(select(Client.practice_id, Client.id)).all()
    dead = [who for who in everyone if stone(master, who[0], "client", who[1]) in graves]
    for practice_id, client_id in dead:
        erase_rows(session, now, master, practice_id, client_id)
    lay_stones(session, new)
    return len(dead)
