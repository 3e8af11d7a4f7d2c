"""What a log sets off when it is really inserted, in the same transaction: alerts, flags, answers, consent, language,
reminders, and what a void undoes.

Order does not matter: a void that arrives before its source leaves the same behind as one that arrives after. Of two
languages, or choices about reminders, the one that was made last counts, whenever they arrive; a choice is changed by
another, not by a void. No void takes a flag back, nor the alert of a red one: only a therapist does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from pith.domain.accounts import language_told
from pith.domain.days import corrected, read_instant
from pith.domain.inbox import alert_of
from pith.domain.practice import STRONG_PAIN
from pith.domain.screening import TELLS_FLAGS, Policy
from pith.services import dosing, flags, intake, reminders
from pith.services.clients import touch_view
from pith.services.telling import tell_therapists
from pith.services.transaction import AnySession
from pith.services.words import ClientKey
from pith.store import practice as store
from pith.store import sync as sync_store
from pith.store.accounts import choose_language

Item = Mapping[str, Any]
_SETS_OFF = TELLS_FLAGS | {"hurt", "reaction", "question", "note", "consent", "setting", "void"}


def apply(
    session: AnySession,
    practice_id: str,
    client_id: str,
    now: datetime,
    skew_s: int,
    items: Sequence[Item],
    policy: Policy | None,
    key: ClientKey,
) -> None:
    """Applies the effects of freshly inserted items. The view, of which consent, language, reminders, flags, answers
    and the dose are a part, moves too."""
    who = practice_id, client_id
    touched = [item for item in items if item["kind"] in _SETS_OFF]
    if touched:
        _set_off(session, who, now, skew_s, touched, policy, key)
    if policy is not None:
        dosing.after_logs(session, who, now, items, policy, key)


def _set_off(
    session: AnySession,
    who: tuple[str, str],
    now: datetime,
    skew_s: int,
    touched: Sequence[Item],
    policy: Policy | None,
    key: ClientKey,
) -> None:
    voids = [item["voids"] for item in touched if item["kind"] == "void"]
    voided = sync_store.voided_among(session, *who, [item["id"] for item in touched])
    strong = STRONG_PAIN if policy is None else policy.numbers["pain_gate"]
    _raise_alerts(session, who, now, skew_s, touched, voided, strong)
    if voids:
        store.withdraw_alerts(session, *who, voids, now)
    taken_back = store.delete_consents(session, *who, voids) if voids else 0
    given = _record_consents(session, who, skew_s, touched, voided)
    chosen = _choose_languages(session, who, skew_s, touched) + _choose_reminders(session, who, now, skew_s, touched)
    flagged = policy is not None and flags.take(session, *who, now, skew_s, touched, policy)
    answered = policy is not None and intake.take(session, who, now, skew_s, touched, voided, policy, key)
    if taken_back or given or chosen or flagged or answered:
        touch_view(session, *who)


def _raise_alerts(
    session: AnySession,
    who: tuple[str, str],
    now: datetime,
    skew_s: int,
    items: Sequence[Item],
    voided: frozenset[str],
    strong: int,
) -> None:
    rows = []
    for item in items:
        alert = alert_of(item, voided, strong)
        if alert is not None:
            # Nothing was told after it arrived, whatever the phone's clock claims.
            at = min(corrected(read_instant(item["recorded_at"]), skew_s), now)
            rows.append(
                {
                    "practice_id": who[0],
                    "client_id": who[1],
                    "cause": alert.cause,
                    "source_id": alert.source_id,
                    "level": alert.level,
                    "detail": {**alert.detail, "at": at.isoformat()},
                    "created_at": now,
                    "withdrawn_at": now if alert.withdrawn else None,
                }
            )
    if rows:
        store.insert_alerts(session, rows)
        tell_therapists(session, who, now, rows)


def _record_consents(
    session: AnySession, who: tuple[str, str], skew_s: int, items: Sequence[Item], voided: frozenset[str]
) -> int:
    rows = [
        {
            "practice_id": who[0],
            "client_id": who[1],
            "log_id": item["id"],
            "version": int(item["version"]),
            "given": item["given"],
            "at": corrected(read_instant(item["recorded_at"]), skew_s),
        }
        for item in items
        if item["kind"] == "consent" and item["id"] not in voided
    ]
    if rows:
        store.insert_consents(session, rows)
    return len(rows)


def _choose_languages(session: AnySession, who: tuple[str, str], skew_s: int, items: Sequence[Item]) -> int:
    told = [(language, item) for item in items if (language := language_told(item)) is not None]
    return sum(
        choose_language(session, *who, language, corrected(read_instant(item["recorded_at"]), skew_s))
        for language, item in told
    )


def _choose_reminders(
    session: AnySession, who: tuple[str, str], now: datetime, skew_s: int, items: Sequence[Item]
) -> int:
    told = [item for item in items if item["kind"] == "setting" and item["name"] == "reminders"]
    return sum(
        reminders.choose_from_phone(
            session,
            *who,
            reminders.choice_of(item["value"]),
            (corrected(read_instant(item["recorded_at"]), skew_s), item["id"]),
            now,
        )
        for item in told
    )
