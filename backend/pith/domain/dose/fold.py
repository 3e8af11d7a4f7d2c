"""The course of the dose: each event may change it at once, and the next one finds it changed.

Where the brief leaves a choice, the safer one is taken:
- A number of 8 or more in a hold stops like a sharp pain (D02), unless a pain in that session has already.
- A session counts for a technique when it began after that technique's last change: a hurt that paused it in the middle
  is not also a step back. Half the time after a gap (D07) forgets nothing of a technique, a new start (D06) does.
- A second decision of the same rule about the same target on one date is made at the start of the next date.
- A rest for a reaction ends when no session that touches the technique is felt any more. Where it began on the same
  date, it ends at the start of the next. A new rest on the date of such an end takes the place of it.
- An undone rest for a reaction that goes on rests again with the next answer that says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from pith.domain.days import local_date
from pith.domain.dose.decide import Case, Ruling, decide
from pith.domain.dose.gaps import Gaps
from pith.domain.dose.history import (
    Decision,
    History,
    HurtFacts,
    PainFacts,
    ReactionFacts,
    SessionFacts,
)
from pith.domain.dose.naming import decision_id
from pith.domain.dose.overlay import ALL, is_undone, standing
from pith.domain.dose.pain import Felt, Own, newest_peak, peak_of
from pith.domain.dose.reactions import Answers, felt_by, hours_of, is_open, too_long
from pith.domain.dose.seconds import heaviest_s
from pith.domain.dose.states import changed, level_of, seconds_of, state_of
from pith.domain.dose.timeline import Day, Event, Lasts, events
from pith.domain.dose.today import Course
from pith.domain.practice import SETTLED, STOPPING, STOPPING_FROM

AT_ONCE = frozenset({"D02", "D04", "D05"})


def course_of(history: History) -> Course:
    fold = _Fold(history)
    for event in events(history):
        fold.happens(event)
    return fold.course()


class _Fold:
    """All that the events so far have changed."""

    def __init__(self, history: History) -> None:
        self.history = history
        self.program = history.program
        self.techniques = list(dict.fromkeys(item.technique_id for item in self.program.items))
        self.layers = standing(history.carried, history.undone, self.program.items)
        self.carried = {one.id: one for one in history.carried}
        self.waiting: list[tuple[Case, str, str]] = []
        self.made: dict[str, Decision] = {}
        self.stopped = False
        self.felt = Felt(history.sessions, history.pains)
        self.known = {one.id: one for one in history.sessions}
        self.answers = Answers(history.reactions)
        self.gaps = Gaps(history.prescribed, history.practised)
        self.changed_at: dict[str, datetime] = {}
        self.hurt_at: dict[str, datetime] = {}
        self.changed_on, self.levelled_on = self.program.since, self.program.level_since
        self.episodes: set[tuple[date | None, str]] = set()

    def happens(self, event: Event) -> None:
        match event.what:
            case Day(date=day):
                self._make_up(event.at)
                self._left_out(day, event.at)
                self._return(event.at)
            case SessionFacts() as session:
                self.felt.practised(session, self.changed_at)
                self._judge([session], event.at, ended=True)
            case PainFacts() as pain:
                if followed := self.felt.told(pain):
                    self._judge(followed, event.at)
            case HurtFacts() as hurt:
                self._hurts(hurt)
            case Lasts(session=session):
                self._rest(session, event.at)
            case ReactionFacts() as told:
                self._answered(told)
            case flag:
                self._record(event.at, Case(red_flag=True), ALL, flag.id)
                self.stopped = True

    def course(self) -> Course:
        last = max(self.changed_at.values(), default=None)
        since = [one for one in self.felt.sessions if last is None or one.started_at > last]
        decisions = sorted(self.made.values(), key=lambda one: (one.at, one.id))
        return Course(
            decisions, self.layers, self.changed_on, self.levelled_on, since, self.felt, self.gaps, self.answers
        )

    def _left_out(self, day: date, at: datetime) -> None:
        """D07 and D06: once each for the same days left out."""
        last, gap = self.gaps.before(day)
        if gap == 0:
            return
        case = Case(gap_days=gap)
        episode = (last, decide(case).rule)
        if episode[1] in ("D06", "D07") and episode not in self.episodes:
            self.episodes.add(episode)
            self._record(at, case, ALL, None)

    def _judge(self, sessions: Iterable[SessionFacts], at: datetime, *, ended: bool = False) -> None:
        """D02, D04, D05 for each technique of these sessions, by its own sessions since its last change."""
        latest = {entry.technique_id: session for session in sessions for entry in session.entries}
        for target in self._in_order(latest):
            session, own = latest[target], self.felt.own(target)
            stops = ended and self._stops(session, target)
            told: Own = own if session.id in own and target in self.techniques else {}
            # As far as a step at once looks; the whole is only gathered for a step.
            if _is_at_once(self.felt.newest_deltas(told), newest_peak(told), stops):
                peaks = tuple([peak for peak in told.values() if peak is not None])
                case = Case(deltas=self.felt.deltas(told), peaks=peaks, stop_symptom=stops)
                self._at_once(at, case, target, session.id)

    def _stops(self, session: SessionFacts, target: str) -> bool:
        """A number as strong as a sharp pain, unless a pain in this very session has said so."""
        hurt_at = self.hurt_at.get(target)
        strong = (peak_of(session, target) or 0) >= STOPPING_FROM
        return strong and (hurt_at is None or hurt_at < session.started_at)

    def _in_order(self, techniques: Iterable[str]) -> list[str]:
        """The therapist's order, then what the program does not have."""
        order = self.techniques
        return sorted(techniques, key=lambda one: (order.index(one) if one in order else len(order), one))

    def _hurts(self, hurt: HurtFacts) -> None:
        if hurt.feeling in STOPPING or (hurt.discomfort or 0) >= STOPPING_FROM:
            self.hurt_at[hurt.technique_id] = hurt.at
            self._at_once(hurt.at, Case(stop_symptom=True), hurt.technique_id, hurt.id)

    def _at_once(self, at: datetime, case: Case, target: str, source: str) -> None:
        """Where the date has such a decision already, the next one makes it; what rests for a pain rests."""
        if self._record(at, case, target, source) or (case.stop_symptom and target in self.layers.hurting):
            return
        self.waiting.append((case, target, source))
        self._forget(target, at)

    def _make_up(self, at: datetime) -> None:
        waiting, self.waiting = self.waiting, []
        for case, target, source in waiting:
            if not self._record(at, case, target, source):
                self.waiting.append((case, target, source))

    def _answered(self, told: ReactionFacts) -> None:
        session = self.known.get(told.session_id)
        if told.answer == SETTLED:
            self._return(told.at)
        elif session is not None and too_long(session, told.at):
            self._rest(session, told.at)

    def _rest(self, session: SessionFacts, at: datetime) -> None:
        """D03 for each technique that the session touched, while it is felt."""
        told = self.answers.about(session.id, at)
        if told is None or not is_open(told):
            return
        for target in felt_by(session, self.program.items):
            if target not in self.layers.reacting:
                self._record(at, Case(reaction_h=hours_of(session, at)), target, told.id)

    def _return(self, at: datetime) -> None:
        """What rests for a reaction that is over comes back one level lower."""
        if not self.layers.reacting:
            return
        open_now = [one for one in self.known.values() if is_open(self.answers.about(one.id, at))]
        felt = {target for session in open_now for target in felt_by(session, self.program.items)}
        for target in self._in_order(self.layers.reacting.keys() - felt):
            over = self.answers.to_pause(self.layers.reacting[target], at)
            if over is not None and not is_open(over):
                session = self.known.get(over.session_id)
                hours = hours_of(session, over.at) if session else None
                self._record(at, Case(reaction_h=hours), target, over.id, back=True)

    def _record(self, at: datetime, case: Case, target: str, source: str | None, *, back: bool = False) -> bool:
        """One decision a date, rule and target. What was undone is made all the same, but moves only the clocks.
        False: the date has one from another source."""
        case = self._sized(case, target)
        ruling = replace(decide(case), rule="D03", decision="STEP_BACK", notice="info") if back else decide(case)
        on = local_date(at, self.history.zone)
        id_ = decision_id(self.history.client_id, on, ruling.rule, target)
        was = self.made.get(id_) or self.carried.get(id_)
        if was is not None and not _overrules(ruling, was):
            return was.source == source
        before = state_of(self.program, self.layers, target, stopped=self.stopped)
        after = changed(self.program, self.layers, target, ruling, before)
        first = before if was is None else was.before
        told = _inputs(case)
        made = Decision(id_, on, at, ruling.rule, ruling.decision, target, ruling.notice, first, after, told, source)
        self.made[id_] = made
        self._change(made, levelled=after.level != before.level)
        return True

    def _sized(self, case: Case, target: str) -> Case:
        """With the seconds that the target has now, and its level."""
        layers, program = self.layers, self.program
        if case.red_flag:
            return case
        if target == ALL:
            return replace(case, cur_s=heaviest_s(program.items, layers.cuts, layers.budget_s))
        level = level_of(program, layers, target)
        if level is None:
            return case
        return replace(case, cur_s=seconds_of(program, target, layers.cuts.get(target, 0)), level=level)

    def _change(self, made: Decision, *, levelled: bool) -> None:
        if is_undone(made, self.history.undone):
            self.layers.take_back(made)
        else:
            self.layers.apply(made, self.techniques)
        for target in (made.target, *(self.techniques if made.rule == "D06" else ())):
            self._forget(target, made.at)
        self.changed_on = max(self.changed_on, made.on)
        if levelled:
            self.levelled_on = max(self.levelled_on, made.on)

    def _forget(self, target: str, at: datetime) -> None:
        self.changed_at[target] = max(at, self.changed_at.get(target, at))
        self.felt.forget(target)


@lru_cache
def _is_at_once(deltas: tuple[int, ...], peaks: tuple[int, ...], stop_symptom: bool) -> bool:
    """Asked for each technique of each practice, and nearly always of the same few cases."""
    return decide(Case(deltas=deltas, peaks=peaks, stop_symptom=stop_symptom)).rule in AT_ONCE


def _overrules(ruling: Ruling, was: Decision) -> bool:
    """A rest takes the place of the return of the same date."""
    return ruling.decision == "PAUSE_REGION" and was.decision == "STEP_BACK"


def _inputs(case: Case) -> dict[str, Any]:
    told = ((field.name, field.default, getattr(case, field.name)) for field in fields(Case))
    return {name: list(value) if isinstance(value, tuple) else value for name, usual, value in told if value != usual}
