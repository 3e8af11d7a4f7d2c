"""Requests to push services, many at a time: HTTP/2 by libcurl, or a pool of threads where it is not to be had.

Both look at the address that a name led to before they connect, follow no redirect, take no proxy and no certificate
from the environment, and read no more than the beginning of an answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from pith.push.endpoints import Guard
from pith.push.sealing import Outgoing

CONNECT_S = 5
WHOLE_S = 10
READ_BYTES = 2048


class Answer(NamedTuple):
    """What became of one request: `status` is None where nothing answered, and `error` says why then. `retry_after`
    and `reason` are as the service wrote them."""

    status: int | None
    retry_after: str | None = None
    reason: str = ""
    error: str = ""


class Sender(Protocol):
    """Sends all, and tells of each as it ends, by its place in the sequence."""

    def send(self, requests: Sequence[Outgoing]) -> Iterator[tuple[int, Answer]]: ...

    def close(self) -> None: ...


def sender_for(guard: Guard, authority: str | None = None) -> Sender:
    """The fastest that this machine has. `authority`: a file of certificates to believe instead of the
    machine's own."""
    try:
        from pith.push.curl_sender import CurlSender
    except ImportError:
        from pith.push.pool_sender import PoolSender

        return PoolSender(guard, authority)
    return CurlSender(guard, authority)
