"""A message for one browser, ready to be sent: padded, encrypted, signed. The only module that calls `webpush`.

The library encrypts (RFC 8291); around it stands what it leaves to its caller (PUSH 1): one signature for each push
service and half day, the port in `aud`, a contact as it is, lengths that do not tell one message from another, and no
argument per call, for those would stick to the library's object.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Literal, NamedTuple

import jwt
import orjson
from cryptography.hazmat.primitives.serialization import load_pem_private_key
from webpush import WebPush
from webpush.vapid import VAPID

from pith.push.keys import PushKey, check_contact
from pith.push.subscriptions import Subscription

PADDED = 512
LARGEST = 2048
# Push services take signatures of up to 24 hours; a new one is made when half of it is over.
SIGNED_FOR = timedelta(hours=12)
Urgency = Literal["very-low", "low", "normal", "high"]


class Outgoing(NamedTuple):
    """One request to a push service."""

    url: str
    origin: str
    headers: Mapping[str, str]
    body: bytes


class Sealer:
    """Seals for one key. One object serves all threads: what it writes is only the cache of signatures.

    `clock` gives the instant now, in UTC.
    """

    def __init__(self, key: PushKey, contact: str, clock: Callable[[], datetime]) -> None:
        self.key = key
        # Whole and checked here, because the library would take anything and put "mailto:" before it.
        self._push = WebPush(key.private, key.public, subscriber=check_contact(contact))
        self._push.vapid = _Signatures(key, contact, clock)

    def seal(
        self,
        subscription: Subscription,
        payload: Mapping[str, Any],
        ttl: timedelta,
        topic: str,
        urgency: Urgency = "normal",
    ) -> Outgoing:
        """`ttl`: how long the service may keep it, at least a second. `topic`: what an older one of is replaced by
        this. Raises ValueError where the message is too large."""
        sealed = self._push.get(padded(payload), _for_library(subscription))
        headers = {
            "TTL": str(max(1, int(ttl.total_seconds()))),
            "Urgency": urgency,
            "Topic": topic_of(topic),
            "Content-Encoding": "aes128gcm",
            "Content-Type": "application/octet-stream",
            "Authorization": sealed.headers["authorization"],
        }
        return Outgoing(subscription.endpoint, subscription.origin, headers, sealed.encrypted)


def padded(payload: Mapping[str, Any]) -> bytes:
    """The JSON with blanks after it up to a multiple of 512 bytes, so that its length tells nothing. Raises ValueError
    above 2048 bytes, which some push services would refuse."""
    plain = orjson.dumps(payload)
    if len(plain) > LARGEST:
        raise ValueError(f"a push of {len(plain)} bytes is too large: at most {LARGEST}")
    return plain.ljust(-(-len(plain) // PADDED) * PADDED)


def topic_of(text: str) -> str:
    """32 characters that tell nothing: Apple reads a topic as base64, others take no more than 32."""
    return urlsafe_b64encode(hashlib.blake2s(text.encode(), digest_size=24).digest()).decode()


class _Signatures(VAPID):
    """The library's signer, with one signature a push service until half of its time is over."""

    def __init__(self, key: PushKey, contact: str, clock: Callable[[], datetime]) -> None:
        super().__init__(key.private, key.public)
        self._signing = load_pem_private_key(key.private, None)
        self._public_text, self._contact, self._clock = key.public_text, contact, clock
        self._made: dict[str, tuple[datetime, str]] = {}

    def get_authorization_header(self, endpoint: Any, subscriber: str, expiration: int) -> str:
        """Called by the library with the origin as endpoint (see `_for_library`); its own contact and time are set
        aside for ours."""
        origin, now = str(endpoint), self._clock()
        until, header = self._made.get(origin, (now, ""))
        if until <= now or until - now > SIGNED_FOR:
            claims = {"aud": origin, "exp": int((now + SIGNED_FOR).timestamp()), "sub": self._contact}
            token = jwt.encode(claims, self._signing, algorithm="ES256")  # type: ignore[arg-type]
            header = f"vapid t={token}, k={self._public_text}"
            self._made[origin] = (now + SIGNED_FOR / 2, header)
        return header


class _Keys(NamedTuple):
    auth: str
    p256dh: str


class _Known(NamedTuple):
    """What the library asks of its WebPushSubscription."""

    endpoint: str
    keys: _Keys


def _for_library(subscription: Subscription) -> Any:
    """Checked when it was saved (push/subscriptions.py), so the library's own model need not do it again for each push.
    The library hands the endpoint on to the signer and nowhere else, and a signature is for an origin."""
    return _Known(subscription.origin, _Keys(subscription.auth, subscription.p256dh))
