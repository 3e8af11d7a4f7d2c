"""An erasure leaves nothing but stones; and what goes by itself when its time is over."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from pith.config import Settings
from pith.domain.errors import Invalid, NotAllowed
from pith.services import clients, erasing, retention, upkeep
from pith.services.transaction import AnySession, write
from pith.store.accounts import Client, Erased, Practice, SignIn
from pith.store.keeping import erased_among
from pith.store.practice import Log
from pith.store.screening import FlagEntry
from tests import logs
from tests.cast import DEVICE, Cast
from tests.conftest import Clock
from tests.furnished import SECRET_WORDS, everywhere, exported, furnish
from tests.services.sync_world import push


@pytest.fixture
def master(settings: Settings) -> bytes:
    return settings.secrets.master


def test_an_erased_client_leaves_no_row_and_no_word(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    sent = furnish(cast)
    assert everywhere(session, cast.client.id, "Client of the owner")
    erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, " client of the OWNER ")
    # Her closed sign-ins and her own stone still name her id, so that phones and desks are told; nothing else does.
    assert everywhere(session, cast.client.id) == ["erased.client_id", "sign_in.subject_id"]
    assert everywhere(session, "Client of the owner", SECRET_WORDS, *(log["id"] for log in sent)) == []
    labels = session.scalars(select(SignIn.label).where(SignIn.subject_id == cast.client.id))
    assert set(labels) == {""}


def test_an_erased_client_has_stones_for_herself_her_logs_and_her_phones(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    ids = [log["id"] for log in furnish(cast)]
    practice = cast.owner.actor.practice_id
    erasing.erase_client(session, cast.client.actor, clock(), master, cast.client.id, "Client of the owner")
    assert erased_among(session, master, practice, "log", ids) == set(ids)
    assert erased_among(session, master, practice, "client", [cast.client.id]) == {cast.client.id}
    assert erased_among(session, master, practice, "device", [DEVICE]) == {DEVICE}
    assert erased_among(session, b"x" * 32, practice, "log", ids) == frozenset()
    assert erased_among(session, master, practice, "log", [cast.other_client.id]) == frozenset()


def test_nobody_else_is_touched_by_an_erasure(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    furnish(cast, cast.other_client)
    furnish(cast)
    before = exported(session, cast.owner.actor, clock, master, cast.other_client.id)
    erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, "Client of the owner")
    assert exported(session, cast.owner.actor, clock, master, cast.other_client.id) == before


def test_a_wrong_name_erases_nobody(session: AnySession, cast: Cast, clock: Clock, master: bytes) -> None:
    with pytest.raises(Invalid, match="another look"):
        erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, "Other client")
    assert session.get(Client, (cast.owner.actor.practice_id, cast.client.id)) is not None


def test_a_colleague_who_was_given_her_may_not_erase_her(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    clients.give_access(session, cast.owner.actor, clock(), cast.client.id, cast.colleague.id)
    with pytest.raises(NotAllowed):
        erasing.erase_client(session, cast.colleague.actor, clock(), master, cast.client.id, "Client of the owner")


def test_an_erasure_that_fails_midway_leaves_everything(
    session: AnySession, cast: Cast, clock: Clock, master: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(cast)
    before = exported(session, cast.owner.actor, clock, master, cast.client.id)

    def fail(*_: Any) -> None:
        raise RuntimeError("the power went")

    monkeypatch.setattr(erasing, "next_seqs", fail)
    with pytest.raises(RuntimeError):
        erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, "Client of the owner")
    assert exported(session, cast.owner.actor, clock, master, cast.client.id) == before


def keep_months(session: AnySession, cast: Cast, months: int) -> None:
    with write(session):
        practice = session.get_one(Practice, cast.owner.actor.practice_id)
        practice.settings = {**practice.settings, "retention_months": months}


def kinds_left(session: AnySession, cast: Cast) -> list[str]:
    return sorted(session.scalars(select(Log.kind).where(Log.client_id == cast.client.id)))


def test_old_history_goes_and_what_still_holds_stays(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    keep_months(session, cast, 6)
    clock.forward(days=180)
    retention.clear(session, clock(), master)
    assert "session" in kinds_left(session, cast)
    clock.forward(days=10)
    retention.clear(session, clock(), master)
    assert kinds_left(session, cast) == ["consent", "flag", "intake", "read", "setting"]
    told = exported(session, cast.owner.actor, clock, master, cast.client.id)
    assert told["alerts"] == told["quarantine"] == []
    assert len(told["programs"]) == 2


def test_flags_that_lasted_days_go_with_their_time_and_all_others_hold(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    push(cast.client, logs.make("check", answers={"d1": ["fever or feeling ill"]}), at=clock())
    push(cast.client, logs.make("intake", question_id="q12", answer="yes"), at=clock())
    keep_months(session, cast, 6)

    def flags_left() -> set[str]:
        return set(session.scalars(select(FlagEntry.flag).where(FlagEntry.client_id == cast.client.id)))

    retention.clear(session, clock.forward(days=180), master, ["fever_illness", "blood_thinners"])
    assert flags_left() >= {"fever_illness", "blood_thinners", "open_wound"}
    retention.clear(session, clock.forward(days=10), master, ["fever_illness", "blood_thinners"])
    assert "fever_illness" not in flags_left()
    assert flags_left() >= {"blood_thinners", "open_wound"}
    told = exported(session, cast.owner.actor, clock, master, cast.client.id)
    assert told["answers"]
    assert told["news"]


def test_no_log_goes_that_a_phone_would_send_again(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    keep_months(session, cast, 1)
    retention.clear(session, clock.forward(days=61), master)
    assert "session" in kinds_left(session, cast)
    retention.clear(session, clock.forward(days=3), master)
    assert "session" not in kinds_left(session, cast)


def test_a_log_of_a_phone_that_woke_up_in_1970_is_not_old(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    with write(session):
        session.execute(update(Log).values(local_date="1970-01-01"))
    retention.clear(session, clock(), master)
    assert "session" in kinds_left(session, cast)


def test_a_void_outlives_the_log_that_it_took_back(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    furnish(cast)
    with write(session):
        a_note = session.scalars(select(Log.id).where(Log.kind == "note").limit(1)).one()
        session.execute(update(Log).where(Log.kind == "void").values(target=a_note, local_date="2020-01-01"))
        session.execute(update(Log).where(Log.kind == "void").values(received_at=datetime(2020, 1, 1, tzinfo=UTC)))
    keep_months(session, cast, 6)
    retention.clear(session, clock(), master)
    assert "void" in kinds_left(session, cast)
    retention.clear(session, clock.forward(days=200), master)
    assert "void" not in kinds_left(session, cast)


def test_an_archived_client_is_erased_when_her_time_is_over(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    keep_months(session, cast, 12)
    clients.change_client(session, cast.owner.actor, clock(), cast.client.id, {"archived": True})
    retention.clear(session, clock.forward(days=360), master)
    assert session.get(Client, (cast.owner.actor.practice_id, cast.client.id)) is not None
    upkeep.House(master, "worker").keep(session, clock.forward(days=10))
    assert session.get(Client, (cast.owner.actor.practice_id, cast.client.id)) is None
    assert session.get(Client, (cast.owner.actor.practice_id, cast.other_client.id)) is not None


def test_stones_lose_their_name_after_90_days_and_go_after_13_months(
    session: AnySession, cast: Cast, clock: Clock, master: bytes
) -> None:
    erasing.erase_client(session, cast.owner.actor, clock(), master, cast.client.id, "Client of the owner")
    count = len(session.scalars(select(Erased.id_hash)).all())
    retention.clear(session, clock.forward(days=91), master)
    assert session.scalars(select(Erased.client_id).where(Erased.client_id.is_not(None))).all() == []
    assert len(session.scalars(select(Erased.id_hash)).all()) == count
    retention.clear(session, clock.forward(days=310), master)
    assert session.scalars(select(Erased.id_hash)).all() == []
