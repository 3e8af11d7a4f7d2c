"""The loop closed on the phone: how it is the day after, told without a network; and a question that comes back."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import expect

from tests.e2e import axe, walks
from tests.e2e.api import CALL, ZONE, Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.past import lived, practised, reaction
from tests.e2e.server import Server

ASKED = "Is it right that it feels stronger on the left?"
ANSWER = "Yes. Use a softer ball there."


@BOTH
def test_the_day_after_a_practice_it_is_asked_and_told_while_the_server_is_dead(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, f"Rea {engine}", items=walks.TWO)
    session = practised(yesterday_morning())
    lived(phone, [session])
    phone.see("How is it since yesterday?", 20)
    server.kill()
    phone.reload()
    phone.see("How is it since yesterday?")
    phone.tap("Still a bit")
    phone.see("usual for up to 2 days")
    phone.see("has NOT been told yet")
    phone.see("1 not sent yet")
    phone.tap("Undo")
    phone.tap("Worse")
    phone.see("Go gently today")
    phone.reload()
    phone.see("3 not sent yet")
    assert not phone.sees("How is it since")
    server.start()
    phone.reload()
    phone.see("All saved", 40)
    told = standing(therapist, client_id)
    assert [(log["session_id"], log["answer"]) for log in told] == [(session["id"], "worse")]


@BOTH
def test_what_is_not_gone_is_asked_again_after_two_days_and_something_new_leads_to_the_signs(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, f"Ria {engine}", items=walks.TWO)
    ended = datetime.now(UTC) - timedelta(hours=49)
    session = practised(ended)
    still = reaction(session, ended + timedelta(hours=25))
    lived(phone, [session, still])
    phone.see("How is it since", 20)
    phone.see("You practised: Foot arch hold on a ball")
    phone.tap("Something new")
    phone.arrive("/signs")
    phone.see("Call for help now if you notice")
    assert phone.has(CALL)
    assert axe.violations(phone) == []
    phone.tap("One calf or leg newly swollen, warm, red or tender")
    phone.tap("Yes, I have this")
    phone.see(f"{CALL} now", 20)
    phone.go("/today")
    phone.see(f"{CALL} now", 20)
    wait_until(lambda: [log["flag_id"] for log in therapist.logs(client_id, "flag")] == ["rf_dvt"])
    assert [log["answer"] for log in standing(therapist, client_id)] == ["new_sign", "still"]


@BOTH
def test_a_question_on_a_technique_is_answered_at_the_desk_and_read_on_both_sides(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, f"Quin {engine}", items=walks.TWO)
    phone.tap("Foot arch hold on a ball")
    phone.see("How it goes")
    phone.tap("Left")
    phone.write("Your question", ASKED)
    phone.tap("Send")
    phone.see("Saved and sent. Vera Holm may not see this at once", 20)
    phone.see("Sent. Not read yet")
    assert axe.violations(phone) == []

    desk = phones.desk(therapist)
    page = desk.page
    with page.expect_response(lambda answer: answer.url.endswith("/read-mark")):
        desk.go(f"/desk/clients/{client_id}")
    entry = page.get_by_role("listitem").filter(has_text=ASKED)
    expect(entry.get_by_text("Foot arch hold on a ball, left")).to_be_visible()
    phone.reload()
    phone.see("Read at your practice", 20)

    entry.get_by_role("button", name="Answer").click()
    entry.get_by_label("Your answer").fill(ANSWER)
    entry.get_by_role("button", name="Send the answer").click()
    expect(entry.get_by_text("not read yet")).to_be_visible()
    phone.go("/today")
    phone.see("Vera Holm has answered you", 20)
    phone.tap("Foot arch hold on a ball")
    phone.see(ANSWER)
    therapist.await_reading(client_id)
    page.reload()
    expect(entry.get_by_text("read today")).to_be_visible()
    phone.go("/today")
    phone.see("All saved", 20)
    assert not phone.sees("has answered you")


@BOTH
def test_a_note_of_a_hard_moment_stays_hers_and_help_stands_beside_it(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, f"Noa {engine}", items=walks.TWO)
    server.kill()
    phone.go("/calm")
    phone.see("Feel your feet on the floor")
    phone.write("Write it down, if you like", "It all came back.")
    phone.tap("Keep it")
    phone.see("Only you are shown it")
    assert axe.violations(phone) == []
    phone.tap("I think of harming myself")
    phone.see(f"{CALL} now")
    assert phone.has(CALL)
    assert axe.violations(phone) == []
    server.start()
    phone.go("/history")
    phone.see("It all came back.")
    phone.see("All saved", 40)
    assert therapist.logs(client_id, "note") == []
    assert therapist.logs(client_id, "flag") == []


def standing(therapist: Therapist, client_id: str) -> list[dict[str, Any]]:
    """What she said of a practice and did not take back, the newest first."""
    voided = {log["voids"] for log in therapist.logs(client_id, "void")}
    return [log for log in therapist.logs(client_id, "reaction") if log["id"] not in voided]


def yesterday_morning() -> datetime:
    """At least 16 hours ago, whenever the test runs."""
    day = datetime.now(ZoneInfo(ZONE)) - timedelta(days=1)
    return day.replace(hour=8, minute=0, second=0, microsecond=0)


def wait_until(done: Any) -> None:
    end = time.monotonic() + 20
    while not done():
        assert time.monotonic() < end, "it never came to that"
        time.sleep(0.2)
