"""Which fields of a log the page of an export shows (services/export_page.py)."""

from __future__ import annotations

# Kind of log -> column (a code of content/data/export.yaml) -> field of the log.
KINDS: dict[str, dict[str, str]] = {
    "session": {
        "pain_before": "pain_before",
        "pain_after": "pain_after",
        "felt": "sensations",
        "word": "word",
        "done": "items",
    },
    "hurt": {
        "exercise": "technique_id",
        "side": "side",
        "at_second": "second",
        "how_it_felt": "feeling",
        "of_ten": "discomfort",
    },
    "reaction": {"answer": "answer"},
    "question": {"question": "text"},
    "note": {"note": "text", "private": "private"},
    "check": {"answers": "answers"},
    "intake": {"question": "question_id", "answer": "answer"},
    "flag": {"what": "flag_id", "holds": "on", "since": "since"},
    "body": {"marks": "marks"},
    "measure": {"what": "measure_id", "values": "values"},
    "decision": {"rule": "rule", "what": "target", "before": "before", "after": "after"},
    "setting": {"name": "name", "value": "value"},
    "read": {"what": "what", "which": "ref"},
    "consent": {"wording": "version", "given": "given"},
    "void": {"which_entry": "voids"},
}
