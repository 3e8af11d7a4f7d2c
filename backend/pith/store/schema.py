"""The schema's history: numbered migrations that run inside the app, on both engines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Engine, inspect, text

from pith.store.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

# Alembic is imported where it is needed: a usual start finds nothing to do, and should not pay for it.
MIGRATIONS = Path(__file__).parent / "migrations"
_TABLE = "alembic_version"


class SchemaTooNew(Exception):
    """The database was written by a newer Pith. Starting an older one on it could lose what it does not know."""


class SchemaTooOld(Exception):
    """The database has to be upgraded before this Pith can serve it."""


def upgrade(engine: Engine) -> None:
    """Brings the schema to the newest version. Raises SchemaTooNew."""
    refuse_newer(engine)
    if current(engine) == head():
        return
    from alembic import command

    with engine.connect() as connection:
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
        connection.commit()


def current(engine: Engine) -> str | None:
    """The version that the database stands at; None when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table(_TABLE):
            return None
        found = connection.execute(text(f"SELECT version_num FROM {_TABLE}")).scalar_one_or_none()
        return None if found is None else str(found)


def head() -> str:
    """The newest version that this code knows."""
    return max(_known())


def refuse_newer(engine: Engine) -> None:
    found = current(engine)
    if found is not None:
        refuse_unknown(found)


def refuse_unknown(found: str) -> None:
    """Raises SchemaTooNew for a version that this code does not know."""
    if found not in _known():
        raise SchemaTooNew(f"the database is at version {found}, which this Pith does not know: install the newer one")


def require_head(engine: Engine) -> None:
    """Raises SchemaTooNew or SchemaTooOld unless the database is what this code was written for."""
    refuse_newer(engine)
    found = current(engine)
    if found != head():
        raise SchemaTooOld(f"the database is at version {found or 'none'}, this Pith needs {head()}: pith db upgrade")


def _known() -> set[str]:
    """Migrations are numbered without a gap, each by the number in its file's name (tests/house)."""
    return {path.name[:4] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}


def differences(engine: Engine) -> list[object]:
    """What the models have that the migrated database lacks, and the reverse; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with engine.connect() as connection:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return config
