"""An export as a page for people: one file, no script, nothing fetched, plain words, tables that print well."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import Any

from pith.domain.days import read_instant

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

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

# Kind of log -> title, and column -> field of the log.
_KINDS: dict[str, tuple[str, dict[str, str]]] = {
    "session": (
        "Practice",
        {
            "Pain before": "pain_before",
            "Pain after": "pain_after",
            "Felt": "sensations",
            "Word": "word",
            "Done": "items",
        },
    ),
    "hurt": (
        "Stopped because it hurt",
        {"Exercise": "technique_id", "Side": "side", "At second": "second", "How it felt": "feeling"},
    ),
    "reaction": ("The day after", {"Answer": "answer"}),
    "question": ("Questions", {"Question": "text"}),
    "note": ("Notes", {"Note": "text", "Private": "private"}),
    "check": ("Questions before practice", {"Answers": "answers"}),
    "intake": ("Safety questions", {"Question": "question_id", "Answer": "answer"}),
    "flag": ("Things to be careful with", {"What": "flag_id", "Holds": "on", "Since": "since"}),
    "body": ("Marks on the body", {"Where, and how strong from 0 to 10": "marks"}),
    "measure": ("Measures", {"What": "measure_id", "Values": "values"}),
    "decision": ("Changes of dose", {"Rule": "rule", "What": "target", "Before": "before", "After": "after"}),
    "setting": ("Settings", {"Name": "name", "Value": "value"}),
    "read": ("Fetched and read", {"What": "what", "Which": "ref"}),
    "consent": ("Agreements given on the phone", {"Wording": "version", "Given": "given"}),
    "void": ("Taken back", {"Which entry": "voids"}),
}


def page(document: Document) -> str:
    """The whole HTML page of an export (services/exporting.py)."""
    name = escape(document["client"]["name"])
    body = "\n".join(_sections(document))
    return (
        f'<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{name}: everything kept</title>\n<style>{STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>Everything that is kept about {name}</h1>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _sections(document: Document) -> Iterable[str]:
    practice = document["practice"]["name"]
    written = _at(document["made_at"])
    yield f"<p>Kept by {escape(practice)}. Written on {written}. Times of practice are local times.</p>"
    if not document["private_notes"].startswith("included"):
        yield "<p>Private notes are not on this page: they belong to the client alone.</p>"
    yield _table("Who this is about", ("What", "Value"), _profile(document))
    yield _heading("Agreements", _consents(document))
    yield _heading("Program", *(_version(one) for one in reversed(document["programs"])), _clearances(document))
    yield from _told(document)
    yield _heading("What the therapist was pointed to", _alerts(document))
    yield _heading("Phones", _phones(document))
    yield _heading("What could not be read", _refusals(document))


def _profile(document: Document) -> list[tuple[Any, ...]]:
    client = document["client"]
    return [
        ("Name", client["name"]),
        ("Time zone", client["timezone"]),
        ("On file since", _at(client["created_at"])),
        ("Put away", _at(client["archived_at"]) or "no"),
        ("Therapists", ", ".join(one["name"] for one in document["therapists"])),
    ]


def _consents(document: Document) -> str:
    rows = [
        (_at(one["at"]), "agreed" if one["given"] else "taken back", one["version"]) for one in document["consents"]
    ]
    return _table("What was agreed to", ("When", "What", "Wording"), rows)


def _clearances(document: Document) -> str:
    rows = [(_at(one["at"]), one["by"]["name"], one["note"], _at(one["ended_at"])) for one in document["clearances"]]
    return _table("Who said that practice is safe", ("When", "Who", "Note", "Until"), rows)


def _version(version: Mapping[str, Any]) -> str:
    rows = [
        (
            item["snapshot"]["name"],
            item["level"],
            item["side"],
            f"{item['dose_s'] / 60:.1f} minutes",
            _week(item["days"] or version["days"]),
            item["note"],
        )
        for item in version["items"]
    ]
    about = f"Version {version['number']}, from {version['starts_on']}, by {version['author']['name']}"
    why = f"{about}: {version['reason']}" if version["reason"] else about
    return _table(why, ("Exercise", "Level", "Side", "A day", "Days", "Note"), rows)


def _told(document: Document) -> Iterable[str]:
    """One table for each kind of log; what was taken back is struck through, not left out."""
    logs = [entry["log"] for entry in document["logs"]]
    back = {log["voids"] for log in logs if log["kind"] == "void"}
    names = {
        item["technique_id"]: item["snapshot"]["name"] for version in document["programs"] for item in version["items"]
    }
    for kind, (title, columns) in _KINDS.items():
        mine = [log for log in logs if log["kind"] == kind]
        rows = [(_lived(log), *(_told_in(field, log, names) for field in columns.values())) for log in mine]
        struck = [log["id"] in back for log in mine]
        entries = "1 entry" if len(rows) == 1 else f"{len(rows)} entries, oldest first"
        yield _heading(title, _table(entries, ("When", *columns), rows, struck))


def _told_in(field: str, log: Log, names: Mapping[str, str]) -> Any:
    value = log.get(field)
    if field == "technique_id":
        return names.get(log[field], log[field])
    if field in ("feeling", "answer", "sensations"):
        return _plain(value).replace("_", " ")
    if field == "marks":
        return ", ".join(f"{one['region']} {one['side']}: {one['strength']}" for one in log["marks"])
    if field == "items":
        return _done(log["items"], names)
    return value


def _done(entries: Sequence[Mapping[str, Any]], names: Mapping[str, str]) -> str:
    """Minutes, and what did not go as planned; the seconds of each side are in the JSON file."""
    done, planned = (sum(entry[part] for entry in entries) / 60 for part in ("done_s", "planned_s"))
    other = [
        f"{entry['outcome']}: {names.get(entry['technique_id'], entry['technique_id'])} ({entry['side']})"
        for entry in entries
        if entry["outcome"] != "done"
    ]
    return "; ".join([f"{done:.1f} of {planned:.1f} minutes", *other])


def _alerts(document: Document) -> str:
    rows = [
        (
            _at(one["created_at"]),
            one["cause"],
            one["level"].replace("_", " "),
            _plain(one["detail"]),
            _at(one["withdrawn_at"]),
        )
        for one in document["alerts"]
    ]
    return _table("Alerts", ("When", "Why", "How urgent", "What", "Taken back"), rows)


def _phones(document: Document) -> str:
    rows = [
        (one["label"], _at(one["created_at"]), _at(one["last_seen_at"]), _at(one["revoked_at"]))
        for one in document["devices"]
    ]
    return _table("Phones that were signed in", ("Name", "Since", "Last seen", "Closed"), rows)


def _refusals(document: Document) -> str:
    rows = [
        (_at(one["received_at"]), one["code"], one.get("raw") or one.get("raw_base64"))
        for one in document["quarantine"]
    ]
    return _table("Kept word for word", ("When", "Why", "As it came"), rows)


def _heading(title: str, *tables: str) -> str:
    inside = "\n".join(table for table in tables if table)
    return f"<section>\n<h2>{escape(title)}</h2>\n{inside}\n</section>" if inside else ""


def _table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[Any]], struck: Sequence[bool] | None = None
) -> str:
    """Empty when there are no rows."""
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
    lines = []
    for place, row in enumerate(rows):
        cells = "".join(f"<td>{escape(_plain(value))}</td>" for value in row)
        lines.append(f'<tr class="back">{cells}</tr>' if struck and struck[place] else f"<tr>{cells}</tr>")
    body = "\n".join(lines)
    top = f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>"
    return f'<div class="wide"><table>\n{top}\n<tbody>\n{body}\n</tbody>\n</table></div>'


def _plain(value: Any) -> str:
    """Any JSON in words: no brackets, no quotes."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_plain(one)}" for name, one in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(_plain(one) for one in value)
    return str(value)


def _week(days: Sequence[int]) -> str:
    return "every day" if len(set(days)) == 7 else ", ".join(_DAYS[day] for day in sorted(days))


def _at(instant: datetime | None) -> str:
    return "" if instant is None else f"{instant.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _lived(log: Log) -> str:
    """The date as lived, and the time on the phone's clock."""
    at = read_instant(log.get("started_at") or log["recorded_at"])
    try:
        return f"{log['local_date']} {at + timedelta(minutes=log['utc_offset_min']):%H:%M}"
    except OverflowError:
        return str(log["local_date"])
