"""What follows from everything told, brought together with what is kept: written, opened again, withdrawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from pith.domain.days import local_date
from pith.domain.dose.gaps import Gaps
from pith.domain.dose_bounds import may_be_proposed
from pith.domain.inbox import was_silent
from pith.domain.practice import Due, pause_dates
from pith.services.dosing_back import missed
from pith.services.dosing_look import Look, current_s, level_of
from pith.services.dosing_rows import ALERT, PROPOSALS, alert_row, proposal_row, row_of, stands
from pith.services.rests import rests_of
from pith.services.telling import tell_therapists
from pith.services.transaction import AnySession
from pith.store import dose as store
from pith.store import inbox as inbox_store
from pith.store import practice as practice_store
from pith.store.accounts import Client
from pith.store.dose import DoseDecision

# Of a decision: its day, rule and target, of which there is one row.
Name = tuple[str, str, str]
Pair = tuple[dict[str, Any], DoseDecision | None]
STOPS, NEW_START = "D02", "D06"
TOLD_OF = ("same_day", "review")
# Of a decision that follows again, perhaps from something else.
_ANEW = ("version", "at", "before", "after", "inputs", "source")


def keep_decisions(session: AnySession, found: Look, now: datetime) -> bool:
    """Writes what is new, opens again what follows once more, withdraws what does not, each with its alert; whether
    anything was."""
    made = [row_of(found.client, found.version.number, one, now) for one in found.derived.decisions]
    kept = _kept(found)
    pairs = [(fresh, kept.pop(_name(fresh), None)) for fresh in made]
    gone = [row for row in kept.values() if _is_over(row, found)]
    for row in gone:
        row.withdrawn_at = now
    session.flush()
    _tell(session, found, [], [row.id for row in gone], now)
    return _keep(session, found, pairs, now) or bool(gone)


def keep_missed(session: AnySession, found: Look, now: datetime) -> bool:
    """Writes what earlier versions lack, and opens again what follows for them once more, with its alerts; whether
    there was any."""
    late = [row_of(found.client, number, one, now) for number, one in missed(session, found)]
    kept = _kept(found)
    return _keep(session, found, [(fresh, kept.get(_name(fresh))) for fresh in late], now)


def keep_proposal(session: AnySession, found: Look, now: datetime) -> None:
    """One proposal stands at most, for as long as it would be made; what was declined waits its time out."""
    today, on = found.derived.today, local_date(now, found.client.timezone)
    declined = [row.acted_at.date() for row in found.rows if row.act == store.DECLINED and row.acted_at is not None]
    wanted = today.rule in PROPOSALS and may_be_proposed(declined, on, found.known.slow_lane)
    proposal = found.version.number, today.rule, today.target
    standing = [row for row in found.rows if row.rule in PROPOSALS and stands(row)]
    kept = [row for row in standing if wanted and (row.version, row.rule, row.target) == proposal][:1]
    gone = [row for row in standing if row not in kept]
    for row in gone:
        row.withdrawn_at = now
    session.flush()
    _tell(session, found, [], [row.id for row in gone], now)
    if wanted and not kept:
        level = level_of(found, today.target) if today.rule == "D13" else None
        _propose(
            session,
            found,
            proposal_row(found.client, found.version.number, today, on, now, current_s(found), level),
            now,
        )


def _kept(found: Look) -> dict[Name, DoseDecision]:
    return {(row.day, row.rule, row.target): row for row in found.rows if row.rule not in PROPOSALS}


def _name(fresh: Mapping[str, Any]) -> Name:
    return fresh["day"], fresh["rule"], fresh["target"]


def _keep(session: AnySession, found: Look, pairs: Sequence[Pair], now: datetime) -> bool:
    """Writes what has no row yet, and opens again what had ended; whether there was either."""
    new = [(fresh, fresh["id"]) for fresh, row in pairs if row is None]
    again = [(fresh, row) for fresh, row in pairs if row is not None and _begins_anew(fresh, row, found)]
    news = [(fresh, row.id) for fresh, row in again if row.source != fresh["source"]]
    for fresh, row in again:
        row.withdrawn_at = None
        for name in _ANEW:
            setattr(row, name, fresh[name])
    session.flush()
    if new:
        store.insert_decisions(session, [fresh for fresh, _ in new])
    _tell(session, found, [*new, *((fresh, row.id) for fresh, row in again)], [], now)
    _open_alerts(session, found.client, [id_ for _, id_ in news], now)
    _push(session, found, [*new, *news], now)
    return bool(new or again)


def _propose(session: AnySession, found: Look, fresh: dict[str, Any], now: datetime) -> None:
    """What was proposed that day already and went for a while stands again; what somebody answered does not."""
    day = fresh["day"], fresh["rule"], fresh["target"]
    row = next((one for one in found.rows if (one.day, one.rule, one.target) == day), None)
    if row is None:
        store.insert_decisions(session, [fresh])
        _tell(session, found, [(fresh, fresh["id"])], [], now)
    elif row.act is None:
        row.withdrawn_at, row.version = None, fresh["version"]
        _tell(session, found, [(fresh, row.id)], [], now)


def _tell(
    session: AnySession, found: Look, made: list[tuple[dict[str, Any], str]], gone: list[str], now: datetime
) -> None:
    who = found.client.practice_id, found.client.id
    told = [(row, id_) for row, id_ in made if _is_told(row, found) and _is_news(session, row, found)]
    if told:
        practice_store.insert_alerts(session, [alert_row(row, id_, now) for row, id_ in told])
        store.restore_alerts(session, *who, ALERT, [id_ for _, id_ in told])
    if gone:
        practice_store.withdraw_alerts(session, *who, gone, now)


def _open_alerts(session: AnySession, client: Client, ids: Sequence[str], now: datetime) -> None:
    """What was closed before she had told what leads to it now waits once more: it is she who opens it again."""
    for id_ in ids:
        alert = inbox_store.alert_of(session, client.practice_id, client.id, ALERT, id_)
        number = 0 if alert is None else inbox_store.newest_number(session, alert)
        if alert is not None and number % 2:
            by = client.id, client.name
            inbox_store.add_outcome(session, alert, number + 1, inbox_store.REOPENED, by, now)
            alert.created_at = now


def _push(session: AnySession, found: Look, news: Sequence[tuple[Mapping[str, Any], str]], now: datetime) -> None:
    """A stop that was told as a number in a hold reaches therapists at once, as one that was told as pain does."""
    stops = [alert_row(row, id_, now) for row, id_ in news if row["rule"] == STOPS and _is_told(row, found)]
    if stops:
        tell_therapists(session, (found.client.practice_id, found.client.id), now, stops)


def _is_told(row: Mapping[str, Any], found: Look) -> bool:
    """Whether a therapist is pointed to it: to what is of that day or to be looked at, and to every step that waits for
    her yes. A stop that was told as pain, and a red flag, have alerts of their own."""
    told_as_pain = row["rule"] == STOPS and row["source"] in {one.id for one, _ in found.told.of("hurt")}
    return (row["notice"] in TOLD_OF or row["rule"] in PROPOSALS) and not told_as_pain


def _is_news(session: AnySession, row: Mapping[str, Any], found: Look) -> bool:
    """Nobody is said to be silent who was told to rest."""
    if row["rule"] != NEW_START:
        return True
    day, history, client = date.fromisoformat(row["day"]), found.history, found.client
    last, _ = Gaps(history.prescribed, history.practised).before(day)
    left_out = [one for one in history.prescribed if one < day and (last is None or one > last)]
    rests = rests_of(session, client.practice_id, {client.id: client.timezone})[client.id]
    items = history.program.items
    asked = {one: frozenset(item.technique_id for item in items if one.weekday() in item.days) for one in left_out}
    due = {one: Due(history.program.number, 0, techniques) for one, techniques in asked.items()}
    return was_silent(left_out, pause_dates(due, (), rests))


def _begins_anew(fresh: Mapping[str, Any], row: DoseDecision, found: Look) -> bool:
    """Where it was withdrawn, ended with an earlier version, or rests on another log now than on the one that she took
    back, what follows is something new."""
    if row.withdrawn_at is not None or (row.version < found.version.number and row.act is None):
        return True
    return row.act is None and row.source != fresh["source"] and row.source in found.told.voided


def _is_over(row: DoseDecision, found: Look) -> bool:
    """A decision of this version that nothing told leads to any more, or one whose log she took back."""
    if row.withdrawn_at is not None:
        return False
    if row.source is not None and row.source in found.told.voided:
        return True
    return row.version == found.version.number and row not in found.carried
