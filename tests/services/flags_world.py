"""How a client's flags are read and acted on over HTTP, for the tests of flags."""

from __future__ import annotations

from typing import Any

from tests.cast import Cast, Someone
from tests.services.sync_world import pull

Json = dict[str, Any]


def told(cast: Cast, of: Someone | None = None) -> Json:
    answer = cast.owner.http.get(f"/api/v1/clients/{(of or cast.client).id}/flags")
    assert answer.status_code == 200, answer.text
    found: Json = answer.get_json()
    return found


def on(cast: Cast) -> list[str]:
    return [flag["flag_id"] for flag in told(cast)["flags"]]


def act(cast: Cast, flag: str, what: str, status: int = 201, **more: Any) -> Json:
    url = f"/api/v1/clients/{cast.client.id}/flags"
    answer = cast.owner.http.post(url, json={"flag_id": flag, "act": what, **more})
    assert answer.status_code == status, answer.text
    found: Json = answer.get_json()
    return found


def view_flags(cast: Cast) -> list[Json]:
    found: list[Json] = pull(cast.client).get_json()["flags"]
    return found
