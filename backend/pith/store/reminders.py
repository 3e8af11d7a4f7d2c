"""Tables of reminders: the worker's sign of life."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.db import Base, UtcDateTime


class WorkerBeat(Base):
    """When a background worker last finished a round; `/healthz` shows the newest."""

    __tablename__ = "worker_beat"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
