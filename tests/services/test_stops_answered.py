"""Which stops a version of a program answers: those that its author could know of."""

from __future__ import annotations

from tests import logs
from tests.cast import Cast
from tests.conftest import Clock
from tests.services.sync_world import pull, push


def test_with_a_version_go_the_stops_that_its_author_could_know_of(cast: Cast, clock: Clock) -> None:
    """One that a phone kept to itself until the version was written goes on resting."""

    def give() -> None:
        body = {"items": [{"technique_id": "temple-hold", "level": 1}], "days": [0], "reason": "Because"}
        answer = cast.owner.http.post(f"/api/v1/clients/{cast.client.id}/program/versions", json=body)
        assert answer.status_code == 201, answer.text

    def answered() -> list[str]:
        found: list[str] = pull(cast.client).get_json()["program"]["answered"]
        return found

    give()
    known, slight, late = (logs.make("hurt", feeling=feeling) for feeling in ("sharp", "too_much", "numb"))
    push(cast.client, known, slight)
    assert answered() == []
    clock.forward(minutes=1)
    give()
    assert answered() == [known["id"]]
    clock.forward(minutes=1)
    push(cast.client, late)
    assert answered() == [known["id"]]
