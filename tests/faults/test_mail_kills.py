"""Workers are killed while they mail: nobody gets two mails, at most the window that was being sent is lost, and
everybody else gets hers. Asserted on what the mail server took."""

from __future__ import annotations

import signal
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import func, select

from pith.config import Settings
from pith.services import mailing
from pith.services.delivering import WINDOW
from pith.services.transaction import AnySession, read, write
from pith.store.accounts import Client
from pith.store.db import db
from pith.store.deliveries import OPEN, Delivery
from pith.store.mail import ClientMail
from pith.store.reminders import Reminder
from pith.store.seal import new_key, seal
from tests.crowd import Crowd, crowd, give_programs
from tests.e2e.server import PITH, ROOT, clean_environment
from tests.fakes.mail_server import mail_server
from tests.faults.dead import let_go

PEOPLE, WORKERS, KILLS = 600, 2, 4
ANSWER_S = 0.02  # so that a kill meets mails under way
PATIENCE_S = 120


def test_killed_workers_mail_nobody_twice_and_lose_only_what_they_were_sending(
    app: object, session: AnySession, settings: Settings, tmp_path: Path
) -> None:
    due_at = datetime.now(UTC).replace(second=0, microsecond=0) - timedelta(minutes=2)
    people = everybody(session, settings, due_at)
    with mail_server() as server:
        server.delay_s = ANSWER_S
        with workers(settings, server.port, tmp_path / "workers.log") as running:
            harm(session, running)
        taken = Counter(to for one in server.taken for to in one.to)
        keys = Counter(str(one.message["Message-ID"]) for one in server.taken)
    assert [to for to, times in taken.items() if times > 1] == [], "somebody got two mails"
    assert max(keys.values()) == 1
    with read(session):
        rows = session.execute(select(Delivery.client_id, Delivery.status, Delivery.channel)).all()
    ended = {status: {row.client_id for row in rows if row.status == status} for status in ("done", "sending")}
    lost = {one for one in people.ids if address(one) not in taken}
    assert len(lost) <= WINDOW * KILLS, "more was lost than what was being sent"
    assert ended["done"] | ended["sending"] == set(people.ids), "a line ended in another way"
    assert lost <= ended["sending"], "the ledger says done of a mail that nobody received"
    assert {row.channel for row in rows if row.status == "done"} == {"mail"}


def address(client_id: str) -> str:
    return f"{client_id}@example.org"


def everybody(session: AnySession, settings: Settings, due_at: datetime) -> Crowd:
    """Clients with a reminder that is due, no browser, and an address that they confirmed."""
    people, master = crowd(session, PEOPLE, PEOPLE, due_at), settings.secrets.master
    give_programs(session, people, due_at)
    with write(session):
        for client in session.scalars(select(Client).where(Client.practice_id == people.practice_id)):
            client.text_key = seal(master, f"client|{client.id}", new_key())
            row = mailing.sealed_row(client, due_at, master, address(client.id)) | {"confirmed_at": due_at}
            session.add(ClientMail(practice_id=client.practice_id, client_id=client.id, **row))
    session.remove()  # type: ignore[union-attr]
    db.engine.dispose()
    return people


@contextmanager
def workers(settings: Settings, port: int, log: Path) -> Iterator[list[subprocess.Popen[bytes]]]:
    mail = {"PITH_SMTP_URL": f"smtp://127.0.0.1:{port}", "PITH_MAIL_FROM": "Pith <reminders@pith.example>"}
    environment = clean_environment(settings.data, settings.port, DATABASE_URL=settings.database_url, **mail)
    running: list[subprocess.Popen[bytes]] = []
    with log.open("ab") as out:

        def start() -> None:
            command = [PITH, "reminders", "run"]
            running.append(subprocess.Popen(command, env=environment, cwd=ROOT, stdout=out, stderr=out))

        for _ in range(WORKERS + KILLS):  # as many again as will be killed
            start()
        try:
            yield running
        finally:
            for one in running:
                one.terminate()
            for one in running:
                one.wait(30)
    assert "Traceback" not in log.read_text(errors="replace"), log.read_text(errors="replace")[-3000:]


def harm(session: AnySession, running: list[subprocess.Popen[bytes]]) -> None:
    """SIGKILL for one of them a second, once mails go out; then waits until nothing is open."""
    began = time.monotonic()
    while mailed(session) == 0:
        assert time.monotonic() - began < PATIENCE_S, "nothing goes out"
        time.sleep(0.1)
    for _ in range(KILLS):
        victim = running.pop(0)
        victim.send_signal(signal.SIGKILL)
        victim.wait(10)
        let_go(session, victim.pid)
        time.sleep(0.7)
    while not is_done(session):
        assert time.monotonic() - began < PATIENCE_S, "the workers do not get through"
        time.sleep(0.5)


def mailed(session: AnySession) -> int:
    with read(session):
        return session.scalar(select(func.count()).where(Delivery.status == "done")) or 0


def is_done(session: AnySession) -> bool:
    with read(session):
        due = session.scalar(select(func.count()).where(Reminder.next_due_at <= datetime.now(UTC)))
        waiting = session.scalar(select(func.count()).select_from(Delivery).where(OPEN))
    return due == waiting == 0
