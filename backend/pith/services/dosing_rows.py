"""A decision of the dose between its forms: what the rules made, what a row holds, what an alert says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pith.domain.dose import Decision, State, Today, decision_id
from pith.store.accounts import Client
from pith.store.dose import DoseDecision

# Which edition of the rules made a decision; it stands in the row for ever.
ENGINE = "dose-1"
ALERT = "dose"
PROPOSALS = ("D12", "D13")
# A red flag's stop comes and goes with its flag.
STOP = "D01"


def stands(row: DoseDecision) -> bool:
    return row.withdrawn_at is None and row.act is None


def names_of(row: DoseDecision) -> set[str]:
    """What this decision is called here, and by her phones: who came from another practice has other ids now."""
    return {row.id, decision_id(row.client_id, date.fromisoformat(row.day), row.rule, row.target)}


def decision_in(row: DoseDecision) -> Decision:
    """A kept decision as the rules read it."""
    return Decision(
        id=row.id,
        on=date.fromisoformat(row.day),
        at=row.at,
        rule=row.rule,  # type: ignore[arg-type]  # written by the rules themselves
        decision=row.decision,  # type: ignore[arg-type]
        target=row.target,
        notice=row.notice,  # type: ignore[arg-type]
        before=State(**row.before),
        after=State(**row.after),
        inputs=row.inputs,
        source=row.source,
    )


def decision_view(row: DoseDecision) -> dict[str, Any]:
    """A kept decision as phones and the desk read it."""
    names = ("id", "at", "rule", "decision", "target", "notice", "before", "after", "inputs", "source")
    return {name: getattr(row, name) for name in names} | {"on": row.day}


def row_of(client: Client, version: int, made: Decision, now: datetime) -> dict[str, Any]:
    plain = {name: getattr(made, name) for name in ("id", "at", "rule", "decision", "target", "notice", "source")}
    return {
        "practice_id": client.practice_id,
        "client_id": client.id,
        "version": version,
        "day": made.on.isoformat(),
        "before": asdict(made.before),
        "after": asdict(made.after),
        "inputs": inputs_of(made.inputs),
        "engine": ENGINE,
        "made_at": now,
        **plain,
    }


def proposal_row(
    client: Client, version: int, today: Today, on: date, now: datetime, cur_s: int, level: int | None
) -> dict[str, Any]:
    """The row of a step that waits for somebody's yes; `level`: the target's, where it is one about a level."""
    higher = None if level is None else level + 1
    made = Decision(
        id=decision_id(client.id, on, today.rule, today.target),
        on=on,
        at=now,
        rule=today.rule,
        decision=today.decision,
        target=today.target,
        notice=today.notice,
        before=State(False, level, 0, None, cur_s),
        after=State(False, higher, 0, None, today.new_s),
        inputs={},
        source=None,
    )
    return row_of(client, version, made, now)


def inputs_of(inputs: Mapping[str, Any]) -> dict[str, Any]:
    """The case of a decision as JSON holds it."""
    return {name: list(value) if isinstance(value, tuple) else value for name, value in inputs.items()}


def alert_row(row: Mapping[str, Any], id_: str, now: datetime) -> dict[str, Any]:
    """The alert about a decision's row."""
    return {
        "practice_id": row["practice_id"],
        "client_id": row["client_id"],
        "cause": ALERT,
        "source_id": id_,
        "level": row["notice"],
        "detail": {"rule": row["rule"], "target": row["target"], "on": row["day"]},
        "created_at": now,
        "withdrawn_at": None,
    }
