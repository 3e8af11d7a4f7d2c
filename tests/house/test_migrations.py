"""Migrations and models tell the same story, and an older Pith refuses a newer database."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import create_engine, text

from pith.store import schema


def test_migrations_build_exactly_what_the_models_say(database_url: str) -> None:
    engine = create_engine(database_url)
    assert schema.differences(engine) == []
    engine.dispose()


def test_migrations_are_numbered_without_a_gap() -> None:
    names = sorted(path.name for path in (schema.MIGRATIONS / "versions").glob("*.py"))
    assert [int(re.match(r"\d{4}", name).group()) for name in names] == list(range(1, len(names) + 1))  # type: ignore[union-attr]


def test_a_migration_carries_the_number_of_its_file() -> None:
    for path in (schema.MIGRATIONS / "versions").glob("*.py"):
        assert f'revision = "{path.name[:4]}"' in path.read_text().replace("'", '"')


def test_a_database_from_a_newer_pith_is_refused(database_url: str) -> None:
    engine = create_engine(database_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(schema.SchemaTooNew, match="9999"):
        schema.upgrade(engine)
    engine.dispose()
