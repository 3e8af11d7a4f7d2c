"""A cabin in the woods: a week of practice, notes, a changed time and something new, with two restarts of the phone. On
the way home all of it arrives, once, in order, on the days when it was lived."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from playwright.sync_api import Playwright

from tests.e2e import chromium, walks
from tests.e2e.api import Therapist, today_here
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.past import begun_days_ago
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch

DAYS = 7
RESTARTS = (4, 2)  # days before today
WORDS = {5: "warm-afterwards", 1: "slept-well"}
NEW_TIME, NEWS = 3, 0


def test_a_week_without_a_network(
    playwright: Playwright, server: Server, therapist: Therapist, stopwatch: Stopwatch, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    client_id = walks.add_client(therapist, "Mo")
    begun_days_ago(server, client_id, DAYS - 1)
    with chromium.durable(playwright, profile, server.origin) as phone:
        walks.join(phone, therapist.invite(client_id))
        phone.see("All saved")
        phone.offline_ready()
    server.kill()
    before = list(range(DAYS - 1, -1, -1))
    for stretch in (before[:3], before[3:5], before[5:]):
        with cabin(playwright, profile, server, stretch[0]) as phone:
            for ago in stretch:
                a_day(phone, ago)
            chromium.kill(profile)
    server.start()
    with chromium.durable(playwright, profile, server.origin) as phone:
        stopwatch.start()
        phone.go("/today")
        phone.see("All saved", 60)
        stopwatch.lap("a week arrives", 0)
        phone.reload()
        phone.see("All saved", 20)
    all_of_it_once(therapist, client_id)


@contextmanager
def cabin(playwright: Playwright, profile: Path, server: Server, ago: int) -> Iterator[ChromiumPhone]:
    """The phone as it is started there, so many days before today."""
    with chromium.durable(playwright, profile, server.origin) as phone:
        phone.page.clock.install(time=datetime.now(UTC) - timedelta(days=ago))
        yield phone


def a_day(phone: ChromiumPhone, ago: int) -> None:
    phone.page.clock.set_system_time(datetime.now(UTC) - timedelta(days=ago))
    phone.go("/today")
    walks.practise(phone, within_s=60)
    phone.tap("3")
    if ago in WORDS:
        phone.write("A word for your therapist", WORDS[ago])
    phone.tap("Save")
    phone.see("Saved")
    if ago == NEW_TIME:
        phone.go("/reminders")
        phone.tap("Add a time")
        phone.tap("Save")
        phone.see("Saved on this phone")
    if ago == NEWS:
        phone.go("/today")
        phone.tap("Once more")
        phone.tap("Something is different today")
        phone.tap("Fever or feeling ill")
        phone.tap("Tell this")
        phone.see("No pressure while you feel ill")
    # Its storage goes to the disk a moment later than a hand is off the screen.
    time.sleep(0.5)


def all_of_it_once(therapist: Therapist, client_id: str) -> None:
    sessions = therapist.logs(client_id, "session")[::-1]
    days = [(today_here() - timedelta(days=ago)).isoformat() for ago in range(DAYS - 1, -1, -1)]
    assert [log["local_date"] for log in sessions] == days
    told = {log["local_date"]: log["word"] for log in sessions if log["word"]}
    assert told == {(today_here() - timedelta(days=ago)).isoformat(): word for ago, word in WORDS.items()}
    assert len({log["id"] for log in sessions}) == DAYS
    chosen = therapist.call("GET", f"/api/v1/clients/{client_id}/reminders")
    assert [slot["time"] for slot in chosen["slots"]] == ["07:00"]
    (row,) = [row for row in therapist.call("GET", "/api/v1/clients")["clients"] if row["id"] == client_id]
    assert row["days_kept_14"] == {"kept": DAYS, "prescribed": DAYS}
    flags = therapist.call("GET", f"/api/v1/clients/{client_id}/flags")["flags"]
    assert [(flag["flag_id"], flag["since"]) for flag in flags] == [("fever_illness", days[-1])]
