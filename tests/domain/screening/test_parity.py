"""Server and phone give the same answers: a generated table, made by Python, read by the phone's own code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pith.domain.screening import RANKS

ROOT = Path(__file__).parents[3]
PHONE = ROOT / "frontend" / "src" / "domain" / "screening"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The phone's rules as one file that Node runs."""
    out = tmp_path_factory.mktemp("phone") / "screening.mjs"
    bundler = ROOT / "frontend" / "node_modules" / ".bin" / "rolldown"
    subprocess.run([bundler, PHONE / "index.ts", "--format", "esm", "--file", out], check=True, capture_output=True)
    return out


def test_server_and_phone_judge_alike(bundle: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    with table.open("wb") as file:
        subprocess.run([sys.executable, "-m", "tests.domain.screening.parity_table"], cwd=ROOT, check=True, stdout=file)
    with table.open("rb") as file:
        rows = sum(1 for _ in file)
    node = ["node", Path(__file__).parent / "parity.mjs", bundle, PHONE / "policy.gen.json", table]
    answer = json.loads(subprocess.run(node, check=True, capture_output=True, text=True).stdout)
    told = answer.pop("told")
    assert sum(told.values()) > 100_000
    assert set(told) == set(RANKS)
    assert answer == {"rows": rows, "differences": 0, "first": []}
