"""The keys that say which server a push comes from (VAPID). A subscription stays with the key it was made for."""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)


class BadKey(ValueError):
    """A key pair or contact that push services would refuse. The message is one sentence."""


@dataclass(frozen=True)
class PushKey:
    """One pair, PEM. `id` names it beside a subscription; `public_text` is what a browser subscribes with."""

    private: bytes
    public: bytes

    def __post_init__(self) -> None:
        try:
            private, public = load_pem_private_key(self.private, None), load_pem_public_key(self.public)
        except (ValueError, TypeError) as error:
            raise BadKey("The push key cannot be read.") from error
        if not isinstance(private, ec.EllipticCurvePrivateKey) or not isinstance(private.curve, ec.SECP256R1):
            raise BadKey("The push key is not of the P-256 curve.")
        if private.public_key() != public:
            raise BadKey("The two halves of the push key do not belong together.")

    @property
    def public_text(self) -> str:
        point = load_pem_public_key(self.public).public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        return urlsafe_b64encode(point).rstrip(b"=").decode()

    @property
    def id(self) -> str:
        return key_id(self.public)


def key_id(public: bytes) -> str:
    return hashlib.sha256(public).hexdigest()[:16]


def new_key() -> PushKey:
    """A fresh pair. Made once for an installation and kept: another key makes every subscription useless."""
    private = ec.generate_private_key(ec.SECP256R1())
    return PushKey(
        private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    )


def check_contact(contact: str) -> str:
    """Who runs this server, for push services: `mailto:` with a real address, or an https page. Raises BadKey.

    Apple refuses localhost, a bare address and blanks (PUSH 4 "VAPID sub").
    """
    scheme, _, rest = contact.partition(":")
    host = rest.rpartition("@")[2] if scheme == "mailto" else urlsplit(contact).hostname or ""
    named = "@" in rest and not rest.startswith("@") if scheme == "mailto" else scheme == "https"
    if not named or "." not in host.strip(".") or not contact.isprintable() or " " in contact or ".." in host:
        raise BadKey("The contact for push services is mailto:name@example.org or an https address.")
    return contact
