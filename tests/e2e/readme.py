"""`python -m tests.e2e.readme`: the README's pictures, taken of the demo practice as `make run` shows it."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Playwright, sync_playwright

from tests.e2e import chromium
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.server import PITH, ROOT, Server, clean_environment

TARGET = ROOT / "docs" / "img"
LARGEST_BYTES = 250_000
PHONE = {"viewport": {"width": 390, "height": 844}, "permissions": ["screen-wake-lock"], "has_touch": True}


def demo_doors(server: Server) -> tuple[str, str, str]:
    """Fills the empty installation with the demo practice: the client's link, the therapist's e-mail, her password."""
    env = clean_environment(server.data, server.port, PITH_DEMO="yes")
    told = subprocess.run([PITH, "release"], env=env, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    link = re.search(r"http\S+/join\S*#\S+", told)
    person = re.search(r"/sign-in\s+(\S+@\S+)\s+(\S+)", told)
    assert link and person, told
    return link[0], person[1], person[2]


def take(playwright: Playwright, server: Server) -> Iterator[Path]:
    link, email, password = demo_doors(server)
    server.start()
    browser = chromium.launch(playwright)
    phone = ChromiumPhone(browser.new_context(**PHONE), server.origin)
    phone.go(link)
    phone.tap("Start")
    phone.arrive("/today")
    phone.see("All saved")
    yield _picture(phone, "today")
    phone.go("/practice")
    phone.see("Before you start")
    phone.tap("3")
    phone.tap("All as usual – start")
    phone.see("Get in place")
    phone.keep_tapping("Next", "breathe")
    phone.page.wait_for_timeout(6000)
    yield _picture(phone, "player")
    desk = ChromiumPhone(browser.new_context(**chromium.DESK), server.origin)
    desk.go("/sign-in")
    desk.write("E-mail", email)
    desk.write("Password", password)
    desk.tap("Sign in")
    desk.see("need you")
    desk.see("Ana R.")
    yield _picture(desk, "desk")
    browser.close()


def _picture(phone: ChromiumPhone, name: str) -> Path:
    """Raises ValueError for a picture that is too heavy to carry in the repository."""
    target = TARGET / f"{name}.png"
    phone.page.wait_for_timeout(1500)
    phone.page.screenshot(path=target)
    if target.stat().st_size > LARGEST_BYTES:
        raise ValueError(f"{name}: {target.stat().st_size} bytes are more than {LARGEST_BYTES}")
    return target


def main() -> int:
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="pith-readme-") as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "data")
        try:
            for picture in take(playwright, server):
                print(picture.relative_to(ROOT))
        finally:
            server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
