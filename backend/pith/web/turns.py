"""Phones take turns within a process: threads are for waiting, not for working.

A thread that works under the database's write lock must get Python's own lock back after each statement; with other
threads at work in the same process it waits for them each time, and every writer behind it waits along
(docs/performance.md). So a slow phone's body is read first, by as many threads as there are, and only then one
request after the other is worked on; a push gives its turn up while it waits for the database
(services/together.py). Other doors (a sign-in hashes for 0.2 s) run beside, as ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from pith.services.together import Turn
from pith.web.contract import MAX_BODY

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

PREFIX = "/api/v1/sync"


class OneAtATime:
    """WSGI middleware for SQLite; PostgreSQL has writers of its own that wait without holding Python up."""

    def __init__(self, app: WSGIApplication) -> None:
        self._app = app
        self._turn = Turn()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if not environ.get("PATH_INFO", "").startswith(PREFIX):
            return self._app(environ, start_response)
        _take_in(environ)
        with self._turn.taken():
            return self._app(environ, start_response)


def _take_in(environ: WSGIEnvironment) -> None:
    """Waits for the whole body, as far as any door takes it; what is longer is refused by its length alone."""
    said = environ.get("CONTENT_LENGTH") or ""
    if said.isdigit() and int(said) > MAX_BODY:
        return
    if said.isdigit() or environ.get("wsgi.input_terminated"):
        environ["wsgi.input"] = BytesIO(environ["wsgi.input"].read(int(said) if said.isdigit() else MAX_BODY + 1))
