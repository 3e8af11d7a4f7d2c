"""Clients and who may see them, on a real database."""

from __future__ import annotations

import pytest

from pith.config import Settings
from pith.content.loader import load_content
from pith.domain.errors import NotAllowed, NotFound
from pith.services import clients, screening
from pith.services.clients import client_for, visible_clients
from pith.services.transaction import AnySession, read
from pith.store.accounts import Client
from pith.store.seal import unseal
from tests.cast import Cast
from tests.conftest import Clock


def names(session: AnySession, cast: Cast, who: str) -> list[str]:
    with read(session):
        return [row.name for row in visible_clients(session, getattr(cast, who).actor)]


def test_each_therapist_sees_her_own_and_the_owner_sees_all(cast: Cast, session: AnySession) -> None:
    assert names(session, cast, "owner") == ["Client of the owner", "Other client"]
    assert names(session, cast, "colleague") == []
    assert names(session, cast, "stranger") == ["Client of the stranger"]


def test_a_client_that_may_not_be_seen_is_not_there(cast: Cast, session: AnySession) -> None:
    for who in (cast.colleague, cast.stranger, cast.other_client, cast.client):
        with pytest.raises(NotFound):
            client_for(session, who.actor, cast.client.id)


def test_given_access_shows_one_client_and_taken_hides_her(cast: Cast, session: AnySession, clock: Clock) -> None:
    for _ in range(2):
        clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    assert names(session, cast, "colleague") == ["Client of the owner"]
    with pytest.raises(NotAllowed):
        client_for(session, cast.colleague.actor, cast.client.id, "erase")
    clients.take_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    assert names(session, cast, "colleague") == []


def test_access_is_given_to_colleagues_only(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(NotFound):
        clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.stranger.id)


def test_a_member_gives_up_her_own_access_but_takes_nobody_elses(cast: Cast, session: AnySession, clock: Clock) -> None:
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    with pytest.raises(NotAllowed):
        clients.take_access(session, cast.colleague.actor, clock.now, cast.client.id, cast.owner.id)
    clients.take_access(session, cast.colleague.actor, clock.now, cast.client.id, cast.colleague.id)
    assert names(session, cast, "colleague") == []


def test_a_member_sees_the_clients_that_she_adds(
    cast: Cast, session: AnySession, clock: Clock, settings: Settings
) -> None:
    clients.add_client(session, cast.colleague.actor, clock.now, settings.secrets.master, "Hers", "Europe/Berlin")
    assert names(session, cast, "colleague") == ["Hers"]


def test_a_client_adds_no_clients(cast: Cast, session: AnySession, clock: Clock, settings: Settings) -> None:
    with pytest.raises(NotAllowed):
        clients.add_client(session, cast.client.actor, clock.now, settings.secrets.master, "X", "Europe/Berlin")


def test_each_client_has_a_key_of_her_own(cast: Cast, session: AnySession, settings: Settings) -> None:
    rows = [session.get_one(Client, (who.actor.practice_id, who.id)) for who in (cast.client, cast.other_client)]
    keys = {unseal(settings.secrets.master, f"client|{row.id}", row.text_key) for row in rows}
    assert sorted(len(key) for key in keys) == [32, 32]


def test_a_changed_name_changes_what_her_phone_pulls(cast: Cast, session: AnySession, clock: Clock) -> None:
    key = (cast.client.actor.practice_id, cast.client.id)
    before = session.get_one(Client, key).view_version
    changed = clients.change_client(session, cast.owner.actor, clock.now, cast.client.id, {"name": "New name"})
    assert changed["name"] == "New name"
    session.expire_all()
    assert session.get_one(Client, key).view_version != before


def test_archiving_keeps_the_first_instant_and_can_be_undone(cast: Cast, session: AnySession, clock: Clock) -> None:
    first = clock.now
    for _ in range(2):
        card = clients.change_client(session, cast.owner.actor, clock.now, cast.client.id, {"archived": True})
        clock.forward(hours=1)
        assert card["archived_at"] == first
    card = clients.change_client(session, cast.owner.actor, clock.now, cast.client.id, {"archived": False})
    assert card["archived_at"] is None


def test_a_clearance_opens_the_gate_in_its_therapists_name(cast: Cast, session: AnySession, clock: Clock) -> None:
    key = (cast.client.actor.practice_id, cast.client.id)
    assert not screening.gate_of(session, *key).open
    screening.record(session, cast.owner.actor, clock.now, cast.client.id, "seen in the room")
    gate = screening.gate_of(session, *key)
    assert (gate.open, gate.by, gate.at) == (True, "Owner of Practice A", clock.now)
    assert clients.one_client(session, cast.owner.actor, clock.now, cast.client.id)["screened"]


def test_a_later_clearance_takes_the_place_of_the_earlier(cast: Cast, session: AnySession, clock: Clock) -> None:
    for note in ("first", "second"):
        screening.record(session, cast.owner.actor, clock.forward(hours=1), cast.client.id, note)
    found = screening.clearance_of(session, cast.client.actor.practice_id, cast.client.id)
    assert found is not None
    assert found.note == "second"


def test_a_withdrawn_clearance_closes_the_gate_and_her_phone_hears(
    cast: Cast, session: AnySession, clock: Clock
) -> None:
    key = (cast.client.actor.practice_id, cast.client.id)
    screening.record(session, cast.owner.actor, clock.now, cast.client.id, "")
    before = session.get_one(Client, key).view_version
    for _ in range(2):
        screening.withdraw(session, cast.owner.actor, clock.now, load_content().policy, cast.client.id)
    session.expire_all()
    assert session.get_one(Client, key).view_version != before
    assert not screening.gate_of(session, *key).open


def test_nobody_else_opens_the_gate(cast: Cast, session: AnySession, clock: Clock) -> None:
    for who in (cast.stranger, cast.colleague, cast.client):
        with pytest.raises(NotFound):
            screening.record(session, who.actor, clock.now, cast.client.id, "")
