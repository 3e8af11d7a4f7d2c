"""The intake at the desk: what a client answered and what is due, and answers written with her in the room."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import uuid_utils

from pith.domain import screening as rules
from pith.domain.accounts import Actor
from pith.domain.days import local_date
from pith.domain.errors import IdTaken, Invalid
from pith.services import flags, intake
from pith.services.clients import client_for, touch_view
from pith.services.dosing import settle_beside
from pith.services.transaction import AnySession, read, write
from pith.services.words import ClientKey
from pith.store import answers as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.answers import AnswerEntry

if TYPE_CHECKING:
    from pith.content.loader import Content

# What answers another answer has to come after it, however far ahead a phone's clock was.
_AFTER = timedelta(milliseconds=1)
# A form has at most a hundred answers: a byte says which one an id is for.
_TAIL_BITS = 54


def intake_of(
    session: AnySession, actor: Actor, now: datetime, content: Content, master: bytes, client_id: str
) -> dict[str, Any]:
    """`{today, open, due, answers}`: what is to be asked today, and all that was answered, the newest of each question
    with those before it. Raises NotFound."""
    with read(session):
        client = client_for(session, actor, client_id)
        return _shown(session, content, master, client, now)


def answer(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    master: bytes,
    client_id: str,
    given: Mapping[str, Any],
    new_id: str | None = None,
) -> dict[str, Any]:
    """Writes answers that a therapist takes down, with the flags that they raise, and returns the intake as it is then.
    `new_id` is the desk's name for all of them: what is sent twice stands once. Raises Invalid with the path of what
    does not fit, NotFound, IdTaken."""
    with write(session):
        client = client_for(session, actor, client_id, "screen")
        hold_client(session, client.practice_id, client.id)
        _check(content, given, local_date(now, client.timezone))
        form = uuid.UUID(new_id or str(uuid_utils.uuid7()))
        items = {
            question: _item(client, now, _name(form, place, question), question, told)
            for place, (question, told) in enumerate(given.items())
        }
        key = ClientKey(master, client.practice_id, client.id, client.text_key)
        rows = store.answers(session, client.practice_id, client.id)
        if not _stand(key, rows, items.values()):
            _write(session, actor, now, content, client, key, intake.newest_of(rows), items)
        return _shown(session, content, master, client, now)


def _name(form: uuid.UUID, place: int, question: str) -> str:
    """The id of one answer of a form: it follows from the form's, and in the order in which they were given."""
    tail = uuid.uuid5(form, question).int % 2**_TAIL_BITS
    return str(uuid.UUID(int=(form.int >> 64 << 64) + (0b10 << 62) + (place << _TAIL_BITS) + tail))


def _item(client: Client, now: datetime, id_: str, question: str, told: Any) -> dict[str, Any]:
    """One answer as a phone would log it."""
    return {
        "id": id_,
        "kind": "intake",
        "local_date": local_date(now, client.timezone).isoformat(),
        "question_id": question,
        "answer": told,
    }


def _stand(key: ClientKey, rows: Sequence[AnswerEntry], items: Collection[Mapping[str, Any]]) -> bool:
    """Whether these answers stand under their ids already: all of them, for they were written together."""
    ids = {item["id"]: item["answer"] for item in items}
    there = {row.id: intake.answer_in(key, row) for row in rows if row.id in ids}
    if there and there != ids:
        raise IdTaken()
    return bool(there)


def _write(
    session: AnySession,
    actor: Actor,
    now: datetime,
    content: Content,
    client: Client,
    key: ClientKey,
    newest: Mapping[str, Any],
    items: Mapping[str, Mapping[str, Any]],
) -> None:
    by = actor.id, session.get_one(Therapist, (actor.practice_id, actor.id)).name
    who = client.practice_id, client.id
    rows = []
    for question, item in items.items():
        before = newest.get(question)
        at = max(now, before.at + _AFTER) if before else now
        rows.append(intake.entry(who, key, content.policy, item, at, now, by))
        flags.take_down(session, who, now, item, at, by, content.policy)
    store.insert_answers(session, rows)
    settle_beside(session, *who, now, content.policy)
    touch_view(session, *who)


def _check(content: Content, given: Mapping[str, Any], today: Any) -> None:
    questions = content.policy.questions
    known = {asked.id for asked in content.policy.intake}
    wrong = {} if given else {"answers": "Write at least one answer."}
    for name, told in given.items():
        if name not in known:
            wrong[f"answers.{name}"[:80]] = "There is no such question."
            continue
        for path, why in rules.faults(questions[name], told, today).items():
            wrong[f"answers.{name}.{path}" if path else f"answers.{name}"] = why
    if wrong:
        raise Invalid(wrong)


def _shown(session: AnySession, content: Content, master: bytes, client: Client, now: datetime) -> dict[str, Any]:
    who = client.practice_id, client.id
    rows = store.answers(session, *who)
    found = intake.asked(session, content.policy, master, client, now, rows)
    return {
        "today": local_date(now, client.timezone).isoformat(),
        "open": found.open,
        "due": [{"question_id": one.question, "why": one.why} for one in found.due],
        "answers": _histories(ClientKey(master, *who, client.text_key), content, rows),
    }


def _histories(key: ClientKey, content: Content, rows: Sequence[AnswerEntry]) -> list[dict[str, Any]]:
    """By question, in the order in which they are asked; what an older version asked comes last."""
    by_question: dict[str, list[dict[str, Any]]] = {asked.id: [] for asked in content.policy.intake}
    for row in reversed(rows):
        by_question.setdefault(row.question_id, []).append(_view(key, row))
    return [{**mine[0], "earlier": mine[1:]} for mine in by_question.values() if mine]


def _view(key: ClientKey, row: AnswerEntry) -> dict[str, Any]:
    return {
        "question_id": row.question_id,
        "answer": intake.answer_in(key, row),
        "at": row.at,
        "answered_on": row.told_on,
        "by": None if row.by_id is None else {"id": row.by_id, "name": row.by_name},
        "version": row.version,
    }
