"""An export as a page for people: one file, no script, nothing fetched, plain words, tables that print well."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from pith.content.texts import Texts
from pith.domain.days import read_instant
from pith.services.export_dose import dose_tables
from pith.services.export_kinds import KINDS
from pith.services.export_reminders import choice_rows, delivery_rows
from pith.services.export_visits import visit_tables

Document = Mapping[str, Any]
Log = Mapping[str, Any]

STYLE = """
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; color: #2b2233; background: #fffdf9; max-width: 60rem;
  margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.75rem; line-height: 1.2; } h2 { font-size: 1.25rem; margin-top: 2.5rem; }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: 600; padding: 0.25rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.35rem 0.75rem 0.35rem 0; border-bottom: 1px solid #d9cdbd;
  overflow-wrap: break-word; min-width: 3.5rem; }
th { white-space: nowrap; }
td:first-child { min-width: 8.5rem; }
.wide { overflow-x: auto; }
tr.back td { text-decoration: line-through; color: #6d6276; }
p, li { max-width: 42rem; }
@media print { body { padding: 0; max-width: none; font-size: 10pt; }
  .wide { overflow: visible; } tr { break-inside: avoid; }
  caption, h2, h3 { break-after: avoid; } thead { display: table-header-group; } }
"""
STYLE_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()

# Acts after which a flag is on.
_HOLDS = ("raise", "confirm")


def page(document: Document, texts: Texts) -> str:
    """The whole HTML page of an export (services/exporting.py), in the language of `texts`."""
    name = escape(document["client"]["name"])
    body = "\n".join(_Page(document, texts).sections())
    return (
        f'<!doctype html>\n<html lang="{texts.language}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{texts.say('title', name=name)}</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{texts.say('heading', name=name)}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


class _Page:
    def __init__(self, document: Document, texts: Texts) -> None:
        self.document, self.texts, self.say, self.value = document, texts, texts.say, texts.value
        self.names: dict[str, str] = {}
        for version in document["programs"]:
            said = version["words"].get(texts.language) or [item["snapshot"] for item in version["items"]]
            for item, words in zip(version["items"], said, strict=True):
                self.names[item["technique_id"]] = words["name"]

    def sections(self) -> Iterable[str]:
        document, say = self.document, self.say
        practice, when = escape(document["practice"]["name"]), _at(document["made_at"])
        yield f"<p>{say('made', practice=practice, when=when)}</p>"
        if not document["private_notes"].startswith("included"):
            yield f"<p>{escape(say('no_private_notes'))}</p>"
        yield self._table(say("who"), ("what", "value"), self._profile())
        yield _heading(say("agreements"), self._consents())
        versions = [self._version(one) for one in reversed(document["programs"])]
        yield _heading(say("program"), *versions, self._clearances(), self._flags(), self._answers())
        yield from self._told()
        yield _heading(say("replies"), self._replies())
        yield _heading(say("visits"), *visit_tables(document, self.texts, self._table))
        yield _heading(say("dose"), *dose_tables(document, self.texts, self.names, self._table))
        yield _heading(say("pointed_to"), self._alerts())
        yield _heading(say("reminders"), *self._reminders())
        yield _heading(say("phones"), self._phones())
        yield _heading(say("unreadable"), self._refusals())

    def _profile(self) -> list[tuple[Any, ...]]:
        say, client = self.say, self.document["client"]
        return [
            (say("name"), client["name"]),
            (say("timezone"), client["timezone"]),
            (say("language"), self.value(client["language"])),
            (say("on_file"), _at(client["created_at"])),
            (say("put_away"), _at(client["archived_at"]) or say("no")),
            (say("therapists"), ", ".join(one["name"] for one in self.document["therapists"])),
            *([(say("mail_address"), self.document["mail"]["address"])] if self.document["mail"] else []),
        ]

    def _consents(self) -> str:
        rows = [
            (_at(one["at"]), self.say("agreed" if one["given"] else "taken_back"), one["version"])
            for one in self.document["consents"]
        ]
        return self._table(self.say("agreed_to"), ("when", "what", "wording"), rows)

    def _clearances(self) -> str:
        rows = [
            (_at(one["at"]), one["by"]["name"], one["note"], _at(one["ended_at"]))
            for one in self.document["clearances"]
        ]
        return self._table(self.say("cleared"), ("when", "by", "note", "until"), rows)

    def _flags(self) -> str:
        """What her therapists did about flags; what she told herself stands with her entries."""
        rows = [
            (
                _at(one["at"]),
                one["by"]["name"],
                one["flag"],
                self.say("yes" if one["act"] in _HOLDS else "no"),
                one["since"],
                one["reason"],
            )
            for one in self.document["flags"]
            if one["by"] is not None
        ]
        return self._table(self.say("kind_flag"), ("when", "by", "what", "holds", "since", "why"), rows)

    def _answers(self) -> str:
        """What her therapists wrote down in the room; what she answered herself stands with her entries."""
        rows = [
            (_at(one["at"]), one["by"]["name"], one["question_id"], one["answer"])
            for one in self.document["answers"]
            if one["by"] is not None
        ]
        return self._table(self.say("kind_intake"), ("when", "by", "question", "answer"), rows)

    def _version(self, version: Mapping[str, Any]) -> str:
        rows = [
            (
                self.names[item["technique_id"]],
                item["level"],
                self.value(item["side"]),
                self.say("minutes", count=f"{item['dose_s'] / 60:.1f}"),
                self._week(item["days"] or version["days"]),
                item["note"],
            )
            for item in version["items"]
        ]
        about = {"number": version["number"], "day": version["starts_on"], "who": version["author"]["name"]}
        why = version["reason"]
        caption = self.say("version_why", **about, why=why) if why else self.say("version", **about)
        return self._table(caption, ("exercise", "level", "side", "a_day", "days", "note"), rows)

    def _told(self) -> Iterable[str]:
        """One table for each kind of log; what was taken back is struck through, not left out."""
        logs = [entry["log"] for entry in self.document["logs"]]
        back = {log["voids"] for log in logs if log["kind"] == "void"}
        for kind, columns in KINDS.items():
            mine = [log for log in logs if log["kind"] == kind]
            rows = [(_lived(log), *(self._told_in(field, log) for field in columns.values())) for log in mine]
            struck = [log["id"] in back for log in mine]
            entries = self.say("one_entry") if len(rows) == 1 else self.say("entries", count=len(rows))
            yield _heading(self.say(f"kind_{kind}"), self._table(entries, ("when", *columns), rows, struck))

    def _told_in(self, field: str, log: Log) -> Any:
        value = log.get(field)
        if field == "technique_id":
            return self.names.get(log[field], log[field])
        if field in ("feeling", "answer", "side") and isinstance(value, str):
            return self.value(value)
        if field == "sensations":
            return ", ".join(self.value(one) for one in log["sensations"])
        if field == "marks":
            places = ((one["region"], self.value(one["side"]), one["strength"]) for one in log["marks"])
            return ", ".join(f"{region} {side}: {strength}" for region, side, strength in places)
        if field == "items":
            return self._done(log["items"])
        return value

    def _done(self, entries: Sequence[Mapping[str, Any]]) -> str:
        """Minutes, what did not go as planned, what was felt; the seconds of each side are in the JSON file."""
        done, planned = (f"{sum(entry[part] for entry in entries) / 60:.1f}" for part in ("done_s", "planned_s"))
        other = [f"{self.value(one['outcome'])}: {self._place(one)}" for one in entries if one["outcome"] != "done"]
        felt = [f"{self._place(one)}: {said}" for one in entries if (said := self._felt(one))]
        return "; ".join([self.say("minutes_of", done=done, planned=planned), *other, *felt])

    def _place(self, entry: Mapping[str, Any]) -> str:
        return f"{self.names.get(entry['technique_id'], entry['technique_id'])} ({self.value(entry['side'])})"

    def _felt(self, entry: Mapping[str, Any]) -> str:
        """How tender the side was, or each of its spots where it was not told of the side, and the discomfort."""
        holds = entry.get("holds") or []
        ends = [entry["softening"]] if entry.get("softening") else holds
        told = {"tender_first": (ends, "start"), "tender_last": (ends, "end"), "discomfort": (holds, "discomfort")}
        said = []
        for code, (parts, field) in told.items():
            scores = [str(part[field]) for part in parts if part.get(field) is not None]
            if scores:
                said.append(self.say(code, scores="/".join(scores)))
        return ", ".join(said)

    def _replies(self) -> str:
        logs = {entry["log"]["id"]: entry["log"] for entry in self.document["logs"]}
        rows = [
            (_at(one["at"]), one["by"]["name"], _lived(logs[one["log_id"]]), one["text"])
            for one in self.document["replies"]
        ]
        return self._table(self.say("replies_on"), ("when", "by", "which_entry", "answer"), rows)

    def _alerts(self) -> str:
        rows = [
            (
                _at(one["created_at"]),
                self.value(one["cause"]),
                self.value(one["level"]),
                self._plain(one["detail"]),
                _at(one["withdrawn_at"]),
                ", ".join(f"{self.value(said['outcome'])} ({said['by']['name']})" for said in one["outcomes"]),
            )
            for one in self.document["alerts"]
        ]
        return self._table(self.say("alerts"), ("when", "why", "urgency", "what", "withdrawn", "closed"), rows)

    def _reminders(self) -> Iterable[str]:
        document, texts = self.document, self.texts
        yield self._table(self.say("chosen"), ("what", "value"), choice_rows(document["reminders"], texts, self._week))
        columns = ("when", "what", "became", "why", "shown")
        yield self._table(self.say("was_sent"), columns, delivery_rows(document["deliveries"], texts))

    def _phones(self) -> str:
        rows = [
            (one["label"], _at(one["created_at"]), _at(one["last_seen_at"]), _at(one["revoked_at"]))
            for one in self.document["devices"]
        ]
        return self._table(self.say("signed_in"), ("name", "since", "last_seen", "closed"), rows)

    def _refusals(self) -> str:
        rows = [
            (_at(one["received_at"]), one["code"], one.get("raw") or one.get("raw_base64"))
            for one in self.document["quarantine"]
        ]
        return self._table(self.say("verbatim"), ("when", "why", "as_it_came"), rows)

    def _table(
        self, caption: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], struck: Sequence[bool] | None = None
    ) -> str:
        """Empty when there are no rows."""
        if not rows:
            return ""
        head = "".join(f'<th scope="col">{escape(self.say(column))}</th>' for column in columns)
        lines = []
        for place, row in enumerate(rows):
            cells = "".join(f"<td>{escape(self._plain(value))}</td>" for value in row)
            lines.append(f'<tr class="back">{cells}</tr>' if struck and struck[place] else f"<tr>{cells}</tr>")
        body = "\n".join(lines)
        top = f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>"
        return f'<div class="wide"><table>\n{top}\n<tbody>\n{body}\n</tbody>\n</table></div>'

    def _plain(self, value: Any) -> str:
        """Any JSON in words: no brackets, no quotes."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return self.say("yes" if value else "no")
        if isinstance(value, Mapping):
            return ", ".join(f"{name}: {self._plain(one)}" for name, one in value.items())
        if isinstance(value, list | tuple):
            return ", ".join(self._plain(one) for one in value)
        return str(value)

    def _week(self, days: Sequence[int]) -> str:
        names = self.say("weekdays").split()
        return self.say("every_day") if len(set(days)) == 7 else ", ".join(names[day] for day in sorted(days))


def _heading(title: str, *tables: str) -> str:
    inside = "\n".join(table for table in tables if table)
    return f"<section>\n<h2>{escape(title)}</h2>\n{inside}\n</section>" if inside else ""


def _at(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _lived(log: Log) -> str:
    """The date as lived, and the time on the phone's clock."""
    at = read_instant(log.get("started_at") or log["recorded_at"])
    try:
        return f"{log['local_date']} {at + timedelta(minutes=log['utc_offset_min']):%H:%M}"
    except OverflowError:
        return str(log["local_date"])
