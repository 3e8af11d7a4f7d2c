"""What cannot be trusted is never put in place of a database, and leaves everything as it was."""

from __future__ import annotations

import io
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from pith.config import Settings
from pith.domain.errors import NotFound
from pith.services import calendar, clients, invitations, mailing, restoring, sessions, therapists
from pith.services.backup import Installation, make_backup
from pith.services.invitations import Device
from pith.store import schema
from pith.store.copying import CopyFailed
from pith.store.db import db
from tests.cast import DEVICE, VISITOR, Cast
from tests.conftest import MONDAY, Clock
from tests.furnished import every_row


@pytest.fixture
def place(app: Flask, settings: Settings) -> Installation:
    return Installation(db.engine, settings.secrets_file, "content-1")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "copies"


def repacked(file: Path, target: Path, change: Callable[[str, bytes], bytes | None]) -> Path:
    """The archive with each member passed through `change` (None drops it)."""
    with tarfile.open(file) as old, tarfile.open(target, "w:gz") as new:
        for member in old:
            content = change(member.name, old.extractfile(member).read())  # type: ignore[union-attr]
            if content is not None:
                member.size = len(content)
                new.addfile(member, io.BytesIO(content))
    return target


@pytest.fixture
def copy(place: Installation, folder: Path, cast: Cast, clock: Clock) -> Path:
    return make_backup(place, folder, clock())


def refused(place: Installation, settings: Settings, file: Path) -> str:
    before = every_row(place.engine)
    db.session.remove()
    with pytest.raises((CopyFailed, schema.SchemaTooNew)) as error:
        restoring.restore(place, settings.data, MONDAY, file, lambda _: True)
    assert every_row(place.engine) == before
    assert not list(settings.data.glob("*.replaced-*"))
    return str(error.value)


def test_a_copy_from_a_newer_schema_is_refused(
    place: Installation, settings: Settings, copy: Path, tmp_path: Path
) -> None:
    def newer(name: str, content: bytes) -> bytes:
        return content.replace(b'"schema": "0', b'"schema": "9') if name == "manifest.json" else content

    assert "install the newer one" in refused(place, settings, repacked(copy, tmp_path / "newer.tar.gz", newer))


@pytest.mark.parametrize("harmed", ["pith.d", "secrets.json"])
def test_a_harmed_member_is_refused(
    place: Installation, settings: Settings, copy: Path, tmp_path: Path, harmed: str
) -> None:
    def flip(name: str, content: bytes) -> bytes:
        middle = len(content) // 2
        changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
        return changed if name.startswith(harmed) else content

    assert "is damaged" in refused(place, settings, repacked(copy, tmp_path / "harmed.tar.gz", flip))


def test_a_cut_archive_is_refused(place: Installation, settings: Settings, copy: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.tar.gz"
    cut.write_bytes(copy.read_bytes()[: copy.stat().st_size // 2])
    assert "damaged" in refused(place, settings, cut)


@pytest.mark.parametrize("name", ["../outside", "/outside", "more.txt"])
def test_an_archive_with_a_foreign_member_is_refused(
    place: Installation, settings: Settings, cast: Cast, tmp_path: Path, name: str
) -> None:
    odd = tmp_path / "odd.tar.gz"
    with tarfile.open(odd, "w:gz") as archive:
        member = tarfile.TarInfo(name)
        member.size = 2
        archive.addfile(member, io.BytesIO(b"no"))
    assert "no part of a Pith backup" in refused(place, settings, odd)


@pytest.mark.parametrize("content", [b"", b"not an archive", None])
def test_what_is_no_archive_is_refused(
    place: Installation, settings: Settings, cast: Cast, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "some.tar.gz"
    if content is not None:
        file.write_bytes(content)
    assert "some.tar.gz" in refused(place, settings, file)


def test_saying_no_changes_nothing(place: Installation, settings: Settings, copy: Path) -> None:
    before = every_row(place.engine)
    db.session.remove()
    assert restoring.restore(place, settings.data, MONDAY, copy, lambda _: False) is None
    assert every_row(place.engine) == before


def test_doors_that_were_closed_after_the_copy_stay_closed(
    app: Flask, place: Installation, settings: Settings, cast: Cast, folder: Path, clock: Clock
) -> None:
    """A lost phone, a colleague who left, a link that somebody used, a calendar feed that was ended."""
    origin = "https://pith.example"
    link = invitations.invite(db.session, cast.owner.actor, clock(), cast.client.id, origin, True)["token"]
    clients.give_access(db.session, cast.owner.actor, clock(), cast.client.id, cast.colleague.id)
    kept_back = invitations.invite(db.session, cast.colleague.actor, clock(), cast.client.id, origin, True)["token"]
    feed = calendar.open_feed(db.session, cast.client.actor, clock(), origin)["link"].rsplit("/", 1)[1][:-4]
    copy = make_backup(place, folder, clock())
    calendar.close_feed(db.session, cast.client.actor, clock())
    clients.revoke_device(db.session, cast.owner.actor, clock(), cast.client.id, DEVICE)
    therapists.end_member(db.session, cast.owner.actor, clock(), cast.colleague.id)
    invitations.pair_by_token(db.session, clock(), VISITOR, link, Device(None, ""))
    db.session.remove()
    restoring.restore(place, settings.data, clock(), copy, lambda _: True)
    assert sessions.find(db.session, clock(), cast.client.token).closed is not None
    assert sessions.find(db.session, clock(), cast.colleague.token).actor is None
    assert sessions.find(db.session, clock(), cast.owner.token).actor is not None
    assert sessions.find(db.session, clock(), cast.other_client.token).actor is not None
    with pytest.raises(NotFound):
        calendar.feed(db.session, clock(), VISITOR, feed, calendar.House(origin, {}))
    for token in (link, kept_back):
        with pytest.raises(invitations.InvitationInvalid):
            invitations.pair_by_token(db.session, clock(), VISITOR, token, Device(None, ""))


@pytest.mark.parametrize("since", ["off", "another"])
def test_an_address_that_she_turned_off_since_the_copy_gets_no_mail_again(
    place: Installation, settings: Settings, folder: Path, cast: Cast, clock: Clock, since: str
) -> None:
    keys = settings.secrets
    for who in (cast.client, cast.other_client):
        mailing.ask(db.session, who.actor, clock(), keys.master, keys.codes, f"{who.id}@example.org")
    copy = make_backup(place, folder, clock())
    if since == "off":
        mailing.forget(db.session, cast.client.actor, clock())
    else:
        mailing.ask(db.session, cast.client.actor, clock(), keys.master, keys.codes, "new@example.org")
    db.session.remove()
    restoring.restore(place, settings.data, clock(), copy, lambda _: True)
    states = [
        mailing.state_of(db.session, who.actor, who.id, keys.master, available=True)["state"]
        for who in (cast.client, cast.other_client)
    ]
    assert states == ["off", "unconfirmed"]
