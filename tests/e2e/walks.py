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
TIMES = 120
# A hold of 20 seconds is still long enough to be seen and answered from outside.
IN_SIGHT = 12

# Both clocks of the page run ahead, in step: by a little more than a second with each tick of the player, which calls
# more than two a gap. So it lives through all that it would, each second drawn and kept, however late a slow machine
# comes to its ticks. Its timer is started anew, as when somebody has looked away, with a count-in of three seconds.
HURRY = """
const [times] = arguments;
const TICK_MS = 100, LOOK_MS = 10, IN_SIGHT = 12;
if (!window.pace) {
  const perf = performance.now.bind(performance), wall = Date.now.bind(Date), every = window.setInterval.bind(window);
  const pace = { ahead: 0 };
  window.pace = pace;
  performance.now = () => perf() + pace.ahead;
  Date.now = () => wall() + pace.ahead;
  window.setInterval = (run, ms, ...more) => {
    if (ms !== TICK_MS) return every(run, ms, ...more);
    let looks = 0;
    return every(() => {
      looks += 1;
      if (looks % pace.looks > 0) return;
      pace.ahead += pace.more;
      run();
    }, LOOK_MS);
  };
}
window.pace.looks = times > IN_SIGHT ? 1 : TICK_MS / LOOK_MS;
window.pace.more = (times - 1) * LOOK_MS * window.pace.looks;
document.dispatchEvent(new Event('visibilitychange'));
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
