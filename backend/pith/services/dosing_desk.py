"""What the rules did to a client's dose, as her therapist reads it, and what she does about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

import orjson

from pith.domain.accounts import Actor
from pith.domain.days import corrected, read_instant, window_start
from pith.domain.errors import Conflict, NotFound
from pith.services.clients import client_for, touch_view
from pith.services.dosing import defaults, settle
from pith.services.dosing_look import Look, current_s, in_effect, look
from pith.services.dosing_round import settle_told
from pith.services.dosing_rows import PROPOSALS, STOP, decision_view, names_of, stands
from pith.services.dosing_step import ProposalGone, is_proposed, proposed, take_step
from pith.services.transaction import AnySession, read, write
from pith.store import dose as store
from pith.store import practice as practice_store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.dose import DoseDecision, DoseSetting

if TYPE_CHECKING:
    from pith.content.loader import Content

# As many as one looks back on; an export has them all.
SHOWN = 60
# What a phone's log calls the whole program: there no target is empty.
WHOLE = "program"


class NotUndone(Conflict):
    code = "cannot_be_undone"
    message = "This cannot be undone: it ended already, or a warning sign stands. Look at what has changed."


def dose_of(session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str) -> dict[str, Any]:
    """`{settings, slow_lane, today, proposal, decisions, on_phone}` of one client, once what waits is worked out;
    `today` is None while no program of hers has begun. Raises NotFound."""
    with read(session):
        client = client_for(session, actor, client_id, "see")
    settle_told(session, (client.practice_id, client_id), now, content)
    with read(session):
        client = client_for(session, actor, client_id, "see")
        return _shown(session, client, now, content)


def set_bounds(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, bounds: dict[str, Any]
) -> dict[str, Any]:
    """Puts other bounds in place: `{cap_s, lane, mode}`."""

    def put(client: Client, by: Therapist) -> None:
        setting = store.ensure_setting(session, defaults(client.practice_id, client.id))
        setting.cap_s, setting.lane, setting.mode = bounds["cap_s"], bounds["lane"], bounds["mode"]
        setting.changed_at, setting.by_id, setting.by_name = now, by.id, by.name

    return _act(session, actor, now, content, client_id, put)


def accept(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, decision_id: str
) -> dict[str, Any]:
    """Takes the step that is proposed: the next version of her program. Sent twice it is one step. Raises ProposalGone,
    Invalid, NotFound."""

    def take(client: Client, by: Therapist) -> None:
        row = _row(session, client, decision_id, PROPOSALS)
        if _did(row, store.ACCEPTED, by):
            return
        found = _look(session, client, now, content)
        if found is None:
            raise ProposalGone()
        take_step(session, found, row, by, now, content)

    return _act(session, actor, now, content, client_id, take)


def decline(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, decision_id: str, reason: str
) -> dict[str, Any]:
    """Says no to a step: it is proposed again after the time between two steps. Raises ProposalGone, NotFound."""

    def close(client: Client, by: Therapist) -> None:
        row = _row(session, client, decision_id, PROPOSALS)
        if _did(row, store.DECLINED, by, reason):
            return
        if not stands(row):
            raise ProposalGone()
        _note(session, row, store.DECLINED, by, now, reason)

    return _act(session, actor, now, content, client_id, close)


def undo(
    session: AnySession, actor: Actor, now: datetime, content: Content, client_id: str, decision_id: str, reason: str
) -> dict[str, Any]:
    """Takes the effect of a decision away; it stays on record. Raises NotUndone for a red flag's stop, which ends with
    its flag, and for what has no effect any more; NotFound."""

    def close(client: Client, by: Therapist) -> None:
        row = _row(session, client, decision_id)
        if _did(row, store.UNDONE, by, reason):
            return
        found = _look(session, client, now, content)
        if row.rule == STOP or found is None or row not in in_effect(found):
            raise NotUndone()
        _note(session, row, store.UNDONE, by, now, reason)

    return _act(session, actor, now, content, client_id, close)


def _act(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    client_id: str,
    what: Callable[[Client, Therapist], None],
) -> dict[str, Any]:
    """One transaction: her dose as it is now, what is done about it, and her dose after that."""
    with write(session):
        client = client_for(session, actor, client_id, "assign")
        hold_client(session, client.practice_id, client.id)
        settle(session, client.practice_id, client.id, now, content.policy)
        what(client, session.get_one(Therapist, (actor.practice_id, actor.id)))
        session.flush()
        settle(session, client.practice_id, client.id, now, content.policy)
        touch_view(session, client.practice_id, client.id)
        return _shown(session, client, now, content)


def _look(session: AnySession, client: Client, now: datetime, content: Content) -> Look | None:
    setting = store.setting_of(session, client.practice_id, client.id)
    bounds = setting or DoseSetting(**defaults(client.practice_id, client.id))
    return look(session, client, bounds, now, content.policy)


def _row(session: AnySession, client: Client, decision_id: str, rules: Sequence[str] | None = None) -> DoseDecision:
    row = store.one_decision(session, client.practice_id, client.id, decision_id)
    if row is None or (row.rule in PROPOSALS) != (rules is not None):
        raise NotFound()
    return row


def _did(row: DoseDecision, act: str, by: Therapist, reason: str = "") -> bool:
    """Whether she did this very thing already: her request came twice."""
    return (row.act, row.acted_by_id, row.reason or "") == (act, by.id, reason)


def _note(session: AnySession, row: DoseDecision, act: str, by: Therapist, now: datetime, reason: str) -> None:
    row.act, row.acted_at, row.reason = act, now, reason or None
    row.acted_by_id, row.acted_by_name = by.id, by.name
    practice_store.withdraw_alerts(session, row.practice_id, row.client_id, [row.id], now)


def _shown(session: AnySession, client: Client, now: datetime, content: Content) -> dict[str, Any]:
    setting = store.setting_of(session, client.practice_id, client.id)
    bounds: Any = setting or DoseSetting(**defaults(client.practice_id, client.id))
    found = look(session, client, bounds, now, content.policy)
    rows = store.decisions_of(session, client.practice_id, client.id)
    effective = {row.id for row in in_effect(found)} if found else set()
    told = [row for row in rows if row.rule not in PROPOSALS or row.act is not None]
    return {
        "settings": {"cap_s": bounds.cap_s, "lane": bounds.lane, "mode": bounds.mode},
        "set": None
        if bounds.changed_at is None
        else {"at": bounds.changed_at, "by": _who(bounds.by_id, bounds.by_name)},
        "slow_lane": found.known.slow_lane if found else bounds.slow_lane,
        "today": None if found is None else _today(found),
        "proposal": None if found is None else _proposal(found, rows, content),
        "decisions": [_decision(row, row.id in effective, found, now) for row in reversed(told[-SHOWN:])],
        "on_phone": _on_phone(session, client, rows, now),
    }


def _today(found: Look) -> dict[str, Any]:
    today = found.derived.today
    plain = {name: getattr(today, name) for name in ("rule", "decision", "notice", "target", "new_s")}
    return {**plain, "cur_s": current_s(found)}


def _proposal(found: Look, rows: Sequence[DoseDecision], content: Content) -> dict[str, Any] | None:
    row = next((one for one in rows if one.rule in PROPOSALS and is_proposed(found, one)), None)
    items = None if row is None else proposed(found, row, content)
    if row is None or items is None:
        return None
    today = found.derived.today
    plain = {"id": row.id, "on": row.day, "rule": row.rule, "target": row.target}
    return {**plain, "cur_s": current_s(found), "new_s": today.new_s, "items": items}


def _decision(row: DoseDecision, effective: bool, found: Look | None, now: datetime) -> dict[str, Any]:
    acted = None if row.act is None else {"at": row.acted_at, "by": _who(row.acted_by_id, row.acted_by_name)}
    # A red flag may be lifted between two looks at her dose.
    over = row.rule == STOP and found is not None and not found.history.red and row.withdrawn_at is None
    return {
        **decision_view(row),
        "engine": row.engine,
        "in_effect": effective,
        "act": row.act,
        "acted": None if acted is None else {**acted, "reason": row.reason},
        "withdrawn_at": now if over else row.withdrawn_at,
    }


def _who(id_: str | None, name: str | None) -> dict[str, Any] | None:
    return None if id_ is None else {"id": id_, "name": name}


def _on_phone(session: AnySession, client: Client, rows: Sequence[DoseDecision], now: datetime) -> list[dict[str, Any]]:
    """What her phone decided by itself while it could not ask, and what everything she told does not lead to."""
    known = {name for row in rows for name in names_of(row)}
    logs = store.decision_logs(session, client.practice_id, client.id, window_start(now).isoformat())
    found = []
    for log in logs:
        body = orjson.loads(log.body)
        if body["decision_id"] not in known:
            at = min(corrected(read_instant(body["recorded_at"]), log.skew_s), log.received_at)
            target = "" if body["target"] == WHOLE else body["target"]
            found.append({"id": log.id, "at": at, "rule": body["rule"], "target": target})
    return found
