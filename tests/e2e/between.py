"""What may stand between a phone and the server: a proxy that passes everything on until a test tells it otherwise."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.e2e.server import Server

# Belongs to one connection, not to the answer.
HOP = {"connection", "keep-alive", "transfer-encoding", "content-length", "date", "server"}
# A worker that a test changes on its way must come whole and plain: there is nothing to add to a packed one.
CONDITIONS = {"if-none-match", "if-modified-since", "accept-encoding"}


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def with_body(self, body: bytes) -> Answer:
        return replace(self, body=body)


Meddle = Callable[[str, str, Callable[[], Answer]], Answer]
PORTAL = Answer(200, [("Content-Type", "text/html")], b"<!doctype html><title>Free WiFi</title><h1>Agree to our terms")


def untouched(method: str, path: str, ask: Callable[[], Answer]) -> Answer:
    return ask()


def captive(method: str, path: str, ask: Callable[[], Answer]) -> Answer:
    """A hotel's network before one has agreed: every question gets the same page, and says 200."""
    return PORTAL


class Between:
    """Listens on a port of its own. `meddle(method, path, ask)` gives each answer; `ask()` asks the real server."""

    def __init__(self, server: Server) -> None:
        self.meddle: Meddle = untouched
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                left = HOP | CONDITIONS if self.path == "/sw.js" else HOP
                headers = {name: value for name, value in self.headers.items() if name.lower() not in left}

                def ask() -> Answer:
                    return _ask(server.port, self.command, self.path, headers, body)

                answer = outer.meddle(self.command, self.path, ask)
                self.send_response(answer.status)
                for name, value in answer.headers:
                    self.send_header(name, value)
                if answer.status not in (204, 304):
                    self.send_header("Content-Length", str(len(answer.body)))
                self.end_headers()
                self.wfile.write(answer.body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = handle_any

            def log_message(self, format: str, *args: object) -> None:
                """The test says what went wrong."""

        class Listener(ThreadingHTTPServer):
            daemon_threads = True

            def handle_error(self, request: object, client_address: object) -> None:
                """A phone that goes away in the middle is nothing to report."""

        self._listener = Listener(("127.0.0.1", 0), Handler)
        self.origin = f"http://localhost:{self._listener.server_port}"
        self._thread = threading.Thread(target=self._listener.serve_forever, daemon=True)
        self._thread.start()

    def through(self, link: str) -> str:
        """A link to the server as this proxy's."""
        return self.origin + link[link.index("/join") :]

    def close(self) -> None:
        self._listener.shutdown()
        self._listener.server_close()
        self._thread.join()


def _ask(port: int, method: str, path: str, headers: dict[str, str], body: bytes) -> Answer:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP]
        return Answer(answer.status, kept, answer.read())
    finally:
        connection.close()
