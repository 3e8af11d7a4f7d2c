"""Server and phone give the same answers: a generated table, made by Python, read by the phone's own code."""

from __future__ import annotations

import json
import subprocess
from itertools import chain
from pathlib import Path

import orjson
import pytest

from pith.domain.screening import RANKS
from tests.domain.screening import parity_table

ROOT = Path(__file__).parents[3]
PHONE = ROOT / "frontend" / "src" / "domain" / "screening"
CLIENTS = 20_000


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The phone's rules as one file that Node runs."""
    out = tmp_path_factory.mktemp("phone") / "screening.mjs"
    bundler = ROOT / "frontend" / "node_modules" / ".bin" / "rolldown"
    subprocess.run([bundler, PHONE / "index.ts", "--format", "esm", "--file", out], check=True, capture_output=True)
    return out


def test_server_and_phone_judge_alike(bundle: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.jsonl"
    written: dict[str, int] = {}
    verdicts: set[str] = set()
    rows = chain(
        parity_table.every_flag(),
        parity_table.every_boundary(),
        parity_table.chance(CLIENTS),
        parity_table.chance_logs(2000),
        parity_table.every_answer(),
    )
    with table.open("wb") as file:
        for row in rows:
            written[row["ask"]] = written.get(row["ask"], 0) + 1
            if row["ask"] == "verdict":
                verdicts.add(row["out"][0])
            file.write(orjson.dumps(row) + b"\n")
    assert verdicts == set(RANKS)
    assert written["verdict"] > 80_000
    node = ["node", Path(__file__).parent / "parity.mjs", bundle, PHONE / "policy.gen.json", table]
    answer = json.loads(subprocess.run(node, check=True, capture_output=True, text=True).stdout)
    assert answer == {"rows": sum(written.values()), "differences": 0, "first": []}
