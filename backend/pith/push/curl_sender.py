"""Sending by libcurl: one connection with many streams for each push service."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Any

import pycurl

from pith.push.endpoints import Guard
from pith.push.sealing import Outgoing
from pith.push.sending import CONNECT_S, READ_BYTES, WHOLE_S, Answer

_CONNECTIONS_A_HOST = 4
_IN_FLIGHT = 256
_WAIT_S = 1.0
_PROTOCOLS = {"https": pycurl.PROTO_HTTPS, "http": pycurl.PROTO_HTTP}


class CurlSender:
    """Not for threads and not over a fork: each worker process makes its own."""

    def __init__(self, guard: Guard, authority: str | None = None) -> None:
        self._guard, self._authority = guard, authority
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_PIPELINING, pycurl.PIPE_MULTIPLEX)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, _CONNECTIONS_A_HOST)
        self._idle: list[Any] = []

    def send(self, requests: Sequence[Outgoing]) -> Iterator[tuple[int, Answer]]:
        waiting = list(enumerate(requests))[::-1]
        running: dict[Any, _Running] = {}
        while waiting or running:
            while waiting and len(running) < _IN_FLIGHT:
                place, request = waiting.pop()
                handle = self._idle.pop() if self._idle else pycurl.Curl()
                running[handle] = self._begin(handle, place, request)
            self._multi.perform()
            yield from self._ended(running)
            if running:
                self._multi.select(_WAIT_S)

    def close(self) -> None:
        for handle in self._idle:
            handle.close()
        self._multi.close()

    def _begin(self, handle: Any, place: int, request: Outgoing) -> _Running:
        handle.reset()
        one = _Running(place, request.origin, self._guard)
        for option, value in (
            (pycurl.URL, request.url),
            (pycurl.POST, 1),
            (pycurl.POSTFIELDS, request.body),
            (pycurl.HTTPHEADER, [f"{name}: {text}" for name, text in request.headers.items()]),
            (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS),
            (pycurl.PIPEWAIT, 1),
            (pycurl.FOLLOWLOCATION, 0),
            (pycurl.PROTOCOLS, _PROTOCOLS[request.origin.partition(":")[0]]),
            (pycurl.PROXY, ""),
            (pycurl.NOSIGNAL, 1),
            (pycurl.CONNECTTIMEOUT, CONNECT_S),
            (pycurl.TIMEOUT, WHOLE_S),
            (pycurl.OPENSOCKETFUNCTION, one.open_socket),
            (pycurl.WRITEFUNCTION, one.read),
            (pycurl.HEADERFUNCTION, one.header),
        ):
            handle.setopt(option, value)
        if self._authority:
            handle.setopt(pycurl.CAINFO, self._authority)
        self._multi.add_handle(handle)
        return one

    def _ended(self, running: dict[Any, _Running]) -> Iterator[tuple[int, Answer]]:
        while True:
            left, fine, failed = self._multi.info_read()
            for handle in fine:
                yield self._done(handle, running.pop(handle), "")
            for handle, _, message in failed:
                yield self._done(handle, running.pop(handle), message or "the connection failed")
            if not left:
                return

    def _done(self, handle: Any, one: _Running, error: str) -> tuple[int, Answer]:
        status = None if error else handle.getinfo(pycurl.RESPONSE_CODE)
        self._multi.remove_handle(handle)
        self._idle.append(handle)
        for made in one.sockets:
            made.close()
        reason = one.body.getvalue().decode("utf-8", "replace")
        return one.place, Answer(status, one.retry_after, reason, one.refused or error)


class _Running:
    """One request under way."""

    def __init__(self, place: int, origin: str, guard: Guard) -> None:
        self.place, self.origin, self.guard = place, origin, guard
        self.body, self.refused = BytesIO(), ""
        self.retry_after: str | None = None
        self.sockets: list[socket.socket] = []

    def open_socket(self, _purpose: int, address: Any) -> Any:
        host = address.addr[0]
        text = host.decode() if isinstance(host, bytes) else host
        if not self.guard.may_connect(text, self.origin):
            self.refused = "this name leads to an address that is not connected to"
            return pycurl.SOCKET_BAD
        made = socket.socket(address.family, address.socktype, address.protocol)
        self.sockets.append(made)  # libcurl works on a copy of its handle
        return made

    def read(self, data: bytes) -> int:
        # What is too long is read on, so that the connection stays usable, and thrown away.
        self.body.write(data[: max(0, READ_BYTES - self.body.tell())])
        return len(data)

    def header(self, line: bytes) -> None:
        name, _, text = line.decode("latin-1").partition(":")
        if name.lower() == "retry-after":
            self.retry_after = text.strip()
