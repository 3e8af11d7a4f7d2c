"""House rules that no linter holds: sizes, one place to commit, files where the map says they are."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PITH = ROOT / "backend" / "pith"
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
NOUNS = ("accounts", "catalogue", "screening", "programs", "practice", "reminders", "sync")


def tracked(*patterns: str) -> list[Path]:
    """Files that git knows or would take; a fresh clone and a working tree give the same."""
    out = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    return [ROOT / line for line in out.splitlines() if (ROOT / line).is_file()]


def test_no_source_file_has_more_than_300_lines() -> None:
    sources = [path for path in tracked("*.py", "*.ts", "*.tsx", "*.css") if not _generated(path)]
    long = {
        str(path.relative_to(ROOT)): n for path in sources if (n := len(path.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def test_no_python_function_has_more_than_40_lines() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in PITH.rglob("*.py")
        if not _generated(path)
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_only_the_transaction_module_commits() -> None:
    committing = {
        str(path.relative_to(PITH))
        for path in PITH.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "commit"
    }
    assert committing == {"services/transaction.py", "store/schema.py"}


@pytest.mark.parametrize("layer", ["domain", "services", "store", "web"])
@pytest.mark.parametrize("noun", NOUNS)
def test_every_noun_stands_in_every_layer(layer: str, noun: str) -> None:
    assert (PITH / layer / f"{noun}.py").is_file() or (PITH / layer / noun / "__init__.py").is_file()


def test_no_file_is_called_a_drawer() -> None:
    drawers = {"utils", "helpers", "misc", "common"}
    assert [path for path in tracked() if path.stem in drawers or path.parent.name in drawers] == []


def test_lock_files_name_no_download_address() -> None:
    for path in (ROOT / "requirements.lock", ROOT / "requirements-dev.lock"):
        assert "://" not in path.read_text()
    assert '"resolved"' not in (ROOT / "frontend" / "package-lock.json").read_text()


def _generated(path: Path) -> bool:
    return "gen.ts" in path.name or "migrations" in path.parts
