"""Who works on this data folder: servers and workers share it, a restore needs it alone.

A file lock of the kernel: it ends with the process, however that ends, and children of a fork keep it.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = "pith.lock"


class InUse(Exception):
    """The folder is used in a way that does not go together with what was asked. The message says what to do."""


def share(data: Path) -> int:
    """Marks this process as working on the folder until it ends; returns the lock's handle. Raises InUse."""
    handle = _open(data)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise InUse("a restore is under way; start again when it is done") from error
    return handle


@contextmanager
def alone(data: Path) -> Iterator[None]:
    """Holds the folder for one process. Raises InUse while a server or worker runs on it."""
    handle = _open(data)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(handle)
        raise InUse("a server or worker is running on this data; stop it first") from error
    try:
        yield
    finally:
        os.close(handle)


def _open(data: Path) -> int:
    return os.open(data / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
