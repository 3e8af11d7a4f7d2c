"""A week without a network on two phones of one person: when both are back there is one history and one dose."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta

from tests.e2e import walks
from tests.e2e.api import Therapist, today_here
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.past import begun_days_ago
from tests.e2e.phone import Phone
from tests.e2e.server import Server

WEEK = 7
AS_GIVEN, SHORTER = ("Hold 20 s", "40 s each side"), ("Hold 15 s", "30 s each side")
WHY = "is shorter, because your pain was higher after practice"
# So many days before now, by both clocks of the page at their own pace; somebody looks at the phone.
SHIFT = """
const [days] = arguments;
window.usual ??= { now: performance.now.bind(performance), every: window.setInterval };
performance.now = window.usual.now;
window.setInterval = window.usual.every;
delete window.pace;
Date.now = () => new Date().getTime() - days * 86400000;
document.dispatchEvent(new Event('visibilitychange'));
"""


@BOTH
def test_a_week_on_two_phones_ends_in_one_history_and_one_dose(
    engine: str, phones: Drawer, empty_server: Server
) -> None:
    server = empty_server
    phones.origin = server.origin
    therapist = Therapist(server.origin).sign_up()
    client_id = walks.add_client(therapist, "Ute", walks.TWO)
    begun_days_ago(server, client_id, WEEK)
    one, two = (joined(phone, therapist, client_id) for phone in (phones.any(engine), phones.chromium("Pixel 7")))
    server.kill()
    for ago in range(WEEK - 1, 0, -1):
        # Only the first phone hears of the bad one.
        a_day(one if ago % 2 else two, ago, after=7 if ago == 3 else 3)
    for phone in (one, two):
        on(phone, 0)
    sees(one, *SHORTER, WHY)
    sees(two, *AS_GIVEN)
    server.start()
    for phone in (one, two, one):
        phone.reload()
        phone.see("All saved", 40)
        # Not even between two answers of the server does either play more than what it knew to be too much.
        if phone is one:
            assert not phone.sees(AS_GIVEN[0])
    for phone in (one, two):
        sees(phone, *SHORTER, WHY)
    days = [log["local_date"] for log in therapist.logs(client_id, "session")]
    assert sorted(days) == [(today_here() - timedelta(days=ago)).isoformat() for ago in range(WEEK - 1, 0, -1)]
    for phone in (one, two):
        knows_all(phone)
    decided = therapist.call("GET", f"/api/v1/clients/{client_id}/dose")["decisions"]
    cuts = {(one["rule"], one["target"], one["after"]["cuts"]) for one in decided}
    assert cuts == {("D04", "foot-ball-hold", 1), ("D04", "scalp-glide", 1)}


def sees(phone: Phone, *texts: str) -> None:
    for text in texts:
        phone.see(text, 20)


def knows_all(phone: Phone) -> None:
    """What the other one told comes down a moment after this one's own has gone up."""
    phone.go("/history")
    ends = time.monotonic() + 20
    while (known := phone.words().count("Pain before 3, after")) < WEEK - 1:
        assert time.monotonic() < ends, f"only {known} practices came down"
        time.sleep(0.2)
    assert known == WEEK - 1


def joined(phone: Phone, therapist: Therapist, client_id: str) -> Phone:
    walks.join(phone, therapist.invite(client_id))
    phone.see("All saved")
    phone.offline_ready()
    return phone


def on(phone: Phone, ago: int) -> None:
    """So many days before today, by this phone's clock."""
    if isinstance(phone, ChromiumPhone):
        phone.page.clock.set_system_time(datetime.now(UTC) - timedelta(days=ago))
        phone.go("/today")
    else:
        phone.run(SHIFT, ago)


def a_day(phone: Phone, ago: int, after: int) -> None:
    on(phone, ago)
    walks.begin(phone, pain=3)
    walks.hurry(phone)
    phone.see("How is it now?", 60)
    phone.tap(str(after))
    phone.tap("Save")
    phone.see("Saved")
    phone.tap("Back to today")
