"""What is not gone 49 hours after a practice: all that works on that region rests at once, without a network, and the
therapist finds it in her inbox."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, Drawer
from tests.e2e.past import begun_days_ago, lived, practised
from tests.e2e.server import Server

ITEMS: list[dict[str, Any]] = [*walks.TWO, {"technique_id": "plantar-golf-ball", "level": 1}]


@BOTH
def test_a_reaction_that_lasts_49_hours_lets_its_region_rest_and_waits_in_the_inbox(
    engine: str, phones: Drawer, server: Server, therapist: Therapist
) -> None:
    phone = phones.any(engine)
    client_id = walks.add_client(therapist, f"Rut {engine}", ITEMS)
    begun_days_ago(server, client_id, 4)
    walks.join(phone, therapist.invite(client_id))
    phone.see("All saved")
    phone.offline_ready()
    lived(phone, [practised(datetime.now(UTC) - timedelta(hours=49))])
    phone.see("How is it since", 20)
    server.kill()
    phone.tap("Still a bit")
    phone.see("Sole of the foot: 2 techniques rest, because you told us", 20)
    assert not phone.sees("rests, because")
    phone.go("/practice")
    phone.see("1 technique")
    server.start()
    phone.go("/today")
    phone.see("All saved", 40)
    decided = therapist.call("GET", f"/api/v1/clients/{client_id}/dose")["decisions"]
    assert {(one["rule"], one["target"]) for one in decided} == {
        ("D03", "foot-ball-hold"),
        ("D03", "plantar-golf-ball"),
    }
    waiting = [one for one in therapist.call("GET", "/api/v1/inbox")["items"] if one["client"]["id"] == client_id]
    assert "reaction" in {one["rank"] for one in waiting}
