"""Whose turn it is to write to SQLite: one queue for all threads and processes.

SQLite lets one writer in and makes the others poll with growing pauses, so that with a few writers the disk stands
idle while all of them sleep. A lock of the kernel wakes the next one at once, and ends with its process. It is only a
queue: should somebody write without it (another program), SQLite's own lock and busy timeout still hold.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def my_turn(database: str) -> Iterator[None]:
    """Holds off every other writer of this SQLite file that asks here, until the end of the block."""
    handle = os.open(f"{database}.turn", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
