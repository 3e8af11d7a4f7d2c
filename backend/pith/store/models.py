"""Every table, so that one import makes the metadata whole (migrations, tests)."""

from pith.store import (
    accounts,
    answers,
    calendar,
    catalogue,
    deliveries,
    dose,
    inbox,
    mail,
    practice,
    programs,
    reminders,
    replies,
    screening,
    sync,
    visits,
)
from pith.store.db import Base

__all__ = [
    "Base",
    "accounts",
    "answers",
    "calendar",
    "catalogue",
    "deliveries",
    "dose",
    "inbox",
    "mail",
    "practice",
    "programs",
    "reminders",
    "replies",
    "screening",
    "sync",
    "visits",
]
