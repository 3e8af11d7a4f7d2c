"""Many at once: equal batches at the same instant, and a reader among eight writers."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable
from typing import Any

from pith.services.transaction import AnySession
from tests import logs
from tests.cast import Cast
from tests.services.sync_world import assign, effects, push, send, seqs


def at_once(work: list[Callable[[], Any]]) -> list[Any]:
    """Runs everything at the same instant, each in a thread with a database session of its own."""
    gate, done = threading.Barrier(len(work)), [None] * len(work)

    def run(place: int) -> None:
        gate.wait()
        done[place] = work[place]()

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(work))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return done


def test_case_06_the_same_batch_at_the_same_instant_is_stored_once_without_an_error(
    cast: Cast, session: AnySession
) -> None:
    assign(cast.owner, cast.client)
    for _ in range(5):
        told = [logs.make("hurt"), *(logs.make("note") for _ in range(20))]
        body = logs.batch(*told)
        answers = at_once([lambda body=body: send(cast.client, body) for _ in range(4)])
        assert [answer.status_code for answer in answers] == [200] * 4
        statuses = [[result["status"] for result in answer.get_json()["results"]] for answer in answers]
        assert all(sorted(of_one) == ["duplicate"] * 3 + ["stored"] for of_one in zip(*statuses, strict=True))
    kinds = Counter(kind for kind, *_ in effects(session, cast.client))
    assert kinds == {"hurt": 5, "note": 100}
    assert seqs(session, cast.client.actor.practice_id) == list(range(1, 106))


def test_case_40_a_reader_with_a_cursor_misses_nothing_while_eight_phones_write(
    cast: Cast, session: AnySession
) -> None:
    told = [[logs.make("note") for _ in range(12)] for _ in range(8)]
    phones = [cast.client if n % 2 else cast.other_client for n in range(8)]
    running = threading.Event()
    read_ids: list[str] = []

    def write_all(place: int) -> list[str]:
        return [status for log in told[place] for status in push(phones[place], log)]

    def read_on() -> None:
        after, last_round = 0, False
        while not last_round:
            last_round = running.is_set()
            page = cast.owner.http.get(f"/api/v1/logs?after={after}&limit=7").get_json()
            assert [entry["seq"] for entry in page["logs"]] == sorted(entry["seq"] for entry in page["logs"])
            read_ids.extend(entry["log"]["id"] for entry in page["logs"])
            last_round = last_round and not page["more"]
            after = page["next"]

    reader = threading.Thread(target=read_on)
    reader.start()
    statuses = at_once([lambda place=place: write_all(place) for place in range(8)])
    running.set()
    reader.join()
    assert statuses == [["stored"] * 12] * 8
    assert sorted(read_ids) == sorted(log["id"] for part in told for log in part)
    assert seqs(session, cast.client.actor.practice_id) == list(range(1, 97))
