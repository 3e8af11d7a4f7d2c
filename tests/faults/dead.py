"""What a killed worker had in hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import update

from pith.services.transaction import AnySession, write
from pith.store.deliveries import Delivery


def let_go(session: AnySession, pid: int) -> None:
    """Ends the leases of a worker that is dead: else each test would wait the seconds until they end by themselves
    (that they do: tests/services/test_delivering.py). What it was sending stays as it is."""
    claimed = Delivery.status == "claimed", Delivery.worker.like(f"%-{pid}-%")
    with write(session):
        over = datetime.now(UTC) - timedelta(seconds=1)
        session.execute(update(Delivery).where(*claimed).values(lease_until=over))
