"""The people of the demo practice, as data: invented, and told so that every view of the product has something to show.

Days are counted from the day on which a client began. Pain is 0-10 before practice, given at some days and straight in
between. `keeps` is the share of prescribed days on which she practises.
"""

from __future__ import annotations

from pith.services.demo_newcomers import IDA, PETER
from pith.services.demo_story import Change, Moment, Reminded, Story, item

WORKDAYS = (0, 1, 2, 3, 4)

ANA = Story(
    name="Ana R.",
    zone="Europe/Berlin",
    days=42,
    hour=7.0,
    reminded=Reminded("06:30"),
    keeps=0.92,
    pain=((0, 6), (14, 5), (28, 3.4), (42, 2)),
    relief=1.4,
    feels=("warmth", "relaxed", "stretching"),
    clearance="Screened in the room. No open questions.",
    tells={"q27": [{"activity": "Turn my head in the car", "score": 3}, {"activity": "Sleep through", "score": 4}]},
    changes=(
        Change(
            0,
            (
                item("upper-back-two-balls", 1),
                item("neck-shoulder-soft-ball-wall", 1, note="Start with the left side."),
            ),
            "First program",
        ),
        Change(
            15,
            (
                item("upper-back-two-balls", 2),
                item("neck-shoulder-soft-ball-wall", 1, note="Start with the left side."),
                item("body-scan-rest", 1),
            ),
            "The upper back is easy by now; a minute of rest at the end.",
        ),
        Change(
            31,
            (
                item("upper-back-two-balls", 2),
                item("neck-shoulder-soft-ball-wall", 2, note="Both sides alike now."),
                item("body-scan-rest", 2),
            ),
            "You sleep through again: a little longer on the shoulders.",
        ),
    ),
    moments={
        0: Moment(
            practises=True,
            word="We did it together.",
            marks=(("upper_back", "middle", 6), ("shoulder_top", "left", 5), ("shoulder_top", "right", 4)),
        ),
        1: Moment(measures={"pain_avg": {"avg": 6}}),
        4: Moment(question="Is it all right that it feels warm for an hour afterwards?"),
        12: Moment(word="Turned my head in the car without thinking about it."),
        14: Moment(practises=True, marks=(("upper_back", "middle", 5), ("shoulder_top", "left", 5))),
        20: Moment(note="Slept through for the first time in weeks."),
        27: Moment(practises=True, marks=(("upper_back", "left", 4), ("shoulder_top", "left", 4))),
        29: Moment(
            measures={
                "pain_avg": {"avg": 4},
                "psfs": {"Turn my head in the car": 6, "Sleep through": 7},
                "groc": {"change": 3},
            }
        ),
        33: Moment(word="Easier than I thought."),
        34: Moment(practises=True, marks=(("upper_back", "left", 3), ("shoulder_top", "left", 4))),
        41: Moment(practises=True, word="Hardly there this morning.", marks=(("shoulder_top", "left", 2),)),
    },
    read_until=1,
)

JONAS = Story(
    name="Jonas K.",
    zone="Europe/Berlin",
    days=42,
    hour=21.5,
    reminded=Reminded("21:00", tells=False),
    keeps=0.72,
    pain=((0, 5), (42, 5)),
    relief=0.4,
    feels=("nothing", "tired", "stretching"),
    clearance="Blood thinners since a clot in 2021: a soft ball at the wall, and short.",
    tells={"q12": "yes", "q13": "yes and it is over", "q14": "yes"},
    changes=(
        Change(
            0,
            (item("low-back-ball-wall", 1), item("glute-ball-wall", 1), item("legs-on-chair-breath", 1)),
            "First program",
            WORKDAYS,
        ),
        Change(
            21,
            (item("low-back-ball-wall", 2), item("back-pelvis-soft-balls", 1), item("legs-on-chair-breath", 2)),
            "Three weeks without a change: another way to the same place.",
            WORKDAYS,
        ),
    ),
    moments={
        9: Moment(question="Should I feel something at the buttock? I do not."),
        20: Moment(practises=True, marks=(("lower_back", "middle", 5), ("glute", "right", 3))),
        24: Moment(word="Different, but the same number afterwards."),
        34: Moment(practises=True, marks=(("lower_back", "middle", 5), ("glute", "right", 4))),
        38: Moment(question="Does it make sense to go on like this?"),
    },
    read_until=6,
)

MIRA = Story(
    name="Mira T.",
    zone="Europe/Berlin",
    days=40,
    hour=18.25,
    reminded=Reminded("17:30"),
    keeps=0.85,
    pain=((0, 5), (25, 3), (38, 4)),
    relief=0.8,
    feels=("warmth", "sore", "stretching"),
    clearance="Hip checked by her doctor in spring; nothing against soft pressure.",
    changes=(
        Change(
            0, (item("outer-hip-ball-wall", 1), item("glute-ball-wall", 1), item("side-rib-breath", 1)), "First program"
        ),
        Change(
            33,
            (item("outer-hip-ball-wall", 2), item("glute-ball-wall", 2), item("side-rib-breath", 1)),
            "It has been easy for two weeks: the next level at the wall.",
        ),
    ),
    moments={
        16: Moment(word="Stairs are better."),
        31: Moment(practises=True, marks=(("hip_side", "right", 3),)),
        34: Moment(word="Clearly stronger than before."),
        38: Moment(
            practises=True,
            hurt=(1, 22, "electric"),
            word="It shot down my leg.",
            marks=(("hip_side", "right", 4), ("glute", "right", 6), ("thigh_back", "right", 6)),
        ),
        39: Moment(practises=False, reaction="still", question="It is still there today. Should I wait?"),
        40: Moment(practises=False),
    },
    read_until=9,
)

SOFIA = Story(
    name="Sofia D.",
    zone="Europe/Berlin",
    days=41,
    hour=6.75,
    keeps=0.9,
    pain=((0, 7), (22, 4.5), (41, 4.5)),
    relief=1.0,
    feels=("relaxed", "warmth", "emotional"),
    clearance="Screened in the room.",
    changes=(
        Change(
            0,
            (item("suboccipital-towel-ease", 1), item("temple-hold", 1), item("body-scan-rest", 1)),
            "First program",
        ),
        Change(
            18,
            (item("suboccipital-towel-ease", 2), item("temple-hold", 2), item("body-scan-rest", 2)),
            "Fewer headaches: a little longer each.",
        ),
    ),
    moments={
        11: Moment(word="Only one headache this week."),
        22: Moment(practises=True, note="My mother is in hospital. I do not know how I will manage.", private=True),
        **{day: Moment(practises=False) for day in range(23, 42)},
    },
    read_until=15,
)

LEA = Story(
    name="Lea M.",
    zone="Europe/Zurich",
    days=36,
    hour=20.0,
    reminded=Reminded("19:30", days=WORKDAYS),
    keeps=0.8,
    pain=((0, 5), (12, 5.5), (24, 5), (36, 4)),
    relief=0.9,
    feels=("tingling", "warmth", "relaxed"),
    clearance="Pregnant, week 25, all is well. We watch how the pain moves.",
    tells={"q16": {"chosen": "weeks 14-27"}, "q17": "no"},
    due_on=106,
    changes=(
        Change(0, (item("neck-back-fingertip-hold", 1), item("upper-trap-ease", 1)), "First program"),
        Change(
            14,
            (item("neck-back-fingertip-hold", 1), item("upper-trap-ease", 2), item("jaw-hold", 1)),
            "The jaw joins in: a short hold for it.",
        ),
        Change(
            27,
            (item("jaw-hold", 1), item("pec-hand-hold", 1), item("upper-trap-ease", 2), item("body-scan-rest", 1)),
            "The neck is quiet; now the chest and the shoulder on the right.",
        ),
    ),
    moments={
        1: Moment(practises=True, marks=(("neck_back", "middle", 6), ("base_of_skull", "right", 4))),
        8: Moment(practises=True, marks=(("neck_back", "right", 5), ("shoulder_top", "right", 5))),
        13: Moment(word="It sits in the jaw in the mornings now."),
        15: Moment(practises=True, marks=(("shoulder_top", "right", 4), ("jaw", "right", 5))),
        22: Moment(practises=True, marks=(("jaw", "right", 4), ("shoulder_front", "right", 5))),
        29: Moment(practises=True, marks=(("shoulder_front", "right", 4), ("upper_arm", "right", 3))),
        35: Moment(practises=True, marks=(("shoulder_front", "right", 3),), word="It is on its way out, it seems."),
    },
    read_until=3,
)

TOM = Story(
    name="Tom B.",
    zone="Europe/London",
    days=39,
    hour=12.75,
    reminded=Reminded("12:15", gone_since=4),
    keeps=0.38,
    pain=((0, 4), (39, 3.5)),
    relief=0.9,
    feels=("stretching", "tired", "nothing"),
    clearance="Screened in the room.",
    changes=(
        Change(
            0,
            (item("forearm-front-ball-table", 1), item("palm-ball-table", 1), item("thumb-base-hold", 1)),
            "First program",
        ),
        Change(
            19,
            (item("forearm-front-ball-table", 1), item("thumb-base-hold", 1)),
            "Two instead of three: short enough for a lunch break.",
            WORKDAYS,
        ),
    ),
    moments={
        6: Moment(word="Back to back meetings."),
        26: Moment(question="Is twice a week worth anything?"),
        37: Moment(practises=True, word="Did it at the desk."),
    },
    shortens=0.45,
    read_until=2,
)

NOOR = Story(
    name="Noor A.",
    zone="Europe/Berlin",
    days=38,
    hour=6.5,
    keeps=0.86,
    pain=((0, 5), (20, 4), (38, 3)),
    relief=1.1,
    feels=("relaxed", "warmth", "tired"),
    clearance="Screened in the room. Flies a lot for work.",
    changes=(
        Change(
            0,
            (item("calf-stick", 1), item("hamstring-ball-chair", 1), item("legs-on-chair-breath", 1)),
            "First program",
        ),
        Change(
            23,
            (item("calf-stick", 2), item("hamstring-ball-chair", 1), item("legs-on-chair-breath", 1)),
            "After the long flights the calves may have more.",
        ),
    ),
    moments={
        10: Moment(practises=True, word="In a hotel in Tokyo, on the carpet."),
        19: Moment(note="Mountains, no network until Sunday."),
        30: Moment(word="San Francisco. Half asleep, but done."),
        37: Moment(
            practises=False, flag="rf_dvt", question="My left calf is thick since the flight. Should I roll it?"
        ),
        38: Moment(practises=False),
    },
    zones=((8, "Asia/Tokyo"), (13, "Europe/Berlin"), (28, "America/Los_Angeles"), (34, "Europe/Berlin")),
    offline=(range(17, 22),),
    read_until=2,
)

STORIES = (ANA, JONAS, MIRA, PETER, SOFIA, LEA, TOM, NOOR, IDA)
PRACTICE = "Orange Tree Practice"
THERAPIST = "Dr. Vera Lindt"
EMAIL = "vera@orange-tree.example"
ZONE = "Europe/Berlin"
SHOWN = ANA.name  # whose link is printed
