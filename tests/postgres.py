"""A PostgreSQL server of the tests' own: private folder, port and socket; stopped by its own pid."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

SETTINGS = ("fsync=off", "full_page_writes=off", "autovacuum=off")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _binaries() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    local = shutil.which("initdb")
    if not found and not local:
        raise RuntimeError("PostgreSQL is missing for the tests: apt-get install postgresql")
    return (found[-1] if found else Path(str(local))).parent


@dataclass
class PostgresServer:
    folder: Path
    port: int
    process: subprocess.Popen[bytes]
    count: int = field(default=0)

    @classmethod
    def start(cls) -> PostgresServer:
        """Starts a fresh cluster. As root it runs as the `postgres` user, for PostgreSQL refuses root."""
        folder = Path(tempfile.mkdtemp(prefix="pith-pg-"))
        user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if user:
            shutil.chown(folder, "postgres")
        binaries, port = _binaries(), free_port()
        initdb = [
            str(binaries / "initdb"),
            "-D",
            str(folder / "data"),
            "-A",
            "trust",
            "-U",
            "pith",
            "-N",
            "-E",
            "UTF8",
        ]
        subprocess.run([*user, *initdb], check=True, stdout=subprocess.DEVNULL, cwd=folder)
        options = [
            "-D",
            str(folder / "data"),
            "-k",
            str(folder),
            "-p",
            str(port),
            "-h",
            "127.0.0.1",
            # Nothing here has to outlive the tests.
            *(part for setting in SETTINGS for part in ("-c", setting)),
        ]
        process = subprocess.Popen(
            [*user, str(binaries / "postgres"), *options],
            cwd=folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        server = cls(folder, port, process)
        server._wait()
        return server

    def url(self, database: str, create: bool = False) -> str:
        if create:
            self._admin(f'CREATE DATABASE "{database}"')
        return f"postgresql+psycopg://pith@127.0.0.1:{self.port}/{database}"

    def copy(self, template: str) -> str:
        self.count += 1
        name = f"pith_{self.count}"
        self._admin(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def drop(self, database: str) -> None:
        self._admin(f'DROP DATABASE "{database}" WITH (FORCE)')

    def stop(self) -> None:
        pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
        os.kill(pid, 2)
        self.process.wait(20)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        for _ in range(200):
            try:
                self._admin("SELECT 1")
                return
            except psycopg.OperationalError:
                if self.process.poll() is not None:
                    break
                self.process.poll()
                _pause()
        raise RuntimeError("PostgreSQL did not start")

    def _admin(self, statement: str) -> None:
        with psycopg.connect(host="127.0.0.1", port=self.port, user="pith", dbname="postgres", autocommit=True) as one:
            one.execute(statement.encode())


def _pause() -> None:
    import time

    time.sleep(0.05)
