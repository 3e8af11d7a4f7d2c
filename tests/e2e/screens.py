"""`make screens`: a picture of every screen, light and dark, on a phone, a small phone and a desk, in ./screens.

The main ones also from right to left, in a person's own colours and on paper; the practice that `make run` shows; and
the gallery of all components, which only Vite's own server has. The README's few are made by `tests.e2e.readme`.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.e2e import chromium, readme, tour, walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.pictograms import development_server
from tests.e2e.server import ROOT, Server

SIZES = {"390x844": (390, 844), "320x568": (320, 568), "1280x800": (1280, 800)}
# One of each kind of page: what turns, or loses its colours, does so in these.
MAIN = {
    "join",
    "today",
    "start",
    "hold",
    "hurt",
    "after",
    "saved",
    "body",
    "learn",
    "me",
    "sign-in",
    "desk",
    "client",
    "builder",
}
PAPER = {"client", "print", "report", "builder", "demo-client", "demo-print", "demo-report", "demo-builder"}
A4 = {"width": 794, "height": 1123}
GALLERY = {
    "gallery": "",
    "gallery-player": "?player",
    "gallery-dialog": "?open=confirm",
    "gallery-toast": "?open=toast",
}

PUT_STYLE = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [sheet];
}"""


def take_all(playwright: Playwright, folder: Path) -> Iterator[Path]:
    """Walks every tour once and takes each screen in each size and scheme."""
    browser = chromium.launch(playwright)
    with _installation() as server:
        yield from _every_screen(playwright, browser, server, folder)
    with _installation(demo=True) as server:
        yield from _the_demo(browser, server, folder)
    yield from _gallery(browser, folder)
    browser.close()


@contextmanager
def _installation(demo: bool = False) -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="pith-screens-") as data:
        server = Server(Path(data) / "data")
        try:
            yield server if demo else server.start()
        finally:
            server.stop()


def _every_screen(playwright: Playwright, browser: Browser, server: Server, folder: Path) -> Iterator[Path]:
    pixel = chromium.device(playwright, "Pixel 7")
    therapist = Therapist(server.origin).sign_up()
    link = therapist.invite(walks.add_client(therapist, "Ada", walks.TWO))
    yield from _walk(ChromiumPhone(browser.new_context(**pixel), server.origin), tour.client_tour(link), folder)
    yield from _walk(ChromiumPhone(browser.new_context(), server.origin), tour.door_tour(), folder)
    client_id = tour.client_with_a_past(therapist, ChromiumPhone(browser.new_context(**pixel), server.origin), "Bea")
    context = browser.new_context(**chromium.DESK)
    context.add_cookies([therapist.cookie()])
    desk = ChromiumPhone(context, server.origin)
    yield from _walk(desk, tour.desk_tour(client_id, therapist.add_client("Cleo")), folder)


def _the_demo(browser: Browser, server: Server, folder: Path) -> Iterator[Path]:
    """Weeks of practice, as a person meets them: a month of slices, courses of pain, a full desk."""
    link, email, password = readme.demo_doors(server)
    server.start()
    phone = ChromiumPhone(browser.new_context(**readme.PHONE), server.origin)
    yield from _walk(phone, tour.demo_client_tour(link), folder)
    desk = ChromiumPhone(browser.new_context(**chromium.DESK), server.origin)
    yield from _walk(desk, tour.demo_desk_tour(email, password), folder)


def _gallery(browser: Browser, folder: Path) -> Iterator[Path]:
    with development_server() as address:
        phone = ChromiumPhone(browser.new_context(**chromium.DESK), address)
        stops = [tour.Stop(name, _component_page(asked)) for name, asked in GALLERY.items()]
        yield from _walk(phone, iter(stops), folder, whole=True)


def _component_page(asked: str) -> tour.Show:
    def show(phone: ChromiumPhone) -> None:
        phone.go(f"/dev/gallery{asked}")
        phone.page.locator(".gallery").wait_for()
        phone.page.wait_for_timeout(1500)  # the last slice is poured in turn

    return show


def _walk(phone: ChromiumPhone, stops: Iterator[tour.Stop], folder: Path, whole: bool = False) -> Iterator[Path]:
    for stop in stops:
        usual = phone.page.viewport_size
        stop.show(phone)
        for size, (width, height) in SIZES.items():
            phone.page.set_viewport_size({"width": width, "height": height})
            for scheme in ("light", "dark"):
                phone.page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
                yield _shot(phone, folder / size / f"{stop.name}-{scheme}.png", whole)
                if stop.whole and size != "320x568":
                    yield _shot(phone, folder / size / f"{stop.name}-whole-{scheme}.png", True)
        if stop.name in MAIN or stop.whole or whole:
            yield from _turned(phone, stop.name, folder, whole or stop.whole)
        if stop.name in PAPER:
            yield _printed(phone, stop.name, folder)
        phone.page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        if usual:
            phone.page.set_viewport_size(usual)


def _turned(phone: ChromiumPhone, name: str, folder: Path, whole: bool) -> Iterator[Path]:
    """From right to left, and with the colours that a person chose for everything."""
    wide = name.removeprefix("demo-") in ("desk", "client", "builder") or name in GALLERY
    phone.page.set_viewport_size({"width": 1280, "height": 800} if wide else {"width": 390, "height": 844})
    phone.page.emulate_media(color_scheme="light")
    phone.run("document.documentElement.dir = 'rtl'")
    yield _shot(phone, folder / "turned" / f"{name}-rtl.png", whole)
    phone.run("document.documentElement.dir = 'ltr'")
    phone.page.emulate_media(color_scheme="dark", forced_colors="active")
    yield _shot(phone, folder / "turned" / f"{name}-forced.png", whole)
    phone.page.emulate_media(forced_colors="none")


def _printed(phone: ChromiumPhone, name: str, folder: Path) -> Path:
    phone.page.set_viewport_size(A4)
    phone.page.emulate_media(media="print", color_scheme="dark")
    path = _shot(phone, folder / "paper" / f"{name}.png", True)
    phone.page.emulate_media(media="screen")
    return path


def _shot(phone: ChromiumPhone, path: Path, whole: bool) -> Path:
    # A bar that stays in sight would cover the middle of a long picture.
    style = "@media screen { .screen { padding-block-end: 0 } .screen-foot { position: static } }" if whole else ""
    phone.page.evaluate(PUT_STYLE, style)
    phone.shot(path, full=whole)
    return path


def main() -> int:
    folder = ROOT / "screens"
    with sync_playwright() as playwright:
        count = sum(1 for _ in take_all(playwright, folder))
    print(f"{count} pictures in {folder.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
