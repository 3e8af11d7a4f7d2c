"""A network that harms: between phones and server, at least every third connection is cut, delayed, doubled or robbed
of its answer. One exchange a connection, so harm to a connection is harm to an exchange.
"""

from __future__ import annotations

import asyncio
import contextlib
import random
import threading
from collections import Counter
from dataclasses import dataclass, field

HARMS = ("request cut", "answer dropped", "answer cut", "delayed", "doubled")
WHOLE_S = 10


@dataclass
class Tally:
    """What went through: exchanges by harm, answers by status."""

    harms: Counter[str] = field(default_factory=Counter)
    statuses: Counter[int] = field(default_factory=Counter)

    @property
    def harmed_share(self) -> float:
        return 1 - self.harms["none"] / max(1, self.harms.total())

    @property
    def errors(self) -> dict[int, int]:
        return {status: count for status, count in self.statuses.items() if status >= 500}


class FaultProxy:
    """Listens on a port of its own in a thread of its own. `share` of the connections are harmed; 0 is a good day."""

    def __init__(self, upstream_port: int, share: float, seed: int) -> None:
        self.upstream_port, self.share = upstream_port, share
        self.tally = Tally()
        self.port = 0
        self._random = random.Random(seed)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run)
        self._ready = threading.Event()

    def __enter__(self) -> FaultProxy:
        self._thread.start()
        self._ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, "127.0.0.1", 0))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        left = asyncio.all_tasks(self._loop)
        for task in left:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self._loop.run_until_complete(self._loop.shutdown_asyncgens())
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        harm = self._random.choice(HARMS) if self._random.random() < self.share else "none"
        self.tally.harms[harm] += 1
        try:
            async with asyncio.timeout(WHOLE_S):
                await self._carry(await _request(reader), writer, harm)
        except (OSError, asyncio.IncompleteReadError, TimeoutError):
            pass  # whoever hung up: to a phone it is a lost exchange, and its log stays in the outbox
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()

    async def _carry(self, request: bytes, writer: asyncio.StreamWriter, harm: str) -> None:
        if harm == "request cut":
            await self._ask(request[: self._random.randrange(1, len(request))], cut=True)
            return
        if harm == "delayed":
            await asyncio.sleep(self._random.uniform(0.05, 1.0))
        if harm == "doubled":
            answer, _ = await asyncio.gather(self._ask(request), self._ask(request))
        else:
            answer = await self._ask(request)
        if harm == "answer dropped":
            return
        if harm == "answer cut":
            answer = answer[: self._random.randrange(1, max(2, len(answer)))]
        writer.write(answer)
        await writer.drain()

    async def _ask(self, request: bytes, cut: bool = False) -> bytes:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.upstream_port)
        try:
            writer.write(request)
            await writer.drain()
            if cut:
                return b""
            answer = await reader.read()
            if answer.startswith(b"HTTP/1.1 "):
                self.tally.statuses[int(answer[9:12])] += 1
            return answer
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()


async def _request(reader: asyncio.StreamReader) -> bytes:
    """One whole request; the server is asked to close after it."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
    )
    return head + await reader.readexactly(length)
