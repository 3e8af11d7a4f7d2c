"""Mail servers of the tests: a real one that takes mail, refuses whom it is told to, and can demand TLS and a password;
and one that talks as a test says, to be slow, dumb or dead."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from pith.mail.relay import Relay, Speech
from tests.fakes.push_service import certificate

USER, PASSWORD = "pith", "an apple: and a pear@"


@dataclass
class Taken:
    """One mail as it arrived."""

    sender: str
    to: list[str]
    raw: bytes

    @property
    def message(self) -> EmailMessage:
        found = message_from_bytes(self.raw, policy=policy.default)
        assert isinstance(found, EmailMessage)
        return found

    @property
    def text(self) -> str:
        return str(self.message.get_content()).replace("\r\n", "\n")


@dataclass
class MailServer:
    """`answers`: what it says to a recipient, instead of yes; `says`: what it says to every mail at the end, after
    `delay_s`."""

    port: int
    speech: Speech
    authority: Path | None = None
    taken: list[Taken] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    says: str = "250 OK"
    connections: int = 0
    delay_s: float = 0

    def relay(self, user: str | None = None, password: str | None = None) -> Relay:
        return Relay("127.0.0.1", self.port, self.speech, user, password)

    async def handle_EHLO(
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, responses: list[str]
    ) -> list[str]:
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address in self.answers:
            return self.answers[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        await asyncio.sleep(self.delay_s)
        if self.says.startswith("250"):
            raw = envelope.content
            assert isinstance(raw, bytes)
            self.taken.append(Taken(str(envelope.mail_from), list(envelope.rcpt_tos), raw))
        return self.says


@contextmanager
def mail_server(folder: Path | None = None, speech: Speech = "plain", locked: bool = False) -> Iterator[MailServer]:
    """Serves until the block ends. `folder` is for the certificate; `locked`: USER and PASSWORD are needed."""
    service = MailServer(_free_port(), speech)
    how: dict[str, Any] = {"hostname": "127.0.0.1", "port": service.port}
    if speech != "plain":
        assert folder is not None
        service.authority = folder / "mail-authority.pem"
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate(service.authority))
        how |= {"ssl_context": context} if speech == "tls" else {"tls_context": context, "require_starttls": True}
    if locked:
        starts = speech == "starttls"  # of TLS from the first byte it does not know when it looks at a password
        how |= {"auth_required": starts, "authenticator": _opens, "auth_require_tls": starts}
    controller = Controller(service, **how)
    controller.start()
    try:
        yield service
    finally:
        controller.stop()


def _opens(server: SMTP, session: Session, envelope: Envelope, mechanism: str, auth: Any) -> AuthResult:
    good = isinstance(auth, LoginPassword) and (auth.login, auth.password) == (USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=False)


@contextmanager
def talking(talk: Callable[[socket.socket], None]) -> Iterator[int]:
    """The port of a server that does with each connection what `talk` does; whatever comes of it is of no interest."""
    listening = socket.create_server(("127.0.0.1", 0))
    open_: list[socket.socket] = []

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            open_.append(connection)
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    def one(connection: socket.socket) -> None:
        with suppress(OSError):
            talk(connection)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield int(listening.getsockname()[1])
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        for connection in open_:
            connection.close()
        thread.join(2)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
