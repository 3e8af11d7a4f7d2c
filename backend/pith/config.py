"""Settings: read once, parsed strictly, frozen. The only module that looks at the environment."""

from __future__ import annotations

import json
import os
import secrets
import stat
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from pith.mail.relay import BadRelay, Relay, Sender, read_relay, read_sender
from pith.push.endpoints import Guard
from pith.push.keys import BadKey, check_contact

_MEND = "move it away, then: pith restore FILE"
LOOPBACK = ("localhost", "127.0.0.1", "::1")


class BadSetting(Exception):
    """A setting that cannot be used. The message is one line that names it and says what is wrong."""


@dataclass(frozen=True)
class Secrets:
    """Keys of this installation. `codes` signs short codes, `master` wraps each client's own key; 32 bytes each."""

    codes: bytes
    master: bytes


@dataclass(frozen=True)
class MailSetting:
    """Who takes our mail, and whom it comes from."""

    relay: Relay
    sender: Sender


@dataclass(frozen=True)
class Settings:
    """What an operator can set; docs/settings.md lists each with its meaning and default."""

    data: Path
    port: int
    bind: str
    origin: str
    database_url: str
    trusted_proxies: int
    workers: int
    demo: bool
    push_contact: str
    push_guard: Guard
    push_authority: Path | None
    mail: MailSetting | None
    secrets: Secrets
    secrets_file: Path

    @property
    def https(self) -> bool:
        return self.origin.startswith("https://")

    @property
    def loopback(self) -> bool:
        return urlsplit(self.origin).hostname in LOOPBACK

    @property
    def sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")


KNOWN = {
    "PITH_DATA",
    "PITH_PORT",
    "PITH_BIND",
    "PITH_ORIGIN",
    "PITH_TRUSTED_PROXIES",
    "PITH_WORKERS",
    "PITH_DEMO",
    "PITH_SECRETS_FILE",
    "PITH_PUSH_CONTACT",
    "PITH_PUSH_EXTRA_HOSTS",
    "PITH_PUSH_PRIVATE",
    "PITH_PUSH_AUTHORITY",
    "PITH_SMTP_URL",
    "PITH_MAIL_FROM",
    "DATABASE_URL",
    "DATABASE_URL_FILE",
}


def load_settings(env: Mapping[str, str] | None = None) -> Settings:
    """Settings from the environment. Creates the data folder and, once, the secrets file (0600).

    Raises BadSetting with one line when a value is unusable or a PITH_ name is unknown.
    """
    values = os.environ if env is None else env
    unknown = sorted(name for name in values if name.startswith("PITH_") and name not in KNOWN)
    if unknown:
        raise BadSetting(f"{unknown[0]}: no setting has this name (docs/settings.md lists them)")
    data = Path(values.get("PITH_DATA", "instance")).resolve()
    port = _integer(values, "PITH_PORT", 8000, low=1, high=65535)
    database_url = _database_url(values, data)
    _make_folder(data)
    secrets_file = Path(values.get("PITH_SECRETS_FILE", data / "secrets.json"))
    origin = _origin(values, port)
    return Settings(
        data=data,
        port=port,
        bind=values.get("PITH_BIND", "127.0.0.1"),
        origin=origin,
        database_url=database_url,
        trusted_proxies=_integer(values, "PITH_TRUSTED_PROXIES", 0, low=0, high=5),
        workers=_integer(values, "PITH_WORKERS", 2, low=1, high=64),
        demo=_boolean(values, "PITH_DEMO", True),
        push_contact=_push_contact(values, origin),
        push_guard=_push_guard(values),
        push_authority=_push_authority(values),
        mail=_mail(values),
        secrets=_secrets(secrets_file),
        secrets_file=secrets_file,
    )


def _integer(values: Mapping[str, str], name: str, default: int, *, low: int, high: int) -> int:
    text = values.get(name, str(default))
    if not text.isascii() or not text.isdigit() or not low <= int(text) <= high:
        raise BadSetting(f"{name}: {text!r} is not a whole number from {low} to {high}")
    return int(text)


def _boolean(values: Mapping[str, str], name: str, default: bool) -> bool:
    text = values.get(name, "yes" if default else "no").lower()
    if text not in ("yes", "no"):
        raise BadSetting(f"{name}: {text!r} is neither yes nor no")
    return text == "yes"


def _origin(values: Mapping[str, str], port: int) -> str:
    text = values.get("PITH_ORIGIN", f"http://localhost:{port}")
    parts = urlsplit(text)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query or parts.username:
        raise BadSetting(f"PITH_ORIGIN: {text!r} is not an origin such as https://pith.example.org (no path)")
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise BadSetting(f"PITH_ORIGIN: {text!r} must be https, because phones install and keep data only over https")
    return text


def _push_contact(values: Mapping[str, str], origin: str) -> str:
    # Push services refuse a loopback address as a contact, so one that is only tried out gets a neutral one.
    text = values.get("PITH_PUSH_CONTACT", origin if origin.startswith("https://") else "mailto:nobody@example.org")
    try:
        return check_contact(text)
    except BadKey as error:
        raise BadSetting(f"PITH_PUSH_CONTACT: {text!r}: {error}") from error


def _push_guard(values: Mapping[str, str]) -> Guard:
    private = _boolean(values, "PITH_PUSH_PRIVATE", False)
    hosts = [one.strip() for one in values.get("PITH_PUSH_EXTRA_HOSTS", "").split(",") if one.strip()]
    return Guard(frozenset(_push_origin(one, private) for one in hosts), private)


def _push_origin(text: str, private: bool) -> str:
    """`push.example.org`, `https://push.example.org:8443`, and in one's own network also http."""
    try:
        parts = urlsplit(text if "://" in text else f"https://{text}")
        port = parts.port
    except ValueError as error:
        raise BadSetting(f"PITH_PUSH_EXTRA_HOSTS: {text!r} is no host or origin") from error
    plain = not (parts.path or parts.query or parts.fragment or parts.username)
    if not parts.hostname or not plain or parts.scheme not in ("https", "http"):
        raise BadSetting(f"PITH_PUSH_EXTRA_HOSTS: {text!r} is no host or origin")
    if parts.scheme == "http" and not private:
        raise BadSetting(f"PITH_PUSH_EXTRA_HOSTS: {text!r} must be https (http only with PITH_PUSH_PRIVATE=yes)")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return f"{parts.scheme}://{host}" + (f":{port}" if port not in (None, 443) else "")


def _push_authority(values: Mapping[str, str]) -> Path | None:
    if "PITH_PUSH_AUTHORITY" not in values:
        return None
    path = Path(values["PITH_PUSH_AUTHORITY"])
    _read_text(path, "PITH_PUSH_AUTHORITY")
    return path


def _mail(values: Mapping[str, str]) -> MailSetting | None:
    """Never repeats the address of the server: a password stands in it."""
    if "PITH_SMTP_URL" not in values:
        if "PITH_MAIL_FROM" in values:
            raise BadSetting("PITH_MAIL_FROM: goes with PITH_SMTP_URL, which is not set")
        return None
    try:
        relay = read_relay(values["PITH_SMTP_URL"])
    except BadRelay as error:
        raise BadSetting(f"PITH_SMTP_URL: {error}") from error
    if "PITH_MAIL_FROM" not in values:
        raise BadSetting("PITH_MAIL_FROM: goes with PITH_SMTP_URL: the address that mails come from")
    try:
        return MailSetting(relay, read_sender(values["PITH_MAIL_FROM"]))
    except BadRelay as error:
        raise BadSetting(f"PITH_MAIL_FROM: {values['PITH_MAIL_FROM']!r}: {error}") from error


def _database_url(values: Mapping[str, str], data: Path) -> str:
    text = values.get("DATABASE_URL")
    if text is None and "DATABASE_URL_FILE" in values:
        text = _read_text(Path(values["DATABASE_URL_FILE"]), "DATABASE_URL_FILE").strip()
    if not text:
        return f"sqlite:///{data / 'pith.db'}"
    for old, new in (("postgres://", "postgresql+psycopg://"), ("postgresql://", "postgresql+psycopg://")):
        text = new + text.removeprefix(old) if text.startswith(old) else text
    if not text.startswith(("sqlite:///", "postgresql+psycopg://")):
        raise BadSetting("DATABASE_URL: only sqlite:/// and postgresql:// addresses are supported")
    return text


def _make_folder(data: Path) -> None:
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(f"PITH_DATA: {data} cannot be used ({error.strerror})") from error


def _secrets(path: Path) -> Secrets:
    if not path.exists():
        _create_secrets(path)
    if stat.S_IMODE(path.stat().st_mode) & 0o077:
        raise BadSetting(f"PITH_SECRETS_FILE: {path} can be read by others; run: chmod 600 {path}")
    try:
        values = json.loads(_read_text(path, "PITH_SECRETS_FILE"))
        found = Secrets(codes=bytes.fromhex(values["codes"]), master=bytes.fromhex(values["master"]))
    except (ValueError, KeyError, TypeError) as error:
        raise BadSetting(f"PITH_SECRETS_FILE: {path} is damaged ({error}); {_MEND}") from error
    if len(found.codes) != 32 or len(found.master) != 32:
        raise BadSetting(f"PITH_SECRETS_FILE: {path} is damaged (a key has the wrong length); {_MEND}")
    return found


def _create_secrets(path: Path) -> None:
    """Written beside its place and then linked into it: whoever starts at the same instant, or after a power cut, finds
    a whole file or none."""
    text = json.dumps({"codes": secrets.token_hex(32), "master": secrets.token_hex(32)})
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    try:
        handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with suppress(FileExistsError):  # another process was first: its keys count
            os.link(draft, path)
    except OSError as error:
        raise BadSetting(f"PITH_SECRETS_FILE: {path} cannot be written ({error.strerror})") from error
    finally:
        draft.unlink(missing_ok=True)


def _read_text(path: Path, name: str) -> str:
    try:
        return path.read_text()
    except OSError as error:
        raise BadSetting(f"{name}: {path} cannot be read ({error.strerror})") from error
