"""Settings are parsed strictly: a wrong one refuses to start and says which."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from pith.config import BadSetting, load_settings


def env(tmp_path: Path, **more: str) -> dict[str, str]:
    return {"PITH_DATA": str(tmp_path / "data"), **more}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PITH_PORT", "0"),
        ("PITH_PORT", "80a"),
        ("PITH_PORT", "70000"),
        ("PITH_PORT", "-1"),
        ("PITH_PORT", "٣"),
        ("PITH_WORKERS", "0"),
        ("PITH_TRUSTED_PROXIES", "many"),
        ("PITH_DEMO", "maybe"),
        ("PITH_ORIGIN", "pith.example.org"),
        ("PITH_ORIGIN", "http://pith.example.org"),
        ("PITH_ORIGIN", "https://pith.example.org/path"),
        ("PITH_ORIGIN", "https://user@pith.example.org"),
        ("PITH_PUSH_CONTACT", "me@pith.example.org"),
        ("PITH_PUSH_CONTACT", "mailto:me@localhost"),
        ("PITH_PUSH_EXTRA_HOSTS", "http://push.example.org"),
        ("PITH_PUSH_EXTRA_HOSTS", "https://push.example.org/path"),
        ("PITH_PUSH_EXTRA_HOSTS", "https://user@push.example.org"),
        ("PITH_PUSH_EXTRA_HOSTS", "ftp://push.example.org"),
        ("PITH_PUSH_EXTRA_HOSTS", "https://push.example.org:99999"),
        ("PITH_PUSH_PRIVATE", "maybe"),
        ("PITH_PUSH_AUTHORITY", "/nowhere/authority.pem"),
        ("PITH_SMTP_URL", "http://mail.example.org"),
        ("PITH_SMTP_URL", "smtp://me@mail.example.org"),
        ("PITH_SMTP_URL", ""),
        ("PITH_MAIL_FROM", "Pith <reminders@example.org>"),
        ("DATABASE_URL", "mysql://host/name"),
    ],
)
def test_a_bad_value_is_refused_and_named(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(BadSetting, match=f"^{name}: ") as caught:
        load_settings(env(tmp_path, **{name: value}))
    assert "\n" not in str(caught.value)


def test_a_mail_server_needs_a_sender_that_can_be_read(tmp_path: Path) -> None:
    server = {"PITH_SMTP_URL": "smtp://me:oranges@mail.example.org"}
    assert load_settings(env(tmp_path)).mail is None
    for sender in ({}, {"PITH_MAIL_FROM": "nobody"}):
        with pytest.raises(BadSetting, match="^PITH_MAIL_FROM: ") as caught:
            load_settings(env(tmp_path, **server, **sender))
        assert "oranges" not in str(caught.value)
    found = load_settings(env(tmp_path, **server, PITH_MAIL_FROM="Pith <reminders@example.org>"))
    assert found.mail is not None
    assert (found.mail.relay.speech, found.mail.sender.address) == ("starttls", "reminders@example.org")
    assert "oranges" not in repr(found)


def test_an_unknown_pith_name_is_refused_so_that_a_typing_error_shows(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="PITH_PROT"):
        load_settings(env(tmp_path, PITH_PROT="8001"))


def test_the_secrets_file_is_made_once_for_the_owner_alone(tmp_path: Path) -> None:
    first = load_settings(env(tmp_path))
    path = tmp_path / "data" / "secrets.json"
    assert path.stat().st_mode & 0o777 == 0o600
    assert load_settings(env(tmp_path)).secrets == first.secrets


def test_secrets_made_by_several_at_once_are_the_same_for_all(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: load_settings(env(tmp_path)).secrets, range(8)))
    assert len(set(found)) == 1
    assert [path.name for path in (tmp_path / "data").iterdir()] == ["secrets.json"]


def test_a_start_that_was_cut_off_leaves_no_half_secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def cut(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", cut)
    with pytest.raises(KeyboardInterrupt):
        load_settings(env(tmp_path))
    monkeypatch.undo()
    assert load_settings(env(tmp_path)).secrets


def test_secrets_that_others_can_read_are_refused(tmp_path: Path) -> None:
    load_settings(env(tmp_path))
    (tmp_path / "data" / "secrets.json").chmod(0o644)
    with pytest.raises(BadSetting, match=r"^PITH_SECRETS_FILE: .*chmod 600"):
        load_settings(env(tmp_path))


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"codes": "zz", "master": "00"}', '{"codes": "00", "master": "00"}'])
def test_damaged_secrets_are_refused_and_never_replaced(tmp_path: Path, text: str) -> None:
    load_settings(env(tmp_path))
    path = tmp_path / "data" / "secrets.json"
    path.write_text(text)
    with pytest.raises(BadSetting, match="damaged"):
        load_settings(env(tmp_path))
    assert path.read_text() == text


def test_a_database_address_can_come_from_a_file(tmp_path: Path) -> None:
    file = tmp_path / "address"
    file.write_text("postgresql://pith@host/name\n")
    found = load_settings(env(tmp_path, DATABASE_URL_FILE=str(file)))
    assert found.database_url == "postgresql+psycopg://pith@host/name"


def test_a_missing_address_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="^DATABASE_URL_FILE: "):
        load_settings(env(tmp_path, DATABASE_URL_FILE=str(tmp_path / "nowhere")))


def test_the_command_line_says_one_line_and_stops(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from pith.app import main; main()", "check"],
        env={**os.environ, "PITH_DATA": str(tmp_path / "data"), "PITH_PORT": "no"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 2
    assert done.stderr == "pith: PITH_PORT: 'no' is not a whole number from 1 to 65535\n"


@pytest.mark.parametrize(
    ("told", "origins"),
    [
        ("", set()),
        ("push.example.org", {"https://push.example.org"}),
        (" https://push.example.org:443 , b.example:8443,", {"https://push.example.org", "https://b.example:8443"}),
        ("https://[fd00::1]:8443", {"https://[fd00::1]:8443"}),
    ],
)
def test_push_services_of_ones_own_are_told_by_host_or_origin(tmp_path: Path, told: str, origins: set[str]) -> None:
    guard = load_settings(env(tmp_path, PITH_PUSH_EXTRA_HOSTS=told)).push_guard
    assert (guard.extra, guard.private) == (origins, False)


def test_plain_http_is_for_push_services_in_ones_own_network(tmp_path: Path) -> None:
    more = {"PITH_PUSH_EXTRA_HOSTS": "http://127.0.0.1:9000", "PITH_PUSH_PRIVATE": "yes"}
    assert load_settings(env(tmp_path, **more)).push_guard.extra == {"http://127.0.0.1:9000"}


def test_the_contact_for_push_services_is_the_public_origin_unless_told(tmp_path: Path) -> None:
    assert (
        load_settings(env(tmp_path, PITH_ORIGIN="https://pith.example.org")).push_contact == "https://pith.example.org"
    )
    assert load_settings(env(tmp_path)).push_contact.startswith("mailto:")


@pytest.mark.parametrize(
    "told", ["mailto:host@localhost", "host@pith.example.org", "http://pith.example.org", "mailto: a@b.c"]
)
def test_a_contact_that_push_services_refuse_stops_the_start_and_is_named(tmp_path: Path, told: str) -> None:
    with pytest.raises(BadSetting, match=r"^PITH_PUSH_CONTACT: "):
        load_settings(env(tmp_path, PITH_PUSH_CONTACT=told))
