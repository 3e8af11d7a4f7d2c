"""Who gets a calendar, what stands in it, and when a private address is none any more."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select

from pith.content.loader import load_content
from pith.domain.doors import FEED_PER_ADDRESS
from pith.domain.errors import NotFound, RateLimited
from pith.domain.reminders import Choice, Quiet, Slot
from pith.services import calendar, clients, erasing, reminders
from pith.services.calendar import House, Page
from pith.services.transaction import AnySession, read
from pith.store.calendar import CalendarFeed
from tests.cast import VISITOR, Cast
from tests.conftest import Clock

ORIGIN = "https://pith.example.org"
HOUSE = House(ORIGIN, load_content().pushes)
CHOICE = Choice("Asia/Kathmandu", (Slot(time(7)), Slot(time(22), frozenset({5}))), quiet=Quiet(time(21), time(6)))


@pytest.fixture
def chosen(session: AnySession, cast: Cast, clock: Clock) -> Cast:
    reminders.choose(session, cast.client.actor, clock(), cast.client.id, CHOICE)
    return cast


def opened(session: AnySession, cast: Cast, clock: Clock) -> str:
    return (
        calendar.open_feed(session, cast.client.actor, clock(), ORIGIN)["link"].rsplit("/", 1)[1].removesuffix(".ics")
    )


def look(session: AnySession, clock: Clock, token: str, *held: str) -> Page:
    return calendar.feed(session, clock(), VISITOR, token, HOUSE, frozenset(held))


def events(body: bytes | None) -> list[Any]:
    assert body is not None
    return Calendar.from_ical(body).walk("VEVENT")


def test_her_calendar_has_the_times_that_ring(session: AnySession, chosen: Cast) -> None:
    [event] = events(calendar.own_calendar(session, chosen.client.actor, HOUSE))
    assert event["DTSTART"].to_ical() == b"20260302T070000"
    assert event["DTSTART"].params["TZID"] == "Asia/Kathmandu"
    assert str(event["SUMMARY"]) == "Time for your 5 minutes"
    assert str(event["URL"]) == f"{ORIGIN}/today"
    assert len(event.walk("VALARM")) == 1


def test_it_speaks_her_language(session: AnySession, chosen: Cast, clock: Clock) -> None:
    clients.change_client(session, chosen.owner.actor, clock(), chosen.client.id, {"language": "de"})
    [event] = events(calendar.own_calendar(session, chosen.client.actor, HOUSE))
    assert str(event["SUMMARY"]) == "Zeit für deine 5 Minuten"
    assert event["SUMMARY"].params["LANGUAGE"] == "de"


def test_who_chose_nothing_gets_a_calendar_with_nothing_in_it(session: AnySession, cast: Cast) -> None:
    assert events(calendar.own_calendar(session, cast.client.actor, HOUSE)) == []


def test_a_feed_shows_the_times_without_alarms(session: AnySession, chosen: Cast, clock: Clock) -> None:
    made = calendar.open_feed(session, chosen.client.actor, clock(), ORIGIN)
    assert made["link"].startswith(f"{ORIGIN}/calendar/")
    assert made["url"] == made["link"].replace("https:", "webcal:")
    body = look(session, clock, made["link"][len(f"{ORIGIN}/calendar/") : -len(".ics")]).body
    [event] = events(body)
    assert event.walk("VALARM") == []
    [kept] = events(calendar.own_calendar(session, chosen.client.actor, HOUSE))
    assert event["UID"] == kept["UID"]
    assert calendar.feed_state(session, chosen.client.actor) == {"made_at": clock()}


def test_only_the_hash_of_its_address_is_kept(session: AnySession, chosen: Cast, clock: Clock) -> None:
    token = opened(session, chosen, clock)
    with read(session):
        [row] = session.scalars(select(CalendarFeed)).all()
    assert token not in repr(vars(row))
    assert len(token) >= 22  # 128 bits


def test_a_calendar_that_has_the_newest_gets_nothing_again(session: AnySession, chosen: Cast, clock: Clock) -> None:
    token = opened(session, chosen, clock)
    first = look(session, clock, token)
    clock.forward(days=3)
    assert look(session, clock, token, first.etag) == Page(first.etag, None)
    later = Choice("Asia/Kathmandu", (Slot(time(8)),), away_until=date(2026, 4, 1))
    reminders.choose(session, chosen.client.actor, clock(), chosen.client.id, later)
    changed = look(session, clock, token, first.etag)
    assert changed.etag != first.etag
    assert [event["DTSTART"].to_ical() for event in events(changed.body)] == [b"20260401T080000"]
    clients.change_client(session, chosen.owner.actor, clock(), chosen.client.id, {"language": "de"})
    assert look(session, clock, token, changed.etag).body is not None


def test_a_new_address_ends_the_one_before(session: AnySession, chosen: Cast, clock: Clock) -> None:
    old, new = opened(session, chosen, clock), opened(session, chosen, clock)
    assert look(session, clock, new).body
    with pytest.raises(NotFound):
        look(session, clock, old)


def test_a_feed_that_she_ended_is_not_there(session: AnySession, chosen: Cast, clock: Clock) -> None:
    token = opened(session, chosen, clock)
    for _ in range(2):
        calendar.close_feed(session, chosen.client.actor, clock())
        with pytest.raises(NotFound):
            look(session, clock, token)
    assert calendar.feed_state(session, chosen.client.actor) == {"made_at": None}


def test_who_was_put_away_has_no_feed_until_she_is_back(session: AnySession, chosen: Cast, clock: Clock) -> None:
    token = opened(session, chosen, clock)
    clients.change_client(session, chosen.owner.actor, clock(), chosen.client.id, {"archived": True})
    with pytest.raises(NotFound):
        look(session, clock, token)
    clients.change_client(session, chosen.owner.actor, clock(), chosen.client.id, {"archived": False})
    assert look(session, clock, token).body


def test_an_erased_client_leaves_no_feed(session: AnySession, chosen: Cast, clock: Clock) -> None:
    token, master = opened(session, chosen, clock), b"m" * 32
    erasing.erase_client(session, chosen.owner.actor, clock(), master, chosen.client.id, chosen.client.name)
    with pytest.raises(NotFound):
        look(session, clock, token)
    with read(session):
        assert session.scalars(select(CalendarFeed)).all() == []


def test_who_tries_many_addresses_must_wait_and_locks_nobody_out(
    session: AnySession, chosen: Cast, clock: Clock
) -> None:
    token = opened(session, chosen, clock)
    for _ in range(FEED_PER_ADDRESS.tries):
        with pytest.raises(NotFound):
            look(session, clock, "guessed")
    with pytest.raises(RateLimited):
        look(session, clock, "guessed")
    # Calendars of others come from the same few addresses of one big service.
    assert look(session, clock, token).body
    clock.forward(hours=1, seconds=1)
    with pytest.raises(NotFound):
        look(session, clock, "guessed")
