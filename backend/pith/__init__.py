"""Pith: home programs of self-release, between sessions."""

import zoneinfo

__version__ = "0.1.0"

# Python would read the rules of time zones from the machine first, whose may be older than the package's. But it is the
# package's version that a reminder's next time is noted with, and worked out again when it changes. So it alone counts,
# from before the first zone is read.
zoneinfo.reset_tzpath(to=())
