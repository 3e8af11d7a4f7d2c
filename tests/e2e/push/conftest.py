"""Every test here has a push service of its own, and a server that sends to it."""

from __future__ import annotations

from tests.e2e.push_server import server, service, therapist

__all__ = ["server", "service", "therapist"]
