"""The demo's dashboards, kept as files and applied once: what somebody changed since stays as it is."""

from importlib.resources import files
from typing import Annotated, Literal

import yaml
from django.db import transaction
from pydantic import Field

from metrics_portal.closed import Closed
from widgets.models import Dashboard, Placement, Widget
from widgets.services import create_widget
from widgets.specs import WidgetSpec


class Tile(Closed):
    """A widget and its place. Without a spec it is the widget of that key from an earlier dashboard."""

    key: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    section: Literal["kpi", "main"] = "main"
    span: Annotated[int, Field(ge=2, le=12)] = 4
    spec: WidgetSpec | None = None


class DashboardFile(Closed):
    slug: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: str
    description: str = ""
    position: int
    tiles: tuple[Tile, ...]


def load() -> tuple[DashboardFile, ...]:
    """Every dashboard file, validated; raises pydantic.ValidationError for one that does not fit."""
    folder = files("demo").joinpath("dashboards")
    texts = [entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".yaml")]
    found = [DashboardFile.model_validate(yaml.safe_load(text)) for text in texts]
    return tuple(sorted(found, key=lambda dashboard: dashboard.position))


@transaction.atomic
def apply_dashboards() -> int:
    """Make the dashboards that are missing, with their widgets; returns how many were made.

    A dashboard that exists is left alone, however it was changed. The catalog and the routes must be synced.
    """
    existing = set(Dashboard.objects.values_list("slug", flat=True))
    missing = [dashboard for dashboard in load() if dashboard.slug not in existing]
    for dashboard in missing:
        _make(dashboard)
    return len(missing)


def _make(wanted: DashboardFile) -> None:
    dashboard = Dashboard.objects.create(
        slug=wanted.slug, title=wanted.title, description=wanted.description, position=wanted.position
    )
    for position, tile in enumerate(wanted.tiles):
        Placement.objects.create(
            dashboard=dashboard, widget=_widget(tile), section=tile.section, position=position, span=tile.span
        )


def _widget(tile: Tile) -> Widget:
    if tile.spec is None or Widget.objects.filter(key=tile.key).exists():
        return Widget.objects.get(key=tile.key)
    return create_widget(spec=tile.spec, actor=None, key=tile.key)
