"""Safe for this person, at the therapist's desk: what a flag closes cannot be assigned, and what is safe is offered."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.e2e.api import PASSWORD, Refused, Therapist, today_here
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.phone import FINDER, Phone

LACROSSE = {"technique_id": "levator-ball-wall", "level": 3}
LETTER = "Her doctor agreed by letter"
WEEK_30 = 30 * 7
PRESS = FINDER + "hit[0].focus(); hit[0].click(); return [document.activeElement === hit[0], hit[0].ariaDisabled];"


@BOTH
def test_with_blood_thinners_hard_tools_wait_for_a_physician(engine: str, phones: Drawer, therapist: Therapist) -> None:
    client_id = therapist.add_client("Thea")
    raise_flag(therapist, client_id, "blood_thinners")
    with pytest.raises(Refused) as refused:
        therapist.assign(client_id, [LACROSSE])
    assert list(refused.value.body["fields"]) == ["items.0.overrides"]
    desk = builder(phones, engine, therapist, client_id)

    desk.tap("Techniques")
    find(desk, "shoulder-blade corner")
    desk.see("level 1 at most")
    desk.tap("Add Inner shoulder-blade corner at the wall")
    turn_to(desk, "Program")
    desk.see("Limited: level 1 at most, a hold of 24 s at most")
    # Towards the lacrosse ball of level 3, and beyond 24 s.
    press_closed(desk, "More: Inner shoulder-blade corner at the wall, level 1")
    press_closed(desk, "More: Inner shoulder-blade corner at the wall, each side, hold")
    desk.see("level 1 of 3")
    desk.see("3 breaths")

    find(desk, "mid-back with a hooked cane")
    desk.see("needs a physician")
    desk.tap("Add Mid-back with a hooked cane")
    turn_to(desk, "Program")
    desk.tap("Give to Thea")
    desk.see("A technique is not cleared for this client")
    desk.tap("Record the clearance: Mid-back with a hooked cane")
    desk.see("Hard tools may cause bruises. A doctor must agree.")
    desk.see("S26 · because of: Takes blood thinners")
    desk.write("What was agreed", "She said yes")
    desk.see("12 of at least 15 characters")
    desk.tap("Keep with this version")
    desk.see("Write at least 15 characters")
    desk.write("What was agreed", LETTER)
    desk.tap("Keep with this version")
    desk.see("Saved with this version")
    desk.tap("Give to Thea")
    desk.arrive(f"/desk/clients/{client_id}")

    soft, cane = program(therapist, client_id)["items"]
    assert (soft["technique_id"], soft["level"], soft["snapshot"]["tools"]) == ("levator-ball-wall", 1, ["soft_ball"])
    assert {side["hold_s"] for side in soft["dose"].values()} == {24}
    (given,) = cane["safety"]["overrides"]
    assert (given["role"], given["reason"], given["by"]["name"]) == ("physician", LETTER, "Vera Holm")
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Cleared by a physician")
    desk.see("Recorded by Vera Holm")
    # With the physician's word it may be asked for, and the limits stay.
    cleared = {"role": "physician", "reason": LETTER, "cleared_on": given["cleared_on"]}
    (item,) = therapist.assign(client_id, [{**LACROSSE, "overrides": [cleared]}])["items"]
    assert (item["level"], item["snapshot"]["tools"]) == (1, ["soft_ball"])


@BOTH
def test_late_in_pregnancy_nothing_lies_flat_and_the_wall_is_offered(
    engine: str, phones: Drawer, therapist: Therapist
) -> None:
    client_id = therapist.add_client("Petra")
    began = today_here() - timedelta(days=WEEK_30)
    raise_flag(therapist, client_id, "pregnancy_t3", since=began.isoformat())
    with pytest.raises(Refused) as refused:
        therapist.assign(client_id, [{"technique_id": "legs-on-chair-breath", "level": 1}])
    assert "S35" in refused.value.body["fields"]["items.0.technique_id"]
    desk = builder(phones, engine, therapist, client_id)

    desk.see("instead of Towel cradle for the neck")
    desk.tap("Begin with Upper back")
    desk.see("Level 2 is not for Petra now")
    press_closed(desk, "More: Upper back on two tennis balls, level 1")
    desk.see("level 1 of 3")
    turn_to(desk, "Catalogue")
    desk.tap("Techniques")
    find(desk, "back of pelvis", "1 is not for Petra now")
    desk.see("Not lying flat on your back now. Use the seated, side-lying or wall version.")
    press_closed(desk, "Back of pelvis on two soft balls")
    desk.tap("Only what fits Petra")
    desk.see("No technique fits")
    desk.tap("Only what fits Petra")
    desk.tap("Buttock muscle at the wall same line")
    turn_to(desk, "Program")
    desk.see("3 Buttock muscle at the wall")
    desk.tap("Give to Petra")
    desk.arrive(f"/desk/clients/{client_id}")

    items = program(therapist, client_id)["items"]
    assert len(items) == 3
    assert all(item["snapshot"]["pos"] == ["standing_wall"] for item in items)
    # A flag that comes after assigning marks what it stops.
    raise_flag(therapist, client_id, "rf_dvt")
    desk.go(f"/desk/clients/{client_id}")
    desk.see("Stopped since a flag came. Get medical advice first.")


def raise_flag(therapist: Therapist, client_id: str, flag_id: str, **more: Any) -> None:
    body = {"flag_id": flag_id, "act": "raise", "reason": "Told in the room", **more}
    therapist.call("POST", f"/api/v1/clients/{client_id}/flags", body)


def builder(phones: Drawer, engine: str, therapist: Therapist, client_id: str) -> Phone:
    """The client's program builder, signed in and loaded."""
    desk = phones.webkit() if engine == "webkit" else phones.desk()
    desk.go(f"/desk/clients/{client_id}/program")
    desk.arrive("/sign-in")
    desk.write("E-mail", therapist.email)
    desk.write("Password", PASSWORD)
    desk.tap("Sign in")
    desk.see("First version")
    return desk


def press_closed(desk: Phone, name: str) -> None:
    """The button can be reached and says that it is closed; what is shown afterwards tells that it did nothing."""
    assert desk.run(PRESS, name) == [True, "true"]


def turn_to(desk: Phone, side: str) -> None:
    """Where both do not fit beside each other: the catalogue, or what was chosen."""
    if desk.has(side):
        desk.tap(side)


def find(desk: Phone, text: str, shown: str = "1 technique") -> None:
    turn_to(desk, "Catalogue")
    desk.write("Search techniques", text)
    desk.see(shown)


def program(therapist: Therapist, client_id: str) -> dict[str, Any]:
    version: dict[str, Any] = therapist.call("GET", f"/api/v1/clients/{client_id}/program")["program"]
    return version
