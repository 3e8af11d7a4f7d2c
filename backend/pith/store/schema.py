"""The schema's history: numbered migrations that run inside the app, on both engines."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from pith.store.models import Base

MIGRATIONS = Path(__file__).parent / "migrations"


class SchemaTooNew(Exception):
    """The database was written by a newer Pith. Starting an older one on it could lose what it does not know."""


def upgrade(engine: Engine) -> None:
    """Brings the schema to the newest version. Raises SchemaTooNew."""
    refuse_newer(engine)
    with engine.connect() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def current(engine: Engine) -> str | None:
    """The version that the database stands at; None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def head() -> str | None:
    """The newest version that this code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head()


def refuse_newer(engine: Engine) -> None:
    found = current(engine)
    if found is not None:
        refuse_unknown(found)


def refuse_unknown(found: str) -> None:
    """Raises SchemaTooNew for a version that this code does not know."""
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if found not in known:
        raise SchemaTooNew(f"the database is at version {found}, which this Pith does not know: install the newer one")


def differences(engine: Engine) -> list[object]:
    """What the models have that the migrated database lacks, and the reverse; empty when they agree."""
    with engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
