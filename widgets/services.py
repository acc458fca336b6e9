"""Changes to widgets, each written with its audit event."""

from typing import Any

from django.db import transaction
from django.utils import timezone
from pydantic import ValidationError

from accounts.contracts import Viewer
from accounts.models import User
from accounts.services import record_event
from catalog.contracts import UnknownMetric
from catalog.models import Metric
from metrics_portal.input_errors import from_pydantic
from metrics_portal.problems import Conflict, Forbidden, InvalidInput
from sqlgen.errors import IntentRefused
from widgets import selectors
from widgets.contracts import Form
from widgets.models import Widget
from widgets.resolver import resolve
from widgets.specs import WidgetSpec


@transaction.atomic
def create_widget(*, spec: dict[str, Any] | WidgetSpec, actor: User | None, key: str | None = None) -> Widget:
    """Save a new widget; raises InvalidInput for a spec that cannot be drawn, Conflict for a key in use.

    `actor` owns it; None is the portal itself (a seed, a sync).
    """
    checked = checked_spec(spec)
    if key and Widget.objects.filter(key=key).exists():
        raise Conflict(
            f"A widget with the key {key} exists. Choose another, or change that one.", field="key", value=key
        )
    widget = Widget(key=key or None, owner=actor)
    _write(widget, checked)
    record_event(actor=actor, action="widgets.widget.created", subject=str(widget.pk), details=_told(checked))
    return widget


@transaction.atomic
def update_widget(
    *,
    widget: Widget,
    actor: User | None,
    spec: dict[str, Any] | WidgetSpec | None = None,
    title: str | None = None,
) -> Widget:
    """Change a widget's spec, its title or both; raises InvalidInput and Forbidden."""
    _check_may_change(widget, actor)
    widget = Widget.objects.select_for_update().get(pk=widget.pk)
    wanted: dict[str, Any] = dict(widget.spec)
    if spec is not None:
        wanted = spec.model_dump(mode="json") if isinstance(spec, WidgetSpec) else dict(spec)
    if title is not None:
        wanted["title"] = title
    before, checked = widget.spec, checked_spec(wanted)
    _write(widget, checked)
    details = {**_told(checked), "before": before}
    record_event(actor=actor, action="widgets.widget.changed", subject=str(widget.pk), details=details)
    return widget


@transaction.atomic
def delete_widget(*, widget: Widget, actor: User) -> None:
    """Delete a widget and take it off its dashboards; raises Forbidden to whom it does not belong."""
    _check_may_change(widget, actor)
    details = {"title": widget.title, "spec": widget.spec}
    record_event(actor=actor, action="widgets.widget.deleted", subject=str(widget.pk), details=details)
    widget.delete()


def _check_may_change(widget: Widget, actor: User | None) -> None:
    if actor is None or actor.pk == widget.owner_id or actor.role == User.Role.OPERATOR:
        return
    raise Forbidden("Only its owner or an operator may change this widget. Save one of your own instead.")


def checked_spec(spec: dict[str, Any] | WidgetSpec) -> WidgetSpec:
    """The spec, once its question was compiled for the engine that is to answer it; raises InvalidInput."""
    checked = spec if isinstance(spec, WidgetSpec) else _parsed(spec)
    question = selectors.question_of_metric(checked.intent)
    portal = Viewer(user_id=0, name="the portal", role=User.Role.VIEWER)
    try:
        resolve(question, portal, now=timezone.now(), dry_run=True, form=Form.JSON)
    except (UnknownMetric, IntentRefused) as problem:
        members = {**problem.members, "field": f"intent.{problem.members.get('field', 'metric')}"}
        raise InvalidInput(problem.detail, **members) from problem
    return checked


def _parsed(plain: dict[str, Any]) -> WidgetSpec:
    try:
        return WidgetSpec.model_validate(plain)
    except ValidationError as invalid:
        raise from_pydantic(invalid, WidgetSpec) from invalid


def _write(widget: Widget, spec: WidgetSpec) -> None:
    widget.title = spec.title
    widget.metric = Metric.objects.get(name=spec.intent.metric)
    widget.spec = _stored(spec)
    widget.save()


def _stored(spec: WidgetSpec) -> dict[str, Any]:
    return spec.model_dump(mode="json", exclude_defaults=True) | {"spec_version": spec.spec_version}


def _told(spec: WidgetSpec) -> dict[str, Any]:
    return {"title": spec.title, "spec": _stored(spec)}
