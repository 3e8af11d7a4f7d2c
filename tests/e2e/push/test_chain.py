"""A reminder's whole way: subscribed in the app, due on the server, sealed and sent, opened by the push service, shown
by the real service worker, tapped, and told back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests.e2e import walks
from tests.e2e.api import ZONE, Therapist
from tests.e2e.conftest import Drawer
from tests.e2e.push_server import push_phone
from tests.e2e.pushes import PushPhone, remind, rotate, soon_after
from tests.e2e.server import Server
from tests.fakes.push_service import PushService

EVERY_DAY = {
    "timezone": ZONE,
    "follows_phone": False,
    "slots": [{"time": "07:00", "days": [0, 1, 2, 3, 4, 5, 6], "enabled": True}],
}
DATABASES = "return (await indexedDB.databases()).filter(({ name }) => name.startsWith('pith-')).length"


@pytest.fixture
def phone(request: pytest.FixtureRequest, phones: Drawer, therapist: Therapist, service: PushService) -> PushPhone:
    """Ada's, with her program, before she has turned anything on."""
    pushes = push_phone(phones, service)
    walks.ready_phone(pushes.phone, therapist)
    return pushes


def turn_on(pushes: PushPhone) -> None:
    pushes.phone.go("/reminders")
    pushes.phone.tap("Turn on reminders")
    pushes.eventually(lambda: pushes.ask("/reminders")["browsers"] == 1, "a browser that takes pushes")


def due(pushes: PushPhone) -> datetime:
    """She is reminded at seven each day; a moment after the next time."""
    return soon_after(pushes.ask("/reminders", "PUT", EVERY_DAY)["next_due_at"])


def last(pushes: PushPhone) -> Any:
    return pushes.ask("/reminders")["last"]


def test_a_reminder_arrives_opens_todays_practice_and_proves_it(
    phone: PushPhone, server: Server, service: PushService
) -> None:
    turn_on(phone)
    remind(server, service, due(phone))
    assert service.refused == []
    (taken,) = service.taken
    assert (taken.claims["aud"], taken.claims["sub"][:7]) == (service.origin, "mailto:")
    assert 0 < int(taken.headers["ttl"]) <= 90 * 60
    assert last(phone)["state"] == "accepted"

    phone.phone.go("/history")
    payload = phone.deliver_taken()
    (shown,) = phone.shown()
    told = payload["notification"]
    assert (shown["title"], shown["tag"], shown["lang"]) == (told["title"], "pith-reminder", "en")
    assert shown["data"] == {"id": told["data"]["id"], "path": f"/today?r={told['data']['id']}"}
    assert [one["action"] for one in shown["actions"]] == ["start", "later"]
    phone.eventually(lambda: last(phone)["state"] == "shown", "the receipt")

    assert phone.tap() == [], "a page that is open comes forward, and no second one opens"
    phone.phone.arrive("/today")
    assert phone.phone.run("return location.search") == ""
    assert phone.shown() == []
    assert phone.phone.faults == []


def test_a_message_that_cannot_be_read_is_shown_in_general_words(phone: PushPhone) -> None:
    phone.phone.go("/history")
    phone.deliver("{not what was sent")
    (shown,) = phone.shown()
    assert (shown["title"], shown["actions"]) == ("Something new in Pith", [])
    phone.phone.see("All saved")
    assert phone.tap() == []
    phone.phone.arrive("/today")


def test_later_on_the_notification_brings_it_once_more(phone: PushPhone, server: Server, service: PushService) -> None:
    turn_on(phone)
    remind(server, service, due(phone))
    phone.deliver_taken()
    page = phone.phone.path()
    assert phone.tap("later") == []
    assert (phone.shown(), phone.phone.path()) == ([], page), "the app stays where it is"
    remind(server, service, datetime.now(UTC) + timedelta(minutes=31))
    assert [one.payload["notification"]["data"]["kind"] for one in service.taken] == ["reminder", "snooze"]
    phone.deliver_taken()
    assert [one["tag"] for one in phone.shown()] == ["pith-snooze"]


def test_with_no_network_it_is_told_later(phone: PushPhone, server: Server, service: PushService) -> None:
    turn_on(phone)
    remind(server, service, due(phone))
    server.kill()
    phone.deliver_taken()
    assert len(phone.shown()) == 1
    phone.tap("later")
    server.start()
    phone.phone.reload()
    phone.eventually(lambda: last(phone)["state"] == "shown", "the receipt that waited")
    remind(server, service, datetime.now(UTC) + timedelta(minutes=31))
    assert service.taken[-1].payload["notification"]["data"]["kind"] == "snooze"


def test_an_open_makes_good_what_has_ended_unseen(phone: PushPhone, server: Server, service: PushService) -> None:
    turn_on(phone)
    first = due(phone)
    service.answers("phone-1", 410)
    remind(server, service, first)
    phone.eventually(lambda: phone.ask("/reminders")["browsers"] == 0, "the end of a browser")
    phone.phone.reload()
    phone.eventually(lambda: phone.ask("/reminders")["browsers"] == 1, "another subscription")
    assert phone.made == ["phone-1", "phone-2"]
    remind(server, service, first + timedelta(days=1))
    assert [one.path for one in service.taken] == ["/push/phone-2"]


def test_another_key_of_the_server_makes_another_subscription(
    phone: PushPhone, server: Server, service: PushService
) -> None:
    turn_on(phone)
    rotate(server)
    phone.phone.reload()
    phone.eventually(lambda: len(phone.made) == 2, "another subscription")
    phone.eventually(lambda: phone.ask("/reminders")["browsers"] == 1, "one browser and not two")
    remind(server, service, due(phone))
    (taken,) = service.taken
    assert (taken.path, taken.key) == ("/push/phone-2", phone.ask("/push/key")["key"])


def test_who_leaves_is_not_reminded_here_any_more(phone: PushPhone, server: Server, service: PushService) -> None:
    turn_on(phone)
    late = due(phone)
    remind(server, service, late)
    phone.deliver_taken()
    phone.phone.go("/me")
    phone.phone.tap("Sign out")
    phone.phone.see("Sign out of this phone?")
    phone.phone.tap("Sign out")
    phone.eventually(lambda: phone.phone.run("return localStorage.getItem('push-of-the-test')") is None, "the end")
    phone.eventually(lambda: phone.shown() == [], "an empty screen")
    remind(server, service, late + timedelta(days=1))
    assert len(service.taken) == 1


def test_a_phone_that_was_closed_forgets_all_of_it_when_it_is_opened(
    phone: PushPhone, server: Server, service: PushService, therapist: Therapist
) -> None:
    turn_on(phone)
    late = due(phone)
    remind(server, service, late)
    phone.deliver_taken()
    therapist.revoke_devices(client_of(therapist))
    remind(server, service, late + timedelta(days=1))
    assert len(service.taken) == 1, "nothing more is sent to it, opened or not"
    phone.phone.reload()
    phone.eventually(lambda: phone.phone.run(DATABASES) == 0, "a phone with nothing on it")
    assert phone.shown() == []


def test_a_browser_of_two_belongs_to_who_signed_in_last(
    phone: PushPhone, server: Server, service: PushService, therapist: Therapist
) -> None:
    turn_on(phone)
    late = due(phone)
    phone.phone.context.add_cookies([therapist.cookie()])  # type: ignore[list-item]
    phone.phone.go("/desk")
    hers = f"/api/v1/clients/{client_of(therapist)}/reminders"
    phone.eventually(lambda: therapist.call("GET", hers)["browsers"] == 0, "a client without a browser")
    remind(server, service, late)
    assert service.taken == []
    phone.ask("/push/test", "POST")
    remind(server, service)
    assert [one.path for one in service.taken] == ["/push/phone-1"]


def client_of(therapist: Therapist) -> str:
    (row,) = therapist.call("GET", "/api/v1/clients")["clients"]
    return str(row["id"])
