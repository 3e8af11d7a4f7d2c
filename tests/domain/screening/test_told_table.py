"""What a phone's log tells of flags: the table that the phone runs too."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from pith.content.loader import load_content
from pith.domain.screening import told_in

TABLE = json.loads((Path(__file__).parents[2] / "contract" / "told.json").read_text())
POLICY = load_content().policy
AT = datetime(2026, 3, 2, 6, 30, tzinfo=UTC)


@pytest.mark.parametrize("case", TABLE["cases"], ids=[case["name"] for case in TABLE["cases"]])
def test_what_a_log_tells(case: dict[str, Any]) -> None:
    log = {"id": "log", "local_date": TABLE["today"], **case["log"]}
    names = ["log"] if log["kind"] == "flag" else [f"log:{place}" for place in range(len(case["out"]))]
    assert [
        (
            one.id,
            one.act,
            one.flag,
            [[site.region, site.side] for site in one.sites],
            one.since,
            one.covers,
            one.question,
        )
        for one in told_in(POLICY, log, AT)
    ] == [
        (
            name,
            out.get("act", "raise"),
            out["flag"],
            out["sites"],
            None if out["since"] is None else date.fromisoformat(out["since"]),
            tuple(out.get("covers", ())),
            log.get("question_id", ""),
        )
        for name, out in zip(names, case["out"], strict=True)
    ]
