"""What the log says of a fault, and what callers are told when the database is gone."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from pith.app import create_app
from pith.config import load_settings
from pith.domain.errors import Unavailable
from pith.services import upkeep, worker
from pith.services.delivering import Line, Settled
from pith.services.transaction import AnySession, read, write
from pith.store.db import db
from tests.cast import Cast
from tests.postgres import free_port

log = logging.getLogger("pith")


def test_a_refused_row_is_not_in_the_log(cast: Cast, session: AnySession, caplog: pytest.LogCaptureFixture) -> None:
    twice = text(
        "INSERT INTO therapist (practice_id, id, email, name, password_hash, role, created_at)"
        " SELECT practice_id, 'another', email, 'Secret Sciatica', '', role, created_at FROM therapist"
    )
    try:
        with write(session):
            session.execute(twice)
    except Exception:
        log.exception("it went wrong")
    assert "IntegrityError" in caplog.text
    assert "test_faults.py" in caplog.text
    assert "Secret Sciatica" not in caplog.text
    assert "owner@a.example" not in caplog.text


def test_the_first_cause_is_named_too(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    try:
        try:
            int("her own words")
        except ValueError as error:
            raise LookupError("her name") from error
    except LookupError:
        log.exception("it went wrong")
    assert caplog.text.index("ValueError") < caplog.text.index("LookupError")
    assert "her own words" not in caplog.text.replace('int("her own words")', "")
    assert "LookupError: her name" not in caplog.text


@pytest.fixture
def nowhere(tmp_path: Path) -> Flask:
    """An app whose database cannot be reached."""
    url = f"postgresql://pith@127.0.0.1:{free_port()}/pith"
    return create_app(load_settings({"PITH_DATA": str(tmp_path / "data"), "DATABASE_URL": url}))


@pytest.mark.parametrize("path", ["/healthz", "/api/v1/me"])
def test_a_database_that_cannot_be_reached_is_a_503(nowhere: Flask, path: str) -> None:
    browser = nowhere.test_client()
    browser.set_cookie("pith-sid", "some token")
    answer = browser.get(path)
    assert (answer.status_code, answer.json["code"]) == (503, "unavailable")
    assert answer.headers["Retry-After"] == "5"


@pytest.mark.parametrize("transaction", [read, write])
def test_a_use_case_is_told_that_the_database_cannot_be_reached(nowhere: Flask, transaction: object) -> None:
    with nowhere.app_context(), pytest.raises(Unavailable), transaction(db.session):  # type: ignore[operator]
        db.session.execute(text("SELECT 1"))


class Nowhere:
    """A way out that nothing comes to."""

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        raise AssertionError(f"{len(lines)} lines came out of a database that is away")


def test_the_worker_outlives_a_database_that_is_away(nowhere: Flask) -> None:
    with nowhere.app_context():
        worker.run(
            db.session, lambda: datetime.now(UTC), "worker", upkeep.House(b"k" * 32, "worker"), Nowhere(), once=True
        )
