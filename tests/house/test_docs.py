"""Every setting is documented, and nothing documented is gone."""

from __future__ import annotations

import re
from pathlib import Path

from pith.config import KNOWN

ROOT = Path(__file__).parents[2]


def test_every_setting_stands_in_the_settings_page_and_no_other() -> None:
    page = (ROOT / "docs" / "settings.md").read_text()
    assert set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE)) == KNOWN


def test_no_tracked_text_names_a_machine_path_or_a_registry() -> None:
    from tests.house.test_layout import tracked

    bad = re.compile(r"(^|[^\w./])/(root|work|farm)/[a-z]|--(extra-)?index-url|files\.pythonhosted|registry\.npmjs")
    guilty = [
        str(p.relative_to(ROOT))
        for p in tracked()
        if p.suffix not in (".png", ".ico") and p != Path(__file__) and bad.search(p.read_text())
    ]
    assert guilty == []
