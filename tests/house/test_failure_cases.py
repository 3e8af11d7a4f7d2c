"""The page of failure cases tells the truth: all 43 are there, and each test that it names exists."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
ROWS = [row for row in (ROOT / "docs" / "failure-cases.md").read_text().splitlines() if re.match(r"\| \d+ \|", row)]


def test_all_43_cases_stand_in_the_page_in_order() -> None:
    assert [int(row.split("|")[1]) for row in ROWS] == list(range(1, 44))


def test_every_case_names_a_test_or_the_reason_why_not_yet() -> None:
    silent = [row for row in ROWS if not re.search(r"`test_|\"|Not yet: \w+", row.split("|")[3])]
    assert silent == []


def test_every_test_that_the_page_names_exists() -> None:
    page = (ROOT / "docs" / "failure-cases.md").read_text()
    python = "\n".join(path.read_text() for path in (ROOT / "tests").rglob("test_*.py"))
    script = "\n".join(path.read_text() for path in (ROOT / "frontend" / "src").rglob("*.test.ts*"))
    known = set(re.findall(r"^ *(?:async )?def (test_\w+)", python, re.MULTILINE))
    missing = [name for name in re.findall(r"`(test_\w+)`", page) if name not in known]
    titles = [title.replace('\\"', '"') for row in ROWS for title in re.findall(r'"((?:[^"\\]|\\.)+)"', row)]
    assert missing + [title for title in titles if f"'{title}'" not in script] == []
