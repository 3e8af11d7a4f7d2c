"""An export holds everything and opens nothing; another practice can take it in, and has the same file."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from pith.config import Settings
from pith.domain.accounts import Actor
from pith.domain.errors import Invalid, NotFound
from pith.services import exporting, importing, mailing, upkeep
from pith.services.transaction import AnySession, write
from pith.store.accounts import Client, SignIn
from pith.store.deliveries import Delivery
from pith.store.keeping import client_tables
from pith.store.mail import ClientMail
from pith.store.reminders import Reminder
from pith.web import log_check
from pith.web.export_fields import ImportIn
from tests.cast import Cast
from tests.conftest import Clock
from tests.furnished import PRIVATE_WORDS, Document, exported, furnish


@pytest.fixture
def master(settings: Settings) -> bytes:
    return settings.secrets.master


def take_in(session: AnySession, actor: Actor, clock: Clock, master: bytes, document: Document) -> str:
    data = ImportIn().load({"export": document})["export"]
    received = [log_check.receive(entry["log"]) for entry in data["logs"]]
    return str(importing.import_client(session, actor, clock(), master, data, received)["id"])


def without_people(document: Document) -> Document:
    """What must be equal: everything but ids of practice and people. Phones are closed by an import, never opened."""
    kept = {name: value for name, value in document.items() if name not in ("practice", "therapists", "made_at")}
    kept["client"] = {name: value for name, value in document["client"].items() if name != "id"}
    kept["devices"] = [{n: v for n, v in one.items() if n != "revoked_at"} for one in document["devices"]]
    return kept


def test_an_export_taken_in_elsewhere_and_exported_again_is_equal(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    first = exported(session, cast.owner.actor, clock, master, cast.client.id)
    new_id = take_in(session, cast.stranger.actor, clock, master, first)
    again = exported(session, cast.stranger.actor, clock, master, new_id)
    assert without_people(again) == without_people(first)
    assert again["client"]["id"] != first["client"]["id"]
    assert all(one["revoked_at"] for one in again["devices"])
    for part in (
        "consents",
        "clearances",
        "flags",
        "answers",
        "news",
        "programs",
        "logs",
        "alerts",
        "devices",
        "reminders",
        "deliveries",
        "quarantine",
        "visits",
        "courses",
    ):
        assert first[part], part


def test_an_export_holds_every_log_as_it_was_sent(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    sent = furnish(cast)
    own = exported(session, cast.client.actor, clock, master, cast.client.id)
    assert [entry["log"] for entry in own["logs"]] == sent


def test_every_table_with_rows_of_clients_is_exported_or_left_out_on_purpose(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    assert {table.name for table in client_tables()} == set(exporting.SECTIONS) | exporting.LEFT_OUT
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    assert set(exporting.SECTIONS.values()) <= set(document)


def test_private_notes_go_to_the_client_alone(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    furnish(cast)
    assert PRIVATE_WORDS in str(exported(session, cast.client.actor, clock, master, cast.client.id))
    assert PRIVATE_WORDS not in str(exported(session, cast.owner.actor, clock, master, cast.client.id))


def test_her_address_for_mail_goes_to_her_alone_and_has_to_be_confirmed_anew(
    session: AnySession, cast: Cast, clock: Clock, settings: Settings
) -> None:
    master, codes = settings.secrets.master, settings.secrets.codes
    furnish(cast)
    mailing.ask(session, cast.client.actor, clock(), master, codes, "ada@example.org")
    with write(session):
        session.get_one(ClientMail, (cast.client.actor.practice_id, cast.client.id)).confirmed_at = clock()
    assert "ada@example.org" not in str(exported(session, cast.owner.actor, clock, master, cast.client.id))
    own = exported(session, cast.client.actor, clock, master, cast.client.id)
    assert own["mail"]["address"] == "ada@example.org"
    new_id = take_in(session, cast.stranger.actor, clock, master, own)
    found = mailing.state_of(session, cast.stranger.actor, new_id, master, available=True)
    assert found["state"] == "unconfirmed"
    # A file can name anybody's mailbox: taking it in sends nothing there.
    waiting = select(Delivery).where(Delivery.client_id == new_id, Delivery.status == "due")
    assert session.scalars(waiting).all() == []


def test_an_address_asked_long_ago_waits_for_its_yes_as_long_as_a_new_one(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    document = exported(session, cast.client.actor, clock, master, cast.client.id)
    document["mail"] = {"address": "ada@example.org", "asked_at": "2025-12-02T07:00:00Z", "confirmed_at": None}
    new_id = take_in(session, cast.stranger.actor, clock, master, document)
    upkeep.round_of_work(session, clock(), "one")
    assert session.scalars(select(ClientMail.asked_at).where(ClientMail.client_id == new_id)).all() == [clock()]


def test_a_choice_from_the_future_in_an_export_keeps_nobody_from_choosing_anew(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    document["reminders"]["changed_at"] = (clock() + timedelta(days=4000)).isoformat()
    new_id = take_in(session, cast.stranger.actor, clock, master, document)
    assert session.scalars(select(Reminder.changed_at).where(Reminder.client_id == new_id)).one() == clock()


@pytest.mark.parametrize("address", ["ada@example.org\r\nBcc: bob@example.org", "nobody"])
def test_an_export_with_an_odd_address_is_refused_by_its_field(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, address: str
) -> None:
    furnish(cast)
    document = exported(session, cast.client.actor, clock, master, cast.client.id)
    document["mail"] = {"address": address, "asked_at": "2026-03-02T07:00:00Z", "confirmed_at": None}
    with pytest.raises(Invalid) as error:
        take_in(session, cast.stranger.actor, clock, master, document)
    assert list(error.value.fields) == ["export.mail.address"]


def test_an_export_holds_nothing_that_opens_a_door(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    told = str(exported(session, cast.client.actor, clock, master, cast.client.id))
    hashes = session.scalars(select(SignIn.token_hash)).all()
    assert hashes
    assert not any(one in told for one in hashes)


@pytest.mark.parametrize("who", ["colleague", "stranger", "other_client", "strangers_client"])
def test_whoever_was_not_given_her_exports_nothing(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, who: str
) -> None:
    with pytest.raises(NotFound):
        exporting.export_client(session, getattr(cast, who).actor, clock(), master, cast.client.id)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("programs", 0, "number"), 3),
        (("programs", 0, "days"), [9]),
        (("programs", 0, "items", 0, "dose"), {}),
        (("programs", 0, "content_version"), "x" * 65),
        (("logs", 0, "log", "kind"), "poem"),
        (("logs", 0, "log", "id"), "not-an-id"),
        (("client", "name"), "   "),
        (("reminders", "follow_up_min"), 1),
        (("visits", 0, "on"), "2030-01-01"),
        (("visits", 0, "regions", 0, "region"), "soul"),
        (("visits", 1, "replaces"), "00000000-0000-7000-8000-0000000000ff"),
        (("courses", 0, "visits_planned"), 8),
        (("courses", 0, "started_on"), "9999-12-31"),
    ],
)
def test_an_export_that_makes_no_sense_is_refused_and_adds_nobody(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, path: tuple[Any, ...], value: Any
) -> None:
    furnish(cast)
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    inner: Any = document
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = value
    before = len(session.scalars(select(Client.id)).all())
    with pytest.raises(Invalid) as error:
        take_in(session, cast.stranger.actor, clock, master, document)
    assert all(field.startswith("export.") for field in error.value.fields)
    assert len(session.scalars(select(Client.id)).all()) == before


def test_the_same_entry_twice_is_refused(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    furnish(cast)
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    parts = ("consents", "clearances", "answers", "news", "logs", "deliveries", "alerts", "quarantine")
    for part in (*parts, "visits", "courses"):
        doubled = {**document, part: [*document[part], document[part][0]]}
        with pytest.raises(Invalid) as error:
            take_in(session, cast.stranger.actor, clock, master, doubled)
        assert f"export.{part}" in error.value.fields


def test_an_import_beside_the_original_gets_version_ids_of_its_own(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    document = exported(session, cast.owner.actor, clock, master, cast.client.id)
    new_id = take_in(session, cast.owner.actor, clock, master, document)
    again = exported(session, cast.owner.actor, clock, master, new_id)
    assert {one["id"] for one in again["programs"]}.isdisjoint(one["id"] for one in document["programs"])
