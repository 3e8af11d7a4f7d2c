"""Plays the demo's stories through the same services as real use, in the order in which it all would have happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import uuid_utils
from sqlalchemy import select

from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.services import (
    accounts,
    clients,
    demo_reminders,
    demo_visits,
    invitations,
    practice,
    programs,
    screening,
    sessions,
)
from pith.services.demo_answers import answers_of
from pith.services.demo_phone import Phone
from pith.services.demo_stories import EMAIL, PRACTICE, SHOWN, STORIES, THERAPIST, ZONE
from pith.services.demo_story import Change, Moment, Story
from pith.services.invitations import Device
from pith.services.program_wire import draft_of
from pith.services.transaction import AnySession, read
from pith.services.tries import Visitor
from pith.store.accounts import Client, Therapist

if TYPE_CHECKING:
    from pith.content.loader import Content

LONGEST = max(story.days for story in STORIES)
_FIRST_MEETING, _SEEN, _CHANGES_SAVED, _READS = time(10), time(15, 40), time(16), time(17, 30)
_DEVICE = "Demo phone"
_STEP_TAKES = timedelta(minutes=20)  # a session with all that is told after it; nothing may end after `now`

Step = Callable[[datetime], None]


@dataclass
class _Stage:
    """What every step of the play needs."""

    session: AnySession
    therapist: Actor
    content: Content
    master: bytes
    visitor: Visitor


def build(session: AnySession, now: datetime, content: Content, master: bytes, codes: bytes, password: str) -> None:
    """The practice, its therapist with this password, nine clients and their weeks up to `now`.

    Raises SignUpClosed where a practice exists already.
    """
    visitor = Visitor("demo", "Demo", codes)
    start = now - timedelta(days=LONGEST + 1)
    person = {"name": THERAPIST, "email": EMAIL, "password": password}
    token = accounts.sign_up(session, start, visitor, PRACTICE, ZONE, person)
    with read(session):
        therapist = sessions.find(session, start, token).actor
    assert therapist is not None
    stage = _Stage(session, therapist, content, master, visitor)
    plays = [_Performance(stage, story, now) for story in STORIES]
    steps = [step for play in plays for step in play.steps()]
    for at, step in sorted(steps, key=lambda one: one[0]):
        if at + _STEP_TAKES <= now:
            step(at)
    for play in plays:
        demo_reminders.play(session, now, therapist.practice_id, play.client_id, play.story)
    demo_reminders.park(session, now, therapist.practice_id)


def fresh_link(session: AnySession, now: datetime, origin: str) -> str | None:
    """A new one-use link for the client whom the demo shows; None where there is no demo (any more)."""
    with read(session):
        owner = session.scalars(select(Therapist).where(Therapist.email == EMAIL)).one_or_none()
        if owner is None:
            return None
        actor = Actor("therapist", owner.practice_id, owner.id, "", "owner")
        shown = select(Client.id).where(Client.practice_id == owner.practice_id, Client.name == SHOWN)
        client_id = session.scalars(shown.limit(1)).one_or_none()
    if client_id is None:
        return None
    return str(invitations.invite(session, actor, now, client_id, origin, True)["url"])


class _Performance:
    """One story: which step happens when. The seed is the name, so that one story's change moves no other."""

    def __init__(self, stage: _Stage, story: Story, now: datetime) -> None:
        self.stage, self.story = stage, story
        self.random = Random(story.name)
        self.began = local_date(now, story.zone) - timedelta(days=story.days)
        self.client_id = ""
        self.phone: Phone | None = None
        self.versions = 0

    def steps(self) -> list[tuple[datetime, Step]]:
        """Every step with its instant, first meeting first."""
        found: list[tuple[datetime, Step]] = [(self._at(0, _FIRST_MEETING, ZONE), self._meet)]
        for change in self.story.changes[1:]:
            found.append((self._at(change.day, _CHANGES_SAVED, ZONE), self._saver(change)))
        for day in demo_visits.days_of(self.story.name):
            found.append((self._at(day, _SEEN, ZONE), self._seer(day)))
        for day in range(self.story.days + 1):
            found.append((self._usual_time(day), self._liver(day)))
        if self.story.read_until is not None:
            found.append((self._at(self.story.days - self.story.read_until, _READS, ZONE), self._read))
        return found

    def _meet(self, at: datetime) -> None:
        """The first meeting: file, her phone let in, what she answers, clearance and program, in the room."""
        stage, story = self.stage, self.story
        made = clients.add_client(stage.session, stage.therapist, at, stage.master, story.name, story.zone)
        self.client_id = made["id"]
        invitation = invitations.invite(stage.session, stage.therapist, at, self.client_id, "http://localhost", True)
        device = Device(None, _DEVICE)
        token, _ = invitations.pair_by_token(stage.session, at, stage.visitor, invitation["token"], device)
        self.phone = Phone(story, self.began, token, stage.master, stage.content, self.random)
        self._answer(at)
        demo_reminders.choose(stage.session, stage.therapist, at, self.client_id, story)
        if story.clearance is not None:
            screening.record(stage.session, stage.therapist, at, self.client_id, story.clearance)
        self._save(at, story.changes[0])
        self.phone.pull(stage.session, at)
        self.phone.tell(at, "consent", version=1, given=True)
        self.phone.send(stage.session, at)

    def _answer(self, at: datetime) -> None:
        """The intake on her phone, question by question."""
        phone, questions = self.phone, self.stage.content.policy.intake
        assert phone is not None
        for name, told in answers_of(self.story, questions, self.began):
            phone.tell(at, "intake", phone.asides, question_id=name, answer=told)
        phone.send(self.stage.session, at)

    def _saver(self, change: Change) -> Step:
        return lambda at: self._save(at, change)

    def _save(self, at: datetime, change: Change) -> None:
        stage = self.stage
        draft = draft_of({"items": change.items, "days": change.days, "reason": change.reason})
        programs.save_version(
            stage.session,
            stage.therapist,
            at,
            stage.content,
            self.client_id,
            draft,
            str(uuid_utils.uuid7()),
            base_version=self.versions,
        )
        self.versions += 1

    def _seer(self, day: int) -> Step:
        stage = self.stage
        return lambda at: demo_visits.write_down(
            stage.session,
            stage.therapist,
            at,
            stage.master,
            (self.client_id, self.story.name, self.story.zone),
            day,
        )

    def _liver(self, day: int) -> Step:
        moment = self.story.moments.get(day, Moment())
        practises = self.random.random() < self.story.keeps if moment.practises is None else moment.practises
        return lambda at: self._live(at, day, moment, practises)

    def _live(self, at: datetime, day: int, moment: Moment, practises: bool) -> None:
        """One day with her phone, where she opens it at all; it asks the server only where there is a network."""
        phone, session = self.phone, self.stage.session
        assert phone is not None
        if not practises and moment in (Moment(), Moment(practises=False)):
            return
        phone.zone = self._zone(day)
        connected = not any(day in stretch for stretch in self.story.offline)
        if connected:
            phone.pull(session, at)
        if moment.reaction and phone.last_session:
            phone.tell(at, "reaction", session_id=phone.last_session, answer=moment.reaction)
        if practises:
            phone.practise(at, moment.word, moment.hurt)
        self._tell(phone, at + timedelta(minutes=14), moment)
        if connected:
            phone.send(session, at + timedelta(minutes=15))

    def _tell(self, phone: Phone, at: datetime, moment: Moment) -> None:
        if moment.question:
            phone.tell(at, "question", text=moment.question, about=None)
        if moment.note:
            phone.tell(at, "note", text=moment.note, private=moment.private)
        if moment.flag:
            found = {"flag_id": moment.flag, "on": True, "act": "raise", "sites": [], "since": None}
            phone.tell(at, "flag", phone.asides, **found, source="daily_check", reason=None)
        for name, values in moment.measures.items():
            phone.tell(at, "measure", phone.asides, measure_id=name, values=dict(values))
        if moment.marks:
            marks = [{"region": region, "side": side, "strength": strength} for region, side, strength in moment.marks]
            phone.tell(at, "body", marks=marks)

    def _read(self, at: datetime) -> None:
        stage = self.stage
        page = practice.client_logs(stage.session, stage.therapist, stage.master, self.client_id, None, 1)
        for newest in page["logs"]:
            practice.mark_read(stage.session, stage.therapist, at, self.client_id, newest["seq"])

    def _usual_time(self, day: int) -> datetime:
        """Her usual hour, give or take twenty minutes; on the first day after the meeting."""
        minutes = self.story.hour * 60 + self.random.uniform(-20, 20)
        if day == 0:
            minutes = max(minutes, 11 * 60)
        return self._at(day, time(0), self._zone(day)) + timedelta(minutes=minutes)

    def _zone(self, day: int) -> str:
        return [self.story.zone, *(name for start, name in self.story.zones if start <= day)][-1]

    def _at(self, day: int, clock: time, zone: str) -> datetime:
        lived: date = self.began + timedelta(days=day)
        return datetime.combine(lived, clock, ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
