"""Argon2id, slow on purpose: at most two at a time, and as slow for an unknown address as for a wrong password."""

from __future__ import annotations

import base64
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from pith.domain.accounts import normal_password
from pith.domain.errors import Unavailable

# RFC 9106, second recommended option: 64 MiB, 3 passes, 4 lanes. About 0.2 s and 64 MiB each.
_hasher = PasswordHasher(time_cost=3, memory_cost=64 * 1024, parallelism=4)
_AT_ONCE = 2
_PATIENCE_S = 5
_slots = threading.BoundedSemaphore(_AT_ONCE)


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode().rstrip("=")


# Nobody's password has this hash; checking against it takes as long as checking against a real one.
_NOBODY = f"$argon2id$v=19$m={64 * 1024},t=3,p=4${_text(bytes(16))}${_text(bytes(32))}"


def hash_password(password: str) -> str:
    """The hash to store. Raises Unavailable when too many are being made at once."""
    with _slot():
        return _hasher.hash(_bytes(password))


def matches(stored: str | None, password: str) -> bool:
    """True when the password is the stored one; None (no such account) takes the same time and is never true."""
    with _slot():
        try:
            return _hasher.verify(stored or _NOBODY, _bytes(password)) and stored is not None
        except (VerificationError, InvalidHashError):
            return False


def outdated(stored: str) -> bool:
    """True when the hash was made with other costs than today's."""
    return _hasher.check_needs_rehash(stored)


def _bytes(password: str) -> bytes:
    """What is hashed; a lone surrogate is nobody's password, but must not break the check."""
    return normal_password(password).encode("utf-8", "surrogatepass")


@contextmanager
def _slot() -> Iterator[None]:
    """One of the two places; whoever waits longer is asked to come back, so that memory and processors last."""
    if not _slots.acquire(timeout=_PATIENCE_S):
        raise Unavailable(retry_after=_PATIENCE_S)
    try:
        yield
    finally:
        _slots.release()
