"""What every test stands on: a real migrated database on either engine, a clock that the test moves, no network."""

from __future__ import annotations

import gc
import shutil
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Dialect, Engine, create_engine, event
from werkzeug.routing import Rule

from pith.app import add_web, create_core
from pith.config import Settings, load_settings
from pith.store import schema
from pith.store.db import db
from tests.cast import Cast, everybody
from tests.demo_world import build_demo
from tests.postgres import PostgresServer

SERVING = threading.Lock()
MONDAY = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
BOTH_ENGINES = ("services", "store", "faults")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Services, store and faults run on both engines; the rest on SQLite."""
    if "engine_kind" in metafunc.fixturenames:
        both = any(part in BOTH_ENGINES for part in metafunc.definition.path.parts)
        metafunc.parametrize("engine_kind", ["sqlite", "postgresql"] if both else ["sqlite"], scope="session")


def pytest_collection_finish() -> None:
    """Thousands of tests are here to stay: the collector need not look at them again and again."""
    gc.collect()
    gc.freeze()


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


def _compiled_when_built(rule: Rule, append_unknown: bool = True) -> Callable[..., tuple[str, str]]:
    """Werkzeug compiles for each route what would build its address. Nobody builds one here, and half of what a served
    app costs a test would go into that."""
    made: list[Any] = []

    def build(bound: Rule, *values: Any, **named: Any) -> tuple[str, str]:
        if not made:
            made.append(_compile(rule, append_unknown))
        address: tuple[str, str] = made[0](bound, *values, **named)
        return address

    return build


_compile = Rule._compile_builder
Rule._compile_builder = _compiled_when_built  # type: ignore[method-assign]


class Browser(FlaskClient):
    """Gives each request a context of its own, as a server does: else who is signed in would leak to the next."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        serve(self.application)

    def open(self, *args: Any, **kwargs: Any) -> Any:
        with self.application.app_context():
            return super().open(*args, **kwargs)


def serve(app: Flask) -> None:
    """What HTTP needs, which takes longer than many a test: only for a test that has a browser or looks at routes."""
    with SERVING:  # phones of a test may wake at the same moment
        if not app.view_functions:
            add_web(app)


# The dialect of each engine, which keys the statements that were compiled for it.
_DIALECTS: dict[str, Dialect] = {}
_COMPILED: dict[Any, Any] = {}


def _spare(engine: Engine) -> None:
    """An engine of its own for each test would compile every statement anew, a quarter of the time of most tests; and
    SQLite would wait for the disk at each commit (case 42 of sync asks what a served app does)."""
    engine.dialect = _DIALECTS[engine.name]
    engine.update_execution_options(compiled_cache=_COMPILED)
    if engine.name == "sqlite":
        event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA synchronous=OFF"))


def _migrate(url: str) -> None:
    engine = create_engine(url)
    schema.upgrade(engine)
    engine.dispose()
    _DIALECTS[engine.name] = engine.dialect


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
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL of our own on a private port and socket, with a migrated template database."""
    server = PostgresServer.start()
    try:
        _migrate(server.url("template_pith", create=True))
        server.as_template("template_pith")
        yield server
    finally:
        server.stop()


@dataclass(frozen=True)
class Template:
    """A database to copy: a file, or a name in the PostgreSQL server; who is in it, and the secrets that fit."""

    database: str
    people: Cast | None = None
    data: Path | None = None


# What a test may ask to find in its database: everybody, or the demo.
FILLINGS: Mapping[str, Callable[[Flask, Any, Settings, Clock], Cast | None]] = {
    "cast": everybody,
    "demo_practice": build_demo,
}


class Templates:
    """Databases with somebody in them, by what they hold, engine, and the time at which it came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, str, datetime], Template] = {}

    def filled(self, what: str, kind: str, clock: Clock, copied: Callable[[Path], tuple[str, str]]) -> Template:
        """`copied` copies the plain database beside a path: what it is called then, and its URL."""
        key = (what, kind, clock())
        if key not in self._made:
            folder = self._folder / str(len(self._made))
            folder.mkdir()
            database, url = copied(folder)
            settings = load_settings({"PITH_DATA": str(folder / "data"), "DATABASE_URL": url})
            app = create_core(settings)
            with app.app_context():
                _spare(db.engine)
                people = FILLINGS[what](app, db.session, settings, clock)
                db.session.remove()
                db.engine.dispose()
            self._made[key] = Template(database, people, folder / "data")
        return self._made[key]


@pytest.fixture(scope="session")
def templates(tmp_path_factory: pytest.TempPathFactory) -> Templates:
    return Templates(tmp_path_factory.mktemp("peopled"))


@pytest.fixture
def template(engine_kind: str, clock: Clock, templates: Templates, request: pytest.FixtureRequest) -> Template:
    """What this test's database is copied from: filled where the test asks for it."""
    what = next((name for name in FILLINGS if name in request.fixturenames), None)
    if engine_kind == "sqlite":
        plain: Path = request.getfixturevalue("migrated_sqlite")
        if what is None:
            return Template(str(plain))
        return templates.filled(what, engine_kind, clock, lambda folder: _copied_file(plain, folder))
    server: PostgresServer = request.getfixturevalue("postgres")
    if what is None:
        return Template("template_pith")
    filled = templates.filled(what, engine_kind, clock, lambda _: _copied_in(server, "template_pith"))
    server.as_template(filled.database)
    return filled


def _copied_file(template: Path | str, folder: Path) -> tuple[str, str]:
    path = folder / "pith.db"
    shutil.copy(template, path)
    return str(path), f"sqlite:///{path}"


def _copied_in(server: PostgresServer, template: str) -> tuple[str, str]:
    name = server.copy(template)
    return name, server.url(name)


@pytest.fixture
def database_url(engine_kind: str, template: Template, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """A fresh migrated database of its own for this test."""
    if engine_kind == "sqlite":
        yield _copied_file(template.database, tmp_path)[1]
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name, url = _copied_in(server, template.database)
    yield url
    server.give_back(name, template.database)


@pytest.fixture
def settings(database_url: str, template: Template, tmp_path: Path) -> Settings:
    if template.data:
        shutil.copytree(template.data, tmp_path / "data")
    # Only the worker would speak to this mail server.
    mail = {"PITH_SMTP_URL": "smtp://127.0.0.1:9", "PITH_MAIL_FROM": "Pith <reminders@pith.example>"}
    return load_settings({"PITH_DATA": str(tmp_path / "data"), "DATABASE_URL": database_url, **mail})


@pytest.fixture
def app(settings: Settings, clock: Clock, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The whole app inside an app context; its clock is the fake one."""
    app = create_core(settings)
    app.config.update(TESTING=True, PITH_CLOCK=clock, PROPAGATE_EXCEPTIONS=False)
    app.test_client_class = Browser
    if not any(part in BOTH_ENGINES for part in request.path.parts):
        serve(app)
    with app.app_context():
        _spare(db.engine)
        yield app
        db.session.remove()
        db.engine.dispose()


@pytest.fixture
def cast(app: Flask, template: Template) -> Cast:
    """Everybody, with working cookies."""
    assert template.people is not None
    return template.people.at(app)


@pytest.fixture
def demo_practice(app: Flask) -> None:
    """The demo is in this test's database, built at the time that clocks show at first."""


@pytest.fixture
def session(app: Flask) -> Any:
    return db.session


@pytest.fixture
def http(app: Flask) -> FlaskClient:
    """An anonymous browser on the same origin."""
    return app.test_client()
