"""A load generator: a few connections, each asking again as soon as it was answered, in one thread of one process.

It speaks just enough HTTP/1.1 and does no more than it must, because it shares two cores with the server it measures.
A connection that the server keeps open is used again; one that it closes is opened anew, as phones would.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """What came back within the time: seconds of each answer, in order, and how many were not 2xx or 304."""

    seconds: float = 0.0
    times: list[float] = field(default_factory=list)
    non_2xx: int = 0
    first_fault: str = ""

    @property
    def rate(self) -> float:
        """Answers a second."""
        return len(self.times) / self.seconds

    def percentile(self, share: float) -> float:
        """Milliseconds within which `share` of the answers came."""
        ordered = sorted(self.times)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] * 1000


class _Connection(asyncio.Protocol):
    def __init__(self, load: _Load, number: int) -> None:
        self.load = load
        self.number = number
        self.asked = 0.0
        self.buffer = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        transport.write(self.load.request(self.number))

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        end = self.buffer.find(b"\r\n\r\n")
        if end < 0:
            return
        head = self.buffer[:end].lower()
        status = int(head[9:12])
        at = head.find(b"content-length:")
        length = int(head[at + 15 :].split(b"\r\n", 1)[0]) if at >= 0 and status != 304 else 0
        if len(self.buffer) - end - 4 < length:
            return
        self.load.answered(self, status)
        again = b"connection: close" not in head
        self.buffer = b""
        if self.load.over():
            self._close()
        elif again:
            self.asked = time.perf_counter()
            assert self.transport is not None
            self.transport.write(self.load.request(self.number))
        else:
            self._close()
            self.load.open(self.number)

    def connection_lost(self, error: Exception | None) -> None:
        if self.transport is not None:
            self.transport = None
            self.load.cut(self)

    def _close(self) -> None:
        transport, self.transport = self.transport, None
        assert transport is not None
        transport.close()


class _Load:
    def __init__(self, port: int, make: Callable[[int], bytes], connections: int, seconds: float) -> None:
        self.port, self.request, self.outcome = port, make, Outcome()
        self.ends = time.perf_counter() + seconds
        self.busy = connections
        self.done = asyncio.get_running_loop().create_future()
        self.tasks: set[asyncio.Task[None]] = set()

    def over(self) -> bool:
        if time.perf_counter() < self.ends:
            return False
        self.busy -= 1
        if not self.busy and not self.done.done():
            self.done.set_result(None)
        return True

    def open(self, number: int) -> None:
        task = asyncio.ensure_future(self._open(number))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _open(self, number: int) -> None:
        loop = asyncio.get_running_loop()
        connection = _Connection(self, number)
        # The clock starts before the handshake: waiting to be accepted is waiting, too.
        connection.asked = time.perf_counter()
        await loop.create_connection(lambda: connection, "127.0.0.1", self.port)

    def answered(self, connection: _Connection, status: int) -> None:
        self.outcome.times.append(time.perf_counter() - connection.asked)
        if not (200 <= status < 300 or status == 304):
            self._fault(f"{status}: {connection.buffer[:400]!r}")

    def cut(self, connection: _Connection) -> None:
        """An answer that never came counts against the server."""
        self._fault("the connection was cut")
        if not self.over():
            self.open(connection.number)

    def _fault(self, words: str) -> None:
        self.outcome.non_2xx += 1
        self.outcome.first_fault = self.outcome.first_fault or words


async def _run(port: int, make: Callable[[int], bytes], connections: int, seconds: float) -> Outcome:
    load = _Load(port, make, connections, seconds)
    began = time.perf_counter()
    for number in range(connections):
        load.open(number)
    await asyncio.wait_for(load.done, seconds + 60)
    load.outcome.seconds = time.perf_counter() - began
    return load.outcome


def run(port: int, make: Callable[[int], bytes], connections: int, seconds: float) -> Outcome:
    """Asks for `seconds` over `connections`; `make(connection number)` gives each request's bytes."""
    return asyncio.run(_run(port, make, connections, seconds))
