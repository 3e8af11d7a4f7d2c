"""Tables of screening: who says that this person may practise, and when."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKeyConstraint, Text
from sqlalchemy.orm import Mapped, mapped_column

from pith.store.accounts import Id
from pith.store.db import Base, UtcDateTime


class Clearance(Base):
    """The therapist's record that she screened the client herself. Ended, never deleted."""

    __tablename__ = "clearance"
    practice_id: Mapped[str] = mapped_column(Id, primary_key=True)
    client_id: Mapped[str] = mapped_column(Id, primary_key=True)
    id: Mapped[str] = mapped_column(Id, primary_key=True)
    by_id: Mapped[str] = mapped_column(Id)
    by_name: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    __table_args__ = (
        ForeignKeyConstraint(["practice_id", "client_id"], ["client.practice_id", "client.id"], ondelete="CASCADE"),
    )
