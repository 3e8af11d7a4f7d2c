"""Limits on guessing. Counts live in the database, so that they hold across processes and restarts."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from datetime import datetime

from pith.domain.doors import Limit, seconds_to_wait
from pith.domain.errors import RateLimited
from pith.services.transaction import AnySession, write
from pith.store.accounts import count_try, give_back_try


@dataclass(frozen=True, slots=True)
class Visitor:
    """Who knocks: the network address, what the browser calls itself, and the key that hides both in counts."""

    address: str
    agent: str
    key: bytes

    def hidden(self, what: str, value: str) -> str:
        """`what:` and a keyed hash, so that the table of counts names no address and no e-mail."""
        return f"{what}:{keyed_hash(self.key, f'{what}:{value}')}"


def keyed_hash(key: bytes, text: str) -> str:
    """HMAC-SHA-256 in hex (64 characters)."""
    return hmac.new(key, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()


def take(session: AnySession, now: datetime, limits: dict[str, Limit]) -> None:
    """Counts a try on every key before anything is checked, committed even when the try then fails.

    Raises RateLimited with the longest wait when one of them is over its limit.
    """
    with write(session):
        waits = [take_inside(session, now, key, limit) for key, limit in sorted(limits.items())]
    if longest := max(waits, default=0):
        raise RateLimited(longest)


def take_inside(session: AnySession, now: datetime, key: str, limit: Limit) -> int:
    """The same for one key inside the caller's transaction: seconds to wait, 0 when this try may go on."""
    counted = count_try(session, key, now, now - limit.per)
    return seconds_to_wait(limit, counted.window_start, counted.count, now)


def give_back(session: AnySession, keys: list[str]) -> None:
    """Only wrong tries count: the right one is taken off again. Runs inside the caller's transaction."""
    for key in sorted(keys):
        give_back_try(session, key)
