"""Runs pytest; what was red is run once more, one after the other. `python -m tests.once_more tests/e2e -n 2`.

For browser tests alone: two engines on two busy cores are red about once in some hundred runs for reasons of the
engine or the machine, and one red test refuses everything. A test that is red twice is red. More than a few are no
chance: they are not tried again. What was red once is named at the end (`flaky: <test>`) and in `.stamps/flaky`, so
that it is seen and mended.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

STAMPS = Path(__file__).parents[1] / ".stamps"
MOST = 5
PASSED, SOME_RED = 0, 1  # pytest's own words; anything above is no verdict on a test
ONE_BY_ONE = ("-n", "0", "--last-failed", "--last-failed-no-failures", "none")


def main(arguments: Sequence[str], stamps: Path = STAMPS) -> int:
    """pytest's exit code: that of the second run, where there was one."""
    cache = stamps / "red"
    shutil.rmtree(cache, ignore_errors=True)
    ended = _pytest(cache, arguments)
    red = _red(cache)
    if ended != SOME_RED or not red:
        return ended
    if any("::" not in one for one in red):
        return ended  # a file that could not even be read
    if len(red) > MOST:
        print(f"{len(red)} tests are red: too many for chance, none is tried again")
        return ended
    print(f"Once more, one after the other: {len(red)} red", flush=True)
    again = _pytest(cache, [*arguments, *ONE_BY_ONE])
    _tell([one for one in red if one not in _red(cache)], stamps)
    # Whoever was not run again is still in the list.
    return again or int(bool(_red(cache)))


def _pytest(cache: Path, arguments: Sequence[str]) -> int:
    command = [sys.executable, "-m", "pytest", "-o", f"cache_dir={cache}", *arguments]
    return subprocess.run(command, check=False).returncode


def _red(cache: Path) -> list[str]:
    """The tests that were red when they last ran."""
    kept = cache / "v" / "cache" / "lastfailed"
    return sorted(json.loads(kept.read_text())) if kept.exists() else []


def _tell(flaky: list[str], stamps: Path) -> None:
    with (stamps / "flaky").open("a") as kept:
        for one in flaky:
            print(f"flaky: {one}")
            kept.write(f"flaky: {one}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
