"""The real server as an operator runs it: `pith web` (gunicorn) on a data folder of its own, a process to kill."""

from __future__ import annotations

import contextlib
import os
import random
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
PITH = Path(sys.executable).parent / "pith"
READY_S = 30
# A migrated database with nobody in it, as `pith db upgrade` left it.
_EMPTY: list[bytes] = []
PORTS = (15000, 32000)


class ServerDidNotStart(Exception):
    """The server's own last words."""


def free_port() -> int:
    """A port that nobody listens on right now, below those that the system gives to connections: else one of them could
    take it while a test's server is dead. Each process draws by itself, so that tests beside each other seldom meet."""
    while True:
        port = random.SystemRandom().randrange(*PORTS)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def clean_environment(data: Path, port: int, **more: str) -> dict[str, str]:
    """An environment with nothing of the developer's settings in it, so that no run touches her own data."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PITH_", "DATABASE_URL"))}
    return kept | {"PITH_DATA": str(data), "PITH_PORT": str(port), "PITH_DEMO": "no", **more}


def wait_for_port(port: int, within_s: float = READY_S) -> None:
    """Returns when somebody listens there."""
    ends = time.monotonic() + within_s
    while time.monotonic() < ends:
        with socket.socket() as probe:
            if not probe.connect_ex(("127.0.0.1", port)):
                return
        time.sleep(0.05)
    raise ServerDidNotStart(f"nobody listens on port {port}")


class Server:
    """One installation: a data folder and a port that stay the same through kills and new starts."""

    def __init__(self, data: Path, **settings: str) -> None:
        self.data = data
        self.port = free_port()
        self.origin = f"http://localhost:{self.port}"
        self.settings: Mapping[str, str] = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._has_tables = False
        self._log = data.parent / f"{data.name}.log"

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def start(self) -> Server:
        """Makes the tables at its first start, starts gunicorn, returns when it answers. Raises ServerDidNotStart."""
        env = clean_environment(self.data, self.port, **self.settings)
        if not self._has_tables and not (self.data / "pith.db").exists():
            self._make_tables(env)
        self._has_tables = True
        with self._log.open("ab") as log:
            # A session of its own: a kill reaches gunicorn's workers too, and nothing else.
            self._process = subprocess.Popen(
                [PITH, "web"], env=env, cwd=ROOT, stdout=log, stderr=log, start_new_session=True
            )
        self._wait_until_ready()
        return self

    def kill(self) -> None:
        """SIGKILL to the master and its workers, as a power cut or the out-of-memory killer would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """An orderly end."""
        self._end(signal.SIGTERM)

    def words(self) -> str:
        """What the server wrote to its log so far."""
        return self._log.read_text(errors="replace")

    def _make_tables(self, env: Mapping[str, str]) -> None:
        """By the command that an operator gives; from the second server on by a copy of what it made."""
        database = self.data / "pith.db"
        if _EMPTY and "DATABASE_URL" not in self.settings:
            self.data.mkdir(mode=0o700, parents=True, exist_ok=True)
            database.touch(0o600)
            database.write_bytes(_EMPTY[0])
            return
        done = subprocess.run([PITH, "db", "upgrade"], env=env, cwd=ROOT, capture_output=True, text=True)
        if done.returncode:
            raise ServerDidNotStart(done.stderr)
        if database.exists() and not database.with_name("pith.db-wal").exists():
            _EMPTY.append(database.read_bytes())

    def _end(self, number: signal.Signals) -> None:
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, number)
        try:
            self._process.wait(15)
        except subprocess.TimeoutExpired:
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(5)
        self._process = None
        self._wait_until_gone()

    def _wait_until_ready(self) -> None:
        assert self._process is not None
        ends = time.monotonic() + READY_S
        while time.monotonic() < ends:
            if self._process.poll() is not None:
                break
            with (
                contextlib.suppress(urllib.error.URLError, OSError),
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/healthz", timeout=5),
            ):
                return
            time.sleep(0.05)
        raise ServerDidNotStart(self.words()[-2000:])

    def _wait_until_gone(self) -> None:
        """The port must be refused before a test may call the server dead."""
        ends = time.monotonic() + 5
        while time.monotonic() < ends:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)):
                    return
            time.sleep(0.02)
        raise AssertionError("something still listens on the server's port")
