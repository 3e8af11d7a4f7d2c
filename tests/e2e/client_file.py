"""`python -m tests.e2e.client_file` writes one client's file into the empty database that the environment names: the
weeks of the contract table, and on demand all that makes a file long. It prints her id."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from datetime import datetime
from typing import Any

from pith.app import create_core
from pith.config import load_settings
from tests.e2e.client_weeks import LONG_AGO, ROOT, TABLE, ZONE, Weeks, log_id, play, session_log, stamped
from tests.e2e.server import PITH, Server, clean_environment

MORE = ("jaw-hold", "upper-back-two-balls", "neck-back-fingertip-hold")
LONG = "Kept it calm after a long week at the desk; the sole asked for more time, the jaw for less; sleep was short. "


def furnish(server: Server, *options: str) -> str:
    """Fills the installation before it is started; returns the client's id. The therapist is `tests.e2e.api`'s."""
    env = clean_environment(server.data, server.port)
    subprocess.run([PITH, "db", "upgrade"], env=env, cwd=ROOT, check=True, capture_output=True)
    command = [sys.executable, "-m", "tests.e2e.client_file", *options]
    told = subprocess.run(command, env=env, cwd=ROOT, check=True, capture_output=True, text=True)
    return told.stdout.split()[-1]


def lengthen(weeks: Weeks, days: int) -> None:
    """As long a file as there may be: practice on `days` days before the fixture, visits, notes, long words."""
    first = TABLE["versions"][0]["items"]
    weeks.save(-LONG_AGO, "09:00:00", first, LONG.strip())
    waiting: list[dict[str, Any]] = []
    for day in range(-days - 25, -25):
        one = {
            "name": f"long {day}",
            "day": day,
            "time": "06:00:00",
            "pain": [5 + day % 4, 4 + day % 3],
            "done": [60, 60, 60],
            "softening": [{"start": 6, "end": 3 + day % 3}, None, None],
        }
        logs = [session_log(weeks, one)]
        if day % 5 == 0:
            marks = [
                {"region": "foot_sole", "side": "left", "strength": 3 + day % 4},
                {"region": "lower_back", "side": "middle", "strength": 2 + day % 3},
                {"region": "knee", "side": "right", "strength": 4},
            ]
            at = weeks.at(day, "07:00:00")
            logs.append(stamped({"id": log_id(f"long body {day}"), "kind": "body", "marks": marks}, at))
        waiting += logs
        if day % 14 == 0:
            weeks.visit(day, 50, LONG.strip())
    # All at once, as after a long journey: what each batch is settled for is not what this is about.
    weeks.tell(weeks.at(-25, "08:00:00"), waiting)


def end_full(weeks: Weeks) -> None:
    """What is said and written after the fixture's own weeks."""
    for day in (-12, -9, -7, -5, -3):
        at = weeks.at(day, "09:00:00")
        note = {"id": log_id(f"note {day}"), "kind": "note", "text": LONG * 3, "private": False}
        weeks.tell(at, [stamped(note, at)])
    items = TABLE["versions"][1]["items"]
    more = [{"technique_id": name, "level": 1, "note": LONG[:100]} for name in MORE]
    for day in range(-12, -1):
        weeks.tell(weeks.at(day, "19:00:00"), [_evening(weeks, day)])
    both_views = [{"region": region, "side": "left", "strength": 5} for region in ("knee", "shoulder_back", "calf")]
    for day in (-26, -19, -12, -5):
        at = weeks.at(day, "20:00:00")
        weeks.tell(at, [stamped({"id": log_id(f"views {day}"), "kind": "body", "marks": both_views}, at)])
    for day, low in ((-28, 7), (-1, 4)):
        at = weeks.at(day, "20:30:00")
        told = {
            "pain_avg": {"avg": low},
            "psfs": {"Climb the stairs": 11 - low, "Sleep": 10 - low},
            "groc": {"change": 2},
        }
        logs = [
            {"id": log_id(f"{name} {day}"), "kind": "measure", "measure_id": name, "values": values}
            for name, values in told.items()
        ]
        weeks.tell(at, [stamped(log, at) for log in logs])
    for day in (-6, -4, -2):
        weeks.save(day, "15:00:00", [*items, *more] if day == -2 else items[:2] if day == -4 else items, LONG * 2)


def _evening(weeks: Weeks, day: int) -> dict[str, Any]:
    """A second practice of the day, with the techniques that came last."""
    one = {"name": f"evening {day}", "day": day, "time": "17:30:00", "pain": [5, 4], "done": [0, 0, 0]}
    log = session_log(weeks, one)
    log["items"] = [
        {**log["items"][2], "key": name, "technique_id": name, "done_s": 60, "outcome": "done", "skip_reason": None}
        for name in MORE
    ]
    return log


def main() -> int:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--full", action="store_true")
    reader.add_argument("--days", type=int, default=0, help="how many days of practice before the fixture")
    asked = reader.parse_args()
    settings = load_settings(os.environ)
    app = create_core(settings)
    with app.app_context():
        weeks = Weeks(settings, app.extensions["pith_content"], datetime.now(ZONE).date())
        if asked.days:
            lengthen(weeks, asked.days)
        play(weeks)
        if asked.full:
            end_full(weeks)
        print(weeks.client_id)
    return 0


if __name__ == "__main__":
    sys.exit(main())
