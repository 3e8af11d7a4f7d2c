"""Histories of chance and what Python derives from them, as JSON lines."""

from __future__ import annotations

import sys

import orjson

from pith.domain.dose import derive
from tests.domain.dose.histories import as_json
from tests.domain.dose.random_histories import histories

HISTORIES = 3_000

if __name__ == "__main__":
    for history in histories(HISTORIES, seed=14):
        row = {"given": as_json(history), "out": as_json(derive(history))}
        sys.stdout.buffer.write(orjson.dumps(row) + b"\n")
