"""The way out by push: a line of the ledger becomes a sealed message for each browser of its recipient."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple, Protocol

from pith.content.texts import Texts
from pith.domain.push_answers import Reaction, closed_for, next_try, react, silent_for
from pith.push.endpoints import Guard
from pith.push.sealing import Outgoing, Sealer, Urgency
from pith.push.sending import Answer, Sender
from pith.push.subscriptions import Subscription
from pith.services.delivering import Line, Settled
from pith.services.transaction import AnySession, read
from pith.store import reminders as store
from pith.store.reminders import Browser

log = logging.getLogger("pith")

# What must not wait for a phone that saves its battery.
_URGENCY: dict[str, Urgency] = {"alert": "high"}


# Why a service is left alone that said nothing at all.
SILENT = "silent"


class Keyring(Protocol):
    """A sealer for a key, None for one that this installation does not have."""

    def get(self, key_id: str, /) -> Sealer | None: ...


@dataclass(frozen=True)
class House:
    """Who sends: its public origin, a sealer for each key that still has subscriptions, the words, and where it may
    send to."""

    origin: str
    sealers: Keyring
    texts: Mapping[str, Texts]
    guard: Guard


class _Try(NamedTuple):
    """One message to one browser, and what came of it. `asked`: False where its push service is left alone for now."""

    line: Line
    to: Browser
    reaction: Reaction
    status: int | None = None
    asked: bool = True


class Pushes:
    """Sends to every living subscription of a recipient; one that takes it is enough. `chance` gives 0 to 1."""

    def __init__(
        self,
        session: AnySession,
        clock: Callable[[], datetime],
        house: House,
        sender: Sender,
        chance: Callable[[], float],
    ) -> None:
        self._session, self._clock, self._house = session, clock, house
        self._sender, self._chance = sender, chance
        self._hosts: dict[str, datetime] = {}
        self._tries: list[_Try] = []

    def send(self, lines: Sequence[Line]) -> Iterator[Settled]:
        now = self._clock()
        with read(self._session):
            self._hosts = store.hosts(self._session)
            browsers = store.browsers(self._session, sorted({line.recipient_id for line in lines}))
        hers: dict[tuple[str, str], list[Browser]] = {}
        for to in browsers:
            hers.setdefault((to.practice_id, to.person_id), []).append(to)
        pairs = [(line, to) for line in lines for to in hers.get((line.practice_id, line.recipient_id), ())]
        closed = {origin: until - now for origin, until in self._hosts.items() if until > now}
        self._tries = [
            _Try(line, to, Reaction("again", closed[to.origin]), asked=False)
            for line, to in pairs
            if to.origin in closed
        ]
        self._tries += self._sent([(line, to) for line, to in pairs if to.origin not in closed])
        tried: dict[str, list[_Try]] = {}
        for one in self._tries:
            tried.setdefault(one.line.id, []).append(one)
        for line in lines:
            yield self._settled(line, tried.get(line.id, ()))

    def remember(self) -> None:
        now = self._clock()
        accepted = [one for one in self._tries if one.reaction.fate == "accepted"]
        store.note_accepted(self._session, [_key(one.to) | {"answered": one.status, "now": now} for one in accepted])
        for origin in self._hosts.keys() & {one.to.origin for one in accepted}:
            store.open_host(self._session, origin)
        others = [one for one in self._tries if one.asked and one.reaction.fate != "accepted"]
        for one in others:
            if one.status is not None or one.reaction.fate != "again":
                store.note_answer(self._session, _key(one.to), _noted(one, now))
        for origin, reaction in {one.to.origin: one.reaction for one in others if one.reaction.closes}.items():
            self._close(origin, reaction, now)
        self._note_silence(now)
        self._tries = []

    def _sent(self, pairs: Sequence[tuple[Line, Browser]]) -> list[_Try]:
        requests: list[Outgoing] = []
        known: list[tuple[Line, Browser]] = []
        tries: list[_Try] = []
        for line, to in pairs:
            sealer = self._house.sealers.get(to.key_id)
            if sealer is None:  # made for a key that this installation no longer has
                tries.append(_Try(line, to, Reaction("resubscribe")))
                continue
            try:
                requests.append(self._sealed(sealer, line, to))
            except ValueError:  # BadEndpoint too: nothing like this is taken from a browser, nor sent to
                log.warning("a browser is left out whose address or key cannot be used")
                tries.append(_Try(line, to, Reaction("lost")))
                continue
            known.append((line, to))
        for place, answer in self._sender.send(requests):
            tries.append(_Try(*known[place], self._reaction(answer), answer.status))
        return tries

    def _sealed(self, sealer: Sealer, line: Line, to: Browser) -> Outgoing:
        # What a row says of its own origin is not believed: the address is looked at each time it is used.
        subscription = Subscription(to.endpoint, self._house.guard.check(to.endpoint), to.p256dh, to.auth)
        payload = notice(line, self._house.origin, self._house.texts[to.language])
        left = line.not_after - self._clock()
        urgency = _URGENCY.get(line.kind, "normal")
        return sealer.seal(subscription, payload, left, _topic(line), urgency)

    def _reaction(self, answer: Answer) -> Reaction:
        return react(answer.status, answer.retry_after, answer.reason, self._clock())

    def _settled(self, line: Line, tries: Sequence[_Try]) -> Settled:
        fates = {one.reaction.fate for one in tries}
        if not tries:
            return Settled(line, "skipped", reason="no_channel")
        if "accepted" in fates:
            return Settled(line, "done", "push")
        urgent = line.kind == "alert"
        if "again" in fates or (urgent and "refused" in fates):
            waits = [one.reaction.wait for one in tries if one.reaction.fate == "again"]
            asked = min((wait for wait in waits if wait is not None), default=None)
            number = line.tries + any(one.asked for one in tries)
            at = next_try(number, asked, self._clock(), line.not_after, self._chance, urgent)
            why = "unreachable" if "again" in fates else "refused"
            return Settled(line, "due" if at else "failed", "push", why, at, number)
        return Settled(line, "failed", "push", sorted(fates)[0])

    def _note_silence(self, now: datetime) -> None:
        """A service that left a whole window without an answer is left alone: the next would wait as long again."""
        answered = {one.to.origin for one in self._tries if one.status is not None}
        unanswered = {one.to.origin for one in self._tries if one.asked and one.reaction.fate == "again"}
        for origin in sorted(unanswered - answered):
            silences = store.refusals(self._session, origin) + 1
            store.close_host(self._session, origin, now + silent_for(silences), SILENT, silences)
        for origin in sorted(answered & self._hosts.keys()):
            store.open_host(self._session, origin, SILENT)

    def _close(self, origin: str, reaction: Reaction, now: datetime) -> None:
        refusals = store.refusals(self._session, origin) + 1
        until = now + closed_for(refusals, reaction.wait)
        store.close_host(self._session, origin, until, reaction.fate, refusals)


def notice(line: Line, origin: str, texts: Texts) -> dict[str, Any]:
    """One message for every browser: Safari shows it by itself, for others our worker reads the same."""
    kind = line.slot.partition(":")[0] if line.kind == "news" else line.kind
    title = texts.say("reminder" if kind == "snooze" else kind)
    leads_to = f"{origin}{page_of(line)}?r={line.id}"
    notification: dict[str, Any] = {
        "title": title,
        "lang": texts.language,
        "dir": "auto",
        "navigate": leads_to,
        "tag": f"pith-{_about(line)}",
        "data": {"id": line.id, "kind": line.kind},
    }
    if kind in ("reminder", "follow_up", "snooze"):
        notification["actions"] = [
            {"action": "start", "title": texts.say("start"), "navigate": leads_to},
            {"action": "later", "title": texts.say("later"), "navigate": f"{leads_to}&later"},
        ]
    return {"web_push": 8030, "notification": notification, "app_badge": 1}


def page_of(line: Line) -> str:
    """Where a line's notification, or its mail, leads to."""
    return f"/desk/clients/{line.client_id}" if line.kind == "alert" else "/today"


def _topic(line: Line) -> str:
    return f"{line.recipient_id} {_about(line)}"


def _about(line: Line) -> str:
    """What takes the place of an older one that was not seen: never the alert about somebody else."""
    return f"alert-{line.client_id}" if line.kind == "alert" else line.kind


def _key(to: Browser) -> dict[str, Any]:
    return {"practice": to.practice_id, "person": to.person_id, "hashed": to.hash}


def _noted(one: _Try, now: datetime) -> dict[str, Any]:
    fate = one.reaction.fate
    noted: dict[str, Any] = {"last_status": one.status, "failures": one.to.failures + 1}
    if fate in ("gone", "resubscribe"):
        noted |= {"ended_at": now, "ended_because": fate}
    return noted
