"""A client's times for her own calendar: a file that rings by itself, and a private feed to look at."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from pith import __version__
from pith.content.texts import Texts
from pith.domain import doors
from pith.domain.accounts import Actor
from pith.domain.errors import NotFound
from pith.domain.reminders import Quiet
from pith.services import due, tries
from pith.services.calendar_file import Times, calendar_bytes
from pith.services.clients import client_for
from pith.services.transaction import AnySession, read, write
from pith.services.tries import Visitor
from pith.store import calendar as store
from pith.store.accounts import Client, hold_client
from pith.store.calendar import CalendarFeed
from pith.store.reminders import Reminder

TOKEN_BYTES = 16


@dataclass(frozen=True, slots=True)
class House:
    """Our public origin, and the words that calendars show, by language."""

    origin: str
    texts: Mapping[str, Texts]


@dataclass(frozen=True, slots=True)
class Page:
    """What a feed answers. `body` is None where the calendar named `etag` itself, so it has this."""

    etag: str
    body: bytes | None


def own_calendar(session: AnySession, actor: Actor, house: House) -> bytes:
    """The file that a client takes into her calendar once; each event rings at its start."""
    with read(session):
        client = client_for(session, actor, actor.id, "remind")
        return calendar_bytes(_times(session, client, house), rings=True)


def feed_state(session: AnySession, actor: Actor) -> dict[str, datetime | None]:
    """Since when a feed is open: `{made_at}`, None where none is. Its address is never shown again."""
    with read(session):
        client_for(session, actor, actor.id, "remind")
        found = store.living_feed(session, actor.practice_id, actor.id)
        return {"made_at": None if found is None else found.made_at}


def open_feed(session: AnySession, actor: Actor, now: datetime, origin: str) -> dict[str, str]:
    """A new private address; the one before ends. `{url, link}`: as calendars open it, and as they are told it."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with write(session):
        client = client_for(session, actor, actor.id, "remind")
        hold_client(session, client.practice_id, client.id)
        store.end_feeds(session, client.practice_id, client.id, now)
        session.add(
            CalendarFeed(
                practice_id=client.practice_id,
                client_id=client.id,
                secret_hash=_hash(token),
                made_at=now,
                ended_at=None,
            )
        )
    link = f"{origin}/calendar/{token}.ics"
    return {"url": f"webcal:{link.partition(':')[2]}", "link": link}


def close_feed(session: AnySession, actor: Actor, now: datetime) -> None:
    """Ends it; without one nothing changes."""
    with write(session):
        client = client_for(session, actor, actor.id, "remind")
        store.end_feeds(session, client.practice_id, client.id, now)


def feed(
    session: AnySession, now: datetime, visitor: Visitor, token: str, house: House, held: frozenset[str] = frozenset()
) -> Page:
    """What stands behind a private address; `held` are the versions that the calendar has. Raises NotFound alike for an
    address that never was and for one that ended, and RateLimited for who tries many.

    Only wrong addresses are counted: calendars of many people come from few addresses of their services.
    """
    with read(session):
        client = store.client_of_feed(session, _hash(token))
        if client is not None:
            times = _times(session, client, house)
    if client is None:
        tries.take(session, now, {visitor.hidden("feed-address", visitor.address): doors.FEED_PER_ADDRESS})
        raise NotFound()
    etag = _etag(times)
    return Page(etag, None if etag in held else calendar_bytes(times, rings=False))


def _times(session: AnySession, client: Client, house: House) -> Times:
    row = session.get(Reminder, (client.practice_id, client.id))
    quiet, away = (None, None) if row is None else (row.quiet, row.away_until)
    return Times(
        owner=client.id,
        zone=client.timezone if row is None else row.timezone,
        slots=() if row is None else due.slots_of(row.slots),
        quiet=None if quiet is None else _quiet(quiet),
        away_until=None if away is None else date.fromisoformat(away),
        changed_at=client.created_at if row is None else row.changed_at,
        language=client.language,
        summary=house.texts[client.language].say("reminder"),
        link=f"{house.origin}/today",
    )


def _quiet(told: Mapping[str, Any]) -> Quiet:
    return Quiet(time.fromisoformat(told["from"]), time.fromisoformat(told["to"]))


def _etag(times: Times) -> str:
    """Of all that the file is made of, so that a calendar that has it costs no work: a zone's rules are looked up for
    a new one only."""
    made_of = repr((times, due.tzdata(), __version__))
    return hashlib.blake2s(made_of.encode(), digest_size=16).hexdigest()


def _hash(token: str) -> str:
    """Plain SHA-256 will do for 128 random bits."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
