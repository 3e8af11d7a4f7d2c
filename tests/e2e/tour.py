"""Every screen there is, one after the other, on a phone or a desk that is ready for it. For axe, zoom and pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tests.e2e import walks
from tests.e2e.api import PASSWORD, Therapist
from tests.e2e.chromium import ChromiumPhone

# Ends in every state that a person can meet; the order is the one in which she does.
Show = Callable[[ChromiumPhone], None]
RAISE_FLAG = """
const [address, flag_id] = arguments;
const body = JSON.stringify({ flag_id, act: 'raise', reason: 'Told in the room' });
await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
"""
TO_REMINDERS = "document.querySelector('#reminders').scrollIntoView()"


@dataclass(frozen=True)
class Stop:
    """One screen: its name, and how to get there from the one before."""

    name: str
    show: Show
    whole: bool = False  # longer than any window: worth a picture of all of it


def client_tour(link: str) -> Iterator[Stop]:
    """From the scanned code to one's own page, on a fresh phone. The program is `walks.TWO`."""
    yield Stop("join", lambda p: (p.go(link), p.see("Your home program"))[1])
    yield Stop("today", lambda p: (p.tap("Start"), p.arrive("/today"), p.see("All saved"))[2])
    yield Stop("start", lambda p: (p.tap("Start"), p.see("Before you start"))[1])
    yield Stop("different", lambda p: (p.tap("Something is different today"), p.see("Anything new"))[1])
    yield Stop("setup", _start_as_usual)
    yield Stop("find", lambda p: (p.tap("Next"), p.see("Find the spot"))[1])
    yield Stop("hold", lambda p: (p.tap("Next"), p.see("breathe"))[1])
    yield Stop("paused", lambda p: (p.tap("Pause"), p.see("Paused"))[1])
    yield Stop("hurt", lambda p: (p.tap("This hurts"), p.see("What did you feel?"))[1])
    yield Stop("hurt-advice", lambda p: (p.tap("Just too much"), p.see("Noted on this phone"))[1])
    yield Stop("turn", _to_the_other_side)
    yield Stop("after", _to_the_end)
    yield Stop("saved", lambda p: (p.tap("3"), p.tap("Save"), p.see("Saved"))[2])
    yield Stop("today-done", lambda p: (p.tap("Back to today"), p.see("All saved"))[1])
    yield Stop("history", lambda p: (p.go("/history"), p.see("Each practice"))[1])
    yield Stop("body", lambda p: (p.go("/body"), p.see("Tap to mark"))[1])
    yield Stop("body", lambda p: (p.go("/body"), p.see("Tap to mark"))[1])
    yield Stop("body-asking", lambda p: (p.tap("Front"), p.tap("Left knee"), p.see("worst imaginable"))[2])
    yield Stop("body-marked", lambda p: (p.tap("7"), p.see("Left knee · 7"))[1])
    yield Stop("body-list", lambda p: (p.tap("From a list"), p.see("Where does it hurt?"))[1])
    yield Stop("history-body", lambda p: (p.tap("Close"), p.tap("Save"), p.see("Marked: Left knee"))[2])
    yield Stop("ask-technique", lambda p: (p.go("/ask?technique=foot-ball-hold"), p.see("How it goes"))[1], whole=True)
    yield Stop("ask-empty", lambda p: (p.tap("Send"), p.see("Write your question first"))[1])
    yield Stop("asked", _ask)
    yield Stop("calm", lambda p: (p.go("/calm"), p.see("Write it down"))[1], whole=True)
    yield Stop("calm-harm", lambda p: (p.tap("I think of harming myself"), p.see("Tell Vera Holm, too"))[1])
    yield Stop("signs", lambda p: (p.go("/signs"), p.see("None of these"))[1])
    yield Stop("learn", lambda p: (p.go("/learn"), p.see("Get to know it"))[1])
    yield Stop("learn-fascia", lambda p: (p.tap("What fascia is"), p.see("Think of an orange"))[1])
    yield Stop("learn-stop", lambda p: (p.go("/learn/stop"), p.see("Call for help now"))[1])
    yield Stop("me", lambda p: (p.go("/me"), p.see("Your data"))[1])
    yield Stop("measures", lambda p: (p.go("/measures"), p.see("1 of 2"))[1])
    yield Stop("measures-goals", lambda p: (p.tap("4"), p.tap("Next"), p.see("Name up to 3 things"))[2])
    yield Stop("measures-done", lambda p: (p.tap("Leave it out"), p.see("Thank you"))[1])
    yield Stop("reminders", lambda p: (p.go("/reminders"), p.see("No time is set yet"))[1])
    yield Stop("reminders-time", lambda p: (p.tap("Add a time"), p.see("Save"))[1])
    yield Stop("reminders-set", _set_a_time, whole=True)
    yield Stop("answers", lambda p: (p.go("/intake"), p.see("Your answers"))[1])
    yield Stop("question", lambda p: (p.go("/intake?q=q22"), p.see("Joints and bones"))[1])
    yield Stop("question-where", _say_where)
    yield Stop("me-leaving", lambda p: (p.go("/me"), p.tap("Sign out"), p.see("Sign out of this phone?"))[2])


def _ask(phone: ChromiumPhone) -> None:
    # Her own words are in no language of ours: a name, which no walk takes for one that was left untranslated.
    phone.write("Your question", "Ada?")
    phone.tap("Send")
    phone.see("What you asked here")


def _set_a_time(phone: ChromiumPhone) -> None:
    phone.tap("Save")
    phone.see("Every day")
    phone.tap("Other ways")


def _say_where(phone: ChromiumPhone) -> None:
    phone.tap("Artificial joint")
    phone.tap("Next")
    phone.see("Tap each place")


def _start_as_usual(phone: ChromiumPhone) -> None:
    phone.tap("Back")
    phone.tap("5")
    phone.tap("All as usual – start")
    phone.see("Get in place")


def _to_the_other_side(phone: ChromiumPhone) -> None:
    phone.tap("Leave this one out")
    _next_until(phone, "Take your time")


def _to_the_end(phone: ChromiumPhone) -> None:
    _next_until(phone, "How is it now?")


def _next_until(phone: ChromiumPhone, words: str) -> None:
    phone.keep_tapping("Next", words)


def door_tour() -> Iterator[Stop]:
    """What somebody sees whom the server does not know."""
    yield Stop("entry", lambda p: (p.go("/"), p.see("I have a code"))[1])
    yield Stop("code", lambda p: (p.go("/join"), p.see("Your code"))[1])
    yield Stop("sign-in", lambda p: (p.go("/sign-in"), p.see("For therapists"))[1])
    yield Stop("sign-in-wrong", _sign_in_wrongly)
    yield Stop("sign-up", lambda p: (p.go("/sign-up"), p.see("Name of the practice"))[1])
    yield Stop("sign-up-marked", lambda p: (p.tap("Open the practice"), p.see("Please fill this in"))[1])
    yield Stop("nowhere", lambda p: (p.go("/nowhere"), p.see("This page is not here"))[1])


def _sign_in_wrongly(phone: ChromiumPhone) -> None:
    phone.write("E-mail", "nobody@example.org")
    phone.write("Password", PASSWORD)
    phone.tap("Sign in")
    phone.see("do not match")


def desk_tour(client_id: str, bare_id: str) -> Iterator[Stop]:
    """The desk of a signed-in therapist: `client_id` has a program and logs, `bare_id` has nothing yet."""
    page = f"/desk/clients/{client_id}"
    yield Stop("desk", lambda p: (p.go("/desk"), p.see("Add client"))[1])
    yield Stop("inbox-closing", lambda p: (p.tap("Done:"), p.see("Nothing to do"))[1])
    yield Stop("inbox-answering", lambda p: (p.tap("Answer"), p.see("Send the answer"))[1])
    yield Stop("clients", lambda p: (p.go("/desk/clients"), p.see("Add client"))[1])
    yield Stop("desk-adding", lambda p: (p.tap("Add client"), p.see("Add and choose"))[1])
    yield Stop("client-new", lambda p: (p.go(f"/desk/clients/{bare_id}"), p.see("Open the program on my word"))[1])
    yield Stop("intake-room", lambda p: (p.go(f"/desk/clients/{bare_id}/intake"), p.see("Also show"))[1], whole=True)
    yield Stop("builder-new", lambda p: (p.go(f"/desk/clients/{bare_id}/program"), p.see("Starters"))[1])
    yield Stop("builder-search", lambda p: (p.tap("Techniques"), p.see("48 techniques"))[1])
    yield Stop("client", lambda p: (p.go(page), p.see("As it came in"))[1])
    yield Stop("visit-writing", _write_a_visit)
    yield Stop("course-planning", lambda p: (p.tap("Plan a course of care"), p.see("Save the course"))[1])
    yield Stop("dose-limits", _look_at_limits)
    yield Stop("measures-asking", _ask_measures)
    yield Stop("print", lambda p: (p.go(f"{page}/print"), p.see("Nobody measured them"))[1], whole=True)
    yield Stop("report", _choose_all(f"{page}/report"), whole=True)
    yield Stop("reminders-room", lambda p: (p.go(page), _set_reminders(p))[1])
    yield Stop("invite", lambda p: (p.tap("Hand over"), p.see("Works once, until"))[1])
    yield Stop("builder", lambda p: (p.go(f"{page}/program"), p.see("Scalp glide"))[1])
    yield Stop("preview", lambda p: (p.tap("See it on the phone"), p.see("sees it"))[1])
    yield from _with_flags(bare_id)
    yield Stop("practice", lambda p: (p.go("/desk/practice"), p.see("Time zone"))[1])
    yield Stop("content", lambda p: (p.go("/desk/content"), p.see("Numbers of the rules"))[1], whole=True)
    yield Stop(
        "content-number", lambda p: (p.tap("Change: Longest hold with blood thinners"), p.see("From 8 to 24"))[1]
    )
    yield Stop("technique", lambda p: (p.go("/desk/content/techniques/new"), p.see("Sides"))[1], whole=True)
    yield Stop("technique-marked", lambda p: (p.tap("Save"), p.see("Not saved yet"))[1], whole=True)


def _write_a_visit(phone: ChromiumPhone) -> None:
    phone.tap("Write the visit down")
    phone.tap("Where, note, reaction")
    phone.see("the client’s own left and right")


def _look_at_limits(phone: ChromiumPhone) -> None:
    phone.tap("Close")
    phone.tap("Limits of the rules")
    phone.see("Save limits")


def _ask_measures(phone: ChromiumPhone) -> None:
    phone.tap("Close")
    phone.tap("Ask here")
    phone.see("Asked in the room")


def _choose_all(address: str) -> Show:
    """A report with everything in it."""

    def show(phone: ChromiumPhone) -> None:
        phone.go(address)
        phone.see("It is self-reported")
        for part in ("Visits", "Own words and questions"):
            phone.tap(part)
        phone.see("Nothing was written")

    return show


def _set_reminders(phone: ChromiumPhone) -> None:
    phone.tap("Set reminders together")
    for part in ("Add a time", "Keep quiet hours", "Away for some time"):
        phone.tap(part)
    phone.run(TO_REMINDERS)


def _with_flags(client_id: str) -> Iterator[Stop]:
    """The builder for a client late in pregnancy who takes blood thinners: what is closed, limited, to be cleared."""
    page = f"/desk/clients/{client_id}/program"

    def flags(phone: ChromiumPhone) -> None:
        phone.go(page)
        for flag in ("blood_thinners", "pregnancy_t3"):
            phone.run(RAISE_FLAG, f"/api/v1/clients/{client_id}/flags", flag)
        phone.go(page)
        phone.see("instead of Towel cradle for the neck")

    def clearance(phone: ChromiumPhone) -> None:
        phone.write("Search techniques", "calf")
        phone.tap("Add Calf on a roller")
        phone.tap("Record the clearance: Calf on a roller")
        phone.see("at least 15 characters")

    yield Stop("builder-flags", flags)
    yield Stop("builder-closed", lambda p: (p.tap("Techniques"), p.see("Not lying flat on your back"))[1])
    yield Stop("builder-clearance", clearance)
    yield Stop("builder-unclear", lambda p: (p.tap("Close"), p.tap("Give to"), p.see("is not cleared"))[2])


def demo_client_tour(link: str) -> Iterator[Stop]:
    """The phone of the demo's client, who has practised for weeks."""
    yield Stop("demo-today", lambda p: (p.go(link), p.tap("Start"), p.arrive("/today"), p.see("All saved"))[3])
    yield Stop("demo-history", lambda p: (p.go("/history"), p.see("Each practice"))[1], whole=True)


def demo_desk_tour(email: str, password: str) -> Iterator[Stop]:
    """The desk of the demo's therapist, with clients of every kind."""

    def sign_in(phone: ChromiumPhone) -> None:
        phone.go("/sign-in")
        phone.write("E-mail", email)
        phone.write("Password", password)
        phone.tap("Sign in")
        phone.see("Ana R.")

    yield Stop("demo-desk", sign_in, whole=True)
    yield Stop("demo-silent", lambda p: (p.tap("Tom B."), p.see("Not working since"), p.run(TO_REMINDERS))[1])
    yield Stop(
        "demo-client", lambda p: (p.tap("Ana R."), p.see("Practised days"), p.see("As it came in"))[2], whole=True
    )
    yield Stop("demo-print", lambda p: (p.tap("One page to print"), p.see("Nobody measured them"))[1], whole=True)
    yield Stop(
        "demo-report", lambda p: (p.tap("Ana R."), p.tap("Report for others"), p.see("self-reported"))[2], whole=True
    )
    yield Stop("demo-builder", lambda p: (p.tap("Ana R."), p.tap("Adjust program"), p.see("Level"))[2], whole=True)


def client_with_a_past(therapist: Therapist, phone: ChromiumPhone, name: str = "Ada") -> str:
    """A client whose phone has sent one practice and one stop."""
    client_id = therapist.add_client(name)
    therapist.clear(client_id)
    therapist.assign(client_id, walks.TWO)
    for stop in client_tour(therapist.invite(client_id)):
        stop.show(phone)
        if stop.name == "saved":
            break
    phone.see("Your therapist can read it now", 20)
    return client_id
