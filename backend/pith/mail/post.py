"""Handing letters over: one connection for a handful of them, and never longer than the worker can wait.

What the server refused before the words themselves went out may be tried again. Once they were on their way and no
answer came, nobody knows whether it has them, and they are not sent a second time.
"""

from __future__ import annotations

import smtplib
import socket
import ssl
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.errors import MessageError
from threading import Timer
from typing import Literal

from pith.mail.letter import Letter, compose
from pith.mail.relay import Relay, Sender

ANSWER_S = 10
WHOLE_S = 20

Fate = Literal["accepted", "refused", "again", "unknown"]


@dataclass(frozen=True)
class Posted:
    """accepted | refused (this mailbox takes none of it) | again (nothing was taken) | unknown (it may have been).
    `ours`: the server did not answer, or does not take us; then it is left alone for a while. `why` names no
    address."""

    fate: Fate
    why: str = ""
    ours: bool = False


class Post:
    """`authority`: a file of certificates to believe instead of the machine's own. `whole_s`: for all of one call."""

    def __init__(
        self,
        relay: Relay,
        sender: Sender,
        authority: str | None = None,
        answer_s: float = ANSWER_S,
        whole_s: float = WHOLE_S,
    ) -> None:
        self._relay, self._sender = relay, sender
        self._answer_s, self._whole_s = answer_s, whole_s
        self._context = ssl.create_default_context(cafile=authority)

    def send(self, letters: Sequence[Letter]) -> Iterator[tuple[int, Posted]]:
        """Hands all over, and tells of each as it ends, by its place in the sequence."""
        if not letters:
            return
        server = self._made()
        # A server that says one byte every few seconds never runs into a time-out, so the whole has an end of its own.
        watch = Timer(self._whole_s, _hang_up, [server])
        watch.daemon = True
        watch.start()
        try:
            yield from self._over(server, letters)
        finally:
            watch.cancel()
            _hang_up(server)
            server.close()

    def _made(self) -> smtplib.SMTP:
        # Named, for else the standard library asks a name server what this machine is called.
        name = self._sender.host
        if self._relay.speech == "tls":
            return smtplib.SMTP_SSL(local_hostname=name, timeout=self._answer_s, context=self._context)
        return smtplib.SMTP(local_hostname=name, timeout=self._answer_s)

    def _over(self, server: smtplib.SMTP, letters: Sequence[Letter]) -> Iterator[tuple[int, Posted]]:
        closed = self._opened(server)
        for place, letter in enumerate(letters):
            posted = Posted("again", closed, ours=True) if closed else self._one(server, letter)
            closed = posted.why if posted.ours else ""
            yield place, posted
        if not closed:
            with suppress(OSError, smtplib.SMTPException):
                server.quit()

    def _opened(self, server: smtplib.SMTP) -> str:
        """Connects, encrypts, signs in; why it could not, in a word, or nothing."""
        relay = self._relay
        try:
            # SMTP_SSL and STARTTLS check the certificate against this name.
            server._host = relay.host  # type: ignore[attr-defined]
            code, _ = server.connect(relay.host, relay.port)
            if code != 220:
                return f"greeted with {code}"
            server.ehlo_or_helo_if_needed()
            if relay.speech == "starttls":
                server.starttls(context=self._context)
                server.ehlo()
            if relay.user is not None and relay.password is not None:
                server.login(relay.user, relay.password)
        except smtplib.SMTPAuthenticationError:
            return "sign-in refused"
        except (OSError, smtplib.SMTPException, ValueError) as error:
            return type(error).__name__
        return ""

    def _one(self, server: smtplib.SMTP, letter: Letter) -> Posted:
        try:
            body = compose(letter, self._sender).as_bytes()
        except (ValueError, LookupError, MessageError):  # the library looks into an address for encoded words
            return Posted("refused", "not an address")
        try:
            refused = self._named(server, letter)
        except (OSError, smtplib.SMTPException, ValueError) as error:
            return Posted("again", type(error).__name__, ours=True)
        return refused or self._told(server, body)

    def _named(self, server: smtplib.SMTP, letter: Letter) -> Posted | None:
        """Says from whom and to whom; None when both are welcome."""
        code, _ = server.mail(self._sender.address)
        if code != 250:
            return self._not_taken(server, code, ours=True)
        code, _ = server.rcpt(letter.to)
        return None if code in (250, 251) else self._not_taken(server, code)

    def _told(self, server: smtplib.SMTP, body: bytes) -> Posted:
        try:
            code, _ = server.data(body)
        except smtplib.SMTPDataError as error:  # said no before it had any of it
            return self._not_taken(server, error.smtp_code)
        except (OSError, smtplib.SMTPException) as error:
            return Posted("unknown", type(error).__name__, ours=True)
        return Posted("accepted") if code == 250 else self._not_taken(server, code)

    def _not_taken(self, server: smtplib.SMTP, code: int, ours: bool = False) -> Posted:
        """A 4xx passes; a 5xx is about this mailbox, unless it is about us. 421: the server closes."""
        with suppress(OSError, smtplib.SMTPException):
            server.rset()
        if ours or code == 421:
            return Posted("again", str(code), ours=True)
        return Posted("refused" if code >= 500 else "again", str(code))


def _hang_up(server: smtplib.SMTP) -> None:
    held = server.sock
    if held is not None:
        with suppress(OSError):
            # The wire itself: saying goodbye in TLS would wait for the one who is not answering.
            socket.socket.shutdown(held, socket.SHUT_RDWR)
