"""A therapist's own place: her name, her password, and its end."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from flask import Flask

from pith.content.loader import load_content
from pith.domain.errors import Invalid, NotAllowed, NotFound, RateLimited
from pith.services import accounts, clients, invitations, passwords, sessions, sync, therapists
from pith.services.accounts import WrongCredentials
from pith.services.invitations import Device, InvitationInvalid
from pith.services.therapists import OwnerStays
from pith.services.transaction import AnySession, write
from pith.store.db import db
from tests.cast import PASSWORD, VISITOR, Cast, Someone, known_hash
from tests.conftest import Clock

NEW = "seven loud lemons at noon"
MASTER = bytes(32)
CHANGE = {"password": NEW, "current_password": PASSWORD}


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords are kept as they are: what is tested here is who may, not how slow it is."""
    monkeypatch.setattr(passwords, "hash_password", lambda text: text)
    monkeypatch.setattr(passwords, "outdated", lambda _: False)
    monkeypatch.setattr(passwords, "matches", lambda stored, text: text in (stored, PASSWORD) and stored != NEW)


def change(session: AnySession, who: Someone, clock: Clock, **changes: str) -> dict[str, object]:
    return therapists.change_me(session, who.actor, clock.now, VISITOR, changes)


def alive(session: AnySession, who: Someone, clock: Clock) -> bool:
    return sessions.find(session, clock.now, who.token).actor is not None


def second_browser(session: AnySession, who: Someone, clock: Clock) -> str:
    with write(session):
        return sessions.open_session(
            session, clock.now, "therapist", who.actor.practice_id, who.id, "Another browser", None
        )


def view_of(session: AnySession, client: Someone, clock: Clock) -> str:
    return sync.pull(session, client.actor, clock.now, MASTER, load_content()).view_version


def test_a_new_name_shows_here_and_on_phones(cast: Cast, session: AnySession, clock: Clock) -> None:
    before = view_of(session, cast.client, clock)
    assert change(session, cast.owner, clock, name="  Anna   Neu ")["name"] == "Anna Neu"
    assert view_of(session, cast.client, clock) != before
    pulled = sync.pull(session, cast.client.actor, clock.now, MASTER, load_content())
    assert b'"therapist_name":"Anna Neu"' in (pulled.body or b"")


def test_a_new_password_signs_in_and_the_old_one_does_not(cast: Cast, session: AnySession, clock: Clock) -> None:
    change(session, cast.owner, clock, **CHANGE)
    assert accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", NEW, None)
    with pytest.raises(WrongCredentials):
        accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, None)


def test_a_new_password_ends_every_other_sign_in(cast: Cast, session: AnySession, clock: Clock, quick: None) -> None:
    other = second_browser(session, cast.owner, clock)
    change(session, cast.owner, clock, **CHANGE)
    assert alive(session, cast.owner, clock)
    assert sessions.find(session, clock.now, other).actor is None
    assert alive(session, cast.colleague, clock)


def test_a_wrong_present_password_changes_nothing(cast: Cast, session: AnySession, clock: Clock) -> None:
    other = second_browser(session, cast.owner, clock)
    with pytest.raises(Invalid) as refused:
        change(session, cast.owner, clock, name="Renamed", password=NEW, current_password="wrong guess")
    assert list(refused.value.fields) == ["current_password"]
    assert accounts.me(session, cast.owner.actor)["name"] != "Renamed"
    assert sessions.find(session, clock.now, other).actor is not None


def test_a_weak_new_password_is_named(cast: Cast, session: AnySession, clock: Clock, quick: None) -> None:
    with pytest.raises(Invalid) as refused:
        change(session, cast.owner, clock, password="owner@a.example1", current_password=PASSWORD)
    assert list(refused.value.fields) == ["password"]


def test_ten_wrong_present_passwords_close_the_change_for_a_while(
    cast: Cast, session: AnySession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", lambda stored, text: False)
    for _ in range(10):
        with pytest.raises(Invalid):
            change(session, cast.owner, clock, **CHANGE)
    monkeypatch.setattr(passwords, "matches", lambda stored, text: True)
    with pytest.raises(RateLimited):
        change(session, cast.owner, clock, **CHANGE)
    clock.forward(minutes=15)
    change(session, cast.owner, clock, **CHANGE)


def test_a_sign_in_under_way_does_not_outlive_the_password_it_used(
    cast: Cast, session: AnySession, clock: Clock, monkeypatch: pytest.MonkeyPatch, app: Flask
) -> None:
    """Her password is changed between the check of the old one and the sign-in that it would open."""
    monkeypatch.setattr(passwords, "hash_password", lambda text: text)
    monkeypatch.setattr(passwords, "outdated", lambda _: False)

    def check(stored: str | None, text: str) -> bool:
        if text == "the old one, at another browser":
            _elsewhere(app, lambda: change(db.session, cast.owner, clock, **CHANGE))
        return stored == known_hash()

    monkeypatch.setattr(passwords, "matches", check)
    with pytest.raises(WrongCredentials):
        accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", "the old one, at another browser", None)


def _elsewhere(app: Flask, work: Callable[[], object]) -> None:
    """Runs in another thread with a session of its own, to the end."""
    failed: list[BaseException] = []

    def run() -> None:
        with app.app_context():
            try:
                work()
            except BaseException as error:
                failed.append(error)
            finally:
                db.session.remove()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(20)
    assert not failed, failed


def test_who_left_is_out_everywhere_and_her_clients_stay(cast: Cast, session: AnySession, clock: Clock) -> None:
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    assert not alive(session, cast.colleague, clock)
    assert [one["id"] for one in accounts.members(session, cast.owner.actor)] == [cast.owner.id]
    with pytest.raises(WrongCredentials):
        accounts.sign_in(session, clock.now, VISITOR, "colleague@a.example", PASSWORD, None)
    card = clients.one_client(session, cast.owner.actor, clock.now, cast.client.id)
    assert [one["id"] for one in card["therapists"]] == [cast.owner.id]
    with pytest.raises(NotFound):
        clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)


def test_a_link_kept_back_lets_nobody_in_after_she_left(cast: Cast, session: AnySession, clock: Clock) -> None:
    link = _link_of_the_colleague(cast, session, clock)
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, link, Device(None, ""))


def test_a_link_kept_back_lets_nobody_in_after_access_was_taken(cast: Cast, session: AnySession, clock: Clock) -> None:
    link = _link_of_the_colleague(cast, session, clock)
    clients.take_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_token(session, clock.now, VISITOR, link, Device(None, ""))


def _link_of_the_colleague(cast: Cast, session: AnySession, clock: Clock) -> str:
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    made = invitations.invite(session, cast.colleague.actor, clock.now, cast.client.id, "https://pith.example", False)
    return str(made["token"])


def test_a_code_on_a_lost_phone_lets_nobody_in(cast: Cast, session: AnySession, clock: Clock) -> None:
    code = invitations.hand_over(session, cast.client.actor, clock.now, VISITOR.key)["code"]
    device = cast.client.actor.device_id or ""
    clients.revoke_device(session, cast.owner.actor, clock.now, cast.client.id, device)
    with pytest.raises(InvitationInvalid):
        invitations.pair_by_code(session, clock.now, VISITOR, code, Device(None, ""))


def test_a_phone_names_the_practice_when_her_therapist_left(cast: Cast, session: AnySession, clock: Clock) -> None:
    added = clients.add_client(session, cast.colleague.actor, clock.now, bytes(32), "Of the colleague", "Europe/Berlin")
    made = invitations.invite(session, cast.owner.actor, clock.now, added["id"], "https://pith.example", False)
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    _, welcome = invitations.pair_by_token(session, clock.now, VISITOR, made["token"], Device(None, ""))
    assert welcome["therapist_name"] == "Practice A"


def test_the_owner_stays(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(OwnerStays):
        therapists.end_member(session, cast.owner.actor, clock.now, cast.owner.id)
    assert alive(session, cast.owner, clock)


def test_nobody_but_the_owner_ends_access(cast: Cast, session: AnySession, clock: Clock) -> None:
    for who in (cast.colleague, cast.stranger):
        with pytest.raises((NotAllowed, NotFound)):
            therapists.end_member(session, who.actor, clock.now, cast.colleague.id)
    assert alive(session, cast.colleague, clock)


def test_ending_twice_finds_nobody(cast: Cast, session: AnySession, clock: Clock) -> None:
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    with pytest.raises(NotFound):
        therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)


def test_who_comes_back_has_her_old_place_but_no_old_doors(
    cast: Cast, session: AnySession, clock: Clock, quick: None
) -> None:
    clients.give_access(session, cast.owner.actor, clock.now, cast.client.id, cast.colleague.id)
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    person = {"name": "Back again", "email": "colleague@a.example", "password": NEW}
    assert accounts.add_member(session, cast.owner.actor, clock.now, person)["id"] == cast.colleague.id
    assert not alive(session, cast.colleague, clock)
    with pytest.raises(NotFound):
        clients.one_client(session, cast.colleague.actor, clock.now, cast.client.id)


def test_another_practice_cannot_take_the_place_of_who_left(
    cast: Cast, session: AnySession, clock: Clock, quick: None
) -> None:
    therapists.end_member(session, cast.owner.actor, clock.now, cast.colleague.id)
    person = {"name": "Taken over", "email": "colleague@a.example", "password": NEW}
    with pytest.raises(Invalid):
        accounts.add_member(session, cast.stranger.actor, clock.now, person)
