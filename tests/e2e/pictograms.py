"""`make pictograms`: every pose with all its keyframes, light and dark, in ./screens/pictograms.

The page is a development page: it stands on Vite's own server, because the built app does not have it.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright, sync_playwright

from tests.e2e import chromium
from tests.e2e.server import ROOT, free_port, wait_for_port

FAMILIES = tuple(sorted(path.stem for path in (ROOT / "backend/pith/content/data/techniques").glob("*.yaml")))


@contextmanager
def development_server() -> Iterator[str]:
    port = free_port()
    command = ["node_modules/.bin/vite", "--port", str(port), "--strictPort", "--host", "127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT / "frontend", stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        wait_for_port(port)
        yield address
    finally:
        process.terminate()
        process.wait()


def take_all(playwright: Playwright, folder: Path, families: tuple[str, ...] = FAMILIES) -> Iterator[Path]:
    """One long picture a family (or a technique) and scheme."""
    browser = chromium.launch(playwright)
    with development_server() as address:
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport={"width": 1600, "height": 900})
            page = context.new_page()
            for family in families:
                yield take(page, f"{address}/dev/pictograms?only={family}", folder / f"{family}-{scheme}.png")
            context.close()
    browser.close()


def take(page: Page, address: str, file: Path) -> Path:
    page.goto(address)
    page.locator(".sheet section").first.wait_for()
    page.screenshot(path=file, full_page=True)
    return file


if __name__ == "__main__":
    to = ROOT / "screens" / "pictograms"
    to.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as started:
        for file in take_all(started, to, tuple(sys.argv[1:]) or FAMILIES):
            print(file)
