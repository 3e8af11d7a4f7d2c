"""`make bench-push`: what a reminder costs from the ledger to the push service and back, against the crypto floor and
the usual library in the same run; and how fast due reminders are claimed. Last line: one JSON object.

Processor time of this process is counted. It runs on one core and the sink on the other, so neither the sink nor
waiting for it is measured; floor, worker and library take turns, so that a busy minute of the machine meets each.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from sqlalchemy import text

from pith.cli import serving
from pith.services import due
from pith.services.delivering import CLAIMED
from pith.services.transaction import write
from pith.store.db import db
from tests.bench.push_world import Floor, Usual, cpu_of, installation, lines_of, ours
from tests.crowd import crowd
from tests.fakes.push_sink import push_sink

USUAL = 20  # messages of the usual library each round, which is slow
DUE = 10_000
STORED = (100_000, 1_000_000)
AT = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
# What a release must not ship beyond; the goals stand in docs/performance.md.
LIMITS = {"times_crypto_floor": 6.0, "claim_growth_10x_cpu": 1.5}
LEAST = {"times_faster_than_pywebpush": 8.0, "claim_per_s": 1_000}


def sending(folder: Path, rounds: int) -> dict[str, float]:
    """Microseconds of processor a message, as medians of the rounds."""
    found: dict[str, list[float]] = {"floor": [], "row to status": [], "whole": [], "usual": []}
    with installation(folder / "data") as app, push_sink(folder, core=max(os.sched_getaffinity(0))) as sink:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
        worker = ours(app, sink, (rounds + 1) * CLAIMED)
        floor, usual = Floor(), Usual(worker.people, sink)
        worker.enter()
        worker.deliver()  # connections and caches
        serving.spare_the_collector()  # as the worker does
        rows = worker.rows_at_hand(lines_of(worker.people))
        usual.times(3)
        for number in range(1, rounds + 1):
            told = {
                "floor": cpu_of(lambda: floor.times(CLAIMED)) / CLAIMED,
                "whole": cpu_of(worker.deliver) / CLAIMED,
                "row to status": cpu_of(lambda part=rows[number * CLAIMED :][:CLAIMED]: worker.row_to_status(part))
                / CLAIMED,
                "usual": cpu_of(lambda: usual.times(USUAL)) / USUAL,
            }
            for name, seconds in told.items():
                found[name].append(seconds * 1e6)
            print(f"round {number}: " + ", ".join(f"{name} {values[-1]:.0f}" for name, values in found.items()) + " us")
        received = sink.counts()
        worker.close()
    twice = sum(times > 2 for path, times in received.items() if path.startswith("/push/"))
    assert twice == 0 and len(received) >= (rounds + 1) * CLAIMED, "not every message arrived, or one did too often"
    return {name: median(values) for name, values in found.items()}


def claiming(folder: Path, rounds: int, alike: bool) -> list[tuple[float, float]]:
    """Seconds in which the same number of due reminders is entered into the ledger, with few stored and with many: by
    the clock, which the disk is in, and of processor. Both take turns, so that a busy minute meets each."""
    found: dict[int, list[tuple[float, float]]] = {stored: [] for stored in STORED}
    with ExitStack() as stack:
        apps = {stored: stack.enter_context(installation(folder / str(stored))) for stored in STORED}
        for stored, app in apps.items():
            with app.app_context():
                _furnish(stored, alike)
                _claimed()  # connections and caches
        for _ in range(rounds):
            for stored, app in apps.items():
                with app.app_context():
                    found[stored].append(_claimed())
    for stored, times in found.items():
        print(f"{stored} stored: {DUE} due claimed in " + ", ".join(f"{one:.2f} ({cpu:.2f})" for one, cpu in times))
    return [(median(one for one, _ in times), median(cpu for _, cpu in times)) for times in found.values()]


def _claimed() -> tuple[float, float]:
    began, used = time.perf_counter(), time.process_time()
    number = sum(iter(lambda: due.claim(db.session, AT + timedelta(minutes=1)), 0))
    taken = time.perf_counter() - began, time.process_time() - used
    assert number == DUE
    _due_again()
    return taken


def _furnish(stored: int, alike: bool) -> None:
    """Fills the tables without waiting for the disk, which then is as it always is."""
    db.session.remove()
    _of_sqlite("PRAGMA synchronous=OFF")  # the pool gives the newest connection first
    crowd(db.session, stored, DUE, AT, alike)
    db.session.remove()
    db.engine.dispose()  # new connections write as they do in earnest


def _due_again() -> None:
    """Everybody who was claimed is due once more, the ledger knows nothing of it, and all of that is in the tables."""
    with write(db.session):
        db.session.execute(
            text(
                "UPDATE reminder SET next_due_at = :at, next_date = :day"
                " WHERE client_id IN (SELECT client_id FROM delivery)"
            ),
            {"at": AT.strftime("%Y-%m-%d %H:%M:%S.%f"), "day": AT.date().isoformat()},
        )
        db.session.execute(text("DELETE FROM delivery"))
    db.session.remove()
    _of_sqlite("PRAGMA wal_checkpoint(TRUNCATE)")


def _of_sqlite(words: str) -> None:
    raw = db.engine.raw_connection()
    raw.driver_connection.execute(words).fetchall()
    raw.close()


def beyond_limits(result: dict[str, float]) -> list[str]:
    found = [f"{name} {result[name]} > {limit}" for name, limit in LIMITS.items() if result[name] > limit]
    return found + [f"{name} {result[name]} < {least}" for name, least in LEAST.items() if result[name] < least]


def main() -> int:
    asked = argparse.ArgumentParser(prog="python -m tests.bench.push", description=__doc__)
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--no-claims", action="store_true", help="leave out the tables of a million")
    asked.add_argument("--alike", action="store_true", help="everybody stored is reminded at one and the same minute")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="pith-bench-") as name:
        folder = Path(name)
        costs = sending(folder, options.rounds)
        result = {
            "times_crypto_floor": round(costs["row to status"] / costs["floor"], 2),
            "times_crypto_floor_with_ledger": round(costs["whole"] / costs["floor"], 2),
            "times_faster_than_pywebpush": round(costs["usual"] / costs["row to status"], 1),
            "times_faster_than_pywebpush_with_ledger": round(costs["usual"] / costs["whole"], 1),
            "message_us": round(costs["row to status"]),
            "message_with_ledger_us": round(costs["whole"]),
            "floor_us": round(costs["floor"]),
        }
        if not options.no_claims:
            (few, few_cpu), (many, many_cpu) = claiming(folder, 5, options.alike)
            result |= {
                "claim_per_s": round(DUE / many),
                "claim_growth_10x": round(many / few, 2),
                "claim_growth_10x_cpu": round(many_cpu / few_cpu, 2),
            }
    far = [] if options.no_claims else beyond_limits(result)
    if far:
        print("beyond the limits: " + ", ".join(far), file=sys.stderr)
    print(json.dumps(result))
    return 1 if far else 0


if __name__ == "__main__":
    sys.exit(main())
