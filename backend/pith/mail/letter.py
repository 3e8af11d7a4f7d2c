"""One mail: plain text, no picture, nothing that tells us whether it was read.

The standard library's message refuses a line break in any header, so no address or word can add one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP

from pith.mail.relay import Sender


@dataclass(frozen=True)
class Letter:
    """`key` names it for good: the same one sent twice is shown once by most mail programs. `off`: the link that ends
    such mails with one click."""

    key: str
    to: str
    subject: str
    text: str
    language: str
    at: datetime
    off: str | None = None


def compose(letter: Letter, sender: Sender) -> EmailMessage:
    """Ready to be handed over. Raises ValueError, LookupError or MessageError where an address or a word does not fit
    into a header."""
    message = EmailMessage(policy=SMTP)
    message["From"] = Address(sender.name, addr_spec=sender.address)
    message["To"] = Address(addr_spec=letter.to)
    message["Subject"] = letter.subject
    message["Date"] = letter.at
    message["Message-ID"] = f"<{letter.key}@{sender.host}>"
    message["Content-Language"] = letter.language
    # No automatic answer is asked for (RFC 3834, 5).
    message["Auto-Submitted"] = "auto-generated"
    if letter.off is not None:
        message["List-Unsubscribe"] = f"<{letter.off}>"
        # A button in the mail program itself; RFC 8058 has it over https only.
        if letter.off.startswith("https://"):
            message["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    message.set_content(letter.text, cte="quoted-printable")
    return message
