"""Sending by a pool of threads, for machines that libcurl's package was not built for. About four times slower."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from pith.push.endpoints import Guard
from pith.push.sealing import Outgoing
from pith.push.sending import CONNECT_S, READ_BYTES, WHOLE_S, Answer

_THREADS = 16


class PoolSender:
    """One pool for all services; safe for threads."""

    def __init__(self, guard: Guard, authority: str | None = None) -> None:
        self._guard = guard
        self._pool = urllib3.PoolManager(
            maxsize=_THREADS,
            retries=False,
            ca_certs=authority,
            timeout=urllib3.Timeout(connect=CONNECT_S, read=WHOLE_S),
        )
        self._pool.pool_classes_by_scheme = _guarded(guard)
        self._threads = ThreadPoolExecutor(_THREADS)

    def send(self, requests: Sequence[Outgoing]) -> Iterator[tuple[int, Answer]]:
        jobs = {self._threads.submit(self._one, request): place for place, request in enumerate(requests)}
        for job in as_completed(jobs):
            yield jobs[job], job.result()

    def close(self) -> None:
        self._threads.shutdown()
        self._pool.clear()

    def _one(self, request: Outgoing) -> Answer:
        try:
            found = self._pool.request(
                "POST",
                request.url,
                body=request.body,
                headers=dict(request.headers),
                redirect=False,
                preload_content=False,
            )
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:  # a name that no resolver can be asked for
            return Answer(None, error=str(error))
        try:
            reason = found.read(READ_BYTES, decode_content=False).decode("utf-8", "replace")
            found.drain_conn()
        except (urllib3.exceptions.HTTPError, OSError) as error:
            return Answer(None, error=str(error))
        finally:
            found.release_conn()
        return Answer(found.status, found.headers.get("Retry-After"), reason)


def _guarded(guard: Guard) -> dict[str, Any]:
    """urllib3's pools, whose connections look at the address between resolving a name and connecting to it."""

    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, guard, "http")

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return _connected(self, guard, "https")

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}


def _connected(connection: HTTPConnection, guard: Guard, scheme: str) -> socket.socket:
    """The first address of the name that may be connected to and answers. Raises NewConnectionError."""
    port = connection.port
    origin = f"{scheme}://{connection.host}" + (f":{port}" if port != 443 else "")
    why = "no address that is connected to"
    for family, kind, protocol, _, address in socket.getaddrinfo(connection.host, port, type=socket.SOCK_STREAM):
        if not guard.may_connect(str(address[0]), origin):
            continue
        made = socket.socket(family, kind, protocol)
        made.settimeout(CONNECT_S)
        try:
            made.connect(address)
            return made
        except OSError as error:
            made.close()
            why = str(error)
    raise urllib3.exceptions.NewConnectionError(connection, why)
