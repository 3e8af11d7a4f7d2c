"""A client moves away: she takes her data along, erases herself, and nothing is left of her but that it was done."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

from tests.e2e import walks
from tests.e2e.api import Refused, Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer
from tests.e2e.server import Server
from tests.e2e.stopwatch import Stopwatch

NAME = "Bea Ferrin"
WORD = "lighter-than-before"
DATABASES = "return (await indexedDB.databases()).filter(({ name }) => name.startsWith('pith-')).length"


def test_the_parting(
    phones: Drawer, server: Server, therapist: Therapist, stopwatch: Stopwatch, tmp_path: Path
) -> None:
    phone = phones.chromium("Pixel 7")
    client_id = walks.ready_phone(phone, therapist, NAME)
    walks.practise(phone)
    phone.tap("3")
    phone.write("A word for your therapist", WORD)
    phone.tap("Save")
    phone.see("Your therapist can read it now", 20)
    assert NAME in str(everything(server)["client"])

    phone.go("/me")
    phone.taps = 0
    stopwatch.start()
    taken = saved_file(phone, tmp_path)
    assert taken["client"]["name"] == NAME
    assert WORD in json.dumps(taken)
    phone.tap("Erase all my data")
    phone.write(f"Type your name ({NAME})", NAME)
    phone.tap("Erase everything")
    phone.see("I have a code", 20)
    stopwatch.lap("data taken along and erased", phone.taps)

    assert phone.run(DATABASES) == 0
    assert not phone.sees(NAME)
    assert therapist.call("GET", "/api/v1/clients")["clients"] == []
    try:
        therapist.call("GET", f"/api/v1/clients/{client_id}")
    except Refused as refused:
        assert refused.status == 404
    left = everything(server)
    assert NAME not in str(left)
    assert WORD not in str(left)
    # A number without a name stays, so that a phone that comes back after months knows that it has to wipe itself.
    assert {table for table, rows in left.items() if client_id in str(rows)} == {"erased", "sign_in"}
    for file in (server.data / "pith.db", server.data / "pith.db-wal"):
        assert NAME.encode() not in file.read_bytes(), f"{file.name} still has her name"


def saved_file(phone: ChromiumPhone, folder: Path) -> dict[str, object]:
    with phone.page.expect_download() as download:
        phone.tap("Save my data to a file")
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    found: dict[str, object] = json.loads(path.read_bytes())
    return found


def everything(server: Server) -> dict[str, list[object]]:
    """Every row of every table."""
    with sqlite3.connect(server.data / "pith.db") as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {table: db.execute(f'SELECT * FROM "{table}"').fetchall() for table in tables}
