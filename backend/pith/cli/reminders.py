"""`pith reminders`: the background worker, and what it would do."""

from __future__ import annotations

import os
from datetime import UTC, datetime, time
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click
from flask import Flask

from pith.cli import keeping, serving
from pith.domain.reminders import ALL_DAYS, Slot, upcoming
from pith.services import upkeep
from pith.store.db import db


@click.group("reminders")
def group() -> None:
    """The background worker."""


@group.command("run")
@click.option("--once", is_flag=True, help="One round, then stop.")
@click.pass_obj
def run(app: Flask, once: bool) -> None:
    """Work in rounds until stopped: sign of life, expired doors, retention."""
    serving.claim(app)
    name = f"worker-{os.getpid()}"
    upkeep.run(db.session, lambda: datetime.now(UTC), name, keeping.settings_of(app).secrets.master, once)


@group.command("next")
@click.option("--zone", required=True, metavar="ZONE", help="IANA zone, as Europe/Berlin.")
@click.option("--time", "at", required=True, metavar="HH:MM", help="The time of day there.")
@click.option("--days", metavar="0,1,..", help="Weekdays, 0 = Monday (default: all).")
@click.option("--from", "after", required=True, metavar="ISO", help="Strictly after this instant (UTC unless it says).")
@click.option("--count", default=1, type=click.IntRange(1, 10_000), help="How many.")
def upcoming_command(zone: str, at: str, days: str | None, after: str, count: int) -> None:
    """The next instants of a slot in UTC, one a line, without the seconds that spread clients."""
    slot = Slot(_time(at), ALL_DAYS if days is None else _days(days))
    for due in islice(upcoming(slot, _zone(zone), _instant(after)), count):
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


def _instant(text: str) -> datetime:
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(f"{text!r} is no instant as 2026-03-28T12:00:00Z", param_hint="--from") from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found
