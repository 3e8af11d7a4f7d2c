"""The soak runs on the real clock: its server is a process of its own."""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from tests.conftest import Clock

SECONDS = "PITH_FAULT_SECONDS"


@pytest.fixture
def clock() -> Clock:
    return Clock(datetime.now(UTC))


@pytest.fixture
def seconds() -> float:
    """How long to harm: 20 s, or what `make faults MINUTES=n` asks for."""
    return float(os.environ.get(SECONDS, "20"))
