"""What the client's page shows before a visit: the figures of tests/contract/client_page.json, worked out by hand, on
the page of a real server; one sheet of A4; nothing that a screen reader or a keyboard stumbles over."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.e2e import axe, client_file, client_weeks, walks
from tests.e2e.api import Therapist
from tests.e2e.conftest import BOTH, ROOT, Drawer, need
from tests.e2e.server import Server

OUT = client_weeks.TABLE["out"]
Furnished = Callable[..., tuple[Path, str]]
# What each figure reads on the page; the numbers are those of `out` in the table.
FIGURES = {
    "Days kept": ["7 of 12", "58 %"],
    "Practised": ["28.5 min", "11 practices"],
    "Pain before practising": [
        "7 → 4 of 10",
        "medians of 5 practices then and 5 in the last 7 days",
        "likely noticed",
    ],
    "Pain after a practice": [
        "−1 point",
        "median of 10",
        "left only: −2.5 (2)",
        "right only: −1 (1)",
        "both or middle: −1 (7)",
    ],
    "Tenderness in a hold": ["left −3 5 spots", "right −1 3 spots"],
    "Most discomfort": ["6 of 10", "4 practices told it, 2 above 5"],
    "The next day": ["1 gone, 1 worse"],
    "Stopped for pain": ["1"],
}
RESPONSES = [
    ["Foot arch hold on a ball", "−1 on 14 practices", "−2 on 8 spots"],
    ["Scalp glide", "−1 on 11 practices", "not told"],
    ["Temple hold", "too few to say (3)", "not told"],
]

# What stands on the page, as it is read.
SHOWN = """
const said = (e) => e.innerText.replace(/\\s+/g, ' ').trim();
const all = (where) => [...document.querySelectorAll(where)];
const cells = (row) => [...row.querySelectorAll('th, td')].map(said);
return {
  figures: Object.fromEntries(all('.page-figure').map((one) => [said(one.querySelector('dt')), said(one)])),
  responses: all('table.responses tbody tr').map(cells),
  changed: said(document.querySelector('.changed')),
  weeks: all('.week').length,
  points: all('.graph table tbody tr').length,
};
"""

# From the tap on "All" to the next frame that shows it.
REDRAW = """async () => {
  const chip = (name) => [...document.querySelectorAll('.chip')].find((one) => one.textContent === name);
  chip('12 weeks').click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const button = chip('All');
  const began = performance.now();
  button.click();
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  if (document.querySelectorAll('.plot circle').length < 700) throw new Error('not all of it is drawn');
  return performance.now() - began;
}"""


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Furnished:
    """Each kind of file is written once, in a data folder that tests copy."""

    @cache
    def furnish(*options: str) -> tuple[Path, str]:
        data = tmp_path_factory.mktemp("furnished") / "data"
        return data, client_file.furnish(Server(data), *options)

    return furnish


@pytest.fixture
def filled(tmp_path: Path, furnished: Furnished) -> Iterator[tuple[Server, str]]:
    """An installation in which the fixture's weeks were lived, and the client's id."""
    yield from _started(tmp_path, *furnished())


@pytest.fixture
def long_filled(tmp_path: Path, furnished: Furnished) -> Iterator[tuple[Server, str]]:
    """The same after a year of practice, with as much of everything as a page may have to hold."""
    yield from _started(tmp_path, *furnished("--full", "--days", "380"))


def _started(tmp_path: Path, kept: Path, client_id: str) -> Iterator[tuple[Server, str]]:
    need(ROOT / "frontend" / "dist" / "index.html")
    shutil.copytree(kept, tmp_path / "data")
    server = Server(tmp_path / "data").start()
    yield server, client_id
    server.stop()


def open_desk(phones: Drawer, server: Server, path: str, engine: str = "chromium") -> Any:
    phones.origin = server.origin
    therapist = Therapist(server.origin).sign_in()
    desk = phones.desk(therapist) if engine == "chromium" else phones.webkit()
    if engine != "chromium":
        walks.sign_in(desk, therapist)
    desk.go(path)
    return desk


@BOTH
def test_the_figures_on_the_page_are_those_worked_out_by_hand(
    engine: str, phones: Drawer, filled: tuple[Server, str]
) -> None:
    server, client_id = filled
    desk = open_desk(phones, server, f"/desk/clients/{client_id}", engine)
    desk.see("Since program version 2", 20)
    desk.see("Line of time", 20)
    shown = desk.run(SHOWN)
    for name, words in FIGURES.items():
        assert all(one in shown["figures"][name] for one in words), f"{name}: {shown['figures'][name]}"
    assert shown["responses"] == RESPONSES
    assert "The left sole needs longer; temples added." in shown["changed"]
    assert "Rule D02" in shown["changed"]
    assert shown["weeks"] == len(OUT["weeks"])
    # The graph in words: every practice of the table that tells a pain, the one that was taken back not among them.
    assert shown["points"] == 16
    assert axe.violations(desk) == []


def test_the_graph_is_walked_by_keyboard_and_read_as_a_table(phones: Drawer, filled: tuple[Server, str]) -> None:
    server, client_id = filled
    desk = open_desk(phones, server, f"/desk/clients/{client_id}")
    desk.see("Since program version 2", 20)
    page = desk.page
    pick = page.get_by_role("slider", name="Go through the practices")
    pick.focus()
    expect(pick).to_have_attribute("aria-valuetext", re.compile("before 4, after 2, version 2$"))
    page.keyboard.press("ArrowLeft")
    expect(pick).to_have_attribute("aria-valuetext", re.compile("before 4, after 3, version 2$"))
    page.keyboard.press("Home")
    expect(pick).to_have_attribute("aria-valuetext", re.compile("before 7, after 6, version 1$"))
    toggle = page.get_by_role("button", name="These numbers as a table")
    expect(toggle).to_have_attribute("aria-expanded", "false")
    toggle.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".graph-table")).to_be_visible()
    page.get_by_role("button", name="12 weeks").press("Enter")
    expect(page.get_by_role("button", name="12 weeks")).to_have_attribute("aria-pressed", "true")


def test_counting_from_another_day_counts_anew(phones: Drawer, filled: tuple[Server, str]) -> None:
    server, client_id = filled
    desk = open_desk(phones, server, f"/desk/clients/{client_id}")
    desk.see("Since program version 2", 20)
    desk.page.get_by_label("Count from").select_option(label="The last 4 weeks")
    desk.see("In the last 4 weeks")
    # All sixteen practices that stand lie within four weeks: s01 to s16.
    expect(desk.page.locator(".page-figure", has_text="Practised").first).to_contain_text("16 practices")


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_fullest_file_fits_one_sheet_of_a4(
    language: str, phones: Drawer, long_filled: tuple[Server, str], tmp_path: Path
) -> None:
    server, client_id = long_filled
    desk = open_desk(phones, server, "/desk")
    desk.run("localStorage.setItem('pith-language', arguments[0])", language)
    desk.go(f"/desk/clients/{client_id}/print")
    expect(desk.page.locator(".paper .plot svg").first).to_be_visible(timeout=20_000)
    assert axe.violations(desk) == []
    sheet = desk.page.pdf(prefer_css_page_size=True, print_background=True, path=tmp_path / "sheet.pdf")
    assert pages_of(sheet) == 1
    desk.go(f"/desk/clients/{client_id}/report")
    expect(desk.page.locator(".report")).to_be_visible(timeout=20_000)
    assert axe.violations(desk) == []
    assert pages_of(desk.page.pdf(prefer_css_page_size=True)) <= 3


def pages_of(pdf: bytes) -> int:
    """How many sheets a file of Chromium's has."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))


def test_the_report_says_that_it_is_self_reported_and_leaves_out_what_is_not_chosen(
    phones: Drawer, filled: tuple[Server, str]
) -> None:
    server, client_id = filled
    desk = open_desk(phones, server, f"/desk/clients/{client_id}/report")
    desk.see("It is self-reported", 20)
    desk.see("Practised on 7 of 12 planned days: 11 practices, 28.5 minutes in all.")
    desk.see("went from 7 to 4")
    desk.see("After a practice pain was 1 lower than before")
    assert not desk.sees("Slept on the left side again")
    desk.tap("Own words and questions")
    desk.see("Slept on the left side again")
    desk.tap("How pain went")
    assert not desk.sees("went from 7 to 4")
    desk.see("It is self-reported")


def test_four_hundred_practices_are_shown_without_waiting(phones: Drawer, long_filled: tuple[Server, str]) -> None:
    server, _ = long_filled
    desk = open_desk(phones, server, "/desk")
    desk.see("Mira Aas", 20)
    began = time.monotonic()
    desk.tap("Mira Aas")
    desk.page.locator(".page-figure").first.wait_for(timeout=20_000)
    shown = time.monotonic() - began
    desk.see("on 394 practices", 20)
    whole = time.monotonic() - began
    # The best of three: this machine is busy with other tests.
    drawn = min(desk.page.evaluate(REDRAW) for _ in range(3))
    print(
        f"\n400 practices: figures after {shown:.2f} s, all of it after {whole:.2f} s, all drawn anew in {drawn:.0f} ms"
    )
    assert whole < 8
    assert drawn < 800
