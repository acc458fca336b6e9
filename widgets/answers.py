"""Step 5: the shared cache. What is kept of an answer, under which key, and how old it may be."""

import hashlib
import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from functools import cache, partial
from typing import cast

from django.core.cache import caches

from metrics_portal.afterwards import afterwards
from metrics_portal.shapes import shape_of
from widgets.contracts import Form, ReadyAnswer, TileData
from widgets.plan import Plan
from widgets.presentation import render_body, render_panel
from widgets.serialise import json_members
from widgets.specs import WidgetSpec

# How long an answer is at hand as the last good value. No reader takes it for a current one: `standing`
# decides.
KEEP_SECONDS = 7 * 24 * 3600
# One that is for one reader's token alone: it is looked for as long as the token lasts, which is hours.
KEEP_FOR_READER_SECONDS = 24 * 3600
AT_HAND_SECONDS = 1


class Kept:
    """One answer of an engine: ready for the API, and the data a tile is drawn from. In a cache the data is bytes
    within bytes, written when it is kept and loaded only for drawing."""

    __slots__ = ("_data", "ready")

    def __init__(self, ready: ReadyAnswer, data: TileData | bytes) -> None:
        self.ready = ready
        self._data = data

    @property
    def answered_at(self) -> datetime:
        """When the engine's answer was there, by the clock of the machine that asked."""
        return self.ready.asked_at + timedelta(milliseconds=self.ready.execution_ms)

    def tile_data(self) -> TileData:
        data = self._data
        return cast(TileData, pickle.loads(data)) if isinstance(data, bytes) else data  # noqa: S301 - `keep` wrote it

    def __reduce__(self) -> tuple[type["Kept"], tuple[ReadyAnswer, bytes]]:
        data = self._data
        return Kept, (
            self.ready,
            data if isinstance(data, bytes) else pickle.dumps(data, pickle.HIGHEST_PROTOCOL),
        )


class Standing(Enum):
    CURRENT = "current"  # served as it is
    STALE = "stale"  # served while a new one is fetched behind it
    PAST = "past"  # only a last good value


def standing(ready: ReadyAnswer, plan: Plan, now: datetime) -> Standing:
    """Where an answer stands by its age and its window. PAST is never served as current."""
    age, route = age_seconds(ready, now), plan.route
    if ready.window_key != plan.asked.window_key or age > max(route.cache_seconds, route.stale_seconds):
        return Standing.PAST
    return Standing.CURRENT if age <= route.cache_seconds else Standing.STALE


def is_current(ready: ReadyAnswer, plan: Plan, now: datetime) -> bool:
    return standing(ready, plan, now) is Standing.CURRENT


def age_seconds(ready: ReadyAnswer, now: datetime) -> float:
    """Seconds since the engine was asked; never negative, whatever two machines' clocks say."""
    return max(0.0, (now - ready.asked_at).total_seconds())


def kept(plan: Plan) -> Kept | None:
    found = caches["answers"].get(_data_key(plan))
    return found if isinstance(found, Kept) else None


def at_hand(plan: Plan) -> ReadyAnswer | None:
    """What this process itself served a moment ago; another's newer answer is seen within a second."""
    found = caches["default"].get(_data_key(plan))
    return found if isinstance(found, ReadyAnswer) else None


def hold(plan: Plan, ready: ReadyAnswer) -> None:
    caches["default"].set(_data_key(plan), ready, AT_HAND_SECONDS)


def made(plan: Plan, data: TileData, *, asked_at: datetime, execution_ms: float) -> Kept:
    """A new answer, which this process has at hand; `keep` stores it for all."""
    members = json_members(data)
    ready = ReadyAnswer(
        etag=hashlib.sha256(members).hexdigest()[:32],
        asked_at=asked_at,
        window_key=plan.asked.window_key,
        empty=is_empty(data),
        execution_ms=execution_ms,
        stands_in=data.provenance is not None and data.provenance.generation == "template",
        json_members=members,
    )
    hold(plan, ready)
    return Kept(ready, data)


def keep(plan: Plan, answer: Kept) -> None:
    """Store an answer where every process finds it."""
    caches["answers"].set(_data_key(plan), answer, _keep_seconds(plan))


def drop(plan: Plan, spec: WidgetSpec | None) -> None:
    """Forget an answer whose reader the engine refuses by now, and the tile that was drawn from it for this spec."""
    caches["default"].delete(_data_key(plan))
    caches["answers"].delete_many([_data_key(plan), *([_tile_key(plan, spec)] if spec else [])])


def _keep_seconds(plan: Plan) -> int:
    return KEEP_FOR_READER_SECONDS if plan.route.by_reader else KEEP_SECONDS


def tile(plan: Plan, spec: WidgetSpec) -> ReadyAnswer | None:
    """The tile as it was last drawn for this spec, however old; one read of the cache."""
    found = caches["answers"].get(_tile_key(plan, spec))
    return found if isinstance(found, ReadyAnswer) else None


def tiles(wanted: Sequence[tuple[Plan, WidgetSpec]]) -> tuple[ReadyAnswer | None, ...]:
    """The same for many tiles, in the order asked; one read of the cache for all of them."""
    keys = [_tile_key(plan, spec) for plan, spec in wanted]
    found = caches["answers"].get_many(keys)
    return tuple(drawn if isinstance(drawn := found.get(key), ReadyAnswer) else None for key in keys)


def in_form(answer: Kept, plan: Plan, spec: WidgetSpec | None, form: Form) -> ReadyAnswer:
    """The answer in the form wanted; a tile is drawn once, and kept behind the answer."""
    if form is Form.JSON or spec is None:
        return answer.ready
    drawn = tile(plan, spec)
    if drawn is None or drawn.asked_at != answer.ready.asked_at:
        drawn = _drawn(answer.tile_data(), spec, replace(answer.ready, json_members=b""))
        afterwards(partial(_keep_tile, _tile_key(plan, spec), drawn, _keep_seconds(plan)))
    return drawn


def _keep_tile(key: str, drawn: ReadyAnswer, seconds: int) -> None:
    caches["answers"].set(key, drawn, seconds)


def sample(data: TileData, spec: WidgetSpec, form: Form, *, at: datetime) -> ReadyAnswer:
    """A spec's sample in the form wanted. Nobody was asked, so its time is now and it is never kept."""
    members = json_members(data)
    ready = ReadyAnswer(
        etag=hashlib.sha256(members).hexdigest()[:32],
        asked_at=at,
        window_key="",
        empty=False,
        execution_ms=0.0,
        json_members=members,
    )
    return ready if form is Form.JSON else _drawn(data, spec, ready)


def _drawn(data: TileData, spec: WidgetSpec, ready: ReadyAnswer) -> ReadyAnswer:
    return replace(ready, body_html=render_body(data, spec), panel_html=render_panel(data, spec))


def is_empty(data: TileData) -> bool:
    """Whether the engine answered with no value at all: no row, or rows that hold none."""
    return all(row.value is None for row in data.rows)


def _data_key(plan: Plan) -> str:
    return f"answer:{_form()}:{plan.data_key}"


def _tile_key(plan: Plan, spec: WidgetSpec) -> str:
    digest = hashlib.sha256(spec.model_dump_json().encode()).hexdigest()
    return f"tile:{_form()}:{plan.data_key}:{digest}"


@cache
def _form() -> str:
    """How answers are kept: what a version of the portal with other fields kept lies there for days, and is not looked
    at. Much of it could be read, and would lack a field only when it is drawn."""
    return shape_of(ReadyAnswer, TileData)
