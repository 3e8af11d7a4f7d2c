"""The answers of the intake: out of her phone's logs or written in the room, what is due, and whether that lets her in.

An answer is an entry that is never changed; the newest of each question counts. What it says is sealed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import orjson
from sqlalchemy import Row

from pith.domain import screening as rules
from pith.domain.days import corrected, local_date, read_instant
from pith.domain.screening import Asking, News, Policy, Said
from pith.services.transaction import AnySession
from pith.services.words import ClientKey
from pith.store import answers as store
from pith.store import screening as screening_store
from pith.store.accounts import Client
from pith.store.answers import SEALED_IN, AnswerEntry, NewsEntry
from pith.store.progress import last_session_day, last_session_days
from pith.store.screening import Clearance

Item = Mapping[str, Any]
# An answer as it is stored, or as much of it as the list of clients needs.
Answered = AnswerEntry | Row[Any]
_Row = TypeVar("_Row", AnswerEntry, Row[Any], Answered)


def take(
    session: AnySession,
    who: tuple[str, str],
    now: datetime,
    skew_s: int,
    items: Sequence[Item],
    voided: frozenset[str],
    policy: Policy,
    key: ClientKey,
) -> bool:
    """Writes what a phone's fresh logs answer, and the news in its daily checks; forgets the answers that they take
    back (`voided`: those of the items that are taken back already). True when anything was. Inside the caller's
    transaction."""
    voids = [item["voids"] for item in items if item["kind"] == "void"]
    forgotten = store.delete_answers(session, *who, voids) if voids else 0
    told = [(item, _told_at(item, skew_s, now)) for item in items]
    answered = [
        entry(who, key, policy, item, at, now)
        for item, at in told
        if item["kind"] == "intake" and item["id"] not in voided
    ]
    news = [
        {**_mine(who), "id": item["id"], "told_on": item["local_date"], "at": at, "reask": list(reask)}
        for item, at in told
        if item["kind"] == "check" and (reask := rules.asked_again(policy, item["answers"]))
    ]
    store.insert_answers(session, answered)
    store.insert_news(session, news)
    return bool(forgotten or answered or news)


def entry(
    who: tuple[str, str],
    key: ClientKey,
    policy: Policy,
    item: Item,
    at: datetime,
    now: datetime,
    by: tuple[str, str] | None = None,
) -> dict[str, Any]:
    """The row of one answer. `by`: the id and name of the therapist who wrote it, else it is out of a phone's log."""
    answer = item.get("answer")
    return {
        **_mine(who),
        "id": item["id"],
        "log_id": item["id"] if by is None else None,
        "question_id": item["question_id"],
        "told_on": item["local_date"],
        "at": at,
        "told": rules.is_told(answer),
        "words": key.seal(SEALED_IN, item["id"], orjson.dumps(answer)),
        "version": policy.version,
        "by_id": by[0] if by else None,
        "by_name": by[1] if by else None,
        "received_at": now,
    }


def answer_in(key: ClientKey, row: Answered) -> Any:
    """What was answered, its seal opened."""
    return orjson.loads(key.unseal(SEALED_IN, row.id, row.words))


def newest_answer(session: AnySession, key: ClientKey, practice_id: str, client_id: str, question_id: str) -> Any:
    """What she answered last to one question; None where she never did. Inside the caller's transaction."""
    row = newest_of(store.answers(session, practice_id, client_id)).get(question_id)
    return None if row is None else answer_in(key, row)


def asked(
    session: AnySession, policy: Policy, master: bytes, client: Client, now: datetime, rows: Sequence[AnswerEntry]
) -> Asking:
    """What this client has to answer today; `rows` are all her answers. Inside the caller's transaction."""
    who = client.practice_id, client.id
    last = last_session_day(session, *who, now)
    clearance = screening_store.clearance_in_force(session, *who)
    key = ClientKey(master, *who, client.text_key)
    return _asking(policy, key, client.timezone, rows, store.news(session, *who), clearance, last, now)


def asked_of_all(
    session: AnySession, policy: Policy, master: bytes, practice_id: str, clients: Iterable[Client], now: datetime
) -> dict[str, Asking]:
    """The same of several clients of a practice, by id, in a few queries."""
    answers: defaultdict[str, list[Answered]] = defaultdict(list)
    for row in store.answers_of_all(session, practice_id, _opened(policy)):
        answers[row.client_id].append(row)
    news: defaultdict[str, list[NewsEntry]] = defaultdict(list)
    for one in store.news_of_all(session, practice_id):
        news[one.client_id].append(one)
    cleared = {one.client_id: one for one in screening_store.clearances_in_force(session, practice_id)}
    last = last_session_days(session, practice_id, now)
    return {
        client.id: _asking(
            policy,
            ClientKey(master, practice_id, client.id, client.text_key),
            client.timezone,
            answers[client.id],
            news[client.id],
            cleared.get(client.id),
            last.get(client.id),
            now,
        )
        for client in clients
    }


def for_phone(session: AnySession, key: ClientKey, practice_id: str, client_id: str) -> dict[str, Any]:
    """`answers`: the newest of each question; `news`: what asks some of them again. Depends on no "today"."""
    newest = newest_of(store.answers(session, practice_id, client_id))
    clearance = screening_store.clearance_in_force(session, practice_id, client_id)
    heard = {question: row.at for question, row in newest.items()}
    news = [
        one
        for one in store.news(session, practice_id, client_id)
        if not (clearance and clearance.at >= one.at)
        and any(question not in heard or heard[question] < one.at for question in one.reask)
    ]
    return {
        "answers": [
            {
                "question_id": question,
                "answered_on": row.told_on,
                "at": row.at,
                "answer": answer_in(key, row),
                "by_therapist": row.by_id is not None,
            }
            for question, row in newest.items()
        ],
        "news": [{"on": one.told_on, "at": one.at, "reask": one.reask} for one in news],
    }


def newest_of(rows: Iterable[_Row]) -> dict[str, _Row]:
    """The answer that counts, by question; `rows` in the order in which they count."""
    return {row.question_id: row for row in rows}


def _asking(
    policy: Policy,
    key: ClientKey,
    timezone: str,
    rows: Sequence[Answered],
    news: Sequence[NewsEntry],
    clearance: Clearance | None,
    last: str | None,
    now: datetime,
) -> Asking:
    return rules.asking(
        policy.intake,
        _said(policy, key, newest_of(rows)),
        [News(one.at, tuple(one.reask)) for one in news],
        None if clearance is None else Said(local_date(clearance.at, timezone), clearance.at),
        None if last is None else date.fromisoformat(last),
        local_date(now, timezone),
        policy.numbers,
    )


def _said(policy: Policy, key: ClientKey, newest: Mapping[str, Answered]) -> dict[str, Said]:
    """Of most answers it is enough to know that there is one."""
    opened = _opened(policy)
    return {
        question: Said(
            date.fromisoformat(row.told_on),
            row.at,
            rules.words_in(answer_in(key, row)) if question in opened else (),
        )
        for question, row in newest.items()
        if row.told
    }


def _opened(policy: Policy) -> frozenset[str]:
    """The questions after whose answers another one is asked."""
    return frozenset(other for question in policy.intake for other in question.show_if)


def _told_at(item: Item, skew_s: int, now: datetime) -> datetime:
    """Nothing was told after it arrived, whatever the phone's clock claims."""
    return min(corrected(read_instant(item["recorded_at"]), skew_s), now)


def _mine(who: tuple[str, str]) -> dict[str, str]:
    return {"practice_id": who[0], "client_id": who[1]}
