"""Sign-ins on a real database: how long they live, who ends them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from pith.domain.errors import NotFound
from pith.services import accounts, clients, sessions
from pith.services.transaction import AnySession, write
from pith.store.accounts import SignIn
from tests.cast import LOST_DEVICE, Cast
from tests.conftest import Clock


def test_a_therapist_who_comes_back_in_time_stays_in(cast: Cast, session: AnySession, clock: Clock) -> None:
    for _ in range(30):
        assert sessions.find(session, clock.forward(minutes=119), cast.owner.token).actor == cast.owner.actor


def test_a_therapist_who_is_quiet_too_long_signs_in_again(cast: Cast, session: AnySession, clock: Clock) -> None:
    assert sessions.find(session, clock.forward(minutes=120), cast.owner.token).actor is None


def test_the_practice_sets_how_long_quiet_may_be(cast: Cast, session: AnySession, clock: Clock) -> None:
    accounts.change_practice(session, cast.owner.actor, {"settings": {"idle_minutes": 30}})
    assert sessions.find(session, clock.forward(minutes=29), cast.owner.token).actor is not None
    assert sessions.find(session, clock.forward(minutes=30), cast.owner.token).actor is None


def test_nobody_stays_in_for_more_than_thirty_days(cast: Cast, session: AnySession, clock: Clock) -> None:
    for _ in range(30 * 24):
        last = sessions.find(session, clock.forward(hours=1), cast.owner.token).actor
    assert last is None


def test_a_phone_may_rest_for_a_year_and_then_slides_on(cast: Cast, session: AnySession, clock: Clock) -> None:
    for _ in range(3):
        found = sessions.find(session, clock.forward(days=399), cast.client.token)
        assert found.actor == cast.client.actor
        assert found.touched
    assert sessions.find(session, clock.forward(days=400), cast.client.token).actor is None


def test_a_phone_is_noted_at_most_once_an_hour(cast: Cast, session: AnySession, clock: Clock) -> None:
    assert not sessions.find(session, clock.forward(minutes=59), cast.client.token).touched
    assert sessions.find(session, clock.forward(minutes=1), cast.client.token).touched
    assert not sessions.find(session, clock.forward(minutes=1), cast.client.token).touched


@pytest.mark.parametrize("token", ["", "nonsense", "\x00", "\ud800", "x" * 4000])
def test_a_token_that_was_never_given_is_nobody(cast: Cast, session: AnySession, clock: Clock, token: str) -> None:
    assert sessions.find(session, clock.now, token) == sessions.NOTHING


def test_signing_out_ends_the_token_on_the_server(cast: Cast, session: AnySession, clock: Clock) -> None:
    sessions.sign_out(session, cast.owner.actor, clock.now)
    assert sessions.find(session, clock.now, cast.owner.token) == sessions.NOTHING


def test_a_revoked_phone_is_told_whose_place_was_closed(cast: Cast, session: AnySession, clock: Clock) -> None:
    found = sessions.find(session, clock.now, cast.lost_phone.token)
    assert found.actor is None
    assert found.closed is not None
    assert found.closed.id == cast.client.id


def test_an_erased_clients_phone_is_told_so_too(cast: Cast, session: AnySession, clock: Clock) -> None:
    actor = cast.client.actor
    with write(session):
        sessions.end_all(session, clock.now, "client", actor.practice_id, actor.id)
    assert sessions.find(session, clock.now, cast.client.token).closed == actor
    assert set(session.scalars(select(SignIn.label).where(SignIn.subject_id == actor.id))) == {""}


def test_revoking_one_phone_leaves_the_other(cast: Cast, session: AnySession, clock: Clock) -> None:
    assert sessions.find(session, clock.now, cast.client.token).actor == cast.client.actor


def test_revoking_twice_keeps_the_first_instant(cast: Cast, session: AnySession, clock: Clock) -> None:
    first = clock.now
    clients.revoke_device(session, cast.owner.actor, clock.forward(hours=1), cast.client.id, LOST_DEVICE)
    phones = clients.devices(session, cast.owner.actor, cast.client.id)
    assert [phone["revoked_at"] for phone in phones if phone["id"] == LOST_DEVICE] == [first]


def test_a_person_lists_and_ends_her_own_sign_ins_only(cast: Cast, session: AnySession, clock: Clock) -> None:
    [mine] = sessions.own_sessions(session, cast.owner.actor, clock.now)
    assert mine["current"]
    for other in (cast.colleague, cast.client, cast.stranger):
        with pytest.raises(NotFound):
            sessions.end_own(session, cast.owner.actor, clock.now, other.actor.session_id)
    sessions.end_own(session, cast.owner.actor, clock.now, mine["id"])
    assert sessions.find(session, clock.now, cast.owner.token).actor is None
