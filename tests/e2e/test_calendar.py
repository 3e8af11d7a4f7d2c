"""Her own calendar in place of pushes: a real file from the server, and nothing else rings from then on."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import Drawer

TIMES = {"timezone": "Europe/Berlin", "slots": [{"time": "07:00"}, {"time": "18:30", "days": [0, 2, 4]}]}


def test_the_calendar_that_a_phone_takes_along_rings_in_place_of_pushes(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.chromium()
    page = phone.page
    client_id = walks.ready_phone(phone, therapist, name="Cleo")
    door = f"/api/v1/clients/{client_id}/reminders"
    therapist.call("PUT", door, TIMES)
    phone.reload()
    phone.see("All saved", 20)
    phone.go("/reminders")
    page.locator("details", has_text="Other ways").evaluate("(part) => { part.open = true; }")
    with page.expect_download() as taken:
        phone.tap("Add my times")
    assert taken.value.suggested_filename == "pith.ics"
    file = Path(taken.value.path()).read_text()
    assert file.count("BEGIN:VALARM") == 2
    assert f"URL:{phone.origin}/today" in file
    assert therapist.call("GET", door)["calendar"] is False
    phone.tap("Yes, let it remind me")
    phone.see("Your calendar reminds you.")
    phone.see("All saved", 20)
    assert therapist.call("GET", door)["calendar"] is True
    phone.tap("Make a link")
    opened = page.get_by_role("link", name="Open in a calendar")
    expect(opened).to_have_attribute("href", re.compile(r"webcal://.+/calendar/.{22}\.ics"))
    address = str(opened.get_attribute("href")).replace("webcal:", "http:")
    with urlopen(address) as feed:
        followed = feed.read().decode()
    assert (followed.count("BEGIN:VEVENT"), followed.count("VALARM")) == (2, 0)
    phone.tap("End the link")
    expect(page.get_by_role("button", name="Make a link")).to_be_visible()
    with pytest.raises(HTTPError, match="404"):
        urlopen(address)
