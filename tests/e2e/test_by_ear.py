"""A whole session by what a screen reader has: roles, names and what is announced. Nothing is looked at."""

from __future__ import annotations

import time
from typing import Any

from tests.e2e import walks
from tests.e2e.api import Therapist
from tests.e2e.chromium import ChromiumPhone
from tests.e2e.conftest import Drawer

SPOT = {"spots": 1, "hold_s": 20, "roll_s": 0, "move_s": 0}
ITEMS = [
    {"technique_id": "foot-ball-hold", "level": 1, "dose": {"left": SPOT, "right": SPOT}},
    {"technique_id": "body-scan-rest", "level": 1, "dose": {"both": SPOT}},
]
ANNOUNCED = [
    "Foot arch hold on a ball. Left side. Get in place. 12 seconds.",
    "Left side. Find the spot. 8 seconds.",
    "Left side. Hold. 20 seconds.",
    "Now the right. Change sides. 2 seconds.",
    "Right side. Find the spot. 8 seconds.",
    "Right side. Hold. 20 seconds.",
    "Closing rest and body scan. Get in place. 12 seconds.",
    "Settle in. 8 seconds.",
    "Rest. 20 seconds.",
]
LISTEN = """
window.heard = [];
const say = () => {
  const text = document.querySelector('.player [aria-live=polite]')?.textContent;
  if (text && text !== heard.at(-1)) heard.push(text);
};
new MutationObserver(say).observe(document.body, { childList: true, characterData: true, subtree: true });
"""


def test_a_whole_session_by_roles_and_names_each_phase_announced_once(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.desk()
    client_id = walks.add_client(therapist, "Lou", ITEMS)
    phone.go(therapist.invite(client_id))
    ear = Ear(phone)
    ear.press("button", "Start")
    ear.press("link", "Start")
    ear.find("heading", "Before you start")
    phone.run(LISTEN)
    ear.press("radio", "4")
    ear.press("button", "All as usual – start")
    ear.find("heading", "Foot arch hold on a ball")
    assert {"main", "timer"} <= ear.roles()
    for name in ("Back", "Pause", "Next", "This hurts", "Skip", "Dark screen", "Sound and screen"):
        ear.find("button", name)
    walks.hurry(phone)
    ear.find("heading", "How is it now?", 60)
    assert phone.run("return heard") == ANNOUNCED
    ear.press("radio", "2")
    ear.press("button", "Save")
    ear.find("heading", "Saved")
    phone.see("Your therapist can read it now", 20)
    (log,) = therapist.logs(client_id, "session")
    assert (log["pain_before"], log["pain_after"], log["status"]) == (4, 2, "complete")


def test_a_spot_is_told_by_arrow_keys_on_a_named_slider(phones: Drawer, therapist: Therapist) -> None:
    phone = phones.desk()
    client_id = walks.add_client(therapist, "Lou", [{**ITEMS[0], "dose": {"both": {**SPOT, "hold_s": 40}}}])
    phone.go(therapist.invite(client_id))
    ear = Ear(phone)
    ear.press("button", "Start")
    ear.press("link", "Start")
    ear.press("button", "All as usual – start without a number")
    ear.press("button", "Next")
    ear.press("button", "Found one")
    ear.focus("slider", "How tender is it?", 20)
    for _ in range(3):
        phone.key("ArrowRight")
    phone.see("Good range. Keep breathing.")
    walks.hurry(phone)
    ear.find("heading", "How is it now?", 60)
    ear.press("button", "Save")
    phone.see("Your therapist can read it now", 20)
    (log,) = therapist.logs(client_id, "session")
    assert log["items"][0]["holds"] == [{"spot": 1, "start": 3, "discomfort": None, "end": None}]


class Ear:
    """Finds by the accessibility tree alone, and acts by focus and keys as a screen reader's user does."""

    def __init__(self, phone: ChromiumPhone) -> None:
        self.phone = phone
        self.cdp = phone.page.context.new_cdp_session(phone.page)
        self.cdp.send("Accessibility.enable")

    def roles(self) -> set[str]:
        return {node["role"]["value"] for node in self._nodes()}

    def find(self, role: str, name: str, within_s: float = 10) -> dict[str, Any]:
        ends = time.monotonic() + within_s
        while time.monotonic() < ends:
            for node in self._nodes():
                said = str(node.get("name", {}).get("value", ""))
                if node["role"]["value"] == role and (said == name or said.startswith(f"{name},")):
                    return node
            time.sleep(0.05)
        raise AssertionError(f"no {role} called {name!r}; there are {sorted(self._named())[:60]}")

    def focus(self, role: str, name: str, within_s: float = 10) -> None:
        self.cdp.send("DOM.focus", {"backendNodeId": self.find(role, name, within_s)["backendDOMNodeId"]})

    def press(self, role: str, name: str) -> None:
        # Whoever listens hears where the focus is before pressing; a page that has just arrived may draw itself anew.
        for _ in range(3):
            self.focus(role, name)
            time.sleep(0.15)
            if self.phone.run("return document.activeElement !== document.body"):
                break
        self.phone.key("Space" if role == "radio" else "Enter")

    def _named(self) -> set[str]:
        return {f"{node['role']['value']}: {node.get('name', {}).get('value', '')}" for node in self._nodes()}

    def _nodes(self) -> list[dict[str, Any]]:
        tree = self.cdp.send("Accessibility.getFullAXTree")["nodes"]
        return [node for node in tree if not node["ignored"] and "backendDOMNodeId" in node]
