"""The safety questions asked with the client in the room, by keyboard, and what her answers do at the desk."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.e2e.api import Therapist
from tests.e2e.conftest import Drawer


def test_the_questions_are_asked_in_the_room_and_a_warning_sign_leads_to_the_next_steps(
    phones: Drawer, therapist: Therapist
) -> None:
    client_id = therapist.add_client("Ida")
    desk = phones.desk(therapist)
    page = desk.page
    desk.go(f"/desk/clients/{client_id}")
    desk.tap("Ask now, in the room")
    expect(page.get_by_role("heading", name="Safety questions with Ida")).to_be_visible()
    for section in ("Lately", "Body and illness"):
        page.get_by_role("button", name=f"No to all of the rest: {section}").click()
    by_keyboard(page, "Do you take blood thinners", "Yes")
    # The keyboard stands at the next question as soon as this one is answered.
    expect(page.locator("#room-q13 .option").first).to_be_focused()
    page.get_by_role("button", name="Save 10 answers").click()
    expect(page.get_by_text("10 saved.")).to_be_visible()
    page.get_by_role("button", name="One calf or leg newly swollen, warm, red or tender").click()
    page.get_by_role("button", name="Save 1 answer").click()
    banner = page.get_by_role("alert")
    expect(banner).to_contain_text("One calf or leg newly swollen")
    expect(banner).to_contain_text("Call your client now.")
    expect(page.get_by_role("listitem").filter(has_text="Takes blood thinners")).to_be_visible()
    (row,) = [row for row in therapist.call("GET", "/api/v1/clients")["clients"] if row["id"] == client_id]
    assert [flag["id"] for flag in row["red_flag"]["flags"]] == ["rf_dvt"]
    lift(page)
    expect(banner).to_have_count(0)
    (row,) = [row for row in therapist.call("GET", "/api/v1/clients")["clients"] if row["id"] == client_id]
    assert row["red_flag"] is None


def by_keyboard(page: Page, question: str, option: str) -> None:
    field = page.get_by_role("group", name=question).first
    field.get_by_role("button", name=option, exact=True).focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")


def lift(page: Page) -> None:
    page.get_by_role("button", name="Write down and lift").click()
    page.get_by_label("What was done").fill("Called her: seen by her doctor today.")
    page.get_by_role("dialog").get_by_role("button", name="Lift", exact=True).click()
