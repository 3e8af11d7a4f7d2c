"""What people do, step by step, in the words that the screens show. Used by tests in either engine."""

from __future__ import annotations

from typing import Any

from tests.e2e.api import PASSWORD, Therapist
from tests.e2e.phone import Phone

# Short enough to be practised in a test at the player's own pace, times twelve.
SHORT_DOSE = {"both": {"spots": 1, "hold_s": 20, "roll_s": 0, "move_s": 0}}
ONE = [{"technique_id": "scalp-glide", "level": 1, "dose": SHORT_DOSE}]
# With two sides and two spots: every phase the player has.
TWO = [*ONE, {"technique_id": "foot-ball-hold", "level": 1}]
TIMES = 12

# Both clocks of the page run faster, in step. The player ticks ten times a second and calls more than two seconds
# between ticks a gap: a page that comes late to its tick is given less, or a slow machine never came to the end.
HURRY = """
const [times] = arguments, perf = performance.now.bind(performance), wall0 = Date.now();
let seen = perf(), passed = 0;
const start = seen;
const lived = () => {
  const real = perf() - seen;
  seen += real;
  passed += Math.max(real, Math.min(real * times, 1500));
  return passed;
};
performance.now = () => start + lived();
Date.now = () => wall0 + Math.floor(lived());
"""


def add_client(therapist: Therapist, name: str = "Ada", items: list[dict[str, Any]] | None = None) -> str:
    """A screened client with a program."""
    client_id = therapist.add_client(name)
    therapist.clear(client_id)
    therapist.assign(client_id, items or ONE)
    return client_id


def sign_in(desk: Phone, therapist: Therapist) -> None:
    """To the desk through its door, as a browser without a cookie must."""
    desk.go("/sign-in")
    desk.write("E-mail", therapist.email)
    desk.write("Password", PASSWORD)
    desk.tap("Sign in")
    desk.arrive("/desk")


def join(phone: Phone, link: str) -> None:
    """Opens the scanned link and agrees."""
    phone.go(link)
    phone.tap("Start")
    phone.arrive("/today")


def ready_phone(phone: Phone, therapist: Therapist, name: str = "Ada", items: Any = None) -> str:
    """A joined phone with its program, ready for a life without a network. Returns the client's id."""
    client_id = add_client(therapist, name, items)
    join(phone, therapist.invite(client_id))
    phone.see("All saved")
    phone.offline_ready()
    return client_id


def begin(phone: Phone, pain: int = 5, button: str = "Start") -> None:
    """From today into the first technique. A usual day is two taps: the pain before, and that all is as usual."""
    phone.tap(button)
    phone.tap(str(pain))
    phone.tap("All as usual – start")
    phone.see("Get in place")


def hurry(phone: Phone, times: int = TIMES) -> None:
    """From now on this page's clocks run `times` as fast; a reload ends it."""
    phone.run(HURRY, times)


def practise(phone: Phone, button: str = "Start", within_s: float = 30) -> None:
    """A whole practice, to the questions after it."""
    begin(phone, button=button)
    hurry(phone)
    phone.see("How is it now?", within_s)


def save(phone: Phone, pain: int = 3) -> None:
    phone.tap(str(pain))
    phone.tap("Save")
    phone.see("Saved")
