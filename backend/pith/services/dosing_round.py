"""What time alone does to a dose: each client is looked at when her local day has begun, and when what she feels has
lasted too long, by whichever worker."""

from __future__ import annotations

import logging
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from pith.domain.errors import Invalid, Unavailable
from pith.services.dosing import defaults, note_age, settle, settle_beside
from pith.services.dosing_look import look
from pith.services.dosing_step import is_proposed, take_step
from pith.services.practice_content import content_at
from pith.services.transaction import AnySession, read, write, write_if_able
from pith.services.words import ClientKey
from pith.store import dose as store
from pith.store.accounts import Client, Therapist, hold_client
from pith.store.catalogue import content_rev

if TYPE_CHECKING:
    from pith.content.loader import Content

log = logging.getLogger("pith")

BATCH = 20
LATER = timedelta(hours=1)


class Doses:
    """What a worker does about doses between reminders. `master` (32 bytes) opens each client's own key."""

    def __init__(self, master: bytes, content: Content) -> None:
        self._master, self._content = master, content

    def round(self, session: AnySession, now: datetime) -> bool:
        """One batch; true when there may be more."""
        return settle_begun(session, now, self._master, self._content) == BATCH


def settle_begun(session: AnySession, now: datetime, master: bytes, shared: Content, limit: int = BATCH) -> int:
    """Settles up to `limit` clients whose day has begun, each in a transaction of its own, so that nobody waits long
    and what fails for one keeps no other; how many there were."""
    with read(session):
        begun = [(row.practice_id, row.client_id) for row in store.begun_anew(session, now, limit)]
    for who in begun:
        try:
            with write(session):
                _settle(session, who, now, master, shared)
        except Unavailable:
            raise
        except Exception as error:
            log.exception("the dose of client %s is left for later: %s", who[1], type(error).__name__)
            with write(session):
                store.put_off(session, *who, now + LATER)
    return len(begun)


def settle_told(session: AnySession, who: tuple[str, str], now: datetime, shared: Content) -> bool:
    """Settles a client who told anything since, before her dose is read; whether she did, so that what was read before
    is old. Where it cannot be written now, her dose is read as it stood, and the next reader works it out. What else
    begins with a day of hers still waits for the worker."""
    if not store.is_told(session, *who):
        return False

    def work() -> None:
        hold_client(session, *who)
        due = store.ensure_setting(session, defaults(*who)).settle_at
        settle_beside(session, *who, now, content_at(session, shared, who[0], content_rev(session, who[0])).policy)
        if due is not None and due <= now:
            store.put_off(session, *who, due)

    write_if_able(session, "doses stay as they stood", work)
    return True


def _settle(session: AnySession, who: tuple[str, str], now: datetime, master: bytes, shared: Content) -> None:
    hold_client(session, *who)
    setting = store.setting_of(session, *who)
    begins = setting is not None and setting.settle_at is not None and setting.settle_at <= now
    if setting is None or not (begins or setting.told):
        return  # another worker was here first
    content = content_at(session, shared, who[0], content_rev(session, who[0]))
    client = session.get_one(Client, who)
    note_age(session, who, ClientKey(master, *who, client.text_key))
    settle(session, *who, now, content.policy)
    if begins and setting.mode == "auto":
        _step_by_rules(session, client, now, content)


def _step_by_rules(session: AnySession, client: Client, now: datetime, content: Content) -> None:
    """A step of time (D12) needs no tap where a therapist said so; a level always does. She answers for it: where she
    has left, or the rules of safety are against it, it waits for somebody's tap."""
    setting = store.setting_of(session, client.practice_id, client.id)
    by = (
        None
        if setting is None or setting.by_id is None
        else session.get(Therapist, (client.practice_id, setting.by_id))
    )
    found = None if setting is None else look(session, client, setting, now, content.policy)
    if by is None or by.ended_at is not None or found is None:
        return
    row = next((one for one in found.rows if one.rule == "D12" and is_proposed(found, one)), None)
    if row is None:
        return
    try:
        with session.begin_nested():
            take_step(session, found, row, by, now, content, by_rules=True)
    except Invalid as error:
        log.info("a step of client %s waits for a tap: %s", client.id, sorted(error.fields))
