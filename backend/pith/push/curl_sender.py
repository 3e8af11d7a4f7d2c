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
_WAIT_MS = 1000
_PROTOCOLS = {"https": pycurl.PROTO_HTTPS, "http": pycurl.PROTO_HTTP}


class CurlSender:
    """Not for threads and not over a fork: each worker process makes its own."""

    def __init__(self, guard: Guard, authority: str | None = None) -> None:
        self._guard, self._authority = guard, authority
        self._multi = pycurl.CurlMulti()
        self._multi.setopt(pycurl.M_PIPELINING, pycurl.PIPE_MULTIPLEX)
        self._multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, _CONNECTIONS_A_HOST)
        self._idle: list[_Running] = []

    def send(self, requests: Sequence[Outgoing]) -> Iterator[tuple[int, Answer]]:
        waiting = list(enumerate(requests))[::-1]
        running: dict[Any, _Running] = {}
        while waiting or running:
            while waiting and len(running) < _IN_FLIGHT:
                one = self._idle.pop() if self._idle else _Running(self._guard, self._authority)
                one.begin(*waiting.pop())
                running[one.handle] = one
                self._multi.add_handle(one.handle)
            self._multi.perform()
            yield from self._ended(running)
            wait = self._multi.timeout() if running else 0
            if wait:  # what libcurl wants to do by then comes from no socket
                self._multi.select(min(wait if wait > 0 else _WAIT_MS, _WAIT_MS) / 1000)

    def close(self) -> None:
        for one in self._idle:
            one.handle.close()
        self._multi.close()

    def _ended(self, running: dict[Any, _Running]) -> Iterator[tuple[int, Answer]]:
        while True:
            left, fine, failed = self._multi.info_read()
            for handle in fine:
                yield self._done(running.pop(handle), "")
            for handle, _, message in failed:
                yield self._done(running.pop(handle), message or "the connection failed")
            if not left:
                return

    def _done(self, one: _Running, error: str) -> tuple[int, Answer]:
        self._multi.remove_handle(one.handle)
        self._idle.append(one)
        return one.place, one.answer(error)


class _Running:
    """A handle of libcurl and the request that it has under way; used again and again, for most of what is set on it
    is the same for every push."""

    def __init__(self, guard: Guard, authority: str | None) -> None:
        self.handle, self.place = pycurl.Curl(), 0
        self._guard, self._origin, self._refused = guard, "", ""
        self._head, self._body = BytesIO(), BytesIO()
        self._set, self._sockets = self.handle.setopt, list[socket.socket]()
        for option, value in (
            (pycurl.POST, 1),
            (pycurl.HTTP_VERSION, pycurl.CURL_HTTP_VERSION_2TLS),
            (pycurl.PIPEWAIT, 1),
            (pycurl.FOLLOWLOCATION, 0),
            (pycurl.PROXY, ""),
            (pycurl.NOSIGNAL, 1),
            (pycurl.USERAGENT, ""),  # whose versions are nobody's business, and 170 characters a push
            (pycurl.CONNECTTIMEOUT, CONNECT_S),
            (pycurl.TIMEOUT, WHOLE_S),
            (pycurl.OPENSOCKETFUNCTION, self._open_socket),
            (pycurl.WRITEFUNCTION, self._read),
            # Straight into a buffer, and looked at only where something was not taken: most answers are a 201.
            (pycurl.HEADERFUNCTION, self._head.write),
        ):
            self.handle.setopt(option, value)
        if authority:
            self.handle.setopt(pycurl.CAINFO, authority)
            self.handle.unsetopt(pycurl.CAPATH)  # a folder of certificates would be believed beside the file

    def begin(self, place: int, request: Outgoing) -> None:
        self.place, self._refused = place, ""
        if request.origin != self._origin:
            self._origin = request.origin
            self._set(pycurl.PROTOCOLS, _PROTOCOLS[request.origin.partition(":")[0]])
        self._set(pycurl.URL, request.url)
        self._set(pycurl.POSTFIELDS, request.body)
        self._set(pycurl.HTTPHEADER, list(map(": ".join, request.headers.items())))

    def answer(self, error: str) -> Answer:
        """What came, and the handle made ready for another."""
        status = None if error else self.handle.getinfo(pycurl.RESPONSE_CODE)
        for made in self._sockets:
            made.close()
        self._sockets.clear()
        taken = status is not None and 200 <= status < 300
        after = None if taken else _retry_after(_emptied(self._head))
        reason = _emptied(self._body).decode("utf-8", "replace") if self._body.tell() else ""
        self._head.seek(0)
        return Answer(status, after, reason, self._refused or error)

    def _open_socket(self, _purpose: int, address: Any) -> Any:
        host = address.addr[0]
        text = host.decode() if isinstance(host, bytes) else host
        if not self._guard.may_connect(text, self._origin):
            self._refused = "this name leads to an address that is not connected to"
            return pycurl.SOCKET_BAD
        made = socket.socket(address.family, address.socktype, address.protocol)
        self._sockets.append(made)  # libcurl works on a copy of its handle
        return made

    def _read(self, data: bytes) -> int:
        # What is too long is read on, so that the connection stays usable, and thrown away.
        self._body.write(data[: max(0, READ_BYTES - self._body.tell())])
        return len(data)


def _emptied(buffer: BytesIO) -> bytes:
    """What was written from the beginning to where it stands, which is the beginning again."""
    found = buffer.getvalue()[: buffer.tell()]
    buffer.seek(0)
    return found


def _retry_after(head: bytes) -> str | None:
    found = None
    for line in head.decode("latin-1").splitlines():
        name, _, text = line.partition(":")
        if name.lower() == "retry-after":
            found = text.strip()
    return found
