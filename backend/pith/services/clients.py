"""Clients of a practice: who may see whom, files, shared access, and their phones."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

import uuid_utils
from sqlalchemy import delete, exists, func, select, update

from pith.domain import accounts as rules
from pith.domain.accounts import Actor, ClientFile, Verb
from pith.domain.errors import IdTaken, NotAllowed, NotFound
from pith.services.languages import language_of_practice
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import (
    Client,
    ClientAccess,
    Invitation,
    SignIn,
    Therapist,
    bump_view,
    hold_therapist,
    paired_ids,
    seen_by,
    therapist_ids,
)
from pith.store.browsers import end_subscriptions
from pith.store.screening import clearance_in_force
from pith.store.seal import new_key, seal


def client_for(session: AnySession, actor: Actor, client_id: str, verb: Verb = "see") -> Client:
    """The client's row, when this actor may do `verb` with her. Runs inside the caller's transaction.

    Raises NotFound for a missing client and for one that the actor may not see alike, else NotAllowed.
    """
    row = session.get(Client, (actor.practice_id, client_id))
    if row is None:
        raise NotFound()
    given = therapist_ids(session, actor.practice_id, client_id) if actor.role == "member" else frozenset()
    rules.require(actor, verb, ClientFile(row.practice_id, row.id, given))
    return row


def visible_clients(session: AnySession, actor: Actor) -> list[Client]:
    """Every client that this therapist may see, by name. Runs inside the caller's transaction."""
    return list(
        session.scalars(select(Client).where(seen_by(actor.practice_id, actor.whose)).order_by(Client.name, Client.id))
    )


def touch_view(session: AnySession, practice_id: str, client_id: str | None = None) -> None:
    """Marks the view of one client (None: of all of the practice) as changed, inside the caller's transaction."""
    bump_view(session, practice_id, client_id, uuid.uuid4().hex)


def add_client(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    name: str,
    timezone: str,
    language: str | None = None,
    sent_as: str | None = None,
) -> dict[str, Any]:
    """A new client, given to whoever adds her; with a key of her own for her words, sealed by `master` (32 bytes).

    Her `language` is the practice's where none is given. `sent_as` is the desk's name for what it sends: who is sent
    twice is there once. Her id follows from it and the practice's, so that no two practices have one id. Raises
    IdTaken.
    """
    rules.require(actor, "add_client", rules.Practice(actor.practice_id))
    clean = rules.clean_name(name, "name")
    with write(session):
        hold_therapist(session, actor.practice_id, actor.id)
        new_id = None if sent_as is None else str(uuid.uuid5(uuid.UUID(actor.practice_id), sent_as))
        client = None if new_id is None else session.get(Client, (actor.practice_id, new_id))
        if client is None:
            client = new_client(session, actor, now, master, clean, timezone, language, new_id)
        elif (client.name, client.timezone, client.created_by) != (clean, timezone, actor.id):
            raise IdTaken()
        return _card(session, client, now)


def new_client(
    session: AnySession,
    actor: Actor,
    now: datetime,
    master: bytes,
    name: str,
    timezone: str,
    language: str | None,
    new_id: str | None = None,
) -> Client:
    """The row and its access row, inside the caller's transaction."""
    client_id = new_id or str(uuid_utils.uuid7())
    client = Client(
        practice_id=actor.practice_id,
        id=client_id,
        name=name,
        timezone=timezone,
        language=language or language_of_practice(session, actor.practice_id),
        language_at=now,
        view_version=uuid.uuid4().hex,
        text_key=seal(master, f"client|{client_id}", new_key()),
        created_by=actor.id,
        created_at=now,
    )
    session.add(client)
    session.flush()
    session.add(_access(actor, now, client_id, actor.id))
    session.flush()
    return client


def one_client(session: AnySession, actor: Actor, now: datetime, client_id: str) -> dict[str, Any]:
    """Her card: `{id, name, timezone, language, created_at, archived_at, screened, paired, therapists}`; of each
    therapist `{id, name, role}`."""
    with read(session):
        return _card(session, client_for(session, actor, client_id), now)


def _card(session: AnySession, client: Client, now: datetime) -> dict[str, Any]:
    given = session.execute(
        select(Therapist.id, Therapist.name, Therapist.role)
        .join(
            ClientAccess,
            (ClientAccess.practice_id == Therapist.practice_id) & (ClientAccess.therapist_id == Therapist.id),
        )
        .where(ClientAccess.practice_id == client.practice_id, ClientAccess.client_id == client.id)
        .order_by(Therapist.name, Therapist.id)
    )
    return {
        "id": client.id,
        "name": client.name,
        "timezone": client.timezone,
        "language": client.language,
        "created_at": client.created_at,
        "archived_at": client.archived_at,
        "screened": clearance_in_force(session, client.practice_id, client.id) is not None,
        "paired": client.id in paired_ids(session, client.practice_id, now),
        "therapists": [{"id": row.id, "name": row.name, "role": row.role} for row in given],
    }


def change_client(
    session: AnySession, actor: Actor, now: datetime, client_id: str, changes: dict[str, Any]
) -> dict[str, Any]:
    """Takes any of `name`, `timezone`, `language`, `archived` (true hides her from the list; nothing is lost)."""
    with write(session):
        client = client_for(session, actor, client_id, "edit")
        if "name" in changes:
            client.name = rules.clean_name(changes["name"], "name")
        if "timezone" in changes:
            client.timezone = changes["timezone"]
        if "language" in changes:
            client.language, client.language_at = changes["language"], now
        if "archived" in changes:
            client.archived_at = (client.archived_at or now) if changes["archived"] else None
        session.flush()
        touch_view(session, client.practice_id, client.id)
        return _card(session, client, now)


def give_access(session: AnySession, actor: Actor, now: datetime, client_id: str, therapist_id: str) -> None:
    """Lets a colleague of the same practice see this client; giving twice changes nothing."""
    with write(session):
        client = client_for(session, actor, client_id, "share")
        _colleague(session, actor, therapist_id)
        if therapist_id not in therapist_ids(session, client.practice_id, client.id):
            session.add(_access(actor, now, client.id, therapist_id))
            touch_view(session, client.practice_id, client.id)


def take_access(session: AnySession, actor: Actor, now: datetime, client_id: str, therapist_id: str) -> None:
    """Takes access back, and with it the invitations that she made for this client and nobody used: each would let
    her in as the client. A member may give up her own; only the owner takes another's, and has whom nobody has."""
    with write(session):
        client = client_for(session, actor, client_id, "share")
        _colleague(session, actor, therapist_id)
        if actor.role != "owner" and therapist_id != actor.id:
            raise NotAllowed()
        session.execute(
            delete(ClientAccess).where(
                ClientAccess.practice_id == client.practice_id,
                ClientAccess.client_id == client.id,
                ClientAccess.therapist_id == therapist_id,
            )
        )
        session.execute(delete(Invitation).where(*_open_doors(client), Invitation.created_by == therapist_id))
        keep_with_owner(session, client.practice_id, now)
        touch_view(session, client.practice_id, client.id)


def keep_with_owner(session: AnySession, practice_id: str, now: datetime) -> None:
    """Gives the owner every client whom nobody has any more: else, while the owner is away, nobody would hear of them,
    for who stands in hears of those whom the other was given. Inside the caller's transaction."""
    given = ClientAccess.practice_id == Client.practice_id, ClientAccess.client_id == Client.id
    alone = select(Client.id).where(Client.practice_id == practice_id, ~exists().where(*given))
    owner = select(Therapist.id).where(Therapist.practice_id == practice_id, Therapist.role == "owner")
    left, owner_id = session.scalars(alone).all(), session.scalars(owner).one()
    session.add_all(
        ClientAccess(practice_id=practice_id, client_id=one, therapist_id=owner_id, given_by=owner_id, given_at=now)
        for one in left
    )
    session.flush()


def devices(session: AnySession, actor: Actor, client_id: str) -> list[dict[str, Any]]:
    """Her phones, newest first: `[{id, label, created_at, last_seen_at, revoked_at}]`."""
    with read(session):
        client = client_for(session, actor, client_id, "invite")
        rows = session.scalars(
            select(SignIn).where(*_phones(client)).order_by(SignIn.created_at.desc(), SignIn.id)
        ).all()
        return [
            {
                "id": row.device_id,
                "label": row.label,
                "created_at": row.created_at,
                "last_seen_at": row.last_seen_at,
                "revoked_at": row.revoked_at,
            }
            for row in rows
        ]


def revoke_device(session: AnySession, actor: Actor, now: datetime, client_id: str, device_id: str) -> None:
    """A lost phone: from now on it is refused everything, its hand-over codes too, and it wipes itself when it next
    asks."""
    with write(session):
        client = client_for(session, actor, client_id, "invite")
        found = session.execute(
            update(SignIn)
            .where(*_phones(client), SignIn.device_id == device_id)
            .values(revoked_at=func.coalesce(SignIn.revoked_at, now))
            .returning(SignIn.id)
        ).all()
        if not found:
            raise NotFound()
        end_subscriptions(session, client.practice_id, client.id, now, door=device_id)
        # A code that the lost phone shows would let another one in; a link was given by a therapist, and stays.
        session.execute(delete(Invitation).where(*_open_doors(client), Invitation.kind == "code"))


def _open_doors(client: Client) -> tuple[Any, ...]:
    return (
        Invitation.practice_id == client.practice_id,
        Invitation.client_id == client.id,
        Invitation.used_at.is_(None),
    )


def _phones(client: Client) -> tuple[Any, ...]:
    return (
        SignIn.practice_id == client.practice_id,
        SignIn.kind == "client",
        SignIn.subject_id == client.id,
    )


def _access(actor: Actor, now: datetime, client_id: str, therapist_id: str) -> ClientAccess:
    return ClientAccess(
        practice_id=actor.practice_id,
        client_id=client_id,
        therapist_id=therapist_id,
        given_by=actor.id,
        given_at=now,
    )


def _colleague(session: AnySession, actor: Actor, therapist_id: str) -> Therapist:
    found = hold_therapist(session, actor.practice_id, therapist_id)
    if found is None:
        raise NotFound()
    return found
