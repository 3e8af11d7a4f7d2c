"""What every test stands on: a real migrated database on either engine, a clock that the test moves, no network."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import create_engine

from pith.app import create_app
from pith.config import Settings, load_settings
from pith.store import schema
from pith.store.db import db, engine_options
from tests.cast import cast
from tests.postgres import PostgresServer

__all__ = ["cast"]

MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
BOTH_ENGINES = ("services", "store", "faults")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Services, store and faults run on both engines; the rest on SQLite."""
    if "engine_kind" in metafunc.fixturenames:
        both = any(part in BOTH_ENGINES for part in metafunc.definition.path.parts)
        metafunc.parametrize("engine_kind", ["sqlite", "postgresql"] if both else ["sqlite"], scope="session")


@pytest.fixture(autouse=True)
def network_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only this machine may be spoken to."""
    real = socket.socket.connect

    def connect(self: socket.socket, address: Any) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in (
            "127.0.0.1",
            "::1",
            "localhost",
        ):
            raise AssertionError(f"a test tried to reach {address}")
        real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)


class Browser(FlaskClient):
    """Gives each request a context of its own, as a server does: else who is signed in would leak to the next."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        with self.application.app_context():
            return super().open(*args, **kwargs)


class Clock:
    """A clock that stands until the test moves it."""

    def __init__(self, start: datetime = MONDAY) -> None:
        self.now = start

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> datetime:
        self.now += timedelta(**step)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One SQLite file, migrated once; tests copy it."""
    path = tmp_path_factory.mktemp("template") / "pith.db"
    engine = create_engine(f"sqlite:///{path}")
    schema.upgrade(engine)
    engine.dispose()
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of our own on a private port and socket, with a migrated template database."""
    server = PostgresServer.start()
    try:
        engine = create_engine(server.url("template_pith", create=True), **engine_options("postgresql"))
        schema.upgrade(engine)
        engine.dispose()
        yield server
    finally:
        server.stop()


@pytest.fixture
def database_url(engine_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh migrated database of its own for this test."""
    if engine_kind == "sqlite":
        template = request.getfixturevalue("migrated_sqlite")
        shutil.copy(template, tmp_path / "pith.db")
        yield f"sqlite:///{tmp_path / 'pith.db'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.copy("template_pith")
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    return load_settings({"PITH_DATA": str(tmp_path / "data"), "DATABASE_URL": database_url})


@pytest.fixture
def app(settings: Settings, clock: Clock) -> Iterator[Flask]:
    """The whole app inside an app context; its clock is the fake one."""
    app = create_app(settings)
    app.config.update(TESTING=True, PITH_CLOCK=clock, PROPAGATE_EXCEPTIONS=False)
    app.test_client_class = Browser
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def session(app: Flask) -> Any:
    return db.session


@pytest.fixture
def http(app: Flask) -> FlaskClient:
    """An anonymous browser on the same origin."""
    return app.test_client()
