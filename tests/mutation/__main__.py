"""`make mutation`: mutmut on the rules of screening, dose and alerts, in a copy, so that no real file is broken.

mutmut finds a package only below `src`, and takes its settings from pyproject.toml: both are made here. The cases that
were written by hand have to notice; properties and parity are left out, because they compare the code with itself.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
LEAST = 0.90
# What is broken, below `domain/`, and the tests that have to notice.
RULES = {"screening": "screening/*", "dose": "dose/*", "alerts": "inbox.py"}
TESTS = {
    "screening": (
        *("screening/test_alternatives", "screening/test_answers", "screening/test_asking", "screening/test_clearance"),
        *("screening/test_told", "screening/test_verdict_cases", "screening/test_screening_cases"),
        *("screening/test_thresholds", "screening/test_verdicts"),
    ),
    "dose": tuple(f"dose/test_{name}" for name in ("decide", "histories", "hurts", "overlay", "raises", "reactions")),
    "alerts": ("test_inbox", "test_practice"),
}
# Without what measures time: mutmut counts every call, and that takes its own.
SETTINGS = """
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/pith/domain/{rules}"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-k", "not milliseconds and not takes_little_more"]
pytest_add_cli_args_test_selection = {tests}
"""
COUNTED = ("killed", "timeout", "survived", "no_tests", "suspicious")


def main() -> int:
    packages = sys.argv[1:] or list(TESTS)
    return max(_mutate(package) for package in packages)


def _mutate(package: str) -> int:
    with tempfile.TemporaryDirectory(prefix="pith-mutation-") as name:
        tree = Path(name)
        _copy(tree, package)
        mutmut = [sys.executable, "-m", "mutmut"]
        children = str(os.cpu_count() or 1)
        run = subprocess.run(
            [*mutmut, "run", "--max-children", children], cwd=tree, check=False, capture_output=True, text=True
        )
        if run.returncode:
            print(run.stdout[-2000:], run.stderr[-2000:])
            return run.returncode
        subprocess.run([*mutmut, "export-cicd-stats"], cwd=tree, check=True, stdout=subprocess.DEVNULL)
        stats = json.loads((tree / "mutants" / "mutmut-cicd-stats.json").read_text())
        results = subprocess.run([*mutmut, "results"], cwd=tree, check=True, capture_output=True, text=True).stdout
        for line in results.splitlines():
            _show([*mutmut, "show", line.split(":")[0].strip()], tree)
    return _judge(package, stats)


def _copy(tree: Path, package: str) -> None:
    skipped = shutil.ignore_patterns("__pycache__", "node_modules")
    shutil.copytree(ROOT / "backend", tree / "src", ignore=skipped)
    shutil.copytree(ROOT / "tests", tree / "tests", ignore=skipped)
    tests = [f"tests/domain/{name}.py" for name in TESTS[package]]
    settings = (ROOT / "pyproject.toml").read_text() + SETTINGS.format(rules=RULES[package], tests=json.dumps(tests))
    (tree / "pyproject.toml").write_text(settings)


def _show(command: list[str], tree: Path) -> None:
    shown = subprocess.run(command, cwd=tree, check=False, capture_output=True, text=True).stdout
    for line in shown.splitlines():
        if line.startswith(("# ", "- ", "+ ")):
            print(line)


def _judge(package: str, stats: dict[str, int]) -> int:
    total = sum(stats[name] for name in COUNTED)
    noticed = stats["killed"] + stats["timeout"]
    score = noticed / total if total else 0.0
    print(f"{package}: mutation score {score:.1%}: {noticed} of {total} noticed, at least {LEAST:.0%} must be")
    return 0 if score >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
