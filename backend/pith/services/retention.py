"""What goes by itself when its time is over: old logs, files of clients who left, stones, names in the feed."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, timedelta

from sqlalchemy import and_, delete, exists, or_, select, update
from sqlalchemy.orm import aliased

from pith.domain.accounts import PracticeSettings
from pith.domain.keeping import FEED_NAMES_ERASED, HISTORY, STONES_KEPT, archive_is_over, logs_end
from pith.services import push_keys
from pith.services.erasing import erase_rows
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client, Erased, Practice
from pith.store.deliveries import Delivery
from pith.store.dose import DoseDecision
from pith.store.keeping import overwrite_journal
from pith.store.practice import Alert, Log
from pith.store.reminders import PushSubscription
from pith.store.screening import FlagEntry
from pith.store.sync import Quarantined
from pith.store.visits import Course, Visit

# Long enough to say since when reminders do not arrive.
LEDGER_KEPT = timedelta(days=90)
# Long enough to say why a browser takes none any more.
BROWSERS_KEPT = timedelta(days=30)


def clear(session: AnySession, now: datetime, master: bytes, fleeting: Collection[str] = ()) -> None:
    """Applies every practice's `retention_months`, each client erased in a transaction of its own, so that nobody
    waits long. `fleeting`: the flags that end by themselves, which are history once they are over; every other flag
    and every answer holds until it is changed. Doing it twice, or in two workers at once, changes nothing more."""
    with read(session):
        practices = session.execute(select(Practice.id, Practice.settings)).all()
    for practice_id, settings in practices:
        months = PracticeSettings(**settings).retention_months
        _clear_logs(session, now, practice_id, months)
        _clear_flags(session, now, practice_id, months, fleeting)
        for client_id in _who_left(session, now, practice_id, months):
            with write(session):
                if session.get(Client, (practice_id, client_id)) is not None:
                    erase_rows(session, now, master, practice_id, client_id)
        _clear_ledger(session, now, practice_id)
    push_keys.retire(session)
    with write(session):
        session.execute(delete(PushSubscription).where(PushSubscription.ended_at < now - BROWSERS_KEPT))
        session.execute(delete(Erased).where(Erased.erased_at < now - STONES_KEPT))
        named = (Erased.client_id.is_not(None), Erased.erased_at < now - FEED_NAMES_ERASED)
        session.execute(update(Erased).where(*named).values(client_id=None))
    overwrite_journal(session)


def _clear_logs(session: AnySession, now: datetime, practice_id: str, months: int) -> None:
    """Deletes history that is old by the phone's date and by the server's clock (a phone may wake up in 1970), then
    what hung on it. A void goes after the log that it took back, never before: that log would stand again."""
    end = logs_end(now, months)
    midnight = datetime(end.year, end.month, end.day, tzinfo=now.tzinfo)
    old = (Log.practice_id == practice_id, Log.local_date < end.isoformat(), Log.received_at < midnight)
    source = aliased(Log)
    stands = exists().where(
        source.practice_id == Log.practice_id, source.client_id == Log.client_id, source.id == Log.target
    )
    with write(session):
        session.execute(delete(Log).where(*old, Log.kind.in_(HISTORY)))
        session.execute(delete(Log).where(*old, Log.kind == "void", ~stands))
        session.execute(delete(Alert).where(Alert.practice_id == practice_id, Alert.created_at < midnight))
        session.execute(
            delete(Quarantined).where(Quarantined.practice_id == practice_id, Quarantined.received_at < midnight)
        )
        _clear_written(session, practice_id, end, midnight)


def _clear_written(session: AnySession, practice_id: str, end: date, midnight: datetime) -> None:
    """Deletes visits and courses of that time, and decisions about the dose that have no effect any more. A correction
    is younger than what it replaced, and goes no sooner; of courses the newest counts, so those before it go first."""
    earlier, later = aliased(Visit), aliased(Course)
    session.execute(delete(Visit).where(Visit.practice_id == practice_id, Visit.written_at < midnight))
    known = exists().where(
        earlier.practice_id == Visit.practice_id, earlier.client_id == Visit.client_id, earlier.id == Visit.replaces
    )
    gone = Visit.practice_id == practice_id, Visit.replaces.is_not(None), ~known
    session.execute(update(Visit).where(*gone).values(replaces=None), execution_options={"synchronize_session": False})
    newer = exists().where(
        later.practice_id == Course.practice_id, later.client_id == Course.client_id, later.at > Course.at
    )
    over = or_(Course.ended_at < midnight, and_(Course.at < midnight, newer))
    session.execute(delete(Course).where(Course.practice_id == practice_id, Course.at < midnight, over))
    told = DoseDecision.day < end.isoformat(), DoseDecision.made_at < midnight
    idle = or_(DoseDecision.withdrawn_at.is_not(None), DoseDecision.act.is_not(None))
    session.execute(delete(DoseDecision).where(DoseDecision.practice_id == practice_id, *told, idle))


def _clear_ledger(session: AnySession, now: datetime, practice_id: str) -> None:
    """Deletes what was sent long ago, except the reminders that she has not answered since: they are why none come."""
    practised = exists().where(
        Log.practice_id == Delivery.practice_id,
        Log.client_id == Delivery.client_id,
        Log.kind == "session",
        Log.local_date >= Delivery.local_date,
    )
    unanswered = and_(Delivery.kind == "reminder", Delivery.status == "done", ~practised)
    old = Delivery.practice_id == practice_id, Delivery.ended_at < now - LEDGER_KEPT
    with write(session):
        session.execute(delete(Delivery).where(*old, ~unanswered))


def _clear_flags(session: AnySession, now: datetime, practice_id: str, months: int, fleeting: Collection[str]) -> None:
    """Deletes what was told of flags that last days, once logs of that time go: a bad day is not kept for years."""
    end = logs_end(now, months)
    midnight = datetime(end.year, end.month, end.day, tzinfo=now.tzinfo)
    with write(session):
        session.execute(
            delete(FlagEntry).where(
                FlagEntry.practice_id == practice_id,
                FlagEntry.flag.in_(fleeting),
                FlagEntry.since.is_not(None),
                FlagEntry.since < end.isoformat(),
                FlagEntry.received_at < midnight,
            )
        )


def _who_left(session: AnySession, now: datetime, practice_id: str, months: int) -> list[str]:
    with read(session):
        rows = session.execute(
            select(Client.id, Client.archived_at).where(
                Client.practice_id == practice_id, Client.archived_at.is_not(None)
            )
        ).all()
    return [row.id for row in rows if archive_is_over(row.archived_at, now, months)]
