"""What the twelve journeys need: a server that can remind, and a watch."""

from __future__ import annotations

import pytest

from tests.e2e.push_server import server, service, therapist
from tests.e2e.stopwatch import Stopwatch

__all__ = ["server", "service", "stopwatch", "therapist"]


@pytest.fixture
def stopwatch(record_property: pytest.FixtureRequest) -> Stopwatch:
    return Stopwatch(record_property)  # type: ignore[arg-type]
