"""The way out by mail: a line of the ledger becomes one letter to whoever wants it there."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pith.content.texts import Texts
from pith.domain import mail as rules
from pith.domain.errors import Invalid
from pith.domain.ways_out import MAILED, UNKNOWN, Outcome
from pith.mail.letter import Letter
from pith.mail.post import Post, Posted
from pith.services.delivering import Line
from pith.services.languages import language_of_practice
from pith.services.mailing import address_in, token_of
from pith.services.pushing import page_of
from pith.services.transaction import AnySession, read, write
from pith.store import mail as store
from pith.store.accounts import Therapist

log = logging.getLogger("pith")

NO_ADDRESS = Outcome("skipped", "no_channel")


@dataclass(frozen=True)
class MailHouse:
    """Who writes: its public origin, the installation's key, and the words."""

    origin: str
    master: bytes
    texts: Mapping[str, Texts]


@dataclass(frozen=True)
class _To:
    """Where a line goes by mail. `serial` is of a client's address, None for a therapist's."""

    address: str
    language: str
    serial: str | None = None


class Mails:
    """Sends lines by mail, and tells what became of each. `chance` gives 0 to 1."""

    def __init__(
        self,
        session: AnySession,
        clock: Callable[[], datetime],
        house: MailHouse,
        post: Post,
        chance: Callable[[], float],
    ) -> None:
        self._session, self._clock, self._house = session, clock, house
        self._post, self._chance = post, chance
        self._failures = 0
        self._closed_until: datetime | None = None
        self._learned: list[tuple[Line, Posted, Outcome]] = []

    def send(self, lines: Sequence[Line]) -> dict[str, Outcome]:
        """What became of each line, by its id."""
        if not lines:
            return {}
        to = self._addressed(lines)
        found = {line.id: NO_ADDRESS for line in lines if line.id not in to}
        wanted = [line for line in lines if line.id in to]
        late = self._without_a_day(wanted)
        found |= {line.id: Outcome("skipped", MAILED) for line in late}
        wanted = [line for line in wanted if line not in late]
        posted = self._posted(wanted, to)
        outcomes = {line.id: self._outcome(line, posted[line.id]) for line in wanted}
        mine = [line for line in wanted if line.client_id == line.recipient_id]
        self._learned = [(line, posted[line.id], outcomes[line.id]) for line in mine]
        return found | outcomes

    def remember(self) -> None:
        """Writes down what it learned of mailboxes, inside the caller's transaction."""
        for line, posted, outcome in self._learned:
            who = line.practice_id, line.recipient_id
            if posted.fate == "accepted":
                store.note_taken(self._session, *who)
            elif posted.fate == "refused":
                store.note_refused(self._session, *who, rules.REFUSED_MOST)
            if outcome.status == "failed" and posted.fate != "unknown":
                store.give_day_back(self._session, line.id)
        self._learned = []

    def _addressed(self, lines: Sequence[Line]) -> dict[str, _To]:
        with read(self._session):
            own = {row.client_id: row for row in store.addresses(self._session, _clients(lines))}
            people = {row.id: self._therapist(row) for row in store.therapists(self._session, _therapists(lines))}
            found = {}
            for line in lines:
                if (to := people.get(line.recipient_id)) is not None:
                    found[line.id] = to
                elif line.recipient_id in own and _meant(line, own[line.recipient_id]):
                    told = own[line.recipient_id]
                    found[line.id] = _To(address_in(self._house.master, told, told), told.language, told.serial)
            return found

    def _therapist(self, row: Therapist) -> _To | None:
        """None where she signs in with an address that no mail reaches from here."""
        try:
            address = rules.deliverable(row.email, "email")
        except Invalid:
            return None
        return _To(address, row.language or language_of_practice(self._session, row.practice_id))

    def _without_a_day(self, lines: Sequence[Line]) -> list[Line]:
        """Those of clients whose local date has its mail; for the others it is taken, before anything goes out."""
        mine = [line for line in lines if _counts(line)]
        if not mine:
            return []
        with write(self._session):
            return [
                line
                for line in mine
                if not store.take_day(self._session, line.practice_id, line.recipient_id, line.local_date, line.id)
            ]

    def _posted(self, lines: Sequence[Line], to: Mapping[str, _To]) -> dict[str, Posted]:
        """One letter for all that a therapist is told of one client at once."""
        together: dict[tuple[str, str], list[Line]] = {}
        for line in lines:
            about = f"alert {line.client_id}" if line.kind == "alert" else line.id
            together.setdefault((line.recipient_id, about), []).append(line)
        groups = list(together.values())
        now = self._clock()
        if self._closed_until is not None and now < self._closed_until:
            return {line.id: Posted("again", "left alone") for line in lines}
        letters = [self._letter(group[0], to[group[0].id]) for group in groups]
        answers = dict(self._post.send(letters))
        self._note_server(list(answers.values()))
        return {line.id: answers[place] for place, group in enumerate(groups) for line in group}

    def _letter(self, line: Line, to: _To) -> Letter:
        house, texts = self._house, self._house.texts[to.language]
        who = line.practice_id, line.recipient_id
        if line.kind == "confirm":
            link = f"{house.origin}/mail/confirm/{token_of(house.master, 'confirm', *who, to.serial or '')}"
            text = [texts.say("confirm"), link, texts.say("confirm_not_you")]
            return self._written(line, to, texts.say("confirm_subject"), text, None)
        page = f"{house.origin}{page_of(line)}"
        if line.kind == "alert":
            text = [texts.say("open_alert"), page, texts.say("why_alert")]
            return self._written(line, to, texts.say("alert_subject"), text, None)
        off = f"{house.origin}/mail/off/{token_of(house.master, 'off', *who, to.serial or '')}"
        says = line.slot.partition(":")[0] if line.kind == "news" else "reminder"
        text = [texts.say("open"), page, texts.say("why"), f"{texts.say('turn_off')}\n{off}"]
        return self._written(line, to, texts.say(f"{says}_subject"), text, off)

    def _written(self, line: Line, to: _To, subject: str, parts: Sequence[str], off: str | None) -> Letter:
        body = "\n\n".join([subject + ".", *parts]) + "\n"
        return Letter(line.id, to.address, subject, body, to.language, self._clock(), off)

    def _note_server(self, answers: Sequence[Posted]) -> None:
        """A server that does not answer, or does not take us, is left alone for longer each time."""
        bad = [one.why for one in answers if one.ours]
        if not bad:
            self._failures, self._closed_until = 0, None
            return
        self._failures += 1
        self._closed_until = self._clock() + rules.left_alone_for(self._failures)
        log.warning("the mail server does not take our mail (%s)", bad[0])

    def _outcome(self, line: Line, posted: Posted) -> Outcome:
        if posted.fate == "accepted":
            return Outcome("done")
        urgent = line.kind == "alert"
        if posted.fate == "refused":
            return Outcome("failed", "mail_refused")
        if posted.fate == "unknown" and not urgent:
            return Outcome("failed", UNKNOWN)
        at = rules.next_try(line.tries + 1, self._clock(), line.not_after, self._chance, urgent)
        return Outcome("due" if at else "failed", UNKNOWN if posted.fate == "unknown" else "mail_unreachable", at)


def _clients(lines: Sequence[Line]) -> list[str]:
    return sorted({line.recipient_id for line in lines if line.client_id == line.recipient_id})


def _therapists(lines: Sequence[Line]) -> list[str]:
    return sorted({line.recipient_id for line in lines if line.client_id != line.recipient_id})


def _counts(line: Line) -> bool:
    """Whether it is the one mail of a client's local date."""
    return line.client_id == line.recipient_id and line.kind != "confirm"


def _meant(line: Line, row: Any) -> bool:
    """Whether this address is the one that the line is for: one to confirm, or one that is confirmed."""
    if line.kind == "confirm":
        return row.confirmed_at is None and line.slot.split(":")[1] == row.serial[-12:]
    return row.confirmed_at is not None
