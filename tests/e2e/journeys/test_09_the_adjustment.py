"""Before the visit one page tells what happened since the last; after it the visit is written down in three taps, a
level goes up, a tool that she does not own is swapped, with a reason. Her phone, without a network at that moment,
finishes on the old version; then she reads what changed and why."""

from __future__ import annotations

from datetime import timedelta

from playwright.sync_api import expect

from tests.e2e import walks
from tests.e2e.api import Therapist, today_here
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.stopwatch import Stopwatch

UPPER_BACK = {"technique_id": "upper-back-two-balls", "level": 1, "dose": walks.SHORT_DOSE}
NOT_OWNED = "Upper back on two tennis balls"
INSTEAD = "Between the shoulder blades at the wall"
RAISED = "Scalp glide"
REASON = "Your head is easy now. Use the wall: you have no two balls."


def test_the_adjustment(phones: Drawer, therapist: Therapist, stopwatch: Stopwatch) -> None:
    phone = phones.chromium()
    client_id = walks.ready_phone(phone, therapist, "Nina", items=[*walks.ONE, UPPER_BACK])
    therapist.call("POST", f"/api/v1/clients/{client_id}/intake", {"answers": {"q28": ["soft_ball"]}})
    seen_before(therapist, client_id)
    phone.reload()
    walks.practise(phone, within_s=60)
    walks.save(phone)
    phone.see("Your therapist can read it now", 20)
    phone.go("/today")
    walks.begin(phone, button="Once more")
    phone.keeps_session()
    phone.context.set_offline(True)

    desk = phones.desk(therapist)
    before_the_visit(desk, client_id)
    desk.taps = 0
    stopwatch.start()
    written_down(desk)
    stopwatch.lap("the visit written down", desk.taps)
    assert desk.taps == 3
    adjusted(desk, client_id)
    stopwatch.lap("visit, a level, a tool and a reason: given", desk.taps)
    desk.see("version 2 not on the phone yet")

    finished_on_the_old_version(phone)
    phone.context.set_offline(False)
    phone.reload()
    phone.see("All saved", 30)
    what_changed_and_why(phone)
    (second, first) = therapist.logs(client_id, "session")
    assert [first["program_version"], second["program_version"]] == [1, 1]
    assert {entry["technique_id"] for entry in second["items"]} == {"scalp-glide", "upper-back-two-balls"}
    desk.reload()
    desk.see("version 2 on the phone since")
    assert phone.faults == desk.faults == []


def seen_before(therapist: Therapist, client_id: str) -> None:
    """The visit since which the page counts."""
    on = (today_here() - timedelta(days=3)).isoformat()
    body = {"id": "00000000-0000-7000-8000-000000000901", "on": on, "minutes": 60, "kind": "direct"}
    therapist.call("POST", f"/api/v1/clients/{client_id}/visits", body)


def before_the_visit(desk: ChromiumPhone, client_id: str) -> None:
    """One page: what was practised since then, and how the pain went."""
    desk.go(f"/desk/clients/{client_id}")
    since = desk.page.locator(".since")
    expect(since.get_by_role("heading", name="Since the visit of")).to_be_visible()
    expect(since.get_by_text("one practice").or_(since.get_by_text("1 practice")).first).to_be_visible()
    expect(since.get_by_text("Pain before practising", exact=True)).to_be_visible()


def written_down(desk: ChromiumPhone) -> None:
    desk.tap("Write the visit down")
    desk.tap("Direct")
    desk.tap("Save")
    desk.see("At home it stays gentle until")
    desk.see("60 min, direct")


def adjusted(desk: ChromiumPhone, client_id: str) -> None:
    desk.tap("Adjust program")
    desk.see("Nina does not own: Two tennis balls in a sock")
    chosen = desk.page.locator(".chosen")
    desk.tap(f"More: {RAISED}, level 1")
    chosen.get_by_role("button", name=INSTEAD).click()
    desk.taps += 1
    desk.see(f"{INSTEAD} instead of {NOT_OWNED}")
    desk.write("Why", REASON)
    desk.tap("Give to Nina")
    desk.arrive(f"/desk/clients/{client_id}")


def finished_on_the_old_version(phone: ChromiumPhone) -> None:
    walks.hurry(phone)
    phone.see("How is it now?", 60)
    phone.tap("3")
    phone.tap("Save")
    phone.see("Safe on this phone. It goes to your therapist when there is a network")
    phone.go("/today")
    phone.see("2 not sent yet")
    phone.see(NOT_OWNED)
    assert not phone.sees("Your program has changed")


def what_changed_and_why(phone: ChromiumPhone) -> None:
    phone.see("Your program has changed", 20)
    phone.see(f"Vera Holm: “{REASON}”")
    phone.see(INSTEAD)
    phone.see("Your visit was today. We keep it gentle until")
    assert not phone.sees(NOT_OWNED)
    phone.tap("Good to know")
    phone.page.get_by_text("Your program has changed").wait_for(state="detached")
    phone.see("All saved", 20)
    phone.reload()
    phone.see(INSTEAD)
    assert not phone.sees("Your program has changed")
