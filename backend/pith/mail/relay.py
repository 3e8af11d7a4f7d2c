"""Where mail is handed over: one server that the operator names, and the address that ours come from.

Speech with it is encrypted and its certificate checked, unless it stands on this very machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from email.utils import parseaddr
from typing import Literal
from urllib.parse import unquote, urlsplit

from pith.domain.errors import Invalid
from pith.domain.mail import deliverable

LOOPBACK = ("localhost", "127.0.0.1", "::1")
PORTS = {"smtp": 587, "smtps": 465}
_NAME_MAX = 80

Speech = Literal["tls", "starttls", "plain"]


class BadRelay(ValueError):
    """One sentence; it never repeats the address, because a password may stand in it."""


@dataclass(frozen=True)
class Relay:
    """`speech`: tls from the first byte, starttls before anything is said, or plain on loopback."""

    host: str
    port: int
    speech: Speech
    user: str | None = None
    password: str | None = field(default=None, repr=False)


@dataclass(frozen=True)
class Sender:
    """`name` may be empty."""

    name: str
    address: str

    @property
    def host(self) -> str:
        return self.address.rpartition("@")[2]


def read_relay(text: str) -> Relay:
    """`smtp://host`, `smtps://user:password@host:465`; a sign such as @ in a password is written %40. Raises
    BadRelay."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise BadRelay("it is no address such as smtp://user:password@mail.example.org:587") from error
    if parts.scheme not in PORTS or not host or parts.path.strip("/") or parts.query or parts.fragment:
        raise BadRelay("it is no address such as smtp://user:password@mail.example.org:587")
    if (parts.username is None) != (parts.password is None) or parts.username == "":
        raise BadRelay("it names a user or a password without the other")
    user, password = _plain(parts.username), _plain(parts.password)
    return Relay(host, port or PORTS[parts.scheme], _speech(parts.scheme, host), user, password)


def read_sender(text: str) -> Sender:
    """`reminders@example.org` or `Pith <reminders@example.org>`. Raises BadRelay."""
    name, address = parseaddr(text) if text.isprintable() else ("", "")
    rest = text.removesuffix(f"<{address}>").strip().strip('"')
    try:
        if len(name) > _NAME_MAX or rest not in (name, address):
            raise BadRelay("it is no sender such as Pith <reminders@example.org>")
        return Sender(name, deliverable(address, "sender"))
    except Invalid as error:
        raise BadRelay("it is no sender such as Pith <reminders@example.org>") from error


def _speech(scheme: str, host: str) -> Speech:
    if scheme == "smtps":
        return "tls"
    return "plain" if host in LOOPBACK else "starttls"


def _plain(text: str | None) -> str | None:
    if text is None:
        return None
    plain = unquote(text)
    # A line break would end the command that carries it.
    if not plain.isprintable():
        raise BadRelay("its user or password has a sign that cannot be sent")
    return plain
