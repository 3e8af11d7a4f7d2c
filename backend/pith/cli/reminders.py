"""`pith reminders`: the background worker, and what it would do."""

from __future__ import annotations

import os
import random
import secrets
import socket
from collections.abc import Callable
from datetime import UTC, datetime, time
from itertools import islice
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from flask import Flask

from pith.cli import keeping, serving
from pith.config import Settings
from pith.content.loader import Content
from pith.domain.reminders import ALL_DAYS, Slot, upcoming
from pith.mail.post import Post
from pith.push.sending import sender_for
from pith.services import upkeep, worker
from pith.services.dosing_round import Doses
from pith.services.letters import MailHouse, Mails
from pith.services.push_keys import Sealers
from pith.services.pushing import House, Pushes
from pith.services.ways import Ways
from pith.store.db import db


@click.group("reminders")
def group() -> None:
    """The background worker."""


@group.command("run")
@click.option("--once", is_flag=True, help="One round, then stop.")
@click.option("--now", metavar="ISO", help="Work as if it were this instant (with --once).")
@click.pass_obj
def run(app: Flask, once: bool, now: str | None) -> None:
    """Send what is due until stopped, and keep house: sign of life, expired doors, retention."""
    if now is not None and not once:
        raise click.UsageError("--now stands still: it goes with --once")
    serving.claim(app)
    fixed = None if now is None else _instant(now, "--now")
    worker_of(app, lambda: fixed or datetime.now(UTC), once)


def worker_of(app: Flask, clock: Callable[[], datetime], once: bool) -> None:
    """Runs a worker with this installation's keys and ways out."""
    settings = keeping.settings_of(app)
    content = cast(Content, app.extensions["pith_content"])
    sealers = Sealers(db.session, clock, settings.secrets.master, settings.push_contact)
    sender = sender_for(settings.push_guard, None if settings.push_authority is None else str(settings.push_authority))
    house = House(settings.origin, sealers, content.pushes, settings.push_guard)
    pushes = Pushes(db.session, clock, house, sender, random.random)
    out = Ways(pushes, _mails(settings, content, clock))
    serving.spare_the_collector()
    try:
        name = _name()
        fleeting = [flag for flag, timeline in content.policy.timelines.items() if timeline.by_itself]
        kept = upkeep.House(settings.secrets.master, name, fleeting)
        doses = Doses(settings.secrets.master, content)
        worker.run(db.session, clock, name, kept, out, once, doses)
    finally:
        sender.close()


def _name() -> str:
    """Of this process alone, wherever others run: what one worker holds must not look like another's."""
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{secrets.token_hex(4)}"


def _mails(settings: Settings, content: Content, clock: Callable[[], datetime]) -> Mails | None:
    if settings.mail is None:
        return None
    house = MailHouse(settings.origin, settings.secrets.master, content.mails)
    post = Post(settings.mail.relay, settings.mail.sender)
    return Mails(db.session, clock, house, post, random.random)


@group.command("next")
@click.option("--zone", required=True, metavar="ZONE", help="IANA zone, as Europe/Berlin.")
@click.option("--time", "at", required=True, metavar="HH:MM", help="The time of day there.")
@click.option("--days", metavar="0,1,..", help="Weekdays, 0 = Monday (default: all).")
@click.option("--from", "after", required=True, metavar="ISO", help="Strictly after this instant (UTC unless it says).")
@click.option("--count", default=1, type=click.IntRange(1, 10_000), help="How many.")
def upcoming_command(zone: str, at: str, days: str | None, after: str, count: int) -> None:
    """The next instants of a slot in UTC, one a line, without the seconds that spread clients."""
    slot = Slot(_time(at), ALL_DAYS if days is None else _days(days))
    for due in islice(upcoming(slot, _zone(zone), _instant(after, "--from")), count):
        click.echo(due.at.isoformat().replace("+00:00", "Z"))


def _zone(name: str) -> str:
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise click.BadParameter(f"{name!r} is no time zone", param_hint="--zone") from error


def _time(text: str) -> time:
    hour, _, minute = text.partition(":")
    try:
        return time(int(hour), int(minute))
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no time as 07:00", param_hint="--time") from error


def _days(text: str) -> frozenset[int]:
    days = frozenset(int(one) if one.strip().isdecimal() else -1 for one in text.split(","))
    if not days <= ALL_DAYS:
        raise click.BadParameter(f"{text!r}: weekdays are 0 (Monday) to 6, with commas between", param_hint="--days")
    return days


def _instant(text: str, option: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no instant as 2026-03-28T12:00:00Z", param_hint=option) from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
