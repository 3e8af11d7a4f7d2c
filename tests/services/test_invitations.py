"""How phones come in, on a real database."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from pith.domain.errors import NotFound, RateLimited
from pith.services import clients, invitations, sessions
from pith.services.invitations import Device, InvitationInvalid
from pith.services.transaction import AnySession
from pith.services.tries import Visitor
from pith.store.accounts import Invitation
from pith.store.db import db
from tests.cast import DEVICE, VISITOR, Cast
from tests.conftest import Clock

PHONE = Device(None, "New phone")


@pytest.fixture
def invited(cast: Cast, session: AnySession, clock: Clock) -> dict[str, Any]:
    return invitations.invite(session, cast.owner.actor, clock.now, cast.client.id, "https://pith.example", False)


def test_a_link_carries_its_token_in_the_fragment(invited: dict[str, Any]) -> None:
    assert invited["url"] == f"https://pith.example/join?lang=en#{invited['token']}"
    assert len(invited["token"]) == 22
    assert invited["qr_svg"].startswith("<svg ")
    assert (invited["installable"], invited["why_not"]) == (True, None)


def test_an_origin_that_phones_cannot_install_from_is_named(cast: Cast, session: AnySession, clock: Clock) -> None:
    made = invitations.invite(session, cast.owner.actor, clock.now, cast.client.id, "http://localhost:8000", False)
    assert not made["installable"]
    assert "https" in made["why_not"]


def test_only_the_hash_of_a_token_is_kept(invited: dict[str, Any], session: AnySession) -> None:
    assert invited["token"] not in session.scalars(select(Invitation.secret_hash)).all()


def test_a_link_lets_one_phone_in_once(cast: Cast, invited: dict[str, Any], session: AnySession, clock: Clock) -> None:
    token, me = invitations.pair_by_token(session, clock.now, VISITOR, invited["token"], PHONE)
    assert me["client_id"] == cast.client.id
    actor = sessions.find(session, clock.now, token).actor
    assert actor is not None
    assert (actor.id, actor.device_id) == (cast.client.id, me["device_id"])
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, invited["token"], PHONE)


def test_a_whole_link_pasted_works_as_well(invited: dict[str, Any], session: AnySession, clock: Clock) -> None:
    assert invitations.pair_by_token(session, clock.now, VISITOR, invited["url"], PHONE)


def test_a_link_ends_after_seven_days(invited: dict[str, Any], session: AnySession, clock: Clock) -> None:
    assert invited["expires_at"] == clock.forward(days=7)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, invited["token"], PHONE)


@pytest.mark.parametrize("typed", ["", "unknown", "A" * 22, "\x00" * 22, "\ud800"])
def test_an_unknown_link_looks_like_a_used_one(cast: Cast, session: AnySession, clock: Clock, typed: str) -> None:
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, typed, PHONE)


def test_inviting_again_revokes_nothing(cast: Cast, invited: dict[str, Any], session: AnySession, clock: Clock) -> None:
    invitations.invite(session, cast.owner.actor, clock.now, cast.client.id, "https://pith.example", False)
    assert sessions.find(session, clock.now, cast.client.token).actor is not None
    assert invitations.pair_by_token(session, clock.now, VISITOR, invited["token"], PHONE)


def test_the_same_phone_comes_back_to_its_own_place(
    cast: Cast, invited: dict[str, Any], session: AnySession, clock: Clock
) -> None:
    _, me = invitations.pair_by_token(session, clock.now, VISITOR, invited["token"], Device(DEVICE, "Same phone"))
    assert me["device_id"] == DEVICE
    phones = clients.devices(session, cast.owner.actor, cast.client.id)
    assert [phone["label"] for phone in phones if phone["id"] == DEVICE] == ["Same phone"]
    assert sessions.find(session, clock.now, cast.client.token) == sessions.NOTHING


def test_a_device_id_of_another_client_takes_nothing_from_her(cast: Cast, session: AnySession, clock: Clock) -> None:
    made = invitations.invite(session, cast.stranger.actor, clock.now, cast.strangers_client.id, "https://x", False)
    invitations.pair_by_token(session, clock.now, VISITOR, made["token"], Device(DEVICE, "Copy"))
    assert sessions.find(session, clock.now, cast.client.token).actor == cast.client.actor


def test_of_two_phones_at_the_same_instant_one_comes_in(
    app: Flask, invited: dict[str, Any], session: AnySession, clock: Clock
) -> None:
    start, results = threading.Barrier(4), []

    def knock() -> None:
        with app.app_context():
            start.wait()
            try:
                invitations.pair_by_token(db.session, clock.now, VISITOR, invited["token"], PHONE)
                results.append("in")
            except InvitationInvalid:
                results.append("out")
            finally:
                db.session.remove()

    threads = [threading.Thread(target=knock) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(results) == ["in", "out", "out", "out"]


def test_a_client_of_another_practice_cannot_be_invited(cast: Cast, session: AnySession, clock: Clock) -> None:
    for actor in (cast.stranger.actor, cast.colleague.actor, cast.client.actor):
        with pytest.raises(NotFound):
            invitations.invite(session, actor, clock.now, cast.client.id, "https://x", False)


@pytest.fixture
def code(cast: Cast, session: AnySession, clock: Clock) -> str:
    return str(invitations.hand_over(session, cast.client.actor, clock.now, VISITOR.key)["code"])


def test_a_code_lets_the_same_clients_other_app_in_once(
    cast: Cast, code: str, session: AnySession, clock: Clock
) -> None:
    _, me = invitations.pair_by_code(session, clock.now, VISITOR, code.lower(), PHONE)
    assert me["client_id"] == cast.client.id
    assert sessions.find(session, clock.now, cast.client.token).actor is not None
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, code, PHONE)


def test_a_code_ends_after_ten_minutes(code: str, session: AnySession, clock: Clock) -> None:
    clock.forward(minutes=10)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, code, PHONE)


def test_a_code_is_stored_under_a_key(code: str, session: AnySession, clock: Clock) -> None:
    other = Visitor(VISITOR.address, VISITOR.agent, b"another key of this installation")
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, other, code, PHONE)


def test_a_new_code_closes_the_one_before(cast: Cast, code: str, session: AnySession, clock: Clock) -> None:
    newer = invitations.hand_over(session, cast.client.actor, clock.now, VISITOR.key)["code"]
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, code, PHONE)
    assert invitations.pair_by_code(session, clock.now, VISITOR, newer, PHONE)


def test_a_code_is_not_a_link_and_a_link_is_no_code(
    code: str, invited: dict[str, Any], session: AnySession, clock: Clock
) -> None:
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, code, PHONE)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, invited["token"], PHONE)


def guess(code: str) -> str:
    """A wrong code that begins like the right one."""
    return code[:-1] + ("0" if code[-1] != "0" else "1")


def test_five_wrong_tries_kill_a_code(code: str, session: AnySession, clock: Clock) -> None:
    for number in range(5):
        with pytest.raises(InvitationInvalid):
            invitations.pair_by_code(session, clock.now, _from(number), guess(code), PHONE)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, code, PHONE)


def test_four_wrong_tries_do_not(code: str, session: AnySession, clock: Clock) -> None:
    for number in range(4):
        with pytest.raises(InvitationInvalid):
            invitations.pair_by_code(session, clock.now, _from(number), guess(code), PHONE)
    assert invitations.pair_by_code(session, clock.now, VISITOR, code, PHONE)


def test_one_address_guesses_ten_codes_an_hour(cast: Cast, session: AnySession, clock: Clock) -> None:
    for _ in range(10):
        with pytest.raises(InvitationInvalid):
            invitations.pair_by_code(session, clock.now, VISITOR, "AAAAA-AAAAA", PHONE)
    with pytest.raises(RateLimited) as limited:
        invitations.pair_by_code(session, clock.now, VISITOR, "BBBBB-BBBBB", PHONE)
    assert limited.value.retry_after == 3600


def test_all_addresses_together_guess_a_hundred_codes_an_hour(cast: Cast, session: AnySession, clock: Clock) -> None:
    for number in range(100):
        with pytest.raises(InvitationInvalid):
            invitations.pair_by_code(session, clock.now, _from(number), "AAAAA-AAAAA", PHONE)
    with pytest.raises(RateLimited):
        invitations.pair_by_code(session, clock.now, _from(100), "AAAAA-AAAAA", PHONE)


def _from(number: int) -> Visitor:
    return Visitor(f"192.0.2.{number}", "test", VISITOR.key)
