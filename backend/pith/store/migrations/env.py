"""Alembic's entry: runs on the connection that store/schema.py hands over."""

from typing import Any, Literal

from alembic import context

from pith.store.db import UtcDateTime
from pith.store.models import Base


def render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Migrations name plain types, so that an old one never depends on today's code."""
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata, render_as_batch=True, render_item=render)
with context.begin_transaction():
    context.run_migrations()
