"""Browser tests that were red are tried once more: what may turn green by that, and what never."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.once_more import MOST, main

# Red in the first process that runs it, green in every later one.
RED_ONCE = """
def test_red_{0}(request):
    ran = request.config.rootpath / "ran-{0}"
    is_second = ran.exists()
    ran.touch()
    assert is_second
"""
RED_TWICE = "def test_red_twice():\n    assert False\n"
GREEN = """
def test_green(request):
    with (request.config.rootpath / "green").open("a") as ran:
        ran.write("again ")
"""
BROKEN = "import nothing_of_that_name\n"
RED_SETUP = """
import pytest

@pytest.fixture
def browser(request):
    ran = request.config.rootpath / "ran"
    if not ran.exists():
        ran.touch()
        raise RuntimeError("did not start")

def test_of_the_browser(browser):
    pass
"""


@pytest.fixture(autouse=True)
def few_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours take longer to be loaded than these tests to run."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


class Run:
    def __init__(self, folder: Path, *files: str) -> None:
        self.folder, self.stamps = folder, folder / "stamps"
        self.stamps.mkdir()
        (folder / "pytest.ini").write_text("[pytest]\naddopts = -q -p xdist\n")
        for number, text in enumerate(files):
            (folder / f"test_{number}.py").write_text(text)

    def __call__(self, *more: str) -> int:
        return main([str(self.folder), "--rootdir", str(self.folder), *more], self.stamps)

    @property
    def flaky(self) -> list[str]:
        kept = self.stamps / "flaky"
        return kept.read_text().splitlines() if kept.exists() else []


def test_green_tests_run_once(tmp_path: Path) -> None:
    run = Run(tmp_path, GREEN)
    assert run() == 0
    assert ((tmp_path / "green").read_text(), run.flaky) == ("again ", [])


@pytest.mark.parametrize("beside", [(), ("-n", "2")], ids=["alone", "two at a time"])
def test_what_is_red_once_is_tried_again_by_itself_and_named(
    tmp_path: Path, beside: tuple[str, ...], capfd: pytest.CaptureFixture[str]
) -> None:
    run = Run(tmp_path, GREEN, *(RED_ONCE.format(number) for number in range(MOST)))
    assert run(*beside) == 0
    assert run.flaky == [f"flaky: test_{number + 1}.py::test_red_{number}" for number in range(MOST)]
    assert (tmp_path / "green").read_text() == "again "
    said = capfd.readouterr().out
    assert said.rstrip().endswith("\n".join(run.flaky)) and "flaky" not in said[: said.index("Once more")]


def test_what_was_never_set_up_is_tried_again_too(tmp_path: Path) -> None:
    run = Run(tmp_path, RED_SETUP)
    assert run() == 0
    assert run.flaky == ["flaky: test_0.py::test_of_the_browser"]


def test_what_is_red_twice_is_red_and_the_other_is_still_named(tmp_path: Path) -> None:
    run = Run(tmp_path, RED_TWICE, RED_ONCE.format(0))
    assert run() == 1
    assert run.flaky == ["flaky: test_1.py::test_red_0"]


def test_more_than_a_few_are_not_tried_again(tmp_path: Path) -> None:
    run = Run(tmp_path, *(RED_ONCE.format(number) for number in range(MOST + 1)))
    assert run() == 1
    assert run.flaky == []


@pytest.mark.parametrize("beside", [(), ("-n", "2")], ids=["alone", "two at a time"])
def test_a_file_that_cannot_be_read_is_red_at_once(tmp_path: Path, beside: tuple[str, ...]) -> None:
    run = Run(tmp_path, GREEN, BROKEN, RED_ONCE.format(0))
    assert run(*beside) != 0
    assert run.flaky == []


def test_no_test_at_all_is_no_success(tmp_path: Path) -> None:
    assert Run(tmp_path)() == 5
