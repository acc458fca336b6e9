"""Reading tiles whose SQL a model writes: what a test asks, and what it was told."""

import json
from datetime import datetime
from typing import Any

from django.utils import timezone

from accounts.contracts import Viewer
from accounts.models import User
from sqlgen.generation import selectors
from sqlgen.generation.approval import approve
from sqlgen.models import PinnedSql
from widgets.contracts import Answer, Form
from widgets.resolver import resolve
from widgets.tests import world

SERIES: dict[str, Any] = {
    "grain": "day",
    "window": "last_7_days",
    "compare": "previous_period",
    "totals": True,
}


def answer(viewer: User | Viewer, now: datetime, metric: str = "revenue", **members: Any) -> Answer:
    """What a reader gets, as after the second that a process remembers."""
    selectors.forget()
    reader = viewer.as_viewer() if isinstance(viewer, User) else viewer
    return resolve(world.ask_for(metric, **members), reader, now=now, form=Form.JSON)


def members(found: Answer) -> dict[str, Any]:
    assert found.ready is not None
    read: dict[str, Any] = json.loads(b"{" + found.ready.json_members + b"}")
    return read


def approve_all(approver: User) -> None:
    for pin in PinnedSql.objects.filter(status=PinnedSql.Status.PROPOSED):
        approve(pin=pin, approver=approver, at=timezone.now())
