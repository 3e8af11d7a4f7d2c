"""What a fault may say in the log: of what kind it is and where it happened, never with which values.

A database names the row that it refuses (PostgreSQL's DETAIL: e-mail, name, note), a parser the text that it could not
read. An operator's log file is no place for either.
"""

from __future__ import annotations

import logging
import traceback


class Discreet(logging.Filter):
    """Keeps every record, and writes its exception as `described` does."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            record.exc_text = described(error)
        return True


def described(error: BaseException) -> str:
    """The kinds of an exception and of what led to it, first cause first, each with its lines of code."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    before = f"{described(earlier)}\n\n" if earlier is not None else ""
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return f"{before}{frames}\n{_kind(error)}"


def _kind(error: BaseException) -> str:
    """`psycopg.errors.UniqueViolation 23505`: PostgreSQL's class says what its message would, without the row."""
    state = getattr(error, "sqlstate", None)
    return f"{type(error).__module__}.{type(error).__qualname__}" + (f" {state}" if state else "")
