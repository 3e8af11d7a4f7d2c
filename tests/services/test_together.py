"""Pushes that wait anyway share one commit, and none is harmed by another."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, text

from pith.services.together import Turn, give_up, write_together
from pith.services.transaction import AnySession
from pith.store.db import db
from pith.store.turn import my_turn


@pytest.fixture
def numbers(app: Flask, session: AnySession) -> Callable[[], list[int]]:
    """An empty table of numbers, and what it holds."""
    write_together(session, lambda shared: shared.execute(text("CREATE TABLE number (n INTEGER PRIMARY KEY)")))

    def held() -> list[int]:
        found = list(session.execute(text("SELECT n FROM number ORDER BY n")).scalars())
        session.rollback()
        return found

    return held


def put(n: int) -> Callable[[AnySession], int]:
    def work(shared: AnySession) -> int:
        shared.execute(text("INSERT INTO number VALUES (:n)"), {"n": n})
        return n * 10

    return work


def at_work(app: Flask, works: list[Callable[[AnySession], Any]]) -> list[Any]:
    """What each work answers, done in threads that all came while nobody could write."""
    answers: list[Any] = [None] * len(works)

    def run(place: int) -> None:
        with app.app_context():
            try:
                answers[place] = write_together(db.session, works[place])
            except ValueError as error:
                answers[place] = error
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(works))]
    with the_turn_taken(app):
        for thread in threads:
            thread.start()
            time.sleep(0.02)  # each has joined before the next one comes
    for thread in threads:
        thread.join(20)
        assert not thread.is_alive()
    return answers


@contextmanager
def the_turn_taken(app: Flask) -> Iterator[None]:
    """On SQLite nobody writes until the end of the block."""
    if db.engine.dialect.name == "sqlite":
        with my_turn(str(db.engine.url.database)):
            yield
    else:
        yield


def test_who_waits_for_the_database_is_committed_with_the_others_who_wait(
    app: Flask, session: AnySession, numbers: Callable[[], list[int]]
) -> None:
    commits: list[int] = []
    event.listen(db.engine, "commit", lambda connection: commits.append(1))
    answers = at_work(app, [put(1), put(2), put(3)])
    assert answers == [10, 20, 30]
    assert numbers() == [1, 2, 3]
    assert len(commits) == (1 if db.engine.dialect.name == "sqlite" else 3)


def test_one_that_fails_is_told_so_and_the_others_are_stored(app: Flask, numbers: Callable[[], list[int]]) -> None:
    def fails(shared: AnySession) -> None:
        put(7)(shared)
        raise ValueError("mine alone")

    answers = at_work(app, [put(1), fails, put(3)])
    assert [answers[0], answers[2]] == [10, 30]
    assert str(answers[1]) == "mine alone"
    assert numbers() == [1, 3]


def test_a_turn_is_handed_on_in_order_but_first_to_whoever_keeps_other_processes_waiting() -> None:
    turn, came = Turn(), []

    def come(name: str, urgent: bool) -> None:
        with turn.taken(urgent=urgent):
            came.append(name)

    with turn.taken():
        threads = []
        for name, urgent in (("first", False), ("second", False), ("urgent", True)):
            threads.append(threading.Thread(target=come, args=(name, urgent)))
            threads[-1].start()
            time.sleep(0.02)
        assert came == []
    for thread in threads:
        thread.join(5)
    assert came == ["urgent", "first", "second"]


def test_a_turn_that_is_given_up_lets_the_next_one_in_and_is_not_ended_twice() -> None:
    turn = Turn()
    with turn.taken():
        assert give_up() is turn
        with turn.taken():
            pass
        assert give_up() is None
    with turn.taken():
        pass


def test_who_waits_for_the_database_lets_the_next_one_work(
    app: Flask, session: AnySession, numbers: Callable[[], list[int]]
) -> None:
    turn, worked = Turn(), threading.Event()

    def waits() -> None:
        with app.app_context(), turn.taken():
            write_together(db.session, put(1))
            db.session.remove()

    def comes() -> None:
        with turn.taken():
            worked.set()

    with the_turn_taken(app):
        threads = [threading.Thread(target=waits), threading.Thread(target=comes)]
        for thread in threads:
            thread.start()
            time.sleep(0.02)
        assert worked.wait(5)  # on PostgreSQL, where writers do not wait for one another, after the first has written
    for thread in threads:
        thread.join(20)
    assert numbers() == [1]
