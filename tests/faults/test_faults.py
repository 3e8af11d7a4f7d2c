"""A server that is killed every second, behind a network that harms every third exchange: nothing lost, nothing twice.

20 seconds of it in every test run; any length by `make faults MINUTES=n`.
"""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import text

from pith.config import Settings
from pith.services.dosing_rows import ALERT
from pith.services.transaction import AnySession
from pith.store.db import db
from tests import logs
from tests.cast import Cast, Someone, _Maker
from tests.conftest import Clock
from tests.e2e.server import Server
from tests.faults.doses import decided, torn
from tests.faults.proxy import FaultProxy
from tests.faults.soak import Reader, Walker, merged
from tests.services.sync_devices import content_digest, expected_effects
from tests.services.sync_world import assign, effects, parked, seqs, stored

CLIENTS, HARMED, HOME_S, FEWEST_KILLS = 4, 0.4, 120, 3


@dataclass
class Soak:
    server: Server
    proxy: FaultProxy
    walkers: list[Walker]
    reader: Reader
    kills: int = 0

    def harm(self, seconds: float, seed: int) -> None:
        """Phones live and sync, a desk reads, the server dies about every second."""
        over = threading.Event()
        people = [threading.Thread(target=walker.walk, args=(over,)) for walker in self.walkers]
        people.append(threading.Thread(target=self.reader.read_on, args=(over,)))
        for thread in people:
            thread.start()
        chance, ends = random.Random(seed), time.monotonic() + seconds
        # However slowly a server starts on this machine, it has to die often enough.
        while time.monotonic() < ends or self.kills < FEWEST_KILLS:
            time.sleep(chance.uniform(0.4, 1.6))
            self.server.kill()
            self.kills += 1
            self.server.start()
        over.set()
        for thread in people:
            thread.join()

    def go_home(self) -> None:
        """The network is good again; twice, so that phones of one client learn of each other."""
        self.proxy.share = 0
        for _ in range(2):
            for walker in self.walkers:
                walker.finish(HOME_S)
        self.reader.catch_up()


@contextmanager
def soak(settings: Settings, clients: list[Someone], desk: Someone, seed: int) -> Iterator[Soak]:
    with ExitStack() as stack:
        server = Server(settings.data, DATABASE_URL=settings.database_url)
        server.start()
        stack.callback(server.stop)
        proxy = stack.enter_context(FaultProxy(server.port, HARMED, seed))
        walkers = [Walker(client, proxy, seed + place) for place, client in enumerate(clients)]
        yield Soak(server, proxy, walkers, Reader(desk, proxy))
        assert "Traceback" not in server.words(), server.words()[-3000:]


def test_a_killed_server_behind_a_harmful_network_loses_and_doubles_nothing(
    app: Flask, session: AnySession, settings: Settings, clock: Clock, cast: Cast, seconds: float
) -> None:
    maker = _Maker(app, session, settings, clock)
    people = [maker.client(cast.owner, f"Client {n}", logs.new_id()) for n in range(CLIENTS)]
    for client in people:
        assign(cast.owner, client)
    # Every client has two phones.
    phones = people + [maker.phone(cast.owner, client.id, client.name, logs.new_id()) for client in people]
    session.remove()  # type: ignore[union-attr]
    db.engine.dispose()
    seed = time.time_ns() % 1_000_000
    with soak(settings, phones, cast.owner, seed) as run:
        run.harm(seconds, seed)
        run.go_home()
        report(run, seed)
        check(session, cast, people, run)


def check(session: AnySession, cast: Cast, people: list[Someone], run: Soak) -> None:
    everything: set[str] = set()
    for client in people:
        made = merged(run.walkers, client.id)
        held = stored(session, client)
        assert held == {one: content_digest(log) for one, (log,) in made.items()}, "lost or changed"
        # What comes of a dose is looked at by itself, below.
        told = {effect for effect in effects(session, client) if effect[0] != ALERT}
        assert told == expected_effects(made), "an effect is missing or doubled"
        poison = set().union(*(walker.poison for walker in run.walkers if walker.someone.id == client.id))
        assert {one for one, *_ in parked(session, client)} == poison
        assert torn(session, client) == [], "her dose is not what follows from what she told"
        everything |= made.keys()
    places = seqs(session, cast.owner.actor.practice_id)
    assert places == list(range(1, len(everything) + 1)), "a batch was partial: places are missing or doubled"
    assert sorted(run.reader.ids) == sorted(everything), "the desk's cursor skipped or doubled a log"
    assert run.proxy.tally.errors == {}
    assert run.proxy.tally.harmed_share >= 0.3 and run.kills >= FEWEST_KILLS
    assert heads_agree(session)
    assert decided(session, people) >= CLIENTS, "no dose was ever at stake"


def heads_agree(session: AnySession) -> bool:
    """The cached count of each client's window is the true one: a torn commit would show here."""
    wrong = session.execute(
        text(
            "SELECT c.id FROM client c WHERE c.head_from IS NOT NULL AND c.head_count <> (SELECT count(*) FROM log l "
            "WHERE l.practice_id = c.practice_id AND l.client_id = c.id AND l.local_date >= c.head_from)"
        )
    ).all()
    return not wrong


def report(run: Soak, seed: int) -> None:
    made = sum(len(walker.made) for walker in run.walkers)
    tally = run.proxy.tally
    print(
        f"\nfaults: seed {seed}, {made} logs, {run.kills} kills, {tally.harms.total()} exchanges, "
        f"{tally.harmed_share:.0%} harmed {dict(tally.harms)}, answers {dict(tally.statuses)}"
    )
