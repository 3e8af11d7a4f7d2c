"""A technique of the practice's own: written at the desk with a photo, assigned, seen on a phone without a server."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest

from tests.e2e import walks
from tests.e2e.api import Refused, Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.server import Server

NAME = "Shoulder at the door"
ALT = "A person leans on a ball in a door frame"
# How wide the photo is drawn; nothing when it did not come.
SEEN = "const img = document.querySelector('.today-item .pictogram img'); return img?.complete ? img.naturalWidth : 0;"


def test_a_technique_of_ones_own_from_the_desk_to_a_phone_without_a_server(
    phones: Drawer, empty_server: Server
) -> None:
    phones.origin = empty_server.origin
    therapist = Therapist(empty_server.origin).sign_up()
    desk = phones.desk(therapist)
    write_technique(desk)
    client_id = therapist.add_client("Ida")
    therapist.clear(client_id)
    assign_in_the_builder(desk, client_id)
    phone = phones.chromium()
    walks.join(phone, therapist.invite(client_id))
    phone.see(NAME)
    phone.offline_ready()
    keeps_a_photo(phone)

    empty_server.kill()
    phone.reload()
    phone.see(NAME)
    phone._patiently(lambda: phone.run(SEEN) == 1024, "photo, drawn without a server")
    walks.begin(phone)
    assert phone.run("return document.querySelector('.player-picture img').naturalWidth") == 1024

    empty_server.start()
    raise_what_the_author_excluded(therapist, client_id)
    with pytest.raises(Refused) as refused:
        therapist.assign(client_id, [{"technique_id": own_technique(therapist)["id"], "level": 1}], "Once more")
    assert refused.value.status == 422
    assert "items.0.technique_id" in refused.value.body["fields"]
    phone.go("/today")
    phone.see(f"{NAME}: not today")
    assert not desk.faults


def write_technique(desk: ChromiumPhone) -> None:
    """From a technique of the catalogue, with her own name, a warning of her own and a photo."""
    desk.go("/desk/practice")
    desk.tap("Content: rules, numbers, own techniques")
    desk.tap("Write a technique")
    desk.see("What it is")
    desk.page.select_option("[name=technique-template]", label="Neck and shoulder with a soft ball at the wall")
    desk.tap("Begin with it")
    desk.write("Name", NAME)
    desk.write("Step 1", "Stand by a door and let it heal.")
    desk.see("“heal” promises or frightens")
    desk.write("Step 1", "Stand by a door.")
    desk.page.select_option("[name=technique-exclude]", "minor")
    desk.page.locator(".picks-add", has=desk.page.locator("[name=technique-exclude]")).get_by_role("button").click()
    desk.page.set_input_files(
        "input[type=file][capture]", {"name": "door.png", "mimeType": "image/png", "buffer": png()}
    )
    desk.write("What it shows", ALT)
    desk.tap("Save")
    desk.arrive("/desk/content")
    desk.see(f"Saved: {NAME}")


def assign_in_the_builder(desk: ChromiumPhone, client_id: str) -> None:
    desk.go(f"/desk/clients/{client_id}/program")
    desk.tap("Techniques")
    desk.write("Search techniques", NAME)
    desk.tap(f"Add {NAME}")
    assert desk.page.locator(".chosen .pictogram img").count() == 1
    desk.tap("Give to Ida")
    desk.arrive(f"/desk/clients/{client_id}")


def keeps_a_photo(phone: ChromiumPhone) -> None:
    """Until the phone has stored what its program names."""
    script = "return (await (await caches.open('pith-photos')).keys()).length"
    phone._patiently(lambda: phone.run(script) == 1, "stored photo")


def own_technique(therapist: Therapist) -> Any:
    (own,) = therapist.call("GET", "/api/v1/practices/me/techniques")["techniques"]
    assert own["photo"]["alt"] == ALT
    return own


def raise_what_the_author_excluded(therapist: Therapist, client_id: str) -> None:
    body = {"flag_id": "minor", "act": "raise", "reason": "Told in the room."}
    therapist.call("POST", f"/api/v1/clients/{client_id}/flags", body)


def png(width: int = 1600, height: int = 1200) -> bytes:
    """A plain picture, as large as a camera makes it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xc8\xbe\xaa" * width) * height
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
