"""What was done in the room with the people of the demo, by their names; days as in their stories."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

import uuid_utils

from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.visits import VisitDraft
from pith.services import visits
from pith.services.transaction import AnySession


@dataclass(frozen=True)
class Seen:
    """A visit on a day of her story."""

    day: int
    kind: str
    regions: tuple[tuple[str, str], ...] = ()
    note: str = ""
    reaction: str = ""
    minutes: int = 50


@dataclass(frozen=True)
class Care:
    """Her visits, and how many were planned when she began (None: no course)."""

    planned: int | None
    seen: tuple[Seen, ...]


CARE: Mapping[str, Care] = {
    "Ana R.": Care(
        6,
        (
            Seen(
                0, "indirect", (("upper_back", "middle"),), "First meeting. Held in ease, she sleeps badly.", "Tired."
            ),
            Seen(
                15,
                "direct",
                (("upper_back", "left"), ("shoulder_top", "left")),
                "Left shoulder blade moves with the breath again.",
                "Warm for an hour.",
            ),
            Seen(31, "both", (("shoulder_top", "left"), ("neck_side", "left")), "Turns to the left almost as far."),
        ),
    ),
    "Jonas K.": Care(
        12,
        (
            Seen(0, "indirect", (("lower_back", "middle"),), "Blood thinners: only held in ease.", minutes=60),
            Seen(10, "indirect", (("lower_back", "middle"), ("glute", "right")), "Little change by hand.", "None."),
            Seen(21, "indirect", (("back_pelvis", "middle"),), "Another way to the same place.", minutes=60),
        ),
    ),
    "Mira T.": Care(4, (Seen(0, "direct", (("hip_side", "right"),)), Seen(25, "direct", (("hip_side", "right"),)))),
    "Lea M.": Care(
        5,
        (
            Seen(0, "indirect", (("neck_back", "middle"),), "Lies on her side, pillow between the knees."),
            Seen(14, "indirect", (("jaw", "right"),), "The jaw joins in.", "Tears, then quiet. She felt safe."),
            Seen(27, "indirect", (("shoulder_front", "right"),)),
            Seen(35, "indirect", (("shoulder_front", "right"),), "Nearly free. Small steps at home.", "Light.", 40),
        ),
    ),
    "Sofia D.": Care(None, (Seen(0, "indirect", (("base_of_skull", "middle"),)),)),
}


def days_of(name: str) -> tuple[int, ...]:
    """The days of her story on which she was seen."""
    care = CARE.get(name)
    return () if care is None else tuple(seen.day for seen in care.seen)


def write_down(
    session: AnySession, therapist: Actor, at: datetime, master: bytes, client: tuple[str, str, str], day: int
) -> None:
    """The visit of that day, at its end; with the first one the course is planned. `client`: id, name, zone."""
    client_id, name, zone = client
    care, today = CARE[name], local_date(at, zone)
    if day == 0 and care.planned is not None:
        visits.set_course(session, therapist, at, client_id, care.planned, today)
    for seen in care.seen:
        if seen.day == day:
            visit_id = str(uuid_utils.uuid7())
            visits.write_down(session, therapist, at, master, client_id, visit_id, _draft(seen, today))


def _draft(seen: Seen, today: date) -> VisitDraft:
    return VisitDraft(today, seen.minutes, seen.kind, seen.regions, seen.note, seen.reaction)
