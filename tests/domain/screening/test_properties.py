"""What holds for every client: 20,000 of chance in the normal run, a million with `make clients CLIENTS=1000000`."""

from __future__ import annotations

import os
from datetime import date
from random import Random

from pith.content.screening import NEEDS
from pith.domain.screening import RANKS, Override, Verdict, active_flags, basis_of, permits, safer_step, verdict
from pith.domain.screening.thresholds import with_thresholds
from tests.domain.screening.random_clients import POLICY, TODAY, Client, clients

CLIENTS = int(os.environ.get("PITH_CLIENTS", "20000"))


def judged(client: Client, flags: int) -> Verdict:
    """With only the first of her flags."""
    return verdict(POLICY, client.use, client.flags[:flags], TODAY)


def is_at_least_as_strict(more: Verdict, less: Verdict) -> bool:
    limits = all(name in more.limits and more.limits[name] <= value for name, value in less.limits.items())
    needs = more.do == "block" or set(less.needs) <= set(more.needs)
    return more.rank >= less.rank and limits and needs and set(less.rules) <= set(more.rules)


def is_refused_whatever_is_cleared(client: Client, found: Verdict) -> bool:
    basis = basis_of(found, active_flags(POLICY, client.flags, TODAY))
    everybody = [
        Override(needs, "Everybody agreed to this", TODAY, basis, client.use.level, date.max) for needs in NEEDS
    ]
    return not permits(found, client.use.level, everybody, basis, TODAY)


def test_more_flags_never_give_a_laxer_verdict_and_no_block_is_overridden() -> None:
    seen: set[str] = set()
    for client in clients(CLIENTS, seed=20260302):
        before = judged(client, 0)
        assert before.do == "ok"
        for count in range(1, len(client.flags) + 1):
            found = judged(client, count)
            assert is_at_least_as_strict(found, before), client
            before = found
        assert is_refused_whatever_is_cleared(client, before) == (before.do == "block"), client
        seen.add(before.do)
    assert seen == set(RANKS)


def test_a_safer_step_is_lower_and_at_most_adapted() -> None:
    found_any = False
    for client in clients(CLIENTS // 10, seed=7):
        level = safer_step(POLICY, client.use, client.flags, TODAY, client.owned)
        if level is None:
            continue
        found_any = True
        lower = Client(
            client.flags, type(client.use)(client.use.technique, level, client.use.sides, client.use.marks), ()
        )
        assert level < client.use.level
        assert judged(lower, len(client.flags)).rank <= RANKS.index("adapt")
        assert set(client.use.technique.at(level).tools) <= {*client.owned, "none", "hands"}
    assert found_any


def test_a_stricter_threshold_never_gives_a_laxer_verdict() -> None:
    chance = Random(11)
    moved_a_verdict = False
    for client in clients(CLIENTS // 4, seed=12):
        laxer, stricter = {}, {}
        for id_, threshold in POLICY.thresholds.items():
            low, high = sorted(chance.choices((threshold.low, threshold.default, threshold.high), k=2))
            laxer[id_], stricter[id_] = (low, high) if threshold.stricter == "higher" else (high, low)
        less = verdict(with_thresholds(POLICY, laxer), client.use, client.flags, TODAY)
        more = verdict(with_thresholds(POLICY, stricter), client.use, client.flags, TODAY)
        moved_a_verdict |= more != less
        assert more.rank >= less.rank, (client, laxer, stricter)
        if more.do != "block":
            assert set(less.needs) <= set(more.needs), (client, laxer, stricter)
            limits = [name for name, value in less.limits.items() if more.limits.get(name, 999) > value]
            assert limits == [], (client, laxer, stricter)
    assert moved_a_verdict
