"""A practice's own techniques as they are now, beside what a program froze of them.

Steps, levels and doses stay as they were published. What the author has learned since (a further place, a further
exclusion) has to reach who does the technique already: a phone holds both against the rules, and the stricter counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import orjson

from pith.content.policy_json import screened
from pith.services.practice_content import newest_own
from pith.services.program_wire import photo_view
from pith.services.transaction import AnySession

if TYPE_CHECKING:
    from pith.content.loader import Content
    from pith.domain.catalogue import Technique

Json = Mapping[str, Any]


def with_own_now(session: AnySession, shared: Content, practice_id: str, view: Json) -> dict[str, Any]:
    """The programs of a view with the newest version of each own technique. Inside the caller's transaction."""
    versions = [one for one in (view["program"], *view["earlier"]) if one]
    if not any("technique" in item for version in versions for item in version["items"]):
        return dict(view)
    own = newest_own(session, shared, practice_id)
    now = [version | {"items": list(_now(version["items"], own))} for version in versions]
    return {**view, "program": now[0], "earlier": now[1:]}


def _now(items: Iterable[Json], own: Mapping[str, Technique]) -> Iterable[Json]:
    for item in items:
        technique = own.get(item["technique_id"])
        # One that came with her from another practice, or that no longer fits the content, stays as it was given.
        if "technique" not in item or technique is None or technique.own is None:
            yield item
            continue
        photo = None if technique.own.photo is None else photo_view(technique.own.photo)
        now = orjson.loads(orjson.dumps(screened(technique)))
        changed = {} if now == item["technique"]["screened"] else {"now": now}
        yield {**item, "technique": {**item["technique"], "photo": photo, **changed}}
