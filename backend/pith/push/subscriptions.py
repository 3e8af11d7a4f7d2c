"""What a browser hands over when it subscribes, and how much of it can be believed."""

from __future__ import annotations

import binascii
from base64 import urlsafe_b64decode
from collections.abc import Mapping
from typing import Any, NamedTuple

from cryptography.hazmat.primitives.asymmetric import ec

from pith.push.endpoints import BadEndpoint, Guard

_POINT_BYTES = 65
_SECRET_BYTES = 16
_PADDING_MOST = 2


class Subscription(NamedTuple):
    """One browser's address (`endpoint`, `origin`) and the two halves of its secret, base64url."""

    endpoint: str
    origin: str
    p256dh: str
    auth: str


def read_subscription(told: Mapping[str, Any], guard: Guard) -> tuple[Subscription | None, dict[str, str]]:
    """A browser's `PushSubscription.toJSON()` as it can be used, or what is wrong with it, by field."""
    endpoint = told.get("endpoint")
    keys = told.get("keys")
    keys = keys if isinstance(keys, Mapping) else {}
    p256dh, auth = keys.get("p256dh"), keys.get("auth")
    found: dict[str, str] = {}
    origin = ""
    try:
        origin = guard.check(endpoint if isinstance(endpoint, str) else "")
    except BadEndpoint as error:
        found["endpoint"] = str(error)
    if not _is_point(p256dh):
        found["keys.p256dh"] = "This is no public key of a browser."
    if len(_decoded(auth)) != _SECRET_BYTES:
        found["keys.auth"] = "This is no secret of a browser."
    if found:
        return None, found
    return Subscription(str(endpoint), origin, str(p256dh), str(auth)), {}


def _is_point(text: Any) -> bool:
    raw = _decoded(text)
    if len(raw) != _POINT_BYTES:
        return False
    try:
        ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw)
    except ValueError:
        return False
    return True


def _decoded(text: Any) -> bytes:
    if not isinstance(text, str) or not text.isascii() or len(text) > 128:
        return b""
    bare = text.rstrip("=")
    if len(text) - len(bare) > _PADDING_MOST or not all(one.isalnum() or one in "-_" for one in bare):
        return b""
    try:
        return urlsafe_b64decode(bare + "=" * (-len(bare) % 4))
    except binascii.Error:
        return b""
