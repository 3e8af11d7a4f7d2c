"""What a client says after a practice is answered at the desk, on that very entry, and comes back to it."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer

SAID = "The left side stays hard."
ANSWER = "Go softer there for three days, then tell me."


@BOTH
def test_a_word_after_practice_is_answered_at_the_desk_and_the_desk_sees_it_read(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.ready_phone(phone, therapist, name=f"Ida {engine}")
    walks.practise(phone)
    phone.write("A word for your therapist", SAID)
    walks.save(phone)
    phone.tap("Back to today")
    phone.see("All saved", 20)

    desk = phones.desk(therapist)
    page = desk.page
    desk.go(f"/desk/clients/{client_id}")
    entry = page.get_by_role("listitem").filter(has_text=SAID)
    entry.get_by_role("button", name="Answer").click()
    entry.get_by_label("Your answer").fill(ANSWER)
    entry.get_by_role("button", name="Send the answer").click()
    expect(entry.get_by_text(ANSWER)).to_be_visible()
    expect(entry.get_by_text("not read yet")).to_be_visible()

    phone.reload()
    phone.see("Vera Holm has answered you", 20)
    assert ANSWER not in phone.words()
    phone.tap("Vera Holm has answered you")
    phone.see(ANSWER)
    therapist.await_reading(client_id)
    phone.go("/today")
    phone.see("All saved", 20)
    assert not phone.sees("has answered you")

    page.reload()
    expect(entry.get_by_text("read today")).to_be_visible()
