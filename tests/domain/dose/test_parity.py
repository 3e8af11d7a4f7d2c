"""Server and phone derive the same dose: histories of chance, answered by Python, read by the phone's own code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tests.domain.dose.parity_table import HISTORIES

ROOT = Path(__file__).parents[3]
PHONE = ROOT / "frontend" / "src" / "domain" / "dose"


def test_server_and_phone_derive_alike(tmp_path: Path) -> None:
    bundle, table = tmp_path / "dose.mjs", tmp_path / "table.jsonl"
    bundler = ROOT / "frontend" / "node_modules" / ".bin" / "rolldown"
    subprocess.run([bundler, PHONE / "derive.ts", "--format", "esm", "--file", bundle], check=True, capture_output=True)
    with table.open("wb") as file:  # in a process of its own: measuring the coverage of it would take minutes
        subprocess.run([sys.executable, "-m", "tests.domain.dose.parity_table"], cwd=ROOT, check=True, stdout=file)
    node = ["node", Path(__file__).parent / "parity.mjs", bundle, table]
    answer = json.loads(subprocess.run(node, check=True, capture_output=True, text=True).stdout)
    assert answer == {"rows": HISTORIES, "differences": 0, "first": []}
