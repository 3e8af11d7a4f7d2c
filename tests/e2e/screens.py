"""`make screens`: a picture of every screen, light and dark, on a phone, a small phone and a desk, in ./screens.

The README's own few are made by `python -m tests.e2e.readme`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.e2e import chromium, tour, walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.server import ROOT, Server

SIZES = {"390x844": (390, 844), "320x568": (320, 568), "1280x800": (1280, 800)}


def take_all(playwright: Playwright, server: Server, folder: Path) -> Iterator[Path]:
    """Walks every tour once and takes each screen in each size and scheme."""
    browser = chromium.launch(playwright)
    therapist = Therapist(server.origin).sign_up()
    link = therapist.invite(walks.add_client(therapist, "Ada", walks.TWO))
    phone = ChromiumPhone(browser.new_context(**chromium.device(playwright, "Pixel 7")), server.origin)
    yield from _walk(phone, tour.client_tour(link), folder)
    yield from _walk(ChromiumPhone(browser.new_context(), server.origin), tour.door_tour(), folder)
    other = ChromiumPhone(browser.new_context(**chromium.device(playwright, "Pixel 7")), server.origin)
    client_id = tour.client_with_a_past(therapist, other, "Bea")
    desk = _desk(browser, server, therapist)
    yield from _walk(desk, tour.desk_tour(client_id, therapist.add_client("Cleo")), folder)
    browser.close()


def _desk(browser: Browser, server: Server, therapist: Therapist) -> ChromiumPhone:
    context = browser.new_context(**chromium.DESK)
    context.add_cookies([therapist.cookie()])
    return ChromiumPhone(context, server.origin)


def _walk(phone: ChromiumPhone, stops: Iterator[tour.Stop], folder: Path) -> Iterator[Path]:
    for stop in stops:
        usual = phone.page.viewport_size
        stop.show(phone)
        for size, (width, height) in SIZES.items():
            phone.page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                phone.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                path = folder / size / f"{stop.name}-{scheme}.png"
                phone.shot(path)
                yield path
        phone.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        if usual:
            phone.page.set_viewport_size(usual)


def main() -> int:
    folder = ROOT / "screens"
    with tempfile.TemporaryDirectory(prefix="pith-screens-") as data:
        server = Server(Path(data) / "data").start()
        try:
            with sync_playwright() as playwright:
                count = sum(1 for _ in take_all(playwright, server, folder))
        finally:
            server.stop()
    print(f"{count} pictures in {folder.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
