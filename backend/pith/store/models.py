"""Every table, so that one import makes the metadata whole (migrations, tests)."""

from pith.store import (
    accounts,
    answers,
    calendar,
    catalogue,
    deliveries,
    mail,
    practice,
    programs,
    reminders,
    replies,
    screening,
    sync,
)
from pith.store.db import Base

__all__ = [
    "Base",
    "accounts",
    "answers",
    "calendar",
    "catalogue",
    "deliveries",
    "mail",
    "practice",
    "programs",
    "reminders",
    "replies",
    "screening",
    "sync",
]
