"""Who began only days ago: one practises already, the other has not answered all the safety questions."""

from __future__ import annotations

from pith.services.demo_story import Change, Moment, Story, item

PETER = Story(
    name="Peter L.",
    zone="Europe/Vienna",
    days=3,
    hour=8.5,
    keeps=1.0,
    pain=((0, 6), (3, 6)),
    relief=0.7,
    feels=("warmth", "tired"),
    clearance="Screened in the room.",
    changes=(
        Change(0, (item("plantar-golf-ball", 1), item("calf-stick", 1), item("body-scan-rest", 1)), "First program"),
    ),
    moments={
        0: Moment(practises=True, word="Found the spot at once."),
        2: Moment(question="May I use a tennis ball in the office?"),
    },
)

IDA = Story(
    name="Ida W.",
    zone="Europe/Berlin",
    days=2,
    hour=19.0,
    keeps=0.0,
    pain=((0, 5), (2, 5)),
    relief=0.5,
    feels=("relaxed",),
    clearance=None,
    tells={"q01": 34, "q14": "not sure"},
    stops_at="q15",
    changes=(Change(0, (item("neck-shoulder-soft-ball-wall", 1), item("body-scan-rest", 1)), "First program"),),
    moments={0: Moment(practises=False), 1: Moment(practises=False), 2: Moment(practises=False)},
)
