"""A client's address for reminders: hers only after a yes, never a way to flood a stranger, gone when she says so."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.domain.errors import Invalid, NotFound, RateLimited
from pith.services import mailing, upkeep
from pith.services.transaction import AnySession, read, write
from pith.store.deliveries import Delivery
from pith.store.mail import ClientMail
from tests.cast import Cast, Someone
from tests.conftest import Clock

ADDRESS = "ada@example.org"


@pytest.fixture
def asks(session: AnySession, settings: Settings, clock: Clock) -> Any:
    """Asks for mail to an address as one of the clients."""
    keys = settings.secrets

    def ask(who: Someone, address: str = ADDRESS) -> dict[str, Any]:
        return mailing.ask(session, who.actor, clock(), keys.master, keys.codes, address)

    return ask


def state(session: AnySession, settings: Settings, asker: Someone, of: Someone) -> dict[str, Any]:
    return mailing.state_of(session, asker.actor, of.id, settings.secrets.master, available=True)


def row_of(session: AnySession, who: Someone) -> ClientMail:
    with read(session):
        found = session.get_one(ClientMail, (who.actor.practice_id, who.id))
        session.expunge_all()
        return found


def token(session: AnySession, settings: Settings, who: Someone, what: mailing.What) -> str:
    serial = row_of(session, who).serial
    return mailing.token_of(settings.secrets.master, what, who.actor.practice_id, who.id, serial)


def mails(session: AnySession) -> list[Delivery]:
    with read(session):
        found = session.scalars(select(Delivery).where(Delivery.kind == "confirm").order_by(Delivery.slot)).all()
        session.expunge_all()
        return list(found)


def test_an_address_is_hers_only_after_a_yes(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    assert state(session, settings, cast.client, cast.client) == {"state": "off", "address": None}
    assert asks(cast.client, " Ada@Example.org ") == {"state": "unconfirmed", "address": ADDRESS}
    assert [(one.recipient_id, one.status) for one in mails(session)] == [(cast.client.id, "due")]
    mailing.confirm(session, clock(), token(session, settings, cast.client, "confirm"))
    assert state(session, settings, cast.client, cast.client) == {"state": "on", "address": ADDRESS}
    assert asks(cast.client) == {"state": "on", "address": ADDRESS}
    assert len(mails(session)) == 1


def test_her_therapist_sees_that_it_is_on_and_not_where_it_goes(
    session: AnySession, cast: Cast, settings: Settings, asks: Any
) -> None:
    asks(cast.client)
    assert state(session, settings, cast.owner, cast.client) == {"state": "unconfirmed", "address": None}
    with pytest.raises(NotFound):
        state(session, settings, cast.stranger, cast.client)


def test_nothing_in_the_database_shows_the_address_or_opens_a_link(
    session: AnySession, cast: Cast, settings: Settings, asks: Any
) -> None:
    asks(cast.client)
    row = row_of(session, cast.client)
    links = [token(session, settings, cast.client, what) for what in ("confirm", "off")]  # type: ignore[arg-type]
    kept = " ".join(str(getattr(row, column.name)) for column in ClientMail.__table__.columns)
    assert not [secret for secret in (ADDRESS, *links) if secret in kept]
    assert ADDRESS.encode() not in row.sealed
    assert len(set(links)) == 2


def test_a_strangers_address_gets_three_mails_a_day_whoever_asks(
    session: AnySession, cast: Cast, clock: Clock, asks: Any
) -> None:
    for who in (cast.client, cast.other_client, cast.strangers_client):
        asks(who)
    for who in (cast.client, cast.other_client):
        with pytest.raises(RateLimited):
            asks(who)
    assert len(mails(session)) == 3
    clock.forward(days=1, seconds=1)
    asks(cast.client)


def test_one_client_cannot_try_address_after_address(session: AnySession, cast: Cast, clock: Clock, asks: Any) -> None:
    for number in range(6):
        asks(cast.client, f"ada{number}@example.org")
    with pytest.raises(RateLimited):
        asks(cast.client, "ada7@example.org")
    assert len(mails(session)) == 6


def test_an_address_that_was_changed_has_to_be_confirmed_anew(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    old = token(session, settings, cast.client, "confirm")
    mailing.confirm(session, clock(), old)
    asks(cast.client, "new@example.org")
    assert state(session, settings, cast.client, cast.client) == {"state": "unconfirmed", "address": "new@example.org"}
    with pytest.raises(NotFound):
        mailing.confirm(session, clock(), old)


def test_the_first_of_two_mails_to_the_same_address_still_opens(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    first = token(session, settings, cast.client, "confirm")
    asks(cast.client)
    mailing.confirm(session, clock(), first)
    mailing.confirm(session, clock(), first)
    assert state(session, settings, cast.client, cast.client)["state"] == "on"


def test_a_link_that_confirms_opens_for_two_days(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    link = token(session, settings, cast.client, "confirm")
    clock.forward(hours=48, seconds=1)
    with pytest.raises(NotFound):
        mailing.confirm(session, clock(), link)
    assert state(session, settings, cast.client, cast.client)["state"] == "unconfirmed"


@pytest.mark.parametrize("guess", ["", "x", "A" * 43, "\ud800", "a\x00b", "é" * 5000])
def test_a_guess_opens_nothing(session: AnySession, cast: Cast, clock: Clock, asks: Any, guess: str) -> None:
    asks(cast.client)
    with pytest.raises(NotFound):
        mailing.confirm(session, clock(), guess)
    mailing.turn_off(session, clock(), guess)
    assert row_of(session, cast.client).ended_at is None


def test_one_click_turns_it_off_and_forgets_the_address(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    mailing.confirm(session, clock(), token(session, settings, cast.client, "confirm"))
    link = token(session, settings, cast.client, "off")
    for _ in range(2):
        mailing.turn_off(session, clock(), link)
    assert state(session, settings, cast.client, cast.client) == {"state": "off", "address": None}
    assert row_of(session, cast.client).sealed == b""
    with pytest.raises(NotFound):
        mailing.confirm(session, clock(), token(session, settings, cast.client, "confirm"))


def test_she_forgets_it_in_the_app_and_may_ask_again(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    mailing.forget(session, cast.client.actor, clock())
    mailing.forget(session, cast.client.actor, clock())
    assert state(session, settings, cast.client, cast.client)["state"] == "off"
    asks(cast.client)
    mailing.confirm(session, clock(), token(session, settings, cast.client, "confirm"))
    assert state(session, settings, cast.client, cast.client)["state"] == "on"


def test_what_is_no_address_is_refused_and_costs_no_try(session: AnySession, cast: Cast, asks: Any) -> None:
    for _ in range(9):
        with pytest.raises(Invalid):
            asks(cast.client, "ada@example.org\r\nBcc: bob@example.org")
    assert mails(session) == []
    asks(cast.client)


def test_without_a_mail_server_it_is_unavailable(
    session: AnySession, cast: Cast, settings: Settings, asks: Any
) -> None:
    asks(cast.client)
    found = mailing.state_of(session, cast.client.actor, cast.client.id, settings.secrets.master, available=False)
    assert found == {"state": "unavailable", "address": None}


def test_an_address_that_nobody_confirmed_is_not_kept(
    session: AnySession, cast: Cast, settings: Settings, clock: Clock, asks: Any
) -> None:
    asks(cast.client)
    asks(cast.other_client)
    mailing.confirm(session, clock(), token(session, settings, cast.client, "confirm"))
    clock.forward(days=31)
    upkeep.round_of_work(session, clock(), "one")
    with read(session):
        assert [row.client_id for row in session.scalars(select(ClientMail))] == [cast.client.id]


def test_a_therapist_turns_alerts_by_mail_off_for_herself(session: AnySession, cast: Cast, clock: Clock) -> None:
    assert mailing.alerts_of(session, cast.owner.actor, True) == {"mail": True, "mail_available": True, "last": None}
    mailing.choose_alerts(session, cast.owner.actor, False, True)
    assert mailing.alerts_of(session, cast.owner.actor, False) == {"mail": False, "mail_available": False, "last": None}
    assert mailing.alerts_of(session, cast.colleague.actor, True)["mail"] is True


@pytest.mark.parametrize(
    ("row", "last"),
    [
        ({"status": "done", "channel": "mail"}, ("accepted", 0, None)),
        ({"status": "done", "channel": "push", "shown": True}, ("shown", 1, None)),
        ({"status": "failed", "reason": "mail_refused"}, ("failed", 0, "mail_refused")),
        ({"status": "skipped", "reason": "no_channel"}, ("failed", 0, "no_channel")),
        ({"status": "skipped", "reason": "withdrawn"}, None),
    ],
)
def test_a_therapist_sees_whether_the_newest_alert_arrived(
    session: AnySession, cast: Cast, clock: Clock, row: dict[str, Any], last: Any
) -> None:
    now = clock()
    shown = now + timedelta(minutes=1) if row.get("shown") else None
    told = {name: value for name, value in row.items() if name != "shown"}
    with write(session):
        session.add(
            Delivery(
                practice_id=cast.owner.actor.practice_id,
                client_id=cast.client.id,
                recipient_id=cast.owner.id,
                local_date="2026-03-02",
                slot="alert:1",
                id=cast.client.id,
                kind="alert",
                timezone="UTC",
                at=now,
                not_after=now,
                ended_at=now,
                shown_at=shown,
                **told,
            )
        )
    found = mailing.alerts_of(session, cast.owner.actor, True)["last"]
    assert found == (last and {"state": last[0], "at": now + timedelta(minutes=last[1]), "reason": last[2]})


@pytest.mark.parametrize(("kind", "status", "reason"), [("confirm", "done", None), ("news", "skipped", "no_channel")])
def test_neither_a_question_by_mail_nor_news_to_who_wants_none_says_whether_reminders_arrive(
    session: AnySession, cast: Cast, clock: Clock, kind: str, status: str, reason: str | None
) -> None:
    now = clock()
    who = {"practice_id": cast.client.actor.practice_id, "client_id": cast.client.id, "recipient_id": cast.client.id}
    with write(session):
        session.add(
            Delivery(
                **who, local_date="2026-03-02", slot="one", id=cast.client.id, kind=kind, timezone="UTC", at=now,
                not_after=now, ended_at=now, status=status, reason=reason,
            )
        )  # fmt: skip
    assert cast.client.http.get("/api/v1/reminders").json["last"] is None
    [row] = [one for one in cast.owner.http.get("/api/v1/clients").json["clients"] if one["id"] == cast.client.id]
    assert row["reminders"]["state"] == "none"
