"""Practices and therapists on a real database."""

from __future__ import annotations

import threading

import pytest
from flask import Flask
from sqlalchemy import func, select

from pith.domain.errors import Invalid, NotAllowed, RateLimited
from pith.services import accounts, passwords, sessions
from pith.services.accounts import SignUpClosed, WrongCredentials
from pith.services.transaction import AnySession
from pith.store.accounts import Practice, SignIn, Therapist, TryCount
from pith.store.db import db
from tests.cast import PASSWORD, VISITOR, Cast, known_hash
from tests.conftest import Clock

PERSON = {"name": "Anna Beispiel", "email": "Anna@Example.org", "password": PASSWORD}


@pytest.fixture(autouse=True)
def one_hash(monkeypatch: pytest.MonkeyPatch) -> None:
    """The slow hash is made once; checking stays as slow as it is."""
    monkeypatch.setattr(passwords, "hash_password", lambda _: known_hash())


def test_signing_up_makes_a_practice_its_owner_and_a_sign_in(session: AnySession, clock: Clock) -> None:
    token = accounts.sign_up(session, clock.now, VISITOR, "Praxis", "Europe/Berlin", PERSON)
    actor = sessions.find(session, clock.now, token).actor
    assert actor is not None
    me = accounts.me(session, actor)
    assert (me["role"], me["email"], me["practice"]["name"]) == ("owner", "anna@example.org", "Praxis")


def test_sign_up_closes_with_the_first_practice(session: AnySession, clock: Clock) -> None:
    accounts.sign_up(session, clock.now, VISITOR, "Praxis", "Europe/Berlin", PERSON)
    with pytest.raises(SignUpClosed):
        accounts.sign_up(session, clock.now, VISITOR, "Second", "Europe/Berlin", PERSON | {"email": "b@example.org"})


def test_of_two_sign_ups_at_the_same_instant_one_wins(app: Flask, session: AnySession, clock: Clock) -> None:
    start, closed = threading.Barrier(2), []

    def knock(number: int) -> None:
        with app.app_context():
            start.wait()
            try:
                person = PERSON | {"email": f"{number}@example.org"}
                accounts.sign_up(db.session, clock.now, VISITOR, f"Praxis {number}", "Europe/Berlin", person)
            except SignUpClosed:
                closed.append(number)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=knock, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(closed) == 1
    assert session.scalar(select(func.count()).select_from(Practice)) == 1


def test_every_wrong_field_of_a_person_is_named_at_once(session: AnySession, clock: Clock) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.add_practice(
            session, clock.now, "Praxis", "Europe/Berlin", {"name": " ", "email": "x", "password": "1"}
        )
    assert set(refused.value.fields) == {"name", "email", "password"}
    assert session.scalar(select(func.count()).select_from(Practice)) == 0


def test_an_address_signs_in_for_one_person_only(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.add_member(session, cast.owner.actor, clock.now, PERSON | {"email": "STRANGER@b.example"})
    assert list(refused.value.fields) == ["email"]


def test_the_right_password_opens_a_session(cast: Cast, session: AnySession, clock: Clock) -> None:
    token = accounts.sign_in(session, clock.now, VISITOR, " OWNER@a.example", PASSWORD, None)
    found = sessions.find(session, clock.now, token).actor
    assert found is not None
    assert found.id == cast.owner.id


@pytest.mark.parametrize(
    ("email", "password"),
    [("owner@a.example", "wrong"), ("nobody@a.example", PASSWORD), ("\ud800", "\ud800"), ("", "")],
)
def test_anything_else_does_not(cast: Cast, session: AnySession, clock: Clock, email: str, password: str) -> None:
    with pytest.raises(WrongCredentials):
        accounts.sign_in(session, clock.now, VISITOR, email, password, None)


def test_a_new_sign_in_ends_the_one_this_browser_held(cast: Cast, session: AnySession, clock: Clock) -> None:
    accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, cast.owner.token)
    assert sessions.find(session, clock.now, cast.owner.token).actor is None


def test_signing_in_on_a_clients_phone_keeps_her_place(cast: Cast, session: AnySession, clock: Clock) -> None:
    accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, cast.client.token)
    assert sessions.find(session, clock.now, cast.client.token).actor is not None


def test_ten_wrong_passwords_close_an_address_for_a_while(
    cast: Cast, session: AnySession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", lambda stored, password: password == PASSWORD)
    for _ in range(10):
        with pytest.raises(WrongCredentials):
            accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", "wrong", None)
    with pytest.raises(RateLimited) as limited:
        accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, None)
    assert limited.value.retry_after == 15 * 60
    clock.forward(minutes=15)
    assert accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, None)


def test_right_passwords_do_not_count(
    cast: Cast, session: AnySession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", lambda stored, password: password == PASSWORD)
    for _ in range(40):
        accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", PASSWORD, None)


def test_one_address_tries_many_accounts_only_so_often(
    cast: Cast, session: AnySession, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passwords, "matches", lambda stored, password: False)
    for number in range(30):
        with pytest.raises(WrongCredentials):
            accounts.sign_in(session, clock.now, VISITOR, f"{number}@a.example", "wrong", None)
    with pytest.raises(RateLimited):
        accounts.sign_in(session, clock.now, VISITOR, "one.more@a.example", "wrong", None)


def test_counts_of_tries_name_nobody(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(WrongCredentials):
        accounts.sign_in(session, clock.now, VISITOR, "owner@a.example", "wrong", None)
    keys = session.scalars(select(TryCount.key)).all()
    assert keys
    assert not [key for key in keys if "owner" in key or VISITOR.address in key]


def test_passwords_and_tokens_are_kept_as_hashes_only(cast: Cast, session: AnySession) -> None:
    stored = session.scalars(select(Therapist.password_hash)).all()
    assert all(value.startswith("$argon2id$") for value in stored)
    assert cast.owner.token not in session.scalars(select(SignIn.token_hash)).all()


def test_a_reset_password_ends_every_sign_in(cast: Cast, session: AnySession, clock: Clock) -> None:
    accounts.reset_password(session, clock.now, "owner@a.example", "another long password")
    assert sessions.find(session, clock.now, cast.owner.token).actor is None
    assert sessions.find(session, clock.now, cast.colleague.token).actor is not None


def test_a_reset_for_nobody_says_so(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(Invalid) as refused:
        accounts.reset_password(session, clock.now, "nobody@a.example", "another long password")
    assert list(refused.value.fields) == ["email"]


def test_only_the_owner_adds_a_colleague(cast: Cast, session: AnySession, clock: Clock) -> None:
    with pytest.raises(NotAllowed):
        accounts.add_member(session, cast.colleague.actor, clock.now, PERSON)
    accounts.add_member(session, cast.owner.actor, clock.now, PERSON)
    emails = [member["email"] for member in accounts.members(session, cast.owner.actor)]
    assert sorted(emails) == ["anna@example.org", "colleague@a.example", "owner@a.example"]


def test_settings_change_one_at_a_time(cast: Cast, session: AnySession) -> None:
    accounts.change_practice(session, cast.owner.actor, {"settings": {"emergency_number": "911"}})
    changed = accounts.change_practice(session, cast.owner.actor, {"name": "New", "settings": {"idle_minutes": 60}})
    assert changed["name"] == "New"
    assert (changed["settings"]["emergency_number"], changed["settings"]["idle_minutes"]) == ("911", 60)


def test_a_wrong_setting_changes_nothing(cast: Cast, session: AnySession) -> None:
    before = accounts.practice_of(session, cast.owner.actor)
    with pytest.raises(Invalid):
        accounts.change_practice(session, cast.owner.actor, {"name": "New", "settings": {"idle_minutes": 5}})
    assert accounts.practice_of(session, cast.owner.actor) == before


def test_what_phones_show_of_the_practice_changes_their_view(cast: Cast, session: AnySession) -> None:
    from pith.store.accounts import Client

    key = (cast.client.actor.practice_id, cast.client.id)
    before = session.get_one(Client, key).view_version
    accounts.change_practice(session, cast.owner.actor, {"settings": {"emergency_number": "911"}})
    session.expire_all()
    assert session.get_one(Client, key).view_version != before
