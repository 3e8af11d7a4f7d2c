"""`make icons`: every icon from frontend/brand/icon.svg, and the pictures that an install prompt shows.

Chromium draws them. What they are for stands in the manifest; a test holds that each is there, in its size.
"""

from __future__ import annotations

import struct
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.e2e import chromium, readme, tour
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.server import ROOT, Server

SOURCE = ROOT / "frontend" / "brand" / "icon.svg"
TARGET = ROOT / "frontend" / "public"
CREAM = "#fff8ee"
# One colour for the system to tint: the white of the orange is left out, only the shape counts.
ONE_COLOUR = "#peel { stroke: #000 } #flesh { fill: #000; stroke: #000 } #pith, #core, #drops { display: none }"
NARROW = {**readme.PHONE, "device_scale_factor": 2}


@dataclass(frozen=True)
class Icon:
    """`share` of the square that the slice takes; `ground` behind it, or nothing; `style` changes its colours."""

    name: str
    pixels: int
    share: float = 1.0
    ground: str = "transparent"
    style: str = ""


ICONS = [
    Icon("icon-192", 192),
    Icon("icon-512", 512),
    # A launcher may cut away all but a circle of 80 %.
    Icon("maskable-192", 192, 0.72, CREAM),
    Icon("maskable-512", 512, 0.72, CREAM),
    Icon("monochrome-192", 192, style=ONE_COLOUR),
    Icon("monochrome-512", 512, style=ONE_COLOUR),
    # iOS rounds the corners itself and turns what is see-through black.
    *(Icon(f"apple-touch-icon-{pixels}", pixels, 0.82, CREAM) for pixels in (152, 167, 180)),
    # A shortcut in the launcher's menu.
    Icon("practice-96", 96, 0.72, CREAM),
]


def draw_icons(browser: Browser) -> Iterator[Path]:
    art = SOURCE.read_text()
    folder = TARGET / "icons"
    folder.mkdir(parents=True, exist_ok=True)
    plain = folder / "icon.svg"
    plain.write_text(art)
    yield plain
    for icon in ICONS:
        yield _draw(browser, art, icon, folder / f"{icon.name}.png")
    favicon = TARGET / "favicon.ico"
    with tempfile.TemporaryDirectory() as scratch:
        favicon.write_bytes(
            _as_ico(_draw(browser, art, Icon("favicon", 48), Path(scratch) / "48.png").read_bytes(), 48)
        )
    yield favicon


def _draw(browser: Browser, art: str, icon: Icon, path: Path) -> Path:
    page = browser.new_page(viewport={"width": icon.pixels, "height": icon.pixels})
    side = f"{100 * icon.share:g}%"
    page.set_content(
        f"<style>body {{ margin: 0; block-size: 100vb; display: grid; place-items: center; background: {icon.ground} }}"
        f"svg {{ inline-size: {side}; block-size: {side} }} {icon.style}</style>{art}"
    )
    page.screenshot(path=path, omit_background=True)
    page.close()
    return path


def _as_ico(png: bytes, pixels: int) -> bytes:
    """One PNG in the container that asks for /favicon.ico unasked."""
    entry = struct.pack("<BBBBHHII", pixels, pixels, 0, 0, 1, 32, len(png), 6 + 16)
    return struct.pack("<HHH", 0, 1, 1) + entry + png


def take_screens(browser: Browser, server: Server) -> Iterator[Path]:
    """Three pages of a phone and one of a desk, of the practice that `make run` shows."""
    link, email, password = readme.demo_doors(server)
    server.start()
    phone = ChromiumPhone(browser.new_context(**NARROW), server.origin)
    for stop in tour.demo_client_tour(link):
        stop.show(phone)
        yield _take(phone, stop.name)
    phone.go("/practice")
    phone.see("Before you start")
    phone.tap("3")
    phone.tap("All as usual – start")
    phone.see("Get in place")
    phone.keep_tapping("Next", "breathe")
    yield _take(phone, "demo-player")
    desk = ChromiumPhone(browser.new_context(**chromium.DESK), server.origin)
    for stop in tour.demo_desk_tour(email, password):
        stop.show(desk)
        if stop.name == "demo-client":
            yield _take(desk, "demo-desk")
            return


def _take(phone: ChromiumPhone, name: str) -> Path:
    path = TARGET / "icons" / f"screen-{name.removeprefix('demo-')}.png"
    phone.run("scrollTo(0, 0)")
    phone.page.wait_for_timeout(1500)
    phone.shot(path)
    return path


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="pith-icons-") as data, sync_playwright() as playwright:
        server = Server(Path(data) / "data")
        browser = chromium.launch(playwright)
        try:
            for path in [*draw_icons(browser), *take_screens(browser, server)]:
                print(path.relative_to(ROOT), path.stat().st_size)
        finally:
            server.stop()
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
