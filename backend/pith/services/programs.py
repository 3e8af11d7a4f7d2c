"""Programs: a new version on top of the newest, never an edit; and what was in force when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pith.domain.accounts import Actor
from pith.domain.catalogue import Catalogue
from pith.domain.days import local_date
from pith.domain.errors import Conflict, IdTaken, Invalid, NotFound
from pith.domain.program_changes import changes
from pith.domain.program_compose import Composed, Draft, compose
from pith.domain.program_safety import Desk, Safety, secured
from pith.domain.programs import in_force
from pith.domain.screening import active_flags
from pith.domain.sync import Dated, versions_to_send
from pith.services import dosing
from pith.services.clients import client_for, touch_view
from pith.services.flags import flag_names, flags_told
from pith.services.languages import language_of, language_of_practice
from pith.services.program_wire import change_view, frozen, overrides_kept, plan_of, version_summary
from pith.services.program_words import all_words, version_in
from pith.services.progress import fetched, stops_before
from pith.services.rests import for_desk
from pith.services.screening import clearance_of
from pith.services.telling import tell_client
from pith.services.transaction import AnySession, read, write
from pith.services.verdict_rows import reasons_in
from pith.store import programs as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.programs import ProgramVersion

if TYPE_CHECKING:
    from pith.content.loader import Content

ANY_BASE = -1


class BaseStale(Conflict):
    code = "base_version_stale"
    message = "The program was changed meanwhile. Look at what changed, then save again."


@dataclass(frozen=True)
class Started:
    """A version as the rules of days see it."""

    number: int
    starts_on: date


def save_version(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    client_id: str,
    draft: Draft,
    new_id: str,
    base_version: int | None = ANY_BASE,
    seen: Sequence[str] = (),
) -> dict[str, Any]:
    """Writes the next version of a client's program; her phone will pull it. Returns it as the desk reads it.

    `base_version` is the number that the author had before her (0 or None: no program yet; ANY_BASE: whichever is
    newest), `seen` the decisions of the dose rules: those end with it, all others go on. What the rules block for her
    today is refused, what they limit is cut. Sent twice under `new_id` it stands once. Raises BaseStale with `current`
    and the `changes` since then, Invalid with field paths, NotFound, IdTaken.
    """
    with write(session):
        client = client_for(session, actor, client_id, "assign")
        hold_client(session, client.practice_id, client.id)
        row = _twin(session, client, draft, new_id, base_version)
        if row is None:
            author = session.get_one(Therapist, (actor.practice_id, actor.id))
            dosing.settle_beside(session, client.practice_id, client.id, now, content.policy)
            row = write_version(session, client, author, now, content, draft, new_id, base_version, seen)
        return version_in(row, language_of(session, actor))


def write_version(
    session: AnySession,
    client: Client,
    author: Therapist,
    now: datetime,
    content: Content,
    draft: Draft,
    new_id: str,
    base_version: int | None = ANY_BASE,
    seen: Sequence[str] = (),
) -> ProgramVersion:
    """The same inside the caller's transaction, which holds her row, and what it does to her dose. The author has been
    asked for already."""
    session.refresh(client, ["programs_given"])
    newest = store.newest_version(session, client.practice_id, client.id)
    _check_base(session, client, newest, base_version)
    today = local_date(now, client.timezone)
    language = author.language or language_of_practice(session, client.practice_id)
    desk = _desk(session, client, author, now, newest, content, language)
    draft, safeties, refused = secured(draft, content.catalogue, desk)
    if refused:
        raise Invalid(refused)
    composed = compose(draft, plan_of(newest) if newest else None, content.catalogue, today)
    row = _row(client, author, now, newest, draft, composed, content.catalogue, safeties, new_id)
    row.seen_decisions = sorted(dosing.known_among(session, client, seen))
    session.add(row)
    client.programs_given = row.number
    session.flush()
    dosing.settle_beside(session, client.practice_id, client.id, now, content.policy)
    touch_view(session, client.practice_id, client.id)
    tell_client(session, client.practice_id, client.id, "program", now)
    return row


def program_of(
    session: AnySession, actor: Actor, now: datetime, client_id: str, day: date | None = None
) -> dict[str, Any]:
    """The newest version whole, all versions in short, the clearance, what her phone has fetched, and when she rested.

    `in_force` is the number that holds on local date `day` (None: the client's today). Raises NotFound.
    """
    with read(session):
        client = client_for(session, actor, client_id)
        rows = store.versions_newest_first(session, client.practice_id, client.id)
        day = day or local_date(now, client.timezone)
        held = in_force([Started(row.number, date.fromisoformat(row.starts_on)) for row in rows], day)
        clearance = clearance_of(session, client.practice_id, client.id)
        return {
            "program": version_in(rows[0], language_of(session, actor)) if rows else None,
            "versions": [version_summary(row) | {"overrides": _overrides_in(row)} for row in rows],
            "in_force": held.number if held else None,
            "clearance": clearance and {"by": clearance.by_name, "at": clearance.at, "note": clearance.note},
            "fetched": fetched(session, client.practice_id, client.id),
            "rests": for_desk(session, client.practice_id, client.id, client.timezone),
        }


def one_version(session: AnySession, actor: Actor, client_id: str, number: int) -> dict[str, Any]:
    """One version, whole. Raises NotFound."""
    with read(session):
        return version_in(_version(session, actor, client_id, number), language_of(session, actor))


def differences(session: AnySession, actor: Actor, client_id: str, number: int) -> dict[str, Any]:
    """What this version changed against the one before it: `{changes}`. Raises NotFound."""
    with read(session):
        row = _version(session, actor, client_id, number)
        before = store.one_version(session, row.practice_id, row.client_id, row.base_version)
        found = changes(plan_of(before) if before else None, plan_of(row))
        return {"changes": [change_view(change) for change in found]}


def view_of_programs(session: AnySession, practice_id: str, client_id: str) -> dict[str, Any]:
    """What a phone pulls: `program` (the newest, or None) and `earlier` versions that still hold on some day; with each
    the stops that its author could know of, which end with it, and those that a therapist let go of since.

    Runs inside the caller's transaction and depends on no "today".
    """
    client = session.get_one(Client, (practice_id, client_id))
    rows = {row.number: row for row in store.versions_newest_first(session, practice_id, client_id)}
    dates = [
        Dated(row.number, date.fromisoformat(row.starts_on), local_date(row.created_at, client.timezone))
        for row in rows.values()
    ]
    sent = [rows[number] for number in versions_to_send(dates)]
    stops = stops_before(session, practice_id, client_id, sent[0].created_at) if sent else []
    undone = dosing.stops_undone(session, practice_id, client_id)
    views = [version_in(row, client.language) | {"answered": _answered(row, stops, undone)} for row in sent]
    return {"program": views[0] if views else None, "earlier": views[1:]}


def _answered(row: ProgramVersion, stops: Sequence[tuple[str, datetime]], undone: Sequence[str]) -> list[str]:
    known = [id_ for id_, at in stops if at < row.created_at]
    return [*known, *(id_ for id_ in undone if id_ not in known)]


def _overrides_in(row: ProgramVersion) -> list[dict[str, Any]]:
    """Every override that stands in a version, with the technique that it was given for."""
    return [
        {"technique_id": item["technique_id"], "level": item["level"], **override}
        for item in row.items
        for override in item.get("safety", {}).get("overrides", ())
    ]


def _version(session: AnySession, actor: Actor, client_id: str, number: int) -> ProgramVersion:
    client = client_for(session, actor, client_id)
    row = store.one_version(session, client.practice_id, client.id, number)
    if row is None:
        raise NotFound()
    return row


def _twin(
    session: AnySession, client: Client, draft: Draft, id_: str, base_version: int | None
) -> ProgramVersion | None:
    """The version that this id stands for already, where it says the same; how the rules cut it then is as it was."""
    row = store.version_called(session, client.practice_id, id_)
    if row is None:
        return None
    base = row.base_version if base_version == ANY_BASE else base_version or 0
    asked = [(item["technique_id"], item.get("safety", item).get("asked_level", item["level"])) for item in row.items]
    said = row.client_id, row.base_version, row.reason, sorted(row.days), asked, [item["note"] for item in row.items]
    wanted = [(item.technique_id, item.level) for item in draft.items]
    notes = [item.note or None for item in draft.items]
    if said != (client.id, base, draft.reason, sorted(draft.days), wanted, notes):
        raise IdTaken()
    return row


def _check_base(session: AnySession, client: Client, newest: ProgramVersion | None, base_version: int | None) -> None:
    current = newest.number if newest else 0
    if base_version == ANY_BASE or (base_version or 0) == current:
        return
    based_on = store.one_version(session, client.practice_id, client.id, base_version or 0)
    since = changes(plan_of(based_on) if based_on else None, plan_of(newest)) if newest else ()
    raise BaseStale(current=current, changes=[change_view(change) for change in since])


def _desk(
    session: AnySession,
    client: Client,
    author: Therapist,
    now: datetime,
    newest: ProgramVersion | None,
    content: Content,
    language: str,
) -> Desk:
    today = local_date(now, client.timezone)
    told = flags_told(session, client.practice_id, client.id)
    names = flag_names(content, language)
    return Desk(
        policy=content.policy,
        active=active_flags(content.policy, told.raised, today),
        today=today,
        by_id=author.id,
        by_name=author.name,
        at=now,
        kept=overrides_kept(newest),
        say=lambda verdict: reasons_in(content, language, names, verdict),
    )


def _row(
    client: Client,
    author: Therapist,
    now: datetime,
    newest: ProgramVersion | None,
    draft: Draft,
    composed: Composed,
    catalogue: Catalogue,
    safeties: Sequence[Safety | None],
    new_id: str,
) -> ProgramVersion:
    plan = composed.plan
    return ProgramVersion(
        practice_id=client.practice_id,
        client_id=client.id,
        number=client.programs_given + 1,
        id=new_id,
        base_version=newest.number if newest else 0,
        author_id=author.id,
        author_name=author.name,
        reason=draft.reason,
        over_limit_reason=draft.over_limit_reason,
        created_at=now,
        starts_on=plan.starts_on.isoformat(),
        days=list(plan.days),
        dose_s=composed.length.dose_s,
        with_setup_s=composed.length.with_setup_s,
        warnings=list(composed.warnings),
        content_version=catalogue.version,
        items=[frozen(item, catalogue, safety) for item, safety in zip(plan.items, safeties, strict=True)],
        words=all_words(plan.items, catalogue, safeties),
    )
