"""A PostgreSQL server of the tests' own: private folder, port and socket; stopped by its own pid."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

SETTINGS = ("fsync=off", "full_page_writes=off", "autovacuum=off")
LARGEST = 4_000_000  # bytes of tables that are worth emptying

# What a template holds is kept in a schema beside its tables, so that a copy can be filled from there again.
KEEP = """
DROP SCHEMA IF EXISTS kept CASCADE;
CREATE SCHEMA kept;
DO $$ DECLARE one text; BEGIN
  FOR one IN SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace LOOP
    IF pg_relation_size(format('public.%I', one)::regclass) > 0 THEN
      EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', one, one);
    END IF;
  END LOOP;
END $$
"""
# Numbers that change with every change of the schema.
SHAPE = """
SELECT (SELECT max(oid) FROM pg_class), (SELECT count(*) FROM pg_class), (SELECT count(*) FROM pg_attribute),
  (SELECT count(*) FROM pg_constraint), (SELECT count(*) FROM pg_trigger), (SELECT max(oid) FROM pg_proc)
"""
USED = """
SELECT relname, pg_relation_size(oid), to_regclass(format('kept.%I', relname)) IS NOT NULL AS is_kept
FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
  AND (pg_relation_size(oid) > 0 OR to_regclass(format('kept.%I', relname)) IS NOT NULL)
"""
OTHERS = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> %s"


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
    shapes: dict[str, list[Any]] = field(default_factory=dict)
    free: dict[str, list[str]] = field(default_factory=dict)

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

    def as_template(self, database: str) -> None:
        """From now on this database is only copied."""
        if database in self.shapes:
            return
        with self._in(database) as one:
            one.execute(KEEP)
            self.shapes[database] = self._shape(one)
        self.free[database] = []

    def copy(self, template: str) -> str:
        """A database like this one; from a template it may be one that another test has given back."""
        if self.free.get(template):
            return self.free[template].pop()
        self.count += 1
        name = f"pith_{self.count}"
        self._admin(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def give_back(self, database: str, template: str) -> None:
        """Empties the tables and fills them again, which takes a fifth of the time of a new database. One whose tables
        are others now, or are large, goes."""
        if self._put_back(database, template):
            self.free[template].append(database)
        else:
            self._admin(f'DROP DATABASE "{database}" WITH (FORCE)')

    def _put_back(self, database: str, template: str) -> bool:
        with self._in(database) as one:
            one.execute(OTHERS, [one.info.backend_pid])
            used = one.execute(USED).fetchall()
            if sum(size for _, size, _ in used) > LARGEST or self._shape(one) != self.shapes[template]:
                return False
            tables = [f'public."{name}"' for name, *_ in used]
            emptied = "; ".join(f"DELETE FROM {table}" for table in tables)
            one.execute(f"SET session_replication_role = replica; {emptied}".encode())  # in whatever order
            # Without what is dead, rows come back in the order in which they went in, as in a new table.
            one.execute(f"VACUUM {', '.join(tables)}".encode())
            kept = [f'INSERT INTO public."{name}" TABLE kept."{name}"' for name, _, is_kept in used if is_kept]
            one.execute("; ".join(kept).encode())
        return True

    def _shape(self, one: psycopg.Connection[Any]) -> list[Any]:
        return one.execute(SHAPE).fetchall()

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
        with self._in("postgres") as one:
            one.execute(statement.encode())

    def _in(self, database: str) -> psycopg.Connection[Any]:
        return psycopg.connect(host="127.0.0.1", port=self.port, user="pith", dbname=database, autocommit=True)


def _pause() -> None:
    import time

    time.sleep(0.05)
